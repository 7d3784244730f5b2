import { handleWhen, retry } from "cockatiel";
import { CardFactory, type TurnContext } from "botbuilder";
import { createBackoff } from "../../src/async/backoff";
import { withDeadline } from "../../src/async/deadline";
import { statusCodeOf } from "../../src/errors";
import { CONNECTOR } from "../../src/resilience/policies";
import { parseConversationId } from "../../src/meetings/record/conversation";
import { toSignInCard } from "../cards/sign-in-card";
import type { ReplyAddress, TeamsAccount } from "../turn/turn";
import { toConversations, toTargetedConversations, type Conversations } from "./connector";
import { isUnconnected, retryAfterSecondsOf } from "./connector-error";
import { toCardReply, type CardReply, type SentReply } from "../reply";

const { sendMs, updateMs, typingMs, maxRetries, retryDelayMs } = CONNECTOR;

/** The Connector certainly didn't post the message. Retrying anything else could post it twice. */
const NOT_POSTED = [412, 429];
/** Updating a message twice does no harm. */
const NOT_UPDATED = [...NOT_POSTED, 500, 502, 503, 504];

/** Replies to the activity of a turn. Returns the message's id if Teams gave one. */
export async function sendReply(
  context: TurnContext,
  reply: SentReply,
): Promise<string | undefined> {
  const sent = await withRetries(NOT_POSTED, sendMs, () => context.sendActivity(toMessage(reply)));
  return sent?.id;
}

/** Throws the Connector client's error, with its `statusCode`, if the message can't be changed. */
export async function updateMessage(
  context: TurnContext,
  messageId: string,
  reply: CardReply,
): Promise<void> {
  await withRetries(NOT_UPDATED, updateMs, () => update(context, messageId, reply));
}

/** Like {@link updateMessage}, but leaves retries to the caller. */
export async function updateMessageOnce(
  context: TurnContext,
  messageId: string,
  reply: CardReply,
): Promise<void> {
  await withDeadline(updateMs, () => update(context, messageId, reply));
}

async function update(context: TurnContext, messageId: string, reply: CardReply): Promise<void> {
  await context.updateActivity({ ...toMessage(reply), id: messageId });
}

/**
 * Posts a message that replies to nothing. botbuilder's `sendActivity` would make up the id of a message to reply to.
 *
 * @param onBehalfOf
 * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit#user-attribution-for-bots-messages
 */
export async function postMessage(
  context: TurnContext,
  reply: SentReply,
  onBehalfOf?: TeamsAccount,
): Promise<string | undefined> {
  const { id: mri, name: displayName } = onBehalfOf ?? {};
  const attribution = { itemid: 0, mentionType: "person", mri, displayName };
  const channelData = onBehalfOf && { onBehalfOf: [attribution] };
  const message = { ...toMessage(reply), channelData };
  return sendInto(toConversations(context), context, message);
}

/** Posts a message that only the recipient sees. */
export async function sendTargeted(
  context: TurnContext,
  recipient: TeamsAccount,
  reply: SentReply,
): Promise<string | undefined> {
  const message = { ...toMessage(reply, context.activity.conversation.id), recipient };
  return sendInto(toTargetedConversations(context), context, message);
}

async function sendInto(
  conversations: Conversations,
  { activity }: TurnContext,
  message: object,
): Promise<string | undefined> {
  const fromBot = { ...message, from: activity.recipient };
  const sent = await withRetries(NOT_POSTED, sendMs, () =>
    conversations.sendToConversation(activity.conversation.id, fromBot),
  );
  return sent.id;
}

/** Teams rejects an update that names the recipient again. */
export async function updateTargeted(
  context: TurnContext,
  messageId: string,
  reply: CardReply,
): Promise<void> {
  const { id } = context.activity.conversation;
  const conversations = toTargetedConversations(context);
  const message = { ...toMessage(reply), id: messageId };
  await withRetries(NOT_UPDATED, updateMs, () =>
    conversations.updateActivity(id, messageId, message),
  );
}

/** Returns the id of the person's chat with the bot. Teams creates the chat if necessary. */
export async function openPersonalChat(
  context: TurnContext,
  { bot, person, tenantId }: Pick<ReplyAddress, "bot"> & { person: TeamsAccount; tenantId: string },
): Promise<string> {
  const conversations = toConversations(context);
  const channelData = { tenant: { id: tenantId } };
  const parameters = { isGroup: false, bot, members: [person], tenantId, channelData };
  const opened = await withRetries(NOT_UPDATED, sendMs, () =>
    conversations.createConversation(parameters),
  );
  return opened.id;
}

export async function sendTyping(context: TurnContext): Promise<void> {
  await withDeadline(typingMs, () => context.sendActivity({ type: "typing" }));
}

/** The card is the whole message: Teams splits a message that also has text, and its id is lost. */
function toMessage(reply: SentReply, conversationId = "") {
  if (reply.kind === "sign-in") {
    const { exchange: _exchange, ...withoutExchange } = reply.card;
    const isChannel = parseConversationId(conversationId)?.conversationType === "channel";
    // In a channel, Teams issues no token and shows an error if asked for one. The button works there too:
    // https://github.com/microsoft/teams.ts/pull/676
    const content = toSignInCard(isChannel ? withoutExchange : reply.card);
    const attachment = { contentType: CardFactory.contentTypes.oauthCard, content };
    return { type: "message", attachments: [attachment], summary: reply.card.text };
  }
  const { card, summary } = toCardReply(reply);
  return { type: "message", attachments: [CardFactory.adaptiveCard(card)], summary };
}

/**
 * With backoff and jitter: https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 *
 * A Retry-After beyond the deadline fails at once.
 */
function withRetries<T>(
  statuses: readonly number[],
  timeoutMs: number,
  send: () => Promise<T>,
): Promise<T> {
  const deadline = performance.now() + timeoutMs;
  const isWorthRetrying = (error: Error) =>
    isUnconnected(error) ||
    (statuses.includes(statusCodeOf(error) ?? 0) &&
      performance.now() + (retryAfterSecondsOf(error) ?? 0) * 1000 < deadline);
  const policy = retry(handleWhen(isWorthRetrying), {
    maxAttempts: maxRetries,
    backoff: createBackoff({ initialDelay: retryDelayMs }, retryAfterSecondsOf),
  }).dangerouslyUnref();
  return withDeadline(timeoutMs, (signal) => policy.execute(send, signal));
}
