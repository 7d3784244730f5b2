import type { Span } from "./masked-text";
import { CJK } from "./word-edges";

/** A span of the text, and what stands there instead; nothing, when it was taken. */
export interface Edit extends Span {
  text?: string;
}

const JOINT = /[\s,;:、，；：|/&+·–—-]/u;
const ENDS_CJK = new RegExp(`[${CJK}]$`, "u");
const BEGINS_CJK = new RegExp(`^[${CJK}]`, "u");
/** `レビューを明日の15時に`: the verb that would follow is not said. */
const OBJECT = new RegExp(`(?<=[${CJK}])を$`, "u");
/** `Réunion de 15h`, `Bilan du 24 novembre`: nothing follows the preposition any more. */
const NAMING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
const ORPHAN = / (?:de|du|des)$/iu;
/** What led from the time to the topic: `tomorrow 3pm for Sprint review`, `15時のレビュー`. */
const LEADING = /^(?:(?:for|pour|для|re) |[の的])/iu;

/** What is left of a text when the rest is taken out, in its own spelling, without what hung on to the rest. */
export function toRemainder(original: string, replacements: readonly Edit[]): string {
  let text = "";
  let position = 0;
  let isAfterTaken = false;
  const add = (kept: string) => {
    text = isAfterTaken ? join(text, kept) : text + kept;
    isAfterTaken = isAfterTaken && kept.trim() === "";
  };
  for (const { start, end, text: instead } of replacements) {
    add(original.slice(position, start));
    if (instead === undefined) isAfterTaken = true;
    else add(instead);
    position = end;
  }
  add(original.slice(position));
  const isEndTaken = isAfterTaken;
  const left = (isEndTaken ? trimEnd(text) : text).replace(/[(（[]\s*[)）\]]/gu, " ").trim();
  // What stood between the parts is no name; a name of such marks alone can be quoted.
  const isQuoted = replacements.some(({ text: instead }) => instead !== undefined);
  return isQuoted || replacements.length === 0 || NAMING.test(left) ? left : "";
}

function join(before: string, after: string): string {
  const rest = trimStart(after);
  if (before.trim() === "") return rest.replace(LEADING, "");
  if (rest === "") return before;
  const first = /^[)\]）」』!?.！？。]/u.test(rest);
  const left = first ? before.trimEnd() : trimEnd(before);
  const isTight = first || (ENDS_CJK.test(left) && BEGINS_CJK.test(rest));
  return isTight ? left + rest : `${left} ${rest}`;
}

function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && JOINT.test(text.charAt(start))) start++;
  return text.slice(start);
}

function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && JOINT.test(text.charAt(end - 1))) end--;
  return text.slice(0, end).replace(OBJECT, "").replace(ORPHAN, "");
}
