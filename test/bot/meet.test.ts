import { CLOUDS } from "../../src/clouds";
import {
  ada,
  bo,
  design,
  general,
  groupChat,
  meetingChat,
  message,
  people,
  personalChat,
  type TestPlace,
} from "../support/activities";
import { buttonOf, buttonsOf, cardOf, textOf } from "../support/cards";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";
import { asOrganizer } from "../support/as-organizer";

const app = useApp();

describe("meet in a channel", () => {
  it("answers with the channel's meeting: one card, one call to Graph", async () => {
    const { answer, sent, graphRequests } = await app.turn(message("meet Sprint review"));

    expect(answer).toEqual({ status: 200, body: undefined });
    expect(graphRequests).toMatchObject([
      {
        method: "POST",
        path: `/beta/users/${ada.aadId}/onlineMeetings/createOrGet`,
        body: { subject: "Sprint review", chatInfo: { threadId: general.threadId } },
        status: 201,
      },
    ]);
    expect(sent).toHaveLength(1);
    expect(sent[0]?.activity).toMatchObject({ summary: "Sprint review: Open any time" });
    expect(sent[0]?.activity.text).toBeUndefined();
    const card = cardOf(sent[0]);
    expect(textOf(card).split("\n")).toEqual([
      "Sprint review",
      "Open any time",
      "Hosted by Ada Lovelace",
      "Tied to this channel",
      expect.stringMatching(/^Phone: \+1/),
      expect.stringMatching(/^Conference ID: \d+$/),
      "Understood: Sprint review",
    ]);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      "Join",
      "Add to calendar",
      "Refresh",
      "Copy link",
      "Options",
      "New link",
      "Cancel meeting",
    ]);
    expect(buttonOf(card, "Join")).toMatchObject({
      url: app.cloud.meetings()[0]?.joinWebUrl,
    });
  });

  it.each(["", "meet", "/meet", "MEET!", "Meet  "])(
    "takes “@Rendezvous %s” for the meeting, named for its place when nobody named it",
    async (text) => {
      const { graphRequests, sent } = await app.turn(message(text));
      expect(graphRequests).toMatchObject([{ body: { subject: "Channel meeting" } }]);
      expect(textOf(cardOf(sent[0]))).toContain("Channel meeting");
    },
  );

  it("names it for the channel where Teams says the channel's name", async () => {
    const place: TestPlace = { ...general, channelName: "Roadmap" };
    const { graphRequests } = await app.turn(message("meet", { in: place }));
    expect(graphRequests).toMatchObject([{ body: { subject: "Roadmap meeting" } }]);
  });

  it("is one meeting for every person, post and reply of the channel", async () => {
    await app.turn(message("meet", { from: ada }));
    await app.turn(message("meet", { from: bo, root: "1759881511856" }));
    await app.turn(message("meet", { from: bo }));

    expect(app.cloud.meetings()).toHaveLength(1);
    const requests = app.cloud.requests();
    expect(requests.map(({ status }) => status)).toEqual([201, 200, 200]);
    expect(new Set(requests.map(({ path }) => path)).size).toBe(1);
    expect(
      new Set(requests.map(({ body }) => (body as { externalId: string }).externalId)).size,
    ).toBe(1);
    const links = app.connector.sent.map((sent) => buttonOf(cardOf(sent), "Join"));
    expect(new Set(links.map((link) => "url" in link && link.url)).size).toBe(1);
  });

  it("is another meeting in another channel, and in another tenant", async () => {
    const tenantId = "22222222-2222-4333-8444-555555555555";
    await app.turn(message("meet", { in: general }));
    await app.turn(message("meet", { in: design }));
    await app.turn(message("meet", { in: { ...general, tenantId } }));

    const ids = app.cloud.requests().map(({ body }) => (body as { externalId: string }).externalId);
    expect(new Set(ids).size).toBe(3);
    expect(app.cloud.meetings()).toHaveLength(3);
  });

  it("sends nothing that could change a meeting that exists, and asks whether the new name shall be its name", async () => {
    app.cloud.settings.appliesSecondCall = true;
    await app.turn(message("meet Sprint review"));
    const { graphRequests, sent } = await app.turn(message("meet Retrospective", { from: bo }));

    expect(Object.keys(graphRequests[0]?.body as object)).toEqual(["externalId", "chatInfo"]);
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
    const text = textOf(cardOf(sent[0]));
    expect(text).toContain("Update “Sprint review” for everybody, or keep it as it is?");
    expect(text).toContain("Retrospective");
  });

  it("does not take “ended”, which Graph adds to a channel meeting's subject, for a new name", async () => {
    await app.turn(message("meet Sprint review"));
    await asOrganizer(app, "PATCH", { subject: "Sprint review ended" });
    const { sent } = await app.turn(message("meet"));
    expect(textOf(cardOf(sent[0])).split("\n")[0]).toBe("Sprint review");
  });

  it("shows a name that a person gave the meeting elsewhere", async () => {
    await app.turn(message("meet Sprint review"));
    await asOrganizer(app, "PATCH", { subject: "Demo day" });
    const { sent } = await app.turn(message("meet"));
    expect(textOf(cardOf(sent[0])).split("\n")[0]).toBe("Demo day");
  });
});

