import { randomUUID } from "node:crypto";
import { v5 as uuidV5 } from "uuid";
import { toAppError } from "../../src/errors";
import type { BotServices } from "../bot-services";
import type { Reply, SentReply, SignInReply } from "../reply";
import { messagesFor } from "../locales/messages";
import {
  toUser,
  type Addressed,
  type Button,
  type Message,
  type SignInProof,
  type Turn,
} from "../turn/turn";

/** The id under which Teams answers the prompt, and what everyone sees. */
type Prompt = { id: string } & Pick<SignInReply, "waiting" | "unreachable">;

type Work = () => Promise<Reply> | Reply;

const PENDING_ID_NAMESPACE = "1d539e9e-02db-43db-b4d5-e657e9b3818b";

/** Runs the work. If it needs a sign-in, stores the message and asks for one: the work resumes afterwards. */
export function resumeAfterSignIn(
  activity: Message | Button,
  work: Work,
  services: BotServices,
): Promise<SentReply> {
  return withPrompt(activity, work, services, async (turn) => {
    const { signIn, card } = messagesFor(turn.viewer.locale);
    const name = turn.caller.name ?? card.somebody;
    const { pendingCommands } = services.people;
    // The reply to a button replaces the button's card.
    const content = { activity, replacesId: activity.address.pressedId };
    const { threadId } = turn.conversation;
    const id = await pendingCommands.keep(toUser(turn), threadId, content, toPendingId(turn));
    return { id, waiting: signIn.waiting({ name }), unreachable: signIn.unreachable({ name }) };
  });
}

/** The same at every delivery, so that a message waits only once. */
function toPendingId({ conversationId, activityId }: Turn): string | undefined {
  return activityId && uuidV5(JSON.stringify([conversationId, activityId]), PENDING_ID_NAMESPACE);
}

/** Runs the work. If it needs a sign-in, asks for one: Teams sends the activity again afterwards. */
export function requireSignIn(
  activity: Addressed,
  work: Work,
  services: BotServices,
): Promise<SentReply> {
  return withPrompt(activity, work, services, async ({ viewer }) => {
    const text = messagesFor(viewer.locale).errors.signInNeeded();
    return { id: randomUUID(), waiting: text, unreachable: text };
  });
}

async function withPrompt(
  { parsed }: Addressed,
  work: Work,
  services: BotServices,
  toPrompt: (turn: Turn) => Promise<Prompt>,
): Promise<SentReply> {
  try {
    return await work();
  } catch (error) {
    const { signIn } = services;
    if (!isSignInNeeded(error) || !signIn || !parsed.ok) throw error;
    const { turn } = parsed;
    const { id, ...texts } = await toPrompt(turn);
    const { ask, button } = messagesFor(turn.viewer.locale).signIn;
    const { appIdUri, startUrl } = signIn;
    const card = { text: ask, button, startUrl, exchange: { id, uri: appIdUri } };
    return { kind: "sign-in", asker: toUser(turn), card, ...texts };
  }
}

/**
 * Accepts the sign-in that Teams adds when it sends a button or compose invoke again. Returns `undefined` if there's none.
 * Rejects with what `UserSignIn` throws.
 */
export function acceptProof(
  turn: Turn,
  proof: SignInProof | undefined,
  { signIn }: BotServices,
): Promise<void> | undefined {
  if (!signIn || !proof) return undefined;
  return "token" in proof
    ? signIn.users.takeToken(toUser(turn), proof.token)
    : signIn.users.takePageResult(toUser(turn), proof.pageResult);
}

export function isSignInNeeded(error: unknown): boolean {
  return toAppError(error).code === "sign_in_needed";
}
