import { openStore } from "../../src/storage/open-store";
import { claimed, general } from "../contracts/records";
import { describeStoreProcesses, insertsOf } from "../contracts/store-processes";
import { startStoreProcess, type StoreProcess } from "./store-process";
import { useTemporaryFolder } from "./temporary-folder";

const nextFolder = useTemporaryFolder();
let started: StoreProcess[] = [];

async function start(path: string, count: number, fileBlocks?: number): Promise<StoreProcess[]> {
  const spec = `lmdb:${path}`;
  const starts = Array.from({ length: count }, () => startStoreProcess(spec, fileBlocks));
  const processes = await Promise.all(starts);
  started.push(...processes);
  return processes;
}

afterEach(async () => {
  await Promise.all(started.map((one) => one.kill()));
  started = [];
});

const largeRooms = insertsOf(100, (index) => (index % 3 === 0 ? 30_000 : 1_000));

/** The processes keep running, and open a new store for each test. */
let shared: StoreProcess[];
beforeAll(async () => {
  const spec = `lmdb:${nextFolder()}`;
  shared = await Promise.all([1, 2, 3, 4].map(() => startStoreProcess(spec)));
});
afterAll(() => Promise.all(shared.map((one) => one.kill())));

describeStoreProcesses("the LMDB store", {
  roomCount: 100,
  incrementCount: 100,
  async open() {
    const path = nextFolder();
    const spec = `lmdb:${path}`;
    await Promise.all(shared.map((one) => one.call("open", spec)));
    return { spec, processes: shared, store: openStore(`lmdb:${path}`) };
  },
});

describe("an LMDB store shared by several processes", () => {
  test("a process continues when another one made the files many times larger", async () => {
    const path = nextFolder();
    const [early, later] = await start(path, 2);
    await early!.call("insert", claimed());
    await later!.call("insertEach", largeRooms);
    expect(await early!.call("list", general)).toMatchObject({
      records: { length: largeRooms.length + 1 },
      unreadableCount: 0,
    });
    await early!.call("increment", general, 1);
    expect(await later!.call("get", general)).toMatchObject({ record: { generation: 1 } });
  });

  test("acknowledged writes of a killed process are kept, and the others continue", async () => {
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

      const store = openStore(`lmdb:${path}`);
      const { records, unreadableCount } = await store.records.list(general);
      expect(records.map(({ record }) => record.key.room)).toEqual(
        expect.arrayContaining(acknowledged),
      );
      expect(unreadableCount).toBe(0);
      expect((await store.records.get(general))?.record.generation).toBe(20 * round);
      await store.close();
    }
  });

  // Such a write may crash the process (see src/storage/lmdb-folder.ts), but must not lose acknowledged writes.
  test("a failed write is not acknowledged, and other writes are kept", async () => {
    const paths = Array.from({ length: 8 }, nextFolder);
    const rounds = paths.map(async (path) => {
      const [limited] = await start(path, 1, 512);
      await limited!.call("insertRooms", largeRooms).catch(() => "ended");
      await limited!.kill();
      return { path, acknowledged: await limited!.acknowledged(0) };
    });
    for (const { path, acknowledged } of await Promise.all(rounds)) {
      const store = openStore(`lmdb:${path}`);
      const { records } = await store.records.list(general);
      const kept = records.map(({ record }) => record.key.room);
      expect(kept).toEqual(expect.arrayContaining(acknowledged));
      expect(acknowledged.length).toBeLessThan(largeRooms.length);
      for (const record of largeRooms) {
        const isNew = (await store.records.insert(record)) !== undefined;
        expect(isNew).toBe(!kept.includes(record.key.room));
      }
      await store.close();
    }
  });
});
