import type { Messages } from "../../locales/messages";
import type { ActionSet } from "../elements/adaptive-card";
import { type CardButton, toButtonRow, toJoinRow } from "../elements/card-button";
import { readInstant } from "../elements/format-time";
import { toSubject } from "../elements/names";
import type { MeetingCardData } from "./meeting-card-data";
import { toDialInTexts } from "./meeting-lines";

/** A link length that every browser and server on the way to Outlook accepts. */
const MAX_LINK = 2000;
const ADDRESS_PART = String.raw`[^\s\p{Cc}\p{Surrogate}@,;:<>"()[\]\\]+`;
const ADDRESS = new RegExp(`^${ADDRESS_PART}@${ADDRESS_PART}$`, "u");

export function toRefreshButton({ meetingToken }: MeetingCardData, { card }: Messages): CardButton {
  return { title: card.refresh, verb: "refresh", data: { ref: meetingToken } };
}

/**
 * The buttons are in the body, not in the card's own `actions`, because Refresh needs an `ActionSet` for its
 * fallback. They are in two rows, because Teams on phones neither wraps nor scrolls a row
 * (https://github.com/microsoft/AdaptiveCards/issues/4758) and renderers show at most five or six buttons in one.
 * The first row opens pages. The second row, with the "…" menu, asks the bot. A private card has a third row to
 * post it.
 */
export function toButtonRows(
  data: MeetingCardData,
  joinUrl: string | undefined,
  messages: Messages,
): ActionSet[] {
  const botButtons = [toRefreshButton(data, messages), ...toMenu(data, messages)];
  const { postHere: title } = messages.privately;
  const postHere = { title, verb: "post-here", data: { ref: data.meetingToken } };
  return [
    ...(joinUrl ? [toPageRow(data, joinUrl, messages)] : []),
    ...(data.isWithoutBot ? [] : [toButtonRow(botButtons, joinUrl ? "Small" : "Medium")]),
    ...(data.isPrivate ? [toButtonRow([postHere], "Small")] : []),
  ];
}

/** People can copy the link anywhere; the other buttons work only in the meeting's own conversation. */
function toMenu(
  { meetingToken, belongsTo }: MeetingCardData,
  { card, links }: Messages,
): CardButton[] {
  const rest = { data: { ref: meetingToken }, mode: "secondary" } as const;
  const copyLink = { title: links.copy, verb: "copy-link", ...rest };
  if (belongsTo === "elsewhere") return [copyLink];
  return [
    copyLink,
    { title: card.options, verb: "options", ...rest },
    { title: card.newLink, verb: "new", ...rest },
    { title: card.cancelMeeting, verb: "cancel", ...rest },
  ];
}

function toPageRow(data: MeetingCardData, joinUrl: string, messages: Messages): ActionSet {
  const row = toJoinRow(joinUrl, messages, "positive");
  const url = toCalendarLink(data, joinUrl, messages);
  const calendar = { type: "Action.OpenUrl", title: messages.card.addToCalendar, url } as const;
  return { ...row, actions: [...row.actions, calendar] };
}

/**
 * A link that opens a prefilled event in Outlook on the web. Leaving out `online` keeps Outlook from adding a
 * second Teams meeting. The body is HTML: it keeps `<br>` but not `\n`
 * (https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs). Addresses that don't fit into the
 * link are left out.
 */
function toCalendarLink(data: MeetingCardData, joinUrl: string, messages: Messages): string {
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
  // Not URLSearchParams: it encodes a space as "+", which Outlook shows in the subject.
  const query = parameters.flatMap(([name, value]) =>
    value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
  );
  const link = `${data.outlookOrigin}/calendar/0/deeplink/compose?${query.join("&")}`;
  return `${link}${toRecipients(data.calendarAddresses ?? [], MAX_LINK - link.length)}`;
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
