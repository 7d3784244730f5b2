import { createSecretKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { inspect } from "node:util";
import { CLOUDS, CLOUD_NAMES } from "../../src/clouds";
import { readConfig, readStoreSettings, type Config } from "../../src/config/config";
import { WHERE_TO_FIND } from "../../src/config/settings";
import { makeCertificate } from "../support/make-certificate";
import { OTHER_PAIR } from "../support/rsa-pairs";

const KEY = Buffer.alloc(32, 1).toString("base64");
const OLD_KEY = Buffer.alloc(32, 2).toString("base64");
const BOT_ID = "99999999-8888-4777-8666-555555555555";
const TENANT_ID = "11111111-2222-4333-8444-555555555555";
const SERVICE_ACCOUNT = "5d2b4c1e-0000-4000-8000-0000000000aa";
const IDENTITY = "77777777-2222-4333-8444-555555555555";
const CERTIFICATE = makeCertificate({ expiresAt: "2027-03-01T12:00:00Z" });

const CONNECTION_STRING =
  "DefaultEndpointsProtocol=https;AccountName=contoso;AccountKey=c3dvcmRmaXNo;EndpointSuffix=core.windows.net";

const complete = {
  BOT_ID,
  BOT_PASSWORD: "swordfish-7f3a",
  TENANT_ID,
  BOT_DOMAIN: "rendezvous.contoso.com",
  SEALING_KEY: KEY,
  STORE: "lmdb:/var/lib/rendezvous",
};
const required = Object.keys(complete) as (keyof typeof complete)[];

/** Credentials that can replace the password. */
const ALTERNATIVES: Record<string, string> = {
  ...Object.fromEntries(required.map((name) => [name, ""])),
  BOT_PASSWORD: ". Set it, BOT_CERTIFICATE or MANAGED_IDENTITY_CLIENT_ID",
};

type Env = Record<string, string | undefined>;

function configOf(env: Env): Config {
  const read = readConfig({ ...complete, ...env });
  if (!read.ok) throw new Error(read.problems.join("\n"));
  return read.config;
}

function problemsOf(env: Env): string[] {
  const read = readConfig(env);
  return read.ok ? [] : read.problems;
}

describe("missing variables", () => {
  test("are all listed, each with where to find it", () => {
    expect(problemsOf({})).toEqual(
      required.map(
        (name) => `${name} is missing${ALTERNATIVES[name]}. It is ${WHERE_TO_FIND[name]}.`,
      ),
    );
  });

  test.each(required)("are listed by name: %s", (name) => {
    expect(problemsOf({ ...complete, [name]: undefined })).toEqual([
      expect.stringMatching(`^${name} is missing\\b.*\\. It is .{10,}\\.$`),
    ]);
  });

  test.each(["", " ", "\t\n"])("include empty ones: %j", (empty) => {
    expect(problemsOf(Object.fromEntries(required.map((name) => [name, empty])))).toHaveLength(
      required.length,
    );
  });
});

describe("wrong variables", () => {
  test.each([
    ["BOT_ID", "my-bot", "must be a GUID"],
    ["BOT_ID", `${BOT_ID}0`, "must be a GUID"],
    ["BOT_TYPE", "singletenant", "must be SingleTenant or UserAssignedMsi"],
    ["BOT_TYPE", "MultiTenant", "would let any organization in"],
    ["MANAGED_IDENTITY_CLIENT_ID", "rendezvous-identity", "must be a GUID"],
    ["TENANT_ID", "contoso.onmicrosoft.com", "must be a GUID"],
    ["TENANT_ID", "common", "must be a GUID"],
    ["TENANT_ID", `${TENANT_ID},${BOT_ID}`, "must be one tenant"],
    ["TENANT_ID", `${TENANT_ID}; ${BOT_ID}`, "must be one tenant"],
    ["TENANT_ID", `["${TENANT_ID}"]`, "must be one tenant"],
    ["TENANT_ID", `${TENANT_ID} ${BOT_ID}`, "its own installation"],
    ["BOT_DOMAIN", "https://rendezvous.contoso.com", "without https://"],
    ["BOT_DOMAIN", "rendezvous.contoso.com/", "without a path"],
    ["BOT_DOMAIN", "rendezvous.contoso.com/bot", "without a path"],
    ["BOT_DOMAIN", "rendezvous.contoso.com?x", "must be a host name"],
    ["BOT_DOMAIN", "me@rendezvous.contoso.com", "must be a host name"],
    ["BOT_DOMAIN", "*.contoso.com", "must be a host name"],
    ["BOT_DOMAIN", "rendezvous..com", "must be a host name"],
    ["BOT_DOMAIN", "rendezvous.contoso.com.", "must be a host name"],
    ["BOT_DOMAIN", "rendezvous", "must be a host name"],
    ["BOT_DOMAIN", "rendezvous.contoso.com:65536", "must be a host name"],
    ["SEALING_KEY", "not base64!", "must be base64"],
    ["SEALING_KEY", Buffer.alloc(31).toString("base64"), "must be 32 bytes in base64"],
    ["SEALING_KEY", Buffer.alloc(33).toString("base64"), "must be 32 bytes in base64"],
    ["SEALING_KEY", Buffer.alloc(32).toString("hex"), "must be 32 bytes in base64"],
    ["SEALING_KEY_PREVIOUS", "c2hvcnQ=", "must be 32 bytes in base64"],
    ["STORE", "memory", "for tests"],
    ["STORE", " memory ", "for tests"],
    ["STORE", "redis://localhost", "isn’t a known store"],
    ["STORE", "lmdb:", "has no folder"],
    ["STORE", "/var/lib/rendezvous", "isn’t a known store"],
    ["ORGANIZER", "ada@contoso.com", "must be first-caller or an object ID"],
    ["ORGANIZER", "First-Caller", "must be first-caller or an object ID"],
    ["GRAPH_AUTH", "Delegated", "must be one of application, delegated"],
    ["GRAPH_AUTH", "obo", "must be one of application, delegated"],
    ["CLOUD", "china", "must be one of global, usgov, usgov-dod"],
    ["CLOUD", "Global", "must be one of global, usgov, usgov-dod"],
    ["CONNECTOR_HOSTS", "https://teams.example", "must be host names"],
    ["CONNECTOR_HOSTS", "teams.example/", "must be host names"],
    ["CONNECTOR_HOSTS", "teams.example:8443", "must be host names"],
    ["CONNECTOR_HOSTS", "*.teams.example", "must be host names"],
    ["CONNECTOR_HOSTS", ".teams.example", "must be host names"],
    ["CONNECTOR_HOSTS", "teams.example.", "must be host names"],
    ["CONNECTOR_HOSTS", "teams", "must be host names"],
    ["CONNECTOR_HOSTS", "localhost", "must be host names"],
    ["CONNECTOR_HOSTS", "bot.localhost", "must be host names"],
    ["CONNECTOR_HOSTS", "10.0.0.1", "must be host names"],
    ["CONNECTOR_HOSTS", "[::1]", "must be host names"],
    ["CONNECTOR_HOSTS", "me@teams.example", "must be host names"],
    ["CONNECTOR_HOSTS", "teams.example,,smba.example", "must be host names"],
    ["CONNECTOR_HOSTS", "teams.example smba.example", "must be host names"],
    ["PORT", "http", "must be a whole number from 0 to 65535"],
    ["PORT", "65536", "must be a whole number from 0 to 65535"],
    ["PORT", "-1", "must be a whole number from 0 to 65535"],
    ["PORT", "3978.5", "must be a whole number"],
    ["LOG_LEVEL", "verbose", "must be one of debug, info, warn, error, silent"],
    ["FRESHNESS_SECONDS", "-1", "must be a whole number from 0 to 3600"],
    ["FRESHNESS_SECONDS", "0.5", "must be a whole number"],
    ["FRESHNESS_SECONDS", "15s", "must be a whole number"],
    ["FRESHNESS_SECONDS", "3601", "must be a whole number"],
    ["REMINDER_MINUTES", "-1", "must be a whole number from 0 to 1440"],
    ["REMINDER_MINUTES", "1441", "must be a whole number from 0 to 1440"],
    ["REMINDER_MINUTES", "off", "must be a whole number"],
    ["RETENTION_DAYS", "-1", "must be a whole number from 0 to 3650"],
    ["RETENTION_DAYS", "3651", "must be a whole number from 0 to 3650"],
    ["RETENTION_DAYS", "30d", "must be a whole number"],
    ["RETENTION_DAYS", "0.5", "must be a whole number"],
    ["WHO_MAY_CHANGE", "everybody", "must be one of members, owners, organizer"],
    ["WHO_MAY_CHANGE", "Owners", "must be one of members, owners, organizer"],
    ["ADMINS", "ada@contoso.com", "must be object IDs (GUIDs) separated by commas"],
    ["ADMINS", `${SERVICE_ACCOUNT},,${BOT_ID}`, "must be object IDs"],
    ["ADMINS", `${SERVICE_ACCOUNT};${BOT_ID}`, "must be object IDs"],
  ] as const)("are listed with the right form: %s=%s", (name, value, reason) => {
    const problems = problemsOf({ ...complete, [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} .+\\. It is .+\\.$`));
    expect(problems[0]).toContain(reason);
    expect(problems[0]).toContain(WHERE_TO_FIND[name]);
    expect(problems[0]).not.toMatch(/\.\.|Invalid|expected/);
  });

  test.each([
    [{ ORGANIZER: SERVICE_ACCOUNT }, "if ORGANIZER is an account"],
    [{ BOT_TYPE: "UserAssignedMsi", BOT_PASSWORD: undefined }, "with BOT_TYPE=UserAssignedMsi"],
  ])("include settings that contradict GRAPH_AUTH: %j", (settings, reason) => {
    const problems = problemsOf({ ...complete, GRAPH_AUTH: "delegated", ...settings });
    expect(problems).toEqual([expect.stringContaining(`GRAPH_AUTH can’t be delegated ${reason}`)]);
    expect(problems[0]).toContain(WHERE_TO_FIND.GRAPH_AUTH);
  });

  test("are listed together with missing ones", () => {
    const problems = problemsOf({ ...complete, BOT_ID: "x", STORE: undefined, PORT: "x" });
    expect(problems.map((problem) => problem.split(" ")[0])).toEqual(["BOT_ID", "STORE", "PORT"]);
  });

  test("are listed without their secrets", () => {
    const problems = problemsOf({ BOT_PASSWORD: "swordfish-7f3a", SEALING_KEY: "swordfish-7f3a" });
    expect(problems.join("\n")).not.toContain("swordfish");
  });

  test.each(["toString", "__proto__", "constructor"])(
    "include the names of JavaScript's own properties: CLOUD=%s",
    (value) => {
      expect(problemsOf({ ...complete, CLOUD: value })).toHaveLength(1);
    },
  );
});

describe("settings", () => {
  test("the required ones are enough", () => {
    const { botIdentity, credential, store, ...rest } = configOf({});
    expect(store.reveal()).toBe(complete.STORE);
    expect(rest).toEqual({
      host: "0.0.0.0",
      port: 3978,
      metricsHost: "127.0.0.1",
      logLevel: "info",
      connectorHosts: [],
      linkOrigin: "https://rendezvous.contoso.com",
      cloud: CLOUDS.global,
      graphAuth: "application",
      organizerPolicy: { mode: "first-caller" },
      liveStatus: "bot",
      notificationCertificates: [],
      sealingKeys: [createSecretKey(Buffer.alloc(32, 1))],
      freshnessMs: 15_000,
      reminderMinutes: 5,
      retentionMs: 2_592_000_000,
      whoMayChange: "owners",
      writesPerMinute: 20,
      admins: [],
    });
    expect(botIdentity).toEqual({ kind: "registered", appId: BOT_ID, tenantId: TENANT_ID });
    expect(credential).toEqual({ kind: "secret", clientId: BOT_ID, secret: expect.anything() });
    expect("secret" in credential && credential.secret.reveal()).toBe(complete.BOT_PASSWORD);
  });

  describe("LIVE_STATUS=graph", () => {
    const { pem } = makeCertificate();
    const onCurve = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const previous = makeCertificate({ pair: OTHER_PAIR }).pem;
    const graph = { ...complete, LIVE_STATUS: "graph" };

    test("has the notification certificate, and the previous one", () => {
      const idsOf = (settings: Record<string, string>) =>
        configOf(settings).notificationCertificates.map(({ id }) => id);
      const both = { NOTIFICATION_CERTIFICATE: pem, NOTIFICATION_CERTIFICATE_PREVIOUS: previous };
      const ids = idsOf({ LIVE_STATUS: "graph", ...both });
      expect(ids).toHaveLength(2);
      const base64 = Buffer.from(pem).toString("base64");
      expect(idsOf({ LIVE_STATUS: "graph", NOTIFICATION_CERTIFICATE: base64 })).toEqual([ids[0]]);
      expect(idsOf(both)).toEqual([]);
      expect(configOf({ LIVE_STATUS: "graph", ...both }).liveStatus).toBe("graph");
      expect(configOf({ LIVE_STATUS: "off" }).liveStatus).toBe("off");
    });

    test.each([
      [{}, "NOTIFICATION_CERTIFICATE is missing. LIVE_STATUS=graph needs it."],
      [{ NOTIFICATION_CERTIFICATE: "x" }, "NOTIFICATION_CERTIFICATE must be PEM"],
      [{ NOTIFICATION_CERTIFICATE: pem.split("-----BEGIN CERT")[0] }, "no certificate"],
      [
        { NOTIFICATION_CERTIFICATE: makeCertificate({ pair: onCurve }).pem },
        "Microsoft Graph accepts",
      ],
      [
        { NOTIFICATION_CERTIFICATE: pem, CLOUD: "usgov" },
        "LIVE_STATUS can’t be graph in this CLOUD",
      ],
    ])("needs a certificate that Graph accepts, and the global cloud: %#", (settings, words) => {
      expect(problemsOf({ ...graph, ...settings })).toEqual([expect.stringContaining(words)]);
    });
  });

  test("other variables are ignored", () => {
    expect(configOf({ HOME: "/root", TEAMSFX_ENV: "local", NODE_ENV: "x" })).toEqual(configOf({}));
  });

  test("empty optional ones get their defaults", () => {
    const empty = { ORGANIZER: "", CLOUD: " ", HOST: "", PORT: "", LOG_LEVEL: "" };
    const more = { FRESHNESS_SECONDS: "", RETENTION_DAYS: "", WHO_MAY_CHANGE: " " };
    expect(configOf({ ...empty, ...more, SEALING_KEY_PREVIOUS: "" })).toEqual(configOf({}));
  });

  test.each(CLOUD_NAMES)("CLOUD=%s selects the cloud for Graph, Entra and the bot", (name) => {
    const { cloud } = configOf({ CLOUD: name });
    expect(cloud).toBe(CLOUDS[name]);
    expect(cloud.hasGraphBeta).toBe(name === "global");
  });

  test.each([
    ["rendezvous.contoso.com", "https://rendezvous.contoso.com"],
    ["Rendezvous.Contoso.COM", "https://rendezvous.contoso.com"],
    ["rendezvous.contoso.com:8443", "https://rendezvous.contoso.com:8443"],
    ["rendezvous.contoso.com:443", "https://rendezvous.contoso.com"],
    ["xn--bro-hoa.example", "https://xn--bro-hoa.example"],
  ])("BOT_DOMAIN=%s is the origin of links", (BOT_DOMAIN, linkOrigin) => {
    expect(configOf({ BOT_DOMAIN }).linkOrigin).toBe(linkOrigin);
  });

  test("ORGANIZER is first-caller or one account", () => {
    expect(configOf({ ORGANIZER: "first-caller" }).organizerPolicy).toEqual({
      mode: "first-caller",
    });
    expect(configOf({ ORGANIZER: SERVICE_ACCOUNT }).organizerPolicy).toEqual({
      mode: "service",
      organizer: { aadId: SERVICE_ACCOUNT },
    });
  });

  test("CONNECTOR_HOSTS names hosts, in any case and with spaces", () => {
    const { connectorHosts } = configOf({ CONNECTOR_HOSTS: " Teams.Example , smba.example" });
    expect(connectorHosts).toEqual(["teams.example", "smba.example"]);
  });

  test.each(["application", "delegated"])("GRAPH_AUTH may be %s", (graphAuth) => {
    const config = configOf({ GRAPH_AUTH: graphAuth });
    expect(config.graphAuth).toBe(graphAuth);
    expect(configOf({ GRAPH_AUTH: graphAuth, ORGANIZER: "first-caller" })).toEqual(config);
  });

  test("the previous sealing key comes second, because the first one encrypts", () => {
    expect(configOf({ SEALING_KEY_PREVIOUS: OLD_KEY }).sealingKeys).toEqual([
      createSecretKey(Buffer.alloc(32, 1)),
      createSecretKey(Buffer.alloc(32, 2)),
    ]);
  });

  test("numbers and names are parsed", () => {
    const env = { PORT: "8080", HOST: "127.0.0.1", LOG_LEVEL: "debug", FRESHNESS_SECONDS: "0" };
    expect(configOf(env)).toMatchObject({
      port: 8080,
      host: "127.0.0.1",
      logLevel: "debug",
      freshnessMs: 0,
    });
  });

  test.each([
    ["0", 0],
    ["1", 86_400_000],
    ["3650", 315_360_000_000],
  ])("RETENTION_DAYS=%s is converted to milliseconds", (days, retentionMs) => {
    expect(configOf({ RETENTION_DAYS: days }).retentionMs).toBe(retentionMs);
  });

  test.each(["members", "owners", "organizer"])("WHO_MAY_CHANGE may be %s", (whoMayChange) => {
    expect(configOf({ WHO_MAY_CHANGE: whoMayChange }).whoMayChange).toBe(whoMayChange);
  });

  test("ADMINS is one or more ids, in upper or lower case", () => {
    const ADMINS = ` ${SERVICE_ACCOUNT.toUpperCase()} ,${BOT_ID}`;
    expect(configOf({ ADMINS }).admins).toEqual([SERVICE_ACCOUNT, BOT_ID]);
  });

  test("no setting turns authentication off", () => {
    const tries = { MicrosoftAppId: "", AUTH: "off", BOT_IDENTITY: "off", DEMO: "1" };
    expect(configOf(tries).botIdentity.kind).toBe("registered");
  });
});

describe("the credential", () => {
  const none = { BOT_PASSWORD: undefined };
  const thumbprintSha256 = new X509Certificate(CERTIFICATE.certificate).fingerprint256.replaceAll(
    ":",
    "",
  );

  test.each([
    ["PEM", CERTIFICATE.pem],
    ["PEM in base64", Buffer.from(CERTIFICATE.pem).toString("base64")],
  ])("can be a certificate: %s", (_, BOT_CERTIFICATE) => {
    const { credential } = configOf({ ...none, BOT_CERTIFICATE });
    expect(credential).toMatchObject({
      kind: "certificate",
      clientId: BOT_ID,
      thumbprintSha256,
      x5c: CERTIFICATE.certificate,
      expiresAt: "2027-03-01T12:00:00.000Z",
    });
    expect("privateKey" in credential && credential.privateKey.reveal()).toBe(CERTIFICATE.key);
  });

  test("can be a managed identity that the registration trusts", () => {
    const read = configOf({ ...none, MANAGED_IDENTITY_CLIENT_ID: IDENTITY });
    expect(read.credential).toEqual({
      kind: "federated",
      clientId: BOT_ID,
      managedIdentityClientId: IDENTITY,
    });
    expect(read.managedIdentityClientId).toBe(IDENTITY);
  });

  test("can be the bot's own managed identity, which also opens the store", () => {
    const read = configOf({ ...none, BOT_TYPE: "UserAssignedMsi" });
    expect(read.credential).toEqual({ kind: "managed-identity", clientId: BOT_ID });
    expect(read.managedIdentityClientId).toBe(BOT_ID);
    expect(read.botIdentity).toEqual({ kind: "registered", appId: BOT_ID, tenantId: TENANT_ID });
    const other = { BOT_TYPE: "UserAssignedMsi", MANAGED_IDENTITY_CLIENT_ID: IDENTITY };
    expect(configOf({ ...none, ...other })).toMatchObject({
      credential: { kind: "managed-identity", clientId: BOT_ID },
      managedIdentityClientId: IDENTITY,
    });
  });

  test.each([
    ["secret", { MANAGED_IDENTITY_CLIENT_ID: IDENTITY }],
    [
      "certificate",
      { ...none, BOT_CERTIFICATE: CERTIFICATE.pem, MANAGED_IDENTITY_CLIENT_ID: IDENTITY },
    ],
  ])("is a %s even with a managed identity, which then only opens the store", (kind, env) => {
    const read = configOf(env);
    expect(read.credential.kind).toBe(kind);
    expect(read.managedIdentityClientId).toBe(IDENTITY);
  });

  test("cannot be both a password and a certificate", () => {
    expect(problemsOf({ ...complete, BOT_CERTIFICATE: CERTIFICATE.pem })).toEqual([
      `BOT_CERTIFICATE must be empty if BOT_PASSWORD is set. Use one of them. It is ${WHERE_TO_FIND.BOT_CERTIFICATE}.`,
    ]);
  });

  test("cannot be a secret or certificate when the bot is a managed identity", () => {
    const problems = problemsOf({
      ...complete,
      BOT_TYPE: "UserAssignedMsi",
      BOT_CERTIFICATE: CERTIFICATE.pem,
    });
    expect(problems.map((problem) => problem.split(" It is ")[0])).toEqual(
      ["BOT_PASSWORD", "BOT_CERTIFICATE"].map(
        (name) =>
          `${name} must be empty with BOT_TYPE=UserAssignedMsi, which needs no secret or certificate.`,
      ),
    );
  });

  test("is not required while BOT_TYPE is wrong", () => {
    const problems = problemsOf({ ...complete, ...none, BOT_TYPE: "UserAssignedMSI" });
    expect(problems).toEqual([expect.stringMatching(/^BOT_TYPE must be SingleTenant or /)]);
  });

  test("is rejected with a reason if it cannot be parsed, and never shown", () => {
    const BOT_CERTIFICATE = CERTIFICATE.pem.replace("PRIVATE KEY", "ENCRYPTED PRIVATE KEY");
    const text = CERTIFICATE.key.replace("PRIVATE", "RSA PRIVATE") + BOT_CERTIFICATE;
    for (const wrong of [BOT_CERTIFICATE, text, CERTIFICATE.key, "swordfish"]) {
      const problems = problemsOf({ ...complete, ...none, BOT_CERTIFICATE: wrong });
      expect(problems).toEqual([expect.stringMatching(/^BOT_CERTIFICATE \w.+\. It is .+\.$/)]);
      expect(problems[0]).not.toMatch(/BEGIN|swordfish/);
      expect(problems[0]).not.toContain(CERTIFICATE.key.slice(40, 60));
    }
  });
});

describe("the settings of the store", () => {
  test("can be read on their own", () => {
    const { STORE } = complete;
    const read = readStoreSettings({ STORE });
    expect(read.ok && read.settings.store.reveal()).toBe(STORE);
    expect(read.ok && read.settings.managedIdentityClientId).toBeUndefined();
  });

  test.each([
    [{ MANAGED_IDENTITY_CLIENT_ID: IDENTITY }, IDENTITY],
    [{ BOT_ID, MANAGED_IDENTITY_CLIENT_ID: IDENTITY, BOT_TYPE: "UserAssignedMsi" }, IDENTITY],
    [{ BOT_ID, BOT_TYPE: "UserAssignedMsi" }, BOT_ID],
    [{ BOT_ID }, undefined],
  ])("name the same managed identity as the full configuration: %j", (env, clientId) => {
    const read = readStoreSettings({ STORE: complete.STORE, ...env });
    expect(read.ok && read.settings.managedIdentityClientId).toBe(clientId);
    const { BOT_PASSWORD: _, ...withoutSecret } = complete;
    const all = readConfig({ ...("BOT_TYPE" in env ? withoutSecret : complete), ...env });
    expect(all.ok && all.config.managedIdentityClientId).toBe(clientId);
  });

  test.each([undefined, " ", "memory", "redis://localhost", "lmdb:"])(
    "have the same problems as in the full configuration: %j",
    (STORE) => {
      const problems = problemsOf({ ...complete, STORE });
      expect(problems).toHaveLength(1);
      expect(readStoreSettings({ STORE })).toEqual({ ok: false, problems });
    },
  );
});

describe("secrets", () => {
  test.each([
    ["JSON.stringify", (config: Config) => JSON.stringify(config)],
    ["inspect", (config: Config) => inspect(config, { depth: 9, showHidden: true })],
    ["String", (config: Config) => Object.values(config.credential).map(String).join()],
  ])("the client secret and the private key are hidden from %s", (_, show) => {
    expect(show(configOf({}))).not.toContain("swordfish");
    const env = { BOT_PASSWORD: undefined, BOT_CERTIFICATE: CERTIFICATE.pem };
    const printed = show(configOf(env));
    expect(printed).not.toContain("PRIVATE KEY");
    expect(printed).not.toContain(CERTIFICATE.key.split("\n")[1]);
  });

  test.each([
    ["JSON.stringify", (config: Config) => JSON.stringify(config)],
    ["inspect", (config: Config) => inspect(config, { depth: 9, showHidden: true })],
  ])("the key in a connection string is hidden from %s", (_, show) => {
    const config = configOf({ STORE: `azure-table:${CONNECTION_STRING}` });
    expect(config.store.reveal()).toContain("c3dvcmRmaXNo");
    expect(show(config)).not.toContain("c3dvcmRmaXNo");
  });

  test.each([
    CONNECTION_STRING,
    `azure-table:${CONNECTION_STRING.replace("AccountName", "Account")}`,
    `azure-table:${CONNECTION_STRING.replace("=https", "=http")}`,
    "azure-table:https://contoso.table.core.windows.net?sig=c3dvcmRmaXNo",
  ])("the key in a wrong STORE is hidden: %s", (STORE) => {
    expect(problemsOf({ ...complete, STORE })).toEqual([
      expect.stringMatching(/^STORE is wrong: (?!.*c3dvcmRmaXNo).*azure-table: with a storage/),
    ]);
  });

  test.each([
    ["JSON.stringify", (config: Config) => JSON.stringify(config)],
    ["inspect", (config: Config) => inspect(config, { depth: 9, showHidden: true })],
  ])("the sealing keys are hidden from %s", (_, show) => {
    const bytes = [...Buffer.from("a sealing key of thirty-two byte")];
    const printed = show(configOf({ SEALING_KEY: Buffer.from(bytes).toString("base64") }));
    expect(printed).not.toContain(bytes.slice(0, 4).join(","));
    expect(printed).not.toContain("61 20 73 65");
  });
});
