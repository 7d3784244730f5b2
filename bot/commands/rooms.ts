import { toRoomsCard, toRoomsTitle, type RoomRow } from "../cards/rooms-card";
import { messagesFor } from "../locales/messages";
import { toCardRoom, toCardTime } from "../replies/meeting-reply";
import { toMeetButton } from "../replies/meet-button";
import { toMeetingKey } from "../turn/turn";
import type { Command } from "./command";

/** Lists the conversation's meetings. */
export const roomsCommand: Command = {
  name: "rooms",
  async run(turn, _words, services) {
    const { tenantId, conversation, viewer } = turn;
    const messages = messagesFor(viewer.locale);
    const { threadId } = conversation;
    const now = services.now();
    const { meetings, unreadableCount } = await services.meetings.listMeetings({
      tenantId,
      threadId,
    });
    const rooms = meetings.map((record): RoomRow => ({
      room: toCardRoom(record).room,
      subject: record.meeting.subject ?? "",
      time: toCardTime(record, now),
      joinWebUrl: record.meeting.joinWebUrl,
    }));
    const isChannel = conversation.conversationType === "channel";
    const buttons = [toMeetButton(toMeetingKey(turn), services.tokens, messages)];
    const data = { rooms, hiddenCount: unreadableCount, isChannel, now, buttons };
    const card = toRoomsCard(data, viewer);
    return { kind: "card", card, summary: toRoomsTitle(isChannel, messages) };
  },
};
