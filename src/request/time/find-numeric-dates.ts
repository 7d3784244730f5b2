import type { Temporal } from "@js-temporal/polyfill";
import { spanOf } from "../masked-text";
import { LETTER } from "../word-edges";
import { readDate, toDate, toDateMatch, toVagueMatch } from "./calendar-date";
import type { Match } from "./match";
import { readClock } from "./read-clock";
import { readOn } from "./read-on";
import { scan } from "./scan";
import type { TimeText } from "./time-text";

type Today = Temporal.PlainDate;

const AFTER = String.raw`(?![${LETTER}0-9_]|[.,/:-]\d|%)`;

const ISO_INSTANT =
  /(?<![\p{L}\p{N}_.-])\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:\d{2})(?![\p{L}\p{N}:])/gu;

/** A leading year leaves only one order; the T of ISO 8601 attaches a time. */
const YEAR_FIRST = new RegExp(
  `(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:t(?=\\d{2}:\\d{2})|${AFTER})`,
  "uy",
);
/** The end is checked after the word for a year: `24.11.2026 г.` */
const YEAR_LAST = /(\d{1,2})( ?[-/.] ?)(\d{1,2})\2(\d{4})(?!\d)/uy;
/** `1.2.27` may be a version, so a date with dots and a short year needs two digits throughout. */
const SHORT_YEAR_LAST = /(?:(\d{1,2})([-/])(\d{1,2})\2(\d{2})|(\d{2})(\.)(\d{2})\.(\d{2}))(?!\d)/uy;
const COMPACT = new RegExp(`(20\\d{2})(\\d{2})(\\d{2})${AFTER}`, "uy");
/** `24/7`, `1/2` and `9/11` are days only next to a time. */
const WITHOUT_YEAR = new RegExp(`(\\d{1,2})([/.])(\\d{1,2})${AFTER}`, "uy");
const PADDED = new RegExp(`(\\d{2})(-)(\\d{2})${AFTER}`, "uy");

/** Regions that write the month before the day. */
const MONTH_FIRST = /^(?:en|en-US|en-PH|ja.*|zh.*|.*-US)$/i;
/** English dates have no dots: `Ubuntu 22.04` is a name. */
const NAME_BEFORE = /[a-z] $/;

/** A numeric date at a position, and the order of the sender's region. */
interface Place {
  at: number;
  /** After the preposition. */
  start: number;
  today: Today;
  locale: string;
}

/**
 * Numeric dates, in the order of the sender's region, or in the other order if only that one is a date
 * (`24/11/2026`). If neither is, the date is impossible.
 */
export function findNumericDates(text: TimeText, today: Today, locale: string): Match[] {
  return scan(text, (at) => {
    const place = { at, start: readOn(text, at), today, locale };
    return (
      readYearFirst(text, place) ??
      readYearLast(text, place) ??
      readShortYear(text, place) ??
      readCompact(text, place) ??
      readWithoutYear(text, place)
    );
  });
}

function readYearFirst(text: TimeText, { at, start }: Place): Match | undefined {
  const result = text.matches(YEAR_FIRST, start);
  if (!result) return undefined;
  const [, year, , month, day] = result.map(Number);
  const span = { start: at, end: start + result[0].length };
  return toDateMatch(span, "likely", readDate(year, month, day), start);
}

function readYearLast(text: TimeText, place: Place): Match | undefined {
  const result = text.matches(YEAR_LAST, place.start);
  const end = result && endOfYear(text, place.start + result[0].length);
  if (!result || end === undefined) return undefined;
  const [, first = 0, , second = 0, year = 0] = result.map(Number);
  const date = toOrdered(place, first, second, result[2] ?? "", year);
  return toDateMatch({ start: place.at, end }, "likely", date, place.start);
}

