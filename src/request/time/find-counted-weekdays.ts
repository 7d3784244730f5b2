import type { Temporal } from "@js-temporal/polyfill";
import type { Match } from "./match";
import { readNumber } from "./read-number";
import { readPartAfter } from "./read-part-after";
import { scan } from "./scan";
import type { Read, TimeText } from "./time-text";

const MAX_COUNT = 52;
const KINDS = ["weekdayPlurals", "weekdays", "doubtfulWeekdays"] as const;

/** `two Mondays from now`, `dans deux lundis`: the second one after today. */
export function findCountedWeekdays(text: TimeText, today: Temporal.PlainDate): Match[] {
  return scan(text, (at) => {
    const before = text.word("inWords", at);
    const start = before ? text.skipSpace(before.end) : at;
    const count = text.word("counts", start) ?? readNumber(text, start);
    const weekday = count && readWeekday(text, count.end);
    const later = weekday && text.next("laterWords", weekday.end);
    const end = later?.end ?? (before && weekday?.end);
    // `in a Monday meeting`
    const isCounted = count && count.value > (later ? 0 : 1) && count.value <= MAX_COUNT;
    if (!weekday || end === undefined || !isCounted) return undefined;
    const days = ((weekday.value - today.dayOfWeek + 6) % 7) + 1 + 7 * (count.value - 1);
    const part = readPartAfter(text, end);
    const value = { kind: "day", day: { date: today.add({ days }), part: part?.value } } as const;
    return { start: at, end: part?.end ?? end, certainty: "likely", value };
  });
}

function readWeekday(text: TimeText, at: number): Read<number> | undefined {
  return KINDS.map((kind) => text.next(kind, at)).find((day) => day !== undefined);
}
