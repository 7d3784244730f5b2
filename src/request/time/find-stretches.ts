import { isGlue } from "../glue";
import { LETTER } from "../word-edges";
import { readClockAt } from "./find-clocks";
import { isPieceOf, type Day, type Moment, type Piece } from "./piece";

const isUntil = isPieceOf("until");

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

interface Side extends Moment {
  first: number;
  last: number;
  zone?: string;
}

/**
 * Joins two times on two days (`Monday 3pm to Tuesday 5pm`) to one piece. The pieces are in order; so are those
 * that are returned.
 */
export function joinStretches(plain: string, pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let index = 0;
  while (index < pieces.length) {
    const stretch = readStretch(plain, pieces, index);
    if (stretch) joined.push(stretch.piece);
    else joined.push(...pieces.slice(index, index + 1));
    index = stretch ? stretch.last + 1 : index + 1;
  }
  return joined;
}

function readStretch(
  plain: string,
  pieces: readonly Piece[],
  first: number,
): { piece: Piece; last: number } | undefined {
  const start = readSide(plain, pieces, first);
  if (!start || !isPieceOf("clock")(start.clockPiece)) return undefined;
  const { side: from } = start;
  const end = readSide(plain, pieces, from.last + 1, true);
  if (!end || !end.side.days.some(({ date }) => date)) return undefined;
  const { side: to } = end;

  const [opening, closing] = [pieces[from.first], pieces[to.last]];
  const [left, right] = [pieces[from.last], pieces[to.first]];
  if (!opening || !closing || !left || !right) return undefined;
  const before = plain.slice(Math.max(0, opening.start - REACH), opening.start);
  const lead = BEFORE.exec(before)?.[0] ?? "";
  const between = plain.slice(left.end, right.start);
  const isBetween = BETWEEN.test(before) && AND.test(between);
  const isSaid = ENDS_FROM.test(plain.slice(left.start, left.end)) || isUntil(end.clockPiece);
  if (!SEPARATOR.test(between) && !isBetween && !(isSaid && isGlue(between))) return undefined;

  const zone = to.zone ?? from.zone;
  return {
    piece: {
      start: opening.start - lead.length,
      end: closing.end,
      certainty: "sure",
      value: {
        kind: "stretch",
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
  pieces: readonly Piece[],
  first: number,
  isEnd = false,
): { side: Side; clockPiece: Piece } | undefined {
  const days: Day[] = [];
  let clockPiece: Piece | undefined;
  let side: Side | undefined;
  let isDatedBefore = false;
  for (let index = first; index < pieces.length; index++) {
    const piece = pieces[index];
    const before = pieces[index - 1];
    if (!piece || (index > first && before && !isJoint(plain.slice(before.end, piece.start))))
      break;
    const { value } = piece;
    if (value.kind === "day") {
      // `Monday 3pm, Tuesday`: the second day begins the other side.
      if (side && isDatedBefore) break;
      days.push(value.day);
      isDatedBefore ||= !side && value.day.date !== undefined;
      if (side) side.last = index;
    } else if (!side && value.kind === "clock" && !value.end) {
      const { start: clock, zone } = value;
      side = { clock, days, first, last: index, ...(zone !== undefined && { zone }) };
      clockPiece = piece;
    } else if (!side && isEnd && isDatedBefore && value.kind === "length") {
      // `au 1er janvier 2h`: behind its own day it is no length.
      const found = HOUR_ALONE.test(plain.slice(piece.start, piece.end))
        ? readClockAt(plain, piece.start)
        : undefined;
      if (found?.end !== piece.end) break;
      side = { clock: found.clock, days, first, last: index };
      clockPiece = piece;
    } else if (!side && value.kind === "until") {
      side = { clock: value.end, days, first, last: index };
      clockPiece = piece;
    } else break;
  }
  return side && clockPiece ? { side, clockPiece } : undefined;
}

function isJoint(between: string): boolean {
  return isGlue(between) && !JOINING.test(between);
}
