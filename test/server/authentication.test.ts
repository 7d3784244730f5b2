import type { Activity } from "botbuilder";
import { createHmac } from "node:crypto";
import { Secret } from "../../src/secret";
import { KEYS_TIMEOUT_MS } from "../../src/server/authenticate-caller";
import type { RejectionReason } from "../../src/server/inbound-rejection";
import {
  TENANT,
  type TestConversation,
  event,
  execute,
  extensionInvoke,
  general,
  message,
  personalChat,
  submit,
} from "../support/activities";
import {
  type AuthenticatedApp,
  askForMeeting,
  startAuthenticatedApp,
} from "../support/authenticated-app";
import { useApp } from "../support/use-app";

describe("authentication", () => {
  const APP_ID = "99999999-8888-4777-8666-555555555555";
  const PASSWORD = "bot-password-7f3a";

  const app = useApp({
    config: {
      botIdentity: { kind: "registered", appId: APP_ID, tenantId: TENANT },
      credential: { kind: "secret", clientId: APP_ID, secret: new Secret(PASSWORD) },
    },
  });

  function encode(value: unknown): string {
    return Buffer.from(JSON.stringify(value)).toString("base64url");
  }

  /** Claims that anyone can write, with issuers whose keys are never fetched. */
  function forge(header: object, claims: object): string {
    const signed = `${encode(header)}.${encode(claims)}`;
    const signature = createHmac("sha256", "stranger").update(signed).digest("base64url");
    return `Bearer ${signed}.${signature}`;
  }

  const nextYear = 1_900_000_000;
  const stranger = { iss: "https://stranger.example", aud: APP_ID, exp: nextYear };

  test.each([
    ["no header", undefined],
    ["an empty header", ""],
    ["another scheme", "Basic Ym90OnBhc3N3b3Jk"],
    ["a scheme alone", "Bearer"],
    ["a scheme and a space", "Bearer "],
    ["no token", "Bearer garbage"],
    ["three empty parts", "Bearer .."],
    ["three parts of garbage", "Bearer a.b.c"],
    ["two tokens", "Bearer a.b.c d.e.f"],
    ["the bot's own password", `Bearer ${PASSWORD}`],
    ["a forged token", forge({ alg: "HS256", typ: "JWT" }, stranger)],
    ["a token with the algorithm none", forge({ alg: "none" }, stranger)],
    ["a token without an issuer", forge({ alg: "RS256" }, { aud: APP_ID, exp: nextYear })],
  ])("rejects a caller without a valid token and gives no reason: %s", async (_, authorization) => {
    const response = await fetch(`${app.url}/api/messages`, {
      method: "POST",
      headers: authorization === undefined ? {} : { authorization },
      body: JSON.stringify({ ...message("meet"), serviceUrl: app.connector.url }),
    });
    expect(response.status).toBe(401);
    expect(await response.json()).toEqual({ error: "This request is not authorized." });

    expect(app.connector.sent).toEqual([]);
    expect(app.cloud.requests()).toEqual([]);
    const msg = expect.stringMatching(/^rejected an activity: \w/);
    expect(app.log).toMatchObject([{ level: 40, msg }]);
    const logged = JSON.stringify(app.log);
    expect(logged).not.toContain(PASSWORD);
    const secrets = [authorization ?? ""].filter(({ length }) => length > 10);
    expect(secrets.filter((secret) => logged.includes(secret))).toEqual([]);
  });

  test("requires a token from the Emulator, skills and other channels", async () => {
    for (const channelId of ["emulator", "directline", "test", "webchat", ""]) {
      const answer = await app.post({
        ...message("meet"),
        channelId,
        callerId: "urn:botframework:azure",
      });
      expect(answer.status).toBe(401);
    }
    expect(app.connector.sent).toEqual([]);
  });

  test("rejects a body that isn't an activity before it checks the token", async () => {
    const response = await fetch(`${app.url}/api/messages`, { method: "POST", body: "{}" });
    expect(response.status).toBe(400);
  });

  test("serves /healthz without a token", async () => {
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  });
});

