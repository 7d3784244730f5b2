import { readWallClock } from "../../../src/request/time/wall-time";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import { toDateFormat, toDayWord } from "./date-format";
import {
  formatRange,
  formatTimeWithZone,
  readSpan,
  toClockOptions,
  toDash,
  toLocales,
} from "./format-time";
import { toTextLocale } from "./names";
import { toTimeZone } from "./zone-name";

/** From a week on, a weekday would be ambiguous. */
const WEEK = 7;

/**
 * "tomorrow 3 PM", "Tuesday 3:00–3:45 PM": only for texts that no one sees later, when it's another day. A time that
 * isn't within a week, or ends on another day, has its date and zone.
 */
export function formatNearTime(
  time: { startsAt: string; endsAt?: string },
  viewer: Viewer,
  messages: Messages,
  now: Date,
): string | undefined {
  const span = readSpan(time);
  if (!span) return undefined;
  const [start, end] = span;
  const timeZone = toTimeZone(viewer);
  const toDate = (at: Date) => readWallClock(at, timeZone).now.toPlainDate();
  const { days } = toDate(now).until(toDate(start));
  const isNear = days >= 0 && days < WEEK && toDate(start).equals(toDate(end));
  if (!isNear) return formatTimeWithZone(time, viewer, messages, now);
  const clock = createClock([start, end], timeZone, viewer);
  const times = time.endsAt ? formatRange(clock, start, end, toDash(viewer)) : clock.format(start);
  const day = formatDayWord(start, days, timeZone, toTextLocale(viewer, messages));
  return `${day} ${times}`.replace(/\s+/gu, " ");
}

/** "today", "tomorrow", or the weekday. */
function formatDayWord(start: Date, days: number, timeZone: string, locale: string): string {
  if (days > 1) {
    return toDateFormat(locale, { weekday: "long", timeZone }).format(start);
  }
  return toDayWord(locale, days);
}

/** "3 PM" instead of "3:00 PM" on a 12-hour clock. */
function createClock(times: readonly Date[], timeZone: string, viewer: Viewer) {
  const options = { ...toClockOptions(viewer), timeZone };
  const isOnTheHour = times.every((at) => readWallClock(at, timeZone).now.minute === 0);
  const clock = toDateFormat(toLocales(viewer), options);
  const isShort = isOnTheHour && clock.resolvedOptions().hourCycle === "h12";
  return isShort ? toDateFormat(toLocales(viewer), { ...options, minute: undefined }) : clock;
}
