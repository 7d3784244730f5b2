import { IntlMessageFormat } from "intl-messageformat";

/**
 * A message with plural forms in ICU syntax: `{count, plural, one {# day} other {# days}}`
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/). Parsed at its first use: parsing
 * those of all languages would delay the start. The tests use each one.
 */
export function plural(language: string, icuText: string): (values: { count: number }) => string {
  let message: IntlMessageFormat | undefined;
  return ({ count }) => {
    // `ignoreTag`: otherwise "<topic>" would be an element.
    message ??= new IntlMessageFormat(icuText, language, undefined, { ignoreTag: true });
    return String(message.format({ count }));
  };
}
