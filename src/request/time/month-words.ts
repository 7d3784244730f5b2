/** The months in English, French and Russian, from January; each first by the names that vague days are made of. */
const FULL = [
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

const SHORT = [
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

const NUMBERS = new Map(
  [FULL, SHORT].flatMap((year) =>
    year.flatMap((names, index) =>
      names
        .split("|")
        .filter((name) => name !== "")
        .map((name) => [name, index + 1] as const),
    ),
  ),
);

export const FULL_MONTH = FULL.join("|");

/** Longer ones first, or `sep` would be found in the place of `september`. */
export const MONTH = [...NUMBERS.keys()]
  .toSorted((one, other) => other.length - one.length)
  .join("|");

/** Before these a number is the day of a date. */
export const MONTH_STEM =
  "jan|f[ée][bv]|ma[riy]|a[pv]r|ju[nil]|a[ou][uûg]|sep|oct|nov|d[eé]c|янв|фев|мар|апр|мая|ию[нл]|авг|сен|окт|ноя|дек";

export function readMonth(typed: string): number {
  return NUMBERS.get(typed) ?? 0;
}
