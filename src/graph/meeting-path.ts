import type { MeetingAddress } from "../meetings/ports/online-meeting";
import type { GraphCall } from "./graph-client";

export type GraphTarget = Pick<GraphCall, "tenantId" | "userAadId" | "path">;

/**
 * A meeting, or all meetings of an organizer: under `/me` with the organizer's own token, else under `/users/{id}` with
 * the app's.
 */
export function toTarget(
  {
    tenantId,
    organizerAadId,
    meetingId,
  }: Omit<MeetingAddress, "meetingId"> & { meetingId?: string },
  isDelegated: boolean,
  version: "v1.0" | "beta" = "v1.0",
): GraphTarget {
  const owner = isDelegated ? "me" : `users/${encodeURIComponent(organizerAadId)}`;
  const meeting = meetingId === undefined ? "" : `/${encodeURIComponent(meetingId)}`;
  const path = `/${version}/${owner}/onlineMeetings${meeting}`;
  return { tenantId, userAadId: isDelegated ? organizerAadId : undefined, path };
}
