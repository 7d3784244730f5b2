import type { Viewer } from "../../turn/viewer";
import { readInstant, toClockOptions, toLocales, toTimeZone } from "../elements/viewer-clock";

/** When a meeting is, in the reader's words. */
export interface MeetingTime {
  /** As it stands on the card. */
  lines: string[];
  zone: string;
  /** The lines as one. */
  text: string;
}

const DAY = { weekday: "long", year: "numeric", month: "long", day: "numeric" } as const;
const SHORT_DAY = { weekday: "short", year: "numeric", month: "short", day: "numeric" } as const;

/**
 * Two lines: the day, then from – to; for a meeting over midnight each end with its day. Nothing where
 * the times cannot be read. A zone that does not exist is shown as UTC, and named so.
 */
export function toMeetingTime(
  { startsAt, endsAt }: { startsAt: string; endsAt: string },
  viewer: Viewer,
): MeetingTime | undefined {
  const start = readInstant(startsAt);
  const end = readInstant(endsAt);
  if (!start || !end) return undefined;

  const locales = toLocales(viewer);
  const timeZone = toTimeZone(viewer);
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales, { ...options, timeZone });
  const nameZone = (style: "long" | "longGeneric", date: Date) =>
    formatter({ timeZoneName: style })
      .formatToParts(date)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;

  const zone = timeZone === "UTC" ? "UTC" : nameZone("long", start);
  const isClockChanged = timeZone !== "UTC" && zone !== nameZone("long", end);
  // With the clocks changed in between, "2:30 – 2:30 AM" would say nothing without the offsets.
  const time: Intl.DateTimeFormatOptions = {
    ...toClockOptions(viewer),
    ...(isClockChanged && { timeZoneName: "shortOffset" }),
  };
  const zoneForBoth = isClockChanged ? nameZone("longGeneric", start) : zone;

  const day = formatter(DAY);
  if (day.format(start) !== day.format(end)) {
    const moment = formatter({ ...SHORT_DAY, ...time });
    const lines = [`${moment.format(start)} –`, moment.format(end)];
    return { lines, zone: zoneForBoth, text: lines.join(" ") };
  }
  const clock = formatter(time);
  // `formatRange` takes two equal clock times for one, and gives one offset for both.
  const range = isClockChanged
    ? `${clock.format(start)} – ${clock.format(end)}`
    : clock.formatRange(start, end);
  const lines = [day.format(start), range];
  return { lines, zone: zoneForBoth, text: lines.join(", ") };
}
