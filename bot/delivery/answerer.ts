import type { TurnContext } from "botbuilder";
import { toAppError } from "../../src/errors";
import type { Log } from "../../src/log";
import { toPrivateCard } from "../cards/private-card";
import type { ReplyAddress, TeamsAccount } from "../turn/turn";
import type { AfterShown } from "./after-shown";
import { toCardActionAnswer, type CardActionAnswer } from "./card-action-answer";
import type { Destination, Destinations, SentMessage } from "./destination";
import { createRestartWatch, createTypingIndicator } from "./while-waiting";
import {
  toCardReply,
  toPreparing,
  toTimeoutReply,
  type CardReply,
  type SentReply,
  type SignInReply,
  type Work,
} from "../reply";
import { toErrorReply, type TurnRunner } from "./run-turn";
import type { SignInPrompt } from "./sign-in-prompt";

/** Teams delivers a turn again after 15 s. This leaves time for slow sending. */
export const PREPARING_AFTER_MS = 8_000;
/** Sending privately can take three calls. With the 8 s before, it stays under 15 s; the rest goes on in the background. */
const SEND_WITHIN_MS = 4_500;
/** An invoke has 5 s, and sending takes some of it. */
const POST_AFTER_MS = 1_500;

export interface AnswererDeps {
  runner: TurnRunner;
  destinations: Destinations;
  signInPrompt: SignInPrompt;
  afterShown: AfterShown;
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Keeps the process alive until the work is done. */
  waitUntil: (work: Promise<unknown>) => void;
  /** Aborts when the process is about to end. Replies that are still due then say so. */
  lateDeadline: AbortSignal;
  log: Log;
}

export interface Answerer {
  /** Replies with a message, or with a "preparing" card that becomes the reply. Replaces the card of a pressed button. */
  answerMessage(context: TurnContext, address: ReplyAddress, work: Work): Promise<void>;
  /** @param isForEveryone Whether the card is replaced for everyone who sees it, or only shown to the presser. */
  answerButton(
    context: TurnContext,
    address: ReplyAddress,
    isForEveryone: boolean,
    work: Work,
  ): Promise<CardActionAnswer>;
  /** Replies to what waited for a sign-in, where the person asked. */
  answerResumed(
    address: ReplyAddress,
    prompt: { prompt?: SentMessage | undefined; replacesId?: string | undefined },
    work: Work,
  ): Promise<void>;
  /** Tells only the sender. Never rejects. */
  notify(address: ReplyAddress, reply: SentReply): Promise<void>;
  /** Does what follows a reply that isn't a message of the bot. */
  follow(address: ReplyAddress, reply: SentReply): void;
  /**
   * Posts a card for everyone, or a "preparing" card that becomes it. Rejects with the Connector client's error if
   * neither could be posted.
   */
  post(address: ReplyAddress, work: Work, onBehalfOf?: TeamsAccount): Promise<void>;
}

