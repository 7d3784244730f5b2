import { toCalendarAddresses } from "../../src/meetings/tokens/meeting-link";
import type { Messages } from "../locales/messages";
import { toCard, type AdaptiveCard } from "./elements/adaptive-card";
import { toActionRow, toButtonAction, toOpenAction } from "./elements/card-button";
import { toCopyField } from "./elements/copy-field";
import { toSubject } from "./elements/names";
import { SUBTLE, toHeading, toTextLine } from "./elements/text-line";

/** Shows the link in a field to copy from. */
export function toCopyLinkCard(
  {
    subject,
    link,
    hasCalendarPage,
    meetingToken,
  }: { subject: string; link: string; hasCalendarPage: boolean; meetingToken: string },
  messages: Messages,
): AdaptiveCard {
  const { title, label, text } = messages.links.copyCard;
  const name = toSubject(subject, messages);
  const { back: backTitle } = messages.confirmCard;
  const back = { title: backTitle, verb: "refresh", data: { ref: meetingToken } };
  const { page } = toCalendarAddresses(link);
  const calendar = hasCalendarPage ? [toOpenAction(messages.card.addToCalendar, page)] : [];
  return toCard(
    [
      toHeading(title),
      toTextLine(name, SUBTLE, "None"),
      toCopyField("link", { label, value: link }, "Medium"),
      toTextLine(text, {}, "Small"),
      toActionRow([...calendar, toButtonAction(back)]),
    ],
    [title, name],
    link,
  );
}
