import type { RequestListener } from "node:http";
import { createAnswerer } from "../bot/answer-in-time";
import { TeamsBot } from "../bot/teams-bot";
import { createApplicationTokens } from "./auth/application-tokens";
import type { Config } from "./config";
import { createGraphClient } from "./graph/graph-client";
import { createOnlineMeetings } from "./graph/online-meetings";
import type { Log } from "./log";
import { createMeet } from "./meetings/meet";
import type { RecordStore } from "./meetings/record-store";
import { createRefreshMeeting } from "./meetings/refresh-meeting";
import { createReferenceSealer } from "./meetings/sealed-reference";
import { createHttpHandler } from "./server/http-handler";
import { createMessagesEndpoint } from "./server/messages-endpoint";
import { TurnAdapter } from "./server/turn-adapter";

/** The world outside: all that an app may touch. */
export interface Edges {
  fetch: typeof fetch;
  now: () => Date;
  /** Resolves early, and never rejects, when the signal aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  log: Log;
  store: RecordStore;
}

export interface App {
  handler: RequestListener;
  /** Says at /healthz that no more work should come. */
  announceStop(): void;
  /** Resolves when the answers that outlived their turns are out. */
  settle(): Promise<void>;
}

export type AppConfig = Pick<
  Config,
  "cloud" | "botIdentity" | "graphCredentials" | "organizerPolicy" | "sealingKeys" | "freshnessMs"
>;

/** The whole object graph; nothing runs, listens or connects before the first request. */
export function createApp(config: AppConfig, edges: Edges): App {
  const { cloud } = config;
  const { fetch, now, sleep, log, store } = edges;
  const lateAnswers = new Set<Promise<void>>();
  let isStopping = false;

  const getToken = createApplicationTokens({ ...config.graphCredentials, ...cloud }, { fetch });
  const runOperation = createGraphClient({ origin: cloud.graphOrigin, fetch, getToken, now, log });
  const onlineMeetings = createOnlineMeetings(runOperation, { hasBeta: cloud.hasGraphBeta });

  const { organizerPolicy, freshnessMs } = config;
  const adapter = new TurnAdapter(config.botIdentity);
  const answerer = createAnswerer({
    sleep,
    log,
    continueConversation: (reference, logic) => adapter.resume(reference, logic),
    inBackground(work) {
      lateAnswers.add(work);
      void work.finally(() => lateAnswers.delete(work));
    },
  });
  const bot = new TeamsBot(
    {
      meet: createMeet({ store, onlineMeetings, organizerPolicy, now, sleep, log }),
      refreshMeeting: createRefreshMeeting({ store, onlineMeetings, now, freshnessMs }),
      sealer: createReferenceSealer(config.sealingKeys),
      outlookOrigin: cloud.outlookOrigin,
      now,
      log,
    },
    answerer,
  );
  const messages = createMessagesEndpoint({
    receive: (authorization, activity) =>
      adapter.receive(authorization, activity, (context) => bot.run(context)),
    log,
  });

  return {
    handler: createHttpHandler({ messages, isStopping: () => isStopping }),
    announceStop() {
      isStopping = true;
    },
    async settle() {
      await Promise.all(lateAnswers);
    },
  };
}
