import type { MeetingsDeps } from "./make-meeting";
import { assertCanActFor } from "./policy/acting";
import type { LiveRecord, Person } from "./record/meeting-record";
import { toMeetingAddress, type MeetingOptions } from "./ports/online-meeting";
import { toHostRejection } from "./policy/organizer";

/**
 * The options of a meeting as Graph has them now. Throws an `AppError` for whatever Graph refuses, `meeting_gone`
 * when it has lost the meeting; `only_host` or `sign_in_needed` where nobody can act for another.
 */
export function createReadOptions({
  onlineMeetings,
  ...deps
}: Pick<MeetingsDeps, "onlineMeetings" | "organizerPolicy" | "acting">): (
  record: LiveRecord,
  caller: Person,
) => Promise<MeetingOptions> {
  return async function readOptions(record, caller) {
    assertCanActFor(deps, record, caller);
    try {
      return await onlineMeetings.getOptions(toMeetingAddress(record));
    } catch (error) {
      throw toHostRejection(deps, error);
    }
  };
}
