import { Temporal } from "@js-temporal/polyfill";
import type { Span } from "../masked-text";
import { LETTER } from "../word-edges";
import type { Certainty, Match } from "./match";

const ON = `(?:(?<![${LETTER}0-9])(?:on|le|в|на|for|pour) )?`;
const START = `(${ON})(?<![${LETTER}0-9_.,:/#$€£+@-])`;
const AFTER = String.raw`(?![${LETTER}0-9_]|[.,/:-]\d|%)`;

const ISO_INSTANT =
  /(?<![\p{L}\p{N}_.-])\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:\d{2})(?![\p{L}\p{N}:])/gu;

/** With the year in front there is one order; the T of ISO 8601 joins the day to its time. */
const YEAR_FIRST = new RegExp(
  `${START}(\\d{4})([-/.])(\\d{1,2})\\3(\\d{1,2})(?:t(?=\\d{2}:\\d{2})|${AFTER})`,
  "gu",
);
const YEAR_LAST = new RegExp(
  `${START}(\\d{1,2})( ?[-/.] ?)(\\d{1,2})\\3(\\d{4})(?: ?(?:г\\.?|года))?${AFTER}`,
  "gu",
);
/** In two digits, as in `1.2.27`, it may be a version's last part: with dots all must have two. */
const SHORT_YEAR_LAST = new RegExp(
  `${START}(?:(\\d{1,2})([-/])(\\d{1,2})\\3(\\d{2})|(\\d{2})(\\.)(\\d{2})\\.(\\d{2})(?: ?(?:г\\.?|года))?)${AFTER}`,
  "gu",
);
const COMPACT = new RegExp(`${START}(20\\d{2})(\\d{2})(\\d{2})${AFTER}`, "gu");
/** `24/7`, `1/2`, `9/11` are no days by themselves: only beside a time. */
const WITHOUT_YEAR = new RegExp(`${START}(\\d{1,2})([/.])(\\d{1,2})${AFTER}`, "gu");

/** Regions that write the month before the day. */
const MONTH_FIRST = /^(?:en|en-US|en-PH|ja.*|zh.*|.*-US)$/i;
/** Who writes English has no dots in a date: `Ubuntu 22.04` may be a name. */
const NAME_BEFORE = /[a-z] $/;

/**
 * Days in figures, in the order of the writer's region where the order can be doubted, and in the other where
 * only that gives a day (`24/11/2026`); what gives none in either is no day that there is.
 */
export function findNumericDates(
  plain: string,
  today: Temporal.PlainDate,
  locale: string,
): Match[] {
  const isMonthFirst = MONTH_FIRST.test(locale);
  const matches: Match[] = [];
  const inYear = (year: number, first: number, second: number, separator: string) =>
    inEitherOrder(first, second, isMonthFirst && separator.trim() === "/", (month, day) =>
      readDate(year, month, day),
    );
  for (const result of plain.matchAll(YEAR_FIRST)) {
    const [, , year, , month, day] = result.map(Number);
    matches.push(toMatch(result, "likely", readDate(year, month, day)));
  }
  for (const result of plain.matchAll(YEAR_LAST)) {
    const [, , first = 0, , second = 0, year = 0] = result.map(Number);
    matches.push(toMatch(result, "likely", inYear(year, first, second, result[3] ?? "")));
  }
  for (const result of plain.matchAll(SHORT_YEAR_LAST)) {
    const [first = "", separator = "", second = "", year = ""] = result
      .slice(2)
      .filter((group) => group !== undefined);
    const date = inYear(2000 + Number(year), Number(first), Number(second), separator);
    // `30-60-90` is no attempt at a date, and neither is a day of years ago.
    if (!date && !looksLikeDay(Number(first), Number(second))) continue;
    matches.push(toMatch(result, date ? "likely" : "doubtful", date));
  }
  for (const result of plain.matchAll(COMPACT)) {
    const [, , year, month, day] = result.map(Number);
    const date = readDate(year, month, day);
    if (date) matches.push(toMatch(result, "doubtful", date));
  }
  for (const result of plain.matchAll(WITHOUT_YEAR)) {
    const [, , first = 0, , second = 0] = result.map(Number);
    const separator = result[3] ?? "";
    if (result[0] === "24/7" || !looksLikeDay(first, second)) continue;
    if (separator === "." && !/\d{1,2}\.(?:0[1-9]|1[0-2])$/.test(result[0])) continue;
    if (separator === "." && isName(plain, result, locale)) {
      matches.push({ ...spanOf(result), certainty: "doubtful", value: { kind: "vague-day" } });
      continue;
    }
    const date = inEitherOrder(first, second, isMonthFirst && separator === "/", (month, day) =>
      toComing(today, month, day),
    );
    matches.push(toMatch(result, "doubtful", date));
  }
  return matches;
}

