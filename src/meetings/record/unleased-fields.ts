import { toLastingFields, toReminderFields, type MeetingRecord } from "./meeting-record";

/** Fields that other requests may write under someone else's lease: they must not be overwritten. */
export function toUnleasedFields(record: MeetingRecord) {
  const { removedAt, told, indexedLink, session, callWatch } = record;
  return {
    ...toLastingFields(record),
    removedAt,
    told,
    indexedLink,
    session,
    callWatch,
    ...(record.state === "live" && toReminderFields(record)),
  };
}
