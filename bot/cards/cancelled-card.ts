import type { Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { toNoticeCard } from "./elements/notice-card";
import { toPlainText } from "./elements/plain-text";
import { toZoneName } from "./elements/viewer-clock";
import { toMoment } from "./elements/short-time";

export interface CancelledCardData {
  subject: string;
  cancelledByName?: string;
  /** ISO 8601. */
  cancelledAt: string;
  meetingToken: string;
}

const MAX_NAME = 80;

/** Stands where the card of a meeting was that somebody cancelled. */
export function toCancelledCard(
  { subject, cancelledByName = "", cancelledAt, meetingToken }: CancelledCardData,
  viewer: Viewer,
  { card, cancelledCard }: Messages,
): AdaptiveCard {
  const values = {
    subject: toPlainText(subject, MAX_NAME) || card.untitled,
    when: cancelledCard.when({
      moment: toMoment(cancelledAt, viewer) ?? cancelledAt,
      zone: toZoneName(viewer),
    }),
  };
  const name = toPlainText(cancelledByName, MAX_NAME);
  return toNoticeCard({
    title: cancelledCard.title,
    text: name ? cancelledCard.byName({ ...values, name }) : cancelledCard.bySomebody(values),
    buttons: [
      {
        title: cancelledCard.startAgain,
        verb: "meet",
        data: { ref: meetingToken },
        style: "positive",
      },
    ],
  });
}
