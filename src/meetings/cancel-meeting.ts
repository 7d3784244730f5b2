import { randomUUID } from "node:crypto";
import type { MeetingsEdges } from "./create-meeting";
import type { CreationLeases } from "./creation-lease";
import { findReferred, type NoMeeting, type Superseded } from "./find-meeting";
import type { CancelledRecord, LiveRecord, Person } from "./meeting-record";
import { toMeetingAddress } from "./online-meeting";
import { isRefusalOfOrganizer } from "./organizer";
import type { StoredRecord } from "./record-store";
import type { MeetingReference } from "./sealed-reference";

export interface CancelRequest {
  /** The meeting that was seen: a later one of the conversation is not cancelled. */
  reference: MeetingReference;
  caller: Person;
}

export type CancelResult = { ok: true; record: CancelledRecord } | NoMeeting | Superseded;

/**
 * Deletes a meeting at Graph and leaves a tombstone, under the key's lease, so that nobody makes or asks for a
 * meeting in between. Whoever died in the midst of it leaves a record that finds its meeting gone.
 *
 * Throws an `AppError` when Graph or the store fails; the meeting lives on then.
 */
export function createCancelMeeting(
  { store, onlineMeetings, now, log }: MeetingsEdges,
  leases: CreationLeases,
): (request: CancelRequest) => Promise<CancelResult> {
  return async function cancelMeeting({ reference, caller }) {
    const holder = randomUUID();
    for (;;) {
      const found = await findReferred(store, reference);
      if (!found.ok) return found;
      const held = await leases.take(found.stored, holder);
      if (!held) {
        await leases.waitForOther(found.stored);
        continue;
      }
      await deleteAtGraph(held, holder);
      const record = toTombstone(held.record, caller, now());
      const isSaved = await leases.finish(held, holder, ({ cards, removedAt }) => ({
        ...record,
        ...(cards && { cards }),
        removedAt,
      }));
      if (isSaved) return { ok: true, record };
    }
  };

  async function deleteAtGraph(held: StoredRecord<LiveRecord>, holder: string): Promise<void> {
    try {
      await onlineMeetings.delete(toMeetingAddress(held.record));
    } catch (error) {
      if (!isRefusalOfOrganizer(error)) {
        await leases.finish(held, holder, (current) => current);
        throw error;
      }
      // All links of an organizer who is gone die; the meeting is as good as deleted.
      log.warn({ code: error.code }, "a meeting was cancelled whose organizer Graph refuses");
    }
  }
}

function toTombstone(
  { key, generation, firstCaller, organizer, cards, teamId, removedAt, meeting }: LiveRecord,
  caller: Person,
  now: Date,
): CancelledRecord {
  return {
    key,
    generation: generation + 1,
    firstCaller,
    ...(cards && { cards }),
    ...(teamId && { teamId }),
    ...(removedAt && { removedAt }),
    state: "cancelled",
    organizer,
    subject: meeting.subject ?? "",
    cancelledBy: caller,
    cancelledAt: now.toISOString(),
  };
}
