import { ADA, BO, OTHER_TENANT, startCloud, stopClouds, TENANT } from "./cloud";

// learn.microsoft.com/graph/api/team-list-members: the team of its examples.
const TEAM = "ee0f5ae2-8bc6-4ae5-8466-7daeebbfa062";
const PATH = `/v1.0/teams/${TEAM}/members`;

function filterBy(userId: string): string {
  const filter = `(microsoft.graph.aadUserConversationMember/userId eq '${userId}')`;
  return `${PATH}?$filter=${encodeURIComponent(filter)}`;
}

describe("the members of a team", () => {
  afterEach(stopClouds);

  test("are found by user id, with the properties of the reference", async () => {
    const cloud = await startCloud({ teamOwners: [ADA.toUpperCase()] });
    const { status, body } = await cloud.call("GET", filterBy(ADA), {
      token: await cloud.appToken(),
    });
    expect(status).toBe(200);
    expect(body).toEqual({
      "@odata.context": `https://graph.microsoft.com/v1.0/$metadata#teams('${TEAM}')/members`,
      "@odata.count": 1,
      value: [
        {
          "@odata.type": "#microsoft.graph.aadUserConversationMember",
          id: expect.stringMatching(/^[A-Za-z0-9+/]+={0,2}$/),
          roles: ["owner"],
          displayName: expect.any(String),
          visibleHistoryStartDateTime: "0001-01-01T00:00:00Z",
          userId: ADA,
          email: expect.stringContaining("@"),
          tenantId: TENANT,
        },
      ],
    });
  });

  test.each([
    ["a member", filterBy(BO), {}, [{ userId: BO, roles: [] }]],
    ["empty for an unknown user", filterBy(BO), { unknownUsers: [BO] }, []],
    ["the owners without a filter", PATH, {}, [{ userId: ADA, roles: ["owner"] }]],
    ["the same on beta", filterBy(ADA).replace("v1.0", "beta"), {}, [{ userId: ADA }]],
  ])("are %s", async (_, path, settings, value) => {
    const cloud = await startCloud({ teamOwners: [ADA], ...settings });
    const { status, body } = await cloud.call("GET", path, { token: await cloud.appToken() });
    expect([status, body["@odata.count"]]).toEqual([200, value.length]);
    expect(body.value).toMatchObject(value);
  });

  test("belong to the caller's tenant", async () => {
    const cloud = await startCloud({ teamOwners: [ADA] });
    const { body } = await cloud.call("GET", PATH, { token: await cloud.appToken(OTHER_TENANT) });
    expect(body.value).toMatchObject([{ tenantId: OTHER_TENANT }]);
  });

  test.each([
    ["another filter", `${PATH}?$filter=${encodeURIComponent("roles/any(r:r eq 'owner')")}`],
    ["a filter with an invalid id", filterBy("ada@contoso.com")],
    ["a longer filter", filterBy(`${ADA}' or userId ne '`)],
    ["a team id that isn't a GUID", "/v1.0/teams/19%3Ax%40thread.tacv2/members"],
  ])("are 400 for %s", async (_, path) => {
    const cloud = await startCloud();
    const { status, body } = await cloud.call("GET", path, { token: await cloud.appToken() });
    expect([status, body.error.code]).toEqual([400, "BadRequest"]);
  });

  test("are 403 without the team's consent, even with roles", async () => {
    const cloud = await startCloud({ teamMembersRead: "refused" });
    const { status, body } = await cloud.call("GET", PATH, { token: await cloud.appToken() });
    expect([status, body.error.code]).toEqual([403, "Forbidden"]);
    expect(body.error.message).toContain("TeamMember.Read.Group");
  });

  test("need no role, because the team has consented", async () => {
    const cloud = await startCloud({ appRoles: [] });
    const { status } = await cloud.call("GET", PATH, { token: await cloud.appToken() });
    expect(status).toBe(200);
  });

  test("reject users' tokens and calls without a token", async () => {
    const cloud = await startCloud();
    const user = await cloud.call("GET", PATH, { token: cloud.userToken() });
    const withoutToken = await cloud.call("GET", PATH);
    expect([user.status, withoutToken.status]).toEqual([403, 401]);
  });
});
