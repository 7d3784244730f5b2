import type { Kind } from "./lexicon";
import { readNumber } from "./read-number";
import type { TimeText } from "./time-text";

/** The words before a time, and what they say about it. */
export interface LeadWords {
  start: number;
  end: number;
  /** Where the words start that only introduce the time: after `the` in `the 3pm club`. */
  atStart: number;
  /** A bare number after these is an hour: `at`. */
  isAt: boolean;
  /** It may be one: `à`, `around`. */
  isMaybeAt: boolean;
  isAround: boolean;
  isFrom: boolean;
  isBetween: boolean;
  isUntil: boolean;
  /** `to 16:00`: an end, if there's a start. */
  isTo: boolean;
  isDeadline: boolean;
  isArticle: boolean;
}

const INTRODUCING = new Set<Kind>(["at", "maybeAt", "around", "beforeClock"]);
const KINDS = new Set<Kind>([
  ...INTRODUCING,
  "from",
  "between",
  "until",
  "rangeTo",
  "deadline",
  "articles",
]);
const MAX_WORDS = 4;

/** `a quarter`, `ce midi`, `une heure`: more than a word before a time. */
function isTime(text: TimeText, at: number): boolean {
  const number = readNumber(text, at);
  const hour = number && text.next("hours", number.end);
  return (hour ?? text.word("fractions", at) ?? text.word("clockWords", at)) !== undefined;
}

/** `at around`, `from`, `until`: the words at a position that can come before a time. */
export function findLead(text: TimeText, at: number): LeadWords {
  const kinds: Kind[] = [];
  let end = at;
  let atStart = at;
  for (let count = 0; count < MAX_WORDS && text.hasWords(end); count++) {
    const words = text.wholeWords(end).filter(({ kind }) => KINDS.has(kind));
    const longest = words[0]?.end;
    if (longest === undefined || isTime(text, end)) break;
    const next = text.skipSpace(longest);
    // Words of an alphabet need a space after them.
    if (next === longest && text.isLetter(longest - 1)) break;
    const own = words.filter((word) => word.end === longest).map(({ kind }) => kind);
    kinds.push(...own);
    end = next;
    if (!own.some((kind) => INTRODUCING.has(kind))) atStart = end;
  }
  const has = (...wanted: Kind[]) => wanted.some((kind) => kinds.includes(kind));
  const isUntil = has("until");
  return {
    start: at,
    end,
    atStart,
    isAt: has("at"),
    isMaybeAt: has("maybeAt", "around"),
    isAround: has("around"),
    isFrom: has("from", "between"),
    isBetween: has("between"),
    isUntil,
    isTo: has("rangeTo") && !isUntil && !has(...INTRODUCING, "from"),
    isDeadline: has("deadline") && !isUntil,
    isArticle: has("articles"),
  };
}
