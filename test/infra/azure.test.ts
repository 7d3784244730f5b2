import { readConfig } from "../../src/config/config";
import { WHERE_TO_FIND } from "../../src/config/settings";
import { listPlaceholders, readText } from "../env/toolkit-project";
import { bodyOf, readBicep } from "./read-bicep";

const template = readBicep(readText("infra/azure.bicep"));
const { parameters } = JSON.parse(readText("infra/azure.parameters.json")) as {
  parameters: Record<string, { value: unknown }>;
};

/** Sample values of the template's expressions. */
const SAMPLES: Record<string, string> = {
  botId: "1d2f5a3c-4c53-4a7b-9e0e-2f8f0d7a9b11",
  tenantId: "c4730046-52fb-4282-9363-e56afe25e0f4",
  graphAuth: "application",
  sealingKey: Buffer.alloc(32, 1).toString("base64"),
  "identity.properties.clientId": "6f1c2b7e-3d4a-4e5b-9c8d-7a6b5c4d3e2f",
  "webApp.properties.defaultHostName": "rendezvous7f3a2c.azurewebsites.net",
  "storage.properties.primaryEndpoints.table": "https://rendezvous7f3a2c.table.core.windows.net/",
};

/** The settings of App Service and Node, which `readConfig` does not know. */
const FOREIGN = ["NODE_ENV", "WEBSITE_RUN_FROM_PACKAGE", "SCM_DO_BUILD_DURING_DEPLOYMENT"].concat(
  "WEBSITES_CONTAINER_STOP_TIME_LIMIT",
);

function toValue(expression: string, samples: Record<string, string>): string {
  const filled = expression.replace(/\$\{([\w.]+)\}/g, (_, name: string) => samples[name] ?? _);
  const value = /^'(.*)'$/.exec(filled)?.[1] ?? samples[expression];
  if (value === undefined || value.includes("${")) {
    throw new Error(`${expression}: add its value to SAMPLES`);
  }
  return value;
}

/** The environment in which the deployed server starts. */
function deployedSettings(changes: Record<string, string> = {}): Record<string, string> {
  const written = [...bodyOf(template, "appSettings").matchAll(/^ {4}(\w+): (.+)$/gm)];
  const samples = { ...SAMPLES, ...changes };
  return Object.fromEntries(
    written.map(([, name = "", expression = ""]) => [name, toValue(expression, samples)]),
  );
}

test("the template has resources for the server, its records, its log and its bot", () => {
  expect(template.resources).toEqual({
    identity: "Microsoft.ManagedIdentity/userAssignedIdentities",
    storage: "Microsoft.Storage/storageAccounts",
    tableAccess: "Microsoft.Authorization/roleAssignments",
    plan: "Microsoft.Web/serverfarms",
    webApp: "Microsoft.Web/sites",
    appSettings: "Microsoft.Web/sites/config",
    bot: "Microsoft.BotService/botServices",
    teamsChannel: "Microsoft.BotService/botServices/channels",
    log: "Microsoft.OperationalInsights/workspaces",
    serverLog: "Microsoft.Insights/diagnosticSettings",
  });
});

test("all brackets and quotation marks are paired", () => {
  const unquoted = template.code.replace(/'(?:[^'\\]|\\.)*'/g, "");
  expect(unquoted).not.toContain("'");
  const open: string[] = [];
  const pairs = [...unquoted.matchAll(/[([{}\])]/g)].flatMap(([bracket]) => {
    if (!"([{".includes(bracket)) return [`${open.pop()}${bracket}`];
    open.push(bracket);
    return [];
  });
  expect(new Set(pairs)).toEqual(new Set(["{}", "()", "[]"]));
  expect(open).toEqual([]);
});

test("everything declared is used, and everything used is declared", () => {
  const { parameters: declared, variables, resources, code } = template;
  const names = [...declared.map(({ name }) => name), ...variables, ...Object.keys(resources)];
  const leaves = new Set(["tableAccess", "appSettings", "teamsChannel", "serverLog"]);
  const expressions = code.replace(/^(param|var|resource) \w+/gm, "");
  const isUsed = (name: string) => new RegExp(`(?<![\\w.'-])${name}\\b(?!:)`).test(expressions);
  expect(names.filter((name) => !isUsed(name) && !leaves.has(name))).toEqual([]);

  const used = Array.from(code.matchAll(/(?<![\w.])(\w+)\.(id|properties)\b/g), ([, name]) => name);
  expect(names).toEqual(expect.arrayContaining(used));
});

test("the Toolkit's file has every parameter without a default, and no unknown ones", () => {
  const known = template.parameters.map(({ name }) => name);
  const needed = template.parameters.filter(({ hasDefault }) => !hasDefault);
  expect(known).toEqual(expect.arrayContaining(Object.keys(parameters)));
  expect(Object.keys(parameters)).toEqual(expect.arrayContaining(needed.map(({ name }) => name)));
});

