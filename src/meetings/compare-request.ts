import { toChangedTimeRange } from "./time-range";
import type { TimeRange, LiveRecord } from "./record/meeting-record";
import { mergeAttendees } from "./meeting-plan";
import { isSamePerson, type Attendee } from "./ports/online-meeting";
import type { RequestedTime } from "../request/meeting-request";

/** What a request named and the meeting is not yet; what was not named is no request. */
export interface Differences {
  subject?: string;
  time?: Required<TimeRange>;
  /** Not invited yet, or in another role. */
  attendees?: readonly Attendee[];
}

export interface NamedValues {
  topic: string;
  time?: RequestedTime;
  attendees: readonly Attendee[];
}

/** `undefined` when the meeting is all that was asked for. */
export function findDifferences(
  record: LiveRecord,
  { topic, time, attendees }: NamedValues,
  now: Date,
): Differences | undefined {
  const { subject = "" } = record.meeting;
  // Whoever is about to be made co-organizer is asked for already.
  const invited = mergeAttendees(record.meeting.attendees, record.coOrganizersDue);
  const isSubjectOther = topic !== "" && toComparable(topic) !== toComparable(subject);
  const asked = time && toChangedTimeRange(time, record, now);
  const isTimeOther = asked !== undefined && !isSameTime(record, asked);
  const newcomers = attendees.filter(
    (one) =>
      one.aadId !== record.organizer.aadId && !invited.some((known) => isInvitedAs(known, one)),
  );
  if (!isSubjectOther && !isTimeOther && newcomers.length === 0) return undefined;
  return {
    ...(isSubjectOther && { subject: topic }),
    ...(isTimeOther && { time: asked }),
    ...(newcomers.length > 0 && { attendees: newcomers }),
  };
}

/** Nobody means another meeting by another case. */
function toComparable(topic: string): string {
  return topic.normalize("NFKC").toLowerCase();
}

function isSameTime({ isTimeGiven, meeting }: LiveRecord, asked: Required<TimeRange>): boolean {
  if (!isTimeGiven || !meeting.startsAt || !meeting.endsAt) return false;
  return (
    Date.parse(meeting.startsAt) === Date.parse(asked.startsAt) &&
    Date.parse(meeting.endsAt) === Date.parse(asked.endsAt)
  );
}

function isInvitedAs(known: Attendee, asked: Attendee): boolean {
  const isRole = asked.role === undefined || asked.role === known.role;
  return isRole && isSamePerson(known, asked);
}
