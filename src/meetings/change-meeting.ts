import { randomUUID } from "node:crypto";
import { isGone } from "../errors";
import { toChangedTime } from "./asked-time";
import { withoutLease } from "./creation-lease";
import type { LinkChange, MeetingsEdges } from "./create-meeting";
import { findReferred, type NoMeeting, type Superseded } from "./find-meeting";
import type { MeetingParts } from "./meet";
import { mergeAttendees, mergePeople, toNextPlan } from "./meeting-plan";
import type { LiveRecord, Person } from "./meeting-record";
import {
  isSamePerson,
  keepGivenSubject,
  toMeetingAddress,
  type Attendee,
  type MeetingChange,
  type MeetingOptions,
  type OnlineMeeting,
} from "./online-meeting";
import { isRefusalOfChange } from "./organizer";
import { isLive, type StoredRecord } from "./record-store";
import type { RequestedTime } from "./request/meeting-request";
import type { MeetingReference } from "./sealed-reference";

export interface ChangeRequest {
  /** The meeting that was seen: a later one of the conversation is not changed by it. */
  reference: MeetingReference;
  subject?: string;
  time?: RequestedTime;
  attendees?: readonly Attendee[];
  /** Names of attendees. */
  people?: readonly Person[];
  options?: MeetingOptions;
  /** Used when the meeting turns out to be gone, and another has to be made. */
  channelThreadId?: string;
}

export type ChangeMeeting = (request: ChangeRequest) => Promise<ChangeResult>;

export type ChangeResult = Changed | NoMeeting | Superseded;

export interface Changed {
  ok: true;
  record: LiveRecord;
  linkChange?: LinkChange;
  /** Whom Graph would not make co-organizers; they are invited all the same. */
  refusedCoOrganizers: readonly Attendee[];
}

/**
 * Changes a meeting for everybody by one PATCH: https://learn.microsoft.com/graph/api/onlinemeeting-update
 *
 * Graph has no ETag for it, and takes the invited people as a whole list: so it happens under the key's lease,
 * or of two people who invite somebody at the same moment one would undo what the other did.
 *
 * A meeting that Graph has lost is made anew under the next generation, with the change in it (options
 * apart, which a new meeting does not take). Throws an `AppError` for whatever else Graph or the store refuses.
 */
export function createChangeMeeting(
  edges: MeetingsEdges,
  { leases, makeMeeting }: MeetingParts,
): ChangeMeeting {
  const { store, onlineMeetings, now } = edges;

  return async function changeMeeting(request) {
    const holder = randomUUID();
    for (;;) {
      const found = await findReferred(store, request.reference);
      if (!found.ok) return found;
      const held = await leases.take(found.stored, holder);
      if (!held) {
        await leases.waitForOther(found.stored);
        continue;
      }
      const result = await change(held, holder, request);
      if (result) return result;
    }
  };

  /** `undefined` when somebody else is at it: look again then. */
  async function change(
    held: StoredRecord<LiveRecord>,
    holder: string,
    request: ChangeRequest,
  ): Promise<ChangeResult | undefined> {
    const known = withoutLease(held.record);
    const wanted = toWanted(known, request);
    let updated;
    try {
      updated = await update(known, wanted);
    } catch (error) {
      await leases.finish(held, holder, (current) => current);
      if (!isGone(error)) throw error;
      const free = await store.get(known.key);
      return free && isLive(free) ? makeAnew(free, request) : undefined;
    }
    const { meeting, refusedCoOrganizers } = updated;
    const record = toChanged(known, meeting, wanted, request);
    await leases.finish(held, holder, ({ cards, removedAt }) => ({
      ...record,
      ...(cards && { cards }),
      removedAt,
    }));
    return { ok: true, record, refusedCoOrganizers };
  }

  /** Where Graph refuses the role of co-organizer, all the rest is changed without it. */
  async function update(known: LiveRecord, wanted: MeetingChange) {
    const address = toMeetingAddress(known);
    const coOrganizers = (wanted.attendees ?? []).filter(isCoOrganizer);
    try {
      const meeting = await onlineMeetings.update(address, wanted);
      return { meeting, refusedCoOrganizers: [] };
    } catch (error) {
      if (coOrganizers.length === 0 || !isRefusalOfChange(error)) throw error;
      const attendees = wanted.attendees?.map((one) =>
        isCoOrganizer(one) ? { ...one, role: undefined } : one,
      );
      const meeting = await onlineMeetings.update(address, { ...wanted, attendees });
      return { meeting, refusedCoOrganizers: coOrganizers };
    }
  }

  function toWanted(known: LiveRecord, request: ChangeRequest): MeetingChange {
    const { subject, attendees, options } = request;
    const time = request.time && toChangedTime(request.time, known, now());
    return {
      ...(subject !== undefined && { subject }),
      ...(time && { time }),
      ...(attendees && attendees.length > 0 && { attendees }),
      ...(options && { options }),
    };
  }

  function toChanged(
    record: LiveRecord,
    meeting: OnlineMeeting,
    { subject, time, attendees = [] }: MeetingChange,
    { people = [] }: ChangeRequest,
  ): LiveRecord {
    const due = record.coOrganizersDue?.filter(
      (one) => !attendees.some((other) => isSamePerson(one, other)),
    );
    return {
      ...record,
      coOrganizersDue: due && due.length > 0 ? due : undefined,
      meeting:
        subject === undefined ? keepGivenSubject(record.meeting, meeting) : { ...meeting, subject },
      seenAt: now().toISOString(),
      isTimeGiven: record.isTimeGiven || time !== undefined,
      ...(people.length > 0 && { people: mergePeople(record.people ?? [], people) }),
    };
  }

  async function makeAnew(
    stored: StoredRecord<LiveRecord>,
    { subject, time, attendees, people, channelThreadId }: ChangeRequest,
  ): Promise<ChangeResult | undefined> {
    const { record } = stored;
    const known = toNextPlan(record, now());
    const step = await makeMeeting({
      stored,
      organizer: record.organizer,
      firstCaller: record.firstCaller,
      generation: record.generation + 1,
      channelThreadId,
      teamId: record.teamId,
      plan: {
        ...known,
        ...(subject !== undefined && { subject }),
        ...(time && { time: toChangedTime(time, record, now()) }),
        attendees: mergeAttendees(known.attendees, attendees),
        people: mergePeople(known.people, people),
      },
    });
    if (step.kind === "refused") throw step.error;
    if (step.kind === "again") return undefined;
    return {
      ok: true,
      record: step.result.record,
      linkChange: "meeting-gone",
      refusedCoOrganizers: [],
    };
  }
}

function isCoOrganizer({ role }: Attendee): boolean {
  return role === "coorganizer";
}
