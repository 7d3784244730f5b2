import { toAttachedRecord, type AttachedRecord } from "./record/attached-record";
import { isGone, isOutage, toAppError } from "../errors";
import { assertSignedIn, mayActFor } from "./policy/acting";
import { claimMeeting, type OrganizedRecord, type Claimed } from "./claim-meeting";
import {
  makeMeeting,
  makeNextGeneration,
  type LinkChange,
  type MeetingsDeps,
  type CreateOrGetInput,
  type MeetResult,
  type Step,
} from "./make-meeting";
import { isCreationLeaseHeld, isHeld, tryUntilFree } from "./record/meeting-lease";
import { singleFlight } from "../async/single-flight";
import { toExternalId } from "./record/external-id";
import { toKeyText } from "./record/meeting-key";
import { toRecordedPlan } from "./meeting-plan";
import type { LiveRecord, Person } from "./record/meeting-record";
import { keepGivenSubject, toMeetingAddress } from "./ports/online-meeting";
import { chooseOrganizer, isOrganizerRejected, toHostRejection } from "./policy/organizer";
import { isLive, type StoredRecord } from "./ports/meeting-store";

/** How long a record isn't written again while Graph returns the same: many people ask for a meeting at once. */
const NOTED_MS = 5_000;

export interface SharedMeetResult extends MeetResult {
  ok: true;
  /** Whether this request made the call that concurrent requests share. It alone announces a change. */
  isOwner: boolean;
}

/** A meeting was attached. Nothing was created, and Graph wasn't called. */
export interface AttachedResult {
  ok: false;
  reason: "attached";
  record: AttachedRecord;
}

/**
 * Returns the conversation's one meeting, and creates it first if needed.
 *
 * Graph identifies meetings by tenant, organizer and externalId
 * (https://learn.microsoft.com/graph/api/onlinemeeting-createorget), so the first caller claims the record and becomes
 * the key's organizer. Every later call is made in the organizer's name; with delegated permissions, only by the
 * organizer. Concurrent requests for a key share one call.
 *
 * While Graph fails, returns a meeting that exists as it was last seen. Otherwise throws an `AppError` when Graph or the
 * store fails. The claim stays and the next `meet` completes it. When Graph
 * rejects the claimer as organizer, the claim is given back.
 */
