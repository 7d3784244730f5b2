import { MAX_ROOM_CHARACTERS, foldRoomName } from "./room-name";

/** For a subject without letters and digits, such as an emoji. */
const NAMELESS = "meeting";

/** Names a room after a meeting's subject: `Budget: Q3 & Q4` becomes `budget-q3-q4`, or `budget-q3-q4-2` if that's taken. */
export function nameRoom(subject: string, isTaken: (room: string) => boolean): string {
  const name = toName(subject);
  let room = name;
  for (let count = 2; isTaken(room); count++) {
    const suffix = `-${count}`;
    room = `${cut(name, MAX_ROOM_CHARACTERS - suffix.length)}${suffix}`;
  }
  return room;
}

function toName(subject: string): string {
  const words = foldRoomName(subject)
    .replace(/['’]/gu, "")
    .replace(/[^\p{L}\p{N}\p{M}_]+/gu, "-")
    .replace(/^[-\p{M}]+/u, "");
  return cut(words, MAX_ROOM_CHARACTERS) || NAMELESS;
}

/** Ends at a word if one ends in the last third. */
function cut(name: string, maxCharacters: number): string {
  const characters = Array.from(name);
  if (characters.length <= maxCharacters) return name.replace(/-+$/u, "");
  const start = characters.slice(0, maxCharacters).join("");
  const lastWord = start.lastIndexOf("-");
  return (lastWord > (start.length * 2) / 3 ? start.slice(0, lastWord) : start).replace(/-+$/u, "");
}
