import { mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openLmdbTable } from "../../src/storage/lmdb-store";
import { openStore } from "../../src/storage/open-store";
import { describeRecordStore } from "../contracts/record-store";
import { claimed, fullRecord, general, live, scanAll } from "../contracts/records";
import { openUnderTest } from "./open-under-test";
import { useTemporaryFolder } from "./temporary-folder";

const nextFolder = useTemporaryFolder();

describeRecordStore("the LMDB store", async () => openUnderTest(openLmdbTable(nextFolder())));

describe("the LMDB store", () => {
  test("writes survive a close, with the same version", async () => {
    const path = nextFolder();
    const before = openStore(`lmdb:${path}`);
    const stored = (await before.records.insert(fullRecord))!;
    await before.close();

    const after = openStore(`lmdb:${path}`);
    expect(await after.records.get(general)).toEqual(stored);
    expect(await after.records.replace(stored, live())).toBeDefined();
    await after.close();
  });

  test("a new folder can be opened by its owner only", async () => {
    const path = nextFolder();
    await openStore(`lmdb:${path}`).close();
    expect(statSync(path).mode & 0o777).toBe(0o700);
  });

  test("a close waits for writes in progress", async () => {
    const path = nextFolder();
    const before = openStore(`lmdb:${path}`);
    const rooms = Array.from({ length: 50 }, (_, index) => `room ${index}`);
    const writes = rooms.map((room) =>
      before.records.insert(claimed({ key: { ...general, room } })),
    );
    await before.close();
    await Promise.all(writes);

    const after = openStore(`lmdb:${path}`);
    expect((await after.records.list(general)).records).toHaveLength(rooms.length);
    await after.close();
  });

  test("a scan reads page by page, yields to the event loop, and fails after a close", async () => {
    const store = openStore(`lmdb:${nextFolder()}`);
    const rooms = Array.from({ length: 350 }, (_, index) => `room ${index}`);
    await Promise.all(
      rooms.map((room) => store.records.insert(claimed({ key: { ...general, room } }))),
    );
    let turnCount = 0;
    let isScanning = true;
    (function countTurns() {
      turnCount += 1;
      if (isScanning) setImmediate(countTurns);
    })();
    expect(await scanAll(store)).toHaveLength(rooms.length);
    isScanning = false;
    expect(turnCount).toBeGreaterThan(3);

    const closedMeanwhile = async () => {
      for await (const { stored } of store.scan()) {
        expect(stored.record).toHaveProperty("state", "claimed");
        await store.close();
      }
    };
    await expect(closedMeanwhile()).rejects.toMatchObject({ code: "store_unavailable" });
  });

  test("two stores of one folder see each other's writes, even after one is closed", async () => {
    const path = nextFolder();
    const one = openStore(`lmdb:${path}`);
    const other = openStore(`lmdb:${path}`);
    const stored = (await one.records.insert(claimed()))!;
    expect(await other.records.get(general)).toEqual(stored);
    await one.close();
    expect(await other.records.replace(stored, live())).toBeDefined();
    await other.close();
  });

  test("the path is a folder even with a dot in its name, and is created with its parents", async () => {
    const path = join(nextFolder(), "data", "rendezvous.mdb");
    await openStore(`lmdb:${path}`).close();
    expect(statSync(path).isDirectory()).toBe(true);
  });

  test("writes fail before the disk is full, and reads work", async () => {
    let freeBytes = 2 ** 30;
    const path = nextFolder();
    const { store } = openUnderTest(openLmdbTable(path, async () => freeBytes));
    const stored = (await store.records.insert(claimed()))!;
    freeBytes = 2 ** 20;
    const isRefused = {
      code: "store_unavailable",
      details: { reason: expect.stringMatching(path) },
    };
    await expect(store.records.replace(stored, live())).rejects.toMatchObject(isRefused);
    await expect(store.records.insert(live())).rejects.toMatchObject(isRefused);
    expect(await store.records.get(general)).toEqual(stored);
    freeBytes = 2 ** 30;
    expect(await store.records.replace(stored, live())).toBeDefined();
    await store.close();
  });

  test("writes that come during a commit share the next one, and its failure", async () => {
    const keptBefore: number[] = [];
    const freeBytes = [2 ** 30, 2 ** 20, 2 ** 30];
    const table = openLmdbTable(nextFolder(), async () => {
      keptBefore.push((await store.records.list(general)).records.length);
      if (keptBefore.length === 1)
        laterWrites = Promise.allSettled([insert("two"), insert("three")]);
      return freeBytes[keptBefore.length - 1]!;
    });
    let laterWrites: Promise<PromiseSettledResult<unknown>[]> | undefined;
    const { store } = openUnderTest(table);
    const insert = (room: string) => store.records.insert(claimed({ key: { ...general, room } }));
    expect(await Promise.all([insert("one"), insert("one")])).toEqual([
      expect.anything(),
      undefined,
    ]);
    expect(await laterWrites).toMatchObject([{ status: "rejected" }, { status: "rejected" }]);
    expect(await insert("four")).toBeDefined();
    expect(keptBefore).toEqual([0, 1, 1]);
    await store.close();
  });

  test("a key that LMDB refuses fails only its own write", async () => {
    const table = openLmdbTable(nextFolder());
    const written = await Promise.allSettled([
      table.insert({ conversation: "c", room: "r" }, "text"),
      table.insert({ conversation: "c".repeat(3_000), room: "r" }, "text"),
      table.insert({ conversation: "c", room: "s" }, "text"),
    ]);
    expect(written).toMatchObject([
      { status: "fulfilled" },
      { status: "rejected", reason: { code: "store_unavailable" } },
      { status: "fulfilled" },
    ]);
    expect(await table.list("c")).toHaveLength(2);
    await table.close();
  });

  test("a deleted folder is reported at the next write", async () => {
    const path = nextFolder();
    const store = openStore(`lmdb:${path}`);
    rmSync(path, { recursive: true });
    await expect(store.records.insert(claimed())).rejects.toMatchObject({
      code: "store_unavailable",
    });
    await store.close();
  });

  // Uses files instead of permissions, because `root` passes every permission check.
  test.each<[title: string, spoil: (path: string) => void]>([
    ["a file in the way", (path) => writeFileSync(path, "")],
    ["an invalid data file", (path) => spoilFile(path, "data.mdb", "not LMDB".repeat(999))],
    ["a truncated data file", (path) => spoilFile(path, "data.mdb", "\0")],
    ["a folder for a data file", (path) => mkdirSync(join(path, "data.mdb"), { recursive: true })],
    ["a folder for a lock file", (path) => mkdirSync(join(path, "lock.mdb"), { recursive: true })],
  ])("%s is reported with the path", (_, spoil) => {
    const path = nextFolder();
    spoil(path);
    expect(() => openStore(`lmdb:${path}`)).toThrow(
      expect.objectContaining({
        code: "store_unavailable",
        details: { reason: expect.stringContaining(`opening the folder ${path}: `) },
      }),
    );
  });
});

function spoilFile(path: string, name: string, text: string): void {
  mkdirSync(path);
  writeFileSync(join(path, name), text);
}
