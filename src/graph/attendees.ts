import { z } from "zod";
import { ATTENDEE_ROLES, type Attendee } from "../meetings/ports/online-meeting";
import { ifReadable } from "./if-readable";

const text = z.string().min(1);

/** https://learn.microsoft.com/graph/api/resources/meetingparticipantinfo */
const attendeeSchema = z.object({
  identity: ifReadable(z.object({ user: z.object({ id: text }) })),
  upn: ifReadable(text),
  role: ifReadable(z.enum(ATTENDEE_ROLES)),
});

/** The attendees of an answer; who cannot be read is left out, and so is a role that we do not know. */
export const attendeesSchema = z
  .array(z.unknown())
  .transform((list) => list.map(readAttendee).filter((one) => one !== undefined));

type Json = z.core.util.JSONType;

/** An attendee in Graph's own words, with whatever we know nothing of. */
export type GraphAttendee = Record<string, Json | undefined>;

export const graphAttendeesSchema = z
  .array(z.record(z.string(), z.json()))
  .transform((list): GraphAttendee[] => list.map(dropEmpty));

/** As the examples of https://learn.microsoft.com/graph/api/onlinemeeting-createorget have it. */
export function toGraphAttendee({ aadId, upn, role }: Attendee) {
  return {
    ...(aadId && { identity: { user: { id: aadId } } }),
    ...(upn && { upn }),
    ...(role && { role }),
  };
}

/**
 * The whole list that a PATCH needs. Whoever is invited keeps place, role and all that Graph says of them;
 * only a role that is given here takes the place of theirs.
 */
export function withInvited(
  invited: readonly GraphAttendee[],
  added: readonly Attendee[],
): GraphAttendee[] {
  const merged = [...invited];
  for (const person of added) {
    const index = findPerson(merged, person);
    const given: GraphAttendee = toGraphAttendee(person);
    if (index === -1) merged.push(given);
    else merged[index] = { ...given, ...merged[index], ...(person.role && { role: person.role }) };
  }
  return merged;
}

function readAttendee(json: unknown): Attendee | undefined {
  const read = attendeeSchema.safeParse(json);
  if (!read.success) return undefined;
  const { identity, upn, role } = read.data;
  const aadId = identity?.user.id;
  if (!aadId && !upn) return undefined;
  return { ...(aadId && { aadId }), ...(upn && { upn }), ...(role && { role }) };
}

/** A principal name may be given anew when somebody leaves, so two different ids are two people. */
function findPerson(list: readonly GraphAttendee[], { aadId, upn }: Attendee): number {
  const known = list.map(readAttendee);
  const index = known.findIndex((one) => isSameText(one?.aadId, aadId));
  if (index !== -1) return index;
  return known.findIndex((one) => !(one?.aadId && aadId) && isSameText(one?.upn, upn));
}

function isSameText(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}

/** Graph shows every kind of identity that somebody does not have as null; none of them has to go back. */
function dropEmpty(fields: Record<string, Json>): Record<string, Json> {
  const kept = Object.entries(fields).map(([name, value]): [string, Json] => [
    name,
    isObject(value) ? dropEmpty(value) : value,
  ]);
  return Object.fromEntries(
    kept.filter(
      ([, value]) => value !== null && !(isObject(value) && Object.keys(value).length === 0),
    ),
  );
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
