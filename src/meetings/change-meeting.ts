import { randomUUID } from "node:crypto";
import { isGone } from "../errors";
import { toChangedTime } from "./asked-time";
import { withoutLease } from "./creation-lease";
import type { LinkChange, MeetingsEdges } from "./create-meeting";
import { findReferred, type NoMeeting, type Superseded } from "./find-meeting";
import type { MeetingParts } from "./meet";
import { toNextPlan } from "./meeting-plan";
import type { LiveRecord, Person } from "./meeting-record";
import {
  keepGivenSubject,
  toMeetingAddress,
  type Attendee,
  type MeetingChange,
  type MeetingOptions,
  type OnlineMeeting,
} from "./online-meeting";
import type { StoredRecord } from "./record-store";
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

export type ChangeResult =
  { ok: true; record: LiveRecord; linkChange?: LinkChange } | NoMeeting | Superseded;

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
): (request: ChangeRequest) => Promise<ChangeResult> {
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
      const result = await change(held, request);
      if (result) return result;
    }
  };

  /** `undefined` when somebody else is at it: look again then. */
  async function change(
    held: StoredRecord<LiveRecord>,
    request: ChangeRequest,
  ): Promise<ChangeResult | undefined> {
    const known = withoutLease(held.record);
    const wanted = toWanted(known, request);
    let meeting;
    try {
      meeting = await onlineMeetings.update(toMeetingAddress(known), wanted);
    } catch (error) {
      const free = await store.replace(held, known);
      if (!isGone(error)) throw error;
      return free && makeAnew(free, request);
    }
    const record = toChanged(known, meeting, wanted, request);
    // Whoever wrote in spite of the lease knows no less of the meeting than before: it was changed all the same.
    await store.replace(held, record);
    return { ok: true, record };
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
    { subject, time }: MeetingChange,
    { people = [] }: ChangeRequest,
  ): LiveRecord {
    return {
      ...record,
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
        attendees: [...(known.attendees ?? []), ...(attendees ?? [])],
        people: mergePeople(known.people ?? [], people ?? []),
      },
    });
    if (step.kind === "refused") throw step.error;
    if (step.kind === "again") return undefined;
    return { ok: true, record: step.result.record, linkChange: "meeting-gone" };
  }
}

function mergePeople(known: readonly Person[], added: readonly Person[]): Person[] {
  const byId = new Map([...known, ...added].map((person) => [person.aadId, person]));
  return [...byId.values()];
}
