import type { Language } from "./languages/language";
import type { Meanings } from "./languages/words";

type Lists = Omit<Language, "code" | "zones">;
export type Kind = keyof Lists;

/** What a word of a kind means; `true` if the kind says it all. */
export type MeaningOf<K extends Kind> = Lists[K] extends Meanings<infer Value> ? Value : true;

export interface AnyWord {
  kind: Kind;
  meaning: unknown;
  length: number;
}

export interface Word<K extends Kind> extends AnyWord {
  kind: K;
  meaning: MeaningOf<K>;
}

export function isWordOf<K extends Kind>(word: AnyWord, kind: K): word is Word<K> {
  return word.kind === kind;
}

interface Node {
  next: Map<string, Node>;
  words: AnyWord[];
}

const NOTHING: readonly AnyWord[] = [];

function createNode(): Node {
  return { next: new Map(), words: [] };
}

/** The words of several languages in one trie. */
export class Lexicon {
  readonly #root = createNode();
  /** The length of the longest word. */
  longest = 0;
  readonly #longestOf = new Map<Kind, number>();

  constructor(languages: readonly Language[]) {
    for (const { code: _code, zones: _zones, ...lists } of languages) {
      for (const kind of Object.keys(lists).filter((key) => isKind(key, lists))) {
        const list = lists[kind];
        const meanings: Meanings<unknown> = typeof list === "string" ? [[true, list]] : list;
        for (const [meaning, words] of meanings) this.#add(kind, meaning, words);
      }
    }
  }

  #add(kind: Kind, meaning: unknown, words: string): void {
    for (const spelling of words.split("|").flatMap(toSpellings)) {
      if (spelling === "") continue;
      let node = this.#root;
      for (const letter of spelling) {
        const next = node.next.get(letter) ?? createNode();
        node.next.set(letter, next);
        node = next;
      }
      // Two languages can share a word. The first meaning of a kind wins.
      if (node.words.some((word) => word.kind === kind)) continue;
      this.longest = Math.max(this.longest, spelling.length);
      this.#longestOf.set(kind, Math.max(this.longestOf(kind), spelling.length));
      node.words.push({ kind, meaning, length: spelling.length });
    }
  }

  /** The length of the longest word of a kind. */
  longestOf(kind: Kind): number {
    return this.#longestOf.get(kind) ?? 0;
  }

  /** All words at a position, the longest first. */
  at(plain: string, position: number): readonly AnyWord[] {
    const found: (readonly AnyWord[])[] = [];
    let node: Node | undefined = this.#root;
    for (let index = position; index < plain.length; index++) {
      const letter = plain.charAt(index);
      node = node.next.get(letter === "-" ? " " : letter);
      if (!node) break;
      if (node.words.length > 0) found.push(node.words);
    }
    return found.length > 0 ? found.toReversed().flat() : NOTHING;
  }
}

function isKind(key: string, lists: Lists): key is Kind {
  return key in lists;
}

/** With and without accents, `ё` and hyphens. */
function toSpellings(word: string): string[] {
  const spaced = word.replaceAll("-", " ");
  const bare =
    spaced.length > 2
      ? spaced
          .replaceAll("ё", "е")
          .replace(/[ß]/g, "ss")
          .replace(/[À-ɏ]/gu, (letter) => letter.normalize("NFD").charAt(0))
      : spaced;
  return bare === spaced ? [spaced] : [spaced, bare];
}
