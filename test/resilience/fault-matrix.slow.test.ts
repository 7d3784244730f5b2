import type { Activity } from "botbuilder";
import * as z from "zod";
import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { POLICIES } from "../../src/resilience/policies";
import { openAzureTable } from "../../src/storage/azure-table-store";
import { createTableStore } from "../../src/storage/table-store";
import { message } from "../support/activities";
import { toAzuriteSpec } from "../support/azurite";
import { buttonsOf, cardOf, textOf } from "../support/cards";
import { createTestClock, type TestClock } from "../support/clock";
import { dialogOf, openMeet, submitDialog } from "../support/extension";
import { holdClockDuringHttp } from "../support/http-io";
import { press } from "../support/press";
import { startApp, type Answer, type TestApp } from "../support/start-app";
import { startTableProxy } from "../support/table-proxy";
import { useAzurite } from "../support/use-azurite";

const azurite = useAzurite();

interface Trouble {
  status?: number;
  retryAfter?: string;
  body?: string;
  how?: "half" | "reset" | "hang";
}

const POLICY = JSON.stringify({
  error: { code: "Forbidden", message: "No application access policy found for this app" },
});
const HTML = "<html><body>Sign in to contoso-proxy</body></html>";

const TROUBLES: [title: string, trouble: Trouble][] = [
  ["400", { status: 400 }],
  ["401", { status: 401 }],
  ["403 about a policy", { status: 403, body: POLICY }],
  ["403", { status: 403 }],
  ["404", { status: 404 }],
  ["409", { status: 409 }],
  ["412", { status: 412 }],
  ["429", { status: 429 }],
  ["429 with Retry-After", { status: 429, retryAfter: "86400" }],
  ["500", { status: 500 }],
  ["502", { status: 502, body: HTML }],
  ["503", { status: 503 }],
  ["504", { status: 504 }],
  ["nothing", { status: 200, body: "" }],
  ["HTML", { status: 200, body: HTML }],
  ["half a body", { status: 200, body: POLICY, how: "half" }],
  ["a reset connection", { how: "reset" }],
  ["silence", { how: "hang" }],
];

/** A running app, and one service that it calls. */
interface Setup {
  app: TestApp;
  fail(trouble: Trouble): void;
  repair(): void;
  stop(): Promise<void>;
}

const FOREVER_MS = 3_600_000;
const OFTEN = 1_000;

async function startWithCloud(clock: TestClock, match: string): Promise<Setup> {
  const app = await startApp({ clock, isGraphOnClock: true, isRetryOnClock: true });
  return {
    app,
    fail: ({ status, retryAfter, body, how }) =>
      app.cloud.addFault({
        match,
        times: OFTEN,
        ...(status !== undefined && { status }),
        ...(retryAfter !== undefined && { headers: { "Retry-After": retryAfter } }),
        ...(body !== undefined && { body }),
        ...(how === "hang" && { delayMs: FOREVER_MS }),
        drop: how === "half" || how === "reset",
      }),
    repair: () => void app.cloud.clearFaults(),
    stop: () => app.stop(),
  };
}

async function startWithConnector(clock: TestClock): Promise<Setup> {
  const app = await startApp({ clock, isGraphOnClock: true, isRetryOnClock: true });
  const methods = ["GET", "POST", "PUT"] as const;
  return {
    app,
    fail({ status = 500, how, ...rest }) {
      const whole = how === "reset" ? "hang-up" : { status, ...rest, isCut: how === "half" };
      for (const method of methods) {
        app.connector.fail(method, how === "hang" ? "silence" : whole);
      }
    },
    repair() {
      for (const method of methods) app.connector.fail(method, 500, 0);
    },
    stop: () => app.stop(),
  };
}

async function startWithTable(clock: TestClock): Promise<Setup> {
  const proxy = await startTableProxy(azurite.url());
  const spec = toAzuriteSpec(proxy.url);
  const store = createTableStore(
    openAzureTable(spec, { tableName: azurite.nextTable(), ...clock }),
  );
  await store.records.list({ tenantId: "any", threadId: "any" }); // creates the table
  const app = await startApp({ clock, store, isGraphOnClock: true, isRetryOnClock: true });
  return {
    app,
    fail({ status = 500, retryAfter, body, how }) {
      if (how === "hang") return proxy.injectFault({ kind: "hang" });
      if (how === "reset") return proxy.injectFault({ kind: "refuse" });
      if (how === "half") return proxy.injectFault({ kind: "cut" });
      const headers: Record<string, string> = retryAfter ? { "retry-after": retryAfter } : {};
      proxy.injectFault({ kind: "answer", status, ...(body && { body }), headers });
    },
    repair: () => proxy.clearFault(),
    async stop() {
      await app.stop();
      await store.close();
      await proxy.stop();
    },
  };
}

