import type { RichTextBlock, TextLook } from "./adaptive-card";
import { toPlainText } from "./plain-text";

export const SUBTLE: TextLook = { isSubtle: true };
export const SMALL_PRINT: TextLook = { isSubtle: true, size: "Small" };

/** Longer headings in the large size would fill a phone's screen. */
const MAX_LARGE_HEADING = 60;
const MAX_LINES = 12;

// Scripts without spaces break anywhere.
const LETTER =
  "[^\\s\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2E80-\\u9FFF\\uAC00-\\uD7AF\\uFF00-\\uFFEF]";
/** On a 320 px wide phone, a word this long overflows in the large size. */
const WIDE_WORD = new RegExp(`${LETTER}{25,}`, "u");
/** And words this long overflow in the default size: in a card, and in a column even in capitals. */
const LONG_WORDS = {
  card: { words: new RegExp(`${LETTER}{40,}`, "gu"), lettersPerPiece: 12 },
  column: { words: new RegExp(`${LETTER}{15,}`, "gu"), lettersPerPiece: 8 },
};

/** One paragraph in one look. Every text on a card goes through {@link toRunText}. */
export function toTextLine(
  text: string,
  look: TextLook = {},
  spacing?: RichTextBlock["spacing"],
  width: keyof typeof LONG_WORDS = "card",
): RichTextBlock {
  return {
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text: toRunText(text, width), ...look }],
    ...(spacing && { spacing }),
  };
}

/** A paragraph in a column, which is half a phone wide. */
export function toColumnLine(
  text: string,
  look: TextLook = {},
  spacing?: RichTextBlock["spacing"],
): RichTextBlock {
  return toTextLine(text, look, spacing, "column");
}

export function toHeading(text: string): RichTextBlock {
  const isLarge = text.length <= MAX_LARGE_HEADING && !hasWideWord(text);
  return toTextLine(text, { ...(isLarge && { size: "Large" }), weight: "Bolder" });
}

/** The text's lines as plain text, at most `maxLength` UTF-16 units in total. */
export function toPlainLines(text: string, maxLength: number): string[] {
  const lines: string[] = [];
  let left = maxLength;
  for (const line of text.split(/\r\n|\n|\r/u)) {
    if (left < 2) break;
    const plain = toPlainText(line, left);
    if (plain !== "") lines.push(plain);
    // Empty lines count too: otherwise a text of only line breaks would be scanned to its end.
    left -= plain.length + 1;
  }
  return lines.slice(0, MAX_LINES);
}

/**
 * Text for a `TextRun`, as typed except for invisible characters in two cases. A run has no Markdown, HTML
 * or mentions, but renderers still expand `{{DATE(…)}}` and `{{TIME(…)}}` (Adaptive Cards, "Text features"),
 * and Microsoft's web renderer breaks a run only at spaces. People copy these characters with the text, so
 * words that fit don't get any.
 */
export function toRunText(text: string, width: keyof typeof LONG_WORDS = "card"): string {
  const { words, lettersPerPiece } = LONG_WORDS[width];
  return text
    .replace(/\{\{(?=(?:DATE|TIME)\()/gu, "{\u2060{")
    .replace(words, (word) => toBreakable(word, lettersPerPiece));
}

/** Whether a word would overflow a phone in the large size. */
export function hasWideWord(text: string): boolean {
  return WIDE_WORD.test(text);
}

function toBreakable(word: string, lettersPerPiece: number): string {
  const letters = Array.from(new Intl.Segmenter().segment(word), ({ segment }) => segment);
  return letters
    .map((letter, index) => (index > 0 && index % lettersPerPiece === 0 ? "\u200B" : "") + letter)
    .join("");
}
