import { isConnector } from "../connector";
import { CONSUMED, type Span } from "../masked-text";
import type { Choice } from "./choose-matches";
import { readDeadlineAfter } from "./find-clocks";
import { endOfLooseDate, endOfLooseFigures } from "./find-loose-figures";
import { endOfMisspelledDay } from "./find-misspelled-day";
import { findLead, type LeadWords } from "./find-lead";
import { isClock } from "./match";
import { readClock, type FoundClock } from "./read-clock";
import { readLength } from "./read-length";
import { readNumber } from "./read-number";
import type { TimeText } from "./time-text";

const DASH = new RegExp(` ?[-~] ?(?=${CONSUMED})`, "y");
const NEXT_TO_TIME = new RegExp(`^[\\s,;:.、，-]*${CONSUMED}`, "u");

/**
 * Words of time that weren't understood and would stay in the name: at its end, at its start if they're set apart, or next to the
 * time. In the middle of a name they belong to it (`the 3pm club`), and so do vague ones if the day and the time are clear
 * (`Prep for Easter tomorrow 3pm`).
 */
export function findLeftover(text: TimeText, { start, days }: Choice): Span | undefined {
  const asksVague = !start || (isClock(start) && !days.some(({ value }) => value.day.date));
  for (let at = 0; at < text.plain.length; at++) {
    if (!(text.hasWordOrFigure(at) || text.isLetter(at)) || !text.isStart(at)) continue;
    const isName = text.word("names", at) !== undefined;
    const lead = findLead(text, at);
    const end = isName ? undefined : endOfTime(text, at, lead, asksVague);
    if (end !== undefined && (isAtEdge(text, end) || isSetApart(text, at, end)))
      return { start: text.before("or", at) ?? text.before("deadline", at) ?? at, end };
    const range = endOfOpenRange(text, at, start);
    if (range !== undefined) return { start: at, end: range };
    at = Math.max(at, (skipName(text, at, lead) ?? 0) - 1);
  }
  return undefined;
}

function endOfTime(
  text: TimeText,
  at: number,
  lead: LeadWords,
  asksVague: boolean,
): number | undefined {
  return (
    endOfClock(text, at, lead) ??
    endOfFraction(text, at) ??
    (asksVague ? endOfVagueTime(text, at) : undefined) ??
    endOfDeadline(text, at) ??
    endOfWait(text, at) ??
    endOfLooseDate(text, at) ??
    endOfLooseFigures(text, at) ??
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
  // `after 3pm` is about the start, like `3pm`.
  const isStart = text.word("notBefore", at) !== undefined;
  const clock = lead.isArticle && !isStart ? undefined : readClock(text, lead.end, lead);
  if (!clock) return undefined;
  const around = text.next("aroundAfter", clock.end);
  if (!around && !isStart && !isTime(text, lead, clock)) return undefined;
  const end = endOfChoice(text, around?.end ?? clock.end);
  return readDeadlineAfter(text, end)?.end ?? end;
}

/** `at 5 or 6` */
function endOfChoice(text: TimeText, end: number): number {
  const or = text.next("or", end);
  const other = or && readClock(text, text.skipSpace(or.end));
  return other?.end ?? end;
}

/** `3` and `three` are times only after `at` or the like: `réunion à trois` isn't at three. */
function isTime(text: TimeText, lead: LeadWords, { form, clock, start }: FoundClock): boolean {
  const { isAt, isAround, isDeadline, isFrom } = lead;
  switch (form) {
    case "dotted":
      // `9.30`, but not `Ubuntu 18.04` or `版本1.15`.
      return clock.hour < 24 && clock.minute % 15 === 0 && isFree(text, start);
    case "bare":
      // `Comité de 9`
      return isAt || isAround || isDeadline || (isFrom && !text.word("ofMonth", lead.start));
    case "spelled":
      return isAt || isAround;
    case "marked":
    case "word":
    case "pair":
    case "counted":
      return true;
    default:
      return form satisfies never;
  }
}

/** `half 3` */
function endOfFraction(text: TimeText, at: number): number | undefined {
  const fraction = text.word("fractions", at);
  const number = fraction && readNumber(text, text.skipSpace(fraction.end));
  return number && number.value >= 1 && number.value <= 24 ? number.end : undefined;
}

/** Shorter Chinese and Japanese words are parts of others. */
const MIN_ATTACHED = 3;

/** `eod`, `later today`; not `review of later today`. */
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
  return (
    text.before("nameBeforeDay", at) !== undefined && text.before("deadline", at) === undefined
  );
}

/** `周五前`, `金曜までに`. */
function endOfDeadline(text: TimeText, at: number): number | undefined {
  const day = text.word("weekdays", at) ?? text.word("days", at);
  return (
    day && (text.word("deadlineAfter", day.end) ?? text.word("repeatUntilAfter", day.end))?.end
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

/** `5 to`, `5 -` or `5 or` before a time, whose start wasn't understood; not `iOS 18 - tomorrow 3pm`. */
function endOfOpenRange(text: TimeText, at: number, time: Choice["start"]): number | undefined {
  const number = readClock(text, at);
  if (!number) return undefined;
  const dash = text.matches(DASH, number.end)?.[0];
  const dashEnd = number.end + (dash?.length ?? 0);
  if (dash !== undefined)
    return time && isClock(time) && time.start === dashEnd ? dashEnd : undefined;
  const start = text.skipSpace(number.end);
  const to = text.word("rangeTo", start) ?? text.word("and", start) ?? text.word("or", start);
  return to && NEXT_TO_TIME.test(text.plain.slice(to.end)) ? to.end : undefined;
}

/** `週末 定例`, `9.30 standup`; a word of an alphabet isn't set apart by a space. */
function isSetApart(text: TimeText, start: number, end: number): boolean {
  const isFirst = text.plain.slice(0, start).trim() === "";
  // `In 10 words`
  const isWord = /[\p{L}:./]/u.test(text.plain.slice(start, end));
  const isApart = !text.isLetter(end - 1) && !text.isLetter(start) && isWord;
  return isFirst && isApart && /[\s,、，]/u.test(text.plain.charAt(end));
}

function isAtEdge(text: TimeText, end: number): boolean {
  const after = text.plain.slice(end);
  return isConnector(after) || NEXT_TO_TIME.test(after);
}
