import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { toNoticeCard } from "./elements/notice-card";

/**
 * Offers a meeting that doesn't exist yet, for clients that insert a search result without selecting it.
 *
 * @param requestToken Absent where the bot isn't installed: the card then has no button.
 */
export function toOfferCard(
  { title, requestToken }: { title: string; requestToken?: string },
  { search, meet }: Messages,
): AdaptiveCard {
  if (!requestToken) return toNoticeCard({ title, text: search.offer.bare });
  const data = { offer: requestToken };
  return toNoticeCard({
    title,
    text: search.offer.card,
    buttons: [{ title: meet.create, verb: "meet", data, style: "positive" }],
  });
}
