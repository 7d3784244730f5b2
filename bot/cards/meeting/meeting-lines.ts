import { MAX_ROOM_CHARACTERS } from "../../../src/request/room-name";
import { MAX_SUBJECT_CHARACTERS } from "../../../src/request/subject";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { RichTextBlock, TextLook } from "../elements/adaptive-card";
import type { MeetingCardData, Room } from "./meeting-card-data";
import { toMeetingTime } from "./meeting-time";
import { toPlainText } from "../elements/plain-text";
import { toDay } from "../elements/short-time";
import { toHeading, toTextLine } from "../elements/text-line";

/** All of a topic. */
const MAX_NAME = 80;
const MAX_NUMBER = 40;
const MAX_UNDERSTOOD = 400;

export const SUBTLE: TextLook = { isSubtle: true };

export function toSubject(subject: string, { card }: Messages): string {
  return toPlainText(subject, MAX_SUBJECT_CHARACTERS) || card.untitled;
}

export function toSubjectLine({ subject }: MeetingCardData, messages: Messages): RichTextBlock {
  return toHeading(toSubject(subject, messages));
}

export function toWhen(
  { time }: Pick<MeetingCardData, "time">,
  viewer: Viewer,
  { card }: Messages,
): RichTextBlock[] {
  if (time.kind === "standing") return [toTextLine(card.openAnyTime, {}, "Small")];
  const when = toMeetingTime(time, viewer);
  if (!when) return [];
  return [
    ...when.lines.map((line, index) => toTextLine(line, {}, index === 0 ? "Small" : "None")),
    toTextLine(when.zone, { isSubtle: true, size: "Small" }, "None"),
  ];
}

export function toHostLine({ organizerName = "" }: MeetingCardData, { card }: Messages): string {
  const name = toPlainText(organizerName, MAX_NAME);
  return name && card.hostedBy({ name });
}

/** Which of the conversation's meetings it is, and how it belongs there. */
export function toLocationLine(
  { belongsTo, room }: MeetingCardData,
  { card, links }: Messages,
): string {
  const name = toRoomName(room);
  if (belongsTo === "elsewhere") return name ? links.roomElsewhere({ name }) : links.elsewhere;
  if (name) return card.roomBelongsTo[belongsTo]({ name });
  if (room?.kind !== "thread") return card.belongsTo[belongsTo];
  return belongsTo === "channel-untied" ? card.threadUntied : card.thread;
}

/** The name of a named room, without its "#". */
export function toRoomName(room: Room | undefined): string {
  return room?.kind === "named" ? toPlainText(room.name, MAX_ROOM_CHARACTERS) : "";
}

export function toDialInLines({ dialIn = {} }: MeetingCardData, { card }: Messages): string[] {
  const phone = toPlainText(dialIn.tollNumber ?? "", MAX_NUMBER);
  const tollFree = toPlainText(dialIn.tollFreeNumber ?? "", MAX_NUMBER);
  const conferenceId = toPlainText(dialIn.conferenceId ?? "", MAX_NUMBER);
  return [
    ...(phone ? [card.phone({ number: phone })] : []),
    ...(tollFree ? [card.tollFree({ number: tollFree })] : []),
    ...(conferenceId ? [card.conferenceId({ id: conferenceId })] : []),
  ];
}

/** Until when the link works, and what keeps it. */
export function toExpiry(
  { expiresAt = "", time }: MeetingCardData,
  viewer: Viewer,
  { card }: Messages,
): RichTextBlock[] {
  const date = toDay(expiresAt, viewer);
  return date === undefined ? [] : [toTextLine(card.expires[time.kind]({ date }))];
}

export function toUnderstood(
  { understood = "" }: MeetingCardData,
  { card }: Messages,
): RichTextBlock[] {
  const text = toPlainText(understood, MAX_UNDERSTOOD);
  return text ? [toTextLine(card.understood({ text }), { isSubtle: true, size: "Small" })] : [];
}
