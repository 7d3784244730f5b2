/** At 320 px a word of so many letters reaches the edge in the large size. */
const WIDE_WORD = 25;
/** And of so many in the default size. */
const LONG_WORD = 40;

// Scripts without spaces break by themselves.
const LETTER =
  "[^\\s\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2E80-\\u9FFF\\uAC00-\\uD7AF\\uFF00-\\uFFEF]";
const WIDE_WORDS = new RegExp(`${LETTER}{${WIDE_WORD},}`, "u");
const LONG_WORDS = new RegExp(`${LETTER}{${LONG_WORD},}`, "gu");
const LETTERS_OF_A_PIECE = 12;

/**
 * Text for a `TextRun`, as typed but for two things. A run knows no Markdown, HTML or mention, but
 * renderers still work out `{{DATE(…)}}` and `{{TIME(…)}}` (Adaptive Cards, "Text features"), and
 * Microsoft's for the web breaks a run only at spaces. Both are answered with characters that nobody
 * sees; they are copied with the text, so no word gets them that fits without.
 */
export function toRunText(text: string): string {
  return text.replace(/\{\{(?=(?:DATE|TIME)\()/gu, "{\u2060{").replace(LONG_WORDS, toBreakable);
}

/** Whether a word of the text would stick out of a phone in the large size. */
export function hasWideWord(text: string): boolean {
  return WIDE_WORDS.test(text);
}

function toBreakable(word: string): string {
  const letters = Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  return letters
    .map(
      (letter, index) => (index > 0 && index % LETTERS_OF_A_PIECE === 0 ? "\u200B" : "") + letter,
    )
    .join("");
}
