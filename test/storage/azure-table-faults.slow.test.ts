import { TableClient } from "@azure/data-tables";
import { inspect } from "node:util";
import { AppError } from "../../src/errors";
import { openAzureTable, type AzureTableOptions } from "../../src/storage/azure-table-store";
import { createTableCalls } from "../../src/storage/azure-table-requests";
import { POLICIES } from "../../src/resilience/policies";
import { MEETING_LEASE_MS } from "../../src/meetings/record/meeting-lease";
import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import type { TextTable } from "../../src/storage/text-table";
import { Secret } from "../../src/secret";
import { toAzuriteSpec, toConnectionString } from "../support/azurite";
import { createTestClock, type TestClock } from "../support/clock";
import { startTableProxy, type TableFault, type TableProxy } from "../support/table-proxy";
import { createPause } from "../meetings/processes";
import { useAzurite } from "../support/use-azurite";

const azurite = useAzurite();
const key = { conversation: "c0ffee", room: "f00d" };

const ATTEMPT_MS = 150;

/** A clock for deadlines that stands still: how long a call takes depends on the machine. */
let clock: TestClock;
let proxy: TableProxy;
let tableName: string;
/** Through the proxy, and around it. */
let table: TextTable;
let direct: TextTable;

beforeEach(async () => {
  clock = createTestClock();
  proxy = await startTableProxy(azurite.url());
  tableName = azurite.nextTable();
  table = open();
  direct = openAzureTable(azurite.spec(), { tableName, ...clock });
  await direct.list("0"); // creates it
});
afterEach(async () => {
  proxy.clearFault();
  await table.close();
  await direct.close();
  await proxy.stop();
});

function open(options: AzureTableOptions = {}): TextTable {
  const times = { attemptMs: ATTEMPT_MS, ...clock, sleepBeforeRetry: async () => {} };
  return openAzureTable(toAzuriteSpec(proxy.url), { tableName, ...times, ...options });
}

async function reasonOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).toMatchObject({ code: "store_unavailable" });
  return error instanceof AppError ? (error.details.reason ?? "") : "";
}

test("a call ends before a turn shows the preparing card, and well within a lease", () => {
  expect(POLICIES.store.deadlineMs).toBeLessThan(PREPARING_AFTER_MS);
  expect(POLICIES.store.deadlineMs + POLICIES.graph.deadlineMs).toBeLessThan(MEETING_LEASE_MS);
});

const TROUBLE: [title: string, fault: TableFault][] = [
  ["does not answer", { kind: "hang" }],
  ["ends the connection", { kind: "refuse" }],
  ["is busy", { kind: "answer", status: 503, code: "ServerBusy" }],
  ["is behind a gateway that is", { kind: "answer", status: 502, body: "<p>Bad gateway</p>" }],
  ["throttles", { kind: "answer", status: 429 }],
  ["answers half of it", { kind: "cut" }],
];

describe.each(TROUBLE)("when the service %s", (_, fault) => {
  const run = <T>(call: () => Promise<T>) => proxy.runWithTime(call, clock, ATTEMPT_MS);

  test("once, a write is retried and happens once", async () => {
    proxy.injectFault(fault, { times: 1 });
    const inserted = await run(() => table.insert(key, "first"));
    expect(await direct.read(key)).toEqual({ key, text: "first", version: inserted });
    expect(await direct.insert(key, "another's")).toBeUndefined();

    proxy.injectFault(fault, { times: 1 });
    const replaced = await run(() => table.replace(key, inserted!, "second"));
    expect(await direct.read(key)).toEqual({ key, text: "second", version: replaced });
    expect(await table.replace(key, inserted!, "third")).toBeUndefined();
  });

  test("twice, a read is retried", async () => {
    const version = await direct.insert(key, "first");
    proxy.injectFault(fault, { times: 2 });
    expect(await run(() => table.read(key))).toEqual({ key, text: "first", version });
  });

  test("for a long time, each call fails at its deadline, and works again afterwards", async () => {
    table = open({ deadlineMs: 400 });
    const version = (await direct.insert(key, "first"))!;
    proxy.injectFault(fault);
    const failAll = () =>
      Promise.all(
        [
          table.read(key),
          table.list(key.conversation),
          table.scan(),
          table.replace(key, version, "second"),
          table.insert({ ...key, room: "other" }, "first"),
          table.remove({ ...key, room: "third" }, version),
        ].map(reasonOf),
      );
    for (const reason of await run(failAll)) {
      expect(reason).toMatch(/^\w+: [^\n]*the table service/);
    }
    expect(proxy.requests.length).toBeLessThanOrEqual(6 * 4);
    proxy.clearFault();
    expect(await table.insert({ ...key, room: "fourth" }, "first")).toBeDefined();
  });
});

