import { toMessagesOf, toReminderFields, type MeetingRecord } from "./meeting-record";

/** Fields that other requests may write under someone else's lease: they must not be overwritten. */
export function toUnleasedFields(record: MeetingRecord) {
  const { removedAt, told, attached, indexedLink, session, callWatch } = record;
  return {
    ...toMessagesOf(record),
    removedAt,
    told,
    attached,
    indexedLink,
    session,
    callWatch,
    ...(record.state === "live" && toReminderFields(record)),
  };
}
