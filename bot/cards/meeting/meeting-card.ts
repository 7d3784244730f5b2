import { messagesFor, type Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { MAX_CARD_BYTES, toBytes, toCard, type AdaptiveCard } from "../elements/adaptive-card";
import { toExecuteAction, toOpenableLink } from "../elements/card-button";
import { toSubject } from "../elements/names";
import { toNotice } from "../elements/notice-card";
import { toHeader } from "./header";
import { toButtons, toRefreshButton } from "./meeting-buttons";
import type { MeetingCardData } from "./meeting-card-data";
import { toNotNotified } from "./not-notified";
import {
  toDialInLines,
  toExpiry,
  toLocationLine,
  toPeopleLines,
  summarize,
  toUnderstoodLine,
} from "./meeting-lines";
import { type MentionedPerson, toMentionedPeople } from "./mentions";
import { formatMeetingTime, toTimeLine } from "./time-lines";

/** Teams' limit (Teams, "Up to 60 users"). */
const MAX_REFRESHING_USERS = 60;

/** Our limit for every card. Teams allows about 100 KB for the whole message. */
const MAX_BYTES = 28_000;
/** Space for the line of mentions, and for the longer names that the list shows without the mentioned people. */
const RESERVED_BYTES = 1800;

/** The meeting card for one viewer, under 28 KB however long the texts are. */
export function toMeetingCard(data: MeetingCardData, viewer: Viewer): AdaptiveCard {
  const messages = messagesFor(viewer.locale);
  // Formatting a time is the slowest part of a card.
  const when = formatMeetingTime(data.time, viewer, messages, data.now);
  const card = toCardWith([], data, when, viewer, messages);
  // The link of the email repeats the longest texts.
  if (data.notNotified?.length && toBytes(card) > MAX_CARD_BYTES) {
    return toMeetingCard({ ...data, notNotified: undefined }, viewer);
  }
  if (!data.mentions?.length) return card;
  const maxBytes = MAX_BYTES - RESERVED_BYTES - toBytes(card);
  const mentioned = toMentionedPeople(data.mentions, maxBytes, messages);
  return mentioned.length === 0 ? card : toCardWith(mentioned, data, when, viewer, messages);
}

function toCardWith(
  mentioned: readonly MentionedPerson[],
  data: MeetingCardData,
  when: string | undefined,
  viewer: Viewer,
  messages: Messages,
): AdaptiveCard {
  const joinUrl = toOpenableLink(data.joinWebUrl);
  const body = [
    ...(data.notice ? [toNotice(data.notice)] : []),
    ...(joinUrl ? [] : [toNotice({ tone: "attention", text: messages.card.noLink })]),
    toHeader(toSubject(data.subject, messages), data.status, messages),
    ...toTimeLine(when),
    ...toPeopleLines(data, mentioned, messages),
    ...toLocationLine(data, messages),
    ...toUnderstoodLine(data, messages),
    ...toExpiry(data, viewer, messages),
    ...toDialInLines(data, messages),
    toButtons(data, joinUrl, messages),
    ...toNotNotified(data, joinUrl, when, viewer, messages),
  ];
  return {
    ...toCard(body, [summarize(data.subject, when, messages)], joinUrl),
    ...toRefresh(data, messages),
    ...(mentioned.length > 0 && {
      msteams: { entities: mentioned.map(({ entity }) => entity) },
    }),
  };
}

/** The automatic refresh. Without ids, Teams would refresh the card for everyone in a small conversation. */
export function toRefresh(
  data: MeetingCardData,
  messages: Messages,
): Pick<AdaptiveCard, "refresh"> {
  const userIds = [...new Set(data.refreshUserIds)].slice(0, MAX_REFRESHING_USERS);
  if (userIds.length === 0 || data.isWithoutBot) return {};
  return { refresh: { action: toExecuteAction(toRefreshButton(data, messages)), userIds } };
}
