import type { Span } from "./masked-text";
import { readRoomName } from "./room-name";

export interface FoundRoom extends Span {
  room: string;
  isTooLong: boolean;
}

/**
 * `#design` as a word of its own, with a preposition before it: neither `C#` nor `##`, nor the part of an address
 * behind its `#`. A number alone is an issue's (`fix #42`), but for one at the very beginning.
 */
const ROOM =
  /(?<![\p{L}\p{N}\p{M}_#&/.-])(?:(?<!\p{L})(?:in|dans|en|в|во) |在)?#([\p{L}\p{N}\p{M}_-]+)(?![#@/])(?:で(?![\p{L}\p{N}]))?/gu;

export function findRooms(plain: string): FoundRoom[] {
  return Array.from(plain.matchAll(ROOM)).flatMap((match): FoundRoom[] => {
    const [typed, label = ""] = match;
    if (/^\p{N}+$/u.test(label) && plain.slice(0, match.index).trim() !== "") return [];
    const name = readRoomName(label);
    if (!name.ok && name.reason === "unreadable") return [];
    const end = match.index + typed.length;
    return [{ start: match.index, end, room: name.room, isTooLong: !name.ok }];
  });
}
