import type { RequestText } from "../../src/request/meeting-request";
import { findNearest } from "../requests/find-nearest";
import { listCommandWords } from "./registry";

/** Nouns that start a request. */
const NOUNS = ["meeting", "réunion", "встреча", "собрание"];

/**
 * The text with its first word corrected, if that word resembles a command. With more words, only a command that shows
 * or creates a meeting: "movie night" isn't "move night". Returns `undefined` for other texts.
 */
export function correctTypo(words: RequestText): RequestText | undefined {
  const [first, ...rest] = words;
  if (typeof first !== "string") return undefined;
  const [typed = ""] = /^[\p{L}\p{M}]+/u.exec(first) ?? [];
  const remainder = first.slice(typed.length);
  const isAlone = rest.length === 0 && !/[\p{L}\p{N}]/u.test(remainder);
  const known = listCommandWords().flatMap(({ word, name }) =>
    isAlone || name === "meet" ? word : [],
  );
  const correct = findNearest(typed, [...known, ...NOUNS]);
  return correct === undefined ? undefined : [`${correct}${remainder}`, ...rest];
}
