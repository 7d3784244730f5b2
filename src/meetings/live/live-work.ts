import type { DueWorkList } from "../due/due-work";
import type { DueRow } from "../ports/meeting-store";
import type { LiveRecord, MeetingSession } from "../record/meeting-record";
import { toClaimEndMs } from "./live-status";

export type LiveWork = ReturnType<typeof createLiveWork>;

/** The work that a session leaves for later: cards stop claiming that people are in the meeting. */
export function createLiveWork({ dueWork }: { dueWork: Pick<DueWorkList, "plan" | "withdraw"> }) {
  return {
    /** Plans what a changed session needs, and drops what it no longer needs. Throws `store_unavailable`. */
    async follow(record: LiveRecord, before: MeetingSession | undefined): Promise<void> {
      const planned = before && toRow(record, before);
      const needed = record.session && toRow(record, record.session);
      if (planned?.dueAt === needed?.dueAt && planned?.id === needed?.id) return;
      if (needed) await dueWork.plan(needed);
      if (planned) await dueWork.withdraw(planned);
    },
  };
}

/** When a session's cards have to change by themselves; `undefined` if they don't. */
function toRow(record: LiveRecord, session: MeetingSession): Omit<DueRow, "lease"> | undefined {
  const { key } = record;
  const { startedAt, endedAt } = session;
  if (endedAt !== undefined) return undefined;
  const dueAt = new Date(toClaimEndMs(record, session)).toISOString();
  return { work: "live", key, id: startedAt, dueAt };
}
