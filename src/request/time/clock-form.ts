import type { ClockTime } from "./clock-time";
import { readDayPart } from "./calendar-words";
import { readNumber } from "./number-word";
import { LETTER } from "../word-edges";

/** What must not follow a time. */
export const CLOCK_END = String.raw`(?![${LETTER}0-9_]|[.,:/'@]\d|-[${LETTER}]|['’][${LETTER}]| ?[%°€$£]|\.[${LETTER}])`;

/** A way of writing a time of the clock. */
export interface ClockForm {
  pattern: RegExp;
  toClock: (groups: readonly (string | undefined)[]) => ClockTime | undefined;
}

export function form(source: string, toClock: ClockForm["toClock"]): ClockForm {
  return { pattern: new RegExp(source, "uy"), toClock };
}

export function toTime(hour: string, minute = "0", phrase?: string): ClockTime | undefined {
  const time = { hour: readNumber(hour), minute: readNumber(minute) };
  const part = readDayPart(phrase);
  if (time.minute > 59 || time.hour > 24 || (time.hour === 24 && time.minute > 0)) return undefined;
  const isExact = time.hour > 12 || hour.startsWith("0");
  return { ...time, isExact, ...(part && !isExact && { part }) };
}
