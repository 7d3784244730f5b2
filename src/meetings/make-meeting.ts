import { randomUUID } from "node:crypto";
import { isGone, type AppError } from "../errors";
import type { Log } from "../log";
import type { HashId } from "../metrics/hash-ids";
import type { ActingDeps } from "./policy/acting";
import { giveBackClaim } from "./give-back-claim";
import { toNextPlan } from "./meeting-plan";
import type { MeetingLeases } from "./record/meeting-lease";
import { toExternalId } from "./record/external-id";
import type { MeetingKey } from "./record/meeting-key";
import {
  toLastingFields,
  toReminderFields,
  type MeetingSeries,
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
  leases: MeetingLeases;
  log: Log;
  /** For ids in the log. */
  hashId: HashId;
}

/** The content of a new meeting, from the request or from the previous meeting. */
export interface MeetingPlan {
  subject: string;
  time?: TimeRange;
  /** How it repeats. `time` is then its next occurrence. */
  series?: MeetingSeries;
  attendees?: readonly Attendee[];
  /** Names of attendees, which Graph doesn't return. */
  people?: readonly Person[];
}

export interface CreateOrGetInput {
  key: MeetingKey;
  caller: Person;
  /** The channel to link the meeting to. Absent outside channels, and in clouds without this feature. */
  channelThreadId?: string;
  teamId?: string;
  /** Used only when the meeting is created. */
  plan: MeetingPlan;
}

/** Why a conversation's meeting has a new link. `first` replaces no other: older cards show that a meeting was detached. */
export type LinkChange =
  "requested" | "meeting-gone" | "organizer-replaced" | "started-again" | "first";

export interface MeetResult {
  record: LiveRecord;
  /** Whether Graph answered 201 to the call that this request made or shared. */
  wasCreated: boolean;
  linkChange?: LinkChange;
  /** Why Graph couldn't be asked. The record is the last one fetched. */
  problem?: AppError;
}

export type Step =
  | { kind: "live"; result: MeetResult }
  /** The record has changed: read it again. */
  | { kind: "retry" }
  /** Graph rejected this organizer. An unfinished claim is given back; a live record is unchanged. */
  | { kind: "rejected"; aadId: string; error: AppError };

/** Gives up after this many lost meetings in a row. */
const MAX_GENERATIONS_TRIED = 5;

export interface Creation {
  stored: StoredRecord;
  organizer: Person;
  requestedBy: Person;
  generation: number;
  channelThreadId?: string | undefined;
  teamId?: string | undefined;
  plan: MeetingPlan;
  /** Set when the record was written together with a lease. Otherwise a lease is taken. */
  holder?: string | undefined;
  linkChange?: LinkChange;
}

/**
 * Creates a meeting by createOrGet, under the key's lease, and writes it to the record. No other code does.
 *
 * When Graph rejects the organizer of an unfinished claim, the claim is given back; a live record is unchanged. Throws
 * all other errors of Graph and the store, and leaves the claim for the next caller.
 */
export async function makeMeeting(deps: MeetingsDeps, creation: Creation): Promise<Step> {
  const { leases } = deps;
  const { stored, organizer, generation: firstGeneration } = creation;
  const holder = creation.holder ?? randomUUID();
  let held = await leases.take(stored, holder, "creation");
  for (let generation = firstGeneration; held; generation += 1) {
    const isLast = generation === firstGeneration + MAX_GENERATIONS_TRIED - 1;
    try {
      const result = await createOrGet(deps, held.record, { ...creation, generation });
      let { record } = result;
      const isSaved = await leases.finish(held, holder, (current) => {
        record = { ...record, ...toLastingFields(current) };
        return record;
      });
      return isSaved ? { kind: "live", result: { ...result, record } } : { kind: "retry" };
    } catch (error) {
      if (isGone(error) && !isLast) {
        // Continues with the next generation under the same lease.
        held = await leases.take(held, holder, "creation");
        continue;
      }
      if (!isOrganizerRejected(error)) {
        await leases.release(held, holder);
        throw error;
      }
      await leases.release(held, holder, giveBackClaim);
      return { kind: "rejected", aadId: organizer.aadId, error };
    }
  }
  return { kind: "retry" };
}

interface NextGeneration extends Pick<Creation, "organizer" | "channelThreadId" | "teamId"> {
  /** Gets the plan of the current meeting. */
  toPlan: (known: MeetingPlan) => MeetingPlan;
  linkChange: LinkChange;
}

/** Creates the next meeting of a conversation, which has a new link. */
export function makeNextGeneration(
  deps: MeetingsDeps,
  stored: StoredRecord<LiveRecord>,
  { teamId, toPlan, ...next }: NextGeneration,
): Promise<Step> {
  const { record } = stored;
  return makeMeeting(deps, {
    ...next,
    stored,
    requestedBy: record.requestedBy,
    generation: record.generation + 1,
    teamId: teamId ?? record.teamId,
    plan: toPlan(toNextPlan(record, deps.now())),
  });
}

async function createOrGet(
  { onlineMeetings, organizerPolicy, now }: MeetingsDeps,
  before: MeetingRecord,
  { organizer, requestedBy, generation, channelThreadId, teamId, plan, linkChange }: Creation,
): Promise<MeetResult> {
  const { key } = before;
  const { subject, time, series, people } = plan;
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
    meeting: {
      ...meeting,
      subject: meeting.subject ?? subject,
      ...(!meeting.attendees && attendees && { attendees }),
    },
    fetchedAt: now().toISOString(),
    isTimeGiven: time !== undefined,
    ...echo,
    ...toLastingFields(before),
    ...(before.state === "live" && toReminderFields(before)),
    ...(teamId && { teamId }),
    ...(series && { series }),
    ...(people && { people }),
    ...(coOrganizersDue.length > 0 && { coOrganizersDue }),
  };
  return { record, wasCreated, linkChange: findRestart(before) ?? linkChange };
}

/** Older cards still show what was there before: a cancelled meeting, whose generation was raised, or a detached one. */
function findRestart({ state, generation, cards = [] }: MeetingRecord): LinkChange | undefined {
  if (state !== "claimed" || cards.length === 0) return undefined;
  return generation > 1 ? "started-again" : "first";
}
