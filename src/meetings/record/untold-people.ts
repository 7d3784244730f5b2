import { mergeAttendees } from "../meeting-plan";
import { isAmong, type Attendee } from "../ports/online-meeting";
import type { RecordStore } from "../ports/meeting-store";
import type { LiveRecord, MeetingRecord } from "./meeting-record";
import { updateRow } from "./update-row";

/** What one reply did. */
export interface Notified {
  /** Invited people that it couldn't reach. */
  missed?: readonly Attendee[];
  /** People who know about the meeting now. */
  notified?: readonly Attendee[];
  /** The Entra object id of the person who invited them. */
  invitedBy?: string | undefined;
  /** The Entra object id of someone who acts, and has seen who wasn't reached before. */
  seenBy?: string | undefined;
}

/**
 * Keeps the invited people that no message reached, so that every card names them until one does, they're removed, or the
 * person who invited them acts: then that person knows.
 * Throws `store_unavailable` or `record_unreadable`.
 */
export function createKeepUntold({ store }: { store: RecordStore }) {
  /** @param seen As last read. If it needs no change, nothing is read or written. */
  return async function keepUntold(seen: MeetingRecord, done: Notified): Promise<void> {
    if (!toChanged(seen, done)) return;
    await updateRow(store, seen.key, (record) => record && toChanged(record, done));
  };
}

function toChanged(
  record: MeetingRecord,
  { missed = [], notified = [], invitedBy, seenBy }: Notified,
): LiveRecord | undefined {
  if (record.state !== "live") return undefined;
  const { untold: before = [], untoldBy, meeting, coOrganizersDue } = record;
  if (before.length === 0 && missed.length === 0) return undefined;
  const invited = mergeAttendees(meeting.attendees, coOrganizersDue);
  const untold = mergeAttendees(isSeen(record, seenBy) ? [] : before, missed)
    .filter((person) => isAmong(person, invited) && !isAmong(person, notified))
    .map(({ role: _role, ...person }) => person);
  const isSame =
    untold.length === before.length && untold.every((person) => isAmong(person, before));
  if (isSame) return undefined;
  const hasNew = untold.some((person) => !isAmong(person, before));
  return { ...record, untold, untoldBy: hasNew ? invitedBy : untoldBy };
}

/** Whether this person invited those who weren't reached: a card named them. */
export function isSeen({ untoldBy }: Pick<LiveRecord, "untoldBy">, aadId?: string): boolean {
  return untoldBy !== undefined && untoldBy === aadId;
}
