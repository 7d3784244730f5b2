import type { Temporal } from "@js-temporal/polyfill";
import { CONSUMED, PERSON } from "../masked-text";
import { toDayOfMonth } from "./calendar-date";
import type { ClockTime } from "./clock-time";
import { isCounted } from "./is-counted";
import type { Match } from "./match";
import { readNumber } from "./read-number";
import { scan } from "./scan";
import type { Read, TimeText } from "./time-text";

const BEFORE = new RegExp(`${CONSUMED},? ?$`);
const AFTER = new RegExp(`,? ?(?=${CONSUMED})`, "y");
const AT_END = new RegExp(`[ ,.]*(?:$|[${PERSON}${CONSUMED}])`, "y");
const FIGURES = /(?:[01]?\d|2[0-3])[0-5]\d(?!\d)/y;
/** `at 1430`; `в 1812` is a year. */
const ON_QUARTER = /(?:00|15|30|45)$/;
const YEAR = /^(?:19|20)\d\d$/;
/** At least `CONSUMED,` and a space. */
const REACH = 3;

/** Numbers that are times or days only next to what was understood: `tomorrow 9`, `1530 tomorrow`, `15 at 8:00`. */
export function findBareNumbers(text: TimeText, today: Temporal.PlainDate): Match[] {
  return scan(text, (at) => {
    const numbered = text.word("numbered", at);
    const number = numbered && readNumber(text, text.skipSpace(numbered.end));
    if (number) return { end: number.end };
    return readFigures(text, at) ?? readHour(text, at) ?? readDay(text, at, today);
  });
}

function isAfterConsumed({ plain }: TimeText, at: number): boolean {
  return BEFORE.test(plain.slice(Math.max(0, at - REACH), at));
}

function isBeforeConsumed(text: TimeText, at: number): boolean {
  return text.matches(AFTER, at) !== undefined;
}

/** The end of the text, or `with`. */
function isAtEnd(text: TimeText, at: number): boolean {
  const next = text.skipSpace(at);
  const isBeforeList =
    next > at && text.word("connectors", next) !== undefined && !text.word("at", next);
  return text.matches(AT_END, at) !== undefined || isBeforeList;
}

function skipAt(text: TimeText, at: number): number {
  const word = text.word("at", at) ?? text.word("maybeAt", at);
  return word ? text.skipSpace(word.end) : at;
}

/** `1530`, `0930-1030` */
function readFigures(text: TimeText, at: number): Match | undefined {
  const start = skipAt(text, at);
  const first = readClockFigures(text, start);
  if (!first) return undefined;
  const second = readRangeEnd(text, first.end);
  const end = second?.end ?? first.end;
  if (!text.isEnd(end)) return undefined;
  const isStart = text.plain.slice(0, at).trim() === "";
  const isBeforeDay = (isStart || start > at) && isBeforeConsumed(text, end);
  const isAfterDay = isAfterConsumed(text, at);
  // A possible year is a time only if nothing follows, and so are three digits.
  const typed = text.plain.slice(start, first.end);
  const isYear = second === undefined && (YEAR.test(typed) || typed.length === 3);
  const value = { kind: "clock", start: first.value, end: second?.value, isBeforeDay } as const;
  if (isBeforeDay || (isAfterDay && (!isYear || isAtEnd(text, end))))
    return { start: at, end, certainty: "doubtful", value };
  const isAt = !isYear && ON_QUARTER.test(typed) && text.word("at", at) !== undefined;
  return isAt ? { start: at, end, certainty: "trailing", value } : undefined;
}

function readClockFigures(text: TimeText, at: number): Read<ClockTime> | undefined {
  const typed = text.matches(FIGURES, at)?.[0];
  if (typed === undefined || typed.length < 3) return undefined;
  const hour = Number(typed.slice(0, -2));
  const isExact = typed.length === 4;
  return { value: { hour, minute: Number(typed.slice(-2)), isExact }, end: at + typed.length };
}

function readRangeEnd(text: TimeText, end: number): Read<ClockTime> | undefined {
  const dash = text.matches(/ ?[-~] ?/y, end);
  const to = text.next("rangeTo", end);
  const start = dash ? end + dash[0].length : to && text.skipSpace(to.end);
  return start === undefined ? undefined : readClockFigures(text, start);
}

/** `tomorrow 9`, `tomorrow seven`, without a word of the subject after it. */
function readHour(text: TimeText, at: number): Match | undefined {
  if (!isAfterConsumed(text, at) || text.plain.charAt(at - 1) !== " ") return undefined;
  const start = skipAt(text, at);
  const number = readNumber(text, start);
  if (!number || number.value < 1 || number.value > 23 || number.digits > 2 || number.isHan)
    return undefined;
  const end = text.next("aroundAfter", number.end)?.end ?? number.end;
  if (!isAtEnd(text, end) || isCounted(text, end)) return undefined;
  const isExact = number.value > 12 || text.plain.charAt(start) === "0";
  const value = { kind: "clock", start: { hour: number.value, minute: 0, isExact } } as const;
  return { start: at, end, certainty: "doubtful", value };
}

/** `15 at 8:00`, `15, 8pm`. */
function readDay(text: TimeText, at: number, today: Temporal.PlainDate): Match | undefined {
  const number = readNumber(text, at);
  if (!number || number.value < 1 || number.value > 31 || number.digits > 2 || number.isHan)
    return undefined;
  if (!isBeforeConsumed(text, number.end)) return undefined;
  const date = toDayOfMonth(today, number.value);
  const value = date && ({ kind: "day", day: { date, isBareNumber: true } } as const);
  return value && { start: at, end: number.end, certainty: "doubtful", value };
}
