import { createHash } from "node:crypto";
import { decode } from "jsonwebtoken";
import { ADA, APP, BO, OTHER_TENANT, requestToken, startCloud, stopClouds, TENANT } from "./cloud";

const VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");
const REDIRECT_URI = "https://rendezvous.example.com/auth-end";
const GRAPH_SCOPE = "https://graph.microsoft.com/OnlineMeetings.ReadWrite";

const parameters = {
  client_id: APP,
  response_type: "code",
  redirect_uri: REDIRECT_URI,
  scope: `openid offline_access ${GRAPH_SCOPE}`,
  state: "a state of the application's",
  code_challenge: CHALLENGE,
  code_challenge_method: "S256",
};
type Fields = Record<string, string | undefined>;

function toParameters(fields: Fields): URLSearchParams {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return new URLSearchParams(given as [string, string][]);
}

afterEach(stopClouds);

/** The redirect, or the page. */
async function read(response: Response) {
  const location = response.headers.get("location");
  const target = location ? new URL(location) : undefined;
  return {
    status: response.status,
    text: await response.text(),
    target: target && target.origin + target.pathname,
    answer: Object.fromEntries(target?.searchParams ?? []),
  };
}
async function start(settings: Parameters<typeof startCloud>[0] = {}) {
  const cloud = await startCloud(settings);
  const path = `/${TENANT}/oauth2/v2.0/authorize`;

  return {
    ...cloud,
    /** Opens the page. */
    open: async (fields: Fields = {}) =>
      read(
        await fetch(
          `${cloud.url}${path}?${toParameters({ ...parameters, ...fields }).toString()}`,
          {
            redirect: "manual",
          },
        ),
      ),
    /** Presses a button on the page. */
    press: async (button: string, fields: Fields = {}) =>
      read(
        await fetch(cloud.url + path, {
          method: "POST",
          redirect: "manual",
          body: toParameters({ ...parameters, ...fields, button }),
        }),
      ),
    redeem: (code: string | undefined, form: Record<string, string> = {}, tenant = TENANT) =>
      requestToken(cloud.url, tenant, {
        grant_type: "authorization_code",
        client_id: APP,
        client_secret: "any",
        client_info: "1",
        code: code ?? "",
        code_verifier: VERIFIER,
        redirect_uri: REDIRECT_URI,
        scope: parameters.scope,
        ...form,
      }),
    refresh: (token: unknown, form: Record<string, string> = {}, tenant = TENANT) =>
      requestToken(cloud.url, tenant, {
        grant_type: "refresh_token",
        client_id: APP,
        client_secret: "any",
        refresh_token: String(token),
        scope: parameters.scope,
        ...form,
      }),
  };
}

