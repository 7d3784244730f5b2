import { toKeyText } from "../../src/meetings/record/meeting-key";
import type {
  MeetingStore,
  RecentMeetingRow,
  StoredRow,
} from "../../src/meetings/ports/meeting-store";
import { unlessUnreadable, updateRow } from "../../src/meetings/record/update-row";
import type { StoreUnderTest } from "./record-store";
import { claimed, general, hostileKeys, isOfGeneral, scanAll, tenantId } from "./records";

const ada = "0d3a1f0e-5a4f-4f6e-9d5c-0b8f3f2a7c11";
const bo = "5b1c9f52-0c3b-4b7e-8f0e-8a4f6d2e9b10";
const design = { ...general, room: "design" };
const otherTenantId = "00000000-0000-0000-0000-000000000000";

function recent(fields: Partial<RecentMeetingRow> = {}): RecentMeetingRow {
  return { aadId: ada, key: general, requestedAt: "2026-03-02T09:00:00.000Z", ...fields };
}

async function recentsOf(
  { recentMeetings }: MeetingStore,
  aadId = ada,
): Promise<RecentMeetingRow[]> {
  const { records } = await recentMeetings.list({ tenantId, aadId });
  return records.map(({ record }) => record);
}

/** A row as it is stored, where one field keeps its earlier name. */
function storedText({ requestedAt, ...fields }: RecentMeetingRow, changes: object = {}): string {
  return JSON.stringify({ recentVersion: 1, ...fields, askedAt: requestedAt, ...changes });
}

/** Writes a row over an older one. */
async function keep({ recentMeetings }: MeetingStore, row: RecentMeetingRow): Promise<void> {
  await unlessUnreadable(updateRow(recentMeetings, row, () => row));
}

async function scanRecents(store: MeetingStore): Promise<StoredRow<RecentMeetingRow>[]> {
  const scanned: StoredRow<RecentMeetingRow>[] = [];
  for await (const { kind, stored } of store.scan()) {
    if (kind === "recentMeeting") scanned.push(stored);
  }
  return scanned;
}

