/** Every conversation has this room; a named room is another meeting of the same conversation. */
export const DEFAULT_ROOM = "";

export const MAX_ROOM_CHARACTERS = 50;

export type RoomName =
  { ok: true; room: string } | { ok: false; reason: "too-long" | "unreadable"; room: string };

/**
 * The canonical spelling of a room's name, which is part of the meeting key: NFKC, with case folded the same way on
 * every machine. Letters, digits, marks, `-` and `_`; at most 50 code points.
 */
export function readRoomName(typed: string): RoomName {
  const room = fold(typed);
  if (!/^[\p{L}\p{N}\p{M}_-]+$/u.test(room)) return { ok: false, reason: "unreadable", room };
  if (Array.from(room).length > MAX_ROOM_CHARACTERS) return { ok: false, reason: "too-long", room };
  return { ok: true, room };
}

/** Uppercase comes first, so that ß is ss and ς is σ. Repeated, because NFKC can produce new letters. */
function fold(typed: string): string {
  let folded = typed;
  for (let round = 0; round < 3; round++) {
    folded = folded.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
  }
  return folded;
}
