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
