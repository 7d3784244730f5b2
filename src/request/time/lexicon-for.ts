import type { Language } from "./languages/language";
import { LANGUAGES, languagesFor } from "./languages/languages";
import { Lexicon } from "./lexicon";

const lexicons = new Map<string, Lexicon>();

/** The words that senders with a locale may use. */
export function lexiconFor(locale: string): Lexicon {
  return lexiconOf(languagesFor(locale));
}

/** The words of all languages. */
export function lexiconOfAll(): Lexicon {
  return lexiconOf(LANGUAGES);
}

/** Built at its first use, because no server needs it to start. */
function lexiconOf(languages: readonly Language[]): Lexicon {
  const key = languages.map(({ code }) => code).join();
  const lexicon = lexicons.get(key) ?? new Lexicon(languages);
  lexicons.set(key, lexicon);
  return lexicon;
}
