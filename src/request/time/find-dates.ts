import type { Temporal } from "@js-temporal/polyfill";
import { CONSUMED } from "../masked-text";
import { toDate, toDateMatch, toDayOfMonth } from "./calendar-date";
import { isCounted } from "./is-counted";
import type { Match } from "./match";
import { readNumber } from "./read-number";
import { afterDay, readDay, type DayRead } from "./read-day";
import { readNearMonth } from "./read-near-month";
import { readOn } from "./read-on";
import { readPartAfter } from "./read-part-after";
import { isMatch, scan } from "./scan";
import type { Read, TimeText } from "./time-text";

type Today = Temporal.PlainDate;

/** A larger number isn't a mistyped day: `42 may`, `sprint 42 mars`. */
const MAX_MISTYPED_DAY = 39;

/** Days of a month: `20 March`, `3月20日`, `the 3rd of next month`, `the 20th`. */
export function findDates(text: TimeText, today: Today): Match[] {
  return scan(text, (at) => {
    const on = readOn(text, at);
    const article = text.word("dayArticles", on);
    const start = article ? text.skipSpace(article.end) : on;
    const found =
      readDayAndMonth(text, at, start, today) ??
      readMonthAndDay(text, at, start, today) ??
      readMarked(text, at, start, today) ??
      readNearMonth(text, at, start, today) ??
      readDayAlone(text, at, start, today) ??
      (start > at ? undefined : skipNumber(text, at));
    return found && isMatch(found) ? withPart(text, found) : found;
  });
}

/** `8月7日の朝`, `20 March, in the afternoon`. */
function withPart(text: TimeText, match: Match): Match {
  const part = match.value.kind === "day" ? readPartAfter(text, match.end) : undefined;
  if (!part || match.value.kind !== "day") return match;
  const end = text.isLetter(part.end - 1)
    ? part.end
    : (text.word("afterDay", part.end)?.end ?? part.end);
  return { ...match, end, value: { kind: "day", day: { ...match.value.day, part: part.value } } };
}

/** So that `一月` isn't found in `十一月`. */
function skipNumber(text: TimeText, at: number): { end: number } | undefined {
  const number = readNumber(text, at);
  return number?.isHan ? { end: number.end } : undefined;
}

function readMonth(text: TimeText, at: number): Read<number> | undefined {
  const month = text.word("months", at) ?? text.word("shortMonths", at);
  if (!month) return undefined;
  const hasDot = text.plain.charAt(month.end) === ".";
  return hasDot ? { value: month.value, end: month.end + 1 } : month;
}

/** `20 March 2027`, `20th of March`, `16. Nov.` */
function readDayAndMonth(
  text: TimeText,
  at: number,
  start: number,
  today: Today,
): Match | undefined {
  const day = readDay(text, start, start > at);
  if (!day) return undefined;
  const dot = text.plain.charAt(day.end) === "." ? day.end + 1 : day.end;
  const mark = text.next("dayMarks", dot)?.end ?? dot;
  const of = text.next("ofMonth", mark)?.end ?? mark;
  const month = readMonth(text, /[ -]/.test(text.plain.charAt(of)) ? of + 1 : of);
  return month && toMatch(text, { at, start, end: month.end, month: month.value, day }, today);
}

/** `March 20`, `Nov. 24 '26`, `December third`. */
function readMonthAndDay(
  text: TimeText,
  at: number,
  start: number,
  today: Today,
): Match | undefined {
  const month = readMonth(text, start);
  if (!month) return undefined;
  const article = text.next("dayArticles", month.end);
  const dayStart = text.skipSpace(article?.end ?? month.end);
  const day = readDay(text, dayStart, false);
  if (!day) return undefined;
  const mistyped = text.matches(/[a-z]{1,3}(?!\p{L})/uy, day.end);
  if (mistyped) {
    return toDateMatch(
      { start: at, end: day.end + mistyped[0].length },
      "likely",
      undefined,
      start,
    );
  }
  const isSpelled = !/\d/.test(text.plain.charAt(dayStart));
  if (isSpelled && !text.matches(AT_END, day.end)) return undefined;
  if (text.matches(/:\d|-\d/y, day.end) || isCounted(text, day.end)) return undefined;
  return toMatch(text, { at, start, end: day.end, month: month.value, day }, today);
}

const AT_END = new RegExp(`,? ?(?:$|${CONSUMED})`, "y");
/** Four digits that aren't a time, two after an apostrophe, or two at the end that can't be an hour. */
const YEAR = new RegExp(
  `(?:(?:,? ?|-)((?:19|20|21)\\d\\d)(?![\\d:])|,? '(\\d\\d)(?!\\d)|,? (2[5-9]|3\\d)(?=,? ?(?:$|${CONSUMED})))`,
  "y",
);

interface DateRead {
  at: number;
  /** After the preposition. */
  start: number;
  end: number;
  month: number;
  day: DayRead;
}

