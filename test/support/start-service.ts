import { Writable } from "node:stream";
import type { Activity } from "botbuilder";
import type { AppConfig } from "../../src/config/config";
import { CLOUDS } from "../../src/clouds";
import { startLocalCloud, type LocalCloud } from "../../src/local/local-cloud";
import { httpFetch } from "../../src/http-fetch";
import { createLocalFetch } from "../../src/local/local-fetch";
import { createLog } from "../../src/log";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import { serve, type Service } from "../../src/cli/serve";
import { createMemoryStore } from "../../src/storage/memory-store";
import { createTestClock, type TestClock } from "./clock";
import { startConnector, type TestConnector } from "./connector";
import { SIGNING_PAIR } from "./rsa-pairs";
import { testConfig } from "./test-config";

/** `npm start` in this process, with a test clock and the embedded Graph. */
export interface TestService {
  service: Service;
  url: string;
  cloud: LocalCloud;
  connector: TestConnector;
  clock: TestClock;
  isStoreClosed: () => boolean;
  post(activity: Partial<Activity>): Promise<Response>;
  /** Stops the dependencies. The test stops the service itself. */
  tearDown(): Promise<void>;
}

export interface TestServiceOptions {
  botIdentity?: AppConfig["botIdentity"];
  host?: string;
  store?: MeetingStore;
  programFolder?: string;
}

export async function startService(options: TestServiceOptions = {}): Promise<TestService> {
  const clock = createTestClock();
  const { now, sleep } = clock;
  const connector = await startConnector();
  const graph = await startLocalCloud({ signingPair: SIGNING_PAIR, now, sleep });
  const store = options.store ?? createMemoryStore();
  const { graphOrigin, loginOrigin } = CLOUDS.global;
  let isClosed = false;
  const service = await serve(
    {
      host: options.host ?? "127.0.0.1",
      port: 0,
      ...testConfig(options.botIdentity && { botIdentity: options.botIdentity }),
      programFolder: options.programFolder,
    },
    {
      fetch: createLocalFetch(httpFetch, [graphOrigin, loginOrigin], graph.url),
      now,
      sleep,
      sleepBeforeRetry: async () => {},
      log: createLog("debug", new Writable({ write: (_chunk, _encoding, done) => done() })),
      store: {
        ...store,
        async close() {
          await store.close();
          await new Promise(setImmediate); // takes a moment, like a disk
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
