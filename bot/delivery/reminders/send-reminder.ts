import { createAdaptivePace } from "../../../src/async/adaptive-pace";
import { createRateLimiter } from "../../../src/async/rate-limiter";
import { statusCodeOf } from "../../../src/errors";
import type { DueHandler, DueResult } from "../../../src/meetings/due/due-work";
import type { DueRow } from "../../../src/meetings/ports/meeting-store";
import type {
  LiveRecord,
  PostedCard,
  PostedReminder,
} from "../../../src/meetings/record/meeting-record";
import type { BegunReminder } from "../../../src/meetings/reminders/reminders";
import { REMINDERS } from "../../../src/resilience/policies";
import { readRetryAfterSeconds, retryAfterOf } from "../../../src/resilience/retry-after";
import type { BotServices } from "../../bot-services";
import { toReminderConversation, toReminderReply } from "../../replies/reminder-reply";
import { isGoneMessage, isNotPosted } from "../connector-error";
import type { DeliveryDeps } from "../delivery";
import type { Destinations } from "../destination";
import type { FollowReminders } from "./follow-reminders";
import type { RemoveReminder } from "./remove-reminder";

/** How long a refused reminder waits here, and how often. After that, its row waits, and other processes may try. */
const MAX_WAIT_MS = 5_000;
const MAX_WAITS = 4;

/** The bot can't write where the card is: the cards without it. */
interface Unreachable {
  cards: readonly PostedCard[];
}

/**
 * Reminds people of a meeting once, whatever the number of processes. The record says that a reminder was begun before the
 * message is sent. If the process dies in between, no one knows whether it arrived, so no one sends it again. After a
 * definite refusal, it's tried again while it's of use.
 */
export function createSendReminder(
  { reminders }: Pick<BotServices, "reminders">,
  { postOnce }: Pick<Destinations, "postOnce">,
  {
    removeReminder,
    followReminders,
  }: { removeReminder: RemoveReminder; followReminders: FollowReminders },
  { now, sleep, waitUntil, log }: DeliveryDeps,
): DueHandler {
  const pace = createAdaptivePace(REMINDERS.pace, { now, sleep });
  const waitForConversation = createRateLimiter(REMINDERS.perConversation, { now, sleep });

  return async function sendReminder(row, stopping) {
    const found = await reminders.findDue(row);
    if (!found) return "skipped";
    if (!found.isDue) {
      // A process may have died before it planned the next one.
      await reminders.plan(found.record);
      return "skipped";
    }
    await waitForConversation(row.key.threadId, stopping);
    await pace.wait(stopping);
    if (stopping?.aborted) return { againAfterMs: 0 };
    let { cards = [] } = found.record;
    let waitCount = 0;
    for (let card = cards.at(-1); card; card = cards.at(-1)) {
      const result = await send(card, row);
      if (typeof result === "string") return result;
      if ("cards" in result) {
        cards = result.cards;
        continue;
      }
      const { againAfterMs } = result;
      if (againAfterMs > MAX_WAIT_MS || waitCount === MAX_WAITS) return result;
      waitCount += 1;
      await sleep(againAfterMs, stopping);
      await pace.wait(stopping);
      if (stopping?.aborted) return { againAfterMs: 0 };
    }
    return "skipped";
  };

  async function send(
    card: PostedCard,
    row: DueRow,
    isMentioning = true,
  ): Promise<DueResult | Unreachable> {
    const place = { conversationId: toReminderConversation(card), serviceUrl: card.serviceUrl };
    let begun: BegunReminder | undefined;
    let activityId: string | undefined;
    try {
      activityId = await postOnce(place, async () => {
        begun = await reminders.begin(row);
        return begun && toReminderReply({ ...begun, card, isMentioning, now: now() });
      });
    } catch (error) {
      if (!begun) throw error;
      const current = await recover(error, begun, row);
      if (!current) return "done";
      // Teams may refuse to mention someone who isn't in the conversation.
      if (isMentioning && statusCodeOf(error) === 400) return send(card, row, false);
      if (!isGoneMessage(error)) return { againAfterMs: toDelayMs(error) };
      return { cards: (await reminders.dropCard(current, card))?.cards ?? [] };
    }
    if (!begun) return "skipped";
    await finish(begun, activityId && { ...place, activityId });
    return "done";
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
    const askedMs = (readRetryAfterSeconds(retryAfterOf(error), now()) ?? 0) * 1_000;
    const spreadMs = REMINDERS.againAfterMs * (0.5 + Math.random());
    return Math.max(askedMs, spreadMs);
  }
}
