import type { InvokeResponse } from "botbuilder";
import { nameTurn } from "../src/async/current-turn";
import type { DueHandlers } from "../src/meetings/due/due-work";
import type { LiveEvent } from "../src/meetings/live/live-event";
import type { HashId } from "../src/metrics/hash-ids";
import type { BotServices } from "./bot-services";
import { findCardAction } from "./card-actions/registry";
import { answerText } from "./commands/answer-text";
import { SAME_INSTALLATION_MS, toGreeting } from "./commands/greeting";
import { createDelivery, type DeliveryDeps } from "./delivery/delivery";
import { toObserved } from "./delivery/observe-turn";
import type { ErrorReply, Reply, SentReply, Work } from "./reply";
import { messagesFor } from "./locales/messages";
import { createExtension } from "./message-extension/extension";
import { toTryAgainButton } from "./requests/try-again";
import { acceptProof, requireSignIn, resumeAfterSignIn } from "./sign-in/require-sign-in";
import { createSignInInvokes } from "./sign-in/sign-in-invokes";
import {
  toMessageKey,
  type Addressed,
  type Button,
  type CallNews,
  type Lifecycle,
  type Message,
  type ParsedActivity,
  type ReplyAddress,
  type Turn,
} from "./turn/turn";
import { parseActivity, type ReceivedActivity } from "./turn/parse-activity";

export interface Bot {
  /** Handles one activity. Returns the response to an invoke. */
  answer: (activity: ReceivedActivity) => Promise<InvokeResponse | undefined>;
  /** What the bot does without being asked. */
  dueHandlers: Pick<DueHandlers, "reminder" | "live" | "live-cards">;
  /** Shows what a source other than Teams' activities tells of a call. Throws `store_unavailable`. */
  noteLiveEvent: (event: LiveEvent) => Promise<void>;
}

