import { AppError } from "../../src/errors";
import { messagesFor } from "../locales/messages";
import { toNoticeReply } from "../reply";
import type { Command } from "./command";

/** Signs the caller in, where meetings are made in people's own names. */
export const signinCommand: Command = {
  name: "signin",
  run({ tenantId, caller, viewer }, _words, { userSignIn }) {
    const { signIn } = messagesFor(viewer.locale);
    if (!userSignIn) return toNoticeReply(undefined, signIn.notNeeded);
    // The command waits for the sign-in like any other, and is answered then.
    if (!userSignIn.isSignedIn({ tenantId, aadId: caller.aadId })) {
      throw new AppError("sign_in_needed");
    }
    return toNoticeReply(undefined, signIn.signedIn);
  },
};
