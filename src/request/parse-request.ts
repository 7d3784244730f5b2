import { readTopic } from "./topic";
import { mask, OPAQUE, PERSON, readDraft, TAKEN, type Draft, type Span } from "./draft";
import { findFillers } from "./find-fillers";
import { findHere, findHereAtStart } from "./find-here";
import { findPeople, toPeople } from "./find-people";
import { findPhrases } from "./find-phrases";
import { findRooms, type FoundRoom } from "./find-rooms";
import { toLeftOver, type Replacement } from "./left-over";
import type { MeetingRequest } from "./meeting-request";
import { findQuotes, toSingle, type Quote } from "./quoted-text";
import type { RequestProblem } from "./request-problem";
import type { RequestText } from "./request-text";
import { DEFAULT_ROOM, MAX_ROOM_CHARACTERS } from "./room-name";
import { settlePeople } from "./settle-people";
import { findTime } from "./time/find-time";
import { readWall } from "./time/wall-time";

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
  const draft = readDraft(text);
  const quotes = findQuotes(draft.plain);
  const readable = hideTopic(draft, quotes);

  const named = findPeople(readable, draft);
  const people = toPeople(named);
  if (people.length > MAX_PEOPLE) {
    return refuse({ reason: "too-many-people", count: people.length, maxPeople: MAX_PEOPLE });
  }
  const isQuoted = ({ start }: Span) => readable.charAt(start) === OPAQUE;
  const inTheOpen = named.filter((one) => !isQuoted(one));
  const withoutPeople = mask(readable, inTheOpen, PERSON);

  const rooms = findRooms(withoutPeople);
  const withoutRooms = mask(withoutPeople, rooms, TAKEN);

  const time = findTime(
    { plain: withoutRooms, original: draft.original },
    readWall(context.now, context.timeZone),
    context.locale,
  );
  const timeSpans = time.ok ? time.spans : [];
  const withoutTime = mask(withoutRooms, timeSpans, TAKEN);

  const { taken, kept } = settlePeople(withoutTime, inTheOpen);
  const left = mask(mask(withoutTime, taken, TAKEN), kept, OPAQUE);
  const here = findHere(left);

  const room = readRoom(rooms, here !== undefined);
  if (!room.ok) return room;
  if (!time.ok) return time;

  const cut = [...rooms, ...timeSpans, ...taken, ...(here ? [here] : [])];
  const isUnderstood = time.time !== undefined || people.length > 0;
  const fillers = isUnderstood ? findFillers(mask(left, here ? [here] : [], TAKEN)) : [];
  const names = [...kept, ...named.filter(isQuoted)].map(({ start, end, name }) => ({
    start,
    end,
    text: name,
  }));
  const topic = readTopic(toTopicText(draft, quotes, [...cut, ...fillers], names));
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
function hideTopic({ plain }: Draft, quotes: readonly Quote[]): string {
  return hideLinks(mask(mask(plain, quotes, OPAQUE), findPhrases(plain), OPAQUE));
}

function hideLinks(plain: string): string {
  const links = Array.from(plain.matchAll(URL), ({ 0: link, index }) => ({
    start: index,
    end: index + link.length,
  }));
  return mask(plain, links, OPAQUE);
}

function readRoom(
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
function toTopicText(
  { original, plain }: Draft,
  quotes: readonly Quote[],
  cut: readonly Span[],
  names: readonly Replacement[],
): string {
  const replacements = [...cut, ...names].toSorted((one, other) => one.start - other.start);
  const [quote] = quotes;
  if (
    !quote ||
    /[^\s\uFDD1,;:、，；：.-]/u.test(
      mask(mask(plain, cut.toSorted(byStart), TAKEN), [quote], TAKEN),
    )
  ) {
    return toLeftOver(original, replacements);
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
  const draft = readDraft(text);
  const quotes = findQuotes(draft.plain);
  const readable = hideTopic(draft, quotes);
  const room = findRooms(readable).find(({ start }) => readable.slice(0, start).trim() === "");
  const rest = room ? mask(readable, [room], TAKEN) : readable;
  const here = findHereAtStart(rest);
  const chosen = readRoom(room ? [room] : [], here !== undefined);
  if (!chosen.ok) return chosen;

  const cut = [room, here].filter((span) => span !== undefined);
  const names = draft.mentions.map(({ start, end, mention }) => ({
    start,
    end,
    text: mention.name,
  }));
  const topic = readTopic(toTopicText(draft, quotes, cut, names));
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
