import { readFileSync, statSync, writeFileSync } from "node:fs";
import { ada, TENANT } from "../../support/activities";
import { APP_ID, useSetup } from "../../support/use-setup";

const setup = useSetup();
const CREDENTIAL = "az ad app federated-credential create --id";
const ALL = [
  "atk provision --env dev",
  `${CREDENTIAL} ${APP_ID} --parameters artifacts/federated-credential.dev.json`,
  `az ad app permission admin-consent --id ${APP_ID}`,
  "atk deploy --env dev",
];

const countOf = (lines: string[], start: string) =>
  lines.filter((line) => line.trim().startsWith(start)).length;

test("one run brings the bot to a tenant, announces each step, and says what is left to a person", async () => {
  const { lines, problem, changes } = await setup.run();
  expect(problem).toBeUndefined();
  expect(changes).toEqual(ALL);
  const titles = lines.filter((line) => /^\d\/9 /.test(line));
  expect(titles).toHaveLength(9);
  for (const title of titles) {
    const [why = "", outcome = ""] = lines.slice(lines.indexOf(title) + 1);
    expect(why).toMatch(/^ {4}[A-Z].*\.$/);
    expect(outcome).toMatch(/^ {4}Done/);
  }
  expect(lines.join("\n")).not.toContain("CsApplicationAccessPolicy");
  expect(lines.slice(lines.indexOf("What only you can do:")).join("\n")).toMatch(
    /1\. Upload artifacts\/app-package\/rendezvous\.dev\.zip: .*\n {2}2\. In Teams .*type check[^]*az webapp ssh --ids \/subscriptions\//,
  );
  expect(setup.readEnvFile(".env.dev")).toMatchObject({
    GRAPH_AUTH: "delegated",
    ADMINS: ada.aadId,
    BOT_ID: APP_ID,
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
  expect(countOf(lines, "Done already: ")).toBe(9);
  expect(setup.readEnvFile(".env.dev.user")).toEqual(before);
});

test("--dry-run prints the plan, and changes nothing", async () => {
  const before = readFileSync(setup.path("env/.env.dev"), "utf8");
  const { lines, changes } = await setup.run("--dry-run");
  expect(changes).toEqual([]);
  expect(readFileSync(setup.path("env/.env.dev"), "utf8")).toBe(before);
  expect(setup.readEnvFile(".env.dev.user")).toEqual({});
  expect([countOf(lines, "Done already: "), countOf(lines, "To do: ")]).toEqual([2, 7]);
  expect(lines.join("\n")).toContain("To do: Runs `atk provision --env dev`");
  expect(lines.at(-1)).toContain("Nothing was changed.");
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
    ["az ad app permission admin-consent", "ERROR: Forbidden", "add --no-consent", 2],
    ["atk deploy", "(×) Error: zip deploy failed", "Do what the Toolkit’s message says", 3],
  ])("%s", async (call, text, advice, doneCount) => {
    setup.fail({ call, how: "fail", text });
    const { problem = "", changes } = await setup.run();
    expect(problem).toMatch(/^Failed: `a(z|tk) .*failed with exit code 1: /);
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
    ["Your Azure account is: ada.", ["m365"]],
    ["Your Microsoft 365 account is: ada.", ["azure"]],
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

  test("Node is too old", async () => {
    const { problem } = await setup.run("", { nodeVersion: "20.18.3" });
    expect(problem).toContain("Install Node 20.19 or newer: this is 20.18.3.");
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
    expect(problem).toContain("set AZURE_SUBSCRIPTION_ID and AZURE_RESOURCE_GROUP_NAME");
  });

  test("a server that never answers is named, with how to read its log", async () => {
    setup.fail({ call: "atk deploy", how: "print" });
    expect((await setup.run()).problem).toMatch(
      /https:\/\/rendezvous7f\.azurewebsites\.net\/healthz didn’t answer within 10 minutes[^]*az webapp log tail --ids \/subscriptions/,
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
  });

  test("a change of it provisions and asks for consent again, and nothing else", async () => {
    setup.provision();
    setup.change({ isDeployed: true });
    const { changes } = await setup.run("--graph-auth application");
    expect(changes).toEqual([ALL[0], ALL[2]]);
  });

  test("with --no-consent, each person consents, if they sign in", async () => {
    setup.provision();
    setup.change({ isConsented: false, isDeployed: true });
    expect((await setup.run("--no-consent")).changes).toEqual([]);
    const { changes } = await setup.run("--no-consent --graph-auth application");
    expect(changes).toEqual([ALL[0], ALL[2]]);
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
    expect((await setup.run("--only trust")).problem).toMatch(/^--only must be one of tools, seal/);
  });
});

test("an environment without a file is named", async () => {
  expect((await setup.run("--env prod")).problem).toContain("env/.env.prod doesn’t exist.");
});
