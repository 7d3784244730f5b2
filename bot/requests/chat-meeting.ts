import { toAppError } from "../../src/errors";
import { toGeneration } from "../../src/meetings/find-meeting";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import { DEFAULT_ROOM } from "../../src/request/room-name";
import type { BotServices } from "../bot-services";
import type { Turn } from "../turn/turn";
import { findPastedLink } from "./pasted-link";

/**
 * Makes the meeting that a meeting chat belongs to the chat's own one, so that `meet` gives that meeting instead of
 * creating another. Asks Teams only where the chat has no meeting yet; later, the record knows.
 *
 * @returns false if Teams doesn't tell: then `meet` creates a meeting. True if that's not needed.
 */
export async function attachChatMeeting(
  turn: Turn,
  key: MeetingKey,
  { meetings, team, settings, log }: BotServices,
): Promise<boolean> {
  const { conversation, serviceUrl, teamsMeetingId, caller } = turn;
  if (conversation.conversationType !== "meeting-chat" || key.room !== DEFAULT_ROOM) return true;
  const found = await meetings.findMeeting(key);
  if (found.ok || found.reason === "attached") return true;
  if (teamsMeetingId === undefined) return false;
  try {
    const meeting = await team.roster.findChatMeeting(serviceUrl, teamsMeetingId);
    const link = findPastedLink([meeting?.joinWebUrl ?? ""], settings.meetingHosts);
    if (!meeting || !link.ok) return false;
    const { subject } = meeting;
    await meetings.attachMeeting({
      reference: { key, generation: toGeneration(found) },
      caller,
      meeting: { joinWebUrl: link.joinWebUrl, ...(subject && { subject }), isOfChat: true },
    });
    return true;
  } catch (error) {
    const { code, details } = toAppError(error);
    if (code !== "roster_unavailable") throw error;
    log.warn({ code, ...details }, "couldn't read which meeting a chat belongs to");
    return false;
  }
}
