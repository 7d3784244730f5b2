import { Temporal } from "@js-temporal/polyfill";
import type { RequestProblem } from "../request-problem";
import {
  DAY_MINUTES,
  isGuessed,
  LONGEST_GUESS_MINUTES,
  toMinuteOfDay,
  toMinuteSpan,
  toMorning,
  type ClockTime,
} from "./clock-time";
import { daysToNext, readNamedDate } from "./named-date";
import type { Day, DayPart, RangeEnd, MatchValue } from "./match";
import { readZone } from "./read-zone";
import {
  atMinute,
  resolveWallTime,
  toWallClock,
  toWallText,
  type Resolved,
  type WallClock,
} from "./wall-time";

export interface Interval {
  start: Temporal.Instant;
  end?: Temporal.Instant;
}

export type ResolvedInterval =
  { ok: true; ends: Interval } | { ok: false; problem: RequestProblem };

type ClockValue = Extract<MatchValue, { kind: "clock" }>;
type RangeValue = Extract<MatchValue, { kind: "range" }>;

/** A time of the clock on its day, or the next such time. */
export function resolveClock(
  value: ClockValue,
  until: ClockTime | undefined,
  days: readonly Day[],
  own: WallClock,
): ResolvedInterval {
  const wall = readWallOf(value.zone, own);
  if (!wall) return refuse({ reason: "unknown-zone", zone: value.zone ?? "" });
  const named = readNamedDate(days);
  if (named.other) return refuseTwo(named);
  const part = partOf(days);
  const to = value.end ?? until;
  const minutes: { start: number; end?: number } = to
    ? toMinuteSpan(value.start, to, part)
    : { start: toMinuteOfDay(value.start, part) };

  const start = toNext(named.date, minutes.start, days, wall);
  if (isPast(start, wall)) return refuse({ reason: "past", at: toWallText(start) });
  const date = start.toPlainDate().subtract({ days: Math.floor(minutes.start / DAY_MINUTES) });
  const end = minutes.end === undefined ? undefined : atMinute(date, minutes.end);

  if (isGuessed(value.start, to, part)) {
    const doubt =
      findMorningDoubt(value.start, start, wall) ??
      (to && end && isGuessed(to, undefined, part) && findMorningDoubt(to, end, wall));
    if (doubt) return refuse(doubt);
  }
  return resolveEnds(start, end, wall.zone);
}

/** From a time on one day to a time on a later one: of weekdays, the first behind the start is meant,
 * and of the hours 1 to 6 those of the night that the start is in. */
export function resolveRange({ start, end, zone }: RangeValue, own: WallClock): ResolvedInterval {
  const wall = readWallOf(zone, own);
  if (!wall) return refuse({ reason: "unknown-zone", zone: zone ?? "" });
  const first = readNamedDate(start.days);
  if (first.other) return refuseTwo(first);
  const last = readNamedDate(end.days);
  if (last.other) return refuseTwo(last);

  const from = toNext(first.date, minuteOf(start), start.days, wall);
  if (isPast(from, wall)) return refuse({ reason: "past", at: toWallText(from) });
  const toEnd = (minute: number) => {
    const named = atMinute(last.date ?? from.toPlainDate(), minute);
    return daysToNext(end.days) === 7 ? toWeekOf(named, from) : named;
  };
  const isOpen = isGuessed(end.clock, undefined, partOf(end.days));
  const atNight = toEnd(toMorning(end.clock));
  const isNight = isOpen && minutesBetween(from, atNight) <= LONGEST_GUESS_MINUTES;
  const to = isNight ? atNight : toEnd(minuteOf(end));

  const doubt = [[start, from] as const, [end, to] as const].flatMap(([{ clock, days }, at]) => {
    const found = isGuessed(clock, undefined, partOf(days)) && findMorningDoubt(clock, at, wall);
    return found ? [found] : [];
  })[0];
  return doubt ? refuse(doubt) : resolveEnds(from, to, wall.zone);
}

function toWeekOf(
  time: Temporal.PlainDateTime,
  start: Temporal.PlainDateTime,
): Temporal.PlainDateTime {
  const minutes = minutesBetween(time, start);
  return time.add({ days: 7 * Math.max(0, Math.ceil(minutes / (7 * DAY_MINUTES))) });
}

function minutesBetween(start: Temporal.PlainDateTime, end: Temporal.PlainDateTime): number {
  return start.until(end, { largestUnit: "minutes" }).minutes;
}

function readWallOf(typed: string | undefined, own: WallClock): WallClock | undefined {
  if (typed === undefined) return own;
  const zone = readZone(typed, own.zone);
  if (zone === own.zone) return own;
  return zone === undefined ? undefined : toWallClock(own.instant, zone);
}

function partOf(days: readonly Day[]): DayPart | undefined {
  return days.find(({ part }) => part)?.part;
}

function minuteOf({ clock, days }: RangeEnd): number {
  return toMinuteOfDay(clock, partOf(days));
}

function toNext(
  named: Temporal.PlainDate | undefined,
  minute: number,
  days: readonly Day[],
  wall: WallClock,
): Temporal.PlainDateTime {
  const start = atMinute(named ?? wall.now.toPlainDate(), minute);
  return isPast(start, wall) ? start.add({ days: daysToNext(days) }) : start;
}

function isPast(time: Temporal.PlainDateTime, { now }: WallClock): boolean {
  return Temporal.PlainDateTime.compare(time, now) < 0;
}

/**
 * What was read as an hour of the afternoon may have been meant as that of a night in which the clocks are
 * changed: whoever plans for such a night is asked, while it is to come.
 */
function findMorningDoubt(
  clock: ClockTime,
  afternoon: Temporal.PlainDateTime,
  wall: WallClock,
): RequestProblem | undefined {
  const morning = atMinute(afternoon.toPlainDate(), toMorning(clock));
  if (isPast(morning, wall) || morning.equals(afternoon)) return undefined;
  const resolved = resolveWallTime(morning, wall.zone);
  if (resolved.ok) return undefined;
  return { reason: resolved.reason, at: resolved.at, suggestion: toWallText(afternoon) };
}

function resolveEnds(
  start: Temporal.PlainDateTime,
  end: Temporal.PlainDateTime | undefined,
  zone: string,
): ResolvedInterval {
  if (end && Temporal.PlainDateTime.compare(end, start) < 0) {
    return refuse({ reason: "end-before-start", at: toWallText(start), endsAt: toWallText(end) });
  }
  const first = resolveWallTime(start, zone);
  if (!first.ok) return toRefusal(first);
  const last = end && resolveWallTime(end, zone);
  if (last && !last.ok) return toRefusal(last);
  return { ok: true, ends: { start: first.instant, ...(last && { end: last.instant }) } };
}

export function toRefusal({ reason, at, suggestion }: Extract<Resolved, { ok: false }>) {
  return refuse({ reason, at, suggestion });
}

function refuseTwo({ date, other }: { date: Temporal.PlainDate; other: Temporal.PlainDate }) {
  return refuse({ reason: "two-times", first: date.toString(), second: other.toString() });
}

function refuse(problem: RequestProblem): { ok: false; problem: RequestProblem } {
  return { ok: false, problem };
}
