import type { Read, TimeText } from "./time-text";

export interface NumberRead extends Read<number> {
  /** `03` has two. */
  digits: number;
  /** `三`, not `3` or `three`. */
  isHan: boolean;
}

const FIGURES = /(?<!\d)\d{1,4}(?!\d)/y;
const DECIMAL = /(?<!\d)\d{1,4}[.,]\d{1,2}(?!\d)/y;
const HAN = /[零〇一二两兩三四五六七八九十]{1,3}/uy;
const HAN_DIGITS = "零一二三四五六七八九";

/** Many rules look for a number at the same position. */
const known = new WeakMap<TimeText, Map<number, NumberRead | undefined>>();

/** `15`, `fifteen`, `十五`: up to 9999. */
export function readNumber(text: TimeText, at: number): NumberRead | undefined {
  const numbers = known.get(text) ?? new Map<number, NumberRead | undefined>();
  known.set(text, numbers);
  if (!numbers.has(at)) numbers.set(at, findNumber(text, at));
  return numbers.get(at);
}

function findNumber(text: TimeText, at: number): NumberRead | undefined {
  if (!text.hasWordOrFigure(at)) return undefined;
  const figures = text.matches(FIGURES, at)?.[0];
  if (figures !== undefined) {
    return {
      value: Number(figures),
      end: at + figures.length,
      digits: figures.length,
      isHan: false,
    };
  }
  const word = text.word("numbers", at);
  if (word) return { value: word.value, end: word.end, digits: 0, isHan: false };
  const han = text.matches(HAN, at)?.[0];
  if (han === undefined) return undefined;
  return { value: readHanNumber(han), end: at + han.length, digits: 0, isHan: true };
}

/** A number with decimals too: `1.5`, `1,5`. */
export function readCount(text: TimeText, at: number): Read<number> | undefined {
  const decimal = text.matches(DECIMAL, at)?.[0];
  if (decimal === undefined) return readNumber(text, at);
  return { value: Number(decimal.replace(",", ".")), end: at + decimal.length };
}

/** Up to 99: 九, 十五, 四十, 四十五. */
function readHanNumber(typed: string): number {
  const digits = typed.replace(/[两兩]/g, "二").replace(/〇/g, "零");
  const [tens = "", units] = digits.split("十");
  if (units === undefined) {
    return Array.from(tens).reduce((sum, han) => sum * 10 + HAN_DIGITS.indexOf(han), 0);
  }
  return (tens ? HAN_DIGITS.indexOf(tens) : 1) * 10 + (units ? HAN_DIGITS.indexOf(units) : 0);
}
