import { asPart, endTurn } from "../../src/async/current-turn";
import { statusCodeOf, toAppError } from "../../src/errors";
import type { PendingCommands } from "../../src/meetings/people/pending-commands";
import type { CardButton } from "../cards/elements/card-button";
import { messagesFor } from "../locales/messages";
import {
  toCardReply,
  toNoticeReply,
  toPreparing,
  toPrivateReply,
  type CardReply,
  type ErrorReply,
  type SentReply,
  type SignInReply,
} from "../reply";
import type { ReplyAddress } from "../turn/turn";
import type { AfterShown } from "./after-shown";
import type { DeliveryDeps } from "./delivery";
import type { Destination, Destinations, SentMessage } from "./destination";

/** Where to reply to a message. */
export interface MessageAddress extends ReplyAddress {
  /** The button that runs the same command again, for one that fails or takes long. */
  toTryAgain?: () => CardButton | undefined;
}

export function withTryAgain(error: ErrorReply, address: MessageAddress): ErrorReply {
  const tryAgain = error.isTransient ? address.toTryAgain?.() : undefined;
  if (!tryAgain) return error;
  const retryable = { ...error, buttons: [tryAgain] };
  return address.isPrivate ? toPrivateReply(retryable) : retryable;
}

export function toPreparingReply(address: MessageAddress): CardReply {
  const preparing = toPreparing(address.viewer, address.toTryAgain?.());
  return address.isPrivate ? toPrivateReply(preparing) : preparing;
}

export type Presenter = ReturnType<typeof createPresenter>;

/** Shows replies at their destination, and starts the follow-up work. */
export function createPresenter(
  destinations: Destinations,
  { afterShown, isFollowedUp }: AfterShown,
  pendingCommands: Pick<PendingCommands, "note">,
  { waitUntil, lateDeadline, log }: DeliveryDeps,
) {
  return {
    show,
    replacePressed,
    finishLater,
    finishPressed,
    promptSignIn,
    closePrompt,
    finish,
    isFollowedUp,
  };

  async function replacePressed(
    destination: Destination,
    address: ReplyAddress,
    reply: CardReply,
  ): Promise<SentMessage | undefined> {
    const pressed = destination.find(address.pressedId);
    try {
      // Teams always shows the answer to the person who pressed the button.
      if (!address.isPrivate) return await show(destination, pressed, reply);
      if (pressed) await destination.update(pressed, reply);
      return pressed;
    } catch (error) {
      log.error({ status: statusCodeOf(error) }, "a card could not be shown to everyone", error);
    }
    return undefined;
  }

  /** Replaces the "preparing" card with the result, even with an error. */
  async function finishLater(
    address: MessageAddress,
    destination: Destination,
    preparing: Promise<SentMessage | undefined>,
    pending: Promise<SentReply>,
  ): Promise<void> {
    await showLate(address, pending, async (reply) => {
      const card = toCardReply(reply);
      const shown = await show(destination, await preparing, card);
      finish(card, address, shown, destination.isPrivate);
      if (reply.kind === "sign-in") await promptSignIn(address, reply, shown);
    });
  }

  /** Replaces the pressed card, unless the result is an error. After a public press, people press again to sign in. */
  async function finishPressed(
    address: ReplyAddress,
    destination: Destination,
    pending: Promise<SentReply>,
  ): Promise<void> {
    await showLate(address, pending, async (reply) => {
      if (reply.kind === "card" && reply.form) {
        await destinations.onlySender(address).send(reply);
        return;
      }
      const pressed = destination.find(address.pressedId);
      const shown =
        reply.kind === "card"
          ? await show(destination, pressed, reply)
          : await destination.send(destination.isPrivate ? reply : toCardReply(reply));
      finish(reply, address, shown, destination.isPrivate);
    });
  }

  /** Never rejects. The turn's line in the log waits for it. */
  function showLate(
    address: MessageAddress,
    pending: Promise<SentReply>,
    send: (reply: SentReply) => Promise<void>,
  ): Promise<void> {
    return asPart(async () => {
      try {
        await send(await untilRestart(address, pending));
      } catch (error) {
        endTurn("failed", "not_sent");
        log.error({ status: statusCodeOf(error) }, "a late reply could not be sent", error);
      }
    });
  }

  /** Waits for a reply, or until the process is about to end: then the reply says so. */
  async function untilRestart(
    address: MessageAddress,
    pending: Promise<SentReply>,
  ): Promise<SentReply> {
    const done = new AbortController();
    const restarting = new Promise<SentReply>((resolve) => {
      const { signal } = done;
      const text = messagesFor(address.viewer.locale).card.restarting;
      const error = { kind: "error", code: "restarting", text, isTransient: true } as const;
      const restart = () => resolve(withTryAgain(error, address));
      lateDeadline.addEventListener("abort", restart, { once: true, signal });
      if (lateDeadline.aborted) restart();
    });
    try {
      return await Promise.race([pending, restarting]);
    } finally {
      done.abort();
    }
  }

  /** Asks privately, and stores where the prompt is. If that's impossible, everyone sees how to sign in instead. */
  async function promptSignIn(
    address: ReplyAddress,
    reply: SignInReply,
    shown?: SentMessage,
  ): Promise<void> {
    const prompt = await destinations.onlySender(address).send(reply);
    if (prompt) {
      const replacesId = address.isPrivate ? undefined : shown?.activityId;
      const isStillPending = await pendingCommands.note(reply.asker, reply.card.exchange.id, {
        prompt,
        ...(replacesId && { replacesId }),
      });
      // A client may sign in, and the reply may be sent, before we know where the prompt is.
      if (!isStillPending) await closePrompt(address, prompt);
    } else if (!address.isPrivate) {
      const card = toNoticeReply(undefined, reply.unreachable);
      await show(destinations.everyone(address), shown, card);
    }
  }

  /** Removes the button of the message that asks someone to sign in. */
  async function closePrompt(address: ReplyAddress, prompt: SentMessage): Promise<void> {
    const { signIn } = messagesFor(address.viewer.locale);
    const { conversationId } = prompt;
    const inItsChat = destinations.onlySender({ ...address, conversationId });
    await inItsChat.update(prompt, toNoticeReply(undefined, signIn.answered));
  }

  /** @param isRequest Whether someone asked for the meeting. A posted card implies it. */
  function finish(
    reply: SentReply,
    address: ReplyAddress,
    shown: SentMessage | undefined,
    isRequest = address.isPrivate,
  ): void {
    if (reply.kind !== "card" || !reply.shows) return;
    const isPublic = shown?.conversationId === address.conversationId && !shown.isTargeted;
    const postedId = isPublic ? shown.activityId : undefined;
    const work = afterShown(reply, address, { shown, postedId, isRequest });
    waitUntil(
      work.catch((error: unknown) => {
        log.error({ code: toAppError(error).code }, "follow-up work after a reply failed", error);
      }),
    );
  }
}

/** Replaces the card of a message if possible. Only a card can replace one. */
async function show(
  destination: Destination,
  instead: SentMessage | undefined,
  reply: SentReply,
): Promise<SentMessage | undefined> {
  const isReplaced = instead && reply.kind === "card" && (await destination.update(instead, reply));
  return isReplaced ? instead : destination.send(reply);
}
