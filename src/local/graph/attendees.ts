import { z } from "zod";
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
