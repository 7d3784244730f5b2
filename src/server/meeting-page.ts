import { encode } from "html-entities";
import { toCalendarAddresses } from "../meetings/tokens/meeting-link";

/** What the page of a meeting says, in plain text. */
export interface MeetingContent {
  title: string;
  /** When the meeting is, if that's known. */
  when?: string | undefined;
  /** Opens a prefilled entry in Outlook. */
  outlookLink?: string | undefined;
  /** Whether the meeting's calendar has an entry. */
  hasCalendar: boolean;
}

export interface MeetingPageTexts {
  card: { join: string; addToCalendar: string };
  calendarLinks: Record<"outlook" | "file" | "subscribe" | "label" | "text", string>;
}

/**
 * For people who open a meeting's link outside Teams: the way into the meeting, and into their calendar. It names no
 * one.
 *
 * @param links `own` is the meeting's link, without `.ics`.
 */
export function renderMeetingPage(
  { title, when, outlookLink, hasCalendar }: MeetingContent,
  links: { join: string; own: string },
  { card, calendarLinks }: MeetingPageTexts,
): string {
  const { outlook, file, subscribe, label, text } = calendarLinks;
  const addresses = toCalendarAddresses(links.own);
  const buttons = [
    ...(outlookLink === undefined ? [] : [renderButton(outlook, outlookLink)]),
    ...(hasCalendar
      ? [renderButton(file, addresses.file), renderButton(subscribe, addresses.subscription)]
      : []),
  ];
  return [
    `<h1>${encode(title)}</h1>`,
    ...(when === undefined ? [] : [`<p class="text">${encode(when)}</p>`]),
    renderButton(card.join, links.join),
    ...(buttons.length === 0
      ? []
      : [`<h2>${encode(card.addToCalendar)}</h2>`, `<p class="buttons">${buttons.join("\n")}</p>`]),
    ...(hasCalendar
      ? [
          `<p class="text">${encode(text)}</p>`,
          `<p class="next">${encode(label)} <code>${encode(addresses.subscription)}</code></p>`,
        ]
      : []),
  ].join("\n");
}

function renderButton(title: string, url: string): string {
  return `<a class="button" href="${encode(url)}">${encode(title)}</a>`;
}
