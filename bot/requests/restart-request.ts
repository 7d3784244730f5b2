import { toRecordedPlan } from "../../src/meetings/meeting-plan";
import type { Attendee, AttendeeRole } from "../../src/meetings/ports/online-meeting";
import type { CancelledRecord, TimeRange } from "../../src/meetings/record/meeting-record";
import {
  toBareRequest,
  type MeetingRequest,
  type RequestedPerson,
  type RequestedRole,
  type RequestedTime,
} from "../../src/request/meeting-request";

/** The roles that a request can have. */
const REQUESTED_ROLES: Partial<Record<AttendeeRole, RequestedRole>> = {
  presenter: "presenter",
  coorganizer: "coorganizer",
};

/** Requests the cancelled meeting again, with its name, its people and its time if that hasn't passed. */
export function toRestartRequest(record: CancelledRecord, now: Date): MeetingRequest {
  const { subject, time, attendees = [], people = [] } = toRecordedPlan(record, now);
  const names = new Map(people.map(({ aadId, name }) => [aadId.toLowerCase(), name]));
  return {
    ...toBareRequest(record.key),
    topic: subject,
    people: attendees.flatMap((attendee) => toRequestedPerson(attendee, names)),
    ...(time && { time: toRequestedTime(time) }),
  };
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
