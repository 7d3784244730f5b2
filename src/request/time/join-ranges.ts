import { isConnector } from "../connector";
import type { Span } from "../masked-text";
import { LETTER } from "../word-edges";
import { readClockAt } from "./find-clocks";
import type { Day, Match, MatchValue, RangeEnd } from "./match";

const SEPARATOR =
  /^ ?(?:[-~]|から|到|至|(?<= |^)(?:to|till?|until|through|au?|à|jusqu'(?:à|au)|до|по)(?= |$))(?: (?:the|le|on))? ?$/u;
const AND = /^ ?(?:and|et|и) $/u;
const BEFORE = new RegExp(
  `(?:(?<![${LETTER}0-9'-])(?:from|between|du|de|entre|с|со|от|между) |(?:从|從|自) ?)$`,
  "u",
);
const BETWEEN = /(?:between|entre|между) $/u;
const ENDS_FROM = /から ?$/u;
/** Starts the other end of the range, or another time. */
const JOINING = /[-~]|から|从|到|至|(?<!\p{L})(?:and|or|et|ou|и|или|from|с|со)(?!\p{L})/u;
const HOUR_ALONE = /^[1-6] ?h/u;
/** At least the length of the words before. */
const REACH = 10;

/** One end of the range, and the part of the text that it comes from. */
interface Side extends RangeEnd, Span {
  kind: MatchValue["kind"];
  zone?: string;
  /** The index of its last match. */
  last: number;
}

/** Joins two times on two days (`Monday 3pm to Tuesday 5pm`) into one match. The matches must be sorted. */
export function joinRanges(plain: string, matches: readonly Match[]): Match[] {
  const joined: Match[] = [];
  for (let index = 0; index < matches.length; index++) {
    const range = readRange(plain, matches, index);
    joined.push(...(range ? [range.match] : matches.slice(index, index + 1)));
    if (range) index = range.last;
  }
  return joined;
}

function readRange(
  plain: string,
  matches: readonly Match[],
  first: number,
): { match: Match; last: number } | undefined {
  const from = readSide(plain, matches, first);
  if (from?.kind !== "clock") return undefined;
  const to = readSide(plain, matches, from.last + 1, true);
  if (!to?.days.some(({ date }) => date)) return undefined;

  const before = plain.slice(Math.max(0, from.start - REACH), from.start);
  const preposition = BEFORE.exec(before)?.[0] ?? "";
  const between = plain.slice(from.end, to.start);
  const isBetween = BETWEEN.test(before) && AND.test(between);
  const isMarked = ENDS_FROM.test(plain.slice(from.start, from.end)) || to.kind === "until";
  if (!SEPARATOR.test(between) && !isBetween && !(isMarked && isConnector(between))) {
    return undefined;
  }
  const match: Match = {
    start: from.start - preposition.length,
    end: to.end,
    certainty: "sure",
    value: { kind: "range", start: from, end: to, zone: to.zone ?? from.zone },
  };
  return { match, last: to.last };
}

/** A clock time and the days next to it. */
function readSide(
  plain: string,
  matches: readonly Match[],
  first: number,
  isEnd = false,
): Side | undefined {
  const days: Day[] = [];
  let side: Side | undefined;
  let isDatedBefore = false;
  for (let index = first; index < matches.length; index++) {
    const match = matches[index];
    const before = index > first ? matches[index - 1] : undefined;
    if (!match || (before && !isJoint(plain.slice(before.end, match.start)))) break;
    if (match.value.kind === "day") {
      // `Monday 3pm, Tuesday`: the second day starts the other side.
      if (side && isDatedBefore) break;
      days.push(match.value.day);
      if (side) {
        side.end = match.end;
        side.last = index;
      } else isDatedBefore ||= match.value.day.date !== undefined;
    } else {
      const found = side ? undefined : readSideClock(plain, match, isEnd && isDatedBefore);
      if (!found) break;
      const start = matches[first]?.start ?? match.start;
      side = { ...found, kind: match.value.kind, days, start, end: match.end, last: index };
    }
  }
  return side;
}

/** At the end of a range, what looks like a length is a time if it follows its day: `au 1er janvier 2h`. */
function readSideClock(
  plain: string,
  { start, end, value }: Match,
  canBeLength: boolean,
): Pick<Side, "clock" | "zone"> | undefined {
  if (value.kind === "clock" && !value.end) return { clock: value.start, zone: value.zone };
  if (value.kind === "until") return { clock: value.end };
  const isHour = value.kind === "length" && HOUR_ALONE.test(plain.slice(start, end));
  const found = canBeLength && isHour ? readClockAt(plain, start) : undefined;
  return found?.end === end ? { clock: found.clock } : undefined;
}

function isJoint(between: string): boolean {
  return isConnector(between) && !JOINING.test(between);
}
