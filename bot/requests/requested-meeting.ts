import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import { toThreadRoom } from "../../src/meetings/record/meeting-key";
import type { MeetingRequest } from "../../src/request/meeting-request";
import { parseRename, parseRequest, type ParsedRequest } from "../../src/request/parse-request";
import type { RequestText } from "../../src/request/request-text";
import type { BotServices } from "../bot-services";
import { formatShortTime } from "../cards/elements/format-time";
import { explainRequestProblem } from "./explain-request-problem";
import { messagesFor } from "../locales/messages";
import { toNoticeReply, type ErrorReply, type Reply } from "../reply";
import { toMeetingKey, type Turn } from "../turn/turn";

const MINUTE_MS = 60_000;

/** What somebody asked for, and which meeting of the conversation it is about. */
export type RequestedMeeting =
  { ok: true; request: MeetingRequest; key: MeetingKey } | { ok: false; reply: Reply };

/** What a button asks for that stands for a command without further words. */
export function toBareRequest({ room }: MeetingKey): MeetingRequest {
  return { topic: "", wasTopicCut: false, people: [], room, isHere: false };
}

/** Reads what follows a command that takes a name, a time, people and a room. */
export function readRequested(
  turn: Turn,
  words: RequestText,
  services: BotServices,
): RequestedMeeting {
  return toAsked(turn, parseRequest(words, toContext(turn, services)));
}

/** Reads what follows a command that takes a room, and else a name alone, whatever is in it. */
export function readRequestedName(turn: Turn, words: RequestText): RequestedMeeting {
  return toAsked(turn, parseRename(words));
}

export function toContext({ viewer }: Turn, { now }: BotServices) {
  return { now: now(), timeZone: viewer.timeZone, locale: viewer.locale };
}

/** The key that a request means in this conversation; `undefined` for a thread where there is none. */
export function findKey(turn: Turn, { room, isHere }: MeetingRequest): MeetingKey | undefined {
  if (!isHere) return toMeetingKey(turn, room);
  const { rootMessageId } = turn;
  return rootMessageId === undefined ? undefined : toMeetingKey(turn, toThreadRoom(rootMessageId));
}

function toAsked(turn: Turn, parsed: ParsedRequest): RequestedMeeting {
  const messages = messagesFor(turn.viewer.locale);
  if (!parsed.ok) {
    const { title } = messages.problems;
    const text = explainRequestProblem(parsed.problem, turn.viewer);
    return { ok: false, reply: toNoticeReply(title, text) };
  }
  const key = findKey(turn, parsed.request);
  return key
    ? { ok: true, request: parsed.request, key }
    : { ok: false, reply: toNoticeReply(messages.problems.title, messages.thread.none) };
}

/** What is answered to a button whose time is over by now; nothing is done then. */
export function rejectPastTime(
  { viewer }: Turn,
  { time }: MeetingRequest,
  { now }: BotServices,
): ErrorReply | undefined {
  if (!time || time.kind === "length") return undefined;
  const endsAt = time.kind === "span" ? time.endsAt : time.startsAt;
  if (Date.parse(endsAt) > now().getTime() - MINUTE_MS) return undefined;
  const { problems } = messagesFor(viewer.locale);
  const text = problems.past({ time: formatShortTime(time, viewer) ?? time.startsAt });
  return { kind: "error", code: "past", text };
}
