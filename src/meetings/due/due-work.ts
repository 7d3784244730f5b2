import { randomUUID } from "node:crypto";
import { toAppError } from "../../errors";
import type { Log } from "../../log";
import {
  DUE_PARTS,
  type DueRow,
  type DueWork,
  type MeetingStore,
  type StoredRow,
} from "../ports/meeting-store";

const MINUTE_MS = 60_000;
/** Longer than any of the work takes. After this, another process does it. */
const LEASE_MS = 2 * MINUTE_MS;
/** How late work is still found. */
const LOOK_BACK_MINUTES = 15;

/** Does the work of a row. The row is erased afterwards; if this throws, it's tried again when the lease expires. */
export type DueHandler = (row: DueRow) => Promise<void>;
export type DueHandlers = Readonly<Partial<Record<DueWork, DueHandler>>>;

export type DueWorkList = ReturnType<typeof createDueWork>;

/** Work that is done at its time, by one of any number of processes. */
export function createDueWork({
  store: { due },
  now,
  log,
}: {
  store: Pick<MeetingStore, "due">;
  now: () => Date;
  log: Log;
}) {
  return {
    /** Plans work. Nothing happens if it's planned for that time already. Throws `store_unavailable`. */
    async plan(row: Omit<DueRow, "lease">): Promise<void> {
      await due.insert(row);
    },

    /** Drops work that no process has begun. */
    async withdraw(row: Omit<DueRow, "lease">): Promise<void> {
      const stored = await due.get(row);
      if (stored && !isLeased(stored)) await due.erase(stored);
    },

    /** Does all work that is due now. Errors are logged. Called about every 15 s. */
    async run(handlers: DueHandlers, stopping?: AbortSignal): Promise<void> {
      const nowMs = now().getTime();
      for (let back = LOOK_BACK_MINUTES; back >= 0; back -= 1) {
        const minute = new Date(nowMs - back * MINUTE_MS).toISOString();
        for (let part = 0; part < DUE_PARTS; part += 1) {
          const { records } = await due.list({ minute, part });
          for (const stored of records) {
            if (stopping?.aborted) return;
            await runRow(stored, handlers);
          }
        }
      }
    },
  };

  function isLeased({ record: { lease } }: StoredRow<DueRow>): boolean {
    const leftMs = lease ? Date.parse(lease.expiresAt) - now().getTime() : 0;
    return leftMs > 0 && leftMs <= 2 * LEASE_MS;
  }

  async function runRow(stored: StoredRow<DueRow>, handlers: DueHandlers): Promise<void> {
    const { record } = stored;
    const handle = handlers[record.work];
    if (!handle || Date.parse(record.dueAt) > now().getTime() || isLeased(stored)) return;
    try {
      const expiresAt = new Date(now().getTime() + LEASE_MS).toISOString();
      const held = await due.replace(stored, {
        ...record,
        lease: { holder: randomUUID(), expiresAt },
      });
      if (!held) return;
      await handle(record);
      await due.erase(held);
    } catch (error) {
      log.error({ work: record.work, code: toAppError(error).code }, "due work failed", error);
    }
  }
}
