import { inspect } from "node:util";
import { decode, sign } from "jsonwebtoken";
import type { Fault } from "../../src/local/local-cloud";
import type { User } from "../../src/meetings/ports/user-sign-in";
import { ada, bo, people, TENANT, type TestPerson } from "../support/activities";
import { aRequest, CLIENT_ID, useGraph } from "../support/graph";

const graph = useGraph();

const OTHER_TENANT = "aaaaaaaa-2222-4333-8444-555555555555";
const APP_ID_URI = `api://botid-${CLIENT_ID}`;
const MINUTE_MS = 60_000;

const toUser = ({ aadId }: TestPerson): User => ({ tenantId: TENANT, aadId });
const tokenOf = ({ aadId: userId }: TestPerson, audience = APP_ID_URI, tenantId = TENANT) =>
  graph.cloud.issueUserToken({ tenantId, userId, audience });
const requestOf = (person: TestPerson, refused?: string) => ({
  tenantId: TENANT,
  userAadId: person.aadId,
  ...(refused !== undefined && { refused }),
});

/** A signed-in user, with the requests to Entra cleared. */
async function signIn(person: TestPerson, connection = graph.connect()) {
  await connection.userTokens.takeToken(toUser(person), tokenOf(person));
  connection.toTokens.splice(0);
  return connection;
}

