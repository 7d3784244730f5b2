import { AppError } from "../../src/errors";
import { messagesFor } from "../locales/messages";
import { toNoticeReply } from "../reply";
import { toUser } from "../turn/turn";
import type { Command } from "./command";

/** Signs the caller in, if meetings are created in people's own names. */
export const signinCommand: Command = {
  name: "signin",
  run(turn, _words, { signIn }) {
    const messages = messagesFor(turn.viewer.locale).signIn;
    if (!signIn) return toNoticeReply(undefined, messages.notNeeded);
    // Like any other command, it resumes after the sign-in.
    if (!signIn.users.isSignedIn(toUser(turn))) throw new AppError("sign_in_needed");
    return toNoticeReply(undefined, messages.signedIn);
  },
};
