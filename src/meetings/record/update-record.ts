import { AppError } from "../../errors";
import type { RecordStore } from "../ports/meeting-store";
import type { MeetingKey } from "./meeting-key";
import { MAX_LEASE_WAIT_MS, type MeetingLeases } from "./meeting-lease";
import type { MeetingRecord } from "./meeting-record";
import { updateRow } from "./update-row";

/**
 * Changes a record that exists. Waits for another process's lease: its holder must find the record as it left it.
 *
 * @param change returns `undefined` to leave the record as it is.
 * @throws AppError `store_unavailable` after `MAX_LEASE_WAIT_MS`
 */
export async function updateRecord<R extends MeetingRecord>(
  { store, now, leases }: { store: RecordStore; now: () => Date; leases: MeetingLeases },
  key: MeetingKey,
  change: (record: MeetingRecord) => R | undefined,
): Promise<R | undefined> {
  const givesUpAtMs = now().getTime() + MAX_LEASE_WAIT_MS;
  const written = await updateRow(store, key, (record) => record && change(record), {
    async isBlocked(stored) {
      if (now().getTime() < givesUpAtMs) return leases.waitForOther(stored);
      throw new AppError("store_unavailable", { reason: "others kept changing the record" });
    },
  });
  return written?.record;
}
