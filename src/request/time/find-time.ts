import type { Temporal } from "@js-temporal/polyfill";
import { byStart, CONSUMED, maskSpans, type Span, type Texts } from "../masked-text";
import type { RequestedTime } from "../meeting-request";
import type { Refused } from "../request-problem";
import { chooseMatches } from "./choose-matches";
import { findBareHours } from "./find-bare-hours";
import { findCalendarDates } from "./find-calendar-dates";
import { findClockMatches } from "./find-clock-matches";
import { findDayWords } from "./find-day-words";
import { findDurations } from "./find-durations";
import { findDaysOfNearMonth } from "./find-month-days";
import { findNow } from "./find-now";
import { findInstants, findNumericDates } from "./find-numeric-dates";
import { findZones } from "./find-zones";
import { joinRanges } from "./join-ranges";
import type { Match } from "./match";
import { resolveTime } from "./resolve-time";
import type { WallClock } from "./wall-time";

/** A longer text was probably pasted: only its start is searched for a time. */
const MAX_CHARACTERS = 2000;

/** `spans` expresses the time, even if it was refused. Then `time` is the part of it that can be kept. */
export type FoundTime = ({ ok: true } | Refused) & {
  time?: RequestedTime | undefined;
  spans: readonly Span[];
};

/** Finds the time that a text asks for, and the spans that express it. */
export function findTime(whole: Texts, wallClock: WallClock, locale: string): FoundTime {
  const texts = { ...whole, plain: whole.plain.slice(0, MAX_CHARACTERS) };
  const today = wallClock.now.toPlainDate();
  const matches = findMatches(texts, today, locale);
  const chosen = chooseMatches(texts, matches, today);
  if (!chosen.ok) return { ...chosen, spans: matches.filter((match) => isOfTime(match, chosen)) };
  const resolved = resolveTime(chosen.choice, wallClock);
  const { start, until, length, zone, days } = chosen.choice;
  const spans = [start, until, length, zone, ...days]
    .filter((match) => match !== undefined)
    .toSorted(byStart);
  return { ...resolved, spans };
}

/** A day that may belong to the subject stays there. */
function isOfTime({ certainty, value }: Match, { problem }: Refused): boolean {
  if (problem.reason === "stray-day" && value.kind === "day") return false;
  const isBroken = value.kind === "vague-day" || value.kind === "no-such-day";
  return isBroken || certainty === "sure" || certainty === "likely";
}

/**
 * Everything that may be about time, in text order. Lengths and numeric dates come before clock times:
 * `3点45分钟` isn't a quarter to four. Bare hours and `now` depend on what was found before them.
 */
function findMatches(
  { plain, original }: Texts,
  today: Temporal.PlainDate,
  locale: string,
): Match[] {
  const finders = [
    findInstants,
    findDurations,
    (rest: string) => findNumericDates(rest, today, locale),
    (rest: string) => findClockMatches({ plain: rest, original }),
    (rest: string) => findDaysOfNearMonth(rest, today),
    (rest: string) => findDayWords(rest, today),
    (rest: string) => findCalendarDates(rest, today, locale),
    (rest: string) => findZones({ plain: rest, original }),
    findBareHours,
    findNow,
  ];
  const matches: Match[] = [];
  let rest = plain;
  for (const find of finders) {
    const found = find(rest).toSorted(byStart);
    const disjoint = found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
    rest = maskSpans(rest, disjoint, CONSUMED);
    matches.push(...disjoint);
  }
  return joinRanges(plain, matches.toSorted(byStart));
}
