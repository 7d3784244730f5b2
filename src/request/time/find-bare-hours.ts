import { CONSUMED, findInOrder, PERSON, spanOf } from "../masked-text";
import { WORD_END } from "../word-edges";
import type { ClockTime } from "./clock-time";
import type { Match } from "./match";

const AFTER_CONSUMED = `(?<=${CONSUMED},? ?)`;
const BEFORE_CONSUMED = `(?=,? ?${CONSUMED})`;
const END = `(?=[ ,.]*(?:$|[${PERSON}${CONSUMED}]|(?:with|avec|с) ))`;
const AT = "(?:(?:at|à|в) )";
const FIGURES = "(?:[01]\\d|2[0-3])[0-5]\\d";
const TO = "(?: ?[-~] ?| (?:to|until|till|à|до) )";

const AFTER_DAY = [
  // `tomorrow 9`, without a word of the subject after it.
  `(?<=${CONSUMED},? )(1\\d|2[0-3]|0?[1-9])${END}`,
  `${AFTER_CONSUMED}${AT}?(${FIGURES})${TO}(${FIGURES})${WORD_END}`,
  // A possible year is a time only if nothing follows.
  `${AFTER_CONSUMED}${AT}?((?!19|20)${FIGURES}(?: ?(?:hrs|hours|h))?${WORD_END}|${FIGURES}${END})`,
];
const BEFORE_DAY = [
  `^ *${AT}?(${FIGURES})(?:${TO}(${FIGURES}))?${BEFORE_CONSUMED}`,
  `(?<= )${AT}(${FIGURES})${BEFORE_CONSUMED}`,
];
const FORMS = [...AFTER_DAY, ...BEFORE_DAY].map((source) => ({
  pattern: new RegExp(source, "gu"),
  isBeforeDay: BEFORE_DAY.includes(source),
}));

/** Numbers that are times only next to a day: `tomorrow 9`, `1530 tomorrow`. */
export function findBareHours(plain: string): Match[] {
  return findInOrder(plain, FORMS, (result, { isBeforeDay }): Match => {
    const [, typed = "", typedEnd] = result;
    const start = toClock(typed);
    const end = typedEnd === undefined ? undefined : toClock(typedEnd);
    const value = { kind: "clock", start, end, isBeforeDay } as const;
    return { ...spanOf(result), certainty: "doubtful", value };
  });
}

/** Four digits are always on the 24-hour clock. */
function toClock(typed: string): ClockTime {
  const [, hour = "", minute] = /^(\d\d?)(\d\d)?/.exec(typed) ?? [];
  const isExact = minute !== undefined || Number(hour) > 12 || hour.startsWith("0");
  return { hour: Number(hour), minute: Number(minute ?? 0), isExact };
}
