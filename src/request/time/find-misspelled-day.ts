import { distance } from "fastest-levenshtein";
import { LANGUAGES } from "./languages/languages";
import type { TimeText } from "./time-text";

/** In a shorter word, one other letter makes another word: `mardi`, `Marci`. */
const MIN_LETTERS = 6;
const WORD = /\p{L}{5,13}(?![\p{L}\p{N}'’-])/uy;

const DAYS = LANGUAGES.flatMap(({ weekdays }) => weekdays)
  .flatMap(([, words]) => words.split("|"))
  .filter((word) => word.length >= MIN_LETTERS && /^\p{L}+$/u.test(word));
const LETTERS = new Set(DAYS.map(toLetters));
const KNOWN = ["weekdays", "doubtfulWeekdays", "weekdayPlurals"] as const;

/** `wendseday`: one letter away from a weekday, or with its letters in another order. */
export function endOfMisspelledDay(text: TimeText, at: number): number | undefined {
  const word = text.matches(WORD, at)?.[0];
  if (word === undefined || KNOWN.some((kind) => text.word(kind, at))) return undefined;
  const isMisspelled =
    LETTERS.has(toLetters(word)) || DAYS.some((day) => isOneLetterOff(word, day));
  return isMisspelled ? at + word.length : undefined;
}

function isOneLetterOff(word: string, day: string): boolean {
  // The plural is a form of the word, not a mistake.
  const isClose = Math.abs(word.length - day.length) <= 1 && word !== `${day}s`;
  return isClose && distance(word, day) === 1;
}

function toLetters(word: string): string {
  return Array.from(word).toSorted().join("");
}