describe("a token from Teams", () => {
  test.each([APP_ID_URI, CLIENT_ID, APP_ID_URI.toUpperCase()])(
    "is exchanged for the user's Graph token: audience %s",
    async (audience) => {
      const { userTokens, toTokens } = graph.connect();
      await userTokens.takeToken(toUser(ada), tokenOf(ada, audience));
      expect(userTokens.isSignedIn(toUser(ada))).toBe(true);
      expect(decode(await userTokens.getToken(requestOf(ada)))).toMatchObject({
        aud: "https://graph.microsoft.com",
        oid: ada.aadId,
        tid: TENANT,
        scp: "OnlineMeetings.ReadWrite",
      });
      expect(toTokens.map(({ url }) => url.pathname)).toEqual([`/${TENANT}/oauth2/v2.0/token`]);
    },
  );

  test("matches the user's ids in any case", async () => {
    const { userTokens } = graph.connect();
    const user = { tenantId: TENANT.toUpperCase(), aadId: ada.aadId.toUpperCase() };
    await userTokens.takeToken(user, tokenOf(ada));
    expect(userTokens.isSignedIn(toUser(ada))).toBe(true);
    await expect(userTokens.getToken(requestOf(ada))).resolves.toBeTruthy();
  });

  test("signs in only that user", async () => {
    const { userTokens } = await signIn(ada);
    expect(userTokens.isSignedIn(toUser(bo))).toBe(false);
    expect(userTokens.isSignedIn({ tenantId: OTHER_TENANT, aadId: ada.aadId })).toBe(false);
    for (const request of [requestOf(bo), { ...requestOf(ada), tenantId: OTHER_TENANT }]) {
      await expect(userTokens.getToken(request)).rejects.toMatchObject({ code: "sign_in_needed" });
    }
  });

  test.each<[what: string, makeToken: () => string, reason: string]>([
    ["another user's", () => tokenOf(bo), "another user's"],
    ["of another tenant", () => tokenOf(ada, APP_ID_URI, OTHER_TENANT), "another user's"],
    ["for another app", () => tokenOf(ada, `api://botid-${OTHER_TENANT}`), "another app"],
    [
      "for an app whose id only has the same ending",
      () => tokenOf(ada, `x${CLIENT_ID}`),
      "another app",
    ],
    ["for Graph", () => tokenOf(ada, "https://graph.microsoft.com"), "another app"],
    ["of version 1.0", () => forge({ ver: "1.0" }), "version 2.0"],
    ["without a user", () => forge({ oid: undefined }), "version 2.0"],
    ["expired", () => forge({ exp: graph.clock.now().getTime() / 1000 }), "expired"],
    ["no token", () => "not.a.token", "version 2.0"],
    ["empty", () => "", "version 2.0"],
  ])("is rejected without a request to Entra when it is %s", async (_, makeToken, reason) => {
    const { userTokens, toTokens } = graph.connect();
    const taken = userTokens.takeToken(toUser(ada), makeToken());
    await expect(taken).rejects.toMatchObject({
      code: "sign_in_refused",
      details: { reason: expect.stringContaining(reason) },
    });
    expect(toTokens).toEqual([]);
    expect(userTokens.isSignedIn(toUser(ada))).toBe(false);
  });

  test("is rejected by Entra when only the signature is wrong", async () => {
    const { userTokens, toTokens } = graph.connect();
    const taken = userTokens.takeToken(toUser(ada), forge({}));
    await expect(taken).rejects.toMatchObject({
      code: "sign_in_refused",
      details: { reason: "AADSTS50013" },
    });
    expect(toTokens).toHaveLength(1);
    expect(userTokens.isSignedIn(toUser(ada))).toBe(false);
  });

  test("is rejected when Entra's response is for another user", async () => {
    const graphToken = (await idTokenOf(bo)).body;
    graph.cloud.addFault({ match: "oauth2/v2.0/token", status: 200, body: graphToken });
    const { userTokens } = graph.connect();
    const taken = userTokens.takeToken(toUser(ada), tokenOf(ada));
    await expect(taken).rejects.toMatchObject({
      code: "sign_in_refused",
      details: { reason: "another user signed in" },
    });
    expect(userTokens.isSignedIn(toUser(ada))).toBe(false);
  });

  test("leads to the consent page when consent is missing", async () => {
    graph.cloud.settings.delegatedScopes = [];
    const { userTokens } = graph.connect();
    const taken = userTokens.takeToken(toUser(ada), tokenOf(ada));
    await expect(taken).rejects.toMatchObject({
      code: "consent_missing",
      details: { reason: "AADSTS65001" },
    });
    expect(userTokens.isSignedIn(toUser(ada))).toBe(false);
  });

  test.each<[what: string, code: string, fault: Partial<Fault>]>([
    ["is unreachable", "entra_unavailable", { drop: true }],
    ["fails", "entra_unavailable", { status: 503 }],
    [
      "rejects the app's secret",
      "token_unavailable",
      { status: 401, body: { error: "invalid_client" } },
    ],
    ["answers HTML", "entra_unavailable", { status: 200, body: "<html>proxy</html>" }],
  ])("fails when Entra %s, with %s", async (_, code, fault) => {
    graph.cloud.addFault({ match: "oauth2/v2.0/token", times: 3, ...fault });
    const { userTokens } = graph.connect();
    const taken = userTokens.takeToken(toUser(ada), tokenOf(ada));
    await expect(taken).rejects.toMatchObject({ code });
    graph.cloud.clearFaults();
    await userTokens.takeToken(toUser(ada), tokenOf(ada));
    expect(userTokens.isSignedIn(toUser(ada))).toBe(true);
  });

  test("is exchanged once when several clients of a user send one at the same time", async () => {
    const { userTokens, toTokens } = graph.connect();
    const clients = [1, 2, 3, 4].map(() => userTokens.takeToken(toUser(ada), tokenOf(ada)));
    await Promise.all(clients);
    expect(toTokens).toHaveLength(1);
    const [first, ...others] = people(3);
    await Promise.all(
      [first!, ...others].map((one) => userTokens.takeToken(toUser(one), tokenOf(one))),
    );
    expect(toTokens).toHaveLength(4);
  });

  test("succeeds when another client's simultaneous token is rejected", async () => {
    const { userTokens } = graph.connect();
    const clients = [forge({}), tokenOf(ada)].map((token) =>
      userTokens.takeToken(toUser(ada), token),
    );
    expect((await Promise.allSettled(clients)).map(({ status }) => status)).toEqual([
      "rejected",
      "fulfilled",
    ]);
    expect(userTokens.isSignedIn(toUser(ada))).toBe(true);
  });

  test("is never in an error, and neither is the user's name", async () => {
    const body = {
      error: "invalid_grant",
      error_description: "AADSTS50105: The signed in user 'ada@contoso.com' is not assigned.",
    };
    graph.cloud.addFault({ match: "oauth2/v2.0/token", status: 400, body });
    const token = tokenOf(ada);
    const { userTokens } = graph.connect();
    const error: unknown = await userTokens.takeToken(toUser(ada), token).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "sign_in_refused", details: { reason: "AADSTS50105" } });
    const printed = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
    expect(printed).not.toContain(token);
    expect(printed).not.toContain("ada@contoso.com");
  });
});

test("text from a proxy between us and Entra never gets into an error", async () => {
  const body = { error: "ask ada@contoso.com", error_description: "or bo@contoso.com" };
  graph.cloud.addFault({ match: "oauth2/v2.0/token", status: 400, body });
  const { userTokens } = graph.connect();
  const attempt = userTokens.takeToken(toUser(ada), tokenOf(ada));
  const error: unknown = await attempt.catch((e: unknown) => e);
  expect(error).toMatchObject({ code: "token_unavailable" });
  expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain("contoso");
});

