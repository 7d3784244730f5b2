import type { Messages } from "../locales/messages";
import { toCard, type AdaptiveCard } from "./elements/adaptive-card";
import { toButtonRow } from "./elements/card-button";
import { toCopyField } from "./elements/copy-field";
import { toSubject } from "./elements/names";
import { SUBTLE, toHeading, toTextLine } from "./elements/text-line";

/** Shows the link in a field to copy from. */
export function toCopyLinkCard(
  { subject, link, meetingToken }: { subject: string; link: string; meetingToken: string },
  messages: Messages,
): AdaptiveCard {
  const { title, label, text } = messages.links.copyCard;
  const name = toSubject(subject, messages);
  const back = { verb: "refresh", data: { ref: meetingToken } };
  return toCard(
    [
      toHeading(title),
      toTextLine(name, SUBTLE, "None"),
      toCopyField("link", { label, value: link }, "Medium"),
      toTextLine(text, {}, "Small"),
      toButtonRow([{ title: messages.confirmCard.back, ...back }]),
    ],
    [title, name],
    link,
  );
}
