import type { MeetingsEdges } from "./create-meeting";
import type { LiveRecord } from "./meeting-record";
import { toMeetingAddress, type MeetingOptions } from "./online-meeting";
import { toHostRefusal } from "./organizer";

/**
 * The options of a meeting as Graph has them now. Throws an `AppError` for whatever Graph refuses, `meeting_gone`
 * when it has lost the meeting.
 */
export function createReadOptions({
  onlineMeetings,
  organizerPolicy,
}: Pick<MeetingsEdges, "onlineMeetings" | "organizerPolicy">): (
  record: LiveRecord,
) => Promise<MeetingOptions> {
  return async function readOptions(record) {
    try {
      return await onlineMeetings.getOptions(toMeetingAddress(record));
    } catch (error) {
      throw toHostRefusal(organizerPolicy, error);
    }
  };
}
