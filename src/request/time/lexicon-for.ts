import { languagesFor } from "./languages/languages";
import { Lexicon } from "./lexicon";

const lexicons = new Map<string, Lexicon>();

/** The words that senders with a locale may use. Built at its first use, because no server needs it to start. */
export function lexiconFor(locale: string): Lexicon {
  const languages = languagesFor(locale);
  const key = languages.map(({ code }) => code).join();
  const lexicon = lexicons.get(key) ?? new Lexicon(languages);
  lexicons.set(key, lexicon);
  return lexicon;
}
