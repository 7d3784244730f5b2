import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { toNoticeReply, type Reply } from "../reply";
import type { Turn } from "../turn/turn";
import { findLive } from "./live-meeting";

/** Asks who to invite or remove, and offers the form that does both. Without a meeting, offers to create it. */
export async function askWho(
  turn: Turn,
  key: MeetingKey,
  command: "invite" | "uninvite",
  services: BotServices,
): Promise<Reply> {
  const found = await findLive(turn, key, services);
  if (!found.ok) return found.reply;
  const messages = messagesFor(turn.viewer.locale);
  const { generation } = found.record;
  const data = { ref: services.tokens.meeting.encode({ key, generation }) };
  const edit = { title: messages.card.edit, verb: "edit", data };
  return toNoticeReply(undefined, messages[command].noPeople, [edit]);
}
