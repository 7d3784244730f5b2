import { parseRequest } from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { toMeetButton } from "../replies/live-meeting";
import { toUnderstood } from "../replies/request-view";
import { toNoticeReply, type Reply } from "../reply";
import { findKey } from "../requests/problem-buttons";
import { toContext } from "../requests/requested-meeting";
import { toText } from "../turn/read-text";
import { toMeetingKey, type Turn } from "../turn/turn";

/** Offers to run `meet` for a text that isn't a command, and says how the bot understood it. */
export function answerUnknownText(turn: Turn, services: BotServices): Reply {
  const messages = messagesFor(turn.viewer.locale);
  const { title, understood, unreadable, nothing } = messages.unknownText;
  const typed = toText(turn.words);
  const parsed = parseRequest(turn.words, toContext(turn, services));
  const request = parsed.ok ? parsed.request : undefined;
  const key = request ? findKey(turn, request) : toMeetingKey(turn);
  if (!key) return toNoticeReply(title, messages.thread.none);
  const text = request ? toUnderstood(request, turn, services) : "";
  const meetButton = text
    ? toMeetButton(key, services.tokens, messages, request)
    : toMeetButton(toMeetingKey(turn), services.tokens, messages);
  const notUnderstood = typed ? unreadable({ text: typed }) : nothing;
  return toNoticeReply(title, text ? understood({ text }) : notUnderstood, [
    meetButton,
    { title: messages.help.button, verb: "help" },
  ]);
}
