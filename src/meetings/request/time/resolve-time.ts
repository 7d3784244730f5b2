import { Temporal } from "@js-temporal/polyfill";
import type { RequestedTime } from "../meeting-request";
import type { RequestProblem } from "../request-problem";
import type { Choice, StartPiece } from "./choose-pieces";
import { DAY_MINUTES, toMinuteOfDay, toMinuteSpan, type ClockTime } from "./clock-time";
import { readZone } from "./read-zone";
import { resolveWallTime, toWall, toWallText, type Resolved, type Wall } from "./wall-time";

/** Teams' limit of one meeting: https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
const MAX_MEETING_MINUTES = 30 * 60;

export type ResolvedTime =
  { ok: true; time?: RequestedTime } | { ok: false; problem: RequestProblem };

interface Ends {
  start: Temporal.Instant;
  end?: Temporal.Instant;
}

type StartValue = StartPiece["value"];
type MomentValue = Exclude<StartValue, { kind: "clock" }>;
type ResolvedEnds = { ok: true; ends: Ends } | { ok: false; problem: RequestProblem };

/** Makes instants of what was chosen. */
export function resolveTime({ start, until, length, days }: Choice, wall: Wall): ResolvedTime {
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
  const resolved =
    value.kind === "clock"
      ? resolveClock(value, until?.value.end, days, wall)
      : resolveInstant(value, until?.value.end, wall);
  if (!resolved.ok) return resolved;
  return toTime(resolved.ends, length?.value.minutes);
}

function refuseDay(date: Temporal.PlainDate, { now }: Wall): ResolvedTime {
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

function toTime({ start, end }: Ends, minutes: number | undefined): ResolvedTime {
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

function resolveClock(
  value: Extract<StartValue, { kind: "clock" }>,
  until: ClockTime | undefined,
  days: Choice["days"],
  own: Wall,
): ResolvedEnds {
  const zone = value.zone === undefined ? own.zone : readZone(value.zone, own.zone);
  if (zone === undefined) return refuse({ reason: "unknown-zone", zone: value.zone ?? "" });
  const wall = zone === own.zone ? own : toWall(own.instant, zone);
  const named = readDate(days);
  if (named.other) {
    const problem = { first: named.date.toString(), second: named.other.toString() };
    return refuse({ reason: "two-times", ...problem });
  }
  const date = named.date ?? wall.now.toPlainDate();
  const part = days.find(({ value: { day } }) => day.part)?.value.day.part;
  const to = value.end ?? until;
  const minutes: { start: number; end?: number } = to
    ? toMinuteSpan(value.start, to, part)
    : { start: toMinuteOfDay(value.start, part) };

  const isPast = (day: Temporal.PlainDate) =>
    Temporal.PlainDateTime.compare(atMinute(day, minutes.start), wall.now) < 0;
  const meant = isPast(date) ? date.add({ days: daysToNext(days) }) : date;
  const start = atMinute(meant, minutes.start);
  if (isPast(meant)) return refuse({ reason: "past", at: toWallText(start) });
  const end = minutes.end === undefined ? undefined : atMinute(meant, minutes.end);
  return resolveEnds(start, end, zone);
}

type NamedDate =
  | { date?: Temporal.PlainDate; other?: undefined }
  | { date: Temporal.PlainDate; other: Temporal.PlainDate };

/** The one date that all the days name (`Tuesday, 24 November`), or two that differ. */
function readDate(days: Choice["days"]): NamedDate {
  const dated = days.flatMap(({ value: { day } }) =>
    day.date ? [{ date: day.date, weekday: day.weekday }] : [],
  );
  const date = (dated.find(({ weekday }) => weekday === undefined) ?? dated[0])?.date;
  if (!date) return {};
  const other = dated.find((one) =>
    one.weekday === undefined ? !one.date.equals(date) : one.weekday !== date.dayOfWeek,
  );
  return other ? { date, other: other.date } : { date };
}

/** A time that has passed is tomorrow's when no day was named, and next week's when its weekday was. */
function daysToNext(days: Choice["days"]): number {
  const dated = days.filter(({ value: { day } }) => day.date);
  if (dated.length === 0) return 1;
  return dated.every(({ value: { day } }) => day.weekday !== undefined) ? 7 : 0;
}

function resolveEnds(
  start: Temporal.PlainDateTime,
  end: Temporal.PlainDateTime | undefined,
  zone: string,
): ResolvedEnds {
  if (end && Temporal.PlainDateTime.compare(end, start) < 0) {
    return refuse({ reason: "end-before-start", at: toWallText(start), endsAt: toWallText(end) });
  }
  const first = resolveWallTime(start, zone);
  if (!first.ok) return toRefusal(first);
  const last = end && resolveWallTime(end, zone);
  if (last && !last.ok) return toRefusal(last);
  return { ok: true, ends: { start: first.instant, ...(last && { end: last.instant }) } };
}

/** From a moment that no clock was needed for; an end on the clock is the next after it, if it is near. */
function resolveInstant(
  value: MomentValue,
  until: ClockTime | undefined,
  { instant: now, zone }: Wall,
): ResolvedEnds {
  const start = toStart(value, now);
  const { now: wallStart } = toWall(start, zone);
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

function toStart(value: MomentValue, now: Temporal.Instant): Temporal.Instant {
  switch (value.kind) {
    case "now":
      return now;
    case "relative":
      return now.add({ minutes: value.minutes });
    case "instant":
      return toWall(Temporal.Instant.from(value.startsAt), "UTC").instant;
    default:
      return value satisfies never;
  }
}

/** 1,440 minutes and more are on the next day. */
function atMinute(date: Temporal.PlainDate, minute: number): Temporal.PlainDateTime {
  const time = { hour: Math.floor((minute % DAY_MINUTES) / 60), minute: minute % 60 };
  return date.add({ days: Math.floor(minute / DAY_MINUTES) }).toPlainDateTime(time);
}

function toText(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString();
}

function refuse(problem: RequestProblem): { ok: false; problem: RequestProblem } {
  return { ok: false, problem };
}

function toRefusal({ reason, at, suggestion }: Extract<Resolved, { ok: false }>) {
  return refuse({ reason, at, suggestion });
}
