import { MAX_POSTED_CARDS, type PostedCard, type MeetingRecord } from "./meeting-record";
import type { RunInOrder } from "./keyed-queue";
import type { MeetingKey } from "./meeting-key";
import type { UpdateRecord } from "./update-record";

/** The messages of the bot's own that show a key's meeting. */
export interface PostedCards {
  /** Remembers a message, so that it can be changed with its meeting. */
  keep(key: MeetingKey, row: PostedCard): Promise<void>;
  /** Forgets one that can be changed no longer. */
  drop(key: MeetingKey, row: PostedCard): Promise<void>;
}

/** One write at a time for a key: many people who ask at once would else keep one another from writing. */
export function createPostedCards(updateRecord: UpdateRecord, runInOrder: RunInOrder): PostedCards {
  async function change(key: MeetingKey, toNext: (record: MeetingRecord) => MeetingRecord) {
    await runInOrder(key, () => updateRecord(key, toNext));
  }

  return {
    keep: (key, row) =>
      change(key, ({ cards = [], ...record }) => ({
        ...record,
        // Where a message could be posted, the bot is there again.
        removedAt: undefined,
        cards: [...cards.filter((one) => !isSameMessage(one, row)), row].slice(-MAX_POSTED_CARDS),
      })),
    drop: (key, row) =>
      change(key, ({ cards = [], ...record }) => ({
        ...record,
        cards: cards.filter((one) => !isSameMessage(one, row)),
      })),
  };
}

/** Teams names a channel's message now with the thread that it is in, and now without. */
export function isSameMessage(one: PostedCard, other: PostedCard): boolean {
  return one.activityId === other.activityId && toThreadId(one) === toThreadId(other);
}

function toThreadId({ conversationId }: PostedCard): string | undefined {
  return conversationId.split(";")[0];
}
