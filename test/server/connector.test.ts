import { AuthenticationConstants, GovernmentConstants } from "botframework-connector";
import { decode } from "jsonwebtoken";
import type { Activity } from "botbuilder";
import { Writable } from "node:stream";
import { inspect } from "node:util";
import { isNotPosted } from "../../bot/delivery/connector-error";
import type { AppCredential } from "../../src/auth/app-credential";
import { CLOUDS, CLOUD_NAMES, type CloudName } from "../../src/clouds";
import { httpFetch } from "../../src/http-fetch";
import { JsonBytes } from "../../src/json-bytes";
import { createLog } from "../../src/log";
import type { TeamRoster } from "../../src/meetings/ports/team-roster";
import { createServiceUrlAllowlist, loopbackOnly } from "../../src/server/service-url-allowlist";
import type { RejectionReason } from "../../src/server/inbound-rejection";
import { POLICIES } from "../../src/resilience/policies";
import { createConnectorClient } from "../../src/server/connector-client";
import { createTeamRoster } from "../../src/server/team-roster";
import { TENANT, bo, event, execute, general, message, slash, submit } from "../support/activities";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { type TestClock, createTestClock } from "../support/clock";
import {
  TEAM_GROUP_ID,
  type TestConnector,
  startConnector,
  toRosterMember,
} from "../support/connector";
import { CREDENTIALS, kinds } from "../support/credentials";
import { holdClosedPort } from "../support/hold-closed-port";
import { useGraph } from "../support/graph";
import { APP_ID, askForMeeting, startAuthenticatedApp } from "../support/authenticated-app";
import { press, pressLegacy } from "../support/press";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";

