import { randomUUID } from "node:crypto";
import { findByReference, type NoMeeting, type Superseded } from "./find-meeting";
import type { MeetingsDeps } from "./make-meeting";
import { assertCanActFor } from "./policy/acting";
import { toHostRejection } from "./policy/organizer";
import type { StoredRecord } from "./ports/meeting-store";
import { tryUntilFree, withoutLease, type LeasePurpose } from "./record/meeting-lease";
import { type LiveRecord, type MeetingRecord, type Person } from "./record/meeting-record";
import type { MeetingReference } from "./tokens/meeting-token";
import { toUnleasedFields } from "./record/unleased-fields";

interface LeaseRequest {
  reference: MeetingReference;
  caller?: Person | undefined;
  purpose: LeasePurpose;
}

/**
 * Takes the lease of the referenced meeting, calls Graph in `work`, and writes the record that `work` returns. Repeats
 * this when the lease has passed to another holder by then. Writes nothing when `work` returns the record it was given.
 *
 * Throws what `work` throws, and `graph_timeout` when others held the lease for too long. With delegated permissions,
 * throws `only_host` or `sign_in_needed` before anything is written.
 */
export async function changeUnderLease<Outcome extends { record: MeetingRecord }>(
  deps: MeetingsDeps,
  request: LeaseRequest,
  work: (record: LiveRecord, renew: () => Promise<void>) => Promise<Outcome>,
): Promise<({ ok: true } & Outcome) | NoMeeting | Superseded> {
  const { leases } = deps;
  const holder = randomUUID();
  for (;;) {
    const found = await acquireLease(deps, request, holder);
    if (!found.ok) return found;
    const { held } = found;
    const known = withoutLease(held.record);
    let outcome: Outcome;
    try {
      outcome = await work(known, () => leases.renew(held, holder));
    } catch (error) {
      await leases.release(held, holder);
      throw toHostRejection(deps, error);
    }
    const { record } = outcome;
    if (record === known) {
      await leases.release(held, holder);
      return { ok: true, ...outcome };
    }
    const isSaved = await leases.finish(held, holder, (current) => ({
      ...record,
      ...toUnleasedFields(current),
    }));
    if (isSaved) return { ok: true, ...outcome };
  }
}

function acquireLease(
  deps: MeetingsDeps,
  { reference, caller, purpose }: LeaseRequest,
  holder: string,
): Promise<{ ok: true; held: StoredRecord<LiveRecord> } | NoMeeting | Superseded> {
  return tryUntilFree(deps.now, async () => {
    const found = await findByReference(deps, reference);
    if (!found.ok) return found;
    assertCanActFor(deps, found.stored.record, caller);
    const held = await deps.leases.take(found.stored, holder, purpose);
    if (held) return { ok: true, held };
    await deps.leases.waitForOther(found.stored);
    return undefined;
  });
}
