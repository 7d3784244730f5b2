import { sign } from "jsonwebtoken";
import { ADA, APP, BO, OTHER_TENANT, requestToken, startCloud, stopClouds, TENANT } from "./cloud";

const PATH = `/v1.0/users/${ADA}/onlineMeetings/createOrGet`;
const ME = "/v1.0/me/onlineMeetings/createOrGet";
const BODY = { externalId: "x" };

describe("Graph's errors", () => {
  afterEach(stopClouds);

  test("have Graph's envelope, with the caller's client-request-id", async () => {
    const cloud = await startCloud();
    const headers = { "client-request-id": "5b3f2f6e-0000-4000-8000-000000000001" };
    const answer = await cloud.call("POST", PATH, { body: BODY, headers });
    expect(answer.body).toEqual({
      error: {
        code: "InvalidAuthenticationToken",
        message: "Access token is empty.",
        innerError: {
          date: "2020-09-11T06:30:18",
          "request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
          "client-request-id": headers["client-request-id"],
        },
      },
    });
    expect(answer.headers.get("request-id")).toBe(answer.body.error.innerError["request-id"]);
    expect(answer.headers.get("client-request-id")).toBe(headers["client-request-id"]);
    expect(answer.headers.get("www-authenticate")).toContain("Bearer");
  });

  test("use the request-id as client-request-id by default, like successful responses", async () => {
    const cloud = await startCloud();
    const { status, headers } = await cloud.meet(BODY);
    expect(status).toBe(201);
    expect(headers.get("client-request-id")).toBe(headers.get("request-id"));
  });

  test.each([
    ["a garbled token", async () => "garbled", "not well formed"],
    ["a token with another signature", async () => sign({ aud: "x" }, "secret"), "signature"],
    [
      "a token with changed claims",
      async (cloud: Awaited<ReturnType<typeof startCloud>>) => {
        const [header, payload = "", signature] = (await cloud.appToken()).split(".");
        const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
        const forged = Buffer.from(JSON.stringify({ ...claims, tid: OTHER_TENANT }));
        return [header, forged.toString("base64url"), signature].join(".");
      },
      "signature",
    ],
    [
      "a token for another API",
      async (cloud: Awaited<ReturnType<typeof startCloud>>) => {
        const form = { grant_type: "client_credentials", client_id: APP, client_secret: "s" };
        const scope = "https://api.botframework.com/.default";
        return String(
          (await requestToken(cloud.url, TENANT, { ...form, scope })).body.access_token,
        );
      },
      "Invalid audience",
    ],
    [
      "an expired token",
      async (cloud: Awaited<ReturnType<typeof startCloud>>) => {
        const token = await cloud.appToken();
        cloud.setNow("2020-09-11T07:30:18Z");
        return token;
      },
      "token is expired",
    ],
  ])("are 401 for %s", async (_, makeToken, words) => {
    const cloud = await startCloud();
    const answer = await cloud.call("POST", PATH, { token: await makeToken(cloud), body: BODY });
    expect(answer.status).toBe(401);
    expect(answer.body.error).toMatchObject({
      code: "InvalidAuthenticationToken",
      message: expect.stringContaining(words),
    });
  });

  test("are 403 Authorization_RequestDenied without the role or the scope", async () => {
    const cloud = await startCloud({
      appRoles: ["OnlineMeetings.Read.All"],
      delegatedScopes: ["User.Read"],
    });
    const app = await cloud.call("POST", PATH, { token: await cloud.appToken(), body: BODY });
    const user = await cloud.call("POST", ME, { token: cloud.userToken(), body: BODY });
    for (const { status, body } of [app, user])
      expect([status, body.error.code]).toEqual([403, "Authorization_RequestDenied"]);
  });

  test("allow reads but not writes with a read permission", async () => {
    const cloud = await startCloud();
    const { body } = await cloud.meet(BODY);
    cloud.settings.appRoles = ["OnlineMeetings.Read.All"];
    const token = await cloud.appToken();
    const path = `/beta/users/${ADA}/onlineMeetings/${encodeURIComponent(body.id)}`;
    expect((await cloud.call("GET", path, { token })).status).toBe(200);
    expect((await cloud.call("DELETE", path, { token })).status).toBe(403);
  });

  test.each([
    ["for all", "none" as const, 403, 403],
    ["for all but one", { grantedTo: [BO.toUpperCase()] }, 403, 201],
    ["for one", { exceptFor: [BO] }, 201, 403],
  ])("are 403 where the application access policy is missing %s", async (_, policy, ada, bo) => {
    const cloud = await startCloud({ policy });
    const answers = [await cloud.meet(BODY), await cloud.meet(BODY, { userId: BO })];
    expect(answers.map(({ status }) => status)).toEqual([ada, bo]);
    const refused = answers.filter(({ status }) => status === 403);
    for (const { body } of refused) {
      expect(body.error.code).toBe("Forbidden");
      expect(body.error.message).toMatch(/application\s*access\s*policy/i);
    }
  });

  test("don't require a policy for a delegated token", async () => {
    const cloud = await startCloud({ policy: "none" });
    const answer = await cloud.call("POST", ME, { token: cloud.userToken(), body: BODY });
    expect(answer.status).toBe(201);
  });

  test.each([
    ["an unknown user", ADA, { unknownUsers: [ADA] }],
    ["an unlicensed user", ADA, { unlicensedUsers: [ADA.toUpperCase()] }],
    ["a user principal name", "ada@contoso.com", {}],
  ])("are 404 UnknownError without a message for %s", async (_, userId, settings) => {
    const cloud = await startCloud(settings);
    const { status, body } = await cloud.meet(BODY, { userId });
    expect([status, body.error.code, body.error.message]).toEqual([404, "UnknownError", ""]);
  });

  test.each(["GET", "PATCH", "DELETE"])(
    "are 404 3004 for %s of an unknown meeting",
    async (method) => {
      const cloud = await startCloud();
      const path = `/v1.0/users/${ADA}/onlineMeetings/MSo0`;
      const body = method === "PATCH" ? {} : undefined;
      const answer = await cloud.call(method, path, { token: await cloud.appToken(), body });
      expect([answer.status, answer.body.error.code]).toEqual([404, "NotFound"]);
      expect(answer.body.error.message).toMatch(/^3004: /);
    },
  );

  test("are 404 for another tenant's meeting", async () => {
    const cloud = await startCloud();
    const { body } = await cloud.meet(BODY);
    const path = `/v1.0/users/${ADA}/onlineMeetings/${encodeURIComponent(body.id)}`;
    const token = await cloud.appToken(OTHER_TENANT);
    expect((await cloud.call("GET", path, { token })).status).toBe(404);
  });

  test("are 403 3003 for a reader who is neither organizer nor attendee", async () => {
    const cloud = await startCloud();
    const { body } = await cloud.meet(BODY);
    const path = `/v1.0/me/onlineMeetings/${encodeURIComponent(body.id)}`;
    const answer = await cloud.call("GET", path, { token: cloud.userToken(BO) });
    expect(answer.status).toBe(403);
    expect(answer.body.error.message).toMatch(/^3003: /);
  });

  test("limit each kind of token to its path", async () => {
    const cloud = await startCloud();
    const app = await cloud.call("POST", ME, { token: await cloud.appToken(), body: BODY });
    expect([app.status, app.body.error.code]).toEqual([400, "BadRequest"]);
    const other = await cloud.call("POST", PATH, { token: cloud.userToken(BO), body: BODY });
    expect([other.status, other.body.error.code]).toEqual([403, "Forbidden"]);
    const own = await cloud.call("POST", PATH, { token: cloud.userToken(ADA), body: BODY });
    expect(own.status).toBe(201);
  });

  test("are 413 for a large body and 400 for an unknown path", async () => {
    const cloud = await startCloud();
    const token = await cloud.appToken();
    const large = { externalId: "x", subject: "a".repeat(300_000) };
    expect((await cloud.call("POST", PATH, { token, body: large })).status).toBe(413);
    const unknown = await cloud.call("GET", "/v1.0/me/calendar", { token });
    expect(unknown.status).toBe(400);
    expect(unknown.body.error.message).toBe("Resource not found for the segment 'calendar'.");
  });
});
