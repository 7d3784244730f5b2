import { TurnContext, type Activity } from "botbuilder";
import { toAppError } from "../../src/errors";
import type { MessageLocation } from "./after-shown";
import type { AnswerDeps, Answerer } from "./answerer";
import { createPrivateAnswerer } from "./answer-privately";
import { toCardActionAnswer } from "./card-action-answer";
import { createTypingKeeper } from "./keep-typing";
import { createRestartWatch } from "./until-restart";
import { toPreparing, toTimeoutReply } from "../replies/waiting";
import { toPrivateConversation } from "./private-delivery";
import {
  replaceMessage,
  sendAnew,
  sendReply,
  toCardReply,
  type SentReply,
  type SignInReply,
  type Work,
} from "./reply";
import { readViewer } from "../turn/viewer";
import { toErrorReply } from "./run-turn";
import { isPrivate, readCaller } from "../turn/turn";

/** Teams delivers a turn again that lasts longer than 15 s: this leaves room for sending, however slow. */
export const PREPARING_AFTER_MS = 8_000;
/** An invoke has 5 s, and sending takes its own time. */
const POSTING_AFTER_MS = 1_500;
/** With the 8 s before it, less than the 15 after which Teams delivers a message again. */
const ASKED_WITHIN_MS = 4_500;

