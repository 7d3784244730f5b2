import type { SessionPerson } from "../record/meeting-record";

/** With more people, the card shows no count: a row holds at most 500,000 characters, and each presence takes about 150. */
export const MAX_COUNTED_PEOPLE = 300;
/** Who comes back is another presence. */
const MAX_PRESENCES = 4;

/** The later of two events about a person wins. Someone who leaves was in. */
export function mergePeople(
  known: readonly SessionPerson[] = [],
  changes: readonly SessionPerson[],
): readonly SessionPerson[] {
  const people = new Map(known.map((person) => [person.id, person]));
  for (const change of changes) {
    const before = people.get(change.id);
    if (!isLater(change, before)) continue;
    if (!before && !makeRoom(people, change)) continue;
    people.set(change.id, change);
  }
  const merged = [...people.values()];
  const isSame =
    merged.length === known.length && merged.every((person, at) => person === known[at]);
  return isSame ? known : merged;
}

/** How many people have these presences. */
export function countDistinct(people: readonly SessionPerson[]): number {
  return new Set(people.map(toPersonId)).size;
}

/** Returns false if the new presence is of one person too many, or older than the one that would be dropped for it. */
function makeRoom(people: Map<string, SessionPerson>, added: SessionPerson): boolean {
  const all = [...people.values()];
  const presences = all.filter((one) => toPersonId(one) === toPersonId(added));
  if (presences.length === 0) return countDistinct(all) < MAX_COUNTED_PEOPLE;
  if (presences.length < MAX_PRESENCES) return true;
  const [oldest] = presences
    .filter(({ isIn }) => !isIn)
    .toSorted((one, other) => toMs(one.at) - toMs(other.at));
  return oldest !== undefined && isLater(added, oldest) && people.delete(oldest.id);
}

const toPersonId = ({ id, person }: SessionPerson) => person ?? id;

function isLater(change: SessionPerson, before: SessionPerson | undefined): boolean {
  const laterMs = before ? toMs(change.at) - toMs(before.at) : 1;
  return laterMs > 0 || (laterMs === 0 && !change.isIn && before?.isIn === true);
}

const toMs = (at: string) => Date.parse(at);
