import { assertCanActFor, type ActingEdges } from "./policy/acting";
import { tryUntilFree, type CreationLeases, type LeasePurpose } from "./record/creation-lease";
import { findReferred, type FindEdges, type NoMeeting, type Superseded } from "./find-meeting";
import type { LiveRecord, Person } from "./record/meeting-record";
import type { StoredRecord } from "./record/record-store";
import type { MeetingReference } from "./tokens/sealed-reference";

export type HeldMeeting = { ok: true; held: StoredRecord<LiveRecord> } | NoMeeting | Superseded;

/** Takes the lease of the meeting that a reference means, after whoever has it. */
export type HoldMeeting = (
  reference: MeetingReference,
  holder: string,
  purpose: LeasePurpose,
  /** Who wants something done to it. */
  caller?: Person,
) => Promise<HeldMeeting>;

/**
 * Throws `graph_timeout` when others had the lease for too long; and where nobody can act for another, `only_host` or
 * `sign_in_needed`, before anything is written.
 */
export function createHoldMeeting(
  edges: FindEdges & ActingEdges,
  leases: CreationLeases,
): HoldMeeting {
  return (reference, holder, purpose, caller) =>
    tryUntilFree(edges.now, async (): Promise<HeldMeeting | undefined> => {
      const found = await findReferred(edges, reference);
      if (!found.ok) return found;
      assertCanActFor(edges, found.stored.record, caller);
      const held = await leases.take(found.stored, holder, purpose);
      if (held) return { ok: true, held };
      await leases.waitForOther(found.stored);
      return undefined;
    });
}
