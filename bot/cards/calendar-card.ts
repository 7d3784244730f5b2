import { toCalendarAddresses } from "../../src/meetings/tokens/meeting-link";
import type { Messages } from "../locales/messages";
import { toCard, type AdaptiveCard } from "./elements/adaptive-card";
import { toActionRow, toButtonAction, toOpenAction } from "./elements/card-button";
import { toSubject } from "./elements/names";
import { SUBTLE, toHeading, toTextLine } from "./elements/text-line";

/** Puts a meeting with a time into Outlook, or into any other calendar. */
export function toCalendarCard(
  {
    subject,
    link,
    outlookLink,
    hasFile,
    isSeries,
    meetingToken,
  }: {
    subject: string;
    /** The meeting's own link. Calendar apps subscribe on a page, because Teams opens nothing else. */
    link: string;
    /** Absent if the meeting's join link isn't safe to open, or a series has no next time. */
    outlookLink: string | undefined;
    /** Whether the meeting's calendar has an entry now. */
    hasFile: boolean;
    /** The link to Outlook then adds only the next meeting. */
    isSeries: boolean;
    meetingToken: string;
  },
  messages: Messages,
): AdaptiveCard {
  const heading = messages.card.addToCalendar;
  const { outlook, file, subscribe, onlyNext } = messages.calendarLinks;
  const addresses = toCalendarAddresses(link);
  const name = toSubject(subject, messages);
  const { back: title } = messages.confirmCard;
  const back = { title, verb: "refresh", data: { ref: meetingToken } };
  const once = [
    ...(outlookLink === undefined ? [] : [toOpenAction(outlook, outlookLink)]),
    ...(hasFile ? [toOpenAction(file, addresses.file)] : []),
  ];
  return toCard(
    [
      toHeading(heading),
      toTextLine(name, SUBTLE, "None"),
      ...(isSeries && outlookLink !== undefined ? [toTextLine(onlyNext)] : []),
      ...(once.length > 0 ? [toActionRow(once)] : []),
      toActionRow([toOpenAction(subscribe, addresses.page), toButtonAction(back)]),
    ],
    [heading, name],
    hasFile ? addresses.file : addresses.page,
  );
}
