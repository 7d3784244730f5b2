import { createMemo } from "../../../src/async/memo";

/** For about 8 pairs of a locale and a time zone: a card needs 12 formats, each of 50 to 100 KB. */
const MAX_FORMATS = 100;
/** Locales and time zones come from clients. */
const MAX_KEY_LENGTH = 300;

const remember = createMemo<Intl.DateTimeFormat>({
  maxEntries: MAX_FORMATS,
  maxKeyLength: MAX_KEY_LENGTH,
});

/** A format for these locales and options. Creating one takes 50 times as long as formatting a time. */
export function toDateFormat(
  locales: string | string[],
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  return remember(
    JSON.stringify([locales, options]),
    () => new Intl.DateTimeFormat(locales, options),
  );
}

const MAX_WORDS = 300;
const rememberWords = createMemo<string>({ maxEntries: MAX_WORDS, maxKeyLength: MAX_KEY_LENGTH });

/** "today" for 0 days, "tomorrow" for 1. */
export function toDayWord(locale: string, days: number): string {
  return rememberWords(JSON.stringify([locale, days]), () =>
    new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day"),
  );
}

/** "45 min", "1 hr". */
export function toShortUnit(locale: string, value: number, unit: "hour" | "minute"): string {
  return rememberWords(JSON.stringify([locale, value, unit]), () =>
    new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short" }).format(value),
  );
}
