import type { Log } from "../../log";
import type { ConversationKey, MeetingStore, StoredRecord } from "../ports/meeting-store";
import type { MeetingRecord } from "../record/meeting-record";
import { unlessUnreadable, updateRow } from "../record/update-row";
import { isExpired } from "./pending-commands";

/** Where the bot was removed or added. */
export interface ConversationScope extends ConversationKey {
  /** Set when it was a whole team, with all its channels. */
  teamId?: string;
}

/** Work that no process did for this long is done no more. */
const MISSED_AFTER_MS = 24 * 60 * 60_000;

export type Retention = ReturnType<typeof createRetention>;

/**
 * Erases what is no longer needed. A conversation's records are erased some time after the bot was removed, so that
 * adding it again in time brings everything back. Every call throws `store_unavailable` and can be repeated.
 */
export function createRetention({
  store,
  now,
  log,
  retentionMs,
  planLost,
}: {
  store: Pick<
    MeetingStore,
    | "records"
    | "recentMeetings"
    | "pendingCommands"
    | "answeredMessages"
    | "joinLinks"
    | "due"
    | "scan"
  >;
  now: () => Date;
  log: Log;
  retentionMs: number;
  /** Plans what is due for a meeting, in case that was lost. */
  planLost: (record: MeetingRecord) => Promise<void>;
}) {
  const { records, recentMeetings, pendingCommands, answeredMessages, joinLinks, due } = store;

  return {
    /** Marks a conversation's records when the bot is removed. Returns how many this call marked. */
    async leave(scope: ConversationScope): Promise<number> {
      const removedAt = now().toISOString();
      // The first removal counts, however often Teams reports it. One in the future came from a wrong clock.
      const markedCount = await changeEach(scope, (record) =>
        toRemovedMs(record) >= 0 ? undefined : { ...record, removedAt },
      );
      if (markedCount > 0) log.info({ markedCount }, "bot removed: records will be erased");
      return markedCount;
    },

    /** Removes the mark when the bot is added again. Returns how many were marked. */
    async join(scope: ConversationScope): Promise<number> {
      const keptCount = await changeEach(scope, (record) =>
        record.removedAt === undefined ? undefined : { ...record, removedAt: undefined },
      );
      if (keptCount > 0) log.info({ keptCount }, "bot added again: records are kept");
      return keptCount;
    },

    /**
     * Erases everything that has expired, in one pass over the table, and plans reminders that were lost. Stops early on the signal. Returns how many
     * rows of each kind it erased.
     */
    async sweep(stopping?: AbortSignal) {
      const counts = {
        recordCount: 0,
        recentMeetingCount: 0,
        pendingCommandCount: 0,
        answeredMessageCount: 0,
        joinLinkCount: 0,
        dueCount: 0,
      };
      for await (const { kind, stored } of store.scan()) {
        if (stopping?.aborted) break;
        // Rows are erased only in the state that was read, so one that is used at the same time stays.
        switch (kind) {
          case "record":
            if (await eraseIfDue(stored)) counts.recordCount += 1;
            else await planLost(stored.record);
            break;
          case "recentMeeting": {
            const isOld = now().getTime() - Date.parse(stored.record.requestedAt) >= retentionMs;
            const isDue = isOld || (await isMeetingErased(stored.record.key, counts));
            if (isDue && (await recentMeetings.erase(stored))) counts.recentMeetingCount += 1;
            break;
          }
          case "pendingCommand":
            if (isExpired(stored.record, now()) && (await pendingCommands.erase(stored))) {
              counts.pendingCommandCount += 1;
            }
            break;
          case "answeredMessage":
            if (isExpired(stored.record, now()) && (await answeredMessages.erase(stored))) {
              counts.answeredMessageCount += 1;
            }
            break;
          case "joinLink": {
            const isDue = await isMeetingErased(stored.record.key, counts);
            if (isDue && (await joinLinks.erase(stored))) counts.joinLinkCount += 1;
            break;
          }
          case "due": {
            const isMissed = now().getTime() - Date.parse(stored.record.dueAt) >= MISSED_AFTER_MS;
            if (isMissed && (await due.erase(stored))) counts.dueCount += 1;
          }
        }
      }
      if (Object.values(counts).some((count) => count > 0)) log.info(counts, "expired rows erased");
      return counts;
    },
  };

  /** Negative when a wrong clock set the mark, `NaN` without a mark. */
  function toRemovedMs({ removedAt }: MeetingRecord): number {
    return removedAt === undefined ? NaN : now().getTime() - Date.parse(removedAt);
  }

  async function eraseIfDue(stored: StoredRecord): Promise<boolean> {
    return toRemovedMs(stored.record) >= retentionMs && records.erase(stored);
  }

  /** Erases the record first when the scan hasn't reached it yet, so that both go in the same sweep. */
  async function isMeetingErased(
    key: MeetingRecord["key"],
    counts: { recordCount: number },
  ): Promise<boolean> {
    // An unreadable record still exists.
    const found = await unlessUnreadable(records.get(key).then((stored) => ({ stored })));
    if (!found) return false;
    if (!found.stored) return true;
    const isErased = await eraseIfDue(found.stored);
    if (isErased) counts.recordCount += 1;
    return isErased;
  }

  async function changeEach(
    scope: ConversationScope,
    change: (record: MeetingRecord) => MeetingRecord | undefined,
  ): Promise<number> {
    let changedCount = 0;
    for await (const seen of findRecords(scope)) {
      const updating = updateRow(records, seen.record.key, (record) => record && change(record), {
        seen,
      });
      if (await unlessUnreadable(updating)) changedCount += 1;
    }
    return changedCount;
  }

  async function* findRecords({ tenantId, threadId, teamId }: ConversationScope) {
    if (teamId === undefined) {
      yield* (await records.list({ tenantId, threadId })).records;
      return;
    }
    for await (const { kind, stored } of store.scan()) {
      if (kind !== "record") continue;
      const { key, teamId: recordTeamId } = stored.record;
      const isSameTenant = key.tenantId.toLowerCase() === tenantId.toLowerCase();
      if (isSameTenant && (recordTeamId === teamId || key.threadId === threadId)) yield stored;
    }
  }
}
