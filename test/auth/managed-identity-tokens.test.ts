import { randomUUID } from "node:crypto";
import { inspect } from "node:util";
import { decode } from "jsonwebtoken";
import {
  createManagedIdentityTokens,
  IDENTITY_UNAVAILABLE,
} from "../../src/auth/managed-identity-tokens";
import { httpFetch, type Fetch } from "../../src/http-fetch";
import { createMsalNetwork } from "../../src/auth/msal-network";
import type { Fault } from "../../src/local/local-cloud";
import { IDENTITY_HEADER } from "../../src/local/identity-endpoint";
import { useGraph } from "../support/graph";
import { realNow } from "../support/real-clock";

const graph = useGraph({ hasIdentity: true });

const STORAGE = "https://storage.azure.com";

/** MSAL caches tokens for the whole process, so each test uses a different identity. */
function connect(clientId: string | undefined = randomUUID()) {
  return { clientId, getToken: createManagedIdentityTokens(clientId, network) };
}

/** MSAL keeps the first one for the whole process. */
const watchedFetch: Fetch = (input, init) => {
  graph.toIdentity.push(new URL(input));
  return httpFetch(input, init);
};

const network = createMsalNetwork({
  fetch: watchedFetch,
  now: () => graph.clock.now(),
  sleep: (ms, signal) => graph.clock.sleep(ms, signal),
  sleepBeforeRetry: async () => {},
});

describe("a managed identity's token", () => {
  test("is the user-assigned identity's, for the requested resource, with its expiry", async () => {
    const { clientId, getToken } = connect();
    const { token, expiresOnTimestamp } = await getToken({ resource: STORAGE });
    expect(decode(token)).toMatchObject({ aud: STORAGE, appid: clientId });
    // MSAL uses the real clock, which has advanced since the test clock was set.
    const startedAt = graph.clock.now().getTime();
    const elapsedSeconds = (realNow().getTime() - startedAt) / 1000;
    const lifetimeSeconds = (expiresOnTimestamp - startedAt) / 1000;
    expect(Math.abs(lifetimeSeconds - 3599)).toBeLessThan(elapsedSeconds + 2);
    expect(
      graph.toIdentity.map(({ search }) => Object.fromEntries(new URLSearchParams(search))),
    ).toEqual([{ "api-version": "2019-08-01", resource: STORAGE, client_id: clientId }]);
  });

  test("is the system-assigned identity's by default", async () => {
    graph.cloud.settings.managedIdentities = ["system-assigned"];
    const getToken = createManagedIdentityTokens(undefined, network);
    const { token } = await getToken({ resource: STORAGE });
    expect(decode(token)).toMatchObject({ aud: STORAGE, idtyp: "app" });
    expect(graph.toIdentity[0]?.searchParams.has("client_id")).toBe(false);
  });

  test("is requested once for simultaneous calls and then cached", async () => {
    const { getToken } = connect();
    const tokens = await Promise.all(
      Array.from({ length: 20 }, () => getToken({ resource: STORAGE })),
    );
    tokens.push(await getToken({ resource: STORAGE }));
    expect(new Set(tokens.map(({ token }) => token)).size).toBe(1);
    expect(graph.toIdentity).toHaveLength(1);
  });

  test("differs for each resource", async () => {
    const { getToken } = connect();
    const resources = [STORAGE, "https://graph.microsoft.com"];
    const tokens = await Promise.all(resources.map((resource) => getToken({ resource })));
    expect(tokens.map(({ token }) => decode(token, { json: true })?.aud)).toEqual(resources);
  });

  test("is replaced when the cache is skipped, and the new one is cached", async () => {
    const { getToken } = connect();
    const first = await getToken({ resource: STORAGE });
    const renewed = await Promise.all(
      [1, 2, 3].map(() => getToken({ resource: STORAGE, skipsCache: true })),
    );
    expect(new Set(renewed.map(({ token }) => token)).size).toBe(1);
    expect(renewed[0]?.token).not.toBe(first.token);
    expect(await getToken({ resource: STORAGE })).toEqual(renewed[0]);
    expect(graph.toIdentity).toHaveLength(2);
  });
});

async function fail() {
  const { clientId, getToken } = connect();
  const error: unknown = await getToken({ resource: STORAGE }).catch((e: unknown) => e);
  const printed = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
  graph.cloud.clearFaults();
  return { error, printed, clientId, getToken };
}

describe("a token that the identity endpoint doesn't issue", () => {
  test("is unavailable for an unknown identity", async () => {
    graph.cloud.settings.managedIdentities = ["system-assigned"];
    const { error } = await fail();
    expect(error).toMatchObject({ name: "AppError", code: "token_unavailable" });
    expect(error).toMatchObject({ details: { reason: IDENTITY_UNAVAILABLE } });
  });

  test.each<[what: string, fault: Partial<Fault>]>([
    ["is unreachable", { drop: true, times: 3 }],
    ["fails", { status: 500, times: 3 }],
    ["isn't ready", { status: 410, times: 3 }],
    ["asks to wait for a day", { status: 429, headers: { "Retry-After": "86400" } }],
    ["refuses", { status: 403, body: { statusCode: 403, message: "Forbidden" } }],
    ["answers HTML", { status: 200, body: "<html>contoso-proxy</html>" }],
    ["answers nothing", { status: 200, body: "" }],
    ["answers no token", { status: 200, body: { token_type: "Bearer" } }],
  ])("is unavailable when the endpoint %s, with a reason and no secret", async (_, fault) => {
    graph.cloud.addFault({ match: "msi/token", ...fault });
    const { error, printed, getToken } = await fail();
    expect(error).toMatchObject({
      code: "token_unavailable",
      details: { reason: IDENTITY_UNAVAILABLE },
    });
    expect(printed).not.toContain(IDENTITY_HEADER);
    expect(printed).not.toContain("contoso-proxy");
    expect((await getToken({ resource: STORAGE })).token).toBeTruthy();
  });
});
