import type { Repeat } from "../languages/repeat";
import type { DayPart } from "../match";
import { readDay } from "../read-day";
import { readNumber } from "../read-number";
import { readOn } from "../read-on";
import type { Read, TimeText } from "../time-text";
import type { RepeatRule } from "./repeat-rule";
import { readWeekdays } from "./read-weekdays";

export interface RuleRead extends Read<RepeatRule> {
  part?: DayPart | undefined;
  /** Names days (`every Monday`, or `Mondays` by itself), only a unit (`every day`), or is an adverb (`daily`). */
  form: "days" | "plural" | "unit" | "adverb";
}

const MAX_INTERVAL = 99;
const MAX_DAY = 31;

/** `every second Thursday`, `weekdays`, `the first Monday of the month`: whichever rule reads most. */
export function readRule(text: TimeText, at: number): RuleRead | undefined {
  const start = readOn(text, at);
  const article = text.word("dayArticles", start);
  const day = article ? text.skipSpace(article.end) : start;
  const rules = [
    readEvery(text, start),
    readEveryAfter(text, at),
    readWeekdaysFirst(text, start),
    readPlurals(text, start, start > at),
    readWord(text, "repeatedDays", at) ?? readWord(text, "repeatedDays", start),
    readWord(text, "repeats", at),
    readPlace(text, day, "ofTheMonth") ?? readPlace(text, day, "ofEveryMonth"),
    readDayOfEveryMonth(text, day),
  ];
  let longest: RuleRead | undefined;
  for (const rule of rules) if (rule && rule.end > (longest?.end ?? at)) longest = rule;
  return longest;
}

/** `every Monday`, `every 2 weeks on Monday`, `every first Monday`. */
function readEvery(text: TimeText, at: number): RuleRead | undefined {
  const every = text.word("every", at);
  if (!every) return undefined;
  const start = text.skipSpace(every.end);
  const count = every.value === 1 ? readNumber(text, start) : undefined;
  const interval = count?.value ?? every.value;
  const next = count ? text.skipSpace(count.end) : start;
  if (interval < 1 || interval > MAX_INTERVAL) return undefined;

  const unit = readUnit(text, next, interval);
  const weekdays = readWeekdays(text, next);
  const longest = (weekdays?.end ?? 0) >= (unit?.end ?? 0) ? undefined : unit;
  return (
    readPlace(text, start) ??
    longest ??
    (weekdays && toPlaced(text, weekdays, interval)) ??
    readMarkedDay(text, start) ??
    unit
  );
}

function readUnit(text: TimeText, at: number, interval: number): RuleRead | undefined {
  const unit = text.word("repeatUnits", at);
  return unit && withTail(text, toRead(unit.value, unit.end, interval));
}

/** `count`: of the unit, which can be several months: `every 2 quarters`. */
function toRead({ part, ...rule }: Repeat, end: number, count = 1): RuleRead {
  const interval = count * (rule.interval ?? 1);
  return { value: { ...rule, interval }, end, part, form: rule.weekdays ? "days" : "unit" };
}

/** In `every second Thursday of the month`, the number isn't an interval. */
function toPlaced(
  text: TimeText,
  { value: weekdays, end }: Read<readonly number[]>,
  interval: number,
): RuleRead {
  const month = text.next("ofTheMonth", end) ?? text.next("ofEveryMonth", end);
  const value: RepeatRule = month
    ? { frequency: "monthly", interval: 1, weekdays, place: interval }
    : { frequency: "weekly", interval, weekdays };
  return { value, end: month?.end ?? end, form: "days" };
}

/** `un jeudi sur deux`, `2週間ごと`. */
function readEveryAfter(text: TimeText, at: number): RuleRead | undefined {
  const article = text.word("articles", at);
  const start = article ? text.skipSpace(article.end) : at;
  // `四半期` isn't four of something.
  const isUnit = text.word("repeatUnits", start) !== undefined;
  const count = article || isUnit ? undefined : readNumber(text, start);
  const next = count ? text.skipSpace(count.end) : start;
  const weekdays = count ? undefined : readWeekdays(text, next);
  const unit = text.word("repeatUnits", next);
  const end = weekdays?.end ?? unit?.end;
  const every = end === undefined ? undefined : text.next("everyAfter", end);
  if (!every) return undefined;
  const interval = every.value * (count?.value ?? 1);
  if (interval < 1 || interval > MAX_INTERVAL) return undefined;
  if (weekdays) {
    const value: RepeatRule = { frequency: "weekly", interval, weekdays: weekdays.value };
    return { value, end: every.end, form: "days" };
  }
  return unit && withTail(text, toRead(unit.value, every.end, interval));
}

