import type { Sleep } from "../../src/async/deadline";
import type { BotServices } from "../bot-services";
import type { Answerer } from "../delivery/answerer";
import type { TurnRunner } from "../delivery/run-turn";
import { messagesFor } from "../locales/messages";
import { acceptProof, isSignInNeeded } from "../sign-in/require-sign-in";
import type { Compose, ComposeInvoke, Turn } from "../turn/turn";
import { chooseOffer } from "./choose-offer";
import { toExtensionBody } from "./extension-body";
import {
  NOTHING,
  type ExtensionHandler,
  type ExtensionReply,
  type ExtensionTools,
} from "./extension-handler";
import { openDialog } from "./open-dialog";
import { searchMeetings } from "./search-meetings";
import { submitDialog } from "./submit-dialog";
import { unfurlLink } from "./unfurl-link";

/** Teams gives up after 5 s, which includes the network. */
export const ANSWER_AFTER_MS = 3_600;
/** Leaves time to say what is still in progress. */
export const LATE_AFTER_MS = 3_200;

const HANDLERS: Readonly<Record<ComposeInvoke, ExtensionHandler>> = {
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
  sleep: Sleep;
}

/** Answers each invoke of the message extension in time, always with a body that Teams accepts. */
export function createExtension({ services, runner, answerer, sleep }: ExtensionDeps) {
  return async function answerInvoke(compose: Compose): Promise<object> {
    const { invoke, value, address, parsed } = compose;
    const messages = messagesFor(address.viewer.locale);
    if (!invoke) return toExtensionBody("query", NOTHING, messages);
    const handler = HANDLERS[invoke];
    const answered = new AbortController();
    const late = sleep(LATE_AFTER_MS, answered.signal).then(() => undefined);
    const tools: ExtensionTools = {
      services,
      inTime: (pending) => Promise.race([pending, late]),
      within: (ms, pending) => runner.within(ms, pending),
      follow: (reply) => answerer.follow(address, reply),
      post: (work, conversationId = address.conversationId) =>
        answerer.post({ ...address, conversationId }, work, address.sender),
    };

    const showText = (text: string): ExtensionReply =>
      parsed.ok && handler.showText
        ? handler.showText(parsed.turn, value, text, services)
        : { kind: "text", text };
    const work = () =>
      parsed.ok ? runSignedIn(parsed.turn) : showText(messages.turnProblems[parsed.problem]);
    const toError = ({ text }: { text: string }) => showText(text);
    return runner.run(address.viewer, { work, toError }, async (pending) => {
      const reply = await runner.within(ANSWER_AFTER_MS, pending);
      answered.abort();
      if (!reply) services.waitUntil(pending);
      return toExtensionBody(invoke, reply ?? showText(messages.extension.slow), messages);
    });

    /** Teams sends the invoke again after a sign-in. People aren't asked to sign in twice. */
    async function runSignedIn(turn: Turn): Promise<ExtensionReply> {
      const signedIn = acceptProof(turn, compose.signIn, services);
      await signedIn;
      try {
        return await handler.run(turn, value, tools);
      } catch (error) {
        const { signIn } = services;
        if (signedIn || !signIn || !isSignInNeeded(error)) throw error;
        return { kind: "sign-in", startUrl: signIn.startUrl };
      }
    }
  };
}
