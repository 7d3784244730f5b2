import { messagesFor, type Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { MAX_CARD_BYTES, toBytes, toCard, type AdaptiveCard } from "../elements/adaptive-card";
import { toExecuteAction } from "../elements/card-button";
import { toCardParts } from "./card-parts";
import { toRefreshButton } from "./meeting-buttons";
import type { MeetingCardData } from "./meeting-card-data";
import { toNotNotified } from "./not-notified";
import { summarize, toExpiry, toPeopleLines } from "./meeting-lines";
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
  const { joinUrl, header, people, details, buttons } = toCardParts(data, messages);
  const body = [
    ...header,
    ...toTimeLine(when),
    ...(mentioned.length > 0 ? toPeopleLines(data, mentioned, messages) : people),
    ...details,
    ...toExpiry(data, viewer, messages),
    ...buttons,
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
function toRefresh(data: MeetingCardData, messages: Messages): Pick<AdaptiveCard, "refresh"> {
  const userIds = [...new Set(data.refreshUserIds)].slice(0, MAX_REFRESHING_USERS);
  if (userIds.length === 0 || data.isWithoutBot) return {};
  return { refresh: { action: toExecuteAction(toRefreshButton(data, messages)), userIds } };
}
