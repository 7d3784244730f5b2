import { readOn } from "./read-on";
import type { TimeText } from "./time-text";

const DAYS = ["days", "daysWithPart", "weekdays", "shortWeekdays"] as const;

/** Whether a day follows what ends here: `15 à 16 demain`. */
export function isDayNext(text: TimeText, end: number): boolean {
  const start = readOn(text, text.skipSpace(end));
  return DAYS.some((kind) => text.word(kind, start));
}

/** Whether a day ends before a position: `Thursday half ten`. */
export function isDayBefore(text: TimeText, at: number): boolean {
  return DAYS.some((kind) => text.before(kind, at) !== undefined);
}
