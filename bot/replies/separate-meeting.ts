import { isSameSubject, type Differences } from "../../src/meetings/compare-request";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingOffer } from "../../src/meetings/tokens/request-token";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { nameRoom } from "../../src/request/name-room";
import type { BotServices } from "../bot-services";

/** Another name and another time, or more people: probably another meeting. */
export function isProbablySeparate({ subject, time, attendees }: Differences): boolean {
  return subject !== undefined && (time !== undefined || attendees !== undefined);
}

/**
 * Offers the request as a separate meeting, in a room named after it. The offer holds the room, so that everyone who
 * presses it gets the same meeting.
 *
 * @param request The people in it have been looked up.
 */
export async function offerSeparateMeeting(
  { tenantId, threadId }: MeetingKey,
  request: MeetingRequest,
  { meetings }: BotServices,
): Promise<MeetingOffer> {
  const { meetings: existing } = await meetings.listMeetings({ tenantId, threadId });
  const subjects = new Map(existing.map(({ key, meeting }) => [key.room, meeting.subject ?? ""]));
  // A room with the same meeting isn't taken: someone has created it from another question.
  const room = nameRoom(request.topic, (candidate) => {
    const subject = subjects.get(candidate);
    return subject !== undefined && !isSameSubject(subject, request.topic);
  });
  return {
    does: "meet",
    reference: { key: { tenantId, threadId, room }, generation: 1 },
    request: { ...request, room, isHere: false },
  };
}
