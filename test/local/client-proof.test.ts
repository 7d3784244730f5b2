import { createHash, randomUUID, X509Certificate } from "node:crypto";
import { decode, sign, type JwtHeader } from "jsonwebtoken";
import { toServicePrincipalId } from "../../src/local/entra/tokens";
import { makeCertificate, type TestCertificate } from "../support/make-certificate";
import { OTHER_PAIR } from "../support/rsa-pairs";
import {
  APP,
  BO,
  OTHER_TENANT,
  requestToken,
  startCloud,
  stopClouds,
  TENANT,
  type TestCloud,
} from "./cloud";

const THEN_SECONDS = Math.floor(Date.parse("2020-09-11T06:30:18.061Z") / 1000);
const IDENTITY = "6f1c2b7e-3d4a-4e5b-9c8d-7a6b5c4d3e2f";
const EXCHANGE = "api://AzureADTokenExchange";
const ISSUER = `https://login.microsoftonline.com/${TENANT}/v2.0`;

const own = makeCertificate({ expiresAt: "2021-01-01T00:00:00Z" });
const other = makeCertificate({ pair: OTHER_PAIR });

afterEach(stopClouds);

function thumbprintOf({ certificate }: TestCertificate): string {
  return new X509Certificate(certificate).fingerprint256.replaceAll(":", "");
}

function derOf({ certificate }: TestCertificate): string {
  return new X509Certificate(certificate).raw.toString("base64");
}

interface Assertion {
  claims?: object;
  header?: object;
  key?: string;
  certificate?: TestCertificate;
}

/** Like MSAL's, with a SHA-256 thumbprint and the chain. */
function signAssertion({ claims, header, certificate = own, key }: Assertion = {}): string {
  const payload = {
    aud: `https://login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`,
    iss: APP,
    sub: APP,
    jti: randomUUID(),
    exp: THEN_SECONDS + 600,
    ...claims,
  };
  const x5c = [derOf(certificate)];
  const thumbprint = Buffer.from(thumbprintOf(certificate), "hex").toString("base64url");
  const whole = { alg: "PS256", "x5t#S256": thumbprint, x5c, ...header } as unknown as JwtHeader;
  return sign(payload, key ?? certificate.key, { header: whole, noTimestamp: true });
}

async function prove(cloud: TestCloud, assertion: string) {
  const { status, body } = await requestToken(cloud.url, TENANT, {
    grant_type: "client_credentials",
    client_id: APP,
    scope: "https://graph.microsoft.com/.default",
    client_assertion_type: "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
    client_assertion: assertion,
  });
  return { status, body, words: String(body.error_description) };
}

describe("an assertion signed with a certificate's key", () => {
  test("is accepted for any certificate by default", async () => {
    const cloud = await startCloud({ clientSecrets: [] });
    const { status, body } = await prove(cloud, signAssertion());
    expect(status).toBe(200);
    expect(decode(String(body.access_token), { json: true })).toMatchObject({
      appid: APP,
      appidacr: "2",
    });
  });

  test.each([
    ["as the portal shows it", thumbprintOf(own)],
    ["in lower case", thumbprintOf(own).toLowerCase()],
    ["as OpenSSL prints it", new X509Certificate(own.certificate).fingerprint256],
  ])("is accepted for a registered certificate with its thumbprint %s", async (_, thumbprint) => {
    const cloud = await startCloud({ clientCertificates: [thumbprint] });
    expect((await prove(cloud, signAssertion())).status).toBe(200);
    const unregistered = await prove(cloud, signAssertion({ certificate: other }));
    expect(unregistered.words).toContain(
      `not registered on application. [Reason - The key was not found., Thumbprint of key used by client: '${thumbprintOf(other)}'`,
    );
    expect(unregistered.status).toBe(401);
  });

  test.each<[what: string, assertion: Assertion, code: number, words: RegExp]>([
    ["another key", { key: other.key }, 700027, /did not match the expected signature value/],
    [
      "a certificate that doesn't match the thumbprint",
      { header: { x5c: [derOf(other)] }, key: other.key },
      700027,
      /The key was not found/,
    ],
    [
      "an unreadable certificate",
      { header: { x5c: [Buffer.from("x").toString("base64")] } },
      700027,
      /The key was not found/,
    ],
    ["no certificate", { header: { x5c: undefined } }, 700027, /The key was not found/],
    [
      "only a SHA-1 thumbprint",
      { header: { "x5t#S256": undefined, x5t: createHash("sha1").digest("base64url") } },
      700027,
      /The key was not found/,
    ],
    [
      "an expired certificate",
      { certificate: makeCertificate({ expiresAt: "2020-09-11T06:30:18Z" }) },
      700027,
      /The key used is expired\., Thumbprint.+'[0-9A-F]{64}', Found key 'Start=2020-01-01T.+, End=2020-09-11T06:30:18/,
    ],
    ["another issuer", { claims: { iss: BO } }, 700021, /'client_id' parameter/],
    ["another subject", { claims: { sub: BO } }, 700021, /'client_id' parameter/],
    [
      "another tenant",
      { claims: { aud: `https://login.microsoftonline.com/${OTHER_TENANT}/v2.0` } },
      700023,
      /audience claim/,
    ],
    ["an audience that isn't a URL", { claims: { aud: APP } }, 700023, /audience claim/],
    [
      "an expiry of now",
      { claims: { exp: THEN_SECONDS } },
      700024,
      /expiry time of assertion 2020/,
    ],
    ["an expiry of 0", { claims: { exp: 0 } }, 700024, /not within its valid time range/],
  ])("is rejected like in Entra with %s", async (_, assertion, code, words) => {
    const cloud = await startCloud();
    const refusal = await prove(cloud, signAssertion(assertion));
    expect(refusal).toMatchObject({
      status: 401,
      body: { error: "invalid_client", error_codes: [code] },
      words: expect.stringMatching(words),
    });
  });

  test("is rejected with an HMAC signature", async () => {
    const cloud = await startCloud();
    const header = { alg: "HS256" };
    const forged = signAssertion({ header, key: own.certificate });
    expect((await prove(cloud, forged)).body.error_codes).toEqual([700027]);
  });
});

