import type { MeetingsDeps } from "./make-meeting";
import { assertCanActFor } from "./policy/acting";
import type { LiveRecord, Person } from "./record/meeting-record";
import { toMeetingAddress, type MeetingOptions } from "./ports/online-meeting";
import { toHostRejection } from "./policy/organizer";

/**
 * Reads a meeting's options from Graph. Throws an `AppError` when Graph fails, `meeting_gone` when it has lost the
 * meeting, and with delegated permissions `only_host` or `sign_in_needed`.
 */
export async function readOptions(
  deps: MeetingsDeps,
  record: LiveRecord,
  caller: Person,
): Promise<MeetingOptions> {
  assertCanActFor(deps, record, caller);
  try {
    return await deps.onlineMeetings.getOptions(toMeetingAddress(record));
  } catch (error) {
    throw toHostRejection(deps, error);
  }
}
