import type { MeetingPlan } from "./create-meeting";
import type { ClaimedRecord, LiveRecord } from "./meeting-record";

/** What an unfinished claim asked for: whoever completes it repeats the same call. */
export function toClaimedPlan({ subject, time, attendees, people }: ClaimedRecord): MeetingPlan {
  return {
    subject,
    ...(time && { time }),
    ...(attendees && { attendees }),
    ...(people && { people }),
  };
}

/**
 * What the next meeting of a conversation takes over from the one it has. A time that is over is not taken
 * over: the link would die sooner for it.
 */
export function toNextPlan({ meeting, isTimeGiven, people }: LiveRecord, now: Date): MeetingPlan {
  const { subject = "", startsAt, endsAt, attendees } = meeting;
  const isAhead = endsAt !== undefined && Date.parse(endsAt) > now.getTime();
  return {
    subject,
    ...(isTimeGiven && isAhead && startsAt && { time: { startsAt, endsAt } }),
    ...(attendees && attendees.length > 0 && { attendees }),
    ...(people && { people }),
  };
}