describe("when the service asks to wait", () => {
  test.each([
    ["0.25", 250],
    ["2", 2_000],
    ["Fri, 20 Nov 2026 09:00:01 GMT", 1_000],
  ])("%s, a call is retried after that", async (retryAfter, minMs) => {
    const delays: number[] = [];
    table = open({ sleepBeforeRetry: async (ms) => void delays.push(ms) });
    const headers = { "retry-after": retryAfter };
    proxy.injectFault({ kind: "answer", status: 429, headers }, { times: 1 });
    expect(await table.read(key)).toBeUndefined();
    expect(delays).toHaveLength(1);
    expect(delays[0]).toBeGreaterThanOrEqual(minMs);
    expect(delays[0]).toBeLessThan(POLICIES.store.deadlineMs);
  });

  test.each(["4", "86400", "1e15", "Fri, 20 Nov 2126 09:00:00 GMT"])(
    "%s, which is too long, a call fails at once",
    async (retryAfter) => {
      const headers = { "retry-after": retryAfter };
      proxy.injectFault({ kind: "answer", status: 503, headers });
      expect(await reasonOf(table.read(key))).toContain("503");
      expect(proxy.requests).toHaveLength(1);
    },
  );
});

test("after too many failures, a call waits for the end of the pause, and sends nothing before", async () => {
  const { openMs } = POLICIES.store.circuit;
  proxy.injectFault({ kind: "refuse" });
  const { read } = await readUntilPaused();
  proxy.clearFault();
  proxy.requests.length = 0;
  await clock.advance(openMs - 1);
  expect(proxy.requests).toEqual([]);
  await clock.advance(1);
  expect(await read).toBeUndefined();
  expect(proxy.requests).toHaveLength(1);

  async function readUntilPaused(): Promise<{ read: ReturnType<TextTable["read"]> }> {
    for (;;) {
      const reading = table.read(key);
      const failed = reasonOf(reading);
      const paused = clock.waitForSleep(openMs);
      if ((await Promise.race([failed, paused])) === undefined) return { read: reading };
    }
  }
});

test("calls that waited in the queue until their deadline don't count as failures of the service", async () => {
  const { width, circuit } = POLICIES.store;
  const version = await direct.insert(key, "first");
  table = open({ deadlineMs: ATTEMPT_MS + 50 });
  let answer = (): void => undefined;
  proxy.injectFault({ kind: "hold", until: new Promise((resolve) => (answer = resolve)) });
  const reads = Array.from({ length: width }, () => table.read(key));
  const queued = Array.from({ length: width }, () => reasonOf(table.read(key)));
  await proxy.waitForRequests(width);
  await clock.advance(ATTEMPT_MS - 10);
  proxy.injectFault({ kind: "hang" });
  answer();
  await Promise.all(reads);
  await proxy.waitForRequests(2 * width);
  await clock.advance(60);
  for (const reason of await Promise.all(queued)) expect(reason).toContain("respond in time");

  proxy.clearFault();
  const paused = clock.waitForSleep(circuit.openMs);
  const read = await Promise.race([table.read(key), paused]);
  expect(read).toEqual({ key, text: "first", version });
});

