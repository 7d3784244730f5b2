import type { RequestedRole } from "./meeting-request";
import { LETTER } from "./word-edges";

const PRESENTER =
  "presenter|pr[ée]sentat(?:eur|rice)|докладчик\\p{L}*|выступающ\\p{L}+|презентер\\p{L}*|ведущ\\p{L}+|" +
  "発表者|プレゼンター|演示者|主讲人|主講人|演讲者|报告人|簡報者";
const COORGANIZER =
  "co-?organi[sz]er|co-?organisat(?:eur|rice)|со-?организатор\\p{L}*|" +
  "共同開催者|共同主催者|共同组织者|联合组织者|共同組織者";

/** `présentateur·rice`, `présentateur(trice)`, `presenters`. */
const ENDING = "(?:[·./-]\\p{L}+|\\(\\p{L}{1,5}\\)|s)?";
const AS =
  "(?:,? ?(?:as (?:a |an |the )?|comme |en tant que |как |в качестве )" +
  "| ?(?:さん|様|氏)?を ?| ?(?:作为|作為|担任|擔任) ?)";
const AFTER = `(?: ?(?:として(?:の)?|で|に))?(?![${LETTER}])`;

function after(role: string): RegExp {
  return new RegExp(`(?:${AS}(?:${role})${ENDING}${AFTER}| ?\\((?:${role})${ENDING}\\))`, "uy");
}

const ROLES: readonly (readonly [RequestedRole, RegExp])[] = [
  ["coorganizer", after(COORGANIZER)],
  ["presenter", after(PRESENTER)],
];

export interface FoundRole {
  role: RequestedRole;
  end: number;
}

/** The role that is said right behind a person, who alone has it: in `@A and @B as presenter` that is B. */
export function readRoleAt(plain: string, from: number): FoundRole | undefined {
  for (const [role, pattern] of ROLES) {
    pattern.lastIndex = from;
    if (pattern.test(plain)) return { role, end: pattern.lastIndex };
  }
  return undefined;
}
