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
}

/**
 * Keeps the invited people that no message reached, so that every card names them until one does, or they're removed.
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
  { missed = [], notified = [] }: Notified,
): LiveRecord | undefined {
  if (record.state !== "live") return undefined;
  const { untold: before = [], meeting, coOrganizersDue } = record;
  if (before.length === 0 && missed.length === 0) return undefined;
  const invited = mergeAttendees(meeting.attendees, coOrganizersDue);
  const untold = mergeAttendees(before, missed)
    .filter((person) => isAmong(person, invited) && !isAmong(person, notified))
    .map(({ role: _role, ...person }) => person);
  const isSame =
    untold.length === before.length && untold.every((person) => isAmong(person, before));
  return isSame ? undefined : { ...record, untold };
}
