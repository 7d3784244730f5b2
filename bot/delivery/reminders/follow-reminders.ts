import type { MeetingRecord } from "../../../src/meetings/record/meeting-record";
import type { BotServices } from "../../bot-services";
import type { RemoveReminder } from "./remove-reminder";

export type FollowReminders = ReturnType<typeof createFollowReminders>;

/**
 * Runs when a meeting was shown or changed: plans its next reminder, and removes the one that was posted if it's no longer
 * true. Calls the store only if there's something to do.
 */
export function createFollowReminders(
  { reminders, waitUntil }: Pick<BotServices, "reminders" | "waitUntil">,
  removeReminder: RemoveReminder,
) {
  return async function followReminders(record: MeetingRecord): Promise<void> {
    const { postedReminder } = record;
    if (postedReminder && !reminders.isReminderTrue(record)) {
      const isOurs = await reminders.forgetPosted(record, postedReminder);
      if (isOurs) waitUntil(removeReminder(record, postedReminder));
    }
    if (record.state === "live") await reminders.plan(record);
  };
}
