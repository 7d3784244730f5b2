import { Temporal } from "@js-temporal/polyfill";
import { toDateMatch, toFirstOfMonth, toVagueMatch } from "./calendar-date";
import type { Match } from "./match";
import { readNumber } from "./read-number";
import { readOn } from "./read-on";
import { scan } from "./scan";
import type { Read, TimeText } from "./time-text";

type Today = Temporal.PlainDate;

interface Month {
  /** The first day. */
  first: Today;
  /** Whether the next year's is meant, if the day has passed. */
  isYearly: boolean;
}

interface PlacedWeekday {
  /** The last one is -1. */
  place: number;
  weekday: number;
}

/** `the first Monday of December`, `12月の第1月曜`. Without the month, the sender is asked which day is meant. */
export function findPlacedWeekdays(text: TimeText, today: Today): Match[] {
  return scan(text, (at) => {
    const on = readOn(text, at);
    const article = text.word("dayArticles", on);
    const start = article ? text.skipSpace(article.end) : on;
    return readWeekdayFirst(text, at, start, today) ?? readMonthFirst(text, at, today);
  });
}

function readWeekdayFirst(
  text: TimeText,
  at: number,
  start: number,
  today: Today,
): Match | undefined {
  const placed = readPlaced(text, start);
  if (!placed) return undefined;
  const { value, end } = placed;
  const of = text.next("ofMonth", end) ?? text.next("vagueBeforeMonth", end);
  const month = readMonth(text, text.skipSpace(of?.end ?? end), today);
  if (month) return toMatch(text, { at, start, end: month.end }, value, month.value, today);
  // `last Friday` is a day of last week.
  if (value.place < 0) return undefined;
  return toVagueMatch({ start, end }, "doubtful", text.isLetter(start) ? "end" : "edge");
}

function readMonthFirst(text: TimeText, at: number, today: Today): Match | undefined {
  const month = text.isLetter(at) ? undefined : readMonth(text, at, today);
  const placed = month && readPlaced(text, month.end);
  if (!placed) return undefined;
  const end = text.word("afterDay", placed.end)?.end ?? placed.end;
  return toMatch(text, { at, start: at, end }, placed.value, month.value, today);
}

/** `first Monday`, `第1月曜`. */
function readPlaced(text: TimeText, at: number): Read<PlacedWeekday> | undefined {
  const place = text.word("placesInMonth", at);
  if (!place) return undefined;
  const start = text.skipSpace(place.end);
  const weekday = text.word("weekdays", start) ?? text.word("shortWeekdays", start);
  return weekday && { value: { place: place.value, weekday: weekday.value }, end: weekday.end };
}

/** `December`, `next month`, `12月`. */
function readMonth(text: TimeText, at: number, today: Today): Read<Month> | undefined {
  const near = text.word("nearMonths", at);
  if (near) {
    const first = toFirstOfMonth(today, near.value);
    return { value: { first, isYearly: false }, end: near.end };
  }
  const named = text.word("months", at) ?? text.word("shortMonths", at);
  const number = named ? undefined : readNumber(text, at);
  const mark = number && text.word("monthMarks", number.end);
  const month = named ?? (mark && { value: number.value, end: mark.end });
  if (!month || month.value < 1 || month.value > 12) return undefined;
  const first = toFirstOfMonth(today, month.value - today.month);
  return { value: { first, isYearly: true }, end: month.end };
}

function toMatch(
  text: TimeText,
  { at, start, end }: { at: number; start: number; end: number },
  placed: PlacedWeekday,
  { first, isYearly }: Month,
  today: Today,
): Match | undefined {
  if (!text.isEnd(end)) return undefined;
  const date = toDate(first, placed);
  const isPast = isYearly && date !== undefined && Temporal.PlainDate.compare(date, today) < 0;
  const next = isPast ? toDate(first.add({ years: 1 }), placed) : date;
  return toDateMatch({ start: at, end }, "likely", next, start);
}

/** The weekday of a month, unless the month has no fifth one. */
function toDate(first: Today, { place, weekday }: PlacedWeekday): Today | undefined {
  if (place < 0) {
    const last = first.with({ day: first.daysInMonth });
    return last.subtract({ days: (last.dayOfWeek - weekday + 7) % 7 });
  }
  const date = first.add({ days: ((weekday - first.dayOfWeek + 7) % 7) + 7 * (place - 1) });
  return date.month === first.month ? date : undefined;
}
