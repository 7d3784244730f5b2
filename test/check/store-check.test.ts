import type { CheckOutcome } from "../../src/check/check";
import { FAULTS, OK } from "../../src/check/check-words";
import { createStoreCheck, toStoreLocation } from "../../src/check/store-check";
import { AppError } from "../../src/errors";
import { createRetention } from "../../src/meetings/people/retention";
import type { MeetingStore, RecordStore } from "../../src/meetings/ports/meeting-store";
import { createLog } from "../../src/log";
import { createMemoryStore } from "../../src/storage/memory-store";
import { TENANT } from "../support/activities";

const IDENTITY = "6f1c2b7e-3d4a-4e5b-9c8d-7a6b5c4d3e2f";
const ACCOUNT = "azure-table:https://contosomeet.table.core.windows.net";
const KEY = Buffer.from("an account key").toString("base64");
const CONNECTION = `azure-table:DefaultEndpointsProtocol=https;AccountName=contosomeet;AccountKey=${KEY};EndpointSuffix=core.windows.net`;

async function runCheck(
  changes: Partial<RecordStore>,
  spec = "lmdb:/var/lib/rendezvous",
): Promise<{ outcome: CheckOutcome; store: MeetingStore }> {
  const store = createMemoryStore();
  const check = createStoreCheck(toStoreLocation(spec, IDENTITY), {
    tenantId: TENANT,
    openStore: () => ({ records: { ...store.records, ...changes } }),
  });
  return { outcome: await check.run(), store };
}

async function countRecords(store: MeetingStore): Promise<number> {
  let count = 0;
  for await (const { stored } of store.scan()) count += stored.version ? 1 : 0;
  return count;
}

function failing(details: AppError["details"], cause?: unknown): () => Promise<never> {
  return () => Promise.reject(new AppError("store_unavailable", details, { cause }));
}
const errorOf = (code: string) => Object.assign(new Error(`${code}: no`), { code });

test("a working store is ok, and the test record is removed", async () => {
  const { outcome, store } = await runCheck({});
  expect(outcome).toEqual({ status: "ok", message: OK.store });
  expect(await countRecords(store)).toBe(0);
});

describe("a store without conflicts between writes is a fault, and the test record is removed", () => {
  const real = createMemoryStore();
  const cases: [string, Partial<RecordStore>][] = [
    [
      "inserts over a record",
      {
        insert: async (record) => {
          await real.eraseConversation(record.key);
          return real.records.insert(record);
        },
        replace: (stored, next) => real.records.replace(stored, next),
        erase: (stored) => real.records.erase(stored),
      },
    ],
    ["never replaces", { replace: () => Promise.resolve(undefined) }],
    ["never inserts", { insert: () => Promise.resolve(undefined) }],
    [
      "replaces a changed record",
      {
        insert: (record) => real.records.insert(record),
        async replace(stored, next) {
          const current = await real.records.get(stored.record.key);
          return current && real.records.replace(current, next);
        },
        erase: (stored) => real.records.erase(stored),
      },
    ],
    [
      "erases a changed record",
      {
        insert: (record) => real.records.insert(record),
        replace: (stored, next) => real.records.replace(stored, next),
        async erase({ record }) {
          return (await real.eraseConversation(record.key)) > 0;
        },
      },
    ],
  ];
  test.each(cases)("%s", async (_, changes) => {
    const { outcome, store } = await runCheck(changes);
    expect(outcome).toMatchObject({
      status: "fault",
      ...FAULTS.storeNotAtomic,
      copy: [{ label: "Storage", value: "/var/lib/rendezvous" }],
    });
    expect((await countRecords(store)) + (await countRecords(real))).toBe(0);
  });
});

describe("the fault of a read-only store has the command that grants write access", () => {
  test.each(["EACCES", "EPERM", "EROFS"])("a folder: %s", async (code) => {
    const { outcome } = await runCheck({
      insert: failing({ reason: "writing: no" }, errorOf(code)),
    });
    expect(outcome).toEqual({
      status: "fault",
      ...FAULTS.folderReadOnly,
      copy: [
        { label: "Command", value: `sudo chown -R ${process.getuid?.()} "/var/lib/rendezvous"` },
        { label: "Storage", value: "/var/lib/rendezvous" },
        { label: "Error", value: "writing: no" },
      ],
    });
  });

  test("a table that the managed identity may not write", async () => {
    const storeCode = "AuthorizationPermissionMismatch";
    const { outcome } = await runCheck({ insert: failing({ reason: "no", storeCode }) }, ACCOUNT);
    expect(outcome).toEqual({
      status: "fault",
      ...FAULTS.tableReadOnly,
      copy: [
        {
          label: "Command",
          value: `az role assignment create --role "Storage Table Data Contributor" --assignee ${IDENTITY} --scope "$(az storage account show --name contosomeet --query id --output tsv)"`,
        },
        { label: "Storage", value: "https://contosomeet.table.core.windows.net" },
        { label: "Error", value: "no" },
      ],
    });
  });

  test("a table opened with an account key needs no role, and the key is not shown", async () => {
    const storeCode = "AuthorizationPermissionMismatch";
    const { outcome } = await runCheck(
      { insert: failing({ reason: "no", storeCode }) },
      CONNECTION,
    );
    expect(outcome).toEqual({
      status: "fault",
      ...FAULTS.storeUnreachable,
      copy: [
        { label: "Storage", value: "https://contosomeet.table.core.windows.net" },
        { label: "Error", value: "no" },
      ],
    });
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });
});

test("shows the store's own reason for any other error", async () => {
  const reason = "writing: the disk of /var/lib/rendezvous is full. Free at least 16 MiB";
  const { outcome } = await runCheck({ replace: failing({ reason }) });
  expect(outcome).toMatchObject({
    ...FAULTS.storeUnreachable,
    copy: expect.arrayContaining([{ label: "Error", value: reason }]),
  });
});

test("the next sweep removes the test record of a check that failed halfway", async () => {
  const { store } = await runCheck({ replace: failing({ reason: "gone" }) });
  expect(await countRecords(store)).toBe(1);
  const { sweep } = createRetention({
    store,
    now: () => new Date("2026-11-20T09:00:00Z"),
    log: createLog("silent"),
    retentionMs: 3650 * 86_400_000,
    planLost: async () => {},
  });
  expect(await sweep()).toMatchObject({ recordCount: 1 });
  expect(await countRecords(store)).toBe(0);
});
