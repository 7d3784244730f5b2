import { isAhead } from "./time-range";
import type { MeetingPlan } from "./make-meeting";
import type { ClaimedRecord, LiveRecord, Person } from "./record/meeting-record";
import { isSamePerson, type Attendee } from "./ports/online-meeting";

/**
 * What an unfinished claim asked for: whoever completes it repeats the same call. Nobody wants a meeting any
 * more at a time that is over.
 */
export function toClaimedPlan(
  { subject, time, attendees, people }: ClaimedRecord,
  now: Date,
): MeetingPlan {
  return {
    subject,
    ...(time && isAhead(time, now) && { time }),
    ...(attendees && { attendees }),
    ...(people && { people }),
  };
}

/**
 * What the next meeting of a conversation takes over from the one it has. A time that is over is not taken
 * over: the link would die sooner for it.
 */
export function toNextPlan(
  { meeting, isTimeGiven, people, coOrganizersDue }: LiveRecord,
  now: Date,
): MeetingPlan {
  const { subject = "", startsAt, endsAt } = meeting;
  const attendees = mergeAttendees(meeting.attendees, coOrganizersDue);
  const time = isTimeGiven && startsAt && endsAt && { startsAt, endsAt };
  return {
    subject,
    ...(time && isAhead(time, now) && { time }),
    ...(attendees.length > 0 && { attendees }),
    ...(people && { people }),
  };
}

/** All of both, each person once; a role given later takes the place of an earlier one. */
export function mergeAttendees(
  known: readonly Attendee[] = [],
  added: readonly Attendee[] = [],
): Attendee[] {
  const stayed = known.map((one) => ({
    ...one,
    ...added.find((other) => isSamePerson(one, other)),
  }));
  const newcomers = added.filter((one) => !known.some((other) => isSamePerson(one, other)));
  return [...stayed, ...newcomers];
}

/** All of both, each person once, by the name given last. */
export function mergePeople(
  known: readonly Person[] = [],
  added: readonly Person[] = [],
): Person[] {
  return [...new Map([...known, ...added].map((person) => [person.aadId, person])).values()];
}
