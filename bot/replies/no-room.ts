import { isThreadRoom, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingRequest, RequestText } from "../../src/request/meeting-request";
import { foldRoomName } from "../../src/request/room-name";
import type { BotServices } from "../bot-services";
import type { CardButton } from "../cards/elements/card-button";
import { messagesFor, type Messages } from "../locales/messages";
import { toNoticeReply, type CardReply } from "../reply";
import { findNearest } from "../requests/find-nearest";
import { toTypedButton } from "../requests/try-again";
import { toText } from "../turn/read-text";
import type { Turn } from "../turn/turn";
import { toMeetButton } from "./meet-button";

/**
 * Answers a command about a room that doesn't exist, which can be a typo: offers the same command for the room with the
 * nearest name, and the list of rooms.
 *
 * @param request What the room can be created with. Creating it is the last choice, unless the command is `new`.
 */
export async function toNoRoomReply(
  turn: Turn,
  key: MeetingKey,
  services: BotServices,
  { request, isNew = false }: { request?: MeetingRequest | undefined; isNew?: boolean } = {},
): Promise<CardReply> {
  const messages = messagesFor(turn.viewer.locale);
  const { noMeeting, roomsCard, help } = messages;
  const room = roomsCard.named({ name: key.room });
  const nearest = await suggestNearest(turn, key, messages, services);
  const { style: _primary, ...create } = toMeetButton(key, services.tokens, messages, request);
  const creating = request ? [{ ...create, title: noMeeting.createRoom({ room }) }] : [];
  const listing = [{ title: help.rooms.button, verb: "rooms" }];
  const [first, ...others] = [
    ...(nearest ? [nearest.yes] : []),
    ...(isNew ? [...creating, ...listing] : [...listing, ...creating]),
  ];
  const text = [noMeeting.noRoom({ room }), ...(nearest ? [nearest.question] : [])].join("\n");
  return toNoticeReply(undefined, text, first && [{ ...first, style: "positive" }, ...others]);
}

/** "Did you mean “cancel #design”?" */
async function suggestNearest(
  turn: Turn,
  { tenantId, threadId, room }: MeetingKey,
  { unknownText }: Messages,
  services: BotServices,
): Promise<{ question: string; yes: CardButton } | undefined> {
  const { meetings } = await services.meetings.listMeetings({ tenantId, threadId });
  const rooms = meetings.map(({ key }) => key.room).filter((name) => !isThreadRoom(name));
  const nearest = findNearest(room, rooms);
  if (nearest === undefined) return undefined;
  const words = replaceRoom(turn.words, room, nearest);
  const yes = words && toTypedButton({ ...turn, words }, unknownText.yes, services);
  return yes && { question: unknownText.didYouMean({ text: toText(words) }), yes };
}

/** Returns `undefined` if no one typed the room: then the request is from a card. */
function replaceRoom(words: RequestText, room: string, other: string): RequestText | undefined {
  const replaced = words.map((word) =>
    typeof word === "string"
      ? word.replace(/[#＃]([\p{L}\p{N}\p{M}_-]+)/gu, (typed, name: string) =>
          foldRoomName(name) === room ? `#${other}` : typed,
        )
      : word,
  );
  return replaced.some((word, index) => word !== words[index]) ? replaced : undefined;
}
