import { AzureNamedKeyCredential, generateAccountSas } from "@azure/data-tables";
import { Secret } from "../../src/secret";
import { openAzureTable, openAzureTableStore } from "../../src/storage/azure-table-store";
import { describeRecordStore } from "../contracts/record-store";
import { claimed, general } from "../contracts/records";
import { AZURITE_KEY } from "../support/azurite";
import { useAzurite } from "../support/use-azurite";
import { openUnderTest } from "./open-under-test";

jest.setTimeout(60_000);

const azurite = useAzurite();

/** The suite makes 500 calls at once, which one emulator on a busy machine answers in its own time. */
const PATIENCE = { deadlineMs: 55_000, attemptMs: 55_000 };

describeRecordStore("the Azure table store", async () =>
  openUnderTest(openAzureTable(azurite.spec(), { ...PATIENCE, tableName: azurite.nextTable() })),
);

test("a connection string with a shared access signature opens the table too", async () => {
  const sas = generateAccountSas(new AzureNamedKeyCredential("devstoreaccount1", AZURITE_KEY), {
    permissions: { query: true, add: true, update: true, delete: true, list: true, write: true },
    expiresOn: new Date(Date.now() + 3_600_000),
  });
  const endpoint = `${azurite.url()}/devstoreaccount1`;
  const connectionString = new Secret(`TableEndpoint=${endpoint};SharedAccessSignature=${sas}`);
  const tableName = azurite.nextTable();
  const store = openAzureTableStore({ kind: "azure-table", connectionString }, { tableName });
  const stored = (await store.insert(claimed()))!;
  expect(await store.replace(stored, claimed({ generation: 1 }))).toBeDefined();
  expect((await store.get(general))?.record.generation).toBe(1);
  expect((await store.list(general)).records).toHaveLength(1);
  await store.close();
});
