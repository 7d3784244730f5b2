import { randomUUID } from "node:crypto";
import { AppError } from "../errors";
import type { MeetingsDeps } from "./make-meeting";
import { acquireMeetingLease, type NoMeeting, type Superseded } from "./find-meeting";
import {
  toMessagesOf,
  toUnleasedFields,
  type CancelledRecord,
  type LiveRecord,
  type Person,
} from "./record/meeting-record";
import { toMeetingAddress } from "./ports/online-meeting";
import { toHostRejection } from "./policy/organizer";
import type { StoredRecord } from "./ports/meeting-store";
import type { MeetingReference } from "./tokens/meeting-token";

export interface CancelRequest {
  /** The meeting that the caller saw. A later one isn't cancelled. */
  reference: MeetingReference;
  caller: Person;
}

export type CancelResult = { ok: true; record: CancelledRecord } | NoMeeting | Superseded;

/**
 * Deletes a meeting at Graph and leaves a tombstone. The key's lease keeps others from creating a meeting in between.
 *
 * Throws an `AppError` when Graph fails, and the meeting stays. When the store fails after Graph has deleted the
 * meeting, cancelling again completes it.
 */
export async function cancelMeeting(
  deps: MeetingsDeps,
  { reference, caller }: CancelRequest,
): Promise<CancelResult> {
  const holder = randomUUID();
  for (;;) {
    const found = await acquireMeetingLease(deps, reference, holder, "creation", caller);
    if (!found.ok) return found;
    const { held } = found;
    await deleteAtGraph(deps, held, holder);
    const record = toTombstone(held.record, caller, deps.now());
    const isSaved = await deps.leases.finish(held, holder, (current) => ({
      ...record,
      ...toUnleasedFields(current),
    }));
    if (isSaved) return { ok: true, record };
  }
}

async function deleteAtGraph(
  deps: MeetingsDeps,
  held: StoredRecord<LiveRecord>,
  holder: string,
): Promise<void> {
  try {
    await deps.onlineMeetings.delete(toMeetingAddress(held.record));
  } catch (error) {
    // All links of a deleted organizer stop working, so nothing is left to delete.
    if (error instanceof AppError && error.code === "organizer_unknown") {
      deps.log.warn({ code: error.code }, "cancelled a meeting whose organizer no longer exists");
      return;
    }
    await deps.leases.giveBack(held, holder);
    throw toHostRejection(deps, error);
  }
}

function toTombstone(record: LiveRecord, caller: Person, now: Date): CancelledRecord {
  const { key, generation, requestedBy, organizer, teamId, removedAt, meeting } = record;
  return {
    key,
    generation: generation + 1,
    requestedBy,
    ...toMessagesOf(record),
    ...(teamId && { teamId }),
    ...(removedAt && { removedAt }),
    state: "cancelled",
    organizer,
    subject: meeting.subject ?? "",
    cancelledBy: caller,
    cancelledAt: now.toISOString(),
  };
}
