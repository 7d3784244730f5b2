import type { MeetingKey } from "../../src/meetings/meeting-key";
import type { MeetingRequest } from "../../src/meetings/request/meeting-request";
import { toConfirmation, type MeetingOffer } from "../../src/meetings/sealed-offer";
import type { BotServices } from "../bot-services";
import { toNoticeCard } from "../cards/notice-card";
import { messagesFor } from "../locales/messages";
import type { BotPresence } from "../requests/bot-presence";
import type { Turn } from "../turn";
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
  { offerSealer, now }: BotServices,
): ExtensionResult {
  const { search, meet } = messagesFor(turn.reader.locale);
  const offer: MeetingOffer = { does: "meet", reference: { key, generation: 1 }, request };
  const title = understood ? search.offer.title({ text: understood }) : meet.button;
  const { text } = search.offer;
  const button = {
    title: meet.button,
    verb: "meet",
    data: { offer: offerSealer.seal(offer) },
    style: "positive",
  } as const;
  return {
    card: toNoticeCard({ title, text, ...(presence === "present" && { buttons: [button] }) }),
    preview: { title, text },
    choice: {
      offer: offerSealer.seal({ ...offer, confirmation: toConfirmation(turn.caller, now()) }),
    },
  };
}
