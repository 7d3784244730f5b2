import { MAX_CARD_ROWS, type CardRow, type MeetingRecord } from "./meeting-record";
import type { RunInOrder } from "./keyed-queue";
import type { MeetingKey } from "./meeting-key";
import type { UpdateRecord } from "./update-record";

/** The messages of the bot's own that show a key's meeting. */
export interface CardRows {
  /** Remembers a message, so that it can be changed with its meeting. */
  keep(key: MeetingKey, row: CardRow): Promise<void>;
  /** Forgets one that can be changed no longer. */
  drop(key: MeetingKey, row: CardRow): Promise<void>;
}

/** One write at a time for a key: many people who ask at once would else keep one another from writing. */
export function createCardRows(updateRecord: UpdateRecord, runInOrder: RunInOrder): CardRows {
  async function change(key: MeetingKey, toNext: (record: MeetingRecord) => MeetingRecord) {
    await runInOrder(key, () => updateRecord(key, toNext));
  }

  return {
    keep: (key, row) =>
      change(key, ({ cards = [], ...record }) => ({
        ...record,
        // Where a message could be posted, the bot is there again.
        removedAt: undefined,
        cards: [...cards.filter((one) => !isSameMessage(one, row)), row].slice(-MAX_CARD_ROWS),
      })),
    drop: (key, row) =>
      change(key, ({ cards = [], ...record }) => ({
        ...record,
        cards: cards.filter((one) => !isSameMessage(one, row)),
      })),
  };
}

/** Teams names a channel's message now with the thread that it is in, and now without. */
export function isSameMessage(one: CardRow, other: CardRow): boolean {
  return one.activityId === other.activityId && toThreadId(one) === toThreadId(other);
}

function toThreadId({ conversationId }: CardRow): string | undefined {
  return conversationId.split(";")[0];
}
