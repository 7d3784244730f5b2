import { toOneLine } from "../../../src/request/one-line";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { MentionBlock, RichTextBlock } from "../elements/adaptive-card";
import { formatDay } from "../elements/format-time";
import { MAX_SHORT_NAME, formatNames, toRoomName, toSubject } from "../elements/names";
import { SMALL_PRINT, SUBTLE, toPlainText, toTextLine } from "../elements/text-line";
import type { MeetingCardData } from "./meeting-card-data";
import { type MentionedPerson, toMentionLine } from "./mentions";
import { toTimeTexts } from "./time-lines";

const MAX_NUMBER = 40;
const MAX_UNDERSTOOD = 400;

/** The activity's `summary`, which notifications show as plain text. */
export function toSummary(
  { subject, time }: Pick<MeetingCardData, "subject" | "time">,
  viewer: Viewer,
  messages: Messages,
): string {
  const { card } = messages;
  const name = toSubject(subject, messages, MAX_SHORT_NAME);
  const when = time.kind === "standing" ? card.openAnyTime : toTimeTexts(time, viewer)?.text;
  return when === undefined ? name : card.summary({ subject: name, when });
}

/** The host, who is invited, and where the meeting belongs. */
export function toWhoAndWhere(
  data: MeetingCardData,
  mentioned: readonly MentionedPerson[],
  viewer: Viewer,
  messages: Messages,
): (RichTextBlock | MentionBlock)[] {
  const { card } = messages;
  const isMentioning = mentioned.length > 0;
  const mentionedNames = mentioned.map(({ mention }) => mention.name);
  const people = formatNames(leaveOut(data.people ?? [], mentionedNames), viewer, messages);
  const host = toPlainText(data.organizerName ?? "", MAX_SHORT_NAME);
  const lines = [
    ...(host ? [toTextLine(card.hostedBy({ name: host }), SUBTLE)] : []),
    ...(isMentioning ? [toMentionLine(mentioned, viewer, messages)] : []),
    ...(people ? [toTextLine((isMentioning ? card.alsoWith : card.with)({ people }), SUBTLE)] : []),
    toTextLine(toLocation(data, messages), SUBTLE),
  ];
  for (const [index, line] of lines.entries()) line.spacing = index === 0 ? "Default" : "None";
  return lines;
}

/** Leaves out mentioned people. Two people can have the same name: each mention removes one. */
function leaveOut(names: readonly string[], mentioned: readonly string[]): string[] {
  const left = mentioned.map(toOneLine);
  return names.filter((name) => {
    const index = left.indexOf(toOneLine(name));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Names the conversation and the room that the meeting belongs to. */
function toLocation({ belongsTo, room }: MeetingCardData, { card, links }: Messages): string {
  const name = toRoomName(room);
  if (belongsTo === "elsewhere") return name ? links.roomElsewhere({ name }) : links.elsewhere;
  if (name) return card.roomBelongsTo[belongsTo]({ name });
  if (room?.kind !== "thread") return card.belongsTo[belongsTo];
  return belongsTo === "channel-untied" ? card.threadUntied : card.thread;
}

export function toDialInTexts({ dialIn = {} }: MeetingCardData, { card }: Messages): string[] {
  const phone = toPlainText(dialIn.tollNumber ?? "", MAX_NUMBER);
  const tollFree = toPlainText(dialIn.tollFreeNumber ?? "", MAX_NUMBER);
  const conferenceId = toPlainText(dialIn.conferenceId ?? "", MAX_NUMBER);
  return [
    phone && card.phone({ number: phone }),
    tollFree && card.tollFree({ number: tollFree }),
    conferenceId && card.conferenceId({ id: conferenceId }),
  ].filter(Boolean);
}

/** When the link stops working, and how to keep it. */
export function toExpiry(
  { expiresAt = "", time }: MeetingCardData,
  viewer: Viewer,
  { card }: Messages,
): RichTextBlock[] {
  const date = formatDay(expiresAt, viewer);
  return date === undefined ? [] : [toTextLine(card.expires[time.kind]({ date }))];
}

export function toUnderstoodLine(
  { understood = "" }: MeetingCardData,
  { card }: Messages,
): RichTextBlock[] {
  const text = toPlainText(understood, MAX_UNDERSTOOD);
  return text ? [toTextLine(card.understood({ text }), SMALL_PRINT)] : [];
}
