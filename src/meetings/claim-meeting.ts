import { randomUUID } from "node:crypto";
import { assertSignedIn, mayActFor } from "./policy/acting";
import type { MeetingsDeps, CreateOrGetInput } from "./make-meeting";
import { isHeld, toMeetingLease } from "./record/meeting-lease";
import { toLastingFields } from "./record/meeting-record";
import type { ClaimedRecord, LiveRecord, MeetingRecord, Person } from "./record/meeting-record";
import { writeRow } from "./record/update-row";
import type { StoredRecord } from "./ports/meeting-store";

/** A record that names its organizer. A tombstone has to be claimed first. */
export type OrganizedRecord = LiveRecord | (ClaimedRecord & { organizer: Person });

export interface Claimed {
  stored: StoredRecord<OrganizedRecord>;
  /** Set when the claim was written together with a lease. */
  holder?: string;
}

/**
 * Returns the key's record with its organizer, as it was read or after claiming it for `candidate` if needed. Returns `undefined` when
 * another process wrote it or holds its lease.
 *
 * The next caller completes an unfinished claim in its organizer's name. With delegated permissions that's impossible, so
 * the next caller takes the claim over once its lease has ended. No link has been shown by then. The new claim is written
 * together with a lease, so that two callers don't keep taking it from each other.
 */
export async function claimMeeting(
  deps: MeetingsDeps,
  stored: StoredRecord | undefined,
  request: CreateOrGetInput,
  candidate: Person,
): Promise<Claimed | undefined> {
  const { store, now, leases } = deps;
  if (stored && isOrganized(stored) && !mayTakeOver(deps, stored, candidate)) return { stored };
  // Someone who has to sign in first must not block others with a claim.
  assertSignedIn(deps, request.key.tenantId, candidate);
  const before = stored?.record;
  if (deps.acting?.mode !== "delegated") {
    const claim = toClaim(request, before?.organizer ?? candidate, before);
    const written = await writeRow(store, stored, claim);
    return written && { stored: written };
  }
  if (stored && (await leases.waitForOther(stored))) return undefined;
  const holder = randomUUID();
  const claim = { ...toClaim(request, candidate, before), lease: toMeetingLease(holder, now()) };
  const written = await writeRow(store, stored, claim);
  return written && { stored: written, holder };
}

function mayTakeOver(
  deps: MeetingsDeps,
  { record }: StoredRecord<OrganizedRecord>,
  candidate: Person,
): boolean {
  const isUnfinished = record.state === "claimed" && !isHeld(record, deps.now().getTime());
  return isUnfinished && !mayActFor(deps, record, candidate);
}

function isOrganized(stored: StoredRecord): stored is StoredRecord<OrganizedRecord> {
  return stored.record.organizer !== undefined && stored.record.state !== "cancelled";
}

function toClaim(
  { key, caller, plan, teamId }: CreateOrGetInput,
  organizer: Person,
  before: MeetingRecord | undefined,
): ClaimedRecord & { organizer: Person } {
  return {
    key,
    generation: before?.generation ?? 1,
    ...(before?.lease && { lease: before.lease }),
    ...(before && toLastingFields(before)),
    ...(teamId && { teamId }),
    state: "claimed",
    requestedBy: caller,
    organizer,
    ...plan,
  };
}
