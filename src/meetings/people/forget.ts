import type { Log } from "../../log";
import { getIfReadable } from "../record/get-if-readable";
import type { MeetingRecord } from "../record/meeting-record";
import type { RecordStore, StoredRecord } from "../record/record-store";

/** Where the bot was removed from, or added to. */
export interface ConversationScope {
  tenantId: string;
  threadId: string;
  /** Given when it was a whole team, with all its channels. */
  teamId?: string;
}

/**
 * Forgets conversations that the bot was removed from, a while later: whoever adds it again in time, or uses a
 * meeting, finds everything as it was. All calls throw `store_unavailable`, and may be made again then.
 */
export interface Forgetting {
  /** The bot was removed: the place's records will be forgotten. How many were marked by this call. */
  leave(place: ConversationScope): Promise<number>;
  /** The bot is there again: nothing of the place is forgotten. How many were marked until now. */
  join(place: ConversationScope): Promise<number>;
  /** Forgets what was left for as long as the retention; how many records. Ends early on the signal. */
  sweep(stopping?: AbortSignal): Promise<number>;
}

export function createForgetting(deps: {
  store: RecordStore;
  now: () => Date;
  log: Log;
  retentionMs: number;
}): Forgetting {
  const { store, now, log, retentionMs } = deps;

  return {
    async leave(place) {
      const removedAt = now().toISOString();
      // The first removal counts, however often Teams tells of it; one in the future was told by a wrong clock.
      const markedCount = await changeEach(place, (record) =>
        toGoneMs(record) >= 0 ? undefined : { ...record, removedAt },
      );
      if (markedCount > 0) log.info({ markedCount }, "the bot left: records will be forgotten");
      return markedCount;
    },

    async join(place) {
      const keptCount = await changeEach(place, (record) =>
        record.removedAt === undefined ? undefined : { ...record, removedAt: undefined },
      );
      if (keptCount > 0) log.info({ keptCount }, "the bot is back: records are kept");
      return keptCount;
    },

    async sweep(stopping) {
      let forgottenCount = 0;
      for await (const stored of store.scan()) {
        if (stopping?.aborted) break;
        // Erased as it was seen: what is used meanwhile stays.
        const isDue = toGoneMs(stored.record) >= retentionMs;
        if (isDue && (await store.erase(stored))) forgottenCount += 1;
      }
      if (forgottenCount > 0) log.info({ forgottenCount }, "records were forgotten");
      return forgottenCount;
    },
  };

  /** For how long the bot has been gone: negative by a wrong clock, `NaN` where it is not. */
  function toGoneMs({ removedAt }: MeetingRecord): number {
    return removedAt === undefined ? NaN : now().getTime() - Date.parse(removedAt);
  }

  async function changeEach(place: ConversationScope, toNext: ToNext): Promise<number> {
    let changedCount = 0;
    for await (const stored of findRecords(place)) {
      if (await change(stored, toNext)) changedCount += 1;
    }
    return changedCount;
  }

  async function* findRecords({ tenantId, threadId, teamId }: ConversationScope) {
    if (teamId === undefined) {
      yield* (await store.list({ tenantId, threadId })).records;
      return;
    }
    for await (const stored of store.scan()) {
      const { key, teamId: ofTeam } = stored.record;
      const isOfTenant = key.tenantId.toLowerCase() === tenantId.toLowerCase();
      if (isOfTenant && (ofTeam === teamId || key.threadId === threadId)) yield stored;
    }
  }

  /** Anew for whatever somebody else wrote meanwhile, until it stuck or there is nothing to change. */
  async function change(stored: StoredRecord, toNext: ToNext): Promise<boolean> {
    for (let current: StoredRecord | undefined = stored; current;) {
      const next = toNext(current.record);
      if (!next) return false;
      if (await store.replace(current, next)) return true;
      current = await getIfReadable(store, current.record.key);
    }
    return false;
  }
}

/** `undefined` leaves a record as it is. */
type ToNext = (record: MeetingRecord) => MeetingRecord | undefined;
