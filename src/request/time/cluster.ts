import { isConnector } from "../connector";
import { LETTER } from "../word-edges";
import type { Match } from "./match";

/** Matches with no word of a topic between them. */
export interface Cluster {
  matches: readonly Match[];
  isAtStart: boolean;
  isAtEnd: boolean;
  /** `by tomorrow 3pm` is a deadline, and no start. */
  isOfSubject: boolean;
}

const OF_TOPIC = new RegExp(
  `(?<![${LETTER}0-9])(?:by|before|after|since|until|till|avant|après|depuis|jusqu'au|jusqu'à|к|ко|до|после|перед|раньше) ?$`,
  "u",
);
/** Longest of these words. */
const REACH = 10;

/** Puts together what stands together; the matches are in order and apart. */
export function toClusters(plain: string, matches: readonly Match[]): Cluster[] {
  const groups: Match[][] = [];
  for (const match of matches) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group && last && isConnector(plain.slice(last.end, match.start))) group.push(match);
    else groups.push([match]);
  }
  return groups.map((group) => ({
    matches: group,
    isAtStart: isConnector(plain.slice(0, group[0]?.start)),
    isAtEnd: isConnector(plain.slice(group.at(-1)?.end)),
    isOfSubject: OF_TOPIC.test(before(plain, group[0])),
  }));
}

function before(plain: string, match: Match | undefined): string {
  const end = match?.start ?? 0;
  return plain.slice(Math.max(0, end - REACH), end);
}
