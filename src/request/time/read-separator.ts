import type { TimeText } from "./time-text";

/** The end of a dash between two ends of a span, and of the words before the second day. */
export function endOfDash(text: TimeText, at: number): number | undefined {
  const dash = text.matches(/ ?[-~] ?/y, at);
  return dash && skipDayWords(text, at + dash[0].length);
}

/** The same for `to`, and for `and` after `between`. */
export function endOfTo(text: TimeText, at: number, isBetween = false): number | undefined {
  const start = text.skipSpace(at);
  const word = text.word("rangeTo", start) ?? (isBetween ? text.word("and", start) : undefined);
  return word && skipDayWords(text, text.skipSpace(word.end));
}

/** `to the 25th` */
function skipDayWords(text: TimeText, at: number): number {
  const word = text.word("dayArticles", at);
  return word ? text.skipSpace(word.end) : at;
}
