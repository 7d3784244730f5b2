import { readSubject } from "./subject";
import {
  maskSpans,
  LITERAL,
  PERSON,
  toMaskedText,
  CONSUMED,
  type MaskedText,
  type Span,
} from "./masked-text";
import { findFillers } from "./find-fillers";
import { findHere, findHereAtStart } from "./find-here";
import { findPeople, toPeople } from "./find-people";
import { findPhrases } from "./find-phrases";
import { findRooms, type FoundRoom } from "./find-rooms";
import { toRemainder, type Edit } from "./remainder";
import type { MeetingRequest } from "./meeting-request";
import { findQuotes, toSingle, type Quote } from "./quoted-text";
import type { RequestProblem } from "./request-problem";
import type { RequestText } from "./request-text";
import { DEFAULT_ROOM, MAX_ROOM_CHARACTERS } from "./room-name";
import { selectAttendees } from "./select-attendees";
import { findTime } from "./time/find-time";
import { readWallClock } from "./time/wall-time";

export type { RequestProblem } from "./request-problem";

/** When, where and in which language somebody wrote. */
export interface RequestContext {
  now: Date;
  /** IANA name; UTC when there is no such zone. */
  timeZone: string;
  /** BCP 47, of the activity. */
  locale: string;
}

export type ParsedRequest =
  { ok: true; request: MeetingRequest } | { ok: false; problem: RequestProblem };

/** `createOrGet` takes more, but a list of this length is a paste that went wrong. */
export const MAX_PEOPLE = 50;

const URL = /(?<![\p{L}\p{N}])(?:https?:\/\/|www\.)[^\s\uFDD0-\uFDD2]+/gu;

/**
 * Reads what somebody asks for, the command's own word taken off: topic, time, length, people and room, in any
 * order, in English, French, Japanese, Russian and Chinese from whoever it comes. Never throws for a text.
 */
export function parseRequest(text: RequestText, context: RequestContext): ParsedRequest {
  const masked = toMaskedText(text);
  const quotes = findQuotes(masked.plain);
  const readable = maskLiterals(masked, quotes);

  const named = findPeople(readable, masked);
  const people = toPeople(named);
  if (people.length > MAX_PEOPLE) {
    return refuse({ reason: "too-many-people", count: people.length, maxPeople: MAX_PEOPLE });
  }
  const isQuoted = ({ start }: Span) => readable.charAt(start) === LITERAL;
  const inTheOpen = named.filter((one) => !isQuoted(one));
  const withoutPeople = maskSpans(readable, inTheOpen, PERSON);

  const rooms = findRooms(withoutPeople);
  const withoutRooms = maskSpans(withoutPeople, rooms, CONSUMED);

  const time = findTime(
    { plain: withoutRooms, original: masked.original },
    readWallClock(context.now, context.timeZone),
    context.locale,
  );
  const timeSpans = time.ok ? time.spans : [];
  const withoutTime = maskSpans(withoutRooms, timeSpans, CONSUMED);

  const { listed: taken, inSubject: kept } = selectAttendees(withoutTime, inTheOpen);
  const left = maskSpans(maskSpans(withoutTime, taken, CONSUMED), kept, LITERAL);
  const here = findHere(left);

  const room = chooseRoom(rooms, here !== undefined);
  if (!room.ok) return room;
  if (!time.ok) return time;

  const cut = [...rooms, ...timeSpans, ...taken, ...(here ? [here] : [])];
  const isUnderstood = time.time !== undefined || people.length > 0;
  const fillers = isUnderstood ? findFillers(maskSpans(left, here ? [here] : [], CONSUMED)) : [];
  const names = [...kept, ...named.filter(isQuoted)].map(({ start, end, name }) => ({
    start,
    end,
    text: name,
  }));
  const topic = readSubject(toSubjectText(masked, quotes, [...cut, ...fillers], names));
  return {
    ok: true,
    request: {
      topic: topic.text,
      wasTopicCut: topic.wasCut,
      ...(time.time && { time: time.time }),
      people,
      room: room.room,
      isHere: here !== undefined,
    },
  };
}

