import { messagesFor } from "../locales/messages";
import { toNoticeReply } from "../reply";
import { toUser } from "../turn/turn";
import type { Command } from "./command";

/** Deletes the caller's tokens. */
export const signoutCommand: Command = {
  name: "signout",
  async run(turn, _words, { signIn }) {
    const messages = messagesFor(turn.viewer.locale).signIn;
    if (!signIn) return toNoticeReply(undefined, messages.notNeeded);
    const wasSignedIn = await signIn.users.signOut(toUser(turn));
    return toNoticeReply(undefined, wasSignedIn ? messages.signedOut : messages.notSignedIn);
  },
};
