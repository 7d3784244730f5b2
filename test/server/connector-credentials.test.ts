import { AuthenticationConstants, GovernmentConstants } from "botframework-connector";
import { decode } from "jsonwebtoken";
import type { AppCredential } from "../../src/auth/app-credential";
import { CLOUD_NAMES, CLOUDS, type CloudName } from "../../src/clouds";
import { createLog } from "../../src/log";
import { openDoor } from "../../src/server/door";
import { TurnAdapter } from "../../src/server/turn-adapter";
import { message, TENANT } from "../support/activities";
import { startConnector, type TestConnector } from "../support/connector";
import { CREDENTIALS, kinds } from "../support/credentials";
import { APP_ID, startGuardedApp } from "../support/guarded-app";
import { useGraph } from "../support/graph";

const graph = useGraph({ hasIdentity: true });

let connector: TestConnector;
beforeEach(async () => {
  connector = await startConnector();
  graph.cloud.settings.identityTenant = TENANT;
});
afterEach(() => connector.stop());

/** Lets the bot, as `npm start` knows it, say something in a conversation that it remembers. */
function connect(credential: AppCredential, cloudName: CloudName = "global") {
  const { botResource: resource, botChannelService } = CLOUDS[cloudName];
  const connection = graph.connect({ credential, cloudName });
  const adapter = new TurnAdapter(
    {
      kind: "registered",
      appId: credential.clientId,
      tenantId: TENANT,
      ...(botChannelService && { channelService: botChannelService }),
    },
    {
      door: openDoor, // nothing comes in here, and the Connector is on this machine
      getConnectorToken: (tenantId) => connection.getAppToken({ tenantId, resource }),
      log: createLog("silent"),
    },
  );
  const reference = {
    channelId: "msteams",
    serviceUrl: connector.url,
    bot: { id: `28:${credential.clientId}`, name: "Rendezvous" },
    conversation: { id: "19:c@thread.tacv2", isGroup: true, conversationType: "", name: "" },
  };
  const say = (text: string) =>
    adapter.resume(reference, async (context) => void (await context.sendActivity(text)));
  return { ...connection, say };
}

describe.each(kinds)("a bot that proves itself by its %s", (kind) => {
  test("sends to Teams with a token of its own for the Connector", async () => {
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

  test("asks for it once, however much it sends", async () => {
    const { say, toTokens } = connect(CREDENTIALS[kind]());
    await Promise.all(Array.from({ length: 10 }, (_, index) => say(`hello ${index}`)));
    expect(connector.sent).toHaveLength(10);
    expect(new Set(connector.tokens).size).toBe(1);
    const asked = kind === "managed-identity" ? graph.toIdentity : toTokens;
    expect(asked).toHaveLength(1);
  });

  test("sends nothing without one", async () => {
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

test("two bots in one process send with a token each", async () => {
  const [one, another] = [CREDENTIALS.secret(), CREDENTIALS["managed-identity"]()];
  await connect(one).say("hello");
  await connect(another).say("hello");
  const senders = connector.tokens.map((token) => decode(token ?? "", { json: true })?.appid);
  expect(senders).toEqual([one.clientId, another.clientId]);
});

describe("the US Government's clouds", () => {
  test.each(["usgov", "usgov-dod"] as const)(
    "%s: the token is for its own Connector, from its own login",
    async (cloudName) => {
      const { say, toTokens } = connect(CREDENTIALS.secret(), cloudName);
      await say("hello");
      expect(decode(connector.tokens[0] ?? "")).toMatchObject({
        aud: "https://api.botframework.us",
      });
      expect(toTokens.map(({ url }) => url.origin)).toEqual(["https://login.microsoftonline.us"]);
    },
  );

  test("are what botbuilder takes them for", () => {
    for (const cloud of [CLOUDS.usgov, CLOUDS["usgov-dod"]]) {
      expect(cloud.botChannelService).toBe(GovernmentConstants.ChannelService);
      expect(cloud.botResource).toBe(GovernmentConstants.ToChannelFromBotOAuthScope);
      expect(`${cloud.loginOrigin}/`).toBe(GovernmentConstants.ToChannelFromBotLoginUrlPrefix);
      expect(cloud.botTokens).toEqual({
        issuer: GovernmentConstants.ToBotFromChannelTokenIssuer,
        metadataUrl: GovernmentConstants.ToBotFromChannelOpenIdMetadataUrl,
      });
    }
  });
});

test("the global cloud is what botbuilder takes it for", () => {
  const { botResource, loginOrigin, botChannelService, botTokens } = CLOUDS.global;
  expect(botChannelService).toBeUndefined();
  expect(botResource).toBe(AuthenticationConstants.ToChannelFromBotOAuthScope);
  expect(`${loginOrigin}/`).toBe(AuthenticationConstants.ToChannelFromBotLoginUrlPrefix);
  expect(botTokens).toEqual({
    issuer: AuthenticationConstants.ToBotFromChannelTokenIssuer,
    metadataUrl: AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl,
  });
});

test.each(CLOUD_NAMES)(
  "CLOUD=%s: the app asks for the Connector's token as itself",
  async (cloudName) => {
    const { loginOrigin, botResource, connectorHosts } = CLOUDS[cloudName];
    const serviceUrl = `https://${connectorHosts[0]}/teams/`;
    const guarded = await startGuardedApp({ cloudName, serviceUrl });
    guarded.app.cloud.settings.tenants = []; // or the answer would leave this machine
    const answer = await guarded.call(message("help"));
    expect(answer.status).toBe(500);
    const asked = guarded.app.fetched.map(({ url, body }) => ({
      address: url.origin + url.pathname,
      scope: new URLSearchParams(body).get("scope"),
      client: new URLSearchParams(body).get("client_id"),
    }));
    expect(asked[0]).toEqual({
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
