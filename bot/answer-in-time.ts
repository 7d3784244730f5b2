import {
  TurnContext,
  type Activity,
  type ChannelAccount,
  type ConversationReference,
} from "botbuilder";
import { toAppError } from "../src/errors";
import type { Log } from "../src/log";
import type { AfterShown, MessagePlace } from "./after-shown";
import { createPrivateAnswerer } from "./answer-privately";
import { toPreparing, toRestarting, toSlowRefusal } from "./answers/waiting";
import type { PrivateDelivery } from "./private-delivery";
import {
  replaceMessage,
  sendAnew,
  sendReply,
  sendTyping,
  toCardActionAnswer,
  toCardReply,
  type CardActionAnswer,
  type Reply,
} from "./reply";
import { readReader } from "./reader";
import { toErrorReply, type TurnRunner } from "./run-turn";
import { isPrivate } from "./turn";

/** Teams delivers a turn again that lasts longer than 15 s: this leaves room for sending, however slow. */
export const PREPARING_AFTER_MS = 8_000;
/** An invoke has 5 s, and sending takes its own time. */
const POSTING_AFTER_MS = 1_500;
/** A typing indicator that goes out with every quick answer would only be noise. */
const TYPING_AFTER_MS = 1_000;
/** Teams shows one for about this long. */
const TYPING_EVERY_MS = 3_000;

export interface AnswerEdges {
  runner: TurnRunner;
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Keeps the process alive until the work is done. */
  inBackground: (work: Promise<void>) => void;
  /** Enters a conversation without an activity of its own. */
  continueConversation: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  /** What is done once an answer is out, off its way. */
  afterShown: AfterShown;
  /** How those are reached whom nobody may see answered. */
  privateDelivery: PrivateDelivery;
  /** Aborts when the process is about to end: answers that are still owed then say so. */
  lateDeadline: AbortSignal;
  log: Log;
}

type Work = () => Promise<Reply> | Reply;

export interface Answerer {
  /** Answers with a message, or with one that says that the answer is being prepared and becomes it. */
  answerMessage(context: TurnContext, work: Work): Promise<void>;
  /** Answers a button of a client that knows no `Action.Execute`: the card that bears it is replaced. */
  answerSubmit(context: TurnContext, work: Work): Promise<void>;
  /**
   * Answers a button.
   *
   * @param isForEverybody Whether the card is also replaced for all others who see it.
   */
  answerExecute(
    context: TurnContext,
    isForEverybody: boolean,
    work: Work,
  ): Promise<CardActionAnswer>;
  /** What follows when somebody asked, and the answer is no message of the bot's own. */
  follow(activity: Partial<Activity>, reply: Reply): void;
  /**
   * Posts a card for everybody, beside the answer, or after a moment one that becomes it. Rejects with what the
   * Connector client throws when neither could be posted.
   *
   * @param sender On whose behalf.
   */
  post(activity: Partial<Activity>, work: Work, sender?: ChannelAccount): Promise<void>;
}

