import { CONSUMED, type Span } from "../../masked-text";
import type { TimeText } from "../time-text";

const AT_END = /(?<![\s.!。！])[\s.!。！]*$/;
const BEFORE_PHRASE = new RegExp(`[\\s,、，(（${CONSUMED}]`, "u");

/** `until Christmas`, `except holidays` at the end: a limit of a series that the grammar doesn't know. */
export function findUnreadEnd(text: TimeText): Span | undefined {
  const end = text.plain.search(AT_END);
  let firstFrom = 0;
  while (firstFrom < end && !text.word("from", firstFrom)) firstFrom++;
  for (let at = 0; at < end; at++) {
    const word = text.word("until", at) ?? text.word("except", at) ?? readFromMonth(text, at);
    const rest = word && text.plain.slice(word.end, end);
    if (!rest || rest.trim() === "" || rest.includes(CONSUMED)) continue;
    // `例会到春节`; not `从零到一`.
    const isAttached = !text.isLetter(at) && firstFrom >= at;
    if (isAttached || BEFORE_PHRASE.test(text.plain.charAt(at - 1))) return { start: at, end };
  }
  return text.before("untilAfter", end) === undefined ? undefined : findLastWord(text, end);
}

/** `from December to February` */
function readFromMonth(text: TimeText, at: number) {
  const from = text.word("repeatFrom", at);
  const start = from && text.skipSpace(from.end);
  if (start === undefined) return undefined;
  return text.word("months", start) ?? text.word("shortMonths", start);
}

/** `クリスマスまで` */
function findLastWord({ plain }: TimeText, end: number): Span | undefined {
  let start = end;
  while (start > 0 && !BEFORE_PHRASE.test(plain.charAt(start - 1))) start--;
  return { start, end };
}
