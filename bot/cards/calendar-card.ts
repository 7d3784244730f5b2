import { toCalendarAddresses } from "../../src/meetings/tokens/meeting-link";
import type { Messages } from "../locales/messages";
import { toCard, type AdaptiveCard, type CardAction } from "./elements/adaptive-card";
import { toActionRow, toButtonAction } from "./elements/card-button";
import { toCopyField } from "./elements/copy-field";
import { toSubject } from "./elements/names";
import { SUBTLE, toHeading, toTextLine } from "./elements/text-line";

/** Puts a meeting with a time into Outlook, or into any other calendar. */
export function toCalendarCard(
  {
    subject,
    link,
    outlookLink,
    meetingToken,
  }: {
    subject: string;
    /** The meeting's own link. Its page has a link by which calendar apps subscribe: Teams opens only web pages. */
    link: string;
    /** Absent if the meeting's join link isn't safe to open. */
    outlookLink: string | undefined;
    meetingToken: string;
  },
  messages: Messages,
): AdaptiveCard {
  const heading = messages.card.addToCalendar;
  const { outlook, file, subscribe, label, text } = messages.calendarLinks;
  const addresses = toCalendarAddresses(link);
  const name = toSubject(subject, messages);
  const { back: title } = messages.confirmCard;
  const back = { title, verb: "refresh", data: { ref: meetingToken } };
  return toCard(
    [
      toHeading(heading),
      toTextLine(name, SUBTLE, "None"),
      toActionRow([
        ...(outlookLink === undefined ? [] : [toOpen(outlook, outlookLink)]),
        toOpen(file, addresses.file),
      ]),
      toCopyField("calendar", { label, value: addresses.subscription }, "Medium"),
      toTextLine(text, {}, "Small"),
      toActionRow([toOpen(subscribe, link), toButtonAction(back)]),
    ],
    [heading, name],
    addresses.file,
  );
}

function toOpen(title: string, url: string): CardAction {
  return { type: "Action.OpenUrl", title, url };
}
