import { decode } from "jsonwebtoken";
import { toServicePrincipalId } from "../../src/local/entra/tokens";
import { startCloud, stopClouds, TENANT } from "./cloud";

const IDENTITY = "6f1c2b7e-3d4a-4e5b-9c8d-7a6b5c4d3e2f";
const OTHER_IDENTITY = "11112222-3d4a-4e5b-9c8d-7a6b5c4d3e2f";
const STORAGE = "https://storage.azure.com";

afterEach(stopClouds);

describe("the managed identity endpoint", () => {
  test("issues tokens like App Service", async () => {
    const cloud = await startCloud({ identityTenant: TENANT });
    const answer = await cloud.askIdentity({ resource: STORAGE, client_id: IDENTITY });
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      access_token: expect.any(String),
      client_id: IDENTITY,
      expires_on: String(Date.parse("2020-09-11T07:30:17Z") / 1000),
      not_before: String(Date.parse("2020-09-11T06:30:18Z") / 1000),
      resource: STORAGE,
      token_type: "Bearer",
    });
    const claims = decode(String(answer.body.access_token), { json: true });
    expect(claims).toMatchObject({
      aud: STORAGE,
      appid: IDENTITY,
      idtyp: "app",
      oid: toServicePrincipalId(TENANT, IDENTITY),
      tid: TENANT,
      iss: `https://sts.windows.net/${TENANT}/`,
    });
    expect(claims).not.toHaveProperty("roles");
  });

  test("adds roles to tokens for Graph, which accepts them", async () => {
    const cloud = await startCloud({ identityTenant: TENANT });
    const token = await cloud.identityToken("https://graph.microsoft.com", IDENTITY);
    const path = `/v1.0/users/${OTHER_IDENTITY}/onlineMeetings/createOrGet`;
    const created = await cloud.call("POST", path, { token, body: { externalId: "x" } });
    expect(created.status).toBe(201);
  });

  test("issues federation tokens with the issuer that Entra expects", async () => {
    const cloud = await startCloud({ identityTenant: TENANT });
    const token = await cloud.identityToken("api://AzureADTokenExchange");
    expect(decode(token)).toMatchObject({
      aud: "api://AzureADTokenExchange",
      iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
      ver: "2.0",
    });
  });

  test("accepts only the identities in the settings", async () => {
    const cloud = await startCloud({ managedIdentities: [IDENTITY] });
    const statuses = async () => {
      const queries: Record<string, string>[] = [
        { client_id: IDENTITY },
        { client_id: OTHER_IDENTITY },
        {},
      ];
      const answers = queries.map((query) => cloud.askIdentity({ resource: STORAGE, ...query }));
      return (await Promise.all(answers)).map(({ status }) => status);
    };
    expect(await statuses()).toEqual([200, 400, 400]);
    cloud.settings.managedIdentities = ["system-assigned"];
    expect(await statuses()).toEqual([400, 400, 200]);
    const { body } = await cloud.askIdentity({ resource: STORAGE, client_id: IDENTITY });
    expect(body).toEqual({
      statusCode: 400,
      message: expect.stringContaining("No User Assigned or Delegated Managed Identity found"),
      correlationId: expect.any(String),
    });
  });

  test.each([
    ["without the header", { resource: STORAGE }, { "X-IDENTITY-HEADER": "" }, 401],
    ["with another header", { resource: STORAGE }, { "X-IDENTITY-HEADER": "guess" }, 401],
    ["without a resource", {}, {}, 400],
    ["with another API version", { resource: STORAGE, "api-version": "2017-09-01" }, {}, 400],
  ])("rejects a request %s", async (_, query, headers, status) => {
    const cloud = await startCloud();
    const parameters = Object.fromEntries(Object.entries(query).filter(([, value]) => value));
    const answer = await cloud.askIdentity(parameters, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).not.toHaveProperty("access_token");
  });

  test("applies planned faults", async () => {
    const cloud = await startCloud();
    cloud.addFault({ match: "msi/token", times: 1, status: 500 });
    expect((await cloud.askIdentity({ resource: STORAGE })).status).toBe(500);
    expect((await cloud.askIdentity({ resource: STORAGE })).status).toBe(200);
  });
});
