import { openAzureTable } from "../../src/storage/azure-table-store";
import { describeRecordStore } from "../contracts/record-store";
import { useAzurite } from "../support/use-azurite";
import { openUnderTest } from "./open-under-test";

const azurite = useAzurite();

/** The suite makes 500 calls at once, which one emulator on a busy machine answers in its own time. */
const PATIENCE = { deadlineMs: 18_000, attemptMs: 18_000 };

describeRecordStore("the Azure table store", async () =>
  openUnderTest(openAzureTable(azurite.spec(), { ...PATIENCE, tableName: azurite.nextTable() })),
);