describe("a user's session", () => {
  test("keeps the token until shortly before it expires", async () => {
    const { userTokens, toTokens } = await signIn(ada);
    const token = await userTokens.getToken(requestOf(ada));
    await graph.clock.advance(58 * MINUTE_MS);
    expect(await userTokens.getToken(requestOf(ada))).toBe(token);
    await graph.clock.advance(MINUTE_MS);
    expect(userTokens.isSignedIn(toUser(ada))).toBe(false);
    const late = userTokens.getToken(requestOf(ada));
    await expect(late).rejects.toMatchObject({ code: "sign_in_needed" });
    expect(toTokens).toEqual([]);
  });

  test("ends when the user signs out, and reports whether there was one", async () => {
    const { userTokens } = await signIn(ada, await signIn(bo));
    expect(await userTokens.signOut(toUser(ada))).toBe(true);
    expect(await userTokens.signOut(toUser(ada))).toBe(false);
    expect(userTokens.isSignedIn(toUser(ada))).toBe(false);
    await expect(userTokens.getToken(requestOf(ada))).rejects.toMatchObject({
      code: "sign_in_needed",
    });
    await expect(userTokens.getToken(requestOf(bo))).resolves.toBeTruthy();
  });

  test("ends when the user signs out during a sign-in", async () => {
    const { userTokens } = graph.connect();
    const signingIn = userTokens.takeToken(toUser(ada), tokenOf(ada));
    expect(await userTokens.signOut(toUser(ada))).toBe(true);
    await signingIn;
    expect(userTokens.isSignedIn(toUser(ada))).toBe(false);
  });

  test("exists only in its own process", async () => {
    await signIn(ada);
    expect(graph.connect().userTokens.isSignedIn(toUser(ada))).toBe(false);
  });
});

describe("a token that Graph rejects", () => {
  test("is replaced once with the token from Teams, and the new one is cached", async () => {
    const { userTokens, toTokens } = await signIn(ada);
    const refused = await userTokens.getToken(requestOf(ada));
    const together = [1, 2, 3].map(() => userTokens.getToken(requestOf(ada, refused)));
    const [fresh, ...same] = await Promise.all(together);
    expect(fresh).not.toBe(refused);
    expect(same).toEqual([fresh, fresh]);
    expect(await userTokens.getToken(requestOf(ada))).toBe(fresh);
    expect(toTokens).toHaveLength(1);
  });

  test("ends the session when Entra revokes it", async () => {
    const { userTokens } = await signIn(ada);
    const refused = await userTokens.getToken(requestOf(ada));
    // MSAL treats this one as an error without a sign-in page.
    const body = { error: "invalid_grant", error_description: "AADSTS50105: Not assigned." };
    graph.cloud.addFault({ match: "oauth2/v2.0/token", status: 400, body });
    const renewed = userTokens.getToken(requestOf(ada, refused));
    await expect(renewed).rejects.toMatchObject({ code: "sign_in_needed" });
    expect(userTokens.isSignedIn(toUser(ada))).toBe(false);
  });

  test("ends the session when Entra requires an interactive sign-in", async () => {
    const { userTokens } = await signIn(ada);
    const refused = await userTokens.getToken(requestOf(ada));
    graph.cloud.settings.delegatedScopes = [];
    const renewed = userTokens.getToken(requestOf(ada, refused));
    await expect(renewed).rejects.toMatchObject({ code: "sign_in_needed" });
    expect(userTokens.isSignedIn(toUser(ada))).toBe(false);
  });

  test("keeps the session when Entra is unreachable", async () => {
    const { userTokens } = await signIn(ada);
    const refused = await userTokens.getToken(requestOf(ada));
    graph.cloud.addFault({ match: "oauth2/v2.0/token", times: 3, drop: true });
    const renewed = userTokens.getToken(requestOf(ada, refused));
    await expect(renewed).rejects.toMatchObject({ code: "entra_unavailable" });
    expect(userTokens.isSignedIn(toUser(ada))).toBe(true);
    await expect(userTokens.getToken(requestOf(ada, refused))).resolves.toBeTruthy();
  });
});

