import type { Temporal } from "@js-temporal/polyfill";
import { addDays } from "./calendar-date";
import type { Week } from "./languages/language";
import type { Day, Match } from "./match";
import { readClock } from "./read-clock";
import { isClockNext } from "./read-clock-next";
import { readNumber } from "./read-number";
import { readOn } from "./read-on";
import { readPartAfter } from "./read-part-after";
import { scan } from "./scan";
import type { Read, TimeText } from "./time-text";

type Today = Temporal.PlainDate;

/** Days relative to today (`tomorrow`), weekdays (`next Tuesday`), and parts of the day (`in the afternoon`). */
export function findNamedDays(text: TimeText, today: Today): Match[] {
  return scan(text, (at) => readNamedDay(text, at, today));
}

function readNamedDay(text: TimeText, at: number, today: Today): Match | undefined {
  const start = readOn(text, at);
  const found =
    readRelative(text, start, today) ??
    readRelative(text, at, today) ??
    readBracketed(text, at, today) ??
    readWeekdayWithPart(text, start, today) ??
    readWeekday(text, start, today, start > at) ??
    readWeekday(text, at, today, false) ??
    readPart(text, at);
  return found && { ...found, start: at };
}

/** `tomorrow`, `tonight`, `明日の朝`. */
function readRelative(text: TimeText, at: number, today: Today): Match | undefined {
  const withPart = text.word("daysWithPart", at);
  const word = text.word("days", at);
  if (!withPart && !word) return undefined;
  const isPart = withPart && withPart.end > (word?.end ?? 0);
  const days = isPart ? withPart.value[0] : (word?.value ?? 0);
  const end = isPart ? withPart.end : (word?.end ?? at);
  const part = isPart ? withPart.value[1] : undefined;
  const isHan = !text.isLetter(at);
  const naming = isHan && days === 0 && !isPart ? "with particle" : "never";
  return finish(text, at, { day: { date: addDays(today, days), part }, end }, naming);
}

/** Adds the part of the day that follows, and a particle. `今日の` and `Monday` alone start many names. */
function finish(
  text: TimeText,
  start: number,
  { day, end }: { day: Day; end: number },
  naming: "never" | "with particle" | "always",
  certainty: Match["certainty"] = "likely",
): Match | undefined {
  const part = readPartAfter(text, end);
  const last = part?.end ?? end;
  const particle = text.isLetter(last - 1) ? undefined : text.word("afterDay", last);
  if (text.isLetter(last - 1) && !text.isEnd(last) && !isTimeAttached(text, last)) return undefined;
  const isNaming =
    !part && (naming === "always" || (naming === "with particle" && particle !== undefined));
  const isShort = day.isShort === true && !part;
  const named: Day = { ...day, part: part?.value ?? day.part, isNaming, isShort };
  return { start, end: particle?.end ?? last, certainty, value: { kind: "day", day: named } };
}

/** `friday3pm` */
function isTimeAttached(text: TimeText, end: number): boolean {
  return /\d/.test(text.plain.charAt(end)) && readClock(text, end)?.form === "marked";
}

/** `(火)` after a date. */
function readBracketed(text: TimeText, at: number, today: Today): Match | undefined {
  if (text.plain.charAt(at) !== "(") return undefined;
  const day = text.word("bracketWeekdays", at + 1) ?? text.word("weekdays", at + 1);
  if (!day || text.plain.charAt(day.end) !== ")") return undefined;
  const value = { kind: "day", day: toComing(today, day.value) } as const;
  const end = text.word("afterDay", day.end + 1)?.end ?? day.end + 1;
  return { start: at, end, certainty: "doubtful", value };
}

interface WeekdayRead extends Read<number> {
  /** `Fri` is an abbreviation, and `sat` may be another word. */
  form: "full" | "short" | "doubtful";
}

function readWeekdayWord(text: TimeText, at: number): WeekdayRead | undefined {
  const full = text.word("weekdays", at);
  if (full) return { ...full, form: "full" };
  const short = text.word("shortWeekdays", at);
  const found = short ?? text.word("doubtfulWeekdays", at);
  if (!found) return undefined;
  const hasDot = text.plain.charAt(found.end) === ".";
  return {
    value: found.value,
    end: found.end + (hasDot ? 1 : 0),
    form: short ? "short" : "doubtful",
  };
}

/** `Dienstagnachmittag` */
function readWeekdayWithPart(text: TimeText, at: number, today: Today): Match | undefined {
  const word = text.word("weekdaysWithPart", at);
  if (!word) return undefined;
  const [weekday, part] = word.value;
  return finish(text, at, { day: { ...toComing(today, weekday), part }, end: word.end }, "never");
}