function readShortYear(text: TimeText, place: Place): Match | undefined {
  const result = text.matches(SHORT_YEAR_LAST, place.start);
  const end = result && endOfYear(text, place.start + result[0].length);
  if (!result || end === undefined) return undefined;
  const [first = "", separator = "", second = "", year = ""] = result
    .slice(1)
    .filter((group) => group !== undefined);
  const date = toOrdered(place, Number(first), Number(second), separator, 2000 + Number(year));
  // `30-60-90` isn't meant as a date.
  if (!date && !looksLikeDay(Number(first), Number(second)))
    return { ...toVagueMatch({ start: end, end }, "doubtful") };
  return toDateMatch({ start: place.at, end }, date ? "likely" : "doubtful", date, place.start);
}

function endOfYear(text: TimeText, end: number): number | undefined {
  const last = text.next("yearMarks", end)?.end ?? end;
  return text.matches(/[\p{L}\d_]|[.,/:-]\d|%/uy, last) ? undefined : last;
}

function readCompact(text: TimeText, { at, start }: Place): Match | undefined {
  const result = text.matches(COMPACT, start);
  const [, year, month, day] = result?.map(Number) ?? [];
  const date = readDate(year, month, day);
  return (
    result &&
    date &&
    toDateMatch({ start: at, end: start + result[0].length }, "doubtful", date, start)
  );
}

function readWithoutYear(text: TimeText, place: Place): Match | undefined {
  const { at, start, locale } = place;
  const result = text.matches(WITHOUT_YEAR, start) ?? text.matches(PADDED, start);
  if (!result) return undefined;
  const [, first = 0, , second = 0] = result.map(Number);
  const separator = result[2] ?? "";
  const last = start + result[0].length;
  // `24.11.`
  const end = separator === "." && text.matches(/\.(?= |$)/y, last) ? last + 1 : last;
  const span = { start: at, end };
  const date = toOrdered(place, first, second, separator);
  if (result[0] === "24/7" || !looksLikeDay(first, second)) return undefined;
  // `10-11` alone is a span of time.
  const isBeforeTime = readClock(text, text.skipSpace(span.end))?.form === "marked";
  if (separator === "-")
    return date && isBeforeTime ? toDateMatch(span, "doubtful", date, start) : undefined;
  const isMonthFirst = /^zh/i.test(locale) && isBeforeTime && first <= 12;
  if (separator === "." && !isMonthFirst && !/\d{1,2}\.(?:0[1-9]|1[0-2])$/.test(result[0]))
    return undefined;
  const isName = /^en/i.test(locale) && isNameWithNumber(text, place, last);
  if (separator === "." && isName) return toVagueMatch(span, "doubtful");
  return toDateMatch(span, "doubtful", date, start);
}

/** `Ubuntu 22.04`; not `05.12.` */
function isNameWithNumber({ plain }: TimeText, { at, start }: Place, end: number): boolean {
  const before = plain.slice(Math.max(0, at - 2), at);
  const isPadded = plain.charAt(start) === "0";
  return at === start && !isPadded && NAME_BEFORE.test(before) && plain.charAt(end) !== ".";
}

function toOrdered(
  { today, locale }: Place,
  first: number,
  second: number,
  separator: string,
  year?: number,
): Temporal.PlainDate | undefined {
  const monthFirst = toDate(today, first, second, year);
  const dayFirst = toDate(today, second, first, year);
  return MONTH_FIRST.test(locale) && (separator.trim() !== "." || /^zh/i.test(locale))
    ? (monthFirst ?? dayFirst)
    : (dayFirst ?? monthFirst);
}

function looksLikeDay(first: number, second: number): boolean {
  return first >= 1 && first <= 31 && second >= 1 && second <= 31;
}

/** ISO 8601 with an offset. */
export function findInstants({ plain }: TimeText): Match[] {
  return Array.from(plain.matchAll(ISO_INSTANT)).flatMap((result): Match[] => {
    const [year, month, day] = result[0].split(/[-t]/).map(Number);
    const time = Date.parse(result[0].toUpperCase());
    const span = spanOf(result);
    // `Date` turns 30 February into 2 March.
    if (!readDate(year, month, day)) return [toDateMatch(span, "likely", undefined, span.start)];
    if (Number.isNaN(time)) return [];
    const startsAt = new Date(time).toISOString();
    return [{ ...span, certainty: "sure", value: { kind: "instant", startsAt } }];
  });
}
