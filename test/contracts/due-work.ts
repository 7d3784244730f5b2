import {
  DUE_PARTS,
  type DueRow,
  type MeetingStore,
  type StoredRow,
} from "../../src/meetings/ports/meeting-store";
import type { StoreUnderTest } from "./record-store";
import { claimed, general, hostileKeys, isOfGeneral, scanAll, tenantId } from "./records";

const DUE_AT = "2026-03-02T09:10:30.000Z";

function due(fields: Partial<DueRow> = {}): DueRow {
  return {
    work: "reminder",
    key: general,
    id: "2026-03-02T09:15:00.000Z",
    dueAt: DUE_AT,
    ...fields,
  };
}

/** What's due in a minute, over all its parts. */
async function listMinute(store: MeetingStore, minute = DUE_AT): Promise<StoredRow<DueRow>[]> {
  const parts = Array.from({ length: DUE_PARTS }, (_, part) => store.due.list({ minute, part }));
  return (await Promise.all(parts)).flatMap(({ records }) => records);
}

async function scanDue(store: MeetingStore): Promise<StoredRow<DueRow>[]> {
  const scanned: StoredRow<DueRow>[] = [];
  for await (const { kind, stored } of store.scan()) if (kind === "due") scanned.push(stored);
  return scanned;
}

/** Work that is due at a minute. */
export function describeDueWork(getStore: () => StoreUnderTest): void {
  describe("with due work", () => {
    test("lets one of several callers plan work, and one begin it", async () => {
      const { store } = getStore();
      const inserts = Array.from({ length: 8 }, () => store.due.insert(due()));
      const [stored, ...others] = (await Promise.all(inserts)).filter((row) => row !== undefined);
      expect(others).toEqual([]);
      const lease = { holder: "a", expiresAt: "2026-03-02T09:12:00.000Z" };
      const begun = Array.from({ length: 8 }, () => store.due.replace(stored!, due({ lease })));
      expect((await Promise.all(begun)).filter(Boolean)).toHaveLength(1);
      expect(await store.due.get(due())).toMatchObject({ record: due({ lease }) });
    });

    test("erases work once, in the state that was read", async () => {
      const { store } = getStore();
      const stored = await store.due.insert(due());
      const erasures = Array.from({ length: 8 }, () => store.due.erase(stored!));
      expect((await Promise.all(erasures)).filter(Boolean)).toHaveLength(1);
      expect(await listMinute(store)).toEqual([]);
    });

    test("lists the work of a minute and no other", async () => {
      const { store } = getStore();
      const inMinute = [
        due({ dueAt: "2026-03-02T09:10:00.000Z" }),
        due({ dueAt: "2026-03-02T09:10:59.999Z", key: { ...general, room: "design" } }),
        due({ dueAt: "2026-03-02T10:10:00+01:00", key: { ...general, room: "ops" } }),
      ];
      const outside = ["2026-03-02T09:09:59.999Z", "2026-03-02T09:11:00.000Z"].map((dueAt) =>
        due({ dueAt }),
      );
      for (const row of [...inMinute, ...outside]) await store.due.insert(row);
      const listed = (await listMinute(store)).map(({ record }) => record);
      expect(listed).toHaveLength(inMinute.length);
      expect(listed).toEqual(expect.arrayContaining(inMinute));
    });

    test("tells work apart by meeting and id, in any spelling of the tenant", async () => {
      const { store } = getStore();
      await store.due.insert(due());
      const upperCase = { ...general, tenantId: tenantId.toUpperCase() };
      expect(await store.due.insert(due({ key: upperCase }))).toBeUndefined();
      expect(await store.due.insert(due({ id: "2026-03-03T09:15:00.000Z" }))).toBeDefined();
      expect(await store.due.insert(due({ key: { ...general, room: "design" } }))).toBeDefined();
      expect(await listMinute(store)).toHaveLength(3);
    });

    test("spreads a minute's work over its parts", async () => {
      const { store } = getStore();
      for (let room = 0; room < 10 * DUE_PARTS; room += 1) {
        await store.due.insert(due({ key: { ...general, room: `room-${room}` } }));
      }
      for (let part = 0; part < DUE_PARTS; part += 1) {
        const { records } = await store.due.list({ minute: DUE_AT, part });
        expect(records.length).toBeGreaterThan(0);
      }
    });

    test("keeps rows apart from other kinds, and erases them with their conversation", async () => {
      const { store } = getStore();
      const record = await store.records.insert(claimed());
      for (const key of hostileKeys) await store.due.insert(due({ key }));
      expect(await scanDue(store)).toHaveLength(hostileKeys.length);
      expect(await scanAll(store)).toEqual([record]);
      expect(await store.records.list(general)).toEqual({ records: [record], unreadableCount: 0 });
      expect(await store.eraseConversation(general)).toBe(1);
      expect(await scanDue(store)).toHaveLength(
        hostileKeys.filter((key) => !isOfGeneral(key)).length,
      );
    });
  });
}
