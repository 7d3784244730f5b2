import { once } from "node:events";
import type { MeetingRecord } from "../../src/meetings/meeting-record";
import { createMemoryStore } from "../../src/storage/memory-store";
import { general, live, scanAll } from "../contracts/records";
import { createTestClock } from "../support/clock";
import { startService, type TestService } from "../support/start-service";

const DAY_MS = 86_400_000;
const RETENTION_MS = 30 * DAY_MS;

let running: TestService;
afterEach(async () => {
  await running.tearDown();
  await running.service.stop();
});

/** A room of a conversation that the bot left so long ago, when the process starts. */
function leftBefore(ms: number, room: string): MeetingRecord {
  const removedAt = new Date(createTestClock().now().getTime() - ms).toISOString();
  return live({ key: { ...general, room }, removedAt });
}

async function storeWith(...records: MeetingRecord[]) {
  const store = createMemoryStore();
  for (const record of records) await store.insert(record);
  return store;
}

async function rooms(store: Awaited<ReturnType<typeof storeWith>>): Promise<string[]> {
  return (await scanAll(store)).map(({ record }) => record.key.room).toSorted();
}

test("what was left long enough ago is forgotten when the process starts, and then once a day", async () => {
  const store = await storeWith(
    leftBefore(RETENTION_MS, "at once"),
    leftBefore(RETENTION_MS - DAY_MS, "tomorrow"),
    leftBefore(RETENTION_MS - 2 * DAY_MS, "the day after"),
    live({ key: { ...general, room: "never" } }),
  );
  running = await startService({ store });
  const { clock } = running;
  await clock.untilSomebodySleeps(DAY_MS);
  expect(await rooms(store)).toEqual(["never", "the day after", "tomorrow"]);

  await clock.advance(DAY_MS - 1);
  expect(await rooms(store)).toHaveLength(3);
  await clock.advance(1);
  await clock.untilSomebodySleeps(DAY_MS);
  expect(await rooms(store)).toEqual(["never", "the day after"]);
  await clock.advance(DAY_MS);
  await clock.untilSomebodySleeps(DAY_MS);
  expect(await rooms(store)).toEqual(["never"]);
});

test("a day on which the store fails is followed by another", async () => {
  const store = await storeWith(leftBefore(RETENTION_MS, "left"));
  let failures = 1;
  running = await startService({
    store: {
      ...store,
      async *scan() {
        failures -= 1;
        if (failures >= 0) throw new Error("the disk is full");
        yield* store.scan();
      },
    },
  });
  await running.clock.untilSomebodySleeps(DAY_MS);
  expect(await rooms(store)).toEqual(["left"]);
  await running.clock.advance(DAY_MS);
  await running.clock.untilSomebodySleeps(DAY_MS);
  expect(await rooms(store)).toEqual([]);
});

test("a process that stops in the midst of it closes the store afterwards, and forgets the rest another day", async () => {
  const store = await storeWith(leftBefore(RETENTION_MS, "a"), leftBefore(RETENTION_MS, "b"));
  const wasClosed: boolean[] = [];
  const erased: string[] = [];
  const events = new EventTarget();
  const inTheMidst = once(events, "one forgotten");
  const goingOn = once(events, "go on");
  running = await startService({
    store: {
      ...store,
      async *scan() {
        for await (const stored of store.scan()) {
          yield stored;
          events.dispatchEvent(new Event("one forgotten"));
          await goingOn;
          wasClosed.push(running.isStoreClosed());
        }
      },
      erase(stored) {
        erased.push(stored.record.key.room);
        return store.erase(stored);
      },
    },
  });
  await inTheMidst;
  const stopped = running.service.stop();
  await Promise.race([stopped, fetch(running.url).catch(() => undefined)]);
  await new Promise(setImmediate);
  events.dispatchEvent(new Event("go on"));
  await stopped;
  expect(wasClosed).toEqual([false]);
  expect(running.isStoreClosed()).toBe(true);
  expect(erased).toEqual(["a"]);
});
