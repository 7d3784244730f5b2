import { toVagueMatch } from "./calendar-date";
import type { Match } from "./match";
import { readNumber } from "./read-number";
import { scan, type TimeText } from "./time-text";

/**
 * What isn't one day: `next week`, `Mon-Fri`, `24-25 November`. Next to a time the sender is asked which day is meant;
 * elsewhere it's part of the subject.
 */
export function findWeekdayRanges(text: TimeText): Match[] {
  return scan(text, (at) => {
    const end = endOfWeekdayRange(text, at);
    return end === undefined ? undefined : toVagueMatch({ start: at, end }, "doubtful");
  });
}

function endOfWeekdayRange(text: TimeText, at: number): number | undefined {
  const from = text.word("from", at);
  const first = readAnyWeekday(text, from ? text.skipSpace(from.end) : at);
  if (first === undefined) return undefined;
  const dash = text.matches(/ ?[-~/] ?/y, first);
  const to = dash ? first + dash[0].length : text.next("rangeTo", first)?.end;
  if (to === undefined) return undefined;
  return readAnyWeekday(text, text.skipSpace(to));
}

function readAnyWeekday(text: TimeText, at: number): number | undefined {
  const day =
    text.word("weekdays", at, true) ??
    text.word("shortWeekdays", at, true) ??
    text.word("doubtfulWeekdays", at, true);
  const bracket = day ?? (text.isLetter(at) ? undefined : text.word("bracketWeekdays", at));
  if (!bracket) return undefined;
  return text.plain.charAt(bracket.end) === "." ? bracket.end + 1 : bracket.end;
}

export function findVagueDays(text: TimeText): Match[] {
  return scan(text, (at) => {
    const period = text.word("vagueDays", at) ?? text.word("weeks", at);
    const early = text.word("vagueBeforeMonth", at);
    const end = period?.end ?? (early && text.next("months", early.end)?.end);
    return end === undefined ? undefined : toVagueMatch({ start: at, end }, "doubtful");
  });
}

/** `24-25 November`, `Nov 24-25`, `3月20-21日`; not `5 to 6 of April 22`, which is at five. */
export function findDateRanges(text: TimeText): Match[] {
  return scan(text, (at) => {
    const end =
      endOfRangeBeforeMonth(text, at) ??
      endOfRangeAfterMonth(text, at) ??
      endOfMarkedRange(text, at);
    return end === undefined ? undefined : toVagueMatch({ start: at, end }, "likely");
  });
}

function endOfRangeBeforeMonth(text: TimeText, at: number): number | undefined {
  const last = endOfRange(text, at);
  if (last === undefined) return undefined;
  const of = text.next("ofMonth", last)?.end ?? last;
  const month = text.next("months", of) ?? text.next("shortMonths", of);
  if (!month) return undefined;
  const day = readNumber(text, text.skipSpace(month.end));
  return day && day.value <= 31 ? undefined : month.end;
}

function endOfRangeAfterMonth(text: TimeText, at: number): number | undefined {
  const month = text.word("months", at) ?? text.word("shortMonths", at);
  if (!month) return undefined;
  const dot = text.plain.charAt(month.end) === "." ? month.end + 1 : month.end;
  const last = endOfRange(text, text.skipSpace(dot));
  return last === undefined || text.matches(/:\d/y, last) || text.next("hours", last)
    ? undefined
    : last;
}

/** The end of `24-25`, `24th to 25th`. */
function endOfRange(text: TimeText, at: number): number | undefined {
  const first = readDay(text, at);
  if (first === undefined) return undefined;
  const sign = text.matches(/ ?[-~/&] ?/y, first);
  const to = sign
    ? first + sign[0].length
    : (text.next("rangeTo", first) ?? text.next("and", first) ?? text.next("connectors", first))
        ?.end;
  const last = to === undefined ? undefined : readDay(text, text.skipSpace(to));
  return last !== undefined && text.isEnd(last) ? last : undefined;
}

const DAY = /\d{1,2}(?!\d)/y;

function readDay(text: TimeText, at: number): number | undefined {
  const day = text.matches(DAY, at);
  if (!day) return undefined;
  const end = at + day[0].length;
  return text.next("ordinalEndings", end)?.end ?? end;
}

const MARKED_RANGE =
  /\d{1,2}月 ?\d{1,2} ?[日号號]? ?[-~到至から]+ ?(?:\d{1,2}月)?\d{1,2} ?[日号號](?!\d)/y;

function endOfMarkedRange(text: TimeText, at: number): number | undefined {
  const range = text.matches(MARKED_RANGE, at)?.[0];
  return range === undefined ? undefined : at + range.length;
}
