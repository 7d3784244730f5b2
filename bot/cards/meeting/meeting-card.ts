import { deepFreeze } from "../../../src/async/memo";
import { messagesFor, type Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { MAX_CARD_BYTES, toBytes, toCard, type AdaptiveCard } from "../elements/adaptive-card";
import { toCardParts, type CardParts } from "./card-parts";
import type { MeetingCardData } from "./meeting-card-data";
import { formatLastMet, formatLive, type LiveText } from "../elements/format-live";
import { toLiveLine } from "./live-line";
import { toNotNotified } from "./not-notified";
import { summarize, toExpiry, toPeopleLines } from "./meeting-lines";
import { type MentionedPerson, toMentionedPeople } from "./mentions";
import { formatSkipped, toSkippedLine } from "./skipped-line";
import { formatMeetingTime, toTimeLine } from "./time-lines";

/** Teams' limit (Teams, "Up to 60 users"). */
const MAX_REFRESHING_USERS = 60;

/** Our limit for every card. Teams allows about 100 KB for the whole message. */
const MAX_BYTES = 28_000;
/** Space for the line of mentions, and for the longer names that the list shows without the mentioned people. */
const RESERVED_BYTES = 1800;

export interface RenderedMeeting {
  card: AdaptiveCard;
  /** The text of the notification. */
  summary: string;
}

/** The meeting card for one viewer, under 28 KB however long the texts are. */
export function renderMeeting(data: MeetingCardData, viewer: Viewer): RenderedMeeting {
  const messages = messagesFor(viewer.locale);
  const live = formatLive(data.live, data.time, viewer, messages, data.now);
  const when = formatMeetingTime(data.time, viewer, messages, data.now, live?.isInProgress);
  const times = {
    when,
    live,
    lastMet: formatLastMet(data.live, viewer, messages, data.now),
    skipped: formatSkipped(data, viewer, messages),
  };
  const parts = toCardParts(data, messages);
  const summary = summarize(parts.name, when, messages);
  // Only the times on it depend on the viewer.
  const isShared = !data.mentions?.length && !data.notNotified?.length && !data.expiresAt;
  const card = isShared
    ? parts.rememberCard(toTimesText(times), () =>
        deepFreeze(toCardWith([], parts, data, times, viewer, messages)),
      )
    : fitCard(parts, data, times, viewer, messages);
  return { card: { ...card, ...toRefresh(data, parts) }, summary };
}

/** The texts that differ between readers of a language, and from day to day. */
interface CardTimes {
  when: string | undefined;
  live: LiveText | undefined;
  lastMet: string | undefined;
  skipped: string;
}

/** Most cards only have the first. */
function toTimesText({ when = "", live, lastMet, skipped }: CardTimes): string {
  return live || lastMet || skipped ? JSON.stringify([when, live, lastMet, skipped]) : when;
}

/** "No fixed time · last met today, 45 min", or "Last met today, 45 min" if the time isn't known. */
function toTimeAndLastMet(when: string | undefined, lastMet: string | undefined) {
  if (when === undefined || lastMet === undefined) return when ?? (lastMet && capitalize(lastMet));
  return `${when} · ${lastMet}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}

/** Leaves out what the size of the whole card doesn't allow. */
function fitCard(
  parts: CardParts,
  data: MeetingCardData,
  times: CardTimes,
  viewer: Viewer,
  messages: Messages,
): AdaptiveCard {
  const card = toCardWith([], parts, data, times, viewer, messages);
  const sizeBytes = toBytes({ ...card, ...toRefresh(data, parts) });
  // The link of the email repeats the longest texts.
  if (data.notNotified?.length && sizeBytes > MAX_CARD_BYTES) {
    const shorter = { ...data, notNotified: undefined };
    return fitCard(toCardParts(shorter, messages), shorter, times, viewer, messages);
  }
  if (!data.mentions?.length) return card;
  const maxBytes = MAX_BYTES - RESERVED_BYTES - sizeBytes;
  const mentioned = toMentionedPeople(data.mentions, maxBytes, messages);
  return mentioned.length === 0
    ? card
    : toCardWith(mentioned, parts, data, times, viewer, messages);
}

function toCardWith(
  mentioned: readonly MentionedPerson[],
  { joinUrl, name, header, people, details, buttons }: CardParts,
  data: MeetingCardData,
  times: CardTimes,
  viewer: Viewer,
  messages: Messages,
): AdaptiveCard {
  const { when, live, lastMet, skipped } = times;
  const body = [
    ...header,
    ...toLiveLine(live),
    ...toTimeLine(toTimeAndLastMet(when, lastMet)),
    ...toSkippedLine(skipped),
    ...(mentioned.length > 0 ? toPeopleLines(data, mentioned, messages) : people),
    ...details,
    ...toExpiry(data, viewer, messages),
    ...buttons,
    ...toNotNotified(data, joinUrl, when, viewer, messages),
  ];
  return {
    ...toCard(body, [summarize(name, when, messages)], joinUrl),
    ...(mentioned.length > 0 && {
      msteams: { entities: mentioned.map(({ entity }) => entity) },
    }),
  };
}

/** The automatic refresh. Without ids, Teams would refresh the card for everyone in a small conversation. */
function toRefresh(data: MeetingCardData, { refresh }: CardParts): Pick<AdaptiveCard, "refresh"> {
  const userIds = [...new Set(data.refreshUserIds)].slice(0, MAX_REFRESHING_USERS);
  return userIds.length === 0 || data.isWithoutBot ? {} : { refresh: { action: refresh, userIds } };
}
