import { createCache } from "async-cache-dedupe";
import { AppError, isGone } from "../errors";
import { assertSignedIn, mayActFor } from "./policy/acting";
import { createClaimMeeting, type AskableRecord, type Claimed } from "./claim-meeting";
import type {
  LinkChange,
  MakeMeeting,
  MeetingsDeps,
  CreateOrGetInput,
  MeetResult,
  Step,
} from "./make-meeting";
import {
  isCreationLeaseHeld,
  isHeld,
  tryUntilFree,
  type MeetingLeases,
} from "./record/meeting-lease";
import { toExternalId } from "./record/external-id";
import { toKeyText } from "./record/meeting-key";
import { toClaimedPlan, toNextPlan } from "./meeting-plan";
import type { LiveRecord, Person } from "./record/meeting-record";
import { keepGivenSubject, toMeetingAddress } from "./ports/online-meeting";
import { chooseOrganizer, isOrganizerRejected } from "./policy/organizer";
import { isLive, type StoredRecord } from "./ports/meeting-store";

/** What it takes to bring meetings into being, shared by the use cases that may do so. */
export interface MeetingParts {
  leases: MeetingLeases;
  makeMeeting: MakeMeeting;
}

export interface SharedMeetResult extends MeetResult {
  /** Whether this request made the call whose answer others share: what is told to all is told once. */
  isOwner: boolean;
}

/**
 * The conversation's one meeting: created when there is none, always the same afterwards.
 *
 * Graph tells meetings apart by tenant, organizer and externalId
 * (https://learn.microsoft.com/graph/api/onlinemeeting-createorget), so the record holds one organizer for
 * the key, written first-writer-wins; everybody's call is made in that person's name, or, where nobody can act for
 * another, the organizer's own alone. Whoever asks for the same key at the same moment shares one call.
 *
 * Throws an `AppError` for whatever Graph or the store refuses. Nothing is half done then: the claim stays,
 * and the next `meet` completes it, or is free again where Graph refused the claimer as a host.
 */
