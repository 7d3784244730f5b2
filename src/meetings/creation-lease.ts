import type { MeetingRecord } from "./meeting-record";
import type { RecordStore, StoredRecord } from "./record-store";

/** Longer than any call to Graph may take (`GRAPH_DEADLINE_MS`), so that two creators never overlap. */
export const CREATION_LEASE_MS = 35_000;
const POLL_MS = 200;

export interface CreationLeases {
  /** Waits a little when somebody else holds the lease, and says so: read the record again then. */
  waitForOther(stored: StoredRecord): Promise<boolean>;
  /**
   * The record with the lease in the holder's hand from now on, taken or renewed; `undefined` when it is in
   * another's, or the record has changed since it was read.
   */
  take<R extends MeetingRecord>(
    stored: StoredRecord<R>,
    holder: string,
  ): Promise<StoredRecord<R> | undefined>;
  /**
   * Writes what was done under the lease, which ends with it, also over what somebody wrote in spite of it. False
   * when the lease had passed to another: whoever has it decides then.
   */
  finish(
    held: StoredRecord,
    holder: string,
    toNext: (current: MeetingRecord) => MeetingRecord,
  ): Promise<boolean>;
}

/** Leases live in the record and are taken by compare-and-swap, so the store decides between processes. */
export function createCreationLeases(edges: {
  store: RecordStore;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
}): CreationLeases {
  return {
    async waitForOther({ record }) {
      const isOthers = isHeld(record, edges.now().getTime());
      if (isOthers) await edges.sleep(POLL_MS);
      return isOthers;
    },

    async take(stored, holder) {
      const nowMs = edges.now().getTime();
      const { record } = stored;
      if (isHeld(record, nowMs) && record.lease?.holder !== holder) return undefined;
      const until = new Date(nowMs + CREATION_LEASE_MS).toISOString();
      return edges.store.replace(stored, { ...record, lease: { holder, until } });
    },

    async finish(held, holder, toNext) {
      let current: StoredRecord | undefined = held;
      while (current?.record.lease?.holder === holder) {
        if (await edges.store.replace(current, withoutLease(toNext(current.record)))) return true;
        current = await edges.store.get(held.record.key);
      }
      return false;
    },
  };
}

/** A lease that would last longer than any lease was written by a wrong clock, and binds nobody. */
export function isHeld({ lease }: MeetingRecord, nowMs: number): boolean {
  if (!lease) return false;
  const leftMs = Date.parse(lease.until) - nowMs;
  return leftMs > 0 && leftMs <= 2 * CREATION_LEASE_MS;
}

export function withoutLease<R extends MeetingRecord>(record: R): R {
  return { ...record, lease: undefined };
}
