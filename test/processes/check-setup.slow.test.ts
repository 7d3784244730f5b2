import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CHECK_IDS } from "../../src/check/check-words";
import { startLocalCloud, type LocalCloud } from "../../src/local/local-cloud";
import { createDefaultSettings } from "../../src/local/local-settings";
import { sleep } from "../../src/async/deadline";
import { ada } from "../support/activities";
import { APP_ID, SECRET, toEnvironment } from "../support/use-check-setup";
import { makeCertificate } from "../support/make-certificate";
import { SLOW_CLOCK, runProgram } from "../support/run-program";

const IDENTITY = "77777777-8888-4777-8666-555555555555";

let folder: string;
let cloud: LocalCloud;
let front: Server;
let env: Record<string, string | undefined>;
/** Runs when the cloud starts to delay an answer. */
let onDelay = () => {};

/** Stands in for the reverse proxy of a deployment: HTTPS, and the health of the program. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "rendezvous-test-"));
  cloud = await startLocalCloud({
    sleep(ms, signal) {
      onDelay();
      return sleep(ms, signal);
    },
  });
  const { key, certificate } = makeCertificate();
  front = createServer({ key, cert: certificate }, (_request, response) => {
    response.end(JSON.stringify({ status: "ok", program: "rendezvous" }));
  });
  await new Promise<void>((resolve) => front.listen(0, "127.0.0.1", resolve));
  const address = front.address();
  const port = typeof address === "object" && address ? address.port : 0;
  env = {
    ...toEnvironment(folder, { BOT_DOMAIN: `127.0.0.1:${port}` }),
    ...SLOW_CLOCK,
    // The test's certificate is self-signed.
    NODE_TLS_REJECT_UNAUTHORIZED: "0",
    NODE_NO_WARNINGS: "1",
  };
});
afterAll(async () => {
  await new Promise((resolve) => front.close(resolve));
  await cloud.close();
  await rm(folder, { recursive: true, force: true });
});

async function run(args: string[], changes: Record<string, string> = {}) {
  const program = runProgram(["check-setup", ...args], { ...env, ...changes });
  const exitCode = await program.exited;
  return { exitCode, output: program.output.join("\n"), errors: program.errors };
}

test("exits with 0 for a working setup, and leaves nothing behind", async () => {
  const { exitCode, output, errors } = await run(["--graph-url", cloud.url]);
  expect(output).not.toContain("FAILED");
  expect(output).toContain(`\n  ${CHECK_IDS.length} checks: `);
  expect(output).toMatch(/ passed.*\. Rendezvous is set up\.$/m);
  expect([exitCode, errors]).toEqual([0, []]);
  expect(output).not.toContain(SECRET);
  expect(cloud.requests().map(({ method }) => method)).toEqual(["POST", "GET", "DELETE"]);
  expect(cloud.meetings()).toEqual([]);
});

test("exits with 1 for a fault; --json prints one object and nothing else", async () => {
  cloud.settings.policy = "none";
  const { exitCode, output, errors } = await run(["--json", "--graph-url", cloud.url]);
  cloud.settings.policy = "all";
  expect([exitCode, errors]).toEqual([1, []]);
  const report = JSON.parse(output) as { ok: boolean; checks: { id: string; status: string }[] };
  expect(report.ok).toBe(false);
  expect(report.checks.filter(({ status }) => status === "fault")).toEqual([
    {
      id: "organizer",
      status: "fault",
      message: expect.stringContaining("No application access policy"),
      fix: expect.stringMatching(new RegExp(`-AppIds "${APP_ID}"[^]*-Identity "${ada.aadId}"`)),
    },
  ]);
});

/** The faults of a machine with managed identities. */
async function faultsWith(changes: Record<string, string>) {
  const variables = { ...cloud.identityVariables, ...changes };
  const { output } = await run(["--json", "--graph-url", cloud.url], variables);
  const { checks } = JSON.parse(output) as { checks: { id: string; status: string }[] };
  return checks.filter(({ status }) => status === "fault");
}

describe("the managed identity", () => {
  const registered = { BOT_PASSWORD: "", MANAGED_IDENTITY_CLIENT_ID: IDENTITY };
  const itself = { BOT_PASSWORD: "", BOT_TYPE: "UserAssignedMsi" };
  afterEach(() => {
    Object.assign(cloud.settings, createDefaultSettings());
    cloud.clearFaults();
  });

  test("is not blamed when Entra cannot be reached", async () => {
    cloud.addFault({ match: "/oauth2/v2.0/token", drop: true, times: 100 });
    expect(await faultsWith(registered)).toEqual([
      expect.objectContaining({
        id: "bot-credential",
        message: "The server can’t reach Entra ID.",
        fix: expect.stringContaining("Host: login.microsoftonline.com"),
      }),
    ]);
  });

  test("is named by its client id when the registration does not trust it", async () => {
    cloud.settings.federatedCredentials = [];
    expect(await faultsWith(registered)).toEqual([
      expect.objectContaining({
        id: "bot-credential",
        fix: expect.stringContaining(`az ad sp show --id ${IDENTITY} --query id --output tsv`),
      }),
    ]);
  });

  test("gets the command for the permission when it is the bot itself", async () => {
    cloud.settings.appRoles = [];
    expect(await faultsWith(itself)).toEqual([
      expect.objectContaining({
        id: "graph-permission",
        fix: expect.stringContaining(
          `https://graph.microsoft.com/v1.0/servicePrincipals(appId='${APP_ID}')/appRoleAssignments`,
        ),
      }),
    ]);
  });
});

test("exits with 2 and one sentence for an unknown option", async () => {
  const { exitCode, errors } = await run(["--jsn"]);
  expect([exitCode, errors]).toEqual([
    2,
    [expect.stringContaining("See rendezvous check-setup --help.")],
  ]);
});

test("exits at once when interrupted, and deletes what it created", async () => {
  cloud.addFault({ match: "/beta/", delayMs: 3_600_000, drop: true });
  const isDelaying = new Promise<void>((resolve) => (onDelay = resolve));
  const program = runProgram(["check-setup", "--graph-url", cloud.url], env);
  await isDelaying;
  program.kill("SIGINT");
  expect(await program.exited).toBe(1);
  expect(cloud.meetings()).toEqual([]);
});
