import type { Fault } from "../../src/local/local-cloud";
import { ada, bo, TENANT } from "../support/activities";
import { useGraph } from "../support/graph";

const graph = useGraph();

const TEAM = "ee0f5ae2-8bc6-4ae5-8466-7daeebbfa062";
const ADA = { tenantId: TENANT, groupId: TEAM, userAadId: ada.aadId };

function answerWith(body: Fault["body"], status = 200): void {
  graph.cloud.addFault({ match: "/teams/", status, body });
}

describe("team owners", () => {
  test("are read on v1.0 for one user, with the reference's filter", async () => {
    const { teamOwners } = graph.connect();
    await teamOwners.isOwner(ADA);
    const [{ method, path } = { method: "", path: "" }] = graph.cloud.requests();
    const url = new URL(path, "https://graph.microsoft.com");
    expect([method, url.pathname]).toEqual(["GET", `/v1.0/teams/${TEAM}/members`]);
    expect([...url.searchParams]).toEqual([
      ["$filter", `(microsoft.graph.aadUserConversationMember/userId eq '${ada.aadId}')`],
    ]);
    expect(graph.cloud.requests()).toHaveLength(1);
  });

  test.each([
    ["an owner", [ada.aadId], true],
    ["an owner whose id is spelled differently", [ada.aadId.toUpperCase()], true],
    ["a member", [bo.aadId], false],
  ])("recognizes %s", async (_, owners, expected) => {
    graph.cloud.settings.teamOwners = owners;
    expect(await graph.connect().teamOwners.isOwner(ADA)).toBe(expected);
  });

  test("don't include strangers", async () => {
    graph.cloud.settings.teamOwners = [ada.aadId];
    graph.cloud.settings.unknownUsers = [ada.aadId];
    expect(await graph.connect().teamOwners.isOwner(ADA)).toBe(false);
  });

  test.each<[what: string, members: object[], expected: boolean]>([
    ["several roles", [{ userId: ada.aadId, roles: ["guest", "owner"] }], true],
    ["no roles", [{ userId: ada.aadId }], false],
    ["null for roles", [{ userId: ada.aadId, roles: null }], false],
    ["another role", [{ userId: ada.aadId, roles: ["coowner"] }], false],
    ["another user", [{ userId: bo.aadId, roles: ["owner"] }], false],
    ["a member without an id", [{ roles: ["owner"] }], false],
    ["her own tenant", [{ userId: ada.aadId, tenantId: TENANT, roles: ["owner"] }], true],
    ["another tenant", [{ userId: ada.aadId, tenantId: TEAM, roles: ["owner"] }], false],
    [
      "her and other members, as if unfiltered",
      [
        { userId: bo.aadId, roles: [] },
        { userId: ada.aadId, roles: ["owner"] },
      ],
      true,
    ],
  ])("are read from a response with %s", async (_, value, expected) => {
    answerWith({ value } as Fault["body"]);
    expect(await graph.connect().teamOwners.isOwner(ADA)).toBe(expected);
  });

  test.each([
    ["group", { ...ADA, groupId: "19:0f1e2d3c4b5a69788796a5b4c3d2e1f0@thread.tacv2" }],
    ["group with a path", { ...ADA, groupId: `${TEAM}/../../users` }],
    ["empty group", { ...ADA, groupId: "" }],
    ["user", { ...ADA, userAadId: "29:person-1" }],
    ["user with a filter", { ...ADA, userAadId: `${ada.aadId}' or userId ne '` }],
  ])("aren't read for a %s that isn't a GUID", async (_, member) => {
    const { teamOwners, toTokens } = graph.connect();
    await expect(teamOwners.isOwner(member)).rejects.toMatchObject({ code: "bad_request" });
    expect([...graph.cloud.requests(), ...toTokens]).toEqual([]);
  });

  test("can't be read without the team's consent, and the error isn't about meetings", async () => {
    graph.cloud.settings.teamMembersRead = "refused";
    await expect(graph.connect().teamOwners.isOwner(ADA)).rejects.toMatchObject({
      code: "graph_refused",
      details: { status: 403, graphCode: "Forbidden" },
    });
  });

  test.each<[code: string, status: number, times: number, body: Fault["body"]]>([
    ["graph_refused", 400, 1, { error: { code: "BadRequest", message: "no such filter" } }],
    ["token_refused", 401, 2, ""],
    ["graph_refused", 403, 1, { error: { code: "Forbidden", message: "" } }],
    ["graph_refused", 403, 1, { error: { code: "Authorization_RequestDenied", message: "" } }],
    [
      "graph_refused",
      403,
      1,
      { error: { code: "Forbidden", message: "application access policy" } },
    ],
    ["graph_refused", 404, 1, { error: { code: "NotFound", message: "No team found" } }],
    ["graph_refused", 404, 1, { error: { code: "UnknownError", message: "" } }],
    ["throttled", 429, 3, ""],
    ["graph_unavailable", 503, 3, ""],
    ["bad_answer", 200, 1, "<html>"],
    ["bad_answer", 200, 1, {}],
    ["bad_answer", 200, 1, { value: ["owner"] }],
    ["bad_answer", 204, 1, ""],
  ])("fail with %s after %i", async (code, status, times, body) => {
    graph.cloud.addFault({ match: "/teams/", status, times, body });
    await expect(graph.connect().teamOwners.isOwner(ADA)).rejects.toMatchObject({ code });
    expect(graph.cloud.requests()).toHaveLength(times);
  });
});
