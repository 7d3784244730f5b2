import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Fault, LocalSettings } from "../../../src/local/local-cloud";
import { CHECK_IDS, type CheckId } from "../../../src/check/check-words";
import { ada, bo, TENANT } from "../../support/activities";
import { UsageProblem } from "../../../src/cli/start-problem";
import { APP_ID, SECRET, useCheckSetup, type CheckOptions } from "../../support/use-check-setup";
import { makeCertificate } from "../../support/make-certificate";

const setup = useCheckSetup();

const REGISTRATION = `/ApplicationMenuBlade/~`;

/** What a test breaks: the embedded cloud's settings, the environment, or the public address. */
interface Broken extends CheckOptions {
  settings?: Partial<LocalSettings>;
  /** Without the prefix `AADSTS`. */
  entraCode?: number;
  fault?: Fault;
}

const byPowerShell = (user: string) =>
  `New-CsApplicationAccessPolicy -Identity Rendezvous -AppIds "${APP_ID}" -Description "Meetings made by Rendezvous"\n` +
  `Grant the policy: Grant-CsApplicationAccessPolicy -PolicyName Rendezvous -Identity "${user}"`;

const certificate = makeCertificate({ expiresAt: "2026-11-19T00:00:00Z" });
const BY_CERTIFICATE = { BOT_PASSWORD: undefined, BOT_CERTIFICATE: certificate.pem };

/** What is broken, the check that reports it, and parts of the message and the fix. */
const brokenThings: [string, Broken, string, string[]][] = [
  [
    "a setting",
    { env: { TENANT_ID: "contoso.onmicrosoft.com" } },
    "settings",
    ["TENANT_ID must be a GUID. It is the directory (tenant) ID"],
  ],
  [
    "the client secret",
    { settings: { clientSecrets: ["another"] } },
    "bot-credential",
    ["rejected the client secret", "BOT_PASSWORD", `${REGISTRATION}/Credentials/appId/${APP_ID}`],
  ],
  [
    "an expired certificate",
    { env: BY_CERTIFICATE },
    "bot-credential",
    ["expired on November 19, 2026", "BOT_CERTIFICATE", `/Credentials/appId/${APP_ID}`],
  ],
  [
    "an expired secret",
    { entraCode: 7000222 },
    "bot-credential",
    ["secret has expired", `/Credentials/appId/${APP_ID}`],
  ],
  [
    "a certificate that Entra does not know",
    { entraCode: 700027 },
    "bot-credential",
    ["doesn’t know the certificate", `/Credentials/appId/${APP_ID}`],
  ],
  [
    "an unknown tenant",
    { entraCode: 90002 },
    "bot-credential",
    ["can’t find this tenant", `Tenant ID: ${TENANT}`, "TENANT_ID", "CLOUD"],
  ],
  [
    "an invalid tenant name",
    { entraCode: 900023 },
    "bot-credential",
    ["can’t find this tenant", `Tenant ID: ${TENANT}`, "TENANT_ID"],
  ],
  [
    "an app of another tenant",
    { entraCode: 700016 },
    "bot-credential",
    [
      "can’t find this app",
      `App ID: ${APP_ID}`,
      `Tenant ID: ${TENANT}`,
      `/Overview/appId/${APP_ID}`,
    ],
  ],
  [
    "a disabled app",
    { entraCode: 7000112 },
    "bot-credential",
    ["disabled", `App ID: ${APP_ID}`, "Enabled for users to sign in"],
  ],
  [
    "a federated credential",
    { entraCode: 700213 },
    "bot-credential",
    [
      "doesn’t trust",
      `https://login.microsoftonline.com/${TENANT}/v2.0`,
      "api://AzureADTokenExchange",
    ],
  ],
  [
    "Conditional Access",
    { entraCode: 53003 },
    "bot-credential",
    ["Conditional Access", `App ID: ${APP_ID}`],
  ],
  [
    "an unknown error of Entra",
    { entraCode: 90094 },
    "bot-credential",
    ["AADSTS90094", "https://login.microsoftonline.com/error?code=90094"],
  ],
  [
    "the permission",
    { settings: { appRoles: [] } },
    "graph-permission",
    ["OnlineMeetings.ReadWrite.All isn’t granted", `/CallAnAPI/appId/${APP_ID}`],
  ],
  [
    "another permission than the one needed",
    { settings: { appRoles: ["OnlineMeetings.Read.All"] } },
    "graph-permission",
    ["OnlineMeetings.ReadWrite.All isn’t granted"],
  ],
  [
    "the access policy",
    { settings: { policy: "none" } },
    "organizer",
    ["No application access policy", byPowerShell(ada.aadId), "“-Global”", "30 minutes"],
  ],
  [
    "the access policy of the service account",
    { env: { ORGANIZER: bo.aadId }, settings: { policy: { exceptFor: [bo.aadId] } } },
    "organizer",
    [byPowerShell(bo.aadId)],
  ],
  [
    "the access policy of the user in --user",
    { argv: ["--user", bo.aadId], settings: { policy: { exceptFor: [bo.aadId] } } },
    "organizer",
    [byPowerShell(bo.aadId)],
  ],
  [
    "the license",
    { settings: { unlicensedUsers: [ada.aadId] } },
    "organizer",
    ["no Teams license", `Account: ${ada.aadId}`, `/UserDetails/${ada.aadId}/LicensesAndApps`],
  ],
  [
    "an unknown account",
    { env: { ORGANIZER: bo.aadId }, settings: { unknownUsers: [bo.aadId] } },
    "organizer",
    ["no Teams license", `Account: ${bo.aadId}`],
  ],
  [
    "a store's folder that cannot be created",
    { env: { STORE: "lmdb:/dev/zero/records" } },
    "store",
    ["can’t use its storage", "Storage: /dev/zero/records", "STORE"],
  ],
  [
    // Not even root can write there.
    "a read-only folder of the store",
    { env: { STORE: "lmdb:/sys/rendezvous" } },
    "store",
    [
      "can’t write to its storage folder",
      "Storage: /sys/rendezvous",
      `Command: sudo chown -R ${process.getuid?.()} "/sys/rendezvous"`,
    ],
  ],
  [
    "a store's folder that is a file",
    { env: { STORE: `lmdb:${__filename}` } },
    "store",
    ["can’t use its storage", `Storage: ${__filename}`, "isn’t a folder", "set STORE"],
  ],
  [
    "beta, while v1.0 works",
    { fault: { match: "/beta/", status: 403 } },
    "graph-beta",
    ["Graph refused the request", "Error: 403 ", "Request ID: "],
  ],
  [
    "the public URL",
    { health: () => new Response("<h1>It works!</h1>") },
    "public-url",
    ["another program", "BOT_DOMAIN"],
  ],
];

