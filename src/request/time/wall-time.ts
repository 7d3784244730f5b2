import { Temporal } from "@js-temporal/polyfill";
import { refuse, type Refused } from "../request-problem";
import { DAY_MINUTES } from "./clock-time";

/** An instant and the local time in a zone, both in whole minutes. */
export interface WallClock {
  zone: string;
  instant: Temporal.Instant;
  now: Temporal.PlainDateTime;
}

/** Falls back to UTC for an unknown zone: Teams forwards whatever the client sends. */
export function readWallClock(now: Date, timeZone: string): WallClock {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  try {
    return toWallClock(instant, timeZone);
  } catch (error) {
    if (error instanceof RangeError) return toWallClock(instant, "UTC");
    throw error;
  }
}

/** Whether this is the IANA name of a zone. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

export function toWallClock(time: Temporal.Instant, zone: string): WallClock {
  const instant = time.round({ smallestUnit: "minute", roundingMode: "floor" });
  return { zone, instant, now: instant.toZonedDateTimeISO(zone).toPlainDateTime() };
}

/** `2027-03-28T14:30`: a local time, as problems contain it. */
export function toWallText(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: "minute" });
}

/** `2027-03-28T12:30:00.000Z` */
export function toInstantText(instant: Temporal.Instant): string {
  return new Date(instant.epochMilliseconds).toISOString();
}

/** Minutes from 1,440 are on the next day. */
export function atMinute(date: Temporal.PlainDate, minute: number): Temporal.PlainDateTime {
  const time = { hour: Math.floor((minute % DAY_MINUTES) / 60), minute: minute % 60 };
  return date.add({ days: Math.floor(minute / DAY_MINUTES) }).toPlainDateTime(time);
}

/**
 * The instant of a local time. When the clocks change, a local time may not exist or exist twice: then the sender has
 * to say which is meant, and gets a suggestion nearby.
 */
export function resolveWallTime(
  time: Temporal.PlainDateTime,
  zone: string,
): { ok: true; instant: Temporal.Instant } | Refused {
  const { earlier, later } = toBoth(time, zone);
  if (earlier.equals(later)) return { ok: true, instant: earlier.toInstant() };
  const at = toWallText(time);
  const next = later.toPlainDateTime();
  return next.equals(time)
    ? refuse({ reason: "doubled-time", at, suggestion: toWallText(findSingle(time, zone)) })
    : refuse({ reason: "nonexistent-time", at, suggestion: toWallText(next) });
}

/** The first full or half hour after the times that exist twice. */
function findSingle(time: Temporal.PlainDateTime, zone: string): Temporal.PlainDateTime {
  let next = time.round({ smallestUnit: "minute", roundingIncrement: 30, roundingMode: "floor" });
  do next = next.add({ minutes: 30 });
  while (!isSingle(next, zone));
  return next;
}

function isSingle(time: Temporal.PlainDateTime, zone: string): boolean {
  const { earlier, later } = toBoth(time, zone);
  return earlier.equals(later);
}

function toBoth(time: Temporal.PlainDateTime, zone: string) {
  const earlier = time.toZonedDateTime(zone, { disambiguation: "earlier" });
  return { earlier, later: time.toZonedDateTime(zone, { disambiguation: "later" }) };
}
