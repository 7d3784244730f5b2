import { isMemberOfTenant } from "../../src/meetings/policy/who-may-change";
import type { Member } from "../../src/meetings/ports/team-roster";
import type { MeetingRequest, RequestedPerson } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import type { Turn } from "../turn/turn";
import { createMemberLookUp, toNamedPeople } from "./look-up-people";

/** Names by Entra object id. */
export type KnownNames = ReadonlyMap<string, string>;

/**
 * Completes a request whose people were picked, and so have only an id. Teams knows the names of people in the
 * conversation. If it knows no name, the id is enough: Graph knows everyone in the organization.
 *
 * @param names Used for people Teams doesn't name.
 */
export async function resolvePicked(
  turn: Turn,
  request: MeetingRequest,
  names: KnownNames,
  services: Pick<BotServices, "team" | "log">,
): Promise<MeetingRequest> {
  const lookUp = createMemberLookUp(turn, request.people.length, services);
  return { ...request, people: await Promise.all(request.people.map(resolve)) };

  async function resolve(person: RequestedPerson): Promise<RequestedPerson> {
    if (person.kind === "address" || person.aadId) return person;
    const lookedUp = await lookUp(person.mentionId);
    const member = lookedUp.ok ? lookedUp.member : undefined;
    // A guest stays without an id: looking up the people then reports them by name.
    const isGuest = member !== undefined && !isMemberOfTenant(member, turn.tenantId);
    return isGuest ? { ...person, name: member.name ?? "" } : toPicked(person, member, names);
  }
}

/** The same without asking Teams. */
export function keepPicked(request: MeetingRequest, names: KnownNames): MeetingRequest {
  return {
    ...request,
    people: request.people.map((person) => toPicked(person, undefined, names)),
  };
}

function toPicked(
  person: RequestedPerson,
  member: Member | undefined,
  names: KnownNames,
): RequestedPerson {
  if (person.kind === "address") return person;
  const { mentionId } = person;
  // Some clients send Teams' own id, which Graph doesn't know.
  const aadId = member?.aadId ?? (mentionId.startsWith("29:") ? undefined : mentionId);
  return {
    ...person,
    name: member?.name ?? names.get(mentionId) ?? "",
    ...(aadId && { aadId }),
    ...(member?.upn && { upn: member.upn }),
  };
}

export function toKnownNames({ people }: Pick<MeetingRequest, "people">): KnownNames {
  return new Map(toNamedPeople(people).map(({ aadId, name }) => [aadId, name]));
}
