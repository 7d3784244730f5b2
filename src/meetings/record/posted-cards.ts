import { MAX_POSTED_CARDS, type PostedCard, type MeetingRecord } from "./meeting-record";
import type { RunInOrder } from "../../async/keyed-queue";
import { toKeyText, type MeetingKey } from "./meeting-key";
import type { MeetingLeases } from "./meeting-lease";

export type UpdateRecord = MeetingLeases["updateRecord"];

export type PostedCards = ReturnType<typeof createPostedCards>;

/** The bot's messages that show a key's meeting. One write per key at a time: concurrent ones would keep conflicting. */
export function createPostedCards(updateRecord: UpdateRecord, runInOrder: RunInOrder) {
  async function change(key: MeetingKey, toNext: (record: MeetingRecord) => MeetingRecord) {
    await runInOrder(toKeyText(key), () => updateRecord(key, toNext));
  }

  return {
    /** Adds a message, so that it's updated with its meeting. */
    keep: (key: MeetingKey, row: PostedCard): Promise<void> =>
      change(key, ({ cards = [], ...record }) => ({
        ...record,
        // A message could be posted, so the bot is in the conversation again.
        removedAt: undefined,
        cards: [...cards.filter((card) => !isSameMessage(card, row)), row].slice(-MAX_POSTED_CARDS),
      })),
    /** Removes a message that can no longer be updated. */
    drop: (key: MeetingKey, row: PostedCard): Promise<void> =>
      change(key, ({ cards = [], ...record }) => ({
        ...record,
        cards: cards.filter((card) => !isSameMessage(card, row)),
      })),
  };
}

/** Ignores the thread: Teams sometimes includes it in the conversation id. */
export function isSameMessage(a: PostedCard, b: PostedCard): boolean {
  return a.activityId === b.activityId && toThreadId(a) === toThreadId(b);
}

function toThreadId({ conversationId }: PostedCard): string | undefined {
  return conversationId.split(";")[0];
}
