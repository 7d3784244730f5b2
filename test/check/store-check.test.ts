import { createStoreCheck } from "../../src/check/store-check";
import { toStoreLocation } from "../../src/check/store-location";
import { AppError } from "../../src/errors";
import type { CheckOutcome } from "../../src/meetings/ports/check-report";
import { createForgetting } from "../../src/meetings/people/forget";
import type { MeetingStore } from "../../src/meetings/record/meeting-store";
import { createLog } from "../../src/log";
import { createMemoryStore } from "../../src/storage/memory-store";
import { TENANT } from "../support/activities";

const IDENTITY = "6f1c2b7e-3d4a-4e5b-9c8d-7a6b5c4d3e2f";
const ACCOUNT = "azure-table:https://contosomeet.table.core.windows.net";
const KEY = Buffer.from("a key that nobody may see").toString("base64");
const CONNECTION = `azure-table:DefaultEndpointsProtocol=https;AccountName=contosomeet;AccountKey=${KEY};EndpointSuffix=core.windows.net`;

async function look(
  changes: Partial<MeetingStore>,
  spec = "lmdb:/var/lib/rendezvous",
): Promise<{ outcome: CheckOutcome; store: MeetingStore }> {
  const store = createMemoryStore();
  const check = createStoreCheck({
    tenantId: TENANT,
    openStore: () => ({ ...store, ...changes }),
    place: toStoreLocation(spec, IDENTITY),
  });
  return { outcome: await check.look(), store };
}

async function countRecords(store: MeetingStore): Promise<number> {
  let count = 0;
  for await (const stored of store.scan()) count += stored.version ? 1 : 0;
  return count;
}

function failing(details: AppError["details"], cause?: unknown): () => Promise<never> {
  return () => Promise.reject(new AppError("store_unavailable", details, { cause }));
}
const errorOf = (code: string) => Object.assign(new Error(`${code}: no`), { code });

test("a store that is sound keeps nothing of what was tried", async () => {
  const { outcome, store } = await look({});
  expect(outcome).toEqual({
    status: "ok",
    code: "store",
    values: { store: "/var/lib/rendezvous" },
  });
  expect(await countRecords(store)).toBe(0);
});

describe("a store that lets two win is told so, and keeps nothing either", () => {
  const real = createMemoryStore();
  const cases: [string, Partial<MeetingStore>][] = [
    [
      "inserts twice",
      {
        insert: async (record) => {
          await real.eraseConversation(record.key);
          return real.insert(record);
        },
        replace: (stored, next) => real.replace(stored, next),
        erase: (stored) => real.erase(stored),
      },
    ],
    ["never replaces", { replace: () => Promise.resolve(undefined) }],
    ["never inserts", { insert: () => Promise.resolve(undefined) }],
    [
      "replaces what has changed",
      {
        insert: (record) => real.insert(record),
        async replace(stored, next) {
          const current = await real.get(stored.record.key);
          return current && real.replace(current, next);
        },
        erase: (stored) => real.erase(stored),
      },
    ],
    [
      "erases what has changed",
      {
        insert: (record) => real.insert(record),
        replace: (stored, next) => real.replace(stored, next),
        async erase({ record }) {
          return (await real.eraseConversation(record.key)) > 0;
        },
      },
    ],
  ];
  test.each(cases)("%s", async (_, changes) => {
    const { outcome, store } = await look(changes);
    expect(outcome).toMatchObject({ status: "fault", code: "storeNotAtomic" });
    expect((await countRecords(store)) + (await countRecords(real))).toBe(0);
  });
});

describe("a store that can only be read names what gives the right to write", () => {
  test.each(["EACCES", "EPERM", "EROFS"])("a folder: %s", async (code) => {
    const { outcome } = await look({ insert: failing({ reason: "writing: no" }, errorOf(code)) });
    expect(outcome).toEqual({
      status: "fault",
      code: "folderReadOnly",
      values: { store: "/var/lib/rendezvous", reason: "writing: no" },
      copy: [`sudo chown -R ${process.getuid?.()} "/var/lib/rendezvous"`],
    });
  });

  test("a table that the identity may not write", async () => {
    const storeCode = "AuthorizationPermissionMismatch";
    const { outcome } = await look({ insert: failing({ reason: "no", storeCode }) }, ACCOUNT);
    expect(outcome).toEqual({
      status: "fault",
      code: "tableReadOnly",
      values: { store: "https://contosomeet.table.core.windows.net", reason: "no" },
      copy: [
        `az role assignment create --role "Storage Table Data Contributor" --assignee ${IDENTITY} --scope "$(az storage account show --name contosomeet --query id --output tsv)"`,
      ],
    });
  });

  test("a key has every right, so a table is named without a role; and the key is not", async () => {
    const storeCode = "AuthorizationPermissionMismatch";
    const { outcome } = await look({ insert: failing({ reason: "no", storeCode }) }, CONNECTION);
    expect(outcome).toMatchObject({ code: "storeUnreachable" });
    expect(outcome.values?.store).toBe("https://contosomeet.table.core.windows.net");
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  });
});

test("any other trouble of the store is told in its own words", async () => {
  const reason = "writing: the disk of /var/lib/rendezvous is full; make at least 16 MiB of room";
  const { outcome } = await look({ replace: failing({ reason }) });
  expect(outcome).toMatchObject({ code: "storeUnreachable", values: { reason } });
});

test("what is left where a store fails in the middle is forgotten by the next sweep", async () => {
  const { store } = await look({ replace: failing({ reason: "gone" }) });
  expect(await countRecords(store)).toBe(1);
  const { sweep } = createForgetting({
    store,
    now: () => new Date("2026-11-20T09:00:00Z"),
    log: createLog("silent"),
    retentionMs: 3650 * 86_400_000,
  });
  expect(await sweep()).toBe(1);
  expect(await countRecords(store)).toBe(0);
});
