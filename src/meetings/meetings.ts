import type { Metrics } from "../metrics/metrics";
import { attachMeeting, detachMeeting, type AttachRequest } from "./attach-meeting";
import { cancelMeeting, type CancelRequest } from "./cancel-meeting";
import { changeMeeting, type ChangeRequest } from "./change-meeting";
import { findByReference, findMeeting } from "./find-meeting";
import { createKeepAlive } from "./keep-alive";
import { listMeetings } from "./list-meetings";
import { createMaintainMeeting } from "./maintain-meeting";
import type { MeetingsDeps } from "./make-meeting";
import { createMeet } from "./meet";
import type { ConversationKey, MeetingStore } from "./ports/meeting-store";
import { mayActFor } from "./policy/acting";
import type { OrganizerPolicy } from "./policy/organizer";
import { readOptions } from "./read-options";
import { createKeyedQueue } from "../async/keyed-queue";
import type { MeetingKey } from "./record/meeting-key";
import { createMeetingLeases } from "./record/meeting-lease";
import type { LiveRecord, Person } from "./record/meeting-record";
import { createPostOnce } from "./record/post-once";
import { createTellOnce } from "./record/tell-once";
import { createPostedCards } from "./record/posted-cards";
import { createKeepUntold } from "./record/untold-people";
import { createRefreshMeeting } from "./refresh-meeting";
import { reissueMeeting, type ReissueRequest } from "./reissue-meeting";
import type { MeetingReference } from "./tokens/meeting-token";

export interface MeetingsConfig {
  organizerPolicy: OrganizerPolicy;
  /** How old the record may be before a refresh asks Graph. */
  freshnessMs: number;
}

type MeetingsGiven = Omit<MeetingsDeps, "organizerPolicy" | "store" | "leases"> & {
  store: Pick<MeetingStore, "records">;
  sleep: (ms: number) => Promise<void>;
  metrics?: Metrics | undefined;
};

export type Meetings = ReturnType<typeof createMeetings>;

/** Everything that can be done with a conversation's meetings. */
export function createMeetings(
  { organizerPolicy, freshnessMs }: MeetingsConfig,
  { store, metrics, ...given }: MeetingsGiven,
) {
  const deps: MeetingsDeps = {
    ...given,
    store: store.records,
    organizerPolicy,
    leases: createMeetingLeases({ ...given, store: store.records }),
  };

  const keepAlive = createKeepAlive(deps);

  return {
    meet: createMeet(deps),
    /** Reads the record only, not Graph. */
    findMeeting: (key: MeetingKey) => findMeeting(deps, key),
    findByReference: (reference: MeetingReference) => findByReference(deps, reference),
    ...createRefreshMeeting({ ...deps, freshnessMs, metrics }),
    changeMeeting: (request: ChangeRequest) => changeMeeting(deps, request),
    reissueMeeting: (request: ReissueRequest) => reissueMeeting(deps, request),
    cancelMeeting: (request: CancelRequest) => cancelMeeting(deps, request),
    attachMeeting: (request: AttachRequest) => attachMeeting(deps, request),
    detachMeeting: (reference: MeetingReference) => detachMeeting(deps, reference),
    listMeetings: (conversation: ConversationKey) => listMeetings(deps, conversation),
    readOptions: (record: LiveRecord, caller: Person) => readOptions(deps, record, caller),
    maintainMeeting: createMaintainMeeting(deps, keepAlive),
    keepAlive,
    /** Whether a caller's request can be carried out in the organizer's name. */
    mayActFor: (record: LiveRecord, caller: Person) => mayActFor(deps, record, caller),
    postedCards: createPostedCards(deps.leases.updateRecord, createKeyedQueue()),
    postOnce: createPostOnce(deps),
    tellOnce: createTellOnce(deps),
    keepUntold: createKeepUntold(deps),
  };
}
