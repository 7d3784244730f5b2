import type { Activity } from "botbuilder";
import { toPrivateCard } from "../cards/private-card";
import {
  toPrivateConversation,
  type PrivateDelivery,
  type PrivateMessage,
  type PrivateConversation,
} from "./private-delivery";
import { toPreparing, toTimeoutReply } from "../replies/waiting";
import { toCardActionAnswer, type CardActionAnswer } from "./card-action-answer";
import { toCardReply, type SentReply, type SignInReply, type Work } from "./reply";
import { toErrorReply, type TurnRunner } from "./run-turn";
import type { SignInDelivery } from "../sign-in/sign-in-delivery";
import { isTargeted } from "../turn/turn";
import type { UntilRestart } from "./until-restart";

/** With the 8 s before it, less than the 15 after which Teams delivers a message again. */
const SENT_WITHIN_MS = 4_500;

export interface PrivateAnswerDeps {
  runner: TurnRunner;
  delivery: PrivateDelivery;
  signInDelivery: SignInDelivery;
  /** How long work may last before it is said that its answer is being prepared. */
  preparingAfterMs: number;
  untilRestart: UntilRestart;
  /** What follows an answer, off its way. */
  follow: (activity: Partial<Activity>, reply: SentReply, shown: { isAsked: boolean }) => void;
  waitUntil: (work: Promise<void>) => void;
}

export interface PrivateAnswerer {
  /**
   * @param pressedId The message that bears the button which was pressed; the answer takes its place if nobody else
   *   sees it, and is a new message else.
   */
  answerMessage(
    activity: Partial<Activity>,
    pressedId: string | undefined,
    work: Work,
  ): Promise<void>;
  answerExecute(
    activity: Partial<Activity>,
    isForEverybody: boolean,
    work: Work,
  ): Promise<CardActionAnswer>;
}

/**
 * Answers what nobody else has seen, in time: each answer, the card that says that it is being prepared, and every
 * error goes to who asked and to nobody else. Without typing indicators, which are for all. What it shows
 * is no card that changes with its meeting: those are public.
 */
export function createPrivateAnswerer(deps: PrivateAnswerDeps): PrivateAnswerer {
  const { runner, delivery, preparingAfterMs, untilRestart, follow, waitUntil } = deps;
  const { signInDelivery } = deps;

  return {
    answerMessage(activity, pressedId, work) {
      const talk = toPrivateConversation(activity);
      const pressed = findPressed(activity, talk, pressedId);
      return inTurn(activity, work, async (pending) => {
        const early = await runner.within(preparingAfterMs, pending);
        const sent = early
          ? early.kind === "sign-in"
            ? ask(early)
            : show(talk, pressed, early)
          : delivery.send(talk, toPreparing(activity));
        waitUntil(early ? followShown(early) : showLate());
        await runner.within(SENT_WITHIN_MS, sent);

        async function followShown(reply: SentReply): Promise<void> {
          await sent;
          follow(activity, reply, { isAsked: true });
        }
        async function showLate(): Promise<void> {
          const late = await untilRestart(activity, pending);
          const reply = toCardReply(late);
          await show(talk, await sent, reply);
          if (late.kind === "sign-in") await ask(late);
          follow(activity, reply, { isAsked: true });
        }
        async function ask(reply: SignInReply): Promise<undefined> {
          await signInDelivery.ask(activity, reply);
        }
      });
    },

    answerExecute(activity, isForEverybody, work) {
      const talk = toPrivateConversation(activity);
      const pressed = findPressed(activity, talk, activity.replyToId);
      return inTurn(activity, work, async (pending) => {
        const early = await runner.within(preparingAfterMs, pending);
        if (early) {
          // Teams shows the answer of a button for a moment only.
          if (isForEverybody && pressed && early.kind === "card") {
            await delivery.update(talk, pressed, early);
          }
          follow(activity, early, { isAsked: isForEverybody });
          return toCardActionAnswer(early);
        }
        if (!isForEverybody) return toCardActionAnswer(toTimeoutReply(activity));
        waitUntil(showLate());
        return toCardActionAnswer(toPreparing(activity));

        async function showLate(): Promise<void> {
          const reply = await untilRestart(activity, pending);
          await show(talk, pressed, reply);
          follow(activity, reply, { isAsked: true });
        }
      });
    },
  };

  /** Only where it is known that nobody else sees it: a forged mark could else take a card from all others. */
  function findPressed(
    activity: Partial<Activity>,
    talk: PrivateConversation,
    activityId: string | undefined,
  ): PrivateMessage | undefined {
    if (!activityId) return undefined;
    const sent = delivery.findSent(talk, activityId);
    if (sent || !isTargeted(activity)) return sent;
    return { conversationId: talk.conversationId, activityId, isTargeted: true };
  }

  function inTurn<T>(
    activity: Partial<Activity>,
    work: Work,
    answer: (pending: Promise<SentReply>) => Promise<T>,
  ): Promise<T> {
    return runner.run(
      activity,
      { work: async () => toPrivate(await work()), toRefusal: toErrorReply },
      answer,
    );
  }

  /** In the place of a message where that can be; a refusal takes the place of none. */
  async function show(
    talk: PrivateConversation,
    instead: PrivateMessage | undefined,
    reply: SentReply,
  ): Promise<PrivateMessage | undefined> {
    const isShown =
      instead && reply.kind === "card" && (await delivery.update(talk, instead, reply));
    return isShown ? instead : delivery.send(talk, reply);
  }
}

function toPrivate(reply: SentReply): SentReply {
  return reply.kind === "card" ? { ...reply, card: toPrivateCard(reply.card) } : reply;
}
