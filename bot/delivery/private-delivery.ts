import type { Activity, ChannelAccount, ConversationReference, TurnContext } from "botbuilder";
import { createExpiringCache } from "../../src/async/expiring-cache";
import { statusCodeOf } from "../../src/errors";
import type { Log } from "../../src/log";
import { parseConversationId } from "../../src/meetings/record/conversation";
import { readHostTenantId } from "../../src/meetings/record/host-tenant";
import { toCardElsewhere } from "../cards/private-card";
import { messagesFor } from "../locales/messages";
import { readViewer, type Viewer } from "../turn/viewer";
import {
  openPersonalChat,
  sendAnew,
  sendTargeted,
  toCardReply,
  updateMessage,
  updateTargeted,
  type CardReply,
  type SentReply,
  type SignInReply,
} from "./reply";

/** How long clients show a targeted message: https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages */
const TARGETED_FOR_MS = 24 * 60 * 60_000;
const MAX_REMEMBERED = 10_000;

/** Whom a private answer is for, and where it was asked. */
export interface PrivateConversation {
  conversationId: string;
  serviceUrl: string;
  tenantId: string | undefined;
  bot: ChannelAccount;
  person: ChannelAccount;
  reader: Viewer;
}

/** A message that one person alone sees: in the conversation, or in that person's chat with the bot. */
export interface PrivateMessage {
  conversationId: string;
  activityId: string | undefined;
  isTargeted: boolean;
}

/** Nothing rejects: what could not be sent is logged. */
export interface PrivateDelivery {
  /** A new message; `undefined` when it had to be left out. */
  send(talk: PrivateConversation, reply: SentReply): Promise<PrivateMessage | undefined>;
  /** The same also in the person's chat with the bot, where every message is private. */
  tell(talk: PrivateConversation, reply: SentReply): Promise<PrivateMessage | undefined>;
  /**
   * The message in the conversation that this process sent to the person, within the last day; `undefined` for
   * whatever else has the id.
   */
  findSent(talk: PrivateConversation, activityId: string): PrivateMessage | undefined;
  /** Puts a card in the place of a message; false when that message cannot be changed. */
  update(talk: PrivateConversation, message: PrivateMessage, reply: CardReply): Promise<boolean>;
}

export interface PrivateDeliveryDeps {
  /** Enters a conversation without an activity of its own. */
  continueConversation: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  now: () => Date;
  log: Log;
}

/**
 * Sends what one person alone may see. Where Teams will not show it to them alone in the conversation (a client that
 * is too old, a tenant without targeted messages), it goes to their chat with the bot, else nowhere: never in public.
 */
export function createPrivateDelivery({
  continueConversation,
  now,
  log,
}: PrivateDeliveryDeps): PrivateDelivery {
  const sentHere = createExpiringCache<PrivateMessage>({
    maxEntries: MAX_REMEMBERED,
    ttlMs: TARGETED_FOR_MS,
    now,
  });

  const delivery: PrivateDelivery = {
    async send(talk, reply) {
      try {
        return await sendHere(talk, reply);
      } catch (error) {
        log.info({ status: statusCodeOf(error) }, "a private answer goes to the person's own chat");
      }
      try {
        return await sendElsewhere(talk, toReplyElsewhere(talk, reply));
      } catch (error) {
        log.warn({ status: statusCodeOf(error) }, "a private answer had to be left out");
        return undefined;
      }
    },

    async tell(talk, reply) {
      const { conversationId } = talk;
      if (parseConversationId(conversationId)?.conversationType !== "personal") {
        return delivery.send(talk, reply);
      }
      try {
        const activityId = await within(talk, conversationId, (context) =>
          sendAnew(context, reply),
        );
        return { conversationId, activityId, isTargeted: false };
      } catch (error) {
        log.warn({ status: statusCodeOf(error) }, "a private answer had to be left out");
        return undefined;
      }
    },

    findSent: (talk, activityId) => sentHere.get(toMessageText(talk, activityId)),

    async update(talk, { conversationId, activityId, isTargeted }, reply) {
      if (!activityId) return false;
      try {
        await within(talk, conversationId, (context) =>
          isTargeted
            ? updateTargeted(context, activityId, reply)
            : updateMessage(
                context,
                activityId,
                conversationId === talk.conversationId ? reply : toReplyElsewhere(talk, reply),
              ),
        );
        return true;
      } catch (error) {
        log.info({ status: statusCodeOf(error) }, "a private card could not be replaced");
        return false;
      }
    },
  };
  return delivery;

  async function sendHere(talk: PrivateConversation, reply: SentReply): Promise<PrivateMessage> {
    const { conversationId } = talk;
    const activityId = await within(talk, conversationId, (context) =>
      sendTargeted(context, talk.person, reply),
    );
    const message: PrivateMessage = { conversationId, activityId, isTargeted: true };
    if (activityId) sentHere.set(toMessageText(talk, activityId), message);
    return message;
  }

  async function sendElsewhere(
    talk: PrivateConversation,
    reply: SentReply,
  ): Promise<PrivateMessage> {
    const { bot, person, tenantId } = talk;
    if (!person.id || !tenantId) throw new Error("Teams did not say whose chat it would be");
    const conversationId = await within(talk, talk.conversationId, (context) =>
      openPersonalChat(context, { bot, person, tenantId }),
    );
    const activityId = await within(talk, conversationId, (context) => sendAnew(context, reply));
    return { conversationId, activityId, isTargeted: false };
  }

  /** By a client of its own: that of a turn whose messages are targeted sends no other ones. */
  async function within<T>(
    { serviceUrl, bot }: PrivateConversation,
    conversationId: string,
    work: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    const reference: Partial<ConversationReference> = {
      serviceUrl,
      channelId: "msteams",
      bot,
      conversation: { id: conversationId, name: "", isGroup: false, conversationType: "" },
    };
    const entered: { result?: Promise<T> } = {};
    await continueConversation(reference, async (context) => {
      await (entered.result = work(context));
    });
    if (!entered.result) throw new Error("the conversation was not entered");
    return entered.result;
  }
}

/** By the thread id: a press on a new post names that post, and the command before it may not have. */
function toMessageText(
  { conversationId, person }: PrivateConversation,
  activityId: string,
): string {
  const threadId = parseConversationId(conversationId)?.threadId ?? conversationId;
  return JSON.stringify([threadId, person.id, activityId]);
}

/** Read at once: botbuilder revokes the context when its turn ends. */
export function toPrivateConversation(activity: Partial<Activity>): PrivateConversation {
  const { conversation, serviceUrl, recipient, from } = activity;
  return {
    conversationId: conversation?.id ?? "",
    serviceUrl: serviceUrl ?? "",
    tenantId: readHostTenantId(activity),
    bot: { id: recipient?.id ?? "", name: recipient?.name ?? "" },
    person: { id: from?.id ?? "", name: from?.name ?? "" },
    reader: readViewer(activity),
  };
}

function toReplyElsewhere(talk: PrivateConversation, reply: CardReply): CardReply;
function toReplyElsewhere(talk: PrivateConversation, reply: SentReply): CardReply | SignInReply;
function toReplyElsewhere(
  { reader: viewer }: PrivateConversation,
  reply: SentReply,
): CardReply | SignInReply {
  // It says why it is there, and works there too.
  if (reply.kind === "sign-in") return reply;
  const { card, ...rest } = toCardReply(reply);
  return { ...rest, card: toCardElsewhere(card, messagesFor(viewer.locale).privately.elsewhere) };
}
