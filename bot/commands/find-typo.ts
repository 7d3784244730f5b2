import { foldText } from "../../src/request/fold-text";
import type { RequestText } from "../../src/request/meeting-request";
import { findNearest } from "../requests/find-nearest";
import { listCommandWords, TAKES_WORDS } from "./registry";

/** Nouns that start a request. */
const NOUNS = ["meeting", "réunion", "встреча", "собрание"];

/** Shorter words resemble too many others. */
const MIN_LETTERS = 4;

/**
 * The text with its first word corrected, if that word resembles a command. With more words, only a command that shows
 * or creates a meeting, or a slip of the finger: "renmae Retro" means "rename", but "movie night" isn't "move night" and
 * "remote work" isn't "remove work". Returns `undefined` for other texts.
 */
export function correctTypo(words: RequestText): RequestText | undefined {
  const [first, ...rest] = words;
  if (typeof first !== "string") return undefined;
  const [typed = ""] = /^[\p{L}\p{M}]+/u.exec(first) ?? [];
  const remainder = first.slice(typed.length);
  const isAlone = rest.length === 0 && !/[\p{L}\p{N}]/u.test(remainder);
  const commands = listCommandWords();
  const resembling = commands.flatMap(({ word, name }) => (isAlone || name === "meet" ? word : []));
  const slip = commands.find(({ word, name }) => TAKES_WORDS.has(name) && isSlip(typed, word));
  const correct = findNearest(typed, [...resembling, ...NOUNS]) ?? slip?.word;
  return correct === undefined ? undefined : [`${correct}${remainder}`, ...rest];
}

/** Two letters exchanged, one typed twice, or one left out, but not the last: "report" isn't French "reporte". */
function isSlip(typed: string, word: string): boolean {
  const [slip, meant] = [Array.from(foldText(typed)), Array.from(foldText(word))];
  if (slip.length < MIN_LETTERS || meant.length < MIN_LETTERS) return false;
  const at = slip.findIndex((letter, index) => letter !== meant[index]);
  const rest = (letters: readonly string[], skipped: number) =>
    letters.slice(at + skipped).join("");
  if (at < 0) return false;
  const isExchanged = slip[at] === meant[at + 1] && slip[at + 1] === meant[at];
  const isDoubled = slip[at] === slip[at - 1];
  return (
    (isExchanged && rest(slip, 2) === rest(meant, 2)) ||
    (isDoubled && rest(slip, 1) === rest(meant, 0)) ||
    rest(slip, 0) === rest(meant, 1)
  );
}
