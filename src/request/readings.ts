import { Temporal } from "@js-temporal/polyfill";
import type { MeetingRequest, RequestText, RequestedTime } from "./meeting-request";
import { parseRequest, type RefusedRequest, type RequestContext } from "./parse-request";
import { parsePickedTime, toPickedTime, type PickedTime } from "./picked-time";
import { DEFAULT_ROOM } from "./room-name";
import type { DayPart } from "./time/match";
import { readWallClock, resolveWallTime, toInstantText } from "./time/wall-time";

const UNKNOWN: PickedTime = { day: "", time: "", until: "" };
const EVENING = ["18:00", "19:00", "20:00", "21:00"];
/** When people usually meet in a part of the day. */
const LIKELY_HOURS: Readonly<Record<DayPart, readonly string[]>> = {
  morning: ["08:00", "09:00", "10:00", "11:00"],
  midday: ["12:00", "12:30", "13:00", "13:30"],
  afternoon: ["14:00", "15:00", "16:00", "17:00"],
  evening: EVENING,
  night: EVENING,
  "late night": EVENING,
};

/** What the sender may have meant: requests to choose from, the likeliest first. Often there's none. */
export function listReadings(
  text: RequestText,
  { problem, partial }: RefusedRequest,
  context: RequestContext,
): MeetingRequest[] {
  const { reason } = problem;
  if (reason === "two-rooms") {
    const { first, second } = problem;
    return [
      { ...partial, room: first },
      { ...partial, room: second },
    ];
  }
  if (reason === "room-and-here") {
    return [partial, { ...partial, room: DEFAULT_ROOM, isHere: true }];
  }
  if (reason === "room-too-long" || reason === "too-many-people") return [partial];
  if (reason === "two-times" || reason === "two-lengths") {
    return [problem.second, problem.first].flatMap((part) => readWithout(text, part, context));
  }
  if (reason === "vague-day") {
    const { day, meanings = [] } = problem;
    return meanings.flatMap((meaning) => readWithout(text, day, context, meaning));
  }
  if (reason === "no-clock-time") {
    const hours = problem.part ? LIKELY_HOURS[problem.part] : [];
    return hours.flatMap((time) =>
      readHour({ ...UNKNOWN, day: problem.date, time }, partial, context),
    );
  }
  if (reason === "nonexistent-time" || reason === "doubled-time") {
    const time = readSuggestion(problem, partial.time, context);
    return time ? [{ ...partial, time }] : [];
  }
  return [];
}

/** The parts of the start that were understood. */
export function draftTime(
  text: RequestText,
  { problem, partial }: RefusedRequest,
  context: RequestContext,
): PickedTime {
  const { reason } = problem;
  if (reason === "past") {
    const { day, time } = split(problem.at);
    const today = readWallClock(context.now, context.timeZone).now.toPlainDate().toString();
    return { ...UNKNOWN, day: day < today ? "" : day, time };
  }
  if (reason === "no-clock-time") return { ...UNKNOWN, day: problem.date };
  if (reason === "end-before-start") return { ...UNKNOWN, ...split(problem.at) };
  if (reason === "end-without-start") {
    const { day, time } = split(problem.endsAt);
    return { day, time: "", until: time };
  }
  if (reason === "nonexistent-time" || reason === "doubled-time") {
    return { ...UNKNOWN, ...split(problem.suggestion) };
  }
  if (reason === "time-in-name") {
    const { time } = partial;
    return time && time.kind !== "length" ? toPickedTime(time.startsAt, context.timeZone) : UNKNOWN;
  }
  if (reason === "stray-day") return draftFrom([`${problem.day} ${problem.time}`], context);
  if (reason === "vague-day" || reason === "no-such-day") {
    const { time } = draftFrom(without(text, problem.day), context);
    return { ...UNKNOWN, time };
  }
  return reason === "unknown-zone" ? draftFrom(without(text, problem.zone), context) : UNKNOWN;
}

function split(wallTime: string): { day: string; time: string } {
  const [day = "", time = ""] = wallTime.split("T");
  return { day, time };
}

function draftFrom(text: RequestText | undefined, context: RequestContext): PickedTime {
  const parsed = parseRequest(text ?? [], context);
  const time = parsed.ok ? parsed.request.time : undefined;
  if (!time || time.kind === "length") return UNKNOWN;
  return toPickedTime(time.startsAt, context.timeZone);
}

/** The request at a likely hour, unless it has passed. */
function readHour(
  picked: PickedTime,
  partial: MeetingRequest,
  context: RequestContext,
): MeetingRequest[] {
  const minutes = partial.time?.kind === "length" ? partial.time.minutes : undefined;
  const parsed = parsePickedTime(picked, minutes, context);
  return parsed.ok ? [{ ...partial, time: parsed.time }] : [];
}

function readWithout(
  text: RequestText,
  part: string,
  context: RequestContext,
  instead = " ",
): MeetingRequest[] {
  const rest = without(text, part, instead);
  const parsed = rest && parseRequest(rest, context);
  return parsed?.ok && parsed.request.time ? [parsed.request] : [];
}

const OR = "(?:or|and|ou|et|или|и|または|或者?|还是)";
// Bounded, so that they don't backtrack.
const OR_AT_END = new RegExp(`[\\s,、，]{1,3}${OR}\\s{0,3}$`, "iu");
const OR_AT_START = new RegExp(`^[\\s,、，]{0,3}${OR}(?=[\\s\\d])`, "iu");

/** The text without the last occurrence of a part of it, or with other words for it, if it can be found. */
function without(text: RequestText, part: string, instead = " "): RequestText | undefined {
  const index = text.findLastIndex((word) => typeof word === "string" && word.includes(part));
  const word = text[index];
  if (typeof word !== "string" || part === "") return undefined;
  const start = word.lastIndexOf(part);
  const before = word.slice(0, start).replace(OR_AT_END, "");
  const after = word.slice(start + part.length);
  const isSecond = before.length < start;
  return text.with(
    index,
    `${before}${instead}${isSecond ? after : after.replace(OR_AT_START, "")}`,
  );
}

/** The suggestion is in the zone that was typed. It's offered only if that's the sender's own. */
function readSuggestion(
  { at, suggestion }: { at: string; suggestion: string },
  kept: RequestedTime | undefined,
  { now, timeZone }: RequestContext,
): RequestedTime | undefined {
  const { zone } = readWallClock(now, timeZone);
  if (resolveWallTime(Temporal.PlainDateTime.from(at), zone).ok) return undefined;
  const start = resolveWallTime(Temporal.PlainDateTime.from(suggestion), zone);
  if (!start.ok) return undefined;
  const startsAt = toInstantText(start.instant);
  if (kept?.kind !== "length") return { kind: "start", startsAt };
  return {
    kind: "span",
    startsAt,
    endsAt: toInstantText(start.instant.add({ minutes: kept.minutes })),
  };
}
