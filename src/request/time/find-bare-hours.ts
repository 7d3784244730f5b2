import { maskSpans, PERSON, CONSUMED } from "../masked-text";
import { WORD_END } from "../word-edges";
import type { ClockTime } from "./clock-time";
import type { Match } from "./match";

const BEHIND = `(?<=${CONSUMED},? ?)`;
const BEFORE = `(?=,? ?${CONSUMED})`;
const END = `(?=[ ,.]*(?:$|[${PERSON}${CONSUMED}]|(?:with|avec|с) ))`;
const AT = "(?:(?:at|à|в) )";
const FIGURES = "(?:[01]\\d|2[0-3])[0-5]\\d";
const TO = "(?: ?[-~] ?| (?:to|until|till|à|до) )";

interface Form {
  pattern: RegExp;
  isBeforeDay?: boolean;
}

const FORMS: readonly Form[] = [
  // `tomorrow 9`, with no word of a topic behind it.
  { pattern: new RegExp(`(?<=${CONSUMED},? )(1\\d|2[0-3]|0?[1-9])${END}`, "gu") },
  { pattern: new RegExp(`${BEHIND}${AT}?(${FIGURES})${TO}(${FIGURES})${WORD_END}`, "gu") },
  // What may be a year is an hour only where nothing follows.
  {
    pattern: new RegExp(
      `${BEHIND}${AT}?((?!19|20)${FIGURES}(?: ?(?:hrs|hours|h))?${WORD_END}|${FIGURES}${END})`,
      "gu",
    ),
  },
  {
    pattern: new RegExp(`^ *${AT}?(${FIGURES})(?:${TO}(${FIGURES}))?${BEFORE}`, "gu"),
    isBeforeDay: true,
  },
  { pattern: new RegExp(`(?<= )${AT}(${FIGURES})${BEFORE}`, "gu"), isBeforeDay: true },
];

/** The last of what may be an hour; only beside a day it is one: `tomorrow 9`, `1530 tomorrow`. */
export function findBareHours(plain: string): Match[] {
  const all: Match[] = [];
  let rest = plain;
  for (const { pattern, isBeforeDay } of FORMS) {
    const found = Array.from(rest.matchAll(pattern), (result): Match => {
      const [whole, typed = "", typedEnd] = result;
      const end = typedEnd === undefined ? undefined : toClock(typedEnd);
      const clock = { kind: "clock", start: toClock(typed), ...(end && { end }) } as const;
      return {
        start: result.index,
        end: result.index + whole.length,
        certainty: "doubtful",
        value: { ...clock, ...(isBeforeDay && { isBeforeDay }) },
      };
    });
    rest = maskSpans(rest, found, CONSUMED);
    all.push(...found);
  }
  return all;
}

/** Four figures are written by who counts to 24. */
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
