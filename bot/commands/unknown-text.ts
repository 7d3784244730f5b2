import type { MeetingRequest } from "../../src/request/meeting-request";
import { parseRequest } from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import type { CardButton } from "../cards/elements/card-button";
import { toNoticeCard } from "../cards/elements/notice-card";
import { toMeetButton } from "../replies/live-meeting";
import { messagesFor } from "../locales/messages";
import { toUnderstood } from "../replies/request-view";
import { toNoticeReply, type Reply } from "../reply";
import { findKey, toContext } from "../requests/requested-meeting";
import { toText } from "../turn/read-text";
import { toMeetingKey, type Turn } from "../turn/turn";

/** Offers to do `meet` with a text that isn't a command. Says how the bot understood it. */
export function answerUnknownText(turn: Turn, services: BotServices): Reply {
  const messages = messagesFor(turn.viewer.locale);
  const { title, understood, unreadable, nothing } = messages.unknownText;
  const typed = toText(turn.words);
  const parsed = parseRequest(turn.words, toContext(turn, services));
  if (parsed.ok && !findKey(turn, parsed.request))
    return toNoticeReply(title, messages.thread.none);
  const text = parsed.ok ? toUnderstood(parsed.request, turn, services) : "";
  const card = toNoticeCard({
    title,
    text: text ? understood({ text }) : typed ? unreadable({ text: typed }) : nothing,
    buttons: [
      parsed.ok && text
        ? toOfferButton(turn, parsed.request, services)
        : toMeetButton(toMeetingKey(turn), services.tokens, messages),
      { title: messages.help.button, verb: "help" },
    ],
  });
  return { kind: "card", card, summary: title };
}

/** Meet as it was read back. */
function toOfferButton(turn: Turn, request: MeetingRequest, services: BotServices): CardButton {
  const key = findKey(turn, request) ?? toMeetingKey(turn);
  const offer = services.tokens.request.encode({
    does: "meet",
    reference: { key, generation: 1 },
    request,
  });
  const { button } = messagesFor(turn.viewer.locale).meet;
  return { title: button, verb: "meet", data: { offer }, style: "positive" };
}
