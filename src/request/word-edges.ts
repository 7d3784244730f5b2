/**
 * Letters of the alphabets, for the inside of a character class: `\b` knows ASCII alone. Chinese and Japanese write
 * no blanks, so theirs may stand on either side of a word. Ranges, because scripts by name are slow to compile.
 */
export const LETTER = "A-Za-zªºÀ-ÖØ-öø-ɏͰ-ϿЀ-ԯḀ-ỿ";
const WORD = `${LETTER}0-9_`;

/** No letter before, and nothing that makes one name of it: `v2.3`, `COVID-19`, `d'aujourd'hui`. */
export const WORD_START = String.raw`(?<![${WORD}.'#@/$€£+~-])`;

/** No letter after, and nothing that goes on with one: `Monday.com`, `today's`, `3pm-club`. */
export const WORD_END = String.raw`(?![${WORD}]|[.'/:@~-][${WORD}]|%)`;

export const HIRAGANA = "ぁ-ゖ";

/** Chinese and Japanese letters, for the inside of a character class. */
export const CJK = `㐀-䶿一-鿿々〆${HIRAGANA}ァ-ヺー`;

/** Words of an alphabet, whole. */
export function wholeWords(...alternatives: string[]): string {
  return `${WORD_START}(?:${alternatives.join("|")})${WORD_END}`;
}
