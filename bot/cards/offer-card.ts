import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { toNoticeCard } from "./elements/notice-card";

export interface OfferCardData {
  title: string;
  /** Without it the card has no button, for where the bot is not. */
  requestToken?: string;
}

/** What a client inserts that knows no choosing: the offer of a meeting, which nobody has made yet. */
export function toOfferCard(
  { title, requestToken }: OfferCardData,
  { search, meet }: Messages,
): AdaptiveCard {
  if (!requestToken) return toNoticeCard({ title, text: search.offer.bare });
  const button = {
    title: meet.button,
    verb: "meet",
    data: { offer: requestToken },
    style: "positive",
  } as const;
  return toNoticeCard({ title, text: search.offer.card, buttons: [button] });
}
