import { isConnector } from "../connector";
import { CONSUMED, type Span } from "../masked-text";
import { readDeadlineAfter } from "./find-clocks";
import { endOfMisspelledDay } from "./find-misspelled-day";
import { findLead, type LeadWords } from "./find-lead";
import { readClock, type FoundClock } from "./read-clock";
import { readLength } from "./read-length";
import { readNumber } from "./read-number";
import type { TimeText } from "./time-text";

const NEXT_TO_TIME = new RegExp(`^[\\s,;:.、，-]*${CONSUMED}`, "u");

/**
 * Words of time that weren't understood and would stay in the name: at its end, or next to the time. In the middle of a name
 * they belong to it (`the 3pm club`), and so does what follows a deadline word.
 */
export function findLeftover(text: TimeText): Span | undefined {
  for (let at = 0; at < text.plain.length; at++) {
    if (!(text.hasWordOrFigure(at) || text.isLetter(at)) || !text.isStart(at)) continue;
    const isName = text.word("names", at) !== undefined;
    const lead = findLead(text, at);
    const end = isName ? undefined : endOfTime(text, at, lead);
    if (end !== undefined && isAtEdge(text, end))
      return { start: text.before("or", at) ?? at, end };
    const range = endOfOpenRange(text, at);
    if (range !== undefined) return { start: at, end: range };
    at = Math.max(at, (skipName(text, at, lead) ?? 0) - 1);
  }
  return undefined;
}

function endOfTime(text: TimeText, at: number, lead: LeadWords): number | undefined {
  return (
    endOfClock(text, at, lead) ??
    endOfFraction(text, at) ??
    endOfVagueTime(text, at) ??
    endOfWait(text, at) ??
    endOfDate(text, at) ??
    endOfShortDay(text, at) ??
    endOfMisspelledDay(text, at)
  );
}

/** `high noon`, `Room 12`, `by 3pm`, `the 3pm club`. */
function skipName(text: TimeText, at: number, lead: LeadWords): number | undefined {
  const name = text.word("names", at);
  if (name) return name.end;
  const numbered = text.word("numbered", at);
  const starts = [numbered && text.skipSpace(numbered.end), isOfName(lead) ? lead.end : undefined];
  return starts
    .filter((start) => start !== undefined)
    .map((start) => (readClock(text, start) ?? readNumber(text, start))?.end)
    .find((end) => end !== undefined);
}

function isOfName({ isDeadline, isArticle, isUntil }: LeadWords): boolean {
  return isDeadline || isArticle || isUntil;
}

function endOfClock(text: TimeText, at: number, lead: LeadWords): number | undefined {
  // `after 3pm` is about the start, `by 3pm` isn't.
  const isStart = text.word("notBefore", at) !== undefined;
  const clock = isOfName(lead) && !isStart ? undefined : readClock(text, lead.end, lead);
  if (!clock) return undefined;
  const around = text.next("aroundAfter", clock.end);
  if (!isTime(lead, clock) && !around && !(isStart && clock.form === "bare")) return undefined;
  const end = endOfChoice(text, around?.end ?? clock.end);
  return readDeadlineAfter(text, end)?.end ?? end;
}

/** `at 5 or 6` */
function endOfChoice(text: TimeText, end: number): number {
  const or = text.next("or", end);
  const other = or && readClock(text, text.skipSpace(or.end));
  return other?.end ?? end;
}

/** `3` and `three` are times only after `at` or `around`, and `réunion à trois` isn't at three. */
function isTime({ isAt, isAround }: LeadWords, { form }: FoundClock): boolean {
  if (form === "dotted") return false;
  return form === "bare" || form === "spelled" ? isAt || isAround : true;
}

/** `half 3` */
function endOfFraction(text: TimeText, at: number): number | undefined {
  const fraction = text.word("fractions", at);
  const number = fraction && readNumber(text, text.skipSpace(fraction.end));
  return number && number.value >= 1 && number.value <= 24 ? number.end : undefined;
}

/** Shorter Chinese and Japanese words are parts of others. */
const MIN_ATTACHED = 3;

/** `eod`, `later today`; not `by eod`. */
function endOfVagueTime(text: TimeText, at: number): number | undefined {
  const word = text.word("vagueTimes", at);
  if (!word) return undefined;
  const isApart = text.isLetter(at) || word.end - at >= MIN_ATTACHED || isFree(text, at);
  return isApart && !isAfterNaming(text, at) ? word.end : undefined;
}

function isFree({ plain }: TimeText, at: number): boolean {
  return at === 0 || /[\s,、，:：\uFDD0-\uFDD1]/u.test(plain.charAt(at - 1));
}

function isAfterNaming(text: TimeText, at: number): boolean {
  return (["deadline", "nameBeforeDay"] as const).some(
    (kind) => text.before(kind, at) !== undefined,
  );
}

/** `in 10`, probably minutes, or `in 2-3 hours`. */
function endOfWait(text: TimeText, at: number): number | undefined {
  const preposition = text.word("inWords", at);
  const number = preposition && readNumber(text, text.skipSpace(preposition.end));
  const dash = number && text.matches(/ ?[-~] ?/y, number.end);
  const length =
    dash && readLength(text, number.end + dash[0].length, { isAfterPreposition: true });
  if (length) return length.end;
  const isRound = number && number.value % 5 === 0 && number.value > 0 && number.value < 60;
  return isRound && !text.isLetter(number.end) ? number.end : undefined;
}

const FIGURES = /[ ,]{1,2}\d[\d:;.,h ]*(?= *$)/y;

/** `thurs 10;15` */
function endOfShortDay(text: TimeText, at: number): number | undefined {
  const day = text.word("shortWeekdays", at);
  const figures = day && text.matches(FIGURES, day.end);
  return figures && day.end + figures[0].length;
}

const DATE = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
const SHAPES = /^(?:16\/(?:9|10)|21\/9|24\/7)$/;

/** `24/11`; not `3/12`, which may be one of twelve parts, or `16/9`, the shape of a screen. */
function endOfDate(text: TimeText, at: number): number | undefined {
  const result = text.matches(DATE, at);
  if (!result || SHAPES.test(result[0])) return undefined;
  const [low = 0, high = 0] = [Number(result[1]), Number(result[2])].toSorted((a, b) => a - b);
  const isDate = low >= 1 && low <= 12 && high > 12 && high <= 31;
  return isDate ? at + result[0].length : undefined;
}

/** `5 to` or `5 or` before a time, whose start wasn't understood. */
function endOfOpenRange(text: TimeText, at: number): number | undefined {
  const number = readClock(text, at);
  const start = number && text.skipSpace(number.end);
  const to =
    start === undefined
      ? undefined
      : (text.word("rangeTo", start) ?? text.word("and", start) ?? text.word("or", start));
  return to && NEXT_TO_TIME.test(text.plain.slice(to.end)) ? to.end : undefined;
}

function isAtEdge(text: TimeText, end: number): boolean {
  const after = text.plain.slice(end);
  return isConnector(after) || NEXT_TO_TIME.test(after);
}
