import type { TimeRange, LiveRecord } from "./record/meeting-record";
import { USUAL_LENGTH } from "../request/meet-form";
import type { RequestedTime } from "../request/meeting-request";

const MINUTE_MS = 60_000;
/** The same for typed times and in forms. */
const DEFAULT_LENGTH_MS = USUAL_LENGTH * MINUTE_MS;

/** Whether the time has not passed yet. */
export function isAhead({ startsAt, endsAt }: TimeRange, now: Date): boolean {
  const endMs = endsAt ? Date.parse(endsAt) : Date.parse(startsAt) + DEFAULT_LENGTH_MS;
  return endMs > now.getTime();
}

/** The time of a new meeting. A length alone starts now; a start alone leaves the end to Graph. */
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

/** Graph's default length for a time without an end. */
export function withEnd({ startsAt, endsAt }: TimeRange): Required<TimeRange> {
  return endsAt ? { startsAt, endsAt } : toSpan(Date.parse(startsAt), DEFAULT_LENGTH_MS);
}

/**
 * The new time of an existing meeting. For a scheduled meeting, a start alone keeps its length, and a length alone keeps
 * its start unless it has ended. For a standing meeting, the defaults are one hour and now.
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
