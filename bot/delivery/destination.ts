import { statusCodeOf } from "../../src/errors";
import type { DeliveryDeps } from "./delivery";
import type { PostedCard } from "../../src/meetings/record/meeting-record";
import type { ReplyAddress, TeamsAccount } from "../turn/turn";
import type { CardReply, SentReply } from "../reply";
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

export type Destinations = ReturnType<typeof createDestinations>;

export function createDestinations(
  connector: ConnectorCalls,
  deps: Pick<DeliveryDeps, "now" | "log">,
) {
  const { log } = deps;
  const onlySender = createPrivateDestinations(connector, deps);

  return {
    everyone(address: ReplyAddress): Destination {
      const { conversationId } = address;
      return {
        isPrivate: false,
        async send(reply) {
          const activityId = await connector.reply(address, reply);
          return { conversationId, activityId, isTargeted: false };
        },
        async update({ activityId }, reply) {
          if (!activityId) return false;
          try {
            await connector.update(address, activityId, reply);
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

    showTyping: (address: ReplyAddress): Promise<void> => connector.showTyping(address),

    /** Posts a card that replies to nothing. Rejects with the Connector client's error. */
    async post(
      address: ReplyAddress,
      reply: SentReply,
      onBehalfOf?: TeamsAccount,
    ): Promise<SentMessage> {
      const { conversationId } = address;
      const activityId = await connector.post(address, reply, onBehalfOf);
      return { conversationId, activityId, isTargeted: false };
    },

    /**
     * Posts a card that replies to nothing, in one call. Rejects with the error of `prepare`, or the Connector client's.
     *
     * @param prepare Called right before the request. If it returns no card, nothing is sent.
     */
    postOnce: (
      conversation: Pick<ReplyAddress, "conversationId" | "serviceUrl">,
      prepare: () => Promise<CardReply | undefined>,
    ): Promise<string | undefined> => connector.postOnce(conversation, prepare),

    /** Deletes a message, in one call. Rejects with the Connector client's error. */
    deletePosted: (message: PostedMessage): Promise<void> =>
      connector.deleteOnce(message, message.activityId),

    /** The id of someone's chat with the bot. Rejects with the Connector client's error if Teams doesn't allow one. */
    openChat(address: ReplyAddress, person: TeamsAccount): Promise<string> {
      const { tenantId } = address;
      if (!tenantId) throw new Error("Teams didn't say which tenant the person belongs to");
      return connector.openPersonalChat(address, { person, tenantId });
    },

    /** Updates a card that was posted earlier, in one call; false if it's gone. Rejects with any other error. */
    async updatePosted(
      { conversationId, serviceUrl, activityId }: PostedMessage,
      reply: CardReply,
    ): Promise<boolean> {
      try {
        await connector.updateOnce({ conversationId, serviceUrl }, activityId, reply);
        return true;
      } catch (error) {
        if (isGoneMessage(error)) return false;
        throw error;
      }
    },
  };
}
