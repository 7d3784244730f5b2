import { toThreadRoom, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingRequest, RequestText } from "../../src/request/meeting-request";
import { parseRename, parseRequest, type ParsedRequest } from "../../src/request/parse-request";
import type { BotServices } from "../bot-services";
import { formatShortTime } from "../cards/elements/format-time";
import { messagesFor } from "../locales/messages";
import { toNoticeReply, type ErrorReply, type Reply } from "../reply";
import { toMeetingKey, type Turn } from "../turn/turn";
import { explainRequestProblem } from "./explain-request-problem";

const MINUTE_MS = 60_000;

/** What someone asked for, and for which meeting of the conversation. */
export type RequestedMeeting =
  { ok: true; request: MeetingRequest; key: MeetingKey } | { ok: false; reply: Reply };

/** The request of a command that is typed alone, for buttons that do the same. */
export function toBareRequest({ room }: MeetingKey): MeetingRequest {
  return { topic: "", wasTopicCut: false, people: [], room, isHere: false };
}

/** Parses what follows a command: a name, a time, people and a room. */
export function parseRequested(
  turn: Turn,
  words: RequestText,
  services: Pick<BotServices, "now">,
): RequestedMeeting {
  return toRequested(turn, parseRequest(words, toContext(turn, services)));
}

/** Parses what follows a command that takes only a room and a name. The name can contain a time or people. */
export function parseRequestedName(turn: Turn, words: RequestText): RequestedMeeting {
  return toRequested(turn, parseRename(words));
}

export function toContext({ viewer }: Turn, { now }: Pick<BotServices, "now">) {
  return { now: now(), timeZone: viewer.timeZone, locale: viewer.locale };
}

/** `undefined` if the request is for the thread, and the message is in none. */
export function findKey(turn: Turn, { room, isHere }: MeetingRequest): MeetingKey | undefined {
  if (!isHere) return toMeetingKey(turn, room);
  const { rootMessageId } = turn.conversation;
  return rootMessageId === undefined ? undefined : toMeetingKey(turn, toThreadRoom(rootMessageId));
}

function toRequested(turn: Turn, parsed: ParsedRequest): RequestedMeeting {
  const { problems, thread } = messagesFor(turn.viewer.locale);
  const toProblem = (text: string) =>
    ({ ok: false, reply: toNoticeReply(problems.title, text) }) as const;
  if (!parsed.ok) return toProblem(explainRequestProblem(parsed.problem, turn.viewer));
  const { request } = parsed;
  const key = findKey(turn, request);
  return key ? { ok: true, request, key } : toProblem(thread.none);
}

/** "to" in "rename to …" and "move to …", in all languages. */
const LINKING_WORD = /^(?:to|as|en|à|au|в|на|为|成|到|至)(?=[\s\d"“«「])\s*/u;
/** 「…」に */
const LINKING_END = /(?<=[」』”"])\s*[にへ]$/u;

/** Removes words that only link the command to what follows. */
export function withoutLinkingWords(words: RequestText): RequestText {
  return words
    .map((word, index) => {
      if (typeof word !== "string") return word;
      const text = index === 0 ? word.replace(LINKING_WORD, "") : word;
      return index === words.length - 1 ? text.replace(LINKING_END, "") : text;
    })
    .filter((word) => word !== "");
}

/** The error for a button whose time has passed. */
export function rejectPastTime(
  { viewer }: Turn,
  { time }: MeetingRequest,
  { now }: Pick<BotServices, "now">,
): ErrorReply | undefined {
  if (!time || time.kind === "length") return undefined;
  const endsAt = time.kind === "span" ? time.endsAt : time.startsAt;
  if (Date.parse(endsAt) > now().getTime() - MINUTE_MS) return undefined;
  const { problems } = messagesFor(viewer.locale);
  const text = problems.past({ time: formatShortTime(time, viewer) ?? time.startsAt });
  return { kind: "error", code: "past", text };
}
