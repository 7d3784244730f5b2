import { toChangedTimeRange } from "./time-range";
import type { TimeRange, LiveRecord } from "./record/meeting-record";
import { atOccurrence, isAtTime } from "./series/at-occurrence";
import { isSameSeries, toSeries } from "./series/series-change";
import { mergeAttendees } from "./meeting-plan";
import { isSamePerson, type Attendee } from "./ports/online-meeting";
import type { MeetingRequest } from "../request/meeting-request";
import type { Recurrence } from "../request/recurrence";

/** What a request names and the meeting doesn't have yet. */
export interface Differences {
  subject?: string;
  time?: Required<TimeRange>;
  /** The meeting doesn't repeat this way. `time` is then the first one. */
  recurrence?: Recurrence;
  /** People who aren't invited yet, or have another role. */
  attendees?: readonly Attendee[];
}

export type NamedValues = Pick<MeetingRequest, "topic" | "time" | "recurrence"> & {
  attendees: readonly Attendee[];
};

/** Returns `undefined` when the meeting already is as requested. */
export function findDifferences(
  record: LiveRecord,
  { topic, time, recurrence, attendees }: NamedValues,
  now: Date,
): Differences | undefined {
  const { subject = "" } = record.meeting;
  // Co-organizers that are still to be set count as invited.
  const invited = mergeAttendees(record.meeting.attendees, record.coOrganizersDue);
  const isSubjectNew = topic !== "" && !isSameSubject(topic, subject);
  const current = atOccurrence(record, now);
  const requested = time && toChangedTimeRange(time, current, now);
  const isTimeNew =
    requested !== undefined &&
    (recurrence && time?.kind !== "length"
      ? !isRepeating(record, recurrence, requested)
      : !isAtTime(current, requested));
  const missing = attendees.filter(
    (attendee) =>
      attendee.aadId !== record.organizer.aadId &&
      !invited.some((known) => isInvitedAs(known, attendee)),
  );
  if (!isSubjectNew && !isTimeNew && missing.length === 0) return undefined;
  return {
    ...(isSubjectNew && { subject: topic }),
    ...(isTimeNew && { time: requested, ...(recurrence && { recurrence }) }),
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

function isRepeating(
  { series }: LiveRecord,
  recurrence: Recurrence,
  first: Required<TimeRange>,
): boolean {
  return series !== undefined && isSameSeries(series, toSeries(recurrence, first));
}

function isInvitedAs(known: Attendee, requested: Attendee): boolean {
  const isRole = requested.role === undefined || requested.role === known.role;
  return isRole && isSamePerson(known, requested);
}
