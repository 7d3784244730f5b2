import type { Messages } from "../locales/messages";
import type { AdaptiveCard } from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { toCard } from "./elements/card-frame";
import { SUBTLE, toSubject } from "./meeting/meeting-lines";
import { toHeading, toTextLine } from "./elements/text-line";

export interface CopyLinkCardData {
  subject: string;
  /** As we made it. */
  link: string;
  meetingToken: string;
}

/** The link stands in a field: cards in Teams reach no clipboard, and every client lets people copy from a field. */
export function toCopyLinkCard(
  { subject, link, meetingToken }: CopyLinkCardData,
  messages: Messages,
): AdaptiveCard {
  const { title, label, text } = messages.links.copyCard;
  const name = toSubject(subject, messages);
  const back = { verb: "refresh", data: { ref: meetingToken } };
  return toCard(
    [
      toHeading(title),
      toTextLine(name, SUBTLE, "None"),
      { type: "Input.Text", id: "link", label, value: link, spacing: "Medium" },
      toTextLine(text, {}, "Small"),
      toButtonRow([{ title: messages.confirmCard.back, ...back }]),
    ],
    [title, name],
    link,
  );
}
