import type { Activity } from "botbuilder";
import type { PendingCommands } from "../../src/meetings/people/pending-commands";
import { messagesFor } from "../locales/messages";
import {
  toPrivateConversation,
  type PrivateDelivery,
  type PrivateMessage,
} from "../delivery/private-delivery";
import type { SignInReply } from "../delivery/reply";
import { toWords } from "../requests/requested-meeting";
import { toAskedContent } from "./pending-activity";

/** Where a person is asked to sign in: in private, also about what they asked before all. */
export interface SignInDelivery {
  /**
   * Asks, and notes where; false when the person could not be reached.
   *
   * @param answerId The message, for everybody, whose place the answer takes.
   */
  ask(activity: Partial<Activity>, reply: SignInReply, answerId?: string): Promise<boolean>;
  /** Nothing more is to be pressed there. */
  close(activity: Partial<Activity>, asked: PrivateMessage): Promise<void>;
}

export function createSignInDelivery(
  delivery: PrivateDelivery,
  waiting: Pick<PendingCommands, "note">,
): SignInDelivery {
  const signInDelivery: SignInDelivery = {
    async ask(activity, reply, answerId) {
      const asked = await delivery.tell(toPrivateConversation(activity), reply);
      if (!asked) return false;
      const { asker, card } = reply;
      const more = toAskedContent({ asked, answerId });
      const isStillWaiting = await waiting.note(asker, card.exchange.id, more);
      // A client signed in, and the answer is on its way, before it was known where the question stands.
      if (!isStillWaiting) await signInDelivery.close(activity, asked);
      return true;
    },

    async close(activity, asked) {
      const talk = toPrivateConversation(activity);
      const { signIn } = messagesFor(talk.reader.locale);
      const { conversationId } = asked;
      await delivery.update(
        { ...talk, conversationId },
        asked,
        toWords(undefined, signIn.answered),
      );
    },
  };
  return signInDelivery;
}
