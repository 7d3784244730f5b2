import { createExpiringCache } from "../../src/async/expiring-cache";
import { statusCodeOf } from "../../src/errors";
import { parseConversationId, toThreadId } from "../../src/meetings/record/conversation";
import { toCardElsewhere } from "../cards/private-card";
import { messagesFor } from "../locales/messages";
import { toCardReply, toNoticeReply, type CardReply, type SentReply } from "../reply";
import type { ReplyAddress } from "../turn/turn";
import type { DeliveryDeps } from "./delivery";
import type { Destination, SentMessage } from "./destination";
import type { ConnectorCalls } from "./connector-calls";

/**
 * How long clients show a targeted message:
 * https://learn.microsoft.com/microsoftteams/platform/agents-in-teams/targeted-messages
 */
const TARGETED_FOR_MS = 24 * 60 * 60_000;
const MAX_REMEMBERED = 10_000;

/** Sends to one person. Never rejects: a message that can't be sent is dropped and logged. */
export function createPrivateDestinations(
  connector: ConnectorCalls,
  { now, log }: Pick<DeliveryDeps, "now" | "log">,
): (address: ReplyAddress) => Destination {
  const sentTargeted = createExpiringCache<SentMessage>({
    maxEntries: MAX_REMEMBERED,
    ttlMs: TARGETED_FOR_MS,
    now,
  });

  return (address) => ({
    isPrivate: true,
    send: (reply) => sendPrivately(address, reply),
    update: (message, reply) => updatePrivately(address, message, reply),
    find(activityId) {
      if (!activityId) return undefined;
      const sent = sentTargeted.get(toCacheKey(address, activityId));
      // Anyone can forge the mark of a private button, which must not let them replace a public card.
      if (sent || !address.isTargeted) return sent;
      return { conversationId: address.conversationId, activityId, isTargeted: true };
    },
  });

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
    const activityId = await connector.postTargeted(address, reply);
    const { conversationId } = address;
    const message: SentMessage = { conversationId, activityId, isTargeted: true };
    if (activityId) sentTargeted.set(toCacheKey(address, activityId), message);
    return message;
  }

  async function sendToOwnChat(address: ReplyAddress, reply: SentReply): Promise<SentMessage> {
    const isHere = isPersonalChat(address);
    const conversationId = isHere ? address.conversationId : await openOwnChat(address);
    const shown = isHere || reply.kind === "sign-in" ? reply : toReplyElsewhere(address, reply);
    const activityId = await connector.post({ ...address, conversationId }, shown);
    return { conversationId, activityId, isTargeted: false };
  }

  function openOwnChat(address: ReplyAddress): Promise<string> {
    const { sender, tenantId } = address;
    if (!sender.id || !tenantId) throw new Error("Teams didn't say whose chat it would be");
    return connector.openPersonalChat(address, { person: sender, tenantId });
  }

  async function updatePrivately(
    address: ReplyAddress,
    { conversationId, activityId, isTargeted }: SentMessage,
    reply: CardReply,
  ): Promise<boolean> {
    if (!activityId) return false;
    const { serviceUrl, bot } = address;
    const isElsewhere = conversationId !== address.conversationId;
    const shown = !isTargeted && isElsewhere ? toReplyElsewhere(address, reply) : reply;
    // Not as a reply to the activity, which the others may not see.
    const target = { conversationId, serviceUrl, bot };
    try {
      if (isTargeted) await connector.updateTargeted(target, activityId, shown);
      else await connector.update(target, activityId, shown);
      return true;
    } catch (error) {
      log.info({ status: statusCodeOf(error) }, "a private card could not be updated");
      return false;
    }
  }
}

function isPersonalChat({ conversationId }: ReplyAddress): boolean {
  return parseConversationId(conversationId)?.conversationType === "personal";
}

/** Keyed by thread: a press on a new post names that post, which the earlier command may not have named. */
function toCacheKey({ conversationId, sender }: ReplyAddress, activityId: string): string {
  return JSON.stringify([toThreadId(conversationId), sender.id, activityId]);
}

/** The card says why it's in the person's own chat, and its buttons work there. A form becomes what's wrong with it. */
function toReplyElsewhere({ viewer }: ReplyAddress, reply: SentReply): CardReply {
  const { privately } = messagesFor(viewer.locale);
  const { form, ...shown } = toCardReply(reply);
  const { card, ...rest } = form
    ? toNoticeReply(shown.summary, privately.notSaved({ problems: form.problems }))
    : shown;
  return { ...rest, card: toCardElsewhere(card, privately.elsewhere) };
}
