import type { MaskedText, Span } from "./masked-text";
import type { RequestedPerson } from "./meeting-request";
import { readRoleAt, type FoundRole } from "./role-words";

export interface FoundPerson extends Span {
  person: RequestedPerson;
  /** How the person is called where the topic goes on without a list (`Review of Ana's masked`). */
  name: string;
}

/** What Entra allows in a user principal name; what stands before the @ is at most 64 characters. */
const ADDRESS =
  /(?<![A-Za-z0-9._%+'~^!#$/:@-])<?((?!#)[A-Za-z0-9._%+'~^!#-]{1,113}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){0,8}\.[A-Za-z]{2,24})(?![A-Za-z0-9@]|[._-]+[A-Za-z0-9])>?/g;

/** Everybody who is named, in order: people whom Teams knows, and typed addresses; each with a role behind. */
export function findPeople(plain: string, { original, mentions }: MaskedText): FoundPerson[] {
  const known = mentions.map(({ start, end, mention }): FoundPerson => {
    const { mentionId, name, aadId } = mention;
    const person = {
      kind: "mention",
      mentionId,
      name,
      ...(aadId !== undefined && { aadId }),
    } as const;
    return { start, end, name, person };
  });
  const typed = Array.from(plain.matchAll(ADDRESS), (match): FoundPerson => {
    const [whole, address = ""] = match;
    const person = { kind: "address", upn: address.toLowerCase() } as const;
    const end = match.index + whole.length;
    return { start: match.index, end, name: original.slice(match.index, end), person };
  });
  return [...known, ...typed]
    .toSorted((one, other) => one.start - other.start)
    .map((found) => {
      const role = readRoleAt(plain, found.end);
      return role ? withRole(found, role) : found;
    });
}

function withRole(found: FoundPerson, { role, end }: FoundRole): FoundPerson {
  return { ...found, end, person: { ...found.person, role } };
}

/** A text that is an address and nothing else, in small letters. */
export function readAddress(text: string): string | undefined {
  const [match] = text.matchAll(ADDRESS);
  return match?.[0] === text ? match[1]?.toLowerCase() : undefined;
}

/** Each person once, where first named, with the role that was named last. */
export function toPeople(found: readonly FoundPerson[]): RequestedPerson[] {
  const people = new Map<string, RequestedPerson>();
  for (const { person } of found) {
    const key = person.kind === "mention" ? `mention ${person.mentionId}` : `address ${person.upn}`;
    const first = people.get(key);
    people.set(key, { ...(first ?? person), ...(person.role && { role: person.role }) });
  }
  return [...people.values()];
}
