import { toJoinable, type JoinableRecord } from "../../src/meetings/record/attached-record";
import { toConversationType } from "../../src/meetings/record/conversation";
import type { MeetingKey } from "../../src/meetings/record/meeting-key";
import {
  CONFIRMATION_MS,
  restrictTo,
  type MeetingOffer,
} from "../../src/meetings/tokens/request-token";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { formatShortTime } from "../cards/elements/format-time";
import { toRoomLabel, toSubject } from "../cards/elements/names";
import { formatMeetingTime } from "../cards/meeting/time-lines";
import { toOfferCard } from "../cards/offer-card";
import { messagesFor, type Messages } from "../locales/messages";
import { toCardRoom, toCardTime } from "../replies/meeting-reply";
import { toInfo } from "../replies/notices";
import { toRequestView } from "../replies/request-view";
import { toJoinableReply } from "../replies/shown-reply";
import type { CardReply } from "../reply";
import type { BotPresence } from "../requests/bot-presence";
import { isElsewhere, type Turn } from "../turn/turn";
import type { ExtensionResult } from "./extension-handler";

export interface ListedMeeting {
  record: JoinableRecord;
  /** When the person asked for it in another conversation, ISO 8601. */
  requestedAt?: string;
}

/** A meeting to choose. Its card only has buttons that work in this conversation. */
export function toMeetingResult(
  turn: Turn,
  listed: ListedMeeting,
  presence: BotPresence,
  services: BotServices,
): ExtensionResult {
  const { record } = listed;
  const view = {
    ...toRequestView(turn, { isLook: true }),
    isWithoutBot: presence !== "present",
    isElsewhere: isElsewhere(turn, record.key),
  };
  const { card } = toJoinableReply(record, view, services);
  return { card, preview: toListing(turn, listed, services) };
}

/**
 * The meeting of a reply, to insert into the person's own message. Without the bot in the conversation, its card only
 * has links, so no one could answer a question: a notice says that nothing changed. The bot doesn't know whether the
 * message is sent, so it tells no one about the meeting, and the card names the people it would have told.
 */
export function toInsertedResult(
  turn: Turn,
  record: JoinableRecord,
  reply: CardReply,
  presence: BotPresence,
  services: BotServices,
): ExtensionResult {
  const { viewer } = turn;
  const { shows, isQuestion } = reply;
  const toUnchanged = ({ search: { unchanged } }: Messages) =>
    presence === "impossible" ? unchanged.own : unchanged.conversation;
  const isWithBot = presence === "present";
  const { mentions, notNotified = [], toTell = [] } = shows ?? {};
  const view = shows && {
    ...shows,
    ...(isQuestion && { notice: toInfo(toUnchanged) }),
    mentions: isWithBot ? mentions : [],
    notNotified: [...notNotified, ...toTell.map(({ attendee }) => attendee)],
    viewer,
    isWithoutBot: !isWithBot,
  };
  const isKept = isWithBot && (isQuestion || toTell.length === 0);
  const { card } = view && !isKept ? toJoinableReply(record, view, services) : reply;
  return { card, preview: toListing(turn, { record }, services) };
}

export interface RequestedOffer {
  key: MeetingKey;
  request: MeetingRequest;
  /** The request in one line. Empty for the conversation's own meeting. */
  understood: string;
  /** The same for the list, which no one sees later: with "tomorrow" instead of a date. */
  listed: string;
}

/**
 * A typed request. Choosing it creates the meeting, only for this person. Clients that can't choose insert the card, and
 * anyone can press its button.
 */
export function toOfferResult(
  turn: Turn,
  { key, request, understood, listed }: RequestedOffer,
  presence: BotPresence,
  { tokens, now }: Pick<BotServices, "tokens" | "now">,
): ExtensionResult {
  const messages = messagesFor(turn.viewer.locale);
  const { search, meet } = messages;
  const toTitle = (text: string) => (text ? search.offer.title({ text }) : meet.create);
  const offer: MeetingOffer = { does: "meet", reference: { key, generation: 1 }, request };
  const button = presence === "present" && { requestToken: tokens.request.encode(offer) };
  const restriction = restrictTo(turn.caller, CONFIRMATION_MS, now());
  return {
    card: toOfferCard({ title: toTitle(understood), ...button }, messages),
    preview: { title: toTitle(listed), text: search.offer.text },
    choice: { offer: tokens.request.encode({ ...offer, restriction }) },
  };
}

/** The meeting's name, and in a second line its time, where it belongs, and when the person asked for it. */
export function toListing(
  turn: Turn,
  listed: ListedMeeting,
  { now }: Pick<BotServices, "now">,
): ExtensionResult["preview"] {
  const { record, requestedAt } = listed;
  const { viewer } = turn;
  const messages = messagesFor(viewer.locale);
  const time = toCardTime(record, now());
  const requested = requestedAt && formatShortTime({ startsAt: requestedAt }, viewer, now());
  return {
    title: toSubject(toJoinable(record).subject ?? "", messages),
    text: [
      time.kind === "scheduled"
        ? formatShortTime(time, viewer, now())
        : formatMeetingTime(time, viewer, messages, now()),
      ...toWhere(turn, listed),
      requested && messages.search.asked({ time: requested }),
    ]
      .filter(Boolean)
      .join(" · "),
  };
}

/** The conversation type of a meeting elsewhere is shown only to people who asked for the meeting there. */
function toWhere(turn: Turn, { record, requestedAt }: ListedMeeting): string[] {
  const messages = messagesFor(turn.viewer.locale);
  const { room } = toCardRoom(record);
  const type = toConversationType(record.key.threadId);
  const isHere = !isElsewhere(turn, record.key);
  if (isHere && (room || type !== "person")) return [toRoomLabel(room, messages)];
  return [
    isHere || requestedAt ? messages.search.places[type] : messages.card.location.elsewhere,
    ...(room ? [toRoomLabel(room, messages)] : []),
  ];
}
