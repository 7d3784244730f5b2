import { assertCanActFor, type ActingDeps } from "./policy/acting";
import { tryUntilFree, type MeetingLeases, type LeasePurpose } from "./record/meeting-lease";
import { findByReference, type FindDeps, type NoMeeting, type Superseded } from "./find-meeting";
import type { LiveRecord, Person } from "./record/meeting-record";
import type { StoredRecord } from "./ports/meeting-store";
import type { MeetingReference } from "./tokens/meeting-token";

export type LeasedMeeting = { ok: true; held: StoredRecord<LiveRecord> } | NoMeeting | Superseded;

/** Waits for the lease of a meeting and takes it. */
export type AcquireMeetingLease = (
  reference: MeetingReference,
  holder: string,
  purpose: LeasePurpose,
  caller?: Person,
) => Promise<LeasedMeeting>;

/**
 * Throws `graph_timeout` when others held the lease for too long. With delegated permissions, throws `only_host` or
 * `sign_in_needed` before anything is written.
 */
export function createAcquireMeetingLease(
  deps: FindDeps & ActingDeps,
  leases: MeetingLeases,
): AcquireMeetingLease {
  return (reference, holder, purpose, caller) =>
    tryUntilFree(deps.now, async (): Promise<LeasedMeeting | undefined> => {
      const found = await findByReference(deps, reference);
      if (!found.ok) return found;
      assertCanActFor(deps, found.stored.record, caller);
      const held = await leases.take(found.stored, holder, purpose);
      if (held) return { ok: true, held };
      await leases.waitForOther(found.stored);
      return undefined;
    });
}
