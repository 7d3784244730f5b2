import { AppError, isGone } from "../errors";
import { toChangedTime } from "./asked-time";
import type { LinkChange, MakeMeeting } from "./create-meeting";
import { MAX_LEASE_WAIT_MS, type CreationLeases } from "./creation-lease";
import { findReferred, type NoMeeting, type Superseded } from "./find-meeting";
import { mergeAttendees, mergePeople, toNextPlan } from "./meeting-plan";
import type { LiveRecord, Person } from "./meeting-record";
import type { Attendee, MeetingChange, MeetingOptions } from "./online-meeting";
import type { Patched, PatchMeeting } from "./patch-meeting";
import type { RecordStore, StoredRecord } from "./record-store";
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

export type ChangeResult = Changed | NoMeeting | Superseded;

export interface Changed extends Patched {
  linkChange?: LinkChange;
}

/**
 * Changes a meeting for everybody. One that Graph has lost is made anew under the next generation, with the
 * change in it (options apart, which a new meeting does not take).
 *
 * Throws an `AppError` for whatever Graph or the store refuses; nothing is changed then.
 */
export function createChangeMeeting(
  { store, now }: { store: RecordStore; now: () => Date },
  {
    leases,
    makeMeeting,
    patchMeeting,
  }: { leases: CreationLeases; makeMeeting: MakeMeeting; patchMeeting: PatchMeeting },
): (request: ChangeRequest) => Promise<ChangeResult> {
  return async function changeMeeting(request) {
    try {
      return await patchMeeting({
        reference: request.reference,
        toChange: (record) => toChange(record, request),
        toRecord: (record, { time }) => ({
          ...record,
          isTimeGiven: record.isTimeGiven || time !== undefined,
          ...(request.people && { people: mergePeople(record.people, request.people) }),
        }),
      });
    } catch (error) {
      if (!isGone(error) || request.options) throw error;
      return makeAnew(request);
    }
  };

  function toChange(record: LiveRecord, request: ChangeRequest): MeetingChange {
    const { subject, attendees = [], options } = request;
    const time = request.time && toChangedTime(request.time, record, now());
    return {
      ...(subject !== undefined && { subject }),
      ...(time && { time }),
      ...(attendees.length > 0 && { attendees }),
      ...(options && { options }),
    };
  }

  async function makeAnew(request: ChangeRequest): Promise<ChangeResult> {
    const givesUpAtMs = now().getTime() + MAX_LEASE_WAIT_MS;
    while (now().getTime() < givesUpAtMs) {
      // Should somebody else have made the next one meanwhile, this reference is superseded.
      const found = await findReferred(store, request.reference);
      if (!found.ok) return found;
      if (await leases.waitForOther(found.stored)) continue;
      const made = await makeNext(found.stored, request);
      if (made) return made;
    }
    throw new AppError("graph_timeout", { reason: "others held the lease for too long" });
  }

  async function makeNext(
    stored: StoredRecord<LiveRecord>,
    { subject, time, attendees, people, channelThreadId }: ChangeRequest,
  ): Promise<Changed | undefined> {
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
    const { record: made } = step.result;
    return { ok: true, record: made, linkChange: "meeting-gone", refusedCoOrganizers: [] };
  }
}
