import type { MeetingRequest, RequestedPerson } from "../../src/meetings/request/meeting-request";
import { toAppError } from "../../src/errors";
import { isMemberOfTenant } from "../../src/meetings/who-may-change";
import type { BotServices } from "../bot-services";
import { toRosterPlace } from "../requests/roster-place";
import type { Turn } from "../turn";

/** Entra object ids, and the names that go with them. */
export type KnownNames = ReadonlyMap<string, string>;

/**
 * A request whose people were picked, by nothing but their ids. Teams tells the names of those who are in the
 * conversation; whoever was picked and is not in it is of the organization all the same, and Graph knows them.
 */
export async function resolvePicked(
  turn: Turn,
  request: MeetingRequest,
  names: KnownNames,
  { roster, log }: BotServices,
): Promise<MeetingRequest> {
  return { ...request, people: await Promise.all(request.people.map(resolve)) };

  async function resolve(person: RequestedPerson): Promise<RequestedPerson> {
    if (person.kind === "address" || person.aadId) return person;
    const { mentionId: aadId } = person;
    const name = names.get(aadId);
    if (name !== undefined) return { ...person, aadId, name };
    if (turn.conversation.place === "person") return { ...person, aadId };
    try {
      const member = await roster.findMember(toRosterPlace(turn), aadId);
      if (!member) return { ...person, aadId };
      const known = { ...person, name: member.name ?? "" };
      // A guest, whom the look-up of people tells off by name.
      if (!isMemberOfTenant(member, turn.tenantId)) return known;
      return { ...known, aadId, ...(member.upn && { upn: member.upn }) };
    } catch (error) {
      log.warn({ code: toAppError(error).code }, "the name of a picked person is not known");
      return { ...person, aadId };
    }
  }
}

/** The names of those in a request of whom they are known. */
export function toKnownNames({ people }: Pick<MeetingRequest, "people">): KnownNames {
  return new Map(
    people.flatMap((person) =>
      person.kind === "mention" && person.aadId && person.name
        ? [[person.aadId, person.name] as const]
        : [],
    ),
  );
}
