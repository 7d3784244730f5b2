import { readNumber } from "./read-number";
import type { Read, TimeText } from "./time-text";

export interface DayRead extends Read<number> {
  hasEnding: boolean;
}

/** `20`, `20th`, `third`; `trois` only after `le`. */
export function readDay(text: TimeText, at: number, isAfterArticle: boolean): DayRead | undefined {
  const ordinal = text.word("ordinals", at);
  if (ordinal) return { ...ordinal, hasEnding: true };
  const number = readNumber(text, at);
  if (!number || number.digits > 2 || (number.digits === 0 && !isAfterArticle && !number.isHan))
    return undefined;
  const ending = text.word("ordinalEndings", number.end);
  return { value: number.value, end: ending?.end ?? number.end, hasEnding: ending !== undefined };
}

/** After a marked day: `20日の`. In `20日昼の`, it belongs to the part of the day. */
export function afterDay(text: TimeText, end: number): number {
  const part = text.word("partsBeforeHour", end);
  return part ? end : (text.word("afterDay", end)?.end ?? end);
}
