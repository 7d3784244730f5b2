import type {
  AnsweredMessageRow,
  MeetingStore,
  StoredRow,
} from "../../src/meetings/ports/meeting-store";
import type { StoreUnderTest } from "./record-store";
import { claimed, general, hostileKeys, isOfGeneral, scanAll, tenantId } from "./records";

const { threadId } = general;

function answered(fields: Partial<AnsweredMessageRow> = {}): AnsweredMessageRow {
  const expiresAt = "2026-03-02T09:15:00.000Z";
  return { id: "1", tenantId, threadId, isAnswered: false, expiresAt, ...fields };
}

async function scanAnswered(store: MeetingStore): Promise<StoredRow<AnsweredMessageRow>[]> {
  const scanned: StoredRow<AnsweredMessageRow>[] = [];
  for await (const { kind, stored } of store.scan()) {
    if (kind === "answeredMessage") scanned.push(stored);
  }
  return scanned;
}

/** Which messages were answered. */
export function describeAnsweredMessages(getStore: () => StoreUnderTest): void {
  describe("with answered messages", () => {
    test("lets one of several callers insert a message, and one take it over", async () => {
      const { store } = getStore();
      const rows = store.answeredMessages;
      const inserts = Array.from({ length: 8 }, () => rows.insert(answered()));
      const [stored, ...others] = (await Promise.all(inserts)).filter((row) => row !== undefined);
      expect(others).toEqual([]);
      const next = answered({ isAnswered: true });
      const takeovers = Array.from({ length: 8 }, () => rows.replace(stored!, next));
      expect((await Promise.all(takeovers)).filter(Boolean)).toHaveLength(1);
      expect(await rows.get(answered())).toMatchObject({ record: next });
    });

    test("tells messages apart by id and conversation, in any spelling of the tenant", async () => {
      const { store } = getStore();
      const rows = store.answeredMessages;
      await rows.insert(answered());
      expect(await rows.insert(answered({ tenantId: tenantId.toUpperCase() }))).toBeUndefined();
      expect(await rows.insert(answered({ id: "2" }))).toBeDefined();
      expect(await rows.insert(answered({ threadId: "19:other@thread.v2" }))).toBeDefined();
    });

    test("keeps rows apart from other kinds, and erases them with their conversation", async () => {
      const { store } = getStore();
      const record = await store.records.insert(claimed());
      for (const key of hostileKeys) {
        const { room: _room, ...conversation } = key;
        await store.answeredMessages.insert(answered({ ...conversation, id: JSON.stringify(key) }));
      }
      expect(await scanAnswered(store)).toHaveLength(hostileKeys.length);
      expect(await scanAll(store)).toEqual([record]);
      expect(await store.records.list(general)).toEqual({ records: [record], unreadableCount: 0 });
      expect(await store.eraseConversation(general)).toBe(1);
      expect(await scanAnswered(store)).toHaveLength(
        hostileKeys.filter((key) => !isOfGeneral(key)).length,
      );
    });
  });
}
