import { createPublicKey } from "node:crypto";
import { decode, verify } from "jsonwebtoken";
import { ADA, APP, BO, OTHER_TENANT, requestToken, startCloud, stopClouds, TENANT } from "./cloud";

const ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
const APP_FORM = {
  grant_type: "client_credentials",
  client_id: APP,
  client_secret: "right",
  scope: "https://graph.microsoft.com/.default",
};
const USER_FORM = {
  ...APP_FORM,
  grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
  requested_token_use: "on_behalf_of",
  scope: "https://graph.microsoft.com/OnlineMeetings.ReadWrite",
};
const THEN_SECONDS = Math.floor(Date.parse("2020-09-11T06:30:18.061Z") / 1000);

function without(form: Record<string, string>, name: string): Record<string, string> {
  return Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));
}

describe("the client credentials grant", () => {
  afterEach(stopClouds);

  test("issues a signed token with an application's claims", async () => {
    const cloud = await startCloud({ tokenLifetimeSeconds: 600 });
    const { status, body } = await requestToken(cloud.url, TENANT, APP_FORM);
    expect(status).toBe(200);
    expect(body).toMatchObject({ token_type: "Bearer", expires_in: 600, ext_expires_in: 600 });
    const { text } = await cloud.call("GET", `/${TENANT}/discovery/v2.0/keys`);
    const [key] = JSON.parse(text).keys;
    const token = String(body.access_token);
    const publicKey = createPublicKey({ key, format: "jwk" });
    const claims = verify(token, publicKey, { clockTimestamp: THEN_SECONDS });
    expect(decode(token, { complete: true })?.header).toEqual({
      alg: "RS256",
      typ: "JWT",
      kid: key.kid,
    });
    expect(claims).toMatchObject({
      aud: "https://graph.microsoft.com",
      iss: `https://sts.windows.net/${TENANT}/`,
      tid: TENANT,
      appid: APP,
      appidacr: "1",
      idtyp: "app",
      oid: expect.stringMatching(/^[0-9a-f-]{36}$/),
      roles: ["OnlineMeetings.ReadWrite.All"],
      iat: THEN_SECONDS,
      nbf: THEN_SECONDS,
      exp: THEN_SECONDS + 600,
    });
  });

  test("omits roles without any, and for other APIs", async () => {
    const cloud = await startCloud({ appRoles: [] });
    const graph = await requestToken(cloud.url, TENANT, APP_FORM);
    cloud.settings.appRoles = ["OnlineMeetings.ReadWrite.All"];
    const scope = "https://api.botframework.com/.default";
    const other = await requestToken(cloud.url, TENANT, { ...APP_FORM, scope });
    for (const { body } of [graph, other])
      expect(decode(String(body.access_token), { json: true })).not.toHaveProperty("roles");
  });

  test.each([
    [
      "a wrong secret",
      TENANT,
      { ...APP_FORM, client_secret: "wrong" },
      401,
      "invalid_client",
      7000215,
    ],
    ["no secret", TENANT, without(APP_FORM, "client_secret"), 401, "invalid_client", 7000218],
    ["no client id", TENANT, without(APP_FORM, "client_id"), 400, "invalid_request", 900144],
    [
      "an invalid client id",
      TENANT,
      { ...APP_FORM, client_id: "me" },
      400,
      "unauthorized_client",
      700016,
    ],
    ["no scope", TENANT, without(APP_FORM, "scope"), 400, "invalid_request", 900144],
    [
      "a scope of a user",
      TENANT,
      { ...APP_FORM, scope: "User.Read" },
      400,
      "invalid_scope",
      1002012,
    ],
    ["no grant", TENANT, {}, 400, "invalid_request", 900144],
    [
      "an unknown grant",
      TENANT,
      { ...APP_FORM, grant_type: "magic" },
      400,
      "unsupported_grant_type",
      70003,
    ],
    ["an unknown tenant", OTHER_TENANT, APP_FORM, 400, "invalid_request", 90002],
    [
      "an unknown application",
      TENANT,
      { ...APP_FORM, client_id: BO },
      400,
      "unauthorized_client",
      700016,
    ],
    [
      "an expired secret",
      TENANT,
      { ...APP_FORM, client_secret: "old" },
      401,
      "invalid_client",
      7000222,
    ],
    ["a tenant that isn't a GUID", "contoso", APP_FORM, 400, "invalid_request", 90002],
    ["the common tenant", "common", APP_FORM, 400, "invalid_request", 50059],
    [
      "a garbled assertion",
      TENANT,
      { ...APP_FORM, client_assertion_type: ASSERTION_TYPE, client_assertion: "x" },
      401,
      "invalid_client",
      50027,
    ],
  ])("rejects %s like Entra", async (_, tenant, form, status, error, code) => {
    const cloud = await startCloud({
      clientSecrets: ["right"],
      expiredClientSecrets: ["old"],
      tenants: [TENANT],
      applications: [APP],
    });
    const answer = await requestToken(cloud.url, tenant, form);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({
      error,
      error_description: expect.stringMatching(
        new RegExp(
          `^AADSTS${code}: .+ Trace ID: .+ Correlation ID: .+ Timestamp: 2020-09-11 06:30:18Z$`,
        ),
      ),
      error_codes: [code],
      timestamp: "2020-09-11 06:30:18Z",
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
      error_uri: `https://login.microsoftonline.com/error?code=${code}`,
    });
  });
});

