import { IntlMessageFormat } from "intl-messageformat";

/**
 * A message with plural forms in ICU syntax: `{count, plural, one {# day} other {# days}}`
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/). Parsed on import, so that a syntax error
 * fails at startup and in every test.
 */
export function plural(language: string, icuText: string): (values: { count: number }) => string {
  // `ignoreTag`: otherwise "<topic>" would be an element.
  const message = new IntlMessageFormat(icuText, language, undefined, { ignoreTag: true });
  return ({ count }) => String(message.format({ count }));
}
