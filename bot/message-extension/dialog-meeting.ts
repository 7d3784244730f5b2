import { isSameSubject } from "../../src/meetings/compare-request";
import { toFoundRecord } from "../../src/meetings/find-meeting";
import type { JoinableRecord } from "../../src/meetings/record/attached-record";
import { atOccurrence } from "../../src/meetings/series/at-occurrence";
import { isThreadRoom, toThreadRoom, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { EMPTY_FORM, type MeetForm } from "../../src/request/meet-form";
import { ONCE } from "../../src/request/repeat-field";
import type { BotServices } from "../bot-services";
import { findSeparateKey } from "../replies/separate-meeting";
import { toMeetingValues } from "../requests/form-entries";
import { toMeetingKey, type Turn } from "../turn/turn";
import type { MessageContent } from "./read-message";

/** The meeting that a dialog is about. */
export interface DialogMeeting {
  key: MeetingKey;
  /** Its values in the dialog's fields. */
  shown: MeetForm;
  /** Absent if the meeting doesn't exist. */
  record?: JoinableRecord;
}

export async function findDialogMeeting(
  { viewer }: Turn,
  key: MeetingKey,
  { meetings, now }: BotServices,
): Promise<DialogMeeting> {
  const room = toRoomField(key);
  const record = toFoundRecord(await meetings.findMeeting(key));
  if (!record) return { key, shown: { ...EMPTY_FORM, repeat: ONCE, room } };
  const shown =
    record.state === "attached"
      ? { ...EMPTY_FORM, repeat: ONCE, topic: record.attached.subject ?? "" }
      : toMeetForm(atOccurrence(record, now()), viewer.timeZone);
  return { key, shown: { ...shown, room }, record };
}

/**
 * The meeting about a message: its thread's own. Chats have no threads, so it's the chat's meeting, unless that's about
 * something else: then it's a room named after the message.
 */
export async function findMeetingAbout(
  turn: Turn,
  { topic, rootMessageId }: MessageContent,
  services: BotServices,
): Promise<DialogMeeting> {
  const { conversation } = turn;
  const root = conversation.rootMessageId ?? rootMessageId;
  if (conversation.conversationType === "channel" && root !== undefined) {
    return findDialogMeeting(turn, toMeetingKey(turn, toThreadRoom(root)), services);
  }
  const own = await findDialogMeeting(turn, toMeetingKey(turn), services);
  if (!own.record || isSameSubject(own.shown.topic, topic)) return own;
  return findDialogMeeting(turn, await findSeparateKey(own.key, topic, services), services);
}

/** A thread's room has no name that people could type. */
function toRoomField({ room }: MeetingKey): string {
  return room && !isThreadRoom(room) ? `#${room}` : "";
}

/** The people field stays empty: the dialog only adds people. */
export function toMeetForm(record: LiveRecord, timeZone: string): MeetForm {
  return { ...EMPTY_FORM, ...toMeetingValues(record, timeZone) };
}
