import type { LiveRecord } from "./record/meeting-record";
import { isThreadRoom, type MeetingKey } from "./record/meeting-key";
import { isLive, type ConversationKey, type RecordStore } from "./ports/meeting-store";

export interface MeetingList {
  /** The default room first, then rooms by name, then threads from newest to oldest. */
  meetings: LiveRecord[];
  /** Records that this release can't read. */
  unreadableCount: number;
}

/** Lists a conversation's meetings. */
export async function listMeetings(
  { store }: { store: Pick<RecordStore, "list"> },
  conversation: ConversationKey,
): Promise<MeetingList> {
  const { records, unreadableCount } = await store.list(conversation);
  const meetings = records
    .filter(isLive)
    .map(({ record }) => record)
    .toSorted((a, b) => compareRooms(a.key, b.key));
  return { meetings, unreadableCount };
}

function compareRooms(a: MeetingKey, b: MeetingKey): number {
  const isThread = isThreadRoom(a.room);
  const byKind = Number(isThread) - Number(isThreadRoom(b.room));
  const order = a.room.localeCompare(b.room, "en", { numeric: true });
  return byKind || (isThread ? -order : order);
}
