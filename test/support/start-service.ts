import { createSecretKey } from "node:crypto";
import { Writable } from "node:stream";
import type { Activity } from "botbuilder";
import type { AppConfig } from "../../src/app";
import { CLOUDS } from "../../src/clouds";
import { startLocalCloud, type LocalCloud } from "../../src/local/local-cloud";
import { createLocalFetch } from "../../src/local/local-fetch";
import { createLog } from "../../src/log";
import type { MeetingStore } from "../../src/meetings/meeting-store";
import { Secret } from "../../src/secret";
import { serve, type Service } from "../../src/serve";
import { createMemoryStore } from "../../src/storage/memory-store";
import { createTestClock, type TestClock } from "./clock";
import { startConnector, type TestConnector } from "./connector";
import { SIGNING_PAIR } from "./rsa-pairs";

/** What `npm start` serves, in this process, with a clock that the test moves and the embedded Graph. */
export interface TestService {
  service: Service;
  url: string;
  cloud: LocalCloud;
  connector: TestConnector;
  clock: TestClock;
  isStoreClosed: () => boolean;
  post(activity: Partial<Activity>): Promise<Response>;
  /** Ends what the service needs; the service itself is the test's to stop. */
  tearDown(): Promise<void>;
}

export interface TestServiceOptions {
  botIdentity?: AppConfig["botIdentity"];
  host?: string;
  store?: MeetingStore;
}

export async function startService(options: TestServiceOptions = {}): Promise<TestService> {
  const clock = createTestClock();
  const { now, sleep } = clock;
  const connector = await startConnector();
  const delay = { sleep: (ms: number, signal: AbortSignal) => sleep(ms, signal) };
  const graph = await startLocalCloud({ signingPair: SIGNING_PAIR, now, ...delay });
  const cloud = CLOUDS.global;
  const store = options.store ?? createMemoryStore();
  let isClosed = false;
  const service = await serve(
    {
      host: options.host ?? "127.0.0.1",
      port: 0,
      cloud,
      botIdentity: options.botIdentity ?? { kind: "off" },
      linkOrigin: "https://rendezvous.example.com",
      credential: {
        kind: "secret",
        clientId: "99999999-8888-4777-8666-555555555555",
        secret: new Secret("test-secret"),
      },
      graphAuth: "application",
      organizerPolicy: { mode: "first-caller" },
      sealingKeys: [createSecretKey(Buffer.alloc(32, 7))],
      freshnessMs: 15_000,
      retentionMs: 30 * 86_400_000,
      whoMayChange: "owners",
    },
    {
      fetch: createLocalFetch(fetch, [cloud.graphOrigin, cloud.loginOrigin], graph.url),
      now,
      sleep,
      retryDelayMs: 1,
      log: createLog("debug", new Writable({ write: (_chunk, _encoding, done) => done() })),
      store: {
        ...store,
        async close() {
          await store.close();
          await new Promise(setImmediate); // as a disk does, it takes a moment
          isClosed = true;
        },
      },
    },
  );
  return {
    service,
    url: service.url,
    cloud: graph,
    connector,
    clock,
    isStoreClosed: () => isClosed,
    post: (activity) =>
      fetch(`${service.url}/api/messages`, {
        method: "POST",
        body: JSON.stringify({ serviceUrl: connector.url, ...activity }),
      }),
    async tearDown() {
      await connector.stop();
      await graph.close();
    },
  };
}
