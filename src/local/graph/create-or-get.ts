import * as z from "zod";
import type { CloudState } from "../cloud-state";
import { toInstant } from "../instant";
import type { LocalSettings } from "../local-settings";
import { attendeesSchema, checkCoOrganizers, instantSchema, readCreateTimes } from "./meeting-body";
import { GraphError } from "./graph-error";
import { createMeeting, type Meeting } from "./meeting-store";
import { readBody, type GraphCall, type GraphResult } from "./operation";

const bodySchema = z.strictObject({
  externalId: z.string().min(1),
  subject: z.string().nullish(),
  startDateTime: instantSchema.nullish(),
  endDateTime: instantSchema.nullish(),
  participants: z.looseObject({ attendees: attendeesSchema.nullish() }).nullish(),
  chatInfo: z.looseObject({ threadId: z.string().nullish() }).nullish(),
});

/**
 * Creates the meeting for an externalId, or returns the existing one unchanged.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-createorget. The settings `afterDelete`, `afterExpiry`,
 * `appliesSecondCall` and `racingCreates` decide what that page leaves open.
 *
 * @throws GraphError 400 for an invalid body, 404 where the settings say so
 */
export async function createOrGet(
  call: GraphCall,
  { meetings, settings, now, pause }: CloudState,
): Promise<GraphResult> {
  const body = readBody(call.body, bodySchema);
  const { startDateTime = null, endDateTime = null } = body;
  const times = readCreateTimes(startDateTime, endDateTime, toInstant(now()));
  const attendees = body.participants?.attendees ?? undefined;
  if (attendees) checkCoOrganizers(attendees, settings);
  const threadId = readChannel(call.version, body.chatInfo?.threadId, settings);
  const found = meetings.find(call.user, body.externalId);
  if (found.state === "exists") return getExisting(found.meeting);
  if (found.state !== "none") {
    const rule = found.state === "deleted" ? settings.afterDelete : settings.afterExpiry;
    if (rule === "404") throw GraphError.noSuchMeeting();
    if (rule === "same") return getExisting(found.meeting);
  }
  // Without an await between lookup and insert, calls can't race.
  if (settings.racingCreates === "two") await pause(settings.racingGapMs);
  const createdAt = toInstant(now());
  const meeting = createMeeting({
    organizer: call.user,
    externalId: body.externalId,
    createdAt,
    subject: body.subject ?? null,
    attendees: attendees ?? [],
    ...times,
    ...(threadId && { channel: { threadId, messageId: meetings.nextMessageId(createdAt) } }),
  });
  meetings.add(meeting);
  return { status: 201, meeting };

  function getExisting(existing: Meeting): GraphResult {
    existing.isDeleted = false;
    if (settings.appliesSecondCall) {
      if (body.subject !== undefined) existing.subject = body.subject;
      if (startDateTime) Object.assign(existing, times);
      if (attendees) existing.attendees = attendees;
      existing.changedAt = toInstant(now());
    }
    return { status: 200, meeting: existing };
  }
}

/**
 * The channel of the meeting. On v1.0 `chatInfo` is in the metadata but "only supported in beta", so it is ignored.
 * Beta accepts only channels, because other threads are undocumented.
 */
function readChannel(
  version: GraphCall["version"],
  threadId: string | null | undefined,
  { refusedThreads }: LocalSettings,
): string | undefined {
  if (!threadId || version === "v1.0") return undefined;
  const isChannel = /^19:[^@\s]+@thread\.(tacv2|skype)$/.test(threadId);
  const isRefused = refusedThreads === "all" || refusedThreads.includes(threadId);
  if (!isChannel || isRefused) throw GraphError.badRequest("An error has occurred.");
  return threadId;
}
