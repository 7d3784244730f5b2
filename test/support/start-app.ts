import { join } from "node:path";
import { Writable } from "node:stream";
import type { Activity } from "botbuilder";
import { createApp } from "../../src/app";
import type { AppConfig } from "../../src/config/config";
import { httpFetch, type Fetch } from "../../src/http-fetch";
import { createLocalFetch } from "../../src/local/local-fetch";
import {
  startLocalCloud,
  type GraphRequest,
  type LocalCloud,
  type LocalSettings,
} from "../../src/local/local-cloud";
import { createLog } from "../../src/log";
import { LOG_LEVELS } from "../../src/log";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { listen } from "../../src/listen";
import type { Metrics } from "../../src/metrics/metrics";
import { createMemoryTable } from "../../src/storage/memory-store";
import { createTableStore } from "../../src/storage/table-store";
import { createTestClock, type TestClock } from "./clock";
import { startConnector, type SentActivity, type TestConnector } from "./connector";
import { SIGNING_PAIR } from "./rsa-pairs";
import { testConfig } from "./test-config";

export interface TestAppOptions {
  config?: Partial<AppConfig>;
  settings?: Partial<LocalSettings>;
  /** A running cloud with its own clock and settings, which the app doesn't stop. */
  cloud?: LocalCloud;
  store?: MeetingStore;
  metrics?: Metrics;
  /** Whether the store reads and writes files. */
  isStoreOnDisk?: boolean;
  /** A clock to share with other apps. */
  clock?: TestClock;
  /** Whether the bot writes by itself only as fast as Teams accepts. Then tests that update many cards have to advance the clock. */
  hasConversationLimits?: boolean;
  /** Whether delays of the embedded Graph last until the test advances the clock. */
  isGraphOnClock?: boolean;
  /** Whether retries wait until the test advances the clock. By default they don't wait. */
  isRetryOnClock?: boolean;
}

export interface Answer {
  status: number;
  body: unknown;
}

/** The whole app over HTTP on loopback: the real Graph client and MSAL, the embedded Graph, Teams' Connector. */
export interface TestApp {
  url: string;
  connector: TestConnector;
  cloud: LocalCloud;
  clock: TestClock;
  store: MeetingStore;
  /** Requests to Graph and Entra, with Microsoft's URLs. */
  fetched: { url: URL; body: string }[];
  /** The parsed log lines, without `time`, which comes from the real clock. */
  log: Record<string, unknown>[];
  /** Posts an activity, with this app's Connector as its service URL. */
  post(activity: Partial<Activity>): Promise<Answer>;
  /** Posts an activity and waits for all its effects: the response, sent activities and Graph calls. */
  turn(activity: Partial<Activity>): Promise<{
    answer: Answer;
    /** How long the response took, by the clock. */
    answeredAfterMs: number;
    sent: SentActivity[];
    graphRequests: GraphRequest[];
  }>;
  /** Runs the daily purge and returns the number of deleted records. */
  purgeExpired(): Promise<number>;
  /** Does the work that is due by the clock, and waits for all its effects. */
  runDue(): Promise<void>;
  /** Waits for all background work. */
  drain(): Promise<void>;
  beginShutdown(graceMs: number): void;
  /** Stops everything, and fails if a planned fault is unused. */
  stop(): Promise<void>;
}

