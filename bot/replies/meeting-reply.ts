import { toConversationType } from "../../src/meetings/record/conversation";
import { isSeen } from "../../src/meetings/record/untold-people";
import { isThreadRoom } from "../../src/meetings/record/meeting-key";
import type { JoinableRecord } from "../../src/meetings/record/attached-record";
import type { CancelledRecord, LiveRecord } from "../../src/meetings/record/meeting-record";
import type { Attendee } from "../../src/meetings/ports/online-meeting";
import { toCalendarAddresses } from "../../src/meetings/tokens/meeting-link";
import { toLiveStatus } from "../../src/meetings/live/live-status";
import type { BotServices } from "../bot-services";
import type { ButtonData } from "../cards/elements/adaptive-card";
import { toCancelledCard } from "../cards/cancelled-card";
import { renderMeeting } from "../cards/meeting/meeting-card";
import type {
  Invitee,
  MeetingCardData,
  MeetingLocation,
  MeetingStatus,
} from "../cards/meeting/meeting-card-data";
import type { Mention } from "../cards/meeting/mentions";
import type { CalendarData } from "../cards/meeting/outlook-links";
import { formatRequest } from "../cards/elements/format-request";
import { toSubject } from "../cards/elements/names";
import type { Notice } from "../cards/elements/notice-card";
import { messagesFor, type Messages } from "../locales/messages";
import type { MeetingRequest, RequestedPerson } from "../../src/request/meeting-request";
import { toChangedRestart } from "../requests/restart-request";
import type { CardReply, CardView, ShownMeeting } from "../reply";
import { toRecurringTime } from "./recurring-time";
import { rememberPlainCard } from "./plain-card";
import { findNotNotified, findUnmentioned } from "./unmentioned";

/** The card mentions a link's expiry only this close to it. */
const EXPIRES_SOON_MS = 14 * 24 * 60 * 60_000;

/** A notice above the meeting, in the viewer's language. */
export type ToNotice = (messages: Messages) => Notice | undefined;

/** Who sees a meeting card, and what it says besides the meeting's details. */
export interface MeetingView extends CardView {
  notice?: ToNotice | undefined;
  status?: MeetingStatus | undefined;
  /** How the bot understood the request, in one line. Set only if that could surprise the person who asked. */
  understood?: string | undefined;
  mentions?: readonly Mention[];
  /** People that the request invited and the card doesn't mention. */
  unmentioned?: readonly RequestedPerson[];
  /** Who asked: no one tells them about their own meeting. */
  callerAadId?: string;
  /** The Entra object id of someone who did more than look at the meeting. */
  actorAadId?: string | undefined;
  /** The person who asked, and the people that the card mentions. */
  notified?: readonly Attendee[];
  /** People who are known not to have been notified. */
  notNotified?: readonly Attendee[];
  /** The bot isn't installed in the conversation: only buttons that open a page work. */
  isWithoutBot?: boolean;
  /** The card is shown outside the meeting's own conversation. */
  isElsewhere?: boolean;
  /** Only the viewer sees the card. */
  isPrivate?: boolean;
  /** Teams no longer has the meeting. */
  isGone?: boolean;
}

/** The meeting card for one viewer. */
export function toMeetingReply(
  record: LiveRecord,
  view: MeetingView,
  services: BotServices,
): CardReply {
  const { viewer, refreshUserIds, understood, mentions } = view;
  const { toTell, unreachable } = findUnmentioned(record, view);
  const notNotified = findNotNotified(
    record,
    [
      // Someone elsewhere doesn't organize the meeting.
      ...(view.isElsewhere || isSeen(record, view.actorAadId) ? [] : (record.untold ?? [])),
      ...(view.notNotified ?? []),
      ...unreachable,
    ],
    [...(view.notified ?? []), ...toTell.map(({ attendee }) => attendee)],
  );
  const shows: ShownMeeting = {
    record,
    refreshUserIds,
    notice: view.notice,
    understood,
    status: view.status,
    mentions,
    toTell,
    notNotified,
    notified: view.notified,
    actorAadId: view.actorAadId,
  };
  const render = () =>
    renderMeeting(toCardData(record, { ...view, notNotified }, services), viewer);
  const rendered =
    notNotified.length > 0 ? render() : rememberPlainCard(record, view, services, render);
  return { kind: "card", ...rendered, shows };
}

function toCardData(
  record: LiveRecord,
  view: MeetingView & { notNotified: readonly Attendee[] },
  services: BotServices,
): MeetingCardData {
  const { viewer, refreshUserIds, understood, mentions, notNotified } = view;
  const { key, generation, meeting, organizer } = record;
  const toName = createNameReader(record.people);
  const now = services.now();
  return {
    ...toCalendarData(record, services.settings, now),
    joinWebUrl: meeting.joinWebUrl,
    live: toLiveStatus(record, now),
    organizerName: organizer.name,
    people: toInvitees(record),
    mentions,
    notNotified: notNotified.map((person) => ({
      name: toName(person),
      address: person.upn,
    })),
    status: view.status,
    now,
    belongsTo: view.isElsewhere ? "elsewhere" : toLocation(record),
    ...toCardRoom(record),
    reminderMinutes: services.reminders.isOff ? undefined : record.reminder?.minutes,
    understood,
    expiresAt: isExpiringSoon(record, now) ? meeting.expiresAt : undefined,
    notice: view.notice?.(messagesFor(viewer.locale)),
    meetingToken: services.tokens.meeting.encode({ key, generation }),
    calendarPage: view.isWithoutBot
      ? toCalendarAddresses(services.tokens.links.toLink({ key, generation })).page
      : undefined,
    refreshUserIds,
    isWithoutBot: view.isWithoutBot,
    isPrivate: view.isPrivate,
    isGone: view.isGone,
  };
}

