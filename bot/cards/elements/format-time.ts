import type { Viewer } from "../../turn/viewer";

/** The viewer's locale, then English: without a fallback `Intl` would use the server's locale. */
export function toLocales({ locale }: Viewer): string[] {
  return [locale, "en-US"];
}

/** The viewer's time zone, or UTC if it doesn't exist. */
export function toTimeZone({ timeZone }: Viewer): string {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/** The zone's IANA name as the client wrote it: `Intl` returns outdated aliases such as Asia/Calcutta. */
export function toZoneName(viewer: Viewer): string {
  const zone = toTimeZone(viewer);
  const isAlias = zone !== "UTC" && zone.toLowerCase() !== viewer.timeZone.toLowerCase();
  return isAlias ? viewer.timeZone : zone;
}

/** On a 24-hour clock, `numeric` writes "1:15" for a single time but "01:15" in a range. */
export function toClockOptions(viewer: Viewer): Intl.DateTimeFormatOptions {
  const format = new Intl.DateTimeFormat(toLocales(viewer), { hour: "numeric" });
  const { hourCycle } = format.resolvedOptions();
  return { hour: hourCycle === "h23" ? "2-digit" : "numeric", minute: "2-digit" };
}

/** `undefined` for an invalid time. */
export function readInstant(time: string): Date | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

/**
 * "Tue 24 Nov, 15:00–15:45" on one line, without the zone; `undefined` for an invalid time. Uses plain spaces,
 * not the narrow ones from `Intl`, because people copy the text and type it back.
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

  const timeZone = toTimeZone(viewer);
  const year = new Intl.DateTimeFormat("en-US", { year: "numeric", timeZone });
  const isThisYear = now && [start, end].every((date) => year.format(date) === year.format(now));
  const format = new Intl.DateTimeFormat(toLocales(viewer), {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(!isThisYear && { year: "numeric" }),
    ...toClockOptions(viewer),
    timeZone,
  });
  const text = time.endsAt === undefined ? format.format(start) : formatRange(format, start, end);
  return text.replace(/\s+/gu, " ");
}

/** When clocks go back, start and end can read the same, and `Intl` would merge them into one time. */
function formatRange(format: Intl.DateTimeFormat, start: Date, end: Date): string {
  const [first, last] = [format.format(start), format.format(end)];
  return first === last ? `${first} – ${last}` : format.formatRange(start, end);
}

/** "4 December 2026". */
export function formatDay(time: string, viewer: Viewer): string | undefined {
  return formatDate(time, viewer, { dateStyle: "long" });
}

/** "Friday, 20 November 2026 at 10:00". */
export function formatMoment(time: string, viewer: Viewer): string | undefined {
  return formatDate(time, viewer, { dateStyle: "full", timeStyle: "short" });
}

function formatDate(
  time: string,
  viewer: Viewer,
  options: Intl.DateTimeFormatOptions,
): string | undefined {
  const date = readInstant(time);
  if (!date) return undefined;
  const timeZone = toTimeZone(viewer);
  return new Intl.DateTimeFormat(toLocales(viewer), { ...options, timeZone }).format(date);
}
