import type { FoundPerson } from "./find-people";
import type { RequestedRole } from "./meeting-request";
import { toGroups } from "./people-groups";
import { CJK, LETTER } from "./word-edges";

const PRESENTER =
  "presenter|pr[ée]sentat(?:eur|rice)|докладчик\\p{L}*|выступающ\\p{L}+|презентер\\p{L}*|ведущ\\p{L}+|" +
  "発表者|プレゼンター|演示者|主讲人|主講人|演讲者|报告人|簡報者";
const COORGANIZER =
  "co-?organi[sz]er|co-?organisat(?:eur|rice)|со-?организатор\\p{L}*|" +
  "共同開催者|共同主催者|共同组织者|联合组织者|共同組織者";

/** `présentateur·rice`, `présentateur(trice)`, `presenters`. */
const ENDING = "(?:s?[·./-]\\p{L}+|\\(\\p{L}{1,5}\\)|s)?";
const AS =
  "(?:,? ?(?:as (?:a |an |the )?|comme |en tant que |как |в качестве )" +
  "| ?(?:さん|様|氏)?を ?| ?(?:作为|作為|担任|擔任) ?)";
const ROLE_END = `(?: ?(?:として(?:の)?|で|に))?(?![${LETTER}])`;

function afterPerson(role: string): RegExp {
  return new RegExp(`(?:${AS}(?:${role})${ENDING}${ROLE_END}| ?\\((?:${role})${ENDING}\\))`, "uy");
}

const ROLES: readonly (readonly [RequestedRole, RegExp])[] = [
  ["coorganizer", afterPerson(COORGANIZER)],
  ["presenter", afterPerson(PRESENTER)],
];

/** "as presenters" is for everyone in the list. Japanese and Chinese have no plural, and mean everyone unless in brackets. */
const PLURAL = new RegExp(
  `(?:s|(?:ик|ер|ор)(?:и|ы|ов|ам|ами|ах)|щ(?:ие|их|ими))\\)?$|^[^(]*[${CJK}]`,
  "u",
);

interface FoundRole {
  role: RequestedRole;
  end: number;
  isForAll: boolean;
}

/**
 * Gives people the roles that follow them: `@A and @B as presenter` is about B. `@A and @B as presenters` is about
 * everyone in the list, back to one who has a role already.
 */
export function withRoles(plain: string, found: readonly FoundPerson[]): FoundPerson[] {
  const named = found.map((person) => ({ person, own: findRole(plain, person.end) }));
  const people = named.map(({ person, own }) => ({ ...person, end: own?.end ?? person.end }));
  const starts = new Set(toGroups(plain, people).map(([first]) => first?.start));
  const fromLast: FoundPerson[] = [];
  let shared: RequestedRole | undefined;
  for (const { person, own } of named.toReversed()) {
    if (own) shared = own.isForAll ? own.role : undefined;
    const role = own?.role ?? shared;
    const asked = role === undefined ? person.person : { ...person.person, role };
    fromLast.push({ ...person, end: own?.end ?? person.end, person: asked });
    if (starts.has(person.start)) shared = undefined;
  }
  return fromLast.toReversed();
}

function findRole(plain: string, from: number): FoundRole | undefined {
  for (const [role, pattern] of ROLES) {
    pattern.lastIndex = from;
    const words = pattern.exec(plain)?.[0];
    if (words !== undefined)
      return { role, end: from + words.length, isForAll: PLURAL.test(words) };
  }
  return undefined;
}
