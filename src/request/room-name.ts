import { refuse, type Refused } from "./request-problem";

/** Every conversation has this room; a named room is another meeting of the same conversation. */
export const DEFAULT_ROOM = "";

export const MAX_ROOM_CHARACTERS = 50;

export type RoomName = { ok: true; room: string } | Refused;

/**
 * The canonical spelling of a room's name, which is part of the meeting key: NFKC, with case folded the same way on
 * every machine. Letters, digits, marks, `-` and `_`; at most 50 code points.
 */
export function readRoomName(typed: string): RoomName {
  const room = foldRoomName(typed);
  if (!/^[\p{L}\p{N}\p{M}_-]+$/u.test(room))
    return refuse({ reason: "room-unreadable", room: typed });
  const maxCharacters = MAX_ROOM_CHARACTERS;
  return Array.from(room).length > maxCharacters
    ? refuse({ reason: "room-too-long", room, maxCharacters })
    : { ok: true, room };
}

const FOLDED = /^[a-z0-9_-]*$/;

/** Uppercase comes first, so that ß is ss and ς is σ. Repeated, because NFKC can produce new letters. */
export function foldRoomName(typed: string): string {
  if (FOLDED.test(typed)) return typed;
  let folded = typed;
  for (let round = 0; round < 3; round++) {
    folded = folded.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
  }
  return folded;
}
