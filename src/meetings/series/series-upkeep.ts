import type { DueResult, DueWorkList } from "../due/due-work";
import type { KeepAlive } from "../keep-alive";
import type { Meetings } from "../meetings";
import type { DueRow } from "../ports/meeting-store";
import type { LiveRecord, MeetingRecord } from "../record/meeting-record";
import { listPlanned } from "./next-occurrence";

const DAY_MS = 86_400_000;
/** Half of the 60 days after which Graph's link expires, so that there's a month for what goes wrong. */
const UPKEEP_AFTER_MS = 30 * DAY_MS;
/** The sweep comes once a day. */
const PLAN_AHEAD_MS = 2 * DAY_MS;
const AGAIN_AFTER_MS = 60 * 60_000;

/**
 * Keeps the links of series alive that no one opens, paused ones too, with one PATCH a month, for as long as there are next
 * occurrences. The daily sweep plans it, so it costs nothing when a meeting is shown, and a row that was lost is planned again.
 *
 * With delegated permissions, Graph is called only for an organizer who is there, so nothing is planned.
 */
export function createSeriesUpkeep({
  meetings,
  dueWork,
  isDelegated,
  now,
}: {
  meetings: Pick<Meetings, "findMeeting"> & { keepAlive: KeepAlive };
  dueWork: Pick<DueWorkList, "plan">;
  isDelegated: boolean;
  now: () => Date;
}) {
  return {
    /** Throws `store_unavailable`. */
    async plan(record: MeetingRecord): Promise<void> {
      if (isDelegated || record.state !== "live" || !isAlive(record)) return;
      const dueMs = toDueMs(record);
      if (!(dueMs < now().getTime() + PLAN_AHEAD_MS)) return;
      const dueAt = new Date(Math.max(dueMs, now().getTime())).toISOString();
      await dueWork.plan({ work: "series", key: record.key, id: "upkeep", dueAt });
    },

    /** Throws `store_unavailable` or `record_unreadable`. */
    async doDue({ key }: DueRow): Promise<DueResult> {
      const found = await meetings.findMeeting(key);
      if (!found.ok || !isDue(found.stored.record)) return "skipped";
      await meetings.keepAlive(found.stored.record);
      const after = await meetings.findMeeting(key);
      const isStillDue = after.ok && isDue(after.stored.record);
      return isStillDue ? { againAfterMs: AGAIN_AFTER_MS } : "done";
    },
  };

  function isDue(record: LiveRecord): boolean {
    return isAlive(record) && toDueMs(record) <= now().getTime();
  }

  /** Whether it has another occurrence, once it's resumed. */
  function isAlive({ series }: LiveRecord): boolean {
    return series !== undefined && listPlanned(series, now(), 1).length > 0;
  }
}

function toDueMs({ meeting }: LiveRecord): number {
  return Date.parse(meeting.endsAt ?? "") + UPKEEP_AFTER_MS;
}