export function createMeet(
  deps: MeetingsDeps,
  { leases, makeMeeting }: MeetingParts,
): (request: CreateOrGetInput) => Promise<SharedMeetResult> {
  const { store, onlineMeetings, organizerPolicy, now, log } = deps;
  const claimMeeting = createClaimMeeting(deps, leases);
  const shared = createCache({ ttl: 0 })
    .define("advance", { serialize: toSharedCall }, async (call: Call) =>
      ownedBy(call, await advance(call)),
    )
    .define("replaceOrganizer", { serialize: toSharedCall }, async (call: LiveCall) =>
      ownedBy(call, await replaceOrganizer(call)),
    );

  return (request) => tryUntilFree(now, () => attempt(request));

  /** `undefined` when the record is not what it was: it is read and decided anew. */
  async function attempt(request: CreateOrGetInput): Promise<SharedMeetResult | undefined> {
    const candidate = chooseOrganizer(organizerPolicy, request.caller);
    const claimed = await claimMeeting(request, candidate);
    if (!claimed) return undefined;
    const { stored } = claimed;
    if (!mayActFor(deps, stored.record, request.caller)) return join(stored, request);
    assertSignedIn(deps, request.key.tenantId, stored.record.organizer);
    let step = await shared.advance({ ...claimed, request });
    if (step.kind === "refused" && isLive(stored) && step.aadId !== candidate.aadId) {
      // On the way to the refusal the record may have been written: its state of now is what is replaced.
      const current = await store.get(request.key);
      if (!current || !isLive(current) || current.record.organizer.aadId !== step.aadId) {
        return undefined;
      }
      step = await shared.replaceOrganizer({ stored: current, request });
    }
    if (step.kind === "live") return { ...step.result, isOwner: step.owner === request };
    if (step.kind === "refused" && step.aadId === candidate.aadId) throw toRefusal(step.error);
    return undefined;
  }

  /** In the words of the setting, where it is not the caller who was refused. */
  function toRefusal(error: AppError): AppError {
    if (organizerPolicy.mode === "first-caller") return error;
    return new AppError("service_organizer_refused", error.details, { cause: error });
  }

  /** What the record says, for whoever cannot act for its organizer. */
  async function join(
    stored: StoredRecord<AskableRecord>,
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
      // Whoever asks in a conversation is in it again.
      removedAt: undefined,
    };
    const isNew = record.removedAt !== undefined || next.teamId !== record.teamId;
    if (isNew && !(await store.replace(stored, next))) return undefined;
    return { record: next, wasCreated: false, isOwner: false };
  }

  async function advance({ stored, holder, request }: Call): Promise<Step> {
    const { record } = stored;
    // Whoever changes a meeting leaves it what it is: who only asks for it need not wait.
    const isOnlyChanged = record.state === "live" && !isCreationLeaseHeld(record, now().getTime());
    const isToWait = !isOnlyChanged && holder === undefined;
    if (isToWait && (await leases.waitForOther(stored))) return { kind: "again" };
    if (record.state === "live") return askAgain({ ...stored, record }, request);
    const { organizer, requestedBy, generation } = record;
    const { channelThreadId, teamId } = request;
    const plan = toClaimedPlan(record, now());
    return makeMeeting({
      stored,
      organizer,
      requestedBy,
      generation,
      channelThreadId,
      teamId,
      plan,
      holder,
    });
  }

  async function replaceOrganizer({ stored, request }: LiveCall): Promise<Step> {
    const organizer = chooseOrganizer(organizerPolicy, request.caller);
    return makeNext(stored, organizer, request, "organizer-replaced");
  }

  /** The meeting under the next generation, which gives the conversation another link. */
  async function makeNext(
    stored: StoredRecord<LiveRecord>,
    organizer: Person,
    { channelThreadId, teamId, plan: asked }: CreateOrGetInput,
    linkChange: LinkChange,
  ): Promise<Step> {
    const { record } = stored;
    const known = toNextPlan(record, now());
    const step = await makeMeeting({
      stored,
      organizer,
      requestedBy: record.requestedBy,
      generation: record.generation + 1,
      channelThreadId,
      teamId: teamId ?? record.teamId,
      plan: { ...known, subject: known.subject || asked.subject },
    });
    return step.kind === "live" ? { kind: "live", result: { ...step.result, linkChange } } : step;
  }

  /** createOrGet for a meeting that we know: nothing in the call could change it, should Graph apply it. */
  async function askAgain(
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
      const seen = isSame ? answer.meeting : await fetchRecorded(record, answer.meeting.id);
      const next: LiveRecord = {
        ...record,
        ...(!isHeld(record, now().getTime()) && { lease: undefined }),
        ...(request.teamId && { teamId: request.teamId }),
        // Whoever asks in a conversation is in it again.
        removedAt: undefined,
        meeting: keepGivenSubject(record.meeting, seen),
        fetchedAt: now().toISOString(),
        ...(isSame && {
          isTiedToChannel: answer.isTiedToChannel,
          wasChannelRefused: record.wasChannelRefused || answer.wasChannelRefused,
        }),
      };
      const live: Step = { kind: "live", result: { record: next, wasCreated: false } };
      if (await store.replace(stored, next)) return live;
      const current = await store.get(request.key);
      const isSameMeeting =
        current && isLive(current) && current.record.meeting.id === next.meeting.id;
      // What somebody else wrote meanwhile is at least as new as what we saw.
      return isSameMeeting
        ? { kind: "live", result: { record: current.record, wasCreated: false } }
        : { kind: "again" };
    } catch (error) {
      if (isGone(error)) {
        return makeNext(stored, record.organizer, request, "meeting-gone");
      }
      if (isOrganizerRejected(error)) {
        return { kind: "refused", aadId: record.organizer.aadId, error };
      }
      throw error;
    }
  }

  /** The first meeting id recorded for a generation wins; another one is Graph's, not the conversation's. */
  async function fetchRecorded(record: LiveRecord, otherMeetingId: string) {
    const { tenantId, meetingId } = toMeetingAddress(record);
    log.warn(
      { tenantId, recordedMeetingId: meetingId, otherMeetingId },
      "Graph answered createOrGet with another meeting than the recorded one",
    );
    return onlineMeetings.get(toMeetingAddress(record));
  }
}

interface Call extends Claimed {
  request: CreateOrGetInput;
}

/** The step, with the request that led to it. */
function ownedBy({ request }: Call, step: Step): Step & { owner: CreateOrGetInput } {
  return { ...step, owner: request };
}

interface LiveCall extends Call {
  stored: StoredRecord<LiveRecord>;
}

/** Calls that are the same to Graph are one call, whoever makes them. */
function toSharedCall({ stored: { record }, holder = "" }: Call): string {
  const { key, generation, organizer } = record;
  return `${toKeyText(key)}#${generation}#${organizer.aadId}#${holder}`;
}
