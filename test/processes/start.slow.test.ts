import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { WHERE_TO_FIND } from "../../src/config/settings";
import { message } from "../support/activities";
import { holdClosedPort } from "../support/hold-closed-port";
import { makeCertificate } from "../support/make-certificate";
import { runProgram } from "../support/run-program";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rendezvous-test-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function completeEnvironment() {
  return {
    BOT_ID: "99999999-8888-4777-8666-555555555555",
    BOT_PASSWORD: "swordfish-7f3a",
    TENANT_ID: "11111111-2222-4333-8444-555555555555",
    BOT_DOMAIN: "rendezvous.contoso.com",
    SEALING_KEY: Buffer.alloc(32, 1).toString("base64"),
    STORE: `lmdb:${join(folder, "records")}`,
    HOST: "127.0.0.1",
    PORT: "0",
  };
}

test("without settings, it exits with 1 and lists all that are missing", async () => {
  const program = runProgram([]);
  expect(await program.exited).toBe(1);
  const [headline, ...problems] = program.errors;
  expect(headline).toMatch(/^Rendezvous can’t start\..*env\/README\.md/);
  const names = ["BOT_ID", "BOT_PASSWORD", "TENANT_ID", "BOT_DOMAIN", "SEALING_KEY", "STORE"];
  expect(
    problems.map((problem) => problem.replace(/ is missing\. Set it, [^.]+/, " is missing")),
  ).toEqual(
    names.map((name) => `  - ${name} is missing. It is ${WHERE_TO_FIND[name as "BOT_ID"]}.`),
  );
  expect(program.output).toEqual(program.errors);
});

test("with all settings, it listens, rejects unauthenticated requests, and exits with 0 on SIGTERM", async () => {
  const program = runProgram([], completeEnvironment());
  const line = JSON.parse(await program.waitForLine('"listening"')) as { url: string };
  expect(line.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect((await fetch(`${line.url}/healthz`)).status).toBe(200);
  const body = JSON.stringify({ ...message("meet"), serviceUrl: "https://smba.example/" });
  const answer = await fetch(`${line.url}/api/messages`, { method: "POST", body });
  expect(answer.status).toBe(401);

  program.kill("SIGTERM");
  expect(await program.exited).toBe(0);
  expect(program.output.join("\n")).not.toContain("swordfish");
  for (const logged of program.output) expect(() => JSON.parse(logged) as unknown).not.toThrow();
});

test("with METRICS_PORT, it serves metrics on a second port of this machine", async () => {
  const program = runProgram([], { ...completeEnvironment(), METRICS_PORT: "0" });
  const line = JSON.parse(await program.waitForLine('"listening"')) as {
    url: string;
    metricsUrl: string;
  };
  expect(line.metricsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
  expect((await fetch(`${line.url}/metrics`)).status).toBe(404);
  expect(await (await fetch(line.metricsUrl)).text()).toContain("rendezvous_background_work 0");
  program.kill("SIGTERM");
  expect(await program.exited).toBe(0);
});

test.each([
  ["a certificate", { BOT_CERTIFICATE: Buffer.from(makeCertificate().pem).toString("base64") }],
  ["the machine's identity alone", { BOT_TYPE: "UserAssignedMsi" }],
])("it also listens with %s in place of the secret", async (_, env) => {
  const program = runProgram([], { ...completeEnvironment(), BOT_PASSWORD: "", ...env });
  await program.waitForLine('"listening"');
  program.kill("SIGTERM");
  expect(await program.exited).toBe(0);
});

async function problemOf(args: string[], env: Record<string, string> = {}): Promise<string> {
  const program = runProgram(args, env);
  expect(await program.exited).toBe(1);
  expect(program.output).toEqual(program.errors);
  expect(program.errors).toHaveLength(1);
  return program.errors[0] ?? "";
}

describe("it exits with 1 and one sentence when", () => {
  let taken: Server;
  let takenPort: string;
  beforeAll(async () => {
    taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve));
    const address = taken.address();
    takenPort = String(typeof address === "object" ? address?.port : undefined);
  });
  afterAll(() => new Promise((resolve) => taken.close(resolve)));

  test("the port of npm start is taken", async () => {
    expect(await problemOf([], { ...completeEnvironment(), PORT: takenPort })).toBe(
      `Port ${takenPort} is in use. Stop the program that uses it, or set another port with PORT.`,
    );
  });

  test("the port of the metrics is taken", async () => {
    expect(await problemOf([], { ...completeEnvironment(), METRICS_PORT: takenPort })).toBe(
      `Port ${takenPort} is in use. Stop the program that uses it, or set another port with METRICS_PORT.`,
    );
  });

  test.each(["/dev/null/records", "/proc/nowhere/records"])(
    "the folder of the records cannot be made: %s",
    async (path) => {
      const problem = await problemOf([], { ...completeEnvironment(), STORE: `lmdb:${path}` });
      expect(problem).toContain(path);
    },
  );

  test.each([
    ["the bot's", "--port", ["--port", "TAKEN", "--graph-port", "0"]],
    ["the embedded Graph's", "--graph-port", ["--port", "0", "--graph-port", "TAKEN"]],
  ])("in the demo %s port is taken", async (_, name, options) => {
    const args = options.map((option) => (option === "TAKEN" ? takenPort : option));
    expect(await problemOf(["demo", "--no-playground", ...args])).toBe(
      `Port ${takenPort} is in use. Stop the program that uses it, or set another port with ${name}.`,
    );
  });

  test("no embedded Graph answers at the demo's --graph-url", async () => {
    const closed = await holdClosedPort();
    const url = `http://127.0.0.1:${closed.port}`;
    expect(await problemOf(["demo", "--no-playground", "--port", "0", "--graph-url", url])).toBe(
      `There’s no embedded Graph at ${url}. Start the other demo first, or leave out --graph-url.`,
    );
    await closed.release();
  });

  test("in the demo the Playground's port is taken", async () => {
    const args = ["demo", "--port", "0", "--graph-port", "0", "--playground-port", takenPort];
    expect(await problemOf(args)).toBe(
      `Port ${takenPort} is in use. Stop the program that uses it, or set another port with --playground-port.`,
    );
  });
});

test("the demo exits with 2 for an unknown store", async () => {
  const program = runProgram(["demo", "--no-playground", "--store", "redis:x"]);
  expect(await program.exited).toBe(2);
  expect(program.errors).toEqual([expect.stringContaining("“redis:x” isn’t a known store")]);
});

test("the demo exits with 2 for an unknown option, and names the nearest one", async () => {
  const program = runProgram(["demo", "--prot", "3978"]);
  expect(await program.exited).toBe(2);
  expect(program.errors).toEqual([
    "Unknown option '--prot'. Did you mean --port? See rendezvous demo --help.",
  ]);
});
