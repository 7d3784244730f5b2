import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import {
  toCard,
  type AdaptiveCard,
  type ColumnSet,
  type RichTextBlock,
} from "./elements/adaptive-card";
import { toButtonRow, toListItem, toOpenableLink, type CardButton } from "./elements/card-button";
import { formatLive } from "./elements/format-live";
import { toRoomLabel, toSubject } from "./elements/names";
import { toNoticeCard } from "./elements/notice-card";
import { SMALL_PRINT, SUBTLE, toColumnLine, toHeading, toTextLine } from "./elements/text-line";
import { toLiveLine } from "./meeting/live-line";
import type { MeetingCardData } from "./meeting/meeting-card-data";
import { formatMeetingTime } from "./meeting/time-lines";

export interface RoomsCardData {
  rooms: readonly RoomRow[];
  /** How many meetings aren't listed. */
  hiddenCount: number;
  isChannel: boolean;
  now: Date;
  /** The next step, if there are no meetings. */
  buttons: readonly CardButton[];
  /** Whether a button leads to Help. */
  hasBack?: boolean;
}

export type RoomRow = Pick<MeetingCardData, "room" | "subject" | "time" | "live" | "joinWebUrl">;

/** About two screens on a phone, and within the size limit. */
const MAX_ROOMS = 12;
const MAX_SUBJECT = 60;

/** The meetings of a conversation, each with a Join button. Those in progress say so instead of when they are. */
export function toRoomsCard(
  { rooms, hiddenCount, isChannel, now, buttons, hasBack }: RoomsCardData,
  viewer: Viewer,
): AdaptiveCard {
  const messages = messagesFor(viewer.locale);
  const words = messages.roomsCard;
  const title = toRoomsTitle(isChannel, messages);
  const back = hasBack ? [{ title: messages.confirmCard.back, verb: "help" }] : [];
  if (rooms.length === 0)
    return toNoticeCard({ title, text: words.none, buttons: [...buttons, ...back] });
  const shown = rooms.slice(0, MAX_ROOMS);
  const count = hiddenCount + rooms.length - shown.length;
  return toCard(
    [
      toHeading(title),
      ...shown.map((row) => toRow(row, now, viewer, messages)),
      ...(count > 0 ? [toTextLine(words.more({ count }), SMALL_PRINT, "Medium")] : []),
      ...(hasBack ? [toButtonRow(back)] : []),
    ],
    [title, ...shown.map(({ room }) => toRoomLabel(room, messages))],
  );
}

export function toRoomsTitle(isChannel: boolean, { roomsCard }: Messages): string {
  return isChannel ? roomsCard.title.channel : roomsCard.title.chat;
}

function toRow(row: RoomRow, now: Date, viewer: Viewer, messages: Messages): ColumnSet {
  const { card, roomsCard } = messages;
  const room = toRoomLabel(row.room, messages);
  const when = formatMeetingTime(row.time, viewer, messages, now);
  const live = formatLive(row.live, row.time, viewer, messages, now);
  const texts = [
    toColumnLine(room, { weight: "Bolder" }),
    toColumnLine(toSubject(row.subject, messages, MAX_SUBJECT), {}, "None"),
    ...(live?.isInProgress ? toLiveLine(live, "None") : toWhenLine(when)),
  ];
  const url = toOpenableLink(row.joinWebUrl);
  const tooltip = roomsCard.joinRoom({ room });
  return toListItem(
    texts,
    url ? { type: "Action.OpenUrl", title: card.join, url, tooltip } : undefined,
  );
}

function toWhenLine(when: string | undefined): RichTextBlock[] {
  return when === undefined ? [] : [toColumnLine(when, SUBTLE, "None")];
}
