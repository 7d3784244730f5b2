import type { RichTextBlock, TextLook } from "./adaptive-card";
import { toPlainText } from "./plain-text";
import { hasWideWord, toRunText } from "./run-text";

/** A longer heading in the large size would leave a phone little else to show. */
const LONG_HEADING = 60;
const MAX_LINES = 12;

/** One paragraph in one look. Every text of a card, ours or a person's, is a {@link toRunText}. */
export function toTextLine(
  text: string,
  look: TextLook = {},
  spacing?: RichTextBlock["spacing"],
): RichTextBlock {
  return toParagraph(toRunText(text), look, spacing);
}

/** The same within a column, half of a phone wide. */
export function toColumnLine(
  text: string,
  look: TextLook = {},
  spacing?: RichTextBlock["spacing"],
): RichTextBlock {
  return toParagraph(toRunText(text, "column"), look, spacing);
}

function toParagraph(
  text: string,
  look: TextLook,
  spacing: RichTextBlock["spacing"],
): RichTextBlock {
  return {
    type: "RichTextBlock",
    inlines: [{ type: "TextRun", text, ...look }],
    ...(spacing && { spacing }),
  };
}

export function toHeading(text: string): RichTextBlock {
  const isLarge = text.length <= LONG_HEADING && !hasWideWord(text);
  return toTextLine(text, { ...(isLarge && { size: "Large" }), weight: "Bolder" });
}

/** A text's own lines, each made plain; at most `maxLength` UTF-16 units together. */
export function toPlainLines(text: string, maxLength: number): string[] {
  const lines: string[] = [];
  let left = maxLength;
  for (const line of text.split(/\r\n|\n|\r/u)) {
    if (left < 2) break;
    const plain = toPlainText(line, left);
    if (plain !== "") lines.push(plain);
    // An empty line costs too, or a text of nothing else would be read to its end.
    left -= plain.length + 1;
  }
  return lines.slice(0, MAX_LINES);
}