describe("authorization", () => {
  const FOREIGN = "22222222-2222-4333-8444-555555555555";

  let guarded: AuthenticatedApp;
  beforeAll(async () => {
    guarded = await startAuthenticatedApp();
  });
  afterAll(() => guarded.stop());

  describe("the channel", () => {
    test.each([
      "emulator",
      "directline",
      "webchat",
      "AseChannel",
      "MSTEAMS",
      " msteams",
      "msteams ",
      "",
    ])("rejects the channel “%s”", async (channelId) => {
      await guarded.expectRejected("wrong_channel", { ...askForMeeting(), channelId });
    });

    test("rejects a missing channel", async () => {
      const { channelId: _channelId, ...activity } = askForMeeting();
      await guarded.expectRejected("wrong_channel", activity);
      await guarded.expectRejected("wrong_channel", { ...activity, channelId: null as never });
    });

    test.each([[["msteams"]], [{ id: "msteams" }], [5], [true]])(
      "rejects an activity whose channel is %j with 400",
      async (channelId) => {
        const answer = await guarded.call({ ...askForMeeting(), channelId: channelId as never });
        expect(answer.status).toBe(400);
      },
    );

    test("logs the channel of a rejected activity", async () => {
      const activity = { ...message("meet"), channelId: "web chat".repeat(50) };
      const line = await guarded.expectRejected("wrong_channel", activity);
      expect(line["channel"]).toMatch(/^web\?chat[\w?]{92}$/);
    });
  });

  /** Answered in the response without any lookup. */
  function press(): Partial<Activity> {
    return execute("refresh", {});
  }

  /** The tenants in an activity: of its conversation and of its channel data. */
  type Named = [conversation: unknown, channelData: unknown];

  function naming(activity: Partial<Activity>, [conversation, tenant]: Named): Partial<Activity> {
    return {
      ...activity,
      conversation: { ...activity.conversation!, tenantId: conversation as string },
      channelData: { ...activity.channelData, tenant },
    };
  }

  describe("the conversation's host tenant", () => {
    test.each<[string, Named]>([
      ["the bot's tenant in both", [TENANT, { id: TENANT }]],
      ["the bot's tenant in uppercase", [TENANT.toUpperCase(), { id: TENANT.toUpperCase() }]],
      ["the bot's tenant, only in the conversation", [TENANT, undefined]],
      ["the bot's tenant, only in channel data", [undefined, { id: TENANT }]],
      ["the bot's tenant in channel data, and null", [null, { id: TENANT }]],
      ["the bot's tenant in channel data, and an empty text", ["", { id: TENANT }]],
      ["the bot's tenant, from a user of another tenant", [TENANT, { id: FOREIGN }]],
      ["the bot's tenant, with malformed channel data", [TENANT, [{ id: FOREIGN }]]],
    ])("accepts a conversation of %s", async (_, named) => {
      guarded.expectAccepted(await guarded.call(naming(press(), named)));
    });

    test.each<[RejectionReason, string, Named]>([
      ["foreign_tenant", "another tenant in both", [FOREIGN, { id: FOREIGN }]],
      ["foreign_tenant", "another tenant, only in the conversation", [FOREIGN, undefined]],
      ["foreign_tenant", "another tenant, only in channel data", [undefined, { id: FOREIGN }]],
      [
        "foreign_tenant",
        "another tenant, from a user of the bot's tenant",
        [FOREIGN, { id: TENANT }],
      ],
      ["no_tenant", "none", [undefined, undefined]],
      ["no_tenant", "empty texts", ["", { id: "" }]],
      ["no_tenant", "a list in channel data", [undefined, { id: [TENANT] }]],
      ["no_tenant", "a tenant with white space", [` ${TENANT} `, { id: TENANT }]],
      ["no_tenant", "white space", ["  ", { id: TENANT }]],
      ["no_tenant", "two tenants", [`${TENANT},${FOREIGN}`, { id: TENANT }]],
      ["no_tenant", "a domain", ["contoso.onmicrosoft.com", { id: TENANT }]],
      ["no_tenant", "a string in channel data", [undefined, TENANT]],
      ["no_tenant", "a tenant with a zero byte", [`${TENANT}\u0000`, { id: TENANT }]],
    ])("%s: rejects a conversation of %s", async (reason, _, named) => {
      await guarded.expectRejected(reason, naming(message("meet"), named));
    });

    test("logs the tenant and nothing about the person", async () => {
      const activity = naming(message("meet Salary talk"), [FOREIGN.toUpperCase(), undefined]);
      const line = await guarded.expectRejected("foreign_tenant", activity);
      expect(line).toMatchObject({ tenantId: FOREIGN });
      expect(JSON.stringify(line)).not.toMatch(/Salary|Ada|5d2b4c1e/);
    });

    test("ignores tenants in forged fields", async () => {
      const { conversation, channelData: _data, ...fields } = message("meet");
      const { tenantId: _tenantId, ...place } = conversation!;
      const forged = `{"conversation":${JSON.stringify(place).slice(0, -1)},"__proto__":{"tenantId":"${TENANT}"}},`;
      const channelData = `"channelData":{"__proto__":{"tenant":{"id":"${TENANT}"}}},"tenantId":"${TENANT}",`;
      const activity = JSON.parse(
        forged + channelData + JSON.stringify(fields).slice(1),
      ) as Partial<Activity>;
      expect(Object.keys(activity.conversation ?? {})).toContain("__proto__");
      await guarded.expectRejected("no_tenant", activity);
      expect(Reflect.get({}, "tenantId")).toBeUndefined();
    });

    const elsewhere = { in: { ...general, tenantId: FOREIGN } };
    const inChat = { in: { ...personalChat, tenantId: FOREIGN } satisfies TestConversation };
    const members = [{ id: "28:bot", name: "Rendezvous" }];
    test.each<[string, Partial<Activity>]>([
      ["a command", message("meet", elsewhere)],
      ["a personal message", message("help", inChat)],
      ["an edited command", { ...message("meet", elsewhere), type: "messageUpdate" }],
      ["a button", execute("meet", {}, elsewhere)],
      ["an old client's button", submit({ verb: "meet" }, elsewhere)],
      ["a search", extensionInvoke("query", { commandId: "meetings" }, elsewhere)],
      ["a dialog", extensionInvoke("fetchTask", { commandId: "meet" }, elsewhere)],
      [
        "a link",
        extensionInvoke("queryLink", { url: "https://rendezvous.example.com/" }, elsewhere),
      ],
      ["a sign-in", { ...execute("", {}, elsewhere), name: "signin/tokenExchange", value: {} }],
      ["an unknown invoke", { ...execute("", {}, elsewhere), name: "task/fetch" }],
      ["an installation", event({ type: "installationUpdate", action: "add" }, elsewhere)],
      ["a removal", event({ type: "installationUpdate", action: "remove" }, elsewhere)],
      ["new members", event({ type: "conversationUpdate", membersAdded: members }, elsewhere)],
      [
        "members that left",
        event({ type: "conversationUpdate", membersRemoved: members }, elsewhere),
      ],
      ["a reaction", event({ type: "messageReaction" }, elsewhere)],
      [
        "an event",
        event({ type: "event", name: "application/vnd.microsoft.meetingStart" }, elsewhere),
      ],
      ["an unknown activity", event({ type: "tomorrow" }, elsewhere)],
    ])("rejects everything from another tenant: %s", async (_, activity) => {
      await guarded.expectRejected("foreign_tenant", activity);
    });
  });
});

