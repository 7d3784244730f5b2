import { isSameSubject, type Differences } from "../../src/meetings/compare-request";
import { toJoinable } from "../../src/meetings/record/attached-record";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingOffer } from "../../src/meetings/tokens/request-token";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { nameRoom } from "../../src/request/name-room";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import type { Turn } from "../turn/turn";

/** Another name and another time, or more people: probably another meeting. */
export function isProbablySeparate({ subject, time, attendees }: Differences): boolean {
  return subject !== undefined && (time !== undefined || attendees !== undefined);
}

/**
 * Offers the request as a separate meeting, in a room named after it. The offer holds the room, so that everyone who
 * presses it gets the same meeting.
 *
 * @param request The people in it have been looked up. Without a name, it's called "Meeting".
 */
export async function offerSeparateMeeting(
  { viewer }: Turn,
  meetingKey: MeetingKey,
  request: MeetingRequest,
  services: BotServices,
): Promise<MeetingOffer> {
  const topic = request.topic || messagesFor(viewer.locale).card.untitled;
  const key = await findSeparateKey(meetingKey, topic, services, {
    isNamed: request.topic !== "",
  });
  return {
    does: "meet",
    reference: { key, generation: 1 },
    request: { ...request, topic, room: key.room, isHere: false },
  };
}

/**
 * A room of the same conversation, named after the subject. A room that already has this meeting isn't taken, unless the
 * subject says nothing about the meeting.
 */
export async function findSeparateKey(
  { tenantId, threadId }: MeetingKey,
  subject: string,
  { meetings }: Pick<BotServices, "meetings">,
  { isNamed = true } = {},
): Promise<MeetingKey> {
  const { meetings: existing } = await meetings.listMeetings({ tenantId, threadId });
  const subjects = new Map(
    existing.map((record) => [record.key.room, toJoinable(record).subject ?? ""]),
  );
  const room = nameRoom(subject, (candidate) => {
    const taken = subjects.get(candidate);
    return taken !== undefined && !(isNamed && isSameSubject(taken, subject));
  });
  return { tenantId, threadId, room };
}
