import type { OnlineMeeting as GraphOnlineMeeting } from "@microsoft/microsoft-graph-types-beta";
import { z } from "zod";
import { AppError, toAppError } from "../errors";
import type {
  Attendee,
  MeetingAddress,
  MeetingChange,
  OnlineMeeting,
} from "../meetings/online-meeting";
import { graphAttendeesSchema, mergeAttendees, type GraphAttendee } from "./attendees";
import type { CallGraph } from "./graph-client";
import { toGraphOptions } from "./meeting-options";
import { toMeetingPath } from "./meeting-path";
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
): Promise<OnlineMeeting> {
  const { tenantId } = address;
  const path = toMeetingPath(address);
  const all = attendees?.length && (await mergeWithInvited(callGraph, address, attendees));
  const body: UpdateBody = {
    ...(subject !== undefined && { subject }),
    ...(time && { startDateTime: time.startsAt, endDateTime: time.endsAt }),
    ...(all && { participants: { attendees: all } }),
    ...(options && toGraphOptions(options)),
  };
  try {
    return readOnlineMeeting(await callGraph({ tenantId, method: "PATCH", path, body })).meeting;
  } catch (error) {
    // The PATCH was a success, of which Graph showed nothing that we can use.
    if (toAppError(error).code !== "bad_answer") throw error;
    return readOnlineMeeting(await callGraph({ tenantId, method: "GET", path })).meeting;
  }
}

async function mergeWithInvited(
  callGraph: CallGraph,
  address: MeetingAddress,
  added: readonly Attendee[],
): Promise<GraphAttendee[]> {
  const path = toMeetingPath(address);
  const { json, details } = await callGraph({ tenantId: address.tenantId, method: "GET", path });
  const read = invitedSchema.safeParse(json);
  if (read.success) return mergeAttendees(read.data.participants.attendees ?? [], added);
  throw new AppError("bad_answer", { ...details, reason: "unusable: participants.attendees" });
}