describe("meet in other places", () => {
  it.each([
    ["a group chat", groupChat, "For this group chat", "Group chat meeting"],
    ["a meeting's chat", meetingChat, "For this meeting’s chat", "Follow-up meeting"],
    ["a personal chat", personalChat, "Your own meeting: share the link with anyone", "My meeting"],
  ])("in %s goes to v1.0, without a channel", async (_, place, belongs, subject) => {
    const { graphRequests, sent } = await app.turn(message("meet", { in: place }));
    expect(graphRequests).toMatchObject([
      {
        path: `/v1.0/users/${ada.aadId}/onlineMeetings/createOrGet`,
        body: { externalId: expect.any(String), subject },
      },
    ]);
    expect(graphRequests[0]?.body).not.toHaveProperty("chatInfo");
    expect(textOf(cardOf(sent[0]))).toContain(belongs);
  });

  it("outside the global cloud a channel's meeting goes to v1.0, and the card says that it is not tied", async () => {
    const gov = await startApp({ config: { cloud: CLOUDS.usgov } });
    const { graphRequests, sent } = await gov.turn(message("meet"));
    await gov.stop();
    expect(graphRequests.map(({ path }) => path)).toEqual([
      `/v1.0/users/${ada.aadId}/onlineMeetings/createOrGet`,
    ]);
    expect(textOf(cardOf(sent[0]))).toContain("Teams did not tie it");
    expect(buttonOf(cardOf(sent[0]), "Add to calendar")).toMatchObject({
      url: expect.stringContaining("https://outlook.office365.us/"),
    });
  });
});

describe("a channel that Graph refuses", () => {
  it("costs a second call once, is said on the card, and remembered", async () => {
    app.cloud.settings.refusedThreads = "all";
    const first = await app.turn(message("meet"));
    expect(first.graphRequests.map(({ path, status }) => [path.split("/")[1], status])).toEqual([
      ["beta", 400],
      ["v1.0", 201],
    ]);
    expect(textOf(cardOf(first.sent[0]))).toContain("Teams did not tie it");

    const second = await app.turn(message("meet", { from: bo }));
    expect(second.graphRequests.map(({ path, status }) => [path.split("/")[1], status])).toEqual([
      ["v1.0", 200],
    ]);
  });
});

describe("add to calendar", () => {
  it("opens Outlook's compose page with name, times and link filled in", async () => {
    const { sent } = await app.turn(message("meet R&D + more"));
    const button = buttonOf(cardOf(sent[0]), "Add to calendar");
    const url = new URL("url" in button ? button.url : "");
    expect(url.origin + url.pathname).toBe(
      "https://outlook.office.com/calendar/0/deeplink/compose",
    );
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      subject: "R&D + more",
      startdt: "2026-11-20T09:00:00Z",
      enddt: "2026-11-20T10:00:00Z",
      body: expect.stringContaining("https://teams.microsoft.com/l/meetup-join/"),
    });
  });
});

describe("many people at once", () => {
  it.each([
    ["one", false],
    ["two", false],
    ["two", true],
  ] as const)(
    "50 in a new channel get one meeting and one organizer (racing creates make %s, second call applied: %s)",
    async (racingCreates, appliesSecondCall) => {
      Object.assign(app.cloud.settings, { racingCreates, appliesSecondCall });
      const everybody = people(50);
      await Promise.all(
        everybody.map((from, index) => app.post(message(`meet Topic ${index}`, { from }))),
      );

      expect(app.cloud.meetings()).toHaveLength(1);
      expect(new Set(app.cloud.requests().map(({ path }) => path)).size).toBe(1);
      expect(app.connector.sent).toHaveLength(50);
      const links = app.connector.sent.map((sent) => buttonOf(cardOf(sent), "Join"));
      expect(new Set(links.map((link) => "url" in link && link.url)).size).toBe(1);
    },
  );
});
