import { CONSUMED, PERSON, spanOf, type Span } from "./masked-text";
import { refuse, type Refused } from "./request-problem";
import { DEFAULT_ROOM, MAX_ROOM_CHARACTERS, readRoomName } from "./room-name";
import { WORD_END, WORD_START } from "./word-edges";

interface FoundRoom extends Span {
  room: string;
  isTooLong: boolean;
}

/**
 * `#design` as a separate word, with any preposition before it; not `C#`, `##` or a URL's fragment. A number is taken
 * for an issue (`fix #42`), unless it comes first.
 */
const ROOM =
  /(?<![\p{L}\p{N}\p{M}_#&/.-])(?:(?<!\p{L})(?:in|dans|en|в|во) |在)?#([\p{L}\p{N}\p{M}_-]+)(?![#@/])(?:で(?![\p{L}\p{N}]))?/gu;

const HERE = `${WORD_START}(?:right here|here|ici|здесь|тут)${WORD_END}|(?<![\\p{L}\\p{N}])(?:ここで|ここ|在这里|在這裡|这里|這裡|此处)(?![\\p{L}\\p{N}])`;
const EDGE = `[\\s,;:.、。!${CONSUMED}${PERSON}()-]*`;
const HERE_AT_START = new RegExp(`^(${EDGE})(?:${HERE})`, "u");
const HERE_AT_END = new RegExp(`(?:${HERE})(?: (?:and|et|и) (?=${CONSUMED}))?(?=${EDGE}$)`, "u");
/** `Where do we go from here` */
const IN_SUBJECT = /(?<!\p{L})(?:from|over|out|of|up|around|are|is|d'|par|отсюда) $/u;

export function findRooms(plain: string): FoundRoom[] {
  return Array.from(plain.matchAll(ROOM)).flatMap((result): FoundRoom[] => {
    const [, label = ""] = result;
    if (/^\p{N}+$/u.test(label) && plain.slice(0, result.index).trim() !== "") return [];
    const name = readRoomName(label);
    if (!name.ok && name.reason === "unreadable") return [];
    return [{ ...spanOf(result), room: name.room, isTooLong: !name.ok }];
  });
}

/** The word for this reply thread (`here`), if it starts or ends the rest of the text. */
export function findHere(plain: string): Span | undefined {
  const first = findHereAtStart(plain);
  if (first) return first;
  const last = HERE_AT_END.exec(plain);
  return last && !IN_SUBJECT.test(plain.slice(0, last.index)) ? spanOf(last) : undefined;
}

export function findHereAtStart(plain: string): Span | undefined {
  const first = HERE_AT_START.exec(plain);
  return first ? { start: first[1]?.length ?? 0, end: first[0].length } : undefined;
}

export function chooseRoom(
  rooms: readonly FoundRoom[],
  isHere: boolean,
): { ok: true; room: string } | Refused {
  const [first] = rooms;
  if (!first) return { ok: true, room: DEFAULT_ROOM };
  const { room } = rooms.find(({ isTooLong }) => isTooLong) ?? {};
  if (room !== undefined) {
    return refuse({ reason: "room-too-long", room, maxCharacters: MAX_ROOM_CHARACTERS });
  }
  const second = rooms.find((other) => other.room !== first.room);
  if (second) return refuse({ reason: "two-rooms", first: first.room, second: second.room });
  return isHere
    ? refuse({ reason: "room-and-here", room: first.room })
    : { ok: true, room: first.room };
}
