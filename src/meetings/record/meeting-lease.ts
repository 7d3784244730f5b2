import { AppError, toAppError } from "../../errors";
import type { Log } from "../../log";
import type { MeetingLease, MeetingRecord } from "./meeting-record";
import type { RecordStore, StoredRecord } from "./record-store";

/** Longer than any call to Graph may take (`GRAPH_DEADLINE_MS`), so that two creators never overlap. */
export const MEETING_LEASE_MS = 35_000;
const POLL_MS = 200;
/** Longer than anybody needs whom Graph answers, or who died in the midst of it. */
export const MAX_LEASE_WAIT_MS = 3 * MEETING_LEASE_MS;

/** `change`: the meeting and its link stay, so that whoever only asks for it need not wait. */
export type LeasePurpose = "creation" | "change";

export interface MeetingLeases {
  /** Waits a little when somebody else holds the lease, and says so: read the record again then. */
  waitForOther(stored: StoredRecord): Promise<boolean>;
  /**
   * The record with the lease in the holder's hand from now on, taken or renewed; `undefined` when it is in
   * another's, or the record has changed since it was read.
   */
  take<R extends MeetingRecord>(
    stored: StoredRecord<R>,
    holder: string,
    purpose: LeasePurpose,
  ): Promise<StoredRecord<R> | undefined>;
  /** The lease of a holder who needs it for longer. */
  renew(held: StoredRecord, holder: string): Promise<void>;
  /**
   * Writes what was done under the lease, which ends with it, also over what somebody wrote in spite of it. False
   * when the lease had passed to another: whoever has it decides then.
   */
  finish(
    held: StoredRecord,
    holder: string,
    toNext: (current: MeetingRecord) => MeetingRecord,
  ): Promise<boolean>;
  /**
   * Ends a lease under which nothing was done, with what `toNext` makes of the record. It never fails: what
   * went wrong before is what has to be told, and the lease ends by itself.
   */
  giveBack(
    held: StoredRecord,
    holder: string,
    toNext?: (current: MeetingRecord) => MeetingRecord,
  ): Promise<void>;
}

/** Leases live in the record and are taken by compare-and-swap, so the store decides between processes. */
export function createMeetingLeases(deps: {
  store: RecordStore;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  log: Log;
}): MeetingLeases {
  const leases: MeetingLeases = {
    async waitForOther({ record }) {
      const isOthers = isHeld(record, deps.now().getTime());
      if (isOthers) await deps.sleep(POLL_MS);
      return isOthers;
    },

    async take(stored, holder, purpose) {
      const nowMs = deps.now().getTime();
      const { record } = stored;
      if (isHeld(record, nowMs) && record.lease?.holder !== holder) return undefined;
      const lease = {
        ...toMeetingLease(holder, deps.now()),
        ...(purpose === "change" && { purpose }),
      };
      return deps.store.replace(stored, { ...record, lease });
    },

    async renew({ record: { key } }, holder) {
      const stored = await deps.store.get(key);
      const lease = stored?.record.lease;
      if (!stored || lease?.holder !== holder) return;
      const renewed: MeetingLease = { ...lease, expiresAt: toEnd(deps.now().getTime()) };
      await deps.store.replace(stored, { ...stored.record, lease: renewed });
    },

    async finish(held, holder, toNext) {
      let current: StoredRecord | undefined = held;
      while (current?.record.lease?.holder === holder) {
        if (await deps.store.replace(current, withoutLease(toNext(current.record)))) return true;
        current = await deps.store.get(held.record.key);
      }
      return false;
    },

    async giveBack(held, holder, toNext = (current) => current) {
      try {
        await leases.finish(held, holder, toNext);
      } catch (error) {
        deps.log.error({ code: toAppError(error).code }, "a lease could not be given back", error);
      }
    },
  };
  return leases;
}

/** For a record that is written together with its lease. */
export function toMeetingLease(holder: string, now: Date): MeetingLease {
  return { holder, expiresAt: toEnd(now.getTime()) };
}

function toEnd(nowMs: number): string {
  return new Date(nowMs + MEETING_LEASE_MS).toISOString();
}

/** Whether somebody may be about to give the key another meeting. */
export function isLeaseHeld(record: MeetingRecord, nowMs: number): boolean {
  return isHeld(record, nowMs) && record.lease?.purpose !== "change";
}

/**
 * Tries until there is a result, for as long as others may need the lease one after the other; each attempt waits
 * for them itself. Throws `graph_timeout` after that.
 */
export async function tryUntilFree<T>(
  now: () => Date,
  attempt: () => Promise<T | undefined>,
): Promise<T> {
  const givesUpAtMs = now().getTime() + MAX_LEASE_WAIT_MS;
  while (now().getTime() < givesUpAtMs) {
    const result = await attempt();
    if (result !== undefined) return result;
  }
  throw new AppError("graph_timeout", { reason: "others held the lease for too long" });
}

/** A lease that would last longer than any lease was written by a wrong clock, and binds nobody. */
export function isHeld({ lease }: MeetingRecord, nowMs: number): boolean {
  if (!lease) return false;
  const leftMs = Date.parse(lease.expiresAt) - nowMs;
  return leftMs > 0 && leftMs <= 2 * MEETING_LEASE_MS;
}

export function withoutLease<R extends MeetingRecord>(record: R): R {
  return { ...record, lease: undefined };
}
