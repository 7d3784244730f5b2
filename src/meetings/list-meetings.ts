import { isThreadRoom, type MeetingKey } from "./record/meeting-key";
import type { ConversationKey, RecordStore } from "./ports/meeting-store";
import { toJoinableRecord } from "./record/attached-record";

/**
 * Lists a conversation's meetings: the default room first, then rooms by name, then threads from newest to oldest.
 * `unreadableCount` counts the records that this release can't read.
 */
export async function listMeetings(
  { store }: { store: Pick<RecordStore, "list"> },
  conversation: ConversationKey,
) {
  const { records, unreadableCount } = await store.list(conversation);
  const meetings = records
    .flatMap((stored) => toJoinableRecord(stored.record) ?? [])
    .toSorted((a, b) => compareRooms(a.key, b.key));
  return { meetings, unreadableCount };
}

function compareRooms(a: MeetingKey, b: MeetingKey): number {
  const isThread = isThreadRoom(a.room);
  const byKind = Number(isThread) - Number(isThreadRoom(b.room));
  const order = a.room.localeCompare(b.room, "en", { numeric: true });
  return byKind || (isThread ? -order : order);
}
