import { isMemberOfTenant } from "../../src/meetings/policy/who-may-change";
import type { Member } from "../../src/meetings/ports/team-roster";
import type { MeetingRequest, RequestedPerson } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { createMemberLookUp } from "../requests/look-up-people";
import type { Turn } from "../turn/turn";

/** Names by Entra object id. */
export type KnownNames = ReadonlyMap<string, string>;
type PickedPerson = Extract<RequestedPerson, { kind: "mention" }>;

/**
 * Completes a request whose people were picked, and so have only an id. Teams knows the names of people in the
 * conversation. Others belong to the organization too, and Graph knows them by their ids.
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
    // A person's own meeting has no roster.
    const hasRoster = turn.conversation.conversationType !== "person";
    const lookedUp = hasRoster ? await lookUp(person.mentionId) : undefined;
    const member = lookedUp?.ok ? lookedUp.member : undefined;
    // A guest stays without an id: looking up the people then reports them by name.
    const isGuest = member !== undefined && !isMemberOfTenant(member, turn.tenantId);
    return isGuest ? { ...person, name: member.name ?? "" } : toPicked(person, member, names);
  }
}

function toPicked(
  person: PickedPerson,
  member: Member | undefined,
  names: KnownNames,
): PickedPerson {
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

/** For when Teams takes too long: Graph knows people by their ids. */
export function toUnnamed(request: MeetingRequest, names: KnownNames): MeetingRequest {
  const people = request.people.map((person) =>
    person.kind === "mention" ? toPicked(person, undefined, names) : person,
  );
  return { ...request, people };
}

export function toKnownNames({ people }: Pick<MeetingRequest, "people">): KnownNames {
  return new Map(
    people.flatMap((person) =>
      person.kind === "mention" && person.aadId && person.name
        ? [[person.aadId, person.name] as const]
        : [],
    ),
  );
}