function breakSetup({ settings, entraCode, fault }: Broken): void {
  Object.assign(setup.cloud.settings, settings);
  if (fault) setup.cloud.addFault(fault);
  if (entraCode === undefined) return;
  const body = {
    error: "invalid_client",
    error_description: `AADSTS${entraCode}: In Entra's own words. Trace ID: 1`,
    error_codes: [entraCode],
  };
  setup.cloud.addFault({ match: "/oauth2/v2.0/token", times: 1, status: 401, body });
}

type Checks = Awaited<ReturnType<typeof setup.runJson>>["checks"];

function findCheck(checks: Checks, wanted: CheckId) {
  return checks.find(({ id }) => id === wanted);
}

describe("reports each broken part as one fault", () => {
  test.each(brokenThings)("%s", async (_what, broken, id, parts) => {
    breakSetup(broken);
    const { ok, checks } = await setup.runJson(broken);
    expect(ok).toBe(false);
    const faults = checks.filter(({ status }) => status === "fault");
    expect(faults.map((fault) => fault.id)).toEqual([id]);
    const text = `${faults[0]?.message}\n${faults[0]?.fix}`;
    for (const part of parts) expect(text).toContain(part);
  });

  test.each(brokenThings)(
    "%s: in the report for people, without the secret",
    async (_what, broken) => {
      breakSetup(broken);
      const { output, exitCode } = await setup.run(broken);
      expect(exitCode).toBe(1);
      expect(output.match(/^ {2}FAILED /gm)).toHaveLength(1);
      expect(output).not.toContain(SECRET);
      expect(output).not.toMatch(/undefined|null|\[object|eyJ/);
    },
  );
});

describe("without faults", () => {
  test("every check is ok, and the exit code is 0", async () => {
    const { ok, checks } = await setup.runJson();
    expect(checks.map(({ id, status }) => [id, status])).toEqual(CHECK_IDS.map((id) => [id, "ok"]));
    expect(ok).toBe(true);
    const { output, exitCode } = await setup.run();
    expect(exitCode).toBe(0);
    const { length } = CHECK_IDS;
    expect(output.endsWith(`\n  ${length} checks: ${length} passed. Rendezvous is set up.\n`)).toBe(
      true,
    );
    expect(output).toContain(`Rendezvous 1.2.3 · app ${APP_ID} · tenant ${TENANT}`);
    expect(output).not.toContain(SECRET);
  });

  test("one meeting is created on v1.0, read on beta, and deleted", async () => {
    await setup.runJson();
    const requests = setup.cloud.requests();
    const meetings = `users/${ada.aadId}/onlineMeetings`;
    expect(requests.map(({ method, path, status }) => [method, path, status])).toEqual([
      ["POST", `/v1.0/${meetings}/createOrGet`, 201],
      ["GET", expect.stringMatching(`^/beta/${meetings}/`), 200],
      ["DELETE", expect.stringMatching(`^/v1.0/${meetings}/`), 204],
    ]);
    expect(requests[0]?.body).toEqual({
      externalId: expect.stringMatching(/^[\da-f-]{36}$/),
      subject: "Rendezvous check",
    });
    await setup.runJson();
    const [first, second] = setup.cloud.requests().filter(({ method }) => method === "POST");
    expect(first?.body).not.toEqual(second?.body);
  });

  test("the report says when the certificate expires", async () => {
    const { pem } = makeCertificate({ expiresAt: "2027-03-01T12:00:00Z" });
    const { checks } = await setup.runJson({
      env: { BOT_PASSWORD: undefined, BOT_CERTIFICATE: pem },
    });
    expect(checks).toContainEqual({
      id: "bot-credential",
      status: "ok",
      message: "The certificate works. It expires on March 1, 2027.",
    });
  });
});

/** The skipped checks of a setup without faults. */
async function skippedOf(options: CheckOptions) {
  const { ok, checks } = await setup.runJson(options);
  expect(ok).toBe(true);
  expect((await setup.run(options)).exitCode).toBe(0);
  return checks
    .filter(({ status }) => status === "skipped")
    .map(({ id, message }) => [id, message]);
}

describe("a skipped check is not a fault", () => {
  test("policy and license, without a user to try", async () => {
    const { checks } = await setup.runJson({ env: { ADMINS: "" } });
    expect(findCheck(checks, "organizer")).toMatchObject({
      status: "skipped",
      message: expect.stringMatching(/“--user”.*ADMINS/),
    });
    expect(findCheck(checks, "graph-beta")).toMatchObject({
      status: "skipped",
      message: "“Test meeting” must pass first.",
    });
    expect(setup.cloud.requests()).toEqual([]);
  });

  test("beta, outside the global cloud", async () => {
    expect(await skippedOf({ env: { CLOUD: "usgov" } })).toEqual([
      ["graph-beta", expect.stringContaining("This cloud doesn’t link meetings to channels")],
    ]);
    expect(setup.cloud.requests().map(({ method }) => method)).not.toContain("GET");
  });

  test("the package, before it is built", async () => {
    await rm(join(setup.folder, "artifacts"), { recursive: true });
    expect(await skippedOf({})).toEqual([["app-package", expect.stringContaining("npm run pack")]]);
  });

  test("policy and license with delegated permissions, because people sign in to the bot", async () => {
    setup.cloud.settings.appRoles = [];
    const options = { env: { GRAPH_AUTH: "delegated" } };
    expect(await skippedOf(options)).toEqual([
      ["organizer", expect.stringContaining("“signin”")],
      ["graph-beta", "“Test meeting” must pass first."],
    ]);
    const { checks } = await setup.runJson(options);
    expect(findCheck(checks, "graph-permission")?.status).toBe("ok");
    expect(setup.cloud.requests()).toEqual([]);
    const { output } = await setup.run(options);
    expect(output).toMatch(/2 skipped\. These checks found no problems\.\n$/);
  });

  test("all checks that depend on a fault name it, even indirectly", async () => {
    setup.cloud.settings.clientSecrets = ["another"];
    const { checks } = await setup.runJson();
    expect(
      checks.filter(({ status }) => status === "skipped").map(({ id, message }) => [id, message]),
    ).toEqual(
      ["graph-token", "graph-permission", "organizer", "graph-beta"].map((id) => [
        id,
        "“App registration” must pass first.",
      ]),
    );
  });
});

test("independent faults are all reported", async () => {
  setup.cloud.settings.policy = "none";
  await setup.pack("1.2.2");
  const { checks } = await setup.runJson({
    env: { STORE: "lmdb:/sys/rendezvous" },
    health: () => new Response("", { status: 502 }),
  });
  const faults = checks.filter(({ status }) => status === "fault");
  expect(faults.map(({ id }) => id)).toEqual(["organizer", "store", "public-url", "app-package"]);
});

test("the report for people lists wrong settings, and wraps sentences but no values", async () => {
  const { output } = await setup.run({ env: { BOT_ID: "x", SEALING_KEY: undefined } });
  expect(output.match(/^ {11}- [A-Z_]+ /gm)).toHaveLength(2);
  expect(output.split("\n").filter((line) => line.length > 100)).toEqual([]);
  setup.cloud.settings.appRoles = [];
  const missing = await setup.run();
  const long = missing.output.split("\n").filter((line) => line.length > 100);
  expect(long).toEqual([
    expect.stringContaining(`app ${APP_ID}`),
    expect.stringMatching(/^ {11}https:\/\/entra\.microsoft\.com\/\S+$/),
  ]);
  expect(missing.output).toContain(`\n           App ID:\n             ${APP_ID}\n`);
  const { length } = CHECK_IDS;
  expect(missing.output.split("\n").at(-2)).toBe(
    `  ${length} checks: ${length - 3} passed, 1 failed, 2 skipped.`,
  );
});

test("all wrong settings are listed, and the other checks are skipped", async () => {
  const { checks } = await setup.runJson({ env: { BOT_ID: "x", SEALING_KEY: undefined } });
  expect(checks.map(({ id }) => id)).toEqual([...CHECK_IDS]);
  expect(findCheck(checks, "settings")?.fix?.split("\n")).toEqual([
    expect.stringContaining("env/README.md"),
    expect.stringMatching(/^BOT_ID must be a GUID\. It is /),
    expect.stringMatching(/^SEALING_KEY is missing\. It is /),
  ]);
  const statuses = { settings: "fault", "app-package": "ok" };
  expect(Object.fromEntries(checks.map(({ id, status }) => [id, status]))).toEqual({
    ...Object.fromEntries(CHECK_IDS.map((id) => [id, "skipped"])),
    ...statuses,
  });
});

describe("the app package", () => {
  test("is reported with both versions if they differ", async () => {
    await setup.pack("1.2.2");
    const { checks } = await setup.runJson();
    expect(findCheck(checks, "app-package")).toMatchObject({
      status: "fault",
      message: "The app package has version 1.2.2, but the server has 1.2.3.",
      fix: expect.stringMatching(
        /\nCommand: npm run pack\nFile: artifacts\/app-package\/rendezvous\.dev\.zip$/,
      ),
    });
  });

  test("is reported if it is not a package", async () => {
    await writeFile(join(setup.folder, "artifacts/app-package/rendezvous.prod.zip"), "no zip");
    const { checks } = await setup.runJson();
    expect(findCheck(checks, "app-package")).toMatchObject({
      message: "This file isn’t an app package.",
      fix: expect.stringContaining("File: artifacts/app-package/rendezvous.prod.zip"),
    });
  });
});

describe("the managed identity", () => {
  const env = { BOT_PASSWORD: undefined, MANAGED_IDENTITY_CLIENT_ID: bo.aadId };
  test("is reported if the server does not have it", async () => {
    const { checks } = await setup.runJson({ env });
    const faults = checks.filter(({ status }) => status === "fault");
    expect(faults).toEqual([
      expect.objectContaining({
        id: "bot-credential",
        message: "The server can’t use its managed identity.",
        fix: expect.stringContaining(`Client ID of the managed identity: ${bo.aadId}`),
      }),
    ]);
  });
});

test("in a Government cloud, the addresses are those of its portals", async () => {
  setup.cloud.settings.appRoles = [];
  const { checks } = await setup.runJson({ env: { CLOUD: "usgov-dod" } });
  expect(findCheck(checks, "graph-permission")?.fix).toContain("https://entra.microsoft.us/#view/");
});

describe("wrong options are rejected with a sentence", () => {
  test.each([
    [["--jsn"], "'--jsn'"],
    [["extra"], "Too many arguments"],
    [["--user", "ada@contoso.com"], "--user must be an object ID"],
    [["--user"], "'--user <object id>' argument missing"],
    [["--graph-url", "https://graph.example.com"], "demo on this machine"],
    [["--graph-url", "127.0.0.1:3979"], "demo on this machine"],
  ])("%j", async (argv, sentence) => {
    const running = setup.run({ argv });
    await expect(running).rejects.toThrow(UsageProblem);
    await expect(running).rejects.toThrow(sentence);
    await expect(running).rejects.toThrow(/^[^\n]+ See rendezvous check-setup --help\.$/);
  });
});