describe("the service URL allowlist", () => {
  const checkServiceUrl = createServiceUrlAllowlist(CLOUDS.global.connectorHosts);

  test.each([
    "https://smba.trafficmanager.net/emea/",
    "https://smba.trafficmanager.net/emea",
    "https://smba.trafficmanager.net/teams/",
    `https://smba.trafficmanager.net/amer/${TENANT}/`,
    "https://smba.trafficmanager.net/",
    "https://smba.trafficmanager.net",
    "https://smba.onyx.prod.teams.trafficmanager.net/br/",
    "https://smba.infra.gcc.teams.microsoft.com/teams",
  ])("allows Teams' hosts: %s", (serviceUrl) => {
    expect(checkServiceUrl(serviceUrl)).toBeUndefined();
  });

  const tricks: [RejectionReason, string][] = [
    ["service_url_not_allowed", "https://evil.example/"],
    ["service_url_not_allowed", "https://evil.trafficmanager.net/emea/"],
    ["service_url_not_allowed", "https://trafficmanager.net/"],
    ["service_url_not_allowed", "https://evil.smba.trafficmanager.net/"],
    ["service_url_not_allowed", "https://smba.trafficmanager.net.evil.example/"],
    ["service_url_not_allowed", "https://evilsmba.trafficmanager.net/"],
    ["service_url_not_allowed", "https://smba-trafficmanager.net/"],
    ["service_url_not_allowed", "https://smba.trafficmanager.net./emea/"],
    ["service_url_not_allowed", "https://evil.example/smba.trafficmanager.net/"],
    ["service_url_not_allowed", "https://teams.microsoft.com/"],
    ["service_url_not_allowed", "https://smba.infra.gov.teams.microsoft.us/teams"],
    ["service_url_not_allowed", "https://xn--smb-7cd.trafficmanager.net/"],
    ["service_url_not_allowed", "https://localhost/"],
    ["service_url_not_allowed", "https://127.0.0.1/"],
    ["service_url_not_allowed", "https://169.254.169.254/"],
    ["service_url_not_allowed", "https://[::1]/"],
    ["service_url_not_allowed", "https://[::ffff:7f00:1]/"],
    ["invalid_service_url", "https://smbа.trafficmanager.net/"],
    ["invalid_service_url", "https://smba。trafficmanager。net/"],
    ["invalid_service_url", "https://smba.trafficmanager.net%2eevil.example/"],
    ["invalid_service_url", "https://2130706433/"],
    ["invalid_service_url", "https://0x7f.1/"],
    ["invalid_service_url", "http://smba.trafficmanager.net/emea/"],
    ["invalid_service_url", "http://localhost:3978/"],
    ["invalid_service_url", "https://smba.trafficmanager.net:8443/emea/"],
    ["invalid_service_url", "https://smba.trafficmanager.net:443/emea/"],
    ["invalid_service_url", "https://evil.example@smba.trafficmanager.net/"],
    ["invalid_service_url", "https://smba.trafficmanager.net@evil.example/"],
    ["invalid_service_url", "https://smba.trafficmanager.net:x@evil.example/"],
    ["invalid_service_url", "https://smba.trafficmanager.net/@evil.example/"],
    ["invalid_service_url", "https://smba.trafficmanager.net\\@evil.example/"],
    ["invalid_service_url", "https:\\\\evil.example\\smba.trafficmanager.net"],
    ["invalid_service_url", "https:/smba.trafficmanager.net/"],
    ["invalid_service_url", "https://smba.trafficmanager.net/emea/../v3/"],
    ["invalid_service_url", "https://smba.trafficmanager.net/emea/?x="],
    ["invalid_service_url", "https://smba.trafficmanager.net/emea/#"],
    ["invalid_service_url", " https://smba.trafficmanager.net/"],
    ["invalid_service_url", "https://smba.traffic\tmanager.net/"],
    ["invalid_service_url", "https://smba.trafficmanager.net/\n"],
    ["invalid_service_url", "HTTPS://SMBA.TRAFFICMANAGER.NET/emea/"],
    ["invalid_service_url", "wss://smba.trafficmanager.net/"],
    ["invalid_service_url", "//smba.trafficmanager.net/"],
    ["invalid_service_url", "smba.trafficmanager.net"],
    ["invalid_service_url", ""],
  ];

  test.each(tricks)("%s: rejects %s", (reason, serviceUrl) => {
    expect(checkServiceUrl(serviceUrl)).toMatchObject({ reason });
  });

  test("no two clouds share a host", () => {
    const hosts = CLOUD_NAMES.flatMap((name) => CLOUDS[name].connectorHosts);
    expect(new Set(hosts).size).toBe(hosts.length);
    expect(hosts.filter((host) => !/^smba(\.[a-z]+)+$/.test(host))).toEqual([]);
  });

  test("the demo allows only loopback", () => {
    const here = [
      "http://127.0.0.1:56150/_connector",
      "http://localhost:1/",
      "http://[::1]:80801/",
    ];
    expect(here.slice(0, 2).map(loopbackOnly)).toEqual([undefined, undefined]);
    expect(loopbackOnly("http://[::1]:8080/")).toBeUndefined();
    for (const url of [
      "https://smba.trafficmanager.net/emea/",
      "http://localhost.evil.example/",
      "http://127.0.0.1.evil.example/",
      "http://evil.example@127.0.0.1/",
      "http://127.0.0.1@evil.example/",
      "http://192.168.0.1/",
      "http://0.0.0.0/",
      "http://[::]/",
      here[2] ?? "",
    ]) {
      expect(loopbackOnly(url)).toMatchObject({ reason: "service_url_not_loopback" });
    }
  });

  describe("for incoming activities", () => {
    test("applies despite a valid token, and logs the host and the setting", async () => {
      const guarded = await startAuthenticatedApp();
      const activity = { ...askForMeeting(), serviceUrl: "https://connector.evil.example/" };
      const line = await guarded.expectRejected("service_url_not_allowed", activity);
      expect(line).toMatchObject({ host: "connector.evil.example" });
      expect(line["msg"]).toContain("CONNECTOR_HOSTS");
      for (const serviceUrl of ["http://127.0.0.1:3978/", "https://a@smba.trafficmanager.net/"]) {
        await guarded.expectRejected("invalid_service_url", { ...askForMeeting(), serviceUrl });
      }
      await guarded.stop();
    });

    test("also allows exactly the hosts of CONNECTOR_HOSTS", async () => {
      const serviceUrl = "https://smba.teams.sovcloud-core.fr/teams/";
      const connectorHosts = ["smba.teams.sovcloud-core.fr"];
      const guarded = await startAuthenticatedApp({ serviceUrl, connectorHosts });
      guarded.expectAccepted(await guarded.call(askForMeeting()));
      const below = "https://x.smba.teams.sovcloud-core.fr/teams/";
      const activity = { ...askForMeeting(), serviceUrl: below };
      await guarded.expectRejected("service_url_not_allowed", activity);
      await guarded.stop();
    });

    test("the demo rejects service URLs outside this machine", async () => {
      const app = await startApp();
      for (const serviceUrl of ["https://evil.example/", "https://smba.trafficmanager.net/emea/"]) {
        expect(await app.post({ ...message("meet"), serviceUrl })).toEqual({
          status: 401,
          body: { error: "This request is not authorized." },
        });
      }
      const reason = "service_url_not_loopback";
      expect(app.log).toMatchObject([{ level: 40, reason, host: "evil.example" }, { reason }]);
      expect(app.cloud.requests()).toEqual([]);
      await app.stop();
    });
  });

  describe("for stored service URLs", () => {
    test("sends nothing, requests no token, and logs the rejection", async () => {
      const lines: Record<string, unknown>[] = [];
      const log = createLog("warn", {
        write: (line) => void lines.push(JSON.parse(line) as Record<string, unknown>),
      });
      let tokenCount = 0;
      const client = createConnectorClient({
        checkServiceUrl,
        getToken: async () => `token ${(tokenCount += 1)}`,
        fetch: () => Promise.reject(new Error("Something was sent.")),
        log,
      });
      for (const [, serviceUrl] of tricks) {
        const sending = client.send({ serviceUrl, conversationId: "19:c" }, JsonBytes.of({}));
        await expect(sending).rejects.toThrow("The service URL was rejected");
      }
      expect(lines).toHaveLength(tricks.length);
      expect(lines[0]).toMatchObject({
        level: 40,
        reason: "service_url_not_allowed",
        host: "evil.example",
        msg: expect.stringContaining("CONNECTOR_HOSTS"),
      });
      expect(tokenCount).toBe(0);
      await expect(client.prepare(tricks[0]![1])).rejects.toThrow("The service URL was rejected");
      expect(tokenCount).toBe(0);
    });

    test("skips a posted card whose service URL isn't allowed, and still replies", async () => {
      const app = await startApp();
      await app.turn(message("meet Sprint review"));
      const key = {
        tenantId: TENANT,
        threadId: "19:0f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.tacv2",
      };
      const stored = await app.store.records.get({ ...key, room: "" });
      if (stored?.record.state !== "live") throw new Error("There is no meeting.");
      const [row] = stored.record.cards ?? [];
      const moved = { ...row!, activityId: "elsewhere", serviceUrl: "https://evil.example/" };
      await app.store.records.replace(stored, { ...stored.record, cards: [moved, row!] });

      const { sent } = await app.turn(message("rename Retro"));
      expect(sent.map(({ method, id }) => [method, id])).toContainEqual(["PUT", "sent-1"]);
      expect(sent.map(({ id }) => id)).not.toContain("elsewhere");
      expect(app.log).toContainEqual(
        expect.objectContaining({
          level: 40,
          reason: "service_url_not_loopback",
          host: "evil.example",
        }),
      );
      await app.stop();
    });
  });
});

