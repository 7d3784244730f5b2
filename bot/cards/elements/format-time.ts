import type { Viewer } from "../../turn/viewer";

/** The viewer's locale, then English: without a fallback `Intl` would use the server's locale. */
export function toLocales({ locale }: Viewer): string[] {
  return [locale, "en-US"];
}

/** The viewer's time zone, or UTC if it doesn't exist. */
function toTimeZone({ timeZone }: Viewer): string {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}

/** Regions whose English has short names for more zones: "CET" in British English, "AEDT" in Australian. */
const ENGLISH = ["en-US", "en-GB", "en-AU", "en-IN", "en-NZ", "en-ZA"];

/**
 * The short name of the viewer's zone at a time: "EST", "London time", "ニューヨーク時間". `Intl` has abbreviations
 * only where the locale's readers know them; elsewhere it names the zone's city or country.
 */
export function toZoneName(viewer: Viewer, at: Date): string {
  const timeZone = toTimeZone(viewer);
  if (timeZone === "UTC") return "UTC";
  const [locale = "en-US"] = toLocales(viewer);
  const nameZone = (language: string, timeZoneName: ZoneStyle): string =>
    new Intl.DateTimeFormat([language, "en-US"], { timeZone, timeZoneName })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone;
  const isEnglish = /^en\b/iu.test(locale);
  for (const language of isEnglish ? [locale, ...ENGLISH] : [locale]) {
    const name = nameZone(language, "short");
    if (/^[A-Z]{2,5}$/u.test(name)) return name;
  }
  const generic = [nameZone(locale, "shortGeneric"), nameZone(locale, "longGeneric")];
  const name = generic.find((text) => !/[:\d]/u.test(text)) ?? generic[0] ?? timeZone;
  return isEnglish ? name.replace(/ Time$/u, " time") : name;
}

/** "GMT+2", for meetings during which the clocks change. */
export function toOffset(viewer: Viewer, at: Date): string {
  const timeZone = toTimeZone(viewer);
  return (
    new Intl.DateTimeFormat(toLocales(viewer), { timeZone, timeZoneName: "shortOffset" })
      .formatToParts(at)
      .find(({ type }) => type === "timeZoneName")?.value ?? timeZone
  );
}

type ZoneStyle = "short" | "shortGeneric" | "longGeneric";

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

  const timeZone = toTimeZone(viewer);
  const locales = toLocales(viewer);
  const day = new Intl.DateTimeFormat(locales, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(!isThisYear([start, end], timeZone, now) && { year: "numeric" }),
    timeZone,
  });
  const clock = new Intl.DateTimeFormat(locales, { ...toClockOptions(viewer), timeZone });
  const days = [day.format(start), day.format(end)] as const;
  const text =
    days[0] === days[1]
      ? `${days[0]} · ${time.endsAt === undefined ? clock.format(start) : formatRange(clock, start, end)}`
      : `${days[0]} · ${clock.format(start)} – ${days[1]} · ${clock.format(end)}`;
  return text.replace(/\s+/gu, " ");
}

/** "3:00–3:45 PM". When clocks go back, start and end can read the same, and `Intl` would merge them into one time. */
function formatRange(clock: Intl.DateTimeFormat, start: Date, end: Date): string {
  const [first, last] = [clock.format(start), clock.format(end)];
  const range = first === last ? `${first}–${last}` : clock.formatRange(start, end);
  return range.replace(/\s*([–~～])\s*/gu, "$1");
}

function isThisYear(dates: readonly Date[], timeZone: string, now: Date | undefined): boolean {
  const year = new Intl.DateTimeFormat("en-US", { year: "numeric", timeZone });
  return now !== undefined && dates.every((date) => year.format(date) === year.format(now));
}

/** "December 4", with the year if it isn't the current one. */
export function formatDay(time: string, viewer: Viewer, now?: Date): string | undefined {
  const date = readInstant(time);
  if (!date) return undefined;
  const timeZone = toTimeZone(viewer);
  const year = isThisYear([date], timeZone, now) ? {} : ({ year: "numeric" } as const);
  const options = { month: "long", day: "numeric", ...year, timeZone } as const;
  return new Intl.DateTimeFormat(toLocales(viewer), options).format(date);
}
