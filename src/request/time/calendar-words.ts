import { anyOf } from "../word-edges";
import type { DayPart } from "./match";

/**
 * From Monday. The columns are full names, abbreviations that are rarely another word, doubtful words (they mean
 * something else in some language, such as `sat` and `sam`, or are another case of the name), and Japanese and Chinese.
 */
const WEEKDAYS = [
  ["monday|lundi|понедельник", "lun|пн", "mon|понедельника", "月|一"],
  ["tuesday|mardi|вторник", "tues|tue|вт", "вторника", "火|二"],
  ["wednesday|mercredi|среду", "wed", "mer|среда|ср|среды", "水|三"],
  ["thursday|jeudi|четверг", "thurs|thur|thu|чт", "jeu|четверга", "木|四"],
  ["friday|vendredi|пятницу", "fri|ven|пт", "пятница|пятницы", "金|五"],
  ["saturday|samedi|субботу", "сб", "sat|sam|суббота|субботы", "土|六"],
  ["sunday|dimanche|воскресенье", "вс", "sun|dim|воскресенья", "日|天"],
] as const;

export const WEEKDAY = column(WEEKDAYS, 0);
export const SHORT_WEEKDAY = column(WEEKDAYS, 1);
export const DOUBTFUL_WEEKDAY = column(WEEKDAYS, 2);
export const ANY_WEEKDAY = `${WEEKDAY}|${SHORT_WEEKDAY}|${DOUBTFUL_WEEKDAY}`;

const WEEKDAY_NUMBERS = numberRows(WEEKDAYS);

/** Monday is 1. */
export function readWeekday(typed: string): number {
  return WEEKDAY_NUMBERS.get(typed) ?? 1;
}

/** From January: full names in English, French and Russian; abbreviations. */
const MONTHS = [
  ["january|janvier|января|январь", "jan|janv|янв"],
  ["february|février|fevrier|февраля|февраль", "feb|févr|fév|fevr|фев|февр"],
  ["march|mars|марта|март", "mar|мар"],
  ["april|avril|апреля|апрель", "apr|avr|апр"],
  ["may|mai|мая|май", ""],
  ["june|juin|июня|июнь", "jun|июн"],
  ["july|juillet|июля|июль", "jul|juil|juill|июл"],
  ["august|août|aout|августа|август", "aug|авг"],
  ["september|septembre|сентября|сентябрь", "sep|sept|сен|сент"],
  ["october|octobre|октября|октябрь", "oct|окт"],
  ["november|novembre|ноября|ноябрь", "nov|ноя|нояб"],
  ["december|décembre|decembre|декабря|декабрь", "dec|déc|дек"],
] as const;

const MONTH_NUMBERS = numberRows(MONTHS);

export const FULL_MONTH = column(MONTHS, 0);
export const MONTH = anyOf(MONTH_NUMBERS.keys());

/** A number before one of these is the day of a date. */
export const MONTH_STEM =
  "jan|f[ée][bv]|ma[riy]|a[pv]r|ju[nil]|a[ou][uûg]|sep|oct|nov|d[eé]c|янв|фев|мар|апр|мая|ию[нл]|авг|сен|окт|ноя|дек";

export function readMonth(typed: string): number {
  return MONTH_NUMBERS.get(typed) ?? 0;
}

type Table = readonly (readonly string[])[];

function column(table: Table, index: number): string {
  return table.map((row) => row[index]).join("|");
}

/** The number of each word's row, from 1. */
function numberRows(table: Table): ReadonlyMap<string, number> {
  const words = table.flatMap((row, index) =>
    row.flatMap((cell) => cell.split("|")).map((word) => [word, index + 1] as const),
  );
  return new Map(words.filter(([word]) => word !== ""));
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
