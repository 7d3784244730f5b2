import type { MeetingStore } from "../meetings/ports/meeting-store";
import { createTableStore } from "./table-store";
import type { RowKey, TextRow, TextTable } from "./text-table";

/** For tests. */
export function createMemoryStore(): MeetingStore {
  return createTableStore(createMemoryTable());
}

export function createMemoryTable(): TextTable {
  const rows = new Map<string, TextRow>();
  let writeCount = 0;
  function write(key: RowKey, text: string): string {
    writeCount += 1;
    const version = String(writeCount);
    rows.set(toMapKey(key), { key, text, version });
    return version;
  }
  const find = (key: RowKey) => rows.get(toMapKey(key));

  return {
    async read(key) {
      return find(key);
    },
    readNow(key, knownVersion) {
      const row = find(key);
      return row && row.version === knownVersion ? "unchanged" : row;
    },
    async insert(key, text) {
      return find(key) ? undefined : write(key, text);
    },
    async replace(key, version, text) {
      return find(key)?.version === version ? write(key, text) : undefined;
    },
    async list(conversation) {
      return [...rows.values()].filter(({ key }) => key.conversation === conversation);
    },
    async scan() {
      return { rows: [...rows.values()] };
    },
    async remove(key, version) {
      return find(key)?.version === version && rows.delete(toMapKey(key));
    },
    async close() {
      rows.clear();
    },
  };
}

function toMapKey({ conversation, room }: RowKey): string {
  return `${conversation}/${room}`;
}
