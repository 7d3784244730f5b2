import type { GraphCall } from "./graph-call";
import { GraphError } from "./graph-error";
import type { Meeting } from "./meeting";
import type { MeetingStore } from "./meeting-store";

/**
 * The meeting of a call, for its organizer and its attendees.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-get.
 *
 * @throws GraphError 404 when there is none, 403 for anybody else
 */
export function findMeeting(meetings: MeetingStore, { user, meetingId }: GraphCall): Meeting {
  const meeting = meetings.get(user.tenantId, meetingId);
  if (!meeting) throw GraphError.noSuchMeeting();
  const isInMeeting =
    meeting.organizer.userId === user.userId ||
    meeting.attendees.some((one) => one.userId === user.userId || one.upn === user.upn);
  if (!isInMeeting) throw GraphError.notInMeeting();
  return meeting;
}

/**
 * The meeting of a call that changes or deletes it, which only the organizer may.
 *
 * @throws GraphError 404 when there is none, 403 for anybody else
 */
export function findOwnMeeting(meetings: MeetingStore, call: GraphCall): Meeting {
  const meeting = findMeeting(meetings, call);
  if (meeting.organizer.userId !== call.user.userId) throw GraphError.notInMeeting();
  return meeting;
}
