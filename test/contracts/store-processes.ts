import type { ClaimedRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { callInStandstill, type StoreProcess } from "../storage/store-process";
import { claimed, general, scanAll } from "./records";

export interface SharedStore {
  /** As `STORE` names it. */
  spec: string;
  /** Four processes that have it open. */
  processes: StoreProcess[];
  /** Open in this process. The suite closes it. */
  store: MeetingStore;
}

/** The contract of a store that several processes share. `open` opens an empty one. */
export function describeStoreProcesses(
  name: string,
  given: { roomCount: number; incrementCount: number; open: () => Promise<SharedStore> },
): void {
  const rooms = insertsOf(given.roomCount, () => 10);

  describe(`${name} of several processes`, () => {
    let shared: SharedStore;
    let processes: StoreProcess[];
    let store: MeetingStore;
    beforeEach(async () => {
      shared = await given.open();
      ({ processes, store } = shared);
    });
    afterEach(() => store.close());

    test("one process wins each race for an insert", async () => {
      const results = await Promise.all(processes.map((one) => one.call("insertEach", rooms)));
      const winners = rooms.map((_, index) => results.filter((wins) => isWin(wins, index)).length);
      expect(winners).toEqual(rooms.map(() => 1));
    });

    test("no increment of four processes is lost", async () => {
      const { incrementCount } = given;
      await store.records.insert(claimed());
      await Promise.all(processes.map((one) => one.call("increment", general, incrementCount)));
      expect((await store.records.get(general))?.record.generation).toBe(4 * incrementCount);
    });

    test("one process wins each race between an erasure and a replace", async () => {
      await processes[0]!.call("insertEach", rooms);
      const stored = await processes[0]!.call("scan");
      const results = await Promise.all(
        processes.map((one, index) => one.call("eraseOrReplaceEach", stored, index % 2 === 0)),
      );
      const outcomes = rooms.map((_, index) =>
        results.map((done) => outcomeOf(done, index)).join(""),
      );
      expect(outcomes.filter((one) => one !== "erased" && one !== "replaced")).toEqual([]);
      expect((await store.records.list(general)).records).toHaveLength(
        outcomes.filter((one) => one === "replaced").length,
      );
    });

    test("recent meetings that four processes write at the same time are one row each", async () => {
      const { aadId } = claimed().requestedBy;
      await Promise.all(
        processes.map((one, index) => {
          const requestedAt = `2026-03-02T09:00:0${index}.000Z`;
          const recents = rooms.map(({ key }) => ({ aadId, key, requestedAt }));
          return one.call("keepEachRecent", recents);
        }),
      );
      const asker = { tenantId: general.tenantId, aadId };
      const { records: kept } = await store.recentMeetings.list(asker);
      expect(kept.map(({ record }) => record.key.room).toSorted()).toEqual(
        rooms.map(({ key }) => key.room).toSorted(),
      );
      expect(await processes[3]!.call("listRecents", asker)).toEqual(kept);
    });

    test("a conversation that all processes erase is counted once and gone for all of them", async () => {
      await processes[0]!.call("insertEach", rooms);
      const counts = await Promise.all(
        processes.map((one) => one.call("eraseConversation", general)),
      );
      expect(counts.map(Number).reduce((sum, count) => sum + count)).toBe(rooms.length);
      for (const one of processes) expect(await one.call("scan")).toEqual([]);
    });

    test("a record that another process erased is gone here, and isn't written again", async () => {
      const stored = (await store.records.insert(claimed()))!;
      callInStandstill(shared.spec, "eraseConversation", general);
      expect(await store.records.get(general)).toBeUndefined();
      expect(await store.records.replace(stored, claimed({ generation: 1 }))).toBeUndefined();
      expect(await store.records.erase(stored)).toBe(false);
    });

    test("a read sees what another process wrote just before", async () => {
      expect(await store.records.get(general)).toBeUndefined();
      callInStandstill(shared.spec, "insert", claimed());
      expect((await store.records.get(general))?.record).toEqual(claimed());
      callInStandstill(shared.spec, "insert", rooms[0]);
      expect((await store.records.list(general)).records).toHaveLength(2);
      callInStandstill(shared.spec, "insert", rooms[1]);
      expect(await scanAll(store)).toHaveLength(3);
    });
  });
}

/** Records of `count` rooms, with subjects of the given lengths. */
export function insertsOf(count: number, toLength: (index: number) => number): ClaimedRecord[] {
  return Array.from({ length: count }, (_, index) =>
    claimed({ key: { ...general, room: `room ${index}` }, subject: "x".repeat(toLength(index)) }),
  );
}

function isWin(wins: unknown, index: number): boolean {
  return Array.isArray(wins) && wins[index] === true;
}

function outcomeOf(done: unknown, index: number): string {
  return Array.isArray(done) ? String(done[index]) : "no answer";
}