/** Brings every answer out within the time that Teams gives, and every error into words. */
export function createAnswerer(edges: AnswerEdges): Answerer {
  const { runner, sleep, inBackground, continueConversation, afterShown, lateDeadline, log } =
    edges;
  const privately = createPrivateAnswerer({
    runner,
    delivery: edges.privateDelivery,
    preparingAfterMs: PREPARING_AFTER_MS,
    untilRestart,
    follow: (activity, reply, { isAsked }) =>
      finish(reply, { ...toPlace(activity), isAsked }, undefined),
    inBackground,
  });

  return {
    answerMessage: (context, work) =>
      isPrivate(context.activity)
        ? privately.answerMessage(context.activity, undefined, work)
        : answerWithMessage(context, work, undefined),

    answerSubmit(context, work) {
      const { replyToId } = context.activity;
      return isPrivate(context.activity)
        ? privately.answerMessage(context.activity, replyToId, work)
        : answerWithMessage(context, work, replyToId);
    },

    answerExecute(context, isForEverybody, work) {
      if (isPrivate(context.activity)) {
        return privately.answerExecute(context.activity, isForEverybody, work);
      }
      const { replyToId } = context.activity;
      const place = toPlace(context.activity);
      return inTurn(context, work, async (pending) => {
        const early = await inTime(pending);
        if (early) {
          // A refusal is for who pressed the button; all others keep their card.
          const isShownToAll = isForEverybody && early.kind === "card";
          const shownId = isShownToAll ? await showToAll(context, replyToId, early) : undefined;
          finish(early, place, shownId);
          return toCardActionAnswer(early);
        }
        if (!isForEverybody) return toCardActionAnswer(toSlowRefusal(context.activity));
        finishLater(context.activity, replyToId, pending, { isEverybodys: true });
        return toCardActionAnswer(toPreparing(context.activity));
      });
    },

    follow: (activity, reply) => finish(reply, { ...toPlace(activity), isAsked: true }, undefined),

    post(activity, work, sender) {
      const place = toPlace(activity);
      const reference = TurnContext.getConversationReference(activity);
      return runner.run(activity, { work, toRefusal: toErrorReply }, async (pending) => {
        const early = await runner.within(POSTING_AFTER_MS, pending);
        const sent: { id?: string | undefined } = {};
        await continueConversation(reference, async (later) => {
          sent.id = await sendAnew(later, early ?? toPreparing(activity), sender);
        });
        if (early) finish(early, place, sent.id);
        else finishLater(activity, sent.id, pending, { isEverybodys: false });
      });
    },
  };

  async function showToAll(
    context: TurnContext,
    messageId: string | undefined,
    reply: Reply,
  ): Promise<string | undefined> {
    try {
      return await replaceMessage(context, messageId, reply, log);
    } catch (error) {
      log.error({}, "a card could not be shown to everybody", error);
      return undefined;
    }
  }

  function finish(reply: Reply, place: MessagePlace, activityId: string | undefined): void {
    if (reply.kind !== "card" || !reply.shows) return;
    const work = afterShown(reply, { ...place, activityId }).catch((error: unknown) => {
      log.error({ code: toAppError(error).code }, "what follows an answer failed", error);
    });
    inBackground(work);
  }

  function answerWithMessage(
    context: TurnContext,
    work: Work,
    replacedId: string | undefined,
  ): Promise<void> {
    const place = toPlace(context.activity);
    return inTurn(context, work, async (pending) => {
      const typing = new AbortController();
      const lastTyping = keepTyping(context, typing.signal);
      const early = await inTime(pending);
      typing.abort();
      await lastTyping;
      if (early) {
        const shownId = await (replacedId
          ? replaceMessage(context, replacedId, early, log)
          : sendReply(context, early));
        finish(early, place, shownId);
        return;
      }
      const sentId = await sendReply(context, toPreparing(context.activity));
      finishLater(context.activity, sentId, pending, { isEverybodys: false });
    });
  }

  function inTurn<T>(
    context: TurnContext,
    work: Work,
    answer: (pending: Promise<Reply>) => Promise<T>,
  ): Promise<T> {
    return runner.run(context.activity, { work, toRefusal: toErrorReply }, answer);
  }

  function inTime(pending: Promise<Reply>): Promise<Reply | undefined> {
    return runner.within(PREPARING_AFTER_MS, pending);
  }

  async function keepTyping(context: TurnContext, signal: AbortSignal): Promise<void> {
    await sleep(TYPING_AFTER_MS, signal);
    while (!signal.aborted) {
      try {
        await sendTyping(context);
      } catch (error) {
        log.debug({ code: toAppError(error).code }, "a typing indicator could not be sent");
      }
      await sleep(TYPING_EVERY_MS, signal);
    }
  }

  /**
   * The answer as a card in the place of the preparing one, whatever became of it; or of the card that bears the
   * button, which everybody sees: a refusal never takes its place.
   */
  function finishLater(
    activity: Partial<Activity>,
    replacedId: string | undefined,
    pending: Promise<Reply>,
    { isEverybodys }: { isEverybodys: boolean },
  ): void {
    const reference = TurnContext.getConversationReference(activity);
    const place = toPlace(activity);
    const work = untilRestart(activity, pending)
      .then((reply) =>
        continueConversation(reference, async (later) => {
          const card = toCardReply(reply);
          const isNews = isEverybodys && reply.kind === "refusal";
          const shownId = await (isNews
            ? sendReply(later, card)
            : replaceMessage(later, replacedId, card, log));
          finish(card, place, shownId);
        }),
      )
      .catch((error: unknown) => log.error({}, "a late answer could not be sent", error));
    inBackground(work);
  }

  /** The answer, or what is said in its place when the process ends before. */
  async function untilRestart(
    activity: Partial<Activity>,
    pending: Promise<Reply>,
  ): Promise<Reply> {
    const restarting = toRestarting(activity);
    const done = new AbortController();
    const told = new Promise<Reply>((resolve) => {
      const { signal } = done;
      lateDeadline.addEventListener("abort", () => resolve(restarting), { once: true, signal });
      if (lateDeadline.aborted) resolve(restarting);
    });
    try {
      return await Promise.race([pending, told]);
    } finally {
      done.abort();
    }
  }
}

/** Read at once: botbuilder revokes the context when its turn ends. */
function toPlace(activity: Partial<Activity>): MessagePlace {
  return {
    conversationId: activity.conversation?.id ?? "",
    serviceUrl: activity.serviceUrl ?? "",
    reader: readReader(activity),
  };
}
