import type { Reader } from "../../turn/reader";
import { toDay, toShortTime } from "./short-time";

/** "Sun 28 Mar 2027, 02:30" of a clock on the wall: ISO 8601 without an offset. */
export function toWallTime(wallTime: string, reader: Reader): string {
  return toShortTime({ startsAt: `${wallTime}Z` }, onTheWall(reader)) ?? wallTime;
}

/** "28 March 2027". */
export function toWallDay(date: string, reader: Reader): string {
  return toDay(`${date.slice(0, 10)}T12:00:00Z`, onTheWall(reader)) ?? date;
}

/** What a clock on the wall shows is the same in every zone. */
function onTheWall({ locale }: Reader): Reader {
  return { locale, timeZone: "UTC" };
}
