import * as z from "zod";
import { ATTENDEE_ROLES, isSamePerson, type Attendee } from "../meetings/ports/online-meeting";
import { lenient } from "./parse-answer";

const text = z.string().min(1);

/** https://learn.microsoft.com/graph/api/resources/meetingparticipantinfo */
const attendeeSchema = z.object({
  identity: lenient(z.object({ user: z.object({ id: text }) })),
  upn: lenient(text),
  role: lenient(z.enum(ATTENDEE_ROLES)),
});

/** Leaves out attendees that can't be read, and roles that we don't know. */
export const attendeesSchema = z
  .array(z.unknown())
  .transform((list) => list.map(readAttendee).filter((attendee) => attendee !== undefined));

type Json = z.core.util.JSONType;

/** An attendee as Graph returned it, including unknown fields. */
export type GraphAttendee = Record<string, Json | undefined>;

export const graphAttendeesSchema = z
  .array(z.record(z.string(), z.json()))
  .transform((list): GraphAttendee[] => list.map(dropEmpty));

/** See the examples of https://learn.microsoft.com/graph/api/onlinemeeting-createorget */
export function toGraphAttendee({ aadId, upn, role }: Attendee) {
  return {
    ...(aadId && { identity: { user: { id: aadId } } }),
    ...(upn && { upn }),
    ...(role && { role }),
  };
}

/**
 * The full attendee list for a PATCH. Current attendees keep their position and every field that Graph returned;
 * only a role in `added` replaces theirs.
 */
export function toPatchAttendees(
  current: readonly GraphAttendee[],
  added: readonly Attendee[],
  removed: readonly Attendee[] = [],
): GraphAttendee[] {
  const attendees = current.filter((attendee) =>
    removed.every((person) => findPerson([attendee], person) === -1),
  );
  for (const person of added) {
    const index = findPerson(attendees, person);
    const { role } = person;
    const fields: GraphAttendee = toGraphAttendee(person);
    if (index === -1) attendees.push(fields);
    else attendees[index] = { ...fields, ...attendees[index], ...(role && { role }) };
  }
  return attendees;
}

function readAttendee(json: unknown): Attendee | undefined {
  const read = attendeeSchema.safeParse(json);
  if (!read.success) return undefined;
  const { identity, upn, role } = read.data;
  const aadId = identity?.user.id;
  return aadId || upn ? { aadId, upn, role } : undefined;
}

/** Ids come first: user principal names can be reassigned. */
function findPerson(list: readonly GraphAttendee[], person: Attendee): number {
  const attendees = list.map(readAttendee);
  const { aadId } = person;
  const index = attendees.findIndex((known) => known?.aadId && isSamePerson(known, { aadId }));
  return index === -1
    ? attendees.findIndex((known) => known && isSamePerson(known, person))
    : index;
}

/** Graph returns null for each kind of identity that a person doesn't have. A PATCH doesn't need them. */
function dropEmpty(fields: Record<string, Json>): Record<string, Json> {
  const kept = Object.entries(fields)
    .map(([name, value]): [string, Json] => [name, isObject(value) ? dropEmpty(value) : value])
    .filter(([, value]) => value !== null && !(isObject(value) && Object.keys(value).length === 0));
  return Object.fromEntries(kept);
}

function isObject(value: Json): value is Record<string, Json> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