test("secrets are secure parameters, and in no output", () => {
  const secure = template.parameters.filter(({ isSecure }) => isSecure).map(({ name }) => name);
  expect(secure).toEqual(["sealingKey", "settings"]);
  const secret = Object.entries(parameters).filter(([, { value }]) =>
    listPlaceholders(JSON.stringify(value)).some((name) => name.startsWith("SECRET_")),
  );
  expect(secret.map(([name]) => name)).toEqual(secure);
  const outputs = JSON.stringify(template.outputs);
  expect(secure.filter((name) => outputs.includes(name))).toEqual([]);
  expect(template.code).not.toMatch(/listKeys|connectionString|password/i);
});

describe("the settings of the deployed server", () => {
  test.each(["application", "delegated"])(
    "are enough to start with %s permissions",
    (graphAuth) => {
      expect(readConfig(deployedSettings({ graphAuth }))).toMatchObject({ ok: true });
    },
  );

  test("are known to npm start, or to App Service", () => {
    const known = [...Object.keys(WHERE_TO_FIND), ...FOREIGN];
    expect(known).toEqual(expect.arrayContaining(Object.keys(deployedSettings())));
  });

  test("are all needed: without one of them, the server does not start or behaves differently", () => {
    const settings = deployedSettings({ graphAuth: "delegated" });
    const whole = readConfig(settings);
    for (const name of Object.keys(settings).filter((key) => !FOREIGN.includes(key))) {
      const { [name]: _left, ...others } = settings;
      expect([name, readConfig(others)]).not.toEqual([name, whole]);
    }
  });

  test("contain no secret except the sealing key, because the managed identity is the credential", () => {
    const secrets = Object.keys(deployedSettings()).filter((name) =>
      /PASSWORD|CERTIFICATE|SECRET|KEY/.test(name),
    );
    expect(secrets).toEqual(["SEALING_KEY"]);
    expect(deployedSettings().STORE).toMatch(/^azure-table:https:\/\//);
  });

  test("cannot be overridden by additional ones, because those come first", () => {
    expect(bodyOf(template, "appSettings")).toContain("properties: union(settings, {");
  });
});

test.each([
  ["plan", "reserved: true"],
  ["webApp", "httpsOnly: true"],
  ["webApp", "alwaysOn: true"],
  ["webApp", "ftpsState: 'Disabled'"],
  ["webApp", "minTlsVersion: '1.2'"],
  ["webApp", "healthCheckPath: '/readyz'"],
  ["webApp", "type: 'UserAssigned'"],
  ["webApp", "'${identity.id}': {}"],
  ["appSettings", "WEBSITES_CONTAINER_STOP_TIME_LIMIT: '15'"],
  ["storage", "allowSharedKeyAccess: false"],
  ["storage", "allowBlobPublicAccess: false"],
  ["storage", "minimumTlsVersion: 'TLS1_2'"],
  ["tableAccess", "scope: storage"],
  ["tableAccess", "principalId: identity.properties.principalId"],
  ["bot", "endpoint: 'https://${webApp.properties.defaultHostName}/api/messages'"],
  ["bot", "msaAppType: 'SingleTenant'"],
  ["bot", "msaAppId: botId"],
  ["bot", "msaAppTenantId: tenantId"],
  ["teamsChannel", "parent: bot"],
  ["teamsChannel", "channelName: 'MsTeamsChannel'"],
  ["serverLog", "category: 'AppServiceConsoleLogs'"],
  ["serverLog", "workspaceId: log.id"],
])("%s: %s", (resource, line) => {
  expect(
    bodyOf(template, resource)
      .split("\n")
      .map((text) => text.trim()),
  ).toContain(line);
});

// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles/storage#storage-table-data-contributor
test("the managed identity may read and write tables, and nothing else", () => {
  expect(template.code).toContain("var tableContributor = '0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3'");
  expect(Object.values(template.resources).filter((type) => type.includes("roleAss"))).toHaveLength(
    1,
  );
});

test("App Service and the container run the same LTS line of Node, which package.json allows", () => {
  const [, line = ""] = /linuxFxVersion: 'NODE\|(\d+)-lts'/.exec(template.code) ?? [];
  const images = Array.from(
    readText("Dockerfile").matchAll(/^FROM node:(\S+)/gm),
    ([, tag]) => tag,
  );
  expect(new Set(images)).toEqual(new Set([`${line}-slim`]));
  const { engines } = JSON.parse(readText("package.json")) as { engines: { node: string } };
  expect(engines.node).toBe(">=20.19");
  expect(Number(line)).toBeGreaterThan(20);
  expect(Number(line) % 2).toBe(0); // odd lines never become LTS
});

test("App Service and the container start the program that the build makes", () => {
  const start = "node dist/src/main.js";
  expect(template.code).toContain(`appCommandLine: '${start}'`);
  const [, command = "[]"] = /^CMD (.+)$/m.exec(readText("Dockerfile")) ?? [];
  expect((JSON.parse(command) as string[]).join(" ")).toBe(start);
});
