import { isGlue } from "../glue";
import { LETTER } from "../word-edges";
import type { Piece } from "./piece";

/** Pieces with no word of a topic between them. */
export interface Cluster {
  pieces: readonly Piece[];
  isAtStart: boolean;
  isAtEnd: boolean;
  /** `by tomorrow 3pm` is a deadline, and no start. */
  isOfTopic: boolean;
}

const OF_TOPIC = new RegExp(
  `(?<![${LETTER}0-9])(?:by|before|after|since|until|till|avant|après|depuis|jusqu'au|jusqu'à|к|ко|до|после|перед|раньше) ?$`,
  "u",
);
/** Longest of these words. */
const REACH = 10;

/** Puts together what stands together; the pieces are in order and apart. */
export function toClusters(plain: string, pieces: readonly Piece[]): Cluster[] {
  const groups: Piece[][] = [];
  for (const piece of pieces) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && isGlue(plain.slice(last.end, piece.start))) group.push(piece);
    else groups.push([piece]);
  }
  return groups.map((group) => ({
    pieces: group,
    isAtStart: isGlue(plain.slice(0, group[0]?.start)),
    isAtEnd: isGlue(plain.slice(group.at(-1)?.end)),
    isOfTopic: OF_TOPIC.test(before(plain, group[0])),
  }));
}

function before(plain: string, piece: Piece | undefined): string {
  const end = piece?.start ?? 0;
  return plain.slice(Math.max(0, end - REACH), end);
}
