import type { Temporal } from "@js-temporal/polyfill";
import { readDate, toDateMatch, toFirstOfMonth } from "./calendar-date";
import type { Match } from "./match";
import { afterDay, readDay } from "./read-day";
import { readOn } from "./read-on";
import type { TimeText } from "./time-text";

type Today = Temporal.PlainDate;

/** `the 3rd of next month`, `next month on the 3rd`, `来月3日`. */
export function readNearMonth(
  text: TimeText,
  at: number,
  start: number,
  today: Today,
): Match | undefined {
  const near = text.word("nearMonths", start);
  if (near) {
    const day = readDay(text, skipOn(text, near.end), true);
    const mark = day && text.next("dayMarks", day.end);
    return day && (mark ?? day.hasEnding)
      ? toNearMatch(text, at, start, mark?.end ?? day.end, day.value, near.value, today)
      : undefined;
  }
  const day = readDay(text, start, start > at);
  const mark = day && (text.next("dayMarks", day.end)?.end ?? day.end);
  const of = mark === undefined ? undefined : (text.next("ofMonth", mark)?.end ?? mark);
  const month = of === undefined ? undefined : text.next("nearMonths", of);
  return day && month && toNearMatch(text, at, start, month.end, day.value, month.value, today);
}

function skipOn(text: TimeText, end: number): number {
  const on = readOn(text, text.skipSpace(end));
  const article = text.word("dayArticles", on);
  return article ? text.skipSpace(article.end) : on;
}

function toNearMatch(
  text: TimeText,
  at: number,
  start: number,
  end: number,
  day: number,
  months: number,
  today: Today,
): Match {
  const { year, month } = toFirstOfMonth(today, months);
  const date = readDate(year, month, day);
  return toDateMatch({ start: at, end: date ? afterDay(text, end) : end }, "likely", date, start);
}
