import type { MeetingRecord } from "./record/meeting-record";

/**
 * Gives an unfinished claim back after Graph has rejected its organizer: without an organizer, the next caller can claim
 * the record. A live record stays as it is.
 */
export function giveBackClaim(record: MeetingRecord): MeetingRecord {
  return record.state === "claimed" ? { ...record, organizer: undefined } : record;
}
