import { TableClient } from "@azure/data-tables";
import { openAzureTable } from "../../src/storage/azure-table-store";
import { createTableStore } from "../../src/storage/table-store";
import { claimed, general } from "../contracts/records";
import { describeStoreProcesses } from "../contracts/store-processes";
import { startAzurite, toAzuriteSpec, toConnectionString, type Azurite } from "../support/azurite";
import { createTestClock } from "../support/clock";
import { startStoreProcess, type StoreProcess } from "./store-process";

let azurite: Azurite;
let spec: string;
let processes: StoreProcess[];

beforeAll(async () => {
  azurite = await startAzurite();
  spec = `azure-table:${toConnectionString(azurite.url)}`;
  processes = await Promise.all([1, 2, 3, 4].map(() => startStoreProcess(spec)));
});
afterAll(async () => {
  await Promise.all(processes.map((one) => one.kill()));
  await azurite.stop();
});

/** The processes keep running and find the table gone. */
async function open() {
  await TableClient.fromConnectionString(toConnectionString(azurite.url), "rendezvous", {
    allowInsecureConnection: true,
  }).deleteTable();
  const { sleep } = createTestClock();
  const store = createTableStore(openAzureTable(toAzuriteSpec(azurite.url), { sleep }));
  return { spec, processes, store };
}

describeStoreProcesses("the Azure table store", { roomCount: 30, incrementCount: 15, open });

test("acknowledged writes of a killed process are kept, and the others continue", async () => {
  const { store } = await open();
  const victim = await startStoreProcess(spec);
  victim.call("insertRoomsForEver", claimed()).catch(() => "killed");
  const acknowledged = await victim.acknowledged(10);
  await victim.kill();
  const { records, unreadableCount } = await store.records.list(general);
  expect(records.map(({ record }) => record.key.room)).toEqual(
    expect.arrayContaining(acknowledged),
  );
  expect(unreadableCount).toBe(0);
  expect(await processes[0]!.call("insertEach", [claimed()])).toEqual([true]);
  await store.close();
});
