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
import { toTarget } from "./meeting-path";
import type { GraphMode } from "./online-meetings";
import { readOnlineMeeting } from "./read-online-meeting";

/**
 * https://learn.microsoft.com/graph/api/onlinemeeting-createorget. Only the beta version accepts `chatInfo`, which
 * makes the meeting a channel meeting.
 */
export async function createOrGet(
  callGraph: CallGraph,
  request: CreateOrGetCall,
  { hasBeta, isDelegated }: GraphMode,
): Promise<CreateOrGetResult> {
  const channelThreadId = hasBeta ? request.channelThreadId : undefined;
  try {
    const result = await callOnce(callGraph, isDelegated, request, channelThreadId);
    return { ...result, wasChannelRefused: false };
  } catch (error) {
    // Graph refuses some private and shared channels with generic statuses. A second call without the channel shows
    // whether the channel was the reason.
    if (!channelThreadId || !isRefusalOfRequest(error)) throw error;
    return { ...(await callOnce(callGraph, isDelegated, request)), wasChannelRefused: true };
  }
}

async function callOnce(
  callGraph: CallGraph,
  isDelegated: boolean,
  { tenantId, organizerAadId, externalId, subject, startsAt, endsAt, attendees }: CreateOrGetCall,
  channelThreadId?: string,
): Promise<Omit<CreateOrGetResult, "wasChannelRefused">> {
  const body: GraphOnlineMeeting = {
    externalId,
    subject: subject || undefined,
    startDateTime: startsAt,
    endDateTime: endsAt,
    participants: attendees?.length ? { attendees: attendees.map(toNewAttendee) } : undefined,
    chatInfo: channelThreadId ? { threadId: channelThreadId } : undefined,
  };
  const version = channelThreadId ? "beta" : "v1.0";
  const meetings = toTarget({ tenantId, organizerAadId }, isDelegated, version);
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

/** The reference only shows the presenter role in createOrGet. A later PATCH sets the other roles. */
function toNewAttendee({ role, ...person }: Attendee): MeetingParticipantInfo {
  const isAllowed = role === "presenter" || role === "attendee";
  return toGraphAttendee({ ...person, role: isAllowed ? role : undefined });
}
