import { Temporal } from "@js-temporal/polyfill";
import { DAY_MINUTES } from "./clock-time";

/** What the clocks show in a zone at one moment, both in whole minutes. */
export interface WallClock {
  zone: string;
  instant: Temporal.Instant;
  now: Temporal.PlainDateTime;
}

export type Resolved =
  | { ok: true; instant: Temporal.Instant }
  | { ok: false; reason: "nonexistent-time" | "doubled-time"; at: string; suggestion: string };

/** In UTC when there is no such zone: Teams hands on what a client says. */
export function readWallClock(now: Date, timeZone: string): WallClock {
  const instant = Temporal.Instant.fromEpochMilliseconds(now.getTime());
  try {
    return toWallClock(instant, timeZone);
  } catch (error) {
    if (error instanceof RangeError) return toWallClock(instant, "UTC");
    throw error;
  }
}

/** Whether there is a zone of this IANA name. */
export function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat("en-US", { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

export function toWallClock(moment: Temporal.Instant, zone: string): WallClock {
  const instant = moment.round({ smallestUnit: "minute", roundingMode: "floor" });
  return { zone, instant, now: instant.toZonedDateTimeISO(zone).toPlainDateTime() };
}

/** `2027-03-28T14:30`: a wall time as a problem bears it. */
export function toWallText(time: Temporal.PlainDateTime): string {
  return time.toString({ smallestUnit: "minute" });
}

/** 1,440 minutes and more are on the next day. */
export function atMinute(date: Temporal.PlainDate, minute: number): Temporal.PlainDateTime {
  const time = { hour: Math.floor((minute % DAY_MINUTES) / 60), minute: minute % 60 };
  return date.add({ days: Math.floor(minute / DAY_MINUTES) }).toPlainDateTime(time);
}

/**
 * The instant at which the clocks of a zone show this time. On the two days a year on which they are changed
 * that may be none, or two: then it is for the person to say which, and a time near by is suggested.
 */
export function resolveWallTime(time: Temporal.PlainDateTime, zone: string): Resolved {
  const earlier = time.toZonedDateTime(zone, { disambiguation: "earlier" });
  const later = time.toZonedDateTime(zone, { disambiguation: "later" });
  if (earlier.equals(later)) return { ok: true, instant: earlier.toInstant() };
  const at = toWallText(time);
  if (!later.toPlainDateTime().equals(time)) {
    const suggestion = toWallText(later.toPlainDateTime());
    return { ok: false, reason: "nonexistent-time", at, suggestion };
  }
  return { ok: false, reason: "doubled-time", at, suggestion: toWallText(findSingle(time, zone)) };
}

/** The first half or whole hour after the doubled ones. */
function findSingle(time: Temporal.PlainDateTime, zone: string): Temporal.PlainDateTime {
  let next = time.round({ smallestUnit: "minute", roundingIncrement: 30, roundingMode: "floor" });
  do next = next.add({ minutes: 30 });
  while (!isSingle(next, zone));
  return next;
}

function isSingle(time: Temporal.PlainDateTime, zone: string): boolean {
  try {
    time.toZonedDateTime(zone, { disambiguation: "reject" });
    return true;
  } catch {
    return false;
  }
}
