import type { Temporal } from "@js-temporal/polyfill";
import { isConnector } from "../../connector";
import { CONSUMED, type Span } from "../../masked-text";
import { toDate } from "../calendar-date";
import { findDates } from "../find-dates";
import { findNamedDays } from "../find-named-days";
import { findNumericDates } from "../find-numeric-dates";
import { isDay, type Day, type Match, type MatchOf } from "../match";
import { readLength } from "../read-length";
import { readNumber } from "../read-number";
import { scan } from "../scan";
import type { Read, TimeText } from "../time-text";

/** When a series ends: after a day, after a number of meetings, or so long after its first day. */
export type RepeatEnd =
  | { until: Temporal.PlainDate }
  | { count: number }
  | { lasting: { months: number; days: number } }
  | { isEndless: true };

/** The text, and the days in it. */
interface Place {
  text: TimeText;
  today: Temporal.PlainDate;
  days: readonly MatchOf<"day">[];
}

const DAY_MINUTES = 1440;
const MAX_COUNT = 999;
/** `until June 2027`. */
const YEAR = /,? (20\d\d)(?![\d:])/y;

/** `until 30 June`, `through June`, `for 6 weeks`, `6 times`. */
export function findRepeatBounds(
  text: TimeText,
  today: Temporal.PlainDate,
  locale: string,
): Match[] {
  const place = { text, today, days: findDays(text, today, locale) };
  return [
    ...findAfterDays(place),
    ...scan(text, (at) => {
      const found = readStart(place, at) ?? readEndless(text, at);
      if (found) return found;
      const end =
        readUntil(place, at) ??
        readUntilAfter(place, at) ??
        readFor(text, at) ??
        readTimes(text, at);
      return end && toEnd(at, end);
    }),
  ];
}

function findDays(
  text: TimeText,
  today: Temporal.PlainDate,
  locale: string,
): readonly MatchOf<"day">[] {
  return [
    ...findNumericDates(text, today, locale),
    ...findDates(text, today),
    ...findNamedDays(text, today),
  ].filter(isDay);
}

/** The day after a word. It can include the word, as that for a day: `bis zum 30. Juni`. */
function readDayAfter({ text, days }: Place, { at, end }: { at: number; end: number }) {
  const start = text.skipSpace(end);
  return days.find((day) => day.value.day.date && (day.start === start || day.start === at));
}

/** `starting Monday`, `from 7 December`, `from now on`. */
function readStart(place: Place, at: number): Match | undefined {
  const now = place.text.word("repeatFromNow", at);
  if (now) {
    const certainty = certaintyOf(place.text, { start: at, end: now.end });
    return { ...toStart(at, { date: place.today }, now.end), certainty };
  }
  const word = place.text.word("repeatFrom", at);
  const day = word && readDayAfter(place, { at, end: word.end });
  return day && toStart(at, day.value.day, day.end);
}

function toStart(start: number, day: Day, end: number): Match {
  return { start, end, certainty: "sure", value: { kind: "repeat-start", day } };
}

function toEnd(start: number, { value, end }: Read<RepeatEnd>): Match {
  return { start, end, certainty: "sure", value: { kind: "repeat-end", ends: value } };
}

/** `until further notice` */
function readEndless(text: TimeText, at: number): Match | undefined {
  const word = text.word("endless", at);
  if (!word) return undefined;
  const certainty = certaintyOf(text, { start: at, end: word.end });
  return { ...toEnd(at, { value: { isEndless: true }, end: word.end }), certainty };
}

const AFTER_START = /^ ?[,:、，]/;

/** `Forever 21` is a name. `until further notice` at the end and `going forward,` at the start aren't. */
function certaintyOf(text: TimeText, { start, end }: Span): Match["certainty"] {
  const isFirst = isConnector(text.plain.slice(0, start));
  if (isFirst && AFTER_START.test(text.plain.slice(end))) return "sure";
  const isLed = text.word("repeatUntil", start) ?? text.word("repeatFrom", start);
  return isLed && isConnector(text.plain.slice(end)) ? "sure" : "doubtful";
}

/** `until June`, which isn't part of it, `through June`, `until 30 June`. */
function readUntil(place: Place, at: number): Read<RepeatEnd> | undefined {
  const { text, today } = place;
  const until = text.word("repeatUntil", at);
  if (!until) return undefined;
  const start = text.skipSpace(until.end);
  const period = readPeriodEnd(text, start, today);
  if (period) return { value: { until: period.value }, end: period.end };
  const day = readDayAfter(place, { at, end: until.end });
  if (day?.value.day.date) {
    const included = text.next("included", day.end);
    return { value: { until: day.value.day.date }, end: included?.end ?? day.end };
  }
  const month = readMonth(text, start);
  if (!month) return undefined;
  const typed = text.matches(YEAR, month.end);
  const year = typed && Number(typed[1]);
  const included = text.next("included", month.end + (typed?.[0].length ?? 0));
  const isIncluded = until.value === "through" || included !== undefined || month.isEnd;
  const value = { until: toLastDay(today, month.value, isIncluded, year) };
  return { value, end: included?.end ?? month.end + (typed?.[0].length ?? 0) };
}

