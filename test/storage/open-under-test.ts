import { RECENT_MEETINGS, toRowKey } from "../../src/storage/row-kinds";
import { createTableStore } from "../../src/storage/table-store";
import type { RowKey, TextTable } from "../../src/storage/text-table";
import type { StoreUnderTest } from "../contracts/record-store";

export function openUnderTest(table: TextTable): StoreUnderTest {
  async function plantAt(key: RowKey, text: string): Promise<void> {
    const row = await table.read(key);
    await (row ? table.replace(key, row.version, text) : table.insert(key, text));
  }
  return {
    store: createTableStore(table),
    plant: (key, text) => plantAt(toRowKey(key), text),
    plantRecent: (recent, text) => plantAt(RECENT_MEETINGS.toRowKey(recent), text),
  };
}
