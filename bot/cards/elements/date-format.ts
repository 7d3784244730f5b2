import { LRUCache } from "lru-cache";

/** About 16 pairs of a locale and a time zone: a card needs 12 formats, each of 50 to 100 KB. */
const MAX_FORMATS = 200;
/** Locale and time zone come from clients. Longer ones aren't worth keeping. */
const MAX_KEY_LENGTH = 300;

const formats = new LRUCache<string, Intl.DateTimeFormat>({
  max: MAX_FORMATS,
  maxEntrySize: MAX_KEY_LENGTH,
  sizeCalculation: (_format, key) => key.length,
});

/** A format for these locales and options. Creating one takes 50 times as long as formatting a time. */
export function toDateFormat(
  locales: string | string[],
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([locales, options]);
  const known = formats.get(key);
  if (known) return known;
  const format = new Intl.DateTimeFormat(locales, options);
  formats.set(key, format);
  return format;
}
