import type { JoinLinkRow, MeetingStore, StoredRow } from "../../src/meetings/ports/meeting-store";
import { toKeyText, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { StoreUnderTest } from "./record-store";
import { claimed, general, hostileKeys, isOfGeneral, scanAll, tenantId } from "./records";

const LINK = "https://teams.microsoft.com/l/meetup-join/19%3ageneral/0?context=%7b%22Tid%22%7d";
const otherTenantId = "00000000-0000-0000-0000-000000000000";

function joinLink(fields: Partial<JoinLinkRow> = {}): JoinLinkRow {
  return { joinWebUrl: LINK, key: general, generation: 1, ...fields };
}

/** The keys that a link leads to. */
async function keysOf(
  { joinLinks }: MeetingStore,
  joinWebUrl = LINK,
  tenant = tenantId,
): Promise<MeetingKey[]> {
  const { records } = await joinLinks.list({ joinWebUrl, tenantId: tenant });
  return records.map(({ record }) => record.key);
}

async function scanLinks(store: MeetingStore): Promise<StoredRow<JoinLinkRow>[]> {
  const scanned: StoredRow<JoinLinkRow>[] = [];
  for await (const { kind, stored } of store.scan()) if (kind === "joinLink") scanned.push(stored);
  return scanned;
}

/** The index from a meeting's link to its record. */
export function describeJoinLinks(getStore: () => StoreUnderTest): void {
  describe("with join links", () => {
    test("finds the records of a link by the whole link and the tenant, in any spelling of it", async () => {
      const { store } = getStore();
      const stored = await store.joinLinks.insert(joinLink());
      expect(stored?.record).toEqual(joinLink());
      expect(await keysOf(store)).toEqual([general]);
      expect(await keysOf(store, LINK, tenantId.toUpperCase())).toEqual([general]);
      expect(await keysOf(store, LINK, otherTenantId)).toEqual([]);
      for (const other of ["", LINK.slice(0, -1), `${LINK} `, LINK.toUpperCase(), `${LINK}#1`]) {
        expect(await keysOf(store, other)).toEqual([]);
      }
    });

    test("finds all records that share a link, such as attached meetings", async () => {
      const { store } = getStore();
      for (const key of hostileKeys) await store.joinLinks.insert(joinLink({ key }));
      const own = hostileKeys.filter((key) => key.tenantId === tenantId);
      const found = (await keysOf(store)).map(toKeyText);
      expect(found.toSorted()).toEqual(own.map(toKeyText).toSorted());
    });

    test("adds a link of a record once", async () => {
      const { store } = getStore();
      const inserts = Array.from({ length: 8 }, () => store.joinLinks.insert(joinLink()));
      expect((await Promise.all(inserts)).filter(Boolean)).toHaveLength(1);
      expect(await store.joinLinks.insert(joinLink({ generation: 2 }))).toBeUndefined();
      expect(await keysOf(store)).toEqual([general]);
    });

    test("keeps links apart that differ in any character, however long they are", async () => {
      const { store } = getStore();
      const links = [
        "a/b",
        "a%2fb",
        "a\\b",
        "a?b#c",
        "\u0000",
        "\ud83d",
        "\ude00",
        "l".repeat(2000),
      ];
      for (const joinWebUrl of links) await store.joinLinks.insert(joinLink({ joinWebUrl }));
      for (const joinWebUrl of links) expect(await keysOf(store, joinWebUrl)).toEqual([general]);
      expect(await keysOf(store, "l".repeat(2001))).toEqual([]);
    });

    test("changes and erases a row only in the state that was read", async () => {
      const { store } = getStore();
      const first = (await store.joinLinks.insert(joinLink()))!;
      const second = await store.joinLinks.replace(first, joinLink({ generation: 2 }));
      expect(second?.record.generation).toBe(2);
      expect(await store.joinLinks.replace(first, joinLink({ generation: 3 }))).toBeUndefined();
      expect(await store.joinLinks.erase(first)).toBe(false);
      expect(await store.joinLinks.erase(second!)).toBe(true);
      expect(await keysOf(store)).toEqual([]);
    });

    test("keeps rows apart from other kinds, and erases them with their conversation", async () => {
      const { store } = getStore();
      const record = await store.records.insert(claimed());
      for (const key of hostileKeys) await store.joinLinks.insert(joinLink({ key }));
      expect(await scanLinks(store)).toHaveLength(hostileKeys.length);
      expect(await scanAll(store)).toEqual([record]);
      expect(await store.records.list(general)).toEqual({ records: [record], unreadableCount: 0 });
      expect(await store.eraseConversation(general)).toBe(1);
      const left = (await scanLinks(store)).map((row) => toKeyText(row.record.key));
      const others = hostileKeys.filter((key) => !isOfGeneral(key)).map(toKeyText);
      expect(left.toSorted()).toEqual(others.toSorted());
    });
  });
}