/** The recent meetings of each person. */
export function describeRecentMeetings(getStore: () => StoreUnderTest): void {
  describe("with recent meetings", () => {
    test("lists nothing for an unknown person", async () => {
      const { store } = getStore();
      expect(await recentsOf(store)).toEqual([]);
      expect(await scanRecents(store)).toEqual([]);
    });

    test("lists each person's own rows, in any spelling of the ids", async () => {
      const { store } = getStore();
      const mine = [recent(), recent({ key: design })];
      for (const row of mine) await keep(store, row);
      await keep(store, recent({ aadId: bo }));
      const elsewhere = recent({ key: { ...general, tenantId: otherTenantId } });
      await keep(store, elsewhere);

      expect(await recentsOf(store)).toEqual(expect.arrayContaining(mine));
      expect(await recentsOf(store)).toHaveLength(2);
      expect(await recentsOf(store, bo)).toEqual([recent({ aadId: bo })]);
      const upperCase = { tenantId: otherTenantId, aadId: ada.toUpperCase() };
      expect(
        (await store.recentMeetings.list(upperCase)).records.map(({ record }) => record),
      ).toEqual([elsewhere]);
    });

    test("keeps the last row written for each person and key", async () => {
      const { store } = getStore();
      for (const key of hostileKeys) await keep(store, recent({ key }));
      const later = "2026-03-03T09:00:00.000Z";
      for (const key of hostileKeys) await keep(store, recent({ key, requestedAt: later }));
      const scanned = await scanRecents(store);
      expect(scanned.map(({ record }) => toKeyText(record.key)).toSorted()).toEqual(
        hostileKeys.map(toKeyText).toSorted(),
      );
      expect(new Set(scanned.map(({ record }) => record.requestedAt))).toEqual(new Set([later]));
    });

    test("keeps records and recent meetings apart", async () => {
      const { store } = getStore();
      const record = await store.records.insert(claimed());
      await keep(store, recent());
      expect(await scanAll(store)).toEqual([record]);
      expect(await store.records.list(general)).toEqual({ records: [record], unreadableCount: 0 });
      expect(await scanRecents(store)).toMatchObject([{ record: recent() }]);
    });

    test("scans more rows than fit on a page", async () => {
      const { store } = getStore();
      const rooms = Array.from({ length: 300 }, (_, index) => `room ${index}`);
      await Promise.all(rooms.map((room) => keep(store, recent({ key: { ...general, room } }))));
      const scanned = (await scanRecents(store)).map(({ record }) => record.key.room);
      expect(scanned.toSorted()).toEqual(rooms.toSorted());
    });

    test("erases a row only in the state that was read", async () => {
      const { store } = getStore();
      await keep(store, recent());
      await keep(store, recent({ key: design }));
      const seen = (await scanRecents(store)).find(({ record }) => record.key.room === "")!;
      const later = recent({ requestedAt: "2026-03-03T09:00:00.000Z" });
      await keep(store, later);
      expect(await store.recentMeetings.erase(seen)).toBe(false);
      const now = (await scanRecents(store)).find(({ record }) => record.key.room === "")!;
      expect(now.record).toEqual(later);
      expect(await store.recentMeetings.erase(now)).toBe(true);
      expect(await store.recentMeetings.erase(now)).toBe(false);
      expect(await recentsOf(store)).toEqual([recent({ key: design })]);
    });

    test("erases everyone's rows of a conversation with it, and no others", async () => {
      const { store } = getStore();
      for (const key of hostileKeys) {
        await store.records.insert(claimed({ key }));
        for (const aadId of [ada, bo]) await keep(store, recent({ aadId, key }));
      }
      const others = hostileKeys.filter((key) => !isOfGeneral(key));
      expect(await store.eraseConversation(general)).toBe(hostileKeys.length - others.length);
      const left = (await scanRecents(store)).map(({ record }) => toKeyText(record.key));
      expect(left.toSorted()).toEqual([...others, ...others].map(toKeyText).toSorted());
    });

    test("erases rows with their conversation, even without records or from a later release", async () => {
      const { store, plantRecent } = getStore();
      await keep(store, recent());
      await plantRecent(recent({ key: design }), JSON.stringify({ recentVersion: 2 }));
      expect(await store.eraseConversation(general)).toBe(0);
      expect(await scanRecents(store)).toEqual([]);
      // The row's key is free again.
      await keep(store, recent({ key: design }));
      expect(await recentsOf(store)).toEqual([recent({ key: design })]);
    });

    test.each([
      ["no JSON", "{"],
      ["a record", JSON.stringify({ ...claimed(), schemaVersion: 2 })],
      ["a row of a later version", storedText(recent(), { recentVersion: 2 })],
      ["a row without its time", storedText(recent({ requestedAt: "soon" }))],
      ["another person's row", storedText(recent({ aadId: bo }))],
    ])("skips %s under a row's key, and doesn't overwrite it", async (_, text) => {
      const { store, plantRecent } = getStore();
      await plantRecent(recent(), text);
      await keep(store, recent({ key: design }));
      await keep(store, recent({ requestedAt: "2026-03-03T09:00:00.000Z" }));
      expect(await recentsOf(store)).toEqual([recent({ key: design })]);
      expect(await scanRecents(store)).toHaveLength(1);
      expect(await scanAll(store)).toEqual([]);
    });

    test("reads a row with an additional field", async () => {
      const { store, plantRecent } = getStore();
      await plantRecent(recent(), storedText(recent(), { count: 3 }));
      expect(await recentsOf(store)).toEqual([recent()]);
    });

    test("has one row after concurrent writes, and none after an erasure", async () => {
      const { store } = getStore();
      const times = Array.from({ length: 30 }, (_, index) => `2026-03-02T09:00:${10 + index}.000Z`);
      await Promise.all(times.map((requestedAt) => keep(store, recent({ requestedAt }))));
      const [kept, ...others] = await recentsOf(store);
      expect(times).toContain(kept?.requestedAt);
      expect(others).toEqual([]);
      await Promise.all([
        ...times.map((requestedAt) => keep(store, recent({ requestedAt }))),
        store.eraseConversation(general),
      ]);
      await store.eraseConversation(general);
      expect(await recentsOf(store)).toEqual([]);
    });

    test("throws once the store is closed", async () => {
      const { store } = getStore();
      await store.close();
      for (const call of [
        () => keep(store, recent()),
        () => recentsOf(store),
        () => scanRecents(store),
        () => store.recentMeetings.erase({ record: recent(), version: "1" }),
      ]) {
        await expect(call()).rejects.toMatchObject({ code: "store_unavailable" });
      }
    });
  });
}
