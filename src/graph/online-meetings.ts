import type { OnlineMeeting as GraphOnlineMeeting } from "@microsoft/microsoft-graph-types-beta";
import { z } from "zod";
import { AppError, toAppError } from "../errors";
import type {
  CreateOrGetAnswer,
  CreateOrGetRequest,
  OnlineMeetings,
} from "../meetings/online-meeting";
import type { CallGraph, RunGraphOperation } from "./graph-client";
import { readOnlineMeeting } from "./read-online-meeting";

/**
 * Graph's online meetings in application mode, in the name of their organizer:
 * https://learn.microsoft.com/graph/api/onlinemeeting-createorget and
 * https://learn.microsoft.com/graph/api/onlinemeeting-get
 *
 * @param hasBeta Whether the cloud has the beta endpoint. Only there does createOrGet take `chatInfo`, which
 *   ties a meeting to its channel; everything else goes to v1.0.
 */
export function createOnlineMeetings(
  runOperation: RunGraphOperation,
  { hasBeta }: { hasBeta: boolean },
): OnlineMeetings {
  return {
    async createOrGet(request) {
      assertTimes(request);
      return runOperation(async (callGraph) => {
        const { channelThreadId } = request;
        if (!channelThreadId || !hasBeta) {
          return { ...(await createOrGet(callGraph, request)), wasChannelRefused: false };
        }
        try {
          const answer = await createOrGet(callGraph, request, channelThreadId);
          return { ...answer, wasChannelRefused: false };
        } catch (error) {
          if (!isRefusalOfChannel(error)) throw error;
          return { ...(await createOrGet(callGraph, request)), wasChannelRefused: true };
        }
      });
    },

    get({ tenantId, organizerAadId, meetingId }) {
      const path = `/v1.0${meetingsOf(organizerAadId)}/${encodeURIComponent(meetingId)}`;
      return runOperation(async (callGraph) => {
        return readOnlineMeeting(await callGraph({ tenantId, method: "GET", path })).meeting;
      });
    },
  };
}

async function createOrGet(
  callGraph: CallGraph,
  { tenantId, organizerAadId, externalId, subject, startsAt, endsAt }: CreateOrGetRequest,
  channelThreadId?: string,
): Promise<Omit<CreateOrGetAnswer, "wasChannelRefused">> {
  const body: GraphOnlineMeeting = {
    externalId,
    ...(subject && { subject }),
    ...(startsAt && { startDateTime: startsAt }),
    ...(endsAt && { endDateTime: endsAt }),
    ...(channelThreadId && { chatInfo: { threadId: channelThreadId } }),
  };
  const version = channelThreadId ? "beta" : "v1.0";
  const path = `/${version}${meetingsOf(organizerAadId)}/createOrGet`;
  const answered = await callGraph({ tenantId, method: "POST", path, body });
  const answer = readOnlineMeeting(answered);
  if (answer.externalId !== undefined && answer.externalId !== externalId) {
    const reason = "the externalId is another one";
    throw new AppError("bad_answer", { ...answered.details, reason });
  }
  return {
    meeting: answer.meeting,
    wasCreated: answered.status === 201,
    isTiedToChannel: channelThreadId !== undefined && answer.chatThreadId === channelThreadId,
  };
}

function meetingsOf(userAadId: string): string {
  return `/users/${encodeURIComponent(userAadId)}/onlineMeetings`;
}

/**
 * Private and shared channels have been seen to be refused with statuses that mean nothing else to us; a
 * second call without the channel tells.
 */
function isRefusalOfChannel(error: unknown): boolean {
  const { code } = toAppError(error);
  return code === "bad_request" || code === "graph_refused" || code === "not_a_participant";
}

const graphTime = z.iso.datetime({ offset: true });

/** The reference: ISO 8601 with seconds and a zone; an end needs a start, and lies after it. Nothing is sent otherwise. */
function assertTimes({ startsAt, endsAt }: CreateOrGetRequest): void {
  for (const time of [startsAt, endsAt]) {
    if (time === undefined || graphTime.safeParse(time).success) continue;
    throw new AppError("bad_times", { reason: "no ISO 8601 time with seconds and a zone" });
  }
  if (!endsAt) return;
  if (!startsAt) throw new AppError("bad_times", { reason: "an end without a start" });
  if (Date.parse(endsAt) < Date.parse(startsAt)) {
    throw new AppError("bad_times", { reason: "the end lies before the start" });
  }
}
