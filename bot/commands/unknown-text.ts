import { readTopic } from "../../src/meetings/topic";
import type { BotServices } from "../bot-services";
import { toMeetButton } from "../cards/meet-button";
import { toNoticeCard } from "../cards/notice-card";
import { messagesFor } from "../locales/messages";
import type { Reply } from "../reply";
import { toMeetingKey, type Turn } from "../turn";

/** A text that is no command makes no meeting: it is read back, and `meet` offered as a button. */
export function answerUnknownText(turn: Turn, { sealer }: BotServices): Reply {
  const messages = messagesFor(turn.reader.locale);
  const topic = readTopic(turn.text);
  const { title, understood, nothing } = messages.unknownText;
  const card = toNoticeCard({
    title,
    text: topic.text ? understood({ topic: topic.text }) : nothing,
    buttons: [
      toMeetButton(toMeetingKey(turn), sealer, messages),
      { title: messages.help.button, verb: "help" },
    ],
  });
  return { kind: "card", card, summary: title };
}
