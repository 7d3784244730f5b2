import { toMaskedText } from "./masked-text";
import type { RequestText } from "./meeting-request";
import { hasWord } from "./time/has-word";
import { lexiconOfAll } from "./time/lexicon-for";
import { readLength } from "./time/read-length";
import { readNumber } from "./time/read-number";
import { TimeText } from "./time/time-text";

/** When to remind people, as typed after `remind`. */
export type Lead =
  | { kind: "minutes"; minutes: number }
  /** Never. */
  | { kind: "off" }
  /** At the usual time. */
  | { kind: "on" }
  /** Nothing was typed. */
  | { kind: "none" }
  | { kind: "unclear" };

/** Longer texts are about something else: "remind me not to forget the slides". */
const MAX_CHARACTERS = 80;
const MAX_SWITCH_CHARACTERS = 40;

/** Reads how long before the start people want a reminder, in any of the bot's languages. */
export function parseLead(words: RequestText): Lead {
  const plain = toMaskedText(words)
    .plain.replaceAll(/#[^\s#]*/gu, " ")
    .replaceAll(/[\s\uFDD0]+/gu, " ")
    .replaceAll(/^[ .,:;!?。、！？]+|(?<![ .,:;!?。、！？])[ .,:;!?。、！？]+$/gu, "");
  if (plain === "") return { kind: "none" };
  if (plain.length > MAX_CHARACTERS) return { kind: "unclear" };
  const text = new TimeText({ original: plain, plain }, lexiconOfAll());
  if (plain.length <= MAX_SWITCH_CHARACTERS && hasWord(text, "switchOff")) return { kind: "off" };
  const minutes = readMinutes(text);
  if (minutes !== undefined) return minutes === 0 ? { kind: "off" } : { kind: "minutes", minutes };
  return hasWord(text, "switchOn") ? { kind: "on" } : { kind: "unclear" };
}

function readMinutes(text: TimeText): number | undefined {
  const lengths: number[] = [];
  const numbers: number[] = [];
  for (let at = 0; at < text.plain.length;) {
    const isStart = text.isStart(at);
    const length = isStart ? readLength(text, at, { isAfterPreposition: true }) : undefined;
    const number = isStart ? readNumber(text, at) : undefined;
    if (length && length.months === 0) lengths.push(length.value);
    else if (number) numbers.push(number.value);
    at = Math.max(at + 1, length?.end ?? number?.end ?? 0);
  }
  if (lengths.length > 0) return lengths.reduce((sum, minutes) => sum + minutes, 0);
  // A number alone is in minutes.
  return numbers.length === 1 && !/\d[:.,/]\d/u.test(text.plain) ? numbers[0] : undefined;
}