describe("the on-behalf-of grant", () => {
  afterEach(stopClouds);

  test.each([APP, `api://${APP}`, `api://rendezvous.example/${APP}`])(
    "exchanges a user's token for %s for one for Graph",
    async (audience) => {
      const cloud = await startCloud();
      const assertion = cloud.issueUserToken({
        tenantId: TENANT,
        userId: ADA,
        audience,
        name: "Ada",
      });
      const { status, body } = await requestToken(cloud.url, TENANT, { ...USER_FORM, assertion });
      expect(status).toBe(200);
      expect(body.scope).toBe("https://graph.microsoft.com/OnlineMeetings.ReadWrite");
      expect(decode(String(body.access_token), { json: true })).toMatchObject({
        aud: "https://graph.microsoft.com",
        appid: APP,
        idtyp: "user",
        oid: ADA,
        tid: TENANT,
        scp: "OnlineMeetings.ReadWrite",
        name: "Ada",
      });
      const path = "/v1.0/me/onlineMeetings/createOrGet";
      const token = String(body.access_token);
      const created = await cloud.call("POST", path, { token, body: { externalId: "x" } });
      expect(created.status).toBe(201);
    },
  );

  test.each([
    ["an unreadable token", { assertion: "x.y.z" }, "invalid_grant", 50013],
    ["a token for another app", { audience: BO }, "invalid_grant", 500131],
    ["a user of another tenant", { tenantId: OTHER_TENANT }, "invalid_grant", 50020],
    ["no requested_token_use", { requested_token_use: "" }, "invalid_request", 900144],
    ["another API than Graph", { scope: "https://contoso.com/Read" }, "invalid_scope", 70011],
  ])(
    "rejects %s like Entra",
    async (
      _,
      { tenantId = TENANT, audience = APP, ...form }: Partial<Record<string, string>>,
      error,
      code,
    ) => {
      const cloud = await startCloud();
      const assertion = cloud.issueUserToken({ tenantId, userId: ADA, audience });
      const given = Object.entries(form).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, value] as const],
      );
      const answer = await requestToken(cloud.url, TENANT, {
        ...USER_FORM,
        assertion,
        ...Object.fromEntries(given),
      });
      expect([answer.status, answer.body.error, answer.body.error_codes]).toEqual([
        400,
        error,
        [code],
      ]);
    },
  );

  test("rejects an application's token", async () => {
    const cloud = await startCloud();
    const scope = `api://${APP}/.default`;
    const own = await requestToken(cloud.url, TENANT, { ...APP_FORM, scope });
    const assertion = String(own.body.access_token);
    const { body } = await requestToken(cloud.url, TENANT, { ...USER_FORM, assertion });
    expect(body.error_codes).toEqual([500131]);
  });

  test("rejects a user's expired token", async () => {
    const cloud = await startCloud();
    const user = { tenantId: TENANT, userId: ADA, audience: APP, lifetimeSeconds: 60 };
    const assertion = cloud.issueUserToken(user);
    cloud.setNow("2020-09-11T06:31:18.061Z");
    const { body } = await requestToken(cloud.url, TENANT, { ...USER_FORM, assertion });
    expect(body.error_codes).toEqual([500133]);
  });

  test("requires consent to the scope", async () => {
    const cloud = await startCloud({ delegatedScopes: ["User.Read"] });
    const assertion = cloud.issueUserToken({ tenantId: TENANT, userId: ADA, audience: APP });
    const { status, body } = await requestToken(cloud.url, TENANT, { ...USER_FORM, assertion });
    expect(status).toBe(400);
    expect(body).toMatchObject({
      error: "invalid_grant",
      error_codes: [65001],
      suberror: "consent_required",
    });
  });
});

describe("discovery", () => {
  afterEach(stopClouds);

  test("lists this server's endpoints and the tokens' issuer", async () => {
    const cloud = await startCloud();
    const path = `/${TENANT}/v2.0/.well-known/openid-configuration`;
    const { status, body } = await cloud.call("GET", path);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      token_endpoint: `${cloud.url}/${TENANT}/oauth2/v2.0/token`,
      jwks_uri: `${cloud.url}/${TENANT}/discovery/v2.0/keys`,
      issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    });
  });

  test("accepts only the global cloud and itself as instances", async () => {
    const cloud = await startCloud();
    const ask = (authority: string) => {
      const query = new URLSearchParams({
        "api-version": "1.1",
        authorization_endpoint: authority,
      });
      return cloud.call("GET", `/common/discovery/instance?${query.toString()}`);
    };
    const known = await ask(`https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/authorize`);
    expect(known.status).toBe(200);
    expect(known.body).toMatchObject({
      tenant_discovery_endpoint: `${cloud.url}/${TENANT}/v2.0/.well-known/openid-configuration`,
    });
    expect((await ask(`${cloud.url}/${TENANT}/oauth2/v2.0/authorize`)).status).toBe(200);
    for (const unknown of ["https://login.example.com/x", "nonsense"]) {
      const { status, body } = await ask(unknown);
      expect([status, body.error]).toEqual([400, "invalid_instance"]);
    }
  });
});
