import type { KeyPairKeyObjectResult } from "node:crypto";
import express, { type ErrorRequestHandler, type Express } from "express";
import { sleep as realSleep, type Sleep } from "../async/deadline";
import { listen } from "../listen";
import type { CloudState } from "./cloud-state";
import { createControlSurface } from "./control-surface";
import { createEntraRouter } from "./entra/entra-router";
import { createSigningKeys } from "./entra/signing-keys";
import { createSignIns } from "./entra/sign-ins";
import { createUserToken, type UserTokenRequest } from "./entra/tokens";
import { createFaultPlan, faultSchema, type Fault, type PlannedFault } from "./faults";
import { renderFrontPage } from "./front-page";
import { callChangeSchema, createCallLog, type CallChange } from "./graph/calls/call-log";
import { createBotEvents } from "./teams/bot-events";
import { createNotifications } from "./graph/calls/notifications";
import { createSubscriptionStore } from "./graph/calls/subscription-store";
import { createGraphRouter } from "./graph/graph-router";
import { createMeetingStore } from "./graph/meeting-store";
import { listLocalMeetings, type LocalMeeting } from "./graph/online-meeting";
import { createIdentityEndpoint, IDENTITY_HEADER, IDENTITY_PATH } from "./identity-endpoint";
import { createDefaultSettings, type LocalSettings } from "./local-settings";
import { createRequestLog, type GraphRequest } from "./request-log";

export type { Fault, GraphRequest, LocalMeeting, LocalSettings, PlannedFault, UserTokenRequest };

export interface LocalCloudOptions {
  /** 0, the default, takes any free port. */
  port?: number;
  /** The clock of meetings, tokens and logs. */
  now?: () => Date;
  /** Used for the delays of faults and the gap of `racingCreates`. */
  sleep?: Sleep;
  settings?: Partial<LocalSettings>;
  /** Signs tokens (RSA, 2,048 bits). By default a new pair is generated. */
  signingPair?: KeyPairKeyObjectResult;
}

export type LocalCloud = Awaited<ReturnType<typeof startLocalCloud>>;

/**
 * Starts the embedded Graph and Entra on 127.0.0.1.
 *
 * @throws Node's error with the code EADDRINUSE when the port is taken
 */
export async function startLocalCloud(options: LocalCloudOptions = {}) {
  const { port = 0, now = () => new Date(), sleep = realSleep } = options;
  const settings = { ...createDefaultSettings(), ...options.settings };
  const keys = await createSigningKeys(now, options.signingPair);
  const meetings = createMeetingStore(settings, now);
  const log = createRequestLog(now);
  const faults = createFaultPlan();
  const closing = new AbortController();
  const pause: CloudState["pause"] = (ms, signal) =>
    sleep(ms, signal ? AbortSignal.any([signal, closing.signal]) : closing.signal);
  const address = { host: "127.0.0.1", port };
  const server = await listen((request, response) => void app(request, response), address);
  const origin = server.url;
  const signIns = createSignIns(now);
  const subscriptions = createSubscriptionStore(settings, now);
  const notifications = createNotifications({ keys, settings, now, pause });
  const calls = createCallLog({ settings, now, subscriptions, notifications });
  const botEvents = createBotEvents({ origin, settings, meetings, now });
  const state: CloudState = {
    origin,
    keys,
    meetings,
    subscriptions,
    notifications,
    calls,
    botEvents,
    signIns,
    log,
    faults,
    settings,
    now,
    pause,
  };
  const app = createApp(state);
  return {
    /** `http://127.0.0.1:PORT`, the origin of Graph, Entra and the control surface. */
    url: origin,
    /** The variables that App Service sets for managed identities. */
    identityVariables: { IDENTITY_ENDPOINT: origin + IDENTITY_PATH, IDENTITY_HEADER },
    /** Changes apply from the next call on. */
    settings,
    requests: () => log.list(),
    clearRequests: () => log.clear(),
    meetings: () => listLocalMeetings(state),
    subscriptions: () => subscriptions.list(),
    removeSubscription: (id: string) => subscriptions.remove(id),
    /** Starts, changes or ends a call, and resolves when subscribers and the bot have answered. Throws ZodError. */
    async changeCall(change: CallChange): Promise<void> {
      await botEvents.send(change, await calls.change(callChangeSchema.parse(change)));
    },
    /** What was sent to subscribers. */
    deliveries: () => notifications.list(),
    /** @throws ZodError */
    addFault: (fault: Fault) => faults.add(faultSchema.parse(fault)),
    clearFaults: () => faults.clear(),
    /** The token that Teams hands to a bot, or a delegated one when Graph is the audience. */
    issueUserToken: (request: UserTokenRequest) => createUserToken(request, keys, settings),
    /** Cuts all connections, delayed calls included, and resolves when the port is free. */
    close() {
      const stopped = server.stop(0);
      closing.abort();
      return stopped;
    },
  };
}

/** Serves Graph, Entra, managed identities and the control surface on one origin. */
function createApp(state: CloudState): Express {
  const app = express();
  app.disable("x-powered-by");
  // Graph sends no ETag, and one would turn repeated responses into 304.
  app.disable("etag");
  app.get("/", (_req, res) => {
    res.type("html").send(renderFrontPage(listLocalMeetings(state), state.log.list()));
  });
  app.use("/_local", createControlSurface(state));
  app.use(["/v1.0", "/beta"], createGraphRouter(state));
  app.use(IDENTITY_PATH, createIdentityEndpoint(state));
  app.use(createEntraRouter(state));
  app.use((req, res) => {
    const error = `There is no ${req.method} ${req.path} here; GET / lists what is.`;
    res.status(404).json({ error });
  });
  app.use(answerUnexpected);
  return app;
}

const answerUnexpected: ErrorRequestHandler = (error: unknown, _req, res, next) => {
  if (res.headersSent) return next(error);
  const message = error instanceof Error ? error.message : String(error);
  res.status(500).json({ error: { code: "InternalServerError", message } });
};
