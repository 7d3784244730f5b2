import type {
  MeetingStore,
  PendingCommandRow,
  StoredRow,
} from "../../src/meetings/ports/meeting-store";
import type { StoreUnderTest } from "./record-store";
import { claimed, general, hostileKeys, isOfGeneral, scanAll, tenantId } from "./records";

const ada = "0d3a1f0e-5a4f-4f6e-9d5c-0b8f3f2a7c11";
const bo = "5b1c9f52-0c3b-4b7e-8f0e-8a4f6d2e9b10";
const { threadId } = general;

function pending(fields: Partial<PendingCommandRow> = {}): PendingCommandRow {
  const expiresAt = "2026-03-02T09:15:00.000Z";
  return { id: "1", tenantId, threadId, aadId: ada, expiresAt, token: "x", ...fields };
}

async function rowsOf(store: MeetingStore, aadId = ada): Promise<PendingCommandRow[]> {
  const { records } = await store.pendingCommands.list({ tenantId, aadId });
  return records.map(({ record }) => record);
}

async function scanPending(store: MeetingStore): Promise<StoredRow<PendingCommandRow>[]> {
  const scanned: StoredRow<PendingCommandRow>[] = [];
  for await (const { kind, stored } of store.scan()) {
    if (kind === "pendingCommand") scanned.push(stored);
  }
  return scanned;
}

/** Commands that wait for a sign-in. */
export function describePendingCommands(getStore: () => StoreUnderTest): void {
  describe("with pending commands", () => {
    test("lists each person's own rows in any spelling of the ids, and scans all of them", async () => {
      const { store } = getStore();
      const mine = [pending(), pending({ id: "2", threadId: "19:other@thread.v2" })];
      for (const row of [...mine, pending({ aadId: bo })]) {
        expect(await store.pendingCommands.insert(row)).toMatchObject({ record: row });
      }
      expect(await rowsOf(store, ada.toUpperCase())).toEqual(expect.arrayContaining(mine));
      expect(await rowsOf(store)).toHaveLength(2);
      expect(await rowsOf(store, bo)).toEqual([pending({ aadId: bo })]);
      expect(await scanPending(store)).toHaveLength(3);
    });

    test("inserts a row once, and replaces it only in the state that was read", async () => {
      const { store } = getStore();
      const stored = (await store.pendingCommands.insert(pending()))!;
      expect(await store.pendingCommands.insert(pending({ token: "y" }))).toBeUndefined();
      const replaced = await store.pendingCommands.replace(stored, pending({ token: "y" }));
      expect(await store.pendingCommands.replace(stored, pending({ token: "z" }))).toBeUndefined();
      expect((await store.pendingCommands.list({ tenantId, aadId: ada })).records).toEqual([
        replaced,
      ]);
    });

    test("lets only one of several callers take a row", async () => {
      const { store } = getStore();
      const stored = (await store.pendingCommands.insert(pending()))!;
      const calls = Array.from({ length: 8 }, () => store.pendingCommands.erase(stored));
      expect((await Promise.all(calls)).filter(Boolean)).toEqual([true]);
      expect(await scanPending(store)).toEqual([]);
    });

    test("keeps rows apart from other kinds, and erases them with their conversation", async () => {
      const { store } = getStore();
      const record = await store.records.insert(claimed());
      for (const key of hostileKeys) {
        const { room: _room, ...conversation } = key;
        await store.pendingCommands.insert(pending({ ...conversation, id: JSON.stringify(key) }));
      }
      expect(await scanAll(store)).toEqual([record]);
      expect(await store.records.list(general)).toEqual({ records: [record], unreadableCount: 0 });
      expect((await store.recentMeetings.list({ tenantId, aadId: ada })).records).toEqual([]);
      expect(await store.eraseConversation(general)).toBe(1);
      expect(await scanPending(store)).toHaveLength(
        hostileKeys.filter((key) => !isOfGeneral(key)).length,
      );
    });

    test("throws once the store is closed", async () => {
      const { store } = getStore();
      await store.close();
      const stored = { record: pending(), version: "1" };
      for (const call of [
        () => store.pendingCommands.insert(pending()),
        () => store.pendingCommands.replace(stored, pending()),
        () => rowsOf(store),
        () => scanPending(store),
        () => store.pendingCommands.erase(stored),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: "store_unavailable" });
      }
    });
  });
}
