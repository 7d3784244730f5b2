import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../support/free-port";
import { openConnection } from "../support/raw-connection";
import { startDemo, type RunningDemo } from "../support/start-demo";

jest.setTimeout(30_000);

const QUIET = ["--no-playground", "--port", "0", "--graph-port", "0"];

/** Where the demos put their temporary folders. */
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
  "it says where it runs, and on %s ends with 0 and leaves nothing behind",
  async (signal) => {
    demo = await startDemo(QUIET, { TMPDIR: folder });
    const loopback = /^http:\/\/127\.0\.0\.1:\d+$/;
    expect([demo.botUrl, demo.graphUrl]).toEqual([
      expect.stringMatching(loopback),
      expect.stringMatching(loopback),
    ]);
    expect(demo.playgroundUrl).toBeUndefined();
    expect(demo.output.join("\n")).toContain(`${demo.botUrl}/api/messages`);
    expect((await fetch(`${demo.botUrl}/healthz`)).status).toBe(200);
    expect((await fetch(`${demo.graphUrl}/_local/meetings`)).status).toBe(200);
    expect(await readdir(folder)).toHaveLength(1);

    expect(await demo.stop(signal)).toBe(0);
    expect(await readdir(folder)).toEqual([]);
    for (const url of [demo.botUrl, demo.graphUrl]) {
      await expect(openConnection(url)).rejects.toThrow("ECONNREFUSED");
    }
  },
);

test("a folder of records that was named is kept", async () => {
  const records = join(folder, "records");
  demo = await startDemo([...QUIET, "--store", `lmdb:${records}`], { TMPDIR: folder });
  expect(await demo.stop()).toBe(0);
  expect(await readdir(folder)).toEqual(["records"]);
  expect(await readdir(records)).toContain("data.mdb");
});

async function startWithPlayground(): Promise<string> {
  const port = String(await findFreePort());
  const options = ["--port", "0", "--graph-port", "0", "--playground-port", port];
  demo = await startDemo(options, { TMPDIR: folder });
  expect(demo.playgroundUrl).toBe(`http://127.0.0.1:${port}`);
  return `http://127.0.0.1:${port}`;
}

describe("with the Playground", () => {
  test("it ends the Playground too", async () => {
    const url = await startWithPlayground();
    expect((await fetch(url)).status).toBe(200);
    expect(await demo.stop()).toBe(0);
    await expect(openConnection(url)).rejects.toThrow("ECONNREFUSED");
    expect(await readdir(folder)).toEqual([]);
  });

  test("the Playground ends by itself when the demo is killed", async () => {
    const connection = await openConnection(await startWithPlayground());
    await demo.kill();
    await connection.closed;
  });
});
