import type { LocalSettings } from "../../src/local/local-settings";
import { ADA, BO, CHANNEL, startCloud, stopClouds, type TestCloud } from "./cloud";

const ATTENDEES = [
  { identity: { user: { id: BO } }, upn: "bo@contoso.com", role: "coorganizer" },
  { upn: "eve@contoso.com", role: "producer" },
  { upn: "kim@contoso.com", role: "presenter" },
];

async function startWithMeeting(
  settings?: Partial<LocalSettings>,
): Promise<{ cloud: TestCloud; path: string; token: string }> {
  const cloud = await startCloud(settings);
  const { body } = await cloud.meet({ externalId: "x", subject: "One" });
  const path = `/v1.0/users/${ADA}/onlineMeetings/${encodeURIComponent(body.id)}`;
  return { cloud, path, token: await cloud.appToken() };
}

describe("PATCH of a meeting", () => {
  afterEach(stopClouds);

  test.each([
    ["the subject", { subject: "Two" }],
    ["the subject to null", { subject: null }],
    ["who presents", { allowedPresenters: "roleIsPresenter" }],
    ["the chat", { allowMeetingChat: "limited" }],
    [
      "cameras and microphones",
      { allowAttendeeToEnableCamera: false, allowAttendeeToEnableMic: false },
    ],
    ["the recording", { recordAutomatically: true }],
  ])("changes %s and nothing else", async (_, body) => {
    const { cloud, path, token } = await startWithMeeting();
    const before = await cloud.call("GET", path, { token });
    const patched = await cloud.call("PATCH", path, { token, body });
    expect(patched.status).toBe(200);
    expect(patched.body).toEqual({ ...before.body, ...body });
    expect((await cloud.call("GET", path, { token })).body).toEqual(patched.body);
  });

  test("changes one lobby setting and keeps the other", async () => {
    const { cloud, path, token } = await startWithMeeting();
    const body = { lobbyBypassSettings: { scope: "everyone" } };
    const patched = await cloud.call("PATCH", path, { token, body });
    expect(patched.body).toMatchObject({
      autoAdmittedUsers: "Everyone",
      lobbyBypassSettings: { scope: "everyone", isDialInBypassEnabled: false },
    });
  });

  test.each([
    ["a start alone", { startDateTime: "2020-10-01T09:00:00Z" }, "must appear in pairs"],
    ["an end alone", { endDateTime: "2020-10-01T09:00:00Z" }, "must appear in pairs"],
    [
      "an end before the start",
      { startDateTime: "2020-10-01T09:00:00Z", endDateTime: "2020-10-01T08:00:00Z" },
      "earlier than startDateTime",
    ],
    ["the externalId", { externalId: "y" }, "'externalId' cannot be updated"],
    ["chatInfo", { chatInfo: { threadId: CHANNEL } }, "'chatInfo' cannot be updated"],
    ["the link", { joinWebUrl: "https://example.com" }, "'joinWebUrl' cannot be updated"],
    [
      "the organizer",
      { participants: { organizer: { upn: "bo@contoso.com" }, attendees: [] } },
      "only attendees can be updated",
    ],
    ["participants without attendees", { participants: {} }, "participants.attendees"],
    [
      "a co-organizer without an id",
      { participants: { attendees: [{ upn: "kim@contoso.com", role: "coorganizer" }] } },
      "a coorganizer needs identity.user.id",
    ],
    ["an unknown property", { lobby: "open" }, "lobby"],
    [
      "an unknown lobby scope",
      { lobbyBypassSettings: { scope: "nobody" } },
      "lobbyBypassSettings.scope",
    ],
    ["no JSON", "subject=Two", "Unable to read JSON request payload"],
  ])("rejects %s with 400 and changes nothing", async (_, body, words) => {
    const { cloud, path, token } = await startWithMeeting();
    const before = await cloud.call("GET", path, { token });
    const patched = await cloud.call("PATCH", path, { token, body });
    expect(patched.status).toBe(400);
    expect(patched.body.error.message).toContain(words);
    expect((await cloud.call("GET", path, { token })).body).toEqual(before.body);
  });

  test("replaces all attendees, and shows evolved roles only on request", async () => {
    const { cloud, path, token } = await startWithMeeting();
    await cloud.call("PATCH", path, {
      token,
      body: { participants: { attendees: [{ upn: "x@y.z" }] } },
    });
    await cloud.call("PATCH", path, { token, body: { participants: { attendees: ATTENDEES } } });
    const plain = await cloud.call("GET", path, { token });
    const headers = { Prefer: "odata.maxpagesize=5, include-unknown-enum-members" };
    const evolved = await cloud.call("GET", path, { token, headers });
    expect(plain.body.participants.attendees.map(({ upn, role }) => [upn, role])).toEqual([
      ["bo@contoso.com", "unknownFutureValue"],
      ["eve@contoso.com", "unknownFutureValue"],
      ["kim@contoso.com", "presenter"],
    ]);
    expect(evolved.body.participants.attendees.map(({ role }) => role)).toEqual([
      "coorganizer",
      "producer",
      "presenter",
    ]);
    expect(evolved.headers.get("preference-applied")).toBe("include-unknown-enum-members");
  });

  test.each(["invited", "organizationExcludingGuests"])(
    "shows the lobby scope %s only on request",
    async (scope) => {
      const { cloud, path, token } = await startWithMeeting();
      await cloud.call("PATCH", path, { token, body: { lobbyBypassSettings: { scope } } });
      const plain = await cloud.call("GET", path, { token });
      const headers = { Prefer: "include-unknown-enum-members" };
      const evolved = await cloud.call("GET", path, { token, headers });
      expect([plain, evolved].map(({ body }) => body.lobbyBypassSettings)).toMatchObject([
        { scope: "unknownFutureValue", isDialInBypassEnabled: false },
        { scope, isDialInBypassEnabled: false },
      ]);
    },
  );

  test("lets attendees read, and only the organizer change or delete", async () => {
    const { cloud, path, token } = await startWithMeeting();
    await cloud.call("PATCH", path, { token, body: { participants: { attendees: ATTENDEES } } });
    const mine = path.replace(`users/${ADA}`, "me");
    const bo = cloud.userToken(BO);
    expect((await cloud.call("GET", mine, { token: bo })).status).toBe(200);
    const patched = await cloud.call("PATCH", mine, { token: bo, body: { subject: "Bo's" } });
    const deleted = await cloud.call("DELETE", mine, { token: bo });
    expect([patched.status, deleted.status]).toEqual([403, 403]);
    expect(cloud.meetings()[0]?.subject).toBe("One");
  });
});

describe("DELETE of a meeting", () => {
  afterEach(stopClouds);

  test("returns 204 without a body, and 404 the second time", async () => {
    const { cloud, path, token } = await startWithMeeting();
    const deleted = await cloud.call("DELETE", path, { token });
    expect([deleted.status, deleted.text]).toEqual([204, ""]);
    expect((await cloud.call("DELETE", path, { token })).status).toBe(404);
    expect(cloud.meetings()).toEqual([]);
  });
});