describe("credentials for the Connector", () => {
  const graph = useGraph({ hasIdentity: true });

  let connector: TestConnector;
  beforeEach(async () => {
    connector = await startConnector();
    graph.cloud.settings.identityTenant = TENANT;
  });
  afterEach(() => connector.stop());

  /** Has the bot, as `npm start` builds it, send a message to a stored conversation. */
  function connect(credential: AppCredential, cloudName: CloudName = "global") {
    const { botResource: resource } = CLOUDS[cloudName];
    const connection = graph.connect({ credential, cloudName });
    const client = createConnectorClient({
      checkServiceUrl: loopbackOnly, // the Connector is on this machine
      getToken: (refused) => connection.getAppToken({ tenantId: TENANT, resource, refused }),
      fetch: httpFetch,
      log: createLog("silent"),
    });
    const conversation = { serviceUrl: connector.url, conversationId: "19:c@thread.tacv2" };
    const say = (text: string) => client.send(conversation, JsonBytes.of({ text }));
    return { ...connection, say };
  }

  describe.each(kinds)("a bot with a %s credential", (kind) => {
    test("sends to Teams with a token for the Connector", async () => {
      const credential = CREDENTIALS[kind]();
      const { say } = connect(credential);
      await say("hello");
      expect(connector.sent.map(({ activity }) => activity.text)).toEqual(["hello"]);
      const [token = "", ...more] = connector.tokens;
      expect(more).toEqual([]);
      expect(decode(token)).toMatchObject({
        aud: "https://api.botframework.com",
        appid: credential.clientId,
        tid: TENANT,
        idtyp: "app",
      });
    });

    test("requests the token once for several messages", async () => {
      const { say, toTokens } = connect(CREDENTIALS[kind]());
      await Promise.all(Array.from({ length: 10 }, (_, index) => say(`hello ${index}`)));
      expect(connector.sent).toHaveLength(10);
      expect(new Set(connector.tokens).size).toBe(1);
      const tokenRequests = kind === "managed-identity" ? graph.toIdentity : toTokens;
      expect(tokenRequests).toHaveLength(1);
    });

    test("sends once more with a fresh token when Teams refuses the cached one", async () => {
      const { say, toTokens } = connect(CREDENTIALS[kind]());
      const tokenRequests = kind === "managed-identity" ? graph.toIdentity : toTokens;
      await say("one");
      connector.fail("POST", 401, 1);
      await say("two");
      expect(connector.sent.map(({ activity }) => activity.text)).toEqual(["one", "two"]);
      expect(connector.attempts.POST).toBe(3);
      expect(tokenRequests).toHaveLength(2);
    });

    test("gives up when Teams refuses the fresh token too", async () => {
      const { say } = connect(CREDENTIALS[kind]());
      connector.fail("POST", 401);
      await expect(say("hello")).rejects.toMatchObject({ statusCode: 401 });
      expect(connector.attempts.POST).toBe(2);
    });

    test("sends nothing without a token", async () => {
      graph.cloud.settings.tenants = [];
      graph.cloud.settings.managedIdentities = [];
      const { say } = connect(CREDENTIALS[kind]());
      await expect(say("hello")).rejects.toMatchObject({
        name: "AppError",
        code: "token_unavailable",
      });
      expect(connector.attempts).toEqual({ POST: 0, PUT: 0, GET: 0 });
    });
  });

  test("two bots in one process use separate tokens", async () => {
    const [one, another] = [CREDENTIALS.secret(), CREDENTIALS["managed-identity"]()];
    await connect(one).say("hello");
    await connect(another).say("hello");
    const senders = connector.tokens.map((token) => decode(token ?? "", { json: true })?.appid);
    expect(senders).toEqual([one.clientId, another.clientId]);
  });

  describe("the US Government's clouds", () => {
    test.each(["usgov", "usgov-dod"] as const)(
      "%s: uses the cloud's own login and Connector",
      async (cloudName) => {
        const { say, toTokens } = connect(CREDENTIALS.secret(), cloudName);
        await say("hello");
        expect(decode(connector.tokens[0] ?? "")).toMatchObject({
          aud: "https://api.botframework.us",
        });
        expect(toTokens.map(({ url }) => url.origin)).toEqual(["https://login.microsoftonline.us"]);
      },
    );

    test("have the same values as in botbuilder", () => {
      for (const cloud of [CLOUDS.usgov, CLOUDS["usgov-dod"]]) {
        expect(cloud.botResource).toBe(GovernmentConstants.ToChannelFromBotOAuthScope);
        expect(`${cloud.loginOrigin}/`).toBe(GovernmentConstants.ToChannelFromBotLoginUrlPrefix);
        expect(cloud.botTokens).toEqual({
          issuer: GovernmentConstants.ToBotFromChannelTokenIssuer,
          metadataUrl: GovernmentConstants.ToBotFromChannelOpenIdMetadataUrl,
        });
      }
    });
  });

  test("the global cloud has the same values as in botbuilder", () => {
    const { botResource, loginOrigin, botTokens } = CLOUDS.global;
    expect(botResource).toBe(AuthenticationConstants.ToChannelFromBotOAuthScope);
    expect(`${loginOrigin}/`).toBe(AuthenticationConstants.ToChannelFromBotLoginUrlPrefix);
    expect(botTokens).toEqual({
      issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
      metadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
    });
  });

  test.each(CLOUD_NAMES)(
    "CLOUD=%s: requests the Connector's token with the app's own credential",
    async (cloudName) => {
      const { loginOrigin, botResource, connectorHosts } = CLOUDS[cloudName];
      const serviceUrl = `https://${connectorHosts[0]}/teams/`;
      const guarded = await startAuthenticatedApp({ cloudName, serviceUrl });
      guarded.app.cloud.settings.tenants = []; // or the answer would leave this machine
      const answer = await guarded.call(message("help"));
      expect(answer.status).toBe(500);
      const requests = guarded.app.fetched.map(({ url, body }) => ({
        address: url.origin + url.pathname,
        scope: new URLSearchParams(body).get("scope"),
        client: new URLSearchParams(body).get("client_id"),
      }));
      expect(requests[0]).toEqual({
        address: `${loginOrigin}/${TENANT}/oauth2/v2.0/token`,
        scope: `${botResource}/.default`,
        client: APP_ID,
      });
      expect(new Set(guarded.app.fetched.map(({ url }) => url.origin))).toEqual(
        new Set([loginOrigin]),
      );
      expect(JSON.stringify(guarded.app.log)).toContain("token_unavailable: AADSTS90002");
      await guarded.stop();
    },
  );
});

