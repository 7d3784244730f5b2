import { readWallClock } from "../../../src/request/time/wall-time";
import type { Recurrence } from "../../../src/request/recurrence";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { toDateFormat, toDayWord } from "./date-format";
import { formatRecurrence } from "./format-recurrence";
import { formatRange, readSpan, toClockOptions, toDash, toLocales } from "./format-time";
import { toTextLocale } from "./names";
import { createOffsetReader, nameZone, toTimeZone } from "./zone-name";

/** A meeting that repeats. Times are ISO 8601. */
export interface RecurringTime {
  kind: "recurring";
  recurrence: Recurrence;
  /** One of the times that the rule gives, which says the time of day. */
  byRule: { startsAt: string; endsAt?: string | undefined };
  /** The next or current occurrence. Absent if there's none. */
  startsAt?: string | undefined;
  endsAt?: string | undefined;
  /** The start that the rule gives it: another one if it was moved. */
  ruleStartsAt?: string;
  /** Whether the rule gives another time for it. */
  isMoved?: boolean;
  isPaused?: boolean;
  /** The starts of the next occurrences that are left out, one after the other. */
  skipped?: readonly string[];
}

/**
 * "Weekdays 9:30–9:45 AM · next tomorrow, Dec 1". The day word has its date too: messages stay, and no one updates them each
 * day. The next occurrence has its time if that isn't the rule's, or if it's another one in the viewer's zone.
 *
 * @param isLive Whether the card says already that people are in the meeting now.
 */
export function formatRecurringTime(
  time: RecurringTime,
  viewer: Viewer,
  messages: Messages,
  now: Date,
  isLive = false,
): string | undefined {
  if (!readSpan(time.byRule)) return undefined;
  const rule = formatRecurrence(time.recurrence, time.byRule, viewer, messages);
  const status = formatStatus(time, viewer, messages, now);
  return isLive && status === messages.series.now ? rule : `${rule} · ${status}`;
}

function formatStatus(time: RecurringTime, viewer: Viewer, messages: Messages, now: Date): string {
  const { series: words } = messages;
  const { startsAt, endsAt, isPaused } = time;
  if (isPaused) return words.paused;
  const span =
    startsAt === undefined ? undefined : readSpan({ startsAt, ...(endsAt && { endsAt }) });
  if (!span) return words.over;
  const [start, end] = span;
  if (start <= now && now < end) return words.now;
  const day = formatOccurrenceDay(start, viewer, messages, now);
  return words.next({
    day: isTimeKnown(time, start, viewer)
      ? day
      : words.dayAt({ day, time: formatClock(start, end, time, viewer, messages) }),
  });
}

/** "tomorrow, Dec 1", or "Fri, Dec 4": with the year if it isn't the current one. */
export function formatOccurrenceDay(
  start: Date,
  viewer: Viewer,
  messages: Messages,
  now: Date,
): string {
  const timeZone = toTimeZone(viewer);
  const locale = toTextLocale(viewer, messages);
  const toDate = (at: Date) => readWallClock(at, timeZone).now.toPlainDate();
  const [today, day] = [toDate(now), toDate(start)];
  const { days } = today.until(day, { largestUnit: "days" });
  const isNear = days === 0 || days === 1;
  const format = toDateFormat(locale, {
    ...(!isNear && { weekday: "short" }),
    day: "numeric",
    month: "short",
    ...(today.year !== day.year && { year: "numeric" }),
    timeZone,
  });
  const date = format.format(start).replace(/\s/gu, " ");
  if (!isNear) return date;
  const word = toDayWord(locale, days);
  return messages.series.dayOn({ day: word, date });
}

/** "Mon, Nov 30", "Mon, Nov 30, and Tue, Dec 1", or "Mon, Nov 30 – Fri, Dec 4" for more. */
export function formatOccurrenceDays(
  starts: readonly string[],
  viewer: Viewer,
  messages: Messages,
  now: Date,
): string {
  const [first = "", second = first] = starts.map((at) =>
    formatOccurrenceDay(new Date(at), viewer, messages, now),
  );
  if (starts.length < 2) return first;
  const { and, through } = messages.series.notSkipped;
  if (starts.length === 2) return and({ first, second });
  const last = formatOccurrenceDay(new Date(starts.at(-1) ?? ""), viewer, messages, now);
  return through({ first, last });
}

/** Whether the rule says the time of day in the viewer's zone already. */
function isTimeKnown({ isMoved, recurrence }: RecurringTime, start: Date, viewer: Viewer): boolean {
  const toOffset = (timeZone: string) => createOffsetReader(viewer, timeZone)(start);
  return !isMoved && toOffset(recurrence.timeZone) === toOffset(toTimeZone(viewer));
}

/** "3:30–3:45 AM", with the zone if the rule names another one. */
function formatClock(
  start: Date,
  end: Date,
  { recurrence }: RecurringTime,
  viewer: Viewer,
  { card }: Messages,
): string {
  const timeZone = toTimeZone(viewer);
  const clock = toDateFormat(toLocales(viewer), { ...toClockOptions(viewer), timeZone });
  const range = start < end ? formatRange(clock, start, end, toDash(viewer)) : clock.format(start);
  const time = range.replace(/\s+/gu, " ");
  return timeZone === recurrence.timeZone
    ? time
    : card.timeInZone({ time, zone: nameZone(viewer, timeZone, start) });
}
