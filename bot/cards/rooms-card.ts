import type { Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import type { AdaptiveCard, Column, ColumnSet } from "./elements/adaptive-card";
import { toCard } from "./elements/card-frame";
import { toOpenableLink } from "./meeting/join-button";
import type { Room, ScheduledTime, StandingTime } from "./meeting/meeting-card-data";
import { SUBTLE, toRoomName } from "./meeting/meeting-lines";
import { toNoticeCard } from "./elements/notice-card";
import { toPlainText } from "./elements/plain-text";
import { toZoneName } from "./elements/viewer-clock";
import { toShortTime } from "./elements/short-time";
import { toColumnLine, toHeading, toTextLine } from "./elements/text-line";

export interface RoomsCardData {
  rooms: readonly RoomRow[];
  /** How many meetings there are besides. */
  hiddenCount: number;
  now: Date;
}

export interface RoomRow {
  /** Without it, the conversation's own meeting. */
  room?: Room;
  subject: string;
  time: StandingTime | ScheduledTime;
  joinWebUrl: string;
}

/** So many fill a phone's screen twice, and the card's bytes. */
const MAX_ROOMS = 12;
const MAX_SUBJECT = 60;

/** The meetings of a conversation, each with its way in. */
export function toRoomsCard(
  { rooms, hiddenCount, now }: RoomsCardData,
  viewer: Viewer,
  messages: Messages,
): AdaptiveCard {
  const words = messages.roomsCard;
  if (rooms.length === 0) return toNoticeCard({ title: words.title, text: words.none });
  const shown = rooms.slice(0, MAX_ROOMS);
  const count = hiddenCount + rooms.length - shown.length;
  const isAnyScheduled = shown.some(({ time }) => time.kind === "scheduled");
  const footer = [
    ...(count > 0 ? [words.more({ count })] : []),
    ...(isAnyScheduled ? [words.zone({ zone: toZoneName(viewer) })] : []),
  ];
  return toCard(
    [
      toHeading(words.title),
      ...shown.map((row) => toRow(row, viewer, now, messages)),
      ...footer.map((line, index) =>
        toTextLine(line, { isSubtle: true, size: "Small" }, index === 0 ? "Medium" : "None"),
      ),
    ],
    [words.title, ...shown.map(({ room }) => toRoomLabel(room, messages))],
  );
}

function toRow(row: RoomRow, viewer: Viewer, now: Date, messages: Messages): ColumnSet {
  const { card } = messages;
  const when = row.time.kind === "standing" ? card.openAnyTime : toShortTime(row.time, viewer, now);
  const texts: Column = {
    type: "Column",
    width: "stretch",
    verticalContentAlignment: "Center",
    items: [
      toColumnLine(toRoomLabel(row.room, messages), { weight: "Bolder" }),
      toColumnLine(toPlainText(row.subject, MAX_SUBJECT) || card.untitled, {}, "None"),
      ...(when === undefined ? [] : [toColumnLine(when, SUBTLE, "None")]),
    ],
  };
  return {
    type: "ColumnSet",
    spacing: "Default",
    separator: true,
    columns: [texts, ...toJoinColumn(row, messages)],
  };
}

function toJoinColumn({ joinWebUrl, room }: RoomRow, messages: Messages): Column[] {
  const url = toOpenableLink(joinWebUrl);
  if (url === undefined) return [];
  const title = messages.card.join;
  const tooltip = messages.roomsCard.joinRoom({ room: toRoomLabel(room, messages) });
  return [
    {
      type: "Column",
      width: "auto",
      verticalContentAlignment: "Center",
      items: [{ type: "ActionSet", actions: [{ type: "Action.OpenUrl", title, url, tooltip }] }],
    },
  ];
}

/** Which of a conversation's meetings it is. */
export function toRoomLabel(room: Room | undefined, { roomsCard }: Messages): string {
  const name = toRoomName(room);
  if (name) return roomsCard.named({ name });
  return room?.kind === "thread" ? roomsCard.thread : roomsCard.own;
}
