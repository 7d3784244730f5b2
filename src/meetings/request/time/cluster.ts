import { isGlue } from "../glue";
import type { Piece } from "./piece";

/** Pieces with no word of a topic between them. */
export interface Cluster {
  pieces: readonly Piece[];
  isAtStart: boolean;
  isAtEnd: boolean;
}

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
  }));
}
