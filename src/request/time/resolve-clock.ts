import { Temporal } from "@js-temporal/polyfill";
import { refuse, type Refused } from "../request-problem";
import {
  DAY_MINUTES,
  isGuessed,
  LONGEST_GUESS_MINUTES,
  toMinuteOfDay,
  toMinuteSpan,
  toMorning,
  type ClockTime,
} from "./clock-time";
import type { Day, DayPart, MatchOf, RangeEnd } from "./match";
import { findFirstDate } from "./repetition/first-date";
import type { RepeatRule } from "./repetition/repeat-rule";
import { atMinute, resolveWallTime, toWallClock, toWallText, type WallClock } from "./wall-time";
import { readZone } from "./zone-names";

export type ResolvedInterval =
  { ok: true; start: Temporal.Instant; end?: Temporal.Instant } | Refused;

/** A clock time on its day, or the next time the clock shows it. */
export function resolveClock(
  value: MatchOf<"clock">["value"],
  until: ClockTime | undefined,
  days: readonly Day[],
  own: WallClock,
): ResolvedInterval {
  const wallClock = readWallClockOf(value.zone, own);
  if (!wallClock) return refuse({ reason: "unknown-zone", zone: value.zone ?? "" });
  const repeat = days.find((day) => day.repeat)?.repeat;
  const named = readDate(days.filter((day) => !day.repeat));
  if (!named.ok) return named;
  const part = partOf(days);
  const to = value.end ?? until;
  const minutes: { start: number; end?: number } = to
    ? toMinuteSpan(value.start, to, part)
    : { start: toMinuteOfDay(value.start, part) };

  const start = repeat
    ? toFirst(repeat, named.date, minutes.start, wallClock)
    : toNext(named.date, minutes.start, days, wallClock);
  if (isPast(start, wallClock)) return refuse({ reason: "past", at: toWallText(start) });
  const date = start.toPlainDate().subtract({ days: Math.floor(minutes.start / DAY_MINUTES) });
  const end = minutes.end === undefined ? undefined : atMinute(date, minutes.end);

  if (isGuessed(value.start, to, part)) {
    const doubt =
      findMorningDoubt(value.start, start, wallClock) ??
      (to && end && isGuessed(to, undefined, part) && findMorningDoubt(to, end, wallClock));
    if (doubt) return doubt;
  }
  return toInterval(start, end, wallClock.zone);
}

/**
 * A time on one day to a time on a later day. An end on a weekday is the first one after the start; an end from 1 to 6
 * is in the night that follows the start, if that's near enough.
 */
export function resolveRange(
  { start, end, zone }: MatchOf<"range">["value"],
  own: WallClock,
): ResolvedInterval {
  const wallClock = readWallClockOf(zone, own);
  if (!wallClock) return refuse({ reason: "unknown-zone", zone: zone ?? "" });
  const first = readDate(start.days);
  if (!first.ok) return first;
  const last = readDate(end.days);
  if (!last.ok) return last;

  const from = toNext(first.date, minuteOf(start), start.days, wallClock);
  if (isPast(from, wallClock)) return refuse({ reason: "past", at: toWallText(from) });
  const toEnd = (minute: number) => {
    const named = atMinute(last.date ?? from.toPlainDate(), minute);
    const weeks = Math.ceil(minutesBetween(named, from) / (7 * DAY_MINUTES));
    return daysToNext(end.days) === 7 ? named.add({ weeks: Math.max(0, weeks) }) : named;
  };
  const atNight = toEnd(toMorning(end.clock));
  const isNight =
    isGuessed(end.clock, undefined, partOf(end.days)) &&
    minutesBetween(from, atNight) <= LONGEST_GUESS_MINUTES;
  const to = isNight ? atNight : toEnd(minuteOf(end));

  for (const [{ clock, days }, at] of [[start, from] as const, [end, to] as const]) {
    const doubt =
      isGuessed(clock, undefined, partOf(days)) && findMorningDoubt(clock, at, wallClock);
    if (doubt) return doubt;
  }
  return toInterval(from, to, wallClock.zone);
}