function readWeekday(text: TimeText, at: number, today: Today, isOn: boolean): Match | undefined {
  const inWeek = readWeekFirst(text, at, today) ?? readWeeksFrom(text, at, today);
  if (inWeek) return finish(text, at, inWeek, "never");
  const before = text.word("beforeWeekday", at);
  const weekday = readWeekdayWord(text, before ? text.skipSpace(before.end) : at);
  if (!weekday) return undefined;
  const { value, form } = weekday;
  const after = readAfterWeekday(text, weekday.end);
  const week = after?.value ?? before?.value;
  if (form !== "full") {
    const numbered = readDayOfMonth(text, weekday, today, true);
    if (numbered) return finish(text, at, numbered, "never");
    const isSaid = isOn || week !== undefined;
    const isShort = form === "short" && !isSaid;
    const day = { ...toDayOfWeek(today, value, week), isShort };
    const isSure = form === "short" || week !== undefined;
    return finish(
      text,
      at,
      { day, end: after?.end ?? weekday.end },
      "always",
      isSure ? "likely" : "doubtful",
    );
  }
  const numbered = week === undefined ? readDayOfMonth(text, weekday, today, false) : undefined;
  if (numbered) return finish(text, at, numbered, "never");
  const isBare = !isOn && week === undefined;
  const found = { day: toDayOfWeek(today, value, week), end: after?.end ?? weekday.end };
  return finish(text, at, found, isBare ? "always" : "never");
}

function readAfterWeekday(text: TimeText, end: number) {
  const comma = text.plain.charAt(end) === "," ? end + 1 : end;
  return text.next("afterWeekday", comma);
}

/** `next week on Friday`. */
function readWeekFirst(text: TimeText, at: number, today: Today) {
  const week = text.word("weeks", at);
  if (!week) return undefined;
  const comma = text.plain.charAt(week.end) === "," ? week.end + 1 : week.end;
  const on = text.next("onDay", comma);
  const start = on?.end ?? comma;
  const weekday = text.next("weekdays", start) ?? text.next("shortWeekdays", start);
  return weekday && { day: toDayOfWeek(today, weekday.value, week.value), end: weekday.end };
}

const WEEK_MINUTES = 7 * 24 * 60;

/** `a week from Tuesday`, `a week on Monday`, `3 weeks from today`. */
function readWeeksFrom(text: TimeText, at: number, today: Today) {
  const count = text.word("counts", at) ?? readNumber(text, at);
  const unit = count && text.next("lengthUnits", count.end);
  const isWeeks = unit !== undefined && unit.value % WEEK_MINUTES === 0;
  const from =
    unit &&
    (text.next("fromDay", unit.end) ?? (isWeeks ? text.next("onDay", unit.end) : undefined));
  const first = from && readFirstDay(text, from.end, today);
  if (!first || unit.value % 1440 !== 0) return undefined;
  const days = (count.value * unit.value) / 1440;
  return { day: { date: first.value.add({ days }) }, end: first.end };
}

function readFirstDay(text: TimeText, at: number, today: Today): Read<Today> | undefined {
  const weekday = text.next("weekdays", at);
  if (weekday) return { value: toComing(today, weekday.value).date, end: weekday.end };
  const day = text.next("days", at);
  return day && { value: addDays(today, day.value), end: day.end };
}

function toDayOfWeek(today: Today, weekday: number, week: Week | undefined): Day {
  if (typeof week === "number")
    return { date: addDays(today, week * 7 + weekday - today.dayOfWeek) };
  const coming = toComing(today, weekday);
  if (week === undefined || week === "coming") return coming;
  return { date: coming.date.add({ weeks: week === "in eight days" ? 1 : 2 }) };
}

/** It can be today, if the time hasn't passed. */
function toComing(today: Today, weekday: number): Day & { date: Today } {
  return { date: addDays(today, (weekday - today.dayOfWeek + 7) % 7), weekday };
}

/** `Monday 23`, if one of the next weeks has it; `Friday 9` may be nine o'clock, and `tues 24th` is a day. */
function readDayOfMonth(text: TimeText, weekday: WeekdayRead, today: Today, needsEnding: boolean) {
  const comma = text.plain.charAt(weekday.end) === "," ? weekday.end + 1 : weekday.end;
  const article = text.next("dayArticles", comma);
  const start = text.skipSpace(article?.end ?? comma);
  if (start === weekday.end && text.isLetter(start - 1)) return undefined;
  const number = text.word("ordinals", start) ?? readNumber(text, start);
  if (!number) return undefined;
  const ending = text.next("ordinalEndings", number.end);
  const end = ending?.end ?? number.end;
  if ((needsEnding && !ending) || !text.isEnd(end) || isOther(text, end)) return undefined;
  const first = toComing(today, weekday.value).date;
  const dates = Array.from({ length: 9 }, (_, weeks) => addDays(first, 7 * weeks));
  const date = dates.find(({ day }) => day === number.value);
  return date && { day: { date }, end };
}

/** Whether a number is the day of a named month, or the start of a span: `Monday 8 to 9`. */
function isOther(text: TimeText, end: number): boolean {
  const of = text.next("ofMonth", end)?.end ?? end;
  return (
    text.next("months", of) !== undefined ||
    text.next("shortMonths", of) !== undefined ||
    isClockNext(text, end)
  );
}

/** `in the morning`: next to a time. */
function readPart(text: TimeText, at: number): Match | undefined {
  const part = text.word("partsAlone", at);
  if (!part) return undefined;
  const value = { kind: "day", day: { part: part.value, isNaming: false } } as const;
  return { start: at, end: part.end, certainty: "doubtful", value };
}
