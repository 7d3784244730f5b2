import { endTurn } from "../../src/async/current-turn";
import { statusCodeOf } from "../../src/errors";
import type { JsonBytes } from "../../src/json-bytes";
import type { ReplyAddress, TeamsAccount } from "../turn/turn";
import { toCardActionAnswer } from "./card-action-answer";
import { isFinal } from "./connector-error";
import type { Destination, Destinations, SentMessage } from "./destination";
import { showTyping } from "./show-typing";
import {
  toPreparing,
  toPrivateReply,
  toTimeoutReply,
  type CardReply,
  type ErrorReply,
  type SentReply,
  type Work,
} from "../reply";
import type { TurnRunner } from "./run-turn";
import type { DeliveryDeps } from "./delivery";
import { toPreparingReply, withTryAgain, type MessageAddress, type Presenter } from "./presenter";

/** Teams redelivers a turn after 15 s. This leaves time for a slow send. */
export const PREPARING_AFTER_MS = 8_000;
/**
 * A private send can take three calls. Together with the 8 s above, this stays under 15 s. The rest continues
 * in the background.
 */
const SEND_WITHIN_MS = 4_500;
/** An invoke has to be answered within 5 s, including the send. */
const POST_AFTER_MS = 1_500;

export type Answerer = ReturnType<typeof createAnswerer>;

/** Sends every reply to Teams in time, and turns every error into a message. */
export function createAnswerer(
  runner: TurnRunner,
  destinations: Destinations,
  presenter: Presenter,
  deps: DeliveryDeps,
) {
  const { waitUntil, log } = deps;
  const { show, replacePressed, finishLater, finishPressed, promptSignIn, finish, isFollowedUp } =
    presenter;

  return {
    /**
     * Replies with a message, or with a "preparing" card that becomes the reply. Replaces the card of a
     * pressed button.
     *
     * @param mayAnswer The work starts at once, and nothing is sent before this is known.
     */
    answerMessage(address: MessageAddress, work: Work, mayAnswer: Promise<boolean>): Promise<void> {
      const destination = toDestination(address);
      return run(address, work, async (pending) => {
        const replying = runner.within(PREPARING_AFTER_MS, pending);
        if (!(await mayAnswer)) return;
        // Everyone in the conversation would see that the bot is typing.
        const stopTyping = address.isPrivate ? undefined : showTyping(address, destinations, deps);
        const early = await replying;
        await stopTyping?.();
        if (early?.kind === "sign-in") {
          await awaitWithinTurn(unlessRefused(promptSignIn(address, early)));
        } else if (early) {
          const pressed = destination.find(address.pressedId);
          const showing = unlessRefused(show(destination, pressed, early));
          finish(early, address, await awaitSending(address, showing));
        } else {
          const preparing = unlessRefused(destination.send(toPreparingReply(address)));
          await awaitSending(address, preparing);
          waitUntil(finishLater(address, destination, preparing, pending));
        }
      });
    },

    /**
     * Returns the response as JSON.
     *
     * @param isForEveryone Whether the card is replaced for everyone who sees it, or only for the person who pressed the button.
     */
    answerButton(address: ReplyAddress, isForEveryone: boolean, work: Work): Promise<JsonBytes> {
      return run(address, work, async (pending) => {
        const early = await runner.within(PREPARING_AFTER_MS, pending);
        if (early) {
          // Only the person who pressed sees an error or a form. Everyone else keeps their card.
          const shown =
            isForEveryone && early.kind === "card" && !early.form
              ? await replacePressed(toDestination(address), address, early)
              : undefined;
          finish(early, address, shown, address.isPrivate && isForEveryone);
          return toCardActionAnswer(early);
        }
        if (!isForEveryone) return toCardActionAnswer(toTimeoutReply(address.viewer));
        waitUntil(finishPressed(address, toDestination(address), pending));
        return toCardActionAnswer(toPreparing(address.viewer));
      });
    },

    isFollowedUp,

    /** The response to a button that has no other effect. */
    toAnswer: (address: ReplyAddress, reply: CardReply): JsonBytes =>
      toCardActionAnswer(address.isPrivate ? toPrivateReply(reply) : reply),

    /** Replies to a command that waited for a sign-in, in the conversation where it was given. */
    async answerResumed(
      address: MessageAddress,
      { prompt, replacesId }: { prompt?: SentMessage | undefined; replacesId?: string | undefined },
      work: Work,
    ): Promise<void> {
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
        // Awaited here: a failure that waits for a slow result would be an unhandled rejection.
        const preparing = early ? shown : await show(destination, shown, toPreparingReply(address));
        return finishLater(address, destination, Promise.resolve(preparing), pending);
      });
      if (prompt && prompt.activityId !== shownId) await presenter.closePrompt(address, prompt);
    },

    /** Tells only the sender. Never rejects. */
    async notify(address: ReplyAddress, reply: SentReply): Promise<void> {
      await destinations.onlySender(address).send(reply);
    },

    /** Starts the follow-up work for a reply that isn't a bot message. */
    follow: (address: ReplyAddress, reply: SentReply): void =>
      finish(reply, address, undefined, true),

    /**
     * Posts a card for everyone, or a "preparing" card that becomes it. Rejects with the Connector client's error if
     * neither could be posted.
     */
    post(address: ReplyAddress, work: Work, onBehalfOf?: TeamsAccount): Promise<void> {
      return runner.run(address.viewer, { work, toError: (error) => error }, async (pending) => {
        const early = await runner.within(POST_AFTER_MS, pending);
        const reply = early ?? toPreparing(address.viewer);
        const posted = await destinations.post(address, reply, onBehalfOf);
        if (early) return finish(early, address, posted, false);
        const everyone = destinations.everyone(address);
        waitUntil(finishLater(address, everyone, Promise.resolve(posted), pending));
      });
    },
  };

  function toDestination(address: ReplyAddress): Destination {
    return address.isPrivate ? destinations.onlySender(address) : destinations.everyone(address);
  }

  function run<T>(
    address: MessageAddress,
    work: Work,
    respond: (pending: Promise<SentReply>) => Promise<T>,
  ): Promise<T> {
    const shownWork = address.isPrivate ? async () => toPrivateReply(await work()) : work;
    const toError = (error: ErrorReply) => withTryAgain(error, address);
    return runner.run(address.viewer, { work: shownWork, toError }, respond);
  }

  /** Any other error ends the turn with a 500, after which Teams may deliver the activity again. */
  async function unlessRefused<T>(sending: Promise<T>): Promise<T | undefined> {
    try {
      return await sending;
    } catch (error) {
      if (!isFinal(error)) throw error;
      endTurn("failed", "not_sent");
      log.error({ status: statusCodeOf(error) }, "Teams didn't accept a reply", error);
      return undefined;
    }
  }

  function awaitSending<T>(address: ReplyAddress, sending: Promise<T>): Promise<T | undefined> {
    return address.isPrivate ? awaitWithinTurn(sending) : sending;
  }

  /** Waits as long as the turn allows. */
  function awaitWithinTurn<T>(sending: Promise<T>): Promise<T | undefined> {
    waitUntil(sending);
    return runner.within(SEND_WITHIN_MS, sending);
  }
}
