import { Temporal } from "@js-temporal/polyfill";
import { LETTER } from "../word-edges";
import type { Piece } from "./piece";

const ON = `(?:(?<![${LETTER}0-9])(?:on|le|в|на|for|pour) )?`;
const START = `${ON}(?<![${LETTER}0-9_.,:/#$€£+@-])`;
const AFTER = String.raw`(?![${LETTER}0-9_]|[.,/:-]\d|%)`;

const ISO_INSTANT =
  /(?<![\p{L}\p{N}_.-])\d{4}-\d{2}-\d{2}t\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:z|[+-]\d{2}:\d{2})(?![\p{L}\p{N}:])/gu;

/** With the year in front there is one order; the T of ISO 8601 joins the day to its time. */
const YEAR_FIRST = new RegExp(
  `${START}(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:t(?=\\d{2}:\\d{2})|${AFTER})`,
  "gu",
);
const YEAR_LAST = new RegExp(
  `${START}(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?: ?(?:г\\.?|года))?${AFTER}`,
  "gu",
);
/** `24/7`, `1/2`, `9/11` are no days by themselves: only beside a time. */
const WITHOUT_YEAR = new RegExp(`${START}(\\d{1,2})([/.])(\\d{1,2})${AFTER}`, "gu");

/** Regions that write the month before the day. */
const MONTH_FIRST = /^(?:en|en-US|en-PH|ja.*|zh.*|.*-US)$/i;

/** Days in figures, in the order of the writer's region where the order can be doubted. */
export function findNumericDates(
  plain: string,
  today: Temporal.PlainDate,
  locale: string,
): Piece[] {
  const isMonthFirst = MONTH_FIRST.test(locale);
  const pieces: Piece[] = [];
  for (const match of plain.matchAll(YEAR_FIRST)) {
    const [, year, , month, day] = match.map(Number);
    pieces.push(...toPiece(match, "likely", readDate(year, month, day)));
  }
  for (const match of plain.matchAll(YEAR_LAST)) {
    const [, first, , second, year = 0] = match.map(Number);
    const [month, day] = isMonthFirst && match[2] === "/" ? [first, second] : [second, first];
    const date = readDate(year < 100 ? 2000 + year : year, month, day);
    pieces.push(...toPiece(match, year < 100 ? "doubtful" : "likely", date));
  }
  for (const match of plain.matchAll(WITHOUT_YEAR)) {
    if (match[0] === "24/7") continue;
    const [, first = 0, , second = 0] = match.map(Number);
    if (match[2] === "." && !/\d{1,2}\.(?:0[1-9]|1[0-2])$/.test(match[0])) continue;
    const [month, day] = isMonthFirst && match[2] === "/" ? [first, second] : [second, first];
    pieces.push(...toPiece(match, "doubtful", toComing(today, month, day)));
  }
  return pieces;
}

/** ISO 8601 with an offset, which says everything. */
export function findInstants(plain: string): Piece[] {
  return Array.from(plain.matchAll(ISO_INSTANT)).flatMap((match): Piece[] => {
    const time = Date.parse(match[0].toUpperCase());
    if (Number.isNaN(time)) return [];
    return [
      {
        start: match.index,
        end: match.index + match[0].length,
        certainty: "sure",
        value: { kind: "instant", startsAt: new Date(time).toISOString() },
      },
    ];
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

function toPiece(
  match: RegExpExecArray,
  certainty: Piece["certainty"],
  date: Temporal.PlainDate | undefined,
): Piece[] {
  if (!date) return [];
  const value = { kind: "day", day: { date } } as const;
  return [{ start: match.index, end: match.index + match[0].length, certainty, value }];
}
