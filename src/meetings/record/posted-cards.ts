import { MAX_POSTED_CARDS, type PostedCard, type MeetingRecord } from "./meeting-record";
import type { RunInOrder } from "../../async/keyed-queue";
import { toThreadId } from "./conversation";
import { toKeyText, type MeetingKey } from "./meeting-key";
import type { MeetingLeases } from "./meeting-lease";

export type UpdateRecord = MeetingLeases["updateRecord"];

export type PostedCards = ReturnType<typeof createPostedCards>;

type Change = (record: MeetingRecord) => MeetingRecord;

interface Batch {
  changes: Change[];
  /** The record with all changes, if there is one. */
  written: Promise<MeetingRecord | undefined>;
}

/**
 * The bot's messages that show a key's meeting. One write per key at a time, because simultaneous ones would keep
 * conflicting. Changes that wait for it are written together: often, many people ask for a meeting at once.
 */
export function createPostedCards(updateRecord: UpdateRecord, runInOrder: RunInOrder) {
  const waiting = new Map<string, Batch>();

  function change(key: MeetingKey, toNext: Change): Batch["written"] {
    const id = toKeyText(key);
    const waitingBatch = waiting.get(id);
    if (waitingBatch) {
      waitingBatch.changes.push(toNext);
      return waitingBatch.written;
    }
    const batch: Batch = { changes: [toNext], written: Promise.resolve(undefined) };
    waiting.set(id, batch);
    batch.written = write(key, id, batch.changes);
    return batch.written;
  }

  async function write(key: MeetingKey, id: string, changes: Change[]): Batch["written"] {
    let written: MeetingRecord | undefined;
    await runInOrder(id, async () => {
      waiting.delete(id);
      written = await updateRecord(key, (record) =>
        changes.reduce((next, toNext) => toNext(next), record),
      );
    });
    return written;
  }

  return {
    /** Adds a message, so that it's updated with its meeting. Returns the record as it is then, if there is one. */
    keep: (key: MeetingKey, row: PostedCard) =>
      change(key, (record) => ({
        ...record,
        // A message could be posted, so the bot is in the conversation again.
        removedAt: undefined,
        cards: [...without(record, row), row].slice(-MAX_POSTED_CARDS),
      })),
    /** Removes a message that can no longer be updated. */
    drop: (key: MeetingKey, row: PostedCard) =>
      change(key, (record) => ({ ...record, cards: without(record, row) })),
  };
}

function without({ cards = [] }: MeetingRecord, row: PostedCard): PostedCard[] {
  return cards.filter((card) => !isSameMessage(card, row));
}

/** Ignores the thread: Teams sometimes includes it in the conversation id. */
export function isSameMessage(a: PostedCard, b: PostedCard): boolean {
  return (
    a.activityId === b.activityId && toThreadId(a.conversationId) === toThreadId(b.conversationId)
  );
}
