import type { Viewer } from "../../turn/viewer";
import { toDay, toShortTime } from "./short-time";

/** "Sun 28 Mar 2027, 02:30" of a clock on the wall: ISO 8601 without an offset. */
export function toWallTime(wallTime: string, viewer: Viewer): string {
  return toShortTime({ startsAt: `${wallTime}Z` }, onTheWall(viewer)) ?? wallTime;
}

/** "28 March 2027". */
export function toWallDay(date: string, viewer: Viewer): string {
  return toDay(`${date.slice(0, 10)}T12:00:00Z`, onTheWall(viewer)) ?? date;
}

/** What a clock on the wall shows is the same in every zone. */
function onTheWall({ locale }: Viewer): Viewer {
  return { locale, timeZone: "UTC" };
}
