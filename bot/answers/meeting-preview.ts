import type { LiveRecord } from "../../src/meetings/meeting-record";
import { toSubject } from "../cards/meeting-lines";
import { toMeetingTime } from "../cards/meeting-time";
import { messagesFor } from "../locales/messages";
import type { Reader } from "../reader";
import { toCardTime } from "./meeting-reply";

/** How a meeting is listed where no card has room: its name, and when it is, each in one line. */
export function toMeetingPreview(
  record: LiveRecord,
  reader: Reader,
  now: Date,
): { title: string; text: string } {
  const messages = messagesFor(reader.locale);
  const time = toCardTime(record, now);
  const when = time.kind === "scheduled" ? toMeetingTime(time, reader)?.text : undefined;
  return {
    title: toSubject(record.meeting.subject ?? "", messages),
    text: when ?? messages.card.openAnyTime,
  };
}
