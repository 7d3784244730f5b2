import { AppError } from "../../errors";
import { MAX_LEASE_WAIT_MS, type MeetingLeases } from "./meeting-lease";
import type { MeetingKey } from "./meeting-key";
import type { MeetingRecord } from "./meeting-record";
import type { RecordStore } from "./record-store";

/**
 * Changes a key's record by compare-and-swap, anew for whatever somebody else wrote meanwhile. What a creator
 * writes must find the record as it was, so a lease of another is waited for.
 */
export type UpdateRecord = <R extends MeetingRecord>(
  key: MeetingKey,
  /** `undefined` leaves the record as it is. */
  change: (record: MeetingRecord) => R | undefined,
) => Promise<R | undefined>;

export function createUpdateRecord(
  { store, now }: { store: RecordStore; now: () => Date },
  leases: MeetingLeases,
): UpdateRecord {
  return async function updateRecord(key, change) {
    const givesUpAtMs = now().getTime() + MAX_LEASE_WAIT_MS;
    while (now().getTime() < givesUpAtMs) {
      const stored = await store.get(key);
      const next = stored && change(stored.record);
      if (!next) return undefined;
      if (await leases.waitForOther(stored)) continue;
      if (await store.replace(stored, next)) return next;
    }
    throw new AppError("store_unavailable", { reason: "others kept changing the record" });
  };
}
