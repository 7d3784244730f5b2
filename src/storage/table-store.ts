import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { AppError } from "../errors";
import { DEFAULT_ROOM, toKeyText, type MeetingKey } from "../meetings/meeting-key";
import type { RecordList, RecordStore } from "../meetings/record-store";
import { parseRecord, readRecord, toRecordText } from "./record-codec";
import type { RowKey, TextTable } from "./text-table";

/**
 * Hashes, because a thread id may hold anything and be long, while LMDB takes keys of 1,978 bytes and Azure
 * Tables no slashes. The text that is kept names its key, so a row that lies in a wrong place is found out.
 */
export function toRowKey(key: MeetingKey): RowKey {
  return {
    conversation: hash(toKeyText({ ...key, room: DEFAULT_ROOM })),
    room: hash(toKeyText(key)),
  };
}

/** A store of records in a table of texts: what is the same whichever store keeps them. */
export function createTableStore(table: TextTable): RecordStore {
  let closing: Promise<void> | undefined;
  function openTable(): TextTable {
    if (closing) throw new AppError("store_unavailable", { reason: "the store was closed" });
    return table;
  }

  return {
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
      let from: string | undefined;
      do {
        const { rows, next } = await openTable().scan(from);
        for (const { key, text, version } of rows) {
          const parsed = parseRecord(text);
          if (parsed.ok && isSameRow(toRowKey(parsed.record.key), key)) {
            yield { record: parsed.record, version };
          }
        }
        from = next;
        // A table that answers at once would keep everybody else waiting until the last page.
        if (from !== undefined) await nextTurn();
      } while (from !== undefined);
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
      return erasedCount;
    },

    close() {
      closing ??= table.close();
      return closing;
    },
  };
}

function isSameRow(one: RowKey, other: RowKey): boolean {
  return one.conversation === other.conversation && one.room === other.room;
}

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
