import { ADA, APP, BO, CHANNEL, startCloud, stopClouds } from "./cloud";

// learn.microsoft.com/graph/api/onlinemeeting-createorget: the two requests, verbatim.
const EXAMPLE_1 = `{
    "startDateTime": "2020-02-06T01:49:21.3524945+00:00",
    "endDateTime": "2020-02-06T02:19:21.3524945+00:00",
    "subject": "Create a meeting with customId provided",
    "externalId": "7eb8263f-d0e0-4149-bb1c-1f0476083c56",
    "participants": {
        "attendees": [
            {
                "identity": {
                    "user": {
                        "id": "1f35f2e6-9cab-44ad-8d5a-b74c14720000"
                    }
                },
                "role": "presenter",
                "upn": "test1@contoso.com"
            }
        ]
    }
}`;
const EXAMPLE_2 = `{
    "chatInfo": {
        "threadId": "19:7ebda77322dd4505ac4dedb5b67df076@thread.tacv2"
    },
    "startDateTime": "2020-02-06T01:49:21.3524945+00:00",
    "endDateTime": "2020-02-06T02:19:21.3524945+00:00",
    "externalId": "7eb8263f-d0e0-4149-bb1c-1f0476083c56",
    "participants": {
        "attendees": [
            {
                "identity": {
                    "user": {
                        "id": "1f35f2e6-9cab-44ad-8d5a-b74c14720000"
                    }
                },
                "upn": "test1@contoso.com"
            }
        ]
    },
    "subject": "Create a meeting with customId provided"
}`;

/** The response on the page, with a pattern for each "(redacted)". */
function toPrintedAnswer(threadId: unknown, messageId: unknown, role: string | null = null) {
  return {
    id: expect.stringMatching(/^MSo[A-Za-z0-9]+={0,2}$/),
    subject: "Create a meeting with customId provided",
    joinWebUrl: expect.stringMatching(
      /^https:\/\/teams\.microsoft\.com\/l\/meetup-join\/19%3a[^/]+%40thread\.(v2|tacv2)\/\d+\?context=%7b%22Tid%22/,
    ),
    isBroadcast: false,
    autoAdmittedUsers: "EveryoneInCompany",
    isEntryExitAnnounced: true,
    allowedPresenters: "everyone",
    videoTeleconferenceId: expect.stringMatching(/^\d+$/),
    externalId: "7eb8263f-d0e0-4149-bb1c-1f0476083c56",
    participants: {
      organizer: {
        upn: expect.stringContaining("@"),
        role: "presenter",
        identity: { user: { id: ADA } },
      },
      attendees: [{ upn: "test1@contoso.com", role, identity: { user: { id: BO } } }],
      producers: [],
      contributors: [],
    },
    lobbyBypassSettings: { scope: "organization", isDialInBypassEnabled: false },
    audioConferencing: {
      conferenceId: expect.stringMatching(/^\d+$/),
      tollNumber: "+1 206-485-3005",
      tollFreeNumber: null,
      dialinUrl: expect.stringMatching(
        /^https:\/\/dialin\.teams\.microsoft\.com\/[0-9a-f-]{36}\?id=\d+$/,
      ),
    },
    chatInfo: { threadId, messageId, replyChainMessageId: null },
  };
}

const OWN_CHAT = expect.stringMatching(/^19:meeting_\S+@thread\.v2$/);
const GIVEN_TIMES = {
  creationDateTime: "2020-09-11T06:30:18.0610000Z",
  startDateTime: "2020-02-06T01:49:21.3524945Z",
  endDateTime: "2020-02-06T02:19:21.3524945Z",
};

describe("the examples of the createOrGet reference", () => {
  afterEach(stopClouds);

  test.each([
    ["a delegated token on v1.0", "/v1.0/me"],
    ["a delegated token on beta", "/beta/me"],
    ["an application token on v1.0", `/v1.0/users/${ADA}`],
    ["an application token on beta", `/beta/users/${ADA}`],
  ])("example 1 creates the meeting with %s, and the second call returns it", async (_, owner) => {
    const cloud = await startCloud();
    const token = owner.endsWith("/me") ? cloud.userToken() : await cloud.appToken();
    const path = `${owner}/onlineMeetings/createOrGet`;
    const created = await cloud.call("POST", path, { token, body: EXAMPLE_1 });
    const got = await cloud.call("POST", path, { token, body: EXAMPLE_1 });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      ...GIVEN_TIMES,
      ...toPrintedAnswer(OWN_CHAT, "0", "presenter"),
    });
    expect(got.status).toBe(200);
    expect(got.body).toEqual(created.body);
  });

  test("example 1 returns an existing meeting unchanged, as on the page", async () => {
    const cloud = await startCloud();
    const { externalId, subject, participants } = JSON.parse(EXAMPLE_2);
    await cloud.meet({ externalId, subject, participants });
    const path = `/beta/users/${ADA}/onlineMeetings/createOrGet`;
    const got = await cloud.call("POST", path, { token: await cloud.appToken(), body: EXAMPLE_1 });
    expect(got.status).toBe(200);
    expect(got.body).toMatchObject({
      creationDateTime: "2020-09-11T06:30:18.0610000Z",
      startDateTime: "2020-09-11T06:30:18.0610000Z",
      endDateTime: "2020-09-11T07:30:18.0610000Z",
      ...toPrintedAnswer(OWN_CHAT, "0"),
    });
  });

  test("example 2 links the meeting to the channel, with the post's time as message id", async () => {
    const cloud = await startCloud();
    const path = "/beta/me/onlineMeetings/createOrGet";
    const token = cloud.userToken();
    const created = await cloud.call("POST", path, { token, body: EXAMPLE_2 });
    const got = await cloud.call("POST", path, { token, body: EXAMPLE_2 });
    expect(created.status).toBe(201);
    expect(created.body).toMatchObject({
      ...GIVEN_TIMES,
      ...toPrintedAnswer(CHANNEL, String(Date.parse("2020-09-11T06:30:18.061Z"))),
    });
    expect(got.status).toBe(200);
    expect(got.body).toEqual(created.body);
  });

  test("the update page's example converts times to UTC with seven digits", async () => {
    const cloud = await startCloud();
    const { body: meeting } = await cloud.meet({ externalId: APP });
    const body = `{
      "startDateTime": "2020-09-09T14:33:30.8546353-07:00",
      "endDateTime": "2020-09-09T15:03:30.8566356-07:00",
      "subject": "Patch Meeting Subject"
    }`;
    const path = `/v1.0/me/onlineMeetings/${encodeURIComponent(meeting.id)}`;
    const updated = await cloud.call("PATCH", path, { token: cloud.userToken(), body });
    expect(updated.status).toBe(200);
    expect(updated.body).toMatchObject({
      id: meeting.id,
      startDateTime: "2020-09-09T21:33:30.8546353Z",
      endDateTime: "2020-09-09T22:03:30.8566356Z",
      subject: "Patch Meeting Subject",
    });
  });
});
