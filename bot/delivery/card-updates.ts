import { createKeyedQueue } from "../../src/async/keyed-queue";
import { statusCodeOf } from "../../src/errors";
import { toKeyText } from "../../src/meetings/record/meeting-key";
import type { PostedCard } from "../../src/meetings/record/meeting-record";
import { CARD_UPDATES } from "../../src/resilience/policies";
import { readAskedSeconds } from "../../src/resilience/connector-failure";
import type { BotServices } from "../bot-services";
import type { CardReply, CardView, ShownRecord } from "../reply";
import { isTemporary } from "./connector-error";
import type { DeliveryDeps, WaitForConversation } from "./delivery";
import type { Destinations } from "./destination";
import { createFindShown, looksSame } from "./shown-record";

interface CardUpdate {
  record: ShownRecord;
  card: PostedCard;
  reply: CardReply;
}

export type CardUpdates = ReturnType<typeof createCardUpdates>;

/**
 * Updates cards that were posted earlier, as fast as Teams allows. A card that is gone is dropped from the record. If
 * Teams can't update a card now, it's tried again, unless another update of that card has come in between, or another
 * process has changed the meeting.
 */
export function createCardUpdates(
  services: Pick<BotServices, "meetings" | "waitUntil" | "log">,
  { updatePosted }: Pick<Destinations, "updatePosted">,
  waitForConversation: WaitForConversation,
  { now, sleep, lateDeadline }: Pick<DeliveryDeps, "now" | "sleep" | "lateDeadline">,
) {
  const { meetings, waitUntil, log } = services;
  const findShown = createFindShown(services);
  const runInOrder = createKeyedQueue();
  /** The updates that are tried again, by card. */
  const waiting = new Map<string, CardUpdate>();

  return {
    /** Runs the updates of a meeting one after the other, by the text of its key. `updateEach` is called in there. */
    runInOrder,
    /** What the meeting's cards should show now. */
    findShown,
    updateEach,
  };

  async function updateEach(
    record: ShownRecord,
    cards: readonly PostedCard[],
    toReply: (view: CardView, card: PostedCard) => CardReply,
  ): Promise<void> {
    for (const card of cards) {
      const { locale, timeZone, refreshUserIds } = card;
      const reply = toReply({ viewer: { locale, timeZone }, refreshUserIds }, card);
      const update = { record, card, reply };
      waiting.delete(toCardText(card));
      const failure = await attempt(update);
      if (failure) waitUntil(retry(update, failure));
    }
  }

  async function isShown(seen: ShownRecord): Promise<boolean> {
    const record = await findShown(seen.key);
    return record !== undefined && looksSame(record, seen);
  }

  /** Returns the error if the update may succeed later. */
  async function attempt({ record, card, reply }: CardUpdate): Promise<Error | undefined> {
    try {
      await waitForConversation(record.key.threadId, lateDeadline);
      const isUpdated = await updatePosted(card, reply);
      if (!isUpdated) await meetings.postedCards.drop(record.key, card);
    } catch (error) {
      if (isTemporary(error)) return error;
      logFailure(error);
    }
    return undefined;
  }

  async function retry(update: CardUpdate, firstFailure: Error): Promise<void> {
    const card = toCardText(update.card);
    const isLatest = () => waiting.get(card) === update;
    let failure: Error | undefined = firstFailure;
    waiting.set(card, update);
    for (const delayMs of CARD_UPDATES.againAfterMs) {
      const askedMs = (readAskedSeconds(failure, now()) ?? 0) * 1000;
      if (askedMs > CARD_UPDATES.maxWaitMs) break;
      await sleep(Math.max(delayMs, askedMs), lateDeadline);
      if (!isLatest()) return;
      if (lateDeadline.aborted) break;
      await runInOrder(toKeyText(update.record.key), async () => {
        const isDue = isLatest() && (await isShown(update.record));
        failure = isDue ? await attempt(update) : undefined;
      });
      if (!failure) break;
    }
    if (isLatest()) waiting.delete(card);
    if (failure) logFailure(failure);
  }

  function logFailure(error: unknown): void {
    log.error({ status: statusCodeOf(error) }, "a posted card could not be updated", error);
  }
}

function toCardText({ conversationId, activityId }: PostedCard): string {
  return JSON.stringify([conversationId, activityId]);
}
