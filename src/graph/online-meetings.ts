import type {
  MeetingParticipantInfo,
  OnlineMeeting as GraphOnlineMeeting,
} from "@microsoft/microsoft-graph-types-beta";
import * as z from "zod";
import { AppError, isGone, isRefusalOfRequest } from "../errors";
import type {
  Attendee,
  CreateOrGetCall,
  MeetingAddress,
  OnlineMeetings,
} from "../meetings/ports/online-meeting";
import { toGraphAttendee } from "./attendees";
import type { CallGraph, GraphAnswer, GraphTarget, RunGraphOperation } from "./graph-client";
import { readMeetingOptions, readOnlineMeeting } from "./read-online-meeting";
import { updateOnlineMeeting } from "./update-online-meeting";

const graphTime = z.iso.datetime({ offset: true });

/**
 * Graph's online meetings: https://learn.microsoft.com/graph/api/resources/onlinemeeting. Everything except a
 * channel's createOrGet uses v1.0.
 *
 * @param mode `hasBeta`: the cloud has the beta endpoint. `isDelegated`: calls use the organizer's own token instead of
 *   the app's.
 */
export function createOnlineMeetings(
  runOperation: RunGraphOperation,
  { hasBeta, isDelegated }: { hasBeta: boolean; isDelegated: boolean },
): OnlineMeetings & {
  /** On beta, which creates channel meetings. For the setup check. */
  getOnBeta(address: MeetingAddress): Promise<unknown>;
} {
  return {
    async createOrGet(request) {
      assertTimes(request);
      const channelThreadId = hasBeta ? request.channelThreadId : undefined;
      return runOperation(async (callGraph) => {
        try {
          const result = await createOrGet(callGraph, request, channelThreadId);
          return { ...result, wasChannelRefused: false };
        } catch (error) {
          // Graph refuses some private and shared channels with generic statuses. A second call without the channel
          // shows whether the channel was the reason.
          if (!channelThreadId || !isRefusalOfRequest(error)) throw error;
          return { ...(await createOrGet(callGraph, request)), wasChannelRefused: true };
        }
      });
    },

    get: async (address) => readOnlineMeeting(await call("GET", address)).meeting,

    async update(address, change) {
      if (change.time) assertTimes(change.time);
      const target = toTarget(address);
      return runOperation((callGraph) => updateOnlineMeeting(callGraph, target, change));
    },

    getOptions: async (address) => readMeetingOptions(await call("GET", address)),

    async delete(address) {
      try {
        await call("DELETE", address);
      } catch (error) {
        // A repeated DELETE also gets this, when the first one's response was lost.
        if (!isGone(error)) throw error;
      }
    },

    getOnBeta: (address) => call("GET", address, "beta"),
  };

  function call(
    method: "GET" | "DELETE",
    address: MeetingAddress,
    version?: "beta",
  ): Promise<GraphAnswer> {
    const target = toTarget(address, version);
    return runOperation((callGraph) => callGraph({ ...target, method }));
  }

  /**
   * https://learn.microsoft.com/graph/api/onlinemeeting-createorget. Only the beta version accepts `chatInfo`, which
   * makes the meeting a channel meeting.
   */
  async function createOrGet(
    callGraph: CallGraph,
    { tenantId, organizerAadId, externalId, subject, startsAt, endsAt, attendees }: CreateOrGetCall,
    channelThreadId?: string,
  ) {
    const body: GraphOnlineMeeting = {
      externalId,
      subject: subject || undefined,
      startDateTime: startsAt,
      endDateTime: endsAt,
      participants: attendees?.length ? { attendees: attendees.map(toNewAttendee) } : undefined,
      chatInfo: channelThreadId ? { threadId: channelThreadId } : undefined,
    };
    const meetings = toTarget({ tenantId, organizerAadId }, channelThreadId ? "beta" : "v1.0");
    const path = `${meetings.path}/createOrGet`;
    const answer = await callGraph({ ...meetings, method: "POST", path, body });
    const read = readOnlineMeeting(answer);
    if (read.externalId !== undefined && read.externalId !== externalId) {
      throw new AppError("bad_answer", { ...answer.details, reason: "a different externalId" });
    }
    return {
      meeting: read.meeting,
      wasCreated: answer.status === 201,
      isTiedToChannel: channelThreadId !== undefined && read.chatThreadId === channelThreadId,
    };
  }

  /** A meeting, or all of an organizer's: under `/me` with the organizer's token, under `/users/{id}` with the app's. */
  function toTarget(
    {
      tenantId,
      organizerAadId,
      meetingId,
    }: Omit<MeetingAddress, "meetingId"> & { meetingId?: string },
    version: "v1.0" | "beta" = "v1.0",
  ): GraphTarget {
    const owner = isDelegated ? "me" : `users/${encodeURIComponent(organizerAadId)}`;
    const meeting = meetingId === undefined ? "" : `/${encodeURIComponent(meetingId)}`;
    const path = `/${version}/${owner}/onlineMeetings${meeting}`;
    return { tenantId, userAadId: isDelegated ? organizerAadId : undefined, path };
  }
}

/** The reference only shows the presenter role in createOrGet. A later PATCH sets the other roles. */
function toNewAttendee({ role, ...person }: Attendee): MeetingParticipantInfo {
  const isAllowed = role === "presenter" || role === "attendee";
  return toGraphAttendee({ ...person, role: isAllowed ? role : undefined });
}

/**
 * Requires ISO 8601 with seconds and an offset, and an end only after a start.
 * https://learn.microsoft.com/graph/api/onlinemeeting-createorget#request-body
 *
 * @throws AppError `bad_times`
 */
function assertTimes({ startsAt, endsAt }: { startsAt?: string; endsAt?: string }): void {
  for (const time of [startsAt, endsAt]) {
    if (time === undefined || graphTime.safeParse(time).success) continue;
    throw new AppError("bad_times", { reason: "not an ISO 8601 time with seconds and an offset" });
  }
  if (!endsAt) return;
  if (!startsAt) throw new AppError("bad_times", { reason: "an end without a start" });
  if (Date.parse(endsAt) < Date.parse(startsAt)) {
    throw new AppError("bad_times", { reason: "the end is before the start" });
  }
}
