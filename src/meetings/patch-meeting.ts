import { randomUUID } from "node:crypto";
import { isRefusalOfRequest } from "../errors";
import type { MeetingsDeps } from "./make-meeting";
import { withoutLease, type MeetingLeases } from "./record/meeting-lease";
import type { NoMeeting, Superseded } from "./find-meeting";
import type { AcquireMeetingLease } from "./acquire-meeting-lease";
import { toMessagesOf, type LiveRecord, type Person } from "./record/meeting-record";
import {
  isSamePerson,
  keepGivenSubject,
  toMeetingAddress,
  type Attendee,
  type MeetingChange,
  type OnlineMeeting,
} from "./ports/online-meeting";
import { toHostRejection } from "./policy/organizer";
import type { StoredRecord } from "./ports/meeting-store";
import type { MeetingReference } from "./tokens/meeting-token";

export interface Patch {
  /** The meeting that was seen: a later one of the conversation is not changed. */
  reference: MeetingReference;
  /** Who wants it changed. */
  caller?: Person | undefined;
  /** From the record as it is under the lease; `undefined` leaves the meeting alone. */
  toChange: (record: LiveRecord) => MeetingChange | undefined;
  /** What else the record says once Graph has taken the change. */
  toRecord?: (record: LiveRecord, change: MeetingChange) => LiveRecord;
}

export interface Patched {
  ok: true;
  record: LiveRecord;
  /** Whom Graph would not make co-organizers; they are invited all the same. */
  refusedCoOrganizers: readonly Attendee[];
}

export type PatchMeeting = (patch: Patch) => Promise<Patched | NoMeeting | Superseded>;

/**
 * One PATCH of a meeting, and the record with it: https://learn.microsoft.com/graph/api/onlinemeeting-update
 *
 * Graph has no ETag for it, and takes the invited people as a whole list: so it happens under the key's lease,
 * or of two people who invite somebody at the same moment one would undo what the other did. Whoever only asks
 * for the meeting does not wait for it.
 *
 * Throws an `AppError` for whatever Graph or the store refuses, `host_refused` when it is the meeting's host.
 */
export function createPatchMeeting(
  { onlineMeetings, now, ...deps }: MeetingsDeps,
  leases: MeetingLeases,
  acquireMeetingLease: AcquireMeetingLease,
): PatchMeeting {
  return async function patchMeeting(patch) {
    const holder = randomUUID();
    for (;;) {
      const found = await acquireMeetingLease(patch.reference, holder, "change", patch.caller);
      if (!found.ok) return found;
      const patched = await patchHeld(found.held, holder, patch);
      if (patched) return patched;
    }
  };

  /** `undefined` when the lease had passed to another meanwhile: what they wrote has to be looked at. */
  async function patchHeld(
    held: StoredRecord<LiveRecord>,
    holder: string,
    { toChange, toRecord = (record) => record }: Patch,
  ): Promise<Patched | undefined> {
    const known = withoutLease(held.record);
    const change = toChange(known);
    if (!change) {
      await leases.giveBack(held, holder);
      return { ok: true, record: known, refusedCoOrganizers: [] };
    }
    let updated;
    try {
      updated = await update(held, holder, change);
    } catch (error) {
      await leases.giveBack(held, holder);
      throw toHostRejection(deps, error);
    }
    const record = toRecord(toUpdated(known, change, updated.meeting), change);
    const isSaved = await leases.finish(held, holder, (current) => ({
      ...record,
      ...toMessagesOf(current),
      removedAt: current.removedAt,
    }));
    const { refusedCoOrganizers } = updated;
    return isSaved ? { ok: true, record, refusedCoOrganizers } : undefined;
  }

  /** Where Graph refuses the role of co-organizer, all the rest is changed without it. */
  async function update(
    held: StoredRecord<LiveRecord>,
    holder: string,
    change: MeetingChange,
  ): Promise<{ meeting: OnlineMeeting; refusedCoOrganizers: Attendee[] }> {
    const address = toMeetingAddress(held.record);
    const coOrganizers = (change.attendees ?? []).filter(isCoOrganizer);
    try {
      const meeting = await onlineMeetings.update(address, change);
      return { meeting, refusedCoOrganizers: [] };
    } catch (error) {
      if (coOrganizers.length === 0 || !isRefusalOfRequest(error)) throw error;
      // The lease outlasts one operation of Graph.
      await leases.renew(held, holder);
      const attendees = change.attendees?.map((one) =>
        isCoOrganizer(one) ? { ...one, role: undefined } : one,
      );
      const meeting = await onlineMeetings.update(address, { ...change, attendees });
      return { meeting, refusedCoOrganizers: coOrganizers };
    }
  }

  function toUpdated(
    record: LiveRecord,
    { subject, attendees = [] }: MeetingChange,
    meeting: OnlineMeeting,
  ): LiveRecord {
    const fetchedAt = now().toISOString();
    const due = record.coOrganizersDue?.filter(
      (one) => !attendees.some((other) => isSamePerson(one, other)),
    );
    return {
      ...record,
      coOrganizersDue: due && due.length > 0 ? due : undefined,
      meeting:
        subject === undefined ? keepGivenSubject(record.meeting, meeting) : { ...meeting, subject },
      fetchedAt,
      // Any change gives the link another 60 days.
      ...(!record.isTimeGiven && { keptAliveAt: fetchedAt }),
    };
  }
}

function isCoOrganizer({ role }: Attendee): boolean {
  return role === "coorganizer";
}
