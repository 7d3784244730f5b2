import { CONSUMED, PERSON, spanOf, type Span } from "./masked-text";
import { refuse } from "./request-problem";
import { DEFAULT_ROOM, readRoomName, type RoomName } from "./room-name";
import { WORD_END, WORD_START } from "./word-edges";

interface FoundRoom extends Span {
  name: RoomName;
}

/**
 * `#design` as a separate word, with any preposition before it; not `C#`, `##` or a URL's fragment. A number counts as
 * an issue (`fix #42`), unless it comes first.
 */
const ROOM =
  /(?<![\p{L}\p{N}\p{M}_#&/.-])(?:(?<!\p{L})(?:in|dans|en|в|во) |在)?#([\p{L}\p{N}\p{M}_-]+)(?![#@/])(?:で(?![\p{L}\p{N}]))?/gu;

/** "#design's meeting", where no space ends the name. */
const THE_MEETING = /(?:的(?:会议|會議)|の(?:会議|ミーティング))$/u;

const HERE = `${WORD_START}(?:right here|here|ici|здесь|тут)${WORD_END}|(?<![\\p{L}\\p{N}])(?:ここで|ここ|在这里|在這裡|这里|這裡|此处)(?![\\p{L}\\p{N}])`;
const EDGE = `[\\s,;:.、。!${CONSUMED}${PERSON}()-]*`;
const HERE_AT_START = new RegExp(`^(${EDGE})(?:${HERE})`, "u");
const HERE_AT_END = new RegExp(`(?:${HERE})(?: (?:and|et|и) (?=${CONSUMED}))?(?=${EDGE}$)`, "u");
/** `Where do we go from here` */
const IN_SUBJECT = /(?<!\p{L})(?:from|over|out|of|up|around|are|is|d'|par|отсюда) $/u;

export function findRooms(plain: string): FoundRoom[] {
  const rooms: FoundRoom[] = [];
  for (const { 0: found, 1: typed = "", index: start } of plain.matchAll(ROOM)) {
    const label = typed.replace(THE_MEETING, "");
    if (/^\p{N}+$/u.test(label) && plain.slice(0, start).trim() !== "") continue;
    const name = readRoomName(label);
    const isUnreadable = !name.ok && name.problem.reason === "room-unreadable";
    if (!isUnreadable) rooms.push({ start, end: start + found.length, name });
  }
  return rooms;
}

/** The word for this reply thread (`here`), if it starts or ends the rest of the text. */
export function findHere(plain: string): Span[] {
  const atStart = findHereAtStart(plain);
  if (atStart.length > 0) return atStart;
  const last = HERE_AT_END.exec(plain);
  return last && !IN_SUBJECT.test(plain.slice(0, last.index)) ? [spanOf(last)] : [];
}

export function findHereAtStart(plain: string): Span[] {
  const first = HERE_AT_START.exec(plain);
  return first ? [{ start: first[1]?.length ?? 0, end: first[0].length }] : [];
}

export function chooseRoom(rooms: readonly FoundRoom[], isHere: boolean): RoomName {
  const names: string[] = [];
  for (const { name } of rooms) {
    if (!name.ok) return name;
    names.push(name.room);
  }
  const [room, second] = new Set(names);
  if (room === undefined) return { ok: true, room: DEFAULT_ROOM };
  if (second !== undefined) return refuse({ reason: "two-rooms", first: room, second });
  return isHere ? refuse({ reason: "room-and-here", room }) : { ok: true, room };
}
