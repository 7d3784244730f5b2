import type { Recurrence } from "../../../src/request/recurrence";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { toDateFormat } from "./date-format";
import { formatRange, toClockOptions, toDash, toLocales } from "./format-time";
import { joinWords } from "./join-words";
import { toTextLocale } from "./names";
import { nameZone, toTimeZone } from "./zone-name";

const WORKDAYS = "1,2,3,4,5";

/**
 * "Every Monday and Thursday 9:30–10:00 AM, until June 30". The time of day is that of the recurrence's own zone, which is named if it
 * isn't the viewer's: elsewhere, it can be another one after the clocks change.
 *
 * @param time any time that the rule gives
 */
export function formatRecurrence(
  recurrence: Recurrence,
  time: { startsAt: string; endsAt?: string },
  viewer: Viewer,
  messages: Messages,
): string {
  const rule = formatRule(recurrence, viewer, messages);
  const clock = formatClock(time, recurrence, viewer, messages);
  return withEnd(
    messages.recurrence.at({ rule, clock }),
    { recurrence, ...time },
    viewer,
    messages,
  );
}

/** "Every Monday and Thursday, until June 30". */
export function formatRuleAndEnd(
  series: { recurrence: Recurrence; startsAt: string },
  viewer: Viewer,
  messages: Messages,
): string {
  return withEnd(formatRule(series.recurrence, viewer, messages), series, viewer, messages);
}

function withEnd(
  rule: string,
  { recurrence: { until, count }, startsAt }: { recurrence: Recurrence; startsAt: string },
  viewer: Viewer,
  messages: Messages,
): string {
  const { recurrence: words } = messages;
  if (until !== undefined) {
    const day = formatLastDay(until, { startsAt }, viewer, messages);
    return words.detailed({ rule, detail: words.until({ day }) });
  }
  return count === undefined ? rule : words.detailed({ rule, detail: words.times({ count }) });
}

/** "Every Monday and Thursday". */
export function formatRule(
  { frequency, interval, weekdays, monthDay, place = 1 }: Recurrence,
  viewer: Viewer,
  messages: Messages,
): string {
  const { recurrence: words } = messages;
  const join = (days: readonly string[]) =>
    joinWords(days, toTextLocale(viewer, messages), "conjunction");
  if (frequency === "daily") return words.days({ count: interval });
  if (frequency === "weekly") {
    if (!weekdays) return words.weeks({ count: interval });
    if (interval === 1 && weekdays.join() === WORKDAYS) return words.workdays;
    const days = join(weekdays.map((weekday) => nth(words.weekdays, weekday)));
    if (interval === 1) return words.every({ days });
    return words.weeksOn({ weeks: words.weeks({ count: interval }), days });
  }
  const months = words.months({ count: interval });
  if (monthDay !== undefined) {
    return words.monthsOn({ months, when: words.dayOfMonth({ count: monthDay }) });
  }
  if (!weekdays) return months;
  const places = weekdays.map((weekday) => formatInMonth(place, weekday, messages));
  return words.monthsOn({ months, when: join(places) });
}

/** "the first Monday", "the last Friday". */
function formatInMonth(place: number, day: number, { recurrence: words }: Messages): string {
  if (place < 0) return nth(words.lastInMonth, day);
  return words.inMonth({
    place: nth(words.places, place),
    weekday: nth(words.weekdaysInMonth, day),
  });
}

/** The text with this number, from 1. */
function nth(texts: Readonly<Record<number, string>>, number: number): string {
  return texts[number] ?? "";
}

/** "9:30–10:00 AM", with the zone if it isn't the viewer's own. */
function formatClock(
  time: { startsAt: string; endsAt?: string },
  { timeZone }: Recurrence,
  viewer: Viewer,
  messages: Messages,
): string {
  const clock = toDateFormat(toLocales(viewer), { ...toClockOptions(viewer), timeZone });
  const start = new Date(time.startsAt);
  const text =
    time.endsAt !== undefined
      ? formatRange(clock, start, new Date(time.endsAt), toDash(viewer))
      : clock.format(start);
  const plain = text.replace(/\s+/gu, " ");
  if (timeZone === toTimeZone(viewer)) return plain;
  return messages.card.timeInZone({ time: plain, zone: nameZone(viewer, timeZone, start) });
}

/** "June 30", with the year if it isn't that of the first time. */
function formatLastDay(
  until: string,
  { startsAt }: { startsAt: string },
  viewer: Viewer,
  messages: Messages,
): string {
  const isSameYear = until.slice(0, 4) === startsAt.slice(0, 4);
  const options = {
    day: "numeric",
    month: "long",
    ...(isSameYear ? {} : ({ year: "numeric" } as const)),
    timeZone: "UTC",
  } as const;
  const day = new Date(`${until}T12:00:00Z`);
  return toDateFormat(toTextLocale(viewer, messages), options).format(day);
}
