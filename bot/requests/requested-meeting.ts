import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingRequest, RequestText } from "../../src/request/meeting-request";
import {
  parseRename,
  parseRequest,
  parseRoom,
  type ParsedRequest,
  type RefusedRequest,
} from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import type { Reply } from "../reply";
import { toMeetingKey, type Turn } from "../turn/turn";
import { findKey, type ProblemServices, type Resumable } from "./problem-buttons";
import { askIfPast, toNoThreadReply, toProblemReply } from "./problem-reply";

/** What someone asked for, and for which meeting of the conversation. */
export type RequestedMeeting =
  | { ok: true; request: MeetingRequest; key: MeetingKey }
  | { ok: false; reply: Reply; refused?: RefusedRequest };

/** Parses what follows a command: a name, a time, people and a room. */
export function parseRequested(
  turn: Turn,
  command: Resumable,
  words: RequestText,
  services: ProblemServices,
): RequestedMeeting {
  const parsed = parseRequest(words, toContext(turn, services));
  return toRequested(turn, command, words, parsed, services);
}

/** Parses what follows `rename`: a room and a name, which can contain a time or people. */
export function parseRequestedName(
  turn: Turn,
  words: RequestText,
  services: ProblemServices,
): RequestedMeeting {
  return toRequested(turn, "rename", words, parseRename(words), services);
}

/** Parses what follows a command that takes only a room. */
export function parseRequestedRoom(
  turn: Turn,
  command: Resumable,
  words: RequestText,
  services: ProblemServices,
): RequestedMeeting {
  return toRequested(turn, command, words, parseRoom(words), services);
}

/**
 * Parses what follows a command that never asks back: only the people and the room count. In "invite @Grace to the
 * retro", the rest says which meeting. `here` outside a thread means the conversation's own meeting.
 */
export function parsePeopleAndRoom(
  turn: Turn,
  words: RequestText,
  services: Pick<BotServices, "now">,
): { key: MeetingKey; request: MeetingRequest; rest: string } {
  const parsed = parseRequest(words, toContext(turn, services));
  const { topic: rest, people, room, isHere } = parsed.ok ? parsed.request : parsed.partial;
  const request = { topic: "", wasTopicCut: false, people, room, isHere };
  return { key: findKey(turn, request) ?? toMeetingKey(turn), request, rest };
}

export function toContext({ viewer, typedAt }: Turn, { now }: Pick<BotServices, "now">) {
  const { timeZone, locale } = viewer;
  return { now: typedAt === undefined ? now() : new Date(typedAt), timeZone, locale };
}

function toRequested(
  turn: Turn,
  command: Resumable,
  words: RequestText,
  parsed: ParsedRequest,
  services: ProblemServices,
): RequestedMeeting {
  if (!parsed.ok) {
    const context = toContext(turn, services);
    const reply = toProblemReply(turn, command, words, parsed, context, services);
    return { ok: false, reply, refused: parsed };
  }
  const { request } = parsed;
  const key = findKey(turn, request);
  if (!key) return { ok: false, reply: toNoThreadReply(turn, command, request, services) };
  // If it was typed earlier, its time may have passed since.
  const past = askIfPast(turn, { command, key, request }, services);
  return past ? { ok: false, reply: past } : { ok: true, request, key };
}
