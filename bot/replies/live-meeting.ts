import type { FoundMeeting, NoMeeting, Superseded } from "../../src/meetings/find-meeting";
import { isThreadRoom, type MeetingKey } from "../../src/meetings/record/meeting-key";
import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingReference } from "../../src/meetings/tokens/meeting-token";
import type { Tokens } from "../../src/meetings/tokens/tokens";
import type { MeetingRequest } from "../../src/request/meeting-request";
import type { BotServices } from "../bot-services";
import { messagesFor, type Messages } from "../locales/messages";
import { toMeetButton } from "./meet-button";
import { toAttachedReply } from "./attached-reply";
import { toCancelledReply } from "./meeting-reply";
import { toNoRoomReply } from "./no-room";
import { toJoinableReply } from "./shown-reply";
import { toNoticeReply, type CardReply, type Reply } from "../reply";
import { toRequestView } from "./request-view";
import { isElsewhere, type Turn } from "../turn/turn";

type LiveMeeting = { ok: true; record: LiveRecord } | { ok: false; reply: Reply };

/**
 * Finds the meeting for a command, or the reply to send when there's none.
 *
 * @param request What the reply offers to create. Without one, a meeting with the default name, or no room.
 */
export async function findLive(
  turn: Turn,
  key: MeetingKey,
  services: BotServices,
  request?: MeetingRequest,
): Promise<LiveMeeting> {
  return toLive(turn, key, await services.meetings.findMeeting(key), services, request);
}

/** Finds the meeting for a button, if the button's generation is still current. */
export async function findLiveByReference(
  turn: Turn,
  reference: MeetingReference,
  services: BotServices,
): Promise<LiveMeeting> {
  return toLive(turn, reference.key, await services.meetings.findByReference(reference), services);
}

async function toLive(
  turn: Turn,
  key: MeetingKey,
  found: FoundMeeting | Superseded,
  services: BotServices,
  request?: MeetingRequest,
): Promise<LiveMeeting> {
  return found.ok
    ? { ok: true, record: found.stored.record }
    : { ok: false, reply: await toNoMeetingReply(turn, key, found, services, request) };
}

/** Says why there's no meeting to change, and offers the next step. */
export async function toNoMeetingReply(
  turn: Turn,
  key: MeetingKey,
  found: NoMeeting | Superseded,
  services: BotServices,
  request?: MeetingRequest,
): Promise<CardReply> {
  const messages = messagesFor(turn.viewer.locale);
  const { noMeeting } = messages;
  switch (found.reason) {
    case "attached": {
      const sentences = [({ attachedCard }: Messages) => attachedCard.setElsewhere];
      return toAttachedReply(found.record, toRequestView(turn, { sentences }), services);
    }
    case "cancelled":
      return toCancelledReply(found.record, toRequestView(turn), services, request);
    case "superseded": {
      const sentences = [({ noMeeting: words }: Messages) => words.superseded];
      return toJoinableReply(found.record, toRequestView(turn, { sentences }), services);
    }
    case "unknown": {
      const isThread = isThreadRoom(key.room);
      if (key.room && !isThread) return toNoRoomReply(turn, key, services, { request });
      const text = noMeeting.none[isThread ? "thread" : turn.conversation.conversationType];
      return toOfferToMeet(turn, key, { text, request }, services);
    }
    case "unfinished":
      return toLostReply(turn, key, "unfinished", services, request);
  }
}

/** A text with the button that creates the meeting. */
function toOfferToMeet(
  { viewer }: Turn,
  key: MeetingKey,
  { text, request }: { text: string; request?: MeetingRequest | undefined },
  { tokens }: BotServices,
): CardReply {
  const messages = messagesFor(viewer.locale);
  const button = toMeetButton(key, tokens, messages, request);
  return toNoticeReply(undefined, text, [{ ...button, title: messages.meet.create }]);
}

/** Graph hasn't answered yet. The bot can't update this card: Refresh shows the meeting once it exists. */
export function toStillPreparingReply(
  { viewer }: Pick<Turn, "viewer">,
  reference: MeetingReference,
  { tokens }: { tokens: Pick<Tokens, "meeting"> },
): CardReply {
  const { card, extension } = messagesFor(viewer.locale);
  const data = { ref: tokens.meeting.encode(reference) };
  const refresh = { title: card.refresh, verb: "refresh", data };
  return toNoticeReply(extension.preparingTitle, extension.preparingText, [refresh]);
}

/** The meeting no longer exists, or never did. In its own conversation, offers to create one. */
export function toLostReply(
  turn: Turn,
  key: MeetingKey,
  reason: "gone" | "unknown" | "unfinished",
  services: BotServices,
  request?: MeetingRequest,
): CardReply {
  const text = messagesFor(turn.viewer.locale).refresh[reason];
  return isElsewhere(turn, key)
    ? toNoticeReply(undefined, text)
    : toOfferToMeet(turn, key, { text, request }, services);
}
