import type { Activity, ChannelAccount, ConversationReference, TurnContext } from "botbuilder";
import type { Log } from "../../src/log";
import type { AfterShown } from "./after-shown";
import type { CardActionAnswer } from "./card-action-answer";
import type { PrivateDelivery } from "./private-delivery";
import type { SentReply, Work } from "./reply";
import type { TurnRunner } from "./run-turn";
import type { SignInDelivery } from "../sign-in/sign-in-delivery";
import type { PendingActivity } from "../sign-in/pending-activity";

export interface AnswerDeps {
  runner: TurnRunner;
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  /** Keeps the process alive until the work is done. */
  waitUntil: (work: Promise<void>) => void;
  /** Enters a conversation without an activity of its own. */
  continueConversation: (
    reference: Partial<ConversationReference>,
    logic: (context: TurnContext) => Promise<void>,
  ) => Promise<void>;
  /** What is done once an answer is out, off its way. */
  afterShown: AfterShown;
  /** How those are reached whom nobody may see answered. */
  privateDelivery: PrivateDelivery;
  /** Where people are asked to sign in. */
  signInDelivery: SignInDelivery;
  /** Aborts when the process is about to end: answers that are still owed then say so. */
  lateDeadline: AbortSignal;
  log: Log;
}

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
  /** Answers what waited for a sign-in, where it was asked. */
  answerAgain(waiting: PendingActivity, work: Work): Promise<void>;
  /** Says something to the person alone. Never rejects. */
  notify(activity: Partial<Activity>, reply: SentReply): Promise<void>;
  /** What follows when somebody asked, and the answer is no message of the bot's own. */
  follow(activity: Partial<Activity>, reply: SentReply): void;
  /**
   * Posts a card for everybody, beside the answer, or after a moment one that becomes it. Rejects with what the
   * Connector client throws when neither could be posted.
   *
   * @param sender On whose behalf.
   */
  post(activity: Partial<Activity>, work: Work, sender?: ChannelAccount): Promise<void>;
}
