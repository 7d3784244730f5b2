import { toConversationType } from "../../src/meetings/record/conversation";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import { toCardRoom, toCardTime } from "../replies/meeting-reply";
import type { BotServices } from "../bot-services";
import { toRoomLabel, toSubject } from "../cards/elements/names";
import { formatShortTime } from "../cards/elements/format-time";
import { messagesFor } from "../locales/messages";
import { isElsewhere, type Turn } from "../turn/turn";
import type { ExtensionResult } from "./extension-reply";

export interface ListedMeeting {
  record: LiveRecord;
  /** When the person asked for it elsewhere, ISO 8601; of what others passed on nothing is known. */
  requestedAt?: string;
}

/** How a meeting is listed: its name; when it is, where it belongs, and when the person asked for it. */
export function toListing(
  turn: Turn,
  listed: ListedMeeting,
  { now }: Pick<BotServices, "now">,
): ExtensionResult["preview"] {
  const { record, requestedAt } = listed;
  const { viewer } = turn;
  const messages = messagesFor(viewer.locale);
  const time = toCardTime(record, now());
  const asked = requestedAt && formatShortTime({ startsAt: requestedAt }, viewer, now());
  return {
    title: toSubject(record.meeting.subject ?? "", messages),
    text: [
      time.kind === "standing" ? messages.card.openAnyTime : formatShortTime(time, viewer, now()),
      ...toWhere(turn, listed),
      asked && messages.search.asked({ time: asked }),
    ]
      .filter(Boolean)
      .join(" · "),
  };
}

/** Whose a chat or a meeting of elsewhere is can be told only to who asked for it there. */
function toWhere(turn: Turn, { record, requestedAt }: ListedMeeting): string[] {
  const messages = messagesFor(turn.viewer.locale);
  const { room } = toCardRoom(record);
  const place = toConversationType(record.key.threadId);
  const isHere = !isElsewhere(turn, record.key);
  if (isHere && (room || place !== "person")) return [toRoomLabel(room, messages)];
  return [
    isHere || requestedAt ? messages.search.places[place] : messages.links.elsewhere,
    ...(room ? [toRoomLabel(room, messages)] : []),
  ];
}
