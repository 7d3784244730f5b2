import { ADA, APP, BO, CHANNEL, OTHER_TENANT, startCloud, stopClouds, TENANT } from "./cloud";

const PATH = `/v1.0/users/${ADA}/onlineMeetings/createOrGet`;

describe("createOrGet", () => {
  afterEach(stopClouds);

  test.each([
    ["none", {}, "2020-09-11T06:30:18.0610000Z", "2020-09-11T07:30:18.0610000Z"],
    [
      "a start",
      { startDateTime: "2020-10-01T09:00:00Z" },
      "2020-10-01T09:00:00.0000000Z",
      "2020-10-01T10:00:00.0000000Z",
    ],
    [
      "both",
      { startDateTime: "2020-10-01T09:00:00.5+02:00", endDateTime: "2020-10-01T07:30:00.25Z" },
      "2020-10-01T07:00:00.5000000Z",
      "2020-10-01T07:30:00.2500000Z",
    ],
    [
      "nulls",
      { startDateTime: null, endDateTime: null },
      "2020-09-11T06:30:18.0610000Z",
      "2020-09-11T07:30:18.0610000Z",
    ],
    [
      "an end at the start",
      {
        startDateTime: "1969-12-31T23:59:59.9999999Z",
        endDateTime: "1969-12-31T23:59:59.9999999Z",
      },
      "1969-12-31T23:59:59.9999999Z",
      "1969-12-31T23:59:59.9999999Z",
    ],
  ])("fills in the times when given %s", async (_, times, start, end) => {
    const cloud = await startCloud();
    const { status, body } = await cloud.meet({ externalId: "x", ...times });
    expect([status, body.startDateTime, body.endDateTime]).toEqual([201, start, end]);
  });

  test.each([
    ["no externalId", {}, '"externalId"'],
    ["a null externalId", { externalId: null }, '"externalId"'],
    ["an empty externalId", { externalId: "" }, '"externalId"'],
    [
      "an end alone",
      { externalId: "x", endDateTime: "2020-10-01T09:00:00Z" },
      "without startDateTime",
    ],
    [
      "an end before the start",
      {
        externalId: "x",
        startDateTime: "2020-10-01T09:00:00Z",
        endDateTime: "2020-10-01T08:59:59.9999999Z",
      },
      "earlier than startDateTime",
    ],
    [
      "a time without a zone",
      { externalId: "x", startDateTime: "2020-10-01T09:00:00" },
      "DateTimeOffset",
    ],
    [
      "a day that does not exist",
      { externalId: "x", startDateTime: "2020-02-31T09:00:00Z" },
      "DateTimeOffset",
    ],
    ["a property that is none", { externalId: "x", lobby: true }, "lobby"],
    [
      "a role that is none",
      { externalId: "x", participants: { attendees: [{ upn: "a@b.c", role: "boss" }] } },
      "participants.attendees.0.role",
    ],
    [
      "an attendee who is nobody",
      { externalId: "x", participants: { attendees: [{ role: "presenter" }] } },
      "identity.user.id or upn",
    ],
    ["a list", [], "Unable to read JSON request payload"],
    ["broken JSON", '{"externalId": ', "Unable to read JSON request payload"],
  ])("refuses %s with 400", async (_, body, words) => {
    const cloud = await startCloud();
    const answer = await cloud.call("POST", PATH, { token: await cloud.appToken(), body });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      code: "BadRequest",
      message: expect.stringContaining(words),
    });
    expect(cloud.meetings()).toEqual([]);
  });

  test("keeps one externalId apart by user and by tenant", async () => {
    const cloud = await startCloud();
    const ada = await cloud.meet({ externalId: "x" });
    const bo = await cloud.meet({ externalId: "x" }, { userId: BO });
    const token = await cloud.appToken(OTHER_TENANT);
    const elsewhere = await cloud.call("POST", PATH, { token, body: { externalId: "x" } });
    const again = await cloud.meet({ externalId: "x" }, { userId: ADA.toUpperCase() });
    expect([ada.status, bo.status, elsewhere.status, again.status]).toEqual([201, 201, 201, 200]);
    expect(new Set([ada, bo, elsewhere].map((one) => one.body.id)).size).toBe(3);
    expect(again.body.id).toBe(ada.body.id);
    expect(cloud.meetings().map((one) => one.tenantId)).toEqual([TENANT, TENANT, OTHER_TENANT]);
  });

  test("answers the meeting as it stands, whatever the second call says", async () => {
    const cloud = await startCloud();
    const first = await cloud.meet({ externalId: "x", subject: "One" });
    cloud.setNow("2020-09-12T00:00:00Z");
    const second = await cloud.meet({ externalId: "x", subject: "Two" });
    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
  });

  test("makes one meeting of 50 simultaneous first calls", async () => {
    const cloud = await startCloud();
    const token = await cloud.appToken();
    const calls = Array.from({ length: 50 }, () =>
      cloud.call("POST", PATH, { token, body: { externalId: "x" } }),
    );
    const answers = await Promise.all(calls);
    expect(new Set(answers.map((one) => one.body.id)).size).toBe(1);
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    expect(cloud.meetings()).toHaveLength(1);
  });

  test("gives two meetings of one channel different ids at the same moment", async () => {
    const cloud = await startCloud();
    const chatInfo = { threadId: CHANNEL };
    const one = await cloud.meet({ externalId: "1", chatInfo }, { version: "beta" });
    const two = await cloud.meet({ externalId: "2", chatInfo }, { version: "beta" });
    expect(one.body.id).not.toBe(two.body.id);
    expect(one.body.chatInfo.messageId).not.toBe(two.body.chatInfo.messageId);
  });

  test("ignores chatInfo on v1.0", async () => {
    const cloud = await startCloud();
    const { status, body } = await cloud.meet({ externalId: "x", chatInfo: { threadId: CHANNEL } });
    expect(status).toBe(201);
    expect(body.chatInfo).toMatchObject({
      threadId: expect.stringMatching(/^19:meeting_/),
      messageId: "0",
    });
  });

  test.each([
    ["a channel that the settings refuse", [CHANNEL], CHANNEL],
    ["any channel when the settings refuse all", "all" as const, CHANNEL],
    ["a thread that is no channel", [], "19:abc@thread.v2"],
  ])("refuses chatInfo of %s with Graph's 400", async (_, refusedThreads, threadId) => {
    const cloud = await startCloud({ refusedThreads });
    const answer = await cloud.meet(
      { externalId: "x", chatInfo: { threadId } },
      { version: "beta" },
    );
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      code: "BadRequest",
      message: "An error has occurred.",
    });
  });

  test("names the caller of a delegated token as organizer by their own name", async () => {
    const cloud = await startCloud();
    const token = cloud.issueUserToken({
      tenantId: TENANT,
      userId: ADA,
      audience: "https://graph.microsoft.com",
      upn: "ada@contoso.com",
    });
    const path = "/v1.0/me/onlineMeetings/createOrGet";
    const { body } = await cloud.call("POST", path, { token, body: { externalId: APP } });
    expect(body.participants).toMatchObject({ organizer: { upn: "ada@contoso.com" } });
    expect(body["@odata.context"]).toBe(
      `https://graph.microsoft.com/v1.0/$metadata#users('${ADA}')/onlineMeetings/$entity`,
    );
  });
});
