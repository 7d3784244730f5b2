import type { CloudState } from "../cloud-state";
import { GraphError } from "./graph-error";
import type { Meeting } from "./meeting";
import type { GraphCall } from "./operation";

/**
 * Finds the meeting of a call for its organizer or an attendee.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-get.
 *
 * @throws GraphError 404 without a meeting, 403 for other callers
 */
export function findMeeting({ user, meetingId }: GraphCall, { meetings }: CloudState): Meeting {
  const meeting = meetings.get(user.tenantId, meetingId);
  if (!meeting) throw GraphError.noSuchMeeting();
  const isInMeeting =
    meeting.organizer.userId === user.userId ||
    meeting.attendees.some(({ userId, upn }) => userId === user.userId || upn === user.upn);
  if (!isInMeeting) throw GraphError.notInMeeting();
  return meeting;
}

/** The same for calls that change or delete the meeting, which only its organizer can. */
export function findOwnMeeting(call: GraphCall, state: CloudState): Meeting {
  const meeting = findMeeting(call, state);
  if (meeting.organizer.userId !== call.user.userId) throw GraphError.notInMeeting();
  return meeting;
}