describe("the sign-in page", () => {
  test("asks who the user is, and redirects with a code", async () => {
    const cloud = await start();
    const page = await cloud.open({ login_hint: ADA });
    expect(page.status).toBe(200);
    expect(page.text).toContain(`name="user" value="${ADA}"`);
    expect(page.text).toContain(`name="code_challenge" value="${CHALLENGE}"`);
    const sent = await cloud.press("continue", { user: ` ${ADA.toUpperCase()} ` });
    expect(sent).toMatchObject({ status: 302, target: REDIRECT_URI });
    expect(sent.answer).toMatchObject({ code: expect.any(String), state: parameters.state });
  });

  test("asks again for an invalid id", async () => {
    const cloud = await start();
    const page = await cloud.press("continue", { user: `<b>ada</b>` });
    expect(page).toMatchObject({ status: 200, target: undefined });
    expect(page.text).toContain('role="alert"');
    expect(page.text).not.toContain("<b>ada");
  });

  test("skips the page for a signed-in user who has consented", async () => {
    const cloud = await start({ signedInUser: ADA });
    expect((await cloud.open()).answer).toHaveProperty("code");
    expect((await cloud.open({ prompt: "none" })).answer).toHaveProperty("code");
    expect((await cloud.open({ prompt: "select_account" })).status).toBe(200);
  });

  test("asks each user for consent once", async () => {
    const cloud = await start({ consents: [], signedInUser: ADA });
    expect((await cloud.open()).text).toContain("Permissions requested");
    expect((await cloud.open({ prompt: "none" })).answer).toMatchObject({
      error: "consent_required",
      error_description: expect.stringContaining("AADSTS65001"),
      state: parameters.state,
    });
    expect((await cloud.press("continue", { user: ADA })).text).toContain("Permissions requested");
    expect((await cloud.press("accept", { user: ADA })).answer).toHaveProperty("code");
    expect(cloud.settings.consents).toEqual([ADA]);
    expect((await cloud.open()).answer).toHaveProperty("code");
    expect((await cloud.press("continue", { user: BO })).text).toContain("Permissions requested");
    expect((await cloud.open({ prompt: "consent" })).text).toContain("Permissions requested");
  });

  test("reports a declined consent to the application", async () => {
    const cloud = await start({ consents: [] });
    for (const user of [undefined, ADA]) {
      expect((await cloud.press("cancel", { user })).answer).toMatchObject({
        error: "access_denied",
        error_description: expect.stringContaining("AADSTS65004"),
        state: parameters.state,
      });
    }
    expect(cloud.settings.consents).toEqual([]);
  });

  test("accepts no consent if an administrator has to give it", async () => {
    const cloud = await start({ consents: [], userConsent: "refused" });
    const page = await cloud.press("continue", { user: ADA });
    expect(page.text).toContain("Need admin approval");
    expect((await cloud.press("accept", { user: ADA })).answer).toMatchObject({
      error: "access_denied",
      error_description: expect.stringContaining("AADSTS90094"),
    });
    expect(cloud.settings.consents).toEqual([]);
  });

  test("reports that a silent request needs a signed-in user", async () => {
    const cloud = await start();
    expect((await cloud.open({ prompt: "none" })).answer).toMatchObject({
      error: "interaction_required",
      state: parameters.state,
    });
  });

  test.each([
    ["no response type", { response_type: undefined }, "invalid_request", "AADSTS900144"],
    ["no scope", { scope: undefined }, "invalid_request", "AADSTS900144"],
    [
      "a token response type",
      { response_type: "token" },
      "unsupported_response_type",
      "AADSTS700054",
    ],
    ["a plain challenge", { code_challenge_method: "plain" }, "invalid_request", "AADSTS50149"],
    ["a fragment response mode", { response_mode: "fragment" }, "invalid_request", "AADSTS90023"],
  ])("redirects to the application with an error for %s", async (_, fields, error, code) => {
    const cloud = await start({ signedInUser: ADA });
    const { target, answer } = await cloud.open(fields);
    expect(target).toBe(REDIRECT_URI);
    expect(answer).toMatchObject({ error, error_description: expect.stringContaining(code) });
    expect(answer).not.toHaveProperty("code");
  });

  test.each([
    ["no client", { client_id: undefined }, "AADSTS900144"],
    ["an unknown client", { client_id: "me" }, "AADSTS700016"],
    ["no address", { redirect_uri: undefined }, "AADSTS900144"],
    ["an unregistered address", { redirect_uri: `${REDIRECT_URI}/x` }, "AADSTS50011"],
    ["a javascript: address", { redirect_uri: "javascript:alert(1)" }, "AADSTS50011"],
  ])("doesn't redirect for %s", async (_, fields, code) => {
    const redirectUris = [REDIRECT_URI, "javascript:alert(1)"];
    const cloud = await start({ signedInUser: ADA, redirectUris });
    const page = await cloud.open(fields);
    expect(page).toMatchObject({ status: 400, target: undefined });
    expect(page.text).toContain(code);
  });
});

/** Signs Ada in and returns the code. */
async function signIn(cloud: Awaited<ReturnType<typeof start>>, fields: Fields = {}) {
  return (await cloud.press("continue", { user: ADA, ...fields })).answer.code;
}

