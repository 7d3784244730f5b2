import { z } from "zod";
import { toInstant } from "../instant";
import type { JsonValue } from "../json";
import type { LocalSettings } from "../local-settings";
import { attendeesSchema, refuseCoOrganizers } from "./attendees";
import type { Operation } from "./graph-call";
import { GraphError } from "./graph-error";
import type { Meeting } from "./meeting";
import { optionsPatchSchema } from "./meeting-options";
import type { MeetingStore } from "./meeting-store";
import { readBody } from "./read-body";
import { findOwnMeeting } from "./find-meeting";
import { instantSchema, readUpdateTimes } from "./read-times";

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

/** Properties that exist and that nobody can change. */
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

/** What PATCH is built from. */
interface UpdateParts {
  meetings: MeetingStore;
  settings: LocalSettings;
  now: () => Date;
}

/**
 * Changes what the body names and leaves the rest: times as a pair, attendees as the whole list.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-update#request-body.
 *
 * @throws GraphError 400 for a property that cannot be updated or a value that is wrong, 403 for
 * anybody but the organizer, 404 for a missing meeting
 */
export function createUpdateMeeting({ meetings, settings, now }: UpdateParts): Operation {
  return (call) => {
    const meeting = findOwnMeeting(meetings, call);
    refuseReadOnly(call.body);
    const { subject, startDateTime, endDateTime, participants, ...options } = readBody(
      call.body,
      bodySchema,
    );
    if (participants) refuseCoOrganizers(participants.attendees, settings);
    const times = readUpdateTimes(startDateTime, endDateTime);
    if (times) Object.assign(meeting, times);
    if (subject !== undefined) meeting.subject = subject;
    if (participants) meeting.attendees = participants.attendees;
    meeting.options = mergeOptions(meeting, options);
    meeting.touchedAt = toInstant(now());
    return { status: 200, meeting };
  };
}

function refuseReadOnly(body: JsonValue | undefined): void {
  if (typeof body !== "object" || body === null) return;
  const property = Object.keys(body).find((name) => READ_ONLY.has(name));
  if (property) throw GraphError.badRequest(`The property '${property}' cannot be updated.`);
}

function mergeOptions(
  { options }: Meeting,
  { lobbyBypassSettings, ...patch }: z.output<typeof optionsPatchSchema>,
): Meeting["options"] {
  return {
    ...options,
    ...patch,
    lobbyBypassSettings: { ...options.lobbyBypassSettings, ...lobbyBypassSettings },
  };
}
