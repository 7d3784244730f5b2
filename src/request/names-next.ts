import { toMaskedText } from "./masked-text";
import { hasWord } from "./time/has-word";
import { lexiconOfAll } from "./time/lexicon-for";
import { TimeText } from "./time/time-text";

/** Whether the text names the next meeting of a series: "cancel the next one". */
export function namesNext(typed: string): boolean {
  return hasWord(new TimeText(toMaskedText([typed]), lexiconOfAll()), "nextOne");
}
