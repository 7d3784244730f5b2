import { maskSpans, PERSON, CONSUMED, type Span } from "./masked-text";
import { CJK, LETTER } from "./word-edges";

const START = `(?<![${LETTER}0-9'-])`;
const END = `(?![${LETTER}0-9'-])`;

/** Words of good manners. */
const PLEASE =
  `${START}(?:please|pls|plz|svp|stp|s'il (?:te|vous) pla[iî]t|пожалуйста)${END}` +
  `|(?:を|の)?(?:よろしく|宜しく)?お願い(?:いたします|致します|します)|(?<=を|[^${CJK}])(?:ください|下さい)` +
  `|(?<![${CJK}])(?:请|請|麻烦|麻煩)(?![${CJK}]*(?:教|假|客))`;
/** Only behind what was taken, where no topic begins with them. */
const THANKS = `${START}(?:thanks|thank you|thx|merci|спасибо)${END}|谢谢|謝謝|ありがとう(?:ございます)?`;
/** `3pm sharp`, `ровно в 15:00`: on which side of a time each stands. */
const EXACTLY_BEHIND = `${START}(?:sharp|pile(?! (?:ou|de|et) )|précises?|ровно|exactly|точно)${END}|(?:ちょうど|きっかり)(?:に|で|から|の)?`;
const EXACTLY_BEFORE = `${START}(?:(?:at )?exactly|ровно|точно)${END}|ちょうど|きっかり`;

const GAP = "[ ,、，;:(（]{0,3}";
const AT_END = String.raw`(?=[\s.!。！,;)）]*$)`;

const PATTERNS = [
  `(?<=[${CONSUMED}${PERSON}]${GAP})(?:${PLEASE}|${EXACTLY_BEHIND})`,
  `(?:${PLEASE}|${EXACTLY_BEFORE})(?=${GAP}[${CONSUMED}${PERSON}])`,
  `(?:${PLEASE})${AT_END}`,
  `(?<=[${CONSUMED}${PERSON}]${GAP})(?:${THANKS})${AT_END}`,
].map((source) => new RegExp(source, "gu"));

/**
 * Words that name nothing, beside what was taken out of a text in which that is masked, or at its very end: in
 * `Say please to mum` they stay.
 */
export function findFillers(masked: string): Span[] {
  const all: Span[] = [];
  let rest = masked;
  // Behind one filler may stand another: `3pm sharp, please`.
  for (const pattern of [...PATTERNS, ...PATTERNS]) {
    const found = Array.from(rest.matchAll(pattern), ({ 0: word, index }) => ({
      start: index,
      end: index + word.length,
    }));
    rest = maskSpans(rest, found, CONSUMED);
    all.push(...found);
  }
  return all;
}
