import { CONSUMED, maskSpans, type Span, type Texts } from "../masked-text";
import { CJK, LETTER } from "../word-edges";
import { isWordOf, type AnyWord, type Kind, type Lexicon, type MeaningOf } from "./lexicon";

/** What was read at a position, and where it ends. */
export interface Read<Value> {
  value: Value;
  end: number;
}

const IS_LETTER = new RegExp(`[${LETTER}]`, "u");
const IS_WORD = new RegExp(`[${LETTER}0-9_]`, "u");
const IS_FIGURE = /[\d零〇一二两兩三四五六七八九十]/u;
const IS_HAN = new RegExp(`[${CJK}${CONSUMED}]`, "u");
const DAYS = ["weekdays", "shortWeekdays", "days"] as const;
/** A sign before a word or number that makes it part of a name: `v2.3`, `COVID-19`, `d'aujourd'hui`. */
const NAME_SIGN = /[.'#@/$€£+~\\°-]/u;

/** A word of a kind that is whole. */
interface WholeWord extends Read<unknown> {
  kind: Kind;
}

/** Where a word starts. */
interface Ending {
  kind: Kind;
  start: number;
}

const NONE: readonly never[] = [];

/** A text in which rules look up words and figures. Positions are those of `plain`. */
export class TimeText implements Texts {
  readonly original: string;
  readonly plain: string;
  readonly #lexicon: Lexicon;
  // What is known of each position. Most rules look at the same ones.
  #words: (readonly AnyWord[] | undefined)[] = [];
  #whole: (readonly WholeWord[] | undefined)[] = [];
  #starts: (boolean | undefined)[] = [];
  /** The words that end at a position, the longest first. */
  #endings: Map<number, Ending[]> | undefined;

  constructor({ original, plain }: Texts, lexicon: Lexicon) {
    this.original = original;
    this.plain = plain;
    this.#lexicon = lexicon;
  }

  /** The same text, of which parts were understood. Nothing is looked up again. */
  mask(spans: readonly Span[], placeholder: string): TimeText {
    const plain = maskSpans(this.plain, spans, placeholder);
    const masked = new TimeText({ original: this.original, plain }, this.#lexicon);
    masked.#words = this.#words.slice();
    masked.#whole = this.#whole.slice();
    masked.#starts = this.#starts.slice();
    let known = 0;
    for (const span of spans) {
      masked.#forget(span, known);
      known = span.end;
    }
    return masked;
  }

  /** Words that reach into a span aren't there any more, and what is next to it may be whole now. */
  #forget({ start, end }: Span, known: number): void {
    const reach = this.#lexicon.longest;
    for (let at = Math.max(known, start - reach); at < start; at++) {
      const words = this.#words[at];
      if (words?.some(({ length }) => at + length > start))
        this.#words[at] = words.filter(({ length }) => at + length <= start);
    }
    for (let at = start; at < end; at++) this.#words[at] = NONE;
    this.#whole.fill(undefined, Math.max(known, start - 2 * reach), end + 2);
    this.#starts.fill(undefined, start, end + reach);
  }

  /** The longest word of a kind at a position. `canBeJoined`: to another one, as in `Mon-Fri` or `Tue/Thu`. */
  word<K extends Kind>(kind: K, at: number, canBeJoined = false): Read<MeaningOf<K>> | undefined {
    if (canBeJoined) return this.#joinedWord(kind, at);
    for (const word of this.wholeWords(at)) if (isOfKind(word, kind)) return word;
    return undefined;
  }

  /** All whole words at a position, the longest first. */
  wholeWords(at: number): readonly WholeWord[] {
    return (this.#whole[at] ??= this.#listWhole(at));
  }

  #joinedWord<K extends Kind>(kind: K, at: number): Read<MeaningOf<K>> | undefined {
    for (const word of this.#wordsAt(at)) {
      if (!isWordOf(word, kind)) continue;
      const end = at + word.length;
      if (/[-/]/.test(this.plain.charAt(end)) || this.#isWhole(at, end))
        return { value: word.meaning, end };
    }
    return undefined;
  }

  /** Whether any word is at a position. Most positions have none. */
  hasWords(at: number): boolean {
    return this.#wordsAt(at).length > 0;
  }

  /** Whether a word of one of these kinds is anywhere, whole or not. */
  includes(kinds: ReadonlySet<Kind>): boolean {
    for (let at = 0; at < this.plain.length; at++)
      if (this.#wordsAt(at).some(({ kind }) => kinds.has(kind))) return true;
    return false;
  }

  /** Whether a word or a number is at a position. */
  hasWordOrFigure(at: number): boolean {
    return this.hasWords(at) || IS_FIGURE.test(this.plain.charAt(at));
  }

  /** The same after at most one space or hyphen, or right after a figure: `3 pm`, `3pm`, `45-minute`. */
  next<K extends Kind>(kind: K, at: number): Read<MeaningOf<K>> | undefined {
    const word = this.word(kind, at);
    if (word) return word;
    const sign = this.plain.charAt(at);
    return sign === " " || sign === "-" ? this.word(kind, at + 1) : undefined;
  }

  /** The start of a word of this kind that ends at a position, or a space before it. */
  before(kind: Kind, at: number): number | undefined {
    const start = this.#startOf(kind, at);
    if (this.plain.charAt(at - 1) !== " ") return start;
    const beforeSpace = this.#startOf(kind, at - 1);
    return start === undefined || beforeSpace === undefined
      ? (start ?? beforeSpace)
      : Math.min(start, beforeSpace);
  }

  /** The start of the longest word of a kind that ends at a position. */
  #startOf(kind: Kind, end: number): number | undefined {
    this.#endings ??= this.#listEndings();
    const words = this.#endings.get(end);
    return words?.find((word) => word.kind === kind && this.isStart(word.start))?.start;
  }

  #listEndings(): Map<number, Ending[]> {
    const endings = new Map<number, Ending[]>();
    for (let start = 0; start < this.plain.length; start++) {
      for (const { kind, length } of this.#wordsAt(start)) {
        const words = endings.get(start + length);
        if (words) words.push({ kind, start });
        else endings.set(start + length, [{ kind, start }]);
      }
    }
    return endings;
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
    return (this.#starts[at] ??= this.#canStart(at));
  }

  #canStart(at: number): boolean {
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
    return (this.#words[at] ??= this.#lexicon.at(this.plain, at));
  }

  #listWhole(at: number): readonly WholeWord[] {
    const words = this.#wordsAt(at);
    if (words.length === 0) return NONE;
    return words
      .filter(({ length }) => this.#isWhole(at, at + length))
      .map(({ kind, meaning, length }) => ({ kind, value: meaning, end: at + length }));
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

function isOfKind<K extends Kind>(
  word: WholeWord,
  kind: K,
): word is WholeWord & Read<MeaningOf<K>> {
  return word.kind === kind;
}
