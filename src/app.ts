import type { RequestListener } from "node:http";
import { LANGUAGES, messagesFor } from "../bot/locales/messages";
import { createBot } from "../bot/teams-bot";
import { createBackgroundWork } from "../bot/delivery/background-work";
import { createCheckSetup } from "./check/check-setup";
import { singleFlightChecks } from "./check/single-flight-checks";
import type { AppConfig } from "./config";
import { connectGraph } from "./graph/connect-graph";
import type { Dependencies } from "./deps";
import { createMeetings } from "./meetings/meetings";
import { createPeople } from "./meetings/people/people";
import type { BotServices } from "../bot/bot-services";
import { createTokens } from "./meetings/tokens/tokens";
import { createAdapter } from "./server/create-adapter";
import { createHttpApp } from "./server/create-http-app";

export interface App {
  handler: RequestListener;
  /** Makes /healthz ask for no more work. After `graceMs`, replies that are still due say that the bot restarts. */
  beginShutdown(graceMs: number): void;
  /** Resolves when all background work is done. */
  drain(): Promise<void>;
  /** Deletes what is stored of conversations that the bot left long ago. Returns the number of records. */
  purgeExpired(stopping?: AbortSignal): Promise<number>;
}

/** Puts the areas together. Nothing runs, listens or connects before the first request. */
export function createApp(config: AppConfig, deps: Dependencies): App {
  const { cloud } = config;
  const { now, sleep, log, store } = deps;
  const { waitUntil, drain } = createBackgroundWork(log);
  const lateDeadline = new AbortController();
  let isStopping = false;

  const graph = connectGraph(config, deps);
  const { getAppToken, getGraphToken, signIn, acting, onlineMeetings } = graph;
  const { receive, resume, roster } = createAdapter(config, { ...deps, getAppToken });

  const tokens = createTokens(config.sealingKeys, config.linkOrigin);
  const meetings = createMeetings(config, { ...deps, onlineMeetings, acting });
  const people = createPeople(config, { ...deps, roster, pendingToken: tokens.pending });
  const openStore = () => store;
  const check = createCheckSetup(config, {
    ...deps,
    getAppToken,
    getGraphToken,
    openStore,
    waitUntil,
  });
  const services: BotServices = {
    meetings,
    people,
    team: { roster, owners: graph.teamOwners },
    setup: { check: singleFlightChecks(check, now), admins: config.admins ?? [] },
    settings: { whoMayChange: config.whoMayChange, outlookOrigin: cloud.outlookOrigin },
    ...(signIn && { signIn }),
    tokens,
    waitUntil,
    now,
    log,
  };
  const bot = createBot(services, {
    ...deps,
    continueConversation: resume,
    lateDeadline: lateDeadline.signal,
  });
  return {
    handler: createHttpApp(config, {
      ...deps,
      receive: (authorization, activity) => receive(authorization, activity, bot),
      openLink: (token) => tokens.links.readToken(token),
      findReferred: (reference) => meetings.findByReference(reference),
      hasSignIn: signIn !== undefined,
      languages: LANGUAGES,
      messagesFor,
      isStopping: () => isStopping,
    }),
    beginShutdown(graceMs) {
      isStopping = true;
      void sleep(graceMs).then(() => lateDeadline.abort());
    },
    drain,
    async purgeExpired(stopping) {
      return (await people.retention.sweep(stopping)).recordCount;
    },
  };
}
