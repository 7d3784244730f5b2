import { listPlanned } from "./series/next-occurrence";
import { withExceptions } from "./series/restarted-series";
import { toSeries } from "./series/series-change";
import { isAhead, toTimeRange, withEnd } from "./time-range";
import type { MeetingRequest } from "../request/meeting-request";
import type { MeetingPlan } from "./make-meeting";
import type {
  CancelledRecord,
  ClaimedRecord,
  LiveRecord,
  MeetingSeries,
  Person,
  TimeRange,
} from "./record/meeting-record";
import { isSamePerson, type Attendee } from "./ports/online-meeting";

/**
 * When a requested meeting takes place.
 *
 * @param earlier The series of the cancelled meeting that is created again. Its exceptions stay.
 */
export function toTimePlan(
  { time, recurrence }: Pick<MeetingRequest, "time" | "recurrence">,
  now: Date,
  earlier?: MeetingSeries,
): Pick<MeetingPlan, "time" | "series"> {
  if (!time) return {};
  const range = toTimeRange(time, now);
  if (!recurrence || time.kind === "length") return { time: range };
  const first = withEnd(range);
  const series = toSeries(recurrence, first);
  return earlier
    ? toNextTime(first, withExceptions(series, earlier, now), now)
    : { time: first, series };
}

/** The plan of an unfinished claim or a cancelled meeting, for the caller who creates it. A time that has passed is left out. */
export function toRecordedPlan(
  { subject, time, series, attendees, people }: ClaimedRecord | CancelledRecord,
  now: Date,
): MeetingPlan {
  return { subject, ...toNextTime(time, series, now), attendees, people };
}

/** What a conversation's next meeting takes over. A time that has passed is left out: the link would expire sooner. */
export function toNextPlan(
  { meeting, isTimeGiven, series, people, coOrganizersDue }: LiveRecord,
  now: Date,
): MeetingPlan {
  const { subject = "", startsAt, endsAt } = meeting;
  const attendees = mergeAttendees(meeting.attendees, coOrganizersDue);
  const time = isTimeGiven && startsAt && endsAt ? { startsAt, endsAt } : undefined;
  return {
    subject,
    ...toNextTime(time, series, now),
    attendees: attendees.length > 0 ? attendees : undefined,
    people,
  };
}

/** The next time of a series, even if it's paused. */
function toNextTime(
  time: TimeRange | undefined,
  series: MeetingSeries | undefined,
  now: Date,
): Pick<MeetingPlan, "time" | "series"> {
  if (!series) return { time: time && isAhead(time, now) ? time : undefined };
  const [next] = listPlanned(series, now, 1);
  return next ? { time: { startsAt: next.startsAt, endsAt: next.endsAt }, series } : {};
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
