import { Temporal } from "@js-temporal/polyfill";
import type { RequestedTime } from "../meeting-request";
import { refuse, type Refused } from "../request-problem";
import type { Choice, StartMatch } from "./choose-matches";
import { toMinuteOfDay, toMinuteSpan, type ClockTime } from "./clock-time";
import { resolveClock, resolveRange, type ResolvedInterval } from "./resolve-clock";
import type { DayPart } from "./match";
import {
  atMinute,
  resolveWallTime,
  toInstantText,
  toWallClock,
  toWallText,
  type WallClock,
} from "./wall-time";

/** Teams' limit for a meeting: https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
const MAX_MEETING_MINUTES = 30 * 60;

/** If the time was refused, `time` is the part of it that can be kept. */
export type ResolvedTime = ({ ok: true } | Refused) & { time?: RequestedTime | undefined };

type InstantValue = Exclude<StartMatch["value"], { kind: "clock" | "range" }>;

/** Converts the chosen matches to instants. */
export function resolveTime(choice: Choice, wallClock: WallClock): ResolvedTime {
  const { start, until, length, days } = choice;
  const today = wallClock.now.toPlainDate();
  const kept = keepLength(choice);
  if (!start && until) {
    const date = days.find(({ value }) => value.day.date)?.value.day.date ?? today;
    const endsAt = toWallText(atMinute(date, toMinuteOfDay(until.value.end)));
    return { ...refuse({ reason: "end-without-start", endsAt }), time: kept };
  }
  if (!start) {
    const date = days.find(({ value }) => value.day.date)?.value.day.date;
    if (date) {
      const refused =
        Temporal.PlainDate.compare(date, today) < 0
          ? refuse({ reason: "past", at: date.toString() })
          : refuse({ reason: "no-clock-time", date: date.toString(), ...toPart(days) });
      return { ...refused, time: kept };
    }
    if (!length) return { ok: true };
    const { minutes } = length.value;
    return refuseLength(minutes) ?? { ok: true, time: { kind: "length", minutes } };
  }
  const resolved = resolveStart(start.value, choice, wallClock);
  return resolved.ok ? toTime(resolved, length?.value.minutes) : { ...resolved, time: kept };
}

function toPart(days: Choice["days"]): { part?: DayPart } {
  const part = days.find(({ value }) => value.day.part)?.value.day.part;
  return part ? { part } : {};
}

/** The length of a meeting that has no usable start. */
function keepLength({ start, until, length, days }: Choice): RequestedTime | undefined {
  const minutes = length?.value.minutes ?? toSpanMinutes(start?.value, until?.value.end, days);
  if (minutes === undefined || minutes < 1 || refuseLength(minutes)) return undefined;
  return { kind: "length", minutes };
}

function toSpanMinutes(
  start: StartMatch["value"] | undefined,
  until: ClockTime | undefined,
  days: Choice["days"],
): number | undefined {
  if (start?.kind !== "clock") return undefined;
  const to = start.end ?? until;
  const part = days.find(({ value }) => value.day.part)?.value.day.part;
  const span = to && toMinuteSpan(start.start, to, part);
  return span && span.end - span.start;
}

function resolveStart(
  value: StartMatch["value"],
  { until, days, zone }: Choice,
  wallClock: WallClock,
): ResolvedInterval {
  const end = until?.value.end;
  if (value.kind === "range") return resolveRange(value, wallClock);
  if (value.kind !== "clock") return resolveInstant(value, end, wallClock);
  const clock = { ...value, zone: zone?.value.zone ?? value.zone };
  const named = days.map((match) => match.value.day);
  return resolveClock(clock, end, named, wallClock);
}

export function refuseLength(minutes: number): Refused | undefined {
  if (minutes === 0) return refuse({ reason: "no-length" });
  if (minutes <= MAX_MEETING_MINUTES) return undefined;
  return refuse({ reason: "too-long", minutes, maxMinutes: MAX_MEETING_MINUTES });
}

function toTime(
  { start, end }: Extract<ResolvedInterval, { ok: true }>,
  length: number | undefined,
): ResolvedTime {
  const startsAt = toInstantText(start);
  const span = end && Math.round((end.epochMilliseconds - start.epochMilliseconds) / 60_000);
  const minutes = span ?? length;
  const time = { kind: "start", startsAt } as const;
  if (minutes === undefined) return { ok: true, time };
  if (length !== undefined && length !== minutes) {
    const [first, second] = [`${minutes} min`, `${length} min`];
    return { ...refuse({ reason: "two-lengths", first, second }), time };
  }
  const refused = refuseLength(minutes);
  if (refused) return { ...refused, time };
  const endsAt = toInstantText(start.add({ minutes }));
  return { ok: true, time: { kind: "span", startsAt, endsAt } };
}

/** From an instant to the next such clock time, if that is soon enough. */
function resolveInstant(
  value: InstantValue,
  until: ClockTime | undefined,
  { instant: now, zone }: WallClock,
): ResolvedInterval {
  const start = toStart(value, now);
  const { now: wallStart } = toWallClock(start, zone);
  const at = toWallText(wallStart);
  if (Temporal.Instant.compare(start, now) < 0) return refuse({ reason: "past", at });
  if (!until) return { ok: true, start };
  const from = { hour: wallStart.hour, minute: wallStart.minute, isExact: true };
  const wallEnd = atMinute(wallStart.toPlainDate(), toMinuteSpan(from, until).end);
  if (Temporal.PlainDateTime.compare(wallEnd, wallStart) < 0) {
    return refuse({ reason: "end-before-start", at, endsAt: toWallText(wallEnd) });
  }
  const end = resolveWallTime(wallEnd, zone);
  return end.ok ? { ok: true, start, end: end.instant } : end;
}

function toStart(value: InstantValue, now: Temporal.Instant): Temporal.Instant {
  if (value.kind === "now") return now;
  if (value.kind === "relative") return now.add({ minutes: value.minutes });
  return toWallClock(Temporal.Instant.from(value.startsAt), "UTC").instant;
}