/** Where the first order gives no day, there is nothing to mistake in the second. */
function inEitherOrder(
  first: number,
  second: number,
  isMonthFirst: boolean,
  read: (month: number, day: number) => Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
  return isMonthFirst
    ? (read(first, second) ?? read(second, first))
    : (read(second, first) ?? read(first, second));
}

function looksLikeDay(first: number, second: number): boolean {
  return first >= 1 && first <= 31 && second >= 1 && second <= 31;
}

function isName(plain: string, result: RegExpExecArray, locale: string): boolean {
  const before = plain.slice(Math.max(0, result.index - 2), result.index);
  const isPlain = result[1] === "" && !result[0].startsWith("0");
  return /^en/i.test(locale) && isPlain && NAME_BEFORE.test(before) && !isDotBehind(plain, result);
}

function isDotBehind(plain: string, result: RegExpExecArray): boolean {
  return plain.charAt(result.index + result[0].length) === ".";
}

function spanOf(result: RegExpExecArray): Span {
  return { start: result.index, end: result.index + result[0].length };
}

/** ISO 8601 with an offset, which says everything. */
export function findInstants(plain: string): Match[] {
  return Array.from(plain.matchAll(ISO_INSTANT)).flatMap((result): Match[] => {
    const span = { start: result.index, end: result.index + result[0].length };
    const [year, month, day] = result[0].split(/[-t]/).map(Number);
    const time = Date.parse(result[0].toUpperCase());
    // `Date` makes 2 March of 30 February.
    if (!readDate(year, month, day)) {
      return [{ ...span, certainty: "likely", value: { kind: "no-such-day" } }];
    }
    if (Number.isNaN(time)) return [];
    const startsAt = new Date(time).toISOString();
    return [{ ...span, certainty: "sure", value: { kind: "instant", startsAt } }];
  });
}

/** A day and a month without a year: the next such day, today included. */
export function toComing(
  today: Temporal.PlainDate,
  month: number,
  day: number,
): Temporal.PlainDate | undefined {
  // Four years, or eight round 2100, bring every 29 February.
  for (let year = today.year; year <= today.year + 8; year++) {
    const date = readDate(year, month, day);
    if (date && Temporal.PlainDate.compare(date, today) >= 0) return date;
  }
  return undefined;
}

export function readDate(year = 0, month = 0, day = 0): Temporal.PlainDate | undefined {
  if (year < 1000 || year > 9999) return undefined;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" });
  } catch {
    return undefined;
  }
}

/** Without its preposition when there is no such day, which is asked about as it was typed. */
function toMatch(
  result: RegExpExecArray,
  certainty: Certainty,
  date: Temporal.PlainDate | undefined,
): Match {
  const end = result.index + result[0].length;
  if (!date) {
    const start = result.index + (result[1]?.length ?? 0);
    return { start, end, certainty, value: { kind: "no-such-day" } };
  }
  const value = { kind: "day", day: { date, isWritten: true } } as const;
  return { start: result.index, end, certainty, value };
}
