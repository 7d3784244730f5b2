import type { ClaimedRecord } from "../../src/meetings/meeting-record";
import { openLmdbStore } from "../../src/storage/lmdb-store";
import { claimed, general, scanAll } from "../contracts/records";
import { callInStandstill, startStoreProcess, type StoreProcess } from "./store-process";
import { useTemporaryFolder } from "./temporary-folder";

const nextFolder = useTemporaryFolder();
let started: StoreProcess[] = [];

async function start(path: string, count: number, fileBlocks?: number): Promise<StoreProcess[]> {
  const starts = Array.from({ length: count }, () => startStoreProcess(path, fileBlocks));
  const processes = await Promise.all(starts);
  started.push(...processes);
  return processes;
}

afterEach(async () => {
  await Promise.all(started.map((one) => one.kill()));
  started = [];
});

const rooms = insertsOf(() => 10);
const largeRooms = insertsOf((index) => (index % 3 === 0 ? 30_000 : 1_000));

describe("the LMDB store of several processes", () => {
  test("one process wins each race for an insert", async () => {
    const processes = await start(nextFolder(), 4);
    const results = await Promise.all(processes.map((one) => one.call("insertEach", rooms)));
    const winners = rooms.map((_, index) => results.filter((wins) => isWin(wins, index)).length);
    expect(winners).toEqual(rooms.map(() => 1));
  });

  test("increments from four processes are all counted", async () => {
    const path = nextFolder();
    const processes = await start(path, 4);
    await processes[0]!.call("insert", claimed());
    await Promise.all(processes.map((one) => one.call("increment", general, 100)));
    const store = openLmdbStore(path);
    expect((await store.get(general))?.record.generation).toBe(400);
    await store.close();
  });

  test("one process wins each race of an erasure against a replace", async () => {
    const path = nextFolder();
    const processes = await start(path, 4);
    await processes[0]!.call("insertEach", rooms);
    const stored = await processes[0]!.call("scan");
    const results = await Promise.all(
      processes.map((one, index) => one.call("eraseOrReplaceEach", stored, index % 2 === 0)),
    );
    const outcomes = rooms.map((_, index) =>
      results.map((done) => outcomeOf(done, index)).join(""),
    );
    expect(outcomes.filter((one) => one !== "erased" && one !== "replaced")).toEqual([]);
    const store = openLmdbStore(path);
    expect((await store.list(general)).records).toHaveLength(
      outcomes.filter((one) => one === "replaced").length,
    );
    await store.close();
  });

  test("requests of one person that four processes write at once are one row each", async () => {
    const path = nextFolder();
    const processes = await start(path, 4);
    const { aadId } = claimed().firstCaller;
    await Promise.all(
      processes.map((one, index) => {
        const askedAt = `2026-03-02T09:00:0${index}.000Z`;
        const recents = rooms.map(({ key }) => ({ aadId, key, askedAt }));
        return one.call("keepEachRecent", recents);
      }),
    );
    const store = openLmdbStore(path);
    const kept = await store.listRecents({ tenantId: general.tenantId, aadId });
    expect(kept.map(({ recent }) => recent.key.room).toSorted()).toEqual(
      rooms.map(({ key }) => key.room).toSorted(),
    );
    expect(await processes[3]!.call("listRecents", { tenantId: general.tenantId, aadId })).toEqual(
      kept,
    );
    await store.close();
  });

  test("a conversation that all erase at once is counted once, and is gone for everybody", async () => {
    const processes = await start(nextFolder(), 4);
    await processes[0]!.call("insertEach", rooms);
    const counts = await Promise.all(
      processes.map((one) => one.call("eraseConversation", general)),
    );
    expect(counts.map(Number).reduce((sum, count) => sum + count)).toBe(rooms.length);
    for (const one of processes) expect(await one.call("scan")).toEqual([]);
  });

  test("what was erased elsewhere a moment ago is gone here, and is not written again", async () => {
    const path = nextFolder();
    const store = openLmdbStore(path);
    const stored = (await store.insert(claimed()))!;
    callInStandstill(path, "eraseConversation", general);
    expect(await store.get(general)).toBeUndefined();
    expect(await store.replace(stored, claimed({ generation: 1 }))).toBeUndefined();
    expect(await store.erase(stored)).toBe(false);
    await store.close();
  });

  test("a read sees what another process wrote, however short a time ago", async () => {
    const path = nextFolder();
    const store = openLmdbStore(path);
    expect(await store.get(general)).toBeUndefined();
    callInStandstill(path, "insert", claimed());
    expect((await store.get(general))?.record).toEqual(claimed());
    callInStandstill(path, "insert", rooms[0]);
    expect((await store.list(general)).records).toHaveLength(2);
    callInStandstill(path, "insert", rooms[1]);
    expect(await scanAll(store)).toHaveLength(3);
    await store.close();
  });

  test("a process goes on when another one made the files many times larger", async () => {
    const path = nextFolder();
    const [early, later] = await start(path, 2);
    await early!.call("insert", claimed());
    await later!.call("insertEach", largeRooms);
    expect(await early!.call("list", general)).toMatchObject({
      records: { length: rooms.length + 1 },
      unreadableCount: 0,
    });
    await early!.call("increment", general, 1);
    expect(await later!.call("get", general)).toMatchObject({ record: { generation: 1 } });
  });

  test("what a killed process acknowledged is there, and the others go on", async () => {
    const path = nextFolder();
    const [witness] = await start(path, 1);
    await witness!.call("insert", claimed());
    for (let round = 1; round <= 5; round += 1) {
      const [victim] = await start(path, 1);
      victim!.call("insertRoomsForEver", claimed()).catch(() => "killed");
      const counted = witness!.call("increment", general, 20);
      const acknowledged = await victim!.acknowledged(20);
      await victim!.kill();
      await counted;

      const store = openLmdbStore(path);
      const { records, unreadableCount } = await store.list(general);
      expect(records.map(({ record }) => record.key.room)).toEqual(
        expect.arrayContaining(acknowledged),
      );
      expect(unreadableCount).toBe(0);
      expect((await store.get(general))?.record.generation).toBe(20 * round);
      await store.close();
    }
  });

  // The process may die of such a write (see src/storage/lmdb-folder.ts); what it acknowledged may not.
  test("a write that the disk refuses is not acknowledged, nor are others lost", async () => {
    const paths = Array.from({ length: 8 }, nextFolder);
    const rounds = paths.map(async (path) => {
      const [limited] = await start(path, 1, 512);
      await limited!.call("insertRooms", largeRooms).catch(() => "ended");
      await limited!.kill();
      return { path, acknowledged: await limited!.acknowledged(0) };
    });
    for (const { path, acknowledged } of await Promise.all(rounds)) {
      const store = openLmdbStore(path);
      const { records } = await store.list(general);
      const kept = records.map(({ record }) => record.key.room);
      expect(kept).toEqual(expect.arrayContaining(acknowledged));
      expect(acknowledged.length).toBeLessThan(largeRooms.length);
      for (const record of largeRooms) {
        const isNew = (await store.insert(record)) !== undefined;
        expect(isNew).toBe(!kept.includes(record.key.room));
      }
      await store.close();
    }
  });
});

function insertsOf(toLength: (index: number) => number): ClaimedRecord[] {
  return Array.from({ length: 100 }, (_, index) =>
    claimed({ key: { ...general, room: `room ${index}` }, subject: "x".repeat(toLength(index)) }),
  );
}

function isWin(wins: unknown, index: number): boolean {
  return Array.isArray(wins) && wins[index] === true;
}

function outcomeOf(done: unknown, index: number): string {
  return Array.isArray(done) ? String(done[index]) : "no answer";
}
