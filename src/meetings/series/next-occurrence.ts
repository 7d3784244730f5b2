import { Temporal } from "@js-temporal/polyfill";
import { createMemo } from "../../async/memo";
import { toLibraryDate, toLibraryRule } from "../../request/time/repetition/library-rule";
import type { LiveRecord, MeetingSeries, TimeRange } from "../record/meeting-record";
import { isAhead } from "../time-range";

/** One meeting of a series. */
export interface Occurrence extends Required<TimeRange> {
  /** ISO 8601. The start that the rule gives it: another one if the occurrence was moved. */
  ruleStartsAt: string;
}

/** By series, day and number. */
const MAX_REMEMBERED = 500;
const MAX_KEY_LENGTH = 500;
const DAY_MS = 86_400_000;
/** How many days a rule takes to its next date, at most: two months can lack the 31st, seven years the 29 February. */
const LONGEST_GAP_DAYS = { daily: 1, weekly: 7, monthly: 62 } as const;
const LONGEST_LATE_GAP_DAYS = 8 * 31;

const remember = createMemo<readonly string[]>({
  maxEntries: MAX_REMEMBERED,
  maxKeyLength: MAX_KEY_LENGTH,
});

/**
 * The occurrences of a series that aren't over at a time, at most `limit`, in order; none while it's paused.
 *
 * Counts as RFC 5545 does. Dates are counted first, then the wall time of the first occurrence is read on each in the
 * series' zone: a time that the clocks skip is read with the offset before it, and of one that exists twice, the first
 * counts (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5). All are as long as the first, even when the clocks
 * change (https://www.rfc-editor.org/rfc/rfc5545#section-3.8.5.3).
 */
export function listOccurrences(series: MeetingSeries, from: Date, limit: number): Occurrence[] {
  return series.pausedAt === undefined ? listPlanned(series, from, limit) : [];
}

/** The same, as if the series weren't paused. */
export function listPlanned(series: MeetingSeries, from: Date, limit: number): Occurrence[] {
  const { moved = {} } = series;
  const lengthMs = toLengthMs(series);
  const elsewhere = Object.entries(moved)
    .map(([ruleStartsAt, time]) => toOccurrence(ruleStartsAt, time, lengthMs))
    .filter(({ endsAt }) => Date.parse(endsAt) > from.getTime());
  return [...listUnmoved(series, from, limit, Object.keys(moved)), ...elsewhere]
    .toSorted((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt))
    .slice(0, limit);
}

/** The same at the times that the rule gives, as if none was moved. */
export function listRuleOccurrences(
  series: MeetingSeries,
  from: Date,
  limit: number,
): Occurrence[] {
  return listUnmoved(series, from, limit, []);
}

function listUnmoved(
  series: MeetingSeries,
  from: Date,
  limit: number,
  movedStarts: readonly string[],
): Occurrence[] {
  const lengthMs = toLengthMs(series);
  const isOver = (startsAt: string) => Date.parse(startsAt) + lengthMs <= from.getTime();
  const excluded = new Set([...(series.skipped ?? []), ...movedStarts]);
  const ahead = [...excluded].filter((startsAt) => !isOver(startsAt)).length;
  return listRuleStarts(series, from, limit + ahead)
    .filter((startsAt) => !isOver(startsAt) && !excluded.has(startsAt))
    .slice(0, limit)
    .map((startsAt) => toOccurrence(startsAt, { startsAt }, lengthMs));
}

/**
 * When the meeting is next, or the time that is going on. `undefined` when it's standing, over or paused.
 */
export function findOccurrence(
  { series, isTimeGiven, meeting: { startsAt, endsAt } }: LiveRecord,
  now: Date,
): TimeRange | undefined {
  if (series) return listOccurrences(series, now, 1)[0];
  if (!isTimeGiven || startsAt === undefined) return undefined;
  const time = { startsAt, ...(endsAt !== undefined && { endsAt }) };
  return isAhead(time, now) ? time : undefined;
}

/** At least `count` starts of the rule that aren't over, if it has that many; some before them may be. */
function listRuleStarts(series: MeetingSeries, from: Date, count: number): readonly string[] {
  const { recurrence, startsAt } = series;
  const { timeZone, frequency, interval, monthDay = 1, place = 1 } = recurrence;
  const toDate = (at: number) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDate();
  const since = toDate(from.getTime() - toLengthMs(series)).subtract({ days: 1 });
  const isLate = frequency === "monthly" && (monthDay > 28 || place > 4);
  const gapDays = isLate ? LONGEST_LATE_GAP_DAYS : LONGEST_GAP_DAYS[frequency];
  const key = JSON.stringify([recurrence, startsAt, since.toString(), count]);
  return remember(key, () => {
    const first = Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone);
    const fromMs = Math.max(
      toLibraryDate(since).getTime(),
      toLibraryDate(first.toPlainDate()).getTime(),
    );
    const untilMs = fromMs + ((count + 2) * interval * gapDays + 1) * DAY_MS;
    return toLibraryRule(recurrence, first.toPlainDate())
      .between(new Date(fromMs), new Date(untilMs), true)
      .slice(0, count + 2)
      .map((date) => toStart(date.toPlainDate().toString(), first));
  });
}

/** The wall time of the first occurrence on a date. */
function toStart(date: string, first: Temporal.ZonedDateTime): string {
  const wallTime = Temporal.PlainDate.from(date).toPlainDateTime(first.toPlainTime());
  const start = wallTime.toZonedDateTime(first.timeZoneId, { disambiguation: "compatible" });
  return new Date(start.epochMilliseconds).toISOString();
}

export function toLengthMs({ startsAt, endsAt }: MeetingSeries): number {
  return Date.parse(endsAt) - Date.parse(startsAt);
}

function toOccurrence(
  ruleStartsAt: string,
  { startsAt, endsAt }: TimeRange,
  lengthMs: number,
): Occurrence {
  const end = endsAt ?? new Date(Date.parse(startsAt) + lengthMs).toISOString();
  return { startsAt, endsAt: end, ruleStartsAt };
}
