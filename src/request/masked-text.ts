import type { Mention, RequestText } from "./meeting-request";

/** Placeholders in a masked text: Unicode noncharacters, which typed text can't contain. */
export const PERSON = "\uFDD0";
/** Already understood. */
export const CONSUMED = "\uFDD1";
/** Part of the subject, no matter what it looks like. */
export const LITERAL = "\uFDD2";

/** Teams refuses messages over 28 KB. Mentions count even after this limit. */
const MAX_CHARACTERS = 28 * 1024;

export interface Span {
  start: number;
  end: number;
}

/** The text being parsed. Both strings have the same length, so offsets in `plain` are valid in `original`. */
export interface Texts {
  /** As typed; each mention is one placeholder character. */
  original: string;
  /** Normalized: lowercase, half-width, one kind of space, dash and apostrophe. */
  plain: string;
}

export interface MaskedText extends Texts {
  mentions: readonly (Span & { mention: Mention })[];
}

export function toMaskedText(text: RequestText): MaskedText {
  let original = "";
  let plain = "";
  const mentions: (Span & { mention: Mention })[] = [];
  for (const part of text) {
    if (typeof part === "string") {
      const typed = part.slice(0, Math.max(0, MAX_CHARACTERS - original.length));
      original += typed;
      plain += normalize(typed);
    } else {
      mentions.push({ start: original.length, end: original.length + 1, mention: part });
      original += PERSON;
      plain += PERSON;
    }
  }
  return { original, plain, mentions };
}

function normalize(typed: string): string {
  return typed
    .replace(/[\uFDD0-\uFDEF]/g, "\uFFFD")
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\p{Lu}/gu, toLowerCase)
    .replace(/\s/g, " ")
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑‒–—―−]/g, "-")
    .replace(/〜/g, "~");
}

/** Keeps the two capitals of Unicode whose lowercase form is longer. */
function toLowerCase(capital: string): string {
  const small = capital.toLowerCase();
  return small.length === capital.length ? small : capital;
}

/** Replaces every character of the spans, which must be sorted and disjoint, with a placeholder. */
export function maskSpans(plain: string, spans: readonly Span[], placeholder: string): string {
  let masked = "";
  let position = 0;
  for (const { start, end } of spans) {
    masked += plain.slice(position, start) + placeholder.repeat(end - start);
    position = end;
  }
  return masked + plain.slice(position);
}

export function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

export function spanOf({ index, 0: found }: RegExpExecArray): Span {
  return { start: index, end: index + found.length };
}

/** Searches for one pattern after another. Text that one of them found is hidden from the next. */
export function findInOrder<Form extends { pattern: RegExp }, Found extends Span>(
  plain: string,
  forms: readonly Form[],
  read: (result: RegExpExecArray, form: Form) => Found | undefined,
): Found[] {
  const all: Found[] = [];
  let rest = plain;
  for (const form of forms) {
    const found = Array.from(rest.matchAll(form.pattern))
      .map((result) => read(result, form))
      .filter((match) => match !== undefined);
    rest = maskSpans(rest, found, CONSUMED);
    all.push(...found);
  }
  return all;
}

/** The parts of a text that lie in the spans, which must be sorted and disjoint. Offsets are those of the masked text. */
export function keepSpans(text: RequestText, spans: readonly Span[]): RequestText {
  const kept: (string | Mention)[] = [];
  for (const span of spans) {
    let position = 0;
    for (const part of text) {
      const length = typeof part === "string" ? part.length : 1;
      const start = Math.max(span.start - position, 0);
      const end = Math.min(span.end - position, length);
      position += length;
      if (start < end) kept.push(typeof part === "string" ? part.slice(start, end) : part);
    }
  }
  return kept;
}
