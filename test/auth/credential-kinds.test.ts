import { X509Certificate } from "node:crypto";
import { inspect } from "node:util";
import { decode } from "jsonwebtoken";
import type { AppCredential } from "../../src/auth/app-credential";
import { CERTIFICATE_EXPIRED } from "../../src/auth/confidential-client";
import { IDENTITY_UNAVAILABLE } from "../../src/auth/managed-identity-tokens";
import { AppError } from "../../src/errors";
import { IDENTITY_HEADER } from "../../src/local/identity-endpoint";
import type { LocalSettings } from "../../src/local/local-cloud";
import { ada, TENANT } from "../support/activities";
import { aRequest, CLIENT_ID, CLIENT_SECRET, useGraph, type Connection } from "../support/graph";
import { makeCertificate } from "../support/make-certificate";
import { CERTIFICATE, certificateCredential, CREDENTIALS, kinds } from "../support/credentials";
import { realNow } from "../support/real-clock";

const graph = useGraph({ hasIdentity: true });

const OTHER = "abababab-2222-4333-8444-555555555555";
beforeEach(() => {
  graph.cloud.settings.identityTenant = TENANT;
});

/** The requests for the app's tokens: to Entra, or to the identity endpoint. */
function countTokenRequests(kind: AppCredential["kind"], { toTokens }: Connection): number {
  return kind === "managed-identity" ? graph.toIdentity.length : toTokens.length;
}

describe.each(kinds)("an app with a %s credential", (kind) => {
  test("gets a token that works at Graph", async () => {
    const credential = CREDENTIALS[kind]();
    const { getToken, onlineMeetings } = graph.connect({ credential });
    expect((await onlineMeetings.createOrGet(aRequest())).meeting.joinWebUrl).toBeTruthy();
    expect(decode(await getToken({ tenantId: TENANT }))).toMatchObject({
      aud: "https://graph.microsoft.com",
      appid: credential.clientId,
      appidacr: kind === "secret" ? "1" : "2",
      tid: TENANT,
      idtyp: "app",
    });
  });

  test("requests one token for simultaneous first calls", async () => {
    const connection = graph.connect({ credential: CREDENTIALS[kind]() });
    await Promise.all(
      Array.from({ length: 20 }, () => connection.onlineMeetings.createOrGet(aRequest())),
    );
    expect(countTokenRequests(kind, connection)).toBe(1);
    expect(connection.toGraph).toHaveLength(20);
  });

  test("requests one new token when Graph rejects the token of simultaneous calls", async () => {
    const connection = graph.connect({ credential: CREDENTIALS[kind]() });
    await connection.getToken({ tenantId: TENANT });
    graph.cloud.addFault({ match: "createOrGet", times: 20, status: 401 });
    await Promise.all(
      Array.from({ length: 20 }, () => connection.onlineMeetings.createOrGet(aRequest())),
    );
    expect(countTokenRequests(kind, connection)).toBe(2);
    expect(connection.toGraph).toHaveLength(40);
  });

  test("doesn't replace a rejected token that was replaced already", async () => {
    const connection = graph.connect({ credential: CREDENTIALS[kind]() });
    const { getToken } = connection;
    const refused = await getToken({ tenantId: TENANT });
    const renewed = await getToken({ tenantId: TENANT, refused });
    expect(renewed).not.toBe(refused);
    expect(await getToken({ tenantId: TENANT, refused })).toBe(renewed);
    expect(countTokenRequests(kind, connection)).toBe(2);
  });

  test("fails the call when Graph rejects the new token, too", async () => {
    const connection = graph.connect({ credential: CREDENTIALS[kind]() });
    graph.cloud.addFault({ match: "createOrGet", times: 2, status: 401 });
    const call = connection.onlineMeetings.createOrGet(aRequest());
    await expect(call).rejects.toMatchObject({ code: "token_refused" });
    expect(countTokenRequests(kind, connection)).toBe(2);
  });
});

test("a federated credential sends the managed identity's token and no secret", async () => {
  const bodies: string[] = [];
  const credential = CREDENTIALS.federated();
  const { getToken } = graph.connect({
    credential,
    beforeRequest: ({ body }) => bodies.push(body ?? ""),
  });
  await getToken({ tenantId: TENANT });
  const form = new URLSearchParams(bodies.find((body) => body.includes("client_assertion")));
  expect(form.get("client_secret")).toBeNull();
  const assertion = form.get("client_assertion") ?? "";
  expect(decode(assertion)).toMatchObject({
    aud: "api://AzureADTokenExchange",
    appid: "managedIdentityClientId" in credential && credential.managedIdentityClientId,
  });
});

test.each([
  ["global", "api://AzureADTokenExchange"],
  ["usgov", "api://AzureADTokenExchangeUSGov"],
  ["usgov-dod", "api://AzureADTokenExchangeUSGov"],
] as const)("a federated credential uses its cloud's audience: %s", async (cloudName, audience) => {
  const { getToken } = graph.connect({ credential: CREDENTIALS.federated(), cloudName });
  await getToken({ tenantId: TENANT });
  expect(graph.toIdentity.map(({ searchParams }) => searchParams.get("resource"))).toEqual([
    audience,
  ]);
});

const user = { tenantId: TENANT, aadId: ada.aadId };
const adasRequest = { tenantId: TENANT, userAadId: ada.aadId };

function fromTeams(): string {
  return graph.cloud.issueUserToken({ tenantId: TENANT, userId: ada.aadId, audience: CLIENT_ID });
}

