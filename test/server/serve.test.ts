import { once } from "node:events";
import { readFileSync } from "node:fs";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import type { Activity } from "botbuilder";
import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import { createMemoryStore } from "../../src/storage/memory-store";
import { general, live, scanAll } from "../contracts/records";
import { TENANT, message } from "../support/activities";
import { cardOf, textOf } from "../support/cards";
import { createTestClock } from "../support/clock";
import { type RawConnection, openConnection } from "../support/raw-connection";
import { type TestService, startService } from "../support/start-service";

const ROOT = join(__dirname, "../..");
const readText = (path: string) => readFileSync(join(ROOT, path), "utf8");

describe("serve", () => {
  const GRACE_MS = 9_000;
  const GRAPH_DELAY_MS = 7_000;
  const HEALTH = "GET /healthz HTTP/1.1\r\nhost: bot\r\n\r\n";

  let running: TestService;
  const connections: RawConnection[] = [];
  afterEach(async () => {
    // First, so that a failed test leaves nothing running.
    for (const connection of connections.splice(0)) connection.destroy();
    await running.tearDown();
    await running.service.stop();
  });

  async function connect(): Promise<RawConnection> {
    const connection = await openConnection(running.url);
    connections.push(connection);
    return connection;
  }

  function toPost(activity: Partial<Activity>): string {
    const body = JSON.stringify({ ...activity, serviceUrl: running.connector.url });
    return `POST /api/messages HTTP/1.1\r\nhost: bot\r\ncontent-length: ${body.length}\r\n\r\n${body}`;
  }

  /** A non-loopback address of this machine, if it has one. */
  function findOutsideAddress(): string | undefined {
    return Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ family, internal }) => family === "IPv4" && !internal)?.address;
  }

  function connectFromOutside(): Promise<number> | undefined {
    const address = findOutsideAddress();
    if (!address) return undefined;
    const { port } = new URL(running.url);
    return fetch(`http://${address}:${port}/healthz`).then(({ status }) => status);
  }

  describe("the listener", () => {
    test.each(["0.0.0.0", "::", "127.0.0.1"])(
      "with authentication off, listens only on loopback although the host is %s",
      async (host) => {
        running = await startService({ host });
        expect(new URL(running.url).hostname).toBe("127.0.0.1");
        expect((await fetch(`${running.url}/healthz`)).status).toBe(200);
        const status = await connectFromOutside()?.catch(() => "refused");
        expect(status ?? "refused").toBe("refused");
      },
    );

    test.each(["docs/setup-by-hand.md", "infra/README.md"])(
      "/healthz returns what %s documents",
      async (path) => {
        running = await startService({ programFolder: ROOT });
        const health = await (await fetch(`${running.url}/healthz`)).text();
        const version = /"version":"(.+?)"/.exec(health)?.[1];
        expect(JSON.parse(readText("package.json"))).toMatchObject({ version });
        // The documents stay true in the next version.
        expect(readText(path)).toContain(`\`${health.replace(`"${version}"`, '"…"')}\``);
      },
    );

    test("keeps idle connections for longer than Azure's load balancer, which keeps them for 4 minutes", async () => {
      running = await startService();
      const { headers } = await fetch(`${running.url}/healthz`);
      const seconds = /^timeout=(\d+)$/.exec(headers.get("keep-alive") ?? "")?.[1];
      expect(Number(seconds)).toBeGreaterThan(240);
    });

    test("with authentication on, listens on the configured host", async () => {
      const appId = "99999999-8888-4777-8666-555555555555";
      running = await startService({
        host: "0.0.0.0",
        botIdentity: { kind: "registered", appId, tenantId: TENANT },
      });
      expect((await connectFromOutside()) ?? 200).toBe(200);
    });
  });

  /** Posts a `meet` that waits for Graph. Resolves when Graph has received the call. */
  async function startSlowTurn(): Promise<{ answer: Promise<Response> }> {
    running.cloud.addFault({ match: "createOrGet", delayMs: GRAPH_DELAY_MS });
    const answer = running.post(message("meet Sprint review"));
    await running.clock.waitForSleep(GRAPH_DELAY_MS);
    return { answer };
  }

  describe("stop()", () => {
    test("lets a running turn finish, then closes the store", async () => {
      running = await startService();
      const { clock, connector } = running;
      const { answer } = await startSlowTurn();
      const stopped = running.service.stop();
      await clock.waitForSleep(GRACE_MS);
      expect(running.isStoreClosed()).toBe(false);

      await clock.advance(GRAPH_DELAY_MS);
      expect((await answer).status).toBe(200);
      await stopped;
      expect(textOf(cardOf(connector.sent.at(-1)))).toContain("Sprint review");
      expect(running.isStoreClosed()).toBe(true);
    });

    test("accepts no new connections while it waits", async () => {
      running = await startService();
      const { answer } = await startSlowTurn();
      const stopped = running.service.stop();
      await expect(openConnection(running.url)).rejects.toThrow("ECONNREFUSED");
      await running.clock.advance(GRAPH_DELAY_MS);
      await Promise.all([answer, stopped]);
    });

    test("isn't ready and takes no activities on open connections, but is alive", async () => {
      running = await startService();
      const { clock } = running;
      const opened = await Promise.all([connect(), connect(), connect()]);
      for (const [index, connection] of opened.entries()) {
        const delayMs = GRAPH_DELAY_MS - index;
        running.cloud.addFault({ match: "createOrGet", delayMs });
        connection.write(toPost(message(`meet #room${index}`)));
        await clock.waitForSleep(delayMs);
      }
      const stopped = running.service.stop();
      const later = [HEALTH, HEALTH.replace("/healthz", "/readyz"), toPost(message("meet"))];
      for (const [index, connection] of opened.entries()) {
        connection.write(later[index] ?? "");
      }
      await clock.advance(GRAPH_DELAY_MS);
      const statuses = [];
      for (const connection of opened) {
        expect((await connection.response()).status).toBe(200);
        const response = await connection.response();
        statuses.push([response.status, response.body]);
      }
      expect(statuses).toEqual([
        [200, '{"status":"stopping","program":"rendezvous"}'],
        [503, '{"status":"stopping"}'],
        [503, '{"error":"This server is stopping. Try again."}'],
      ]);
      await stopped;
    });

    test("doesn't wait for idle connections", async () => {
      running = await startService();
      const used = await connect();
      used.write(HEALTH);
      await used.response();
      await running.service.stop();
      await used.closed;
    });

    test("lets a late reply be sent", async () => {
      const events = new EventTarget();
      const opened = once(events, "opened");
      const store = createMemoryStore();
      running = await startService({
        store: {
          ...store,
          records: {
            ...store.records,
            async get(key) {
              await opened;
              return store.records.get(key);
            },
          },
        },
      });
      const { clock, connector } = running;
      const posted = running.post(message("meet Sprint review"));
      await clock.waitForSleep(PREPARING_AFTER_MS);
      await clock.advance(PREPARING_AFTER_MS);
      expect((await posted).status).toBe(200);
      expect(textOf(cardOf(connector.sent.at(-1)))).toContain("Working on it");

      const stopped = running.service.stop();
      await clock.waitForSleep(GRACE_MS);
      expect(running.isStoreClosed()).toBe(false);
      events.dispatchEvent(new Event("opened"));
      await stopped;
      expect(connector.sent.at(-1)).toMatchObject({ method: "PUT" });
      expect(textOf(cardOf(connector.sent.at(-1)))).toContain("Sprint review");
      expect(running.isStoreClosed()).toBe(true);
    });

    test("waits at most 9 s for running work", async () => {
      running = await startService();
      const connection = await connect();
      connection.write("POST /api/messages HTTP/1.1\r\nhost: bot\r\ncontent-length: 100\r\n\r\n{");
      await fetch(`${running.url}/healthz`);
      const stopped = running.service.stop();
      await running.clock.waitForSleep(GRACE_MS);
      await running.clock.advance(GRACE_MS - 1);
      expect(running.isStoreClosed()).toBe(false);
      await running.clock.advance(1);
      await stopped;
      expect(running.isStoreClosed()).toBe(true);
    });

    test("can be called twice", async () => {
      running = await startService();
      await Promise.all([running.service.stop(), running.service.stop()]);
    });
  });
});

