import { LETTER } from "../word-edges";
import { readDayPart } from "./calendar-words";
import type { ClockTime } from "./clock-time";
import { readNumber } from "./number-word";

/** What must not follow a time. */
export const CLOCK_END = String.raw`(?![${LETTER}0-9_]|[.,:/'@]\d|-[${LETTER}]|['’][${LETTER}]| ?[%°€$£]|\.[${LETTER}])`;

type Groups = Readonly<Partial<Record<string, string>>>;

/** A way to write a clock time. */
export interface ClockForm {
  pattern: RegExp;
  toClock: (groups: Groups) => ClockTime | undefined;
}

export function form(source: string, toClock: ClockForm["toClock"] = toTime): ClockForm {
  return { pattern: new RegExp(source, "uy"), toClock };
}

/** Reads the groups `hour`, `minute` and `part`. */
export function toTime({ hour = "", minute = "0", part: phrase }: Groups): ClockTime | undefined {
  const time = { hour: readNumber(hour), minute: readNumber(minute) };
  const part = readDayPart(phrase);
  if (time.minute > 59 || time.hour > 24 || (time.hour === 24 && time.minute > 0)) return undefined;
  const isExact = time.hour > 12 || hour.startsWith("0");
  return { ...time, isExact, ...(part && !isExact && { part }) };
}
