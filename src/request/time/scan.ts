import type { Match } from "./match";
import type { TimeText } from "./time-text";

/** Text that a rule knows not to be a match. */
export interface Skip {
  end: number;
}

/** Calls a rule at each position where something can start, and continues after what it read. */
export function scan(text: TimeText, rule: (at: number) => Match | Skip | undefined): Match[] {
  const all: Match[] = [];
  let at = 0;
  while (at < text.plain.length) {
    // `(火)` has a sign before the word.
    const canStart = text.hasWordOrFigure(at) || text.plain.charAt(at) === "(";
    const found = canStart
      ? (text.word("names", at) ?? (text.isStart(at) ? rule(at) : undefined))
      : undefined;
    if (found && isMatch(found)) all.push(found);
    at = found ? Math.max(found.end, at + 1) : at + 1;
  }
  return all;
}

/** A match, not text to skip. */
export function isMatch(found: Match | Skip): found is Match {
  return "certainty" in found;
}
