import { Temporal } from "@js-temporal/polyfill";
import { spanOf } from "../masked-text";
import type { Certainty, Match } from "./match";

/** `undefined` unless the calendar has this date. */
export function readDate(year = 0, month = 0, day = 0): Temporal.PlainDate | undefined {
  if (year < 1000 || year > 9999) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

/** The date in that year. Without a year, the next such date, which can be today. */
export function toDate(
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

/** Excludes the preposition from an impossible date, because the reply quotes the date as typed. */
export function toDateMatch(
  result: RegExpExecArray,
  certainty: Certainty,
  date: Temporal.PlainDate | undefined,
  preposition = "",
): Match {
  const { start, end } = spanOf(result);
  if (date) {
    return { start, end, certainty, value: { kind: "day", day: { date, isWritten: true } } };
  }
  return { start: start + preposition.length, end, certainty, value: { kind: "no-such-day" } };
}

export function toVagueMatch(result: RegExpExecArray, certainty: Certainty): Match {
  return { ...spanOf(result), certainty, value: { kind: "vague-day" } };
}
