import type { TimeRange, LiveRecord } from "./record/meeting-record";
import type { RequestedTime } from "../request/meeting-request";

const MINUTE_MS = 60_000;
/** What Graph makes of a start without an end: https://learn.microsoft.com/graph/api/onlinemeeting-createorget */
const DEFAULT_LENGTH_MS = 60 * MINUTE_MS;

/** Whether a meeting at this time is still to end. */
export function isAhead({ startsAt, endsAt }: TimeRange, now: Date): boolean {
  const endMs = endsAt ? Date.parse(endsAt) : Date.parse(startsAt) + DEFAULT_LENGTH_MS;
  return endMs > now.getTime();
}

/** When a new meeting is to be: a length alone begins now, a start alone leaves the end to Graph. */
export function toTimeRange(time: RequestedTime, now: Date): TimeRange {
  switch (time.kind) {
    case "start":
      return { startsAt: time.startsAt };
    case "span":
      return { startsAt: time.startsAt, endsAt: time.endsAt };
    case "length":
      return toSpan(toMinute(now), time.minutes * MINUTE_MS);
  }
}

/**
 * When a meeting that exists is to be. A start alone keeps the length of a scheduled meeting, a length alone
 * its start while the meeting is still to end; a standing meeting has neither, and gets one hour, and now.
 */
export function toChangedTimeRange(
  time: RequestedTime,
  { isTimeGiven, meeting }: LiveRecord,
  now: Date,
): Required<TimeRange> {
  const { startsAt, endsAt } = isTimeGiven ? meeting : {};
  switch (time.kind) {
    case "start":
      return toSpan(
        Date.parse(time.startsAt),
        startsAt && endsAt ? Date.parse(endsAt) - Date.parse(startsAt) : DEFAULT_LENGTH_MS,
      );
    case "span":
      return { startsAt: time.startsAt, endsAt: time.endsAt };
    case "length":
      return toSpan(
        startsAt && endsAt && Date.parse(endsAt) > now.getTime()
          ? Date.parse(startsAt)
          : toMinute(now),
        time.minutes * MINUTE_MS,
      );
  }
}

function toSpan(startMs: number, lengthMs: number): Required<TimeRange> {
  return {
    startsAt: new Date(startMs).toISOString(),
    endsAt: new Date(startMs + lengthMs).toISOString(),
  };
}

function toMinute(now: Date): number {
  return Math.floor(now.getTime() / MINUTE_MS) * MINUTE_MS;
}
