import { messagesFor } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { formatMoment, toZoneName } from "./elements/format-time";
import { MAX_SHORT_NAME, toSubject } from "./elements/names";
import { toNoticeCard } from "./elements/notice-card";
import { toPlainText } from "./elements/text-line";

export interface CancelledCardData {
  subject: string;
  cancelledByName?: string | undefined;
  /** ISO 8601. */
  cancelledAt: string;
  meetingToken: string;
}

/** Replaces the card of a cancelled meeting. */
export function toCancelledCard(
  { subject, cancelledByName = "", cancelledAt, meetingToken }: CancelledCardData,
  viewer: Viewer,
): AdaptiveCard {
  const messages = messagesFor(viewer.locale);
  const words = messages.cancelledCard;
  const values = {
    subject: toSubject(subject, messages, MAX_SHORT_NAME),
    when: words.when({
      moment: formatMoment(cancelledAt, viewer) ?? cancelledAt,
      zone: toZoneName(viewer),
    }),
  };
  const name = toPlainText(cancelledByName, MAX_SHORT_NAME);
  const data = { ref: meetingToken };
  return toNoticeCard({
    title: words.title,
    text: name ? words.byName({ ...values, name }) : words.bySomebody(values),
    buttons: [{ title: words.startAgain, verb: "meet", data, style: "positive" }],
  });
}
