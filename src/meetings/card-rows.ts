import fastq from "fastq";
import { MAX_CARD_ROWS, type CardRow } from "./meeting-record";
import type { MeetingKey } from "./meeting-key";
import type { UpdateRecord } from "./update-record";

/** The messages of the bot's own that show a key's meeting. */
export interface CardRows {
  /** Remembers a message, so that it can be changed with its meeting. */
  keep(key: MeetingKey, row: CardRow): Promise<void>;
  /** Forgets one that can be changed no longer. */
  drop(key: MeetingKey, row: CardRow): Promise<void>;
}

/** One write at a time: many people who ask at once would else keep one another from writing. */
export function createCardRows(updateRecord: UpdateRecord): CardRows {
  const writes = fastq.promise<unknown, () => Promise<unknown>, unknown>((write) => write(), 1);

  async function change(key: MeetingKey, toRows: (rows: readonly CardRow[]) => CardRow[]) {
    await writes.push(() =>
      updateRecord(key, (record) => ({ ...record, cards: toRows(record.cards ?? []) })),
    );
  }

  return {
    keep: (key, row) =>
      change(key, (rows) =>
        [...rows.filter((one) => !isSameMessage(one, row)), row].slice(-MAX_CARD_ROWS),
      ),
    drop: (key, row) => change(key, (rows) => rows.filter((one) => !isSameMessage(one, row))),
  };
}

export function isSameMessage(one: CardRow, other: CardRow): boolean {
  return one.conversationId === other.conversationId && one.activityId === other.activityId;
}
