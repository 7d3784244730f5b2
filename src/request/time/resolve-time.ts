import { Temporal } from "@js-temporal/polyfill";
import type { RequestedTime } from "../meeting-request";
import type { RequestProblem } from "../request-problem";
import type { Choice, StartMatch } from "./choose-matches";
import { toMinuteOfDay, toMinuteSpan, type ClockTime } from "./clock-time";
import {
  resolveClock,
  resolveRange,
  toRefusal,
  type Interval,
  type ResolvedInterval,
} from "./resolve-clock";
import { atMinute, resolveWallTime, toWallClock, toWallText, type WallClock } from "./wall-time";

/** Teams' limit of one meeting: https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
export const MAX_MEETING_MINUTES = 30 * 60;

export type ResolvedTime =
  { ok: true; time?: RequestedTime } | { ok: false; problem: RequestProblem };

type StartValue = StartMatch["value"];
type InstantValue = Exclude<StartValue, { kind: "clock" | "range" }>;

/** Makes instants of what was chosen. */
export function resolveTime(
  { start, until, length, zone, days }: Choice,
  wall: WallClock,
): ResolvedTime {
  if (!start) {
    if (until) {
      const endsAt = toWallText(atMinute(wall.now.toPlainDate(), toMinuteOfDay(until.value.end)));
      return refuse({ reason: "end-without-start", endsAt });
    }
    const day = days.find(({ value }) => value.day.date)?.value.day.date;
    if (day) return refuseDay(day, wall);
    return length ? toLength(length.value.minutes) : { ok: true };
  }
  const { value } = start;
  const resolved = resolveEnds(
    value.kind === "clock" && zone ? { ...value, zone: zone.value.zone } : value,
    until?.value.end,
    days,
    wall,
  );
  if (!resolved.ok) return resolved;
  return toTime(resolved.ends, length?.value.minutes);
}

function resolveEnds(
  value: StartValue,
  until: ClockTime | undefined,
  days: Choice["days"],
  wall: WallClock,
): ResolvedInterval {
  if (value.kind === "range") return resolveRange(value, wall);
  if (value.kind !== "clock") return resolveInstant(value, until, wall);
  return resolveClock(
    value,
    until,
    days.map((match) => match.value.day),
    wall,
  );
}

function refuseDay(date: Temporal.PlainDate, { now }: WallClock): ResolvedTime {
  const isPast = Temporal.PlainDate.compare(date, now.toPlainDate()) < 0;
  return refuse(
    isPast
      ? { reason: "past", at: date.toString() }
      : { reason: "no-clock-time", date: date.toString() },
  );
}

function toLength(minutes: number): ResolvedTime {
  return checkLength(minutes) ?? { ok: true, time: { kind: "length", minutes } };
}

function checkLength(minutes: number): ResolvedTime | undefined {
  if (minutes === 0) return refuse({ reason: "no-length" });
  if (minutes > MAX_MEETING_MINUTES) {
    return refuse({ reason: "too-long", minutes, maxMinutes: MAX_MEETING_MINUTES });
  }
  return undefined;
}

function toTime({ start, end }: Interval, minutes: number | undefined): ResolvedTime {
  const startsAt = toText(start);
  const spanned = end && Math.round((end.epochMilliseconds - start.epochMilliseconds) / 60_000);
  const long = spanned ?? minutes;
  if (long === undefined) return { ok: true, time: { kind: "start", startsAt } };
  if (minutes !== undefined && minutes !== long) {
    return refuse({ reason: "two-lengths", first: `${long} min`, second: `${minutes} min` });
  }
  const endsAt = toText(start.add({ minutes: long }));
  return checkLength(long) ?? { ok: true, time: { kind: "span", startsAt, endsAt } };
}

/** From a moment that no clock was needed for; an end on the clock is the next after it, if it is near. */
function resolveInstant(
  value: InstantValue,
  until: ClockTime | undefined,
  { instant: now, zone }: WallClock,
): ResolvedInterval {
  const start = toStart(value, now);
  const { now: wallStart } = toWallClock(start, zone);
  if (Temporal.Instant.compare(start, now) < 0) {
    return refuse({ reason: "past", at: toWallText(wallStart) });
  }
  if (!until) return { ok: true, ends: { start } };
  const from = { hour: wallStart.hour, minute: wallStart.minute, isExact: true };
  const end = atMinute(wallStart.toPlainDate(), toMinuteSpan(from, until).end);
  if (Temporal.PlainDateTime.compare(end, wallStart) < 0) {
    const problem = { at: toWallText(wallStart), endsAt: toWallText(end) };
    return refuse({ reason: "end-before-start", ...problem });
  }
  const last = resolveWallTime(end, zone);
  return last.ok ? { ok: true, ends: { start, end: last.instant } } : toRefusal(last);
}

function toStart(value: InstantValue, now: Temporal.Instant): Temporal.Instant {
  switch (value.kind) {
    case "now":
      return now;
    case "relative":
      return now.add({ minutes: value.minutes });
    case "instant":
      return toWallClock(Temporal.Instant.from(value.startsAt), "UTC").instant;
    default:
      return value satisfies never;
  }
}

function toText(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString();
}

function refuse(problem: RequestProblem): { ok: false; problem: RequestProblem } {
  return { ok: false, problem };
}