/** `6月まで`, `6月末まで`, `年末まで`. */
function readUntilAfter({ text, today }: Place, at: number): Read<RepeatEnd> | undefined {
  const month = readMonth(text, at);
  const period = month
    ? { value: toLastDay(today, month.value, true), end: month.end }
    : readPeriodEnd(text, at, today);
  const after = period && text.word("repeatUntilAfter", text.skipSpace(period.end));
  return after && { value: { until: period.value }, end: after.end };
}

/** `6月30日まで`, `12月7日から`. */
function findAfterDays({ text, days }: Place): Match[] {
  return days.flatMap((match) => {
    const { start, end, value } = match;
    const { date } = value.day;
    const until = text.word("repeatUntilAfter", text.skipSpace(end));
    if (until && date) return [toEnd(start, { value: { until: date }, end: until.end })];
    const from = text.word("repeatFromAfter", text.skipSpace(end));
    return from && date
      ? [toStart(text.before("repeatFrom", start) ?? start, match.value.day, from.end)]
      : [];
  });
}

/** The end of this month or year. */
function readPeriodEnd(
  text: TimeText,
  at: number,
  today: Temporal.PlainDate,
): Read<Temporal.PlainDate> | undefined {
  const month = text.word("thisMonthEnd", at);
  if (month) return { value: today.with({ day: today.daysInMonth }), end: month.end };
  const year = text.word("yearEnd", at);
  return year && { value: today.with({ month: 12, day: 31 }), end: year.end };
}

interface MonthRead extends Read<number> {
  isEnd: boolean;
}

/** `June`, `6月`, `6月末`. */
function readMonth(text: TimeText, at: number): MonthRead | undefined {
  const named = text.word("months", at) ?? text.word("shortMonths", at);
  const number = named ? undefined : readNumber(text, at);
  const mark = number && text.word("monthMarks", number.end);
  const month = named ?? (mark && { value: number.value, end: mark.end });
  if (!month || month.value < 1 || month.value > 12) return undefined;
  const last = text.word("endOfMonth", month.end);
  const end = last?.end ?? month.end;
  return { value: month.value, end, isEnd: last !== undefined };
}

/** The last day of the next such month, or the one before it. */
function toLastDay(
  today: Temporal.PlainDate,
  month: number,
  isIncluded: boolean,
  year?: number,
): Temporal.PlainDate {
  if (!isIncluded) return (toDate(today, month, 1, year) ?? today).subtract({ days: 1 });
  const first = today.with({ day: 1, month });
  const next =
    year === undefined && month < today.month
      ? first.add({ years: 1 })
      : first.with({ year: year ?? first.year });
  return next.with({ day: next.daysInMonth });
}

/** `for 6 weeks`, `6週間`; a length of hours is that of each meeting. */
function readFor(text: TimeText, at: number): Read<RepeatEnd> | undefined {
  const preposition = text.word("lasting", at) ?? text.word("forWords", at);
  const start = text.skipSpace(preposition?.end ?? at);
  const length = readLength(text, start, { isAfterPreposition: true });
  if (!length?.hasDays || (!preposition && isAlphabetic(text, start, length.end))) return undefined;
  // `12月7日` is a date.
  if (!preposition && text.word("dayMarks", length.end - 1)) return undefined;
  const days = Math.round(length.value / DAY_MINUTES);
  if (days + length.months === 0 || text.next("notLengthBefore", length.end)) return undefined;
  return { value: { lasting: { months: length.months, days } }, end: length.end };
}

/** Without a preposition, only Chinese and Japanese lengths say how long a series lasts. */
function isAlphabetic(text: TimeText, start: number, end: number): boolean {
  return Array.from({ length: end - start }, (_, index) => start + index).some((at) =>
    text.isLetter(at),
  );
}

/** `6 times`; `3 times a week` isn't a number of meetings. */
function readTimes(text: TimeText, at: number): Read<RepeatEnd> | undefined {
  const preposition = text.word("lasting", at) ?? text.word("forWords", at);
  const count = readNumber(text, text.skipSpace(preposition?.end ?? at));
  const times = count && text.next("times", count.end);
  if (!times || count.value < 1 || count.value > MAX_COUNT) return undefined;
  if (text.next("notLengthBefore", times.end) || isPerPeriod(text, at)) return undefined;
  return { value: { count: count.value }, end: times.end };
}

/** `週3回`, `每周3次`. */
function isPerPeriod(text: TimeText, at: number): boolean {
  return text.plain.charAt(at - 1) === CONSUMED && !text.isLetter(at - 1);
}