const SERVICES: [name: string, start: (clock: TestClock) => Promise<Setup>][] = [
  ["Graph", (clock) => startWithCloud(clock, "onlineMeetings")],
  ["Entra", (clock) => startWithCloud(clock, "oauth2/v2.0/token")],
  ["the Connector", startWithConnector],
  ["the store", startWithTable],
];

/** The body that Teams accepts: https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/task-modules/task-modules-bots */
const composedSchema = z.union([
  z.strictObject({ task: z.looseObject({}) }),
  z.strictObject({ composeExtension: z.looseObject({}) }),
]);
const pressedSchema = z.object({ statusCode: z.int(), type: z.string(), value: z.looseObject({}) });

/** How someone asks for the meeting, and how long Teams waits for the response. */
interface Entry {
  withinMs: number;
  /** Called while everything works. */
  prepare(app: TestApp): Promise<Partial<Activity>>;
  /** Everything that the person sees. */
  read(answer: Answer, app: TestApp): unknown[];
}

const ENTRIES: [name: string, entry: Entry][] = [
  [
    "a command",
    {
      withinMs: 15_000,
      prepare: async () => message("meet Sprint review"),
      read: (_, { connector }) =>
        connector.sent
          .filter(({ activity }) => activity.type === "message")
          .map((sent) => textOf(cardOf(sent))),
    },
  ],
  [
    "the compose box",
    {
      withinMs: 5_000,
      prepare: async (app) => submitDialog(dialogOf(await app.post(openMeet()))),
      read: ({ body }) => Object.values(composedSchema.parse(body)),
    },
  ],
  [
    "a refresh",
    {
      withinMs: PREPARING_AFTER_MS + 1_000,
      async prepare(app) {
        const { sent } = await app.turn(message("meet Sprint review"));
        // The token and what Graph returned are too old by then.
        await app.clock.advance(2 * FOREVER_MS);
        app.connector.sent.length = 0;
        return press(sent[0], "Refresh");
      },
      read: ({ body }) => [pressedSchema.parse(body).value],
    },
  ],
];

/** What only developers understand. */
const RAW = /<html|<p>|contoso-proxy|undefined|\[object|Error:|AADSTS|ECONN|fetch failed|status \d/;

describe.each(SERVICES)("while %s answers with", (service, start) => {
  let clock: TestClock;
  let setup: Setup;

  beforeEach(async () => {
    clock = createTestClock();
    setup = await start(clock);
  });
  afterEach(() => setup.stop());

  describe.each(TROUBLES)("%s", (_, trouble) => {
    // A Connector that fails shows nothing.
    const isShown = (name: string) => !(service === "the Connector" && name === "a command");

    it.each(ENTRIES)("%s is answered in time, and there is one meeting", async (name, entry) => {
      const { app } = setup;
      const activity = await entry.prepare(app);
      setup.fail(trouble);
      const isHanging = trouble.how === "hang";
      const { answer, answeredAfterMs } = await run(() => app.turn(activity), isHanging);
      expect(answer.status).toBe(200);
      expect(answeredAfterMs).toBeLessThan(entry.withinMs);
      const seen = entry.read(answer, app);
      expect(seen.length).toBeGreaterThanOrEqual(isShown(name) ? 1 : 0);
      for (const part of seen) {
        expect(part).toBeTruthy();
        expect(JSON.stringify(part)).not.toMatch(RAW);
      }
      expect(app.cloud.meetings().length).toBeLessThanOrEqual(1);

      setup.repair();
      await clock.advance(POLICIES.graph.circuit.openMs);
      const { sent } = await run(() => app.turn(message("meet")));
      const shown = sent.find(({ activity: { type } }) => type === "message");
      expect(buttonsOf(cardOf(shown)).map(({ title }) => title)).toContain("Join");
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    /** While a request hangs, time passes. */
    async function run<T>(work: () => Promise<T>, isHanging = false): Promise<T> {
      const stopHolding = isHanging ? undefined : holdClockDuringHttp(clock);
      try {
        return await clock.runUntil(work());
      } finally {
        stopHolding?.();
      }
    }
  });
});
