import type { Match } from "./match";
import { scan } from "./scan";
import type { TimeText } from "./time-text";

/** `now`, unless it's part of the subject (`Now What`). */
export function findNow(text: TimeText): Match[] {
  return scan(text, (at) => {
    const sure = text.word("nowBeforeName", at) ?? text.word("now", at);
    const word = sure ?? text.word("maybeNow", at);
    if (!word || !(isApart(text, at, word.end) || isAtEdge(text, at, word.end))) return undefined;
    // `10 from now`
    if (text.word("laterWords", at) && isAfterCount(text, at)) return { end: word.end };
    const particle = text.isLetter(at) ? undefined : text.word("afterClock", word.end);
    const end = particle?.end ?? word.end;
    return { start: at, end, certainty: sure ? "likely" : "doubtful", value: { kind: "now" } };
  });
}

function isAfterCount(text: TimeText, at: number): boolean {
  const isFigure = /\d ?/.test(text.plain.slice(Math.max(0, at - 2), at));
  return isFigure || text.before("lengthUnits", at) !== undefined;
}

/** Chinese and Japanese words for now begin many other words: `今月`. */
function isApart(text: TimeText, start: number, end: number): boolean {
  if (text.isLetter(start)) return true;
  const particle = text.word("afterClock", end);
  const [before, after] = [text.plain.charAt(start - 1), text.plain.charAt(particle?.end ?? end)];
  return !/[\p{L}\p{N}]/u.test(before) && !/[\p{L}\p{N}]/u.test(after);
}

/** `今から定例` at the start, `例会现在` at the end; not `昨今`. */
function isAtEdge(text: TimeText, start: number, end: number): boolean {
  if (text.plain.slice(0, start).trim() === "")
    return text.word("nowBeforeName", start)?.end === end;
  return end - start > 1 && text.plain.slice(end).trim() === "";
}
