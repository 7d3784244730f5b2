import type { Viewer } from "../../turn/viewer";
import { readInstant, toClockOptions, toLocales, toTimeZone } from "./viewer-clock";

const DAY = { weekday: "short", day: "numeric", month: "short" } as const;

/**
 * "Tue 24 Nov, 15:00–15:45" on one line, without the zone; nothing where a time cannot be read. Its spaces
 * are plain ones: `Intl` sets narrow and thin ones, which people would copy and type back to us.
 *
 * @param now Of this moment's year nothing is said; without it every year is.
 */
export function toShortTime(
  time: { startsAt: string; endsAt?: string | undefined },
  viewer: Viewer,
  now?: Date,
): string | undefined {
  const start = readInstant(time.startsAt);
  const end = time.endsAt === undefined ? start : readInstant(time.endsAt);
  if (!start || !end) return undefined;

  const timeZone = toTimeZone(viewer);
  const year = new Intl.DateTimeFormat("en-US", { year: "numeric", timeZone });
  const isThisYear = now && [start, end].every((date) => year.format(date) === year.format(now));
  const moment = new Intl.DateTimeFormat(toLocales(viewer), {
    ...DAY,
    ...(!isThisYear && { year: "numeric" }),
    ...toClockOptions(viewer),
    timeZone,
  });
  const text = time.endsAt === undefined ? moment.format(start) : toRange(moment, start, end);
  return text.replace(/\s+/gu, " ");
}

/** `formatRange` takes 2:30 and, with the clocks set back in between, 2:30 for one. */
function toRange(moment: Intl.DateTimeFormat, start: Date, end: Date): string {
  const [first, last] = [moment.format(start), moment.format(end)];
  return first === last ? `${first} – ${last}` : moment.formatRange(start, end);
}

/** "4 December 2026". */
export function toDay(time: string, viewer: Viewer): string | undefined {
  const date = readInstant(time);
  const options = { dateStyle: "long", timeZone: toTimeZone(viewer) } as const;
  return date && new Intl.DateTimeFormat(toLocales(viewer), options).format(date);
}

/** "Friday, 20 November 2026 at 10:00". */
export function toMoment(time: string, viewer: Viewer): string | undefined {
  const date = readInstant(time);
  const options = { dateStyle: "full", timeStyle: "short", timeZone: toTimeZone(viewer) } as const;
  return date && new Intl.DateTimeFormat(toLocales(viewer), options).format(date);
}
