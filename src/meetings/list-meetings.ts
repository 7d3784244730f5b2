import type { LiveRecord } from "./meeting-record";
import { isThreadRoom, type MeetingKey } from "./meeting-key";
import { isLive, type RecordStore } from "./record-store";

/** The meetings of a conversation: its own first, then its rooms by name, then those of threads. */
export function createListMeetings(
  store: RecordStore,
): (conversation: Pick<MeetingKey, "tenantId" | "threadId">) => Promise<LiveRecord[]> {
  return async function listMeetings(conversation) {
    const { records } = await store.list(conversation);
    return records
      .filter(isLive)
      .map(({ record }) => record)
      .toSorted((one, other) => compareRooms(one.key, other.key));
  };
}

function compareRooms(one: MeetingKey, other: MeetingKey): number {
  const byKind = Number(isThreadRoom(one.room)) - Number(isThreadRoom(other.room));
  return byKind || one.room.localeCompare(other.room, "en");
}
