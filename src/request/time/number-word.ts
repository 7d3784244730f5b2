import { anyOf } from "../word-edges";

/** Russian words in the cases that follow `на` and `через`. */
const NUMBERS: readonly (readonly [number, string])[] = [
  [1, "a|an|one|un|une|один|одну"],
  [2, "two|deux|два|две|пару"],
  [3, "three|trois|три"],
  [4, "four|quatre|четыре"],
  [5, "five|cinq|пять"],
  [6, "six|шесть"],
  [7, "seven|sept|семь"],
  [8, "eight|huit|восемь"],
  [9, "nine|neuf|девять"],
  [10, "ten|dix|десять"],
  [11, "eleven|onze|одиннадцать"],
  [12, "twelve|douze|двенадцать"],
  [13, "thirteen|treize|тринадцать"],
  [14, "fourteen|quatorze|четырнадцать"],
  [15, "fifteen|quinze|пятнадцать"],
  [16, "sixteen|seize|шестнадцать"],
  [17, "seventeen|dix-sept|семнадцать"],
  [18, "eighteen|dix-huit|восемнадцать"],
  [19, "nineteen|dix-neuf|девятнадцать"],
  [20, "twenty|vingt|двадцать"],
  [21, "vingt et une|vingt-et-une|двадцать один"],
  [22, "vingt-deux|двадцать два"],
  [23, "vingt-trois|двадцать три"],
  [24, "vingt-quatre|двадцать четыре"],
  [25, "twenty-five|twenty five|vingt-cinq|vingt cinq|двадцать пять"],
  [26, "vingt-six"],
  [27, "vingt-sept"],
  [28, "vingt-huit"],
  [29, "vingt-neuf"],
  [30, "thirty|trente|тридцать"],
  [31, "trente et un|trente-et-un"],
  [35, "thirty-five|thirty five|trente-cinq|trente cinq|тридцать пять"],
  [40, "forty|quarante|сорок"],
  [45, "forty-five|forty five|quarante-cinq|quarante cinq|сорок пять"],
  [50, "fifty|cinquante|пятьдесят"],
  [55, "fifty-five|fifty five|cinquante-cinq|cinquante cinq|пятьдесят пять"],
  [60, "sixty|soixante|шестьдесят"],
  [90, "ninety|quatre-vingt-dix|девяносто"],
];

const WORDS = new Map(
  NUMBERS.flatMap(([number, words]) => words.split("|").map((word) => [word, number] as const)),
);

export const NUMBER_WORD = anyOf(WORDS.keys());

const RUSSIAN_UNITS =
  "первого второго третьего четвёртого пятого шестого седьмого восьмого девятого".split(" ");
const RUSSIAN_DAYS = RUSSIAN_UNITS.concat(
  "десятого одиннадцатого двенадцатого тринадцатого четырнадцатого пятнадцатого".split(" "),
  "шестнадцатого семнадцатого восемнадцатого девятнадцатого двадцатого".split(" "),
  RUSSIAN_UNITS.map((unit) => `двадцать ${unit}`),
  ["тридцатого", "тридцать первого"],
);
const ENGLISH_UNITS = "first second third fourth fifth sixth seventh eighth ninth".split(" ");
const ENGLISH_DAYS = ENGLISH_UNITS.concat(
  "tenth eleventh twelfth thirteenth fourteenth fifteenth".split(" "),
  "sixteenth seventeenth eighteenth nineteenth twentieth".split(" "),
  ENGLISH_UNITS.map((unit) => `twenty-${unit}`),
  ["thirtieth", "thirty-first"],
);
const ORDINALS = new Map(
  [...RUSSIAN_DAYS.entries(), ...ENGLISH_DAYS.entries()].flatMap(([index, word]) => {
    const spellings = [word, word.replace("ё", "е"), word.replace("-", " ")];
    return spellings.map((spelling) => [spelling, index + 1] as const);
  }),
);

/** Days of the month in English and Russian. */
export const ORDINAL_WORD = anyOf(ORDINALS.keys());

const NO_HOUR = /^(?:an?|un|один|одну|две|пару)$/;

export const HOUR_WORD = anyOf(
  NUMBER_WORD.split("|").filter((word) => (WORDS.get(word) ?? 0) < 24 && !NO_HOUR.test(word)),
);

const DIGITS = "零一二三四五六七八九";

export const HAN_NUMBER = "[零〇一二两兩三四五六七八九十]{1,3}";

/** Reads what a pattern matched as a number: `45`, `1.5`, `1,5`, `forty-five`, `四十五`. */
export function readNumber(typed: string): number {
  const word = WORDS.get(typed) ?? ORDINALS.get(typed);
  if (word !== undefined) return word;
  return /^\d/.test(typed) ? Number(typed.replace(",", ".")) : readHanNumber(typed);
}

/** Up to 99: 九, 十五, 四十, 四十五. */
function readHanNumber(typed: string): number {
  const digits = typed.replace(/[两兩]/g, "二").replace(/〇/g, "零");
  const [tens = "", units] = digits.split("十");
  if (units === undefined) {
    return Array.from(tens).reduce((sum, han) => sum * 10 + DIGITS.indexOf(han), 0);
  }
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (units ? DIGITS.indexOf(units) : 0);
}
