import type { Kind } from "../lexicon";
import type { Read, TimeText } from "../time-text";

const MAX_DAYS = 7;
const SIGN = / ?[,、・/&+] ?/uy;
const DASH = / ?[-~] ?/y;
const PLURAL = /s(?!\p{L})/uy;

/**
 * Weekdays from Monday, which is 1: `Monday and Thursday`, `Mon-Fri`, `lundis et jeudis`, `周一三五`.
 *
 * @param isAfterWeek Whether the first can have a single letter: `毎週月`, but not `毎日`.
 */
export function readWeekdays(
  text: TimeText,
  at: number,
  isAfterWeek = false,
): Read<readonly number[]> | undefined {
  const first = readWeekday(text, at) ?? (isAfterWeek ? readShort(text, at) : undefined);
  if (!first) return undefined;
  const days = [first.value];
  let { end } = first;
  // A longer list isn't one of weekdays.
  while (days.length < MAX_DAYS) {
    const start = endOfJoint(text, end);
    const next =
      start === undefined
        ? readShort(text, end)
        : (readWeekday(text, start) ?? readShort(text, start));
    const range = next ? undefined : endOfRange(text, end);
    const last =
      range === undefined ? undefined : (readWeekday(text, range) ?? readShort(text, range));
    if (last) return { value: toRange(days, last.value), end: last.end };
    if (!next) break;
    days.push(next.value);
    ({ end } = next);
  }
  return { value: toSorted(days), end };
}

function toSorted(days: readonly number[]): readonly number[] {
  return [...new Set(days)].toSorted((a, b) => a - b);
}

const KINDS = ["weekdayPlurals", "weekdays", "shortWeekdays", "doubtfulWeekdays"] as const;

function readWeekday(text: TimeText, at: number): Read<number> | undefined {
  const plural = text.word("beforePlurals", at);
  const start = text.skipSpace(plural?.end ?? at);
  for (const kind of KINDS) {
    const day = text.word(kind, start, true);
    if (day && !text.word("times", day.end))
      return { value: day.value, end: endOfWeekday(text, day.end, kind) };
  }
  return undefined;
}

function endOfWeekday(text: TimeText, end: number, kind: Kind): number {
  if (kind === "weekdays") return text.matches(PLURAL, end) ? end + 1 : end;
  return kind !== "weekdayPlurals" && text.plain.charAt(end) === "." ? end + 1 : end;
}

/** After these, a letter is a number: `三点`, `三次`. */
const NOT_AFTER_WEEKDAY = ["hours", "monthMarks", "times", "counted"] as const;

/** `月` and `三`, unless an hour follows: in `每周一三点`, the last number is the time. */
function readShort(text: TimeText, at: number): Read<number> | undefined {
  if (text.isLetter(at)) return undefined;
  const day = text.word("bracketWeekdays", at);
  const isOther = NOT_AFTER_WEEKDAY.some((kind) => day && text.word(kind, day.end));
  return isOther ? undefined : day;
}

function endOfJoint(text: TimeText, end: number): number | undefined {
  const sign = text.matches(SIGN, end);
  if (sign)
    return text.skipSpace(text.next("and", end + sign[0].length)?.end ?? end + sign[0].length);
  const and = text.next("and", end);
  return and && text.skipSpace(and.end);
}

function endOfRange(text: TimeText, end: number): number | undefined {
  const dash = text.matches(DASH, end);
  if (dash) return end + dash[0].length;
  const to = text.next("rangeTo", end);
  return to && text.skipSpace(to.end);
}

/** From the last of the days to another one, over the end of the week if need be. */
function toRange(days: readonly number[], last: number): readonly number[] {
  const first = days.at(-1) ?? last;
  const count = ((last - first + 7) % 7) + 1;
  const range = Array.from({ length: count }, (_, index) => ((first - 1 + index) % 7) + 1);
  return toSorted([...days, ...range]);
}
