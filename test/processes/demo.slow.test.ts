import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Activity } from "botbuilder";
import { groupChat, message } from "../support/activities";
import { cardOf, cardOfAnswer } from "../support/cards";
import { startConnector } from "../support/connector";
import { linkOf } from "../support/meeting";
import { linkIn } from "../support/meeting-links";
import { press } from "../support/press";
import { openConnection } from "../support/raw-connection";
import { SLOW_CLOCK } from "../support/run-program";
import type { Answer } from "../support/start-app";
import { startDemo, type RunningDemo } from "../support/start-demo";

const LOOPBACK = /^http:\/\/127\.0\.0\.1:\d+$/;
const QUIET = ["--no-playground", "--port", "0", "--graph-port", "0"];

/** The parent of the demos' temporary folders. */
let folder: string;
let demo: RunningDemo;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rendezvous-test-"));
});
afterEach(async () => {
  await demo.kill();
  await rm(folder, { recursive: true, force: true });
});

test.each(["SIGINT", "SIGTERM"] as const)(
  "says where it runs, exits with 0 on %s, and leaves nothing behind",
  async (signal) => {
    demo = await startDemo(QUIET, { TMPDIR: folder });
    expect([demo.botUrl, demo.graphUrl]).toEqual([
      expect.stringMatching(LOOPBACK),
      expect.stringMatching(LOOPBACK),
    ]);
    expect(demo.playgroundUrls).toEqual([]);
    expect(demo.output.join("\n")).toContain(`${demo.botUrl}/api/messages`);
    expect((await fetch(`${demo.botUrl}/healthz`)).status).toBe(200);
    expect((await fetch(`${demo.graphUrl}/_local/meetings`)).status).toBe(200);
    expect(await readdir(folder)).toHaveLength(1);

    // Watches open connections, because another program can take the ports right away.
    const connections = await Promise.all([demo.botUrl, demo.graphUrl].map(openConnection));
    expect(await demo.stop(signal)).toBe(0);
    expect(await readdir(folder)).toEqual([]);
    await Promise.all(connections.map(({ closed }) => closed));
  },
);

test("keeps the folder in --store", async () => {
  const records = join(folder, "records");
  demo = await startDemo([...QUIET, "--store", `lmdb:${records}`], { TMPDIR: folder });
  expect(await demo.stop()).toBe(0);
  expect(await readdir(folder)).toEqual(["records"]);
  expect(await readdir(records)).toContain("data.mdb");
});

test("its links work on any port, and redirect to the meeting", async () => {
  // A slow clock, because a typing indicator would come before a slow reply.
  demo = await startDemo(QUIET, { TMPDIR: folder, ...SLOW_CLOCK });
  const connector = await startConnector();
  async function post(activity: Partial<Activity>): Promise<Answer> {
    const body = JSON.stringify({ ...activity, serviceUrl: connector.url });
    const response = await fetch(`${demo.botUrl}/api/messages`, { method: "POST", body });
    const text = await response.text();
    return { status: response.status, body: text ? (JSON.parse(text) as unknown) : undefined };
  }
  await post(message("meet"));
  const link = linkIn(cardOfAnswer(await post(press(connector.sent[0], "Copy link"))));
  expect(link.startsWith(`${demo.botUrl}/m/`)).toBe(true);
  const opened = await fetch(link, { redirect: "manual" });
  expect(opened.headers.get("location")).toBe(linkOf(cardOf(connector.sent[0])));
  await connector.stop();
});

test("with --live graph, the embedded Graph tells of a call in a group chat", async () => {
  // Timers of 15 s fire at once: it looks for due work that often.
  // The call may start before the store knows of the subscription. Then the server looks again after 2 s.
  const isHurried = { ...SLOW_CLOCK, EARLY_TIMER_MS: "15000", REAL_TIMER_MS: "2000" };
  demo = await startDemo([...QUIET, "--live", "graph"], { TMPDIR: folder, ...isHurried });
  const connector = await startConnector();
  const body = JSON.stringify({ ...message("meet", { in: groupChat }), serviceUrl: connector.url });
  await fetch(`${demo.botUrl}/api/messages`, { method: "POST", body });
  const joinWebUrl = linkOf(cardOf(connector.sent[0]));
  const control = (path: string) => `${demo.graphUrl}/_local/${path}`;
  for (;;) {
    const subscriptions = await (await fetch(control("subscriptions"))).json();
    if ((subscriptions as unknown[]).length > 0) break;
  }
  const call = { joinWebUrl, start: true, joined: [{ id: "a" }, { id: "b" }] };
  await fetch(control("calls"), { method: "POST", body: JSON.stringify(call) });
  await connector.waitFor(({ activity }) => JSON.stringify(activity).includes("In progress"));
  expect(demo.output.filter((line) => line.startsWith("{"))).toEqual([]);
  await connector.stop();
});

async function startWithPlaygrounds(): Promise<string[]> {
  const ports = ["--port", "0", "--graph-port", "0", "--playground-port", "0"];
  demo = await startDemo([...ports, "--people", "2"], { TMPDIR: folder });
  const urls = demo.playgroundUrls;
  const aPort: unknown = expect.stringMatching(LOOPBACK);
  expect(urls).toEqual([aPort, aPort]);
  return urls;
}

describe("with two Playgrounds", () => {
  test("names both, says what to do in each, and stops them too", async () => {
    const urls = await startWithPlaygrounds();
    const [ada, grace] = urls;
    expect(demo.output.join("\n")).toContain(`1. You’re Ada: ${ada}`);
    expect(demo.output.join("\n")).toContain(`2. You’re Grace, in the same team: ${grace}`);
    const responses = await Promise.all(urls.map((url) => fetch(url)));
    expect(responses.map(({ status }) => status)).toEqual([200, 200]);
    const connections = await Promise.all(urls.map(openConnection));
    expect(await demo.stop()).toBe(0);
    await Promise.all(connections.map(({ closed }) => closed));
    expect(await readdir(folder)).toEqual([]);
  });

  test("they exit when the demo is killed", async () => {
    const connections = await Promise.all((await startWithPlaygrounds()).map(openConnection));
    await demo.kill();
    await Promise.all(connections.map(({ closed }) => closed));
  });
});
