import type { Messages } from "../../locales/messages";
import { readInstant } from "../elements/format-time";
import { MAX_SHORT_NAME, toSubject } from "../elements/names";
import type { MeetingCardData } from "./meeting-card-data";
import { toDialInTexts } from "./meeting-lines";

/** What an entry in Outlook has. */
export type CalendarData = Pick<
  MeetingCardData,
  "subject" | "time" | "dialIn" | "calendarAddresses" | "outlookOrigin"
>;

/** A link length that every browser and server on the way to Outlook accepts. */
const MAX_LINK = 2000;
const ADDRESS_PART = String.raw`[^\s\p{Cc}\p{Surrogate}@,;:<>"()[\]\\]+`;
const ADDRESS = new RegExp(`^${ADDRESS_PART}@${ADDRESS_PART}$`, "u");

/**
 * A link that opens a prefilled event in Outlook on the web. Leaving out `online` keeps Outlook from adding a
 * second Teams meeting. The body is HTML: it keeps `<br>` but not `\n`
 * (https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs). Addresses that don't fit into the
 * link are left out.
 */
export function toCalendarLink(data: CalendarData, joinUrl: string, messages: Messages): string {
  const { calendarJoin, calendarLocation } = messages.card;
  const anchor = `<a href="${escapeHtml(joinUrl)}">${escapeHtml(calendarJoin)}</a>`;
  const details = toDialInTexts(data, messages).map(escapeHtml);
  const parameters = [
    ["path", "/calendar/action/compose"],
    ["rru", "addevent"],
    ["subject", toSubject(data.subject, messages)],
    // Without times, Outlook suggests the next free half hour.
    ["startdt", toOutlookTime(data.time.startsAt)],
    ["enddt", toOutlookTime(data.time.endsAt)],
    ["location", calendarLocation],
    ["body", [anchor, ...details].join("<br>")],
  ] as const;
  return toComposeLink(
    `${data.outlookOrigin}/calendar/0/deeplink/compose`,
    parameters,
    data.calendarAddresses ?? [],
  );
}

/**
 * A link that opens a prefilled email in Outlook on the web, to the people who haven't been notified. Not `mailto:`,
 * which Teams doesn't open from a card (https://github.com/MicrosoftDocs/msteams-docs/issues/3677). The body has no
 * markup, so that it reads well as text and as HTML.
 *
 * @param when From `formatMeetingTime`.
 */
export function toEmailLink(
  {
    subject,
    notNotified = [],
    outlookOrigin,
  }: Pick<MeetingCardData, "subject" | "notNotified" | "outlookOrigin">,
  joinUrl: string,
  when: string | undefined,
  messages: Messages,
): string {
  const name = toSubject(subject, messages, MAX_SHORT_NAME);
  const join = messages.card.notNotified.joinByEmail({ link: joinUrl });
  const parameters = [
    ["subject", name],
    [
      "body",
      [when === undefined ? name : messages.card.summary({ subject: name, when }), join].join("\n"),
    ],
  ] as const;
  const addresses = notNotified.flatMap(({ address }) => address ?? []);
  return toComposeLink(`${outlookOrigin}/mail/deeplink/compose`, parameters, addresses);
}

function toComposeLink(
  page: string,
  parameters: readonly (readonly [name: string, value: string | undefined])[],
  addresses: readonly string[],
): string {
  // Not URLSearchParams: it encodes a space as "+", which Outlook shows in the subject.
  const query = parameters.flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  const link = `${page}?${query.join("&")}`;
  return `${link}${toRecipients(addresses, MAX_LINK - link.length)}`;
}

function toRecipients(addresses: readonly string[], maxLength: number): string {
  let recipients = "";
  for (const address of new Set(addresses)) {
    if (!ADDRESS.test(address)) continue;
    const extended = `${recipients ? `${recipients}%2C` : "&to="}${encodeURIComponent(address)}`;
    if (extended.length <= maxLength) recipients = extended;
  }
  return recipients;
}

/** UTC in whole seconds: Outlook doesn't accept every form of ISO 8601. */
function toOutlookTime(time = ""): string | undefined {
  return readInstant(time)
    ?.toISOString()
    .replace(/\.\d+Z$/u, "Z");
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");
}
