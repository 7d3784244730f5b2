import { toAppError } from "../../errors";
import type { Log } from "../../log";
import type { DueResult, DueWorkList } from "../due/due-work";
import type { LiveEvent } from "../live/live-event";
import { currentSession } from "../live/live-status";
import type { AttendanceReport, AttendanceReports } from "../ports/attendance-reports";
import type { DueRow, MeetingStore } from "../ports/meeting-store";
import type { JoinableRecord } from "../record/attached-record";
import type { MeetingSession } from "../record/meeting-record";
import { unlessUnreadable } from "../record/update-row";

const MINUTE_MS = 60_000;
/** Reports are made some time after the end; Microsoft doesn't say how long it takes. */
const ASK_AFTER_MS = [MINUTE_MS, 5 * MINUTE_MS, 15 * MINUTE_MS] as const;
/** How far a report's times can be from those that Teams' events told. */
const SAME_TIME_MS = 5 * MINUTE_MS;

export type Attendance = ReturnType<typeof createAttendance>;

/**
 * Reads how long a call was and how many people took part from its attendance report, if the app may. Names are neither
 * asked for nor stored.
 */
export function createAttendance(deps: {
  store: Pick<MeetingStore, "records">;
  dueWork: Pick<DueWorkList, "plan">;
  reports: AttendanceReports;
  noteLiveEvent: (event: LiveEvent) => Promise<void>;
  now: () => Date;
  log: Log;
}) {
  const { store, dueWork, reports, noteLiveEvent, now, log } = deps;

  return {
    /** Plans to ask for the report of a call that just ended. Throws `store_unavailable`. */
    async followEnd({ key, state }: JoinableRecord, endedAt: string): Promise<void> {
      // Who hosts an attached meeting isn't known.
      if (state === "attached" || !(await isAllowed(key.tenantId))) return;
      const dueAt = new Date(now().getTime() + ASK_AFTER_MS[0]).toISOString();
      await dueWork.plan({ work: "attendance", key, id: endedAt, dueAt });
    },

    /** Asks for the report of the call that ended at the row's id, and asks again later if there's none. */
    async doDue({ key, id: endedAt, dueAt }: DueRow): Promise<DueResult> {
      const stored = await unlessUnreadable(store.records.get(key));
      const record = stored?.record;
      if (record?.state !== "live" || record.attached) return "skipped";
      const session = currentSession(record);
      if (session?.endedAt !== endedAt || session.peopleCount !== undefined) return "skipped";
      const { tenantId } = key;
      const listed = await reports.list({
        tenantId,
        organizerAadId: record.organizer.aadId,
        meetingId: record.meeting.id,
      });
      const report = findReport(listed, session, endedAt);
      if (!report) return toNextAsk(dueAt);
      const { startedAt, peopleCount } = report;
      const { joinWebUrl } = record.meeting;
      await noteLiveEvent({
        tenantId,
        joinWebUrl,
        kind: "ended",
        at: endedAt,
        startedAt,
        peopleCount,
      });
      return "done";
    },
  };

  async function isAllowed(tenantId: string): Promise<boolean> {
    try {
      return await reports.isAllowed(tenantId);
    } catch (error) {
      log.info({ code: toAppError(error).code }, "attendance reports can't be asked for");
      return false;
    }
  }

  function toNextAsk(dueAt: string): DueResult {
    const afterMs = now().getTime() - Date.parse(dueAt) + ASK_AFTER_MS[0];
    const next = ASK_AFTER_MS.find((askMs) => askMs - afterMs >= MINUTE_MS);
    return next === undefined ? "skipped" : { againAfterMs: next - afterMs };
  }
}

/** A channel's meeting lists the reports of all meetings of the channel, so the times decide. */
function findReport(
  reports: readonly AttendanceReport[],
  { startedAt, isStartGuessed }: MeetingSession,
  endedAt: string,
): AttendanceReport | undefined {
  return reports
    .filter((report) => toDistance(report.endedAt, endedAt) <= SAME_TIME_MS)
    .filter(
      (report) =>
        isStartGuessed === true || toDistance(report.startedAt, startedAt) <= SAME_TIME_MS,
    )
    .toSorted((a, b) => toDistance(a.endedAt, endedAt) - toDistance(b.endedAt, endedAt))[0];
}

function toDistance(time: string, other: string): number {
  return Math.abs(Date.parse(time) - Date.parse(other));
}