describe("a write whose answer was lost", () => {
  test("and that was overwritten throws, because its outcome is unknown", async () => {
    const meanwhile = async () => {
      const row = await direct.read(key);
      await direct.replace(key, row!.version, "another's");
    };
    proxy.injectFault({ kind: "cut", meanwhile }, { times: 1 });
    expect(await reasonOf(table.insert(key, "ours"))).toContain("the row has changed since");
    expect((await direct.read(key))?.text).toBe("another's");
  });

  test("and that lost a race throws too", async () => {
    proxy.injectFault({ kind: "refuse" }, { times: 1 });
    await direct.insert(key, "another's");
    expect(await reasonOf(table.insert(key, "ours"))).toContain("the row has changed since");
  });

  test("and that removed the row throws", async () => {
    const version = (await direct.insert(key, "first"))!;
    proxy.injectFault({ kind: "cut" }, { times: 1 });
    expect(await reasonOf(table.remove(key, version))).toContain("the row has changed since");
    expect(await direct.read(key)).toBeUndefined();
    expect(await table.remove(key, version)).toBe(false);
  });

  test("without an ETag in the answer reads the row", async () => {
    proxy.injectFault(
      { kind: "answer", status: 204 },
      { times: 1, only: ({ method }) => method === "POST" },
    );
    await direct.insert(key, "another's");
    expect(await table.insert(key, "ours")).toBeUndefined();
  });
});

test("a lost race costs one request", async () => {
  const version = (await direct.insert(key, "first"))!;
  await direct.replace(key, version, "second");
  expect(await table.insert(key, "ours")).toBeUndefined();
  expect(await table.replace(key, version, "ours")).toBeUndefined();
  expect(await table.remove(key, version)).toBe(false);
  expect(proxy.requests.map(({ method }) => method)).toEqual(["POST", "PUT", "DELETE"]);
});

test("after the deadline, the call has no open requests", async () => {
  const signals: AbortSignal[] = [];
  const times = { deadlineMs: 600, attemptMs: 400 };
  const run = createTableCalls({ ...times, ...clock, sleepBeforeRetry: async () => {} });
  const call = run("reading", ({ signal }) => {
    signals.push(signal);
    return new Promise(() => {});
  });
  const reason = reasonOf(call);
  await clock.waitForSleep(times.attemptMs);
  await clock.advance(times.attemptMs);
  await clock.waitForSleep(times.attemptMs);
  await clock.advance(times.deadlineMs - times.attemptMs);
  expect(await reason).toBe("reading: the table service didn’t respond in time");
  expect(signals).toHaveLength(2);
  expect(signals.every(({ aborted }) => aborted)).toBe(true);
});

test("a refused connection is reported with the system's error code", async () => {
  await proxy.stop();
  expect(await reasonOf(table.read(key))).toBe(
    "reading: couldn’t reach the table service, or its response was incomplete (ECONNREFUSED)",
  );
  proxy = await startTableProxy(azurite.url());
});

test("closing waits for writes in progress", async () => {
  const pause = createPause();
  proxy.injectFault({ kind: "hold", until: pause.reach() });
  const order: string[] = [];
  const inserted = table.insert(key, "first").then(() => order.push("inserted"));
  await proxy.waitForRequests(1);
  const closed = table.close().then(() => order.push("closed"));
  pause.end();
  await Promise.all([inserted, closed]);
  expect(order).toEqual(["inserted", "closed"]);
  table = open();
});

