import type { Temporal } from "@js-temporal/polyfill";
import type { ParsedResult } from "chrono-node";
// The package's own entry loads every language it has, and that takes as long as all our code.
import * as en from "chrono-node/en";
import * as fr from "chrono-node/fr";
import * as ja from "chrono-node/ja";
import * as ru from "chrono-node/ru";
import * as zh from "chrono-node/zh";
import { HIRAGANA, WORD_START } from "../word-edges";
import { findDateRanges, findDaysOfMonth, findHanDates, findNumberedDays } from "./find-month-days";
import { readDate, toComing } from "./find-numeric-dates";
import { MONTH_STEM } from "./calendar-words";
import { HAN_NUMBER, readNumber } from "./number-word";
import type { Match } from "./match";

/** chrono tries each of its patterns at every place: what is longer than a request can be is not given to it. */
const MAX_CHARACTERS = 1000;

/**
 * The parsers of chrono that are used: a day with its month's name, and days counted from today. The others read
 * more than is meant (`sat tests`, `24/7`, `2 days`), days by their names less well than `findDayWords` (`day after
 * tomorrow`, `来週の火曜日`), and one of them takes seconds for a few hundred Russian words.
 */
const PARSERS =
  /^(?:(?:EN|FR|RU)MonthName(?:Little|Middle)Endian|(?:EN|FR)TimeUnitWithinFormat|RUTimeUnitCasualRelativeFormat|JPStandard|ZHHansDate|ZHHansDeadlineFormat)Parser$/;

function readerOf({ parsers, refiners }: en.Chrono): en.Chrono {
  return new en.Chrono({
    parsers: parsers.filter((parser) => PARSERS.test(parser.constructor.name)),
    refiners,
  });
}

const READERS: Readonly<Record<string, en.Chrono>> = {
  en: readerOf(en.casual),
  fr: readerOf(fr.casual),
  ja: readerOf(ja.casual),
  ru: readerOf(ru.casual),
  zh: readerOf(zh.hans.casual),
};

/** `2 days` is none, `in 2 days` is. */
const COUNTED = /^(?:in|dans|через) |[后後]$/u;
/** French `2027 d'avancement` is 2,027 days to chrono. */
const WITH_MONTH = new RegExp(`${MONTH_STEM}|月`, "u");
const WITH_DAY = /\d|[一二三四五六七八九十]/u;
const WITH_YEAR = /\d{4}|年/u;
const FIGURES = /^\d+[/.-]\d/;
const ON = new RegExp(`${WORD_START}(?:on(?: the)?|the|le|в|во|for|pour|на) $`, "u");
/** `mar. 24 nov.` is a Tuesday, and to chrono the 24th of March. */
const TUESDAY = new RegExp(`${WORD_START}mar\\.? (?=\\d{1,2}(?:er)? (?:${MONTH_STEM}))`, "gu");
const PARTICLE = new RegExp(`^ ?[のは号號](?![${HIRAGANA}])`, "u");

/** In other years chrono does not see a 29 February. */
const IN_LEAP_YEAR = new Date(2028, 0, 1, 12);

/** Days of the calendar in words: `20 March`, `le 20 mars`, `3月20日`, `через три дня`; the writer's language first. */
export function findCalendarDates(
  plain: string,
  today: Temporal.PlainDate,
  locale: string,
): Match[] {
  const own = locale.slice(0, 2).toLowerCase();
  const readers = [READERS[own], ...Object.values(READERS)].filter((one) => one !== undefined);
  const text = plain
    .slice(0, MAX_CHARACTERS)
    .replace(TUESDAY, (weekday) => " ".repeat(weekday.length));
  // Noon, so that no change of clocks in the server's zone touches a date: from chrono come day, month and year.
  const noon = new Date(today.year, today.month - 1, today.day, 12);
  const moments = /29|二十九/.test(text) ? [noon, IN_LEAP_YEAR] : [noon];
  const matches: Match[] = [];
  for (const match of [...findDateRanges(text), ...findNumberedDays(text, today)]) {
    if (!overlaps(match, matches)) matches.push(match);
  }
  for (const viewer of new Set(readers)) {
    for (const moment of moments) {
      for (const result of viewer.parse(text, moment, { forwardDate: true })) {
        if (moment !== noon && result.start.isCertain("year")) continue;
        const match = toMatch(text, result, today);
        if (match && !overlaps(match, matches)) matches.push(match);
      }
    }
  }
  const others = [
    ...findHanCounted(text, today),
    ...findHanDates(text, today),
    ...findDaysOfMonth(text, today),
  ];
  for (const match of others) {
    if (!overlaps(match, matches)) matches.push(match);
  }
  return matches.map((match) => withTuesday(plain, match));
}

/** The weekday goes with its date. */
function withTuesday(plain: string, match: Match): Match {
  const tuesday = Array.from(plain.matchAll(TUESDAY)).find(
    ({ index, 0: weekday }) => index + weekday.length === match.start,
  );
  return tuesday ? { ...match, start: tuesday.index } : match;
}

function overlaps(match: Match, matches: readonly Match[]): boolean {
  return matches.some(({ start, end }) => match.start < end && start < match.end);
}

function toMatch(text: string, result: ParsedResult, today: Temporal.PlainDate): Match | undefined {
  const { start, end } = result;
  if (end || start.isCertain("hour") || !start.isCertain("day") || !start.isCertain("month")) {
    return undefined;
  }
  const isNamed =
    WITH_MONTH.test(result.text) &&
    (start.isCertain("year") ? WITH_YEAR : WITH_DAY).test(result.text);
  if (FIGURES.test(result.text) || (!isNamed && !COUNTED.test(result.text))) return undefined;
  const [year, month, day] = [start.get("year"), start.get("month"), start.get("day")];
  if (year === null || month === null || day === null) return undefined;
  const date = start.isCertain("year") ? readDate(year, month, day) : toComing(today, month, day);
  if (!date) return undefined;
  const before = ON.exec(text.slice(0, result.index))?.[0] ?? "";
  const rest = text.slice(result.index + result.text.length);
  const particle = PARTICLE.exec(rest)?.[0] ?? "";
  return {
    start: result.index - before.length,
    end: result.index + result.text.length + particle.length,
    certainty: "likely",
    value: { kind: "day", day: { date, ...(isNamed && { isWritten: true }) } },
  };
}

/** chrono counts Chinese days, and neither Japanese ones nor weeks. */
const HAN_COUNTED = new RegExp(
  `(?<!\\d)(\\d{1,3}|${HAN_NUMBER}) ?(?:([日天])|个?(?:周|週間?|星期))(?:之|以)?[后後](?:[のに](?![${HIRAGANA}]))?`,
  "gu",
);

function findHanCounted(plain: string, today: Temporal.PlainDate): Match[] {
  return Array.from(plain.matchAll(HAN_COUNTED), (result) => {
    const [, count = "0", isDays] = result;
    const date = today.add({ days: readNumber(count) * (isDays ? 1 : 7) });
    return toDayMatch(result, "likely", date);
  });
}

function toDayMatch(
  result: RegExpExecArray,
  certainty: Match["certainty"],
  date: Temporal.PlainDate,
): Match {
  const value = { kind: "day", day: { date } } as const;
  return { start: result.index, end: result.index + result[0].length, certainty, value };
}
