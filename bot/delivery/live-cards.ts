import type { Sleep } from "../../src/async/deadline";
import type { DueResult } from "../../src/meetings/due/due-work";
import type { LiveEvent, NotedMeeting } from "../../src/meetings/live/live-event";
import type { DueRow } from "../../src/meetings/ports/meeting-store";
import { toKeyText, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { BotServices } from "../bot-services";
import { toJoinableReply } from "../replies/shown-reply";
import { isJoinable } from "../reply";
import type { CardUpdates } from "./card-updates";

/**
 * Shows on posted cards what happens in their meeting. Changes within 30 s are shown together. Which process does it is
 * decided in the record, so that several processes update no card more often.
 */
export function createLiveCards(
  services: BotServices,
  { updateEach, runInOrder, findShown }: CardUpdates,
  { sleep, stopping }: { sleep: Sleep; stopping: AbortSignal },
) {
  const { live, waitUntil } = services;
  /** Meetings whose cards are updated soon, by the text of their key. */
  const waiting = new Set<string>();

  return {
    /** Notes an event, and shows it soon. Throws `store_unavailable`. */
    async noteEvent(event: LiveEvent): Promise<void> {
      for (const noted of await live.note(event)) show(noted);
    },

    /** Shows that time has passed. */
    async doDue(row: DueRow): Promise<DueResult> {
      const record = await live.reach(row);
      if (!record) return "skipped";
      await update(record.key);
      return "done";
    },
  };

  function show({ record: { key }, updateInMs }: NotedMeeting): void {
    if (updateInMs === 0) waitUntil(update(key));
    else void showLater(key, updateInMs);
  }

  /** Nothing waits for this: when the process ends, it's done at once. */
  async function showLater(key: MeetingKey, ms: number): Promise<void> {
    const id = toKeyText(key);
    if (waiting.has(id)) return;
    waiting.add(id);
    await sleep(ms, stopping);
    waiting.delete(id);
    waitUntil(claimAndShow(key));
  }

  async function claimAndShow(key: MeetingKey): Promise<void> {
    const claimed = await live.claimWaiting(key, stopping.aborted);
    if (claimed) show(claimed);
  }

  function update(key: MeetingKey): Promise<void> {
    return runInOrder(toKeyText(key), async () => {
      const record = await findShown(key);
      // If the bot was removed and has posted nothing since, it can't update anything either.
      if (!record || !isJoinable(record) || record.removedAt) return;
      await updateEach(record, record.cards ?? [], (view) =>
        toJoinableReply(record, view, services),
      );
    });
  }
}
