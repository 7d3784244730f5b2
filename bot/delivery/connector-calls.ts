import { withDeadline } from "../../src/async/deadline";
import { JsonBytes } from "../../src/json-bytes";
import type { Connector } from "../../src/meetings/ports/connector";
import { readConnectorFailure } from "../../src/resilience/connector-failure";
import { POLICIES, TYPING_DEADLINE_MS, UPDATE_DEADLINE_MS } from "../../src/resilience/policies";
import { createPolicyByServiceUrl } from "../../src/resilience/policy-by-service-url";
import type { PolicyDeps } from "../../src/resilience/policy";
import type { CardReply, SentReply } from "../reply";
import type { ReplyAddress, TeamsAccount } from "../turn/turn";
import { isNotPosted } from "./connector-error";
import { toMessage, toRoute, type MessageTarget } from "./to-message";

export type ConnectorCalls = ReturnType<typeof createConnectorCalls>;

type Conversation = Pick<ReplyAddress, "conversationId" | "serviceUrl">;

/**
 * Everything the bot sends to Teams, with its retries. All calls throw the Connector client's error, with its
 * `statusCode`, or an error of the policy if Teams didn't respond.
 */
export function createConnectorCalls(connector: Connector, deps: PolicyDeps) {
  const findPolicy = createPolicyByServiceUrl(POLICIES.connector, deps, readConnectorFailure);

  return {
    /** Replies to the activity of a turn. Returns the message's id if Teams gave one. */
    reply(target: MessageTarget, reply: SentReply): Promise<string | undefined> {
      const message = toMessage(reply, target.conversationId, toRoute(target));
      return post(target, () => connector.send(target, message, target.activityId));
    },

    /**
     * Posts a message that replies to nothing.
     *
     * @param onBehalfOf
     * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit#user-attribution-for-bots-messages
     */
    post(
      conversation: Conversation & Pick<ReplyAddress, "bot">,
      reply: SentReply,
      onBehalfOf?: TeamsAccount,
    ): Promise<string | undefined> {
      const { id: mri, name: displayName } = onBehalfOf ?? {};
      const attribution = { itemid: 0, mentionType: "person", mri, displayName };
      const channelData = onBehalfOf && { onBehalfOf: [attribution] };
      const fields = { from: conversation.bot, channelData };
      const message = toMessage(reply, conversation.conversationId, fields);
      return post(conversation, () => connector.send(conversation, message));
    },

    /**
     * Like `post`, but leaves retries to the caller, and fails at once while Teams fails.
     *
     * @param prepare Called right before the request. If it returns no card, nothing is sent.
     */
    async postOnce(
      conversation: Conversation,
      prepare: () => Promise<CardReply | undefined>,
    ): Promise<string | undefined> {
      const { conversationId, serviceUrl } = conversation;
      await connector.prepare(serviceUrl);
      const reply = await prepare();
      if (!reply) return undefined;
      const message = toMessage(reply, conversationId, {});
      const run = findPolicy(serviceUrl);
      return run(({ call }) => call(() => connector.send(conversation, message)));
    },

    /** Posts a message that only the sender of the activity sees. */
    postTargeted(address: ReplyAddress, reply: SentReply): Promise<string | undefined> {
      const { conversationId, bot: from, sender: recipient } = address;
      const message = toMessage(reply, conversationId, { from, recipient });
      return post(address, () => connector.sendTargeted(address, message));
    },

    update(target: MessageTarget, messageId: string, reply: CardReply): Promise<void> {
      const message = toReplacement(target, messageId, reply);
      return change(target, () => connector.update(target, messageId, message));
    },

    /** Like `update`, but leaves retries to the caller, and fails at once while Teams fails. */
    updateOnce(target: MessageTarget, messageId: string, reply: CardReply): Promise<void> {
      const message = toReplacement(target, messageId, reply);
      return changeOnce(target, () => connector.update(target, messageId, message));
    },

    /** Deletes a message of the bot, in one call. */
    deleteOnce: (conversation: Conversation, messageId: string): Promise<void> =>
      changeOnce(conversation, () => connector.delete(conversation, messageId)),

    /** Teams rejects an update that names the recipient again. */
    updateTargeted(conversation: Conversation, messageId: string, reply: CardReply): Promise<void> {
      const message = toMessage(reply, conversation.conversationId, { id: messageId });
      return change(conversation, () => connector.updateTargeted(conversation, messageId, message));
    },

    /** Returns the id of the person's chat with the bot. Teams creates the chat if necessary. */
    openPersonalChat(
      { bot, serviceUrl }: Pick<ReplyAddress, "bot" | "serviceUrl">,
      { person, tenantId }: { person: TeamsAccount; tenantId: string },
    ): Promise<string> {
      const channelData = { tenant: { id: tenantId } };
      const chat = { isGroup: false, bot, members: [person], tenantId, channelData };
      const parameters = JsonBytes.of(chat);
      const run = findPolicy(serviceUrl);
      return run(({ call, retry }) =>
        retry(() => call(() => connector.openChat(serviceUrl, parameters))),
      );
    },

    async showTyping(target: MessageTarget): Promise<void> {
      const typing = JsonBytes.of({ type: "typing", ...toRoute(target) });
      const send = () => connector.send(target, typing, target.activityId);
      await withDeadline(TYPING_DEADLINE_MS, send, { sleep: deps.sleep });
    },
  };

  /** Repeats only what certainly posted nothing. After any other error, the message could appear twice. */
  function post<T>({ serviceUrl }: Conversation, send: () => Promise<T>): Promise<T> {
    const run = findPolicy(serviceUrl);
    return run(({ call, retry }) => retry(() => call(send), isNotPosted));
  }

  /** Changing a message twice does no harm. */
  function change({ serviceUrl }: Conversation, send: () => Promise<void>): Promise<void> {
    const run = findPolicy(serviceUrl);
    return run(({ call, retry }) => retry(() => call(send)), UPDATE_DEADLINE_MS);
  }

  function changeOnce({ serviceUrl }: Conversation, send: () => Promise<void>): Promise<void> {
    const run = findPolicy(serviceUrl);
    return run(({ call }) => call(send), UPDATE_DEADLINE_MS);
  }
}

function toReplacement(target: MessageTarget, messageId: string, reply: CardReply): JsonBytes {
  return toMessage(reply, target.conversationId, { ...toRoute(target), id: messageId });
}
