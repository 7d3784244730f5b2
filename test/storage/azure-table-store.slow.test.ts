import { AzureNamedKeyCredential, generateAccountSas } from "@azure/data-tables";
import { Secret } from "../../src/secret";
import { openAzureTable } from "../../src/storage/azure-table-store";
import { createTableStore } from "../../src/storage/table-store";
import { describeRecordStore } from "../contracts/record-store";
import { claimed, general } from "../contracts/records";
import { AZURITE_KEY } from "../support/azurite";
import { createTestClock } from "../support/clock";
import { useAzurite } from "../support/use-azurite";
import { openUnderTest } from "./open-under-test";

const azurite = useAzurite();
/** The clock stands still, because the suite makes 500 calls at once and their duration depends on the machine. */
const { sleep } = createTestClock();

describeRecordStore("the Azure table store", async () =>
  openUnderTest(
    openAzureTable(azurite.spec(), {
      sleep,
      tableName: azurite.nextTable(),
    }),
  ),
);

test("a connection string with a shared access signature opens the table too", async () => {
  const sas = generateAccountSas(new AzureNamedKeyCredential("devstoreaccount1", AZURITE_KEY), {
    permissions: { query: true, add: true, update: true, delete: true, list: true, write: true },
    expiresOn: new Date("9999-12-31T23:59:59Z"),
  });
  const endpoint = `${azurite.url()}/devstoreaccount1`;
  const connectionString = new Secret(`TableEndpoint=${endpoint};SharedAccessSignature=${sas}`);
  const options = { tableName: azurite.nextTable(), sleep };
  const store = createTableStore(
    openAzureTable({ kind: "azure-table", connectionString }, options),
  );
  const stored = (await store.records.insert(claimed()))!;
  expect(await store.records.replace(stored, claimed({ generation: 1 }))).toBeDefined();
  expect((await store.records.get(general))?.record.generation).toBe(1);
  expect((await store.records.list(general)).records).toHaveLength(1);
  await store.close();
});
