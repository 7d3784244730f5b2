import type { Temporal } from "@js-temporal/polyfill";
import type { FoundMeeting } from "../../src/meetings/find-meeting";
import { toJoinable } from "../../src/meetings/record/attached-record";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { atOccurrence } from "../../src/meetings/series/at-occurrence";
import { foldText } from "../../src/request/fold-text";
import type { MeetingRequest, RequestText, RequestedTime } from "../../src/request/meeting-request";
import { parseRequest, type RequestContext } from "../../src/request/parse-request";
import { parseShift } from "../../src/request/parse-shift";
import { toPickedTime } from "../../src/request/picked-time";
import { shiftStart } from "../../src/request/shift-start";
import type { BotServices } from "../bot-services";
import { changeForEverybody, toWantedChange } from "../replies/change-for-everybody";
import { askWhichToMove } from "../replies/move-question";
import { findLive, toNoMeetingReply } from "../replies/live-meeting";
import type { Reply } from "../reply";
import { withClock, withoutLinkInside, withoutLinkingWords } from "../requests/linking-words";
import { findKey } from "../requests/problem-buttons";
import { askForValue, askIfPast } from "../requests/problem-reply";
import { parseRequested, toContext, type RequestedMeeting } from "../requests/requested-meeting";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { ResumableCommand } from "./command";

/** Gives the meeting another time. A standing meeting becomes a scheduled one. */
export const moveCommand: ResumableCommand = {
  name: "move",
  async run(turn, typed, services) {
    const context = toContext(turn, services);
    const shift = parseShift(typed, context.locale);
    const words = shift?.rest ?? toNewTime(withClock(withoutLinkingWords(typed)), context);
    const requested = parseRequested(turn, "move", words, services);
    if (!requested.ok) return (await askForTimeOn(turn, requested, services)) ?? requested.reply;
    const { request } = requested;
    const key = (await findNamed(turn, request, services)) ?? requested.key;
    const found = await services.meetings.findMeeting(key);
    const time = shift
      ? toShiftedTime(found, request, shift.by, turn, services)
      : toTypedTime(found, request, words, turn, services);
    const moved = { ...request, topic: "", time };
    if (!found.ok) return toNoMeetingReply(turn, key, found, services, moved);
    const { record } = found.stored;
    if (!time) return askForTime(turn, record, { request }, services);
    const past = askIfPast(turn, { command: "move", key, request: moved }, services);
    return past ?? move(turn, record, moved, services);
  },
  resume: async (turn, { key, request }, services) => {
    const found = await findLive(turn, key, services);
    if (!found.ok) return found.reply;
    const { record } = found;
    return request.time
      ? move(turn, record, request, services)
      : askForTime(turn, record, { request }, services);
  },
};

/** In "move Retro to 4pm", a room's meeting can have the name. */
async function findNamed(
  turn: Turn,
  { topic, room, isHere }: MeetingRequest,
  services: BotServices,
): Promise<MeetingKey | undefined> {
  if (topic === "" || room !== "" || isHere) return undefined;
  const { meetings } = await services.meetings.listMeetings(toMeetingKey(turn));
  const name = foldText(topic.replace(ARTICLE, ""));
  const [named, another] = meetings.filter(
    (record) => foldText(toJoinable(record).subject ?? "") === name,
  );
  return another ? undefined : named?.key;
}

