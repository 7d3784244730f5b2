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
