import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./adaptive-card";
import { toNoticeCard } from "./notice-card";

/** Stands where the meeting's card will be, when Teams' servers need longer than a turn may last. */
export function toPreparingCard({ card }: Messages): AdaptiveCard {
  return toNoticeCard({ title: card.preparingTitle, text: card.preparingText });
}