describe("the authorization code grant", () => {
  test("issues tokens that Graph accepts, with the nonce", async () => {
    const cloud = await start();
    const { status, body } = await cloud.redeem(await signIn(cloud, { nonce: "n-1" }));
    expect(status).toBe(200);
    expect(decode(String(body.access_token))).toMatchObject({ oid: ADA, tid: TENANT, appid: APP });
    expect(decode(String(body.id_token))).toMatchObject({ oid: ADA, aud: APP, nonce: "n-1" });
    expect(body.refresh_token).toEqual(expect.any(String));
    const path = "/v1.0/me/onlineMeetings/createOrGet";
    const token = String(body.access_token);
    const created = await cloud.call("POST", path, { token, body: { externalId: "x" } });
    expect(created.status).toBe(201);
  });

  test.each<[what: string, code: number, form: Record<string, string>, tenant: string]>([
    ["another verifier", 501481, { code_verifier: "w".repeat(43) }, TENANT],
    ["no verifier", 900144, { code_verifier: "" }, TENANT],
    ["another address", 500112, { redirect_uri: `${REDIRECT_URI}/` }, TENANT],
    ["another application", 70000, { client_id: OTHER_TENANT }, TENANT],
    ["another tenant", 700005, {}, OTHER_TENANT],
    ["an unknown code", 70000, { code: "1.made-up" }, TENANT],
  ])("rejects %s with AADSTS%i", async (_, number, form, tenant) => {
    const cloud = await start();
    const { status, body } = await cloud.redeem(await signIn(cloud), form, tenant);
    expect(status).toBe(400);
    expect(body).toMatchObject({ error_codes: [number] });
  });

  test("accepts a code once, within ten minutes", async () => {
    const cloud = await start();
    const code = await signIn(cloud);
    expect((await cloud.redeem(code)).status).toBe(200);
    const again = await cloud.redeem(code);
    expect(again.body).toMatchObject({ error: "invalid_grant", error_codes: [54005] });
    const late = await signIn(cloud);
    cloud.setNow("2020-09-11T06:40:18.061Z");
    expect((await cloud.redeem(late)).body).toMatchObject({ error_codes: [70008] });
  });

  test("needs no verifier without a challenge, and issues a refresh token only on request", async () => {
    const cloud = await start();
    const code = await signIn(cloud, {
      code_challenge: undefined,
      code_challenge_method: undefined,
    });
    const { status, body } = await cloud.redeem(code, { code_verifier: "", scope: GRAPH_SCOPE });
    expect(status).toBe(200);
    expect(body).not.toHaveProperty("refresh_token");
    expect(body).not.toHaveProperty("id_token");
  });
});

describe("the refresh token grant", () => {
  test("issues new tokens to the same application while consent lasts", async () => {
    const cloud = await start();
    const { answer } = await cloud.press("continue", { user: ADA });
    const { body } = await cloud.redeem(answer.code);
    const fresh = await cloud.refresh(body.refresh_token);
    expect(decode(String(fresh.body.access_token))).toMatchObject({ oid: ADA });
    expect(fresh.body.access_token).not.toBe(body.access_token);
    expect((await cloud.refresh(fresh.body.refresh_token)).status).toBe(200);
    cloud.settings.consents = [BO];
    expect((await cloud.refresh(fresh.body.refresh_token)).body).toMatchObject({
      error: "invalid_grant",
      suberror: "consent_required",
      error_codes: [65001],
    });
  });

  test.each<[what: string, form: Record<string, string>, tenant: string]>([
    ["that is unknown", { refresh_token: "2.made-up" }, TENANT],
    ["of another application", { client_id: OTHER_TENANT }, TENANT],
    ["of another tenant", {}, OTHER_TENANT],
  ])("rejects a token %s", async (_, form, tenant) => {
    const cloud = await start();
    const { answer } = await cloud.press("continue", { user: ADA });
    const { body } = await cloud.redeem(answer.code);
    const refused = await cloud.refresh(body.refresh_token, form, tenant);
    expect(refused.body).toMatchObject({ error: "invalid_grant", error_codes: [70000] });
  });
});

test("on-behalf-of requires the consent that the page collects", async () => {
  const cloud = await start({ consents: [], signedInUser: ADA });
  const exchange = () =>
    requestToken(cloud.url, TENANT, {
      grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
      requested_token_use: "on_behalf_of",
      client_id: APP,
      client_secret: "any",
      scope: GRAPH_SCOPE,
      assertion: cloud.issueUserToken({ tenantId: TENANT, userId: ADA, audience: APP }),
    });
  expect((await exchange()).body).toMatchObject({
    suberror: "consent_required",
    error_codes: [65001],
  });
  await cloud.press("accept", { user: ADA });
  expect((await exchange()).status).toBe(200);
});
