import { createAcquireMeetingLease } from "./acquire-meeting-lease";
import { createCancelMeeting } from "./cancel-meeting";
import { createChangeMeeting } from "./change-meeting";
import { findByReference, findMeeting } from "./find-meeting";
import { createListMeetings } from "./list-meetings";
import { createMaintainMeeting } from "./maintain-meeting";
import { createMeetingMaker, type MeetingsDeps } from "./make-meeting";
import { createMeet } from "./meet";
import { createPatchMeeting } from "./patch-meeting";
import type { MeetingStore } from "./ports/meeting-store";
import { mayActFor } from "./policy/acting";
import type { OrganizerPolicy } from "./policy/organizer";
import { createReadOptions } from "./read-options";
import { createKeyedQueue } from "./record/keyed-queue";
import type { MeetingKey } from "./record/meeting-key";
import { createMeetingLeases } from "./record/meeting-lease";
import type { LiveRecord, Person } from "./record/meeting-record";
import { createPostOnce } from "./record/post-once";
import { createPostedCards } from "./record/posted-cards";
import { createUpdateRecord } from "./record/update-record";
import { createRefreshMeeting } from "./refresh-meeting";
import { createReissueMeeting } from "./reissue-meeting";
import type { MeetingReference } from "./tokens/meeting-token";

export interface MeetingsConfig {
  organizerPolicy: OrganizerPolicy;
  /** How old the record may be before a refresh asks Graph. */
  freshnessMs: number;
}

type MeetingsGiven = Omit<MeetingsDeps, "organizerPolicy" | "store"> & {
  store: Pick<MeetingStore, "records">;
};

export type Meetings = ReturnType<typeof createMeetings>;

/** Everything that can be done with a conversation's meetings. */
export function createMeetings(
  { organizerPolicy, freshnessMs }: MeetingsConfig,
  { store, ...given }: MeetingsGiven,
) {
  const deps: MeetingsDeps = { ...given, store: store.records, organizerPolicy };
  const leases = createMeetingLeases(deps);
  const parts = { leases, makeMeeting: createMeetingMaker(deps, leases) };
  const acquireMeetingLease = createAcquireMeetingLease(deps, leases);
  const patchMeeting = createPatchMeeting(deps, leases, acquireMeetingLease);
  const reissueMeeting = createReissueMeeting(deps, parts);
  const updateRecord = createUpdateRecord(deps, leases);

  return {
    meet: createMeet(deps, parts),
    /** Reads the record only, not Graph. */
    findMeeting: (key: MeetingKey) => findMeeting(deps, key),
    findByReference: (reference: MeetingReference) => findByReference(deps, reference),
    refreshMeeting: createRefreshMeeting({ ...deps, freshnessMs }),
    changeMeeting: createChangeMeeting(deps, { patchMeeting, reissueMeeting }),
    reissueMeeting,
    cancelMeeting: createCancelMeeting(deps, leases, acquireMeetingLease),
    listMeetings: createListMeetings(deps.store),
    readOptions: createReadOptions(deps),
    maintainMeeting: createMaintainMeeting(deps, patchMeeting, updateRecord),
    /** Whether a caller's request can be carried out in the organizer's name. */
    mayActFor: (record: LiveRecord, caller: Person) => mayActFor(deps, record, caller),
    postedCards: createPostedCards(updateRecord, createKeyedQueue()),
    postOnce: createPostOnce(deps),
  };
}