export function createMeet(
  deps: MeetingsDeps,
): (request: CreateOrGetInput) => Promise<SharedMeetResult | AttachedResult> {
  const { store, onlineMeetings, organizerPolicy, now, log, hashId, leases } = deps;
  const shareAdvance = singleFlight(
    async (call: Call) => ({ ...(await advance(call)), owner: call.request }),
    toSharedCall,
  );
  const shareReplaceOrganizer = singleFlight(
    async (call: LiveCall) => ({ ...(await replaceOrganizer(call)), owner: call.request }),
    toSharedCall,
  );

  return (request) => tryUntilFree(now, () => attempt(request));

  /** Returns `undefined` when the record has changed: read it again. */
  async function attempt(
    request: CreateOrGetInput,
  ): Promise<SharedMeetResult | AttachedResult | undefined> {
    const found = await store.get(request.key);
    const attached = found && toAttachedRecord(found.record);
    if (attached) return { ok: false, reason: "attached", record: attached };
    const candidate = chooseOrganizer(organizerPolicy, request.caller);
    const claimed = await claimMeeting(deps, found, request, candidate);
    if (!claimed) return undefined;
    const { stored } = claimed;
    if (!mayActFor(deps, stored.record, request.caller)) return join(stored, request);
    assertSignedIn(deps, request.key.tenantId, stored.record.organizer);
    let step = await shareAdvance({ ...claimed, request });
    if (step.kind === "rejected" && isLive(stored) && step.aadId !== candidate.aadId) {
      // The record may have been written since it was read.
      const current = await store.get(request.key);
      if (!current || !isLive(current) || current.record.organizer.aadId !== step.aadId) {
        return undefined;
      }
      step = await shareReplaceOrganizer({ stored: current, request });
    }
    if (step.kind === "live") {
      // Someone attached a meeting while Graph was called.
      if (step.result.record.attached) return undefined;
      return { ok: true, ...step.result, isOwner: step.owner === request };
    }
    if (step.kind === "rejected" && step.aadId === candidate.aadId) {
      // The first caller is the organizer, so Graph's error is already about them.
      throw organizerPolicy.mode === "service" ? toHostRejection(deps, step.error) : step.error;
    }
    return undefined;
  }

  /** The meeting as recorded, for a caller who can't act for its organizer. */
  async function join(
    stored: StoredRecord<OrganizedRecord>,
    { teamId }: CreateOrGetInput,
  ): Promise<SharedMeetResult | undefined> {
    const isSettled = isLive(stored) && !isCreationLeaseHeld(stored.record, now().getTime());
    if (!isSettled) {
      await leases.waitForOther(stored);
      return undefined;
    }
    const { record } = stored;
    const next: LiveRecord = {
      ...record,
      ...(teamId && { teamId }),
      // The request shows that the bot is in the conversation again.
      removedAt: undefined,
    };
    const isNew = record.removedAt !== undefined || next.teamId !== record.teamId;
    if (isNew && !(await store.replace(stored, next))) return undefined;
    return { ok: true, record: next, wasCreated: false, isOwner: false };
  }

  async function advance({ stored, holder, request }: Call): Promise<Step> {
    const { record } = stored;
    // A change keeps the meeting and its link, so this request doesn't wait for it.
    const isOnlyChanged = record.state === "live" && !isCreationLeaseHeld(record, now().getTime());
    const mustWait = !isOnlyChanged && holder === undefined;
    if (mustWait && (await leases.waitForOther(stored))) return { kind: "retry" };
    if (record.state === "live") return getAgain({ ...stored, record }, request);
    const { channelThreadId, teamId } = request;
    const plan = toRecordedPlan(record, now());
    return makeMeeting(deps, { ...record, stored, channelThreadId, teamId, plan, holder });
  }

  async function replaceOrganizer({ stored, request }: LiveCall): Promise<Step> {
    const organizer = chooseOrganizer(organizerPolicy, request.caller);
    return makeNext(stored, organizer, request, "organizer-replaced");
  }

  async function makeNext(
    stored: StoredRecord<LiveRecord>,
    organizer: Person,
    { channelThreadId, teamId, plan }: CreateOrGetInput,
    linkChange: LinkChange,
  ): Promise<Step> {
    return makeNextGeneration(deps, stored, {
      organizer,
      channelThreadId,
      teamId,
      toPlan: (known) => ({ ...known, subject: known.subject || plan.subject }),
      linkChange,
    });
  }

  /** Repeats createOrGet for a known meeting, without anything that could change it. */
  async function getAgain(
    stored: StoredRecord<LiveRecord>,
    request: CreateOrGetInput,
  ): Promise<Step> {
    const { record } = stored;
    try {
      const answer = await onlineMeetings.createOrGet({
        tenantId: request.key.tenantId,
        organizerAadId: record.organizer.aadId,
        externalId: toExternalId(request.key, record.generation),
        ...(!record.wasChannelRefused && { channelThreadId: request.channelThreadId }),
      });
      const isSame = answer.meeting.id === record.meeting.id;
      const fetched = isSame ? answer.meeting : await fetchRecorded(record, answer.meeting.id);
      const next: LiveRecord = {
        ...record,
        ...(!isHeld(record, now().getTime()) && { lease: undefined }),
        ...(request.teamId && { teamId: request.teamId }),
        // The request shows that the bot is in the conversation again.
        removedAt: undefined,
        meeting: keepGivenSubject(record.meeting, fetched),
        fetchedAt: now().toISOString(),
        ...(isSame && {
          isTiedToChannel: answer.isTiedToChannel,
          wasChannelRefused: record.wasChannelRefused || answer.wasChannelRefused,
        }),
      };
      const isNew = !isSame || !isAsNoted(record, next);
      if (isNew && (await store.replace(stored, next))) {
        return { kind: "live", result: { record: next, wasCreated: false } };
      }
      const current = await store.get(request.key);
      const isSameMeeting =
        current && isLive(current) && current.record.meeting.id === next.meeting.id;
      // What was written meanwhile, or a moment ago, is at least as recent.
      return isSameMeeting
        ? { kind: "live", result: { record: current.record, wasCreated: false } }
        : { kind: "retry" };
    } catch (error) {
      if (isGone(error)) {
        return makeNext(stored, record.organizer, request, "meeting-gone");
      }
      if (isOrganizerRejected(error)) {
        return { kind: "rejected", aadId: record.organizer.aadId, error };
      }
      if (!isOutage(error)) throw error;
      return { kind: "live", result: { record, wasCreated: false, problem: toAppError(error) } };
    }
  }

  /** The first meeting recorded for a generation stays the conversation's, even if Graph returns another one. */
  async function fetchRecorded(record: LiveRecord, otherMeetingId: string) {
    const { meetingId } = toMeetingAddress(record);
    log.warn(
      { recordedMeeting: hashId(meetingId), otherMeeting: hashId(otherMeetingId) },
      "createOrGet returned a different meeting from the recorded one",
    );
    return onlineMeetings.get(toMeetingAddress(record));
  }
}

interface Call extends Claimed {
  request: CreateOrGetInput;
}

interface LiveCall extends Call {
  stored: StoredRecord<LiveRecord>;
}

/** Requests with the same key share one call, because Graph can't tell them apart. */
function toSharedCall({ stored: { record }, holder = "" }: Call): string {
  const { key, generation, organizer } = record;
  return `${toKeyText(key)}#${generation}#${organizer.aadId}#${holder}`;
}

/** Whether the record was written a moment ago, and Graph still returns the same. */
function isAsNoted(noted: LiveRecord, next: LiveRecord): boolean {
  const ageMs = Date.parse(next.fetchedAt) - Date.parse(noted.fetchedAt);
  // What `getAgain` may change.
  return (
    ageMs >= 0 &&
    ageMs < NOTED_MS &&
    noted.isTiedToChannel === next.isTiedToChannel &&
    noted.wasChannelRefused === next.wasChannelRefused &&
    noted.teamId === next.teamId &&
    noted.removedAt === next.removedAt &&
    noted.lease === next.lease &&
    noted.meeting === next.meeting
  );
}
