import type { MeetingStore } from "../meetings/ports/meeting-store";
import { createTableStore } from "./table-store";
import type { RowKey, TextRow, TextTable } from "./text-table";

/** For tests. */
export function createMemoryStore(): MeetingStore {
  return createTableStore(createMemoryTable());
}

export function createMemoryTable(): TextTable {
  const conversations = new Map<string, Map<string, TextRow>>();
  let writeCount = 0;
  function write(key: RowKey, text: string): string {
    const { conversation, room } = key;
    writeCount += 1;
    const version = String(writeCount);
    const rooms = conversations.get(conversation) ?? new Map<string, TextRow>();
    conversations.set(conversation, rooms.set(room, { key, text, version }));
    return version;
  }
  function find({ conversation, room }: RowKey): TextRow | undefined {
    return conversations.get(conversation)?.get(room);
  }

  return {
    async read(key) {
      return find(key);
    },
    async insert(key, text) {
      return find(key) ? undefined : write(key, text);
    },
    async replace(key, version, text) {
      return find(key)?.version === version ? write(key, text) : undefined;
    },
    async list(conversation) {
      return [...(conversations.get(conversation)?.values() ?? [])];
    },
    async scan() {
      return { rows: [...conversations.values()].flatMap((rooms) => Array.from(rooms.values())) };
    },
    async remove(key, version) {
      if (find(key)?.version !== version) return false;
      conversations.get(key.conversation)?.delete(key.room);
      return true;
    },
    async close() {
      conversations.clear();
    },
  };
}
