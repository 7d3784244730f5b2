import { isRefusalOfRequest } from "../errors";
import type { MeetingsDeps } from "./make-meeting";
import { changeUnderLease } from "./change-under-lease";
import type { NoMeeting, Superseded } from "./find-meeting";
import type { LiveRecord, Person } from "./record/meeting-record";
import {
  isSamePerson,
  keepGivenSubject,
  toMeetingAddress,
  type Attendee,
  type MeetingChange,
  type OnlineMeeting,
} from "./ports/online-meeting";
import type { MeetingReference } from "./tokens/meeting-token";

export interface Patch {
  /** The meeting that the caller saw. A later one isn't changed. */
  reference: MeetingReference;
  caller?: Person | undefined;
  /**
   * Receives the record as read under the lease. Returns `undefined` to leave the meeting as it is. Without values, nothing
   * changes at Graph, only in the record.
   */
  toChange: (record: LiveRecord) => MeetingChange | undefined;
  /** Adds to the record after Graph has accepted the change, if there was one. */
  toRecord?: (record: LiveRecord, change: MeetingChange) => LiveRecord;
}

export interface Patched {
  ok: true;
  record: LiveRecord;
  /** People that Graph rejected as co-organizers. They are invited as attendees. */
  refusedCoOrganizers: readonly Attendee[];
}

/**
 * Patches a meeting and its record: https://learn.microsoft.com/graph/api/onlinemeeting-update
 *
 * Graph has no ETag for meetings, and a PATCH replaces the whole list of attendees. The key's lease keeps two
 * people who invite someone at the same time from undoing each other's change. Requests that only read the
 * meeting don't wait.
 *
 * Throws an `AppError` when Graph or the store fails, with `host_refused` when Graph rejects the organizer.
 */
export async function patchMeeting(
  deps: MeetingsDeps,
  { reference, caller, toChange, toRecord = (record) => record }: Patch,
): Promise<Patched | NoMeeting | Superseded> {
  return changeUnderLease(deps, { reference, caller, purpose: "change" }, async (known, renew) => {
    const change = toChange(known);
    if (!change) return { record: known, refusedCoOrganizers: [] };
    if (!isOfGraph(change)) {
      const record = countRevision(known, toRecord(known, change));
      return { record, refusedCoOrganizers: [] };
    }
    const { meeting, refusedCoOrganizers } = await update(deps, known, change, renew);
    const updated = toRecord(toUpdated(known, change, meeting, deps.now()), change);
    const record = countRevision(known, updated);
    return { record, refusedCoOrganizers };
  });
}

/** Counts a change that a calendar entry shows. */
function countRevision(known: LiveRecord, next: LiveRecord): LiveRecord {
  if (toCalendarText(known) === toCalendarText(next)) return next;
  return { ...next, revision: (known.revision ?? 0) + 1 };
}

/** The time at Graph of a series is only its next occurrence, and that of a standing meeting has no meaning. */
function toCalendarText({ series, isTimeGiven, meeting }: LiveRecord): string {
  const { subject, startsAt, endsAt } = meeting;
  return JSON.stringify([subject, series ?? (isTimeGiven && [startsAt, endsAt])]);
}

function isOfGraph(change: MeetingChange): boolean {
  return Object.values(change).some((value) => value !== undefined);
}

/** Tries again without the co-organizer role when Graph rejects it. */
async function update(
  { onlineMeetings }: MeetingsDeps,
  record: LiveRecord,
  change: MeetingChange,
  renew: () => Promise<void>,
): Promise<{ meeting: OnlineMeeting; refusedCoOrganizers: Attendee[] }> {
  const address = toMeetingAddress(record);
  const coOrganizers = (change.attendees ?? []).filter(isCoOrganizer);
  try {
    const meeting = await onlineMeetings.update(address, change);
    return { meeting, refusedCoOrganizers: [] };
  } catch (error) {
    if (coOrganizers.length === 0 || !isRefusalOfRequest(error)) throw error;
    // A lease lasts for one call to Graph.
    await renew();
    const attendees = change.attendees?.map((attendee) =>
      isCoOrganizer(attendee) ? { ...attendee, role: undefined } : attendee,
    );
    const meeting = await onlineMeetings.update(address, { ...change, attendees });
    return { meeting, refusedCoOrganizers: coOrganizers };
  }
}

function toUpdated(
  record: LiveRecord,
  { subject, attendees = [], removed = [] }: MeetingChange,
  meeting: OnlineMeeting,
  now: Date,
): LiveRecord {
  const fetchedAt = now.toISOString();
  const due = record.coOrganizersDue?.filter(
    (coOrganizer) =>
      ![...attendees, ...removed].some((attendee) => isSamePerson(coOrganizer, attendee)),
  );
  return {
    ...record,
    coOrganizersDue: due && due.length > 0 ? due : undefined,
    meeting:
      subject === undefined ? keepGivenSubject(record.meeting, meeting) : { ...meeting, subject },
    fetchedAt,
    // Any change keeps the link valid for another 60 days.
    ...(!record.isTimeGiven && { keptAliveAt: fetchedAt }),
  };
}

function isCoOrganizer({ role }: Attendee): boolean {
  return role === "coorganizer";
}