describe("a managed identity's token as a client's proof", () => {
  const subject = toServicePrincipalId(TENANT, IDENTITY);

  async function proveByIdentity(cloud: TestCloud, resource = EXCHANGE) {
    return prove(cloud, await cloud.identityToken(resource, IDENTITY));
  }

  test.each(["AzureADTokenExchange", "AzureADTokenExchangeUSGov"])(
    "is accepted with the audience of either cloud: api://%s",
    async (name) => {
      const cloud = await startCloud({ clientSecrets: [], identityTenant: TENANT });
      expect((await proveByIdentity(cloud, `api://${name}`)).status).toBe(200);
    },
  );

  test("is accepted if the application trusts the identity", async () => {
    const cloud = await startCloud({
      identityTenant: TENANT,
      federatedCredentials: [{ issuer: ISSUER, subject }],
    });
    expect((await proveByIdentity(cloud)).status).toBe(200);
  });

  test.each([
    ["no identity", [], 400, "invalid_request", 70021, `Assertion Subject: '${subject}'`],
    [
      "another issuer",
      [{ issuer: "https://token.actions.githubusercontent.com", subject }],
      401,
      "invalid_client",
      700211,
      `presented assertion issuer '${ISSUER}'`,
    ],
    [
      "another identity",
      [{ issuer: ISSUER, subject: BO }],
      401,
      "invalid_client",
      700213,
      `presented assertion subject '${subject}'`,
    ],
  ])(
    "is rejected if the application trusts %s",
    async (_, federatedCredentials, status, error, code, words) => {
      const cloud = await startCloud({ identityTenant: TENANT, federatedCredentials });
      expect(await proveByIdentity(cloud)).toMatchObject({
        status,
        body: { error, error_codes: [code] },
        words: expect.stringContaining(words),
      });
    },
  );

  test("is rejected with another audience", async () => {
    const cloud = await startCloud();
    const { body } = await proveByIdentity(cloud, "https://graph.microsoft.com");
    expect(body.error_codes).toEqual([700212]);
  });

  test("is rejected after its expiry or with another signature", async () => {
    const cloud = await startCloud({ tokenLifetimeSeconds: 60 });
    const token = await cloud.identityToken(EXCHANGE, IDENTITY);
    const claims = { iss: ISSUER, sub: subject, aud: EXCHANGE, exp: THEN_SECONDS + 60 };
    const forged = await prove(cloud, sign(claims, own.key, { algorithm: "RS256" }));
    expect(forged.body.error_codes).toEqual([50013]);
    cloud.setNow("2020-09-11T06:31:19Z");
    expect((await prove(cloud, token)).body.error_codes).toEqual([700024]);
  });
});

test("rejects unreadable assertions", async () => {
  const cloud = await startCloud();
  for (const garbage of ["x", "a.b.c", sign("text", "key")]) {
    expect((await prove(cloud, garbage)).body.error_codes).toEqual([50027]);
  }
});
