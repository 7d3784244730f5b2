import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import { channel } from "../traffic/conversations";
import { openPatiently } from "./open-patiently";
import { USED_CONVERSATIONS, type Population } from "./populated-bot";

const AT_ONCE = 16;

/** Copies a record into each of the other conversations, through the store's own API. */
export async function seedConversations(
  { spec, othersCount }: Population,
  template: MeetingRecord,
): Promise<void> {
  const store = openPatiently(spec);
  const end = USED_CONVERSATIONS + othersCount;
  let next = USED_CONVERSATIONS;
  await Promise.all(Array.from({ length: AT_ONCE }, seedInTurn));
  await store.close();

  async function seedInTurn(): Promise<void> {
    while (next < end) {
      const { threadId } = channel(next);
      next += 1;
      await store.records.insert({ ...template, key: { ...template.key, threadId } });
    }
  }
}
