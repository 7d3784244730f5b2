import type { BotServices } from "../bot-services";
import { toShownReply } from "./meeting-reply";
import { toInfo, type ToSentence } from "./notices";
import type { CardReply } from "../delivery/reply";

/** The answer, and what happened to the meeting for all its other cards. */
export function withCardUpdate(
  reply: CardReply,
  sentence: ToSentence,
  services: BotServices,
): CardReply {
  return {
    ...reply,
    cardUpdate: (record, viewer, refreshUserIds) =>
      toShownReply(record, viewer, refreshUserIds, services, toInfo(sentence)),
  };
}
