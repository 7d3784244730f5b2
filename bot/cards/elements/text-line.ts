import { cutAtGrapheme, toOneLine } from "../../../src/request/one-line";
import type { RichTextBlock, TextLook } from "./adaptive-card";

export const SUBTLE: TextLook = { isSubtle: true };
export const SMALL_PRINT: TextLook = { isSubtle: true, size: "Small" };

/** Longer headings in the large size would fill a phone's screen. */
const MAX_LARGE_HEADING = 60;
const MAX_LINES = 12;

const MAX_LISTED = 160;
const ROOM_SIGN = /(?<=^|\s)#(?=[\p{L}\p{N}])/u;
/** Keeps "#" from starting the line: Markdown would make it a heading. */
const WORD_JOINER = "\u2060";

// Scripts without spaces break anywhere.
const LETTER =
  "[^\\s\\u0E00-\\u0EFF\\u1000-\\u109F\\u1780-\\u17FF\\u2E80-\\u9FFF\\uAC00-\\uD7AF\\uFF00-\\uFFEF]";
/** On a 320 px wide phone, a word this long overflows in the large size. */
const WIDE_WORD = new RegExp(`${LETTER}{25,}`, "u");
/** Words this long overflow in the default size. The limit for columns also holds for capital letters. */
const LONG_WORDS = {
  card: { words: new RegExp(`${LETTER}{40,}`, "gu"), lettersPerPiece: 12 },
  column: { words: new RegExp(`${LETTER}{15,}`, "gu"), lettersPerPiece: 8 },
};

/** A paragraph in one style. Every text on a card goes through {@link toRunText}. */
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

/** The text on one line, at most `maxLength` UTF-16 units. Longer text ends at a word, with an ellipsis. */
export function toPlainText(text: string, maxLength: number): string {
  const line = toOneLine(text);
  return line.length <= maxLength ? line : `${cutAtWord(line, maxLength - 1)}…`;
}

function cutAtWord(line: string, maxLength: number): string {
  const whole = cutAtGrapheme(line, maxLength);
  const lastSpace = whole.lastIndexOf(" ");
  return (lastSpace > maxLength * 0.7 ? whole.slice(0, lastSpace) : whole).trimEnd();
}

/**
 * Text without characters that Markdown, HTML or link detection act on, for fields that may be rendered. Parentheses stay:
 * without brackets they make no link.
 */
export function toBareText(text: string): string {
  return text
    .replace(/[[\]*_`~<>#!|\\{}$]/gu, "")
    .replace(/:\/\//gu, ": ")
    .replace(/\b(www)\./giu, "$1 ");
}

/**
 * One line of a thumbnail card, which Teams renders as HTML and Markdown. Keeps the "#" of room names.
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
export function toListedText(text: string): string {
  const line = toPlainText(text, MAX_LISTED).split(ROOM_SIGN).map(toBareText).join("#").trim();
  return line.startsWith("#") ? `${WORD_JOINER}${line}` : line;
}
