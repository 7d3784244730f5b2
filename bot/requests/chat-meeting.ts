import { toAppError } from "../../src/errors";
import { toGeneration } from "../../src/meetings/find-meeting";
import type { AttachedRecord } from "../../src/meetings/record/attached-record";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import { DEFAULT_ROOM } from "../../src/request/room-name";
import type { BotServices } from "../bot-services";
import type { Turn } from "../turn/turn";
import { findPastedLink } from "./pasted-link";

interface ChatMeeting {
  /** False if Teams doesn't tell which meeting it is: then `meet` creates one. */
  isKnown: boolean;
  /** What `meet` gives instead of creating a meeting. */
  record?: AttachedRecord;
}

/**
 * Makes the meeting that a meeting chat belongs to the chat's own one. Asks Teams only where the chat has no meeting
 * yet; later, the record knows.
 */
export async function attachChatMeeting(
  turn: Turn,
  key: MeetingKey,
  { meetings, team, settings, log }: BotServices,
): Promise<ChatMeeting> {
  const { conversation, serviceUrl, teamsMeetingId, caller } = turn;
  if (conversation.conversationType !== "meeting-chat" || key.room !== DEFAULT_ROOM) {
    return { isKnown: true };
  }
  const found = await meetings.findMeeting(key);
  if (found.ok) return { isKnown: true };
  if (found.reason === "attached") return { isKnown: true, record: found.record };
  if (teamsMeetingId === undefined) return { isKnown: false };
  try {
    const meeting = await team.roster.findChatMeeting(serviceUrl, teamsMeetingId);
    const link = findPastedLink([meeting?.joinWebUrl ?? ""], settings.meetingHosts);
    if (!meeting || !link.ok) return { isKnown: false };
    const { subject } = meeting;
    const result = await meetings.attachMeeting({
      reference: { key, generation: toGeneration(found) },
      caller,
      meeting: { joinWebUrl: link.joinWebUrl, ...(subject && { subject }), isOfChat: true },
    });
    return { isKnown: true, ...(result.ok && { record: result.record }) };
  } catch (error) {
    const { code, details } = toAppError(error);
    if (code !== "roster_unavailable") throw error;
    log.warn({ code, ...details }, "couldn't read which meeting a chat belongs to");
    return { isKnown: false };
  }
}
