import type { TimeText } from "./time-text";

const COUNTED = [
  "lengthUnits",
  "lengthUnitsAfterPreposition",
  "monthUnits",
  "counted",
  "months",
  "shortMonths",
  "monthMarks",
  "andHalf",
] as const;

/** Whether a number counts something, or is the day of a month: `3 people`, `3 March`. */
export function isCounted(text: TimeText, end: number): boolean {
  if (COUNTED.some((kind) => text.next(kind, end))) return true;
  const of = text.next("ofMonth", end);
  const month = of && (text.next("months", of.end) ?? text.next("shortMonths", of.end));
  // In `5 to 6 of April 22`, the day is 22.
  return month !== undefined && !text.matches(/\.? \d{1,2}(?!\d)/y, month.end);
}
