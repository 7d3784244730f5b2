import { readZoneAfter } from "./find-zones";
import { isCounted } from "./is-counted";
import { readNumber } from "./read-number";
import type { Read, TimeText } from "./time-text";

/** From this, `8時30分前` is before 8:30, and not half an hour before 8. */
const MAX_MINUTES_BEFORE = 20;
const MINUTES = /[0-5]\d|[0-9]/y;

/**
 * What follows an hour, in minutes to add: `30`, `et demie`, `moins le quart` (-15), `15分前` (-15), `半`.
 */
export function readMinutesAfterHour(
  text: TimeText,
  at: number,
  isAfterWord = false,
): Read<number> | undefined {
  return (
    readMinus(text, at) ??
    readPlus(text, at) ??
    readUnit(text, at) ??
    readPlain(text, at, isAfterWord)
  );
}

/** `moins le quart`, `差五分`. */
function readMinus(text: TimeText, at: number): Read<number> | undefined {
  const minus = text.next("minus", at);
  const minutes =
    minus && (text.next("fractions", minus.end) ?? readMinutes(text, text.skipSpace(minus.end)));
  return minutes && { ...minutes, value: -minutes.value };
}

/** `et quart`, `半`, `trois quarts`. A half or a quarter may also begin the name: `3 o'clock quarter review`. */
function readPlus(text: TimeText, at: number): Read<number> | undefined {
  const plus = text.next("plus", at);
  const added =
    plus && (text.next("fractions", plus.end) ?? readAdded(text, text.skipSpace(plus.end)));
  if (added) return added;
  const fraction = text.next("fractions", at);
  const isAttached = text.word("fractions", at) !== undefined;
  return fraction && (isAttached || fraction.value === 45) ? fraction : undefined;
}

/** `30 min`, `15分`, `15分前`. */
function readUnit(text: TimeText, at: number): Read<number> | undefined {
  const number = readNumber(text, text.skipSpace(at));
  const unit = number && text.next("minutes", number.end);
  if (!unit || number.value > 59) return undefined;
  const before = text.next("minutesBefore", unit.end);
  return before && number.value <= MAX_MINUTES_BEFORE
    ? { value: -number.value, end: before.end }
    : { value: number.value, end: unit.end };
}

/** `30` in `15h30`, `trente` in `quinze heures trente`. */
function readPlain(text: TimeText, at: number, isAfterWord: boolean): Read<number> | undefined {
  const start = text.skipSpace(at);
  const isAttached = start === at;
  const number = readNumber(text, start);
  if (!number || number.value > 59) return undefined;
  if (number.digits > 0) {
    const figures = text.matches(MINUTES, start)?.[0].length ?? 0;
    if (number.digits !== figures || (figures === 1 && !isAttached)) return undefined;
  } else if (number.value < 10 && !(isAfterWord && !number.isHan)) return undefined;
  const isOther = isCounted(text, number.end) || !isFree(text, number.end);
  // `heure de Paris` isn't the unit of the minutes.
  return isOther && !readZoneAfter(text, number.end) ? undefined : number;
}

/** The number must not belong to another time, length or day. */
function isFree(text: TimeText, end: number): boolean {
  return !(
    text.next("hours", end) ??
    text.next("meridiems", end) ??
    text.matches(/[:.,/]\d|\d/y, end)
  );
}

/** `三点零五`, `midi et cinq minutes`; not `entre midi et deux`. */
function readAdded(text: TimeText, at: number): Read<number> | undefined {
  const number = readNumber(text, at);
  const hasUnit = number !== undefined && text.next("minutes", number.end) !== undefined;
  return hasUnit || number?.isHan ? readMinutes(text, at) : undefined;
}

function readMinutes(text: TimeText, at: number): Read<number> | undefined {
  const number = readNumber(text, at);
  if (!number || number.value > 59 || !isFree(text, number.end)) return undefined;
  return { value: number.value, end: text.next("minutes", number.end)?.end ?? number.end };
}
