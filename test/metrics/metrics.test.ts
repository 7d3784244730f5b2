import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { createPrometheusMetrics } from "../../src/metrics/prometheus";
import { serveMetrics } from "../../src/metrics/serve-metrics";
import type { RunningServer } from "../../src/listen";
import { ada, bo, general, groupChat, message, submit } from "../support/activities";
import { askForMeeting, startAuthenticatedApp } from "../support/authenticated-app";
import { createPausableStore } from "../support/pausable-store";
import { press } from "../support/press";
import { startApp, type TestApp, type TestAppOptions } from "../support/start-app";

let stops: (() => Promise<unknown>)[];
beforeEach(() => (stops = []));
afterEach(async () => {
  for (const stop of stops.toReversed()) await stop();
});

/** An app with a port for Prometheus. */
async function start(
  options: TestAppOptions = {},
): Promise<{ app: TestApp; server: RunningServer }> {
  const metrics = createPrometheusMetrics();
  const server = await serveMetrics(metrics.registry, { host: "127.0.0.1", port: 0 });
  const app = await startApp({ metrics, ...options });
  stops.push(
    () => server.stop(0),
    () => app.stop(),
  );
  return { app, server };
}

/** The values of our metrics, without buckets and sums. */
async function read({ url }: RunningServer): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}/metrics`)).text();
  const lines = text.split("\n").filter((line) => line.startsWith("rendezvous_"));
  const values = lines.filter((line) => !/_(bucket|sum)\b/.test(line));
  return Object.fromEntries(
    values.map((line) => {
      const end = line.lastIndexOf(" ");
      return [line.slice("rendezvous_".length, end), Number(line.slice(end + 1))];
    }),
  );
}

test("counts turns, calls and cache reads", async () => {
  const { app, server } = await start();
  const { sent } = await app.turn(message("meet Sprint review", { in: groupChat }));
  await app.turn(press(sent[0], "Refresh", { in: groupChat }));
  await app.turn(message("cancel", { in: groupChat, from: bo }));
  expect(await read(server)).toMatchObject({
    'turn_duration_seconds_count{kind="message",outcome="ok"}': 1,
    'turn_duration_seconds_count{kind="button",outcome="ok"}': 1,
    'turn_duration_seconds_count{kind="message",outcome="declined"}': 1,
    'turn_problems_total{outcome="declined",code="not_allowed"}': 1,
    'graph_call_duration_seconds_count{operation="createOrGet",status="201"}': 1,
    'connector_call_duration_seconds_count{operation="send",status="200"}': 2,
    'cache_reads_total{cache="graph",result="hit"}': 1,
    'cache_reads_total{cache="rows",result="hit"}': expect.any(Number),
    'store_call_duration_seconds_count{operation="read",status="ok"}': expect.any(Number),
    background_work: 0,
  });
});

test("counts every turn, however many there are between two scrapes", async () => {
  const metrics = createPrometheusMetrics();
  const server = await serveMetrics(metrics.registry, { host: "127.0.0.1", port: 0 });
  stops.push(() => server.stop(0));
  const name = 'turn_duration_seconds_count{kind="message",outcome="ok"}';
  for (const total of [1_234, 1_235]) {
    const before = total === 1_234 ? 0 : 1_234;
    for (let turn = before; turn < total; turn += 1) {
      metrics.turnEnded("message", { outcome: "ok", code: "ok" }, 20);
    }
    expect((await read(server))[name]).toBe(total);
  }
  const text = await (await fetch(`${server.url}/metrics`)).text();
  expect(text).toContain('turn_duration_seconds_bucket{le="0.01",kind="message",outcome="ok"} 0');
  expect(text).toContain(
    'turn_duration_seconds_bucket{le="0.025",kind="message",outcome="ok"} 1235',
  );
});

test("a service's circuit counts as open until that of every region is closed", async () => {
  const metrics = createPrometheusMetrics();
  const server = await serveMetrics(metrics.registry, { host: "127.0.0.1", port: 0 });
  stops.push(() => server.stop(0));
  const isOpen = async () => (await read(server))['circuit_open{service="Connector"}'];
  for (const [change, expected] of [
    [true, 1],
    [true, 1],
    [false, 1],
    [false, 0],
  ] as const) {
    metrics.circuitChanged("Connector", change);
    expect(await isOpen()).toBe(expected);
  }
});

test("tells what is broken from what people can't have", async () => {
  const { app, server } = await start();
  app.cloud.addFault({ match: "createOrGet", status: 503, times: 3 });
  await app.turn(message("meet"));
  app.connector.fail("POST", 500, 3);
  await app.turn(message("help"));
  expect(await read(server)).toMatchObject({
    'turn_duration_seconds_count{kind="message",outcome="failed"}': 2,
    'turn_problems_total{outcome="failed",code="graph_unavailable"}': 1,
    'turn_problems_total{outcome="failed",code="not_sent"}': 1,
    'graph_call_duration_seconds_count{operation="createOrGet",status="503"}': 3,
    'connector_call_duration_seconds_count{operation="send",status="500"}': 1,
  });
});

test("counts rejected activities by reason", async () => {
  const metrics = createPrometheusMetrics();
  const server = await serveMetrics(metrics.registry, { host: "127.0.0.1", port: 0 });
  const guarded = await startAuthenticatedApp({ metrics });
  stops.push(
    () => server.stop(0),
    () => guarded.stop(),
  );
  await guarded.call(askForMeeting(), null);
  expect(await read(server)).toMatchObject({ 'activities_rejected_total{reason="no_token"}': 1 });
});

test("counts what is done without being asked, and how late", async () => {
  const { app, server } = await start();
  await app.turn(message("meet Stand-up today 11:00"));
  await app.turn(message("meet Retro #retro today 11:00"));
  await app.turn(message("remind off #retro"));
  await app.clock.advance(55 * 60_000);
  await app.runDue();
  expect(await read(server)).toMatchObject({
    'due_work_lateness_seconds_count{work="reminder",outcome="done"}': 1,
    'due_work_lateness_seconds_count{work="reminder",outcome="skipped"}': 1,
  });
  const lines = app.log.filter(({ msg }) => msg === "due work ended");
  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatchObject({ work: "reminder", lateSeconds: 0 });
  expect(JSON.stringify(lines)).not.toContain(general.threadId);
});

test("counts the work that goes on after the answer", async () => {
  const { store, pause, resume } = createPausableStore();
  const { app, server } = await start({ store });
  pause();
  const answered = app.post(message("meet"));
  await app.clock.waitForSleep(PREPARING_AFTER_MS);
  await app.clock.advance(PREPARING_AFTER_MS);
  await answered;
  expect((await read(server))["background_work"]).toBeGreaterThan(0);
  resume();
  await app.connector.waitFor(({ method }) => method === "PUT");
  await app.turn(message("help"));
  expect(await read(server)).toMatchObject({
    'connector_call_duration_seconds_count{operation="update",status="200"}': 1,
    'turn_duration_seconds_count{kind="message",outcome="ok"}': 2,
    background_work: 0,
  });
});

test("has no more time series however many different things people send", async () => {
  const { app, server } = await start();
  async function send(word: string) {
    await app.turn(message(word));
    await app.turn(submit({ verb: word }));
    await app.turn({ ...message("meet"), type: word, name: word });
  }
  await send("zebra");
  const before = Object.keys(await read(server));
  for (let count = 0; count < 10; count += 1) await send(`quagga${count}`);
  const after = Object.keys(await read(server));
  expect(after).toEqual(before);
  const text = await (await fetch(`${server.url}/metrics`)).text();
  for (const word of ["zebra", "quagga", ada.aadId, ada.name, general.threadId]) {
    expect(text).not.toContain(word);
  }
});

test("serves Prometheus' format with Node's own metrics, and nothing else", async () => {
  const { server } = await start();
  const response = await fetch(`${server.url}/metrics`);
  expect(response.headers.get("content-type")).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(await response.text()).toContain("process_resident_memory_bytes");
  expect((await fetch(`${server.url}/`)).status).toBe(404);
  expect((await fetch(`${server.url}/metrics`, { method: "POST" })).status).toBe(404);
});
