import type { LiveRecord } from "../../src/meetings/record/meeting-record";
import type { MeetingRequest } from "../../src/request/meeting-request";
import {
  isExpired,
  CONFIRMATION_MS,
  restrictTo,
  type MeetingOffer,
} from "../../src/meetings/tokens/request-token";
import type { BotServices } from "../bot-services";
import type { AdaptiveCard } from "../cards/elements/adaptive-card";
import type { CardButton } from "../cards/elements/card-button";
import { MAX_SHORT_NAME, toSubject } from "../cards/elements/names";
import { toNoticeCard } from "../cards/elements/notice-card";
import { toPlainText } from "../cards/elements/text-line";
import { messagesFor, type Messages } from "../locales/messages";
import type { CardReply, ErrorReply } from "../reply";
import type { LookedUpPeople } from "../requests/look-up-people";
import { describeMissingPeople } from "./notices";
import { readBack } from "./request-view";
import type { Turn } from "../turn/turn";

/** Actions that can't be undone and need a confirmation. */
export type ConfirmedAction = Extract<MeetingOffer["does"], "new" | "cancel">;

interface ConfirmationRequest {
  does: ConfirmedAction;
  request: MeetingRequest;
  back: "keep" | "refresh";
  /** The people named in the request: those who weren't found are listed. */
  people?: LookedUpPeople;
  /** For a series: another text, and a button that does less. */
  less?: { text: string; confirm: string; button: CardButton } | undefined;
}

/**
 * Asks for confirmation. Only the person who asked can confirm, within 10 minutes.
 *
 * @param back `keep` removes a question that is its own message; `refresh` brings back the meeting card that
 *   the question replaced for that person.
 */
export function askToConfirm(
  turn: Turn,
  record: LiveRecord,
  { does, request, back, people, less }: ConfirmationRequest,
  services: BotServices,
): CardReply {
  const { tokens, now } = services;
  const messages = messagesFor(turn.viewer.locale);
  const { key, generation, meeting } = record;
  const reference = { key, generation };
  const action = does === "new" ? "newLink" : "cancel";
  const names = { subject: meeting.subject ?? "", name: turn.caller.name };
  const words = toConfirmWords(action, names, messages);
  // A new link can come with a new name, time and people; cancelling changes none of them. The title names the meeting.
  const changes = { ...request, room: "", isHere: false };
  const understood = does === "new" && readBack(changes, turn, services);
  const restriction = restrictTo(turn.caller, CONFIRMATION_MS, now());
  const offer = tokens.request.encode({ does, reference, request, restriction });
  const card = toConfirmCard({
    title: words.title,
    text: [
      understood && messages.card.understood({ text: understood }),
      people && describeMissingPeople(people)(messages),
      less?.text ?? words.text,
    ]
      .filter(Boolean)
      .join("\n"),
    less: less?.button,
    confirm: {
      title: less?.confirm ?? messages.confirmCard[action].confirm,
      verb: "confirm",
      data: { offer, back },
    },
    back: {
      title: messages.confirmCard.back,
      verb: back,
      data: { ref: tokens.meeting.encode(reference) },
    },
  });
  return { kind: "card", card, summary: words.title };
}

/**
 * Asks before an action that can't be undone.
 *
 * @param text The effect of the action, and who can confirm it. Line breaks are kept.
 * @param less The first button, which does only a part.
 */
export function toConfirmCard({
  title,
  text,
  less,
  confirm,
  back,
}: Record<"title" | "text", string> &
  Record<"confirm" | "back", CardButton> & { less?: CardButton | undefined }): AdaptiveCard {
  const buttons = [...(less ? [less] : []), { ...confirm, style: "destructive" } as const, back];
  return toNoticeCard({ title, text, buttons });
}

/** The title and text of the question. Without a name, the text says "the person who asked". */
export function toConfirmWords(
  action: "newLink" | "cancel",
  { subject, name }: { subject: string; name?: string | undefined },
  messages: Messages,
) {
  const words = messages.confirmCard;
  return {
    title: words[action].title({ subject: toSubject(subject, messages, MAX_SHORT_NAME) }),
    text: words[action].text({ name: toAskerName(name, messages) }),
  };
}

/** Who asked, as a question names them. */
export function toAskerName(name: string | undefined, { confirmCard }: Messages): string {
  return toPlainText(name ?? "", MAX_SHORT_NAME) || confirmCard.whoAsked;
}

/** The error for a confirmation that has expired or was pressed by someone else. */
export function rejectConfirmation(
  turn: Turn,
  { restriction }: Pick<MeetingOffer, "restriction">,
  { now }: BotServices,
): ErrorReply | undefined {
  const { confirmation: words } = messagesFor(turn.viewer.locale);
  if (!restriction || isExpired(restriction, now())) {
    return { kind: "error", code: "expired", text: words.expired };
  }
  const { requestedBy } = restriction;
  if (requestedBy.aadId === turn.caller.aadId) return undefined;
  const text = requestedBy.name
    ? words.notYours({ name: requestedBy.name })
    : words.notYoursUnnamed;
  return { kind: "error", code: "not_the_asker", text };
}