/**
 * The card that replaces a cancelled meeting's card.
 *
 * @param request What someone asked for just now. The meeting can be created again with it.
 */
export function toCancelledReply(
  record: CancelledRecord,
  { viewer, refreshUserIds }: CardView,
  { tokens, now }: Pick<BotServices, "tokens" | "now">,
  request?: MeetingRequest,
): CardReply {
  const { key, generation, subject, cancelledBy, cancelledAt } = record;
  const messages = messagesFor(viewer.locale);
  const reference = { key, generation };
  const changed = request && toChangedRestart(record, request, now());
  const again: ButtonData = changed
    ? { offer: tokens.request.encode({ does: "meet", reference, request: changed }) }
    : { ref: tokens.meeting.encode(reference) };
  const data = {
    subject,
    cancelledByName: cancelledBy.name,
    cancelledAt,
    again,
    understood: changed && formatRequest({ ...changed, people: request.people }, now(), viewer),
    now: now(),
  };
  const card = toCancelledCard(data, viewer);
  return {
    kind: "card",
    card,
    summary: messages.cancelledCard.title({ subject: toSubject(subject, messages) }),
    shows: { record, refreshUserIds },
  };
}

/** What the meeting's entry in Outlook has. */
export function toCalendarData(
  record: LiveRecord,
  { outlookOrigin }: Pick<BotServices["settings"], "outlookOrigin">,
  now: Date,
): CalendarData {
  const { subject = "", dialIn, attendees = [] } = record.meeting;
  const time = toCardTime(record, now);
  const calendarAddresses = attendees.flatMap(({ upn }) => upn ?? []);
  return { subject, time, dialIn, calendarAddresses, outlookOrigin };
}

export function toCardTime(record: JoinableRecord, now: Date): MeetingCardData["time"] {
  if (record.state === "attached") return { kind: "unknown" };
  const { isTimeGiven, meeting, series } = record;
  if (series) return toRecurringTime(series, now);
  const { startsAt, endsAt } = meeting;
  if (isTimeGiven && startsAt && endsAt) return { kind: "scheduled", startsAt, endsAt };
  // Without a time, Graph sets one hour from the first call: not worth showing once it's over.
  const isOver = !endsAt || Date.parse(endsAt) <= now.getTime();
  return isOver ? { kind: "standing" } : { kind: "standing", startsAt, endsAt };
}

export function toCardRoom({ key }: Pick<LiveRecord, "key">): Pick<MeetingCardData, "room"> {
  if (key.room === "") return {};
  return { room: isThreadRoom(key.room) ? { kind: "thread" } : { kind: "named", name: key.room } };
}

/** Invited people, by name where known, otherwise by address. */
export function toPeopleNames(record: LiveRecord): string[] {
  return toInvitees(record).map(({ name }) => name);
}

function toInvitees({ meeting, people = [], requestedBy }: LiveRecord): Invitee[] {
  return nameAttendees(meeting.attendees ?? [], [...people, requestedBy]);
}

export function toAttendeeNames(
  attendees: readonly Attendee[],
  people: LiveRecord["people"] = [],
): string[] {
  return nameAttendees(attendees, people).map(({ name }) => name);
}

function nameAttendees(
  attendees: readonly Attendee[],
  people: NonNullable<LiveRecord["people"]>,
): Invitee[] {
  const toName = createNameReader(people);
  return attendees.flatMap((attendee) => {
    const name = toName(attendee);
    return name === undefined ? [] : { name, role: attendee.role };
  });
}

/** Reads names where known, otherwise addresses. */
export function createNameReader(
  people: LiveRecord["people"] = [],
): (attendee: Attendee) => string | undefined {
  const names = new Map(people.map(({ aadId, name }) => [aadId.toLowerCase(), name]));
  return ({ aadId = "", upn }) => names.get(aadId.toLowerCase()) ?? upn;
}

export function toLocation(record: JoinableRecord): MeetingLocation {
  const type = toConversationType(record.key.threadId);
  const isUntied = record.state === "live" && !record.isTiedToChannel;
  return type === "channel" && isUntied ? "channel-untied" : type;
}

function isExpiringSoon({ meeting }: LiveRecord, now: Date): boolean {
  const expiresMs = Date.parse(meeting.expiresAt ?? "");
  return expiresMs - now.getTime() < EXPIRES_SOON_MS;
}
