import type { Messages } from "../../locales/messages";
import type { ActionSet, CardAction } from "../elements/adaptive-card";
import {
  type CardButton,
  PHONE_PX,
  countFitting,
  toActionRow,
  toButtonAction,
  toJoinAction,
} from "../elements/card-button";
import type { MeetingCardData, SharedCardData } from "./meeting-card-data";
import { toSeriesButtons, toSeriesMenu } from "./series-buttons";
import { DIAL_IN_ID, toDialInTexts } from "./meeting-lines";
import { toCalendarLink } from "./outlook-links";

type WithToken = Pick<MeetingCardData, "meetingToken">;

const MAX_VISIBLE = 3;
/** The "…" button. */
const MENU_PX = 44;

export function toRefreshButton({ meetingToken }: WithToken, { card }: Messages): CardButton {
  return { title: card.refresh, verb: "refresh", data: { ref: meetingToken } };
}

export function toCopyLinkButton({ meetingToken }: WithToken, { links }: Messages): CardButton {
  return { title: links.copy, verb: "copy-link", data: { ref: meetingToken } };
}

/**
 * One row: Join, Refresh, the button that fits the moment, and the rest in the "…" menu. Teams on phones neither wraps
 * nor scrolls a row (https://github.com/microsoft/AdaptiveCards/issues/4758), so what doesn't fit on a phone goes into
 * the menu. The row is in the body, not in the card's own `actions`, because Refresh needs an `ActionSet` for its
 * fallback.
 */
export function toButtons(
  data: SharedCardData,
  joinUrl: string | undefined,
  messages: Messages,
): ActionSet {
  const { confirmCard, privately } = messages;
  const { meetingToken, belongsTo, isWithoutBot, isPrivate } = data;
  const isGone = data.isGone && belongsTo !== "elsewhere";
  const token = { ref: meetingToken };
  const toAsk = (button: CardButton) => (isWithoutBot ? [] : [toButtonAction(button)]);
  const newLink = { title: confirmCard.newLink.confirm, verb: "meet", data: token } as const;
  const replace = isGone ? toAsk({ ...newLink, style: "positive" }) : [];
  const joinStyle = replace.length > 0 ? undefined : "positive";
  const join = joinUrl ? [toJoinAction(joinUrl, messages, joinStyle)] : [];
  const refresh = toAsk(toRefreshButton(data, messages));
  const postHere = toAsk({ title: privately.postHere, verb: "post-here", data: token });
  const calendar = joinUrl && !data.attached ? [toCalendarAction(data, joinUrl, messages)] : [];
  // Otherwise it's next to Email, below.
  const copyLink = isEveryoneNotified(data) ? toAsk(toCopyLinkButton(data, messages)) : [];
  const isScheduled = data.time.kind !== "standing";
  const useful = isScheduled ? [...calendar, ...copyLink] : [...copyLink, ...calendar];
  const candidates = [
    ...replace,
    ...join,
    ...(isPrivate ? [...postHere, ...refresh] : refresh),
    ...toSeriesButtons(data, messages).flatMap(toAsk),
    ...useful,
    ...toDialInButton(data, messages),
  ];
  const count = countFitting(candidates.slice(0, MAX_VISIBLE), PHONE_PX - MENU_PX);
  const manage =
    belongsTo === "elsewhere"
      ? []
      : [...toSeriesMenu(data, messages), ...toManageButtons(data, messages)].flatMap(toAsk);
  return toActionRow([
    ...candidates.slice(0, count),
    ...candidates.slice(count).map(toMenuItem),
    ...manage,
  ]);
}

function isEveryoneNotified({ notNotified = [] }: SharedCardData): boolean {
  return notNotified.length === 0;
}

/** The menu has space for the whole title. */
function toMenuItem(action: CardAction): CardAction {
  const { tooltip: title = action.title } = action;
  const look = { title, mode: "secondary" } as const;
  return "fallback" in action && action.fallback
    ? { ...action, ...look, fallback: { ...action.fallback, ...look } }
    : { ...action, ...look };
}

/** These work only in the meeting's own conversation. */
function toManageButtons(
  { meetingToken, attached }: SharedCardData,
  { card, attachedCard }: Messages,
): CardButton[] {
  const rest = { data: { ref: meetingToken }, mode: "secondary" } as const;
  if (attached) {
    return attached.isOfChat ? [] : [{ title: attachedCard.detach, verb: "detach", ...rest }];
  }
  return [
    { title: card.edit, verb: "edit", ...rest },
    { title: card.options, verb: "options", ...rest },
    { title: card.newLink, verb: "new", ...rest },
    { title: card.cancelMeeting, verb: "cancel", ...rest },
  ];
}

/** Opens Outlook if the meeting has no time. Otherwise there are more ways, on a card or, without the bot, on a page. */
function toCalendarAction(data: SharedCardData, joinUrl: string, messages: Messages): CardAction {
  const { calendar: title, addToCalendar: tooltip } = messages.card;
  const isStanding = data.time.kind === "standing";
  const url = isStanding ? toCalendarLink(data, joinUrl, messages) : data.calendarPage;
  if (url !== undefined) return { type: "Action.OpenUrl", title, tooltip, url };
  return toButtonAction({ title, tooltip, verb: "calendar", data: { ref: data.meetingToken } });
}

function toDialInButton(data: SharedCardData, messages: Messages): CardAction[] {
  if (toDialInTexts(data, messages).length === 0) return [];
  const title = messages.card.dialIn;
  return [{ type: "Action.ToggleVisibility", title, targetElements: [DIAL_IN_ID] }];
}
