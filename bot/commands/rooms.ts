import { toJoinable } from "../../src/meetings/record/attached-record";
import { toLiveStatus } from "../../src/meetings/live/live-status";
import { toRoomsCard, toRoomsTitle, type RoomRow } from "../cards/rooms-card";
import { messagesFor } from "../locales/messages";
import { toCardRoom, toCardTime } from "../replies/meeting-reply";
import { toMeetButton } from "../replies/meet-button";
import type { BotServices } from "../bot-services";
import type { CardReply } from "../reply";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { Command } from "./command";

/** Lists the conversation's meetings, those that people are in first. */
export const roomsCommand: Command = {
  name: "rooms",
  run: (turn, _words, services) => listRooms(turn, services),
};

/** @param hasBack Whether a button leads to Help: the list replaced another card. */
export async function listRooms(
  turn: Turn,
  services: BotServices,
  { hasBack = false } = {},
): Promise<CardReply> {
  const { tenantId, conversation, viewer } = turn;
  const messages = messagesFor(viewer.locale);
  const { threadId } = conversation;
  const now = services.now();
  const { meetings, unreadableCount } = await services.meetings.listMeetings({
    tenantId,
    threadId,
  });
  const rooms = meetings
    .map((record): RoomRow => ({
      room: toCardRoom(record).room,
      subject: toJoinable(record).subject ?? "",
      time: toCardTime(record, now),
      joinWebUrl: toJoinable(record).joinWebUrl,
      live: toLiveStatus(record, now),
    }))
    .toSorted((a, b) => toRank(a) - toRank(b));
  const isChannel = conversation.conversationType === "channel";
  const buttons = [toMeetButton(toMeetingKey(turn), services.tokens, messages)];
  const data = { rooms, hiddenCount: unreadableCount, isChannel, now, buttons, hasBack };
  const card = toRoomsCard(data, viewer);
  return { kind: "card", card, summary: toRoomsTitle(isChannel, messages) };
}

function toRank({ live }: RoomRow): number {
  return live?.kind === "in-progress" ? 0 : 1;
}
