import { createMemo } from "../../../src/async/memo";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { toDateFormat } from "./date-format";
import { toTextLocale } from "./names";
import { createOffsetReader, nameZone, toTimeZone } from "./zone-name";

/** `now` decides only whether the year is shown, which changes at a quarter of an hour in every zone. */
const QUARTER_MS = 15 * 60_000;
const MAX_TIMES = 2_000;
const MAX_KEY_LENGTH = 300;

const remember = createMemo<string>({ maxEntries: MAX_TIMES, maxKeyLength: MAX_KEY_LENGTH });

/** The viewer's locale, then English: without a fallback `Intl` would use the server's locale. */
export function toLocales({ locale }: Viewer): string[] {
  return [locale, "en-US"];
}

/** As many digits as in the viewer's other times: "09:00" in French, "9:00" in Japanese. `numeric` alone mixes them. */
export function toClockOptions(viewer: Viewer): Intl.DateTimeFormatOptions {
  const clock = toDateFormat(toLocales(viewer), { timeStyle: "short", timeZone: "UTC" });
  const parts = clock.formatToParts(new Date("2026-01-01T01:00:00Z"));
  const isPadded = parts.some(({ type, value }) => type === "hour" && value.length > 1);
  return { hour: isPadded ? "2-digit" : "numeric", minute: "2-digit" };
}

/** "3 PM" or "15:00": an example to type, in the language of the text around it and on the viewer's clock. */
export function formatTypedTime(viewer: Viewer, messages: Messages, hour = 15): string {
  const clock = toDateFormat(toLocales(viewer), { timeStyle: "short" });
  const is24Hour = clock.resolvedOptions().hourCycle === "h23";
  const format = toDateFormat(toTextLocale(viewer, messages), {
    hour: "numeric",
    ...(is24Hour && { minute: "2-digit" }),
    hourCycle: is24Hour ? "h23" : "h12",
    timeZone: "UTC",
  });
  return format.format(new Date(Date.UTC(2026, 0, 1, hour))).replace(/\s/gu, " ");
}

/** `undefined` for an invalid time. */
export function readInstant(time: string): Date | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * "Tue, Nov 24 · 3:00–3:45 PM" on one line, without the zone; `undefined` for an invalid time. Past midnight, each
 * end has its day. Uses plain spaces, not the narrow ones from `Intl`, because people copy the text and type it back.
 *
 * @param now Leaves out the year if it's the current one. Without `now`, the year is always shown.
 */
export function formatShortTime(
  time: { startsAt: string; endsAt?: string | undefined },
  viewer: Viewer,
  now?: Date,
): string | undefined {
  const start = readInstant(time.startsAt);
  const end = time.endsAt === undefined ? start : readInstant(time.endsAt);
  if (!start || !end) return undefined;

  return formatSpan(
    [start, time.endsAt === undefined ? undefined : end],
    toTimeZone(viewer),
    viewer,
    now,
  );
}

/** Start and end, the same if there's no end; `undefined` for an invalid time. */
export function readSpan({
  startsAt,
  endsAt = startsAt,
}: {
  startsAt: string;
  endsAt?: string;
}): [start: Date, end: Date] | undefined {
  const start = readInstant(startsAt);
  const end = readInstant(endsAt);
  return start && end && [start, end];
}

/**
 * "Sun, Nov 29 · 3:00–3:45 PM EST"; `undefined` for an invalid time. A meeting during which the clocks change shows
 * both zones: "1:30 AM CET – 3:30 AM CEST".
 *
 * @param now Leaves out the year if it's the current one.
 */
export function formatTimeWithZone(
  time: { startsAt: string; endsAt?: string },
  viewer: Viewer,
  messages: Messages,
  now: Date,
): string | undefined {
  const { startsAt, endsAt } = time;
  const { locale, timeZone } = viewer;
  const quarter = Math.floor(now.getTime() / QUARTER_MS);
  const key = JSON.stringify([startsAt, endsAt, locale, timeZone, messages.language, quarter]);
  return remember(key, () => createTimeWithZone(time, viewer, messages, now) ?? "") || undefined;
}

