import type { MeetingAddress } from "../meetings/online-meeting";

/** An organizer's meetings, without the version before them. */
export function toMeetingsPath(organizerAadId: string): string {
  return `/users/${encodeURIComponent(organizerAadId)}/onlineMeetings`;
}

export function toMeetingPath({ organizerAadId, meetingId }: MeetingAddress): string {
  return `/v1.0${toMeetingsPath(organizerAadId)}/${encodeURIComponent(meetingId)}`;
}
