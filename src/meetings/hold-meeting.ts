import { AppError } from "../errors";
import { MAX_LEASE_WAIT_MS, type CreationLeases, type LeasePurpose } from "./creation-lease";
import { findReferred, type NoMeeting, type Superseded } from "./find-meeting";
import type { LiveRecord } from "./meeting-record";
import type { RecordStore, StoredRecord } from "./record-store";
import type { MeetingReference } from "./sealed-reference";

export type HeldMeeting = { ok: true; held: StoredRecord<LiveRecord> } | NoMeeting | Superseded;

/** Takes the lease of the meeting that a reference means, after whoever has it. */
export type HoldMeeting = (
  reference: MeetingReference,
  holder: string,
  purpose: LeasePurpose,
) => Promise<HeldMeeting>;

/** Throws `graph_timeout` when others had the lease for too long. */
export function createHoldMeeting(
  { store, now }: { store: RecordStore; now: () => Date },
  leases: CreationLeases,
): HoldMeeting {
  return async function holdMeeting(reference, holder, purpose) {
    const givesUpAtMs = now().getTime() + MAX_LEASE_WAIT_MS;
    while (now().getTime() < givesUpAtMs) {
      const found = await findReferred(store, reference);
      if (!found.ok) return found;
      const held = await leases.take(found.stored, holder, purpose);
      if (held) return { ok: true, held };
      await leases.waitForOther(found.stored);
    }
    throw new AppError("graph_timeout", { reason: "others held the lease for too long" });
  };
}
