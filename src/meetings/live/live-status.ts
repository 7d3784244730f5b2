import type { JoinableRecord } from "../record/attached-record";
import type { LiveRecord, MeetingSession, SessionPerson } from "../record/meeting-record";
import { findOccurrence } from "../series/next-occurrence";
import { toCurrentLink } from "./current-link";
import { MAX_COUNTED_PEOPLE, countDistinct } from "./merge-people";

const HOUR_MS = 60 * 60_000;
/** Teams' news of an end can be missing. After this, a call isn't said to be going on any more. */
const AFTER_SCHEDULED_END_MS = 4 * HOUR_MS;
const AFTER_START_MS = 12 * HOUR_MS;
/** How long a standing meeting's card says when a call ended. After that, it's a meeting without a fixed time again. */
export const SHOW_END_MS = HOUR_MS;

/** What is known about a meeting's last call. Times are ISO 8601. */
export type LiveStatus =
  | { kind: "in-progress"; startedAt: string; peopleCount?: number | undefined }
  | EndedCall
  /** A standing meeting's call that ended a while ago. */
  | (Omit<EndedCall, "kind"> & { kind: "last-met" });

interface EndedCall {
  kind: "ended";
  endedAt: string;
  /** 0 if the start isn't known. */
  lengthMs: number;
  peopleCount?: number | undefined;
}

/** `undefined` if no call is known, or how it ended. */
export function toLiveStatus(record: JoinableRecord, now: Date): LiveStatus | undefined {
  const session = currentSession(record);
  if (!session) return undefined;
  const { startedAt, endedAt } = session;
  if (endedAt === undefined) {
    const isGoingOn = now.getTime() < toClaimEndMs(record, session);
    return isGoingOn
      ? { kind: "in-progress", startedAt, peopleCount: countPeople(session) }
      : undefined;
  }
  const lengthMs = Date.parse(endedAt) - Date.parse(startedAt);
  const kind = toEndedKind(record, endedAt, now);
  return kind && { kind, endedAt, lengthMs, peopleCount: countPeople(session) };
}

function toEndedKind(
  record: JoinableRecord,
  endedAt: string,
  now: Date,
): "ended" | "last-met" | undefined {
  const isRecent = now.getTime() - Date.parse(endedAt) < SHOW_END_MS;
  if (!isScheduled(record)) return isRecent ? "ended" : "last-met";
  if (record.series) return isRecent ? "ended" : undefined;
  const { startsAt = "" } = record.meeting;
  // Someone only tried the link before the meeting.
  return Date.parse(startsAt) > now.getTime() ? undefined : "ended";
}

/** Whether someone gave the meeting a time. */
export function isScheduled(record: JoinableRecord): record is LiveRecord {
  return record.state === "live" && record.isTimeGiven;
}

/** The last call by the meeting's current link. */
export function currentSession(record: JoinableRecord): MeetingSession | undefined {
  const { session } = record;
  return session?.joinWebUrl === toCurrentLink(record) ? session : undefined;
}

/** Until when a call without an end counts as going on. */
export function toClaimEndMs(record: JoinableRecord, { startedAt }: MeetingSession): number {
  const startMs = Date.parse(startedAt);
  const planned = isScheduled(record) ? findOccurrence(record, new Date(startMs)) : undefined;
  // People who come much earlier, or later, aren't there for the planned time.
  const isPlanned = planned?.endsAt && Date.parse(planned.startsAt) - startMs <= AFTER_START_MS;
  return isPlanned
    ? Date.parse(planned.endsAt ?? "") + AFTER_SCHEDULED_END_MS
    : startMs + AFTER_START_MS;
}

/** `undefined` unless the source told of everyone. */
function countPeople(session: MeetingSession): number | undefined {
  const { people = [], peopleCount, endedAt, isStartGuessed } = session;
  if (peopleCount !== undefined) return peopleCount;
  if (isStartGuessed || countDistinct(people) === MAX_COUNTED_PEOPLE) return undefined;
  const count = countDistinct(endedAt === undefined ? listPresent(people) : people);
  return count > 0 ? count : undefined;
}

/** Where a source tells someone's devices apart, it knows best whether they are in. */
function listPresent(people: readonly SessionPerson[]): SessionPerson[] {
  const told = new Set(people.flatMap(({ person }) => person ?? []));
  return people.filter(({ id, person, isIn }) => isIn && (person !== undefined || !told.has(id)));
}
