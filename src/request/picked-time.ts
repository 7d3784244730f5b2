import { Temporal } from "@js-temporal/polyfill";
import { readStart, readTimeOfDay } from "./meet-form";
import type { RequestedTime } from "./meeting-request";
import { refuse, type Refused, type RequestProblem } from "./request-problem";
import { readWallClock, resolveWallTime, toInstantText, toWallText } from "./time/wall-time";

/** What someone picked on a card, as the client sends it. */
export interface PickedTime {
  /** `2026-11-24` */
  day: string;
  /** `15:00` */
  time: string;
  /** When the meeting ends, if the request said so: `16:15`. */
  until: string;
}

/** An instant as the fields of a card show it. */
export function toPickedTime(startsAt: string, timeZone: string): PickedTime {
  const { now } = readWallClock(new Date(startsAt), timeZone);
  const [day = "", time = ""] = toWallText(now).split("T");
  return { day, time, until: "" };
}

/** The time from the fields of a card, in the zone of the person who filled them in. `minutes` is the length, if known. */
export function parsePickedTime(
  { day, time, until }: PickedTime,
  minutes: number | undefined,
  { now, timeZone }: { now: Date; timeZone: string },
): { ok: true; time: RequestedTime } | Refused {
  const clock = readWallClock(now, timeZone);
  const today = clock.now.toPlainDate().toString();
  let problem: RequestProblem = { reason: "no-clock-time", date: today };
  const start = readStart({ day: day || today, time }, clock, (_field, found) => {
    problem = found;
    return undefined;
  });
  if (!start) return refuse(problem);
  const startsAt = toInstantText(start);
  if (minutes !== undefined) {
    return {
      ok: true,
      time: { kind: "span", startsAt, endsAt: toInstantText(start.add({ minutes })) },
    };
  }
  const end = readTimeOfDay(until);
  if (!end) return { ok: true, time: { kind: "start", startsAt } };
  const from = start.toZonedDateTimeISO(clock.zone).toPlainDateTime();
  const to = from.toPlainDate().toPlainDateTime(end);
  if (Temporal.PlainDateTime.compare(to, from) <= 0) {
    return refuse({ reason: "end-before-start", at: toWallText(from), endsAt: toWallText(to) });
  }
  const resolved = resolveWallTime(to, clock.zone);
  if (!resolved.ok) return resolved;
  return { ok: true, time: { kind: "span", startsAt, endsAt: toInstantText(resolved.instant) } };
}
