import { createTableStore, toRowKey } from "../../src/storage/table-store";
import type { TextTable } from "../../src/storage/text-table";
import type { StoreUnderTest } from "../contracts/record-store";

export function openUnderTest(table: TextTable): StoreUnderTest {
  return {
    store: createTableStore(table),
    async plant(key, text) {
      const row = await table.read(toRowKey(key));
      await (row ? table.replace(row.key, row.version, text) : table.insert(toRowKey(key), text));
    },
  };
}
