import { toBareText, toPlainText } from "./plain-text";

const MAX_LISTED = 160;
/** The name of a room, which is no heading in the midst of a line. */
const ROOM = /(?<=\s)#(?=[\p{L}\p{N}])/u;

/**
 * One line of a thumbnail card, whose texts Teams reads as HTML and Markdown:
 * https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/cards-format
 */
export function toListedText(text: string): string {
  return toPlainText(text, MAX_LISTED).split(ROOM).map(toBareText).join("#").trim();
}
