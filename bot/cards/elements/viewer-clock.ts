import type { Viewer } from "../../turn/viewer";

/** English behind the reader's own language, never the machine's. */
export function toLocales({ locale }: Viewer): string[] {
  return [locale, "en-US"];
}

/** The reader's zone, or UTC where there is no such zone. */
export function toTimeZone({ timeZone }: Viewer): string {
  return resolveZone(timeZone) ?? "UTC";
}

/**
 * The zone's IANA name. As the reader's client wrote it, because `Intl` answers with names that people
 * gave up long ago, such as Asia/Calcutta.
 */
export function toZoneName(viewer: Viewer): string {
  const { timeZone } = viewer;
  const known = toTimeZone(viewer);
  const isAlias = resolveZone(timeZone) !== undefined && known !== "UTC";
  return isAlias && timeZone.toLowerCase() !== known.toLowerCase() ? timeZone : known;
}

/** "01:15" where the day has 24 hours: alone `numeric` would be "1:15", but "01:15" within a range. */
export function toClockOptions(viewer: Viewer): Intl.DateTimeFormatOptions {
  const format = new Intl.DateTimeFormat(toLocales(viewer), { hour: "numeric" });
  const { hourCycle } = format.resolvedOptions();
  return { hour: hourCycle === "h23" ? "2-digit" : "numeric", minute: "2-digit" };
}

/** Nothing for a text that is no time. */
export function readInstant(time: string): Date | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date;
}

function resolveZone(timeZone: string): string | undefined {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}
