import { toRecordedPlan } from "../../src/meetings/meeting-plan";
import type { Attendee, AttendeeRole } from "../../src/meetings/ports/online-meeting";
import type { CancelledRecord, TimeRange } from "../../src/meetings/record/meeting-record";
import { toRestartedSeries } from "../../src/meetings/series/restarted-series";
import {
  toBareRequest,
  type MeetingRequest,
  type RequestedPerson,
  type RequestedRole,
  type RequestedTime,
} from "../../src/request/meeting-request";

const MINUTE_MS = 60_000;

/** The roles that a request can have. */
const REQUESTED_ROLES: Partial<Record<AttendeeRole, RequestedRole>> = {
  presenter: "presenter",
  coorganizer: "coorganizer",
};

/** Requests the cancelled meeting again, with its name, its people and its time if that hasn't passed, or how it repeats. */
export function toRestartRequest(record: CancelledRecord, now: Date): MeetingRequest {
  const { subject, time, series, attendees = [], people = [] } = toRecordedPlan(record, now);
  const again = series && toRestartedSeries(series, now);
  const names = new Map(people.map(({ aadId, name }) => [aadId.toLowerCase(), name]));
  return {
    ...toBareRequest(record.key),
    topic: subject,
    people: attendees.flatMap((attendee) => toRequestedPerson(attendee, names)),
    ...(time && { time: toRequestedTime(again?.time ?? time) }),
    ...(again && { recurrence: again.recurrence }),
  };
}

/** The same with what someone asked for after the cancellation. `undefined` if that adds nothing. */
export function toChangedRestart(
  record: CancelledRecord,
  { topic, time, recurrence, people }: MeetingRequest,
  now: Date,
): MeetingRequest | undefined {
  if (topic === "" && !time && people.length === 0) return undefined;
  const before = toRestartRequest(record, now);
  return {
    ...before,
    topic: topic || before.topic,
    people: [...before.people, ...people],
    time: toNewTime(before.time, time),
    // A new time is that of one meeting.
    ...(time && { recurrence }),
  };
}

/** A start alone keeps the length, and a length alone the start. */
function toNewTime(
  before: RequestedTime | undefined,
  asked: RequestedTime | undefined,
): RequestedTime | undefined {
  if (before?.kind !== "span") return asked ?? before;
  switch (asked?.kind) {
    case undefined:
      return before;
    case "span":
      return asked;
    case "start": {
      const lengthMs = Date.parse(before.endsAt) - Date.parse(before.startsAt);
      return toSpan(asked.startsAt, lengthMs);
    }
    case "length":
      return toSpan(before.startsAt, asked.minutes * MINUTE_MS);
  }
}

function toSpan(startsAt: string, lengthMs: number): RequestedTime {
  const endsAt = new Date(Date.parse(startsAt) + lengthMs).toISOString();
  return { kind: "span", startsAt, endsAt };
}

function toRequestedPerson(
  { aadId, upn, role }: Attendee,
  names: ReadonlyMap<string, string | undefined>,
): RequestedPerson[] {
  const requestedRole = role && REQUESTED_ROLES[role];
  const asRole = requestedRole && { role: requestedRole };
  if (aadId) {
    const name = names.get(aadId.toLowerCase()) ?? "";
    return [{ kind: "mention", mentionId: aadId, aadId, name, ...(upn && { upn }), ...asRole }];
  }
  return upn ? [{ kind: "address", upn, ...asRole }] : [];
}

function toRequestedTime({ startsAt, endsAt }: TimeRange): RequestedTime {
  return endsAt ? { kind: "span", startsAt, endsAt } : { kind: "start", startsAt };
}
