import { toChangedTimeRange } from "./time-range";
import type { TimeRange, LiveRecord } from "./record/meeting-record";
import { mergeAttendees } from "./meeting-plan";
import { isSamePerson, type Attendee } from "./ports/online-meeting";
import type { MeetingRequest } from "../request/meeting-request";

/** What a request names and the meeting doesn't have yet. */
export interface Differences {
  subject?: string;
  time?: Required<TimeRange>;
  /** People who aren't invited yet, or have another role. */
  attendees?: readonly Attendee[];
}

export type NamedValues = Pick<MeetingRequest, "topic" | "time"> & {
  attendees: readonly Attendee[];
};

/** Returns `undefined` when the meeting already is as requested. */
export function findDifferences(
  record: LiveRecord,
  { topic, time, attendees }: NamedValues,
  now: Date,
): Differences | undefined {
  const { subject = "" } = record.meeting;
  // Co-organizers that are still to be set count as invited.
  const invited = mergeAttendees(record.meeting.attendees, record.coOrganizersDue);
  const isSubjectNew = topic !== "" && !isSameSubject(topic, subject);
  const requested = time && toChangedTimeRange(time, record, now);
  const isTimeNew = requested !== undefined && !isSameTime(record, requested);
  const missing = attendees.filter(
    (attendee) =>
      attendee.aadId !== record.organizer.aadId &&
      !invited.some((known) => isInvitedAs(known, attendee)),
  );
  if (!isSubjectNew && !isTimeNew && missing.length === 0) return undefined;
  return {
    ...(isSubjectNew && { subject: topic }),
    ...(isTimeNew && { time: requested }),
    ...(missing.length > 0 && { attendees: missing }),
  };
}

/** Ignores case, and characters that only look different. */
export function isSameSubject(a: string, b: string): boolean {
  return toComparable(a) === toComparable(b);
}

function toComparable(subject: string): string {
  return subject.normalize("NFKC").toLowerCase();
}

function isSameTime({ isTimeGiven, meeting }: LiveRecord, requested: Required<TimeRange>): boolean {
  if (!isTimeGiven || !meeting.startsAt || !meeting.endsAt) return false;
  return (
    Date.parse(meeting.startsAt) === Date.parse(requested.startsAt) &&
    Date.parse(meeting.endsAt) === Date.parse(requested.endsAt)
  );
}

function isInvitedAs(known: Attendee, requested: Attendee): boolean {
  const isRole = requested.role === undefined || requested.role === known.role;
  return isRole && isSamePerson(known, requested);
}
