import { LITERAL, maskSpans, spanOf, type Span } from "./masked-text";
import { CJK, LETTER } from "./word-edges";

const WORD_CHARACTER = new RegExp(`[${LETTER}0-9]`, "u");

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "“": "”",
  "„": "“”",
  "«": "»",
  "「": "」",
  "『": "』",
};

const LINK = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s\uFDD0-\uFDD2]+/gu;

const START = String.raw`^[\s(]*`;

/**
 * Starts of a subject that only look like a time, a length or `here`. Grammar tells them apart: a plural after a bare
 * number, a genitive after minutes, a word attached to 分.
 */
const PHRASES = [
  // `at 5 locations`, but not `at 3 sales review`.
  String.raw`at \d{1,3} \p{L}{2,}(?<![suiy])s(?![\p{L}\p{N}'])(?= *(?:$|[,.;:!?\uFDD0-\uFDD2]| (?:in|of|for|across|at|on|and|with|today|tomorrow|tonight) ))`,
  // `5 минут славы`, `10 минут вопросов`, but not `30 минут обзор`.
  String.raw`(?:(?:\d{1,3}|пять|десять|пятнадцать) ?(?:минут[аы]?|мин|часа?|часов)|полчаса|час) (?:славы|тишины|позора|покоя|отдыха|смеха|чтения|молчания|страха|радости|счастья|ненависти|\p{L}{3,}(?:ов|ев|ого|его|ых|их))(?!\p{L})`,
  `\\d{1,4} ?分(?![間钟鐘]|程度|から|まで|後|后|前|くらい|ほど|ずつ|だけ|お願い|の|で|と|に|を|は|[个個内之以左])(?=[${CJK}])`,
  String.raw`(?:here and now|ici et maintenant|здесь и сейчас|今ここ|此时此地)(?![\p{L}\p{N}])`,
].map((phrase) => new RegExp(`(${START})(?:${phrase})`, "u"));

/** Masks text that is always part of the subject: quotes, certain phrases at the start, and links. */
export function maskLiterals(plain: string, quotes: readonly Span[]): string {
  const unquoted = maskSpans(plain, quotes, LITERAL);
  const withoutPhrase = maskSpans(unquoted, findPhrase(unquoted), LITERAL);
  return maskSpans(withoutPhrase, Array.from(withoutPhrase.matchAll(LINK), spanOf), LITERAL);
}

function findPhrase(plain: string): Span[] {
  for (const pattern of PHRASES) {
    const result = pattern.exec(plain);
    if (result) return [{ start: result[1]?.length ?? 0, end: result[0].length }];
  }
  return [];
}

/**
 * Quoted text is always part of the subject. A straight quotation mark inside is doubled, as in `"say ""hello"""`.
 * One after a letter or a digit (`27" screen`), or one that is never closed, is an ordinary character.
 */
export function findQuotes(plain: string): Span[] {
  const quotes: Span[] = [];
  /** Marks that are known to have no closing mark: searching again would be slow in long hostile texts. */
  const unclosed = new Set<string>();
  for (let start = 0; start < plain.length; start++) {
    const mark = plain.charAt(start);
    const closing = CLOSING[mark];
    if (!closing || unclosed.has(mark)) continue;
    if (mark === '"' && WORD_CHARACTER.test(plain.charAt(start - 1))) continue;
    const close = findClose(plain, start + 1, closing);
    if (close < 0) {
      unclosed.add(mark);
      continue;
    }
    quotes.push({ start, end: close + 1 });
    start = close;
  }
  return quotes;
}

function findClose(plain: string, from: number, closing: string): number {
  for (let index = from; index < plain.length; index++) {
    if (!closing.includes(plain.charAt(index))) continue;
    if (closing !== '"' || plain.charAt(index + 1) !== '"') return index;
    index++;
  }
  return -1;
}
