import type { LiveRecord } from "./record/meeting-record";
import { isThreadRoom, type MeetingKey } from "./record/meeting-key";
import { isLive, type RecordStore } from "./ports/meeting-store";

export interface MeetingList {
  /** The conversation's own first, then its rooms by name, then those of threads, the newest first. */
  meetings: LiveRecord[];
  /** Of which this release cannot say more. */
  unreadableCount: number;
}

/** The meetings of a conversation. */
export function createListMeetings(
  store: RecordStore,
): (conversation: Pick<MeetingKey, "tenantId" | "threadId">) => Promise<MeetingList> {
  return async function listMeetings(conversation) {
    const { records, unreadableCount } = await store.list(conversation);
    const meetings = records
      .filter(isLive)
      .map(({ record }) => record)
      .toSorted((one, other) => compareRooms(one.key, other.key));
    return { meetings, unreadableCount };
  };
}

function compareRooms(one: MeetingKey, other: MeetingKey): number {
  const isThread = isThreadRoom(one.room);
  const byKind = Number(isThread) - Number(isThreadRoom(other.room));
  const order = one.room.localeCompare(other.room, "en", { numeric: true });
  return byKind || (isThread ? -order : order);
}
