import { createAdaptivePace } from "../../../src/async/adaptive-pace";
import { statusCodeOf } from "../../../src/errors";
import type { MeetingRecord, PostedReminder } from "../../../src/meetings/record/meeting-record";
import { REMINDERS } from "../../../src/resilience/policies";
import { toPastReminderReply } from "../../replies/reminder-reply";
import { isGoneMessage, isTemporary } from "../connector-error";
import type { DeliveryDeps, WaitForConversation } from "../delivery";
import type { Destinations } from "../destination";

export type RemoveReminder = ReturnType<typeof createRemoveReminder>;

/** Removes a reminder's message, when Teams has time for it. If Teams doesn't allow that, the message becomes one line. */
export function createRemoveReminder(
  { deletePosted, updatePosted }: Pick<Destinations, "deletePosted" | "updatePosted">,
  waitForConversation: WaitForConversation,
  { now, sleep, lateDeadline, log }: Pick<DeliveryDeps, "now" | "sleep" | "lateDeadline" | "log">,
) {
  const pace = createAdaptivePace(REMINDERS.removals, { now, sleep });

  return async function removeReminder(
    record: MeetingRecord,
    posted: PostedReminder,
  ): Promise<void> {
    // Its own signal: Node warns of a leak when more than 10 wait for the same one.
    const stopping = AbortSignal.any([lateDeadline]);
    let failure: unknown;
    for (const delayMs of [0, ...REMINDERS.removeAgainAfterMs]) {
      if (delayMs > 0) await sleep(delayMs, stopping);
      await waitForConversation(record.key.threadId, stopping);
      await pace.wait(stopping);
      try {
        await removeOrCollapse(record, posted);
        return;
      } catch (error) {
        failure = error;
        if (statusCodeOf(error) === 429) pace.slowDown();
        if (!isTemporary(error) || lateDeadline.aborted) break;
      }
    }
    log.warn({ status: statusCodeOf(failure) }, "a reminder could not be removed");
  };

  async function removeOrCollapse(record: MeetingRecord, posted: PostedReminder): Promise<void> {
    try {
      await deletePosted(posted);
    } catch (error) {
      // 501: the Playground can't delete messages.
      if (!isGoneMessage(error) && statusCodeOf(error) !== 501) throw error;
      const subject = record.state === "live" ? (record.meeting.subject ?? "") : record.subject;
      const locale = record.cards?.at(-1)?.locale ?? "";
      await updatePosted(posted, toPastReminderReply(subject, locale));
    }
  }
}
