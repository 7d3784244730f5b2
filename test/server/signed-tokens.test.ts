import { request } from "node:http";
import { JwtTokenExtractor } from "botframework-connector/lib/auth/jwtTokenExtractor";
import type { RejectionReason } from "../../src/server/inbound-rejection";
import { message, TENANT } from "../support/activities";
import { EC_KEY, OTHER_KEY, SIGNING_KEY, type TokenParts } from "../support/bot-framework";
import { resultsOf } from "../support/extension";
import { realNow } from "../support/real-clock";
import {
  APP_ID,
  askForMeeting,
  SERVICE_URL,
  startAuthenticatedApp,
  type AuthenticatedApp,
} from "../support/authenticated-app";

const OTHER_APP = "77777777-8888-4777-8666-555555555555";
/** Microsoft's own tenant, whose tokens botbuilder accepts for skills and the Emulator. */
const MICROSOFT = "f8cdef31-a31e-4b4a-93e4-5f571e91255a";
const SKEW_SECONDS = 300;

let guarded: AuthenticatedApp;
beforeAll(async () => {
  guarded = await startAuthenticatedApp();
});
afterAll(() => guarded.stop());

function toPem(type: "pkcs1" | "spki"): string {
  return SIGNING_KEY.publicKey.export({ type, format: "pem" }).toString();
}