function minutesBetween(start: Temporal.PlainDateTime, end: Temporal.PlainDateTime): number {
  return start.until(end, { largestUnit: "minutes" }).minutes;
}

function readWallClockOf(typed: string | undefined, own: WallClock): WallClock | undefined {
  if (typed === undefined) return own;
  const zone = readZone(typed, own.zone);
  if (zone === own.zone) return own;
  return zone === undefined ? undefined : toWallClock(own.instant, zone);
}

/** The date that all days agree on: `Tuesday, 24 November`. */
function readDate(days: readonly Day[]): { ok: true; date?: Temporal.PlainDate } | Refused {
  const dated = days.flatMap(({ date, weekday }) => (date ? [{ date, weekday }] : []));
  const date = (dated.find(({ weekday }) => weekday === undefined) ?? dated[0])?.date;
  if (!date) return { ok: true };
  const other = dated.find((day) =>
    day.weekday === undefined ? !day.date.equals(date) : day.weekday !== date.dayOfWeek,
  );
  return other
    ? refuse({ reason: "two-times", first: date.toString(), second: other.date.toString() })
    : { ok: true, date };
}

/** A past time moves to tomorrow when no day was named, and to next week when only a weekday was. */
function daysToNext(days: readonly Day[]): number {
  const dated = days.filter(({ date }) => date);
  if (dated.length === 0) return 1;
  return dated.every(({ weekday }) => weekday !== undefined) ? 7 : 0;
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
  wallClock: WallClock,
): Temporal.PlainDateTime {
  const start = atMinute(named ?? wallClock.now.toPlainDate(), minute);
  return isPast(start, wallClock) ? start.add({ days: daysToNext(days) }) : start;
}

/** The first time of a series that hasn't passed. */
function toFirst(
  repeat: RepeatRule,
  named: Temporal.PlainDate | undefined,
  minute: number,
  wallClock: WallClock,
): Temporal.PlainDateTime {
  const today = wallClock.now.toPlainDate();
  const from = named && Temporal.PlainDate.compare(named, today) > 0 ? named : today;
  const isOver = isPast(atMinute(from, minute), wallClock);
  return atMinute(findFirstDate(repeat, isOver ? from.add({ days: 1 }) : from), minute);
}

function isPast(time: Temporal.PlainDateTime, { now }: WallClock): boolean {
  return Temporal.PlainDateTime.compare(time, now) < 0;
}

/**
 * An hour guessed to be in the afternoon may have been meant for a night when the clocks change. The sender is asked
 * which one they mean, unless that night has passed.
 */
function findMorningDoubt(
  clock: ClockTime,
  afternoon: Temporal.PlainDateTime,
  wallClock: WallClock,
): Refused | undefined {
  const morning = atMinute(afternoon.toPlainDate(), toMorning(clock));
  if (isPast(morning, wallClock) || morning.equals(afternoon)) return undefined;
  const resolved = resolveWallTime(morning, wallClock.zone);
  if (resolved.ok) return undefined;
  const problem = { ...resolved.problem, suggestion: toWallText(afternoon) };
  return refuse(problem);
}

function toInterval(
  start: Temporal.PlainDateTime,
  end: Temporal.PlainDateTime | undefined,
  zone: string,
): ResolvedInterval {
  if (end && Temporal.PlainDateTime.compare(end, start) < 0) {
    return refuse({ reason: "end-before-start", at: toWallText(start), endsAt: toWallText(end) });
  }
  const first = resolveWallTime(start, zone);
  if (!first.ok) return first;
  const last = end && resolveWallTime(end, zone);
  if (last && !last.ok) return last;
  return { ok: true, start: first.instant, end: last?.instant };
}
