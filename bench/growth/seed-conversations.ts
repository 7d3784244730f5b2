import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import { openStore } from "../../src/storage/open-store";
import { channel } from "../traffic/conversations";

const AT_ONCE = 16;

/** Copies a record into each of many conversations, through the store's own API. */
export async function seedConversations(
  spec: string,
  template: MeetingRecord,
  count: number,
): Promise<void> {
  const store = openStore(spec);
  let next = 0;
  await Promise.all(Array.from({ length: AT_ONCE }, seedInTurn));
  await store.close();

  async function seedInTurn(): Promise<void> {
    while (next < count) {
      const { threadId } = channel(next);
      next += 1;
      await store.records.insert({ ...template, key: { ...template.key, threadId } });
    }
  }
}
