import type { MeetingStore, RecentMeetingRow, StoredRow } from "../ports/meeting-store";
import type { User } from "../ports/user-sign-in";
import { toJoinableRecord } from "../record/attached-record";
import type { MeetingKey } from "../record/meeting-key";
import type { Person } from "../record/meeting-record";
import { unlessUnreadable, writeRow } from "../record/update-row";

/** More than anyone scrolls through. Older requests are erased. */
export const MAX_RECENT_MEETINGS = 20;
/** A repeated request isn't written again within this time. */
const REWRITE_AFTER_MS = 60 * 60_000;

export type RecentMeetings = ReturnType<typeof createRecentMeetings>;

/** The meetings that each person asked for, so that they find them again. Both calls throw `store_unavailable`. */
export function createRecentMeetings({
  store,
  now,
}: {
  store: Pick<MeetingStore, "records" | "recentMeetings">;
  now: () => Date;
}) {
  return {
    /** Records that a person asked for a meeting, at most once an hour per meeting. */
    async remember({ aadId }: Pick<Person, "aadId">, key: MeetingKey): Promise<void> {
      const seen = await unlessUnreadable(store.recentMeetings.get({ aadId, key }));
      if (seen && isWritten(seen.record)) return;
      const next = { aadId, key, requestedAt: now().toISOString() };
      // If it was just written, by another request, that's as good.
      await writeRow(store.recentMeetings, seen, next);
      if (seen) return;
      const { records } = await store.recentMeetings.list({ tenantId: key.tenantId, aadId });
      for (const row of records.toSorted(byNewest).slice(MAX_RECENT_MEETINGS)) {
        await store.recentMeetings.erase(row);
      }
    },

    /** The meetings that a person asked for, newest request first, without those of one conversation. */
    async list(user: User, exceptThreadId: string) {
      const rows = (await store.recentMeetings.list(user)).records
        .toSorted(byNewest)
        .slice(0, MAX_RECENT_MEETINGS)
        .filter(({ record }) => record.key.threadId !== exceptThreadId);
      const found = await Promise.all(
        rows.map(async ({ record: { key, requestedAt } }) => ({
          requestedAt,
          stored: await unlessUnreadable(store.records.get(key)),
        })),
      );
      return found.flatMap(({ requestedAt, stored }) => {
        const record = stored && toJoinableRecord(stored.record);
        return record ? { record, requestedAt } : [];
      });
    },
  };

  /** A time in the future came from a wrong clock, so the row is written again. */
  function isWritten({ requestedAt }: RecentMeetingRow): boolean {
    const ageMs = now().getTime() - Date.parse(requestedAt);
    return ageMs >= 0 && ageMs < REWRITE_AFTER_MS;
  }
}

function byNewest(a: StoredRow<RecentMeetingRow>, b: StoredRow<RecentMeetingRow>): number {
  return Date.parse(b.record.requestedAt) - Date.parse(a.record.requestedAt);
}
