import { z } from "zod";
import { toInstant } from "../instant";
import type { LocalSettings } from "../local-settings";
import type { Pause } from "../pause";
import { attendeesSchema, refuseCoOrganizers } from "./attendees";
import type { GraphAnswer, GraphCall, Operation } from "./graph-call";
import { GraphError } from "./graph-error";
import { createMeeting, type Meeting } from "./meeting";
import type { MeetingStore } from "./meeting-store";
import { readBody } from "./read-body";
import { instantSchema, readCreateTimes } from "./read-times";

const bodySchema = z.strictObject({
  externalId: z.string().min(1),
  subject: z.string().nullish(),
  startDateTime: instantSchema.nullish(),
  endDateTime: instantSchema.nullish(),
  participants: z.looseObject({ attendees: attendeesSchema.nullish() }).nullish(),
  chatInfo: z.looseObject({ threadId: z.string().nullish() }).nullish(),
});

type CreateOrGetBody = z.output<typeof bodySchema>;

/** What createOrGet is built from. */
interface CreateOrGetParts {
  meetings: MeetingStore;
  settings: LocalSettings;
  now: () => Date;
  pause: Pause;
}

/**
 * Creates the meeting of an externalId, or answers the one that exists, as it stands.
 * Source: learn.microsoft.com/graph/api/onlinemeeting-createorget. What the page leaves open is
 * decided by the settings `afterDelete`, `afterExpiry`, `appliesSecondCall` and `racingCreates`.
 *
 * @throws GraphError 400 for a body that breaks the rules, 404 where the settings say so
 */
export function createCreateOrGet({ meetings, settings, now, pause }: CreateOrGetParts): Operation {
  return async (call) => {
    const body = readBody(call.body, bodySchema);
    const times = readCreateTimes(
      body.startDateTime ?? undefined,
      body.endDateTime ?? undefined,
      toInstant(now()),
    );
    const attendees = body.participants?.attendees ?? undefined;
    if (attendees) refuseCoOrganizers(attendees, settings);
    const threadId = readChannel(call, body, settings);
    const found = meetings.find(call.user, body.externalId);
    if (found.state === "exists") return answerExisting(found.meeting);
    if (found.state !== "none") {
      const rule = found.state === "deleted" ? settings.afterDelete : settings.afterExpiry;
      if (rule === "404") throw GraphError.noSuchMeeting();
      if (rule === "same") return answerExisting(found.meeting);
    }
    // Nothing is awaited between the look-up and the insert, unless the settings ask for the race.
    if (settings.racingCreates === "two") await pause(settings.racingGapMs);
    const createdAt = toInstant(now());
    const meeting = createMeeting({
      organizer: call.user,
      externalId: body.externalId,
      createdAt,
      subject: body.subject ?? null,
      attendees: attendees ?? [],
      ...times,
      ...(threadId ? { channel: { threadId, messageId: meetings.nextMessageId(createdAt) } } : {}),
    });
    meetings.add(meeting);
    return { status: 201, meeting };

    function answerExisting(existing: Meeting): GraphAnswer {
      existing.isDeleted = false;
      if (settings.appliesSecondCall) {
        if (body.subject !== undefined) existing.subject = body.subject;
        if (body.startDateTime) Object.assign(existing, times);
        if (attendees) existing.attendees = attendees;
        existing.touchedAt = toInstant(now());
      }
      return { status: 200, meeting: existing };
    }
  };
}

/**
 * The channel that the meeting is to belong to. On v1.0 `chatInfo` is in the metadata but "only
 * supported in beta", so it is accepted and ignored there. On beta only channels are accepted:
 * other threads are undocumented.
 */
function readChannel(
  call: GraphCall,
  body: CreateOrGetBody,
  { refusedThreads }: LocalSettings,
): string | undefined {
  const threadId = body.chatInfo?.threadId;
  if (!threadId || call.version === "v1.0") return undefined;
  const isChannel = /^19:[^@\s]+@thread\.(tacv2|skype)$/.test(threadId);
  const isRefused = refusedThreads === "all" || refusedThreads.includes(threadId);
  if (!isChannel || isRefused) throw GraphError.badRequest("An error has occurred.");
  return threadId;
}
