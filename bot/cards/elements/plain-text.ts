import { cutAtGrapheme, toOneLine } from "../../../src/request/one-line";

const MAX_LISTED = 160;
const ROOM_SIGN = /(?<=^|\s)#(?=[\p{L}\p{N}])/u;
/** Keeps "#" from starting the line: Markdown would make it a heading. */
const WORD_JOINER = "\u2060";

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

/** Text without characters that Markdown, HTML or link detection act on, for fields that may be rendered. */
export function toBareText(text: string): string {
  return text
    .replace(/[[\]()*_`~<>#!|\\{}$]/gu, "")
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
