import { findByReference, type NoMeeting, type Superseded } from "./find-meeting";
import type { MeetingsDeps } from "./make-meeting";
import { toAttachedRecord, type AttachedRecord } from "./record/attached-record";
import type {
  AttachedMeeting,
  ClaimedRecord,
  MeetingRecord,
  Person,
} from "./record/meeting-record";
import { updateRow } from "./record/update-row";
import type { MeetingReference } from "./tokens/meeting-token";

export interface AttachRequest {
  /** What the caller saw. If there's a later meeting by now, nothing is attached. */
  reference: MeetingReference;
  caller: Person;
  /** The team of the channel. */
  teamId?: string | undefined;
  meeting: Pick<AttachedMeeting, "joinWebUrl" | "subject" | "isOfChat">;
}

type Attached = { ok: true; record: AttachedRecord } | NoMeeting | Superseded;

/**
 * Makes an existing Teams meeting the conversation's. The record below stays as it is, to go back to. Without a record,
 * there's a free claim below: the next one who asks for a meeting after detaching becomes its organizer.
 *
 * Doesn't call Graph, and doesn't wait for a lease: its holder keeps the attached meeting that it finds when it writes.
 * Throws `store_unavailable` or `record_unreadable`.
 */
export async function attachMeeting(
  deps: Pick<MeetingsDeps, "store" | "now">,
  { reference, caller, teamId, meeting }: AttachRequest,
): Promise<Attached> {
  const attached = { ...meeting, attachedBy: caller, attachedAt: deps.now().toISOString() };
  const written = await updateRow(deps.store, reference.key, (record) =>
    record && record.generation > reference.generation
      ? undefined
      : { ...(record ?? toFreeClaim(reference, caller)), ...(teamId && { teamId }), attached },
  );
  const record = written && toAttachedRecord(written.record);
  if (record) return { ok: true, record };
  const found = await findByReference(deps, reference);
  return found.ok ? { ok: false, reason: "superseded", record: found.stored.record } : found;
}

function toFreeClaim({ key }: MeetingReference, requestedBy: Person): ClaimedRecord {
  return { state: "claimed", key, generation: 1, requestedBy, subject: "" };
}

/**
 * Goes back to the meeting before the attached one, if there is one. Returns the record as it is then; `undefined` if
 * no meeting was attached. Throws `store_unavailable` or `record_unreadable`.
 */
export async function detachMeeting(
  { store }: Pick<MeetingsDeps, "store">,
  { key }: MeetingReference,
): Promise<MeetingRecord | undefined> {
  const written = await updateRow(store, key, (record) =>
    record?.attached ? { ...record, attached: undefined } : undefined,
  );
  return written?.record;
}
