import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Activity } from "botbuilder";
import { message } from "../support/activities";
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
    expect(demo.playgroundUrl).toBeUndefined();
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

async function startWithPlayground(): Promise<string> {
  const options = ["--port", "0", "--graph-port", "0", "--playground-port", "0"];
  demo = await startDemo(options, { TMPDIR: folder });
  expect(demo.playgroundUrl).toMatch(LOOPBACK);
  return demo.playgroundUrl ?? "";
}

describe("with the Playground", () => {
  test("stops the Playground too", async () => {
    const url = await startWithPlayground();
    expect((await fetch(url)).status).toBe(200);
    const connection = await openConnection(url);
    expect(await demo.stop()).toBe(0);
    await connection.closed;
    expect(await readdir(folder)).toEqual([]);
  });

  test("the Playground exits when the demo is killed", async () => {
    const connection = await openConnection(await startWithPlayground());
    await demo.kill();
    await connection.closed;
  });
});
