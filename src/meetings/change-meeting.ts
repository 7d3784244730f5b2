import { isGone } from "../errors";
import { toChangedTimeRange } from "./time-range";
import type { LinkChange, MeetingsDeps } from "./make-meeting";
import { findByReference, type NoMeeting, type Superseded } from "./find-meeting";
import { mergePeople } from "./meeting-plan";
import type { LiveRecord, Person } from "./record/meeting-record";
import type { Attendee, MeetingChange, MeetingOptions } from "./ports/online-meeting";
import { patchMeeting, type Patched } from "./patch-meeting";
import { reissueMeeting } from "./reissue-meeting";
import type { RequestedTime } from "../request/meeting-request";
import type { MeetingReference } from "./tokens/meeting-token";

export interface ChangeRequest {
  /** The meeting that the caller saw. A later one isn't changed. */
  reference: MeetingReference;
  caller?: Person;
  subject?: string;
  time?: RequestedTime;
  attendees?: readonly Attendee[];
  removed?: readonly Attendee[];
  /** Names of attendees. */
  people?: readonly Person[];
  options?: MeetingOptions;
  /** Used when the meeting is gone and a new one is created. */
  channelThreadId?: string;
}

type ChangeResult = (Patched & { linkChange?: LinkChange }) | NoMeeting | Superseded;

/**
 * Changes a meeting. If Graph has lost it, creates a new one with the change under the next generation, unless the change
 * sets options, which createOrGet doesn't take, or removes people.
 *
 * Throws an `AppError` when Graph or the store fails. Nothing is changed then.
 */
export async function changeMeeting(
  deps: MeetingsDeps,
  request: ChangeRequest,
): Promise<ChangeResult> {
  try {
    return await patchMeeting(deps, {
      reference: request.reference,
      caller: request.caller,
      toChange: (record) => toChange(record, request, deps.now()),
      toRecord: (record, { time }) => ({
        ...record,
        isTimeGiven: record.isTimeGiven || time !== undefined,
        ...(request.people && { people: mergePeople(record.people, request.people) }),
      }),
    });
  } catch (error) {
    if (!isGone(error) || request.options || request.removed) throw error;
    return reissueWithChange(deps, request);
  }
}

function toChange(record: LiveRecord, request: ChangeRequest, now: Date): MeetingChange {
  const { subject, attendees, removed, options } = request;
  const time = request.time && toChangedTimeRange(request.time, record, now);
  return { subject, time, attendees, removed, options };
}

async function reissueWithChange(
  deps: MeetingsDeps,
  { reference, caller, channelThreadId, subject, time, attendees, people }: ChangeRequest,
): Promise<ChangeResult> {
  const found = await findByReference(deps, reference);
  if (!found.ok) return found;
  const newTime = time && toChangedTimeRange(time, found.stored.record, deps.now());
  const plan = { subject, time: newTime, attendees, people };
  const made = await reissueMeeting(deps, { reference, caller, channelThreadId, plan });
  if (!made.ok) return made;
  const { record } = made;
  return { ok: true, record, linkChange: "meeting-gone", refusedCoOrganizers: [] };
}
