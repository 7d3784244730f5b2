import {
  TeamsActivityHandler,
  type Activity,
  type InvokeResponse,
  type TurnContext,
} from "botbuilder";
import { z } from "zod";
import { readExecute, readMessageButton, type PressedButton } from "./card-actions/card-action";
import { findCardAction } from "./card-actions/registry";
import type { Answerer } from "./delivery/answerer";
import type { BotServices } from "./bot-services";
import { findCommand } from "./commands/registry";
import { meetCommand } from "./commands/meet";
import { answerUnknownText } from "./commands/unknown-text";
import type { Extension } from "./message-extension/extension";
import { createGreetingGate, toGreeting } from "./commands/greeting";
import { messagesFor } from "./locales/messages";
import type { CardReply, ErrorReply, Reply, SentReply } from "./delivery/reply";
import { readViewer } from "./turn/viewer";
import { requireSignIn, resumeAfterSignIn } from "./sign-in/require-sign-in";
import type { SignInInvokes } from "./sign-in/sign-in-invokes";
import { takeAuthentication } from "./sign-in/take-authentication";
import { isCompose, readPlaces, readTurn, type Turn } from "./turn/turn";

/** Routes what Teams sends to the code that answers it, and does nothing else. */
export class TeamsBot extends TeamsActivityHandler {
  readonly #isToBeGreeted;

  constructor(
    private readonly services: BotServices,
    private readonly answerer: Answerer,
    private readonly extension: Extension,
    private readonly signInInvokes: SignInInvokes,
  ) {
    super();
    this.#isToBeGreeted = createGreetingGate(services.now);
  }

  protected override onMessageActivity(context: TurnContext): Promise<void> {
    const { activity } = context;
    const work = resumeAfterSignIn(activity, () => this.#answer(activity), this.services);
    return readButton(activity)
      ? this.answerer.answerSubmit(context, work)
      : this.answerer.answerMessage(context, work);
  }

  /** What a message asks for, whenever that is. */
  #answer(activity: Partial<Activity>): Promise<Reply> | Reply {
    const button = readButton(activity);
    return this.#withTurn(activity, (turn) => {
      if (button) return this.#press(turn, activity, button);
      const called = findCommand(turn.words);
      if (called) return called.command.run(turn, called.words, this.services);
      const isCalledAlone = turn.words.length === 0 && (turn.isBotMentioned || turn.isPrivate);
      if (isCalledAlone) return meetCommand.run(turn, [], this.services);
      return answerUnknownText(turn, this.services);
    });
  }

  protected override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { activity } = context;
    const { name = "", value } = activity;
    if (name === "adaptiveCard/action") {
      const button = readExecute(value) ?? { verb: "", data: undefined };
      const isForEverybody = findCardAction(button.verb)?.isForEverybody ?? false;
      const work = () => this.#pressSignedIn(activity, button);
      const body = await this.answerer.answerExecute(context, isForEverybody, work);
      return { status: 200, body };
    }
    const signIn = await this.signInInvokes(activity, (waiting) => this.#answer(waiting));
    if (signIn) return signIn;
    if (isCompose(activity)) return { status: 200, body: await this.extension(context) };
    this.services.log.debug({ activity: "invoke", name }, "an invoke that is not ours");
    return { status: 200, body: {} };
  }

  protected override async onInstallationUpdateActivity(context: TurnContext): Promise<void> {
    // An upgrade ("add-upgrade") is nothing to greet anybody for.
    if (context.activity.action === "add") await this.#join(context);
    if (context.activity.action === "remove") this.#leave(context);
  }

  protected override async onConversationUpdateActivity(context: TurnContext): Promise<void> {
    const { membersAdded, membersRemoved, recipient } = context.activity;
    if (hasMember(membersAdded, recipient?.id)) await this.#join(context);
    if (hasMember(membersRemoved, recipient?.id)) this.#leave(context);
  }

  /** An edited command is not given again, and botbuilder would stumble over an edit without channel data. */
  protected override async onMessageUpdateActivity({ activity }: TurnContext): Promise<void> {
    this.services.log.debug({ activity: activity.type }, "an edit is no request");
  }

  protected override async onMessageDeleteActivity({ activity }: TurnContext): Promise<void> {
    this.services.log.debug({ activity: activity.type }, "a deletion is no request");
  }

  /** Events that we do not know, and those whose form botbuilder would reject, are none of ours. */
  protected override async onEventActivity({ activity }: TurnContext): Promise<void> {
    this.services.log.debug(
      { activity: "event", name: activity.name },
      "an event that is not ours",
    );
  }

  protected override async onUnrecognizedActivity({ activity }: TurnContext): Promise<void> {
    this.services.log.debug({ activity: activity.type }, "an activity that is not ours");
  }

  /** Teams sends a button again, with the sign-in that it took; it is not asked for twice. */
  #pressSignedIn(
    activity: Partial<Activity>,
    button: PressedButton,
  ): Promise<SentReply> | SentReply {
    return this.#withTurn(activity, async (turn) => {
      const isTaken = await takeAuthentication(turn, activity.value, this.services);
      const press = () => this.#press(turn, activity, button);
      return isTaken ? press() : requireSignIn(activity, press, this.services)();
    });
  }

  #press(
    turn: Turn,
    activity: Partial<Activity>,
    { verb, data }: PressedButton,
  ): Promise<Reply> | Reply {
    const post = (reply: CardReply) => this.answerer.post(activity, () => reply);
    const action = findCardAction(verb);
    if (action) return action.run(turn, data, this.services, { post });
    const { buttonUnknown } = messagesFor(turn.viewer.locale).actions;
    return { kind: "refusal", code: "unknown_verb", text: buttonUnknown };
  }

  #withTurn<Answer>(
    activity: Partial<Activity>,
    answer: (turn: Turn) => Promise<Answer> | Answer,
  ): Promise<Answer | ErrorReply> | Answer | ErrorReply {
    const read = readTurn(activity);
    if (read.ok) return answer(read.turn);
    const text = messagesFor(readViewer(activity).locale).turnProblems[read.problem];
    return { kind: "refusal", code: read.problem, text };
  }

  /** The bot is in the conversation from now on, perhaps again. */
  async #join(context: TurnContext): Promise<void> {
    for (const place of readPlaces(context.activity)) {
      this.services.waitUntil(this.services.forgetting.join(place));
    }
    if (!this.#isToBeGreeted(context.activity.conversation)) return;
    await this.answerer.answerMessage(context, () => toGreeting(context.activity, this.services));
  }

  /** Nobody can be answered any more; what is kept of the place is forgotten in time. */
  #leave({ activity }: TurnContext): void {
    for (const place of readPlaces(activity)) {
      this.services.waitUntil(this.services.forgetting.leave(place));
    }
  }
}

function readButton({ text, value }: Partial<Activity>): PressedButton | undefined {
  return text?.trim() ? undefined : readMessageButton(value);
}

const membersSchema = z.array(z.object({ id: z.string() })).catch([]);

function hasMember(members: unknown, botId: string | undefined): boolean {
  return membersSchema.parse(members ?? []).some(({ id }) => id === botId);
}
