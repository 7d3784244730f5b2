import { distance } from "fastest-levenshtein";
import { foldText } from "../../src/request/fold-text";

/** Shorter words resemble too many others. */
const MIN_LETTERS = 4;
const LONG_LETTERS = 6;

/**
 * The known word that the typed one is probably meant to be: with one letter too many, missing or wrong. Longer words
 * can have two, such as exchanged letters: "cancle". Compares as `foldText` does, and returns the word as it's known.
 */
export function findNearest(typed: string, known: readonly string[]): string | undefined {
  const folded = foldText(typed);
  if (folded.length < MIN_LETTERS) return undefined;
  const most = folded.length < LONG_LETTERS ? 1 : 2;
  return known
    .map((word) => ({ word, letters: foldText(word) }))
    .filter(({ letters }) => letters.length >= MIN_LETTERS && letters[0] === folded[0])
    .map(({ word, letters }) => ({ word, edits: distance(letters, folded) }))
    .filter(({ edits }) => edits > 0 && edits <= most)
    .toSorted((a, b) => a.edits - b.edits)[0]?.word;
}