export async function startApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { clock = createTestClock() } = options;
  const { now, sleep } = clock;
  const connector = await startConnector();
  const cloud =
    options.cloud ??
    (await startLocalCloud({
      signingPair: SIGNING_PAIR,
      now,
      ...(options.isGraphOnClock && { sleep: clock.sleepDuringIo }),
      settings: options.settings,
    }));
  const log: Record<string, unknown>[] = [];
  const destination = new Writable({
    write(chunk: Buffer, _encoding, done) {
      const { time: _, ...line } = JSON.parse(chunk.toString()) as Record<string, unknown>;
      log.push(line);
      done();
    },
  });
  const { metrics } = options;
  const store = options.store ?? createTableStore(createMemoryTable(), metrics);
  const config = testConfig(options.config);
  const { graphOrigin, loginOrigin } = config.cloud;
  const fetched: TestApp["fetched"] = [];
  const atMicrosoft = createLocalFetch(httpFetch, [graphOrigin, loginOrigin], cloud.url);
  const app = createApp(config, {
    fetch(input, init) {
      const url = new URL(input);
      if (url.href.startsWith(connector.url)) return fetchFromConnector(url, init);
      fetched.push({ url, body: typeof init?.body === "string" ? init.body : "" });
      // The public origin leads to this app, as in a deployment.
      const call = () =>
        createLocalFetch(atMicrosoft, [config.linkOrigin], server.url)(input, init);
      return url.origin === config.linkOrigin ? call() : clock.duringIo(call);
    },
    now,
    sleep,
    log: createLog(LOG_LEVELS[0], destination),
    store: options.isStoreOnDisk ? onClock(store, clock) : store,
    ...(metrics && { metrics }),
    sleepBeforeRetry: options.isRetryOnClock ? sleep : async () => {},
    ...(!options.hasConversationLimits && { conversationLimits: [] }),
    scriptFolder: join(__dirname, "../../dist/src/page"),
  });
  /** A request that never gets a response would stop the clock forever. */
  const fetchFromConnector: Fetch = async (url, init) => {
    if (connector.isSilent(init?.method ?? "")) return httpFetch(url, init);
    const response = await clock.duringIo(() => httpFetch(url, init));
    return { ...response, text: () => clock.duringIo(() => response.text()) };
  };

  const server = await listen(app.handler, { host: "127.0.0.1", port: 0 });
  // Graph's notifications go to the public origin too.
  cloud.settings.notificationOrigin ??= server.url;

  async function post(activity: Partial<Activity>): Promise<Answer> {
    const response = await fetch(`${server.url}/api/messages`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ serviceUrl: connector.url, ...activity }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
  }

  return {
    url: server.url,
    connector,
    cloud,
    clock,
    store,
    fetched,
    log,
    post,
    async turn(activity) {
      const sentBefore = connector.sent.length;
      const requestsBefore = cloud.requests().length;
      const startedAt = now().getTime();
      const answer = await post(activity);
      const answeredAfterMs = now().getTime() - startedAt;
      await app.drain();
      return {
        answer,
        answeredAfterMs,
        sent: connector.sent.slice(sentBefore),
        graphRequests: cloud.requests().slice(requestsBefore),
      };
    },
    purgeExpired: () => app.purgeExpired(),
    async runDue() {
      await app.runDue();
      await app.drain();
    },
    drain: () => app.drain(),
    beginShutdown: (graceMs) => app.beginShutdown(graceMs),
    async stop() {
      await app.drain();
      await server.stop(0);
      await connector.stop();
      const unused = cloud.clearFaults();
      if (!options.cloud) await cloud.close();
      expect(unused).toEqual([]);
    },
  };
}

/** Stops the clock during the store's calls. */
function onClock(store: MeetingStore, clock: TestClock): MeetingStore {
  return {
    ...withClock(store, clock),
    records: withClock(store.records, clock),
    recentMeetings: withClock(store.recentMeetings, clock),
    pendingCommands: withClock(store.pendingCommands, clock),
    answeredMessages: withClock(store.answeredMessages, clock),
    joinLinks: withClock(store.joinLinks, clock),
    due: withClock(store.due, clock),
  };
}

function withClock<Store extends object>(store: Store, clock: TestClock): Store {
  return new Proxy(store, {
    get(target, name) {
      const method = Reflect.get(target, name) as (...args: unknown[]) => unknown;
      return (...args: unknown[]) => {
        const result = method.apply(target, args);
        if (result instanceof Promise) return clock.duringIo(() => result);
        return result;
      };
    },
  });
}
