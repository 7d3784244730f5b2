import type { Mention, RequestText } from "./request-text";

/** Stand-ins in `Draft.plain`: Unicode's noncharacters, which no text that was typed may hold. */
export const PERSON = "\uFDD0";
export const CONSUMED = "\uFDD1";
export const LITERAL = "\uFDD2";

/** Teams refuses a message beyond 28 KB; what a caller hands in beyond it names people and nothing else. */
const MAX_CHARACTERS = 28 * 1024;

export interface Span {
  start: number;
  end: number;
}

export interface MentionSpan extends Span {
  mention: Mention;
}

/**
 * A text while it is read. Both strings have the same length, so that what is found in `plain` is cut out of
 * `original` by its place.
 */
export interface MaskedText {
  /** As it was typed; a mention is one character of no meaning. */
  original: string;
  /** The same in fewer spellings: small letters, half-width, one kind of blank, dash and apostrophe. */
  plain: string;
  mentions: readonly MentionSpan[];
}

export function toMaskedText(text: RequestText): MaskedText {
  let original = "";
  let plain = "";
  const mentions: MentionSpan[] = [];
  for (const part of text) {
    if (typeof part === "string") {
      const typed = part.slice(0, Math.max(0, MAX_CHARACTERS - original.length));
      original += typed;
      plain += toPlain(typed);
    } else {
      mentions.push({ start: original.length, end: original.length + 1, mention: part });
      original += PERSON;
      plain += PERSON;
    }
  }
  return { original, plain, mentions };
}

function toPlain(typed: string): string {
  return typed
    .replace(/[\uFDD0-\uFDEF]/g, "\uFFFD")
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Lu}/gu, toSmall)
    .replace(/\s/g, " ")
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/〜/g, "~");
}

/** Two capitals of Unicode become longer: they stay. */
function toSmall(capital: string): string {
  const small = capital.toLowerCase();
  return small.length === capital.length ? small : capital;
}

/** The same text with a stand-in for every character of the spans, which are in order and apart. */
export function maskSpans(plain: string, spans: readonly Span[], mark: string): string {
  let masked = "";
  let position = 0;
  for (const { start, end } of spans) {
    masked += plain.slice(position, start) + mark.repeat(end - start);
    position = end;
  }
  return masked + plain.slice(position);
}
