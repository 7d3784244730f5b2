import { randomUUID } from "node:crypto";
import { assertSignedIn, mayActFor } from "./policy/acting";
import type { MeetingsDeps, CreateOrGetInput } from "./make-meeting";
import { isHeld, toMeetingLease, type MeetingLeases } from "./record/meeting-lease";
import { toMessagesOf } from "./record/meeting-record";
import type { ClaimedRecord, LiveRecord, MeetingRecord, Person } from "./record/meeting-record";
import { writeRow } from "./record/update-row";
import type { StoredRecord } from "./ports/meeting-store";

/** A record that can be completed or asked for again as it stands: a tombstone has to be claimed first. */
export type AskableRecord = LiveRecord | (ClaimedRecord & { organizer: Person });

export interface Claimed {
  stored: StoredRecord<AskableRecord>;
  /** Has the lease of the claim already. */
  holder?: string;
}

/**
 * The key's record with an organizer in it, claimed for `candidate` where there is none; `undefined` when somebody
 * else wrote at the same moment, or is at it.
 *
 * An unfinished claim is completed in its organizer's name by whoever comes next. Where nobody can act for another, it
 * is taken over instead, once nobody is at work on it: no one has been shown a link of it. It is written together
 * with its lease then, so that two who take it from each other do not go on with that for ever.
 */
export function createClaimMeeting(
  deps: MeetingsDeps,
  leases: MeetingLeases,
): (request: CreateOrGetInput, candidate: Person) => Promise<Claimed | undefined> {
  const { store, now } = deps;

  return async function claimMeeting(request, candidate) {
    const stored = await store.get(request.key);
    if (stored && isAskable(stored) && !isToBeTakenOver(stored, candidate)) return { stored };
    // Whoever has to sign in first claims nothing meanwhile.
    assertSignedIn(deps, request.key.tenantId, candidate);
    const before = stored?.record;
    if (deps.acting?.mode !== "delegated") {
      const organizer = before?.organizer ?? candidate;
      return write(stored, toClaim(request, organizer, before));
    }
    if (stored && (await leases.waitForOther(stored))) return undefined;
    const holder = randomUUID();
    const lease = toMeetingLease(holder, now());
    return write(stored, { ...toClaim(request, candidate, before), lease }, holder);
  };

  function isToBeTakenOver({ record }: StoredRecord<AskableRecord>, candidate: Person): boolean {
    const isUnfinished = record.state === "claimed" && !isHeld(record, now().getTime());
    return isUnfinished && !mayActFor(deps, record, candidate);
  }

  async function write(
    stored: StoredRecord | undefined,
    claim: ClaimedRecord & { organizer: Person },
    holder?: string,
  ): Promise<Claimed | undefined> {
    const written = await writeRow(store, stored, claim);
    return written && { stored: written, ...(holder !== undefined && { holder }) };
  }
}

function isAskable(stored: StoredRecord): stored is StoredRecord<AskableRecord> {
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
    ...(before && toMessagesOf(before)),
    ...(teamId && { teamId }),
    state: "claimed",
    requestedBy: caller,
    organizer,
    ...plan,
  };
}
