import type { AttendeeRole } from "../../../src/meetings/ports/online-meeting";
import { MAX_ROOM_CHARACTERS } from "../../../src/request/room-name";
import { MAX_SUBJECT_CHARACTERS } from "../../../src/request/subject";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { Room } from "../meeting/meeting-card-data";
import { joinWords } from "./join-words";
import { toPlainText } from "./text-line";

/** Names beyond this are shown as "3 others". */
const MAX_PEOPLE = 6;
/** In the one line of people on a meeting's card. */
const MAX_COMPACT = 3;
/** For a name inside a sentence, so that the words around it aren't cut. */
export const MAX_SHORT_NAME = 80;
const MAX_WITH_ROLE = MAX_SHORT_NAME + 40;
/** Fits any name, and all but the longest addresses. */
const MAX_PERSON = 60;

/** The meeting's name, or a generic one. */
export function toSubject(
  subject: string,
  { card }: Messages,
  maxLength = MAX_SUBJECT_CHARACTERS,
): string {
  return toPlainText(subject, maxLength) || card.untitled;
}

/** The name of a named room without "#"; empty for a thread or the conversation's main meeting. */
export function toRoomName(room: Room | undefined): string {
  return room?.kind === "named" ? toPlainText(room.name, MAX_ROOM_CHARACTERS) : "";
}

/** Names the room, the thread's meeting or the main meeting. */
export function toRoomLabel(room: Room | undefined, { roomsCard }: Messages): string {
  const name = toRoomName(room);
  if (name) return roomsCard.named({ name });
  return room?.kind === "thread" ? roomsCard.thread : roomsCard.own;
}

/** "Ana (presenter)"; attendees without a special role have only their name. */
export function toNameWithRole(
  name: string,
  role: AttendeeRole | undefined,
  { card: { inRole } }: Messages,
): string {
  return role === "presenter" || role === "coorganizer" ? inRole[role]({ name }) : name;
}

/** "Ana, Bo and 3 others" for a sentence, from names or addresses. */
export function formatNames(names: readonly string[], viewer: Viewer, messages: Messages): string {
  const locale = toTextLocale(viewer, messages);
  return joinWords(toShortList(names, messages), locale, "conjunction");
}

/** "Ana, Bo, 3 others" for a list of facts. */
export function toNameList(names: readonly string[], messages: Messages): string {
  return toShortList(names, messages).join(messages.card.comma);
}

/**
 * The locale for `Intl` text inside a sentence: the viewer's own if it's in the sentence's language. American
 * English writes "Ana, Bo, and 3 others", British English leaves out the second comma.
 */
export function toTextLocale({ locale }: Viewer, { language }: Messages): string {
  const isSameLanguage = new Intl.Locale(locale).language === new Intl.Locale(language).language;
  return isSameLanguage ? locale : language;
}

/** "Ada (host), Grace (presenter), +3". */
export function toCompactList(names: readonly string[], { card }: Messages): string {
  const plain = names.map((name) => toPlainText(name, MAX_WITH_ROLE)).filter(Boolean);
  const toRest = (count: number) => card.moreNames({ count: String(count) });
  return shorten(plain, MAX_COMPACT, toRest).join(card.comma);
}

function toShortList(names: readonly string[], { card }: Messages): readonly string[] {
  const plain = names.map((name) => toPlainText(name, MAX_PERSON)).filter(Boolean);
  return shorten(plain, MAX_PEOPLE, (count) => card.others({ count }));
}

/** One more name takes as much room as "1 other". */
function shorten(
  names: readonly string[],
  max: number,
  toRest: (count: number) => string,
): readonly string[] {
  return names.length <= max + 1 ? names : [...names.slice(0, max), toRest(names.length - max)];
}
