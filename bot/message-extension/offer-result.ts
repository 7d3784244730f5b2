import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingRequest } from "../../src/request/meeting-request";
import {
  CONFIRMATION_MS,
  restrictTo,
  type MeetingOffer,
} from "../../src/meetings/tokens/request-token";
import type { BotServices } from "../bot-services";
import { toOfferCard } from "../cards/offer-card";
import { messagesFor } from "../locales/messages";
import type { BotPresence } from "../requests/bot-presence";
import type { Turn } from "../turn/turn";
import type { ExtensionResult } from "./extension-reply";

export interface Offered {
  key: MeetingKey;
  request: MeetingRequest;
  /** The request as it is read back; empty where nothing was asked for but the conversation's meeting. */
  understood: string;
}

/**
 * What was typed, read as a request: `meet` when it is chosen, by whom it was offered and where. A client that knows no
 * choosing inserts the card, whose button does the same for whoever presses it there.
 */
export function toOfferResult(
  turn: Turn,
  { key, request, understood }: Offered,
  presence: BotPresence,
  { tokens, now }: BotServices,
): ExtensionResult {
  const messages = messagesFor(turn.viewer.locale);
  const { search, meet } = messages;
  const offer: MeetingOffer = { does: "meet", reference: { key, generation: 1 }, request };
  const title = understood ? search.offer.title({ text: understood }) : meet.button;
  const button = presence === "present" && { requestToken: tokens.request.encode(offer) };
  return {
    card: toOfferCard({ title, ...button }, messages),
    preview: { title, text: search.offer.text },
    choice: {
      offer: tokens.request.encode({
        ...offer,
        restriction: restrictTo(turn.caller, CONFIRMATION_MS, now()),
      }),
    },
  };
}
