import { byStart, spanOf, type MaskedText, type Span } from "./masked-text";
import type { RequestedPerson } from "./meeting-request";
import { withRoles } from "./find-roles";

export interface FoundPerson extends Span {
  person: RequestedPerson;
  /** How the subject names the person when they aren't in a list of attendees (`Review of Ana's draft`). */
  name: string;
}

/** Follows Entra's rules for user principal names; the local part has at most 64 characters. */
const ADDRESS =
  /(?<![A-Za-z0-9._%+'~^!#$/:@-])<?((?!#)[A-Za-z0-9._%+'~^!#-]{1,113}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24})(?![A-Za-z0-9@]|[._-]+[A-Za-z0-9])>?/g;

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
  return withRoles(plain, [...mentioned, ...typed].toSorted(byStart));
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
