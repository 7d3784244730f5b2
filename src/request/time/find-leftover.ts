import { isConnector } from "../connector";
import { CONSUMED, type Span } from "../masked-text";
import { readDeadlineAfter } from "./find-clocks";
import { findLead, type LeadWords } from "./find-lead";
import { readClock, type FoundClock } from "./read-clock";
import { readNumber } from "./read-number";
import type { TimeText } from "./time-text";

const NEXT_TO_TIME = new RegExp(`^[\\s,;:.、，-]*${CONSUMED}`, "u");

/**
 * Words of time that weren't understood and would stay in the name: at its end, or next to the time. In the middle of a name
 * they belong to it (`the 3pm club`), and so does what follows a deadline word.
 */
export function findLeftover(text: TimeText): Span | undefined {
  for (let at = 0; at < text.plain.length; at++) {
    if (text.plain.charAt(at) === " " || !text.isStart(at)) continue;
    const isName = text.word("names", at) !== undefined;
    const end = isName ? undefined : (endOfClock(text, at) ?? endOfFraction(text, at));
    if (end !== undefined && isAtEdge(text, end)) return { start: at, end };
    const range = endOfOpenRange(text, at);
    if (range !== undefined) return { start: at, end: range };
    at = Math.max(at, (skipName(text, at) ?? 0) - 1);
  }
  return undefined;
}

/** `high noon`, `Room 12`, `by 3pm`, `the 3pm club`. */
function skipName(text: TimeText, at: number): number | undefined {
  const name = text.word("names", at);
  if (name) return name.end;
  const numbered = text.word("numbered", at);
  const lead = findLead(text, at);
  const start = numbered ? text.skipSpace(numbered.end) : isOfName(lead) ? lead.end : undefined;
  if (start === undefined) return undefined;
  return (readClock(text, start) ?? readNumber(text, start))?.end;
}

function isOfName({ isDeadline, isArticle, isUntil }: LeadWords): boolean {
  return isDeadline || isArticle || isUntil;
}

function endOfClock(text: TimeText, at: number): number | undefined {
  const lead = findLead(text, at);
  const clock = isOfName(lead) ? undefined : readClock(text, lead.end, lead);
  if (!clock) return undefined;
  const around = text.word("aroundAfter", clock.end);
  if (!isTime(lead, clock) && !around) return undefined;
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
