import { existsSync } from "node:fs";
import { join } from "node:path";
import { WHERE_TO_FIND } from "../../src/config/settings";
import { parseCommandLine } from "../../src/cli/command-line";
import { readBicep } from "../infra/read-bicep";
import {
  listPlaceholders,
  readEnvFile,
  readProject,
  readText,
  type Action,
} from "./toolkit-project";

const ROOT = join(__dirname, "../..");

const HAND_OVER = [
  "teamsApp/validateManifest",
  "teamsApp/zipAppPackage",
  "teamsApp/validateAppPackage",
  "teamsApp/update",
];

/** The required parameters of each action, in the Toolkit's schema v1.11: https://aka.ms/teamsfx-actions. */
const NEEDED: Record<string, string[]> = {
  "aadApp/create": ["name", "generateClientSecret", "signInAudience"],
  "aadApp/update": ["manifestPath", "outputFilePath"],
  "teamsApp/create": ["name"],
  "teamsApp/validateManifest": ["manifestPath"],
  "teamsApp/zipAppPackage": ["manifestPath", "outputZipPath", "outputFolder"],
  "teamsApp/validateAppPackage": ["appPackagePath"],
  "teamsApp/update": ["appPackagePath"],
  "teamsApp/publishAppPackage": ["appPackagePath"],
  "botFramework/create": ["botId", "name", "messagingEndpoint"],
  script: ["run"],
  "arm/deploy": ["subscriptionId", "resourceGroupName", "templates"],
  "file/createOrUpdateEnvironmentFile": ["target", "envs"],
  "cli/runNpmCommand": ["args"],
  "azureAppService/zipDeploy": ["artifactFolder", "resourceId"],
};

/** The table in env/README.md: name, who sets it, what it is. */
const rows = (readText("env/README.md").split("\n## The Toolkit")[1] ?? "")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) => line.split("|").slice(1, 3))
  .map(([name = "", writer = ""]) => ({
    name: name.replaceAll("`", "").trim(),
    writer: writer.trim(),
  }));
/** The variables with a value before the Toolkit starts. */
function listGiven(environment: string): string[] {
  const isGiven = (writer: string) =>
    ["committed", "you"].includes(writer) || writer.includes(`you, for \`${environment}\``);
  return rows.filter(({ writer }) => isGiven(writer)).map(({ name }) => name);
}

const usesOf = (actions: Action[] = []) => actions.map(({ uses }) => uses);

/** The contents of an action's files. A mode in a file name stands for both modes. */
function listFiles(given: Record<string, unknown>): string[] {
  const templates = (given["templates"] ?? []) as { path: string; parameters: string }[];
  return [given["manifestPath"], ...templates.flatMap((one) => [one.path, one.parameters])]
    .filter((file) => typeof file === "string")
    .flatMap((file) =>
      ["application", "delegated"].map((mode) => file.replace("${{GRAPH_AUTH}}", mode)),
    );
}

/** The variables in an action and in the files that it fills in. */
function variablesOf({ uses, with: given }: Action): string[] {
  const isFilled = !uses.startsWith("teamsApp/validate");
  const files = isFilled ? listFiles(given).filter((file) => file.endsWith(".json")) : [];
  const own = uses === "aadApp/update" ? ["AAD_APP_ACCESS_AS_USER_PERMISSION_ID"] : [];
  return listPlaceholders([JSON.stringify(given), ...files.map(readText)].join("\n")).filter(
    (name) => !own.includes(name),
  );
}

function writtenBy({ uses, writeToEnvironmentFile = {} }: Action): string[] {
  const outputs = readBicep(readText("infra/azure.bicep")).outputs;
  return [
    ...Object.values(writeToEnvironmentFile),
    ...(uses === "arm/deploy" ? Object.keys(outputs) : []),
    ...(uses === "aadApp/update" ? ["AAD_APP_ACCESS_AS_USER_PERMISSION_ID"] : []),
  ];
}

function givenTo(uses: string, actions: Action[]): Record<string, unknown> {
  return actions.find((action) => action.uses === uses)?.with ?? {};
}

const isSecret = (name: string) => name.startsWith("SECRET_");

/** The names of the secrets in some files. */
function listSecrets(paths: string[]): string[] {
  return listPlaceholders(paths.map(readText).join("\n")).filter(isSecret);
}

