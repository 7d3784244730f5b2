import {
  createDueWork,
  type DueHandler,
  type DueWorkList,
} from "../../../src/meetings/due/due-work";
import { AppError } from "../../../src/errors";
import { createLog } from "../../../src/log";
import {
  DUE_PARTS,
  type DueRow,
  type MeetingStore,
} from "../../../src/meetings/ports/meeting-store";
import { createMemoryStore } from "../../../src/storage/memory-store";
import { general } from "../../contracts/records";
import { createTestClock, type TestClock } from "../../support/clock";

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;

/** A process that does due work. */
interface Worker {
  work: DueWorkList;
  /** The rooms of the rows that its handler got. */
  begun: string[];
  /** Finds what is due, and waits for it. */
  run(handle?: DueHandler, stopping?: AbortSignal): Promise<void>;
  /** Finds what is due. */
  begin(handle?: DueHandler, stopping?: AbortSignal): Promise<void>;
  drain(): Promise<void>;
}

let clock: TestClock;
let store: MeetingStore;
let listCount: number;
let isStoreDown: boolean;
beforeEach(() => {
  clock = createTestClock();
  listCount = 0;
  isStoreDown = false;
  const memory = createMemoryStore();
  store = {
    ...memory,
    due: {
      ...memory.due,
      list: (slot) => {
        listCount += 1;
        if (isStoreDown) throw new AppError("store_unavailable");
        return memory.due.list(slot);
      },
    },
  };
});

function startWorker(): Worker {
  const running: Promise<unknown>[] = [];
  const begun: string[] = [];
  const work = createDueWork({
    store,
    now: clock.now,
    waitUntil: (promise) => running.push(promise),
    hashId: () => "hashed",
    log: createLog("silent"),
  });
  const worker: Worker = {
    work,
    begun,
    begin: (handle = async () => "done", stopping) =>
      work.run(
        {
          reminder(row, signal) {
            begun.push(row.key.room);
            return handle(row, signal);
          },
          live: async () => "done",
          "live-cards": async () => "done",
          "call-events": async () => "done",
          attendance: async () => "done",
          series: async () => "done",
        },
        stopping,
      ),
    async drain() {
      await Promise.all(running.splice(0));
    },
    async run(handle, stopping) {
      await worker.begin(handle, stopping);
      await worker.drain();
    },
  };
  return worker;
}

/** Work that ends when the test says. */
function createGate(): { promise: Promise<"done">; resolve: () => void } {
  let resolve = () => {};
  const promise = new Promise<"done">((done) => (resolve = () => done("done")));
  return { promise, resolve: () => resolve() };
}

/** Due in so many milliseconds. */
function toRow(inMs: number, room = ""): Omit<DueRow, "lease"> {
  const dueAt = new Date(clock.now().getTime() + inMs).toISOString();
  return { work: "reminder", key: { ...general, room }, id: "start", dueAt };
}

async function countLeft(): Promise<number> {
  let count = 0;
  for await (const { kind } of store.scan()) if (kind === "due") count += 1;
  return count;
}

test("does work once, when it's due", async () => {
  const worker = startWorker();
  await worker.work.plan(toRow(20 * SECOND_MS));
  await worker.work.plan(toRow(20 * SECOND_MS));
  await worker.run();
  expect(worker.begun).toEqual([]);
  await clock.advance(30 * SECOND_MS);
  await worker.run();
  await worker.run();
  expect(worker.begun).toEqual([""]);
  expect(await countLeft()).toBe(0);
});

test("does nothing that was withdrawn", async () => {
  const worker = startWorker();
  await worker.work.plan(toRow(0));
  await worker.work.withdraw(toRow(0));
  await worker.run();
  expect(worker.begun).toEqual([]);
});

test("does work of 10 minutes ago when a process starts", async () => {
  const { work } = startWorker();
  await work.plan(toRow(0));
  await clock.advance(10 * MINUTE_MS);
  const worker = startWorker();
  await worker.run();
  expect(worker.begun).toEqual([""]);
});

test("reads only two minutes once it has read the earlier ones", async () => {
  const worker = startWorker();
  await worker.run();
  expect(listCount).toBe(16 * DUE_PARTS);
  for (let tick = 0; tick < 10; tick += 1) {
    await clock.advance(15 * SECOND_MS);
    listCount = 0;
    await worker.run();
    expect(listCount).toBeLessThanOrEqual(3 * DUE_PARTS);
  }
  listCount = 0;
  await worker.run();
  expect(listCount).toBe(2 * DUE_PARTS);
});

test("finds what was planned in the last moment of a minute, and at a clock that is behind", async () => {
  const worker = startWorker();
  await worker.run();
  const late = toRow(-30 * SECOND_MS);
  await clock.advance(20 * SECOND_MS);
  await worker.run();
  await worker.work.plan(late);
  await worker.run();
  expect(worker.begun).toEqual([""]);
});

