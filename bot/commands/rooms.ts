import { toRoomsCard, type RoomRow } from "../cards/rooms-card";
import { messagesFor } from "../locales/messages";
import { toCardRoom, toCardTime } from "../answers/meeting-reply";
import type { Command } from "./command";

/** All meetings of the conversation. */
export const roomsCommand: Command = {
  name: "rooms",
  async run({ tenantId, conversation, reader }, _words, services) {
    const messages = messagesFor(reader.locale);
    const { threadId } = conversation;
    const now = services.now();
    const meetings = await services.listMeetings({ tenantId, threadId });
    const rooms = meetings.map((record): RoomRow => {
      const { subject = "", joinWebUrl } = record.meeting;
      return Object.assign(toCardRoom(record), {
        subject,
        joinWebUrl,
        time: toCardTime(record, now),
      });
    });
    const card = toRoomsCard({ rooms, hiddenCount: 0, now }, reader, messages);
    return { kind: "card", card, summary: messages.roomsCard.title };
  },
};
