import type { MeetingStore } from "../ports/meeting-store";
import type { MeetingKey } from "../record/meeting-key";
import { toJoinableRecord, type JoinableRecord } from "../record/attached-record";
import type { MeetingSession } from "../record/meeting-record";
import { updateRow } from "../record/update-row";
import { applyEvent } from "./apply-event";
import type { CardWork } from "./card-work";
import { toCurrentLink } from "./current-link";
import type { JoinLinks } from "./join-links";
import type { LiveEvent, LiveEvents, NotedMeeting } from "./live-event";
import { currentSession, toClaimEndMs } from "./live-status";
import type { LiveWork } from "./live-work";
import { claimCards, toWaitMs } from "./claim-cards";

export interface NoteDeps {
  store: Pick<MeetingStore, "records">;
  joinLinks: JoinLinks;
  liveWork: LiveWork;
  cardWork: Pick<CardWork, "plan">;
  now: () => Date;
}

/**
 * Notes events in records by compare-and-swap, so that they can arrive at any process. Doesn't wait for a lease: its holder keeps
 * the session that it finds when it writes.
 */
export function createNoteLiveEvent({
  store: { records },
  joinLinks,
  liveWork,
  cardWork,
  now,
}: NoteDeps): LiveEvents["note"] {
  return async function note(event) {
    const at = toPast(event.at, now());
    if (at === undefined) return [];
    for (const joinWebUrl of listSpellings(event.joinWebUrl)) {
      const named = { ...event, joinWebUrl };
      const keys = await joinLinks.find(named);
      const noted = await Promise.all(keys.map((key) => noteFor(key, { ...named, at })));
      if (keys.length > 0) return noted.flatMap((meeting) => meeting ?? []);
    }
    return [];
  };

  async function noteFor(key: MeetingKey, event: LiveEvent): Promise<NotedMeeting | undefined> {
    let before: MeetingSession | undefined;
    const written = await updateRow(records, key, (record) => {
      const joinable = record && toJoinableRecord(record);
      if (!joinable || !isAbout(event, joinable)) return undefined;
      before = currentSession(joinable);
      const session = toNextSession(joinable, before, event);
      return session && { ...record, session: claimCards(session, before, now()) };
    });
    const record = written && toJoinableRecord(written.record);
    if (!record?.session) return undefined;
    const { session } = record;
    if (session.teamsMeetingId && session.teamsMeetingId !== before?.teamsMeetingId) {
      await joinLinks.addId(record, session.teamsMeetingId);
    }
    const isPlanned = before?.isUnshown && before.shownAt === session.shownAt;
    if (!isPlanned) await cardWork.plan(record);
    await liveWork.follow(record, before);
    return { record, updateInMs: toWaitMs(session, now()) };
  }
}

/**
 * A link, and how Graph spells it: digits of escapes are the same in upper case
 * (https://www.rfc-editor.org/rfc/rfc3986#section-6.2.2.1).
 */
function listSpellings(link: string | undefined): (string | undefined)[] {
  const spelled = link?.replace(/%[0-9a-f]{2}/gi, (escaped) => escaped.toLowerCase());
  return spelled === link ? [link] : [link, spelled];
}

/** `undefined` if the event changes nothing. */
function toNextSession(
  record: JoinableRecord,
  before: MeetingSession | undefined,
  { teamsMeetingId, ...event }: LiveEvent,
): MeetingSession | undefined {
  const link = toCurrentLink(record);
  const isOver = (session: MeetingSession, at: string) =>
    Date.parse(at) >= toClaimEndMs(record, session);
  const next = applyEvent(before, event, link, isOver);
  const isNewId = teamsMeetingId !== undefined && teamsMeetingId !== next?.teamsMeetingId;
  if (!next || (next === before && !isNewId)) return undefined;
  return isNewId ? { ...next, teamsMeetingId } : next;
}

/** The link that an event names may be one that the conversation had earlier. */
function isAbout({ joinWebUrl, teamsMeetingId }: LiveEvent, record: JoinableRecord): boolean {
  if (joinWebUrl !== undefined) return joinWebUrl === toCurrentLink(record);
  return currentSession(record)?.teamsMeetingId === teamsMeetingId;
}

/** Clocks differ. `undefined` if the time makes no sense. */
function toPast(at: string, now: Date): string | undefined {
  const ms = Math.min(Date.parse(at), now.getTime());
  return Number.isNaN(ms) ? undefined : new Date(ms).toISOString();
}
