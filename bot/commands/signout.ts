import { messagesFor } from "../locales/messages";
import { toNoticeReply } from "../reply";
import type { Command } from "./command";

/** Makes the product forget the caller's sign-in. */
export const signoutCommand: Command = {
  name: "signout",
  async run({ tenantId, caller, viewer }, _words, { userSignIn }) {
    const { signIn } = messagesFor(viewer.locale);
    if (!userSignIn) return toNoticeReply(undefined, signIn.notNeeded);
    const wasSignedIn = await userSignIn.signOut({ tenantId, aadId: caller.aadId });
    return toNoticeReply(undefined, wasSignedIn ? signIn.signedOut : signIn.notSignedIn);
  },
};
