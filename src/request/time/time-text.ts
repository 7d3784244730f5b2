import { CONSUMED, maskSpans, type Span, type Texts } from "../masked-text";
import { CJK, LETTER } from "../word-edges";
import type { Match } from "./match";
import { isWordOf, type AnyWord, type Kind, type Lexicon, type MeaningOf } from "./lexicon";

/** What was read at a position, and where it ends. */
export interface Read<Value> {
  value: Value;
  end: number;
}

const IS_LETTER = new RegExp(`[${LETTER}]`, "u");
const IS_WORD = new RegExp(`[${LETTER}0-9_]`, "u");
const IS_HAN = new RegExp(`[${CJK}${CONSUMED}]`, "u");
const DAYS = ["weekdays", "shortWeekdays", "days"] as const;
/** A sign before a word or number that makes it part of a name: `v2.3`, `COVID-19`, `d'aujourd'hui`. */
const NAME_SIGN = /[.'#@/$€£+~\\°-]/u;

/** A text in which rules look up words and figures. Positions are those of `plain`. */
export class TimeText implements Texts {
  readonly original: string;
  readonly plain: string;
  readonly #lexicon: Lexicon;
  readonly #words = new Map<number, readonly AnyWord[]>();

  constructor({ original, plain }: Texts, lexicon: Lexicon) {
    this.original = original;
    this.plain = plain;
    this.#lexicon = lexicon;
  }

  /** The same text, of which parts were understood. Words that they don't touch aren't looked up again. */
  mask(spans: readonly Span[], placeholder: string): TimeText {
    const plain = maskSpans(this.plain, spans, placeholder);
    const masked = new TimeText({ original: this.original, plain }, this.#lexicon);
    for (const [at, words] of this.#words) masked.#words.set(at, words);
    for (const { start, end } of spans) {
      for (let at = Math.max(0, start - this.#lexicon.longest); at < end; at++)
        masked.#words.delete(at);
    }
    return masked;
  }

  /** The longest word of a kind at a position. `canBeJoined`: to another one, as in `Mon-Fri` or `Tue/Thu`. */
  word<K extends Kind>(kind: K, at: number, canBeJoined = false): Read<MeaningOf<K>> | undefined {
    for (const word of this.#wordsAt(at)) {
      const end = at + word.length;
      const isJoined = canBeJoined && /[-/]/.test(this.plain.charAt(end));
      if (!isWordOf(word, kind) || !(isJoined || this.#isWhole(at, end))) continue;
      return { value: word.meaning, end: at + word.length };
    }
    return undefined;
  }

  /** Whether any word is at a position. Most positions have none. */
  hasWords(at: number): boolean {
    return this.#wordsAt(at).length > 0;
  }

  /** The same after at most one space or hyphen, or right after a figure: `3 pm`, `3pm`, `45-minute`. */
  next<K extends Kind>(kind: K, at: number): Read<MeaningOf<K>> | undefined {
    return (
      this.word(kind, at) ??
      (/[ -]/.test(this.plain.charAt(at)) ? this.word(kind, at + 1) : undefined)
    );
  }

  /** The start of a word of this kind that ends at a position, or a space before it. */
  before(kind: Kind, at: number): number | undefined {
    const ends = this.plain.charAt(at - 1) === " " ? [at - 1, at] : [at];
    const reach = this.#lexicon.longestOf(kind) + 1;
    for (let start = Math.max(0, at - reach); start < at; start++) {
      const isFound = this.#wordsAt(start).some(
        (word) => word.kind === kind && ends.includes(start + word.length) && this.isStart(start),
      );
      if (isFound) return start;
    }
    return undefined;
  }

  matches(pattern: RegExp, at: number): RegExpExecArray | undefined {
    pattern.lastIndex = at;
    return pattern.exec(this.plain) ?? undefined;
  }

  skipSpace(at: number): number {
    return this.plain.charAt(at) === " " ? at + 1 : at;
  }

  isLetter(at: number): boolean {
    return IS_LETTER.test(this.plain.charAt(at));
  }

  /** Whether a word or number can start here. */
  isStart(at: number): boolean {
    const [before, first] = [this.plain.charAt(at - 1), this.plain.charAt(at)];
    if (at === 0 || !IS_WORD.test(first)) return true;
    if (/[:,./]/.test(before) && /\d/.test(first)) return !/\d/.test(this.plain.charAt(at - 2));
    if (/[-~]/.test(before)) return IS_HAN.test(this.plain.charAt(at - 2));
    if (/\d/.test(first) && IS_LETTER.test(before)) return this.#isAfterDay(at);
    return !IS_WORD.test(before) && !NAME_SIGN.test(before);
  }

  /** Not before a letter, or before a sign that continues the word: `Monday.com`, `today's`, `3pm-club`. */
  isEnd(at: number): boolean {
    if (!IS_WORD.test(this.plain.charAt(at - 1))) return true;
    const [next, after] = [this.plain.charAt(at), this.plain.charAt(at + 1)];
    if (IS_WORD.test(next) || next === "%") return false;
    if (/[-~]/.test(next)) return !IS_LETTER.test(after) || this.#isClockWord(at + 1);
    return (
      !(/['/:@]/.test(next) && IS_WORD.test(after)) && !(next === "." && IS_LETTER.test(after))
    );
  }

  /** `8am-noon` */
  #isClockWord(at: number): boolean {
    return this.#wordsAt(at).some(({ kind }) => kind === "clockWords");
  }

  /** `friday3pm` */
  #isAfterDay(at: number): boolean {
    return DAYS.some((kind) => this.before(kind, at) !== undefined);
  }

  #wordsAt(at: number): readonly AnyWord[] {
    const known = this.#words.get(at);
    if (known) return known;
    const words = this.#lexicon.at(this.plain, at);
    this.#words.set(at, words);
    return words;
  }

  /** Words of an alphabet are whole. A figure can touch them: `3pm`, `15h30`. */
  #isWhole(start: number, end: number): boolean {
    const [before, first, last, next] = [start - 1, start, end - 1, end].map((at) =>
      this.plain.charAt(at),
    );
    if (IS_LETTER.test(first ?? "") && IS_LETTER.test(before ?? "")) return false;
    if (!IS_LETTER.test(last ?? ""))
      return !IS_LETTER.test(next ?? "") || !IS_WORD.test(last ?? "");
    return /\d/.test(next ?? "") || this.isEnd(end);
  }
}

/** Text that a rule knows not to be a match. */
export interface Skip {
  end: number;
}

/** Calls a rule at each position where something can start, and continues after what it read. */
export function scan(text: TimeText, rule: (at: number) => Match | Skip | undefined): Match[] {
  const all: Match[] = [];
  let at = 0;
  while (at < text.plain.length) {
    const found = text.word("names", at) ?? (text.isStart(at) ? rule(at) : undefined);
    if (found && isMatch(found)) all.push(found);
    at = found ? Math.max(found.end, at + 1) : at + 1;
  }
  return all;
}

/** A match, not text to skip. */
export function isMatch(found: Match | Skip): found is Match {
  return "certainty" in found;
}
