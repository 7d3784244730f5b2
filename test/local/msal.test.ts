import { X509Certificate } from "node:crypto";
import {
  ConfidentialClientApplication,
  InteractionRequiredAuthError,
  type Configuration,
  type INetworkModule,
} from "@azure/msal-node";
import { makeCertificate } from "../support/make-certificate";
import { ADA, APP, startCloud, stopClouds, TENANT, type TestCloud } from "./cloud";

const GRAPH = "https://graph.microsoft.com/.default";
const PATH = `/v1.0/users/${ADA}/onlineMeetings/createOrGet`;

/** Sends MSAL's https requests to the embedded Entra. */
function createNetworkClient(origin: string): INetworkModule {
  const send = async (
    method: string,
    url: string,
    options: Parameters<INetworkModule["sendPostRequestAsync"]>[1],
  ) => {
    const { pathname, search } = new URL(url);
    const { headers, body } = options ?? {};
    const response = await fetch(origin + pathname + search, { method, headers, body });
    return {
      headers: Object.fromEntries(response.headers),
      body: JSON.parse(await response.text()),
      status: response.status,
    };
  };
  return {
    sendGetRequestAsync: (url, options) => send("GET", url, options),
    sendPostRequestAsync: (url, options) => send("POST", url, options),
  };
}

function createClient(cloud: TestCloud, auth: Partial<Configuration["auth"]> = {}) {
  return new ConfidentialClientApplication({
    auth: {
      clientId: APP,
      authority: `https://login.microsoftonline.com/${TENANT}`,
      clientSecret: "any",
      ...auth,
    },
    system: { networkClient: createNetworkClient(cloud.url) },
  });
}

describe("MSAL", () => {
  afterEach(stopClouds);

  test("gets an application token that Graph accepts", async () => {
    const cloud = await startCloud();
    const result = await createClient(cloud).acquireTokenByClientCredential({ scopes: [GRAPH] });
    const token = result?.accessToken ?? "";
    const created = await cloud.call("POST", PATH, { token, body: { externalId: "x" } });
    expect(created.status).toBe(201);
  });

  test("exchanges a user's token once and then uses its cache", async () => {
    const cloud = await startCloud();
    const client = createClient(cloud);
    const oboAssertion = cloud.issueUserToken({ tenantId: TENANT, userId: ADA, audience: APP });
    const request = {
      oboAssertion,
      scopes: ["https://graph.microsoft.com/OnlineMeetings.ReadWrite"],
    };
    const first = await client.acquireTokenOnBehalfOf(request);
    const second = await client.acquireTokenOnBehalfOf(request);
    expect([first?.fromCache, second?.fromCache]).toEqual([false, true]);
    expect(first?.account).toMatchObject({ tenantId: TENANT, localAccountId: ADA });
    const path = "/v1.0/me/onlineMeetings/createOrGet";
    const token = second?.accessToken ?? "";
    const created = await cloud.call("POST", path, { token, body: { externalId: "x" } });
    expect(created.status).toBe(201);
  });

  test.each([
    ["as a known authority", (host: string) => [host]],
    ["by instance discovery", () => []],
  ])("works with this server's own origin as authority, %s", async (_, toKnown) => {
    const cloud = await startCloud();
    const { host } = new URL(cloud.url);
    const authority = `https://${host}/${TENANT}`;
    const client = createClient(cloud, { authority, knownAuthorities: toKnown(host) });
    const result = await client.acquireTokenByClientCredential({ scopes: [GRAPH] });
    expect(result?.accessToken).toBeTruthy();
  });

  test("signs in with a certificate and with a federated assertion", async () => {
    const cloud = await startCloud({ clientSecrets: [] });
    const { certificate: x5c, key: privateKey } = makeCertificate();
    const thumbprintSha256 = new X509Certificate(x5c).fingerprint256.replaceAll(":", "");
    const clientAssertion = () => cloud.identityToken("api://AzureADTokenExchange");
    const clients = [
      createClient(cloud, {
        clientSecret: undefined,
        clientCertificate: { thumbprintSha256, privateKey, x5c },
      }),
      createClient(cloud, { clientSecret: undefined, clientAssertion }),
    ];
    const tokens = await Promise.all(
      clients.map((client) => client.acquireTokenByClientCredential({ scopes: [GRAPH] })),
    );
    expect(tokens.every((token) => token?.accessToken)).toBe(true);
  });

  test("recognizes a wrong secret and missing consent", async () => {
    const cloud = await startCloud({ clientSecrets: ["right"], delegatedScopes: [] });
    const wrong = createClient(cloud).acquireTokenByClientCredential({ scopes: [GRAPH] });
    await expect(wrong).rejects.toThrow(/AADSTS7000215/);
    const oboAssertion = cloud.issueUserToken({ tenantId: TENANT, userId: ADA, audience: APP });
    const client = createClient(cloud, { clientSecret: "right" });
    const unconsented = client.acquireTokenOnBehalfOf({ oboAssertion, scopes: [GRAPH] });
    await expect(unconsented).rejects.toBeInstanceOf(InteractionRequiredAuthError);
  });
});
