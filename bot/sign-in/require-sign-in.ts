import { randomUUID } from "node:crypto";
import type { Activity } from "botbuilder";
import { toAppError } from "../../src/errors";
import type { User } from "../../src/meetings/ports/user-sign-in";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import type { Reply, SentReply, SignInReply } from "../delivery/reply";
import { readTurn, type Turn } from "../turn/turn";
import { toPendingContent } from "./pending-activity";

/** By which id Teams answers it, and what is said to everybody. */
type Question = { id: string } & Pick<SignInReply, "waiting" | "unreachable">;

type Work = () => Promise<Reply> | Reply;

/** The work; or, where it takes a sign-in that its person has not done, the question for it, which is kept until then. */
export function resumeAfterSignIn(
  activity: Partial<Activity>,
  work: Work,
  services: BotServices,
): () => Promise<SentReply> {
  return orAsk(activity, work, services, async (turn, asker) => {
    const { signIn, card } = messagesFor(turn.viewer.locale);
    const name = turn.caller.name ?? card.somebody;
    const { threadId } = turn.conversation;
    const id = await services.pendingCommands.keep(asker, threadId, toPendingContent(activity));
    return { id, waiting: signIn.waiting({ name }), unreachable: signIn.unreachable({ name }) };
  });
}

/** The same where Teams itself sends what was asked once more, after the sign-in. */
export function requireSignIn(
  activity: Partial<Activity>,
  work: Work,
  services: BotServices,
): () => Promise<SentReply> {
  return orAsk(activity, work, services, async ({ viewer }) => {
    const text = messagesFor(viewer.locale).errors.signInNeeded();
    return { id: randomUUID(), waiting: text, unreachable: text };
  });
}

function orAsk(
  activity: Partial<Activity>,
  work: Work,
  services: BotServices,
  toQuestion: (turn: Turn, asker: User) => Promise<Question>,
): () => Promise<SentReply> {
  return async () => {
    try {
      return await work();
    } catch (error) {
      const { signIn } = services;
      const read = readTurn(activity);
      if (!isSignInNeeded(error) || !signIn || !read.ok) throw error;
      const { turn } = read;
      const asker = { tenantId: turn.tenantId, aadId: turn.caller.aadId };
      const { id, ...said } = await toQuestion(turn, asker);
      const { signIn: words } = messagesFor(turn.viewer.locale);
      const exchange = { id, uri: signIn.appIdUri };
      const { startUrl } = signIn;
      const card = { text: words.ask, button: words.button, startUrl, exchange };
      return { kind: "sign-in", asker, card, ...said };
    }
  };
}

export function isSignInNeeded(error: unknown): boolean {
  return toAppError(error).code === "sign_in_needed";
}
