import { AppError } from "../../../src/errors";
import type { Log } from "../../../src/log";
import { createRetention } from "../../../src/meetings/people/retention";
import type { MeetingStore } from "../../../src/meetings/ports/meeting-store";
import type { MeetingKey } from "../../../src/meetings/record/meeting-key";
import {
  createRecentMeetings,
  MAX_RECENT_MEETINGS,
} from "../../../src/meetings/people/recent-meetings";
import { openStore } from "../../../src/storage/open-store";
import { createMemoryStore } from "../../../src/storage/memory-store";
import { cancelled, claimed, general, live, tenantId } from "../../contracts/records";
import { useTemporaryFolder } from "../../storage/temporary-folder";
import { createTestClock, type TestClock } from "../../support/clock";

const HOUR_MS = 3_600_000;
const RETENTION_MS = 30 * 24 * HOUR_MS;
const ada = { aadId: "0d3a1f0e-5a4f-4f6e-9d5c-0b8f3f2a7c11" };
const bo = { aadId: "5b1c9f52-0c3b-4b7e-8f0e-8a4f6d2e9b10" };
const log: Log = {
  debug() {},
  info() {},
  warn() {},
  error() {},
};
const unreadable = new AppError("record_unreadable");
const nextFolder = useTemporaryFolder();

function inThread(name: string): MeetingKey {
  return { ...general, threadId: `19:${name}@thread.tacv2` };
}

describe.each([
  ["memory", () => createMemoryStore()],
  ["LMDB", () => openStore(`lmdb:${nextFolder()}`)],
])("recent meetings, over the %s store,", (_, open) => {
  let clock: TestClock;
  let store: MeetingStore;
  let writes: number;
  let reads: number;
  beforeEach(() => {
    clock = createTestClock();
    store = open();
    writes = 0;
    reads = 0;
  });
  afterEach(() => store.close());

  function recentMeetings(now = clock.now) {
    const over: MeetingStore = {
      ...store,
      recentMeetings: {
        ...store.recentMeetings,
        get: (key) => ((reads += 1), store.recentMeetings.get(key)),
        list: (user) => ((reads += 1), store.recentMeetings.list(user)),
        insert: (row) => ((writes += 1), store.recentMeetings.insert(row)),
        replace: (stored, next) => ((writes += 1), store.recentMeetings.replace(stored, next)),
      },
    };
    return createRecentMeetings({ store: over, now });
  }

  async function namesOf(person = ada, exceptThreadId = ""): Promise<string[]> {
    const found = await recentMeetings().list({ tenantId, ...person }, exceptThreadId);
    return found.map(({ record }) => record.key.threadId.slice(3).split("@")[0] ?? "");
  }

  async function meetIn(...names: string[]): Promise<void> {
    for (const name of names) {
      await store.records.insert(live({ key: inThread(name) }));
      await recentMeetings().remember(ada, inThread(name));
      await clock.advance(1);
    }
  }

  async function forget(stopping?: AbortSignal, over = store): Promise<number> {
    const deps = {
      store: over,
      now: clock.now,
      log,
      retentionMs: RETENTION_MS,
      planLost: async () => {},
    };
    return (await createRetention(deps).sweep(stopping)).recentMeetingCount;
  }

  test("are listed once each, newest first, with the time, for their person only", async () => {
    await meetIn("a", "b");
    await clock.advance(HOUR_MS);
    await meetIn("a");
    expect(await namesOf()).toEqual(["a", "b"]);
    expect(await namesOf(bo)).toEqual([]);
    const [first] = await recentMeetings().list({ tenantId, ...ada }, "");
    expect(first?.requestedAt).toBe("2026-11-20T10:00:00.002Z");
  });

  test("leave out the current conversation", async () => {
    await meetIn("a", "b");
    expect(await namesOf(ada, inThread("a").threadId)).toEqual(["b"]);
  });

  test("are live and readable", async () => {
    for (const [name, record] of Object.entries({ claimed, cancelled })) {
      await store.records.insert(record({ key: inThread(name) }));
      await recentMeetings().remember(ada, inThread(name));
    }
    await recentMeetings().remember(ada, inThread("gone"));
    await meetIn("a");
    expect(await namesOf()).toEqual(["a"]);
  });

  test("are written once an hour, and read once otherwise", async () => {
    await meetIn("a");
    // The second read counts the person's meetings.
    expect({ reads, writes }).toEqual({ reads: 2, writes: 1 });
    await clock.advance(HOUR_MS - 2);
    await recentMeetings().remember(ada, inThread("a"));
    expect({ reads, writes }).toEqual({ reads: 3, writes: 1 });
    await clock.advance(1);
    await recentMeetings().remember(ada, inThread("a"));
    expect(writes).toBe(2);
  });

  test("are written again after a wrong clock wrote them", async () => {
    const wrong = createTestClock("2030-01-01T00:00:00.000Z");
    await recentMeetings(wrong.now).remember(ada, inThread("a"));
    await meetIn("a", "b");
    expect(await namesOf()).toEqual(["b", "a"]);
  });

  test(`are the last ${MAX_RECENT_MEETINGS} of each person, and older ones are erased`, async () => {
    await recentMeetings().remember(bo, inThread("bo"));
    const names = Array.from({ length: MAX_RECENT_MEETINGS + 3 }, (_one, index) => `room-${index}`);
    await meetIn(...names);
    expect(await namesOf()).toEqual(names.slice(3).toReversed());
    expect((await store.recentMeetings.list({ tenantId, ...ada })).records).toHaveLength(
      MAX_RECENT_MEETINGS,
    );
    expect((await store.recentMeetings.list({ tenantId, ...bo })).records).toHaveLength(1);
  });

  test("are erased after the retention period without another request", async () => {
    await meetIn("a");
    await clock.advance(RETENTION_MS - 2);
    expect(await forget()).toBe(0);
    await meetIn("b");
    expect(await forget()).toBe(1);
    expect(await namesOf()).toEqual(["b"]);
  });

  test("are erased with their meeting, but kept when it can't be read", async () => {
    await meetIn("a", "b");
    await recentMeetings().remember(bo, inThread("gone"));
    await recentMeetings().remember(ada, inThread("unreadable"));
    const over: MeetingStore = {
      ...store,
      records: {
        ...store.records,
        get: (key) =>
          key.threadId === inThread("unreadable").threadId
            ? Promise.reject(unreadable)
            : store.records.get(key),
      },
    };
    expect(await forget(undefined, over)).toBe(1);
    expect((await store.recentMeetings.list({ tenantId, ...bo })).records).toEqual([]);
    expect((await store.recentMeetings.list({ tenantId, ...ada })).records).toHaveLength(3);
  });

  test("are erased in the same sweep as their meeting, even when the scan finds them first", async () => {
    await store.records.insert(live({ removedAt: clock.now().toISOString() }));
    await clock.advance(RETENTION_MS);
    await recentMeetings().remember(ada, general);
    const over: MeetingStore = {
      ...store,
      async *scan() {
        for await (const row of store.scan()) if (row.kind !== "record") yield row;
        for await (const row of store.scan()) if (row.kind === "record") yield row;
      },
    };
    expect(await forget(undefined, over)).toBe(1);
    expect(await store.records.get(general)).toBeUndefined();
  });

  test("are left for the next day when the process stops", async () => {
    await recentMeetings().remember(ada, inThread("gone"));
    expect(await forget(AbortSignal.abort())).toBe(0);
    expect(await forget()).toBe(1);
  });
});
