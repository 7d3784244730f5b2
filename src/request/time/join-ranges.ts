import { isConnector } from "../connector";
import { LETTER } from "../word-edges";
import { readClockAt } from "./find-clocks";
import { isClock, isUntil, type Day, type Match, type RangeEnd } from "./match";

const SEPARATOR =
  /^ ?(?:[-~]|から|到|至|(?<= |^)(?:to|till?|until|through|au?|à|jusqu'(?:à|au)|до|по)(?= |$))(?: (?:the|le|on))? ?$/u;
const AND = /^ ?(?:and|et|и) $/u;
const BEFORE = new RegExp(
  `(?:(?<![${LETTER}0-9'-])(?:from|between|du|de|entre|с|со|от|между) |(?:从|從|自) ?)$`,
  "u",
);
const BETWEEN = /(?:between|entre|между) $/u;
const ENDS_FROM = /から ?$/u;
/** Starts the other side, or another time. */
const JOINING = /[-~]|から|从|到|至|(?<!\p{L})(?:and|or|et|ou|и|или|from|с|со)(?!\p{L})/u;
const HOUR_ALONE = /^[1-6] ?h/u;
/** At least the length of the words before. */
const REACH = 10;

/** One end of the range, and the matches that it consists of. */
interface Side extends RangeEnd {
  zone?: string;
  clockMatch: Match;
  first: number;
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
  if (!from || !isClock(from.clockMatch)) return undefined;
  const to = readSide(plain, matches, from.last + 1, true);
  if (!to?.days.some(({ date }) => date)) return undefined;

  const [opening, closing] = [matches[from.first], matches[to.last]];
  const [left, right] = [matches[from.last], matches[to.first]];
  if (!opening || !closing || !left || !right) return undefined;
  const before = plain.slice(Math.max(0, opening.start - REACH), opening.start);
  const preposition = BEFORE.exec(before)?.[0] ?? "";
  const between = plain.slice(left.end, right.start);
  const isBetween = BETWEEN.test(before) && AND.test(between);
  const isMarked = ENDS_FROM.test(plain.slice(left.start, left.end)) || isUntil(to.clockMatch);
  if (!SEPARATOR.test(between) && !isBetween && !(isMarked && isConnector(between))) {
    return undefined;
  }
  const match: Match = {
    start: opening.start - preposition.length,
    end: closing.end,
    certainty: "sure",
    value: {
      kind: "range",
      start: { clock: from.clock, days: from.days },
      end: { clock: to.clock, days: to.days },
      zone: to.zone ?? from.zone,
    },
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
      isDatedBefore ||= !side && match.value.day.date !== undefined;
      if (side) side.last = index;
    } else {
      const found = side ? undefined : readSideClock(plain, match, isEnd && isDatedBefore);
      if (!found) break;
      side = { ...found, days, clockMatch: match, first, last: index };
    }
  }
  return side;
}

/** `au 1er janvier 2h`: at the end, what looks like a length is a time if it follows its day. */
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