/** What is topic whatever it looks like. */
function maskLiterals({ plain }: MaskedText, quotes: readonly Quote[]): string {
  return maskLinks(maskSpans(maskSpans(plain, quotes, LITERAL), findPhrases(plain), LITERAL));
}

function maskLinks(plain: string): string {
  const links = Array.from(plain.matchAll(URL), ({ 0: link, index }) => ({
    start: index,
    end: index + link.length,
  }));
  return maskSpans(plain, links, LITERAL);
}

function chooseRoom(
  rooms: readonly FoundRoom[],
  isHere: boolean,
): { ok: true; room: string } | { ok: false; problem: RequestProblem } {
  const [first] = rooms;
  if (!first) return { ok: true, room: DEFAULT_ROOM };
  const long = rooms.find(({ isTooLong }) => isTooLong);
  if (long) {
    const { room } = long;
    return refuse({ reason: "room-too-long", room, maxCharacters: MAX_ROOM_CHARACTERS });
  }
  const second = rooms.find(({ room }) => room !== first.room);
  if (second) return refuse({ reason: "two-rooms", first: first.room, second: second.room });
  return isHere
    ? refuse({ reason: "room-and-here", room: first.room })
    : { ok: true, room: first.room };
}

/** A topic that is one quote and nothing else loses its marks; another keeps them as its own spelling. */
function toSubjectText(
  { original, plain }: MaskedText,
  quotes: readonly Quote[],
  cut: readonly Span[],
  names: readonly Edit[],
): string {
  const replacements = [...cut, ...names].toSorted((one, other) => one.start - other.start);
  const [quote] = quotes;
  if (
    !quote ||
    /[^\s\uFDD1,;:、，；：.-]/u.test(
      maskSpans(maskSpans(plain, cut.toSorted(byStart), CONSUMED), [quote], CONSUMED),
    )
  ) {
    return toRemainder(original, replacements);
  }
  const inner = names.filter(({ start }) => start > quote.start && start < quote.end);
  let text = "";
  let position = quote.start + 1;
  const read = (to: number) => {
    const typed = original.slice(position, to);
    return quote.isStraight ? toSingle(typed) : typed;
  };
  for (const { start, end, text: name = "" } of inner) {
    text += read(start) + name;
    position = end;
  }
  return text + read(quote.end - 1);
}

function byStart(one: Span, other: Span): number {
  return one.start - other.start;
}

function refuse(problem: RequestProblem): { ok: false; problem: RequestProblem } {
  return { ok: false, problem };
}

/**
 * For `rename`: a room or `here` may lead, and all the rest is the topic, times and names included. One pair of
 * quotes round the whole is taken off.
 */
export function parseRename(text: RequestText, _context?: RequestContext): ParsedRequest {
  const masked = toMaskedText(text);
  const quotes = findQuotes(masked.plain);
  const readable = maskLiterals(masked, quotes);
  const room = findRooms(readable).find(({ start }) => readable.slice(0, start).trim() === "");
  const rest = room ? maskSpans(readable, [room], CONSUMED) : readable;
  const here = findHereAtStart(rest);
  const chosen = chooseRoom(room ? [room] : [], here !== undefined);
  if (!chosen.ok) return chosen;

  const cut = [room, here].filter((span) => span !== undefined);
  const names = masked.mentions.map(({ start, end, mention }) => ({
    start,
    end,
    text: mention.name,
  }));
  const topic = readSubject(toSubjectText(masked, quotes, cut, names));
  return {
    ok: true,
    request: {
      topic: topic.text,
      wasTopicCut: topic.wasCut,
      people: [],
      room: chosen.room,
      isHere: here !== undefined,
    },
  };
}
