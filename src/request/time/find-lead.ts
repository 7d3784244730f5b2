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

const INTRODUCING = ["at", "maybeAt", "around", "beforeClock"] as const;
const KINDS = [
  ...INTRODUCING,
  "from",
  "between",
  "until",
  "rangeTo",
  "deadline",
  "articles",
] as const;
const MAX_WORDS = 4;

/** `a quarter`, `ce midi`, `une heure`: more than a word before a time. */
function isTime(text: TimeText, at: number): boolean {
  const number = readNumber(text, at);
  const hour = number && text.next("hours", number.end);
  return (hour ?? text.word("fractions", at) ?? text.word("clockWords", at)) !== undefined;
}

/** `at around`, `from`, `until`: the words at a position that can come before a time. */
export function findLead(text: TimeText, at: number): LeadWords {
  const kinds = new Set<Kind>();
  let end = at;
  let atStart = at;
  for (let count = 0; count < MAX_WORDS && text.hasWords(end) && !isTime(text, end); count++) {
    const found = KINDS.map((kind) => ({ kind, end: text.word(kind, end)?.end ?? -1 }));
    const longest = Math.max(...found.map((word) => word.end));
    const next = longest < 0 ? -1 : text.skipSpace(longest);
    // Words of an alphabet need a space after them.
    if (longest < 0 || (next === longest && text.isLetter(longest - 1))) break;
    const own = found.filter((word) => word.end === longest).map(({ kind }) => kind);
    own.forEach((kind) => kinds.add(kind));
    const isIntroducing = INTRODUCING.some((kind) => own.includes(kind));
    end = next;
    if (!isIntroducing) atStart = end;
  }
  const has = (...wanted: Kind[]) => wanted.some((kind) => kinds.has(kind));
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