const ARTICLE = /^(?:the|our|la|le|les|notre) |^l['’]/iu;

/** The words, in which "to" only leads to the new time if they have no time otherwise. */
function toNewTime(words: RequestText, context: RequestContext): RequestText {
  const unlinked = withoutLinkInside(words);
  const isClearer = rankTime(unlinked, context) > rankTime(words, context);
  return isClearer ? unlinked : words;
}

/** How much the words say about when the meeting starts. */
function rankTime(words: RequestText, context: RequestContext): number {
  const parsed = parseRequest(words, context);
  if (!parsed.ok) return parsed.problem.reason === "end-without-start" ? 0 : 1;
  const { time } = parsed.request;
  return time && time.kind !== "length" ? 2 : 0;
}

/** In "move the retro to 4pm", the name says which meeting. It doesn't rename it. */
async function move(
  turn: Turn,
  record: LiveRecord,
  request: MeetingRequest,
  services: BotServices,
): Promise<Reply> {
  const moved = { ...request, topic: "" };
  const question = await askWhichToMove(turn, record, moved, services);
  if (question) return question;
  const wanted = await toWantedChange(turn, moved, "moved", services);
  return changeForEverybody(turn, record, wanted, services);
}

/**
 * In "move to Monday", the meeting probably keeps its time of day, and in "move to half past" no name is given: the picker
 * starts with the meeting's time. `undefined` for other problems, and without a time of day.
 */
async function askForTimeOn(
  turn: Turn,
  { refused }: Extract<RequestedMeeting, { ok: false }>,
  services: BotServices,
): Promise<Reply | undefined> {
  const reason = refused?.problem.reason;
  if (!refused || (reason !== "no-clock-time" && reason !== "time-in-name")) return undefined;
  const { problem, partial } = refused;
  const key = findKey(turn, partial);
  const found = key && (await findLive(turn, key, services));
  if (!found) return undefined;
  if (!found.ok) return found.reply;
  const { record } = found;
  if (problem.reason !== "no-clock-time") {
    return askForTime(turn, record, { request: partial }, services);
  }
  const asked = { request: partial, day: problem.date, length: partial.time };
  return record.isTimeGiven ? askForTime(turn, record, asked, services) : undefined;
}

/** Starts with the time that the meeting has. */
function askForTime(
  turn: Turn,
  record: LiveRecord,
  asked: { request: MeetingRequest; day?: string; length?: RequestedTime | undefined },
  services: BotServices,
): Reply {
  const { key, meeting, isTimeGiven } = atOccurrence(record, services.now());
  const request = { ...asked.request, topic: "", time: asked.length };
  const { subject = "", startsAt } = meeting;
  const { day, time } =
    isTimeGiven && startsAt ? toPickedTime(startsAt, turn.viewer.timeZone) : { day: "", time: "" };
  const isPast = Date.parse(startsAt ?? "") < services.now().getTime();
  const field = { kind: "time", day: asked.day ?? (isPast ? "" : day), time } as const;
  return askForValue(turn, { command: "move", key, request }, subject, field, services);
}

/** For "30 min later". `undefined` for a meeting that has no time, and if the words name another time too. */
function toShiftedTime(
  found: FoundMeeting,
  { time }: MeetingRequest,
  by: Temporal.Duration,
  { viewer }: Turn,
  services: BotServices,
): RequestedTime | undefined {
  const startsAt = found.ok && !time ? toStart(found, services.now()) : undefined;
  if (startsAt === undefined || by.blank) return undefined;
  return { kind: "start", startsAt: shiftStart(startsAt, by, viewer.timeZone) };
}

/** `undefined` if the words aren't about a time. */
function toTypedTime(
  found: FoundMeeting,
  { time, topic, recurrence }: MeetingRequest,
  words: RequestText,
  turn: Turn,
  services: BotServices,
): RequestedTime | undefined {
  // "by 1 hour" parses as a length and a name, but doesn't say which way. "1 or 2 hours later" doesn't say how much.
  if (isLater(words) || (time?.kind === "length" && topic !== "")) return undefined;
  // A recurrence names its days.
  const onDay =
    time && !recurrence
      ? parseOnDayOf(toStart(found, services.now()), turn, words, services)
      : undefined;
  return onDay ?? time;
}

/** Later than the meeting. For other commands, "30 min later" is later than now. */
function isLater(words: RequestText): boolean {
  return words.some((word) => typeof word === "string" && LATER.test(word));
}

const LATER = /(?:later|plus tard|позже|спустя)(?:\s(?:for|pendant)\s.{1,40})?[\s.!]{0,3}$/iu;

/** When the meeting starts, or was to start before it was cancelled. */
function toStart(found: FoundMeeting, now: Date): string | undefined {
  if (!found.ok) return found.reason === "cancelled" ? found.record.time?.startsAt : undefined;
  const { isTimeGiven, meeting } = atOccurrence(found.stored.record, now);
  return isTimeGiven ? meeting.startsAt : undefined;
}

/** A time of day alone is on the meeting's day, not on today's. */
function parseOnDayOf(
  startsAt: string | undefined,
  turn: Turn,
  words: RequestText,
  services: Pick<BotServices, "now">,
): RequestedTime | undefined {
  const context = toContext(turn, services);
  if (!startsAt || Date.parse(startsAt) < context.now.getTime()) return undefined;
  // Every language reads `2026-11-24`.
  const { day } = toPickedTime(startsAt, context.timeZone);
  const parsed = parseRequest([`${day} `, ...words], context);
  // If the words name a day too, the request has two days. That's an error, unless one of them is part of the name.
  return parsed.ok && !parsed.request.topic.includes(day) ? parsed.request.time : undefined;
}