describe.each(kinds.filter((kind) => kind !== "managed-identity"))(
  "an on-behalf-of request with a %s credential",
  (kind) => {
    test("gets the user's token", async () => {
      const { userTokens } = graph.connect({ credential: CREDENTIALS[kind]() });
      await userTokens.takeToken(user, fromTeams());
      expect(decode(await userTokens.getToken(adasRequest))).toMatchObject({
        oid: ada.aadId,
        appid: CLIENT_ID,
        idtyp: "user",
      });
    });

    test("fails with Entra's error number or a reason", async () => {
      const { userTokens } = graph.connect({ credential: CREDENTIALS[kind]() });
      graph.cloud.settings.clientSecrets = [];
      graph.cloud.settings.clientCertificates = [];
      graph.cloud.settings.managedIdentities = [];
      await expect(userTokens.takeToken(user, fromTeams())).rejects.toMatchObject({
        code: "token_unavailable",
        details: {
          secret: byEntra(7000215),
          certificate: byEntra(700027),
          federated: { reason: IDENTITY_UNAVAILABLE },
          "managed-identity": {},
        }[kind],
      });
    });
  },
);

/** A fault, and the code or reason that identifies it. */
const FAILURES: [
  kind: AppCredential["kind"],
  what: string,
  settings: Partial<LocalSettings>,
  details: { entraCode?: string; reason: string },
][] = [
  ["secret", "is wrong", { clientSecrets: ["another"] }, byEntra(7000215)],
  ["secret", "has expired", { expiredClientSecrets: [CLIENT_SECRET] }, byEntra(7000222)],
  ["certificate", "is not uploaded", { clientCertificates: [] }, byEntra(700027)],
  ["federated", "is not trusted", { federatedCredentials: [] }, byEntra(70021)],
  [
    "federated",
    "is trusted for another identity",
    {
      federatedCredentials: [
        { issuer: `https://login.microsoftonline.com/${TENANT}/v2.0`, subject: OTHER },
      ],
    },
    byEntra(700213),
  ],
  ["federated", "is of no identity", { managedIdentities: [] }, { reason: IDENTITY_UNAVAILABLE }],
  ["managed-identity", "is not there", { managedIdentities: [] }, { reason: IDENTITY_UNAVAILABLE }],
  ...(["secret", "certificate", "federated"] as const).flatMap(
    (kind): (typeof FAILURES)[number][] => [
      [
        kind,
        "is of an app that the tenant does not know",
        { applications: [OTHER] },
        byEntra(700016),
      ],
      [kind, "is for a tenant that is not there", { tenants: [OTHER] }, byEntra(90002)],
    ],
  ),
];

function byEntra(code: number) {
  return { reason: `AADSTS${code}`, entraCode: `AADSTS${code}` };
}

test.each(FAILURES)(
  "a %s that %s fails with its error number or reason",
  async (kind, _, settings, details) => {
    Object.assign(graph.cloud.settings, settings);
    const { getToken, toGraph } = graph.connect({ credential: CREDENTIALS[kind]() });
    await expect(getToken({ tenantId: TENANT })).rejects.toMatchObject({
      name: "AppError",
      code: "token_unavailable",
      message: `token_unavailable: ${details.reason}`,
      details,
    });
    expect(toGraph).toEqual([]);
  },
);

describe("a certificate that has expired", () => {
  const expiring = makeCertificate({
    expiresAt: new Date(realNow().getTime() + 3_600_000).toISOString(),
  });

  test("is detected with the local clock, before any request", async () => {
    const { getToken, toTokens } = graph.connect({ credential: certificateCredential(expiring) });
    await graph.clock.advance(3_600_000);
    await expect(getToken({ tenantId: TENANT })).rejects.toMatchObject({
      code: "token_unavailable",
      details: { reason: CERTIFICATE_EXPIRED },
    });
    expect(toTokens).toEqual([]);
  });

  test("keeps the token that it got earlier", async () => {
    const { getToken, toTokens } = graph.connect({ credential: certificateCredential(expiring) });
    const token = await getToken({ tenantId: TENANT });
    await graph.clock.advance(3_600_000);
    expect(await getToken({ tenantId: TENANT })).toBe(token);
    expect(toTokens).toHaveLength(1);
  });
});

describe.each(kinds)("the secret of a %s", (kind) => {
  test.each([
    [
      "refused",
      { status: 400, body: { error: "invalid_client", error_description: "AADSTS1: no" } },
    ],
    ["cut off", { drop: true, times: 3 }],
    ["answered in HTML", { status: 200, body: "<html></html>" }],
  ])("isn't in the error when it is %s", async (_, fault) => {
    const sent: string[] = [];
    const connection = graph.connect({
      credential: CREDENTIALS[kind](),
      beforeRequest: ({ body }) => sent.push(body ?? ""),
    });
    graph.cloud.addFault({ match: kind === "managed-identity" ? "msi/" : "oauth2/", ...fault });
    const error: unknown = await connection.getToken({ tenantId: TENANT }).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(AppError);
    const printed = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
    const assertions = sent.map((body) => new URLSearchParams(body).get("client_assertion") ?? "");
    const key = CERTIFICATE.key.split("\n").slice(1, -2);
    const secrets = [CLIENT_SECRET, encodeURIComponent(CLIENT_SECRET), IDENTITY_HEADER, ...key];
    const hidden = [...secrets, ...assertions].filter(Boolean);
    expect(hidden.filter((secret) => printed.includes(secret))).toEqual([]);
    expect(assertions.some(Boolean)).toBe(kind === "certificate" || kind === "federated");
  });
});

test("the thumbprint that Entra reports is the certificate's", async () => {
  graph.cloud.settings.clientCertificates = [
    new X509Certificate(CERTIFICATE.certificate).fingerprint256,
  ];
  const { getToken } = graph.connect({ credential: CREDENTIALS.certificate() });
  expect(await getToken({ tenantId: TENANT })).toBeTruthy();
});
