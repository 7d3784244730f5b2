import type { Sleep } from "../../src/async/deadline";
import type { DueResult } from "../../src/meetings/due/due-work";
import type { LiveEvent, NotedMeeting } from "../../src/meetings/live/live-event";
import type { DueRow } from "../../src/meetings/ports/meeting-store";
import { toKeyText, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { BotServices } from "../bot-services";
import { toJoinableReply } from "../replies/shown-reply";
import { isJoinable } from "../reply";
import type { CardUpdates } from "./card-updates";

/** Longer than the news of a start takes to arrive and to be noted. */
const NOTE_AGAIN_AFTER_MS = 10_000;

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
      const isNoted = await noteAndShow(event);
      // The news of the first start says whose meeting the id is. It may be on its way.
      if (!isNoted && event.joined && !event.joinWebUrl) void noteAgain(event);
    },

    /** Shows that time has passed. */
    async doDue(row: DueRow): Promise<DueResult> {
      const record = await live.reach(row);
      if (!record) return "skipped";
      await update(record.key);
      return "done";
    },

    /** Shows what another process was to show, if it died before. */
    async doUnshown(row: DueRow): Promise<DueResult> {
      const record = await live.findUnshown(row);
      if (!record) return "skipped";
      await update(record.key);
      return "done";
    },
  };

  async function noteAndShow(event: LiveEvent): Promise<boolean> {
    const noted = await live.note(event);
    for (const meeting of noted) show(meeting);
    return noted.length > 0;
  }

  /** Nothing waits for this: most events are about other meetings. */
  async function noteAgain(event: LiveEvent): Promise<void> {
    await sleep(NOTE_AGAIN_AFTER_MS, stopping);
    waitUntil(noteAndShow(event));
  }

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
      await live.noteShown(record);
    });
  }
}
