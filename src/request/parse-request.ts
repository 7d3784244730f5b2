import { findFillers } from "./find-fillers";
import { findPeople, toPeople } from "./find-people";
import { chooseRoom, findHere, findHereAtStart, findRooms } from "./find-room";
import { findQuotes, maskLiterals } from "./mask-literals";
import { CONSUMED, LITERAL, maskSpans, PERSON, toMaskedText, type Span } from "./masked-text";
import { toBareRequest, type MeetingRequest, type RequestText } from "./meeting-request";
import { nameRoom } from "./name-room";
import { refuse, type Refused } from "./request-problem";
import { DEFAULT_ROOM, type RoomName } from "./room-name";
import { selectAttendees } from "./select-attendees";
import { readRemainder, readSubject } from "./subject";
import { findTime } from "./time/find-time";
import { readWallClock } from "./time/wall-time";

/** When, where and in which language someone wrote. */
export interface RequestContext {
  now: Date;
  /** IANA name; an unknown zone counts as UTC. */
  timeZone: string;
  /** BCP 47 tag of the activity. */
  locale: string;
}

export type ParsedRequest = { ok: true; request: MeetingRequest } | RefusedRequest;

export interface RefusedRequest extends Refused {
  /** What was understood apart from the problem. Its time may be only a start or only a length. */
  partial: MeetingRequest;
}

/** `createOrGet` accepts more, but a longer list is probably a paste that went wrong. */
export const MAX_PEOPLE = 50;

/**
 * Parses what follows a command's name: subject, time, length, people and room, in any order, and in English, French,
 * Japanese, Russian or Chinese regardless of the locale. Never throws, no matter what the text is.
 */
export function parseRequest(text: RequestText, context: RequestContext): ParsedRequest {
  // Most requests: `@Rendezvous meet`, or the bot's name alone.
  if (text.length === 0) return { ok: true, request: toBareRequest({ room: DEFAULT_ROOM }) };
  const masked = toMaskedText(text);
  const quotes = findQuotes(masked.plain);
  const readable = maskLiterals(masked.plain, quotes);

  const named = findPeople(readable, masked);
  const people = toPeople(named);
  const isLiteral = ({ start }: Span) => readable.charAt(start) === LITERAL;
  const unquoted = named.filter((person) => !isLiteral(person));
  const withoutPeople = maskSpans(readable, unquoted, PERSON);

  const rooms = findRooms(withoutPeople);
  const withoutRooms = maskSpans(withoutPeople, rooms, CONSUMED);

  const time = findTime(
    { plain: withoutRooms, original: masked.original },
    readWallClock(context.now, context.timeZone),
    context.locale,
  );
  const withoutTime = maskSpans(withoutRooms, time.spans, CONSUMED);

  const { listed, inSubject } = selectAttendees(withoutTime, unquoted);
  const rest = maskSpans(maskSpans(withoutTime, listed, CONSUMED), inSubject, LITERAL);
  const here = findHere(rest);
  const isHere = here.length > 0;

  const room = chooseRoom(rooms, isHere);
  const isUnderstood = time.time !== undefined || people.length > 0;
  const fillers = isUnderstood ? findFillers(maskSpans(rest, here, CONSUMED)) : [];
  const names = [...inSubject, ...named.filter(isLiteral)];
  const nameEdits = names.map(({ start, end, name }) => ({ start, end, text: name }));
  const edits = [...rooms, ...time.spans, ...listed, ...here, ...fillers, ...nameEdits];
  const subject = readRemainder(masked, quotes, edits);
  const { recurrence } = time;
  const request = {
    ...subject,
    time: time.time,
    ...(recurrence && { recurrence }),
    people,
    ...toPlace(room, isHere),
  };
  if (!time.ok) return { ok: false, problem: time.problem, partial: toInvitable(request) };
  if (!room.ok) return { ...room, partial: toInvitable(request) };
  const partial = toInvitable(request);
  if (time.leftover) return refuseLeftover(partial, masked.original, time.leftover);
  return people.length > MAX_PEOPLE
    ? {
        ...refuse({ reason: "too-many-people", count: people.length, maxPeople: MAX_PEOPLE }),
        partial,
      }
    : { ok: true, request };
}

/** The rest of the request has the name without the words, in case the sender picks a time. */
function refuseLeftover(
  request: MeetingRequest,
  original: string,
  { start, end }: Span,
): RefusedRequest {
  const words = original.slice(start, end).trim();
  const name = request.topic;
  const { topic } = readSubject(name.replace(words, ""));
  return { ...refuse({ reason: "time-in-name", words, name }), partial: { ...request, topic } };
}

function toInvitable(request: MeetingRequest): MeetingRequest {
  return { ...request, people: request.people.slice(0, MAX_PEOPLE) };
}

/** Until the sender has chosen: the first of two rooms, the room rather than the thread, the start of a long name. */
function toPlace(room: RoomName, isHere: boolean): Pick<MeetingRequest, "room" | "isHere"> {
  if (room.ok) return { room: room.room, isHere };
  const { problem } = room;
  if (problem.reason === "two-rooms") return { room: problem.first, isHere: false };
  if (problem.reason === "room-and-here") return { room: problem.room, isHere: false };
  if (problem.reason !== "room-too-long") return { room: DEFAULT_ROOM, isHere };
  return { room: nameRoom(problem.room, () => false), isHere: false };
}

/** For commands that take only a room or `here`, with any other words around it: `cancel the #design meeting`. */
export function parseRoom(text: RequestText): ParsedRequest {
  const masked = toMaskedText(text);
  const readable = maskLiterals(masked.plain, findQuotes(masked.plain));
  const rooms = findRooms(readable);
  const isHere = findHere(maskSpans(readable, rooms, CONSUMED)).length > 0;
  const room = chooseRoom(rooms, isHere);
  const request = { topic: "", wasTopicCut: false, people: [], ...toPlace(room, isHere) };
  return room.ok ? { ok: true, request } : { ...room, partial: request };
}

/**
 * For `rename`: after an optional room or `here`, everything is the subject, even times and names. Quotes around all
 * of it are removed.
 */
export function parseRename(text: RequestText): ParsedRequest {
  const masked = toMaskedText(text);
  const quotes = findQuotes(masked.plain);
  const readable = maskLiterals(masked.plain, quotes);
  const rooms = findRooms(readable).filter(({ start }) => readable.slice(0, start).trim() === "");
  const here = findHereAtStart(maskSpans(readable, rooms, CONSUMED));
  const isHere = here.length > 0;
  const room = chooseRoom(rooms, isHere);

  const names = masked.mentions.map(({ mention, ...span }) => ({ ...span, text: mention.name }));
  const subject = readRemainder(masked, quotes, [...rooms, ...here, ...names]);
  const request = { ...subject, people: [], ...toPlace(room, isHere) };
  return room.ok ? { ok: true, request } : { ...room, partial: request };
}
