import { Temporal } from "@js-temporal/polyfill";
import { readWallClock } from "../../request/time/wall-time";
import type { DueWorkList } from "../due/due-work";
import type { DueRow, MeetingStore } from "../ports/meeting-store";
import { toJoinableRecord, type JoinableRecord } from "../record/attached-record";
import type { MeetingSession } from "../record/meeting-record";
import {
  currentSession,
  isScheduled,
  SHOW_END_MS,
  toClaimEndMs,
  toLiveStatus,
} from "./live-status";

type PlannedRow = Omit<DueRow, "lease">;

export type LiveWork = ReturnType<typeof createLiveWork>;

/**
 * Posted cards change by themselves when time passes: they stop saying that people are in the meeting, that a call has
 * just ended, and that it was today. A due row is at the next of these moments.
 */
export function createLiveWork({
  store: { records },
  dueWork,
  now,
}: {
  store: Pick<MeetingStore, "records">;
  dueWork: Pick<DueWorkList, "plan" | "withdraw">;
  now: () => Date;
}) {
  return {
    /** Plans the next moment of a session that has changed. Throws `store_unavailable`. */
    async follow(record: JoinableRecord, before: MeetingSession | undefined): Promise<void> {
      const earlier = before && toRow(record, before, now());
      const row = record.session && toRow(record, record.session, now());
      if (earlier && row && earlier.id === row.id && earlier.dueAt === row.dueAt) return;
      if (row) await dueWork.plan(row);
      if (earlier) await dueWork.withdraw(earlier);
    },

    /** Plans the day's end for a card that says when people last met, and was posted just now. Throws `store_unavailable`. */
    async followCard(record: JoinableRecord, timeZone: string): Promise<void> {
      const session = currentSession(record);
      if (!session || toLiveStatus(record, now())?.kind !== "last-met") return;
      const row = toRow(record, session, now(), [timeZone]);
      if (row) await dueWork.plan(row);
    },

    /** Plans the moment after this one. Returns the meeting if its cards have to change now. */
    async reach({ key, id }: DueRow): Promise<JoinableRecord | undefined> {
      const stored = await records.get(key);
      const record = stored && toJoinableRecord(stored.record);
      const session = record && currentSession(record);
      if (!session || toRowId(session) !== id) return undefined;
      const next = toRow(record, session, now());
      if (next) await dueWork.plan(next);
      // The meeting's time has changed since.
      const isStillGoingOn = toLiveStatus(record, now())?.kind === "in-progress";
      return isStillGoingOn ? undefined : record;
    },
  };
}

/** @param timeZones Of the people who see the meeting's cards. */
function toRow(
  record: JoinableRecord,
  session: MeetingSession,
  now: Date,
  timeZones = (record.cards ?? []).map(({ timeZone }) => timeZone),
): PlannedRow | undefined {
  const moments = listMoments(record, session, now, timeZones).filter((ms) => ms > now.getTime());
  if (moments.length === 0) return undefined;
  const dueAt = new Date(Math.min(...moments)).toISOString();
  return { work: "live", key: record.key, id: toRowId(session), dueAt };
}

function toRowId({ startedAt, endedAt = "" }: MeetingSession): string {
  return `${startedAt}/${endedAt}`;
}

function listMoments(
  record: JoinableRecord,
  session: MeetingSession,
  now: Date,
  timeZones: readonly string[],
): number[] {
  const { endedAt } = session;
  if (endedAt === undefined) return [toClaimEndMs(record, session)];
  if (isScheduled(record)) {
    return record.series ? [Date.parse(endedAt) + SHOW_END_MS] : [];
  }
  const backMs = Date.parse(endedAt) + SHOW_END_MS;
  if (backMs > now.getTime()) return [backMs];
  return [...new Set(timeZones)].map((zone) => toDayEndMs(endedAt, zone));
}

/** When the day of an instant ends in a zone. */
function toDayEndMs(at: string, timeZone: string): number {
  const { zone } = readWallClock(new Date(at), timeZone);
  const day = Temporal.Instant.from(at).toZonedDateTimeISO(zone).startOfDay();
  return day.add({ days: 1 }).startOfDay().epochMilliseconds;
}
