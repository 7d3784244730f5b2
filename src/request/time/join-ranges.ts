import { isConnector } from "../connector";
import type { Span } from "../masked-text";
import type { Kind } from "./lexicon";
import type { Day, Match, MatchValue, RangeEnd } from "./match";
import { readClock } from "./read-clock";
import { endOfDash, endOfTo } from "./read-separator";
import type { TimeText } from "./time-text";

/** A weekday, a date, a part of the day and a time. */
const MAX_MATCHES = 4;
/** Starts the other end of the range, or another time. */
const JOINING: readonly Kind[] = ["rangeTo", "from", "and", "or"];

/** One end of the range, and the part of the text that it comes from. */
interface Side extends RangeEnd, Span {
  kind: MatchValue["kind"];
  zone?: string | undefined;
  /** The index of its last match. */
  last: number;
}

/** Joins two times on two days (`Monday 3pm to Tuesday 5pm`) into one match. The matches must be sorted. */
export function joinRanges(text: TimeText, matches: readonly Match[]): Match[] {
  const joined: Match[] = [];
  for (let index = 0; index < matches.length; index++) {
    const range = readRange(text, matches, index);
    const match = range?.match ?? matches[index];
    if (match) joined.push(match);
    if (range) index = range.last;
  }
  return joined;
}

function readRange(
  text: TimeText,
  matches: readonly Match[],
  first: number,
): { match: Match; last: number } | undefined {
  const from = readSide(text, matches, first);
  if (from?.kind !== "clock") return undefined;
  const to = readSide(text, matches, from.last + 1, true);
  if (!to?.days.some(({ date }) => date)) return undefined;

  const start = text.before("between", from.start) ?? text.before("from", from.start);
  const isBetween = text.before("between", from.start) !== undefined;
  const isMarked = isFromAfter(text, from) || to.kind === "until";
  if (!isSeparator(text, from.end, to.start, isBetween, isMarked)) return undefined;
  const match: Match = {
    start: start ?? from.start,
    end: to.end,
    certainty: "sure",
    value: { kind: "range", start: from, end: to, zone: to.zone ?? from.zone },
  };
  return { match, last: to.last };
}

/** `15時から` */
function isFromAfter(text: TimeText, { start, end }: Span): boolean {
  return (text.before("rangeTo", end) ?? -1) >= start;
}

/** Only a dash or `to` is between the two ends, or nothing if one of them says what it is: `15時から`, `まで`. */
function isSeparator(
  text: TimeText,
  from: number,
  to: number,
  isBetween: boolean,
  isMarked: boolean,
): boolean {
  const end = endOfDash(text, from) ?? endOfTo(text, from, isBetween);
  if (end !== undefined) return end >= to;
  return isMarked && isConnector(text.plain.slice(from, to));
}

/** A clock time and the days next to it. */
function readSide(
  text: TimeText,
  matches: readonly Match[],
  first: number,
  isEnd = false,
): Side | undefined {
  const days: Day[] = [];
  let side: Side | undefined;
  let isDatedBefore = false;
  for (let index = first; index < Math.min(matches.length, first + MAX_MATCHES); index++) {
    const match = matches[index];
    const before = index > first ? matches[index - 1] : undefined;
    if (!match || (before && !isJoint(text, before.end, match.start))) break;
    if (match.value.kind === "day") {
      // `Monday 3pm, Tuesday`: the second day starts the other side.
      if (side && isDatedBefore) break;
      days.push(match.value.day);
      if (side) {
        side.end = match.end;
        side.last = index;
      } else isDatedBefore ||= match.value.day.date !== undefined;
    } else {
      const found = side ? undefined : readSideClock(text, match, isEnd && isDatedBefore);
      if (!found) break;
      const start = matches[first]?.start ?? match.start;
      const { clock, zone } = found;
      side = { clock, zone, days, kind: match.value.kind, start, end: match.end, last: index };
    }
  }
  return side;
}

/** At the end of a range, what looks like a length is a time if it follows its day: `au 1er janvier 2h`. */
function readSideClock(
  text: TimeText,
  { start, end, value }: Match,
  canBeLength: boolean,
): Pick<Side, "clock" | "zone"> | undefined {
  if (value.kind === "clock" && !value.end) return { clock: value.start, zone: value.zone };
  if (value.kind === "until") return { clock: value.end };
  const found =
    canBeLength && value.kind === "length" ? readClock(text, start, { isFrom: true }) : undefined;
  return found?.end === end ? { clock: found.clock } : undefined;
}

function isJoint(text: TimeText, from: number, to: number): boolean {
  if (from >= to) return true;
  if (!isConnector(text.plain.slice(from, to))) return false;
  for (let at = from; at < to; at++) {
    if (/[-~]/.test(text.plain.charAt(at)) || JOINING.some((kind) => text.word(kind, at)))
      return false;
  }
  return true;
}
