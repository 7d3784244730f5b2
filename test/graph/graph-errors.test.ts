import { ada, bo, TENANT } from "../support/activities";
import { aRequest, useGraph } from "../support/graph";
import type { Fault } from "../../src/local/local-cloud";
import type { LocalSettings } from "../../src/local/local-settings";

const graph = useGraph();

const HTML = "<html><body><h1>Blocked by contoso-proxy</h1></body></html>";
const GET = { tenantId: TENANT, organizerAadId: ada.aadId, meetingId: "MSo1" };

function envelope(code: unknown, message: unknown): Fault["body"] {
  return { error: { code, message, innerError: {} } } as Fault["body"];
}

/** How often a call is sent: once more with a fresh token, twice more for a transient error. */
function attemptsAt(status: number): number {
  if (status === 401) return 2;
  return status === 429 || status >= 500 ? 3 : 1;
}

describe("a failed Graph call", () => {
  test.each<[code: string, status: number, what: string, body: Fault["body"]]>([
    ["bad_request", 400, "BadRequest", envelope("BadRequest", "An error has occurred.")],
    [
      "bad_request",
      400,
      "a number in the message",
      envelope("BadRequest", "1026: The start is after the end."),
    ],
    ["bad_request", 400, "an empty message", envelope("BadRequest", "")],
    ["bad_request", 400, "no body", ""],
    ["bad_request", 400, "HTML", HTML],
    [
      "token_refused",
      401,
      "InvalidAuthenticationToken",
      envelope("InvalidAuthenticationToken", "x"),
    ],
    ["token_refused", 401, "no body", ""],
    ["token_refused", 401, "HTML", HTML],
    [
      "policy_missing",
      403,
      "a missing policy",
      envelope("Forbidden", "No application access policy found"),
    ],
    [
      "policy_missing",
      403,
      "a missing policy, as Unauthorized",
      envelope("Unauthorized", "Application Access Policy"),
    ],
    [
      "policy_missing",
      403,
      "a missing policy, in one word",
      envelope("Forbidden", "no ApplicationAccessPolicy"),
    ],
    [
      "policy_missing",
      403,
      "a missing policy, over two lines",
      envelope("", "application\n access  policy"),
    ],
    [
      "permission_missing",
      403,
      "missing consent",
      envelope("Authorization_RequestDenied", "Insufficient"),
    ],
    [
      "permission_missing",
      403,
      "missing consent, without a message",
      envelope("Authorization_RequestDenied", ""),
    ],
    ["policy_missing", 403, "Forbidden without a message", envelope("Forbidden", "")],
    ["policy_missing", 403, "Forbidden with a null message", envelope("Forbidden", null)],
    ["not_a_participant", 403, "3003", envelope("Forbidden", "3003: User does not have access")],
    [
      "graph_refused",
      403,
      "another message",
      envelope("Forbidden", "Blocked by your administrator"),
    ],
    ["graph_refused", 403, "another code", envelope("AccessDenied", "")],
    ["graph_refused", 403, "no body", ""],
    ["graph_refused", 403, "HTML", HTML],
    ["organizer_unknown", 404, "UnknownError", envelope("UnknownError", "")],
    ["meeting_gone", 404, "3004", envelope("NotFound", "3004: Meeting properties are not found")],
    ["graph_refused", 404, "NotFound without a message", envelope("NotFound", "")],
    ["graph_refused", 404, "another message", envelope("NotFound", "Resource not found")],
    ["graph_refused", 404, "no body", ""],
    ["graph_refused", 404, "HTML", HTML],
    ["graph_refused", 405, "any body", envelope("MethodNotAllowed", "x")],
    ["graph_refused", 409, "any body", envelope("Conflict", "x")],
    ["graph_refused", 410, "any body", envelope("Gone", "x")],
    ["graph_refused", 413, "no body", ""],
    ["graph_refused", 415, "HTML", HTML],
    ["throttled", 429, "any body", envelope("TooManyRequests", "")],
    ["throttled", 429, "no body", ""],
    ["graph_unavailable", 500, "any body", envelope("InternalServerError", "")],
    ["graph_unavailable", 502, "HTML", HTML],
    ["graph_unavailable", 503, "no body", ""],
    ["graph_unavailable", 504, "any body", envelope("UnknownError", "")],
    ["graph_unavailable", 599, "3004 in the message", envelope("NotFound", "3004: gone")],
    ["bad_request", 400, "JSON without an error object", '{"error":"bad"}'],
    ["graph_refused", 403, "a null error", '{"error":null}'],
    ["graph_refused", 403, "a JSON string", '"application access policy"'],
    ["graph_refused", 403, "a numeric code", envelope(403, ["application access policy"])],
  ])("is %s after %i with %s", async (code, status, _, body) => {
    graph.cloud.addFault({ match: "createOrGet", times: attemptsAt(status), status, body });
    const { onlineMeetings } = graph.connect();
    await expect(onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({
      name: "AppError",
      code,
      details: { status },
    });
    expect(graph.cloud.requests()).toHaveLength(attemptsAt(status));
  });

  test.each([
    ["permission_missing", "has no role", []],
    ["permission_missing", "may only read", ["OnlineMeetings.Read.All"]],
    ["policy_missing", "has the permission", ["User.Read.All", "OnlineMeetings.ReadWrite.All"]],
  ])("is %s after Forbidden without a message when the token %s", async (code, _, appRoles) => {
    graph.cloud.settings.appRoles = appRoles;
    graph.cloud.addFault({ match: "createOrGet", status: 403, body: envelope("Forbidden", "") });
    await expect(graph.connect().onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({
      code,
    });
  });

  test.each<[code: string, what: string, settings: Partial<LocalSettings>]>([
    ["policy_missing", "the policy covers no one", { policy: "none" }],
    [
      "policy_missing",
      "the policy covers only other people",
      { policy: { grantedTo: [bo.aadId] } },
    ],
    ["permission_missing", "there is no consent", { appRoles: [] }],
    ["organizer_unknown", "the user does not exist", { unknownUsers: [ada.aadId] }],
    ["organizer_unknown", "the user has no license", { unlicensedUsers: [ada.aadId] }],
  ])("is %s when %s, as the embedded Graph reports it", async (code, _, settings) => {
    Object.assign(graph.cloud.settings, settings);
    await expect(graph.connect().onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({
      code,
    });
  });

  test("is organizer_unknown for a user principal name", async () => {
    const request = aRequest({ organizerAadId: "ada/lovelace#ext#@contoso.com" });
    await expect(graph.connect().onlineMeetings.createOrGet(request)).rejects.toMatchObject({
      code: "organizer_unknown",
    });
    expect(graph.cloud.requests()[0]?.path).toBe(
      "/v1.0/users/ada%2Flovelace%23ext%23%40contoso.com/onlineMeetings/createOrGet",
    );
  });
});

describe("a meeting that can't be read", () => {
  test("is gone when it never existed or was deleted", async () => {
    const { onlineMeetings } = graph.connect();
    await expect(onlineMeetings.get(GET)).rejects.toMatchObject({ code: "meeting_gone" });
  });

  test.each([
    ["meeting_gone", 404, envelope("NotFound", "")],
    ["meeting_gone", 404, envelope("NotFound", "Resource not found")],
    ["organizer_unknown", 404, envelope("UnknownError", "")],
    ["graph_refused", 404, HTML],
    ["not_a_participant", 403, envelope("Forbidden", "3003: no")],
  ])("is %s after %i with %j", async (code, status, body) => {
    graph.cloud.addFault({ match: "onlineMeetings", status, body });
    const { onlineMeetings } = graph.connect();
    await expect(onlineMeetings.get(GET)).rejects.toMatchObject({ code, details: { status } });
  });

  test("is not_a_participant for people who neither organize nor attend it", async () => {
    const { onlineMeetings } = graph.connect();
    const { meeting } = await onlineMeetings.createOrGet(aRequest());
    const address = { tenantId: TENANT, organizerAadId: bo.aadId, meetingId: meeting.id };
    await expect(onlineMeetings.get(address)).rejects.toMatchObject({ code: "not_a_participant" });
  });
});
