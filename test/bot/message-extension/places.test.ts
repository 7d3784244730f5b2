import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import {
  BOT,
  TENANT,
  type TestPerson,
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
} from "../../support/activities";
import { buttonOf, cardOf, textOf } from "../../support/cards";
import { toRosterMember } from "../../support/connector";
import {
  afterInstall,
  createOrGetBodies,
  dialogOf,
  fieldsOf,
  openMeet,
  pressBelow,
  pressInDialog,
  previewOf,
  resultsOf,
  submitMeet,
  messageTextOf,
} from "../../support/extension";
import { changesIn, linkOf, plan } from "../../support/meeting";
import { press } from "../../support/press";
import { useApp } from "../../support/use-app";

describe("the message extension in every conversation type", () => {
  const ROOT = "1759881511856";
  const oldChannel: TestConversation = { ...design, threadId: "19:0f1e2d3c4b5a@thread.skype" };
  const chatOfTwo: TestConversation = {
    type: "personal",
    threadId: `19:${ada.aadId}_${bo.aadId}@unq.gbl.spaces`,
    tenantId: TENANT,
  };
  const unknownForm: TestConversation = { ...chatOfTwo, threadId: "48:notes" };

  const app = useApp();

  describe("gives the command's meeting with one createOrGet", () => {
    it.each([
      ["in a channel's new post", { in: general }],
      ["in a channel's reply box", { in: general, root: ROOT }],
      ["in an old channel", { in: oldChannel }],
      ["in a group chat", { in: groupChat }],
      ["in a meeting's chat", { in: meetingChat }],
      ["in the chat with the bot", { in: personalChat }],
    ])("%s", async (_, where) => {
      const { answer, graphRequests } = await submitMeet(app, {}, where);
      const created = createOrGetBodies(graphRequests);
      expect(created).toHaveLength(1);
      const preview = previewOf(answer);

      const typed = await app.turn(message("meet", { ...where, from: bo }));
      const [again] = createOrGetBodies(typed.graphRequests);
      expect([again?.externalId, again?.chatInfo]).toEqual([
        created[0]?.externalId,
        created[0]?.chatInfo,
      ]);
      expect(linkOf(preview)).toBe(linkOf(cardOf(typed.sent[0])));
      expect(app.cloud.meetings()).toHaveLength(1);
    });
  });

  it("posts the card as a reply from a reply box, and as a new post otherwise", async () => {
    for (const root of [ROOT, undefined]) {
      const where = { from: ada, ...(root && { root }) };
      const { answer } = await submitMeet(app, {}, where);
      const { sent } = await app.turn(pressBelow(previewOf(answer), "send", where));
      const [conversation] = sent.map(({ path }) => decodeURIComponent(path).split("/")[3]);
      expect(conversation).toBe(root ? `${general.threadId};messageid=${root}` : general.threadId);
    }
  });

  describe.each([
    ["a chat that Teams doesn't name", "nowhere" as const],
    ["a chat between two people", chatOfTwo],
    ["a conversation of an unknown form", unknownForm],
  ])("in %s", (_, place) => {
    it("gives each person their own meeting, the same every time", async () => {
      const links = [];
      const ids = [];
      for (const from of [ada, ada, bo]) {
        const { answer, graphRequests, sent } = await submitMeet(app, {}, { in: place, from });
        const [result] = resultsOf(answer);
        ids.push(createOrGetBodies(graphRequests).map(({ externalId }) => externalId));
        links.push(linkOf(result!.card));
        expect(textOf(result!.card)).toContain(
          "Your own meeting: Teams doesn’t tell apps which chat",
        );
        expect(sent).toEqual([]);
      }
      const [first, second, other] = ids;
      expect(first).toHaveLength(1);
      expect(second).toEqual(first);
      expect(other).not.toEqual(first);
      expect(links[1]).toBe(links[0]);
      expect(links[2]).not.toBe(links[0]);
      expect(app.connector.rosterRequests).toEqual([]);
    });

    it("inserts a card without buttons that need the bot", async () => {
      const { answer } = await submitMeet(app, { topic: "Coffee" }, { in: place });
      const [result] = resultsOf(answer);
      expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
      expect(JSON.stringify(result)).toContain("Action.OpenUrl");
      expect(result).toMatchObject({ title: "Coffee" });
      expect(result?.text).toBeTruthy();
    });

    it("asks about a later change in the dialog", async () => {
      await submitMeet(app, { topic: "Coffee" }, { in: place });
      const { answer, graphRequests } = await submitMeet(app, { topic: "Tea" }, { in: place });
      expect(graphRequests).toHaveLength(1);
      const pressed = pressInDialog(dialogOf(answer), "Update", {}, { in: place });
      const updated = await app.turn(pressed);
      expect(updated.graphRequests.map(({ method }) => method)).toEqual(["PATCH"]);
      expect(updated.sent).toEqual([]);
      const [result] = resultsOf(updated.answer);
      expect(textOf(result!.card)).toContain("Tea");
      expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
      expect(app.connector.rosterRequests).toEqual([]);
    });
  });

  it("gives the same own meeting in every chat that Teams doesn't name", async () => {
    await submitMeet(app, {}, { in: "nowhere" });
    await submitMeet(app, {}, { in: chatOfTwo });
    await submitMeet(app, {}, { in: unknownForm });
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("treats a chat with the bot as a conversation", async () => {
    const withBot = { ...chatOfTwo, threadId: `19:${ada.aadId}_bot@unq.gbl.spaces` };
    const { answer } = await submitMeet(app, {}, { in: withBot });
    expect(textOf(previewOf(answer))).toContain("Your own meeting. Share the link with anyone.");
  });

  it("shows the person's own meeting in the dialog from the second time on", async () => {
    await submitMeet(app, { topic: "Coffee" }, { in: "nowhere" });
    expect(textOf(dialogOf(await app.post(openMeet({ in: chatOfTwo }))))).toContain("Coffee");
    const others = dialogOf(await app.post(openMeet({ in: chatOfTwo, from: bo })));
    expect(textOf(others)).not.toContain("Coffee");
  });

  describe("a person's own meeting, which commands can't reach,", () => {
    const own = { from: ada, in: "nowhere" as const };

    it.each([
      ["Cancel meeting", "Cancel meeting", "DELETE"],
      ["New link", "Create new link", "POST"],
    ])("has %s in its dialog, with a confirmation", async (title, confirm, method) => {
      await submitMeet(app, { topic: "Mine" }, own);
      const dialog = dialogOf(await app.post(openMeet(own)));
      const asked = await app.turn(pressInDialog(dialog, title, {}, own));
      expect(asked.graphRequests).toEqual([]);
      const done = await app.turn(pressInDialog(dialogOf(asked.answer), confirm, {}, own));
      expect(done.graphRequests).toMatchObject([{ method }]);
      expect(done.sent).toEqual([]);
    });

    it("can't be ended by anyone else", async () => {
      await submitMeet(app, {}, own);
      const dialog = dialogOf(await app.post(openMeet(own)));
      const pressed = pressInDialog(dialog, "Cancel meeting", {}, { ...own, from: bo });
      const { graphRequests } = await app.turn(pressed);
      expect(graphRequests).toEqual([]);
      expect(app.cloud.meetings()).toHaveLength(1);
    });
  });
});

describe("a meeting about a message", () => {
  const [stranger] = people(1) as [TestPerson];

  const app = useApp();

  const user = ({ aadId, name }: TestPerson) => ({
    user: { id: aadId, displayName: name, userIdentityType: "aadUser" },
  });

  /** “Meet about this” in a message's menu. The payload has the shape of Graph's chatMessage. */
  function openAbout(content: unknown, payload: object = {}, options = {}) {
    const messagePayload = {
      id: "1759881511856",
      messageType: "message",
      from: user(bo),
      body: { contentType: "html", content },
      mentions: [],
      ...payload,
    };
    const about = { commandId: "meetAbout", commandContext: "message", messagePayload };
    return openMeet({ from: ada, root: "1759881511856", ...options }, about);
  }

  async function topicOf(content: unknown, payload: object = {}): Promise<string | undefined> {
    return fieldsOf(dialogOf(await app.post(openAbout(content, payload)))).topic;
  }

  describe("uses the message's first line as the subject, as plain text:", () => {
    it.each<[string, string, string | undefined]>([
      ["one line", "<div>Sprint review</div>", "Sprint review"],
      ["the first of several", "<div>Sprint review</div><div>Tomorrow?</div>", "Sprint review"],
      ["the first that isn't blank", "<p>&nbsp;</p><p><br></p><p>Budget</p>", "Budget"],
      ["a line break", "Budget<br>and more", "Budget"],
      [
        "bold, links and code",
        "<b>Budget</b> of <a href='https://x.example'>2027</a>, <code>v2</code>",
        "Budget of 2027, v2",
      ],
      [
        "entities",
        "Fish &amp; chips &lt;b&gt; &quot;now&quot; &#128031;",
        'Fish & chips <b> "now" 🐟',
      ],
      [
        "emoji",
        "🎉 Launch <emoji id='1f389' alt='🚀' title='Rocket'></emoji> day",
        "🎉 Launch 🚀 day",
      ],
      [
        "an emoji as an image",
        'Launch <img alt="🚀" itemtype="http://schema.skype.com/Emoji" src="x"> day',
        "Launch 🚀 day",
      ],
      ["a mention", "<at id='0'>Bo Nilsson</at> Budget?", "Bo Nilsson Budget?"],
      ["a heading", "<h1>Sprint review</h1><p>More</p>", "Sprint review"],
      ["a list", "<ul><li>Budget</li><li>Plan</li></ul>", "Budget"],
      ["a numbered list", "<ol><li>Budget</li><li>Plan</li></ol>", "Budget"],
      ["a table", "<table><tr><th>Item</th><th>Price</th></tr></table>", "Item Price"],
      ["a rule", "<hr><p>Budget</p>", "Budget"],
      [
        "a quoted message",
        "<blockquote itemtype='http://schema.skype.com/Reply'><p>Old</p></blockquote><p>Budget</p>",
        "Budget",
      ],
      ["a picture alone", "<p><img src='https://x.example/a.png' alt='Plan'></p>", undefined],
      ["a file alone", "<attachment id='74d20c7f'></attachment>", undefined],
      ["invalid markup", "<<b>>Budget</b", "<>Budget"],
      ["a script", "<script>alert(1)</script><style>p{}</style><p>Budget</p>", "Budget"],
      ["characters that reverse the reading direction", "Bud\u202Eget\u200B", "Budget"],
      ["nothing", "", undefined],
    ])("%s", async (_, content, topic) => {
      expect(await topicOf(content)).toBe(topic);
    });

    it("from plain text", async () => {
      const body = { contentType: "text", content: "a < b & c\r\nmore" };
      expect(await topicOf("", { body })).toBe("a < b & c");
    });

    it("cut between characters", async () => {
      const topic = (await topicOf(`<p>${"👩‍👩‍👧 ".repeat(60)}</p>`)) ?? "";
      expect(topic.length).toBeLessThanOrEqual(100);
      expect(topic.replaceAll("👩‍👩‍👧", "").trim()).toBe("");
    });

    it.each([
      ["100 KB of one line", `<p>${"Budget ".repeat(15_000)}</p>`],
      ["100 KB of tags that are never closed", `Budget ${"<b>".repeat(34_000)}`],
      ["100 KB of brackets", `Budget ${"<".repeat(100_000)}`],
      ["100 KB of lists", `Budget${"<ul><li>".repeat(12_000)}`],
      ["100 KB of quotes", `Budget${"<blockquote>".repeat(8_000)}`],
    ])("of %s", async (_, content) => {
      expect(await topicOf(content)).toMatch(/^Budget/);
    });
  });

  it("opens the dialog for deeply nested markup", async () => {
    expect(
      await topicOf(`${"<div>".repeat(10_000)}Budget${"</div>".repeat(9_000)}`),
    ).toBeUndefined();
  });

  const mention = (mentioned: object, id = 0) => ({ id, mentionText: "x", mentioned });
  test("leaves the mention of an app out of the subject", async () => {
    const application = { id: BOT.id, displayName: BOT.name, applicationIdentityType: "bot" };
    const mentions = [mention({ application }), mention(user(chen), 1)];
    const content = `<p><at id="0">Rendezvous</at>&nbsp;Sprint review with <at id="1">Chen</at></p>`;
    expect(await topicOf(content, { mentions })).toBe("Sprint review with Chen");
  });

  const peopleOf = async (payload: object) =>
    fieldsOf(dialogOf(await app.post(openAbout("<p>Budget</p>", payload)))).people;

  describe("invites the author and the mentioned people", () => {
    it("once each, without the caller", async () => {
      const mentions = [mention(user(chen)), mention(user(ada), 1), mention(user(bo), 2)];
      expect(await peopleOf({ mentions })).toBe(`${bo.aadId},${chen.aadId}`);
    });

    it("without bots, applications, channels and teams", async () => {
      const mentions = [
        mention({
          application: { id: BOT.id, displayName: BOT.name, applicationIdentityType: "bot" },
        }),
        mention({ conversation: { id: "19:x@thread.tacv2", displayName: "General" } }, 1),
        mention({ user: { id: "28:bot", displayName: "Bot" } }, 2),
        mention({ user: null }, 3),
      ];
      const from = { application: { id: "b0", displayName: "Polls" }, user: null };
      expect(await peopleOf({ from, mentions })).toBeUndefined();
    });

    it.each([
      ["no author", { from: null }],
      ["invalid mentions", { mentions: "all", from: null }],
      ["an author without a name", { from: { user: { id: bo.aadId } } }],
    ])("invites no one if the message has %s", async (_, payload) => {
      expect(await peopleOf(payload)).toBeUndefined();
    });

    it("and invites them by name when the dialog is submitted", async () => {
      const dialog = dialogOf(await app.post(openAbout("<p>Budget</p>", { from: user(stranger) })));
      expect(JSON.stringify(dialog)).toContain(stranger.name);
      const { answer, graphRequests } = await app.turn(
        pressInDialog(dialog, "Meet", {}, { from: ada }),
      );
      expect(JSON.stringify(createOrGetBodies(graphRequests))).toContain(stranger.aadId);
      expect(textOf(previewOf(answer))).toContain(stranger.name);
    });

    it("reports guests as in other conversations", async () => {
      app.connector.roster.push({ ...toRosterMember(stranger), userRole: "guest" });
      const dialog = dialogOf(await app.post(openAbout("<p>Budget</p>", { from: user(stranger) })));
      const { answer, graphRequests } = await app.turn(pressInDialog(dialog, "Meet"));
      expect(JSON.stringify(createOrGetBodies(graphRequests))).not.toContain(stranger.aadId);
      expect(textOf(previewOf(answer))).toContain(stranger.name);
    });
  });

  it("asks about the message's values if the conversation has a meeting", async () => {
    await app.turn(message(plan));
    const opened = await app.turn(openAbout("<p>Budget</p>"));
    expect(opened.graphRequests).toEqual([]);
    const dialog = dialogOf(opened.answer);
    expect(fieldsOf(dialog)).toMatchObject({
      topic: "Budget",
      day: "2026-11-21",
      people: bo.aadId,
    });
    const { answer, graphRequests } = await app.turn(pressInDialog(dialog, "Meet"));
    expect(changesIn(graphRequests)).toEqual([]);
    const question = textOf(dialogOf(answer));
    expect(question).toContain("Budget");
    expect(question).toContain(bo.name);
  });

  it.each([
    ["no message", undefined],
    ["a text", "x"],
    ["a message without a body", { from: user(bo) }],
    ["a body without content", { body: {} }],
    ["a string as the body", { body: "Budget" }],
  ])("opens the same dialog as the compose box with %s", async (_, messagePayload) => {
    const opened = await app.post(openMeet({}, { commandContext: "message", messagePayload }));
    expect(fieldsOf(dialogOf(opened)).topic).toBeUndefined();
  });

  it("takes no more people from a message than can be invited, and the dialog stays small", async () => {
    const mentions = people(200).map((person, index) => mention(user(person), index));
    const dialog = dialogOf(await app.post(openAbout("<p>Budget</p>", { mentions })));
    expect(fieldsOf(dialog).people?.split(",")).toHaveLength(50);
    expect(Buffer.byteLength(JSON.stringify(dialog))).toBeLessThan(28_000);
  });
});

describe("just-in-time installation", () => {
  const topic = { topic: "Sprint review" };

  const app = useApp();

  /** The data of the button that asks to add the bot. */
  function installDataOf(card: AdaptiveCard): Record<string, unknown> {
    return pressInDialog(card, "Continue").value.data as Record<string, unknown>;
  }

  async function untilAsked(): Promise<Record<string, unknown>> {
    app.connector.fail("GET", 403);
    return installDataOf(dialogOf((await submitMeet(app, topic)).answer));
  }

  describe("without the bot in the conversation", () => {
    it("creates the meeting, and asks Teams to add the bot", async () => {
      app.connector.fail("GET", 403);
      const { answer, graphRequests, sent } = await submitMeet(app, topic);
      expect(createOrGetBodies(graphRequests)).toHaveLength(1);
      expect(sent).toEqual([]);
      const dialog = dialogOf(answer);
      expect(installDataOf(dialog)).toMatchObject({ msteams: { justInTimeInstall: true } });
      expect(textOf(dialog)).toContain("Add Rendezvous here?");
    });

    it("shows the preview once the bot is added, without another Graph request, and can post the card", async () => {
      const data = await untilAsked();
      app.connector.fail("GET", 403, 0);
      const { answer, graphRequests } = await app.turn(afterInstall(data));
      expect(graphRequests).toEqual([]);
      const preview = previewOf(answer);
      expect(textOf(preview)).toContain("Sprint review");
      const { sent } = await app.turn(pressBelow(preview, "send"));
      expect(sent).toHaveLength(1);
    });

    it("inserts a card without buttons that need the bot if it couldn't be added", async () => {
      const data = await untilAsked();
      const { answer, graphRequests, sent } = await app.turn(afterInstall(data));
      expect(graphRequests).toEqual([]);
      expect(sent).toEqual([]);
      const [result] = resultsOf(answer);
      expect(linkOf(result!.card)).toBe(app.cloud.meetings()[0]?.joinWebUrl);
      expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
    });

    it("doesn't ask from the command box", async () => {
      app.connector.fail("GET", 403);
      const { answer } = await submitMeet(app, topic, { commandContext: "commandbox" });
      const [result] = resultsOf(answer);
      expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
    });

    it("shows the current meeting once the bot is added", async () => {
      const data = await untilAsked();
      await app.turn(message("rename Retrospective"));
      app.connector.fail("GET", 403, 0);
      const { answer } = await app.turn(afterInstall(data));
      expect(textOf(previewOf(answer))).toContain("Retrospective");
    });

    it("doesn't recreate a meeting that was cancelled in the meantime", async () => {
      const data = await untilAsked();
      const asked = await app.turn(message("cancel"));
      await app.turn(press(asked.sent[0], "Cancel meeting"));
      app.connector.fail("GET", 403, 0);
      const { answer, graphRequests } = await app.turn(afterInstall(data));
      expect(messageTextOf(answer)).toContain("cancelled in the meantime");
      expect(graphRequests).toEqual([]);
    });
  });

  describe("data without our token", () => {
    it("opens the dialog: Teams' own button sends no token", async () => {
      const bare = { msteams: { justInTimeInstall: true } };
      const { answer, graphRequests } = await app.turn(afterInstall(bare));
      expect(graphRequests).toEqual([]);
      pressInDialog(dialogOf(answer), "Meet");
    });

    it.each([
      ["another person's", { from: bo }],
      ["another conversation's", { in: design }],
    ])("opens the dialog if it's %s", async (_, options) => {
      const data = await untilAsked();
      app.connector.fail("GET", 403, 0);
      const { answer, graphRequests } = await app.turn(afterInstall(data, options));
      expect(graphRequests).toEqual([]);
      pressInDialog(dialogOf(answer), "Meet");
    });

    it("opens the dialog after an hour", async () => {
      const data = await untilAsked();
      await app.clock.advance(3_600_000);
      const { answer, graphRequests } = await app.turn(afterInstall(data));
      expect(graphRequests).toEqual([]);
      expect(textOf(dialogOf(answer))).toContain("Sprint review");
    });
  });

  describe("when Teams can't say whether the bot is there", () => {
    it("with 500, the person inserts the card", async () => {
      app.connector.fail("GET", 500);
      const { answer, graphRequests } = await submitMeet(app, topic);
      expect(createOrGetBodies(graphRequests)).toHaveLength(1);
      expect(JSON.stringify(resultsOf(answer))).not.toMatch(/Action\.(Execute|Submit)/);
    });

    it("with 500, shows a preview if the bot has posted before and wasn't removed since", async () => {
      await app.turn(message("meet", { from: bo }));
      app.connector.fail("GET", 500);
      const { answer } = await submitMeet(app);
      expect(buttonOf(previewOf(answer), "Refresh")).toBeDefined();
    });

    it("without a response, also shows a preview, in time", async () => {
      const dialog = dialogOf(await app.post(openMeet()));
      app.connector.fail("GET", "silence");
      const startMs = app.clock.now().getTime();
      const { answer } = await app.clock.runUntil(
        app.turn(pressInDialog(dialog, "Meet", topic, { from: ada })),
      );
      expect(app.clock.now().getTime() - startMs).toBeLessThan(4_000);
      expect(JSON.stringify(resultsOf(answer))).not.toMatch(/Action\.(Execute|Submit)/);
    });
  });
});
