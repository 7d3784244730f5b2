import { AppError } from "../errors";
import { toKeyText } from "../meetings/record/meeting-key";
import { DEFAULT_ROOM } from "../request/room-name";
import type { MeetingStore } from "../meetings/record/meeting-store";
import type { RecordList } from "../meetings/record/record-store";
import { parseRecord, readRecord, toRecordText } from "./record-codec";
import { isSameRow, toRowKey } from "./row-key";
import { scanRows } from "./scan-rows";
import { createTableRecents, eraseRecentsOf } from "./table-recents";
import { createTableWaiting } from "./table-waiting";
import type { TextTable } from "./text-table";

/** A store in a table of texts: what is the same whichever store keeps them. */
export function createTableStore(table: TextTable): MeetingStore {
  let closing: Promise<void> | undefined;
  function openTable(): TextTable {
    if (closing) throw new AppError("store_unavailable", { reason: "the store was closed" });
    return table;
  }

  return {
    ...createTableRecents(openTable),
    ...createTableWaiting(openTable),

    async get(key) {
      const row = await openTable().read(toRowKey(key));
      if (!row) return undefined;
      const record = readRecord(row.text);
      if (toKeyText(record.key) !== toKeyText(key)) {
        throw new AppError("record_unreadable", { reason: "the record belongs to another key" });
      }
      return { record, version: row.version };
    },

    async insert(record) {
      const version = await openTable().insert(toRowKey(record.key), toRecordText(record));
      return version === undefined ? undefined : { record: structuredClone(record), version };
    },

    async replace(stored, next) {
      if (toKeyText(stored.record.key) !== toKeyText(next.key)) {
        throw new AppError("unexpected", {
          reason: "a record was to be replaced by another key's",
        });
      }
      const text = toRecordText(next);
      const version = await openTable().replace(toRowKey(next.key), stored.version, text);
      return version === undefined ? undefined : { record: structuredClone(next), version };
    },

    async list({ tenantId, threadId }) {
      const { conversation } = toRowKey({ tenantId, threadId, room: DEFAULT_ROOM });
      const list: RecordList = { records: [], unreadableCount: 0 };
      for (const { text, version } of await openTable().list(conversation)) {
        const parsed = parseRecord(text);
        if (parsed.ok && toRowKey(parsed.record.key).conversation === conversation) {
          list.records.push({ record: parsed.record, version });
        } else {
          list.unreadableCount += 1;
        }
      }
      return list;
    },

    async *scan() {
      for await (const { key, text, version } of scanRows(openTable)) {
        const parsed = parseRecord(text);
        if (parsed.ok && isSameRow(toRowKey(parsed.record.key), key)) {
          yield { record: parsed.record, version };
        }
      }
    },

    async erase({ record, version }) {
      return openTable().remove(toRowKey(record.key), version);
    },

    async eraseConversation({ tenantId, threadId }) {
      const { conversation } = toRowKey({ tenantId, threadId, room: DEFAULT_ROOM });
      let erasedCount = 0;
      let isComplete: boolean;
      do {
        isComplete = true;
        for (const { key, version } of await openTable().list(conversation)) {
          const isErased = await openTable().remove(key, version);
          if (isErased) erasedCount += 1;
          // Written meanwhile: what it is now has to go too.
          else isComplete = false;
        }
      } while (!isComplete);
      await eraseRecentsOf(openTable, conversation);
      return erasedCount;
    },

    close() {
      closing ??= table.close();
      return closing;
    },
  };
}
