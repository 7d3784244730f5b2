import { isGone } from "../errors";
import { atOccurrence, isAtTime } from "./series/at-occurrence";
import { toChangedSeries, type SeriesChange } from "./series/series-change";
import { listOccurrences } from "./series/next-occurrence";
import { toChangedTimeRange } from "./time-range";
import type { LinkChange, MeetingsDeps } from "./make-meeting";
import { findByReference, type NoMeeting, type Superseded } from "./find-meeting";
import { mergePeople } from "./meeting-plan";
import type { LiveRecord, MeetingSeries, Person, TimeRange } from "./record/meeting-record";
import { isSamePerson, type Attendee, type MeetingOptions } from "./ports/online-meeting";
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
  /** How the meeting repeats. Without it, a new time is that of the next occurrence. */
  series?: SeriesChange;
  attendees?: readonly Attendee[];
  /** Someone who is among the `attendees` too stays invited, with the role given there. */
  removed?: readonly Attendee[];
  /** Names of attendees. */
  people?: readonly Person[];
  options?: MeetingOptions;
  /** Used when the meeting is gone and a new one is created. */
  channelThreadId?: string;
}

/** The organizer can't be removed. */
interface HostKept {
  ok: false;
  reason: "host";
}

type ChangeResult = (Patched & { linkChange?: LinkChange }) | NoMeeting | Superseded | HostKept;

/**
 * Changes a meeting. If Graph has lost it, creates a new one with the change under the next generation, unless the change
 * sets options, which createOrGet doesn't take.
 *
 * Throws an `AppError` when Graph or the store fails. Nothing is changed then.
 */
export async function changeMeeting(
  deps: MeetingsDeps,
  request: ChangeRequest,
): Promise<ChangeResult> {
  if (request.removed?.length) {
    const found = await findByReference(deps, request.reference);
    if (!found.ok) return found;
    if (isHostAmong(request.removed, found.stored.record)) return { ok: false, reason: "host" };
  }
  const { subject, attendees, removed, options } = request;
  let series: MeetingSeries | undefined;
  try {
    return await patchMeeting(deps, {
      reference: request.reference,
      caller: request.caller,
      toChange(record) {
        const times = toNewTimes(record, request, deps.now());
        series = times.series;
        return { subject, time: times.time, attendees, removed, options };
      },
      toRecord: (record, { time }) => ({
        ...record,
        isTimeGiven: record.isTimeGiven || time !== undefined,
        series,
        ...(request.people && { people: mergePeople(record.people, request.people) }),
      }),
    });
  } catch (error) {
    if (!isGone(error) || request.options) throw error;
    return reissueWithChange(deps, request);
  }
}

/** The time that a change gives the meeting at Graph, if it's another one, and its series. Graph knows no series. */
function toNewTimes(
  record: LiveRecord,
  request: Pick<ChangeRequest, "time" | "series">,
  now: Date,
): { time?: Required<TimeRange> | undefined; series?: MeetingSeries | undefined } {
  const time = request.time && toChangedTimeRange(request.time, atOccurrence(record, now), now);
  const series = toChangedSeries(record, request.series, time, now);
  if (!series) return { time };
  const [next] = listOccurrences(series, now, 1);
  if (!next || isAtTime(record, next)) return { series };
  return { series, time: { startsAt: next.startsAt, endsAt: next.endsAt } };
}

/** Someone who is named by address may be known by id. */
function isHostAmong(
  removed: readonly Attendee[],
  { organizer, meeting: { attendees = [] } }: LiveRecord,
): boolean {
  return removed.some((person) => {
    const known = attendees.find((attendee) => isSamePerson(attendee, person));
    return isSamePerson({ ...person, ...known }, organizer);
  });
}

async function reissueWithChange(
  deps: MeetingsDeps,
  request: ChangeRequest,
): Promise<ChangeResult> {
  const { reference, caller, channelThreadId, removed, subject, attendees, people } = request;
  const found = await findByReference(deps, reference);
  if (!found.ok) return found;
  const plan = {
    subject,
    ...toNewTimes(found.stored.record, request, deps.now()),
    attendees,
    people,
  };
  const made = await reissueMeeting(deps, { reference, caller, channelThreadId, plan, removed });
  if (!made.ok) return made;
  const { record } = made;
  return { ok: true, record, linkChange: "meeting-gone", refusedCoOrganizers: [] };
}
