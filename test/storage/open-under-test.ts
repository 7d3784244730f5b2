import { createTableStore, toRowKey } from "../../src/storage/table-store";
import type { TextTable } from "../../src/storage/text-table";
import type { StoreUnderTest } from "../contracts/record-store";

export function openUnderTest(table: TextTable): StoreUnderTest {
  return {
    store: createTableStore(table),
    async plant(key, text) {
      await table.remove(toRowKey(key));
      await table.insert(toRowKey(key), text);
    },
  };
}
