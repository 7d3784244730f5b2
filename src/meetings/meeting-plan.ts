import { isAhead } from "./time-range";
import type { MeetingPlan } from "./make-meeting";
import type { CancelledRecord, ClaimedRecord, LiveRecord, Person } from "./record/meeting-record";
import { isSamePerson, type Attendee } from "./ports/online-meeting";

/** The plan of an unfinished claim or a cancelled meeting, for the caller who creates it. A time that has passed is left out. */
export function toRecordedPlan(
  { subject, time, attendees, people }: ClaimedRecord | CancelledRecord,
  now: Date,
): MeetingPlan {
  return { subject, time: time && isAhead(time, now) ? time : undefined, attendees, people };
}

/** What a conversation's next meeting takes over. A time that has passed is left out: the link would expire sooner. */
export function toNextPlan(
  { meeting, isTimeGiven, people, coOrganizersDue }: LiveRecord,
  now: Date,
): MeetingPlan {
  const { subject = "", startsAt, endsAt } = meeting;
  const attendees = mergeAttendees(meeting.attendees, coOrganizersDue);
  const time = isTimeGiven && startsAt && endsAt ? { startsAt, endsAt } : undefined;
  return {
    subject,
    time: time && isAhead(time, now) ? time : undefined,
    attendees: attendees.length > 0 ? attendees : undefined,
    people,
  };
}

/** Merges two lists of attendees, each person once. A later role replaces an earlier one. */
export function mergeAttendees(
  known: readonly Attendee[] = [],
  added: readonly Attendee[] = [],
): Attendee[] {
  const updated = known.map((attendee) => ({
    ...attendee,
    ...added.find((other) => isSamePerson(attendee, other)),
  }));
  const missing = added.filter((attendee) => !known.some((other) => isSamePerson(attendee, other)));
  return [...updated, ...missing];
}

/** Merges two lists of people, each person once. A later name replaces an earlier one. */
export function mergePeople(
  known: readonly Person[] = [],
  added: readonly Person[] = [],
): Person[] {
  return [...new Map([...known, ...added].map((person) => [person.aadId, person])).values()];
}
