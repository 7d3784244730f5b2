import type { TurnContext } from "botbuilder";
import type { Answerer } from "../delivery/answerer";
import type { BotServices } from "../bot-services";
import { messagesFor } from "../locales/messages";
import { readViewer } from "../turn/viewer";
import type { TurnRunner } from "../delivery/run-turn";
import { isSignInNeeded } from "../sign-in/require-sign-in";
import { takeAuthentication } from "../sign-in/take-authentication";
import { readTurn, type Turn } from "../turn/turn";
import { chooseOffer } from "./choose-offer";
import type { ExtensionHandler, ExtensionTools } from "./extension-handler";
import {
  EXTENSION_INVOKES,
  NOTHING,
  toExtensionBody,
  type ExtensionInvoke,
  type ExtensionReply,
} from "./extension-reply";
import { openDialog } from "./open-dialog";
import { submitDialog } from "./submit-dialog";
import { unfurlLink } from "./unfurl-link";
import { searchMeetings } from "./search-meetings";

/** Teams gives up after 5 s, and this leaves time for the way. */
export const ANSWER_AFTER_MS = 3_600;
/** What is still under way then is told of. */
export const LATE_AFTER_MS = 3_200;

const HANDLERS: Readonly<Record<ExtensionInvoke, ExtensionHandler>> = {
  fetchTask: openDialog,
  submitAction: submitDialog,
  queryLink: unfurlLink,
  query: searchMeetings,
  selectItem: chooseOffer,
};

export interface ExtensionDeps {
  services: BotServices;
  runner: TurnRunner;
  answerer: Answerer;
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** Answers each invoke of the message extension in time, with a body that Teams accepts, whatever happens. */
export type Extension = (context: TurnContext) => Promise<object>;

export function createExtension({ services, runner, answerer, sleep }: ExtensionDeps): Extension {
  return async function answerInvoke({ activity }) {
    const invoke = EXTENSION_INVOKES.find((one) => activity.name === `composeExtension/${one}`);
    if (!invoke) {
      services.log.debug({ name: activity.name }, "an invoke that is not ours");
      return toExtensionBody("query", NOTHING);
    }
    const handler = HANDLERS[invoke];
    const { value } = activity;
    const messages = messagesFor(readViewer(activity).locale);
    const read = readTurn(activity);
    const answered = new AbortController();
    const late = sleep(LATE_AFTER_MS, answered.signal).then(() => undefined);
    const tools: ExtensionTools = {
      services,
      inTime: (pending) => Promise.race([pending, late]),
      within: (ms, pending) => runner.within(ms, pending),
      follow: (reply) => answerer.follow(activity, reply),
      post: (posted) => answerer.post(activity, posted, activity.from),
    };

    const tell = (text: string): ExtensionReply =>
      read.ok && handler.tell
        ? handler.tell(read.turn, value, text, services)
        : { kind: "words", text };
    const work = () =>
      read.ok ? answerSignedIn(read.turn) : tell(messages.turnProblems[read.problem]);
    return runner.run(activity, { work, toRefusal: ({ text }) => tell(text) }, async (pending) => {
      const reply = await runner.within(ANSWER_AFTER_MS, pending);
      answered.abort();
      if (!reply) services.waitUntil(pending);
      return toExtensionBody(invoke, reply ?? tell(messages.extension.slow));
    });

    /** Teams sends the invoke again, with what our page handed over; nobody is asked for it twice. */
    async function answerSignedIn(turn: Turn): Promise<ExtensionReply> {
      const isTaken = await takeAuthentication(turn, value, services);
      try {
        return await handler.answer(turn, value, tools);
      } catch (error) {
        const { signIn } = services;
        if (isTaken || !signIn || !isSignInNeeded(error)) throw error;
        return { kind: "sign-in", title: messages.signIn.button, startUrl: signIn.startUrl };
      }
    }
  };
}
