import type { PendingCommands } from "../../src/meetings/people/pending-commands";
import { messagesFor } from "../locales/messages";
import type { ReplyAddress } from "../turn/turn";
import type { Destinations, SentMessage } from "./destination";
import { toNoticeReply, type SignInReply } from "../reply";

/** The private message that asks someone to sign in. */
export interface SignInPrompt {
  /**
   * Asks, and stores where; false if the person couldn't be reached.
   *
   * @param replacesId The public message that the reply will replace.
   */
  ask: (address: ReplyAddress, reply: SignInReply, replacesId?: string) => Promise<boolean>;
  /** Removes the button. */
  close: (address: ReplyAddress, prompt: SentMessage) => Promise<void>;
}

export function createSignInPrompt(
  destinations: Destinations,
  pendingCommands: Pick<PendingCommands, "note">,
): SignInPrompt {
  const signInPrompt: SignInPrompt = {
    async ask(address, { asker, card, ...reply }, replacesId) {
      const prompt = await destinations.onlySender(address).send({ asker, card, ...reply });
      if (!prompt) return false;
      const isStillPending = await pendingCommands.note(asker, card.exchange.id, {
        prompt,
        ...(replacesId && { replacesId }),
      });
      // A client may sign in, and the reply be on its way, before we know where the prompt is.
      if (!isStillPending) await signInPrompt.close(address, prompt);
      return true;
    },

    async close(address, prompt) {
      const { signIn } = messagesFor(address.viewer.locale);
      const { conversationId } = prompt;
      const inItsChat = destinations.onlySender({ ...address, conversationId });
      await inItsChat.update(prompt, toNoticeReply(undefined, signIn.answered));
    },
  };
  return signInPrompt;
}
