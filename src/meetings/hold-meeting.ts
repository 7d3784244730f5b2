import { tryUntilFree, type CreationLeases, type LeasePurpose } from "./creation-lease";
import { findReferred, type FindEdges, type NoMeeting, type Superseded } from "./find-meeting";
import type { LiveRecord } from "./meeting-record";
import type { StoredRecord } from "./record-store";
import type { MeetingReference } from "./sealed-reference";

export type HeldMeeting = { ok: true; held: StoredRecord<LiveRecord> } | NoMeeting | Superseded;

/** Takes the lease of the meeting that a reference means, after whoever has it. */
export type HoldMeeting = (
  reference: MeetingReference,
  holder: string,
  purpose: LeasePurpose,
) => Promise<HeldMeeting>;

/** Throws `graph_timeout` when others had the lease for too long. */
export function createHoldMeeting(edges: FindEdges, leases: CreationLeases): HoldMeeting {
  return (reference, holder, purpose) =>
    tryUntilFree(edges.now, async (): Promise<HeldMeeting | undefined> => {
      const found = await findReferred(edges, reference);
      if (!found.ok) return found;
      const held = await leases.take(found.stored, holder, purpose);
      if (held) return { ok: true, held };
      await leases.waitForOther(found.stored);
      return undefined;
    });
}
