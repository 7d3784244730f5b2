import { encode } from "html-entities";
import { toCalendarAddresses } from "../meetings/tokens/meeting-link";

/** What the page of a meeting says, in plain text. */
export interface MeetingContent {
  subject: string;
  /** When the meeting is, if that's known. */
  when?: string | undefined;
  /** Opens a prefilled entry in Outlook. Absent for a series that has no next time. */
  outlookLink: string | undefined;
  /** Whether the meeting's calendar has an entry now. */
  hasFile: boolean;
  /** Whether it can have one, now or later. */
  hasCalendar: boolean;
  /** The link to Outlook then adds only the next meeting. */
  isSeries: boolean;
}

export interface MeetingPageTexts {
  card: { join: string; addToCalendar: string };
  calendarLinks: Record<"outlook" | "file" | "subscribe" | "label" | "text" | "onlyNext", string>;
}

/**
 * The ways to add a meeting to a calendar, and to join it, for anyone who has its link. It names no one.
 *
 * @param links `own` is the meeting's link, with nothing after it.
 */
export function renderMeetingPage(
  { subject, when, outlookLink, hasFile, hasCalendar, isSeries }: MeetingContent,
  links: { join: string; own: string },
  { card, calendarLinks }: MeetingPageTexts,
): string {
  const { outlook, file, subscribe, label, text, onlyNext } = calendarLinks;
  const addresses = toCalendarAddresses(links.own);
  const buttons = [
    ...(outlookLink === undefined ? [] : [renderButton(outlook, outlookLink)]),
    ...(hasFile ? [renderButton(file, addresses.file)] : []),
    ...(hasCalendar ? [renderButton(subscribe, addresses.subscription)] : []),
  ];
  return [
    `<h1>${encode(card.addToCalendar)}</h1>`,
    `<h2>${encode(subject)}</h2>`,
    ...(when === undefined ? [] : [`<p class="text">${encode(when)}</p>`]),
    `<p class="buttons">${buttons.join("\n")}</p>`,
    ...(isSeries && outlookLink !== undefined ? [`<p class="text">${encode(onlyNext)}</p>`] : []),
    ...(hasCalendar
      ? [
          `<p class="text">${encode(text)}</p>`,
          `<p class="next">${encode(label)} <code>${encode(addresses.subscription)}</code></p>`,
        ]
      : []),
    renderButton(card.join, links.join),
  ].join("\n");
}

function renderButton(title: string, url: string): string {
  return `<a class="button" href="${encode(url)}">${encode(title)}</a>`;
}
