import { readInstant } from "../elements/format-time";

export interface CalendarEvent {
  /** Outlook in the viewer's cloud, such as `https://outlook.office.com`. */
  outlookOrigin: string;
  subject: string;
  location: string;
  joinUrl: string;
  joinLabel: string;
  /** Lines below the link. */
  details: readonly string[];
  /** ISO 8601. Without times, Outlook suggests the next free half hour. */
  startsAt?: string;
  endsAt?: string;
  /** E-mail addresses to invite. */
  addresses: readonly string[];
}

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
export function toCalendarLink(event: CalendarEvent): string {
  const anchor = `<a href="${escapeHtml(event.joinUrl)}">${escapeHtml(event.joinLabel)}</a>`;
  const parameters = [
    ["path", "/calendar/action/compose"],
    ["rru", "addevent"],
    ["subject", event.subject],
    ["startdt", toOutlookTime(event.startsAt)],
    ["enddt", toOutlookTime(event.endsAt)],
    ["location", event.location],
    ["body", [anchor, ...event.details.map(escapeHtml)].join("<br>")],
  ] as const;
  // Not URLSearchParams: it encodes a space as "+", which Outlook shows in the subject.
  const query = parameters.flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  const link = `${event.outlookOrigin}/calendar/0/deeplink/compose?${query.join("&")}`;
  return `${link}${toRecipients(event.addresses, MAX_LINK - link.length)}`;
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
