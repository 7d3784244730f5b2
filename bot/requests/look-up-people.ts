import { bulkhead } from "cockatiel";
import { toAppError } from "../../src/errors";
import { isMemberOfTenant } from "../../src/meetings/policy/who-may-change";
import { isSamePerson, type Attendee } from "../../src/meetings/ports/online-meeting";
import type { Member } from "../../src/meetings/ports/team-roster";
import type { Person } from "../../src/meetings/record/meeting-record";
import type { RequestedPerson } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { toRosterConversation, type Turn } from "../turn/turn";

/** Teams throttles a bot that makes more calls at once. */
const MAX_CALLS_AT_ONCE = 8;

type LookUpServices = Pick<BotServices, "team" | "log">;

/** The people of a request, by what's known about them. */
export interface LookedUpPeople {
  /** With their Entra object ids: looking them up again needs no calls. */
  known: RequestedPerson[];
  attendees: Attendee[];
  names: Person[];
  /** Names of people who can't be invited: guests, bots, people who left. */
  missing: string[];
  /** Names of people Teams couldn't look up. */
  notLookedUp: string[];
}

interface FoundPerson {
  person: RequestedPerson;
  attendee: Attendee;
}
type Found = FoundPerson | { missing: string } | { notLookedUp: string };
type MentionedPerson = Extract<RequestedPerson, { kind: "mention" }>;
type TypedPerson = Extract<RequestedPerson, { kind: "address" }>;

/**
 * Finds the Entra account behind each mention, which Teams usually gives by its own `29:…` id. People who can't
 * be found are left out, and the request goes on without them. Someone in the conversation whose address was typed
 * becomes a mention, so that Teams notifies them. Any other address is invited as typed.
 */
export async function lookUpPeople(
  turn: Turn,
  people: readonly RequestedPerson[],
  services: LookUpServices,
): Promise<LookedUpPeople> {
  const lookUp = createMemberLookUp(turn, people.length, services);
  const found = await Promise.all(
    people.map(async (person): Promise<Found> => {
      if (person.kind === "address") return findTyped(person);
      return person.aadId ? { person, attendee: toAttendee(person) } : find(person);
    }),
  );
  const invited = mergeSame(found.filter((entry) => "person" in entry));
  const known = invited.map(({ person }) => person);
  return {
    known,
    attendees: invited.map(({ attendee }) => attendee),
    names: toNamedPeople(known),
    missing: found.flatMap((entry) => ("missing" in entry ? entry.missing : [])),
    notLookedUp: found.flatMap((entry) => ("notLookedUp" in entry ? entry.notLookedUp : [])),
  };

  async function find(person: MentionedPerson): Promise<Found> {
    const lookedUp = await lookUp(person.mentionId);
    if (!lookedUp.ok) return { notLookedUp: person.name };
    const { member } = lookedUp;
    if (!isMemberOfTenant(member, turn.tenantId)) return { missing: person.name };
    const { aadId, upn } = member;
    const foundPerson = { ...person, aadId, ...(upn && { upn }) };
    return { person: foundPerson, attendee: toAttendee(foundPerson) };
  }

  async function findTyped(person: TypedPerson): Promise<FoundPerson> {
    const lookedUp = await lookUp(person.upn);
    const member = lookedUp.ok ? lookedUp.member : undefined;
    if (!isMemberOfTenant(member, turn.tenantId)) return { person, attendee: toAttendee(person) };
    const { aadId, name = "" } = member;
    const mentioned = { ...person, kind: "mention", mentionId: aadId, aadId, name } as const;
    return { person: mentioned, attendee: toAttendee(mentioned) };
  }
}

/** The people whose Entra object id and name are known. */
export function toNamedPeople(people: readonly RequestedPerson[]): Required<Person>[] {
  return people.flatMap((person) =>
    person.kind === "mention" && person.aadId && person.name
      ? { aadId: person.aadId, name: person.name }
      : [],
  );
}

/** Someone who was mentioned and whose address was typed too is one person, with the last role. */
function mergeSame(found: readonly FoundPerson[]): FoundPerson[] {
  const merged: FoundPerson[] = [];
  for (const entry of found) {
    const index = merged.findIndex(({ attendee }) => isSamePerson(entry.attendee, attendee));
    const first = merged[index];
    if (first) merged[index] = mergeTwo(first, entry);
    else merged.push(entry);
  }
  return merged;
}

function mergeTwo(first: FoundPerson, second: FoundPerson): FoundPerson {
  const [mentioned, typed] = first.person.kind === "mention" ? [first, second] : [second, first];
  const role = second.person.role ?? first.person.role;
  return {
    person: { ...mentioned.person, ...(role && { role }) },
    attendee: { ...typed.attendee, ...mentioned.attendee, ...(role && { role }) },
  };
}

export function toAttendee(person: RequestedPerson): Attendee {
  const role = person.role && { role: person.role };
  return person.kind === "address"
    ? { upn: person.upn, ...role }
    : {
        ...(person.aadId && { aadId: person.aadId }),
        ...(person.upn && { upn: person.upn }),
        ...role,
      };
}

/** The people in the form of a meeting's plan. */
export function toInvited({ attendees, names }: LookedUpPeople) {
  return attendees.length > 0 ? { attendees, people: names } : {};
}

/** `member` is missing if the conversation has none with this id. */
type LookedUpMember = { ok: true; member: Member | undefined } | { ok: false };

/**
 * Looks up people of a conversation, by Teams' own id or the Entra object id:
 * https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 *
 * @param count The maximum number of people.
 */
export function createMemberLookUp(
  turn: Turn,
  count: number,
  { team, log }: LookUpServices,
): (id: string) => Promise<LookedUpMember> {
  let isSilent = false;
  const limit = bulkhead(MAX_CALLS_AT_ONCE, count);
  return (id) => limit.execute(() => lookUp(id));

  async function lookUp(id: string): Promise<LookedUpMember> {
    // If one call times out, the queued ones would probably time out too.
    if (isSilent) return { ok: false };
    // A person's own meeting has no roster.
    if (turn.conversation.conversationType === "person") return { ok: true, member: undefined };
    try {
      return { ok: true, member: await team.roster.findMember(toRosterConversation(turn), id) };
    } catch (error) {
      const { code, details } = toAppError(error);
      isSilent ||= code === "roster_unavailable" && details.status === undefined;
      log.warn({ code }, "a person could not be looked up");
      return { ok: false };
    }
  }
}