function toMatch(
  text: TimeText,
  { at, start, end, month, day }: DateRead,
  today: Today,
): Match | undefined {
  if (day.value < 1 || (day.value > MAX_MISTYPED_DAY && !day.hasEnding)) return undefined;
  const year = readYear(text, end);
  const last = year?.end ?? end;
  if (!text.isEnd(last) || text.matches(/\d/y, last)) return undefined;
  return toDateMatch(
    { start: at, end: last },
    "likely",
    toDate(today, month, day.value, year?.value),
    start,
  );
}

function readYear(text: TimeText, at: number): Read<number | undefined> | undefined {
  const result = text.matches(YEAR, at);
  const [, long, ...short] = result ?? [];
  const end = at + (result?.[0].length ?? 0);
  const mark = text.next("yearMarks", end);
  const typed = long ?? short.find((group) => group !== undefined);
  if (typed === undefined) return mark && { value: undefined, end: mark.end };
  return { value: Number(typed.padStart(4, "20")), end: mark?.end ?? end };
}

const HAN_YEAR = /[一二][零〇一九][零〇一二三四五六七八九]{2}(?=年)/uy;

/** `二零二七` */
function readHanYear(text: TimeText, at: number) {
  const typed = text.matches(HAN_YEAR, at)?.[0];
  if (typed === undefined) return undefined;
  const figures = Array.from(typed, (han) =>
    han === "〇" ? 0 : "零一二三四五六七八九".indexOf(han),
  );
  return { value: Number(figures.join("")), end: at + typed.length, digits: typed.length };
}

/** `2027年3月20日`, `三月二十号`. */
function readMarked(text: TimeText, at: number, start: number, today: Today): Match | undefined {
  const first = readHanYear(text, start) ?? readNumber(text, start);
  const yearMark = first && first.digits === 4 ? text.word("yearMarks", first.end) : undefined;
  const month = yearMark ? readNumber(text, text.skipSpace(yearMark.end)) : first;
  const monthMark = month && text.word("monthMarks", text.skipSpace(month.end));
  const number = monthMark && readNumber(text, text.skipSpace(monthMark.end));
  if (!number) return undefined;
  const mark = text.word("dayMarks", text.skipSpace(number.end));
  if (!mark && !text.matches(/(?=[ ,、(]|$)/y, number.end)) return undefined;
  const end = mark?.end ?? number.end;
  if (number.value < 1 || number.value > MAX_MISTYPED_DAY) return undefined;
  const date = toDate(today, month.value, number.value, yearMark && first?.value);
  return toDateMatch({ start: at, end: date ? afterDay(text, end) : end }, "likely", date, start);
}

/** Not `8:30 from the 5th floor`. */
const NO_NOUN = new RegExp(`[ ,.]*(?:$|${CONSUMED}|@)`, "y");

/** `the 20th`, `le 20`, `20日`, `on 15`: a day only next to a time. */
function readDayAlone(text: TimeText, at: number, start: number, today: Today): Match | undefined {
  const day = readDay(text, start, start > at);
  if (!day || day.value > MAX_MISTYPED_DAY) return undefined;
  if (day.value > 31) return readMistypedDay(text, at, start, day);
  const mark = text.next("dayMarks", day.end);
  if (mark && isOtherMark(text, day.end, mark.end)) return undefined;
  const end = mark?.end ?? day.end;
  if (!text.isEnd(end)) return undefined;
  const isOn = text.word("onDay", at) !== undefined;
  if (!isOn && !mark && !(day.hasEnding && hasNoNoun(text, end))) return undefined;
  if (isOn && !mark && isCounted(text, end)) return undefined;
  const date = toDayOfMonth(today, day.value);
  if (!date) return undefined;
  const particle = mark && !text.isLetter(end - 1) ? text.word("afterDay", end) : undefined;
  const isSetApart =
    mark !== undefined && (particle !== undefined || /^(?:[ ,、]|$)/.test(text.plain.charAt(end)));
  const isWritten = (text.word("onDay", at) !== undefined && day.hasEnding) || isSetApart;
  const value = { kind: "day", day: { date, isWritten } } as const;
  return { start: at, end: particle?.end ?? end, certainty: "doubtful", value };
}

/** `le 32`, `the 32nd`. */
function readMistypedDay(
  text: TimeText,
  at: number,
  start: number,
  { end, hasEnding }: DayRead,
): Match | undefined {
  const isMeant = start > at && (hasEnding || !isCounted(text, end));
  if (!isMeant || !text.isEnd(end) || !hasNoNoun(text, end)) return undefined;
  return toDateMatch({ start: at, end }, "doubtful", undefined, start);
}

/** `3日間` is a length, `3号楼` a building. */
function isOtherMark(text: TimeText, start: number, end: number): boolean {
  const unit = text.next("lengthUnits", start);
  return text.word("names", start) !== undefined || (unit !== undefined && unit.end > end);
}

function hasNoNoun(text: TimeText, end: number): boolean {
  if (text.matches(NO_NOUN, end)) return true;
  const next = text.skipSpace(end);
  return (
    next > end &&
    (text.word("connectors", next) ??
      text.word("at", next) ??
      text.word("continuesAfterDay", next)) !== undefined
  );
}
