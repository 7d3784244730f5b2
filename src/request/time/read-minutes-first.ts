import { isDayBefore, isDayNext } from "./read-day-next";
import type { Lead } from "./read-written-hour";
import { readNumber } from "./read-number";
import type { Read, TimeText } from "./time-text";

interface Time {
  hour: number;
  minute: number;
  named: number;
  end: number;
}

interface Minutes extends Read<number> {
  isFraction: boolean;
  /** `10 minutes`. */
  hasUnit: boolean;
  isFigures: boolean;
}

/** `half past 3`, `quarter to four`, `halb vier`, `без четверти пять`, `десять минут пятого`, `差一刻四点`. */
export function readMinutesFirst(text: TimeText, at: number, lead: Lead): Time | undefined {
  const lacking = text.word("lacking", at);
  if (lacking) return readTo(text, readMinutes(text, text.skipSpace(lacking.end)));
  const half = text.word("halfOf", at);
  if (half) {
    const hour = readNextHour(text, half.end) ?? readHour(text, text.skipSpace(half.end));
    return hour && toTime(hour, -30);
  }
  const halfPast = text.word("halfPast", at);
  const minutes = readMinutes(text, at);
  if (!minutes) return undefined;
  const hour = halfPast && readHour(text, text.skipSpace(halfPast.end));
  const isNextToDay = hour && (isDayNext(text, hour.end) || isDayBefore(text, at));
  if (hour && (lead.isAt || isNextToDay)) return toTime(hour, 30);
  return readPastOrTo(text, minutes, lead) ?? readLeading(text, minutes);
}

function readPastOrTo(text: TimeText, minutes: Minutes, lead: Lead): Time | undefined {
  const past = text.next("past", minutes.end);
  if (past && minutes.value >= 5) {
    const hour = readHour(text, text.skipSpace(past.end));
    return hour && toTime(hour, minutes.value);
  }
  const to =
    text.next("to", minutes.end) ??
    (minutes.isFraction ? text.next("toAfterFraction", minutes.end) : undefined);
  if (!to || minutes.value === 30 || !isBefore(minutes, lead)) return undefined;
  return readTo(text, { ...minutes, end: to.end });
}

/** `from ten to four` and `10 to 4` are two times. */
function isBefore(
  { value, isFraction, hasUnit, isFigures }: Minutes,
  { isAt, isFrom }: Lead,
): boolean {
  if (isFraction || hasUnit) return true;
  return !isFrom && value % 5 === 0 && value < 30 && (!isFigures || isAt === true);
}

/** Minutes on the way to the next hour: `четверть пятого`. `двадцать пятого` is a day of the month. */
function readLeading(text: TimeText, minutes: Minutes): Time | undefined {
  if (!minutes.isFraction && !minutes.hasUnit) return undefined;
  const hour = readNextHour(text, minutes.end);
  return hour && toTime(hour, minutes.value - 60);
}

function readTo(text: TimeText, minutes: Read<number> | undefined): Time | undefined {
  const hour = minutes && readHour(text, text.skipSpace(minutes.end));
  return hour && toTime(hour, -minutes.value);
}

function readMinutes(text: TimeText, at: number): Minutes | undefined {
  const fraction = text.word("fractions", at);
  if (fraction) {
    const { value, end } = fraction;
    return { value, end, isFraction: true, hasUnit: false, isFigures: false };
  }
  const number = readNumber(text, at);
  if (!number || number.value < 1 || number.value > 59) return undefined;
  const unit = text.next("minutes", number.end);
  return {
    value: number.value,
    end: unit?.end ?? number.end,
    isFraction: false,
    hasUnit: unit !== undefined,
    isFigures: number.digits > 0,
  };
}

function readNextHour(text: TimeText, at: number): Read<number> | undefined {
  return text.next("nextHours", at);
}

/** The hour that minutes belong to, with its unit. */
function readHour(text: TimeText, at: number): Read<number> | undefined {
  const word = text.word("clockWords", at);
  if (word) return { value: Number.parseInt(word.value, 10), end: word.end };
  const number = readNumber(text, at);
  if (!number) {
    const one = text.word("oneOClock", at);
    return one && { value: 1, end: one.end };
  }
  if (number.value > 24 || number.digits > 2 || text.matches(/[:.]\d/y, number.end))
    return undefined;
  return { value: number.value, end: text.next("hours", number.end)?.end ?? number.end };
}

/** `quarter to one` is 12:45. */
function toTime({ value, end }: Read<number>, minutes: number): Time | undefined {
  const hour = minutes < 0 && value === 1 ? 13 : value;
  const sum = hour * 60 + minutes;
  return sum < 0 ? undefined : { hour: Math.floor(sum / 60), minute: sum % 60, named: value, end };
}