test("accepts a Bot Framework token for this bot, and creates a meeting", async () => {
  const answer = await guarded.call(askForMeeting(), guarded.toAuthorization());
  expect(resultsOf(answer)).toHaveLength(1);
  expect(guarded.app.cloud.requests()).toHaveLength(1);
  expect(guarded.app.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
});

test("verifies each caller's token, even after it sent messages to the same service URL", async () => {
  const { app } = guarded;
  const { tenants } = app.cloud.settings;
  app.cloud.settings.tenants = []; // no token for the Connector, so nothing leaves this machine
  const countTokenRequests = () =>
    app.fetched.filter(({ url }) => url.pathname.endsWith("token")).length;
  const before = countTokenRequests();
  expect((await guarded.call(message("help"))).status).toBe(500);
  const sending = countTokenRequests();
  expect(sending).toBeGreaterThan(before);

  const forged = guarded.toAuthorization({ key: OTHER_KEY.privateKey });
  expect((await guarded.call(message("help"), forged)).status).toBe(401);
  expect((await guarded.call(message("help"), null)).status).toBe(401);
  expect(countTokenRequests()).toBe(sending);
  app.cloud.settings.tenants = tenants;
});

describe("a token that was accepted a moment ago", () => {
  const verified = () => jest.spyOn(JwtTokenExtractor.prototype, "getIdentityFromAuthHeader");
  const clock = () => jest.spyOn(Date, "now");
  afterEach(() => {
    verified().mockRestore();
    clock().mockRestore();
  });

  let count = 0;
  /** A token that no other test sends. */
  function newAuthorization(parts: TokenParts = {}): string {
    count += 1;
    return guarded.toAuthorization({ ...parts, claims: { jti: `${count}` } });
  }

  function afterSeconds(seconds: number): void {
    const laterMs = realNow().getTime() + seconds * 1000;
    clock().mockReturnValue(laterMs);
  }

  test("is accepted again, and its signature isn't verified again", async () => {
    const authorization = newAuthorization();
    const calls = verified();
    for (let time = 0; time < 3; time += 1) {
      guarded.expectAccepted(await guarded.call(askForMeeting(), authorization));
    }
    expect(calls).toHaveBeenCalledTimes(1);
  });

  test("is rejected for another service URL", async () => {
    const authorization = newAuthorization();
    guarded.expectAccepted(await guarded.call(askForMeeting(), authorization));
    const serviceUrl = SERVICE_URL.replace("emea", "amer");
    await guarded.expectRejected(
      "wrong_service_url",
      { ...askForMeeting(), serviceUrl },
      authorization,
    );
  });

  test.each([
    ["with another signature", (token: string) => `${token.slice(0, -4)}AAAA`],
    ["with other claims", (token: string) => token.replace(/\..*\./, ".e30.")],
  ])("is rejected %s", async (_, change) => {
    const authorization = newAuthorization();
    guarded.expectAccepted(await guarded.call(askForMeeting(), authorization));
    const answer = await guarded.call(askForMeeting(), change(authorization));
    expect(answer.status).toBe(401);
  });

  test("is rejected once it has expired", async () => {
    const authorization = newAuthorization({ relativeTimes: { exp: 60 } });
    guarded.expectAccepted(await guarded.call(askForMeeting(), authorization));
    afterSeconds(60 + SKEW_SECONDS - 30);
    guarded.expectAccepted(await guarded.call(askForMeeting(), authorization));
    afterSeconds(60 + SKEW_SECONDS + 1);
    const answer = await guarded.call(askForMeeting(), authorization);
    expect(answer.status).toBe(401);
    expect(guarded.app.log.at(-1)).toMatchObject({ reason: "token_expired" });
  });

  test("is verified again after 5 minutes", async () => {
    const authorization = newAuthorization();
    const calls = verified();
    guarded.expectAccepted(await guarded.call(askForMeeting(), authorization));
    afterSeconds(5 * 60 + 1);
    guarded.expectAccepted(await guarded.call(askForMeeting(), authorization));
    expect(calls).toHaveBeenCalledTimes(2);
  });
});

test.each<[string, TokenParts]>([
  ["expired a moment ago", { relativeTimes: { exp: -SKEW_SECONDS + 30 } }],
  ["will be valid in a moment", { relativeTimes: { nbf: SKEW_SECONDS - 30 } }],
  ["has extra claims", { claims: { tid: TENANT, ["__proto__"]: { aud: OTHER_APP } } }],
])("accepts a token that %s", async (_, parts) => {
  guarded.expectAccepted(await guarded.call(askForMeeting(), guarded.toAuthorization(parts)));
});

const attacks: [RejectionReason, string, TokenParts][] = [
  ["wrong_audience", "is for another bot", { claims: { aud: OTHER_APP } }],
  ["wrong_audience", "has no audience", { claims: { aud: undefined } }],
  ["wrong_audience", "is for null", { claims: { aud: null } }],
  [
    "wrong_audience",
    "is for several bots, this one included",
    { claims: { aud: [OTHER_APP, APP_ID] } },
  ],
  ["wrong_audience", "is for this bot in a list", { claims: { aud: [APP_ID] } }],
  ["wrong_audience", "is for a similar app id", { claims: { aud: `${APP_ID} ` } }],
  ["wrong_audience", "is for its own issuer", { claims: { aud: "https://api.botframework.com" } }],

  ["wrong_issuer", "has an unknown issuer", { claims: { iss: "https://stranger.example" } }],
  ["wrong_issuer", "has no issuer", { claims: { iss: undefined } }],
  [
    "wrong_issuer",
    "has another cloud's issuer",
    { claims: { iss: "https://api.botframework.us" } },
  ],
  [
    "wrong_issuer",
    "has an issuer with a trailing slash",
    { claims: { iss: "https://api.botframework.com/" } },
  ],
  ["wrong_issuer", "has an uppercase issuer", { claims: { iss: "HTTPS://API.BOTFRAMEWORK.COM" } }],
  ["wrong_issuer", "has a list of issuers", { claims: { iss: ["https://api.botframework.com"] } }],
  ...[TENANT, MICROSOFT].flatMap((tenant): typeof attacks =>
    [`https://sts.windows.net/${tenant}/`, `https://login.microsoftonline.com/${tenant}/v2.0`].map(
      (iss) => [
        "wrong_issuer",
        `is the Emulator's, of ${iss}`,
        { claims: { iss, ver: "1.0", appid: APP_ID, serviceurl: undefined } },
      ],
    ),
  ),
  [
    "wrong_issuer",
    "is a skill's",
    {
      claims: {
        iss: `https://login.microsoftonline.com/${MICROSOFT}/v2.0`,
        ver: "2.0",
        azp: OTHER_APP,
      },
    },
  ],

  ["token_expired", "has expired", { relativeTimes: { exp: -SKEW_SECONDS - 30 } }],
  ["token_expired", "expired in 1970", { claims: { exp: 0 } }],
  ["token_expired", "never expires", { claims: { exp: undefined } }],
  ["token_expired", "expires after all numbers", { writtenExp: "1e400" }],
  ["token_not_yet_valid", "is not yet valid", { relativeTimes: { nbf: SKEW_SECONDS + 30 } }],
  ["bad_signature", "expires in a word", { claims: { exp: "tomorrow" } }],
  ["bad_signature", "starts in a word", { claims: { nbf: "now" } }],

  ["unknown_key", "names an unknown key", { header: { kid: "unknown" } }],
  ["unknown_key", "names no key", { header: { kid: undefined } }],
  ["unknown_key", "names null as its key", { header: { kid: null } }],
  ["unknown_key", "names an empty key", { header: { kid: "" } }],
  ["unknown_key", "names keys in a list", { header: { kid: ["good"] } }],
  ["unknown_key", "names what every object has", { header: { kid: "constructor" } }],
  ["unknown_key", "names a key without a modulus", { header: { kid: "elliptic" } }],
  ["unknown_key", "names a very long key", { header: { kid: "k".repeat(5_000) } }],
  ["bad_signature", "names another's key", { header: { kid: "other" } }],
  ["bad_signature", "is signed by another's key", { key: OTHER_KEY.privateKey }],
  ["key_not_endorsed", "is by an unendorsed key", { header: { kid: "not endorsed" } }],
  ["key_not_endorsed", "is by a key for nothing", { header: { kid: "endorsed for nothing" } }],
  [
    "key_not_endorsed",
    "is signed with a key for other channels",
    { header: { kid: "endorsed for others" } },
  ],
  ["key_not_endorsed", "is by a key with a text", { header: { kid: "endorsed in a text" } }],

  ["wrong_algorithm", "is not signed", { header: { alg: "none" }, key: null }],
  ["wrong_algorithm", "is not signed, by a spelling", { header: { alg: "nOnE" }, key: null }],
  ["wrong_algorithm", "names no algorithm", { header: { alg: undefined } }],
  ["wrong_algorithm", "names RS512", { header: { alg: "RS512" } }],
  [
    "wrong_algorithm",
    "is signed by ES256",
    { header: { alg: "ES256", kid: "elliptic" }, key: EC_KEY.privateKey },
  ],
  ...(["pkcs1", "spki"] as const).flatMap((type): typeof attacks => [
    [
      "wrong_algorithm",
      `is signed by HS256 with the public key (${type})`,
      { header: { alg: "HS256" }, key: toPem(type) },
    ],
    [
      "bad_signature",
      `is signed that way but claims RS256 (${type})`,
      { header: { alg: "RS256" }, key: toPem(type) },
    ],
  ]),
  ["bad_signature", "has an empty signature", { key: null }],
  [
    "bad_signature",
    "brings its own key",
    {
      header: { jwk: OTHER_KEY.publicKey.export({ format: "jwk" }), jku: "http://127.0.0.1/keys" },
      key: OTHER_KEY.privateKey,
    },
  ],

  ["wrong_service_url", "has no service URL", { claims: { serviceurl: undefined } }],
  [
    "wrong_service_url",
    "has another service URL",
    { claims: { serviceurl: "https://evil.example/" } },
  ],
  [
    "wrong_service_url",
    "has its service URL without a slash",
    { claims: { serviceurl: SERVICE_URL.slice(0, -1) } },
  ],
  [
    "wrong_service_url",
    "has its service URL in capitals",
    { claims: { serviceurl: SERVICE_URL.toUpperCase() } },
  ],
  ["wrong_service_url", "has its service URL in a list", { claims: { serviceurl: [SERVICE_URL] } }],
  [
    "wrong_service_url",
    "has its service URL in another claim",
    { claims: { serviceurl: "", serviceUrl: SERVICE_URL } },
  ],
];

test.each(attacks)("%s: rejects a token that %s", async (reason, _, parts) => {
  await guarded.expectRejected(reason, askForMeeting(), guarded.toAuthorization(parts));
});

test.each<[RejectionReason, string, (token: string) => string | null]>([
  ["no_token", "is missing", () => null],
  ["no_token", "is empty", () => ""],
  ["malformed_token", "is a token alone", (token) => token],
  ["malformed_token", "has another scheme", (token) => `Basic ${token}`],
  ["malformed_token", "has the scheme in lower case", (token) => `bearer ${token}`],
  ["malformed_token", "has two tokens", (token) => `Bearer ${token} ${token}`],
  ["malformed_token", "has two parts", (token) => `Bearer stranger, Bearer ${token}`],
  ["malformed_token", "has two spaces", (token) => `Bearer  ${token}`],
  ["malformed_token", "lacks the signature", (token) => `Bearer ${token.split(".", 2).join(".")}`],
  ["malformed_token", "has an extra part", (token) => `Bearer ${token}.e30`],
  ["malformed_token", "doesn't hold JSON", (token) => `Bearer eyJ0eXAiOiJKV1QifQ.eyJ4.${token}`],
  ["malformed_token", "holds a list", () => "Bearer W10.W10.c2ln"],
  ["malformed_token", "holds null", () => "Bearer bnVsbA.bnVsbA.c2ln"],
  ["bad_signature", "was cut short", (token) => `Bearer ${token.slice(0, -20)}`],
  ["bad_signature", "was lengthened", (token) => `Bearer ${token}AAAA`],
  [
    "bad_signature",
    "has another token's claims",
    (token) => `Bearer ${withClaims(token, guarded.framework.sign({ claims: { tid: TENANT } }))}`,
  ],
])("%s: rejects an Authorization header that %s", async (reason, _, change) => {
  const authorization = change(guarded.framework.sign());
  await guarded.expectRejected(reason, askForMeeting(), authorization);
});

function withClaims(token: string, other: string): string {
  const [header, , signature] = token.split(".");
  return [header, other.split(".")[1], signature].join(".");
}

test("rejects two Authorization headers in either order", async () => {
  const body = JSON.stringify({ ...askForMeeting(), serviceUrl: SERVICE_URL });
  const good = guarded.toAuthorization();
  for (const headers of [
    ["authorization", good, "authorization", "Bearer stranger"],
    ["authorization", "Bearer stranger", "Authorization", good],
  ]) {
    expect(await postRaw(headers, body)).toBe(401);
    expect(guarded.app.log.at(-1)).toMatchObject({ level: 40, reason: "malformed_token" });
  }
});

function huge(length: number): TokenParts {
  return { claims: { aud: OTHER_APP, padding: "x".repeat(length) } };
}

/** `fetch` would join the headers. */
function postRaw(headers: string[], body: string): Promise<number | undefined> {
  const { host } = new URL(guarded.app.url);
  return new Promise((resolve, reject) => {
    const sent = request(`${guarded.app.url}/api/messages`, {
      method: "POST",
      headers: ["host", host, "content-length", String(Buffer.byteLength(body)), ...headers],
    });
    sent.on("error", reject).on("response", (response) => {
      response.resume().on("end", () => resolve(response.statusCode));
    });
    sent.end(body);
  });
}

test("rejects a huge token, and leaves one that exceeds the header limit to Node", async () => {
  const authorization = guarded.toAuthorization(huge(8_000));
  await guarded.expectRejected("wrong_audience", askForMeeting(), authorization);
  const lineCount = guarded.app.log.length;
  const tooLarge = await guarded.call(askForMeeting(), guarded.toAuthorization(huge(20_000)));
  expect(tooLarge).toEqual({ status: 431, body: undefined });
  expect(guarded.app.log).toHaveLength(lineCount);
});

test("logs a rejected caller's claims in short, sanitized form", async () => {
  const iss = `https://stranger.example/${"<b>\u0000\n".repeat(200)}`;
  const line = await guarded.expectRejected(
    "wrong_issuer",
    message("meet"),
    guarded.toAuthorization({ claims: { iss } }),
  );
  expect(line["issuer"]).toMatch(/^[\w.:/@?-]{100}$/);
});
