import { AppError } from "../errors";
import type { MeetingsDeps } from "./make-meeting";
import { changeUnderLease } from "./change-under-lease";
import { toNextPlan } from "./meeting-plan";
import {
  toLastingFields,
  type CancelledRecord,
  type LiveRecord,
  type Person,
} from "./record/meeting-record";
import { toMeetingAddress } from "./ports/online-meeting";
import type { MeetingReference } from "./tokens/meeting-token";

export interface CancelRequest {
  /** The meeting that the caller saw. A later one isn't cancelled. */
  reference: MeetingReference;
  caller: Person;
}

/**
 * Deletes a meeting at Graph and leaves a tombstone. The key's lease keeps others from creating a meeting in between.
 *
 * Throws an `AppError` when Graph fails, and the meeting stays. When the store fails after Graph has deleted the
 * meeting, cancelling again completes it.
 */
export async function cancelMeeting(deps: MeetingsDeps, { reference, caller }: CancelRequest) {
  return changeUnderLease(deps, { reference, caller, purpose: "creation" }, async (record) => {
    try {
      await deps.onlineMeetings.delete(toMeetingAddress(record));
    } catch (error) {
      if (!(error instanceof AppError && error.code === "organizer_unknown")) throw error;
      // All links of a deleted organizer stop working, so nothing is left to delete.
      deps.log.warn({ code: error.code }, "cancelled a meeting whose organizer no longer exists");
    }
    return { record: toTombstone(record, caller, deps.now()) };
  });
}

function toTombstone(record: LiveRecord, caller: Person, now: Date): CancelledRecord {
  const { key, generation, requestedBy, organizer, teamId, removedAt } = record;
  return {
    key,
    generation: generation + 1,
    requestedBy,
    ...toLastingFields(record),
    teamId,
    removedAt,
    state: "cancelled",
    organizer,
    ...toNextPlan(record, now),
    cancelledBy: caller,
    cancelledAt: now.toISOString(),
  };
}
