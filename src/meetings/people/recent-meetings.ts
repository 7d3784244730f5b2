import { getIfReadable } from "../record/get-if-readable";
import { toKeyText, type MeetingKey } from "../record/meeting-key";
import type { LiveRecord, Person } from "../record/meeting-record";
import type { RecentOwner, RecentStore, StoredRecent } from "../ports/recent-store";
import { isLive, type RecordStore } from "../record/record-store";

/** More than anybody looks through; whatever was asked for before is forgotten. */
export const MAX_RECENTS = 20;
/** Who asks again within it is written down already. */
const WRITTEN_DOWN_FOR_MS = 60 * 60_000;

export interface RecentMeeting {
  record: LiveRecord;
  /** ISO 8601. */
  askedAt: string;
}

/** Who asked for what, for as long as that helps them to find it again. Both calls throw `store_unavailable`. */
export interface RecentMeetings {
  /** Writes down that somebody asked for a meeting, at most once an hour for each. */
  remember(caller: Pick<Person, "aadId">, key: MeetingKey): Promise<void>;
  /** The meetings that somebody asked for, the newest request first, but for those of one conversation. */
  list(asker: RecentOwner, exceptThreadId: string): Promise<RecentMeeting[]>;
}

export function createRecentMeetings({
  store,
  now,
}: {
  store: Pick<RecordStore, "get"> & RecentStore;
  now: () => Date;
}): RecentMeetings {
  return {
    async remember({ aadId }, key) {
      const rows = await store.listRecents({ tenantId: key.tenantId, aadId });
      const isSame = ({ recent }: StoredRecent) => toKeyText(recent.key) === toKeyText(key);
      if (rows.some((row) => isSame(row) && isWrittenDown(row))) return;
      await store.keepRecent({ aadId, key, askedAt: now().toISOString() });
      const others = rows.filter((row) => !isSame(row)).toSorted(byNewest);
      for (const row of others.slice(MAX_RECENTS - 1)) await store.eraseRecent(row);
    },

    async list(asker, exceptThreadId) {
      const rows = (await store.listRecents(asker))
        .toSorted(byNewest)
        .slice(0, MAX_RECENTS)
        .filter(({ recent }) => recent.key.threadId !== exceptThreadId);
      const found = await Promise.all(
        rows.map(async ({ recent }) => ({
          askedAt: recent.askedAt,
          stored: await getIfReadable(store, recent.key),
        })),
      );
      return found.flatMap(({ askedAt, stored }) =>
        stored && isLive(stored) ? { record: stored.record, askedAt } : [],
      );
    },
  };

  /** What was written in the future was written by a wrong clock, and is written again. */
  function isWrittenDown({ recent }: StoredRecent): boolean {
    const ageMs = now().getTime() - Date.parse(recent.askedAt);
    return ageMs >= 0 && ageMs < WRITTEN_DOWN_FOR_MS;
  }
}

function byNewest(one: StoredRecent, other: StoredRecent): number {
  return Date.parse(other.recent.askedAt) - Date.parse(one.recent.askedAt);
}
