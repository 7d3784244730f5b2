import type { MeetingAddress } from "../meetings/ports/online-meeting";
import type { GraphCall } from "./graph-client";

/** Whose meetings a call is about, and in whose name it is made, as Graph wants both said. */
export type ToOwner = (organizerAadId: string) => { path: string } & Pick<GraphCall, "userAadId">;

/** Application mode: the app calls by itself, and names the organizer. */
export const asApplication: ToOwner = (organizerAadId) => ({
  path: `/users/${encodeURIComponent(organizerAadId)}`,
});

/** Delegated mode: the organizer calls, with a token of their own. */
export const asOrganizer: ToOwner = (organizerAadId) => ({
  path: "/me",
  userAadId: organizerAadId,
});

type Target = Pick<GraphCall, "tenantId" | "userAadId" | "path">;

/** An organizer's meetings. */
export function toMeetings(
  { tenantId, organizerAadId }: Omit<MeetingAddress, "meetingId">,
  toOwner: ToOwner,
  version: "v1.0" | "beta" = "v1.0",
): Target {
  const owner = toOwner(organizerAadId);
  return { ...owner, tenantId, path: `/${version}${owner.path}/onlineMeetings` };
}

export function toMeeting(
  address: MeetingAddress,
  toOwner: ToOwner,
  version?: "v1.0" | "beta",
): Target {
  const all = toMeetings(address, toOwner, version);
  return { ...all, path: `${all.path}/${encodeURIComponent(address.meetingId)}` };
}