function createTimeWithZone(
  time: { startsAt: string; endsAt?: string },
  viewer: Viewer,
  { card }: Messages,
  now: Date,
): string | undefined {
  const span = readSpan(time);
  if (!span) return undefined;
  const [start, end] = span;
  const timeZone = toTimeZone(viewer);
  const toOffset = createOffsetReader(viewer, timeZone);
  const name = nameZone(viewer, timeZone, start);
  if (toOffset(start) === toOffset(end)) {
    const text = formatSpan(
      [start, time.endsAt === undefined ? undefined : end],
      timeZone,
      viewer,
      now,
    );
    return card.timeInZone({ time: text, zone: name });
  }
  const endName = nameZone(viewer, timeZone, end);
  // Some languages have one name for summer and winter.
  const toZone = (at: Date) => (at === start ? name : endName);
  const toEnd = (at: Date) =>
    card.timeInZone({
      time: formatSpan([at, undefined], timeZone, viewer, now),
      zone: name === endName ? toOffset(at) : toZone(at),
    });
  return `${toEnd(start)} ${toDash(viewer)} ${toEnd(end)}`;
}

/** "Tue, Nov 24 · 3:00–3:45 PM", or a time without an end. */
function formatSpan(
  [start, end]: readonly [start: Date, end: Date | undefined],
  timeZone: string,
  viewer: Viewer,
  now: Date | undefined,
): string {
  const locales = toLocales(viewer);
  const day = toDateFormat(locales, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(!isThisYear([start, end ?? start], timeZone, now) && { year: "numeric" }),
    timeZone,
  });
  const clock = toDateFormat(locales, { ...toClockOptions(viewer), timeZone });
  const first = day.format(start);
  const last = day.format(end ?? start);
  const dash = toDash(viewer);
  const times = end && first === last ? formatRange(clock, start, end, dash) : clock.format(start);
  const text =
    end && first !== last
      ? `${first} · ${times} ${dash} ${last} · ${clock.format(end)}`
      : `${first} · ${times}`;
  return text.replace(/\s+/gu, " ");
}

/**
 * "3:00–3:45 PM". When clocks go back, start and end can read the same, and `Intl` would merge them into one time.
 * In Japanese, it would write "15時00分～15時45分".
 */
export function formatRange(
  clock: Intl.DateTimeFormat,
  start: Date,
  end: Date,
  dash: string,
): string {
  const [first, last] = [clock.format(start), clock.format(end)];
  const is24Hour = clock.resolvedOptions().hourCycle === "h23";
  const range =
    is24Hour || first === last ? `${first}${dash}${last}` : clock.formatRange(start, end);
  return range.replace(/\s*([–~～])\s*/gu, "$1");
}

/** Between a start and an end. */
export function toDash({ locale }: Viewer): string {
  return new Intl.Locale(locale).language === "ja" ? "～" : "–";
}

/** Whether all dates are in the current year of a time zone; false if it isn't known what time it is. */
export function isThisYear(
  dates: readonly Date[],
  timeZone: string,
  now: Date | undefined,
): boolean {
  const year = toDateFormat("en-US", { year: "numeric", timeZone });
  return now !== undefined && dates.every((date) => year.format(date) === year.format(now));
}

/** "December 4", with the year if it isn't the current one. */
export function formatDay(time: string, viewer: Viewer, now?: Date): string | undefined {
  const date = readInstant(time);
  if (!date) return undefined;
  const timeZone = toTimeZone(viewer);
  const year = isThisYear([date], timeZone, now) ? {} : ({ year: "numeric" } as const);
  const options = { month: "long", day: "numeric", ...year, timeZone } as const;
  return toDateFormat(toLocales(viewer), options).format(date);
}
