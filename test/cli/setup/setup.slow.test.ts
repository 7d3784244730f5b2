import { readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../../manifest/read-manifest";
import { ada, TENANT } from "../../support/activities";
import { APP_ID, M365_ACCOUNT, toAzureAccount, useSetup, VERSION } from "../../support/use-setup";

const setup = useSetup();
const CREDENTIAL = "az ad app federated-credential create --id";
const ALL = [
  "atk provision --env dev",
  `${CREDENTIAL} ${APP_ID} --parameters artifacts/federated-credential.dev.json`,
  `az ad app permission admin-consent --id ${APP_ID}`,
  "atk deploy --env dev",
];

const toSettings = (graphAuth: string) =>
  Object.entries({ GRAPH_AUTH: graphAuth, LIVE_STATUS: "bot", ADMINS: ada.aadId }).map(
    ([name, value]) => ({
      name,
      value,
    }),
  );

/** What the registration asks for in Graph. */
function permissionsOf(mode: string): string[] {
  const { requiredResourceAccess } = JSON.parse(
    readFileSync(join(ROOT, `infra/aad.manifest.${mode}.json`), "utf8"),
  ) as { requiredResourceAccess: { resourceAccess: { id: string }[] }[] };
  return requiredResourceAccess.flatMap(({ resourceAccess }) => resourceAccess.map(({ id }) => id));
}

const countOf = (lines: string[], start: string) =>
  lines.filter((line) => line.trim().startsWith(start)).length;

test("one run brings the bot to a tenant, announces each step, and says what is left to a person", async () => {
  const { lines, exitCode, changes } = await setup.run();
  expect(exitCode).toBe(0);
  expect(changes).toEqual(ALL);
  const titles = lines.filter((line) => /^\d+\/10 /.test(line));
  expect(titles).toHaveLength(10);
  for (const title of titles) {
    const [why = "", outcome = ""] = lines.slice(lines.indexOf(title) + 1);
    expect(why).toMatch(/^ {4}[A-Z].*\.$/);
    expect(outcome).toMatch(/^ {4}Done/);
  }
  expect(lines.filter((line) => /^ {6}- DEVELOPER_\w+ is still /.test(line))).toHaveLength(4);
  expect(lines.join("\n")).not.toContain("CsApplicationAccessPolicy");
  expect(lines.slice(lines.indexOf("What only you can do:")).join("\n")).toMatch(
    /1\. Unless .* upload artifacts\/app-package\/rendezvous\.dev\.zip[^]*\n {2}2\. In Teams .*type check[^]*az webapp ssh --ids \/subscriptions\/[^]*\n {2}3\. Add Rendezvous to a team/,
  );
  expect(setup.readEnvFile(".env.dev")).toMatchObject({
    GRAPH_AUTH: "delegated",
    ADMINS: ada.aadId,
    BOT_ID: APP_ID,
  });
});

describe("it ends with what check says", () => {
  test("as far as this machine can tell, and leaves the rest to the server", async () => {
    const { lines, exitCode } = await setup.run();
    const report = lines.slice(
      lines.findIndex((line) => line.includes(`Rendezvous ${VERSION} · app`)),
    );
    expect(report.join("\n")).toMatch(
      new RegExp(`app ${APP_ID} · tenant ${TENANT}[^]*Storage +Only the server can check this`),
    );
    expect(report.at(-2)).toBe(
      "  9 checks: 5 passed, 4 skipped. The skipped ones wait until you type check in Teams.",
    );
    expect(exitCode).toBe(0);
  });

  test("a fault comes last, with what to do about it, and its exit code is 1", async () => {
    setup.provision();
    let count = 0;
    const { lines, exitCode, problem } = await setup.run("", {
      async fetch() {
        count += 1;
        return count === 1
          ? Response.json({ status: "ok", program: "rendezvous", version: VERSION })
          : new Response("", { status: 503 });
      },
    });
    expect([problem, exitCode]).toEqual([undefined, 1]);
    const check = lines.slice(lines.indexOf("What only you can do:")).join("\n");
    expect(check).toMatch(/FAILED +Public URL[^]*Start Rendezvous[^]*1 failed, 4 skipped\.\n$/);
  });
});

test("the sealing key is only in the file that Git ignores, which only its owner can read", async () => {
  const { lines } = await setup.run();
  const { SECRET_SEALING_KEY: key = "" } = setup.readEnvFile(".env.dev.user");
  expect(Buffer.from(key, "base64")).toHaveLength(32);
  expect(statSync(setup.path("env/.env.dev.user")).mode & 0o777).toBe(0o600);
  const written = ["env/.env.dev", "artifacts/federated-credential.dev.json", "bin/calls.txt"];
  const texts = written.map((path) => readFileSync(setup.path(path), "utf8"));
  expect([...lines, ...texts].join("\n")).not.toContain(key);
});

// https://learn.microsoft.com/graph/api/application-post-federatedidentitycredentials
test("the federated credential is for the server's identity and the tenant's Entra", async () => {
  await setup.run();
  const path = setup.path("artifacts/federated-credential.dev.json");
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({
    name: "rendezvous",
    description: expect.any(String),
    issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    subject: setup.readEnvFile(".env.dev")["AZURE_IDENTITY_PRINCIPAL_ID"],
    audiences: ["api://AzureADTokenExchange"],
  });
});

test("a second run changes nothing, and keeps the key", async () => {
  await setup.run();
  const before = setup.readEnvFile(".env.dev.user");
  const { lines, changes } = await setup.run();
  expect(changes).toEqual([]);
  expect(countOf(lines, "Done already: ")).toBe(10);
  expect(setup.readEnvFile(".env.dev.user")).toEqual(before);
});

test("--dry-run prints the plan, and changes nothing", async () => {
  const before = readFileSync(setup.path("env/.env.dev"), "utf8");
  const { lines, changes } = await setup.run("--dry-run");
  expect(changes).toEqual([]);
  expect(readFileSync(setup.path("env/.env.dev"), "utf8")).toBe(before);
  expect(setup.readEnvFile(".env.dev.user")).toEqual({});
  expect([countOf(lines, "Done already: "), countOf(lines, "To do: ")]).toEqual([2, 8]);
  expect(lines.join("\n")).toContain("To do: Runs `atk provision --env dev`");
  expect(lines.at(-1)).toContain("Nothing was changed.");
});

describe("--dry-run", () => {
  test.each(["delegated", "application"] as const)(
    "names each permission that %s grants, as in the registration",
    async (mode) => {
      const other = mode === "delegated" ? "application" : "delegated";
      setup.provision();
      setup.write("env/.env.dev", (text) => text.replace(/^GRAPH_AUTH=.*/m, `GRAPH_AUTH=${other}`));
      setup.change({ isConsented: false, settings: toSettings(other) });
      const { lines } = await setup.run(`--graph-auth ${mode} --dry-run`);
      const plan = lines.filter((line) => line.includes("To do: ")).join("\n");
      expect(plan).toMatch(/Sets GRAPH_AUTH=.*\n.*`atk provision --env dev`.*\n.*admin-consent/);
      for (const name of permissionsOf(mode)) expect(plan).toMatch(new RegExp(`\\b${name}[, ]`));
      expect(lines.join("\n").includes("OnlineMeetings.ReadWrite.All")).toBe(
        mode === "application",
      );
    },
  );

  test("lists what is missing, and plans the rest", async () => {
    setup.uninstall("az");
    setup.change({ accounts: [M365_ACCOUNT] });
    const { lines, changes } = await setup.run("--dry-run");
    expect(lines.slice(2, 5)).toEqual([
      "    To do: Something is missing on this machine.",
      expect.stringMatching(/^ {6}- Install the Azure CLI: https:/),
      "      - Run `atk auth login azure`.",
    ]);
    expect(countOf(lines, "To do: ")).toBe(9);
    expect(changes).toEqual([]);
  });

  test("without a terminal, says what to set, unless it's set", async () => {
    const run = () => setup.run("--dry-run", { isInteractive: false });
    const question = "set AZURE_SUBSCRIPTION_ID and AZURE_RESOURCE_GROUP_NAME in env/.env.dev";
    expect((await run()).lines.join("\n")).toContain(question);
    setup.write("env/.env.dev", (text) =>
      text.replace(/^(AZURE_(SUBSCRIPTION_ID|RESOURCE_GROUP_NAME))=$/gm, "$1=s"),
    );
    expect((await run()).lines.join("\n")).not.toContain(question);
  });
});

describe("the next run continues where a step failed", () => {
  test.each([
    [
      "az ad signed-in-user show",
      "ERROR: Insufficient privileges",
      "Set ADMINS in env/.env.dev",
      0,
    ],
    ["atk provision", "(×) Error: no subscription", "Do what the Toolkit’s message says", 0],
    ["az ad app federated-credential create", "ERROR: Insufficient privileges", "as an owner", 1],
    [
      "az ad app permission admin-consent",
      "ERROR: Forbidden",
      "Sign in to az as a Cloud Application Administrator or Global Administrator.\n  - Or leave it to each person: add --no-consent.",
      2,
    ],
    ["atk deploy", "(×) Error: zip deploy failed", "Do what the Toolkit’s message says", 3],
  ])("%s", async (call, text, advice, doneCount) => {
    setup.fail({ call, how: "fail", text });
    const { problem = "", changes } = await setup.run();
    expect(problem).toMatch(/^Failed: `a(z|tk) [a-z -]+` failed with exit code 1: /);
    expect(problem).toContain(advice);
    expect(problem).toContain("Then run `npm run setup -- --env dev` again. It continues here.");
    // The Toolkit's own output is above.
    expect(problem).toContain(call.startsWith("az") ? text.replace("ERROR: ", "") : "is above.");
    expect(problem).not.toMatch(/WARNING|more about it/);
    const done = changes.filter((change) => !change.startsWith(call));
    expect(done).toEqual(ALL.slice(0, doneCount));

    setup.fail();
    const next = await setup.run();
    expect(next.problem).toBeUndefined();
    expect([...done, ...next.changes]).toEqual(ALL);
  });

  test("the package: it names the wrong value", async () => {
    setup.provision();
    const file = setup.path("env/.env.dev");
    const text = readFileSync(file, "utf8");
    writeFileSync(file, text.replace("DEVELOPER_NAME=", "FORMER_NAME="));
    expect((await setup.run()).problem).toContain("DEVELOPER_NAME isn’t set.");
  });
});

describe("tools and sign-ins: it says what to install or run", () => {
  test.each(["az", "atk"])("%s isn't installed", async (program) => {
    setup.uninstall(program);
    const { problem, changes } = await setup.run();
    expect(problem).toMatch(
      program === "az" ? /Install the Azure CLI: https:/ : /npm install --global @microsoft\/m365/,
    );
    expect(changes).toEqual([]);
    setup.install(program);
    expect((await setup.run()).problem).toBeUndefined();
  });

  test("no one is signed in to az", async () => {
    const text = "ERROR: Please run 'az login' to setup account.";
    setup.fail({ call: "az account show", how: "fail", text });
    expect((await setup.run()).problem).toContain("Run `az login --allow-no-subscriptions`");
  });

  test.each([
    ["Use `atk auth login azure` or `atk auth login m365` to log in.", ["m365", "azure"]],
    [toAzureAccount([]), ["m365"]],
    [M365_ACCOUNT, ["azure"]],
    [`${M365_ACCOUNT}\n${toAzureAccount([])}`, ["azure"]],
  ])("atk says %s", async (text, missing) => {
    setup.fail({ call: "atk auth list", how: "print", text });
    const { problem = "" } = await setup.run();
    const named = [...problem.matchAll(/Run `atk auth login (\w+)`/g)].map(([, name]) => name);
    expect(named).toEqual(missing);
  });

  test("az is signed in to another tenant than the app's", async () => {
    setup.provision();
    setup.change({ account: { tenantId: "other", user: { name: "ada@fabrikam.com" } } });
    expect((await setup.run()).problem).toMatch(/Run `az login --tenant [0-9a-f-]{36} /);
  });

  test.each([
    [
      "are in another tenant",
      [{ subscriptionId: "s", tenantId: "other" }],
      "",
      `az is in ${TENANT}, and atk’s subscriptions are in other.`,
    ],
    [
      "don't include the chosen one",
      [{ subscriptionId: "s", tenantId: TENANT }],
      "s2",
      "can use the subscription s2, or empty AZURE_SUBSCRIPTION_ID in env/.env.dev.",
    ],
    [
      "include one in the chosen one's tenant only by chance",
      [
        { subscriptionId: "s", tenantId: TENANT },
        { subscriptionId: "s2", tenantId: "other" },
      ],
      "s2",
      "atk’s subscriptions are in other.",
    ],
  ])("atk's subscriptions %s", async (_, subscriptions, chosen, sentence) => {
    setup.change({ accounts: [M365_ACCOUNT, toAzureAccount(subscriptions)] });
    setup.write("env/.env.dev", (text) =>
      text.replace("AZURE_SUBSCRIPTION_ID=", `AZURE_SUBSCRIPTION_ID=${chosen}`),
    );
    expect((await setup.run("--only tools")).problem).toContain(sentence);
  });

  test("without a connection, atk lists no subscriptions, and that's no problem", async () => {
    setup.change({ accounts: [M365_ACCOUNT, "Your Azure account is: ada@contoso.com."] });
    expect((await setup.run("--only tools")).exitCode).toBe(0);
  });

  test("Node is too old", async () => {
    const { problem } = await setup.run("", { nodeVersion: "20.18.3" });
    expect(problem).toContain("Install Node 20.19 or newer: this is 20.18.3.");
  });
});

describe("each call can fail: it says what to do about the cause", () => {
  const EXPIRED =
    "ERROR: AADSTS700082: The refresh token has expired.\nInteractive authentication is needed. Please run:\naz login --scope https://graph.microsoft.com//.default";
  const LOGIN = `Run \`az login --tenant ${TENANT} --allow-no-subscriptions\`: your sign-in has expired.`;
  const calls = [
    ["admins", "az ad signed-in-user show"],
    ["provision", "az webapp config appsettings list"],
    ["federated-credential", "az ad app federated-credential list"],
    ["federated-credential", "az ad app federated-credential create"],
    ["consent", "az ad app permission admin-consent"],
    ["provision", "atk provision"],
    ["deploy", "atk deploy"],
  ] as const;
  const azCalls = calls.filter(([, call]) => call.startsWith("az"));

  /** All steps are still to do, although everything they need is there. */
  beforeEach(() => {
    setup.provision();
    setup.write("env/.env.dev", (text) => text.replace(/^ADMINS=.*$/m, "ADMINS="));
    setup.change({ settings: [], credentials: [], isConsented: false });
  });

  test.each(azCalls)("%s: the sign-in has expired, in %s", async (step, call) => {
    setup.fail({ call, how: "fail", text: EXPIRED });
    const { problem = "" } = await setup.run(`--only ${step}`);
    expect(problem).toMatch(/^Failed: `az [a-z -]+` failed with exit code 1: AADSTS700082/);
    expect(problem.split("\n  - ").slice(1, -1)).toEqual([LOGIN]);
  });

  test.each(azCalls)("%s: no answer, in %s", async (step, call) => {
    setup.fail({ call, how: "hang" });
    const { problem = "" } = await setup.run(`--only ${step}`);
    expect(problem).toMatch(
      /^Failed: `az [a-z -]+` didn’t end within 2 minutes\.\n {2}- Check your/,
    );
  });

  test.each([
    ["admins", "az", "Install the Azure CLI"],
    ["federated-credential", "az", "Install the Azure CLI"],
    ["consent", "az", "Install the Azure CLI"],
    ["provision", "atk", "npm install --global"],
    ["deploy", "atk", "npm install --global"],
  ])("%s: %s isn't there", async (step, program, advice) => {
    setup.uninstall(program);
    const { problem } = await setup.run(`--only ${step}`);
    expect(problem).toContain(`Failed: ${program} isn’t installed.\n  - `);
    expect(problem).toContain(advice);
  });

  test.each([
    ["federated-credential", "az ad app federated-credential create"],
    ["consent", "az ad app permission admin-consent"],
  ])("%s: az is in another tenant", async (step, call) => {
    setup.change({ account: { tenantId: "other", user: { name: "ada@fabrikam.com" } } });
    setup.fail({ call, how: "fail", text: `ERROR: Resource '${APP_ID}' does not exist` });
    expect((await setup.run(`--only ${step}`)).problem).toMatch(
      /- Run `az login --tenant \S+ --allow-no-subscriptions`: az is signed in to another tenant, other\./,
    );
  });

  test("admins: az is signed in as an app, which isn't a person", async () => {
    const text = "ERROR: /me request is only valid with delegated authentication flow.";
    setup.fail({ call: "az ad signed-in-user show", how: "fail", text });
    expect((await setup.run("--only admins")).problem).toContain(
      "- Set ADMINS in env/.env.dev to your object id: Entra admin center > Users.",
    );
  });

  test.each(["<html>", "", "null"])("admins: az prints %j in place of an id", async (text) => {
    setup.fail({ call: "az ad signed-in-user show", how: "print", text });
    expect((await setup.run("--only admins")).problem).toContain("az returned no object id.");
    expect(setup.readEnvFile(".env.dev")["ADMINS"]).toBe("");
  });

  test.each([
    ["provision", "atk provision", 45],
    ["deploy", "atk deploy", 30],
  ])("%s: %s takes longer than %d minutes", async (step, call, minutes) => {
    setup.fail({ call, how: "hang" });
    expect((await setup.run(`--only ${step}`)).problem).toContain(
      `Failed: \`${call}\` didn’t end within ${minutes} minutes.`,
    );
  });

  test("provision: the Toolkit that writes no ids is not believed", async () => {
    setup.change({ created: {} });
    setup.write("env/.env.dev", (text) => text.replace(/^BOT_ID=.*$/m, "BOT_ID="));
    expect((await setup.run("--only provision")).problem).toContain(
      "The Toolkit didn’t write BOT_ID.",
    );
  });
});

describe("programs that don't end by themselves", () => {
  test("a call that hangs is ended, and named", async () => {
    setup.fail({ call: "az ad app permission admin-consent", how: "hang" });
    const { problem } = await setup.run();
    expect(problem).toContain("`az ad app permission admin-consent` didn’t end within 2 minutes.");
  });

  test("a call that asks a question gets no answer, and fails", async () => {
    setup.fail({ call: "az ad app federated-credential create", how: "ask" });
    expect((await setup.run()).problem).toContain("EOF when reading a line");
  });

  test("a CLI that prints no JSON is not believed", async () => {
    setup.fail({ call: "az account show", how: "print", text: "<html>" });
    expect((await setup.run()).problem).toContain("Update the Azure CLI");
  });

  test("consent is tried again while Entra doesn't know the registration", async () => {
    setup.change({ lateBy: 2 });
    const { problem, changes } = await setup.run();
    expect(problem).toBeUndefined();
    expect(countOf(changes, "az ad app permission admin-consent")).toBe(3);
  });

  test("without a terminal, the Toolkit asks nothing, and it says what to set", async () => {
    setup.fail({ call: "atk provision", how: "fail", text: "(×) Error" });
    const { problem, changes } = await setup.run("", { isInteractive: false });
    expect(changes).toEqual(["atk provision --env dev --interactive false"]);
    setup.fail();
    const next = await setup.run("", { isInteractive: false });
    expect(next.changes.at(-1)).toBe("atk deploy --env dev --interactive false");
    expect(problem).toContain("set AZURE_SUBSCRIPTION_ID and AZURE_RESOURCE_GROUP_NAME");
  });
});

describe("the server", () => {
  test("of another version is deployed again", async () => {
    setup.provision();
    setup.change({ serverVersion: "0.0.9" });
    const { changes, lines } = await setup.run();
    expect(changes).toEqual([ALL[3]]);
    expect(lines.join("\n")).toContain(`/healthz answers with version ${VERSION}.`);
  });

  test("of this version isn't, and it says how to deploy a change", async () => {
    setup.provision();
    setup.change({ serverVersion: VERSION });
    const { changes, lines } = await setup.run();
    expect(changes).toEqual([]);
    expect(lines.join("\n")).toContain(
      "To deploy a change that keeps the version, run `atk deploy --env dev`.",
    );
  });

  test("that never answers is named, with its log, and the next run waits without deploying again", async () => {
    setup.provision();
    setup.change({ isBroken: true });
    const { problem, changes } = await setup.run();
    expect(problem).toMatch(
      /https:\/\/rendezvous7f\.azurewebsites\.net\/healthz doesn’t answer after 10 minutes[^]*az webapp log tail --ids \/subscriptions/,
    );
    expect(changes).toEqual([ALL[3]]);
    expect(await setup.run()).toMatchObject({ problem, changes: [] });
    setup.change({ serverVersion: VERSION });
    expect(await setup.run()).toMatchObject({ exitCode: 0, changes: [] });
  });

  test.each([
    ["failed", { deployments: [{ active: false, status: 3 }] }],
    [
      "can't be looked up",
      { faults: [{ call: "az rest", how: "fail" as const, text: "ERROR: no" }] },
    ],
  ])("is deployed again if its last deployment %s", async (_, change) => {
    setup.provision();
    setup.change(change);
    expect((await setup.run("--only deploy")).changes).toEqual([ALL[3]]);
  });

  test("that keeps its former version is named with it", async () => {
    setup.provision();
    setup.change({ serverVersion: "0.0.9" });
    setup.fail({ call: "atk deploy", how: "print" });
    expect((await setup.run()).problem).toContain(
      "/healthz still has version 0.0.9 after 10 minutes.",
    );
  });
});

describe("GRAPH_AUTH", () => {
  test("application gets the commands for the access policy, with the app's id", async () => {
    const { lines } = await setup.run("--graph-auth application");
    expect(setup.readEnvFile(".env.dev")["GRAPH_AUTH"]).toBe("application");
    const text = lines.join("\n");
    expect(text).toContain(
      `New-CsApplicationAccessPolicy -Identity Rendezvous -AppIds "${APP_ID}"`,
    );
    expect(text).toContain("Grant-CsApplicationAccessPolicy -PolicyName Rendezvous -Global");
    expect(text).toContain("Get-CsApplicationAccessPolicy -Identity Rendezvous");
    expect(text).toContain(
      `Set-CsApplicationAccessPolicy -Identity Rendezvous -AppIds @{Add="${APP_ID}"}`,
    );
  });

  test("a change of it provisions and asks for consent again, and nothing else", async () => {
    setup.provision();
    setup.change({ serverVersion: VERSION });
    const { changes } = await setup.run("--graph-auth application");
    expect(changes).toEqual([ALL[0], ALL[2]]);
  });

  test("back to delegated, the commands that remove what the app no longer needs", async () => {
    await setup.run("--graph-auth application");
    const { lines } = await setup.run("--graph-auth delegated");
    const text = lines.slice(lines.indexOf("What only you can do:")).join("\n");
    expect(text).toMatch(
      /1\. The app still has [^]*az rest --method DELETE --url https:\S+\/servicePrincipals\/p1\/appRoleAssignments\/a1\n[^]*Remove-CsApplicationAccessPolicy -Identity Rendezvous\n {2}2\. Unless/,
    );
    setup.change({ hasRole: false });
    expect((await setup.run()).lines.join("\n")).not.toContain("The app still has");
  });
});

describe("--only", () => {
  const COMMAND = "--only federated-credential";

  test("runs one step, as atk provision does", async () => {
    setup.provision();
    setup.change({ credentials: [] });
    const { changes, lines } = await setup.run(COMMAND);
    expect(changes).toEqual([ALL[1]]);
    expect(lines).toHaveLength(3);
  });

  test("replaces the credential of a server that no longer exists", async () => {
    setup.provision();
    const former = { id: "f0", name: "rendezvous", issuer: "https://login", subject: "former" };
    setup.change({ credentials: [former] });
    const { changes } = await setup.run(COMMAND);
    expect(changes).toEqual([expect.stringContaining("update --federated-credential-id f0 --id")]);
    expect((await setup.run(COMMAND)).changes).toEqual([]);
  });

  test("says what has to come first", async () => {
    expect((await setup.run(COMMAND)).problem).toContain("BOT_ID isn’t set.");
  });

  test("names the steps that there are", async () => {
    expect((await setup.run("--only pack,trust")).problem).toMatch(
      /^--only can be tools, seal.*, deploy, not “trust”\./,
    );
  });
});

describe("in the Toolkit's scripts, which set TEAMSFX_ENV", () => {
  const COMMAND = "--only sealing-key,live-status,admins";
  const CONTEXT = { env: { TEAMSFX_ENV: "dev" } };

  test("new variables need another atk provision, because it has read its files", async () => {
    const { lines, problem } = await setup.run(COMMAND, CONTEXT);
    expect(problem).toMatch(
      /^The Toolkit hasn’t read this yet\. Run `atk provision --env dev` again/,
    );
    const { SECRET_SEALING_KEY: key = "" } = setup.readEnvFile(".env.dev.user");
    expect(setup.readEnvFile(".env.dev")["ADMINS"]).toBe(ada.aadId);
    expect(key).not.toBe("");
    expect(lines.join("\n")).not.toContain(key);
    expect(await setup.run(COMMAND, CONTEXT)).toMatchObject({ exitCode: 0, changes: [] });
  });

  test("a failure names the command that continues", async () => {
    setup.uninstall("az");
    expect((await setup.run(COMMAND, CONTEXT)).problem).toMatch(
      /Install the Azure CLI: \S+\n {2}- Then run `atk provision --env dev` again\./,
    );
  });

  test("the federated credential doesn't: atk provision ends with it", async () => {
    setup.provision();
    setup.change({ credentials: [] });
    expect((await setup.run("--only federated-credential", CONTEXT)).exitCode).toBe(0);
  });
});

describe("the environment's file keeps", () => {
  const toLines = (text: string) => text.replaceAll("\n", "\r\n");

  test("its line ends, and everything else", async () => {
    const path = setup.path("env/.env.dev");
    const before = readFileSync(path, "utf8");
    setup.write("env/.env.dev", toLines);
    setup.write("env/.env.dev.user", () => "OTHER=1\r\nMORE=2");
    await setup.run("--only sealing-key,live-status,admins");
    expect(readFileSync(path, "utf8")).toBe(
      toLines(before.replace(/^ADMINS=$/m, `ADMINS=${ada.aadId}`)),
    );
    expect(readFileSync(setup.path("env/.env.dev.user"), "utf8")).toMatch(
      /^OTHER=1\r\nMORE=2\r\nSECRET_SEALING_KEY=\S+\r\nSECRET_SEALING_KEY_PREVIOUS=\S+\r\nSECRET_NOTIFICATION_CERTIFICATE=(\S+)\r\nSECRET_NOTIFICATION_CERTIFICATE_PREVIOUS=\1\r\n$/,
    );
  });

  test("one value for each variable, even if a line is there twice or has no end", async () => {
    setup.write("env/.env.dev", (text) => `${text}ADMINS=`);
    setup.write("env/.env.dev.user", () => "SECRET_SEALING_KEY=");
    await setup.run("--only sealing-key,live-status,admins");
    expect(setup.readEnvFile(".env.dev")["ADMINS"]).toBe(ada.aadId);
    expect(readFileSync(setup.path("env/.env.dev.user"), "utf8")).toMatch(
      /^SECRET_SEALING_KEY=\S+\nSECRET_SEALING_KEY_PREVIOUS=\S+\nSECRET_NOTIFICATION_CERTIFICATE=(\S+)\nSECRET_NOTIFICATION_CERTIFICATE_PREVIOUS=\1\n$/,
    );
  });

  test("nothing that can't be written, which is named", async () => {
    symlinkSync("/nowhere/file", setup.path("env/.env.dev.user"));
    expect((await setup.run("--only sealing-key")).problem).toMatch(
      /^Failed: ENOENT: .*my projects\/env\/\.env\.dev\.user'\n {2}- Make it possible to read and write this file\./,
    );
  });
});

test("Ctrl+C ends the program that runs, and says where the next run continues", async () => {
  setup.fail({ call: "atk provision", how: "work" });
  const stopping = new AbortController();
  const running = setup.run("", { stopping: stopping.signal });
  await setup.waitFor("working", "atk provision");
  stopping.abort();
  expect((await running).problem).toBe(
    "Stopped. Run `npm run setup -- --env dev` again. It continues here.",
  );
  await setup.waitFor("ended", "atk provision");
});
