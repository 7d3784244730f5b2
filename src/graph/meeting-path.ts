import type { MeetingAddress } from "../meetings/ports/online-meeting";
import type { GraphCall } from "./graph-client";

export type GraphTarget = Pick<GraphCall, "tenantId" | "userAadId" | "path">;

type GraphVersion = "v1.0" | "beta";

/** The path of an organizer's meetings: `/me` with the organizer's own token, else `/users/{id}` with the app's. */
export function toMeetings(
  { tenantId, organizerAadId }: Omit<MeetingAddress, "meetingId">,
  isDelegated: boolean,
  version: GraphVersion = "v1.0",
): GraphTarget {
  if (isDelegated) {
    return { tenantId, userAadId: organizerAadId, path: `/${version}/me/onlineMeetings` };
  }
  const user = encodeURIComponent(organizerAadId);
  return { tenantId, path: `/${version}/users/${user}/onlineMeetings` };
}

export function toMeeting(
  address: MeetingAddress,
  isDelegated: boolean,
  version?: GraphVersion,
): GraphTarget {
  const meetings = toMeetings(address, isDelegated, version);
  return { ...meetings, path: `${meetings.path}/${encodeURIComponent(address.meetingId)}` };
}
