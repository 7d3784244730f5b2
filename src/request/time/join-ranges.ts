import { isConnector } from "../connector";
import { LETTER } from "../word-edges";
import { readClockAt } from "./find-clocks";
import { isMatchOf, type Day, type RangeEnd, type Match } from "./match";

const isUntil = isMatchOf("until");

const SEPARATOR =
  /^ ?(?:[-~]|から|到|至|(?<= |^)(?:to|till?|until|through|au?|à|jusqu'(?:à|au)|до|по)(?= |$))(?: (?:the|le|on))? ?$/u;
const AND = /^ ?(?:and|et|и) $/u;
const BEFORE = new RegExp(
  `(?:(?<![${LETTER}0-9'-])(?:from|between|du|de|entre|с|со|от|между) |(?:从|從|自) ?)$`,
  "u",
);
const BETWEEN = /(?:between|entre|между) $/u;
const ENDS_FROM = /から ?$/u;
/** What begins the other side, or another time. */
const JOINING = /[-~]|から|从|到|至|(?<!\p{L})(?:and|or|et|ou|и|или|from|с|со)(?!\p{L})/u;
const HOUR_ALONE = /^[1-6] ?h/u;
/** Longest of the words that may stand before. */
const REACH = 10;

interface Side extends RangeEnd {
  first: number;
  last: number;
  zone?: string;
}

/**
 * Joins two times on two days (`Monday 3pm to Tuesday 5pm`) to one match. The matches are in order; so are those
 * that are returned.
 */
export function joinRanges(plain: string, matches: readonly Match[]): Match[] {
  const joined: Match[] = [];
  let index = 0;
  while (index < matches.length) {
    const range = readRange(plain, matches, index);
    if (range) joined.push(range.match);
    else joined.push(...matches.slice(index, index + 1));
    index = range ? range.last + 1 : index + 1;
  }
  return joined;
}

function readRange(
  plain: string,
  matches: readonly Match[],
  first: number,
): { match: Match; last: number } | undefined {
  const start = readSide(plain, matches, first);
  if (!start || !isMatchOf("clock")(start.clockMatch)) return undefined;
  const { side: from } = start;
  const end = readSide(plain, matches, from.last + 1, true);
  if (!end || !end.side.days.some(({ date }) => date)) return undefined;
  const { side: to } = end;

  const [opening, closing] = [matches[from.first], matches[to.last]];
  const [left, right] = [matches[from.last], matches[to.first]];
  if (!opening || !closing || !left || !right) return undefined;
  const before = plain.slice(Math.max(0, opening.start - REACH), opening.start);
  const lead = BEFORE.exec(before)?.[0] ?? "";
  const between = plain.slice(left.end, right.start);
  const isBetween = BETWEEN.test(before) && AND.test(between);
  const isSaid = ENDS_FROM.test(plain.slice(left.start, left.end)) || isUntil(end.clockMatch);
  if (!SEPARATOR.test(between) && !isBetween && !(isSaid && isConnector(between))) return undefined;

  const zone = to.zone ?? from.zone;
  return {
    match: {
      start: opening.start - lead.length,
      end: closing.end,
      certainty: "sure",
      value: {
        kind: "range",
        start: { clock: from.clock, days: from.days },
        end: { clock: to.clock, days: to.days },
        ...(zone !== undefined && { zone }),
      },
    },
    last: to.last,
  };
}

/** Days and the one time of the clock that stands with them. */
function readSide(
  plain: string,
  matches: readonly Match[],
  first: number,
  isEnd = false,
): { side: Side; clockMatch: Match } | undefined {
  const days: Day[] = [];
  let clockMatch: Match | undefined;
  let side: Side | undefined;
  let isDatedBefore = false;
  for (let index = first; index < matches.length; index++) {
    const match = matches[index];
    const before = matches[index - 1];
    if (!match || (index > first && before && !isJoint(plain.slice(before.end, match.start))))
      break;
    const { value } = match;
    if (value.kind === "day") {
      // `Monday 3pm, Tuesday`: the second day begins the other side.
      if (side && isDatedBefore) break;
      days.push(value.day);
      isDatedBefore ||= !side && value.day.date !== undefined;
      if (side) side.last = index;
    } else if (!side && value.kind === "clock" && !value.end) {
      const { start: clock, zone } = value;
      side = { clock, days, first, last: index, ...(zone !== undefined && { zone }) };
      clockMatch = match;
    } else if (!side && isEnd && isDatedBefore && value.kind === "length") {
      // `au 1er janvier 2h`: behind its own day it is no length.
      const found = HOUR_ALONE.test(plain.slice(match.start, match.end))
        ? readClockAt(plain, match.start)
        : undefined;
      if (found?.end !== match.end) break;
      side = { clock: found.clock, days, first, last: index };
      clockMatch = match;
    } else if (!side && value.kind === "until") {
      side = { clock: value.end, days, first, last: index };
      clockMatch = match;
    } else break;
  }
  return side && clockMatch ? { side, clockMatch } : undefined;
}

function isJoint(between: string): boolean {
  return isConnector(between) && !JOINING.test(between);
}
