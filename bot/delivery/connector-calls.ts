import type { TurnContext } from "botbuilder";
import { withDeadline } from "../../src/async/deadline";
import { readConnectorFailure } from "../../src/resilience/connector-failure";
import { POLICIES, TYPING_DEADLINE_MS, UPDATE_DEADLINE_MS } from "../../src/resilience/policies";
import { createPolicyByServiceUrl } from "../../src/resilience/policy-by-service-url";
import type { PolicyDeps } from "../../src/resilience/policy";
import type { CardReply, SentReply } from "../reply";
import type { ReplyAddress, TeamsAccount } from "../turn/turn";
import { toConversations, toTargetedConversations, type Conversations } from "./connector";
import { isNotPosted } from "./connector-error";
import { toActivity } from "./to-activity";

export type ConnectorCalls = ReturnType<typeof createConnectorCalls>;

/**
 * Everything the bot sends to Teams. All calls throw the Connector client's error, with its `statusCode`, or an error of
 * the policy if Teams didn't respond.
 */
export function createConnectorCalls(deps: PolicyDeps) {
  const findPolicy = createPolicyByServiceUrl(POLICIES.connector, deps, readConnectorFailure);

  return {
    /** Replies to the activity of a turn. Returns the message's id if Teams gave one. */
    async reply(context: TurnContext, reply: SentReply): Promise<string | undefined> {
      const sent = await post(context, () => context.sendActivity(toActivity(reply)));
      return sent?.id;
    },

    /**
     * Posts a message that replies to nothing. botbuilder's `sendActivity` would make up the id of a message to reply to.
     *
     * @param onBehalfOf
     * https://learn.microsoft.com/microsoftteams/platform/messaging-extensions/how-to/action-commands/respond-to-task-module-submit#user-attribution-for-bots-messages
     */
    post(
      context: TurnContext,
      reply: SentReply,
      onBehalfOf?: TeamsAccount,
    ): Promise<string | undefined> {
      const { id: mri, name: displayName } = onBehalfOf ?? {};
      const attribution = { itemid: 0, mentionType: "person", mri, displayName };
      const channelData = onBehalfOf && { onBehalfOf: [attribution] };
      return postInto(toConversations(context), context, { ...toActivity(reply), channelData });
    },

    /** Like `post`, but leaves retries to the caller, and fails at once while Teams fails. */
    async postOnce(context: TurnContext, reply: CardReply): Promise<string | undefined> {
      const { conversation, serviceUrl } = context.activity;
      const conversations = toConversations(context);
      const run = findPolicy(serviceUrl);
      const sent = await run(({ call }) =>
        call(() => conversations.sendToConversation(conversation.id, toActivity(reply))),
      );
      return sent.id;
    },

    /** Posts a message that only the recipient sees. */
    postTargeted(
      context: TurnContext,
      recipient: TeamsAccount,
      reply: SentReply,
    ): Promise<string | undefined> {
      const message = { ...toActivity(reply, context.activity.conversation.id), recipient };
      return postInto(toTargetedConversations(context), context, message);
    },

    update(context: TurnContext, messageId: string, reply: CardReply): Promise<void> {
      return change(context, () => replaceMessage(context, messageId, reply));
    },

    /** Like `update`, but leaves retries to the caller, and fails at once while Teams fails. */
    async updateOnce(context: TurnContext, messageId: string, reply: CardReply): Promise<void> {
      const run = findPolicy(context.activity.serviceUrl);
      await run(
        ({ call }) => call(() => replaceMessage(context, messageId, reply)),
        UPDATE_DEADLINE_MS,
      );
    },

    /** Deletes a message of the bot, in one call. */
    async deleteOnce(context: TurnContext, messageId: string): Promise<void> {
      const { conversation, serviceUrl } = context.activity;
      const conversations = toConversations(context);
      const run = findPolicy(serviceUrl);
      await run(
        ({ call }) => call(() => conversations.deleteActivity(conversation.id, messageId)),
        UPDATE_DEADLINE_MS,
      );
    },

    /** Teams rejects an update that names the recipient again. */
    updateTargeted(context: TurnContext, messageId: string, reply: CardReply): Promise<void> {
      const { id } = context.activity.conversation;
      const conversations = toTargetedConversations(context);
      const message = { ...toActivity(reply), id: messageId };
      return change(context, async () => {
        await conversations.updateActivity(id, messageId, message);
      });
    },

    /** Returns the id of the person's chat with the bot. Teams creates the chat if necessary. */
    async openPersonalChat(
      context: TurnContext,
      {
        bot,
        person,
        tenantId,
      }: Pick<ReplyAddress, "bot"> & { person: TeamsAccount; tenantId: string },
    ): Promise<string> {
      const conversations = toConversations(context);
      const channelData = { tenant: { id: tenantId } };
      const parameters = { isGroup: false, bot, members: [person], tenantId, channelData };
      const run = findPolicy(context.activity.serviceUrl);
      const opened = await run(({ call, retry }) =>
        retry(() => call(() => conversations.createConversation(parameters))),
      );
      return opened.id;
    },

    async showTyping(context: TurnContext): Promise<void> {
      const send = () => context.sendActivity({ type: "typing" });
      await withDeadline(TYPING_DEADLINE_MS, send, { sleep: deps.sleep });
    },
  };

  async function postInto(
    conversations: Conversations,
    context: TurnContext,
    message: object,
  ): Promise<string | undefined> {
    const { conversation, recipient: from } = context.activity;
    const sent = await post(context, () =>
      conversations.sendToConversation(conversation.id, { ...message, from }),
    );
    return sent.id;
  }

  /** Repeats only what certainly posted nothing. After any other error, the message could appear twice. */
  function post<T>({ activity }: TurnContext, send: () => Promise<T>): Promise<T> {
    const run = findPolicy(activity.serviceUrl);
    return run(({ call, retry }) => retry(() => call(send), isNotPosted));
  }

  /** Changing a message twice does no harm. */
  function change({ activity }: TurnContext, send: () => Promise<void>): Promise<void> {
    const run = findPolicy(activity.serviceUrl);
    return run(({ call, retry }) => retry(() => call(send)), UPDATE_DEADLINE_MS);
  }
}

async function replaceMessage(
  context: TurnContext,
  messageId: string,
  reply: CardReply,
): Promise<void> {
  await context.updateActivity({ ...toActivity(reply), id: messageId });
}
