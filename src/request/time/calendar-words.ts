import { anyOf } from "../word-edges";
import type { DayPart } from "./match";

/** In the order of ISO 8601, from Monday. */
const WEEKDAYS = [
  "monday|lundi|понедельник",
  "tuesday|mardi|вторник",
  "wednesday|mercredi|среду",
  "thursday|jeudi|четверг",
  "friday|vendredi|пятницу",
  "saturday|samedi|субботу",
  "sunday|dimanche|воскресенье",
];

/** Abbreviations that are rarely another word. */
const SHORT_WEEKDAYS = [
  "lun|пн",
  "tues|tue|вт",
  "wed",
  "thurs|thur|thu|чт",
  "fri|ven|пт",
  "сб",
  "вс",
];

/** Also other words in some language (`sat`, `sun`, `sam`, `среда`), or other cases of the name. */
const DOUBTFUL_WEEKDAYS = [
  "mon|понедельника",
  "вторника",
  "mer|среда|ср|среды",
  "jeu|четверга",
  "пятница|пятницы",
  "sat|sam|суббота|субботы",
  "sun|dim|воскресенья",
];

const HAN_WEEKDAYS = ["月|一", "火|二", "水|三", "木|四", "金|五", "土|六", "日|天"];

export const WEEKDAY = WEEKDAYS.join("|");
export const SHORT_WEEKDAY = SHORT_WEEKDAYS.join("|");
export const DOUBTFUL_WEEKDAY = DOUBTFUL_WEEKDAYS.join("|");
export const ANY_WEEKDAY = `${WEEKDAY}|${SHORT_WEEKDAY}|${DOUBTFUL_WEEKDAY}`;

const WEEKDAY_NUMBERS = numberWords(WEEKDAYS, SHORT_WEEKDAYS, DOUBTFUL_WEEKDAYS, HAN_WEEKDAYS);

/** Monday is 1. */
export function readWeekday(typed: string): number {
  return WEEKDAY_NUMBERS.get(typed) ?? 1;
}

/** In English, French and Russian, from January. */
const MONTHS = [
  "january|janvier|января|январь",
  "february|février|fevrier|февраля|февраль",
  "march|mars|марта|март",
  "april|avril|апреля|апрель",
  "may|mai|мая|май",
  "june|juin|июня|июнь",
  "july|juillet|июля|июль",
  "august|août|aout|августа|август",
  "september|septembre|сентября|сентябрь",
  "october|octobre|октября|октябрь",
  "november|novembre|ноября|ноябрь",
  "december|décembre|decembre|декабря|декабрь",
];

const SHORT_MONTHS = [
  "jan|janv|янв",
  "feb|févr|fév|fevr|фев|февр",
  "mar|мар",
  "apr|avr|апр",
  "",
  "jun|июн",
  "jul|juil|juill|июл",
  "aug|авг",
  "sep|sept|сен|сент",
  "oct|окт",
  "nov|ноя|нояб",
  "dec|déc|дек",
];

const MONTH_NUMBERS = numberWords(MONTHS, SHORT_MONTHS);

export const FULL_MONTH = MONTHS.join("|");
export const MONTH = anyOf(MONTH_NUMBERS.keys());

/** A number before one of these is the day of a date. */
export const MONTH_STEM =
  "jan|f[ée][bv]|ma[riy]|a[pv]r|ju[nil]|a[ou][uûg]|sep|oct|nov|d[eé]c|янв|фев|мар|апр|мая|ию[нл]|авг|сен|окт|ноя|дек";

export function readMonth(typed: string): number {
  return MONTH_NUMBERS.get(typed) ?? 0;
}

/** Numbers the entries of each list from 1; an entry is a list of words. */
function numberWords(...lists: readonly string[][]): ReadonlyMap<string, number> {
  const numbered = lists.flatMap((list) =>
    list.flatMap((words, index) => words.split("|").map((word) => [word, index + 1] as const)),
  );
  return new Map(numbered.filter(([word]) => word !== ""));
}

const DAY_PARTS: readonly (readonly [DayPart, RegExp])[] = [
  [
    "morning",
    /morning|matin|утра|утром|утро|上午|早上|早晨|清晨|凌晨|早|午前中|午前|朝|深夜|未明/u,
  ],
  ["midday", /中午|正午の?|お?昼/u],
  ["afternoon", /afternoon|après-midi|apres-midi|дня|днём|днем|下午|午後|傍晚|夕方/u],
  ["evening", /evening|soir|вечера|вечером|晚上|晚间|晚間|晚|夜|晩|夕/u],
  ["night", /night|nuit|ночи|ночью|深夜|夜里|夜裡/u],
];

/** The part of the day that a phrase names: `in the morning`, `du soir`, `下午`. */
export function readDayPart(phrase = ""): DayPart | undefined {
  if (/^(?:ночи|ночью)$/u.test(phrase)) return "morning";
  return DAY_PARTS.find(([, words]) => words.test(phrase))?.[0];
}

/** Before a Chinese or Japanese hour. */
export const HAN_DAY_PART =
  "午前中|午前|午後|上午|下午|早上|早晨|清晨|凌晨|中午|傍晚|晚上|晚间|晚間|夜里|深夜|未明|夕方|お昼|昼|朝|早|晚|夜|晩";

/** After an hour. */
export const DAY_PART_AFTER =
  "in the (?:morning|afternoon|evening)|at night|this (?:morning|afternoon|evening)|tonight|" +
  "du (?:matin|soir)|de l'après-midi|de l'apres-midi|ce (?:matin|soir)|" +
  "утра|дня|вечера|ночи";

/** After a day: `tomorrow morning`, `demain soir`, `завтра утром`, `明日の朝`. */
export const DAY_PART_AFTER_DAY =
  "(?:in the )?(?:morning|afternoon|evening)|night|(?:au |dans l'|en )?(?:matin|après-midi|apres-midi|soir)|" +
  "утром|днём|днем|вечером|ночью";
