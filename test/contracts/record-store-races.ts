import type { RecordStore } from "../../src/meetings/record-store";
import { claimed, general } from "./records";

const generations = Array.from({ length: 50 }, (_, generation) => generation);

/** Calls that run at the same time in one process. */
export function describeRaces(getStore: () => RecordStore): void {
  describe("in a race", () => {
    test("one of 50 inserts wins, and its record is the one kept", async () => {
      const store = getStore();
      const inserted = await Promise.all(
        generations.map((generation) => store.insert(claimed({ generation }))),
      );
      const winners = inserted.filter((stored) => stored !== undefined);
      expect(winners).toHaveLength(1);
      expect(await store.get(general)).toEqual(winners[0]);
    });

    test("one of 50 replaces from one version wins, and its record is the one kept", async () => {
      const store = getStore();
      const start = (await store.insert(claimed()))!;
      const replaced = await Promise.all(
        generations.map((generation) => store.replace(start, claimed({ generation }))),
      );
      const winners = replaced.filter((stored) => stored !== undefined);
      expect(winners).toHaveLength(1);
      expect(await store.get(general)).toEqual(winners[0]);
    });

    test("increments by whoever re-reads after losing are all counted", async () => {
      const store = getStore();
      await store.insert(claimed());
      await Promise.all(generations.map(() => increment(store)));
      expect((await store.get(general))?.record.generation).toBe(generations.length);
    });

    test("inserts and erasures leave no winner whose record is not there", async () => {
      const store = getStore();
      const calls = generations.map(async (generation) => {
        if (generation % 5 === 4) await store.erase(general);
        else await store.insert(claimed({ generation }));
      });
      await Promise.all(calls);
      const stored = await store.get(general);
      const isFree = (await store.insert(claimed({ generation: 99 }))) !== undefined;
      expect(isFree).toBe(stored === undefined);
    });
  });
}

async function increment(store: RecordStore): Promise<void> {
  for (;;) {
    const stored = await store.get(general);
    if (!stored) throw new Error("the record is gone");
    const next = { ...stored.record, generation: stored.record.generation + 1 };
    if (await store.replace(stored, next)) return;
  }
}
