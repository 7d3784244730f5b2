import { createAdaptivePace } from "../../../src/async/adaptive-pace";
import { createKeyedQueue } from "../../../src/async/keyed-queue";
import { statusCodeOf } from "../../../src/errors";
import type { DueHandler, DueResult } from "../../../src/meetings/due/due-work";
import type { DueRow, StoredRecord } from "../../../src/meetings/ports/meeting-store";
import type {
  LiveRecord,
  PostedCard,
  PostedReminder,
} from "../../../src/meetings/record/meeting-record";
import type { BegunReminder } from "../../../src/meetings/reminders/reminders";
import { REMINDERS } from "../../../src/resilience/policies";
import { readAskedSeconds } from "../../../src/resilience/connector-failure";
import type { BotServices } from "../../bot-services";
import { toReminderConversation, toReminderReply } from "../../replies/reminder-reply";
import { isGoneMessage, isNotPosted } from "../connector-error";
import type { DeliveryDeps, WaitForConversation } from "../delivery";
import type { Destinations } from "../destination";
import type { FollowReminders } from "./follow-reminders";
import type { RemoveReminder } from "./remove-reminder";

/** How long a refused reminder waits here, and how often. After that, its row waits, and other processes may try. */
const MAX_WAIT_MS = 5_000;
const MAX_WAITS = 4;

interface DueReminder {
  row: DueRow;
  /** The meeting as it was read a moment ago. */
  seen: StoredRecord<LiveRecord>;
  stopping: AbortSignal | undefined;
}

/** The bot can't write where the card is: the cards without it. */
interface Unreachable {
  cards: readonly PostedCard[];
}

/**
 * Reminds people of a meeting once, whatever the number of processes. The record says that a reminder was begun right
 * before the message is sent: after all that takes time, such as the token and the pace. If the process dies after that,
 * no one knows whether the message arrived, so no one sends it again. After a definite refusal, it's tried again while
 * it's of use.
 */
export function createSendReminder(
  { reminders }: Pick<BotServices, "reminders">,
  { postOnce }: Pick<Destinations, "postOnce">,
  {
    removeReminder,
    followReminders,
    waitForConversation,
  }: {
    removeReminder: RemoveReminder;
    followReminders: FollowReminders;
    waitForConversation: WaitForConversation;
  },
  { now, sleep, waitUntil, log }: DeliveryDeps,
): DueHandler {
  const pace = createAdaptivePace(REMINDERS.pace, { now, sleep });
  const runInOrder = createKeyedQueue();

  return async function sendReminder(row, stopping) {
    const found = await reminders.findDue(row);
    if (!found) return "skipped";
    if (!found.isDue) {
      // A process may have died before it planned the next one.
      await reminders.plan(found.stored.record);
      return "skipped";
    }
    await waitForConversation(row.key.threadId, stopping);
    let { cards = [] } = found.stored.record;
    let waitCount = 0;
    for (let card = cards.at(-1); card; card = cards.at(-1)) {
      const result = await send(card, { row, seen: found.stored, stopping });
      if (typeof result === "string") return result;
      if ("cards" in result) {
        cards = result.cards;
        continue;
      }
      const { againAfterMs } = result;
      if (againAfterMs > MAX_WAIT_MS || waitCount === MAX_WAITS) return result;
      waitCount += 1;
      await sleep(againAfterMs, stopping);
    }
    return "skipped";
  };

  async function send(
    card: PostedCard,
    due: DueReminder,
    isMentioning = true,
  ): Promise<DueResult | Unreachable> {
    const place = { conversationId: toReminderConversation(card), serviceUrl: card.serviceUrl };
    let begun: BegunReminder | undefined;
    let activityId: string | undefined;
    try {
      activityId = await postOnce(place, async () => {
        begun = await begin(due);
        return begun && toReminderReply({ ...begun, card, isMentioning, now: now() });
      });
    } catch (error) {
      if (!begun) throw error;
      const current = await recover(error, begun, due.row);
      if (!current) return "done";
      // Teams may refuse to mention someone who isn't in the conversation.
      if (isMentioning && statusCodeOf(error) === 400) return send(card, due, false);
      if (!isGoneMessage(error)) return { againAfterMs: toDelayMs(error) };
      return { cards: (await reminders.dropCard(current, card))?.cards ?? [] };
    }
    if (!begun) return due.stopping?.aborted ? { againAfterMs: 0 } : "skipped";
    await finish(begun, activityId && { ...place, activityId });
    return "done";
  }

  /** One after the other, so that a process that dies has begun hardly more than one that it hasn't sent. */
  async function begin({ row, seen, stopping }: DueReminder): Promise<BegunReminder | undefined> {
    let begun: BegunReminder | undefined;
    await runInOrder("", async () => {
      await pace.wait(stopping);
      if (!stopping?.aborted) begun = await reminders.begin(row, seen);
    });
    return begun;
  }

  /** Stores where the reminder is, plans the next one, and removes the one before. */
  async function finish(
    { record, time: { startsAt } }: BegunReminder,
    message: Pick<PostedReminder, "conversationId" | "serviceUrl" | "activityId"> | "" | undefined,
  ): Promise<void> {
    if (!message) return reminders.plan(record);
    const { generation, postedReminder: earlier } = record;
    const known = await reminders.notePosted(record, { startsAt, generation, ...message });
    if (earlier) waitUntil(removeReminder(record, earlier));
    // The meeting may have been changed while the message was on its way.
    if (known) await followReminders(known);
  }

  /** Gives the reminder back if certainly nothing was posted, and returns its meeting then. */
  async function recover(
    error: unknown,
    { record }: BegunReminder,
    row: DueRow,
  ): Promise<LiveRecord | undefined> {
    const status = statusCodeOf(error);
    log.warn({ status }, "a reminder could not be sent");
    if (status === 429) pace.slowDown();
    if (isNotPosted(error)) return reminders.giveBack(record, row);
    await reminders.plan(record);
    return undefined;
  }

  function toDelayMs(error: unknown): number {
    const askedMs = (readAskedSeconds(error, now()) ?? 0) * 1_000;
    const spreadMs = REMINDERS.againAfterMs * (0.5 + Math.random());
    return Math.max(askedMs, spreadMs);
  }
}
