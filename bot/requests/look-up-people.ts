import { bulkhead } from "cockatiel";
import { toAppError } from "../../src/errors";
import type { Person } from "../../src/meetings/meeting-record";
import type { Attendee } from "../../src/meetings/online-meeting";
import type { RequestedPerson } from "../../src/meetings/request/meeting-request";
import { isMemberOfTenant } from "../../src/meetings/who-may-change";
import type { BotServices } from "../bot-services";
import { toRosterPlace } from "./roster-place";
import type { Turn } from "../turn";

/** The people of a request, as far as the organization knows them. */
export interface LookedUpPeople {
  /** Each with the Entra object id: looking them up again asks nobody. */
  known: RequestedPerson[];
  attendees: Attendee[];
  names: Person[];
  /** Names of those who cannot be invited: guests, bots, people who left. */
  missing: string[];
}

type Found = { person: RequestedPerson; attendee: Attendee } | { missing: string };
type MentionedPerson = Extract<RequestedPerson, { kind: "mention" }>;

/** Teams throttles a bot that asks for more at once. */
const MAX_CALLS_AT_ONCE = 8;

/**
 * Finds the account behind each mention, which Teams usually names by its own `29:…`. Whoever cannot be found
 * is left out, and the rest goes through: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/get-teams-context
 */
export async function lookUpPeople(
  turn: Turn,
  people: readonly RequestedPerson[],
  { roster, log }: BotServices,
): Promise<LookedUpPeople> {
  const limit = bulkhead(MAX_CALLS_AT_ONCE, people.length);
  const found = await Promise.all(
    people.map(async (person): Promise<Found> =>
      person.kind === "address" || person.aadId
        ? { person, attendee: toAttendee(person) }
        : limit.execute(() => find(person)),
    ),
  );
  const result: LookedUpPeople = { known: [], attendees: [], names: [], missing: [] };
  for (const one of found) {
    if ("missing" in one) {
      result.missing.push(one.missing);
      continue;
    }
    const { person, attendee } = one;
    result.known.push(person);
    result.attendees.push(attendee);
    if (person.kind === "mention" && attendee.aadId) {
      result.names.push({ aadId: attendee.aadId, name: person.name });
    }
  }
  return result;

  async function find(person: MentionedPerson): Promise<Found> {
    try {
      const member = await roster.findMember(toRosterPlace(turn), person.mentionId);
      if (!isMemberOfTenant(member, turn.tenantId)) return { missing: person.name };
      const known = { ...person, aadId: member.aadId };
      const upn = member.upn && { upn: member.upn };
      return { person: known, attendee: { ...toAttendee(known), ...upn } };
    } catch (error) {
      log.warn({ code: toAppError(error).code }, "a mentioned person could not be looked up");
      return { missing: person.name };
    }
  }
}

/** As a meeting's plan takes them. */
export function toInvited({ attendees, names }: LookedUpPeople) {
  return attendees.length > 0 ? { attendees, people: names } : {};
}

function toAttendee(person: RequestedPerson): Attendee {
  const role = person.role && { role: person.role };
  return person.kind === "address"
    ? { upn: person.upn, ...role }
    : { ...(person.aadId && { aadId: person.aadId }), ...role };
}
