import type { StoredWaiting, WaitingStore } from "../meetings/ports/waiting-store";
import { isSameRow, toWaitingPartition, toWaitingRowKey } from "./row-key";
import { scanRows } from "./scan-rows";
import type { TextRow, TextTable } from "./text-table";
import { parseWaiting, toWaitingText } from "./waiting-codec";

/** What waits for whose sign-in, in the table of the records. */
export function createTableWaiting(openTable: () => TextTable): WaitingStore {
  return {
    async insertWaiting(row) {
      const version = await openTable().insert(toWaitingRowKey(row), toWaitingText(row));
      return version === undefined ? undefined : { row, version };
    },

    async replaceWaiting(stored, row) {
      const text = toWaitingText(row);
      const version = await openTable().replace(toWaitingRowKey(row), stored.version, text);
      return version === undefined ? undefined : { row, version };
    },

    async listWaiting(asker) {
      const rows = await openTable().list(toWaitingPartition(asker));
      return rows.flatMap((row) => toStored(row) ?? []);
    },

    async *scanWaiting() {
      for await (const row of scanRows(openTable)) {
        const stored = toStored(row);
        if (stored) yield stored;
      }
    },

    async eraseWaiting({ row, version }) {
      return openTable().remove(toWaitingRowKey(row), version);
    },
  };
}

/** `undefined` for a record, for what cannot be read, and for what lies in a wrong place. */
function toStored({ key, text, version }: TextRow): StoredWaiting | undefined {
  const row = parseWaiting(text);
  return row && isSameRow(toWaitingRowKey(row), key) ? { row, version } : undefined;
}
