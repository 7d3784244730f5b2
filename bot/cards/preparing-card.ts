import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { toNoticeCard } from "./elements/notice-card";

/** Stands where the meeting's card will be, when Teams' servers need longer than a turn may last. */
export function toPreparingCard({ card }: Messages): AdaptiveCard {
  return toNoticeCard({ title: card.preparingTitle, text: card.preparingText });
}

/** The same where nobody can put the meeting in its place: whoever presses Refresh sees it once it is there. */
export function toStillPreparingCard(
  meetingToken: string,
  { card, extension }: Messages,
): AdaptiveCard {
  return toNoticeCard({
    title: extension.preparingTitle,
    text: extension.preparingText,
    buttons: [{ title: card.refresh, verb: "refresh", data: { ref: meetingToken } }],
  });
}
