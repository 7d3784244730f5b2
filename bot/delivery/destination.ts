import type { ConversationReference, TurnContext } from "botbuilder";
import { createExpiringCache } from "../../src/async/expiring-cache";
import { statusCodeOf } from "../../src/errors";
import type { Log } from "../../src/log";
import { parseConversationId } from "../../src/meetings/record/conversation";
import type { PostedCard } from "../../src/meetings/record/meeting-record";
import { toCardElsewhere } from "../cards/private-card";
import { messagesFor } from "../locales/messages";
import type { ReplyAddress, TeamsAccount } from "../turn/turn";
import { toCardReply, type CardReply, type SentReply } from "../reply";
import {
  isGoneMessage,
  openPersonalChat,
  postMessage,
  sendReply,
  sendTargeted,
  updateMessage,
  updateTargeted,
} from "./send";

/** How long clients show a targeted message: https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages */
const TARGETED_FOR_MS = 24 * 60 * 60_000;
const MAX_REMEMBERED = 10_000;

/** A message of the bot. */
export interface SentMessage {
  conversationId: string;
  activityId: string | undefined;
  /** Only one person sees it. */
  isTargeted: boolean;
}

/** Who sees a reply: everyone in the conversation, or only the person who asked. */
export interface Destination {
  isPrivate: boolean;
  /** Sends a new message. In private nothing rejects: it's `undefined` if the message had to be left out. */
  send(reply: SentReply): Promise<SentMessage | undefined>;
  /** Replaces the card of a message; false if that message can't be changed. */
  update(message: SentMessage, reply: CardReply): Promise<boolean>;
  /** Finds the message with a pressed button. In private, only one that nobody else can see. */
  find(activityId: string | undefined): SentMessage | undefined;
}

export interface Destinations {
  /** @param context Of the turn that is still running; otherwise the conversation is entered again. */
  everyone(address: ReplyAddress, context?: TurnContext): Destination;
  onlySender(address: ReplyAddress): Destination;
  /** Posts a card that replies to nothing. Rejects with the Connector client's error. */
  post(address: ReplyAddress, reply: SentReply, onBehalfOf?: TeamsAccount): Promise<SentMessage>;
  /** Updates a card that was posted earlier; false if it's gone. Rejects with errors that may pass. */
  updatePosted(card: PostedCard, reply: CardReply): Promise<boolean>;
}

export interface DestinationDeps {
  /** Enters a conversation without an activity. */
  continueConversation: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  now: () => Date;
  log: Log;
}

