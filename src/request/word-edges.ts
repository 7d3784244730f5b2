/**
 * Letters of the Latin, Greek and Cyrillic alphabets, for use inside a character class: `\b` knows only ASCII. Chinese
 * and Japanese letters are left out, because they can touch a word. Ranges compile faster than Unicode scripts.
 */
export const LETTER = "A-Za-zªºÀ-ÖØ-öø-ɏͰ-ϿЀ-ԯḀ-ỿ";
const WORD = `${LETTER}0-9_`;

/** Not after a letter, or after a sign that makes it part of a name: `v2.3`, `COVID-19`, `d'aujourd'hui`. */
export const WORD_START = String.raw`(?<![${WORD}.'#@/$€£+~-])`;

/** Not before a letter, or before a sign that continues the word: `Monday.com`, `today's`, `3pm-club`. */
export const WORD_END = String.raw`(?![${WORD}]|[.'/:@~-][${WORD}]|%)`;

export const HIRAGANA = "ぁ-ゖ";

/** Chinese and Japanese letters, for use inside a character class. */
export const CJK = `㐀-䶿一-鿿々〆${HIRAGANA}ァ-ヺー`;

/** Whole words in an alphabet. */
export function wholeWords(...alternatives: string[]): string {
  return `${WORD_START}(?:${alternatives.join("|")})${WORD_END}`;
}

/** Alternatives for a regular expression, longest first, so that `september` wins over `sep`. */
export function anyOf(words: Iterable<string>): string {
  return [...words].toSorted((a, b) => b.length - a.length).join("|");
}
