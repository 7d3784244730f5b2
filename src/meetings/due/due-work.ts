import { randomInt, randomUUID } from "node:crypto";
import fastq from "fastq";
import { toAppError } from "../../errors";
import type { Log } from "../../log";
import type { HashId } from "../../metrics/hash-ids";
import type { Metrics } from "../../metrics/metrics";
import {
  DUE_WORK,
  type DueRow,
  type DueSlot,
  type DueWork,
  type MeetingStore,
  type StoredRow,
} from "../ports/meeting-store";
import { toKeyText } from "../record/meeting-key";
import { createOpenSlots, toSlotText } from "./open-slots";

/**
 * Longer than work usually takes. After this, another process does it, and soon where people wait for it. No reminder comes
 * twice if its process was only slow: the record decides.
 */
const LEASE_MS: Readonly<Record<DueWork, number>> = {
  reminder: 20_000,
  live: 20_000,
  "live-cards": 20_000,
  "call-events": 60_000,
  attendance: 60_000,
  series: 60_000,
};
/** Work that keeps failing is tried less and less often: after half of the time that it's late. */
const MAX_LEASE_MS = 30 * 60_000;
/** Work of one kind at once. Each waits for the store or for Teams most of the time. */
const MAX_AT_ONCE = 32;

/** `skipped`: there was nothing to do any more. */
export type DueResult = "done" | "skipped" | { againAfterMs: number };

/**
 * Does the work of a row. It's erased afterwards, or tried again if that's the result; after an error, when the lease
 * expires. A process can die at any time, so a handler makes sure itself that nothing happens twice.
 *
 * @param stopping Aborts when the process is about to end. What hasn't begun is left to other processes.
 */
export type DueHandler = (row: DueRow, stopping?: AbortSignal) => Promise<DueResult>;
export type DueHandlers = Readonly<Record<DueWork, DueHandler>>;

interface Task {
  slot: string;
  row: string;
  handlers: DueHandlers;
  stopping: AbortSignal | undefined;
}

export type DueWorkList = ReturnType<typeof createDueWork>;

/** Work that is done at its time, by one of any number of processes. */
export function createDueWork({
  store: { due },
  now,
  waitUntil,
  hashId,
  metrics,
  log,
}: {
  store: Pick<MeetingStore, "due">;
  now: () => Date;
  waitUntil: (work: Promise<unknown>) => void;
  /** For ids in the log. */
  hashId: HashId;
  metrics?: Metrics | undefined;
  log: Log;
}) {
  const slots = createOpenSlots(now);
  /** The rows of each slot as they were last read, without those that were begun since. */
  const listed = new Map<string, Map<string, StoredRow<DueRow>>>();
  /** Rows that wait for their turn, and those at work. */
  const queued = new Set<string>();
  // One queue for each kind of work, so that a slow one doesn't hold up the others.
  const queues = new Map(DUE_WORK.map((work) => [work, fastq.promise(takeTurn, MAX_AT_ONCE)]));

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

    /**
     * Begins all work that is due now, and resolves when it has been found: `waitUntil` gets the work. Its errors are
     * logged. Called about every 15 s. Throws `store_unavailable`; the next call finds what this one didn't.
     */
    async run(handlers: DueHandlers, stopping?: AbortSignal): Promise<void> {
      try {
        for (const slot of slots.list()) {
          if (stopping?.aborted) return;
          const { records } = await due.list(slot);
          if (records.length === 0) slots.close(slot);
          enqueue(slot, records, handlers, stopping);
        }
      } finally {
        for (const queue of queues.values()) if (!queue.idle()) waitUntil(queue.drained());
      }
    },
  };

  /** A row that waits since an earlier call is done as it's now, and not at all if another process has done it. */
  function enqueue(
    slot: DueSlot,
    records: StoredRow<DueRow>[],
    handlers: DueHandlers,
    stopping: AbortSignal | undefined,
  ): void {
    const name = toSlotText(slot);
    const startable = records.filter((stored) => isDue(stored) && !isLeased(stored));
    // Each process starts with another row.
    const first = randomInt(startable.length + 1);
    const inOrder = [...startable.slice(first), ...startable.slice(0, first)];
    const rows = new Map(inOrder.map((stored) => [toRowText(stored.record), stored]));
    if (rows.size > 0) listed.set(name, rows);
    else listed.delete(name);
    for (const [row, { record }] of rows) {
      if (queued.has(row)) continue;
      queued.add(row);
      void queues.get(record.work)?.push({ slot: name, row, handlers, stopping });
    }
  }

  async function takeTurn({ slot, row, handlers, stopping }: Task): Promise<void> {
    const stored = listed.get(slot)?.get(row);
    listed.get(slot)?.delete(row);
    try {
      if (stored && stopping?.aborted !== true) await runRow(stored, handlers, stopping);
    } finally {
      queued.delete(row);
    }
  }

  async function runRow(
    stored: StoredRow<DueRow>,
    handlers: DueHandlers,
    stopping: AbortSignal | undefined,
  ): Promise<void> {
    const { record } = stored;
    const { work, key, dueAt } = record;
    const lateMs = now().getTime() - Date.parse(dueAt);
    try {
      const lease = toLease(Math.max(LEASE_MS[work], lateMs / 2));
      const held = await due.replace(stored, { ...record, lease });
      if (!held) return;
      // Its own signal: Node warns of a leak when more than 10 wait for the same one.
      const signal = stopping && AbortSignal.any([stopping]);
      const result = await handlers[work](record, signal);
      if (typeof result === "string") await due.erase(held);
      else await due.replace(held, { ...record, lease: toLease(result.againAfterMs) });
      report(typeof result === "string" ? result : "again");
    } catch (error) {
      log.error({ work, code: toAppError(error).code }, "due work failed", error);
      report("failed");
    }

    function report(outcome: "done" | "skipped" | "again" | "failed"): void {
      metrics?.dueWorkEnded(work, outcome, lateMs);
      const lateSeconds = Math.round(lateMs / 1000);
      log.info(
        { work, outcome, lateSeconds, conversation: hashId(key.threadId) },
        "due work ended",
      );
    }
  }

  function isDue({ record: { dueAt } }: StoredRow<DueRow>): boolean {
    return Date.parse(dueAt) <= now().getTime();
  }

  /** A lease that ends later than any could was written by a wrong clock, and is ignored. */
  function isLeased({ record: { lease } }: StoredRow<DueRow>): boolean {
    const leftMs = lease ? Date.parse(lease.expiresAt) - now().getTime() : 0;
    return leftMs > 0 && leftMs <= 2 * MAX_LEASE_MS;
  }

  function toLease(ms: number): NonNullable<DueRow["lease"]> {
    const expiresAtMs = now().getTime() + Math.min(ms, MAX_LEASE_MS);
    return { holder: randomUUID(), expiresAt: new Date(expiresAtMs).toISOString() };
  }
}

function toRowText({ work, key, id, dueAt }: DueRow): string {
  return JSON.stringify([work, toKeyText(key), id, dueAt]);
}
