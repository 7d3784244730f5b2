/** The days of the week in the order of ISO 8601, from Monday, which is 1. */
const FULL = [
  "monday|lundi|понедельник",
  "tuesday|mardi|вторник",
  "wednesday|mercredi|среду",
  "thursday|jeudi|четверг",
  "friday|vendredi|пятницу",
  "saturday|samedi|субботу",
  "sunday|dimanche|воскресенье",
];

/** What is hardly any other word. */
const SHORT = ["lun|пн", "tues|tue|вт", "wed", "thurs|thur|thu|чт", "fri|ven|пт", "сб", "вс"];

/** Each of these is also another word in some language (`sat`, `sun`, `sam`, `среда`), or a name's case. */
const DOUBTFUL = [
  "mon|понедельника",
  "вторника",
  "mer|среда|ср|среды",
  "jeu|четверга",
  "пятница|пятницы",
  "sat|sam|суббота|субботы",
  "sun|dim|воскресенья",
];

const HAN = ["月|一", "火|二", "水|三", "木|四", "金|五", "土|六", "日|天"];

export const WEEKDAY = FULL.join("|");
export const SHORT_WEEKDAY = SHORT.join("|");
export const DOUBTFUL_WEEKDAY = DOUBTFUL.join("|");

const NUMBERS = new Map(
  [FULL, SHORT, DOUBTFUL, HAN].flatMap((week) =>
    week.flatMap((names, index) => names.split("|").map((name) => [name, index + 1] as const)),
  ),
);

export function readWeekday(typed: string): number {
  return NUMBERS.get(typed) ?? 1;
}
