import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { toNoticeReply, type Reply } from "../reply";
import type { Turn } from "../turn/turn";
import { findLive } from "./live-meeting";

/** A longer text isn't a name. */
const MAX_NAME = 40;
/** "Ana to the meeting" */
const TO_MEETING = / (?:to|from|à|de|du|на|в|во|со?|из) .*$/u;

/**
 * Asks who to invite or remove, and offers the form that does both. Without a meeting, offers to create it.
 *
 * @param typed What the command says instead of a mention or an address, such as "Ana". Members can't be searched by name.
 */
export async function askWho(
  turn: Turn,
  key: MeetingKey,
  { command, typed }: { command: "invite" | "uninvite"; typed: string },
  services: BotServices,
): Promise<Reply> {
  const found = await findLive(turn, key, services);
  if (!found.ok) return found.reply;
  const messages = messagesFor(turn.viewer.locale);
  const { generation } = found.record;
  const data = { ref: services.tokens.meeting.encode({ key, generation }) };
  const edit = { title: messages.card.edit, verb: "edit", data };
  const { who, how, howAlone } = messages[command];
  const name = typed.replace(TO_MEETING, "");
  const isName = /\p{L}/u.test(name) && name.length <= MAX_NAME;
  const question = isName ? messages.invite.unclear({ typed: name }) : who;
  const isAlone = turn.conversation.conversationType === "personal";
  return toNoticeReply(undefined, `${question}\n${isAlone ? howAlone : how}`, [edit]);
}
