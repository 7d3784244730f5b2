import { Temporal } from "@js-temporal/polyfill";
import type { Span } from "../masked-text";
import type { Certainty, Match } from "./match";

/** `undefined` unless the calendar has this date. */
export function readDate(year = 0, month = 0, day = 0): Temporal.PlainDate | undefined {
  return isDate(year, month, day) ? new Temporal.PlainDate(year, month, day) : undefined;
}

/** `Date` is much faster than Temporal, which throws, and turns 30 February into 2 March. */
function isDate(year: number, month: number, day: number): boolean {
  if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  return new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day;
}

/**
 * Remembers dates that are counted from today: Temporal takes about 0.01 ms for one, and a pasted text can name the same one
 * hundreds of times.
 */
function remembering<Args extends (number | undefined)[], Result>(
  count: (today: Temporal.PlainDate, ...args: Args) => Result,
): typeof count {
  const known = new WeakMap<Temporal.PlainDate, Map<string, Result>>();
  return (today, ...args) => {
    const results = known.get(today) ?? new Map<string, Result>();
    known.set(today, results);
    const key = args.join();
    const result = results.get(key) ?? count(today, ...args);
    results.set(key, result);
    return result;
  };
}

export const addDays = remembering((today, days: number) => today.add({ days }));

/** The first day of a month that's counted from this one. */
export const toFirstOfMonth = remembering((today, months: number) =>
  today.with({ day: 1 }).add({ months }),
);

/** The date in that year. Without a year, the next such date, which can be today. */
export const toDate = remembering(findDate);

function findDate(
  today: Temporal.PlainDate,
  month: number,
  day: number,
  year?: number,
): Temporal.PlainDate | undefined {
  if (year !== undefined) return readDate(year, month, day);
  // 29 February recurs within four years, or eight around 2100.
  for (let next = today.year; next <= today.year + 8; next++) {
    const date = readDate(next, month, day);
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return undefined;
}

/** In this month or, if that day has passed, in the next month that has it. */
export const toDayOfMonth = remembering((today, day: number) => {
  for (let months = day < today.day ? 1 : 0; months < 4; months++) {
    const { year, month } = toFirstOfMonth(today, months);
    const date = readDate(year, month, day);
    if (date) return date;
  }
  return undefined;
});

/** An impossible date starts after its preposition, because the reply quotes the date as typed. */
export function toDateMatch(
  { start, end }: Span,
  certainty: Certainty,
  date: Temporal.PlainDate | undefined,
  dateStart: number,
): Match {
  if (date) {
    return { start, end, certainty, value: { kind: "day", day: { date, isWritten: true } } };
  }
  return { start: dateStart, end, certainty, value: { kind: "no-such-day" } };
}

export function toVagueMatch(
  { start, end }: Span,
  certainty: Certainty,
  asksAt?: "end" | "edge",
): Match {
  return { start, end, certainty, value: { kind: "vague-day", ...(asksAt && { asksAt }) } };
}
