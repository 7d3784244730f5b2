import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { openAzureTable } from "../../src/storage/azure-table-store";
import { openStore, parseStoreSpec } from "../../src/storage/open-store";
import { createTableStore } from "../../src/storage/table-store";

/** Azurite searches all of its rows for each page, so the pages of 100,000 rows take seconds on a busy machine. */
const PATIENCE = { attemptMs: 60_000, deadlineMs: 180_000 };

/** Opens the store that `STORE` names, without the bot's deadlines. */
export function openPatiently(store: string): MeetingStore {
  const parsed = parseStoreSpec(store);
  return parsed.ok && parsed.spec.kind === "azure-table"
    ? createTableStore(openAzureTable(parsed.spec, PATIENCE))
    : openStore(store);
}
