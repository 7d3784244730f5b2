import type { Messages } from "../../locales/messages";
import type { ActionSet } from "../elements/adaptive-card";
import { type CardButton, toButtonRow, toJoinRow } from "../elements/card-button";
import { toCalendarLink } from "./calendar-link";
import type { MeetingCardData } from "./meeting-card-data";

export function toRefreshButton({ meetingToken }: MeetingCardData, { card }: Messages): CardButton {
  return { title: card.refresh, verb: "refresh", data: { ref: meetingToken } };
}

/**
 * The buttons are in the body, not in the card's own `actions`, because Refresh needs an `ActionSet` for its
 * fallback. They are in two rows, because Teams on phones neither wraps nor scrolls a row
 * (https://github.com/microsoft/AdaptiveCards/issues/4758) and renderers show at most five or six buttons in one.
 * The first row opens pages, the second one, with the "…" menu, asks the bot. A private card has a third row to
 * post it.
 */
export function toButtonRows(
  data: MeetingCardData,
  joinUrl: string | undefined,
  messages: Messages,
): ActionSet[] {
  const botButtons = data.isWithoutBot
    ? []
    : [toRefreshButton(data, messages), ...(data.hasMore ? toMenu(data, messages) : [])];
  const postHere = {
    title: messages.privately.postHere,
    verb: "post-here",
    data: { ref: data.meetingToken },
  };
  return [
    ...(joinUrl ? [toPageRow(data, joinUrl, messages)] : []),
    ...(botButtons.length > 0 ? [toButtonRow(botButtons, joinUrl ? "Small" : "Medium")] : []),
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