describe("Graph calls with a user's token", () => {
  test("go to /me with the user's token, for every operation", async () => {
    const { onlineMeetings, toTokens } = await signIn(ada, graph.connect({ isDelegated: true }));
    const { meeting } = await onlineMeetings.createOrGet(aRequest());
    const address = { tenantId: TENANT, organizerAadId: ada.aadId, meetingId: meeting.id };
    await onlineMeetings.get(address);
    await onlineMeetings.getOptions(address);
    await onlineMeetings.update(address, { subject: "Retro", attendees: [{ aadId: bo.aadId }] });
    await onlineMeetings.delete(address);
    const one = `/v1.0/me/onlineMeetings/${encodeURIComponent(meeting.id)}`;
    expect(
      graph.cloud.requests().map(({ method, path, status }) => [method, path, status]),
    ).toEqual([
      ["POST", "/v1.0/me/onlineMeetings/createOrGet", expect.any(Number)],
      ["GET", one, 200],
      ["GET", one, 200],
      ["GET", one, 200],
      ["PATCH", one, 200],
      ["DELETE", one, 204],
    ]);
    expect(graph.cloud.meetings()).not.toContainEqual(expect.objectContaining({ id: meeting.id }));
    expect(toTokens).toEqual([]);
  });

  test("create channel meetings on /beta", async () => {
    const { onlineMeetings } = await signIn(ada, graph.connect({ isDelegated: true }));
    const channelThreadId = "19:0f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.tacv2";
    const answer = await onlineMeetings.createOrGet(aRequest({ channelThreadId }));
    expect(answer).toMatchObject({ isTiedToChannel: true });
    expect(graph.cloud.requests().map(({ path }) => path)).toEqual([
      "/beta/me/onlineMeetings/createOrGet",
    ]);
  });

  test("fail for a user who hasn't signed in", async () => {
    const { onlineMeetings, toGraph } = await signIn(bo, graph.connect({ isDelegated: true }));
    const made = onlineMeetings.createOrGet(aRequest());
    await expect(made).rejects.toMatchObject({ code: "sign_in_needed" });
    expect(toGraph).toEqual([]);
  });

  test("use the app's own token for team owners", async () => {
    graph.cloud.settings.teamOwners = [ada.aadId];
    const { teamOwners } = graph.connect({ isDelegated: true });
    const member = { tenantId: TENANT, groupId: OTHER_TENANT, userAadId: ada.aadId };
    await expect(teamOwners.isOwner(member)).resolves.toBe(true);
  });

  test("are retried once with a new token when Graph rejects the first", async () => {
    const { onlineMeetings, toTokens } = await signIn(ada, graph.connect({ isDelegated: true }));
    graph.cloud.addFault({ match: "createOrGet", status: 401 });
    await expect(onlineMeetings.createOrGet(aRequest())).resolves.toBeTruthy();
    expect(toTokens).toHaveLength(1);
    expect(graph.calls().map(([, status]) => status)).toEqual([401, expect.any(Number)]);
  });

  test("require a sign-in when Graph rejects the new token, too", async () => {
    const { onlineMeetings, toTokens } = await signIn(ada, graph.connect({ isDelegated: true }));
    graph.cloud.addFault({ match: "createOrGet", times: 2, status: 401 });
    const made = onlineMeetings.createOrGet(aRequest());
    await expect(made).rejects.toMatchObject({ code: "sign_in_needed" });
    expect(toTokens).toHaveLength(1);
    expect(graph.calls().map(([, status]) => status)).toEqual([401, 401]);
  });

  test.each([
    ["Authorization_RequestDenied", "permission_missing"],
    ["Forbidden", "graph_refused"],
  ])(
    "fail after %s without a message with %s, because policies don't apply to users",
    async (code, ours) => {
      const { onlineMeetings } = await signIn(ada, graph.connect({ isDelegated: true }));
      const body = { error: { code, message: "" } };
      graph.cloud.addFault({ match: "createOrGet", status: 403, body });
      const made = onlineMeetings.createOrGet(aRequest());
      await expect(made).rejects.toMatchObject({ code: ours });
    },
  );
});

describe("the sign-in page's result", () => {
  test.each([
    ["isn't JSON", "123456"],
    ["has no code", JSON.stringify({ codeVerifier: "v".repeat(43) })],
    ["has no verifier", JSON.stringify({ code: "c" })],
    ["has a malformed verifier", JSON.stringify({ code: "c", codeVerifier: "short" })],
    ["is null", "null"],
    ["is too long", JSON.stringify({ code: "c".repeat(9000), codeVerifier: "v".repeat(43) })],
  ])("is rejected without a request to Entra when it %s", async (_, state) => {
    const { userTokens, toTokens } = graph.connect();
    const taken = userTokens.takePageResult(toUser(ada), state);
    await expect(taken).rejects.toMatchObject({ code: "sign_in_refused" });
    expect(toTokens).toEqual([]);
  });
});

/** A token like Ada's, signed with another key. */
function forge(claims: Record<string, unknown>): string {
  const real = decode(tokenOf(ada), { json: true });
  return sign(JSON.parse(JSON.stringify({ ...real, ...claims })), "another key");
}

/** Entra's response to a user's own exchange. */
async function idTokenOf(person: TestPerson) {
  const form = {
    grant_type: "urn:ietf:params:oauth:grant-type:jwt-bearer",
    requested_token_use: "on_behalf_of",
    client_id: CLIENT_ID,
    client_secret: "any",
    client_info: "1",
    scope: "openid https://graph.microsoft.com/OnlineMeetings.ReadWrite",
    assertion: tokenOf(person),
  };
  const url = `${graph.cloud.url}/${TENANT}/oauth2/v2.0/token`;
  const response = await fetch(url, { method: "POST", body: new URLSearchParams(form) });
  return { body: (await response.json()) as Record<string, string | number> };
}