describe("the Connector's client", () => {
  let connector: TestConnector;
  beforeEach(async () => {
    connector = await startConnector();
  });
  afterEach(() => connector.stop());

  const conversation = () => ({ serviceUrl: connector.url, conversationId: general.threadId });
  const hello = JsonBytes.of({ text: "héllo 会议" });

  function connect() {
    return createConnectorClient({
      checkServiceUrl: loopbackOnly,
      getToken: undefined,
      fetch: httpFetch,
      log: createLog("silent"),
    });
  }

  async function fail(how: Parameters<TestConnector["fail"]>[1]): Promise<unknown> {
    connector.fail("POST", how);
    return connect()
      .send(conversation(), hello)
      .catch((error: unknown) => error);
  }

  test("sends JSON in UTF-8, and returns the message's id", async () => {
    expect(await connect().send(conversation(), hello)).toBe("sent-1");
    expect(connector.sent[0]?.activity.text).toBe("héllo 会议");
  });

  test("accepts service URLs with and without a slash at the end", async () => {
    const serviceUrl = connector.url.replace(/\/$/, "");
    await connect().send({ ...conversation(), serviceUrl }, hello);
    await connect().send(conversation(), hello);
    const path = `/v3/conversations/${encodeURIComponent(general.threadId)}/activities`;
    expect(connector.sent.map((sent) => sent.path)).toEqual([path, path]);
  });

  test("escapes ids", async () => {
    await connect().send(conversation(), hello, "1/../é?x#y");
    expect(connector.sent[0]?.path).toMatch(/\/activities\/1%2F..%2F%C3%A9%3Fx%23y$/);
    await connect()
      .getMeeting(connector.url, "MCM/x==")
      .catch(() => undefined);
    expect(connector.rosterRequests).toEqual(["/v1/meetings/MCM%2Fx%3D%3D"]);
  });

  test("throws Teams' status, code and Retry-After, but nothing else of the response", async () => {
    const body = JSON.stringify({ error: { code: "BotNotInRoster", message: "Ada isn't here" } });
    const error = await fail({ status: 403, retryAfter: "7", body });
    expect(error).toMatchObject({
      name: "ConnectorError",
      message: "Teams returned 403: BotNotInRoster",
      statusCode: 403,
      code: "BotNotInRoster",
      retryAfter: "7",
    });
    expect(inspect(error)).not.toContain("Ada");
  });

  test.each([
    ["a sentence", JSON.stringify({ error: { code: "Ada isn't here" } })],
    ["a number", '{"error":{"code":7}}'],
    ["HTML", "<html>Ada isn't here"],
    ["nothing", ""],
  ])("leaves out a code that is none: %s", async (_, body) => {
    const error = await fail({ status: 502, body });
    expect(error).toMatchObject({ message: "Teams returned 502", statusCode: 502 });
    expect(inspect(error)).not.toContain("Ada");
  });

  test.each(["hang-up", { status: 200, isCut: true }, { status: 403, isCut: true }] as const)(
    "throws an error without a status if there's no whole response: %j",
    async (how) => {
      const error = await fail(how);
      expect(error).toMatchObject({ name: "ConnectorError", code: "UND_ERR_SOCKET" });
      expect(error).toHaveProperty("statusCode", undefined);
    },
  );

  test("says that nothing was sent if there's no connection", async () => {
    const { port, release } = await holdClosedPort();
    const refusing = { ...conversation(), serviceUrl: `http://127.0.0.1:${port}/` };
    const error = await connect()
      .send(refusing, hello)
      .catch((thrown: unknown) => thrown);
    await release();
    expect(error).toMatchObject({ name: "ConnectorError", code: "ECONNREFUSED" });
    expect(isNotPosted(error)).toBe(true);
  });

  test("throws the status of success if the response isn't JSON", async () => {
    expect(await fail({ status: 200, body: "Ada isn't here" })).toMatchObject({
      message: "Teams' response couldn't be read",
      statusCode: 200,
    });
  });

  test.each([
    ["a text", "<html>OK"],
    ["nothing", ""],
    ["no id", "{}"],
  ])("needs no id of a message: %s", async (_, body) => {
    expect(await fail({ status: 200, body })).toBeUndefined();
  });

  test("needs the id of a chat", async () => {
    connector.fail("POST", { status: 200, body: "{}" });
    const opening = connect().openChat(connector.url, JsonBytes.of({}));
    await expect(opening).rejects.toThrow("without an id");
  });
});

