import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { toNoticeCard } from "./elements/notice-card";

interface OfferCardData {
  title: string;
  /** Absent where the bot isn't installed: the card then has no button. */
  requestToken?: string;
}

/** Offers a meeting that doesn't exist yet, for clients that insert a search result without selecting it. */
export function toOfferCard(
  { title, requestToken }: OfferCardData,
  { search, meet }: Messages,
): AdaptiveCard {
  if (!requestToken) return toNoticeCard({ title, text: search.offer.bare });
  const data = { offer: requestToken };
  return toNoticeCard({
    title,
    text: search.offer.card,
    buttons: [{ title: meet.button, verb: "meet", data, style: "positive" }],
  });
}
