import { toKeyText } from "../../src/meetings/record/meeting-key";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import {
  claimed,
  fullClaim,
  fullTombstone,
  general,
  hostileKeys,
  isOfGeneral,
  live,
  scanAll,
} from "./records";

const design = { ...general, room: "design" };

/** Scans and erasures. */
export function describeErasing(getStore: () => MeetingStore): void {
  describe("with scans and erasures", () => {
    test("a scan of an empty store finds nothing", async () => {
      expect(await scanAll(getStore())).toEqual([]);
    });

    test("a scan finds each record of each conversation once", async () => {
      const store = getStore();
      for (const [generation, key] of hostileKeys.entries()) {
        await store.records.insert(claimed({ key, generation }));
      }
      const scanned = await scanAll(store);
      expect(scanned.map(({ record }) => toKeyText(record.key)).toSorted()).toEqual(
        hostileKeys.map(toKeyText).toSorted(),
      );
      for (const stored of scanned)
        expect(await store.records.get(stored.record.key)).toEqual(stored);
    });

    test("a scan finds more records than fit on a page", async () => {
      const store = getStore();
      const rooms = Array.from({ length: 500 }, (_, index) => `room ${index}`);
      await Promise.all(
        rooms.map((room) => store.records.insert(claimed({ key: { ...general, room } }))),
      );
      const scanned = (await scanAll(store)).map(({ record }) => record.key.room);
      expect(scanned.toSorted()).toEqual(rooms.toSorted());
    });

    test("a scan allows writes in between, and can be stopped", async () => {
      const store = getStore();
      await Promise.all(hostileKeys.map((key) => store.records.insert(claimed({ key }))));
      for await (const { kind, stored } of store.scan()) {
        if (kind !== "record") continue;
        expect(await store.records.replace(stored, live({ key: stored.record.key }))).toBeDefined();
        break;
      }
      const states = (await scanAll(store)).map(({ record }) => record.state);
      expect(states.filter((state) => state === "live")).toHaveLength(1);
    });

    test("changing a scanned record doesn't change the store", async () => {
      const store = getStore();
      await store.records.insert(claimed());
      for (const { record } of await scanAll(store)) record.requestedBy.name = "changed";
      expect((await store.records.get(general))?.record).toEqual(claimed());
    });

    test("erase removes one record and returns true", async () => {
      const store = getStore();
      const stored = (await store.records.insert(fullClaim))!;
      const other = await store.records.insert({ ...fullTombstone, key: design });
      expect(await store.records.erase(stored)).toBe(true);
      expect(await store.records.get(general)).toBeUndefined();
      expect((await store.records.list(general)).records).toEqual([other]);
      expect(await scanAll(store)).toEqual([other]);
    });

    test("erase of an erased record returns false", async () => {
      const store = getStore();
      const stored = (await store.records.insert(claimed()))!;
      await store.records.erase(stored);
      expect(await store.records.erase(stored)).toBe(false);
    });

    test("erase of an older state changes nothing and returns false", async () => {
      const store = getStore();
      const first = (await store.records.insert(claimed()))!;
      const second = (await store.records.replace(first, live()))!;
      expect(await store.records.erase(first)).toBe(false);
      expect(await store.records.get(general)).toEqual(second);
    });

    test("replace doesn't restore an erased record", async () => {
      const store = getStore();
      const first = (await store.records.insert(claimed()))!;
      await store.records.erase(first);
      expect(await store.records.replace(first, live())).toBeUndefined();
      expect(await store.records.get(general)).toBeUndefined();
    });

    test("a state read before an erasure doesn't match the key's next record", async () => {
      const store = getStore();
      const old = (await store.records.insert(claimed()))!;
      await store.records.erase(old);
      const next = await store.records.insert(claimed());
      expect(await store.records.replace(old, live())).toBeUndefined();
      expect(await store.records.erase(old)).toBe(false);
      expect(await store.records.get(general)).toEqual(next);
    });

    test("eraseConversation erases all rooms of one conversation", async () => {
      const store = getStore();
      for (const key of hostileKeys) await store.records.insert(claimed({ key }));
      const others = hostileKeys.filter((key) => !isOfGeneral(key));
      const erasedCount = hostileKeys.length - others.length;
      expect(await store.eraseConversation(general)).toBe(erasedCount);
      const left = (await scanAll(store)).map(({ record }) => toKeyText(record.key));
      expect(left.toSorted()).toEqual(others.map(toKeyText).toSorted());
      expect(await store.eraseConversation(general)).toBe(0);
    });
  });
}
