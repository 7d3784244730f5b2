import type { DueWorkList } from "../due/due-work";
import type { DueRow, MeetingStore } from "../ports/meeting-store";
import { toJoinableRecord, type JoinableRecord } from "../record/attached-record";
import type { MeetingKey } from "../record/meeting-key";
import { CARD_UPDATE_EVERY_MS, type ClaimWaiting } from "./claim-cards";
import { currentSession } from "./live-status";

export type CardWork = ReturnType<typeof createCardWork>;

/**
 * Lets posted cards show a session although the process that was to update them died: until they show it, there's a due
 * row at the next time at which they may be updated. All of it throws `store_unavailable`.
 */
export function createCardWork({
  store: { records },
  dueWork,
}: {
  store: Pick<MeetingStore, "records">;
  dueWork: Pick<DueWorkList, "plan" | "withdraw">;
}) {
  return {
    plan,

    /** Called when the cards show what the record says. */
    async noteShown(record: JoinableRecord): Promise<void> {
      const row = toRow(record);
      if (!row) return;
      await dueWork.withdraw(row);
      // Something may have happened in the meantime, for which the row was there.
      const current = await find(record.key);
      if (current && currentSession(current)?.isUnshown) await plan(current);
    },

    /** Returns the meeting if its cards are to be updated now: no process has shown its session. */
    async findUnshown(
      { key, dueAt }: DueRow,
      claimWaiting: ClaimWaiting,
    ): Promise<JoinableRecord | undefined> {
      const record = await find(key);
      if (!record || toRow(record)?.dueAt !== dueAt) return undefined;
      if (!currentSession(record)?.isUnshown) return record;
      const claimed = await claimWaiting(key, false);
      return claimed?.updateInMs === 0 ? claimed.record : undefined;
    },
  };

  async function plan(record: JoinableRecord): Promise<void> {
    const row = toRow(record);
    if (row) await dueWork.plan(row);
  }

  async function find(key: MeetingKey): Promise<JoinableRecord | undefined> {
    const stored = await records.get(key);
    return stored && toJoinableRecord(stored.record);
  }
}

function toRow(record: JoinableRecord): Omit<DueRow, "lease"> | undefined {
  const shownAt = currentSession(record)?.shownAt;
  if (shownAt === undefined) return undefined;
  const dueAt = new Date(Date.parse(shownAt) + CARD_UPDATE_EVERY_MS).toISOString();
  return { work: "live-cards", key: record.key, id: shownAt, dueAt };
}
