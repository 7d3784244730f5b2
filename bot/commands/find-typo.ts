import { distance } from "fastest-levenshtein";
import type { RequestText } from "../../src/request/meeting-request";
import { listCommandWords } from "./registry";

/** Shorter words resemble too many others. */
const MIN_LETTERS = 4;
const LONG_LETTERS = 6;

/** Nouns that start a request. */
const NOUNS = ["meeting", "réunion", "встреча", "собрание"];

/**
 * The text with its first word corrected, if that word resembles a command. With more words, only a command that shows
 * or creates a meeting: "movie night" isn't "move night". Returns `undefined` for other texts.
 */
export function correctTypo(words: RequestText): RequestText | undefined {
  const [first, ...rest] = words;
  if (typeof first !== "string") return undefined;
  const [typed = ""] = /^\p{L}+/u.exec(first) ?? [];
  if (typed.length < MIN_LETTERS) return undefined;
  const remainder = first.slice(typed.length);
  const isAlone = rest.length === 0 && !/[\p{L}\p{N}]/u.test(remainder);
  const known = listCommandWords().flatMap(({ word, name }) =>
    isAlone || name === "meet" ? word : [],
  );
  const correct = findNearest(typed.toLowerCase(), [...known, ...NOUNS]);
  return correct === undefined ? undefined : [`${correct}${remainder}`, ...rest];
}

/** With one letter too many, missing or wrong. Longer words can have two, such as exchanged letters: "cancle". */
function findNearest(typed: string, known: readonly string[]): string | undefined {
  const most = typed.length < LONG_LETTERS ? 1 : 2;
  return known
    .filter((word) => word.length >= MIN_LETTERS && word.charAt(0) === typed.charAt(0))
    .map((word) => ({ word, edits: distance(word, typed) }))
    .filter(({ edits }) => edits > 0 && edits <= most)
    .toSorted((a, b) => a.edits - b.edits)[0]?.word;
}
