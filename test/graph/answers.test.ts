import { inspect } from "node:util";
import type { Fault } from "../../src/local/local-cloud";
import { ATTENDEE_ROLES, type Attendee } from "../../src/meetings/ports/online-meeting";
import { ada, TENANT } from "../support/activities";
import { aRequest, CLIENT_SECRET, useGraph } from "../support/graph";

const graph = useGraph();

const JOIN_URL = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_x%40thread.v2/0";
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const GET = { tenantId: TENANT, organizerAadId: ada.aadId, meetingId: "MSo1" };

function answerWith(body: Fault["body"], status = 200): void {
  graph.cloud.addFault({ match: "onlineMeetings", status, body });
}

/** Every documented property, with the same value for all but the two required ones. */
function meetingWith(value: null | number | string[]): Record<string, unknown> {
  const names =
    "creationDateTime startDateTime endDateTime subject externalId isBroadcast autoAdmittedUsers " +
    "isEntryExitAnnounced allowedPresenters videoTeleconferenceId participants lobbyBypassSettings " +
    "audioConferencing chatInfo meetingOptionsWebUrl joinMeetingIdSettings expiryDateTime joinInformation";
  const rest = Object.fromEntries(names.split(" ").map((name) => [name, value]));
  return { ...rest, id: "1", joinWebUrl: JOIN_URL };
}

