import type { Messages } from "../locales/messages";
import type { ActionSet } from "./adaptive-card";
import { toCalendarLink } from "./calendar-link";
import { type CardButton, toButtonAction } from "./card-button";
import { toJoinRow } from "./join-button";
import type { MeetingCardData } from "./meeting-card-data";
import { toDialInLines, toSubject } from "./meeting-lines";

export function toRefreshButton(
  { sealedReference }: MeetingCardData,
  { card }: Messages,
): CardButton {
  return { title: card.refresh, verb: "refresh", data: { ref: sealedReference } };
}

/**
 * The buttons stand in the body, because `Refresh` needs an `ActionSet` for its fallback and the card's
 * own `actions` would come after it, and in two sets, because Teams on phones neither wraps nor scrolls
 * a set that is too wide (https://github.com/microsoft/AdaptiveCards/issues/4758): `Join` has the first
 * row, and the two others with "…" fit into 320 px.
 */
export function toButtonRows(
  data: MeetingCardData,
  joinUrl: string | undefined,
  messages: Messages,
): ActionSet[] {
  const ours = data.isWithoutBot
    ? []
    : [toRefreshButton(data, messages), ...(data.hasMore ? toMoreButtons(data, messages) : [])];
  const more = ours.map(toButtonAction);
  if (!joinUrl) {
    return more.length > 0 ? [{ type: "ActionSet", spacing: "Medium", actions: more }] : [];
  }
  const calendar = {
    type: "Action.OpenUrl",
    title: messages.card.addToCalendar,
    url: toCalendar(data, joinUrl, messages),
  } as const;
  return [
    toJoinRow(joinUrl, messages, "positive"),
    { type: "ActionSet", spacing: "Small", actions: [calendar, ...more] },
  ];
}

function toMoreButtons({ sealedReference }: MeetingCardData, { card }: Messages): CardButton[] {
  const rest = { data: { ref: sealedReference }, mode: "secondary" } as const;
  return [
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
