import { toVagueMatch } from "./calendar-date";
import type { Match } from "./match";
import { readNumber } from "./read-number";
import { readOn } from "./read-on";
import { readWeekdays } from "./repetition/read-weekdays";
import { scan } from "./scan";
import type { TimeText } from "./time-text";

/**
 * What isn't one day: `next week`, `Mon-Fri`, `Monday or Tuesday`, `24-25 November`. Next to a time the sender is asked which day is meant;
 * elsewhere it's part of the subject.
 */
export function findWeekdayRanges(text: TimeText): Match[] {
  return scan(text, (at) => {
    const from = text.word("from", at);
    const start = from ? text.skipSpace(from.end) : at;
    const on = readOn(text, at);
    return (
      readWeekdayList(text, at, start) ??
      (on === start ? undefined : readWeekdayList(text, at, on)) ??
      readShortChoice(text, at)
    );
  });
}

/** `Mon-Fri`, `Mon/Wed/Fri`, `周一三五`, `月水金`. */
function readWeekdayList(text: TimeText, at: number, start: number): Match | undefined {
  const list = readWeekdays(text, start, isShortList(text, start));
  if (!list || list.value.length < 2 || !text.isEnd(list.end)) return undefined;
  const end = text.word("afterDay", list.end)?.end ?? list.end;
  const isRange = isRangeSign(text, start, list.end);
  return isRange
    ? toVagueMatch({ start: at, end }, "doubtful")
    : toVagueMatch({ start: at, end }, "likely", "end");
}

const SHORT_LIST = /[月火水木金土日](?:[月火水木金土日]{1,6}(?=[ \d]|$)|[-~・][月火水木金土日])/uy;

/** `月か火` */
function readShortChoice(text: TimeText, at: number): Match | undefined {
  const first = isApart(text, at) ? text.word("bracketWeekdays", at) : undefined;
  const or = first && text.word("or", first.end);
  const second = or && text.word("bracketWeekdays", or.end);
  return second && toVagueMatch({ start: at, end: second.end }, "doubtful", "edge");
}

function isApart(text: TimeText, at: number): boolean {
  return at === 0 || /\s/.test(text.plain.charAt(at - 1));
}

/** Single letters, without a word for the week. */
function isShortList(text: TimeText, at: number): boolean {
  return isApart(text, at) && text.matches(SHORT_LIST, at) !== undefined;
}

/** A range is a part of many names: `Support Mon-Fri`. */
function isRangeSign(text: TimeText, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    if (/[-~]/.test(text.plain.charAt(at)) || text.word("rangeTo", at)) return true;
  }
  return false;
}

/** `через день`, of which the sender can choose the meaning. */
export function findUnclearDays(text: TimeText): Match[] {
  return scan(text, (at) => {
    const unclear = text.word("unclearDays", at);
    if (!unclear) return undefined;
    const value = { kind: "vague-day", asksAt: "end", meanings: unclear.value } as const;
    return { start: at, end: unclear.end, certainty: "doubtful", value };
  });
}

export function findVagueDays(text: TimeText): Match[] {
  let months: readonly number[] | undefined;
  const hasOtherMonth = (start: number, end: number): boolean => {
    months ??= listMonths(text);
    return (months[0] ?? Infinity) < start || (months.at(-1) ?? -1) >= end;
  };
  return scan(text, (at) => readVagueDay(text, at, hasOtherMonth));
}

/** Where the text has the name of a month. */
function listMonths(text: TimeText): readonly number[] {
  const everywhere = Array.from({ length: text.plain.length }, (_, at) => at);
  return everywhere.filter((at) => text.word("months", at));
}

function readVagueDay(
  text: TimeText,
  at: number,
  hasOtherMonth: (start: number, end: number) => boolean,
): Match | undefined {
  const ahead = text.word("upcomingDays", at);
  const period = text.word("vagueDays", at) ?? text.word("weeks", at);
  if (ahead && ahead.end >= (period?.end ?? 0)) return toAsked(at, ahead.end);
  if (period) return toVagueMatch({ start: at, end: period.end }, "doubtful");
  const month = endOfVagueMonth(text, at);
  if (month === undefined) return undefined;
  // `Mars en mai` is a name.
  return hasOtherMonth(at, month)
    ? toVagueMatch({ start: at, end: month }, "doubtful")
    : toAsked(at, month);
}

function toAsked(start: number, end: number): Match {
  return toVagueMatch({ start, end }, "doubtful", "end");
}

const YEAR = /,? (?:19|20|21)\d\d(?![\d:])/y;

/** `early May`, `in May 2027`, `12月上旬`. */
function endOfVagueMonth(text: TimeText, at: number): number | undefined {
  const early = text.word("vagueBeforeMonth", at, true);
  const named = early && (text.next("months", early.end) ?? text.next("shortMonths", early.end));
  if (named) {
    const year = text.matches(YEAR, named.end)?.[0].length ?? 0;
    return text.next("yearMarks", named.end + year)?.end ?? named.end + year;
  }
  const number = readNumber(text, at);
  const mark = number && number.value <= 12 ? text.word("monthMarks", number.end) : undefined;
  return mark && text.word("vagueAfterMonth", mark.end)?.end;
}

/** `24-25 November`, `Nov 24-25`, `3月20-21日`; not `5 to 6 of April 22`, which is at five. */
export function findDateRanges(text: TimeText): Match[] {
  return scan(text, (at) => {
    const end =
      endOfRangeBeforeMonth(text, at) ??
      endOfRangeAfterMonth(text, at) ??
      endOfMarkedRange(text, at);
    return end === undefined ? undefined : toVagueMatch({ start: at, end }, "likely", "end");
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
