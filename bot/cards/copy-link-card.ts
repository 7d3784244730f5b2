import type { Messages } from "../locales/messages";
import { toCard, type AdaptiveCard, type CardElement } from "./elements/adaptive-card";
import { toActionRow, toButtonRow } from "./elements/card-button";
import { toCopyField } from "./elements/copy-field";
import { toSubject } from "./elements/names";
import { SUBTLE, toHeading, toTextLine } from "./elements/text-line";

/** Shows the link in a field to copy from. */
export function toCopyLinkCard(
  {
    subject,
    link,
    calendarLink,
    meetingToken,
  }: {
    subject: string;
    link: string;
    /** Of the meeting as a calendar. Absent for a meeting without a time. */
    calendarLink?: string | undefined;
    meetingToken: string;
  },
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
      ...toCalendarLines(calendarLink, messages),
      toButtonRow([{ title: messages.confirmCard.back, ...back }]),
    ],
    [title, name],
    link,
  );
}

/** To download, and to subscribe to: by this scheme, calendars ask again by themselves. */
function toCalendarLines(link: string | undefined, { calendarLinks }: Messages): CardElement[] {
  if (link === undefined) return [];
  const { label, text, file } = calendarLinks;
  const value = link.replace(/^https?:/u, "webcal:");
  return [
    toCopyField("calendar", { label, value }, "Medium"),
    toTextLine(text, {}, "Small"),
    toActionRow([{ type: "Action.OpenUrl", title: file, url: link }]),
  ];
}
