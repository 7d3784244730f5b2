/**
 * A time in units of 100 ns since 1970 (UTC). Graph writes seven fraction digits, more than a JavaScript `Date` holds.
 */
export type Instant = bigint;

export const HOUR: Instant = 36_000_000_000n;
export const DAY: Instant = 24n * HOUR;

const TICKS_PER_MS = 10_000n;
const TICKS_PER_SECOND = 10_000_000n;
const ISO =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,12}))?(?:Z|([+-])(0\d|1[0-4]):([0-5]\d))$/i;

export function toInstant(date: Date): Instant {
  return BigInt(date.getTime()) * TICKS_PER_MS;
}

/** Rounds down. */
export function toEpochMs(instant: Instant): number {
  return Number(instant / TICKS_PER_MS);
}

/** Reads ISO 8601 with seconds and a UTC offset; `undefined` for other text and for invalid dates. */
export function parseInstant(text: string): Instant | undefined {
  const [, seconds, fraction = "", sign, hours, minutes] = ISO.exec(text) ?? [];
  if (!seconds) return undefined;
  const local = new Date(`${seconds}Z`);
  // Date turns 31 February into a day in March.
  if (Number.isNaN(local.getTime()) || !local.toISOString().startsWith(seconds.toUpperCase()))
    return undefined;
  const offsetMs = sign ? Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0;
  const ticks = BigInt(fraction.slice(0, 7).padEnd(7, "0"));
  return BigInt(local.getTime() - offsetMs) * TICKS_PER_MS + ticks;
}

/** Formats as in the reference's examples: `2020-09-11T06:30:18.0615989Z`. */
export function formatInstant(instant: Instant): string {
  const fraction = ((instant % TICKS_PER_SECOND) + TICKS_PER_SECOND) % TICKS_PER_SECOND;
  const wholeMs = Number((instant - fraction) / TICKS_PER_MS);
  return `${new Date(wholeMs).toISOString().slice(0, 19)}.${String(fraction).padStart(7, "0")}Z`;
}
