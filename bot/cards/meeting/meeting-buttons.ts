import type { Messages } from "../../locales/messages";
import type { ActionSet } from "../elements/adaptive-card";
import { toCalendarLink } from "./calendar-link";
import { type CardButton, toButtonRow } from "../elements/card-button";
import { toJoinRow } from "./join-button";
import type { MeetingCardData } from "./meeting-card-data";
import { toDialInLines, toSubject } from "./meeting-lines";

export function toRefreshButton({ meetingToken }: MeetingCardData, { card }: Messages): CardButton {
  return { title: card.refresh, verb: "refresh", data: { ref: meetingToken } };
}

/**
 * The buttons stand in the body, because `Refresh` needs an `ActionSet` for its fallback and the card's
 * own `actions` would come after it, and in two sets, because Teams on phones neither wraps nor scrolls
 * a set that is too wide (https://github.com/microsoft/AdaptiveCards/issues/4758), and renderers take no more
 * than five or six buttons in one: what opens a page has the first row, and what asks the bot, with "…", the second. What puts
 * a private card before all has a third.
 */
export function toButtonRows(
  data: MeetingCardData,
  joinUrl: string | undefined,
  messages: Messages,
): ActionSet[] {
  const ours = data.isWithoutBot
    ? []
    : [toRefreshButton(data, messages), ...(data.hasMore ? toMoreButtons(data, messages) : [])];
  return [
    ...(joinUrl ? [toPageRow(data, joinUrl, messages)] : []),
    ...(ours.length > 0 ? [toButtonRow(ours, joinUrl ? "Small" : "Medium")] : []),
    ...(data.isPrivate ? [toButtonRow([toPostButton(data, messages)], "Small")] : []),
  ];
}

function toPageRow(data: MeetingCardData, joinUrl: string, messages: Messages): ActionSet {
  const row = toJoinRow(joinUrl, messages, "positive");
  const url = toCalendar(data, joinUrl, messages);
  const calendar = { type: "Action.OpenUrl", title: messages.card.addToCalendar, url } as const;
  return { ...row, actions: [...row.actions, calendar] };
}

function toPostButton({ meetingToken }: MeetingCardData, { privately }: Messages): CardButton {
  return { title: privately.postHere, verb: "post-here", data: { ref: meetingToken } };
}

/** What changes or ends a meeting is done in its own conversation; its link may be passed on from anywhere. */
function toMoreButtons(
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

function toCalendar(data: MeetingCardData, joinUrl: string, messages: Messages): string {
  const { startsAt, endsAt } = data.time;
  return toCalendarLink({
    outlookOrigin: data.outlookOrigin,
    subject: toSubject(data.subject, messages),
    location: messages.card.calendarLocation,
    joinUrl,
    joinLabel: messages.card.calendarJoin,
    details: toDialInLines(data, messages),
    ...(startsAt !== undefined && { startsAt }),
    ...(endsAt !== undefined && { endsAt }),
    addresses: data.calendarAddresses ?? [],
  });
}
