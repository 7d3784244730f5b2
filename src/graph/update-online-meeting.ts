import type { OnlineMeeting as GraphOnlineMeeting } from "@microsoft/microsoft-graph-types-beta";
import { z } from "zod";
import { AppError, toAppError } from "../errors";
import type {
  Attendee,
  MeetingAddress,
  MeetingChange,
  OnlineMeeting,
} from "../meetings/ports/online-meeting";
import { graphAttendeesSchema, withInvited, type GraphAttendee } from "./attendees";
import type { CallGraph } from "./graph-client";
import { toGraphOptions } from "./meeting-options";
import { toMeeting, type ToOwner } from "./meeting-path";
import { readOnlineMeeting } from "./read-online-meeting";

type UpdateBody = Omit<GraphOnlineMeeting, "participants"> & {
  participants?: { attendees: GraphAttendee[] };
};

/** Anything but a list could be a list that we cannot read; a PATCH without it would empty it. */
const invitedSchema = z.object({
  participants: z.object({ attendees: graphAttendeesSchema.nullable() }),
});

/**
 * Changes a meeting by one PATCH: https://learn.microsoft.com/graph/api/onlinemeeting-update
 *
 * Attendees can only be given as the whole list, so where people are added a GET comes before. Graph has no
 * entity tag for a meeting: who invites somebody else between the two is not seen.
 */
export async function updateOnlineMeeting(
  callGraph: CallGraph,
  address: MeetingAddress,
  { subject, time, attendees, options }: MeetingChange,
  toOwner: ToOwner,
): Promise<OnlineMeeting> {
  const target = toMeeting(address, toOwner);
  const all = attendees?.length && (await mergeWithInvited(callGraph, target, attendees));
  const body: UpdateBody = {
    ...(subject !== undefined && { subject }),
    ...(time && { startDateTime: time.startsAt, endDateTime: time.endsAt }),
    ...(all && { participants: { attendees: all } }),
    ...(options && toGraphOptions(options)),
  };
  try {
    return readOnlineMeeting(await callGraph({ ...target, method: "PATCH", body })).meeting;
  } catch (error) {
    // The PATCH was a success, of which Graph showed nothing that we can use.
    if (toAppError(error).code !== "bad_answer") throw error;
    return readOnlineMeeting(await callGraph({ ...target, method: "GET" })).meeting;
  }
}

async function mergeWithInvited(
  callGraph: CallGraph,
  target: ReturnType<typeof toMeeting>,
  added: readonly Attendee[],
): Promise<GraphAttendee[]> {
  const { json, details } = await callGraph({ ...target, method: "GET" });
  const read = invitedSchema.safeParse(json);
  if (read.success) return withInvited(read.data.participants.attendees ?? [], added);
  throw new AppError("bad_answer", { ...details, reason: "unusable: participants.attendees" });
}
