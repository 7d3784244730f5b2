import type { Temporal } from "@js-temporal/polyfill";
import { addDays } from "./calendar-date";
import type { Kind } from "./lexicon";
import type { Certainty, Match } from "./match";
import { readClock } from "./read-clock";
import { DAY, LAST_NIGHT_HOUR, readLength, type LengthRead } from "./read-length";
import { readNumber } from "./read-number";
import { scan } from "./scan";
import type { TimeText } from "./time-text";

/** `1h30` is a length, `3h18` a time. */
const USUAL_MINUTES = 15;
/** From this, the figures have hours and minutes. */
const COMPACT_HOURS = 100;

/** Lengths (`for 45 min`), waits (`in 20 minutes`), and days that are counted from today (`in 3 days`). */
export function findLengths(text: TimeText, today: Temporal.PlainDate): Match[] {
  return scan(text, (at) => {
    const found =
      readWait(text, at, today) ??
      readUnitFirst(text, at, today) ??
      readFor(text, at) ??
      readPlainLength(text, at) ??
      readShortMinutes(text, at);
    return found ?? skipNumber(text, at);
  });
}

/** So that no length starts inside a longer number. */
function skipNumber(text: TimeText, at: number): { end: number } | undefined {
  const number = readNumber(text, at);
  return number?.isHan ? { end: number.end } : undefined;
}

function readWait(text: TimeText, at: number, today: Temporal.PlainDate): Match | undefined {
  const preposition = skipWords(text, at, "now", "inWords", "around");
  const isIn = text.word("inWords", at) !== undefined;
  const isFromNow = text.word("now", at) !== undefined;
  const length = readLength(text, isIn || isFromNow ? preposition : at, {
    isAfterPreposition: isIn,
  });
  if (!length) return undefined;
  const later = text.next("laterWords", length.end);
  // `过30分钟` needs no word after it, and `约30分钟` is a length.
  if (!later && (!isIn || text.word("around", at))) return undefined;
  // `三点过五分`
  if (text.before("hours", at) !== undefined) return undefined;
  const end = later?.end ?? text.next("lengthEndings", length.end)?.end ?? length.end;
  if (!text.isEnd(end) || isOfName(text, end)) return undefined;
  return {
    start: at,
    end: afterWait(text, end, length),
    certainty: "likely",
    value: toWait(length, today),
  };
}

/** `минут через десять`, `через часа два`, `минут на 30`: about so much. */
function readUnitFirst(text: TimeText, at: number, today: Temporal.PlainDate): Match | undefined {
  const before = text.word("inWords", at);
  const unit = text.word("unitsBeforeIn", before ? text.skipSpace(before.end) : at);
  const after = unit && (text.next("inWords", unit.end) ?? text.next("forWords", unit.end));
  const end = before ? unit?.end : after?.end;
  const count = end === undefined ? undefined : readNumber(text, text.skipSpace(end));
  if (!unit || !count || !text.isEnd(count.end) || text.next("lengthUnits", count.end))
    return undefined;
  const minutes = count.value * unit.value;
  const isWait = before !== undefined || text.next("inWords", unit.end) !== undefined;
  const wait = { value: minutes, end: count.end, months: 0, hasDays: unit.value >= DAY };
  const value = isWait ? toWait(wait, today) : ({ kind: "length", minutes } as const);
  return { start: at, end: count.end, certainty: "likely", value };
}

function afterWait(text: TimeText, end: number, { hasDays }: LengthRead): number {
  const particle = text.word(hasDays ? "afterDay" : "afterClock", end);
  return particle && !text.isLetter(end) ? particle.end : end;
}

/** Whole days are a day; hours are a moment, even 24 of them. */
function toWait({ value, months, hasDays }: LengthRead, today: Temporal.PlainDate): Match["value"] {
  if (months > 0) return { kind: "day", day: { date: today.add({ months }) } };
  if (!hasDays || value % DAY !== 0) return { kind: "relative", minutes: value };
  return { kind: "day", day: { date: addDays(today, value / DAY) } };
}

/** After `for`. `pour 15 heures` and `на 15 часов` are times. */
function readFor(text: TimeText, at: number): Match | undefined {
  const isLasting = text.word("lasting", at) !== undefined;
  if (!isLasting && !text.word("forWords", at)) return undefined;
  const start = skipWords(text, at, isLasting ? "lasting" : "forWords", "around");
  const length = readLength(text, start, { isAfterPreposition: true });
  if (!length || length.months > 0 || !text.isEnd(length.end) || isOfName(text, length.end))
    return undefined;
  // `План на неделю`: a meeting doesn't last for days.
  if (!isLasting && (isTime(text, start, length) || length.value > 2 * DAY)) return undefined;
  return toLength(text, at, length, "sure");
}

