import type { RequestListener } from "node:http";
import { createAnswerer } from "../bot/delivery/answer-in-time";
import { createTurnRunner } from "../bot/delivery/run-turn";
import { createExtension } from "../bot/message-extension/extension";
import { LANGUAGES, messagesFor } from "../bot/locales/messages";
import { TeamsBot } from "../bot/teams-bot";
import { toAppError } from "./errors";
import { toAppIdUri } from "./auth/user-tokens";
import { createCheckSetup } from "./check/check-setup";
import { singleFlightChecks } from "./check/single-flight-checks";
import type { Config } from "./config";
import { connectGraph } from "./graph/connect-graph";
import type { Dependencies } from "./deps";
import { createMeetings } from "./meetings/meetings";
import { createPeople } from "./meetings/people/people";
import { createKeyedQueue } from "./meetings/record/keyed-queue";
import { createMeetingLinks } from "./meetings/tokens/meeting-link";
import { createOfferSealer } from "./meetings/tokens/sealed-offer";
import { createPreviewSealer } from "./meetings/tokens/sealed-preview";
import { createAfterShown } from "../bot/delivery/after-shown";
import type { BotServices } from "../bot/bot-services";
import { createPrivateDelivery } from "../bot/delivery/private-delivery";
import { createSignInDelivery } from "../bot/sign-in/sign-in-delivery";
import { createSignInInvokes } from "../bot/sign-in/sign-in-invokes";
import { createCardReplacer } from "../bot/delivery/replace-card";
import { createWaitingSealer } from "./meetings/tokens/sealed-waiting";
import { createReferenceSealer } from "./meetings/tokens/sealed-reference";
import { AUTH_START_PATH } from "./page/sign-in-state";
import { createAdapter } from "./server/create-adapter";
import { createHttpApp } from "./server/create-http-app";

export interface App {
  handler: RequestListener;
  /** Says at /healthz that no more work should come; answers have `graceMs` yet, then they are told off. */
  beginShutdown(graceMs: number): void;
  /** Resolves when all work that outlived its turn is done. */
  drain(): Promise<void>;
  /** Forgets the conversations that the bot left long enough ago; how many records. Ends early on the signal. */
  purgeExpired(stopping?: AbortSignal): Promise<number>;
}

export interface AppConfig
  extends
    Omit<Config, "host" | "port" | "logLevel" | "store" | "admins">,
    Partial<Pick<Config, "store" | "admins">> {
  /** Where package.json lies, and what was packed; absent where there is none. */
  programFolder?: string;
}

/** The whole object graph; nothing runs, listens or connects before the first request. */
export function createApp(config: AppConfig, deps: Dependencies): App {
  const { cloud } = config;
  const { now, sleep, log, store } = deps;
  const background = new Set<Promise<void>>();
  const lateDeadline = new AbortController();
  let isStopping = false;

  const { getAppToken, getGraphToken, userTokens, onlineMeetings, teamOwners } = connectGraph(
    config,
    deps,
  );
  const { receive, resume, roster } = createAdapter(config, { ...deps, getAppToken });

  const links = createMeetingLinks(config.sealingKeys, config.linkOrigin);
  function inBackground(work: Promise<unknown>): void {
    const done = work
      .then(() => undefined)
      .catch((error: unknown) => {
        log.error({ code: toAppError(error).code }, "work in the background failed", error);
      })
      .finally(() => background.delete(done));
    background.add(done);
  }
  const meetings = createMeetings(config, {
    ...deps,
    onlineMeetings,
    acting: userTokens ? { mode: "delegated", signIn: userTokens } : { mode: "application" },
  });
  const people = createPeople(config, {
    ...deps,
    roster,
    sealer: createWaitingSealer(config.sealingKeys),
  });
  const services: BotServices = {
    ...meetings,
    recentMeetings: people.recentMeetings,
    pendingCommands: people.pendingCommands,
    presence: people.presence,
    forgetting: people.retention,
    waitUntil: inBackground,
    roster,
    teamOwners,
    whoMayChange: config.whoMayChange,
    checkSetup: singleFlightChecks(
      createCheckSetup(config, {
        ...deps,
        getAppToken,
        getGraphToken,
        openStore: () => store,
        waitUntil: inBackground,
      }),
      now,
    ),
    admins: config.admins ?? [],
    sealer: createReferenceSealer(config.sealingKeys),
    offerSealer: createOfferSealer(config.sealingKeys),
    previewSealer: createPreviewSealer(config.sealingKeys),
    links,
    ...(userTokens && {
      userSignIn: userTokens,
      signIn: {
        appIdUri: toAppIdUri(config.credential.clientId),
        startUrl: config.linkOrigin + AUTH_START_PATH,
      },
    }),
    outlookOrigin: cloud.outlookOrigin,
    now,
    log,
  };
  const runner = createTurnRunner({ sleep, log });
  const privateDelivery = createPrivateDelivery({
    continueConversation: resume,
    now,
    log,
  });
  const answerer = createAnswerer({
    runner,
    sleep,
    log,
    lateDeadline: lateDeadline.signal,
    continueConversation: resume,
    privateDelivery,
    signInDelivery: createSignInDelivery(privateDelivery, people.pendingCommands),
    afterShown: createAfterShown({
      services,
      postedCards: meetings.postedCards,
      maintainMeeting: meetings.maintainMeeting,
      runInOrder: createKeyedQueue(),
      replaceCard: createCardReplacer(resume),
      log,
    }),
    waitUntil: inBackground,
  });
  const extension = createExtension({ services, runner, answerer, sleep });
  const signInInvokes = createSignInInvokes({ services, runner, answerer });
  const bot = new TeamsBot(services, answerer, extension, signInInvokes);
  return {
    handler: createHttpApp(config, {
      ...deps,
      receive: (authorization, activity) =>
        receive(authorization, activity, (context) => bot.run(context)),
      openLink: (sealed) => links.openLink(sealed),
      findReferred: (reference) => services.findByReference(reference),
      hasSignIn: userTokens !== undefined,
      languages: LANGUAGES,
      messagesFor,
      isStopping: () => isStopping,
    }),
    beginShutdown(graceMs) {
      isStopping = true;
      void sleep(graceMs).then(() => lateDeadline.abort());
    },
    async drain() {
      // What follows a late answer is begun by it.
      while (background.size > 0) await Promise.all(background);
    },
    purgeExpired: (stopping) => people.retention.sweep(stopping),
  };
}
