import * as z from "zod";
import type { CloudState } from "../cloud-state";
import { toInstant } from "../instant";
import { attendeesSchema, checkCoOrganizers, instantSchema, readUpdateTimes } from "./meeting-body";
import { GraphError } from "./graph-error";
import { optionsPatchSchema } from "./meeting-options";
import { findOwnMeeting, readBody, type GraphCall, type GraphResult } from "./operation";

const bodySchema = z.strictObject({
  ...optionsPatchSchema.shape,
  subject: z.string().nullable().optional(),
  startDateTime: instantSchema.optional(),
  endDateTime: instantSchema.optional(),
  participants: z
    .strictObject(
      { attendees: attendeesSchema },
      {
        error: (issue) =>
          issue.code === "unrecognized_keys" ? "only attendees can be updated" : undefined,
      },
    )
    .optional(),
});

const READ_ONLY = new Set([
  "id",
  "externalId",
  "chatInfo",
  "creationDateTime",
  "joinWebUrl",
  "meetingOptionsWebUrl",
  "expiryDateTime",
  "audioConferencing",
  "joinInformation",
  "joinMeetingIdSettings",
  "videoTeleconferenceId",
  "isBroadcast",
  "autoAdmittedUsers",
]);

/**
 * Changes the properties in the body. Times come as a pair, and attendees replace the whole list.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-update#request-body.
 *
 * @throws GraphError 400 for a read-only property or an invalid value, and those of `findOwnMeeting`
 */
export function updateMeeting(call: GraphCall, state: CloudState): GraphResult {
  const meeting = findOwnMeeting(call, state);
  const readOnly = Object.keys(call.body ?? {}).find((name) => READ_ONLY.has(name));
  if (readOnly) throw GraphError.badRequest(`The property '${readOnly}' cannot be updated.`);
  const { subject, startDateTime, endDateTime, participants, lobbyBypassSettings, ...options } =
    readBody(call.body, bodySchema);
  if (participants) checkCoOrganizers(participants.attendees, state.settings);
  Object.assign(meeting, readUpdateTimes(startDateTime, endDateTime));
  if (subject !== undefined) meeting.subject = subject;
  if (participants) meeting.attendees = participants.attendees;
  const lobby = { ...meeting.options.lobbyBypassSettings, ...lobbyBypassSettings };
  meeting.options = { ...meeting.options, ...options, lobbyBypassSettings: lobby };
  meeting.changedAt = toInstant(state.now());
  return { status: 200, meeting };
}