describe("a rejection by the service", () => {
  test.each([
    [403, "AuthorizationPermissionMismatch", "the role Storage Table Data Contributor"],
    [403, "AuthorizationFailure", "Networking page"],
    [403, "AuthenticationFailed", "Access keys page"],
    [403, "KeyBasedAuthenticationNotPermitted", "use a managed identity"],
    [409, "TableBeingDeleted", ""],
    [400, "InvalidInput", ""],
    [412, "", ""],
    [404, "", ""],
  ])("is reported at once, with the next step: %d %s", async (status, code, nextStep) => {
    proxy.injectFault({ kind: "answer", status, code });
    const reason = await reasonOf(table.insert(key, "ours"));
    expect(reason).toContain(`writing: the table service returned ${status}${code && ` ${code}`}`);
    expect(reason).toContain(nextStep);
    expect(proxy.requests).toHaveLength(1);
  });

  test("of a wrong key isn't retried", async () => {
    const wrongKey = Buffer.alloc(64, 1).toString("base64");
    const spec = {
      kind: "azure-table",
      connectionString: new Secret(toConnectionString(proxy.url, wrongKey)),
    } as const;
    const refused = openAzureTable(spec, { tableName, ...clock });
    const error: unknown = await refused
      .insert(key, "Ada's words")
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      code: "store_unavailable",
      details: {
        reason: expect.stringContaining("returned 403 AuthorizationFailure. Allow this server"),
      },
    });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toMatch(/SharedKey|Ada's|AQEBAQ/);
    await refused.close();
  });

  test("to create the table is reported", async () => {
    tableName = azurite.nextTable();
    table = open();
    proxy.injectFault(
      { kind: "answer", status: 403, code: "AuthorizationPermissionMismatch" },
      { only: ({ path }) => path.includes("/Tables") },
    );
    expect(await reasonOf(table.read(key))).toMatch(
      new RegExp(
        `the table “${tableName}” is missing, and this identity can’t create it .* or give the identity`,
      ),
    );
  });

  test("of another kind of server is reported", async () => {
    for (const body of ['{"portal":"sign in, Ada"}', "<p>Sign in, Ada</p>"]) {
      proxy.injectFault({ kind: "answer", status: 200, body });
      expect(await reasonOf(table.read(key))).toBe(
        "reading: the table service’s response can’t be read",
      );
    }
    proxy.injectFault({ kind: "answer", status: 302 });
    expect(await reasonOf(table.read(key))).toContain("returned 302");
  });
});

describe("a missing table", () => {
  beforeEach(() => {
    tableName = azurite.nextTable();
  });

  test.each<[name: string, call: (missing: TextTable) => Promise<unknown>, result: unknown]>([
    ["read", (missing) => missing.read(key), undefined],
    ["list", (missing) => missing.list("c"), []],
    ["scan", (missing) => missing.scan(), { rows: [] }],
    ["insert", (missing) => missing.insert(key, "x"), expect.any(String)],
    ["replace", (missing) => missing.replace(key, `W/"datetime'2026'"`, "x"), undefined],
    ["remove", (missing) => missing.remove(key, `W/"datetime'2026'"`), false],
  ])("is created by the first %s", async (_, call, result) => {
    table = open();
    expect(await call(table)).toEqual(result);
    expect(proxy.requests).toHaveLength(3);
  });

  test("is created once by concurrent calls", async () => {
    table = open();
    const rooms = Array.from({ length: 20 }, (_, index) => `room-${index}`);
    await Promise.all(rooms.map((room) => table.insert({ ...key, room }, "x")));
    expect(await table.list(key.conversation)).toHaveLength(rooms.length);
  });

  test("is reported, not created, when it must exist", async () => {
    table = open({ mustExist: true });
    expect(await reasonOf(table.list("c"))).toMatch(
      /no records in the storage account\. Set STORE to/,
    );
    expect(proxy.requests).toHaveLength(1);
  });
});

test("lists a conversation with more rows than the service returns at once", async () => {
  const client = TableClient.fromConnectionString(toConnectionString(azurite.url()), tableName, {
    allowInsecureConnection: true,
  });
  const partitionKey = key.conversation;
  for (let start = 0; start < 1_100; start += 100) {
    const rowKeys = Array.from({ length: 100 }, (_, index) => String(start + index));
    await client.submitTransaction(
      rowKeys.map((rowKey) => ["create", { partitionKey, rowKey, text0: "x" }]),
    );
  }
  expect(await table.list(key.conversation)).toHaveLength(1_100);
  expect(proxy.requests).toHaveLength(2);
});

test("a scan reads page by page, and no row twice", async () => {
  const rooms = Array.from({ length: 250 }, (_, index) => `room-${index}`);
  await Promise.all(rooms.map((room) => direct.insert({ ...key, room }, "x")));
  const first = await table.scan();
  const second = await table.scan(first.next);
  const third = await table.scan(second.next);
  expect(proxy.requests).toHaveLength(3);
  expect([first, second, third].map(({ rows }) => rows.length)).toEqual([100, 100, 50]);
  const shown = [first, second, third].flatMap(({ rows }) => rows.map((row) => row.key.room));
  expect(shown.toSorted()).toEqual(rooms.toSorted());
  expect(third.next).toBeUndefined();
});