describe("a Graph response", () => {
  test.each([
    ["is null", null],
    ["is a number", 7],
    ["is a list", ["x"]],
  ])("is a meeting even if everything except its id and link %s", async (_, value) => {
    answerWith(meetingWith(value) as Fault["body"]);
    const { meeting, ...rest } = await graph.connect().onlineMeetings.createOrGet(aRequest());
    expect(meeting).toEqual({ id: "1", joinWebUrl: JOIN_URL });
    expect(rest).toEqual({ wasCreated: false, isTiedToChannel: false, wasChannelRefused: false });
  });

  test.each<[what: string, dialIn: object | null, expected: object | undefined]>([
    [
      "both numbers and the conference id",
      { tollNumber: "+1 206", tollFreeNumber: "+1 800", conferenceId: "2425999" },
      { tollNumber: "+1 206", tollFreeNumber: "+1 800", conferenceId: "2425999" },
    ],
    [
      "a toll number alone",
      { tollNumber: "+1 206", tollFreeNumber: null },
      { tollNumber: "+1 206" },
    ],
    ["a toll-free number alone", { tollFreeNumber: "+1 800" }, { tollFreeNumber: "+1 800" }],
    ["none without a number", { conferenceId: "2425999", tollNumber: "" }, undefined],
    ["none for an empty object", {}, undefined],
  ])("includes dial-in: %s", async (_, audioConferencing, expected) => {
    answerWith({ id: "1", joinWebUrl: JOIN_URL, audioConferencing } as Fault["body"]);
    expect((await graph.connect().onlineMeetings.get(GET)).dialIn).toEqual(expected);
  });

  test.each([
    ["2020-02-06T01:49:21.3524945+00:00", "2020-02-06T01:49:21.352Z"],
    ["2020-02-06T01:49:21+02:00", "2020-02-05T23:49:21.000Z"],
    ["2020-02-06T01:49:21Z", "2020-02-06T01:49:21.000Z"],
    ["soon", undefined],
    ["", undefined],
  ])("with the time %j means %s", async (startDateTime, startsAt) => {
    answerWith({ id: "1", joinWebUrl: JOIN_URL, startDateTime });
    expect((await graph.connect().onlineMeetings.get(GET)).startsAt).toBe(startsAt);
  });

  test.each<[what: string, attendees: unknown, expected: Attendee[] | undefined]>([
    [
      "with id, principal name and role",
      [{ upn: "bo@x.y", role: "presenter", identity: { user: { id: "B-1" } } }],
      [{ aadId: "B-1", upn: "bo@x.y", role: "presenter" }],
    ],
    ["by id alone", [{ upn: null, identity: { user: { id: "b-1" } } }], [{ aadId: "b-1" }]],
    ["by principal name alone", [{ upn: "bo@x.y", identity: null }], [{ upn: "bo@x.y" }]],
    [
      "with every known role",
      ["attendee", "presenter", "producer", "coorganizer"].map((role) => ({ upn: role, role })),
      ATTENDEE_ROLES.map((role) => ({ upn: role, role })),
    ],
    [
      "without an unknown role",
      [
        { upn: "a@x.y", role: "unknownFutureValue" },
        { upn: "b@x.y", role: "moderator" },
        { upn: "c@x.y", role: 3 },
      ],
      [{ upn: "a@x.y" }, { upn: "b@x.y" }, { upn: "c@x.y" }],
    ],
    [
      "only those with an id or a principal name",
      [
        null,
        "bo@x.y",
        7,
        [],
        {},
        { upn: "", identity: { user: null } },
        { upn: 1, identity: { user: { id: {} } } },
        { identity: { phone: { id: "+1" } } },
        { upn: "bo@x.y", identity: "bo" },
      ],
      [{ upn: "bo@x.y" }],
    ],
    ["none for an empty list", [], undefined],
    ["none for null", null, undefined],
    ["none for another type", { value: [] }, undefined],
  ])("has attendees: %s", async (_, attendees, expected) => {
    const participants = { organizer: null, attendees };
    answerWith({ id: "1", joinWebUrl: JOIN_URL, participants } as Fault["body"]);
    expect((await graph.connect().onlineMeetings.get(GET)).attendees).toEqual(expected);
  });

  test.each([
    ["2020-04-06T02:19:21.3524945Z", "2020-04-06T02:19:21.352Z"],
    [null, undefined],
    ["never", undefined],
  ])("with the expiry %j means %s", async (expiryDateTime, expiresAt) => {
    answerWith({ id: "1", joinWebUrl: JOIN_URL, expiryDateTime });
    expect((await graph.connect().onlineMeetings.get(GET)).expiresAt).toBe(expiresAt);
  });

  test.each<[what: string, body: Fault["body"], reason: RegExp]>([
    ["HTML", "<html><body>Sign in to contoso-proxy</body></html>", /isn't JSON/],
    ["empty", "", /isn't JSON/],
    ["cut short", '{"id":"1","joinWebUrl":"https://teams.micro', /isn't JSON/],
    ["null", "null", /body/],
    ["a list", "[]", /body/],
    ["a text", '"ok"', /body/],
    ["of another shape", { value: [] }, /id, joinWebUrl/],
    ["an error with a 2xx status", { error: { code: "x", message: "y" } }, /id, joinWebUrl/],
    ["without an id", { joinWebUrl: JOIN_URL }, /: id$/],
    ["with an empty id", { id: "", joinWebUrl: JOIN_URL }, /: id$/],
    ["with a number as id", { id: 1, joinWebUrl: JOIN_URL }, /: id$/],
    ["without a link", { id: "1" }, /: joinWebUrl$/],
    ["with null as link", { id: "1", joinWebUrl: null }, /: joinWebUrl$/],
    ["with an http link", { id: "1", joinWebUrl: JOIN_URL.replace("s:", ":") }, /: joinWebUrl$/],
    ["with a script as link", { id: "1", joinWebUrl: "javascript:alert(1)" }, /: joinWebUrl$/],
    ["with a link that isn't a URL", { id: "1", joinWebUrl: "teams" }, /: joinWebUrl$/],
    ["of another externalId", { id: "1", joinWebUrl: JOIN_URL, externalId: "x" }, /externalId/],
  ])("is unusable when it is %s, and isn't requested again", async (_, body, reason) => {
    answerWith(body);
    await expect(graph.connect().onlineMeetings.createOrGet(aRequest())).rejects.toMatchObject({
      code: "bad_answer",
      details: { reason: expect.stringMatching(reason) },
    });
    expect(graph.cloud.requests()).toHaveLength(1);
  });

  test.each(["createOrGet", "get"] as const)("is unusable when %s gets a 204", async (name) => {
    answerWith("", 204);
    const { onlineMeetings } = graph.connect();
    const call = name === "get" ? onlineMeetings.get(GET) : onlineMeetings.createOrGet(aRequest());
    await expect(call).rejects.toMatchObject({ code: "bad_answer", details: { status: 204 } });
  });

  test("is usable without the externalId, which some clouds don't echo", async () => {
    answerWith({ id: "1", joinWebUrl: JOIN_URL }, 201);
    const { wasCreated } = await graph.connect().onlineMeetings.createOrGet(aRequest());
    expect(wasCreated).toBe(true);
  });
});

describe("the request ids for Microsoft support", () => {
  test("differ for each call, and the error holds both", async () => {
    const { onlineMeetings, toGraph } = graph.connect();
    graph.cloud.addFault({ match: "createOrGet", status: 503, times: 3 });
    const error: unknown = await onlineMeetings.createOrGet(aRequest()).catch((e: unknown) => e);
    const sent = toGraph.map(({ headers }) => headers.get("client-request-id"));
    expect(new Set(sent).size).toBe(3);
    for (const id of sent) expect(id).toMatch(UUID);
    expect(error).toMatchObject({
      details: {
        clientRequestId: sent[2],
        graphRequestId: toGraph[2]?.responseHeaders?.get("request-id"),
      },
    });
  });

  test("are only the client's when the connection was cut", async () => {
    const { onlineMeetings, toGraph } = graph.connect();
    graph.cloud.addFault({ match: "createOrGet", drop: true, times: 3 });
    const clientRequestId = () => toGraph[2]?.headers.get("client-request-id");
    const error: unknown = await onlineMeetings.createOrGet(aRequest()).catch((e: unknown) => e);
    expect(error).toMatchObject({ details: { clientRequestId: clientRequestId() } });
    expect(error).not.toMatchObject({ details: { graphRequestId: expect.anything() } });
  });

  test.each<[what: string, body: Fault["body"]]>([
    ["no JSON", "<html>"],
    ["no meeting", {}],
    ["another meeting", { id: "1", joinWebUrl: JOIN_URL, externalId: "x" }],
  ])("are in the error for a response that is %s", async (_, body) => {
    const { onlineMeetings, toGraph } = graph.connect();
    answerWith(body);
    const error: unknown = await onlineMeetings.createOrGet(aRequest()).catch((e: unknown) => e);
    expect(error).toMatchObject({
      code: "bad_answer",
      details: {
        clientRequestId: toGraph[0]?.headers.get("client-request-id"),
        graphRequestId: toGraph[0]?.responseHeaders?.get("request-id"),
      },
    });
  });

  test("go with a bearer token, and with a content type only if there is a body", async () => {
    const { onlineMeetings, toGraph } = graph.connect();
    const { meeting } = await onlineMeetings.createOrGet(aRequest());
    await onlineMeetings.get({ ...GET, meetingId: meeting.id });
    const [post, get] = toGraph.map(({ headers }) => headers);
    for (const headers of [post, get]) {
      expect(headers?.get("authorization")).toMatch(/^Bearer ey/);
      expect(headers?.get("accept")).toBe("application/json");
      expect(headers?.get("prefer")).toBe("include-unknown-enum-members");
    }
    expect([post?.get("content-type"), get?.get("content-type")]).toEqual([
      "application/json",
      null,
    ]);
  });
});

describe("a Graph error", () => {
  /** Personal data that a body from Graph or a proxy can hold. */
  const NAME = "Ottilie Wolkenstein";
  const TOPIC = "Salary of the board";

  test.each<[code: string, fault: Partial<Fault>]>([
    ["bad_answer", { status: 200, body: `${NAME} ${TOPIC}` }],
    ["bad_answer", { status: 200, body: `<html>${NAME} ${TOPIC}</html>` }],
    [
      "bad_answer",
      { status: 200, body: { id: "1", subject: TOPIC, joinWebUrl: `http://${NAME}` } },
    ],
    ["bad_answer", { status: 200, body: { id: "1", externalId: NAME, joinWebUrl: JOIN_URL } }],
    ["bad_request", { status: 400, body: { error: { code: "BadRequest", message: NAME } } }],
    ["graph_refused", { status: 403, body: `<html>${NAME}</html>` }],
    [
      "policy_missing",
      {
        status: 403,
        body: { error: { code: "Forbidden", message: `application access policy ${NAME}` } },
      },
    ],
    ["token_refused", { status: 401, times: 2, body: { error: { code: "x", message: NAME } } }],
    ["throttled", { status: 429, times: 3, body: NAME }],
    ["graph_unavailable", { status: 500, times: 3, body: `<html>${NAME}</html>` }],
    ["graph_unavailable", { drop: true, times: 3 }],
    ["graph_timeout", { delayMs: 60_000 }],
  ])("holds no names, subjects or secrets: %s after %j", async (code, fault) => {
    const { onlineMeetings, getToken, toGraph } = graph.connect({ deadlineMs: 2000 });
    await getToken({ tenantId: TENANT });
    graph.cloud.addFault({ match: "createOrGet", ...fault });
    const request = aRequest({ subject: TOPIC });
    const failing = onlineMeetings.createOrGet(request).catch((e: unknown) => e);
    if (fault.delayMs !== undefined) {
      await graph.clock.waitForSleep(fault.delayMs);
      await graph.clock.advance(2000);
    }
    const error: unknown = await failing;
    expect(error).toMatchObject({ code });

    const printed = inspect(error, { depth: Infinity, showHidden: true }) + JSON.stringify(error);
    const token = toGraph[0]?.headers.get("authorization")?.slice("Bearer ".length);
    for (const secret of [token, CLIENT_SECRET, "Ottilie", "Wolkenstein", "Salary", ada.aadId]) {
      expect(secret).toBeTruthy();
      expect(printed).not.toContain(secret);
    }
  });
});
