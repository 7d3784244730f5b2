import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { toNoticeCard } from "./elements/notice-card";

export interface OfferCardData {
  title: string;
  /** Without it the card has no button, for where the bot is not. */
  sealedOffer?: string;
}

/** What a client inserts that knows no choosing: the offer of a meeting, which nobody has made yet. */
export function toOfferCard(
  { title, sealedOffer }: OfferCardData,
  { search, meet }: Messages,
): AdaptiveCard {
  if (!sealedOffer) return toNoticeCard({ title, text: search.offer.bare });
  const button = {
    title: meet.button,
    verb: "meet",
    data: { offer: sealedOffer },
    style: "positive",
  } as const;
  return toNoticeCard({ title, text: search.offer.card, buttons: [button] });
}
