import { Temporal } from "@js-temporal/polyfill";
import type { LiveRecord, MeetingSeries } from "../../src/meetings/record/meeting-record";
import { listPlanned, type Occurrence } from "../../src/meetings/series/next-occurrence";
import { parsePickedTime, toPickedTime } from "../../src/request/picked-time";
import { readWallClock } from "../../src/request/time/wall-time";
import type { BotServices } from "../bot-services";
import { formatOccurrenceDay } from "../cards/elements/recurring-time";
import { toPlainText } from "../cards/elements/text-line";
import { messagesFor } from "../locales/messages";
import { changeSeries, showUnchanged, toOnceReply } from "../replies/change-series";
import { findLive } from "../replies/live-meeting";
import { toNoticeReply, type Reply } from "../reply";
import { parsePeopleAndRoom, toContext } from "../requests/requested-meeting";
import { readNamedOccurrence } from "../requests/skipped-day";
import { toText } from "../turn/read-text";
import type { Turn } from "../turn/turn";
import type { UnlistedCommand } from "./command";

const MAX_TYPED = 60;

/** Leaves out meetings of a series: `skip tomorrow`, `skip next week`, or `skip` for the next one. */
export const skipCommand: UnlistedCommand = {
  name: "skip",
  async run(turn, words, services) {
    const { key } = parsePeopleAndRoom(turn, words, services);
    const found = await findLive(turn, key, services);
    return found.ok ? skip(turn, found.record, words, services) : found.reply;
  },
};

/** Skips the meetings that the words name, or says why not. */
export async function skip(
  turn: Turn,
  record: LiveRecord,
  words: Turn["words"],
  services: BotServices,
): Promise<Reply> {
  const { series } = record;
  if (!series) return toOnceReply(turn, record);
  if (series.pausedAt !== undefined) {
    return showUnchanged(turn, record, (messages) => messages.series.isPaused, services);
  }
  const { notSkipped } = messagesFor(turn.viewer.locale).series;
  const upcoming = listPlanned(series, services.now(), 2);
  const [next] = upcoming;
  if (!next) return toNoticeReply(undefined, notSkipped.over);
  const named = readNamedOccurrence(words, next.startsAt, toContext(turn, services));
  if (named.kind === "next") return skipAll(turn, record, [next], services);
  if (named.kind === "count") {
    const several = listPlanned(series, services.now(), named.count);
    return skipAll(turn, record, several, services);
  }
  const days = listDays(upcoming, turn, services);
  if (named.kind === "unclear") {
    const typed = toPlainText(toText(words), MAX_TYPED);
    return toNoticeReply(undefined, notSkipped.unclear({ typed, next: days }));
  }
  if (named.kind === "days") {
    const between = listBetween(series, named.first, named.last, turn, services);
    return between.length > 0
      ? skipAll(turn, record, between, services)
      : toNoticeReply(undefined, notSkipped.noneThen({ next: days }));
  }
  const onDay = listBetween(series, named.date, named.date, turn, services);
  if (onDay.length > 0) return skipAll(turn, record, onDay.slice(0, 1), services);
  const isSkipped = series.skipped?.some((at) => toDate(at, turn) === named.date);
  const explain = isSkipped ? notSkipped.already : notSkipped.notOnDay;
  const day = formatDate(named.date, turn, services);
  return toNoticeReply(undefined, explain({ day, next: days }));
}

function skipAll(
  turn: Turn,
  record: LiveRecord,
  occurrences: readonly Occurrence[],
  services: BotServices,
): Promise<Reply> {
  const ruleStartsAts = occurrences.map(({ ruleStartsAt }) => ruleStartsAt);
  return changeSeries(turn, record, { kind: "skip", ruleStartsAts }, services);
}

/** The meetings that aren't over between two days of the sender. */
function listBetween(
  series: MeetingSeries,
  first: string,
  last: string,
  turn: Turn,
  { now }: BotServices,
): Occurrence[] {
  const { zone } = readWallClock(now(), turn.viewer.timeZone);
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last)];
  const fromMs = from.toZonedDateTime(zone).epochMilliseconds;
  const start = new Date(Math.max(now().getTime(), fromMs));
  // One a day and one that began the day before, and as many that were moved there.
  const limit = 2 * (from.until(to).days + 2);
  return listPlanned(series, start, limit).filter(({ startsAt }) => {
    const date = toDate(startsAt, turn);
    return first <= date && date <= last;
  });
}

function toDate(startsAt: string, { viewer }: Turn): string {
  return toPickedTime(startsAt, viewer.timeZone).day;
}

/** "tomorrow, Dec 1, and Wed, Dec 2" */
function listDays(upcoming: readonly Occurrence[], { viewer }: Turn, { now }: BotServices): string {
  const messages = messagesFor(viewer.locale);
  const [first = "", second] = upcoming.map(({ startsAt }) =>
    formatOccurrenceDay(new Date(startsAt), viewer, messages, now()),
  );
  return second === undefined ? first : messages.series.notSkipped.and({ first, second });
}

function formatDate(date: string, { viewer }: Turn, { now }: BotServices): string {
  const { timeZone } = viewer;
  const picked = { day: date, time: "12:00", until: "" };
  // Days that have passed are named too.
  const noon = parsePickedTime(picked, undefined, { now: new Date(0), timeZone });
  if (!noon.ok || noon.time.kind === "length") return date;
  const start = new Date(noon.time.startsAt);
  return formatOccurrenceDay(start, viewer, messagesFor(viewer.locale), now());
}
