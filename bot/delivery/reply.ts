import { ExponentialBackoff, handleWhen, retry } from "cockatiel";
import {
  CardFactory,
  MessageFactory,
  type Activity,
  type ChannelAccount,
  type TurnContext,
} from "botbuilder";
import { withDeadline } from "../../src/async/deadline";
import { statusCodeOf } from "../../src/errors";
import type { Log } from "../../src/log";
import { parseConversationId } from "../../src/meetings/record/conversation";
import type { AdaptiveCard } from "../cards/elements/adaptive-card";
import { toConversations, toTargetedConversations, type Conversations } from "./connector";
import { toNoticeCard, type Notice } from "../cards/elements/notice-card";
import { toSignInCard, type SignInCardData } from "../cards/sign-in-card";
import type { Messages } from "../locales/messages";
import type { CancelledRecord, LiveRecord } from "../../src/meetings/record/meeting-record";
import type { User } from "../../src/meetings/ports/user-sign-in";
import type { Viewer } from "../turn/viewer";

export interface CardReply {
  kind: "card";
  card: AdaptiveCard;
  /** What a notification says of the card. */
  summary: string;
  /** The meeting on it; the message is kept with it, and changed when it is. */
  shows?: ShownMeeting;
  /** Whether it asks something before anything is done. */
  isQuestion?: true;
  /** What all other cards of the meeting should show from now on, each in the words of its reader. */
  cardUpdate?: (
    record: ShownRecord,
    viewer: Viewer,
    refreshUserIds: readonly string[],
  ) => CardReply;
}

/** A meeting, or the tombstone of one. */
export type ShownRecord = LiveRecord | CancelledRecord;

export interface ShownMeeting {
  record: ShownRecord;
  /** Teams' ids of the people whose client refreshes the card by itself. */
  refreshUserIds: readonly string[];
  /** What the card says beside the meeting, and still should when there is more to say. */
  notice?: (messages: Messages) => Notice | undefined;
  understood?: string;
}

/** Something could not be done; `code` is for machines, `text` for people. */
export interface ErrorReply {
  kind: "refusal";
  code: string;
  text: string;
}

/** A person has to sign in before what they asked for can be done in their name: for nobody else to see. */
export interface SignInReply {
  kind: "sign-in";
  asker: User;
  card: SignInCardData & { exchange: { id: string; uri: string } };
  /** Said to everybody, where a message is in the place of the answer already. */
  waiting: string;
  /** Said to everybody, where the person cannot be asked. */
  unreachable: string;
}

/** What a handler answers. */
export type Reply = CardReply | ErrorReply;

/** What is sent; nothing else in `bot/` sends. */
export type SentReply = Reply | SignInReply;

/** Makes an answer, however long that takes. */
export type Work = () => Promise<SentReply> | SentReply;

/** A message that holds the card alone: Teams splits one that also has text, and its id is lost. */
function toMessage(reply: SentReply, conversationId = ""): Partial<Activity> {
  if (reply.kind === "sign-in") return toSignInMessage(reply, conversationId);
  const { card, summary } = toCardReply(reply);
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary };
}

/**
 * Teams hands out no token in a channel, and says so in red if asked for one; the button works there too.
 * https://github.com/microsoft/teams.ts/pull/676
 */
function toSignInMessage({ card }: SignInReply, conversationId: string): Partial<Activity> {
  const { exchange, ...withoutExchange } = card;
  const isChannel = parseConversationId(conversationId)?.conversationType === "channel";
  const shown = isChannel ? withoutExchange : { ...withoutExchange, exchange };
  const attachment = {
    contentType: CardFactory.contentTypes.oauthCard,
    content: toSignInCard(shown),
  };
  return { ...MessageFactory.attachment(attachment), summary: card.text };
}

/** The same as a card: what is said in words, where only a card can stand. */
export function toCardReply(reply: SentReply): CardReply {
  if (reply.kind === "card") return reply;
  if (reply.kind === "sign-in") return toCardReply(toWaitingRefusal(reply));
  return { kind: "card", card: toNoticeCard({ text: reply.text }), summary: reply.text };
}

/** In the place of an answer that everybody sees. */
function toWaitingRefusal({ waiting }: SignInReply): ErrorReply {
  return { kind: "refusal", code: "sign_in_needed", text: waiting };
}

/** Longer than the Connector ever takes, and short enough to leave a turn within its time. */
const SEND_TIMEOUT_MS = 4_000;
const REPLACE_TIMEOUT_MS = 2_000;
const TYPING_TIMEOUT_MS = 500;
const MAX_RETRIES = 2;

/** What the Connector did not do for sure: repeating anything else could post a message twice. */
const NOT_POSTED = [412, 429];
/** What may pass: putting the same card in the same place twice does no harm. */
const NOT_REPLACED = [...NOT_POSTED, 500, 502, 503, 504];

/** Sends a new message; its id, where Teams gave one. */
export async function sendReply(
  context: TurnContext,
  reply: SentReply,
): Promise<string | undefined> {
  const sent = await repeat(NOT_POSTED, SEND_TIMEOUT_MS, () =>
    context.sendActivity(toMessage(reply)),
  );
  return sent?.id;
}

