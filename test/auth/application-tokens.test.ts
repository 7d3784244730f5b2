import { inspect } from "node:util";
import { decode } from "jsonwebtoken";
import { CLOUDS } from "../../src/clouds";
import type { Fault } from "../../src/local/local-cloud";
import { TENANT } from "../support/activities";
import { aRequest, CLIENT_ID, CLIENT_SECRET, useGraph } from "../support/graph";

const graph = useGraph();

const OTHER_TENANT = "aaaaaaaa-2222-4333-8444-555555555555";
const FIRST = { tenantId: TENANT };

function tenantOf(token: string): unknown {
  return (decode(token, { json: true }) ?? {}).tid;
}

describe("an access token for Graph", () => {
  test("is the app's own and works at Graph", async () => {
    const token = await graph.connect().getToken(FIRST);
    expect(decode(token)).toMatchObject({
      aud: "https://graph.microsoft.com",
      appid: CLIENT_ID,
      idtyp: "app",
      tid: TENANT,
      roles: ["OnlineMeetings.ReadWrite.All"],
    });
    const { status } = await fetch(`${graph.cloud.url}/v1.0/users/${CLIENT_ID}/onlineMeetings/x`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(status).toBe(404);
  });

  test("is fetched once for several calls", async () => {
    const { getToken, toTokens } = graph.connect();
    const first = await getToken(FIRST);
    expect([await getToken(FIRST), await getToken(FIRST)]).toEqual([first, first]);
    expect(toTokens.map(({ url }) => url.origin + url.pathname)).toEqual([
      `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
    ]);
  });

  test("takes one request to Entra for several Graph calls", async () => {
    const { onlineMeetings, toTokens } = graph.connect();
    for (let count = 0; count < 3; count += 1) await onlineMeetings.createOrGet(aRequest());
    expect(toTokens).toHaveLength(1);
  });

  test("differs for each tenant", async () => {
    const { getToken, toTokens } = graph.connect();
    const other = { tenantId: OTHER_TENANT };
    const tokens = [await getToken(FIRST), await getToken(other)];
    expect(tokens.map(tenantOf)).toEqual([TENANT, OTHER_TENANT]);
    expect([await getToken(FIRST), await getToken(other)]).toEqual(tokens);
    expect(toTokens).toHaveLength(2);
  });

  test("is replaced when Graph rejects it, and the new one is cached", async () => {
    const { getToken, toTokens } = graph.connect();
    const refused = await getToken(FIRST);
    const fresh = await getToken({ ...FIRST, refused });
    expect(fresh).not.toBe(refused);
    expect(await getToken(FIRST)).toBe(fresh);
    expect(toTokens).toHaveLength(2);
  });

  test("isn't shared between clients", async () => {
    const [one, another] = [graph.connect(), graph.connect()];
    await one.getToken(FIRST);
    await another.getToken(FIRST);
    expect([one.toTokens.length, another.toTokens.length]).toEqual([1, 1]);
  });

  test.each(["usgov", "usgov-dod"] as const)("comes from its cloud's login: %s", async (name) => {
    const { loginOrigin, graphOrigin } = CLOUDS[name];
    const { getToken, toTokens } = graph.connect({ cloudName: name });
    expect(decode(await getToken(FIRST))).toMatchObject({ aud: graphOrigin });
    expect(toTokens.map(({ url }) => url.origin + url.pathname)).toEqual([
      `${loginOrigin}/${TENANT}/oauth2/v2.0/token`,
    ]);
  });
});

/** Everything that a log or debugger could show of the error. */
async function failWith(clientSecret: string) {
  const { getToken } = graph.connect({ clientSecret });
  const error: unknown = await getToken(FIRST).catch((e: unknown) => e);
  const printed = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
  return { error, printed };
}

describe("a token that Entra doesn't issue", () => {
  test("fails with Entra's error number for a wrong secret, without the secret", async () => {
    graph.cloud.settings.clientSecrets = ["another"];
    const { error, printed } = await failWith(CLIENT_SECRET);
    expect(error).toMatchObject({
      name: "AppError",
      code: "token_unavailable",
      message: "token_unavailable: AADSTS7000215",
      details: { reason: "AADSTS7000215", entraCode: "AADSTS7000215" },
    });
    expect(printed).not.toContain(CLIENT_SECRET);
    expect(printed).not.toContain(encodeURIComponent(CLIENT_SECRET));
  });

  const HTML = "<html>contoso-proxy</html>";

  test.each<[what: string, fault: Partial<Fault>, code: string, reason: string]>([
    ["is unreachable", { drop: true, times: 3 }, "entra_unavailable", "couldn't reach Entra"],
    ["fails", { status: 503, times: 3 }, "entra_unavailable", "AADSTS90033"],
    ["fails in HTML", { status: 502, body: HTML, times: 3 }, "entra_unavailable", "status 502"],
    ["answers HTML", { status: 200, body: HTML }, "entra_unavailable", "isn't from Entra"],
    ["answers nothing", { status: 200, body: "" }, "entra_unavailable", "isn't from Entra"],
    [
      "answers no token",
      { status: 200, body: { token_type: "Bearer", expires_in: 1 } },
      "token_unavailable",
      "",
    ],
    [
      "is busy for long",
      { status: 429, headers: { "Retry-After": "60" } },
      "entra_unavailable",
      "AADSTS90033",
    ],
  ])(
    "is unavailable when Entra %s, with a reason and no secret",
    async (_, fault, code, reason) => {
      graph.cloud.addFault({ match: "oauth2/v2.0/token", ...fault });
      const { error, printed } = await failWith(CLIENT_SECRET);
      expect(error).toMatchObject({ code, details: { reason: expect.stringContaining(reason) } });
      expect(printed).not.toContain(CLIENT_SECRET);
      expect(printed).not.toContain("contoso-proxy");
    },
  );

  test.each<[what: string, fault: Partial<Fault>]>([
    ["is unreachable", { drop: true }],
    ["fails", { status: 503 }],
    ["is busy", { status: 429, headers: { "Retry-After": "1" } }],
  ])("is requested again while Entra %s", async (_, fault) => {
    const { getToken, toTokens } = graph.connect();
    graph.cloud.addFault({ match: "oauth2/v2.0/token", times: 2, ...fault });
    expect(tenantOf(await getToken(FIRST))).toBe(TENANT);
    expect(toTokens).toHaveLength(3);
  });

  test.each<[what: string, fault: Partial<Fault>]>([
    ["was unreachable", { drop: true, times: 3 }],
    ["failed", { status: 503, times: 3 }],
    ["was busy for long", { status: 429, headers: { "Retry-After": "3600" } }],
  ])("is requested by the next call after Entra %s", async (_, fault) => {
    const { getToken } = graph.connect();
    graph.cloud.addFault({ match: "oauth2/v2.0/token", ...fault });
    await expect(getToken(FIRST)).rejects.toMatchObject({ code: "entra_unavailable" });
    expect(tenantOf(await getToken(FIRST))).toBe(TENANT);
  });

  test("fails the Graph call before anything is sent", async () => {
    graph.cloud.settings.clientSecrets = ["another"];
    const { onlineMeetings, toGraph } = graph.connect();
    await expect(onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({
      code: "token_unavailable",
    });
    expect(toGraph).toEqual([]);
  });
});
