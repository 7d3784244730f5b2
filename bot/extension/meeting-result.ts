import { toPlace } from "../../src/meetings/conversation";
import type { LiveRecord } from "../../src/meetings/meeting-record";
import { toCardRoom, toCardTime, toMeetingReply } from "../answers/meeting-reply";
import { toRequestView } from "../answers/request-view";
import type { BotServices } from "../bot-services";
import { toRoomLabel } from "../cards/rooms-card";
import { toSubject } from "../cards/meeting-lines";
import { toShortTime } from "../cards/short-time";
import { messagesFor } from "../locales/messages";
import type { BotPresence } from "../requests/bot-presence";
import { isElsewhere, type Turn } from "../turn";
import type { ExtensionResult } from "./extension-reply";

export interface FoundMeeting {
  record: LiveRecord;
  /** When the person asked for it, ISO 8601; not told of the conversation's own. */
  askedAt?: string;
}

/** A meeting to choose; its card has the buttons that work where it will stand. */
export function toMeetingResult(
  turn: Turn,
  found: FoundMeeting,
  presence: BotPresence,
  services: BotServices,
): ExtensionResult {
  const { record } = found;
  const view = {
    ...toRequestView(turn, { sentences: [] }),
    isWithoutBot: presence !== "present",
    isElsewhere: isElsewhere(turn, record.key),
  };
  const { card } = toMeetingReply(record, view, services);
  return { card, preview: toMeetingPreview(turn, found, services) };
}

/** The meeting's name; when it is, and what tells it from another of the same name. */
export function toMeetingPreview(
  turn: Turn,
  { record, askedAt }: FoundMeeting,
  { now }: BotServices,
): ExtensionResult["preview"] {
  const { reader } = turn;
  const messages = messagesFor(reader.locale);
  const time = toCardTime(record, now());
  const asked = askedAt && toShortTime({ startsAt: askedAt }, reader, now());
  return {
    title: toSubject(record.meeting.subject ?? "", messages),
    text: [
      time.kind === "standing" ? messages.card.openAnyTime : toShortTime(time, reader, now()),
      ...toWhere(turn, record),
      asked && messages.search.asked({ time: asked }),
    ]
      .filter(Boolean)
      .join(" · "),
  };
}

function toWhere(turn: Turn, record: LiveRecord): string[] {
  const messages = messagesFor(turn.reader.locale);
  const { room } = toCardRoom(record);
  const place = toPlace(record.key.threadId);
  if (!isElsewhere(turn, record.key) && (room || place !== "person")) {
    return [toRoomLabel(room, messages)];
  }
  return [messages.search.places[place], ...(room ? [toRoomLabel(room, messages)] : [])];
}
