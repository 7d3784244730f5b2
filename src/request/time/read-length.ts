import { isCounted } from "./is-counted";
import { readCount, readNumber } from "./read-number";
import type { Read, TimeText } from "./time-text";

const HOUR = 60;
export const DAY = 24 * HOUR;
/** Few people meet before: up to this, `2 h` is a length and not a time. */
export const LAST_NIGHT_HOUR = 6;

/** A length in minutes. */
export interface LengthRead extends Read<number> {
  /** Calendar months, which have no fixed length. */
  months: number;
  /** `2 h` and `15 часов` may also be a time of day. */
  hours?: { value: number; minutes: number; isPadded: boolean };
  /** Needs a day or week: a length only after `for`. */
  hasDays: boolean;
}

interface Options {
  /** After `for` or `in`, more is a length. */
  isAfterPreposition: boolean;
}

/** `45 min`, `1h30`, `an hour and a half`, `1時間半`, `1 day 2 hours`. */
export function readLength(
  text: TimeText,
  at: number,
  { isAfterPreposition }: Options,
): LengthRead | undefined {
  const whole =
    text.word("lengths", at) ??
    (isAfterPreposition ? text.word("lengthsAfterPreposition", at) : undefined);
  const month = isAfterPreposition ? text.word("oneMonth", at) : undefined;
  if (month) return { value: 0, end: month.end, months: 1, hasDays: true };
  const counted = readCounted(text, at, isAfterPreposition);
  if (whole && whole.end >= (counted?.end ?? 0)) {
    return { value: whole.value, end: whole.end, months: 0, hasDays: whole.value >= DAY };
  }
  return counted;
}

function readCounted(
  text: TimeText,
  at: number,
  isAfterPreposition: boolean,
): LengthRead | undefined {
  const count = readLengthNumber(text, at);
  if (!count) return undefined;
  const half = text.next("andHalf", count.end);
  const end = half?.end ?? count.end;
  const months = text.next("monthUnits", end);
  // 1.5 months aren't a number of days.
  if (months && !Number.isInteger(count.value)) return undefined;
  if (months) return { value: 0, end: months.end, months: count.value, hasDays: true };
  const unit =
    text.next("lengthUnits", end) ??
    (isAfterPreposition ? text.next("lengthUnitsAfterPreposition", end) : undefined);
  if (!unit) return undefined;
  const length: LengthRead = {
    value: Math.round((count.value + (half ? 0.5 : 0)) * unit.value),
    end: unit.end,
    months: 0,
    hasDays: unit.value >= DAY,
  };
  if (unit.value === 1) return length;
  const rest = readRest(text, length, unit.value);
  return {
    ...length,
    ...rest,
    value: Math.round(rest.value),
    ...toHours(text, at, count, unit),
  };
}

function readLengthNumber(text: TimeText, at: number): Read<number> | undefined {
  return text.word("counts", at) ?? readCount(text, at);
}

/** What follows hours or days: `and a half`, `30 minutes`, `30`. */
function readRest(
  text: TimeText,
  { value, end }: LengthRead,
  unit: number,
): { value: number; end: number } {
  const half = text.next("andHalf", end);
  if (half && unit === HOUR) return { value: value + HOUR / 2, end: half.end };
  const joined = readJoint(text, end);
  const fraction = unit === HOUR && joined > end + 1 ? text.word("fractions", joined) : undefined;
  if (fraction) return { value: value + fraction.value, end: fraction.end };
  const more = readSmaller(text, joined, unit);
  if (more && !(unit >= DAY && isTimeOfDay(text, end, more)))
    return { value: value + more.value, end: more.end };
  const minutes = unit === HOUR ? readPlainMinutes(text, end) : undefined;
  return minutes ? { value: value + minutes.value, end: minutes.end } : { value, end };
}

function readJoint(text: TimeText, end: number): number {
  const comma = text.plain.charAt(end) === "," ? end + 1 : end;
  const start = text.skipSpace(comma);
  const and = text.word("and", start);
  return and ? text.skipSpace(and.end) : start;
}

/** `10h` in `dans 15 jours 10h` is the time of that day. */
function isTimeOfDay(text: TimeText, at: number, { value, end }: Read<number>): boolean {
  const clock = readNumber(text, text.skipSpace(at));
  const unit = clock && text.next("hours", clock.end);
  return unit !== undefined && unit.end <= end && value > LAST_NIGHT_HOUR * HOUR;
}

/** `2 hours` after `1 day`, `30 minutes` after `1 hour`. */
function readSmaller(text: TimeText, at: number, above: number): Read<number> | undefined {
  const count = readLengthNumber(text, at);
  const unit =
    count &&
    (text.next("lengthUnits", count.end) ?? text.next("lengthUnitsAfterPreposition", count.end));
  if (!count || !unit || unit.value >= above) return undefined;
  const value = count.value * unit.value;
  return unit.value === 1
    ? { value, end: unit.end }
    : readRest(text, { value, end: unit.end, months: 0, hasDays: false }, unit.value);
}

/** `30` in `1h30` and `1 hour 30`, unless it belongs to something else. */
function readPlainMinutes(text: TimeText, end: number): Read<number> | undefined {
  const number = readNumber(text, text.skipSpace(end));
  if (number?.digits !== 2 || number.value > 59 || isCounted(text, number.end)) return undefined;
  const isTime =
    text.next("hours", number.end) ??
    text.next("meridiems", number.end) ??
    text.matches(/\s?[:/.,%-]?\d|[:/%-]/y, number.end);
  return isTime || !text.isEnd(number.end) ? undefined : number;
}

/** `h` and `часов` follow an hour, too. */
function toHours(
  text: TimeText,
  at: number,
  count: Read<number>,
  unit: Read<number>,
): Pick<LengthRead, "hours"> {
  if (unit.value !== HOUR || !text.next("hours", count.end) || !Number.isInteger(count.value))
    return {};
  const minutes = readPlainMinutes(text, unit.end)?.value ?? 0;
  return { hours: { value: count.value, minutes, isPadded: text.plain.charAt(at) === "0" } };
}
