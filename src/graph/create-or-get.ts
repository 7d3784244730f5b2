import type {
  MeetingParticipantInfo,
  OnlineMeeting as GraphOnlineMeeting,
} from "@microsoft/microsoft-graph-types-beta";
import { AppError, isRefusalOfRequest } from "../errors";
import type {
  Attendee,
  CreateOrGetResult,
  CreateOrGetCall,
} from "../meetings/ports/online-meeting";
import { toGraphAttendee } from "./attendees";
import type { CallGraph } from "./graph-client";
import { toMeetings, type ToOwner } from "./meeting-path";
import { readOnlineMeeting } from "./read-online-meeting";

/**
 * https://learn.microsoft.com/graph/api/onlinemeeting-createorget, in its organizer's name.
 *
 * @param hasBeta Whether the cloud has the beta endpoint: only there does createOrGet take `chatInfo`, which
 *   ties a meeting to its channel.
 */
export async function createOrGet(
  callGraph: CallGraph,
  request: CreateOrGetCall,
  { hasBeta, toOwner }: { hasBeta: boolean; toOwner: ToOwner },
): Promise<CreateOrGetResult> {
  const { channelThreadId } = request;
  if (!channelThreadId || !hasBeta) {
    return { ...(await callOnce(callGraph, toOwner, request)), wasChannelRefused: false };
  }
  try {
    return {
      ...(await callOnce(callGraph, toOwner, request, channelThreadId)),
      wasChannelRefused: false,
    };
  } catch (error) {
    // Private and shared channels have been seen to be refused with statuses that mean nothing else to us; a
    // second call without the channel tells.
    if (!isRefusalOfRequest(error)) throw error;
    return { ...(await callOnce(callGraph, toOwner, request)), wasChannelRefused: true };
  }
}

async function callOnce(
  callGraph: CallGraph,
  toOwner: ToOwner,
  { tenantId, organizerAadId, externalId, subject, startsAt, endsAt, attendees }: CreateOrGetCall,
  channelThreadId?: string,
): Promise<Omit<CreateOrGetResult, "wasChannelRefused">> {
  const body: GraphOnlineMeeting = {
    externalId,
    ...(subject && { subject }),
    ...(startsAt && { startDateTime: startsAt }),
    ...(endsAt && { endDateTime: endsAt }),
    ...(attendees?.length && { participants: { attendees: attendees.map(toNewAttendee) } }),
    ...(channelThreadId && { chatInfo: { threadId: channelThreadId } }),
  };
  const version = channelThreadId ? "beta" : "v1.0";
  const all = toMeetings({ tenantId, organizerAadId }, toOwner, version);
  const path = `${all.path}/createOrGet`;
  const answered = await callGraph({ ...all, method: "POST", path, body });
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

/** The reference shows no other role than presenter here; a PATCH gives them afterwards. */
function toNewAttendee({ role, ...person }: Attendee): MeetingParticipantInfo {
  const isGivenHere = role === "presenter" || role === "attendee";
  return toGraphAttendee({ ...person, ...(isGivenHere && { role }) });
}
