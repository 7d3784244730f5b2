import { randomUUID } from "node:crypto";
import { isGone, type AppError } from "../errors";
import type { Log } from "../log";
import type { ActingDeps } from "./policy/acting";
import type { MeetingLeases } from "./record/meeting-lease";
import { toExternalId } from "./record/external-id";
import type { MeetingKey } from "./record/meeting-key";
import {
  toMessagesOf,
  type TimeRange,
  type LiveRecord,
  type MeetingRecord,
  type Person,
} from "./record/meeting-record";
import type { Attendee, OnlineMeetings } from "./ports/online-meeting";
import { findCoOrganizers, isOrganizerRejected, type OrganizerPolicy } from "./policy/organizer";
import type { RecordStore, StoredRecord } from "./ports/meeting-store";

export interface MeetingsDeps extends ActingDeps {
  store: RecordStore;
  onlineMeetings: OnlineMeetings;
  organizerPolicy: OrganizerPolicy;
  now: () => Date;
  sleep: (ms: number) => Promise<void>;
  log: Log;
}

/** What a meeting is made of, beside its place: what was asked for, or what is known of the one before. */
export interface MeetingPlan {
  subject: string;
  time?: TimeRange;
  attendees?: readonly Attendee[];
  /** Names of attendees, which Graph does not tell. */
  people?: readonly Person[];
}

export interface CreateOrGetInput {
  key: MeetingKey;
  caller: Person;
  /** The channel to tie the meeting to; left out where the conversation is none, or the cloud cannot. */
  channelThreadId?: string;
  /** The team that the channel is in. */
  teamId?: string;
  /** Used when the meeting is created; an existing meeting keeps its own. */
  plan: MeetingPlan;
}

/** Why a meeting that a conversation had has another link now. */
export type LinkChange = "asked-for" | "meeting-gone" | "organizer-replaced" | "started-again";

export interface MeetResult {
  record: LiveRecord;
  /** Graph answered 201, to this request or to one that shared its call. */
  wasCreated: boolean;
  linkChange?: LinkChange;
}

/** A record whose organizer is settled, so that Graph can be asked. */
export type HostedRecord = MeetingRecord & { organizer: Person };

export type Step =
  | { kind: "live"; result: MeetResult }
  /** The record is not what it was: read it and decide anew. */
  | { kind: "again" }
  /** Graph will not have this person as the host; the record names nobody, or is as it was. */
  | { kind: "refused"; aadId: string; error: AppError };

/** So many lost meetings in a row are no accident any more. */
const MAX_GENERATIONS_TRIED = 5;

export interface Creation {
  stored: StoredRecord<HostedRecord>;
  organizer: Person;
  requestedBy: Person;
  generation: number;
  channelThreadId?: string | undefined;
  teamId?: string | undefined;
  plan: MeetingPlan;
  /** Of a lease that the record was written with; without it one is taken. */
  holder?: string | undefined;
}

export type MakeMeeting = (creation: Creation) => Promise<Step>;

/**
 * The one place where a meeting comes into being: under the key's lease, by createOrGet, into the record.
 *
 * When Graph refuses the organizer of an unfinished claim, the claim is given back; a live record stays as
 * it was. Throws every other `AppError` of Graph or the store, with the claim left for the next caller.
 */
export function createMeetingMaker(deps: MeetingsDeps, leases: MeetingLeases): MakeMeeting {
  const { onlineMeetings, organizerPolicy, now } = deps;

  return async function makeMeeting(creation) {
    const { stored, organizer, generation: firstGeneration } = creation;
    const holder = creation.holder ?? randomUUID();
    let held = await leases.take(stored, holder, "creation");
    for (let generation = firstGeneration; held; generation += 1) {
      const isLast = generation === firstGeneration + MAX_GENERATIONS_TRIED - 1;
      try {
        const result = await createOrGet(held.record, { ...creation, generation });
        const isSaved = await leases.finish(held, holder, (current) => ({
          ...result.record,
          ...toMessagesOf(current),
        }));
        return isSaved ? { kind: "live", result } : { kind: "again" };
      } catch (error) {
        if (isGone(error) && !isLast) {
          // The conversation goes on with the next generation, and so does the lease.
          held = await leases.take(held, holder, "creation");
          continue;
        }
        const isRefused = isOrganizerRejected(error);
        // A refused claim goes back without its organizer, for whoever comes next.
        await leases.giveBack(held, holder, (current) =>
          isRefused && current.state === "claimed" ? { ...current, organizer: undefined } : current,
        );
        if (isRefused) return { kind: "refused", aadId: organizer.aadId, error };
        throw error;
      }
    }
    return { kind: "again" };
  };

  async function createOrGet(
    before: MeetingRecord,
    { organizer, requestedBy, generation, channelThreadId, teamId, plan }: Creation,
  ): Promise<MeetResult> {
    const { key } = before;
    const { subject, time, people } = plan;
    const attendees = plan.attendees?.filter(({ aadId }) => aadId !== organizer.aadId);
    const { meeting, wasCreated, ...echo } = await onlineMeetings.createOrGet({
      tenantId: key.tenantId,
      organizerAadId: organizer.aadId,
      externalId: toExternalId(key, generation),
      channelThreadId,
      subject,
      ...time,
      ...(attendees && { attendees }),
    });
    const coOrganizersDue = findCoOrganizers(organizerPolicy, requestedBy, attendees);
    const record: LiveRecord = {
      key,
      generation,
      requestedBy,
      state: "live",
      organizer,
      meeting: { subject, ...(attendees && { attendees }), ...meeting },
      fetchedAt: now().toISOString(),
      isTimeGiven: time !== undefined,
      ...echo,
      ...toMessagesOf(before),
      ...(teamId && { teamId }),
      ...(people && { people }),
      ...(coOrganizersDue.length > 0 && { coOrganizersDue }),
    };
    // Older cards tell of the meeting that was cancelled.
    const isAgain = before.state === "claimed" && (before.cards ?? []).length > 0;
    return { record, wasCreated, ...(isAgain && { linkChange: "started-again" as const }) };
  }
}