describe("the daily sweep", () => {
  const DAY_MS = 86_400_000;
  const RETENTION_MS = 30 * DAY_MS;

  let running: TestService;
  afterEach(async () => {
    await running.tearDown();
    await running.service.stop();
  });

  /** A room of a conversation that the bot left the given time before the process starts. */
  function leftBefore(ms: number, room: string): MeetingRecord {
    const removedAt = new Date(createTestClock().now().getTime() - ms).toISOString();
    return live({ key: { ...general, room }, removedAt });
  }

  async function storeWith(...records: MeetingRecord[]) {
    const store = createMemoryStore();
    for (const record of records) await store.records.insert(record);
    return store;
  }

  async function rooms(store: Awaited<ReturnType<typeof storeWith>>): Promise<string[]> {
    return (await scanAll(store)).map(({ record }) => record.key.room).toSorted();
  }

  test("erases expired conversations at the start and then once a day", async () => {
    const store = await storeWith(
      leftBefore(RETENTION_MS, "at once"),
      leftBefore(RETENTION_MS - DAY_MS, "tomorrow"),
      leftBefore(RETENTION_MS - 2 * DAY_MS, "the day after"),
      live({ key: { ...general, room: "never" } }),
    );
    running = await startService({ store });
    const { clock } = running;
    await clock.waitForSleep(DAY_MS);
    expect(await rooms(store)).toEqual(["never", "the day after", "tomorrow"]);

    await clock.advance(DAY_MS - 1);
    expect(await rooms(store)).toHaveLength(3);
    await clock.advance(1);
    await clock.waitForSleep(DAY_MS);
    expect(await rooms(store)).toEqual(["never", "the day after"]);
    await clock.advance(DAY_MS);
    await clock.waitForSleep(DAY_MS);
    expect(await rooms(store)).toEqual(["never"]);
  });

  test("runs again the day after a failure", async () => {
    const store = await storeWith(leftBefore(RETENTION_MS, "left"));
    let failures = 1;
    running = await startService({
      store: {
        ...store,
        async *scan() {
          failures -= 1;
          if (failures >= 0) throw new Error("the disk is full");
          yield* store.scan();
        },
      },
    });
    await running.clock.waitForSleep(DAY_MS);
    expect(await rooms(store)).toEqual(["left"]);
    await running.clock.advance(DAY_MS);
    await running.clock.waitForSleep(DAY_MS);
    expect(await rooms(store)).toEqual([]);
  });

  test("a process that stops during a sweep closes the store afterwards, and a later sweep erases the rest", async () => {
    const store = await storeWith(leftBefore(RETENTION_MS, "a"), leftBefore(RETENTION_MS, "b"));
    const wasClosed: boolean[] = [];
    const erased: string[] = [];
    const events = new EventTarget();
    const halfway = once(events, "one forgotten");
    const resumed = once(events, "go on");
    running = await startService({
      store: {
        ...store,
        async *scan() {
          for await (const stored of store.scan()) {
            yield stored;
            events.dispatchEvent(new Event("one forgotten"));
            await resumed;
            wasClosed.push(running.isStoreClosed());
          }
        },
        records: {
          ...store.records,
          erase(stored) {
            erased.push(stored.record.key.room);
            return store.records.erase(stored);
          },
        },
      },
    });
    await halfway;
    const stopped = running.service.stop();
    await Promise.race([stopped, fetch(running.url).catch(() => undefined)]);
    await new Promise(setImmediate);
    events.dispatchEvent(new Event("go on"));
    await stopped;
    expect(wasClosed).toEqual([false]);
    expect(running.isStoreClosed()).toBe(true);
    expect(erased).toEqual(["a"]);
  });
});
