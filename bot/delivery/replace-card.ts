import type { ConversationReference, TurnContext } from "botbuilder";
import type { PostedCard } from "../../src/meetings/record/meeting-record";
import { isGoneMessage, updateMessage, type CardReply } from "./reply";

/**
 * Puts a card in the place of a message that the bot posted some time ago, outside of any turn.
 *
 * @returns false when that message cannot be changed any more; throws what may pass
 */
export function createCardReplacer(
  continueConversation: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>,
): (row: PostedCard, reply: CardReply) => Promise<boolean> {
  return async ({ conversationId, serviceUrl, activityId }, reply) => {
    const reference: Partial<ConversationReference> = {
      serviceUrl,
      channelId: "msteams",
      conversation: { id: conversationId, name: "", isGroup: true, conversationType: "channel" },
    };
    try {
      await continueConversation(reference, (context) => updateMessage(context, activityId, reply));
      return true;
    } catch (error) {
      if (isGoneMessage(error)) return false;
      throw error;
    }
  };
}
