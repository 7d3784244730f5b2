/**
 * A moment in units of 100 nanoseconds since 1970 (UTC): Graph's seven fraction digits, which a
 * JavaScript `Date` cannot hold.
 */
export type Instant = bigint;

export const HOUR: Instant = 36_000_000_000n;
export const DAY: Instant = 24n * HOUR;

const TICKS_PER_MS = 10_000n;
const TICKS_PER_SECOND = 10_000_000n;
const ISO = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,12}))?(Z|[+-]\d\d:\d\d)$/i;

export function toInstant(date: Date): Instant {
  return BigInt(date.getTime()) * TICKS_PER_MS;
}

/** Milliseconds since 1970, rounded down. */
export function toEpochMs(instant: Instant): number {
  return Number(instant / TICKS_PER_MS);
}

/** Reads ISO 8601 with seconds and a zone; `undefined` for anything else, 31 February included. */
export function parseInstant(text: string): Instant | undefined {
  const [, seconds, fraction = "", zone = ""] = ISO.exec(text) ?? [];
  if (!seconds) return undefined;
  const local = new Date(`${seconds}Z`);
  // Date rolls a day that does not exist over to the next month.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(seconds.toUpperCase()))
    return undefined;
  const offsetMs = readOffsetMs(zone);
  if (offsetMs === undefined) return undefined;
  return (
    BigInt(local.getTime() - offsetMs) * TICKS_PER_MS + BigInt(fraction.slice(0, 7).padEnd(7, "0"))
  );
}

/** The form of the reference's examples: `2020-09-11T06:30:18.0615989Z`. */
export function formatInstant(instant: Instant): string {
  const fraction = ((instant % TICKS_PER_SECOND) + TICKS_PER_SECOND) % TICKS_PER_SECOND;
  const wholeMs = Number((instant - fraction) / TICKS_PER_MS);
  return `${new Date(wholeMs).toISOString().slice(0, 19)}.${String(fraction).padStart(7, "0")}Z`;
}

function readOffsetMs(zone: string): number | undefined {
  if (zone.toUpperCase() === "Z") return 0;
  const hours = Number(zone.slice(1, 3));
  const minutes = Number(zone.slice(4, 6));
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}
