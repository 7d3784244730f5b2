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
  ])("fills in the times for: %s", async (_, times, start, end) => {
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
    ["an unknown property", { externalId: "x", lobby: true }, "lobby"],
    [
      "an unknown role",
      { externalId: "x", participants: { attendees: [{ upn: "a@b.c", role: "boss" }] } },
      "participants.attendees.0.role",
    ],
    [
      "an attendee without an id or name",
      { externalId: "x", participants: { attendees: [{ role: "presenter" }] } },
      "identity.user.id or upn",
    ],
    ["a list", [], "Unable to read JSON request payload"],
    ["broken JSON", '{"externalId": ', "Unable to read JSON request payload"],
  ])("rejects %s with 400", async (_, body, words) => {
    const cloud = await startCloud();
    const answer = await cloud.call("POST", PATH, { token: await cloud.appToken(), body });
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({
      code: "BadRequest",
      message: expect.stringContaining(words),
    });
    expect(cloud.meetings()).toEqual([]);
  });

  test("creates a meeting for each user and tenant with the same externalId", async () => {
    const cloud = await startCloud();
    const ada = await cloud.meet({ externalId: "x" });
    const bo = await cloud.meet({ externalId: "x" }, { userId: BO });
    const token = await cloud.appToken(OTHER_TENANT);
    const elsewhere = await cloud.call("POST", PATH, { token, body: { externalId: "x" } });
    const again = await cloud.meet({ externalId: "x" }, { userId: ADA.toUpperCase() });
    expect([ada.status, bo.status, elsewhere.status, again.status]).toEqual([201, 201, 201, 200]);
    expect(new Set([ada, bo, elsewhere].map(({ body }) => body.id)).size).toBe(3);
    expect(again.body.id).toBe(ada.body.id);
    expect(cloud.meetings().map(({ tenantId }) => tenantId)).toEqual([
      TENANT,
      TENANT,
      OTHER_TENANT,
    ]);
  });

  test("returns an existing meeting unchanged", async () => {
    const cloud = await startCloud();
    const first = await cloud.meet({ externalId: "x", subject: "One" });
    cloud.setNow("2020-09-12T00:00:00Z");
    const second = await cloud.meet({ externalId: "x", subject: "Two" });
    expect(second.status).toBe(200);
    expect(second.body).toEqual(first.body);
  });

  test("creates one meeting for 50 simultaneous first calls", async () => {
    const cloud = await startCloud();
    const token = await cloud.appToken();
    const calls = Array.from({ length: 50 }, () =>
      cloud.call("POST", PATH, { token, body: { externalId: "x" } }),
    );
    const answers = await Promise.all(calls);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(cloud.meetings()).toHaveLength(1);
  });

  test("gives simultaneous meetings in a channel different ids", async () => {
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
    ["any channel, when the settings refuse all", "all" as const, CHANNEL],
    ["a thread other than a channel", [], "19:abc@thread.v2"],
  ])("rejects chatInfo for %s with Graph's 400", async (_, refusedThreads, threadId) => {
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

  test("uses the user principal name of a delegated token for the organizer", async () => {
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
