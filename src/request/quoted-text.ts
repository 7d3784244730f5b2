import type { Span } from "./masked-text";
import { LETTER } from "./word-edges";

export interface Quote extends Span {
  /** In straight marks, inside which a mark is written twice. */
  isStraight: boolean;
}

const WORD_CHARACTER = new RegExp(`[${LETTER}0-9]`, "u");

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“”",
  "«": "»",
  "「": "」",
  "『": "』",
};

/**
 * Quoted text is always topic. A straight mark inside is written twice, as in `"say ""hello"""`; one behind a
 * letter or a digit opens nothing (`27" screen`), and one that is never closed is a character like any other.
 */
export function findQuotes(plain: string): Quote[] {
  const quotes: Quote[] = [];
  /** Kinds of mark that found no end once: looking again would make long hostile texts slow. */
  const unclosed = new Set<string>();
  for (let start = 0; start < plain.length; start++) {
    const mark = plain.charAt(start);
    const closing = CLOSING[mark];
    if (!closing || unclosed.has(mark) || !canOpen(mark, plain.charAt(start - 1))) continue;
    const close = findClose(plain, start + 1, closing);
    if (close < 0) {
      unclosed.add(mark);
      continue;
    }
    quotes.push({ start, end: close + 1, isStraight: mark === '"' });
    start = close;
  }
  return quotes;
}

function canOpen(mark: string, before: string): boolean {
  return mark !== '"' || !WORD_CHARACTER.test(before);
}

function findClose(plain: string, from: number, closing: string): number {
  for (let index = from; index < plain.length; index++) {
    if (!closing.includes(plain.charAt(index))) continue;
    if (closing !== '"' || plain.charAt(index + 1) !== '"') return index;
    index++;
  }
  return -1;
}

/** What stood between straight marks, as it was meant. */
export function toSingle(inner: string): string {
  return inner.replace(/(["＂])["＂]/g, "$1");
}
