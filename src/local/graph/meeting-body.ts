import * as z from "zod";
import { HOUR, parseInstant, type Instant } from "../instant";
import type { LocalSettings } from "../local-settings";
import { GraphError } from "./graph-error";

/** Source: learn.microsoft.com/graph/api/resources/meetingparticipantinfo. */
const roleSchema = z.enum(["attendee", "presenter", "producer", "coorganizer"]);

/** The attendees of a body, each with an object id, a user principal name, or both. */
export const attendeesSchema = z.array(
  z
    .looseObject({
      identity: z
        .looseObject({ user: z.looseObject({ id: z.string().nullish() }).nullish() })
        .nullish(),
      upn: z.string().nullish(),
      role: roleSchema.nullish(),
    })
    .refine((person) => person.upn || person.identity?.user?.id, {
      error: "an attendee needs identity.user.id or upn",
    })
    .refine((person) => person.role !== "coorganizer" || person.identity?.user?.id, {
      error: "a coorganizer needs identity.user.id",
    })
    .transform((person) => ({
      userId: person.identity?.user?.id?.toLowerCase() ?? null,
      upn: person.upn ?? null,
      role: person.role ?? null,
    })),
);

export type Attendee = z.output<typeof attendeesSchema>[number];

/** @throws GraphError 400 for a co-organizer where the settings refuse them */
export function checkCoOrganizers(attendees: Attendee[], { coOrganizers }: LocalSettings): void {
  if (coOrganizers === "refused" && attendees.some(({ role }) => role === "coorganizer"))
    throw GraphError.badRequest("An error has occurred.");
}

/** ISO 8601 with seconds and a UTC offset. */
export const instantSchema = z.string().transform((text, context): Instant => {
  const instant = parseInstant(text);
  if (instant !== undefined) return instant;
  context.addIssue({ code: "custom", message: `cannot read "${text}" as a DateTimeOffset` });
  return z.NEVER;
});

/**
 * The times of a createOrGet. The start defaults to now, and the end to an hour after the start.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-createorget (notes). Its errors are undocumented.
 *
 * @throws GraphError 400 for an end before the start or without one
 */
export function readCreateTimes(start: Instant | null, end: Instant | null, now: Instant) {
  if (end !== null && start === null)
    throw GraphError.badRequest("endDateTime was given without startDateTime.");
  const startsAt = start ?? now;
  return checkOrder(startsAt, end ?? startsAt + HOUR);
}

/**
 * The times of a PATCH: both or none.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-update#request-body.
 *
 * @throws GraphError 400 for one alone, or an end before the start
 */
export function readUpdateTimes(start: Instant | undefined, end: Instant | undefined) {
  if (start === undefined && end === undefined) return undefined;
  if (start === undefined || end === undefined)
    throw GraphError.badRequest("startDateTime and endDateTime must appear in pairs.");
  return checkOrder(start, end);
}

function checkOrder(startsAt: Instant, endsAt: Instant) {
  if (endsAt >= startsAt) return { startsAt, endsAt };
  throw GraphError.badRequest("endDateTime is earlier than startDateTime.");
}
