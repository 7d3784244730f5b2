import { createAdaptivePace } from "../../../src/async/adaptive-pace";
import { createRateLimiter } from "../../../src/async/rate-limiter";
import { statusCodeOf } from "../../../src/errors";
import type { DueHandler, DueResult } from "../../../src/meetings/due/due-work";
import type { DueRow } from "../../../src/meetings/ports/meeting-store";
import type { PostedCard } from "../../../src/meetings/record/meeting-record";
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

/** The newest card's conversation, and those of the cards before it if the bot can't write there any more. */
const MAX_CARDS_TRIED = 3;

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
    for (let tried = 0; tried < MAX_CARDS_TRIED; tried += 1) {
      const begun = await reminders.begin(row);
      const card = begun?.record.cards?.at(-1);
      if (!begun || !card) break;
      const result = await send(begun, card, row);
      if (result !== "unreachable") return result;
    }
    return "skipped";
  };

  async function send(
    begun: BegunReminder,
    card: PostedCard,
    row: DueRow,
  ): Promise<DueResult | "unreachable"> {
    const { record, time } = begun;
    const { serviceUrl } = card;
    const conversationId = toReminderConversation(card);
    let activityId: string | undefined;
    try {
      activityId = await post(begun, card, { conversationId, serviceUrl });
    } catch (error) {
      return recover(error, begun, card, row);
    }
    const { generation, postedReminder: earlier } = record;
    const { startsAt } = time;
    const posted = activityId && { startsAt, generation, conversationId, activityId, serviceUrl };
    const known = posted ? await reminders.notePosted(record, posted) : record;
    if (earlier && posted) waitUntil(removeReminder(record, earlier));
    // The meeting may have been changed while the message was on its way.
    if (known) await followReminders(known);
    return "done";
  }

  /** Teams may refuse to mention someone who isn't in the conversation: then no one is mentioned. */
  async function post(
    { record, time }: BegunReminder,
    card: PostedCard,
    conversation: { conversationId: string; serviceUrl: string },
  ): Promise<string | undefined> {
    const toReply = (isMentioning: boolean) =>
      toReminderReply(record, { time, card, isMentioning, now: now() });
    try {
      return await postOnce(conversation, toReply(true));
    } catch (error) {
      if (statusCodeOf(error) !== 400) throw error;
      return postOnce(conversation, toReply(false));
    }
  }

  async function recover(
    error: unknown,
    { record }: BegunReminder,
    card: PostedCard,
    row: DueRow,
  ): Promise<DueResult | "unreachable"> {
    const status = statusCodeOf(error);
    log.warn({ status }, "a reminder could not be sent");
    if (!isNotPosted(error)) {
      await reminders.plan(record);
      return "done";
    }
    const current = await reminders.giveBack(record, row);
    if (isGoneMessage(error)) {
      if (current) await reminders.dropCard(current, card);
      return "unreachable";
    }
    if (status === 429) pace.slowDown();
    const askedMs = (readRetryAfterSeconds(retryAfterOf(error), now()) ?? 0) * 1_000;
    const spreadMs = REMINDERS.againAfterMs * (0.5 + Math.random());
    return { againAfterMs: Math.max(askedMs, spreadMs) };
  }
}
