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

interface Form {
  pattern: RegExp;
  isBeforeDay?: boolean;
}

const FORMS: readonly Form[] = [
  // `tomorrow 9`, without a word of the subject after it.
  { pattern: new RegExp(`(?<=${CONSUMED},? )(1\\d|2[0-3]|0?[1-9])${END}`, "gu") },
  { pattern: new RegExp(`${AFTER_CONSUMED}${AT}?(${FIGURES})${TO}(${FIGURES})${WORD_END}`, "gu") },
  // A possible year is a time only if nothing follows.
  {
    pattern: new RegExp(
      `${AFTER_CONSUMED}${AT}?((?!19|20)${FIGURES}(?: ?(?:hrs|hours|h))?${WORD_END}|${FIGURES}${END})`,
      "gu",
    ),
  },
  {
    pattern: new RegExp(`^ *${AT}?(${FIGURES})(?:${TO}(${FIGURES}))?${BEFORE_CONSUMED}`, "gu"),
    isBeforeDay: true,
  },
  { pattern: new RegExp(`(?<= )${AT}(${FIGURES})${BEFORE_CONSUMED}`, "gu"), isBeforeDay: true },
];

/** Numbers that are times only next to a day: `tomorrow 9`, `1530 tomorrow`. */
export function findBareHours(plain: string): Match[] {
  return findInOrder(plain, FORMS, (result, { isBeforeDay }): Match => {
    const [, typed = "", typedEnd] = result;
    const start = toClock(typed);
    const end = typedEnd === undefined ? undefined : toClock(typedEnd);
    return {
      ...spanOf(result),
      certainty: "doubtful",
      value: { kind: "clock", start, end, isBeforeDay },
    };
  });
}

/** Four figures are always on the 24-hour clock. */
function toClock(typed: string): ClockTime {
  const isFour = typed.length >= 4;
  const hour = isFour ? typed.slice(0, 2) : typed;
  const minute = isFour ? Number(typed.slice(2, 4)) : 0;
  return {
    hour: Number(hour),
    minute,
    isExact: isFour || Number(hour) > 12 || hour.startsWith("0"),
  };
}
