import { messagesFor } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import { toCard, type AdaptiveCard, type ButtonData } from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { formatTimeWithZone } from "./elements/format-time";
import { MAX_SHORT_NAME, toSubject } from "./elements/names";
import { SUBTLE, toPlainText, toTextLine } from "./elements/text-line";
import { toHeader } from "./meeting/header";

export interface CancelledCardData {
  subject: string;
  cancelledByName?: string | undefined;
  /** ISO 8601. */
  cancelledAt: string;
  /** The data of the button that creates the meeting again. */
  again: ButtonData;
  /** What it's created with, if that differs from before. */
  understood?: string | undefined;
  /** The card leaves out the current year. */
  now: Date;
}

const MAX_UNDERSTOOD = 400;

/** Replaces the card of a cancelled meeting. */
export function toCancelledCard(
  { subject, cancelledByName = "", cancelledAt, again, understood = "", now }: CancelledCardData,
  viewer: Viewer,
): AdaptiveCard {
  const messages = messagesFor(viewer.locale);
  const words = messages.cancelledCard;
  const time = { startsAt: cancelledAt };
  const when =
    formatTimeWithZone(time, viewer, messages, now) ?? toPlainText(cancelledAt, MAX_SHORT_NAME);
  const by = toPlainText(cancelledByName, MAX_SHORT_NAME);
  const text = by ? words.byName({ name: by, when }) : words.bySomebody({ when });
  const asked = toPlainText(understood, MAX_UNDERSTOOD);
  const name = toSubject(subject, messages);
  return toCard(
    [
      toHeader(name, "cancelled", messages),
      toTextLine(text, SUBTLE, "Small"),
      ...(asked ? [toTextLine(messages.card.understood({ text: asked }), {}, "Small")] : []),
      toButtonRow([{ title: words.startAgain, verb: "meet", data: again, style: "positive" }]),
    ],
    [words.title({ subject: name })],
  );
}
