import { CLOUDS } from "../../src/clouds";
import type { GraphRequest } from "../../src/local/local-cloud";
import {
  type TestConversation,
  ada,
  bo,
  chen,
  design,
  general,
  groupChat,
  meetingChat,
  message,
  people,
  personalChat,
} from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { changesIn, plan } from "../support/meeting";
import { press, pressLegacy, pressOn } from "../support/press";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";

describe("meet", () => {
  const app = useApp();

  describe("meet in a channel", () => {
    it("answers with the channel's meeting: one card, one call to Graph", async () => {
      const asked = message("meet Sprint review");
      const { answer, sent, graphRequests } = await app.turn(asked);

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
      expect(sent[0]?.activity).toMatchObject({
        replyToId: asked.id,
        summary: "Sprint review: No fixed time",
      });
      expect(sent[0]?.activity.text).toBeUndefined();
      const card = cardOf(sent[0]);
      expect(textOf(card).split("\n")).toEqual([
        "Sprint review",
        "No fixed time",
        "Ada Lovelace (host)",
        expect.stringMatching(/^Phone: \+1/),
        expect.stringMatching(/^Conference ID: \d+$/),
      ]);
      expect(buttonsOf(card).map(({ title }) => title)).toEqual([
        "Join",
        "Refresh",
        "Copy link",
        "Add to calendar",
        "Edit",
        "Options",
        "New link",
        "Cancel meeting",
      ]);
      expect(buttonOf(card, "Join")).toMatchObject({
        url: app.cloud.meetings()[0]?.joinWebUrl,
      });
    });

    it.each(["", "meet", "/meet", "MEET!", "Meet  "])(
      "reads “@Rendezvous %s” as a request for the meeting, with a default subject",
      async (text) => {
        const { graphRequests, sent } = await app.turn(message(text));
        expect(graphRequests).toMatchObject([{ body: { subject: "Channel meeting" } }]);
        expect(textOf(cardOf(sent[0]))).toContain("Channel meeting");
      },
    );

    it.each([
      ["en-US", "Roadmap", "Roadmap meeting"],
      ["zh-CN", "Roadmap", "Roadmap 会议"],
      ["zh-CN", "市场部", "市场部会议"],
    ])(
      "in %s, names the meeting after the channel %s, if Teams gives its name",
      async (locale, channelName, subject) => {
        const place: TestConversation = { ...general, channelName };
        const { graphRequests } = await app.turn(message("meet", { in: place, locale }));
        expect(graphRequests).toMatchObject([{ body: { subject } }]);
      },
    );

    it("gives every person, post and reply of the channel the same meeting", async () => {
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

    it("gives another channel, and another tenant, another meeting", async () => {
      const tenantId = "22222222-2222-4333-8444-555555555555";
      await app.turn(message("meet", { in: general }));
      await app.turn(message("meet", { in: design }));
      await app.turn(message("meet", { in: { ...general, tenantId } }));

      const ids = app.cloud
        .requests()
        .map(({ body }) => (body as { externalId: string }).externalId);
      expect(new Set(ids).size).toBe(3);
      expect(app.cloud.meetings()).toHaveLength(3);
    });

    it("doesn't change an existing meeting, and asks whether to rename it", async () => {
      app.cloud.settings.appliesSecondCall = true;
      await app.turn(message("meet Sprint review"));
      const { graphRequests, sent } = await app.turn(message("meet Retrospective", { from: bo }));

      expect(Object.keys(graphRequests[0]?.body as object)).toEqual(["externalId", "chatInfo"]);
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
      const text = textOf(cardOf(sent[0]));
      expect(text).toContain("Update “Sprint review” for everyone?");
      expect(text).toContain("Retrospective");
    });

    it("ignores “ended”, which Graph adds to a channel meeting's subject", async () => {
      await app.turn(message("meet Sprint review"));
      await asOrganizer(app, "PATCH", { subject: "Sprint review ended" });
      const { sent } = await app.turn(message("meet"));
      expect(textOf(cardOf(sent[0])).split("\n")[0]).toBe("Sprint review");
    });

    it("shows a subject that someone set elsewhere", async () => {
      await app.turn(message("meet Sprint review"));
      await asOrganizer(app, "PATCH", { subject: "Demo day" });
      const { sent } = await app.turn(message("meet"));
      expect(textOf(cardOf(sent[0])).split("\n")[0]).toBe("Demo day");
    });
  });

  describe("meet outside channels", () => {
    it.each([
      ["a group chat", groupChat, "Ada Lovelace (host)", "Group chat meeting"],
      ["a meeting's chat", meetingChat, "Ada Lovelace (host)", "Follow-up meeting"],
      [
        "a personal chat",
        personalChat,
        "Your own meeting. Share the link with anyone.",
        "My meeting",
      ],
    ])("uses v1.0 without a channel in %s", async (_, place, belongs, subject) => {
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

    it("uses v1.0 for channels outside the global cloud, and says that the chat is separate", async () => {
      const gov = await startApp({ config: { cloud: CLOUDS.usgov } });
      const { graphRequests, sent } = await gov.turn(message("meet"));
      await gov.stop();
      expect(graphRequests.map(({ path }) => path)).toEqual([
        `/v1.0/users/${ada.aadId}/onlineMeetings/createOrGet`,
      ]);
      expect(textOf(cardOf(sent[0]))).toContain("Its chat is separate from this channel.");
      expect(buttonOf(cardOf(sent[0]), "Add to calendar")).toMatchObject({
        url: expect.stringContaining("https://outlook.office365.us/"),
      });
    });
  });

  describe("a channel that Graph rejects", () => {
    it("takes a second call only the first time, and the card says that its chat is separate", async () => {
      app.cloud.settings.refusedThreads = "all";
      const first = await app.turn(message("meet"));
      expect(first.graphRequests.map(({ path, status }) => [path.split("/")[1], status])).toEqual([
        ["beta", 400],
        ["v1.0", 201],
      ]);
      expect(textOf(cardOf(first.sent[0]))).toContain("Its chat is separate from this channel.");

      const second = await app.turn(message("meet", { from: bo }));
      expect(second.graphRequests.map(({ path, status }) => [path.split("/")[1], status])).toEqual([
        ["v1.0", 200],
      ]);
    });
  });

  describe("add to calendar", () => {
    it("opens Outlook's compose page with name, times and link", async () => {
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
      "gives 50 people in a new channel one meeting and one organizer (racing creates make %s, second call applied: %s)",
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
});

describe("meet in every kind of conversation", () => {
  const app = useApp();

  const places: [string, TestConversation][] = [
    ["a channel", general],
    ["a group chat", groupChat],
    ["a meeting's chat", meetingChat],
    ["a personal chat", personalChat],
  ];

  const ways = [
    ["Action.Execute", press],
    ["Action.Submit", pressLegacy],
  ] as const;

  /** The text, the reply, and the change in Graph. */
  const commands: [string, string, object[]][] = [
    ["meet", "Sprint review", []],
    ["meet SPRINT review", "Sprint review", []],
    ["meet Demo", "There’s already a meeting", []],
    ["meet #design", "#design meeting", []],
    ["rooms", "Main meeting", []],
    ["rename Demo", "Renamed by Ada Lovelace.", [{ body: { subject: "Demo" } }]],
    ["move tomorrow 5pm", "Moved by Ada Lovelace.", [{ method: "PATCH" }]],
    ["options", "Meeting options", []],
    ["new", "Create a new link for “Sprint review”?", []],
    ["cancel", "Cancel “Sprint review”?", []],
    ["help", "How can I help?", []],
    ["lunch", "Sorry, I didn’t get that.", []],
  ];

  describe.each(places)("in %s", (_, place) => {
    it.each(commands)("answers “%s” with one card: %s", async (text, said, changes) => {
      await app.turn(message("meet Sprint review", { from: ada, in: place }));
      const { sent, graphRequests } = await app.turn(message(text, { from: ada, in: place }));
      expect(sent.filter(({ method }) => method === "POST")).toHaveLength(1);
      expect(textOf(cardOf(sent[0]))).toContain(said);
      expect(sent[0]?.activity.text).toBeUndefined();
      expect(changesIn(graphRequests)).toMatchObject(changes);
      expect(changesIn(graphRequests)).toHaveLength(changes.length);
    });

    describe.each(ways)("by %s", (_way, pressing) => {
      it.each([
        ["meet Demo", "Update", "Updated by Ada Lovelace.", "PATCH"],
        ["new", "Create new link", "New link by Ada Lovelace.", "POST"],
        ["cancel", "Cancel meeting", "Cancelled by Ada Lovelace", "DELETE"],
      ])("applies the offer of “%s” for everyone: %s", async (text, title, said, method) => {
        const { sent: made } = await app.turn(
          message("meet Sprint review", { from: ada, in: place }),
        );
        const { sent: asked } = await app.turn(message(text, { from: ada, in: place }));
        const pressed = pressing(asked[0], title, { from: ada, in: place });
        const { sent, graphRequests } = await app.turn(pressed);
        expect(graphRequests).toMatchObject([{ method }]);
        expect(sent.map(({ method: how, id }) => [how, id])).toEqual([
          ["PUT", asked[0]?.id],
          ["PUT", made[0]?.id],
        ]);
        for (const update of sent) expect(textOf(cardOf(update))).toContain(said);
      });

      it.each(["Keep", "Back"])(
        "%s closes the question for anyone who presses it",
        async (title) => {
          await app.turn(message("meet Sprint review", { from: ada, in: place }));
          const text = title === "Keep" ? "meet Demo" : "cancel";
          const { sent: asked } = await app.turn(message(text, { from: ada, in: place }));
          const pressed = pressing(asked[0], title, { from: bo, in: place });
          const { sent, graphRequests } = await app.turn(pressed);
          expect(changesIn(graphRequests)).toEqual([]);
          expect(sent).toMatchObject([{ method: "PUT", id: asked[0]?.id }]);
          expect(buttonOf(cardOf(sent[0]), "Join")).toBeDefined();
        },
      );
    });
  });

  describe("options, new and cancel for other people", () => {
    it.each([
      ["a group chat", groupChat],
      ["a meeting's chat", meetingChat],
    ])("in %s, which has no owner", async (_, place) => {
      app.cloud.settings.teamOwners = [bo.aadId];
      await app.turn(message("meet", { from: ada, in: place }));
      for (const text of ["options", "new", "cancel"]) {
        const { sent, graphRequests } = await app.turn(message(text, { from: bo, in: place }));
        expect(textOf(cardOf(sent[0]))).toContain("Ask Ada Lovelace");
        expect(changesIn(graphRequests)).toEqual([]);
      }
    });

    it("with the card in another conversation", async () => {
      const { sent: made } = await app.turn(message("meet", { from: ada }));
      for (const title of ["Edit", "Options", "New link", "Cancel meeting"]) {
        const { answer } = await app.turn(press(made[0], title, { from: ada, in: groupChat }));
        expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
      }
    });
  });
});

describe("meet in everyday words", () => {
  const app = useApp();

  describe("a meeting on another day", () => {
    beforeEach(async () => {
      await app.turn(message("meet Sprint review 24 November 3pm for 45 min"));
    });

    it.each([
      ["move 5pm", "en-US", "2026-11-24T16:00:00.000Z"],
      ["move to 5pm", "en-US", "2026-11-24T16:00:00.000Z"],
      ["déplacer à 17h", "fr-FR", "2026-11-24T16:00:00.000Z"],
      ["déplace la réunion à 17h", "fr-FR", "2026-11-24T16:00:00.000Z"],
      ["сдвинь на 17:00", "ru-RU", "2026-11-24T16:00:00.000Z"],
      ["перенести на 17:00", "ru-RU", "2026-11-24T16:00:00.000Z"],
      ["改时间 到17点", "zh-CN", "2026-11-24T16:00:00.000Z"],
      ["move tomorrow 5pm", "en-US", "2026-11-21T16:00:00.000Z"],
      ["move to 25 November", "en-US", undefined],
      ["move in 2 hours", "en-US", "2026-11-20T11:00:00.000Z"],
    ])("“%s” (%s) keeps the day unless the text names another", async (typed, locale, startsAt) => {
      const { graphRequests } = await app.turn(message(typed, { locale }));
      const starts = changesIn(graphRequests).map(
        ({ body }) => (body as { startDateTime: string }).startDateTime,
      );
      expect(starts).toEqual(startsAt === undefined ? [] : [startsAt]);
    });

    it.each([
      "move by 1 hour",
      "move up an hour",
      "move forward an hour",
      "move back an hour",
      "move later",
      "move a bit later",
      "move 0 minutes later",
      "move 9999999 minutes later",
      "move 30 min later or 30 min earlier",
      "move to 3pm, 30 min later",
      "move to half past",
      "move by 3pm",
    ])("“%s” asks for the time: it is an amount, or not clear", async (typed) => {
      const { sent, graphRequests } = await app.turn(message(typed));
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("New time for “Sprint review”?");
      expect(buttonsOf(cardOf(sent[0])).map(({ title }) => title)).toEqual(["Move"]);
    });

    it.each([
      ["rename to Sprint demo", "en-US", "Sprint demo"],
      ["rename To be decided", "en-US", "To be decided"],
      ["renommer en Bilan", "fr-FR", "Bilan"],
      ["renomme en Bilan", "fr-FR", "Bilan"],
      ["переименовать в Итоги", "ru-RU", "Итоги"],
      ["переименуй в Итоги", "ru-RU", "Итоги"],
      ["名前変更 「5時の会」に", "ja-JP", "5時の会"],
    ])("“%s” (%s) leaves out the word that introduces the name", async (typed, locale, name) => {
      await app.turn(message(typed, { locale }));
      expect(app.cloud.meetings()).toMatchObject([{ subject: name }]);
    });
  });

  it.each(["встреча", "join", "会议#设计", "reunion"])("“%s” means meet", async (typed) => {
    await app.turn(message(typed));
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("shows people's roles", async () => {
    const { sent } = await app.turn(
      message("meet with @Bo Nilsson as presenter and dana@contoso.com as co-organizer", {
        mentions: [bo],
      }),
    );
    expect(textOf(cardOf(sent[0]))).toContain(
      "Ada Lovelace (host), dana@contoso.com\n<at>Bo Nilsson</at> (presenter)",
    );
  });
});

describe("meet after the meeting ended", () => {
  const MINUTE_MS = 60_000;
  const DAY_MS = 86_400_000;

  const app = useApp();

  function type(text: string, from = ada) {
    return app.turn(message(text, { from }));
  }

  /** Without requests that Graph rejected for an expired token. */
  function doneIn(requests: readonly GraphRequest[]): GraphRequest[] {
    return requests.filter(({ status }) => status !== 401);
  }

  /** Half an hour, 5 days after the start of each test. */
  const fromNow = {
    startDateTime: "2026-11-25T09:00:00.000Z",
    endDateTime: "2026-11-25T09:30:00.000Z",
  };

  describe("a length alone, once the scheduled meeting is over", () => {
    beforeEach(async () => {
      await type(plan);
      await app.clock.advance(5 * DAY_MS);
    });

    it("starts now with move", async () => {
      const { sent, graphRequests } = await type("move for 30 min", bo);
      expect(doneIn(graphRequests)).toMatchObject([{ method: "PATCH", body: fromNow }]);
      expect(textOf(cardOf(sent[0]))).toMatch(/Wed, Nov 25 · 10:00–10:30 AM CET/);
    });

    it("starts now with meet, in the question and with Update", async () => {
      const { sent } = await type("meet for 30 min", bo);
      expect(textOf(cardOf(sent[0]))).toMatch(/Wed, Nov 25 · 10:00–10:30 AM CET/);
      const { graphRequests } = await app.turn(press(sent[0], "Update", { from: chen }));
      expect(doneIn(graphRequests)).toMatchObject([{ method: "PATCH", body: fromNow }]);
    });
  });

  it("a length alone keeps the start of a meeting in progress", async () => {
    await type("meet Sprint review today 10:10 for 45 min");
    await app.clock.advance(30 * MINUTE_MS);
    const { graphRequests } = await type("move for 2 hours");
    expect(graphRequests).toMatchObject([
      {
        body: {
          startDateTime: "2026-11-20T09:10:00.000Z",
          endDateTime: "2026-11-20T11:10:00.000Z",
        },
      },
    ]);
  });

  describe("a button for a time that has passed", () => {
    it.each([
      ["a start", "tomorrow 5pm"],
      ["a span", "tomorrow from 5pm to 6pm"],
    ])("Update with %s changes nothing, and asks for another time", async (_, time) => {
      await type("meet Sprint review");
      const { sent } = await type(`meet ${time}`, bo);
      await app.clock.advance(5 * DAY_MS);
      const pressed = await app.turn(press(sent[0], "Update", { from: chen }));
      expect(changesIn(pressed.graphRequests)).toEqual([]);
      const card = cardOfAnswer(pressed.answer);
      expect(textOf(card)).toContain("That time has passed");
      const inputs = { day: "2026-11-30", time: "17:00" };
      const { graphRequests } = await app.turn(
        pressOn(card, "Set time", { from: chen, pressed: sent[0]?.id, inputs }),
      );
      expect(changesIn(graphRequests).at(-1)).toMatchObject({
        body: { startDateTime: "2026-11-30T16:00:00.000Z" },
        status: 200,
      });
    });

    it("Meet creates no meeting, and asks for another time", async () => {
      const { sent } = await type("coffee #ops tomorrow 5pm", bo);
      await app.clock.advance(5 * DAY_MS);
      const { answer, graphRequests } = await app.turn(
        press(sent[0], "Create meeting", { from: chen }),
      );
      expect(graphRequests).toEqual([]);
      expect(app.cloud.meetings()).toEqual([]);
      expect(textOf(cardOfAnswer(answer))).toContain("That time has passed");
      await app.turn(pressOn(cardOfAnswer(answer), "Meet without a time", { from: chen }));
      expect(app.cloud.meetings()).toMatchObject([{ subject: "coffee" }]);
    });

    it("Create new link creates none, and asks for another time", async () => {
      await type("meet Sprint review");
      const { sent } = await type("new Retro today 10:02");
      await app.clock.advance(5 * MINUTE_MS);
      const { answer, graphRequests } = await app.turn(press(sent[0], "Create new link"));
      expect(graphRequests).toEqual([]);
      const inputs = { day: "2026-11-30", time: "17:00" };
      const again = await app.turn(pressOn(cardOfAnswer(answer), "Set time", { inputs }));
      expect(buttonsOf(cardOfAnswer(again.answer)).map(({ title }) => title)).toContain(
        "Create new link",
      );
    });

    it("sends a message to clients without Action.Execute", async () => {
      await type("meet Sprint review");
      const { sent } = await type("meet tomorrow 5pm", bo);
      await app.clock.advance(5 * DAY_MS);
      const pressed = await app.turn(pressLegacy(sent[0], "Update", { from: chen }));
      expect(pressed.graphRequests).toEqual([]);
      expect(textOf(cardOf(pressed.sent[0]))).toContain("That time has passed");
    });

    it("works until then", async () => {
      await type("meet Sprint review");
      const { sent } = await type("meet tomorrow 5pm", bo);
      await app.clock.advance(DAY_MS);
      const { answer } = await app.turn(press(sent[0], "Update", { from: chen }));
      expect(textOf(cardOfAnswer(answer))).toContain("Updated by Chen Wei.");
    });
  });

  describe("a meeting that someone asked for but Graph didn't create", () => {
    it.each([
      ["without its time once that has passed", 5 * DAY_MS, undefined],
      ["with its time while that is in the future", MINUTE_MS, "2026-11-21T14:00:00.000Z"],
    ])("is completed %s", async (_, waitMs, startDateTime) => {
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
      await type(plan);
      await app.clock.advance(waitMs);
      const { sent, graphRequests } = await type("meet", bo);
      const [made, ...others] = doneIn(graphRequests);
      expect(others).toEqual([]);
      expect(made).toMatchObject({ status: 201, body: { subject: "Sprint review" } });
      const body = made?.body as { startDateTime?: string } | undefined;
      expect(body?.startDateTime).toBe(startDateTime);
      const isStanding = textOf(cardOf(sent[0])).includes("No fixed time");
      expect(isStanding).toBe(startDateTime === undefined);
    });
  });
});
