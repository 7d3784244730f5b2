import type { ConversationReference, TurnContext } from "botbuilder";
import { statusCodeOf } from "../../src/errors";
import type { DeliveryDeps } from "./delivery";
import type { PostedCard } from "../../src/meetings/record/meeting-record";
import type { ReplyAddress, TeamsAccount } from "../turn/turn";
import type { CardReply, SentReply } from "../reply";
import { parseConversationId } from "../../src/meetings/record/conversation";
import { createPrivateDestinations } from "./private-destination";
import { isGoneMessage } from "./connector-error";
import type { ConnectorCalls } from "./connector-calls";

/** A message of the bot. */
export interface SentMessage {
  conversationId: string;
  activityId: string | undefined;
  /** Only one person sees it. */
  isTargeted: boolean;
}

/** Where a message is that was posted earlier. */
type PostedMessage = Pick<PostedCard, "conversationId" | "serviceUrl" | "activityId">;

/** Who sees a reply: everyone in the conversation, or only the person who asked. */
export interface Destination {
  isPrivate: boolean;
  /** Sends a new message. Private sends never reject: they return `undefined` if the message was left out. */
  send(reply: SentReply): Promise<SentMessage | undefined>;
  /** Replaces the card of a message; false if that message can't be changed. */
  update(message: SentMessage, reply: CardReply): Promise<boolean>;
  /** Finds the message with a pressed button. A private reply only replaces a message that no one else can see. */
  find(activityId: string | undefined): SentMessage | undefined;
}

/** With `activityId`, messages reply to that activity. */
export type ConversationToEnter = Pick<ReplyAddress, "conversationId" | "serviceUrl"> &
  Partial<Pick<ReplyAddress, "activityId" | "bot" | "sender">>;

export type Destinations = ReturnType<typeof createDestinations>;

export function createDestinations(
  connector: ConnectorCalls,
  { continueConversation, fetchToken, now, log }: DeliveryDeps,
) {
  const onlySender = createPrivateDestinations(enter, connector, { now, log });

  return {
    everyone(address: ReplyAddress): Destination {
      const { conversationId } = address;
      return {
        isPrivate: false,
        async send(reply) {
          const activityId = await enter(address, (context) => connector.reply(context, reply));
          return { conversationId, activityId, isTargeted: false };
        },
        async update({ activityId }, reply) {
          if (!activityId) return false;
          try {
            await enter(address, (context) => connector.update(context, activityId, reply));
            return true;
          } catch (error) {
            log.info({ status: statusCodeOf(error) }, "a card could not be updated");
            return false;
          }
        },
        find: (activityId) =>
          activityId ? { conversationId, activityId, isTargeted: false } : undefined,
      };
    },

    onlySender,

    showTyping: (address: ReplyAddress): Promise<void> =>
      enter(address, (context) => connector.showTyping(context)),

    /** Posts a card that replies to nothing. Rejects with the Connector client's error. */
    async post(
      address: ReplyAddress,
      reply: SentReply,
      onBehalfOf?: TeamsAccount,
    ): Promise<SentMessage> {
      const { conversationId } = address;
      const activityId = await enter(address, (context) =>
        connector.post(context, reply, onBehalfOf),
      );
      return { conversationId, activityId, isTargeted: false };
    },

    /**
     * Posts a card that replies to nothing, in one call. Rejects with the error of `prepare`, or the Connector client's.
     *
     * @param prepare Called right before the request. If it returns no card, nothing is sent.
     */
    postOnce(
      conversation: Pick<ReplyAddress, "conversationId" | "serviceUrl">,
      prepare: () => Promise<CardReply | undefined>,
    ): Promise<string | undefined> {
      return enter(conversation, async (context) => {
        await fetchToken();
        const reply = await prepare();
        return reply && connector.postOnce(context, reply);
      });
    },

    /** Deletes a message, in one call. Rejects with the Connector client's error. */
    deletePosted({ conversationId, serviceUrl, activityId }: PostedMessage): Promise<void> {
      return enter({ conversationId, serviceUrl }, (context) =>
        connector.deleteOnce(context, activityId),
      );
    },

    /** The id of someone's chat with the bot. Rejects with the Connector client's error if Teams doesn't allow one. */
    openChat({ bot, serviceUrl, conversationId, tenantId }: ReplyAddress, person: TeamsAccount) {
      if (!tenantId) throw new Error("Teams didn't say which tenant the person belongs to");
      return enter({ bot, serviceUrl, conversationId }, (context) =>
        connector.openPersonalChat(context, { bot, person, tenantId }),
      );
    },

    /** Updates a card that was posted earlier, in one call; false if it's gone. Rejects with any other error. */
    async updatePosted(
      { conversationId, serviceUrl, activityId }: PostedMessage,
      reply: CardReply,
    ): Promise<boolean> {
      try {
        await enter({ conversationId, serviceUrl }, (context) =>
          connector.updateOnce(context, activityId, reply),
        );
        return true;
      } catch (error) {
        if (isGoneMessage(error)) return false;
        throw error;
      }
    },
  };

  async function enter<T>(
    conversation: ConversationToEnter,
    work: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    const entered: { result?: Promise<T> } = {};
    await continueConversation(toReference(conversation), async (context) => {
      await (entered.result = work(context));
    });
    if (!entered.result) throw new Error("the conversation was not entered");
    return entered.result;
  }
}

function toReference(conversation: ConversationToEnter): Partial<ConversationReference> {
  const { conversationId, serviceUrl, activityId, bot, sender } = conversation;
  return {
    serviceUrl,
    channelId: "msteams",
    conversation: toConversationAccount(conversationId),
    activityId: activityId || undefined,
    bot,
    user: sender,
  };
}

/** As in the activities that Teams sends. The Playground rejects empty texts. */
function toConversationAccount(id: string): ConversationReference["conversation"] {
  const type = parseConversationId(id)?.conversationType;
  const isPersonal = type === undefined || type === "personal";
  const conversationType = type === "channel" ? "channel" : isPersonal ? "personal" : "groupChat";
  return { id, name: conversationType, isGroup: !isPersonal, conversationType };
}
