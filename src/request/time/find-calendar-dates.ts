import type { Temporal } from "@js-temporal/polyfill";
import type { ParsedResult } from "chrono-node";
import { spanOf } from "../masked-text";
import { HIRAGANA, WORD_START } from "../word-edges";
import { toDate } from "./calendar-date";
import { chronoParsers } from "./chrono-parsers";
import { findDateRanges, findDaysOfMonth, findHanDates, findNumberedDays } from "./find-month-days";
import { MONTH_STEM } from "./calendar-words";
import { HAN_NUMBER, readNumber } from "./number-word";
import type { Match } from "./match";

/** chrono tries every pattern at every position, so it gets no more text than a request can have. */
const MAX_CHARACTERS = 1000;

/** `in 2 days` is a day, `2 days` isn't. */
const COUNTED = /^(?:in|dans|через) |[后後]$/u;
/** chrono reads the French `2027 d'avancement` as 2,027 days. */
const WITH_MONTH = new RegExp(`${MONTH_STEM}|月`, "u");
const WITH_DAY = /\d|[一二三四五六七八九十]/u;
const WITH_YEAR = /\d{4}|年/u;
const FIGURES = /^\d+[/.-]\d/;
const ON = new RegExp(`${WORD_START}(?:on(?: the)?|the|le|в|во|for|pour|на) $`, "u");
/** `mar. 24 nov.` is a Tuesday, but chrono reads 24 March. */
const TUESDAY = new RegExp(`${WORD_START}mar\\.? (?=\\d{1,2}(?:er)? (?:${MONTH_STEM}))`, "gu");
const PARTICLE = new RegExp(`^ ?[のは号號](?![${HIRAGANA}])`, "u");

/** chrono doesn't see 29 February in other years. */
const IN_LEAP_YEAR = new Date(2028, 0, 1, 12);

/** Calendar days in words: `20 March`, `le 20 mars`, `3月20日`, `через три дня`. The sender's language comes first. */
export function findCalendarDates(
  plain: string,
  today: Temporal.PlainDate,
  locale: string,
): Match[] {
  const own = locale.slice(0, 2).toLowerCase();
  const parsers = Object.entries(chronoParsers()).toSorted(
    ([a], [b]) => Number(b === own) - Number(a === own),
  );
  const text = plain
    .slice(0, MAX_CHARACTERS)
    .replace(TUESDAY, (weekday) => " ".repeat(weekday.length));
  // Noon, so that a clock change in the server's zone can't shift the date. Only the date is used.
  const noon = new Date(today.year, today.month - 1, today.day, 12);
  const moments = /29|二十九/.test(text) ? [noon, IN_LEAP_YEAR] : [noon];
  const matches: Match[] = [];
  const add = (match: Match | undefined) => {
    if (!match || matches.some(({ start, end }) => match.start < end && start < match.end)) return;
    matches.push(match);
  };
  [...findDateRanges(text), ...findNumberedDays(text, today)].forEach(add);
  for (const [, parser] of parsers) {
    for (const moment of moments) {
      for (const result of parser.parse(text, moment, { forwardDate: true })) {
        if (moment !== noon && result.start.isCertain("year")) continue;
        add(toMatch(text, result, today));
      }
    }
  }
  const others = [findHanCounted, findHanDates, findDaysOfMonth];
  others.flatMap((find) => find(text, today)).forEach(add);
  return matches.map((match) => withTuesday(plain, match));
}

/** Adds the weekday to its date. */
function withTuesday(plain: string, match: Match): Match {
  const tuesday = Array.from(plain.matchAll(TUESDAY)).find(
    ({ index, 0: weekday }) => index + weekday.length === match.start,
  );
  return tuesday ? { ...match, start: tuesday.index } : match;
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
  const date = toDate(today, month, day, start.isCertain("year") ? year : undefined);
  if (!date) return undefined;
  const before = ON.exec(text.slice(0, result.index))?.[0] ?? "";
  const rest = text.slice(result.index + result.text.length);
  const particle = PARTICLE.exec(rest)?.[0] ?? "";
  return {
    start: result.index - before.length,
    end: result.index + result.text.length + particle.length,
    certainty: "likely",
    value: { kind: "day", day: { date, isWritten: isNamed } },
  };
}

/** chrono counts Chinese days, but not Japanese days, or weeks. */
const HAN_COUNTED = new RegExp(
  `(?<!\\d)(\\d{1,3}|${HAN_NUMBER}) ?(?:([日天])|个?(?:周|週間?|星期))(?:之|以)?[后後](?:[のに](?![${HIRAGANA}]))?`,
  "gu",
);

function findHanCounted(plain: string, today: Temporal.PlainDate): Match[] {
  return Array.from(plain.matchAll(HAN_COUNTED), (result) => {
    const [, count = "0", isDays] = result;
    const date = today.add({ days: readNumber(count) * (isDays ? 1 : 7) });
    return { ...spanOf(result), certainty: "likely", value: { kind: "day", day: { date } } };
  });
}
