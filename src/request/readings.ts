import { Temporal } from "@js-temporal/polyfill";
import type { MeetingRequest, RequestText, RequestedTime } from "./meeting-request";
import { parseRequest, type RefusedRequest, type RequestContext } from "./parse-request";
import { toPickedTime, type PickedTime } from "./picked-time";
import { DEFAULT_ROOM } from "./room-name";
import { readWallClock, resolveWallTime, toInstantText } from "./time/wall-time";

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
  if (reason === "nonexistent-time" || reason === "doubled-time") {
    const time = readSuggestion(problem, partial.time, context);
    return time ? [{ ...partial, time }] : [];
  }
  return [];
}

const UNKNOWN: PickedTime = { day: "", time: "", until: "" };

/** The parts of the start that were understood. */
export function draftTime(
  text: RequestText,
  { problem }: RefusedRequest,
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

function readWithout(text: RequestText, part: string, context: RequestContext): MeetingRequest[] {
  const rest = without(text, part);
  const parsed = rest && parseRequest(rest, context);
  return parsed?.ok && parsed.request.time ? [parsed.request] : [];
}

const OR = "(?:or|and|ou|et|или|и|または|或者?|还是)";
// Bounded, so that they don't backtrack.
const OR_AT_END = new RegExp(`[\\s,、，]{1,3}${OR}\\s{0,3}$`, "iu");
const OR_AT_START = new RegExp(`^[\\s,、，]{0,3}${OR}(?=[\\s\\d])`, "iu");

/** The text without the last occurrence of a part of it, if it can be found. */
function without(text: RequestText, part: string): RequestText | undefined {
  const index = text.findLastIndex((word) => typeof word === "string" && word.includes(part));
  const word = text[index];
  if (typeof word !== "string" || part === "") return undefined;
  const start = word.lastIndexOf(part);
  const before = word.slice(0, start).replace(OR_AT_END, "");
  const after = word.slice(start + part.length);
  const isSecond = before.length < start;
  return text.with(index, `${before} ${isSecond ? after : after.replace(OR_AT_START, "")}`);
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
