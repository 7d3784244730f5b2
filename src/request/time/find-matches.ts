import type { Temporal } from "@js-temporal/polyfill";
import { maskSpans, CONSUMED } from "../masked-text";
import { findBareHours } from "./find-bare-hours";
import { findCalendarDates } from "./find-calendar-dates";
import { findClockMatches } from "./find-clock-matches";
import { findDayWords } from "./find-day-words";
import { findDurations } from "./find-durations";
import { findDaysOfNearMonth } from "./find-month-days";
import { findNow } from "./find-now";
import { findInstants, findNumericDates } from "./find-numeric-dates";
import { joinRanges } from "./join-ranges";
import { findZones } from "./find-zones";
import type { Match } from "./match";

/**
 * All that may speak of time, in the order of the text. Lengths come before clocks, or `3点45分钟` would be a
 * quarter to four; figures with two separators before clocks; chrono last, with days alone to read.
 */
export function findMatches(
  plain: string,
  original: string,
  today: Temporal.PlainDate,
  locale: string,
): Match[] {
  const finders = [
    findInstants,
    findDurations,
    (rest: string) => findNumericDates(rest, today, locale),
    (rest: string) => findClockMatches(rest, original),
    (rest: string) => findDaysOfNearMonth(rest, today),
    (rest: string) => findDayWords(rest, today),
    (rest: string) => findCalendarDates(rest, today, locale),
    (rest: string) => findZones(rest, original),
    findBareHours,
    findNow,
  ];
  const matches: Match[] = [];
  let rest = plain;
  for (const find of finders) {
    const found = find(rest).toSorted((one, other) => one.start - other.start);
    const apart = found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
    rest = maskSpans(rest, apart, CONSUMED);
    matches.push(...apart);
  }
  return joinRanges(
    plain,
    matches.toSorted((one, other) => one.start - other.start),
  );
}
