import { isHeld } from "./record/meeting-lease";
import type { MeetingKey } from "./record/meeting-key";
import type { MeetingsDeps } from "./make-meeting";
import type { CancelledRecord, ClaimedRecord, LiveRecord } from "./record/meeting-record";
import type { MeetingReference } from "./tokens/meeting-token";
import type { StoredRecord } from "./ports/meeting-store";
import {
  toAttachedRecord,
  type AttachedRecord,
  type JoinableRecord,
} from "./record/attached-record";

/** Why a key has no meeting that can be changed. */
export type NoMeeting =
  /** A meeting that was created elsewhere is shown instead. Graph isn't called for it. */
  | { ok: false; reason: "attached"; record: AttachedRecord }
  | { ok: false; reason: "unknown" }
  /** Claimed, but Graph hasn't created the meeting yet. */
  | { ok: false; reason: "unfinished"; isBeingMade: boolean; record: ClaimedRecord }
  | { ok: false; reason: "cancelled"; record: CancelledRecord };

/** The reference is to an earlier meeting, whose link is no longer the conversation's. */
export interface Superseded {
  ok: false;
  reason: "superseded";
  record: JoinableRecord;
}

export type FoundMeeting = { ok: true; stored: StoredRecord<LiveRecord> } | NoMeeting;

type FindDeps = Pick<MeetingsDeps, "store" | "now">;

export async function findMeeting(
  { store, now }: FindDeps,
  key: MeetingKey,
): Promise<FoundMeeting> {
  return toFound(await store.get(key), now());
}

/** What a stored record says of its key's meeting. */
export function toFound(stored: StoredRecord | undefined, now: Date): FoundMeeting {
  if (!stored) return { ok: false, reason: "unknown" };
  const { record, version } = stored;
  const attached = toAttachedRecord(record);
  if (attached) return { ok: false, reason: "attached", record: attached };
  if (record.state === "claimed") {
    const isBeingMade = isHeld(record, now.getTime());
    return { ok: false, reason: "unfinished", isBeingMade, record };
  }
  if (record.state === "cancelled") return { ok: false, reason: "cancelled", record };
  return { ok: true, stored: { record, version } };
}

/** The meeting that people can join, if there's one. */
export function toFoundRecord(found: FoundMeeting | Superseded): JoinableRecord | undefined {
  if (found.ok) return found.stored.record;
  return found.reason === "attached" ? found.record : undefined;
}

/** The generation of a key's current or next meeting. */
export function toGeneration(found: FoundMeeting): number {
  if (found.ok) return found.stored.record.generation;
  return found.reason === "unknown" ? 1 : found.record.generation;
}

/** Finds the referenced meeting, if it is still the key's current one. */
export async function findByReference(
  deps: FindDeps,
  { key, generation }: MeetingReference,
): Promise<FoundMeeting | Superseded> {
  const found = await findMeeting(deps, key);
  if (!found.ok && found.reason !== "attached") return found;
  const record = found.ok ? found.stored.record : found.record;
  // A later generation than the record's comes from before the record was erased.
  if (generation > record.generation) return { ok: false, reason: "unknown" };
  return generation < record.generation ? { ok: false, reason: "superseded", record } : found;
}