/** https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit#user-attribution-for-bots-messages */
function toOnBehalfOf({ id, name }: Pick<ChannelAccount, "id" | "name">): Partial<Activity> {
  const person = { itemid: 0, mentionType: "person", mri: id, displayName: name };
  return { channelData: { onBehalfOf: [person] } };
}

/**
 * Puts a card in the place of a message of ours. What is no card never takes the place of one; and where the
 * card cannot be put there (a person posted that message, it is gone, Teams fails), the answer is still owed, and
 * is a new message.
 *
 * @returns the id of the message that bears the answer, where Teams gave one
 */
export async function replaceMessage(
  context: TurnContext,
  messageId: string | undefined,
  reply: SentReply,
  log: Log,
): Promise<string | undefined> {
  if (messageId && reply.kind === "card") {
    try {
      await updateMessage(context, messageId, reply);
      return messageId;
    } catch (error) {
      log.info({ status: statusCodeOf(error) }, "a card could not be replaced, and is sent anew");
    }
  }
  return sendReply(context, reply);
}

/** Throws what the Connector client throws, with its `statusCode`, when the message cannot be changed. */
export async function updateMessage(
  context: TurnContext,
  messageId: string,
  reply: CardReply,
): Promise<void> {
  const message = { ...toMessage(reply), id: messageId };
  await repeat(NOT_REPLACED, REPLACE_TIMEOUT_MS, () => context.updateActivity(message));
}

/**
 * The same where nothing is answered: botbuilder takes a conversation that was entered without an activity for the
 * answer to one, whose id it makes up.
 *
 * @param sender On whose behalf the bot posts it, as Teams' dialogs ask for.
 */
export async function sendAnew(
  context: TurnContext,
  reply: SentReply,
  sender?: Pick<ChannelAccount, "id" | "name">,
): Promise<string | undefined> {
  const message = { ...toMessage(reply), ...(sender && toOnBehalfOf(sender)) };
  return sendInto(toConversations(context), context, message);
}

/** Sends a message into a conversation that one person alone sees there; its id, where Teams gave one. */
export async function sendTargeted(
  context: TurnContext,
  recipient: ChannelAccount,
  reply: SentReply,
): Promise<string | undefined> {
  const message = { ...toMessage(reply, context.activity.conversation.id), recipient };
  return sendInto(toTargetedConversations(context), context, message);
}

async function sendInto(
  conversations: Conversations,
  { activity }: TurnContext,
  message: Partial<Activity>,
): Promise<string | undefined> {
  const fromBot = { ...message, from: activity.recipient };
  const sent = await repeat(NOT_POSTED, SEND_TIMEOUT_MS, () =>
    conversations.sendToConversation(activity.conversation.id, fromBot),
  );
  return sent.id;
}

/** Puts a card in the place of such a message. Teams refuses to be told again whom it is for. */
export async function updateTargeted(
  context: TurnContext,
  messageId: string,
  reply: CardReply,
): Promise<void> {
  const { id } = context.activity.conversation;
  const conversations = toTargetedConversations(context);
  const message = { ...toMessage(reply), id: messageId };
  await repeat(NOT_REPLACED, REPLACE_TIMEOUT_MS, () =>
    conversations.updateActivity(id, messageId, message),
  );
}

/** The id of the chat that somebody has with the bot alone; Teams makes it where there is none. */
export async function openPersonalChat(
  context: TurnContext,
  { bot, person, tenantId }: { bot: ChannelAccount; person: ChannelAccount; tenantId: string },
): Promise<string> {
  const conversations = toConversations(context);
  const channelData = { tenant: { id: tenantId } };
  const parameters = { isGroup: false, bot, members: [person], tenantId, channelData };
  const opened = await repeat(NOT_REPLACED, SEND_TIMEOUT_MS, () =>
    conversations.createConversation(parameters),
  );
  return opened.id;
}

/** Whether a message that could not be sent is nowhere for sure: after anything else it may have come out. */
export function isNotPosted(error: unknown): boolean {
  const status = statusCodeOf(error) ?? 0;
  const isRefused = error instanceof Error && isRefusedConnection(error);
  return isRefused || (status >= 400 && status < 500);
}

/** As the Connector client says it: the message is gone, or none of ours. */
export function isGoneMessage(error: unknown): boolean {
  return [403, 404, 405, 410].includes(statusCodeOf(error) ?? 0);
}

export async function sendTyping(context: TurnContext): Promise<void> {
  await withDeadline(TYPING_TIMEOUT_MS, () => context.sendActivity({ type: "typing" }));
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit: with backoff and jitter */
function repeat<T>(
  statuses: readonly number[],
  timeoutMs: number,
  send: () => Promise<T>,
): Promise<T> {
  const isWorthRepeating = (error: Error) =>
    statuses.includes(statusCodeOf(error) ?? 0) || isRefusedConnection(error);
  const repetition = retry(handleWhen(isWorthRepeating), {
    maxAttempts: MAX_RETRIES,
    backoff: new ExponentialBackoff({ initialDelay: 200 }),
  }).dangerouslyUnref();
  return withDeadline(timeoutMs, (signal) => repetition.execute(send, signal));
}

/** A connection that was refused carried nothing. */
function isRefusedConnection(error: Error): boolean {
  return "code" in error && error.code === "ECONNREFUSED";
}
