import type { Reader } from "../reader";

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
  reader: Reader,
): MeetingTime | undefined {
  const start = new Date(startsAt);
  const end = new Date(endsAt);
  if (Number.isNaN(start.getTime()) || Number.isNaN(end.getTime())) return undefined;

  const locales = [reader.locale, "en-US"];
  const timeZone = toTimeZone(reader.timeZone);
  const formatter = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales, { ...options, timeZone });
  const nameZone = (style: "long" | "longGeneric", date: Date) =>
    formatter({ timeZoneName: style })
      .formatToParts(date)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;

  const zone = timeZone === "UTC" ? "UTC" : nameZone("long", start);
  const isClockChanged = timeZone !== "UTC" && zone !== nameZone("long", end);
  // With the clocks changed in between, "2:30 – 2:30 AM" would say nothing without the offsets.
  const time = toTimeOptions(locales, isClockChanged);
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

/** "01:15" where the day has 24 hours: alone `numeric` would be "1:15", but "01:15" within a range. */
function toTimeOptions(locales: string[], withOffset: boolean): Intl.DateTimeFormatOptions {
  const { hourCycle } = new Intl.DateTimeFormat(locales, { hour: "numeric" }).resolvedOptions();
  return {
    hour: hourCycle === "h23" ? "2-digit" : "numeric",
    minute: "2-digit",
    ...(withOffset && { timeZoneName: "shortOffset" }),
  };
}

/** English behind the reader's own language, never the machine's. */
function toTimeZone(timeZone: string): string {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
