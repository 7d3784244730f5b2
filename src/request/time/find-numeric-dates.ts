import type { Temporal } from "@js-temporal/polyfill";
import { spanOf } from "../masked-text";
import { LETTER } from "../word-edges";
import { readDate, toDate, toDateMatch, toVagueMatch } from "./calendar-date";
import type { Certainty, Match } from "./match";

const ON = `(?:(?<![${LETTER}0-9])(?:on|le|в|на|for|pour) )?`;
const START = `(${ON})(?<![${LETTER}0-9_.,:/#$€£+@-])`;
const AFTER = String.raw`(?![${LETTER}0-9_]|[.,/:-]\d|%)`;

const ISO_INSTANT =
  /(?<![\p{L}\p{N}_.-])\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:\d{2})(?![\p{L}\p{N}:])/gu;

/** A leading year leaves only one order; the T of ISO 8601 attaches a time. */
const YEAR_FIRST = new RegExp(
  `${START}(\\d{4})([-/.])(\\d{1,2})\\3(\\d{1,2})(?:t(?=\\d{2}:\\d{2})|${AFTER})`,
  "gu",
);
const YEAR_LAST = new RegExp(
  `${START}(\\d{1,2})( ?[-/.] ?)(\\d{1,2})\\3(\\d{4})(?: ?(?:г\\.?|года))?${AFTER}`,
  "gu",
);
/** `1.2.27` may be a version, so a date with dots and a short year needs two digits throughout. */
const SHORT_YEAR_LAST = new RegExp(
  `${START}(?:(\\d{1,2})([-/])(\\d{1,2})\\3(\\d{2})|(\\d{2})(\\.)(\\d{2})\\.(\\d{2})(?: ?(?:г\\.?|года))?)${AFTER}`,
  "gu",
);
const COMPACT = new RegExp(`${START}(20\\d{2})(\\d{2})(\\d{2})${AFTER}`, "gu");
/** `24/7`, `1/2` and `9/11` are days only next to a time. */
const WITHOUT_YEAR = new RegExp(`${START}(\\d{1,2})([/.])(\\d{1,2})${AFTER}`, "gu");

/** Regions that write the month before the day. */
const MONTH_FIRST = /^(?:en|en-US|en-PH|ja.*|zh.*|.*-US)$/i;
/** English dates have no dots: `Ubuntu 22.04` is a name. */
const NAME_BEFORE = /[a-z] $/;

/**
 * Numeric dates, in the order of the sender's region, or in the other order if only that one is a date
 * (`24/11/2026`). If neither is, the date is impossible.
 */
export function findNumericDates(
  plain: string,
  today: Temporal.PlainDate,
  locale: string,
): Match[] {
  const isMonthFirst = MONTH_FIRST.test(locale);
  const matches: Match[] = [];
  const add = (result: RegExpExecArray, certainty: Certainty, date?: Temporal.PlainDate) =>
    matches.push(toDateMatch(result, certainty, date, result[1]));
  const read = (first: number, second: number, separator: string, year?: number) => {
    const monthFirst = toDate(today, first, second, year);
    const dayFirst = toDate(today, second, first, year);
    return isMonthFirst && separator.trim() === "/"
      ? (monthFirst ?? dayFirst)
      : (dayFirst ?? monthFirst);
  };
  for (const result of plain.matchAll(YEAR_FIRST)) {
    const [, , year, , month, day] = result.map(Number);
    add(result, "likely", readDate(year, month, day));
  }
  for (const result of plain.matchAll(YEAR_LAST)) {
    const [, , first = 0, , second = 0, year = 0] = result.map(Number);
    add(result, "likely", read(first, second, result[3] ?? "", year));
  }
  for (const result of plain.matchAll(SHORT_YEAR_LAST)) {
    const [first = "", separator = "", second = "", year = ""] = result
      .slice(2)
      .filter((group) => group !== undefined);
    const date = read(Number(first), Number(second), separator, 2000 + Number(year));
    // `30-60-90` isn't meant as a date.
    if (!date && !looksLikeDay(Number(first), Number(second))) continue;
    add(result, date ? "likely" : "doubtful", date);
  }
  for (const result of plain.matchAll(COMPACT)) {
    const [, , year, month, day] = result.map(Number);
    const date = readDate(year, month, day);
    if (date) add(result, "doubtful", date);
  }
  for (const result of plain.matchAll(WITHOUT_YEAR)) {
    const [, , first = 0, , second = 0] = result.map(Number);
    const separator = result[3] ?? "";
    if (result[0] === "24/7" || !looksLikeDay(first, second)) continue;
    if (separator === "." && !/\d{1,2}\.(?:0[1-9]|1[0-2])$/.test(result[0])) continue;
    if (separator === "." && isName(plain, result, locale)) {
      matches.push(toVagueMatch(result, "doubtful"));
      continue;
    }
    add(result, "doubtful", read(first, second, separator));
  }
  return matches;
}

function looksLikeDay(first: number, second: number): boolean {
  return first >= 1 && first <= 31 && second >= 1 && second <= 31;
}

function isName(plain: string, result: RegExpExecArray, locale: string): boolean {
  const before = plain.slice(Math.max(0, result.index - 2), result.index);
  const isPlain = result[1] === "" && !result[0].startsWith("0");
  const hasDotAfter = plain.charAt(spanOf(result).end) === ".";
  return /^en/i.test(locale) && isPlain && NAME_BEFORE.test(before) && !hasDotAfter;
}

/** ISO 8601 with an offset. */
export function findInstants(plain: string): Match[] {
  return Array.from(plain.matchAll(ISO_INSTANT)).flatMap((result): Match[] => {
    const [year, month, day] = result[0].split(/[-t]/).map(Number);
    const time = Date.parse(result[0].toUpperCase());
    // `Date` turns 30 February into 2 March.
    if (!readDate(year, month, day)) return [toDateMatch(result, "likely", undefined)];
    if (Number.isNaN(time)) return [];
    const startsAt = new Date(time).toISOString();
    return [{ ...spanOf(result), certainty: "sure", value: { kind: "instant", startsAt } }];
  });
}