describe.each([
  ["teamsapp.yml", "env/.env.dev"],
  ["teamsapp.local.yml", "env/.env.local"],
])("%s", (path, envPath) => {
  const project = readProject(path);
  const { provision, deploy, publish = [] } = project;
  const declared = readEnvFile(envPath);

  test("names the Toolkit's schema and the folder of its variables", () => {
    expect(readText(path)).toMatch(
      /^# yaml-language-server: \$schema=\S+\/v1\.11\/yaml\.schema\.json$/m,
    );
    expect(project.version).toBe("v1.11");
    expect(existsSync(join(ROOT, project.environmentFolderPath))).toBe(true);
  });

  test("gives every action its required parameters", () => {
    for (const { uses, with: given } of [...provision, ...deploy, ...publish]) {
      expect([uses, Object.keys(given)]).toEqual([
        uses,
        expect.arrayContaining(NEEDED[uses] ?? ["?"]),
      ]);
    }
  });

  test("uses packages after it builds them, and otherwise only files that exist", () => {
    for (const actions of [provision, publish]) {
      const made = new Set<unknown>([undefined]);
      for (const { with: given } of actions) {
        for (const file of listFiles(given)) expect(existsSync(join(ROOT, file))).toBe(true);
        expect(made).toContain(given["appPackagePath"]);
        made.add(given["outputZipPath"]);
      }
    }
  });

  test("uses a variable only after you or an earlier action set it", () => {
    const known = new Set(listGiven(declared["TEAMSFX_ENV"] ?? ""));
    for (const action of [...provision, ...deploy, ...publish]) {
      const [uses, missing] = [action.uses, variablesOf(action).filter((name) => !known.has(name))];
      expect([uses, missing]).toEqual([uses, []]);
      for (const name of writtenBy(action)) known.add(name);
    }
  });

  test(`has all its variables, except secrets, in ${envPath}, and all are documented`, () => {
    const actions = [...provision, ...deploy, ...publish];
    const names = new Set([...actions.flatMap(variablesOf), ...actions.flatMap(writtenBy)]);
    expect(Object.keys(declared)).toEqual(
      expect.arrayContaining([...names].filter((name) => !isSecret(name))),
    );
    expect(rows.map(({ name }) => name)).toEqual(expect.arrayContaining([...names]));
  });

  test(`${envPath} holds no secrets, and Git ignores the file for secrets`, () => {
    expect(declared["TEAMSFX_ENV"]).toBe(envPath.replace("env/.env.", ""));
    expect(Object.keys(declared).filter((name) => /SECRET|PASSWORD|KEY/.test(name))).toEqual([]);
    expect(readText(".gitignore").split("\n")).toContain("env/.env.*.user");
  });
});

test("teamsapp.yml registers the app, provisions Azure, uploads the package, deploys and publishes", () => {
  const { provision, deploy, publish } = readProject("teamsapp.yml");
  expect(usesOf(provision)).toEqual([
    "script",
    "aadApp/create",
    "teamsApp/create",
    "arm/deploy",
    "aadApp/update",
    ...HAND_OVER,
    "script",
  ]);
  expect(usesOf(deploy)).toEqual([
    "cli/runNpmCommand",
    "cli/runNpmCommand",
    "cli/runNpmCommand",
    "cli/runNpmCommand",
    "azureAppService/zipDeploy",
  ]);
  expect(usesOf(publish)).toEqual(["script", ...HAND_OVER, "teamsApp/publishAppPackage"]);
});

test("teamsapp.local.yml does the same without Azure, for a server on this machine", () => {
  const { provision, deploy } = readProject("teamsapp.local.yml");
  expect(usesOf(provision)).toEqual([
    "aadApp/create",
    "teamsApp/create",
    "botFramework/create",
    "aadApp/update",
    ...HAND_OVER,
  ]);
  expect(usesOf(deploy)).toEqual([
    "file/createOrUpdateEnvironmentFile",
    "cli/runNpmCommand",
    "cli/runNpmCommand",
  ]);
});

test("scripts run commands of package.json, with options that they have", () => {
  const { provision, deploy, publish = [] } = readProject("teamsapp.yml");
  const commands = [...provision, ...deploy, ...publish]
    .filter(({ uses }) => uses === "script")
    .map(({ with: given }) => String(given["run"]).replaceAll("${{TEAMSFX_ENV}}", "dev"));
  expect(commands.length).toBeGreaterThan(0);
  for (const command of commands) {
    const [, name = "", options = ""] = /^npm run ([\w-]+) -- (.+)$/.exec(command) ?? [];
    expect(parseCommandLine([name, ...options.split(" ")], "1.2.3").name).toBe(name);
  }
});

test("a deployment's secrets are its keys; a local server also has the bot's", () => {
  const paths = ["teamsapp.yml", "teamsapp.local.yml"];
  const registrations = paths.map((path) => givenTo("aadApp/create", readProject(path).provision));
  expect(registrations.map((given) => given["generateClientSecret"])).toEqual([false, true]);
  const parameters = "infra/azure.parameters.json";
  expect(listSecrets(["teamsapp.yml", parameters])).toEqual([
    "SECRET_SEALING_KEY",
    "SECRET_NOTIFICATION_CERTIFICATE",
    "SECRET_NOTIFICATION_CERTIFICATE_PREVIOUS",
    "SECRET_SEALING_KEY_PREVIOUS",
  ]);
  expect(listSecrets(["teamsapp.local.yml"])).toEqual([
    "SECRET_BOT_PASSWORD",
    "SECRET_SEALING_KEY",
  ]);
});

test("a local server gets settings that npm start knows, from a file that Git ignores", () => {
  const { target: path, envs } = givenTo(
    "file/createOrUpdateEnvironmentFile",
    readProject("teamsapp.local.yml").deploy,
  );
  const target = String(path).replace("./", "");
  const settings = Object.keys(envs as Record<string, string>);
  expect(Object.keys(WHERE_TO_FIND)).toEqual(expect.arrayContaining(settings));
  const { scripts } = JSON.parse(readText("package.json")) as { scripts: Record<string, string> };
  expect(scripts["start:local"]).toBe(
    scripts["start"]?.replace("node ", `node --env-file=${target} `),
  );
  expect(readText(".gitignore").split("\n")).toContain(target);
});

test("every documented variable is used, by the Toolkit's files, setup or the package", () => {
  const files = [
    "teamsapp.yml",
    "teamsapp.local.yml",
    "manifest/manifest.json",
    "infra/azure.parameters.json",
    "infra/azure.bicep",
    "infra/aad.manifest.application.json",
    "src/cli/setup/consent-step.ts",
    "src/cli/pack/pack.ts",
  ].map(readText);
  const unused = rows.filter(({ name }) => !files.some((text) => text.includes(name)));
  expect(unused).toEqual([]);
});
