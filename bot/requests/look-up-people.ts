import type { Person } from "../../src/meetings/record/meeting-record";
import { isSamePerson, type Attendee } from "../../src/meetings/ports/online-meeting";
import type { RequestedPerson } from "../../src/request/meeting-request";
import { isMemberOfTenant } from "../../src/meetings/policy/who-may-change";
import type { BotServices } from "../bot-services";
import { askAboutPeople } from "./ask-about-people";
import type { Turn } from "../turn/turn";

/** The people of a request, as far as the organization knows them. */
export interface LookedUpPeople {
  /** Each with the Entra object id: looking them up again asks nobody. */
  known: RequestedPerson[];
  attendees: Attendee[];
  names: Person[];
  /** Names of those who cannot be invited: guests, bots, people who left. */
  missing: string[];
  /** Names of those of whom Teams did not say just now who they are. */
  unasked: string[];
}

interface FoundPerson {
  person: RequestedPerson;
  attendee: Attendee;
}
type Found = FoundPerson | { missing: string } | { unasked: string };
type MentionedPerson = Extract<RequestedPerson, { kind: "mention" }>;

/**
 * Finds the account behind each mention, which Teams usually names by its own `29:…`. Whoever cannot be found
 * is left out, and the rest goes through.
 */
export async function lookUpPeople(
  turn: Turn,
  people: readonly RequestedPerson[],
  services: BotServices,
): Promise<LookedUpPeople> {
  const ask = askAboutPeople(turn, people.length, services);
  const found = await Promise.all(
    people.map(async (person): Promise<Found> =>
      person.kind === "address" || person.aadId
        ? { person, attendee: toAttendee(person) }
        : find(person),
    ),
  );
  const result: LookedUpPeople = {
    known: [],
    attendees: [],
    names: [],
    missing: [],
    unasked: [],
  };
  for (const one of mergeSame(found)) {
    if ("missing" in one) {
      result.missing.push(one.missing);
      continue;
    }
    if ("unasked" in one) {
      result.unasked.push(one.unasked);
      continue;
    }
    const { person, attendee } = one;
    result.known.push(person);
    result.attendees.push(attendee);
    if (person.kind === "mention" && attendee.aadId && person.name) {
      result.names.push({ aadId: attendee.aadId, name: person.name });
    }
  }
  return result;

  async function find(person: MentionedPerson): Promise<Found> {
    const about = await ask(person.mentionId);
    if (!about.isTold) return { unasked: person.name };
    const { member } = about;
    if (!isMemberOfTenant(member, turn.tenantId)) return { missing: person.name };
    const known = { ...person, aadId: member.aadId, ...(member.upn && { upn: member.upn }) };
    return { person: known, attendee: toAttendee(known) };
  }
}

/** Whoever was mentioned and whose address was typed too is one person, with the role that was named last. */
function mergeSame(found: readonly Found[]): Found[] {
  const merged: Found[] = [];
  for (const one of found) {
    const index = merged.findIndex(
      (other) => "person" in one && "person" in other && isSamePerson(one.attendee, other.attendee),
    );
    const first = merged[index];
    if (!first || !("person" in first) || !("person" in one)) merged.push(one);
    else merged[index] = mergeTwo(first, one);
  }
  return merged;
}

function mergeTwo(first: FoundPerson, second: FoundPerson): FoundPerson {
  const [told, typed] = first.person.kind === "mention" ? [first, second] : [second, first];
  const role = second.person.role ?? first.person.role;
  return {
    person: { ...told.person, ...(role && { role }) },
    attendee: { ...typed.attendee, ...told.attendee, ...(role && { role }) },
  };
}

/** As a meeting's plan takes them. */
export function toInvited({ attendees, names }: LookedUpPeople) {
  return attendees.length > 0 ? { attendees, people: names } : {};
}

function toAttendee(person: RequestedPerson): Attendee {
  const role = person.role && { role: person.role };
  return person.kind === "address"
    ? { upn: person.upn, ...role }
    : {
        ...(person.aadId && { aadId: person.aadId }),
        ...(person.upn && { upn: person.upn }),
        ...role,
      };
}
