import { CONSUMED, findInOrder, PERSON, spanOf, type Span } from "./masked-text";
import { CJK, LETTER } from "./word-edges";

const START = `(?<![${LETTER}0-9'-])`;
const END = `(?![${LETTER}0-9'-])`;

const PLEASE =
  `${START}(?:please|pls|plz|svp|stp|s'il (?:te|vous) pla[iî]t|пожалуйста)${END}` +
  `|(?:を|の)?(?:よろしく|宜しく)?お願い(?:いたします|致します|します)|(?<=を|[^${CJK}])(?:ください|下さい)` +
  `|(?<![${CJK}])(?:请|請|麻烦|麻煩)(?![${CJK}]*(?:教|假|客))`;
/** Only at the end and after a consumed part, because a subject can start with them. */
const THANKS = `${START}(?:thanks|thank you|thx|merci|спасибо)${END}|谢谢|謝謝|ありがとう(?:ございます)?`;
/** `3pm sharp`, `ровно в 15:00`: some words follow a time, others precede it. */
const EXACTLY_AFTER = `${START}(?:sharp|pile(?! (?:ou|de|et) )|précises?|tapantes?|ровно|exactly|точно)${END}|(?:ちょうど|きっかり)(?:に|で|から|の)?`;
const EXACTLY_BEFORE = `${START}(?:(?:at )?exactly|ровно|точно)${END}|ちょうど|きっかり`;

const GAP = "[ ,、，;:(（]{0,3}";
const AT_END = String.raw`(?=[\s.!。！,;)）]*$)`;

const PATTERNS = [
  `(?<=[${CONSUMED}${PERSON}]${GAP})(?:${PLEASE}|${EXACTLY_AFTER})`,
  `(?:${PLEASE}|${EXACTLY_BEFORE})(?=${GAP}[${CONSUMED}${PERSON}])`,
  `(?:${PLEASE})${AT_END}`,
  `(?<=[${CONSUMED}${PERSON}]${GAP})(?:${THANKS})${AT_END}`,
].map((source) => ({ pattern: new RegExp(source, "gu") }));

/**
 * Finds polite and emphatic words next to a consumed part, or at the end of the text. In `Say please to mum` they belong
 * to the subject.
 */
export function findFillers(masked: string): Span[] {
  // Twice, because one filler can follow another: `3pm sharp, please`.
  return findInOrder(masked, [...PATTERNS, ...PATTERNS], spanOf);
}
