import type { Kind } from "./lexicon";
import type { TimeText } from "./time-text";

/** Whether a whole word of a kind is anywhere in the text. */
export function hasWord(text: TimeText, kind: Kind): boolean {
  for (let at = 0; at < text.plain.length; at++)
    if (text.isStart(at) && text.word(kind, at)) return true;
  return false;
}
