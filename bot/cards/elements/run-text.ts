/** At 320 px a word of so many letters reaches the edge in the large size. */
const WIDE_WORD = 25;
/** And of so many in the default size. */
const LONG_WORD = 40;
/** And of so many the edge of a column, in capitals too. */
const COLUMN_WORD = 15;

// Scripts without spaces break by themselves.
const LETTER =
  "[^\\s\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2E80-\\u9FFF\\uAC00-\\uD7AF\\uFF00-\\uFFEF]";
const WIDE_WORDS = new RegExp(`${LETTER}{${WIDE_WORD},}`, "u");
const LONG_WORDS = {
  card: { words: new RegExp(`${LETTER}{${LONG_WORD},}`, "gu"), lettersOfPiece: 12 },
  column: { words: new RegExp(`${LETTER}{${COLUMN_WORD},}`, "gu"), lettersOfPiece: 8 },
};

/**
 * Text for a `TextRun`, as typed but for two things. A run knows no Markdown, HTML or mention, but
 * renderers still work out `{{DATE(…)}}` and `{{TIME(…)}}` (Adaptive Cards, "Text features"), and
 * Microsoft's for the web breaks a run only at spaces. Both are answered with characters that nobody
 * sees; they are copied with the text, so no word gets them that fits without.
 */
export function toRunText(text: string, place: "card" | "column" = "card"): string {
  const { words, lettersOfPiece } = LONG_WORDS[place];
  return text
    .replace(/\{\{(?=(?:DATE|TIME)\()/gu, "{\u2060{")
    .replace(words, (word) => toBreakable(word, lettersOfPiece));
}

/** Whether a word of the text would stick out of a phone in the large size. */
export function hasWideWord(text: string): boolean {
  return WIDE_WORDS.test(text);
}

function toBreakable(word: string, lettersOfPiece: number): string {
  const letters = Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  return letters
    .map((letter, index) => (index > 0 && index % lettersOfPiece === 0 ? "\u200B" : "") + letter)
    .join("");
}