describe("a turn", () => {
  const app = useApp();

  test("sends its replies to Teams, even to a caller that expects them in the response", async () => {
    const { answer, sent } = await app.turn({ ...message("help"), deliveryMode: "expectReplies" });
    expect(answer).toEqual({ status: 200, body: undefined });
    expect(sent).toHaveLength(1);
  });

  test("names the sender, the recipient and the message of a reply", async () => {
    const asked = message("help");
    const { sent } = await app.turn(asked);
    const { attachments, summary, ...route } = sent[0]?.activity ?? {};
    expect(attachments).toHaveLength(1);
    expect(summary).toBeTruthy();
    expect(route).toEqual({
      type: "message",
      channelId: "msteams",
      serviceUrl: app.connector.url,
      conversation: {
        id: asked.conversation?.id,
        name: "channel",
        isGroup: true,
        conversationType: "channel",
      },
      from: { id: asked.recipient?.id, name: asked.recipient?.name },
      recipient: { id: asked.from?.id, name: asked.from?.name },
      replyToId: asked.id,
    });
  });
});

describe("a Connector that fails", () => {
  const app = useApp();

  const question = async () => (await app.turn(message("Rendezvous rocks"))).sent[0];

  describe.each<[string, () => Promise<Partial<Activity>> | Partial<Activity>]>([
    ["a command", () => message("help")],
    ["a slash command", () => slash("help")],
    ["a button", async () => press(await question(), "Meet")],
    ["an older client's button", async () => pressLegacy(await question(), "Meet")],
    ["a greeting", () => event({ type: "installationUpdate", action: "add" })],
  ])("that refuses the reply to %s", (_, toActivity) => {
    test.each([403, 404, 412, 429, 500, 502, 503, "hang-up"] as const)(
      "with %s: returns 200, so that Teams doesn't deliver it again, and logs one line",
      async (failure) => {
        const activity = await toActivity();
        app.connector.fail("POST", failure);
        app.connector.fail("PUT", failure);
        const { answer, sent } = await app.turn(activity);
        expect(answer.status).toBe(200);
        expect(sent).toEqual([]);
        const reported = app.log.filter(({ level }) => Number(level) >= 40);
        const status = failure === "hang-up" ? undefined : failure;
        expect(reported.map((line) => line["status"])).toEqual([status]);
      },
    );
  });

  test.each([403, 404, 500, 502, 503])(
    "is called once after a %d, because it may have posted the message",
    async (status) => {
      app.connector.fail("POST", status);
      await app.turn(message("help"));
      expect(app.connector.attempts.POST).toBe(1);
    },
  );

  test("updates the meeting's other cards even if the reply was refused", async () => {
    await app.turn(message("meet Sprint review"));
    app.connector.fail("POST", 403);
    const { sent } = await app.turn(message("rename Retro"));
    expect(sent.map(({ method, id }) => [method, id])).toEqual([["PUT", "sent-1"]]);
  });

  test("shows the same meeting next time when its card couldn't be sent", async () => {
    app.connector.fail("POST", 403);
    await app.turn(message("meet Sprint review"));
    const [made] = app.cloud.meetings();
    app.connector.fail("POST", 200, 0);
    const { sent } = await app.turn(message("meet"));
    expect(JSON.stringify(sent)).toContain(made?.joinWebUrl);
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  test.each([412, 429])(
    "sends a message again when Teams definitely rejected it (%d)",
    async (status) => {
      app.connector.fail("POST", status, 2);
      const { answer, sent } = await app.turn(message("help"));
      expect(answer.status).toBe(200);
      expect(sent).toHaveLength(1);
      expect(app.connector.attempts.POST).toBe(3);
    },
  );

  test.each([412, 429, 502, 504])("retries a card update after %d", async (status) => {
    const { sent: first } = await app.turn(message("meet"));
    const button = buttonOf(cardOf(first[0]), "Refresh");
    const data = "data" in button ? button.data : {};
    app.connector.fail("PUT", status, 1);
    const { sent } = await app.turn(submit({ ...data, verb: "refresh" }));
    expect(sent.map(({ method }) => method)).toEqual(["PUT"]);
  });

  test("sends a new card when the old one can't be updated, and still answers the button", async () => {
    const { sent: first } = await app.turn(message("Rendezvous rocks"));
    const button = buttonOf(cardOf(first[0]), "Meet");
    const data = "data" in button ? button.data : {};
    app.connector.fail("PUT", 500);
    const { answer, sent } = await app.turn(execute("meet", data));
    expect(textOf(cardOfAnswer(answer))).toContain("No fixed time");
    expect(sent.map(({ method }) => method)).toEqual(["POST"]);

    app.connector.fail("POST", 500);
    const again = await app.turn(execute("meet", data));
    expect(textOf(cardOfAnswer(again.answer))).toContain("No fixed time");
  });
});

describe("the roster", () => {
  let connector: TestConnector;
  let clock: TestClock;
  let roster: TeamRoster;
  let logged: string;
  let timers: AbortSignal[];
  let retryDelays: number[];
  beforeEach(async () => {
    connector = await startConnector();
    clock = createTestClock();
    logged = "";
    timers = [];
    retryDelays = [];
    const destination = new Writable({
      write(chunk: Buffer, _encoding, done) {
        logged += chunk.toString();
        done();
      },
    });
    const log = createLog("debug", destination);
    const client = createConnectorClient({
      checkServiceUrl: loopbackOnly,
      getToken: undefined,
      fetch: httpFetch,
      log,
    });
    roster = createTeamRoster(client, {
      now: clock.now,
      sleep(ms, signal) {
        if (signal) timers.push(signal);
        return clock.sleep(ms, signal);
      },
      sleepBeforeRetry: async (ms) => void retryDelays.push(ms),
      log,
    });
  });
  afterEach(() => connector.stop());

  const place = () => ({ serviceUrl: connector.url, conversationId: general.threadId });

  const known = { aadId: bo.aadId, name: bo.name, upn: "bo@contoso.com", tenantId: TENANT };

  describe("a member", () => {
    test.each([
      ["Teams' id", bo.teamsId],
      ["the Entra object id", bo.aadId],
    ])("can be looked up by %s", async (_, id) => {
      expect(await roster.findMember(place(), id)).toEqual({ ...known, isGuest: false });
    });

    test.each<[string, object, object]>([
      ["a guest", { userRole: "Guest" }, { ...known, isGuest: true }],
      [
        "a guest, by the address",
        { userRole: undefined, userPrincipalName: "bo_x.com#ext#@contoso.onmicrosoft.com" },
        { ...known, upn: "bo_x.com#ext#@contoso.onmicrosoft.com", isGuest: true },
      ],
      [
        "older names of the same fields",
        {
          aadObjectId: undefined,
          objectId: bo.aadId.toUpperCase(),
          userPrincipalName: "",
          email: "b@x.com",
        },
        { ...known, upn: "b@x.com", isGuest: false },
      ],
      [
        "no details",
        { aadObjectId: null, name: 7, userPrincipalName: null, tenantId: "", userRole: null },
        { isGuest: false },
      ],
    ])("can have %s", async (_, fields, member) => {
      connector.roster.splice(0, Infinity, { ...toRosterMember(bo), ...fields });
      expect(await roster.findMember(place(), bo.teamsId)).toEqual(member);
    });

    test.each([400, 404])("is undefined when Teams returns %i", async (status) => {
      connector.fail("GET", status);
      expect(await roster.findMember(place(), bo.teamsId)).toBeUndefined();
      expect(logged).toBe("");
    });
  });

  test("reads the group of a team", async () => {
    expect(await roster.findTeamGroupId(place())).toBe(TEAM_GROUP_ID);
  });

  describe("Teams", () => {
    test.each([401, 403])("isn't called again after %i", async (status) => {
      connector.fail("GET", status);
      await expect(roster.findMember(place(), bo.teamsId)).rejects.toMatchObject({
        code: "roster_unavailable",
        details: { status },
      });
      expect(connector.attempts.GET).toBe(1);
      expect(JSON.parse(logged)).toMatchObject({ level: 40, status });
    });

    test("is called again if it closes the connection", async () => {
      connector.fail("GET", "hang-up", 1);
      expect(await roster.findMember(place(), bo.teamsId)).toMatchObject(known);
      expect(logged).toBe("");
    });

    test.each([500, 503, "hang-up"] as const)("is called again twice at most: %s", async (how) => {
      connector.fail("GET", how);
      await expect(roster.findMember(place(), bo.teamsId)).rejects.toMatchObject({
        code: "roster_unavailable",
      });
      expect(connector.attempts.GET).toBe(3);
    });

    test.each([
      ["0.6", 600],
      ["1", 1_000],
      ["Fri, 20 Nov 2026 09:00:02 GMT", 2_000],
    ])("is called again after a 429's Retry-After: %s", async (retryAfter, minMs) => {
      connector.fail("GET", { status: 429, retryAfter }, 1);
      expect(await roster.findMember(place(), bo.teamsId)).toMatchObject(known);
      expect(retryDelays).toHaveLength(1);
      expect(retryDelays[0]).toBeGreaterThanOrEqual(minMs);
      expect(retryDelays[0]).toBeLessThan(POLICIES.roster.deadlineMs);
    });

    test.each(["3", "86400", "1e15", "Fri, 20 Nov 2126 09:00:00 GMT"])(
      "isn't called again if a 429's Retry-After is too long: %s",
      async (retryAfter) => {
        connector.fail("GET", { status: 429, retryAfter });
        await expect(roster.findMember(place(), bo.teamsId)).rejects.toMatchObject({
          code: "roster_unavailable",
          details: { status: 429 },
        });
        expect(connector.attempts.GET).toBe(1);
      },
    );

    test("times out, and a late response does no harm", async () => {
      connector.fail("GET", "silence");
      const failed = roster.findMember(place(), bo.teamsId).catch((error: unknown) => error);
      await clock.waitForSleep(POLICIES.roster.deadlineMs);
      await clock.advance(POLICIES.roster.deadlineMs);
      expect(await failed).toMatchObject({ code: "roster_unavailable" });
      await connector.stop();
      await new Promise(setImmediate);
      expect(JSON.parse(logged)).toMatchObject({ level: 40 });
    });

    test("leaves no timer behind after its response", async () => {
      await roster.findMember(place(), bo.teamsId);
      expect(timers.map(({ aborted }) => aborted)).toEqual([true, true]);
    });
  });
});
