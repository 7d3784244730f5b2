import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { toNoticeCard } from "./elements/notice-card";

/** Shown until the meeting card is ready, when Graph takes longer than a turn may last. */
export function toPreparingCard({ card }: Messages): AdaptiveCard {
  return toNoticeCard({ title: card.preparingTitle, text: card.preparingText });
}

/** For cards that the bot can't update: Refresh shows the meeting once it exists. */
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
