import type { Temporal } from "@js-temporal/polyfill";
import { byStart, CONSUMED, LITERAL, maskSpans, type Span, type Texts } from "../masked-text";
import type { RequestedTime } from "../meeting-request";
import type { Recurrence } from "../recurrence";
import type { Refused } from "../request-problem";
import { chooseMatches, toClusters, type Choice } from "./choose-matches";
import { findBareNumbers } from "./find-bare-numbers";
import { findClocks } from "./find-clocks";
import { findCountedWeekdays } from "./find-counted-weekdays";
import { findDates } from "./find-dates";
import { findLeftover } from "./find-leftover";
import { findLengths } from "./find-lengths";
import { findNamedDays } from "./find-named-days";
import { findNow } from "./find-now";
import { findPlacedWeekdays } from "./find-placed-weekdays";
import { findInstants, findNumericDates } from "./find-numeric-dates";
import {
  findDateRanges,
  findUnclearDays,
  findVagueDays,
  findWeekdayRanges,
} from "./find-vague-days";
import { findZones } from "./find-zones";
import { isOrBetween, joinChoices } from "./join-choices";
import { joinRanges } from "./join-ranges";
import { lexiconFor, lexiconOfAll } from "./lexicon-for";
import type { Match, MatchOf } from "./match";
import { findRepetition } from "./repetition/find-repetition";
import { findUnreadEnd } from "./repetition/find-unread-end";
import { findBounds, resolveRepeated, toRecurrence } from "./repetition/resolve-repeated";
import { TimeText } from "./time-text";
import type { WallClock } from "./wall-time";

/** A longer text was probably pasted: only its start is searched for a time. */
const MAX_CHARACTERS = 600;

/** `spans` expresses the time, even if it was refused. Then `time` is the part of it that can be kept. */
export type FoundTime = ({ ok: true } | Refused) & {
  time?: RequestedTime | undefined;
  recurrence?: Recurrence | undefined;
  spans: readonly Span[];
  /** Words of time that weren't understood, and that would be part of the name. */
  leftover?: Span | undefined;
};

/** Finds the time that a text asks for, and the spans that express it. */
export function findTime(whole: Texts, wallClock: WallClock, locale: string): FoundTime {
  const plain = whole.plain.slice(0, MAX_CHARACTERS);
  const text = new TimeText({ ...whole, plain }, lexiconFor(locale));
  const today = wallClock.now.toPlainDate();
  const matches = findMatches(text, today, locale);
  const chosen = chooseMatches(text, matches, today);
  if (!chosen.ok) {
    const kept = matches.filter((match) => isOfTime(match, chosen));
    const spans = withChoices(text, kept);
    return { ...chosen, recurrence: toRecurrence(kept, undefined, wallClock), spans };
  }
  const { start, until, length, zone, days } = chosen.choice;
  const bounds = findBounds(text, chosen.choice, matches);
  const resolved = resolveRepeated(chosen.choice, bounds, wallClock);
  const spans = [start, until, length, zone, ...days.filter(isApartFromName), ...bounds]
    .filter((match) => match !== undefined)
    .toSorted(byStart);
  const leftover = resolved.ok ? findWordsLeft(text, matches, spans, chosen.choice) : undefined;
  return { ...resolved, spans, leftover };
}

/** With the word between two of them: `3pm or 4pm`. */
function withChoices(text: TimeText, spans: readonly Span[]): readonly Span[] {
  const words = spans.flatMap(({ end }, index) => {
    const next = spans[index + 1];
    return next && isOrBetween(text, end, next.start) ? [{ start: end, end: next.start }] : [];
  });
  return [...spans, ...words].toSorted(byStart);
}

/** Words of time in the name. In the middle of it, `by tomorrow 3pm` belongs there; at its end, the sender is asked. */
function findWordsLeft(
  text: TimeText,
  matches: readonly Match[],
  spans: readonly Span[],
  choice: Choice,
): Span | undefined {
  const ofSubject = toClusters(text, matches).filter(({ isOfSubject }) => isOfSubject);
  const last = ofSubject.at(-1);
  if (last?.isAtEnd) return toDeadline(text, last.matches);
  const named = ofSubject.flatMap((cluster) => cluster.matches);
  const withoutNamed = maskSpans(text.plain, named, LITERAL);
  const rest = allWords(text, maskSpans(withoutNamed, spans, CONSUMED));
  const isRepeated = choice.days.some(({ value }) => value.day.repeat);
  return findLeftover(rest, choice) ?? (isRepeated ? findUnreadEnd(rest) : undefined);
}

/** With the word before it: `by tomorrow 3pm`. */
function toDeadline(text: TimeText, matches: readonly Match[]): Span | undefined {
  const [first, last] = [matches[0], matches.at(-1)];
  if (!first || !last) return undefined;
  const { start } = first;
  return {
    start: text.before("deadline", start) ?? text.before("until", start) ?? start,
    end: last.end,
  };
}

/** `Casual Fridays` says the day, and stays in the name. */
function isApartFromName({ value: { day } }: MatchOf<"day">): boolean {
  return day.isInName !== true;
}

/** In all languages, even those that the sender rarely uses. */
function allWords({ original }: TimeText, plain: string): TimeText {
  return new TimeText({ original, plain }, lexiconOfAll());
}

/** A day that may belong to the subject stays there. */
function isOfTime({ certainty, value }: Match, { problem }: Refused): boolean {
  if (problem.reason === "stray-day" && value.kind === "day") return false;
  const isBroken = value.kind === "vague-day" || value.kind === "no-such-day";
  return isBroken || certainty === "sure" || certainty === "likely";
}

/**
 * Everything that may be about time, in text order. A finder doesn't see what others found before it. Lengths come before
 * clock times: `3点45分钟` isn't a quarter to four. Bare numbers and `now` depend on what is next to them.
 */
function findMatches(text: TimeText, today: Temporal.PlainDate, locale: string): Match[] {
  const finders: readonly ((rest: TimeText) => Match[])[] = [
    findUnclearDays,
    (rest) => findCountedWeekdays(rest, today),
    (rest) => findRepetition(rest, today, locale),
    (rest) => findPlacedWeekdays(rest, today),
    findInstants,
    (rest) => findLengths(rest, today),
    (rest) => findNumericDates(rest, today, locale),
    findClocks,
    findWeekdayRanges,
    (rest) => findNamedDays(rest, today),
    findDateRanges,
    (rest) => findDates(rest, today),
    findVagueDays,
    findZones,
    (rest) => findBareNumbers(rest, today),
    findNow,
  ];
  const matches: Match[] = [];
  let rest = text;
  for (const find of finders) {
    const found = find(rest).toSorted(byStart);
    const disjoint = found.filter(({ start }, index) => start >= (found[index - 1]?.end ?? 0));
    if (disjoint.length > 0) rest = rest.mask(disjoint, CONSUMED);
    matches.push(...disjoint);
  }
  return joinChoices(text, joinRanges(text, matches.toSorted(byStart)));
}
