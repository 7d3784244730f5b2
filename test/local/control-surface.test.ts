import { ADA, startCloud, stopClouds, TENANT } from "./cloud";

describe("the control surface", () => {
  afterEach(stopClouds);

  test("lists every Graph call with version, query, body and status", async () => {
    const cloud = await startCloud();
    const meeting = { externalId: "x" };
    await cloud.meet(meeting, { version: "beta" });
    await cloud.call("POST", "/v1.0/me/onlineMeetings/createOrGet", { body: "no json" });
    await cloud.call("GET", "/v1.0/me/onlineMeetings/1?$select=id");
    const { text } = await cloud.call("GET", "/_local/requests");
    const at = "2020-09-11T06:30:18.061Z";
    expect(JSON.parse(text)).toEqual([
      {
        method: "POST",
        path: `/beta/users/${ADA}/onlineMeetings/createOrGet`,
        body: meeting,
        status: 201,
        at,
      },
      { method: "POST", path: "/v1.0/me/onlineMeetings/createOrGet", body: null, status: 401, at },
      {
        method: "GET",
        path: "/v1.0/me/onlineMeetings/1?$select=id",
        body: null,
        status: 401,
        at,
      },
    ]);
    expect(cloud.requests()).toEqual(JSON.parse(text));
    expect((await cloud.call("DELETE", "/_local/requests")).status).toBe(204);
    expect(cloud.requests()).toEqual([]);
  });

  test("lists GET, PATCH and DELETE calls too", async () => {
    const cloud = await startCloud();
    const { body } = await cloud.meet({ externalId: "x" });
    const path = `/v1.0/users/${ADA}/onlineMeetings/${encodeURIComponent(body.id)}`;
    const members = `/v1.0/teams/${TENANT}/members`;
    const token = await cloud.appToken();
    await cloud.call("PATCH", path, { token, body: { subject: "Two" } });
    await cloud.call("GET", members, { token });
    await cloud.call("DELETE", path, { token });
    const { text } = await cloud.call("GET", "/_local/requests");
    expect(JSON.parse(text).slice(1)).toMatchObject([
      { method: "PATCH", path, body: { subject: "Two" }, status: 200 },
      { method: "GET", path: members, body: null, status: 200 },
      { method: "DELETE", path, body: null, status: 204 },
    ]);
  });

  test("lists meetings with tenant and user", async () => {
    const cloud = await startCloud();
    const { body } = await cloud.meet({ externalId: "x", subject: "One" });
    const { text } = await cloud.call("GET", "/_local/meetings");
    const { "@odata.context": _context, ...meeting } = body;
    expect(JSON.parse(text)).toEqual([{ tenantId: TENANT, userId: ADA, ...meeting }]);
  });

  test("shows the settings, and applies changes from the next call on", async () => {
    const cloud = await startCloud();
    const before = await cloud.call("GET", "/_local/settings");
    const body = { afterDelete: "404", policy: { grantedTo: [] } };
    const after = await cloud.call("PATCH", "/_local/settings", { body });
    expect(after.body).toEqual({ ...before.body, ...body });
    expect(cloud.settings.afterDelete).toBe("404");
    expect((await cloud.meet({ externalId: "x" })).status).toBe(403);
  });

  test.each([
    ["an unknown setting", { afterdelete: "404" }, "afterdelete"],
    ["an unknown value", { afterDelete: "500" }, '"afterDelete": '],
    ["a negative number of days", { expiresInDays: -1 }, '"expiresInDays": '],
    ["another allowance", { coOrganizers: "no" }, '"coOrganizers": '],
    ["an unknown policy", { policy: ["x"] }, '"policy": is "all", "none"'],
  ])("rejects %s in one sentence and changes nothing", async (_, body, words) => {
    const cloud = await startCloud();
    const before = structuredClone(cloud.settings);
    const answer = await cloud.call("PATCH", "/_local/settings", { body });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toEqual(expect.stringContaining(words));
    expect(cloud.settings).toEqual(before);
  });

  test("issues a user's token for Graph", async () => {
    const cloud = await startCloud();
    const user = { tenantId: TENANT, userId: ADA, audience: "https://graph.microsoft.com" };
    const { status, body } = await cloud.call("POST", "/_local/user-tokens", { body: user });
    expect(status).toBe(201);
    const call = { token: String(body.token), body: { externalId: "x" } };
    const created = await cloud.call("POST", "/v1.0/me/onlineMeetings/createOrGet", call);
    expect(created.status).toBe(201);
    const invalid = { ...user, userId: "ada" };
    const refused = await cloud.call("POST", "/_local/user-tokens", { body: invalid });
    expect([refused.status, refused.body.error]).toEqual([400, '"userId": is not a GUID.']);
  });

  test("explains unknown paths", async () => {
    const cloud = await startCloud();
    const local = await cloud.call("GET", "/_local/nothing");
    expect([local.status, local.body.error]).toEqual([404, "There is no GET /_local/nothing."]);
    const other = await cloud.call("GET", "/nothing/here");
    expect([other.status, other.body.error]).toEqual([
      404,
      "There is no GET /nothing/here here; GET / lists what is.",
    ]);
  });
});
