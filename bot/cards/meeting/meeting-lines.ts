import { toOneLine } from "../../../src/request/one-line";
import type { Messages } from "../../locales/messages";
import type { Viewer } from "../../turn/viewer";
import type { Container, MentionBlock, RichTextBlock } from "../elements/adaptive-card";
import { formatLead } from "../elements/format-lead";
import { formatDay } from "../elements/format-time";
import { MAX_SHORT_NAME, toCompactList, toNameWithRole, toRoomName } from "../elements/names";
import { SMALL_PRINT, SUBTLE, toPlainText, toTextLine } from "../elements/text-line";
import type { Invitee, MeetingCardData } from "./meeting-card-data";
import { type MentionedPerson, toMentionLine } from "./mentions";

export const DIAL_IN_ID = "dial-in";

const MAX_NUMBER = 40;
const MAX_UNDERSTOOD = 400;

/**
 * The activity's `summary`, which notifications show as plain text.
 *
 * @param when From {@link formatMeetingTime}.
 */
export function summarize(name: string, when: string | undefined, { card }: Messages): string {
  return when === undefined ? name : card.summary({ subject: name, when });
}

/** "Ada (host), Grace (presenter), +3". Mentioned people have a line to themselves. */
export function toPeopleLines(
  { organizerName = "", people = [] }: Pick<MeetingCardData, "organizerName" | "people">,
  mentioned: readonly MentionedPerson[],
  messages: Messages,
): (RichTextBlock | MentionBlock)[] {
  const { card } = messages;
  const host = toPlainText(organizerName, MAX_SHORT_NAME);
  const others = leaveOut(people, [organizerName, ...mentioned.map(({ mention }) => mention.name)]);
  const names = [
    ...(host ? [card.inRole.host({ name: host })] : []),
    ...others.map(({ name, role }) => toNameWithRole(name, role, messages)),
  ];
  const shown = toCompactList(names, messages);
  const mentions = toMentionLine(mentioned, people, messages);
  return [...(shown ? [toTextLine(shown, SUBTLE, "Small")] : []), ...mentions];
}

/** Leaves out one person for each of the names: two people can have the same one. */
function leaveOut(people: readonly Invitee[], names: readonly string[]): Invitee[] {
  const left = names.map(toOneLine);
  return people.filter(({ name }) => {
    const index = left.indexOf(toOneLine(name));
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}

/** Says who made the meeting the conversation's. */
export function toAttachedLine(
  { attached }: Pick<MeetingCardData, "attached">,
  { attachedCard, card }: Messages,
): RichTextBlock[] {
  if (!attached) return [];
  const name = toPlainText(attached.byName ?? "", MAX_SHORT_NAME) || card.somebody;
  const text = attached.isOfChat ? attachedCard.ofChat : attachedCard.by({ name });
  return [toTextLine(text, SUBTLE, "Small")];
}

/** Says where the meeting belongs, if that isn't obvious. */
export function toLocationLine(
  data: Pick<MeetingCardData, "belongsTo" | "room" | "subject">,
  messages: Messages,
): RichTextBlock[] {
  const { location } = messages.card;
  const { belongsTo, room, subject } = data;
  const name = toRoomName(room);
  const label = name && messages.roomsCard.named({ name });
  const isNamed = label !== "" && toOneLine(subject).includes(label);
  const facts = [
    ...(label && !isNamed ? [label] : []),
    ...(room?.kind === "thread" ? [location.thread] : []),
    ...(belongsTo === "channel" || belongsTo === "group-chat" || belongsTo === "meeting-chat"
      ? []
      : [location[belongsTo]]),
  ];
  return facts.length === 0 ? [] : [toTextLine(facts.join(" · "), SUBTLE, "Small")];
}

/** "Reminder 10 minutes before", if that's not the usual. */
export function toReminderLine(
  { reminderMinutes, time }: Pick<MeetingCardData, "reminderMinutes" | "time">,
  messages: Messages,
): RichTextBlock[] {
  if (!reminderMinutes || time.kind === "standing") return [];
  const line = messages.reminders.line({ lead: formatLead(reminderMinutes, messages) });
  return [toTextLine(line, SUBTLE, "Small")];
}

/** The numbers, which the button for them shows and hides. */
export function toDialInLines(
  data: Pick<MeetingCardData, "dialIn">,
  messages: Messages,
): Container[] {
  const items = toDialInTexts(data, messages).map((line, index) =>
    toTextLine(line, {}, index === 0 ? "Default" : "None"),
  );
  return items.length === 0
    ? []
    : [{ type: "Container", id: DIAL_IN_ID, isVisible: false, items, spacing: "Small" }];
}

export function toDialInTexts(
  { dialIn = {} }: Pick<MeetingCardData, "dialIn">,
  { card }: Messages,
): string[] {
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
  { expiresAt = "", time, now }: Pick<MeetingCardData, "expiresAt" | "time" | "now">,
  viewer: Viewer,
  { card }: Messages,
): RichTextBlock[] {
  const date = formatDay(expiresAt, viewer, now);
  return date === undefined || time.kind === "unknown"
    ? []
    : [
        toTextLine(
          card.expires[isKeptBySight(time) ? "standing" : "scheduled"]({ date }),
          SMALL_PRINT,
          "Small",
        ),
      ];
}

/** Whether the link is kept alive when someone sees the card. */
function isKeptBySight(time: MeetingCardData["time"]): boolean {
  if (time.kind !== "recurring") return time.kind === "standing";
  return time.startsAt !== undefined || time.isPaused === true;
}

export function toUnderstoodLine(
  { understood = "" }: Pick<MeetingCardData, "understood">,
  { card }: Messages,
): RichTextBlock[] {
  const text = toPlainText(understood, MAX_UNDERSTOOD);
  return text ? [toTextLine(card.understood({ text }), SMALL_PRINT, "Small")] : [];
}
