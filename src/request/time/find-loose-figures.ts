import { CONSUMED } from "../masked-text";
import { readZoneAfter } from "./find-zones";
import { readDay } from "./read-day";
import { readNumber } from "./read-number";
import type { TimeText } from "./time-text";

const SLASHED = /(\d{1,2})\/(\d{1,2})(?![\d/])/y;
/** The shapes of screens, and dates that became names. */
const NAMES = /^(?:16\/(?:9|10)|21\/9|24\/7|9\/11|7\/11)$/;
/** `24.11.`, or `24.11` without a Latin name before it: `Ubuntu 22.04`. */
const DOTTED =
  /(?<!\w\.?)(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?:\.(?= *$)|(?<![a-z] \d{1,2}\.\d\d)(?![\d.]))/y;
const COMPACT = /20\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d)/y;

/** The end of figures that are probably a date: `12/1`, `24.11.`, `20261123`, `the 23rd`. */
export function endOfLooseDate(text: TimeText, at: number): number | undefined {
  return (
    endOfSlashed(text, at) ??
    endOf(text, DOTTED, at) ??
    endOf(text, COMPACT, at) ??
    endOfDay(text, at)
  );
}

function endOf(text: TimeText, pattern: RegExp, at: number): number | undefined {
  const found = text.matches(pattern, at)?.[0];
  return found === undefined ? undefined : at + found.length;
}

/** `24/11`, `12/1`, `1/12`; not `1/2` and `9/10`, which may be parts or marks. */
function endOfSlashed(text: TimeText, at: number): number | undefined {
  const result = text.matches(SLASHED, at);
  if (!result || NAMES.test(result[0])) return undefined;
  const [first, second] = [Number(result[1]), Number(result[2])];
  const [low, high] = first < second ? [first, second] : [second, first];
  const isDate = low >= 1 && low <= 12 && high <= 31;
  const isPart = first <= second && (second <= 5 || second === 10);
  return isDate && low < high && !isPart ? at + result[0].length : undefined;
}

/** `the 23rd`, `le 24`, `24 числа`. */
function endOfDay(text: TimeText, at: number): number | undefined {
  const article = text.word("dayArticles", at);
  const day = readDay(text, article ? text.skipSpace(article.end) : at, article !== undefined);
  if (!day || day.value < 1 || day.value > 31) return undefined;
  const mark = text.next("dayMarks", day.end);
  if (mark && text.isLetter(mark.end - 1)) return mark.end;
  const isFigure = /\d/.test(text.plain.charAt(day.end - 1)) || day.hasEnding;
  const isSaid = article && isFigure && (day.hasEnding || text.word("onDay", at) !== undefined);
  return isSaid ? day.end : undefined;
}

const AFTER_SHORT_DAY = /[ ,]{1,2}\d[\d:;.,h ]*(?= *$)/y;
const PADDED = /0\d[0-5]\d(?!\d)/y;
const SHORT_LENGTH = /(?:15|30|45|60|90) ?(?:m|'|′)(?![\p{L}\d])/uy;
const AFTER_TIME = new RegExp(`(?<=${CONSUMED} )(?:[1-9]0|[1-9]5)(?!\\d)`, "y");

/** The end of figures that are probably a time or a length: `0900`, `thurs 10;15`, `10 London time`, `30m`, `3pm for 45`. */
export function endOfLooseFigures(text: TimeText, at: number): number | undefined {
  return (
    endOf(text, PADDED, at) ??
    endOf(text, SHORT_LENGTH, at) ??
    endOfShortDay(text, at) ??
    endOfZoned(text, at) ??
    endOfLength(text, at)
  );
}

function endOfShortDay(text: TimeText, at: number): number | undefined {
  const day = text.word("shortWeekdays", at);
  return day && endOf(text, AFTER_SHORT_DAY, day.end);
}

function endOfZoned(text: TimeText, at: number): number | undefined {
  const number = readNumber(text, at);
  if (!number || number.value < 1 || number.value > 24) return undefined;
  return readZoneAfter(text, number.end)?.end;
}

/** `45` after a time, or `for 45`. */
function endOfLength(text: TimeText, at: number): number | undefined {
  const word = text.word("lasting", at) ?? text.word("forWords", at);
  if (!word) return endOf(text, AFTER_TIME, at);
  const number = readNumber(text, text.skipSpace(word.end));
  const isRound = number?.digits === 2 && number.value % 5 === 0;
  const isAfterTime = text.plain.slice(Math.max(0, at - 2), at) === `${CONSUMED} `;
  return isRound && isAfterTime ? number.end : undefined;
}
