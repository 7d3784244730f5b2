import type { AttachedRecord, JoinableRecord } from "../src/meetings/record/attached-record";
import type {
  CancelledRecord,
  ClaimedRecord,
  LiveRecord,
} from "../src/meetings/record/meeting-record";
import type { Attendee } from "../src/meetings/ports/online-meeting";
import type { User } from "../src/meetings/ports/user-sign-in";
import type { MeetingStatus } from "./cards/meeting/meeting-card-data";
import type { Mention } from "./cards/meeting/mentions";
import type { AdaptiveCard } from "./cards/elements/adaptive-card";
import type { CardButton } from "./cards/elements/card-button";
import { toNoticeCard, type Notice, type NoticeCardData } from "./cards/elements/notice-card";
import type { SignInCardData } from "./cards/sign-in-card";
import { toPrivateButton, toPrivateCard } from "./cards/private-card";
import { messagesFor, type Messages } from "./locales/messages";
import type { Viewer } from "./turn/viewer";

export interface CardReply {
  kind: "card";
  card: AdaptiveCard;
  /** The text of the notification. */
  summary: string;
  /** The meeting on the card. The message is stored with it and updated with it. */
  shows?: ShownMeeting;
  /** Whether the card asks for confirmation before anything changes. */
  isQuestion?: true;
  /** Set for a form. Only the person who pressed the button sees it, even if the button's other replies are for everyone. */
  form?: {
    /** What's wrong with its entries, one per line. */
    problems: string;
  };
  /** What the meeting's other cards show from now on, each for its own viewer. */
  cardUpdate?: (record: ShownRecord, view: CardView) => CardReply;
}

/** Who sees a card. */
export interface CardView {
  viewer: Viewer;
  /** Teams' ids of the people whose client refreshes the card by itself. */
  refreshUserIds: readonly string[];
}

/** A meeting, an attached one, the record of a cancelled one, or a claim after its attached meeting was detached. */
export type ShownRecord = LiveRecord | AttachedRecord | CancelledRecord | ClaimedRecord;

export function isJoinable(record: ShownRecord): record is JoinableRecord {
  return record.state === "live" || record.state === "attached";
}

export interface ShownMeeting extends Pick<CardView, "refreshUserIds"> {
  record: ShownRecord;
  /** A notice to keep when an update adds to the card. */
  notice?: ((messages: Messages) => Notice | undefined) | undefined;
  understood?: string | undefined;
  status?: MeetingStatus | undefined;
  /** Only for the card as it's first shown: every edit would notify them again. */
  mentions?: readonly Mention[] | undefined;
  /** Invited people who get a personal message once the card is posted. */
  toTell?: readonly PersonToTell[];
  /** Invited people that the bot can't notify. The card names them. */
  notNotified?: readonly Attendee[];
  /** The person who asked, and the people that the card mentions. */
  notified?: readonly Attendee[];
  /** The Entra object id of someone who did more than look at the meeting. */
  actorAadId?: string | undefined;
}

/** Someone whose personal chat with the bot may be opened. */
export interface PersonToTell {
  attendee: Attendee;
  /** The Entra object id, in lower case. */
  aadId: string;
  /** `29:…` or `8:orgid:…`. */
  teamsId: string;
}

/** Something couldn't be done. `code` is for machines, `text` for people. */
export interface ErrorReply {
  kind: "error";
  code: string;
  text: string;
  /** Whether the same command may work later. */
  isTransient?: boolean;
  /** Shown where the error is a message. Teams shows the error of a button as text only. */
  buttons?: readonly CardButton[];
}

/** The person has to sign in first. Only they see it. */
export interface SignInReply {
  kind: "sign-in";
  asker: User;
  card: SignInCardData & { exchange: { id: string; uri: string } };
  /** What everyone sees if a public message, such as the "preparing" card, was already sent. */
  waiting: string;
  /** What everyone sees if the person can't be asked privately. */
  unreachable: string;
}

/** What a handler returns. */
export type Reply = CardReply | ErrorReply;

/** What is sent. */
export type SentReply = Reply | SignInReply;

export type Work = () => Promise<SentReply> | SentReply;

/** A card with the same content, where only a card can be shown. */
export function toCardReply(reply: SentReply): CardReply {
  if (reply.kind === "card") return reply;
  return reply.kind === "sign-in"
    ? toNoticeReply(undefined, reply.waiting)
    : toNoticeReply(undefined, reply.text, reply.buttons);
}

/** The reply as only its reader sees it. */
export function toPrivateReply<Sent extends SentReply>(reply: Sent): Sent {
  if (reply.kind === "card") return { ...reply, card: toPrivateCard(reply.card) };
  return reply.kind === "error" && reply.buttons
    ? { ...reply, buttons: reply.buttons.map(toPrivateButton) }
    : reply;
}

/** Shown until the reply is ready. If the process ends before that, `tryAgain` still leads to a reply. */
export function toPreparing({ locale }: Viewer, tryAgain?: CardButton): CardReply {
  const { preparingTitle, preparingText, preparingOrTryAgain } = messagesFor(locale).card;
  return tryAgain
    ? toNoticeReply(preparingTitle, preparingOrTryAgain, [tryAgain])
    : toNoticeReply(preparingTitle, preparingText);
}

/** For someone who refreshes a card: they can try again. */
export function toTimeoutReply({ locale }: Viewer): ErrorReply {
  return { kind: "error", code: "graph_timeout", text: messagesFor(locale).refresh.slow };
}

/** A card with a text, and buttons if there are any. */
export function toNoticeReply(
  title: string | undefined,
  text: string,
  buttons?: NoticeCardData["buttons"],
): CardReply {
  return { kind: "card", card: toNoticeCard({ title, text, buttons }), summary: title ?? text };
}
