import { toConversationType } from "../../src/meetings/record/conversation";
import { isThreadRoom } from "../../src/meetings/record/meeting-key";
import type { CancelledRecord, LiveRecord } from "../../src/meetings/record/meeting-record";
import type { Attendee } from "../../src/meetings/ports/online-meeting";
import type { BotServices } from "../bot-services";
import { toCancelledCard } from "../cards/cancelled-card";
import { toMeetingCard } from "../cards/meeting/meeting-card";
import type { MeetingCardData } from "../cards/meeting/meeting-card-data";
import { toSummary } from "../cards/meeting/meeting-summary";
import type { Mention } from "../cards/meeting/mentions";
import type { Notice } from "../cards/elements/notice-card";
import { messagesFor, type Messages } from "../locales/messages";
import type { Viewer } from "../turn/viewer";
import type { CardReply, ShownRecord } from "../delivery/reply";

/** A link that dies later than this is nothing to worry anybody with. */
const EXPIRES_SOON_MS = 14 * 24 * 60 * 60_000;

/** What is said above a meeting, in the words of whoever reads it. */
export type ToNotice = (messages: Messages) => Notice | undefined;

/** For whom a meeting's card is, and what it says beside the meeting. */
export interface MeetingView {
  reader: Viewer;
  /** Teams' ids of the people whose client refreshes the card by itself. */
  refreshUserIds: readonly string[];
  notice?: ToNotice;
  /** What was read from the request that it answers. */
  understood?: string;
  mentions?: readonly Mention[];
  /** For a conversation that the bot is not in: no button but those that open a page. */
  isWithoutBot?: boolean;
  /** The card is read in another conversation than the meeting's. */
  isElsewhere?: boolean;
  /** Whether nobody but the reader sees the card. */
  isPrivate?: boolean;
}

/** The meeting's card as its reader should see it. */
export function toMeetingReply(
  record: LiveRecord,
  view: MeetingView,
  services: BotServices,
): CardReply {
  const { reader: viewer, refreshUserIds, understood, mentions } = view;
  const { key, generation, meeting, organizer } = record;
  const messages = messagesFor(viewer.locale);
  const notice = view.notice?.(messages);
  const now = services.now();
  const people = toPeopleNames(record);
  const addresses = (meeting.attendees ?? []).flatMap(({ upn }) => upn ?? []);
  const data: MeetingCardData = {
    subject: meeting.subject ?? "",
    joinWebUrl: meeting.joinWebUrl,
    time: toCardTime(record, now),
    ...(organizer.name && { organizerName: organizer.name }),
    ...(people.length > 0 && { people }),
    ...(mentions && mentions.length > 0 && { mentions }),
    belongsTo: view.isElsewhere ? "elsewhere" : toBelonging(record),
    ...toCardRoom(record),
    ...(meeting.dialIn && { dialIn: meeting.dialIn }),
    ...(understood && { understood }),
    ...(isExpiringSoon(record, now) && { expiresAt: meeting.expiresAt }),
    ...(notice && { notice }),
    sealedReference: services.sealer.seal({ key, generation }),
    refreshUserIds,
    outlookOrigin: services.outlookOrigin,
    ...(addresses.length > 0 && { calendarAddresses: addresses }),
    hasMore: true,
    ...(view.isWithoutBot && { isWithoutBot: true }),
    ...(view.isPrivate && { isPrivate: true }),
  };
  const card = toMeetingCard(data, viewer, messages);
  const summary = toSummary(data, viewer, messages);
  const said = { ...(view.notice && { notice: view.notice }), ...(understood && { understood }) };
  return { kind: "card", card, summary, shows: { record, refreshUserIds, ...said } };
}

/** What a card of the meeting shows now, whatever became of it. */
export function toShownReply(
  record: ShownRecord,
  viewer: Viewer,
  refreshUserIds: readonly string[],
  services: BotServices,
  notice?: ToNotice,
): CardReply {
  const view = { reader: viewer, refreshUserIds, ...(notice && { notice }) };
  return record.state === "cancelled"
    ? toCancelledReply(record, view, services)
    : toMeetingReply(record, view, services);
}

/** What stands where the card of a cancelled meeting was. */
export function toCancelledReply(
  record: CancelledRecord,
  { reader: viewer, refreshUserIds }: Pick<MeetingView, "reader" | "refreshUserIds">,
  { sealer }: BotServices,
): CardReply {
  const { key, generation, subject, cancelledBy, cancelledAt } = record;
  const messages = messagesFor(viewer.locale);
  const card = toCancelledCard(
    {
      subject,
      ...(cancelledBy.name && { cancelledByName: cancelledBy.name }),
      cancelledAt,
      sealedReference: sealer.seal({ key, generation }),
    },
    viewer,
    messages,
  );
  return {
    kind: "card",
    card,
    summary: messages.cancelledCard.title,
    shows: { record, refreshUserIds },
  };
}

export function toCardTime(
  { isTimeGiven, meeting }: LiveRecord,
  now: Date,
): MeetingCardData["time"] {
  const { startsAt, endsAt } = meeting;
  if (isTimeGiven && startsAt && endsAt) return { kind: "scheduled", startsAt, endsAt };
  // Graph's own default of one hour from the first call says nothing once that hour is over.
  const isOver = !endsAt || Date.parse(endsAt) <= now.getTime();
  return isOver ? { kind: "standing" } : { kind: "standing", startsAt, endsAt };
}

export function toCardRoom({ key }: Pick<LiveRecord, "key">): Pick<MeetingCardData, "room"> {
  if (key.room === "") return {};
  return { room: isThreadRoom(key.room) ? { kind: "thread" } : { kind: "named", name: key.room } };
}

/** The invited people, by name where it is known. */
export function toPeopleNames({ meeting, people = [], requestedBy }: LiveRecord): string[] {
  return toNames(meeting.attendees ?? [], [...people, requestedBy]);
}

export function toNames(
  attendees: readonly Attendee[],
  people: LiveRecord["people"] = [],
): string[] {
  const names = new Map(people.map(({ aadId, name }) => [aadId.toLowerCase(), name]));
  return attendees.flatMap(({ aadId, upn }) => names.get(aadId?.toLowerCase() ?? "") ?? upn ?? []);
}

function toBelonging({ key, isTiedToChannel }: LiveRecord): MeetingCardData["belongsTo"] {
  const place = toConversationType(key.threadId);
  return place === "channel" && !isTiedToChannel ? "channel-untied" : place;
}

function isExpiringSoon({ meeting }: LiveRecord, now: Date): boolean {
  const expiresMs = Date.parse(meeting.expiresAt ?? "");
  return expiresMs - now.getTime() < EXPIRES_SOON_MS;
}
