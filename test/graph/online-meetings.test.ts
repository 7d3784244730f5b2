import type { Fault } from "../../src/local/local-cloud";
import { ada, general, groupChat, TENANT } from "../support/activities";
import { aRequest, useGraph } from "../support/graph";

const graph = useGraph();

const CHANNEL = general.threadId;
const V1 = `/v1.0/users/${ada.aadId}/onlineMeetings/createOrGet`;
const BETA = `/beta/users/${ada.aadId}/onlineMeetings/createOrGet`;

function requestedPaths(): string[] {
  return graph.cloud.requests().map(({ path }) => path);
}

describe("createOrGet", () => {
  test("creates a meeting once and then returns it", async () => {
    const { onlineMeetings } = graph.connect();
    const request = aRequest();
    const first = await onlineMeetings.createOrGet(request);
    const second = await onlineMeetings.createOrGet(request);
    expect([first.wasCreated, second.wasCreated]).toEqual([true, false]);
    expect(second.meeting).toEqual(first.meeting);
  });

  test("returns the fields that we use", async () => {
    const { meeting } = await graph.connect().onlineMeetings.createOrGet(aRequest());
    expect(meeting).toEqual({
      id: expect.any(String),
      joinWebUrl: expect.stringMatching(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//),
      subject: "Sprint review",
      startsAt: "2026-11-20T09:00:00.000Z",
      endsAt: "2026-11-20T10:00:00.000Z",
      dialIn: { tollNumber: expect.stringMatching(/^\+/), conferenceId: expect.any(String) },
      expiresAt: "2027-01-19T10:00:00.000Z",
    });
  });

  test("sends only the externalId by default", async () => {
    const { externalId, organizerAadId } = aRequest();
    const request = { tenantId: TENANT, organizerAadId, externalId };
    await graph.connect().onlineMeetings.createOrGet(request);
    expect(graph.cloud.requests()[0]).toMatchObject({ method: "POST", body: { externalId } });
    expect(graph.cloud.requests()[0]?.body).toEqual({ externalId });
  });

  test("sends times unchanged, with seconds and an offset", async () => {
    const times = { startsAt: "2026-11-21T15:00:00.000Z", endsAt: "2026-11-21T15:45:00.000Z" };
    const { meeting } = await graph.connect().onlineMeetings.createOrGet(aRequest(times));
    expect(graph.cloud.requests()[0]?.body).toMatchObject({
      startDateTime: times.startsAt,
      endDateTime: times.endsAt,
    });
    expect(meeting).toMatchObject(times);
  });

  test("leaves the end to Graph when there is only a start", async () => {
    const startsAt = "2026-11-21T15:00:00.000Z";
    const { meeting } = await graph.connect().onlineMeetings.createOrGet(aRequest({ startsAt }));
    expect(graph.cloud.requests()[0]?.body).not.toHaveProperty("endDateTime");
    expect(meeting.endsAt).toBe("2026-11-21T16:00:00.000Z");
  });

  test.each([
    ["an end without a start", { endsAt: "2026-11-21T15:00:00.000Z" }],
    [
      "an end before the start",
      { startsAt: "2026-11-21T15:00:00.000Z", endsAt: "2026-11-21T14:59:59.999Z" },
    ],
    [
      "an end before the start whose text sorts after it",
      { startsAt: "2026-11-21T15:00:00.000Z", endsAt: "2026-11-21T16:00:00.000+02:00" },
    ],
  ])("rejects %s without a call", async (_, times) => {
    const { onlineMeetings, toTokens } = graph.connect();
    await expect(onlineMeetings.createOrGet(aRequest(times))).rejects.toMatchObject({
      code: "bad_times",
    });
    expect([...requestedPaths(), ...toTokens]).toEqual([]);
  });

  test("allows an end equal to the start", async () => {
    const [startsAt, endsAt] = ["2026-11-21T15:00:00.000Z", "2026-11-21T15:00:00.000Z"];
    const { meeting } = await graph
      .connect()
      .onlineMeetings.createOrGet(aRequest({ startsAt, endsAt }));
    expect(meeting).toMatchObject({ startsAt, endsAt });
  });
});

describe("a channel meeting", () => {
  test("is created on beta with chatInfo, and is reported as tied to the channel", async () => {
    const request = aRequest({ channelThreadId: CHANNEL });
    const answer = await graph.connect().onlineMeetings.createOrGet(request);
    expect(answer).toMatchObject({ isTiedToChannel: true, wasChannelRefused: false });
    expect(requestedPaths()).toEqual([BETA]);
    expect(graph.cloud.requests()[0]?.body).toEqual({
      externalId: request.externalId,
      subject: request.subject,
      chatInfo: { threadId: CHANNEL },
    });
  });

  test.each([
    ["in a cloud without beta", { hasBeta: false }, { channelThreadId: CHANNEL }],
    ["where there is no channel", { hasBeta: true }, {}],
  ])("is created on v1.0 without chatInfo %s", async (_, options, fields) => {
    const request = aRequest(fields);
    const answer = await graph.connect(options).onlineMeetings.createOrGet(request);
    expect(answer).toMatchObject({ isTiedToChannel: false, wasChannelRefused: false });
    expect(requestedPaths()).toEqual([V1]);
    expect(graph.cloud.requests()[0]?.body).not.toHaveProperty("chatInfo");
  });

  test.each([
    ["another channel", { threadId: groupChat.threadId }],
    ["none", undefined],
    ["null", null],
    ["no thread", { threadId: null }],
    ["something else", "19:x@thread.tacv2"],
  ])("isn't tied to the channel when Graph returns %s", async (_, chatInfo) => {
    const body = { id: "1", joinWebUrl: "https://teams.microsoft.com/l/meetup-join/1" };
    graph.cloud.addFault({
      match: "/beta/",
      status: 201,
      body: { ...body, ...(chatInfo !== undefined && { chatInfo }) },
    });
    const request = aRequest({ channelThreadId: CHANNEL });
    const answer = await graph.connect().onlineMeetings.createOrGet(request);
    expect(answer).toMatchObject({ isTiedToChannel: false, wasChannelRefused: false });
  });

  test("is created without the channel when Graph refuses it, by an otherwise identical call", async () => {
    graph.cloud.settings.refusedThreads = [CHANNEL];
    const times = { startsAt: "2026-11-21T15:00:00.000Z", endsAt: "2026-11-21T16:00:00.000Z" };
    const request = aRequest({ channelThreadId: CHANNEL, ...times });
    const answer = await graph.connect().onlineMeetings.createOrGet(request);
    expect(answer).toMatchObject({
      wasCreated: true,
      isTiedToChannel: false,
      wasChannelRefused: true,
    });
    expect(graph.cloud.requests().map(({ path, status }) => [path, status])).toEqual([
      [BETA, 400],
      [V1, 201],
    ]);
    const [withChannel, without] = graph.cloud.requests().map(({ body }) => body);
    expect(withChannel).toEqual({ ...(without as object), chatInfo: { threadId: CHANNEL } });
  });

  test.each<[status: number, body: Fault["body"]]>([
    [400, { error: { code: "BadRequest", message: "1026: Invalid thread" } }],
    [400, ""],
    [403, { error: { code: "Forbidden", message: "Blocked" } }],
    [403, { error: { code: "AccessDenied", message: "" } }],
    [403, { error: { code: "Forbidden", message: "3003: User does not have access" } }],
    [403, "<html>"],
    [404, { error: { code: "NotFound", message: "Thread not found" } }],
    [404, ""],
  ])("is created without the channel after %i with %j", async (status, body) => {
    graph.cloud.addFault({ match: "/beta/", status, body });
    const request = aRequest({ channelThreadId: CHANNEL });
    const answer = await graph.connect().onlineMeetings.createOrGet(request);
    expect(answer).toMatchObject({ isTiedToChannel: false, wasChannelRefused: true });
    expect(requestedPaths()).toEqual([BETA, V1]);
  });

  test.each<[code: string, status: number, times: number, body: Fault["body"]]>([
    [
      "policy_missing",
      403,
      1,
      { error: { code: "Forbidden", message: "application access policy" } },
    ],
    ["policy_missing", 403, 1, { error: { code: "Forbidden", message: "" } }],
    ["permission_missing", 403, 1, { error: { code: "Authorization_RequestDenied", message: "" } }],
    ["organizer_unknown", 404, 1, { error: { code: "UnknownError", message: "" } }],
    ["meeting_gone", 404, 1, { error: { code: "NotFound", message: "3004: gone" } }],
    ["token_refused", 401, 2, ""],
    ["throttled", 429, 3, ""],
    ["graph_unavailable", 503, 3, ""],
    ["graph_unavailable", 500, 3, "<html>"],
    ["bad_answer", 200, 1, {}],
  ])("isn't retried without the channel after %s (%i)", async (code, status, times, body) => {
    graph.cloud.addFault({ match: "/beta/", status, times, body });
    const request = aRequest({ channelThreadId: CHANNEL });
    await expect(graph.connect().onlineMeetings.createOrGet(request)).rejects.toMatchObject({
      code,
    });
    expect(new Set(requestedPaths())).toEqual(new Set([BETA]));
  });

  test("fails with the second error when Graph also refuses the call without the channel", async () => {
    graph.cloud.settings.refusedThreads = "all";
    graph.cloud.addFault({ match: "/v1.0/", status: 503, times: 3 });
    const request = aRequest({ channelThreadId: CHANNEL });
    await expect(graph.connect().onlineMeetings.createOrGet(request)).rejects.toMatchObject({
      code: "graph_unavailable",
      details: { status: 503 },
    });
  });
});

describe("an existing meeting", () => {
  test("is read from v1.0 under its organizer", async () => {
    const { onlineMeetings } = graph.connect();
    const { meeting } = await onlineMeetings.createOrGet(aRequest());
    graph.cloud.clearRequests();
    const address = { tenantId: TENANT, organizerAadId: ada.aadId, meetingId: meeting.id };
    expect(await onlineMeetings.get(address)).toEqual(meeting);
    expect(requestedPaths()).toEqual([
      `/v1.0/users/${ada.aadId}/onlineMeetings/${encodeURIComponent(meeting.id)}`,
    ]);
  });

  test.each(["MSo1/N2Y5", "a?b=c", "a#b", "../../me/messages", "a b", "a%2Fb", "é+="])(
    "is read by its encoded id: %s",
    async (meetingId) => {
      const { onlineMeetings } = graph.connect();
      const address = { tenantId: TENANT, organizerAadId: ada.aadId, meetingId };
      await expect(onlineMeetings.get(address)).rejects.toMatchObject({ code: "meeting_gone" });
      expect(requestedPaths()).toEqual([
        `/v1.0/users/${ada.aadId}/onlineMeetings/${encodeURIComponent(meetingId)}`,
      ]);
    },
  );
});
