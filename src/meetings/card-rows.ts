import fastq from "fastq";
import { MAX_CARD_ROWS, type CardRow, type MeetingRecord } from "./meeting-record";
import { toKeyText, type MeetingKey } from "./meeting-key";
import type { UpdateRecord } from "./update-record";

/** The messages of the bot's own that show a key's meeting. */
export interface CardRows {
  /** Remembers a message, so that it can be changed with its meeting. */
  keep(key: MeetingKey, row: CardRow): Promise<void>;
  /** Forgets one that can be changed no longer. */
  drop(key: MeetingKey, row: CardRow): Promise<void>;
}

/**
 * One write at a time for a key: many people who ask at once would else keep one another from writing. Another
 * key is not kept waiting, whose record may be free while this one is in somebody's hand.
 */
export function createCardRows(updateRecord: UpdateRecord): CardRows {
  const queues = new Map<string, fastq.queueAsPromised<Write, unknown>>();

  async function change(key: MeetingKey, toNext: (record: MeetingRecord) => MeetingRecord) {
    const keyText = toKeyText(key);
    const queue =
      queues.get(keyText) ?? fastq.promise<unknown, Write, unknown>((write) => write(), 1);
    queues.set(keyText, queue);
    try {
      await queue.push(() => updateRecord(key, toNext));
    } finally {
      if (queue.idle()) queues.delete(keyText);
    }
  }

  return {
    keep: (key, row) =>
      change(key, ({ cards = [], removedAt, ...record }) => ({
        ...record,
        cards: [...cards.filter((one) => !isSameMessage(one, row)), row].slice(-MAX_CARD_ROWS),
        // Where a message could be posted, the bot is there again.
        ...(removedAt && toThreadId(row) !== key.threadId && { removedAt }),
      })),
    drop: (key, row) =>
      change(key, ({ cards = [], ...record }) => ({
        ...record,
        cards: cards.filter((one) => !isSameMessage(one, row)),
      })),
  };
}

type Write = () => Promise<unknown>;

/** Teams names a channel's message now with the thread that it is in, and now without. */
export function isSameMessage(one: CardRow, other: CardRow): boolean {
  return one.activityId === other.activityId && toThreadId(one) === toThreadId(other);
}

function toThreadId({ conversationId }: CardRow): string | undefined {
  return conversationId.split(";")[0];
}
