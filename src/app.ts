import type { RequestListener } from "node:http";
import { createAnswerer } from "../bot/answer-in-time";
import { TeamsBot } from "../bot/teams-bot";
import { createApplicationTokens } from "./auth/application-tokens";
import type { Config } from "./config";
import { createGraphClient } from "./graph/graph-client";
import { createOnlineMeetings } from "./graph/online-meetings";
import type { Edges } from "./edges";
import { createMeet } from "./meetings/meet";
import { createRefreshMeeting } from "./meetings/refresh-meeting";
import { createReferenceSealer } from "./meetings/sealed-reference";
import { createHttpHandler } from "./server/http-handler";
import { createMessagesEndpoint } from "./server/messages-endpoint";
import { TurnAdapter } from "./server/turn-adapter";

export interface App {
  handler: RequestListener;
  /** Says at /healthz that no more work should come; answers have `graceMs` yet, then they are told off. */
  announceStop(graceMs: number): void;
  /** Resolves when the answers that outlived their turns are out. */
  settle(): Promise<void>;
}

export type AppConfig = Omit<Config, "host" | "port" | "logLevel" | "store">;

/** The whole object graph; nothing runs, listens or connects before the first request. */
export function createApp(config: AppConfig, edges: Edges): App {
  const { cloud } = config;
  const { fetch, now, sleep, log, store } = edges;
  const lateAnswers = new Set<Promise<void>>();
  const lateDeadline = new AbortController();
  let isStopping = false;

  const getToken = createApplicationTokens({ ...config.graphCredentials, ...cloud }, { fetch });
  const runOperation = createGraphClient({ origin: cloud.graphOrigin, fetch, getToken, now, log });
  const onlineMeetings = createOnlineMeetings(runOperation, { hasBeta: cloud.hasGraphBeta });

  const { organizerPolicy, freshnessMs } = config;
  const adapter = new TurnAdapter(config.botIdentity);
  const answerer = createAnswerer({
    sleep,
    log,
    lateDeadline: lateDeadline.signal,
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
      ...(config.homeTenantId && { homeTenantId: config.homeTenantId }),
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
    handler: createHttpHandler({ messages, isStopping: () => isStopping, log }),
    announceStop(graceMs) {
      isStopping = true;
      void sleep(graceMs).then(() => lateDeadline.abort());
    },
    async settle() {
      await Promise.all(lateAnswers);
    },
  };
}
