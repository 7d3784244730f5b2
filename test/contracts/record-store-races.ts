import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { claimed, general, live, scanAll } from "./records";

const generations = Array.from({ length: 50 }, (_, generation) => generation);
const rooms = manyRooms("room", 10);

/** Calls that run at the same time in one process. */
export function describeRaces(getStore: () => MeetingStore): void {
  describe("in a race", () => {
    test("one of 50 inserts wins, and its record is the one kept", async () => {
      const store = getStore();
      const inserted = await Promise.all(
        generations.map((generation) => store.records.insert(claimed({ generation }))),
      );
      const winners = inserted.filter((stored) => stored !== undefined);
      expect(winners).toHaveLength(1);
      expect(await store.records.get(general)).toEqual(winners[0]);
    });

    test("one of 50 replaces from one version wins, and its record is the one kept", async () => {
      const store = getStore();
      const start = (await store.records.insert(claimed()))!;
      const replaced = await Promise.all(
        generations.map((generation) => store.records.replace(start, claimed({ generation }))),
      );
      const winners = replaced.filter((stored) => stored !== undefined);
      expect(winners).toHaveLength(1);
      expect(await store.records.get(general)).toEqual(winners[0]);
    });

    test("no increment is lost when losers read again", async () => {
      const store = getStore();
      await store.records.insert(claimed());
      await Promise.all(generations.map(() => increment(store)));
      expect((await store.records.get(general))?.record.generation).toBe(generations.length);
    });

    test("racing inserts and erasures leave the last winner's record", async () => {
      const store = getStore();
      const calls = generations.map(async (generation) => {
        if (generation % 5 === 4) await store.eraseConversation(general);
        else await store.records.insert(claimed({ generation }));
      });
      await Promise.all(calls);
      const stored = await store.records.get(general);
      const isFree = (await store.records.insert(claimed({ generation: 99 }))) !== undefined;
      expect(isFree).toBe(stored === undefined);
    });

    test("one of 25 replaces and 25 erasures of one version wins", async () => {
      const store = getStore();
      let erasedCount = 0;
      for (const key of rooms) {
        const start = (await store.records.insert(claimed({ key })))!;
        const calls = generations.map(async (generation) =>
          generation % 2 === rooms.indexOf(key) % 2
            ? (await store.records.erase(start)) && "erased"
            : store.records.replace(start, claimed({ key, generation })),
        );
        const winners = (await Promise.all(calls)).filter(Boolean);
        expect(winners).toHaveLength(1);
        const isErased = winners[0] === "erased";
        if (isErased) erasedCount += 1;
        expect(await store.records.get(key)).toEqual(isErased ? undefined : winners[0]);
      }
      // The first call wins, and both kinds take turns at being first.
      expect(erasedCount).toBeGreaterThan(0);
      expect(erasedCount).toBeLessThan(rooms.length);
    });

    test("concurrent erasures of a conversation count each record once", async () => {
      const store = getStore();
      for (const key of rooms) await store.records.insert(claimed({ key }));
      const counts = await Promise.all(rooms.map(() => store.eraseConversation(general)));
      expect(counts.reduce((sum, count) => sum + count)).toBe(rooms.length);
      expect((await store.records.list(general)).records).toEqual([]);
    });

    test("a conversation can be erased while its records are written", async () => {
      const store = getStore();
      const starts = await Promise.all(rooms.map((key) => store.records.insert(claimed({ key }))));
      const [erasedCount] = await Promise.all([
        store.eraseConversation(general),
        ...starts.map((start) => store.records.replace(start!, live({ key: start!.record.key }))),
      ]);
      expect(erasedCount).toBe(rooms.length);
      expect((await store.records.list(general)).records).toEqual([]);
    });

    test("a scan finds every record that stays exactly once, while others change", async () => {
      const store = getStore();
      const kept = await Promise.all(
        manyRooms("kept", 150).map((key) => store.records.insert(claimed({ key }))),
      );
      const erased = await Promise.all(
        manyRooms("erased", 150).map((key) => store.records.insert(claimed({ key }))),
      );
      const [scanned] = await Promise.all([
        scanAll(store),
        ...erased.map((stored) => store.records.erase(stored!)),
        ...manyRooms("new", 150).map((key) => store.records.insert(claimed({ key }))),
      ]);
      const shown = scanned.map(({ record }) => record.key.room);
      expect(new Set(shown).size).toBe(shown.length);
      expect(shown).toEqual(expect.arrayContaining(kept.map((one) => one!.record.key.room)));
    });
  });
}

async function increment(store: MeetingStore): Promise<void> {
  for (;;) {
    const stored = await store.records.get(general);
    if (!stored) throw new Error("the record is gone");
    const next = { ...stored.record, generation: stored.record.generation + 1 };
    if (await store.records.replace(stored, next)) return;
  }
}

function manyRooms(name: string, count: number): MeetingKey[] {
  return Array.from({ length: count }, (_, index) => ({ ...general, room: `${name} ${index}` }));
}
