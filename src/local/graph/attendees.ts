import { z } from "zod";
import type { LocalSettings } from "../local-settings";
import { GraphError } from "./graph-error";

/** Source: learn.microsoft.com/graph/api/resources/meetingparticipantinfo. */
const roleSchema = z.enum(["attendee", "presenter", "producer", "coorganizer"]);

/** People as a body names them; each by an object id, a user principal name, or both. */
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
export function refuseCoOrganizers(attendees: Attendee[], { coOrganizers }: LocalSettings): void {
  const isRefused = coOrganizers === "refused" && attendees.some(isCoOrganizer);
  if (isRefused) throw GraphError.badRequest("An error has occurred.");
}

function isCoOrganizer({ role }: Attendee): boolean {
  return role === "coorganizer";
}

/** Members of an enumeration that Graph shows only to callers that ask for them. */
const EVOLVED_ROLES = new Set<string | null>(["producer", "coorganizer"]);

/**
 * An attendee as Graph shows it.
 *
 * @param showsEvolved whether the caller sent `Prefer: include-unknown-enum-members`
 * Source: learn.microsoft.com/graph/best-practices-concept#handling-future-members-in-evolvable-enumerations.
 */
export function toAttendeeJson({ userId, upn, role }: Attendee, showsEvolved: boolean) {
  return {
    upn,
    role: EVOLVED_ROLES.has(role) && !showsEvolved ? "unknownFutureValue" : role,
    identity: userId === null ? null : { user: { id: userId } },
  };
}
