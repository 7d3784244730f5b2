/** Every conversation has this room; a named one is another meeting of the same conversation. */
export const DEFAULT_ROOM = "";

export const MAX_ROOM_CHARACTERS = 50;

export type RoomName =
  { ok: true; room: string } | { ok: false; reason: "too-long" | "unreadable"; room: string };

/**
 * The one spelling of a room's name, which is part of a meeting's key: NFKC, and folded to one case the same way
 * on every machine. Letters, digits, marks, `-` and `_`; at most 50 code points.
 */
export function readRoomName(typed: string): RoomName {
  const room = fold(typed);
  if (!/^[\p{L}\p{N}\p{M}_-]+$/u.test(room)) return { ok: false, reason: "unreadable", room };
  if (Array.from(room).length > MAX_ROOM_CHARACTERS) return { ok: false, reason: "too-long", room };
  return { ok: true, room };
}

/** By way of the capitals, so that ß is ss and ς is σ; again, because NFKC can bring new letters to light. */
function fold(typed: string): string {
  let folded = typed;
  for (let round = 0; round < 3; round++) {
    folded = folded.normalize("NFKC").toUpperCase().toLowerCase().normalize("NFKC");
  }
  return folded;
}
