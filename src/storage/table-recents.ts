import type { RecentStore, StoredRecent } from "../meetings/ports/recent-store";
import { parseRecent, toRecentText } from "./recent-codec";
import { isRecentOf, isSameRow, toAskerPartition, toRecentRowKey } from "./row-key";
import { scanRows } from "./scan-rows";
import type { TextRow, TextTable } from "./text-table";

/** Who asked for what, in the table of the records. */
export function createTableRecents(openTable: () => TextTable): RecentStore {
  return {
    async keepRecent(recent) {
      const key = toRecentRowKey(recent);
      const text = toRecentText(recent);
      // Anew for whatever another process wrote or forgot meanwhile.
      for (;;) {
        const row = await openTable().read(key);
        if (row && !toStored(row)) return;
        const version = await (row
          ? openTable().replace(key, row.version, text)
          : openTable().insert(key, text));
        if (version !== undefined) return;
      }
    },

    async listRecents(asker) {
      const rows = await openTable().list(toAskerPartition(asker));
      return rows.flatMap((row) => toStored(row) ?? []);
    },

    async *scanRecents() {
      for await (const row of scanRows(openTable)) {
        const stored = toStored(row);
        if (stored) yield stored;
      }
    },

    async eraseRecent({ recent, version }) {
      return openTable().remove(toRecentRowKey(recent), version);
    },
  };
}

/**
 * Everybody's requests in a conversation, also those that cannot be read.
 *
 * @param conversation As the rows of its records name it.
 */
export async function eraseRecentsOf(
  openTable: () => TextTable,
  conversation: string,
): Promise<void> {
  for await (const row of scanRows(openTable)) {
    if (isRecentOf(conversation, row.key)) await removeWhateverItIs(openTable, row);
  }
}

async function removeWhateverItIs(openTable: () => TextTable, seen: TextRow): Promise<void> {
  for (let row: TextRow | undefined = seen; row;) {
    if (await openTable().remove(row.key, row.version)) return;
    row = await openTable().read(row.key);
  }
}

/** `undefined` for a record, for what cannot be read, and for what lies in a wrong place. */
function toStored({ key, text, version }: TextRow): StoredRecent | undefined {
  const recent = parseRecent(text);
  return recent && isSameRow(toRecentRowKey(recent), key) ? { recent, version } : undefined;
}