function readPlainLength(text: TimeText, at: number): Match | undefined {
  const of = text.word("ofMonth", at);
  const isApart = of && (!text.isLetter(of.end) || !text.isLetter(of.end - 1));
  const start = isApart ? text.skipSpace(of.end) : at;
  const length = readLength(text, start, { isAfterPreposition: false });
  if (!length || length.hasDays || !text.isEnd(length.end) || isOfName(text, length.end))
    return undefined;
  if (isAfterPreposition(text, at) || isTime(text, start, length)) return undefined;
  if (isStartOfRange(text, at, length)) return undefined;
  // `24h race` isn't a length.
  return toLength(text, at, length, length.hours?.value === 24 ? "trailing" : "likely");
}

const AFTER_TIME = /(?:\d|[ap]m?|[時时点點h])[,、]? ?[(（]?$/;
const SHORT_MINUTES = /(\d?\d[05]|5)(?:m|'|′)(?=[ ,.]*(?:$|[)）,]))/y;

/** `30m` after a time: `3pm 30m`, `15h (30')`. */
function readShortMinutes(text: TimeText, at: number): Match | undefined {
  const result = text.matches(SHORT_MINUTES, at);
  if (!result || !AFTER_TIME.test(text.plain.slice(Math.max(0, at - 4), at))) return undefined;
  const value = { kind: "length", minutes: Number(result[1]) } as const;
  return { start: at, end: at + result[0].length, certainty: "likely", value };
}

function toLength(
  text: TimeText,
  start: number,
  { value, end }: LengthRead,
  certainty: Certainty,
): Match {
  const after = text.next("lengthEndings", end)?.end ?? end;
  return {
    start,
    end: text.word("lengthEndings", after)?.end ?? after,
    certainty,
    value: { kind: "length", minutes: value },
  };
}

/** `5 minutes of fame`, `10分前`. */
function isOfName(text: TimeText, end: number): boolean {
  return text.next("notLengthBefore", end) !== undefined;
}

const BEFORE_TIME: readonly Kind[] = [
  "at",
  "maybeAt",
  "around",
  "from",
  "until",
  "rangeTo",
  "inWords",
  "notLengthAfter",
  "deadline",
];

/** `в 3 часа`, `до 3 часов`, `差五分`: a time. `past 3 hours` is neither. */
function isAfterPreposition(text: TimeText, at: number): boolean {
  if (text.before("lacking", at) !== undefined) return true;
  // `三点过五分`
  const plus = text.before("plus", at);
  if (plus !== undefined && text.before("hours", plus) !== undefined) return true;
  return BEFORE_TIME.some((kind) => {
    const start = text.before(kind, at);
    return start !== undefined && text.isLetter(start);
  });
}

/** `de deux heures à quatre heures` */
function isStartOfRange(text: TimeText, at: number, { end }: LengthRead): boolean {
  const isFrom = (text.word("from", at) ?? text.before("from", at)) !== undefined;
  const to = isFrom ? text.next("rangeTo", end) : undefined;
  return to !== undefined && readClock(text, text.skipSpace(to.end)) !== undefined;
}

/** `15 h`, `3 часа дня` and `3h18` are times, although their unit is one of lengths too. */
function isTime(text: TimeText, at: number, { value, end, hours }: LengthRead): boolean {
  if (text.next("partsAfterHour", end)) return true;
  const clock = readClock(text, at, { isFrom: true });
  // The minutes of a time: `15 часов 30 минут`, `3点45分`.
  if (clock && clock.end > end) return true;
  // `1500 hrs`
  if (clock?.end === end && value >= COMPACT_HOURS * 60) return true;
  if (!hours)
    return text.before("hours", at) !== undefined && text.before("minutes", end) !== undefined;
  if (hours.value >= 24) return false;
  return hours.value > LAST_NIGHT_HOUR || hours.isPadded || hours.minutes % USUAL_MINUTES !== 0;
}

function skipWords(text: TimeText, at: number, ...kinds: Kind[]): number {
  return kinds.reduce((end, kind) => {
    const word = text.word(kind, end);
    return word ? text.skipSpace(word.end) : end;
  }, at);
}
