import { AppError } from "../../../src/errors";
import type { Log } from "../../../src/log";
import {
  createRetention,
  type ConversationScope,
  type Retention,
} from "../../../src/meetings/people/retention";
import type { MeetingKey } from "../../../src/meetings/record/meeting-key";
import type { MeetingRecord } from "../../../src/meetings/record/meeting-record";
import type { MeetingStore, RecordStore } from "../../../src/meetings/ports/meeting-store";
import { openStore } from "../../../src/storage/open-store";
import { createMemoryStore } from "../../../src/storage/memory-store";
import { cancelled, claimed, general, live, scanAll, tenantId } from "../../contracts/records";
import { useTemporaryFolder } from "../../storage/temporary-folder";
import { createTestClock, type TestClock } from "../../support/clock";

const DAY_MS = 86_400_000;
const RETENTION_MS = 30 * DAY_MS;
const TEAM = "19:team@thread.tacv2";
const nextFolder = useTemporaryFolder();

describe.each([
  ["memory", () => createMemoryStore()],
  ["LMDB", () => openStore(`lmdb:${nextFolder()}`)],
])("retention, over the %s store,", (_, open) => {
  let clock: TestClock;
  let store: MeetingStore;
  let logged: [fields: object, message: string][];
  beforeEach(() => {
    clock = createTestClock();
    store = open();
    logged = [];
  });
  afterEach(() => store.close());

  function retention({ over = store, retentionMs = RETENTION_MS } = {}) {
    return createRetention({
      store: over,
      now: clock.now,
      log: logInto(logged),
      retentionMs,
      planLost: async () => {},
    });
  }

  async function sweep(by: Retention): Promise<number> {
    return (await by.sweep()).recordCount;
  }

  const nowText = () => clock.now().toISOString();

  async function insert(...records: MeetingRecord[]): Promise<void> {
    for (const record of records) expect(await store.records.insert(record)).toBeDefined();
  }

  async function recordOf(key: MeetingKey): Promise<MeetingRecord | undefined> {
    return (await store.records.get(key))?.record;
  }

  /** The rooms marked for erasure, in all conversations. */
  async function markedRooms(): Promise<string[]> {
    const marked = (await scanAll(store)).filter(({ record }) => record.removedAt !== undefined);
    return marked.map(({ record }) => record.key.room).toSorted();
  }

  describe("a conversation that the bot was removed from", () => {
    const other = inRoom("other", { threadId: "19:other@thread.tacv2" });

    test("is marked with all its rooms, in any state, and no other conversation is", async () => {
      const lease = { holder: "a", expiresAt: "2026-11-20T09:00:30.000Z" };
      const records = [
        claimed({ key: inRoom("claimed"), organizer: undefined }),
        claimed({ key: inRoom("leased"), lease }),
        live({ key: inRoom("live") }),
        cancelled({ key: inRoom("cancelled") }),
      ];
      await insert(...records, claimed({ key: other }));
      expect(await retention().leave(general)).toBe(4);
      for (const record of records) {
        expect(await recordOf(record.key)).toEqual({ ...record, removedAt: nowText() });
      }
      expect(await recordOf(other)).toEqual(claimed({ key: other }));
    });

    test("is found in any spelling of its tenant", async () => {
      await insert(live());
      const tenant = tenantId.toUpperCase();
      expect(await retention().leave({ ...general, tenantId: tenant })).toBe(1);
      expect(await retention().join({ ...general, tenantId: tenant, teamId: TEAM })).toBe(1);
    });

    test("counts from the first removal, however often Teams reports it", async () => {
      await insert(live());
      const removedAt = nowText();
      await retention().leave(general);
      await clock.advance(DAY_MS);
      expect(await retention().leave(general)).toBe(0);
      expect(await recordOf(general)).toMatchObject({ removedAt });
    });

    test("is marked again when a wrong clock set a time in the future", async () => {
      await insert(live({ removedAt: "2031-01-01T00:00:00.000Z" }));
      expect(await retention().leave(general)).toBe(1);
      expect(await recordOf(general)).toMatchObject({ removedAt: nowText() });
    });

    test("is restored when the bot is added again", async () => {
      const records = [live(), cancelled({ key: inRoom("cancelled") })];
      await insert(...records, live({ key: other, removedAt: nowText() }));
      await retention().leave(general);
      expect(await retention().join(general)).toBe(2);
      for (const record of records) expect(await recordOf(record.key)).toEqual(record);
      expect(await markedRooms()).toEqual(["other"]);
    });

    test("isn't written when the bot is already there", async () => {
      await insert(live());
      const before = await store.records.get(general);
      expect(await retention().join(general)).toBe(0);
      expect(await store.records.get(general)).toEqual(before);
    });

    test("doesn't need records", async () => {
      expect(await retention().leave(general)).toBe(0);
      expect(await retention().join({ ...general, teamId: TEAM })).toBe(0);
      expect(await sweep(retention())).toBe(0);
      expect(logged).toEqual([]);
    });
  });

  describe("a team that the bot was removed from", () => {
    const place: ConversationScope = { tenantId, threadId: general.threadId, teamId: TEAM };
    beforeEach(async () => {
      const foreign = "00000000-0000-0000-0000-000000000000";
      await insert(
        live({ key: inRoom("general, of old, without a team") }),
        live({ key: inRoom("general"), teamId: TEAM }),
        claimed({ key: channel("design"), teamId: TEAM }),
        cancelled({
          key: { ...channel("shouted"), tenantId: tenantId.toUpperCase() },
          teamId: TEAM,
        }),
        live({ key: channel("another team's"), teamId: "19:another@thread.tacv2" }),
        live({ key: channel("a chat") }),
        live({ key: { ...channel("another tenant's"), tenantId: foreign }, teamId: TEAM }),
        live({ key: inRoom("another tenant's general", { tenantId: foreign }) }),
      );
    });
    const ofTeam = ["design", "general", "general, of old, without a team", "shouted"];

    test("is marked with all channels of the tenant's team, and nothing else", async () => {
      expect(await retention().leave(place)).toBe(ofTeam.length);
      expect(await markedRooms()).toEqual(ofTeam);
    });

    test("is restored when the bot is added again", async () => {
      const before = await scanAll(store);
      await retention().leave(place);
      expect(await retention().join(place)).toBe(ofTeam.length);
      for (const { record } of before) expect(await recordOf(record.key)).toEqual(record);
    });

    test("is erased with more channels than fit on a page", async () => {
      const keys = Array.from({ length: 250 }, (__, index) => channel(`channel ${index}`));
      await Promise.all(keys.map((key) => store.records.insert(live({ key, teamId: TEAM }))));
      expect(await retention().leave(place)).toBe(ofTeam.length + keys.length);
      await clock.advance(RETENTION_MS);
      expect(await sweep(retention())).toBe(ofTeam.length + keys.length);
      expect(await scanAll(store)).toHaveLength(4);
    });
  });

  describe("the sweep", () => {
    test("erases marked records when the retention period is over, not before", async () => {
      const stays = live({ key: inRoom("stays") });
      await insert(live(), cancelled({ key: inRoom("cancelled") }));
      await retention().leave(general);
      await insert(stays);
      await clock.advance(RETENTION_MS - 1);
      expect(await sweep(retention())).toBe(0);
      await clock.advance(1);
      expect(await sweep(retention())).toBe(2);
      expect((await scanAll(store)).map(({ record }) => record)).toEqual([stays]);
      expect(await sweep(retention())).toBe(0);
    });

    test("erases at once without a retention period", async () => {
      await insert(live());
      await retention().leave(general);
      expect(await sweep(retention({ retentionMs: 0 }))).toBe(1);
    });

    test.each([0, RETENTION_MS])("keeps records marked in the future: %i ms", async (ms) => {
      await insert(live({ removedAt: new Date(clock.now().getTime() + 1).toISOString() }));
      expect(await sweep(retention({ retentionMs: ms }))).toBe(0);
      expect(await recordOf(general)).toBeDefined();
    });

    test("keeps records when the bot is added again in time", async () => {
      await insert(live());
      await retention().leave(general);
      await clock.advance(RETENTION_MS - 1);
      await retention().join(general);
      await clock.advance(DAY_MS);
      expect(await sweep(retention())).toBe(0);
    });

    test("keeps a record that is used during the sweep", async () => {
      await insert(live({ removedAt: nowText() }));
      await clock.advance(RETENTION_MS);
      const used = live({ fetchedAt: nowText() });
      const over = withRecords(store, {
        async erase(stored) {
          await store.records.replace(stored, used);
          return store.records.erase(stored);
        },
      });
      expect(await sweep(retention({ over }))).toBe(0);
      expect(await recordOf(general)).toEqual(used);
    });

    test("counts each record once when several processes sweep at the same time", async () => {
      const rooms = Array.from({ length: 20 }, (__, index) => inRoom(`room ${index}`));
      await insert(...rooms.map((key) => live({ key, removedAt: nowText() })));
      await clock.advance(RETENTION_MS);
      const counts = await Promise.all([1, 2, 3].map(() => sweep(retention())));
      expect(counts.reduce((sum, count) => sum + count)).toBe(rooms.length);
      expect(await scanAll(store)).toEqual([]);
    });
  });

  describe("a removal while others write", () => {
    const teamScope: ConversationScope = { tenantId, threadId: general.threadId, teamId: TEAM };

    test.each([general, teamScope])("is kept, and loses no other write: %j", async (place) => {
      await insert(live());
      const increments = Array.from({ length: 30 }, async () => {
        for (;;) {
          const stored = (await store.records.get(general))!;
          const generation = stored.record.generation + 1;
          if (await store.records.replace(stored, { ...stored.record, generation })) return;
        }
      });
      const [marked] = await Promise.all([retention().leave(place), ...increments]);
      expect(marked).toBe(1);
      expect(await recordOf(general)).toEqual(live({ generation: 30, removedAt: nowText() }));
    });

    test("doesn't restore a record that is erased at the same time", async () => {
      await insert(live());
      const over = withConcurrentWrite(store, () => store.eraseConversation(general));
      expect(await retention({ over }).leave(general)).toBe(0);
      expect(await scanAll(store)).toEqual([]);
    });

    test("keeps a mark that another process set first", async () => {
      await insert(live());
      const before = live({ removedAt: "2026-11-20T08:59:59.000Z" });
      const over = withConcurrentWrite(store, async () =>
        store.records.replace((await store.records.get(general))!, before),
      );
      expect(await retention({ over }).leave(general)).toBe(0);
      expect(await recordOf(general)).toEqual(before);
    });

    test("continues with the others when a later release writes one of them", async () => {
      const keys = ["a", "b", "c"].map((room) => inRoom(room));
      await insert(...keys.map((key) => live({ key })));
      let spoilt: MeetingKey | undefined;
      const over = withRecords(store, {
        async replace(stored, next) {
          spoilt ??= stored.record.key;
          return stored.record.key === spoilt ? undefined : store.records.replace(stored, next);
        },
        get: () => Promise.reject(new AppError("record_unreadable")),
      });
      expect(await retention({ over }).leave(general)).toBe(2);
    });
  });

  test("a failing store throws, and the call can be repeated", async () => {
    await insert(live());
    let isDown = true;
    const over = withRecords(store, {
      async replace(stored, next) {
        if (isDown) throw new AppError("store_unavailable");
        return store.records.replace(stored, next);
      },
    });
    const failed = { code: "store_unavailable" };
    await expect(retention({ over }).leave(general)).rejects.toMatchObject(failed);
    isDown = false;
    expect(await retention({ over }).leave(general)).toBe(1);
  });

  test("the log contains counts, but no people or conversations", async () => {
    await insert(live(), live({ key: inRoom("design") }));
    await retention().leave(general);
    await retention().join(general);
    await retention().leave(general);
    await clock.advance(RETENTION_MS);
    await retention().sweep();
    expect(logged.map(([fields]) => fields)).toEqual([
      { markedCount: 2 },
      { keptCount: 2 },
      { markedCount: 2 },
      {
        recordCount: 2,
        recentMeetingCount: 0,
        pendingCommandCount: 0,
        answeredMessageCount: 0,
        joinLinkCount: 0,
        dueCount: 0,
      },
    ]);
  });
});

function inRoom(room: string, key: Partial<MeetingKey> = {}): MeetingKey {
  return { ...general, room, ...key };
}

function channel(name: string): MeetingKey {
  return inRoom(name, { threadId: `19:${name}@thread.tacv2` });
}

/** The store, with one write of another process between a read and a write. */
function withConcurrentWrite(store: MeetingStore, write: () => Promise<unknown>): MeetingStore {
  let isDone = false;
  return withRecords(store, {
    async replace(stored, next) {
      if (!isDone) await write();
      isDone = true;
      return store.records.replace(stored, next);
    },
  });
}

function withRecords(store: MeetingStore, changes: Partial<RecordStore>): MeetingStore {
  return { ...store, records: { ...store.records, ...changes } };
}

function logInto(logged: [fields: object, message: string][]): Log {
  const keep = (fields: object, message: string) => void logged.push([fields, message]);
  return {
    debug: keep,
    info: keep,
    warn: keep,
    error: keep,
  };
}
