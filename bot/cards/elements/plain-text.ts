import { cutAtGrapheme, toOneLine } from "../../../src/request/one-line";

/**
 * Somebody's text as one line of plain text, at most `maxLength` UTF-16 units long, cut at a word and
 * with an ellipsis where it was longer.
 */
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
 * Text for places where we cannot know whether it is read as Markdown, such as `fallbackText`:
 * whatever Markdown, HTML or a link finder would act on is left out.
 */
export function toBareText(text: string): string {
  return text
    .replace(/[[\]()*_`~<>#!|\\{}$]/gu, "")
    .replace(/:\/\//gu, ": ")
    .replace(/\b(www)\./giu, "$1 ");
}