describe("signing keys", () => {
  let guarded: AuthenticatedApp;
  beforeEach(async () => {
    guarded = await startAuthenticatedApp();
  });
  afterEach(() => guarded.stop());

  /** Answered in the response without any lookup. */
  const press = () => execute("refresh", {});

  const unavailable = { status: 503, body: { error: "Something went wrong here. Try again." } };

  describe("when the signing keys can't be fetched, returns 503:", () => {
    test.each([500, 404, "no JSON"] as const)("%s", async (how) => {
      const { app, framework } = guarded;
      framework.fail(how);
      expect(await guarded.call(askForMeeting())).toEqual(unavailable);
      expect(app.log).toMatchObject([
        {
          level: 40,
          reason: "keys_unavailable",
          host: new URL(framework.tokens.metadataUrl).host,
          problem: expect.any(String),
          msg: expect.stringContaining("https"),
        },
      ]);
      expect(app.cloud.requests()).toEqual([]);

      framework.fail(undefined);
      guarded.expectAccepted(await guarded.call(askForMeeting()));
    });

    test("keys in an unknown format, which botbuilder caches for a day", async () => {
      guarded.framework.fail("keys that are no list");
      expect(await guarded.call(askForMeeting())).toEqual(unavailable);
      expect(await guarded.call(askForMeeting())).toEqual(unavailable);
      const line = expect.objectContaining({ level: 40, reason: "keys_unavailable" });
      expect(guarded.app.log).toEqual([line, line]);
    });

    test("the host is unreachable", async () => {
      await guarded.framework.stop();
      expect(await guarded.call(askForMeeting())).toEqual(unavailable);
      expect(guarded.app.log).toMatchObject([{ level: 40, reason: "keys_unavailable" }]);
    });

    test("no response, after a timeout shorter than an invoke's", async () => {
      const { app, framework } = guarded;
      framework.fail("silence");
      const called = guarded.call(askForMeeting());
      await app.clock.waitForSleep(KEYS_TIMEOUT_MS);
      await app.clock.advance(KEYS_TIMEOUT_MS);
      expect(await called).toEqual(unavailable);
      framework.fail(undefined);
      guarded.expectAccepted(await guarded.call(askForMeeting()));
    });
  });

  test("fetches the keys once for simultaneous requests", async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => guarded.call(press())));
    for (const answer of answers) guarded.expectAccepted(answer);
    expect(guarded.framework.keyRequests()).toBe(1);
  });

  test("doesn't fetch the keys again for each unknown key id", async () => {
    guarded.expectAccepted(await guarded.call(press()));
    for (let index = 0; index < 20; index += 1) {
      const authorization = guarded.toAuthorization({ header: { kid: `made up ${index}` } });
      expect((await guarded.call(press(), authorization)).status).toBe(401);
    }
    expect(guarded.framework.keyRequests()).toBe(1);
  });

  test("doesn't fetch keys for a token of another issuer", async () => {
    const authorization = guarded.toAuthorization({ claims: { iss: "https://sts.windows.net/" } });
    expect((await guarded.call(press(), authorization)).status).toBe(401);
    expect(guarded.framework.keyRequests()).toBe(0);
  });

  describe("in a cloud of the US government", () => {
    const gov = "https://smba.infra.gov.teams.microsoft.us/teams/";
    const dod = "https://smba.infra.dod.teams.microsoft.us/teams/";
    test.each([
      ["usgov", gov, dod],
      ["usgov-dod", dod, gov],
    ] as const)("%s: accepts only its own issuer and Connector", async (cloudName, own, other) => {
      const there = await startAuthenticatedApp({ cloudName, serviceUrl: own });
      guarded.expectAccepted(await there.call(askForMeeting()));
      await there.expectRejected(
        "wrong_issuer",
        askForMeeting(),
        there.toAuthorization({ claims: { iss: "https://api.botframework.com" } }),
      );
      for (const serviceUrl of [other, "https://smba.trafficmanager.net/emea/"]) {
        await there.expectRejected("service_url_not_allowed", { ...askForMeeting(), serviceUrl });
      }
      await there.stop();
    });
  });
});
