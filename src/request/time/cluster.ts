import { isConnector } from "../connector";
import { LETTER } from "../word-edges";
import type { Match } from "./match";

/** Adjacent matches, with no word of the subject between them. */
export interface Cluster {
  matches: readonly Match[];
  isAtStart: boolean;
  isAtEnd: boolean;
  /** `by tomorrow 3pm` is a deadline, not a start. */
  isOfSubject: boolean;
}

const SUBJECT_BEFORE = new RegExp(
  `(?<![${LETTER}0-9])(?:by|before|after|since|until|till|avant|après|depuis|jusqu'au|jusqu'à|к|ко|до|после|перед|раньше) ?$`,
  "u",
);
/** At least the length of these words. */
const REACH = 10;

/** Groups adjacent matches, which must be sorted and disjoint. */
export function toClusters(plain: string, matches: readonly Match[]): Cluster[] {
  const groups: Match[][] = [];
  for (const match of matches) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && isConnector(plain.slice(last.end, match.start))) group.push(match);
    else groups.push([match]);
  }
  return groups.map((group) => {
    const start = group[0]?.start ?? 0;
    return {
      matches: group,
      isAtStart: isConnector(plain.slice(0, start)),
      isAtEnd: isConnector(plain.slice(group.at(-1)?.end)),
      isOfSubject: SUBJECT_BEFORE.test(plain.slice(Math.max(0, start - REACH), start)),
    };
  });
}
