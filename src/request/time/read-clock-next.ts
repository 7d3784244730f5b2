import { readNumber } from "./read-number";
import type { TimeText } from "./time-text";

/** Whether a number that ends here is the start of a span: `8 to 9`, `12-4`. */
export function isClockNext(text: TimeText, end: number): boolean {
  const dash = text.matches(/ ?[-~] ?\d/y, end);
  const to = text.next("tightRangeTo", end);
  return (
    dash !== undefined ||
    (to !== undefined && readNumber(text, text.skipSpace(to.end)) !== undefined)
  );
}
