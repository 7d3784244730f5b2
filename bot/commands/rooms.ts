import { toRoomsCard, type RoomRow } from "../cards/rooms-card";
import { messagesFor } from "../locales/messages";
import { toCardRoom, toCardTime } from "../replies/meeting-reply";
import type { Command } from "./command";

/** Lists the conversation's meetings. */
export const roomsCommand: Command = {
  name: "rooms",
  async run({ tenantId, conversation, viewer }, _words, services) {
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
    const card = toRoomsCard({ rooms, hiddenCount: unreadableCount, now }, viewer);
    return { kind: "card", card, summary: messages.roomsCard.title };
  },
};