/** Routes each activity to the code that answers it. */
export function createBot(services: BotServices, deps: Omit<DeliveryDeps, keyof BotServices>): Bot {
  const { sleep, hashId } = deps;
  const { runner, answerer, liveCards, sendReminder, observeTurn, observeAtOnce } = createDelivery(
    services,
    {
      ...services,
      ...deps,
    },
  );
  const answerCompose = createExtension({ services, runner, answerer, sleep });
  const answerSignIn = createSignInInvokes({ services, runner, answerer, observeTurn, answer });

  return {
    async answer(received) {
      const activity = parseActivity(received);
      const about = toObserved(activity);
      const response = observeAtOnce(about, () => answerAtOnce(activity));
      return response ?? observeTurn(about, () => handle(activity));
    },
    dueHandlers: {
      reminder: sendReminder,
      live: (row) => liveCards.doDue(row),
      "live-cards": (row) => liveCards.doUnshown(row),
    },
    noteLiveEvent: (event) => liveCards.noteEvent(event),
  };

  /** For a button that needs nothing but what is on this machine: a refresh, mostly. */
  function answerAtOnce(activity: ParsedActivity): InvokeResponse | undefined {
    if (activity.kind !== "button" || activity.sentAs !== "invoke") return undefined;
    const { verb, data, address, parsed, signIn } = activity;
    const action = findCardAction(verb);
    if (!action?.runAtOnce || !parsed.ok || signIn) return undefined;
    nameTurn(verb);
    const reply = action.runAtOnce(parsed.turn, data, services, answerer.isFollowedUp);
    return reply && { status: 200, body: answerer.toAnswer(address, reply) };
  }

  async function handle(activity: ParsedActivity): Promise<InvokeResponse | undefined> {
    switch (activity.kind) {
      case "message":
        await answerMessage(activity);
        return undefined;
      case "button":
        if (activity.sentAs === "invoke") return answerButton(activity);
        await answerMessage(activity);
        return undefined;
      case "compose":
        return { status: 200, body: await answerCompose(activity) };
      case "sign-in":
        return services.signIn
          ? answerSignIn(activity, services.signIn.users)
          : { status: 200, body: {} };
      case "lifecycle":
        await updateMembership(activity);
        return undefined;
      case "call-news": {
        const event = toLiveEvent(activity, services.now(), hashId);
        if (event) await liveCards.noteEvent(event);
        return undefined;
      }
      case "unsupported":
        services.log.debug(
          { activity: activity.type, name: activity.name },
          "an activity was ignored",
        );
        return activity.isInvoke ? { status: 200, body: {} } : undefined;
    }
  }

  function answerMessage(activity: Message | Button): Promise<void> {
    const work = () => resumeAfterSignIn(activity, () => answer(activity), services);
    const toTryAgain = () => toTryAgainButton(activity, services);
    const { address } = activity;
    return once(address, address.activityId, (mayAnswer) =>
      answerer.answerMessage({ ...address, toTryAgain }, work, mayAnswer),
    );
  }

  /** Without an id, a message can't be recognized, so it's answered each time. */
  function once(
    address: ReplyAddress,
    id: string | undefined,
    respond: (mayAnswer: Promise<boolean>) => Promise<void>,
    options?: { keptMs: number },
  ): Promise<void> {
    const key = toMessageKey(address, id);
    return key ? services.people.answerOnce(key, respond, options) : respond(Promise.resolve(true));
  }

  /** Teams sends a button again after a sign-in. People aren't asked to sign in twice. */
  async function answerButton(activity: Button): Promise<InvokeResponse> {
    const isForEveryone = findCardAction(activity.verb)?.isForEveryone ?? false;
    const work = () =>
      withTurn<SentReply>(activity, (turn) => {
        const run = () => press(turn, activity);
        const signedIn = acceptProof(turn, activity.signIn, services);
        return signedIn ? signedIn.then(run) : requireSignIn(activity, run, services);
      });
    const body = await answerer.answerButton(activity.address, isForEveryone, work);
    return { status: 200, body };
  }

  function answer(activity: Message | Button): Promise<Reply> | Reply {
    return withTurn(activity, (turn) => {
      return activity.kind === "button" ? press(turn, activity) : answerText(turn, services);
    });
  }

  function press(turn: Turn, { verb, data }: Button): Promise<Reply> | Reply {
    const action = findCardAction(verb);
    if (action) {
      nameTurn(action.verb);
      return action.run(turn, data, services, {
        post: (work) => postOnce(turn, work),
      });
    }
    const { buttonUnknown } = messagesFor(turn.viewer.locale).actions;
    return { kind: "error", code: "unknown_verb", text: buttonUnknown };
  }

  /** Once per card, however often its button is pressed. */
  function postOnce(turn: Turn, work: Work): Promise<void> {
    const { pressedId, caller } = turn;
    return once(turn, pressedId && `post:${caller.aadId}:${pressedId}`, async (mayPost) => {
      if (await mayPost) await answerer.post(turn, work);
    });
  }

  /** Installations are announced as either of two activities, or both. */
  async function updateMembership(lifecycle: Lifecycle): Promise<void> {
    const { change, address, scopes } = lifecycle;
    const { retention } = services.people;
    for (const scope of scopes) {
      services.waitUntil(change === "added" ? retention.join(scope) : retention.leave(scope));
    }
    if (change === "removed") return;
    const greet = (mayAnswer: Promise<boolean>) =>
      answerer.answerMessage(address, () => toGreeting(lifecycle, services), mayAnswer);
    await once(address, "greeting", greet, { keptMs: SAME_INSTALLATION_MS });
  }
}

function toLiveEvent(
  { change, tenantId, at, people, ...named }: CallNews,
  now: Date,
  hashId: HashId,
): LiveEvent | undefined {
  if (!tenantId) return undefined;
  const event = { ...named, tenantId, at: at ?? now.toISOString() };
  switch (change) {
    case "started":
    case "ended":
      return { ...event, kind: change };
    case "joined":
    case "left":
      return { ...event, kind: "people", [change]: people.map((id) => ({ id: hashId(id) })) };
  }
}

function withTurn<Result>(
  { address, parsed }: Addressed,
  work: (turn: Turn) => Promise<Result> | Result,
): Promise<Result | ErrorReply> | Result | ErrorReply {
  if (parsed.ok) return work(parsed.turn);
  const text = messagesFor(address.viewer.locale).turnProblems[parsed.problem];
  return { kind: "error", code: parsed.problem, text };
}
