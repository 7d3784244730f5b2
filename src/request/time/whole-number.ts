import { lexiconOfAll } from "./lexicon-for";
import { readNumber } from "./read-number";
import { TimeText } from "./time-text";

/** `2`, `two`, `deux`, `два`, `两`; `undefined` for any other text. */
export function readWholeNumber(typed: string): number | undefined {
  const plain = typed.toLowerCase();
  const number = readNumber(new TimeText({ plain, original: typed }, lexiconOfAll()), 0);
  return number?.end === plain.length ? number.value : undefined;
}
