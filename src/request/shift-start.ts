import type { Temporal } from "@js-temporal/polyfill";
import { readWallClock, toInstantText } from "./time/wall-time";

/**
 * The start of a meeting that moves by a length. Days and months keep the time of day in the zone, even if the clocks change
 * in between.
 */
export function shiftStart(startsAt: string, by: Temporal.Duration, timeZone: string): string {
  const { instant, zone } = readWallClock(new Date(startsAt), timeZone);
  return toInstantText(instant.toZonedDateTimeISO(zone).add(by).toInstant());
}