test("reads minutes later that couldn't be read when they came", async () => {
  const worker = startWorker();
  await worker.run();
  await worker.work.plan(toRow(MINUTE_MS));
  isStoreDown = true;
  await clock.advance(2 * MINUTE_MS);
  await expect(worker.run()).rejects.toThrow();
  await clock.advance(3 * 60 * MINUTE_MS);
  await expect(worker.run()).rejects.toThrow();
  isStoreDown = false;
  await worker.run();
  expect(worker.begun).toEqual([""]);
});

test("two processes share the work, and do none twice", async () => {
  const [a, b] = [startWorker(), startWorker()];
  for (let room = 0; room < 200; room += 1) await a.work.plan(toRow(0, String(room)));
  await Promise.all([a.begin(), b.begin()]);
  await Promise.all([a.drain(), b.drain()]);
  expect(new Set([...a.begun, ...b.begun]).size).toBe(200);
  expect(a.begun.length + b.begun.length).toBe(200);
  expect(Math.min(a.begun.length, b.begun.length)).toBeGreaterThan(0);
});

test("another process does what one left behind when it died", async () => {
  const [dead, other] = [startWorker(), startWorker()];
  await dead.work.plan(toRow(0));
  await dead.begin(() => new Promise(() => undefined));
  await other.run();
  await clock.advance(15 * SECOND_MS);
  await other.run();
  expect(other.begun).toEqual([]);
  await clock.advance(15 * SECOND_MS);
  await other.run();
  expect(other.begun).toEqual([""]);
  expect(await countLeft()).toBe(0);
});

test("a slow row holds up neither the others nor later calls", async () => {
  const worker = startWorker();
  const { promise, resolve } = createGate();
  await worker.work.plan(toRow(0, "slow"));
  await worker.work.plan(toRow(0, "quick"));
  const handle: DueHandler = async ({ key }) => {
    return key.room === "slow" ? promise : "done";
  };
  await worker.begin(handle);
  await worker.work.plan(toRow(0, "later"));
  await worker.begin(handle);
  await new Promise(setImmediate);
  expect(worker.begun.toSorted()).toEqual(["later", "quick", "slow"]);
  expect(await countLeft()).toBe(1);
  resolve();
  await worker.drain();
  expect(await countLeft()).toBe(0);
});

test("does a limited number of rows at once", async () => {
  const worker = startWorker();
  for (let room = 0; room < 100; room += 1) await worker.work.plan(toRow(0, String(room)));
  let [atOnce, most] = [0, 0];
  await worker.run(async () => {
    atOnce += 1;
    most = Math.max(most, atOnce);
    await new Promise(setImmediate);
    atOnce -= 1;
    return "done";
  });
  expect(worker.begun).toHaveLength(100);
  expect(most).toBe(32);
});

test("leaves rows that wait for their turn to others when they have done them", async () => {
  const [slow, other] = [startWorker(), startWorker()];
  for (let room = 0; room < 40; room += 1) await slow.work.plan(toRow(0, String(room)));
  const { promise, resolve } = createGate();
  await slow.begin(() => promise);
  await other.run();
  expect(other.begun).toHaveLength(8);
  await slow.begin();
  resolve();
  await slow.drain();
  expect(slow.begun).toHaveLength(32);
});

test("tries failed work again, less and less often", async () => {
  const worker = startWorker();
  await worker.work.plan(toRow(0));
  const triedAfterMinutes: number[] = [];
  for (let minute = 0; minute <= 12; minute += 0.25) {
    const before = worker.begun.length;
    await worker.run(async () => {
      throw new Error("broken");
    });
    if (worker.begun.length > before) triedAfterMinutes.push(minute);
    await clock.advance(15 * SECOND_MS);
  }
  expect(triedAfterMinutes).toEqual([0, 0.5, 1, 1.5, 2.25, 3.5, 5.25, 8, 12]);
  await clock.advance(7 * MINUTE_MS);
  await worker.run();
  expect(await countLeft()).toBe(0);
});

test("tries work again when its handler says", async () => {
  const worker = startWorker();
  await worker.work.plan(toRow(0));
  await worker.run(async () => ({ againAfterMs: 20 * SECOND_MS }));
  await clock.advance(15 * SECOND_MS);
  await worker.run();
  expect(worker.begun).toHaveLength(1);
  await clock.advance(15 * SECOND_MS);
  await worker.run();
  expect(worker.begun).toHaveLength(2);
  expect(await countLeft()).toBe(0);
});

test("finishes what it has begun when it stops, and begins nothing more", async () => {
  const worker = startWorker();
  for (let room = 0; room < 40; room += 1) await worker.work.plan(toRow(0, String(room)));
  const stopping = new AbortController();
  const { promise, resolve } = createGate();
  await worker.begin(() => promise, stopping.signal);
  stopping.abort();
  resolve();
  await worker.run(undefined, stopping.signal);
  expect(worker.begun).toHaveLength(32);
  expect(await countLeft()).toBe(8);
});

test("ignores a lease that a wrong clock wrote", async () => {
  const worker = startWorker();
  const lease = { holder: "a", expiresAt: toRow(24 * 60 * MINUTE_MS).dueAt };
  await store.due.insert({ ...toRow(0), lease });
  await worker.run();
  expect(worker.begun).toEqual([""]);
});
