import type { BotServices } from "../bot-services";
import { toCancelledReply, toMeetingReply } from "./meeting-reply";
import { toInfo, type ToSentence } from "./notices";
import type { CardReply } from "../reply";

/** The answer, and the same meeting on all its other cards, with what happened to it. */
export function withNews(reply: CardReply, sentence: ToSentence, services: BotServices): CardReply {
  const { shows } = reply;
  if (!shows) return reply;
  const { record } = shows;
  return {
    ...reply,
    news: (reader, refreshUserIds) =>
      record.state === "cancelled"
        ? toCancelledReply(record, { reader, refreshUserIds }, services)
        : toMeetingReply(record, { reader, refreshUserIds, notice: toInfo(sentence) }, services),
  };
}
