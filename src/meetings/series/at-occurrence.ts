import type { LiveRecord, TimeRange } from "../record/meeting-record";
import { listPlanned } from "./next-occurrence";

/** The meeting with the time of its next occurrence, even if it's paused. Graph gets that later. Others are as they are. */
export function atOccurrence(record: LiveRecord, now: Date): LiveRecord {
  const [next] = record.series ? listPlanned(record.series, now, 1) : [];
  if (!next) return record;
  const { startsAt, endsAt } = next;
  return { ...record, isTimeGiven: true, meeting: { ...record.meeting, startsAt, endsAt } };
}

/** Whether a person gave the meeting this time. */
export function isAtTime(
  { isTimeGiven, meeting }: LiveRecord,
  { startsAt, endsAt }: Required<TimeRange>,
): boolean {
  if (!isTimeGiven || !meeting.startsAt || !meeting.endsAt) return false;
  return (
    Date.parse(meeting.startsAt) === Date.parse(startsAt) &&
    Date.parse(meeting.endsAt) === Date.parse(endsAt)
  );
}