/** Brings every answer out within the time that Teams gives, and every error into words. */
export function createAnswerer(deps: AnswerDeps): Answerer {
  const { runner, sleep, waitUntil, continueConversation, afterShown, lateDeadline, log } = deps;
  const { signInDelivery, privateDelivery } = deps;
  const untilRestart = createRestartWatch(lateDeadline);
  const keepTyping = createTypingKeeper({ sleep, log });
  const privately = createPrivateAnswerer({
    runner,
    delivery: privateDelivery,
    signInDelivery,
    preparingAfterMs: PREPARING_AFTER_MS,
    untilRestart,
    follow: (activity, reply, { isAsked }) =>
      finish(reply, { ...toPlace(activity), isAsked }, undefined),
    waitUntil,
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
        if (!isForEverybody) return toCardActionAnswer(toTimeoutReply(context.activity));
        void finishLater(context.activity, replyToId, pending, { isEverybodys: true });
        return toCardActionAnswer(toPreparing(context.activity));
      });
    },

    async answerAgain({ activity, asked, answerId }, work) {
      const isAlone = isPrivate(activity);
      const askedHere =
        asked && asked.conversationId === activity.conversation?.id && asked.isTargeted === isAlone
          ? asked.activityId
          : undefined;
      const replacedId = answerId ?? askedHere;
      await (isAlone
        ? privately.answerMessage(activity, replacedId, work)
        : answerInPlace(activity, replacedId, work));
      if (asked && asked.activityId !== replacedId) await signInDelivery.close(activity, asked);
    },

    async notify(activity, reply) {
      await privateDelivery.tell(toPrivateConversation(activity), reply);
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
        else void finishLater(activity, sent.id, pending, { isEverybodys: false });
      });
    },
  };

  async function showToAll(
    context: TurnContext,
    messageId: string | undefined,
    reply: SentReply,
  ): Promise<string | undefined> {
    try {
      return await replaceMessage(context, messageId, reply, log);
    } catch (error) {
      log.error({}, "a card could not be shown to everybody", error);
      return undefined;
    }
  }

  function finish(reply: SentReply, place: MessageLocation, activityId: string | undefined): void {
    if (reply.kind !== "card" || !reply.shows) return;
    const work = afterShown(reply, { ...place, activityId }).catch((error: unknown) => {
      log.error({ code: toAppError(error).code }, "what follows an answer failed", error);
    });
    waitUntil(work);
  }

  function answerWithMessage(
    context: TurnContext,
    work: Work,
    replacedId: string | undefined,
  ): Promise<void> {
    const { activity } = context;
    const place = toPlace(activity);
    return inTurn(context, work, async (pending) => {
      const typing = new AbortController();
      const lastTyping = keepTyping(context, typing.signal);
      const early = await inTime(pending);
      typing.abort();
      await lastTyping;
      if (early?.kind === "sign-in") {
        const asking = askToSignIn(activity, early, undefined);
        waitUntil(asking);
        await runner.within(ASKED_WITHIN_MS, asking);
        return;
      }
      if (early) {
        const shownId = await (replacedId
          ? replaceMessage(context, replacedId, early, log)
          : sendReply(context, early));
        finish(early, place, shownId);
        return;
      }
      const sentId = await sendReply(context, toPreparing(context.activity));
      void finishLater(context.activity, sentId, pending, { isEverybodys: false });
    });
  }

  /** Asks the person alone; where that cannot be, all are told how it can. */
  async function askToSignIn(
    activity: Partial<Activity>,
    reply: SignInReply,
    answerId: string | undefined,
  ): Promise<void> {
    const isAsked = await signInDelivery.ask(activity, reply, answerId);
    if (isAsked) return;
    const refusal: SentReply = { kind: "refusal", code: "unreachable", text: reply.unreachable };
    await put(activity, answerId, toCardReply(refusal));
  }

  /** In the place of the message that asked for the sign-in, or of the card whose button was pressed. */
  function answerInPlace(
    activity: Partial<Activity>,
    replacedId: string | undefined,
    work: Work,
  ): Promise<void> {
    const isPressed = replacedId !== undefined && replacedId === activity.replyToId;
    return runner.run(activity, { work, toRefusal: toErrorReply }, async (pending) => {
      const early = await inTime(pending);
      const shownId =
        early || isPressed ? replacedId : await put(activity, replacedId, toPreparing(activity));
      await finishLater(activity, shownId, pending, { isEverybodys: isPressed });
    });
  }

  async function put(
    activity: Partial<Activity>,
    replacedId: string | undefined,
    reply: SentReply,
  ): Promise<string | undefined> {
    const reference = TurnContext.getConversationReference(activity);
    const shown: { id?: string | undefined } = {};
    await continueConversation(reference, async (later) => {
      shown.id = await replaceMessage(later, replacedId, reply, log);
    });
    return shown.id;
  }

  function inTurn<T>(
    context: TurnContext,
    work: Work,
    answer: (pending: Promise<SentReply>) => Promise<T>,
  ): Promise<T> {
    return runner.run(context.activity, { work, toRefusal: toErrorReply }, answer);
  }

  function inTime(pending: Promise<SentReply>): Promise<SentReply | undefined> {
    return runner.within(PREPARING_AFTER_MS, pending);
  }

  /**
   * The answer as a card in the place of the preparing one, whatever became of it; or of the card that bears the
   * button, which everybody sees: a refusal never takes its place.
   */
  function finishLater(
    activity: Partial<Activity>,
    replacedId: string | undefined,
    pending: Promise<SentReply>,
    { isEverybodys }: { isEverybodys: boolean },
  ): Promise<void> {
    const reference = TurnContext.getConversationReference(activity);
    const place = toPlace(activity);
    const work = untilRestart(activity, pending)
      .then((reply) =>
        continueConversation(reference, async (later) => {
          const card = toCardReply(reply);
          const isNews = isEverybodys && reply.kind !== "card";
          const shownId = await (isNews
            ? sendReply(later, card)
            : replaceMessage(later, replacedId, card, log));
          finish(card, place, shownId);
          // A button that is pressed again asks by itself.
          if (reply.kind !== "sign-in" || isEverybodys) return;
          await askToSignIn(activity, reply, shownId);
        }),
      )
      .catch((error: unknown) => log.error({}, "a late answer could not be sent", error));
    waitUntil(work);
    return work;
  }
}

/** Read at once: botbuilder revokes the context when its turn ends. */
function toPlace(activity: Partial<Activity>): MessageLocation {
  const caller = readCaller(activity);
  return {
    ...(caller && { caller }),
    conversationId: activity.conversation?.id ?? "",
    serviceUrl: activity.serviceUrl ?? "",
    reader: readViewer(activity),
  };
}
