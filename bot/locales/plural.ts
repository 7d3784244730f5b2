import { IntlMessageFormat } from "intl-messageformat";

/**
 * A message with a count in it, in every form that the language has for counts: `{count, plural, one {# day}
 * other {# days}}` (https://unicode-org.github.io/icu/userguide/format_parse/messages/). Parsed at once, so
 * that a message with a mistake fails at the start and in every test.
 */
export function plural(language: string, icuText: string): (values: { count: number }) => string {
  // `ignoreTag`: without it "<topic>" would be read as an element.
  const message = new IntlMessageFormat(icuText, language, undefined, { ignoreTag: true });
  return ({ count }) => String(message.format({ count }));
}
