import { byStart, spanOf, type MaskedText, type Span } from "./masked-text";
import type { RequestedPerson, RequestedRole } from "./meeting-request";
import { LETTER } from "./word-edges";

export interface FoundPerson extends Span {
  person: RequestedPerson;
  /** How the subject names the person when they aren't in a list of attendees (`Review of Ana's draft`). */
  name: string;
}

/** Follows Entra's rules for user principal names; the local part has at most 64 characters. */
const ADDRESS =
  /(?<![A-Za-z0-9._%+'~^!#$/:@-])<?((?!#)[A-Za-z0-9._%+'~^!#-]{1,113}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24})(?![A-Za-z0-9@]|[._-]+[A-Za-z0-9])>?/g;

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
const ROLE_END = `(?: ?(?:として(?:の)?|で|に))?(?![${LETTER}])`;

function afterPerson(role: string): RegExp {
  return new RegExp(`(?:${AS}(?:${role})${ENDING}${ROLE_END}| ?\\((?:${role})${ENDING}\\))`, "uy");
}

const ROLES: readonly (readonly [RequestedRole, RegExp])[] = [
  ["coorganizer", afterPerson(COORGANIZER)],
  ["presenter", afterPerson(PRESENTER)],
];

/** Finds everyone who is named, in order: mentions and typed addresses, each with the role that follows. */
export function findPeople(plain: string, { original, mentions }: MaskedText): FoundPerson[] {
  const mentioned = mentions.map(({ mention, ...span }): FoundPerson => {
    return { ...span, name: mention.name, person: { kind: "mention", ...mention } };
  });
  const typed = Array.from(plain.matchAll(ADDRESS), (result): FoundPerson => {
    const span = spanOf(result);
    const person = { kind: "address", upn: (result[1] ?? "").toLowerCase() } as const;
    return { ...span, name: original.slice(span.start, span.end), person };
  });
  return [...mentioned, ...typed].toSorted(byStart).map((found) => withRole(plain, found));
}

/** A role belongs only to the person right before it: in `@A and @B as presenter`, that is B. */
function withRole(plain: string, found: FoundPerson): FoundPerson {
  for (const [role, pattern] of ROLES) {
    pattern.lastIndex = found.end;
    if (pattern.test(plain)) {
      return { ...found, end: pattern.lastIndex, person: { ...found.person, role } };
    }
  }
  return found;
}

/** The address in lowercase, if the text is an address and nothing else. */
export function readAddress(text: string): string | undefined {
  const [result] = text.matchAll(ADDRESS);
  return result?.[0] === text ? result[1]?.toLowerCase() : undefined;
}

/** Each person once, in order of first mention, with the last role they were given. */
export function toPeople(found: readonly FoundPerson[]): RequestedPerson[] {
  const people = new Map<string, RequestedPerson>();
  for (const { person } of found) {
    const key = person.kind === "mention" ? `mention ${person.mentionId}` : `address ${person.upn}`;
    const first = people.get(key) ?? person;
    people.set(key, { ...first, role: person.role ?? first.role });
  }
  return [...people.values()];
}
