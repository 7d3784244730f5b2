export interface CalendarEvent {
  /** Of the reader's cloud, such as `https://outlook.office.com`. */
  outlookOrigin: string;
  subject: string;
  location: string;
  joinUrl: string;
  joinLabel: string;
  /** Lines under the link. */
  details: readonly string[];
  /** ISO 8601; without them Outlook offers the next free half hour. */
  startsAt?: string;
  endsAt?: string;
  /** Whom the event invites: e-mail addresses. */
  addresses: readonly string[];
}

/** Browsers and servers between here and Outlook take so much of a link for sure. */
const MAX_LINK = 2000;
const ADDRESS_PART = String.raw`[^\s\p{Cc}\p{Surrogate}@,;:<>"()[\]\\]+`;
const ADDRESS = new RegExp(`^${ADDRESS_PART}@${ADDRESS_PART}$`, "u");

/**
 * The link that opens a new event in Outlook on the web with everything filled in. Outlook makes no
 * second Teams meeting of it, because `online` is left out. The body is HTML there: `\n` is lost, `<br>`
 * is not (https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs). Addresses that the
 * link has no room for are left out.
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
  // Not URLSearchParams: it writes a space as "+", which Outlook leaves standing in the subject.
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
    const more = `${recipients ? `${recipients}%2C` : "&to="}${encodeURIComponent(address)}`;
    if (more.length <= maxLength) recipients = more;
  }
  return recipients;
}

/** UTC to the second; Outlook does not read every form of ISO 8601. */
function toOutlookTime(time: string | undefined): string | undefined {
  const date = new Date(time ?? "");
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(/\.\d+Z$/u, "Z");
}

function escapeHtml(text: string): string {
  return text
    .replace(/&/gu, "&amp;")
    .replace(/</gu, "&lt;")
    .replace(/>/gu, "&gt;")
    .replace(/"/gu, "&quot;");
}