/** Gets every reply to Teams in time, and turns every error into words. */
export function createAnswerer(deps: AnswererDeps): Answerer {
  const { runner, destinations, signInPrompt, afterShown, sleep, waitUntil, log } = deps;
  const untilRestart = createRestartWatch(deps.lateDeadline);
  const showTyping = createTypingIndicator({ sleep, log });

  return {
    answerMessage(context, address, work) {
      const destination = toDestination(address, context);
      return run(address, work, async (pending) => {
        // Everyone in the conversation would see that the bot is typing.
        const stopTyping = address.isPrivate ? undefined : showTyping(context);
        const early = await runner.within(PREPARING_AFTER_MS, pending);
        await stopTyping?.();
        if (early?.kind === "sign-in") {
          await inBackground(promptSignIn(address, early, undefined));
        } else if (early) {
          const pressed = destination.find(address.pressedId);
          finish(early, address, await settle(address, show(destination, pressed, early)));
        } else {
          const preparing = destination.send(toPreparing(address.viewer));
          await settle(address, preparing);
          waitUntil(finishLater(address, toDestination(address), preparing, pending));
        }
      });
    },

    answerButton(context, address, isForEveryone, work) {
      return run(address, work, async (pending) => {
        const early = await runner.within(PREPARING_AFTER_MS, pending);
        if (early) {
          // An error is only for the presser: others keep their card.
          const shown =
            isForEveryone && early.kind === "card"
              ? await replacePressed(toDestination(address, context), address, early)
              : undefined;
          finish(early, address, shown, isForEveryone);
          return toCardActionAnswer(early);
        }
        if (!isForEveryone) return toCardActionAnswer(toTimeoutReply(address.viewer));
        const destination = toDestination(address);
        waitUntil(finishPressed(address, destination, pending));
        return toCardActionAnswer(toPreparing(address.viewer));
      });
    },

    async answerResumed(address, { prompt, replacesId }, work) {
      const destination = toDestination(address);
      const isPromptHere =
        prompt?.conversationId === address.conversationId &&
        prompt.isTargeted === address.isPrivate;
      const shownId = replacesId ?? (isPromptHere ? prompt.activityId : undefined);
      await run(address, work, async (pending) => {
        if (shownId !== undefined && shownId === address.pressedId) {
          return finishPressed(address, destination, pending);
        }
        const shown = destination.find(shownId);
        const early = await runner.within(PREPARING_AFTER_MS, pending);
        const preparing = early
          ? Promise.resolve(shown)
          : show(destination, shown, toPreparing(address.viewer));
        return finishLater(address, destination, preparing, pending);
      });
      if (prompt && prompt.activityId !== shownId) await signInPrompt.close(address, prompt);
    },

    async notify(address, reply) {
      await destinations.onlySender(address).send(reply);
    },

    follow: (address, reply) => finish(reply, address, undefined, true),

    post(address, work, onBehalfOf) {
      return runner.run(address.viewer, { work, toError: toErrorReply }, async (pending) => {
        const early = await runner.within(POST_AFTER_MS, pending);
        const reply = early ?? toPreparing(address.viewer);
        const posted = await destinations.post(address, reply, onBehalfOf);
        if (early) return finish(early, address, posted, false);
        const everyone = destinations.everyone(address);
        waitUntil(finishLater(address, everyone, Promise.resolve(posted), pending));
      });
    },
  };

  /** @param context Of the running turn. botbuilder revokes it when the turn ends. */
  function toDestination(address: ReplyAddress, context?: TurnContext): Destination {
    return address.isPrivate
      ? destinations.onlySender(address)
      : destinations.everyone(address, context);
  }

  function run<T>(
    address: ReplyAddress,
    work: Work,
    respond: (pending: Promise<SentReply>) => Promise<T>,
  ): Promise<T> {
    const privateWork = async () => toPrivate(await work());
    return runner.run(
      address.viewer,
      { work: address.isPrivate ? privateWork : work, toError: toErrorReply },
      respond,
    );
  }

  function settle<T>(address: ReplyAddress, sending: Promise<T>): Promise<T | undefined> {
    return address.isPrivate ? inBackground(sending) : sending;
  }

  /** Waits for as long as the turn can. */
  function inBackground<T>(sending: Promise<T>): Promise<T | undefined> {
    waitUntil(sending);
    return runner.within(SEND_WITHIN_MS, sending);
  }

  async function replacePressed(
    destination: Destination,
    address: ReplyAddress,
    reply: CardReply,
  ): Promise<SentMessage | undefined> {
    const pressed = destination.find(address.pressedId);
    try {
      // Teams shows the presser the answer of the button in any case.
      if (!address.isPrivate) return await show(destination, pressed, reply);
      if (pressed) await destination.update(pressed, reply);
    } catch (error) {
      log.error({}, "a card could not be shown to everyone", error);
    }
    return undefined;
  }

  /** Replaces the "preparing" card, whatever the result: an error too. */
  async function finishLater(
    address: ReplyAddress,
    destination: Destination,
    preparing: Promise<SentMessage | undefined>,
    pending: Promise<SentReply>,
  ): Promise<void> {
    const reply = await untilRestart(address.viewer, pending);
    const card = toCardReply(reply);
    await logFailure(async () => {
      const shown = await show(destination, await preparing, card);
      finish(card, address, shown, destination.isPrivate);
      if (reply.kind === "sign-in") await promptSignIn(address, reply, shown);
    });
  }

  /** Replaces the card with the button, but not by an error. Someone who has to sign in can press again. */
  async function finishPressed(
    address: ReplyAddress,
    destination: Destination,
    pending: Promise<SentReply>,
  ): Promise<void> {
    const reply = await untilRestart(address.viewer, pending);
    await logFailure(async () => {
      const pressed = destination.find(address.pressedId);
      const shown =
        reply.kind === "card"
          ? await show(destination, pressed, reply)
          : await destination.send(toCardReply(reply));
      finish(reply, address, shown, destination.isPrivate);
    });
  }

  async function logFailure(send: () => Promise<void>): Promise<void> {
    try {
      await send();
    } catch (error) {
      log.error({}, "a late reply could not be sent", error);
    }
  }

  /** Asks privately. If that's impossible, everyone sees how to sign in instead. */
  async function promptSignIn(
    address: ReplyAddress,
    reply: SignInReply,
    shown: SentMessage | undefined,
  ): Promise<void> {
    const replacesId = address.isPrivate ? undefined : shown?.activityId;
    const isAsked = await signInPrompt.ask(address, reply, replacesId);
    if (isAsked || address.isPrivate) return;
    const { unreachable } = reply;
    const card = toCardReply({ kind: "error", code: "unreachable", text: unreachable });
    await show(destinations.everyone(address), shown, card);
  }

  /** @param isRequest Whether someone asked for the meeting. Posting a message of its own implies it. */
  function finish(
    reply: SentReply,
    { conversationId, serviceUrl, viewer, caller, isPrivate }: ReplyAddress,
    shown: SentMessage | undefined,
    isRequest = isPrivate,
  ): void {
    if (reply.kind !== "card" || !reply.shows) return;
    const isPublic = shown && !shown.isTargeted && shown.conversationId === conversationId;
    const activityId = isPublic ? shown.activityId : undefined;
    const location = { conversationId, serviceUrl, viewer, activityId, isRequest };
    const work = afterShown(reply, { ...location, ...(caller && { caller }) });
    waitUntil(
      work.catch((error: unknown) => {
        log.error({ code: toAppError(error).code }, "follow-up work after a reply failed", error);
      }),
    );
  }
}

function toPrivate(reply: SentReply): SentReply {
  return reply.kind === "card" ? { ...reply, card: toPrivateCard(reply.card) } : reply;
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
