import type { BotServices } from "../bot-services";
import { toShownReply } from "./meeting-reply";
import { toInfo, type ToSentence } from "./notices";
import type { CardReply } from "../delivery/reply";

/** The answer, and what happened to the meeting for all its other cards. */
export function withNews(reply: CardReply, sentence: ToSentence, services: BotServices): CardReply {
  return {
    ...reply,
    news: (record, reader, refreshUserIds) =>
      toShownReply(record, reader, refreshUserIds, services, toInfo(sentence)),
  };
}
