/** Russian ones in the cases that follow `на` and `через`. */
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
  [11, "eleven|onze"],
  [12, "twelve|douze"],
  [15, "fifteen|quinze|пятнадцать"],
  [20, "twenty|vingt|двадцать"],
  [30, "thirty|trente|тридцать"],
  [40, "forty|quarante|сорок"],
  [45, "forty-five|forty five|quarante-cinq|quarante cinq|сорок пять"],
  [50, "fifty|cinquante|пятьдесят"],
  [60, "sixty|soixante|шестьдесят"],
  [90, "ninety|quatre-vingt-dix|девяносто"],
];

const WORDS = new Map(
  NUMBERS.flatMap(([number, words]) => words.split("|").map((word) => [word, number] as const)),
);

/** Longer words first, or `forty` would be found in the place of `forty-five`. */
export const NUMBER_WORD = [...WORDS.keys()]
  .toSorted((one, other) => other.length - one.length)
  .join("|");

const DIGITS = "零一二三四五六七八九";

export const HAN_NUMBER = "[零〇一二两兩三四五六七八九十]{1,3}";

/** `45`, `1.5`, `1,5`, `forty-five`, `四十五`: what a grammar took for a number. */
export function readNumber(typed: string): number {
  const word = WORDS.get(typed);
  if (word !== undefined) return word;
  return /^\d/.test(typed) ? Number(typed.replace(",", ".")) : readHanNumber(typed);
}

/** Up to 99: 九, 十五, 四十, 四十五. */
function readHanNumber(typed: string): number {
  const digits = typed.replace(/[两兩]/g, "二").replace(/〇/g, "零");
  const [tens = "", units] = digits.split("十");
  if (units === undefined) return Array.from(tens, toDigit).reduce((sum, one) => sum * 10 + one, 0);
  return (tens ? toDigit(tens) : 1) * 10 + (units ? toDigit(units) : 0);
}

function toDigit(han: string): number {
  return DIGITS.indexOf(han);
}
