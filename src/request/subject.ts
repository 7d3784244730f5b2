import { byStart, CONSUMED, maskSpans, type MaskedText, type Span } from "./masked-text";
import type { MeetingRequest } from "./meeting-request";
import { cutAtGrapheme, toOneLine } from "./one-line";
import { CJK } from "./word-edges";

/** Graph documents no limit for a subject; every calendar accepts 255 characters. */
export const MAX_SUBJECT_CHARACTERS = 255;

type Subject = Pick<MeetingRequest, "topic" | "wasTopicCut">;

/** The name of a meeting: one line, cut to the maximum length. */
export function readSubject(typed: string): Subject {
  const topic = toOneLine(typed);
  if (topic.length <= MAX_SUBJECT_CHARACTERS) return { topic, wasTopicCut: false };
  return { topic: cutAtGrapheme(topic, MAX_SUBJECT_CHARACTERS).trimEnd(), wasTopicCut: true };
}

/** Replaces a span of the text, or removes it when there is no `text`. */
interface Edit extends Span {
  text?: string;
}

const JOINT = /[\s,;:、，；：|/&+·–—〜～-]/u;
const JOINTS_AT_START = new RegExp(`^${JOINT.source}+`, "u");
/** Longer than what the patterns for the end of a text look at. */
const REACH = 8;
const ENDS_CJK = new RegExp(`[${CJK}]$`, "u");
const BEGINS_CJK = new RegExp(`^[${CJK}]`, "u");
/** `レビューを明日の15時に`: the marker of an object or topic, whose verb isn't there. */
const OBJECT = new RegExp(`(?<=[${CJK}])(?:を|(?<!にち|ばん)は)$`, "u");
const NAMING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
/** `Réunion de 15h`, `Bilan du 24 novembre`: a preposition whose object was removed. */
const ORPHAN = / (?:de|du|des)$/iu;
/** Leads from the time to the subject: `tomorrow 3pm for Sprint review`, `15時のレビュー`. */
const LEADING = /^(?:(?:for|pour|для|re) |[の的])/iu;
const OTHER_TEXT = /[^\s\uFDD1,;:、，；：.-]/u;

/** The subject as typed: everything not understood as something else. A single quote loses its quotation marks. */
export function readRemainder(
  { original, plain }: MaskedText,
  quotes: readonly Span[],
  edits: readonly Edit[],
): Subject {
  const sorted = edits.toSorted(byStart);
  const removed = sorted.filter(({ text }) => text === undefined);
  const [quote] = quotes;
  if (quote) {
    const others = maskSpans(maskSpans(plain, removed, CONSUMED), [quote], CONSUMED);
    if (!OTHER_TEXT.test(others)) return readSubject(unquote(original, quote, sorted));
  }
  return readSubject(toRemainder(original, sorted));
}

function unquote(original: string, quote: Span, edits: readonly Edit[]): string {
  let text = "";
  let position = quote.start + 1;
  const isStraight = /["＂]/.test(original.charAt(quote.start));
  const read = (to: number) => {
    const typed = original.slice(position, to);
    return isStraight ? typed.replace(/(["＂])["＂]/g, "$1") : typed;
  };
  for (const { start, end, text: name } of edits) {
    if (name === undefined || start <= quote.start || start >= quote.end) continue;
    text += read(start) + name;
    position = end;
  }
  return text + read(quote.end - 1);
}

/** The text after the edits, without separators and particles that belonged to what was removed. */
function toRemainder(original: string, edits: readonly Edit[]): string {
  let text = "";
  let position = 0;
  let isAfterRemoved = false;
  const add = (kept: string) => {
    text = isAfterRemoved ? join(text, kept) : text + kept;
    isAfterRemoved = isAfterRemoved && kept.trim() === "";
  };
  for (const { start, end, text: name } of edits) {
    add(original.slice(position, start));
    if (name === undefined) isAfterRemoved = true;
    else add(name);
    position = end;
  }
  add(original.slice(position));
  const rest = (isAfterRemoved ? trimEnd(text) : text).replace(/[(（[]\s*[)）\]]/gu, " ").trim();
  // Leftover punctuation isn't a subject, unless nothing was removed or a name is part of it.
  const isNamed = edits.some((edit) => edit.text !== undefined);
  return isNamed || edits.length === 0 || NAMING.test(rest) ? rest : "";
}

function join(before: string, after: string): string {
  const rest = after.replace(JOINTS_AT_START, "");
  const isFirst = before.trim() === "";
  if (rest === "") return isFirst ? "" : before;
  if (isFirst) return rest.replace(LEADING, "");
  const first = /^[)\]）」』!?.！？。]/u.test(rest);
  const left = first ? before.trimEnd() : trimEnd(before);
  const isTight = first || (ENDS_CJK.test(left.slice(-1)) && BEGINS_CJK.test(rest));
  return isTight ? left + rest : `${left} ${rest}`;
}

/** A loop, because a pattern for the end of a text takes quadratic time. */
function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && JOINT.test(text.charAt(end - 1))) end--;
  const start = Math.max(0, end - REACH);
  return text.slice(0, start) + text.slice(start, end).replace(OBJECT, "").replace(ORPHAN, "");
}
