import type { MeetingSession, SessionPerson } from "../record/meeting-record";
import type { CallPerson, LiveEvent } from "./live-event";
import { mergePeople } from "./merge-people";

/** Two sources tell of the same start or end at slightly different times. */
const SAME_START_MS = 60_000;
const SAME_END_MS = 5 * 60_000;

/** An event with its time not in the future. */
export type PastEvent = Omit<LiveEvent, "tenantId" | "teamsMeetingId">;

/**
 * The last call of a meeting after an event, whatever the order in which events arrive: the session's start is the last
 * one before its end. Returns the same session if the event changes nothing.
 *
 * @param isOver Whether a call that has no end can't be going on any more.
 */
export function applyEvent(
  session: MeetingSession | undefined,
  event: PastEvent,
  joinWebUrl: string,
  isOver: (session: MeetingSession, at: string) => boolean,
): MeetingSession | undefined {
  // What a call that was missed left behind doesn't belong to the next one.
  const last = session && !session.endedAt && isOver(session, event.at) ? close(session) : session;
  const next = toNext(last, event, joinWebUrl);
  return next === last ? session : next;
}

function toNext(
  session: MeetingSession | undefined,
  event: PastEvent,
  joinWebUrl: string,
): MeetingSession | undefined {
  const { kind, at } = event;
  if (session?.previousEndedAt && isAtOrBefore(at, session.previousEndedAt)) return session;
  switch (kind) {
    case "started":
      return start(session, at, joinWebUrl);
    case "ended":
      return end(session, event, joinWebUrl);
    case "people":
      return count(session, event, joinWebUrl);
  }
}

function start(
  session: MeetingSession | undefined,
  at: string,
  joinWebUrl: string,
): MeetingSession | undefined {
  if (!session) return { joinWebUrl, startedAt: at };
  const { startedAt, endedAt, isStartGuessed } = session;
  if (endedAt && toMs(at) > toMs(endedAt)) return follow(session, { startedAt: at }, endedAt);
  const lateMs = toMs(at) - toMs(startedAt);
  if (isStartGuessed && lateMs <= SAME_START_MS) {
    const { people } = session;
    const present = people?.filter((person) => !isBeforeStart(person.at, at));
    return {
      ...session,
      startedAt: at,
      isStartGuessed: undefined,
      ...(present && { people: present }),
    };
  }
  // Its end was never told, or is still to come.
  if (lateMs > SAME_START_MS) {
    const times = { startedAt: at, ...(endedAt && { endedAt }) };
    return follow(session, times, toTime(toMs(at) - SAME_START_MS));
  }
  return session;
}

function end(
  session: MeetingSession | undefined,
  { at, peopleCount, startedAt }: PastEvent,
  joinWebUrl: string,
): MeetingSession | undefined {
  const report = {
    ...(peopleCount !== undefined && { peopleCount }),
    ...(startedAt && { startedAt }),
  };
  const unstarted = { startedAt: at, isStartGuessed: true as const, endedAt: at, ...report };
  if (!session) return { joinWebUrl, ...unstarted };
  if (toMs(at) < toMs(session.startedAt)) return session;
  if (!session.endedAt) return { ...session, endedAt: at, ...report };
  const lateMs = toMs(at) - toMs(session.endedAt);
  if (lateMs > SAME_END_MS) return follow(session, unstarted, session.endedAt);
  const isNews =
    Math.abs(lateMs) <= SAME_END_MS && (peopleCount ?? session.peopleCount) !== session.peopleCount;
  return isNews ? { ...session, ...report, endedAt: at } : session;
}

function count(
  session: MeetingSession | undefined,
  { at, joined = [], left = [], waiting = [] }: PastEvent,
  joinWebUrl: string,
): MeetingSession | undefined {
  // Who waits in the lobby may have been in the call before.
  const isKnown = (one: CallPerson) => session?.people?.some(({ id }) => id === toEntryId(one));
  const changes = [
    ...joined.map((one) => toEntry(one, true, at)),
    ...[...left, ...waiting.filter(isKnown)].map((one) => toEntry(one, false, at)),
  ];
  const begun = { startedAt: at, isStartGuessed: true as const };
  const isAfterEnd = session?.endedAt !== undefined && toMs(at) > toMs(session.endedAt);
  if (!session || isAfterEnd) {
    // People leave when a call ends, and the news of it takes a moment.
    const isNew = joined.length > 0 && !(session?.endedAt && isSoonAfter(session.endedAt, at));
    if (!isNew) return session;
    const next = session ? follow(session, begun, session.endedAt) : { joinWebUrl, ...begun };
    return { ...next, people: mergePeople(next.people, changes) };
  }
  if (!session.isStartGuessed && isBeforeStart(at, session.startedAt)) return session;
  const people = mergePeople(session.people, changes);
  if (people === session.people) return session;
  const isEarlier =
    session.isStartGuessed && joined.length > 0 && toMs(at) < toMs(session.startedAt);
  return { ...session, people, ...(isEarlier && { startedAt: at }) };
}

const toEntryId = ({ id, presence }: CallPerson) => presence ?? id;

function toEntry(one: CallPerson, isIn: boolean, at: string): SessionPerson {
  return { id: toEntryId(one), isIn, at, ...(one.presence && { person: one.id }) };
}

/** Another call of the same meeting. People who did something after the one before are in it. */
function follow(
  { joinWebUrl, teamsMeetingId, shownAt, people = [] }: MeetingSession,
  times: Pick<MeetingSession, "startedAt" | "endedAt" | "isStartGuessed">,
  previousEndedAt: string | undefined,
): MeetingSession {
  const since = previousEndedAt;
  const present = people.filter(({ at }) => since === undefined || toMs(at) > toMs(since));
  return {
    joinWebUrl,
    ...times,
    previousEndedAt,
    teamsMeetingId,
    shownAt,
    ...(present.length > 0 && { people: present }),
  };
}

/** A call starts with the first person. */
function isBeforeStart(at: string, startedAt: string): boolean {
  return toMs(startedAt) - toMs(at) > SAME_START_MS;
}

/** The end is unknown; what comes later is another call. */
function close(session: MeetingSession): MeetingSession {
  return { ...session, endedAt: session.startedAt, people: undefined };
}

function isSoonAfter(endedAt: string, at: string): boolean {
  return toMs(at) - toMs(endedAt) <= SAME_START_MS;
}

function isAtOrBefore(at: string, other: string): boolean {
  return toMs(at) <= toMs(other);
}

const toMs = (at: string) => Date.parse(at);
const toTime = (ms: number) => new Date(ms).toISOString();