export function createDestinations(deps: DestinationDeps): Destinations {
  const { continueConversation, now, log } = deps;
  const sentTargeted = createExpiringCache<SentMessage>({
    maxEntries: MAX_REMEMBERED,
    ttlMs: TARGETED_FOR_MS,
    now,
  });

  return {
    everyone(address, context) {
      const { conversationId } = address;
      const run = <T>(work: (context: TurnContext) => Promise<T>): Promise<T> =>
        context ? work(context) : enter(toReference(address), work);
      return {
        isPrivate: false,
        async send(reply) {
          const activityId = await run((turn) => sendReply(turn, reply));
          return { conversationId, activityId, isTargeted: false };
        },
        async update({ activityId }, reply) {
          if (!activityId) return false;
          try {
            await run((turn) => updateMessage(turn, activityId, reply));
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

    onlySender: (address) => ({
      isPrivate: true,
      send: (reply) => sendPrivately(address, reply),
      update: (message, reply) => updatePrivately(address, message, reply),
      find(activityId) {
        if (!activityId) return undefined;
        const sent = sentTargeted.get(toCacheKey(address, activityId));
        // Anyone can forge the mark of a private button, which must not let them take a public card away.
        if (sent || !address.isTargeted) return sent;
        return { conversationId: address.conversationId, activityId, isTargeted: true };
      },
    }),

    async post(address, reply, onBehalfOf) {
      const { conversationId } = address;
      const activityId = await enter(toReference(address), (context) =>
        postMessage(context, reply, onBehalfOf),
      );
      return { conversationId, activityId, isTargeted: false };
    },

    async updatePosted({ conversationId, serviceUrl, activityId }, reply) {
      try {
        await enter(toReference({ conversationId, serviceUrl }), (context) =>
          updateMessage(context, activityId, reply),
        );
        return true;
      } catch (error) {
        if (isGoneMessage(error)) return false;
        throw error;
      }
    },
  };

  /**
   * Sends what only one person may see. If Teams can't show it to them alone in the conversation (an old client, a
   * tenant without targeted messages), it goes to their chat with the bot, or nowhere, but never in public.
   */
  async function sendPrivately(
    address: ReplyAddress,
    reply: SentReply,
  ): Promise<SentMessage | undefined> {
    if (!isPersonalChat(address)) {
      try {
        return await sendHere(address, reply);
      } catch (error) {
        log.info({ status: statusCodeOf(error) }, "a private reply goes to the person's own chat");
      }
    }
    try {
      return await sendToOwnChat(address, reply);
    } catch (error) {
      log.warn({ status: statusCodeOf(error) }, "a private reply was left out");
      return undefined;
    }
  }

  async function sendHere(address: ReplyAddress, reply: SentReply): Promise<SentMessage> {
    const { conversationId, sender } = address;
    const activityId = await enterPrivately(address, (context) =>
      sendTargeted(context, sender, reply),
    );
    const message: SentMessage = { conversationId, activityId, isTargeted: true };
    if (activityId) sentTargeted.set(toCacheKey(address, activityId), message);
    return message;
  }

  async function sendToOwnChat(address: ReplyAddress, reply: SentReply): Promise<SentMessage> {
    const isHere = isPersonalChat(address);
    const conversationId = isHere ? address.conversationId : await openOwnChat(address);
    const shown = isHere || reply.kind === "sign-in" ? reply : toReplyElsewhere(address, reply);
    const activityId = await enterPrivately({ ...address, conversationId }, (context) =>
      postMessage(context, shown),
    );
    return { conversationId, activityId, isTargeted: false };
  }

  function openOwnChat(address: ReplyAddress): Promise<string> {
    const { bot, sender, tenantId } = address;
    if (!sender.id || !tenantId) throw new Error("Teams didn't say whose chat it would be");
    return enterPrivately(address, (context) =>
      openPersonalChat(context, { bot, sender, tenantId }),
    );
  }

  async function updatePrivately(
    address: ReplyAddress,
    { conversationId, activityId, isTargeted }: SentMessage,
    reply: CardReply,
  ): Promise<boolean> {
    if (!activityId) return false;
    const isElsewhere = conversationId !== address.conversationId;
    const shown = !isTargeted && isElsewhere ? toReplyElsewhere(address, reply) : reply;
    const update = isTargeted ? updateTargeted : updateMessage;
    try {
      await enterPrivately({ ...address, conversationId }, (context) =>
        update(context, activityId, shown),
      );
      return true;
    } catch (error) {
      log.info({ status: statusCodeOf(error) }, "a private card could not be updated");
      return false;
    }
  }

  /** Not as a reply to the activity: each call has its own Connector client, which only sends targeted messages. */
  function enterPrivately<T>(
    { serviceUrl, bot, conversationId }: ReplyAddress,
    work: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    return enter(toReference({ serviceUrl, bot, conversationId }), work);
  }

  async function enter<T>(
    reference: Partial<ConversationReference>,
    work: (context: TurnContext) => Promise<T>,
  ): Promise<T> {
    const entered: { result?: Promise<T> } = {};
    await continueConversation(reference, async (context) => {
      await (entered.result = work(context));
    });
    if (!entered.result) throw new Error("the conversation was not entered");
    return entered.result;
  }
}

function toReference({
  conversationId,
  serviceUrl,
  activityId,
  bot,
  sender,
}: Pick<ReplyAddress, "conversationId" | "serviceUrl"> &
  Partial<Pick<ReplyAddress, "activityId" | "bot" | "sender">>): Partial<ConversationReference> {
  return {
    serviceUrl,
    channelId: "msteams",
    conversation: { id: conversationId, name: "", isGroup: false, conversationType: "" },
    ...(activityId && { activityId }),
    ...(bot && { bot }),
    ...(sender && { user: sender }),
  };
}

function isPersonalChat({ conversationId }: ReplyAddress): boolean {
  return parseConversationId(conversationId)?.conversationType === "personal";
}

/** By thread: a press on a new post names that post, and the command before it may not have. */
function toCacheKey({ conversationId, sender }: ReplyAddress, activityId: string): string {
  const threadId = parseConversationId(conversationId)?.threadId ?? conversationId;
  return JSON.stringify([threadId, sender.id, activityId]);
}

/** The card says why it's in the person's own chat, and its buttons work there. */
function toReplyElsewhere({ viewer }: ReplyAddress, reply: SentReply): CardReply {
  const { card, ...rest } = toCardReply(reply);
  return { ...rest, card: toCardElsewhere(card, messagesFor(viewer.locale).privately.elsewhere) };
}
