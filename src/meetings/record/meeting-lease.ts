import { AppError, toAppError } from "../../errors";
import type { Log } from "../../log";
import type { RecordStore, StoredRecord } from "../ports/meeting-store";
import type { MeetingKey } from "./meeting-key";
import type { MeetingLease, MeetingRecord } from "./meeting-record";
import { updateRow } from "./update-row";

/** Longer than any call to Graph may take (`POLICIES.graph`), so that two creators never overlap. */
export const MEETING_LEASE_MS = 35_000;
const POLL_MS = 200;
/** Enough for a holder that crashed and the ones queued behind it. */
const MAX_LEASE_WAIT_MS = 3 * MEETING_LEASE_MS;

/** `change`: the meeting and its link stay the same, so requests that only read it don't wait. */
export type LeasePurpose = "creation" | "change";

export type MeetingLeases = ReturnType<typeof createMeetingLeases>;

/** Leases are part of the record and taken by compare-and-swap, so the store decides between processes. */
export function createMeetingLeases({
  store,
  now,
  sleep,
  log,
}: {
  store: RecordStore;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  log: Log;
}) {
  /** Sleeps briefly and returns true when a lease is held: read the record again then. */
  async function waitForOther({ record }: StoredRecord): Promise<boolean> {
    const isOther = isHeld(record, now().getTime());
    if (isOther) await sleep(POLL_MS);
    return isOther;
  }

  /**
   * Takes or renews the lease. Returns the record with it, or `undefined` when another holder has the lease or the
   * record has changed since it was read.
   */
  async function take<R extends MeetingRecord>(
    stored: StoredRecord<R>,
    holder: string,
    purpose: LeasePurpose,
  ): Promise<StoredRecord<R> | undefined> {
    const { record } = stored;
    if (isHeld(record, now().getTime()) && record.lease?.holder !== holder) return undefined;
    const lease = { ...toMeetingLease(holder, now()), ...(purpose === "change" && { purpose }) };
    return store.replace(stored, { ...record, lease });
  }

  /** Extends a lease that its holder needs for longer. */
  async function renew({ record: { key } }: StoredRecord, holder: string): Promise<void> {
    await updateRow(store, key, (record) =>
      record?.lease?.holder === holder
        ? { ...record, lease: { ...record.lease, ...toMeetingLease(holder, now()) } }
        : undefined,
    );
  }

  /**
   * Ends the lease and writes its result, even over a write that ignored the lease. Returns false when
   * another holder has taken over, and leaves the record to it.
   */
  async function finish(held: StoredRecord, holder: string, change: Change): Promise<boolean> {
    const written = await updateRow(
      store,
      held.record.key,
      (current) => (current?.lease?.holder === holder ? withoutLease(change(current)) : undefined),
      { seen: held },
    );
    return written !== undefined;
  }

  /**
   * Ends the lease of a holder that failed. Errors are logged and not thrown, so that the first error reaches the
   * caller; the lease expires by itself.
   */
  async function release(
    held: StoredRecord,
    holder: string,
    change: Change = (current) => current,
  ): Promise<void> {
    try {
      await finish(held, holder, change);
    } catch (error) {
      log.error({ code: toAppError(error).code }, "a lease could not be released", error);
    }
  }

  /**
   * Changes a record that exists, without a lease. Waits for another process's lease: its holder must find the record
   * as it left it.
   *
   * @param change returns `undefined` to leave the record as it is.
   * @returns the record as written, or `undefined` when nothing was changed.
   * @throws AppError `store_unavailable` after `MAX_LEASE_WAIT_MS`
   */
  async function updateRecord(
    key: MeetingKey,
    change: (record: MeetingRecord) => MeetingRecord | undefined,
  ): Promise<MeetingRecord | undefined> {
    const givesUpAtMs = now().getTime() + MAX_LEASE_WAIT_MS;
    const written = await updateRow(store, key, (record) => record && change(record), {
      async isBlocked(stored) {
        if (now().getTime() < givesUpAtMs) return waitForOther(stored);
        throw new AppError("store_unavailable", { reason: "others kept changing the record" });
      },
    });
    return written?.record;
  }

  return { waitForOther, take, renew, finish, release, updateRecord };
}

type Change = (current: MeetingRecord) => MeetingRecord;

/** For a record that is written together with its lease. */
export function toMeetingLease(holder: string, now: Date): MeetingLease {
  return { holder, expiresAt: new Date(now.getTime() + MEETING_LEASE_MS).toISOString() };
}

/** Whether a lease is held that may give the key another meeting. */
export function isCreationLeaseHeld(record: MeetingRecord, nowMs: number): boolean {
  return isHeld(record, nowMs) && record.lease?.purpose !== "change";
}

/**
 * Repeats an attempt until it has a result. Each attempt waits for leases itself. Throws `graph_timeout` after
 * `MAX_LEASE_WAIT_MS`.
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

/** A lease that ends later than any lease could was written by a wrong clock and is ignored. */
export function isHeld({ lease }: MeetingRecord, nowMs: number): boolean {
  if (!lease) return false;
  const leftMs = Date.parse(lease.expiresAt) - nowMs;
  return leftMs > 0 && leftMs <= 2 * MEETING_LEASE_MS;
}

export function withoutLease<R extends MeetingRecord>(record: R): R {
  return { ...record, lease: undefined };
}