/** `on Mondays and Thursdays`. */
function readPlurals(text: TimeText, at: number, isAfterOn: boolean): RuleRead | undefined {
  const before = text.word("beforePlurals", at);
  const start = before ? text.skipSpace(before.end) : at;
  const isPlural = text.word("weekdayPlurals", start) ?? (before && readAbbreviated(text, start));
  const days = isPlural && readWeekdays(text, start);
  if (!days) return undefined;
  const value: RepeatRule = { frequency: "weekly", interval: 1, weekdays: days.value };
  return { value, end: days.end, form: before || isAfterOn ? "days" : "plural" };
}

/** `по пн и чт`: abbreviations have no plural. */
function readAbbreviated(text: TimeText, at: number): Read<number> | undefined {
  return text.word("shortWeekdays", at) ?? text.word("doubtfulWeekdays", at);
}

/** `Mon and Thu every week`, `周一至周五每天`. */
function readWeekdaysFirst(text: TimeText, at: number): RuleRead | undefined {
  const days = readWeekdays(text, at);
  const every = days && text.word("every", text.skipSpace(days.end));
  const unit = every && text.next("repeatUnits", every.end);
  if (!unit || unit.value.weekdays || unit.value.frequency === "monthly") return undefined;
  const isDaily = unit.value.frequency === "daily";
  const interval = isDaily ? 1 : every.value;
  const value: RepeatRule = { frequency: "weekly", interval, weekdays: days.value };
  return isDaily && days.value.length === 1 ? undefined : { value, end: unit.end, form: "days" };
}

function readWord(
  text: TimeText,
  kind: "repeats" | "repeatedDays",
  at: number,
): RuleRead | undefined {
  const word = text.word(kind, at);
  if (!word) return undefined;
  const read = withTail(text, toRead(word.value, word.end));
  return read.form === "unit" && kind === "repeats" ? { ...read, form: "adverb" } : read;
}

/** The weekdays or the day after a unit: `every week on Monday`, `毎月第1月曜`. */
function withTail(text: TimeText, read: RuleRead): RuleRead {
  const { value: rule, end } = read;
  const comma = text.plain.charAt(end) === "," ? end + 1 : end;
  const particle = text.isLetter(end - 1) ? undefined : text.word("afterDay", comma);
  const start = text.skipSpace(particle?.end ?? comma);
  const on = readOn(text, start);
  if (rule.frequency === "weekly" && !rule.weekdays) {
    const days = readWeekdays(text, on, true);
    return days
      ? { ...read, value: { ...rule, weekdays: days.value }, end: days.end, form: "days" }
      : read;
  }
  if (rule.frequency !== "monthly") return read;
  // In French, the article is also the preposition.
  const article = text.word("dayArticles", on) ?? text.word("dayArticles", start);
  const day = article ? text.skipSpace(article.end) : on;
  const inMonth = readPlace(text, day) ?? readMarkedDay(text, day, article !== undefined);
  const { interval } = rule;
  return inMonth ? { ...inMonth, value: { ...inMonth.value, interval } } : read;
}

/** `first Monday`, and the words for its month. */
function readPlace(
  text: TimeText,
  at: number,
  required?: "ofTheMonth" | "ofEveryMonth",
): RuleRead | undefined {
  const place = text.word("placesInMonth", at);
  const days = place && readWeekdays(text, text.skipSpace(place.end));
  const month = days && (text.next("ofTheMonth", days.end) ?? text.next("ofEveryMonth", days.end));
  const isOther = required !== undefined && (!month || !text.next(required, days.end));
  if (!days || isOther) return undefined;
  const weekdays = days.value;
  const value: RepeatRule = { frequency: "monthly", interval: 1, weekdays, place: place.value };
  return { value, end: month?.end ?? days.end, form: "days" };
}

/** `the 3rd of every month`, `3 числа каждого месяца`. */
function readDayOfEveryMonth(text: TimeText, at: number): RuleRead | undefined {
  const day = readMonthDay(text, at, false);
  const month = day && text.next("ofEveryMonth", day.end);
  return month && toMonthly(day.value, month.end);
}

/** `3rd`, `3日`, `3 числа`; a bare number only after a preposition or article. */
function readMarkedDay(text: TimeText, at: number, isAfterOn = false): RuleRead | undefined {
  const day = readMonthDay(text, at, isAfterOn);
  if (!day || !(day.isMarked || isAfterOn)) return undefined;
  const month = text.next("ofTheMonth", day.end) ?? text.next("ofEveryMonth", day.end);
  return toMonthly(day.value, month?.end ?? day.end);
}

function readMonthDay(text: TimeText, at: number, isAfterOn: boolean) {
  const day = readDay(text, at, isAfterOn);
  if (!day || day.value < 1 || day.value > MAX_DAY) return undefined;
  const mark = text.next("dayMarks", day.end);
  const end = mark?.end ?? day.end;
  const isMarked = day.hasEnding || mark !== undefined;
  return text.isEnd(end) ? { value: day.value, end, isMarked } : undefined;
}

function toMonthly(monthDay: number, end: number): RuleRead {
  return { value: { frequency: "monthly", interval: 1, monthDay }, end, form: "days" };
}
