import type * as MessageFormats from "intl-messageformat";

/**
 * A message with plural forms in ICU syntax: `{count, plural, one {# day} other {# days}}`
 * (https://unicode-org.github.io/icu/userguide/format_parse/messages/). Loaded and parsed at its first
 * use: parsing those of all languages would delay the start. The tests use each one.
 */
export function plural(language: string, icuText: string): (values: { count: number }) => string {
  let message: MessageFormats.IntlMessageFormat | undefined;
  return ({ count }) => String((message ??= parse(language, icuText)).format({ count }));
}

function parse(language: string, icuText: string): MessageFormats.IntlMessageFormat {
  const { IntlMessageFormat }: typeof MessageFormats = require("intl-messageformat");
  // `ignoreTag`: otherwise "<topic>" would be an element.
  return new IntlMessageFormat(icuText, language, undefined, { ignoreTag: true });
}
