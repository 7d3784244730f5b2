import type { OnlineMeeting as GraphOnlineMeeting } from "@microsoft/microsoft-graph-types-beta";
import * as z from "zod";
import { toAppError } from "../errors";
import type { MeetingChange, OnlineMeeting } from "../meetings/ports/online-meeting";
import { graphAttendeesSchema, toPatchAttendees, type GraphAttendee } from "./attendees";
import type { CallGraph, GraphTarget } from "./graph-client";
import { parseAnswer } from "./parse-answer";
import { readOnlineMeeting, toGraphOptions } from "./read-online-meeting";

type UpdateBody = Omit<GraphOnlineMeeting, "participants"> & {
  participants?: { attendees: GraphAttendee[] };
};

/** Strict, because a PATCH without the attendees of a list that we can't read would remove them. */
const attendeesSchema = z.object({
  participants: z.object({ attendees: graphAttendeesSchema.nullable() }),
});

/**
 * Changes a meeting with one PATCH: https://learn.microsoft.com/graph/api/onlinemeeting-update
 *
 * A PATCH replaces the whole list of attendees, so adding or removing people takes a GET first. Graph has no ETag for meetings,
 * so an attendee added elsewhere between the two calls is lost.
 */
export async function updateOnlineMeeting(
  callGraph: CallGraph,
  target: GraphTarget,
  { subject, time, attendees: added = [], removed = [], options }: MeetingChange,
): Promise<OnlineMeeting> {
  const get = () => callGraph({ ...target, method: "GET" });
  let attendees: GraphAttendee[] | undefined;
  if (added.length > 0 || removed.length > 0) {
    const { participants } = parseAnswer(attendeesSchema, await get());
    attendees = toPatchAttendees(participants.attendees ?? [], added, removed);
  }
  const body: UpdateBody = {
    subject,
    startDateTime: time?.startsAt,
    endDateTime: time?.endsAt,
    participants: attendees && { attendees },
    ...(options && toGraphOptions(options)),
  };
  try {
    return readOnlineMeeting(await callGraph({ ...target, method: "PATCH", body })).meeting;
  } catch (error) {
    // The PATCH succeeded, but its response is unusable.
    if (toAppError(error).code !== "bad_answer") throw error;
    return readOnlineMeeting(await get()).meeting;
  }
}
