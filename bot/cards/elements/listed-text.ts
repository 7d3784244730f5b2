import { toBareText, toPlainText } from "./plain-text";

const MAX_LISTED = 160;
/** The name of a room. */
const ROOM = /(?<=^|\s)#(?=[\p{L}\p{N}])/u;
/** Only what begins a line makes a heading of it. */
const NO_HEADING = "\u2060";

/**
 * One line of a thumbnail card, whose texts Teams reads as HTML and Markdown:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
export function toListedText(text: string): string {
  const line = toPlainText(text, MAX_LISTED).split(ROOM).map(toBareText).join("#").trim();
  return line.startsWith("#") ? `${NO_HEADING}${line}` : line;
}
