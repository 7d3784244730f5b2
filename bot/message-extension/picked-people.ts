import type { MeetingRequest, RequestedPerson } from "../../src/request/meeting-request";
import type { Member } from "../../src/meetings/ports/team-roster";
import { isMemberOfTenant } from "../../src/meetings/policy/who-may-change";
import type { BotServices } from "../bot-services";
import { askAboutPeople } from "../requests/ask-about-people";
import type { Turn } from "../turn/turn";

/** Entra object ids, and the names that go with them. */
export type KnownNames = ReadonlyMap<string, string>;

/**
 * A request whose people were picked, by nothing but their ids. Teams tells the names of those who are in the
 * conversation; whoever was picked and is not in it is of the organization all the same, and Graph knows them.
 *
 * @param names Known already, for whom Teams does not tell.
 */
export async function resolvePicked(
  turn: Turn,
  request: MeetingRequest,
  names: KnownNames,
  services: BotServices,
): Promise<MeetingRequest> {
  const ask = askAboutPeople(turn, request.people.length, services);
  return { ...request, people: await Promise.all(request.people.map(resolve)) };

  async function resolve(person: RequestedPerson): Promise<RequestedPerson> {
    if (person.kind === "address" || person.aadId) return person;
    const { mentionId } = person;
    // A person's own place has no roster.
    const about = turn.conversation.conversationType !== "person" && (await ask(mentionId));
    const member = about && about.isTold ? about.member : undefined;
    // A guest, whom the look-up of people tells off by name.
    const isGuest = member !== undefined && !isMemberOfTenant(member, turn.tenantId);
    return isGuest ? { ...person, name: member.name ?? "" } : toPicked(person, member, names);
  }
}

type PickedPerson = Extract<RequestedPerson, { kind: "mention" }>;

function toPicked(
  person: PickedPerson,
  member: Member | undefined,
  names: KnownNames,
): PickedPerson {
  const { mentionId } = person;
  // Teams' own id, which some clients hand on, means nothing to Graph.
  const aadId = member?.aadId ?? (mentionId.startsWith("29:") ? undefined : mentionId);
  return {
    ...person,
    name: member?.name ?? names.get(mentionId) ?? "",
    ...(aadId && { aadId }),
    ...(member?.upn && { upn: member.upn }),
  };
}

/** The same without asking Teams, which takes too long: Graph knows them by their ids. */
export function toUnnamed(request: MeetingRequest, names: KnownNames): MeetingRequest {
  const people = request.people.map((person) =>
    person.kind === "mention" ? toPicked(person, undefined, names) : person,
  );
  return { ...request, people };
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
