import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import {
  BOT,
  type TestPerson,
  ada,
  bo,
  chen,
  design,
  general,
  groupChat,
  message,
  people,
  personalChat,
} from "../../support/activities";
import { cardOf, textOf } from "../../support/cards";
import { toRosterMember } from "../../support/connector";
import {
  createOrGetBodies,
  dialogOf,
  fieldsOf,
  openMeet,
  pressBelow,
  submitDialog,
  pressInDialog,
  previewOf,
} from "../../support/extension";
import { changesIn, linkOf, plan } from "../../support/meeting";
import { useApp } from "../../support/use-app";

type TurnOptions = NonNullable<Parameters<typeof openMeet>[0]>;

describe("a meeting about a message", () => {
  const ROOT = "1759881511856";
  const [stranger] = people(1) as [TestPerson];

  const app = useApp();

  const user = ({ aadId, name }: TestPerson) => ({
    user: { id: aadId, displayName: name, userIdentityType: "aadUser" },
  });

  /** “Meet about this” in a message's menu. The payload has the shape of Graph's chatMessage. */
  function openAbout(content: unknown, payload: object = {}, options = {}) {
    const messagePayload = {
      id: ROOT,
      messageType: "message",
      from: user(bo),
      body: { contentType: "html", content },
      mentions: [],
      ...payload,
    };
    const about = { commandId: "meetAbout", commandContext: "message", messagePayload };
    return openMeet({ from: ada, root: ROOT, ...options }, about);
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
      const { answer, graphRequests } = await app.turn(submitDialog(dialog, {}, { from: ada }));
      expect(JSON.stringify(createOrGetBodies(graphRequests))).toContain(stranger.aadId);
      expect(textOf(previewOf(answer))).toContain(stranger.name);
    });

    it("reports guests as in other conversations", async () => {
      app.connector.roster.push({ ...toRosterMember(stranger), userRole: "guest" });
      const dialog = dialogOf(await app.post(openAbout("<p>Budget</p>", { from: user(stranger) })));
      const { answer, graphRequests } = await app.turn(submitDialog(dialog));
      expect(JSON.stringify(createOrGetBodies(graphRequests))).not.toContain(stranger.aadId);
      expect(textOf(previewOf(answer))).toContain(stranger.name);
    });
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

  describe("in a channel", () => {
    const inThread = { root: ROOT };

    /** Submits the dialog, and posts the previewed card. */
    async function send(dialog: AdaptiveCard, entered = {}, options: TurnOptions = inThread) {
      const { answer } = await app.turn(submitDialog(dialog, entered, options));
      return app.turn(pressBelow(previewOf(answer), "send", options));
    }

    it("is the thread's own, and leaves the channel's meeting as it is", async () => {
      await app.turn(message(plan));
      const opened = await app.turn(openAbout("<p>Budget</p>"));
      expect(opened.graphRequests).toEqual([]);
      const dialog = dialogOf(opened.answer);
      expect(fieldsOf(dialog)).toEqual({ topic: "Budget", people: bo.aadId });
      expect(JSON.stringify(dialog)).toContain("This thread");
      const { sent } = await send(dialog);
      expect(textOf(cardOf(sent[0]))).toContain("This thread’s meeting");
      expect(app.cloud.meetings().map(({ subject }) => subject)).toEqual([
        "Sprint review",
        "Budget",
      ]);

      const typed = await app.turn(message("meet here", { root: ROOT, from: bo }));
      expect(linkOf(cardOf(typed.sent[0]))).toBe(linkOf(cardOf(sent[0])));
    });

    it.each([
      ["the post", { id: ROOT, replyToId: null }],
      ["a reply", { id: "1759881519999", replyToId: ROOT }],
    ])("is posted in the thread of %s if only the message names it", async (_, payload) => {
      const nowhere = { root: undefined };
      const dialog = dialogOf(await app.post(openAbout("<p>Budget</p>", payload, nowhere)));
      const { sent } = await send(dialog, {}, nowhere);
      expect(decodeURIComponent(sent[0]?.path ?? "").split("/")[3]).toBe(
        `${general.threadId};messageid=${ROOT}`,
      );
      await app.turn(message("rename here Costs", inThread));
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Costs" }]);
    });

    it.each([
      ["no id", undefined],
      ["an id of another form", "1;messageid=2"],
      ["a long id", "1".repeat(200)],
    ])("is the channel's if the message has %s, and so no thread", async (_, id) => {
      const payload = { id, replyToId: 7 };
      const dialog = dialogOf(
        await app.post(openAbout("<p>Budget</p>", payload, { root: undefined })),
      );
      await send(dialog);
      const typed = await app.turn(message("meet", { from: bo }));
      expect(textOf(cardOf(typed.sent[0]))).toContain("Budget");
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("shows the thread's meeting if it exists, and changes nothing of it", async () => {
      await app.turn(message("meet here Retrospective tomorrow 3pm", inThread));
      const opened = dialogOf(await app.post(openAbout("<p>Budget</p>")));
      expect(fieldsOf(opened)).toMatchObject({ topic: "Retrospective", day: "2026-11-21" });
      expect(fieldsOf(opened).people).toBeUndefined();
      const { graphRequests, answer } = await app.turn(submitDialog(opened, {}, inThread));
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(previewOf(answer))).toContain("Retrospective");
    });

    it("asks before an edit of the thread's meeting", async () => {
      await app.turn(message("meet here Retrospective", inThread));
      const opened = dialogOf(await app.post(openAbout("<p>Budget</p>")));
      const asked = await app.turn(submitDialog(opened, { topic: "Budget" }, inThread));
      expect(changesIn(asked.graphRequests)).toEqual([]);
      const update = pressInDialog(dialogOf(asked.answer), "Update", {}, inThread);
      const updated = await app.turn(update);
      expect(changesIn(updated.graphRequests)).toMatchObject([{ body: { subject: "Budget" } }]);
      const edited = await app.post(pressBelow(previewOf(updated.answer), "edit", inThread));
      expect(fieldsOf(dialogOf(edited))).toEqual({ topic: "Budget" });
    });

    it("is still the thread's after an error and after Edit", async () => {
      const opened = dialogOf(await app.post(openAbout("<p>Budget</p>")));
      const failed = dialogOf(await app.post(submitDialog(opened, { time: "25:00" })));
      const { answer } = await app.turn(submitDialog(failed, { time: "" }));
      const edited = dialogOf(await app.post(pressBelow(previewOf(answer), "edit")));
      expect(fieldsOf(edited)).toMatchObject({ topic: "Budget" });
      await send(edited, {}, {});
      const typed = await app.turn(message("meet here", inThread));
      expect(textOf(cardOf(typed.sent[0]))).toContain("Budget");
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("is a room's if the person enters one", async () => {
      const dialog = dialogOf(await app.post(openAbout("<p>Budget</p>")));
      await send(dialog, { room: "#money" });
      const typed = await app.turn(message("meet #money", { from: bo }));
      expect(textOf(cardOf(typed.sent[0]))).toContain("Budget");
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("belongs to the thread that the dialog was opened in, even with data from another channel", async () => {
      const there = dialogOf(await app.post(openAbout("<p>Budget</p>", {}, { in: design })));
      const { offer } = submitDialog(there).value.data as { offer: string };
      const here = dialogOf(await app.post(openMeet()));
      await app.turn(submitDialog(here, { offer, topic: "Costs" }));
      const typed = await app.turn(message("meet", { in: design, from: bo }));
      expect(textOf(cardOf(typed.sent[0]))).not.toContain("Costs");
    });
  });

  describe.each<[string, TurnOptions]>([
    ["a group chat", { in: groupChat }],
    ["a personal chat", { in: personalChat }],
    ["a chat that Teams doesn't name", { in: "nowhere" }],
  ])("in %s, which has no threads,", (_, where) => {
    const inChat = { root: undefined, ...where };
    const openInChat = async (content: string) =>
      dialogOf(await app.post(openAbout(content, {}, inChat)));
    const submit = (dialog: AdaptiveCard, entered = {}) =>
      app.turn(submitDialog(dialog, entered, { from: ada, ...where }));
    const subjects = () => app.cloud.meetings().map(({ subject }) => subject);

    it("is the chat's first meeting", async () => {
      const dialog = await openInChat("<p>Budget: Q3</p>");
      expect(fieldsOf(dialog)).toEqual({ topic: "Budget: Q3", people: bo.aadId });
      await submit(dialog);
      const again = await submit(dialogOf(await app.post(openMeet({ from: ada, ...where }))));
      expect(createOrGetBodies(again.graphRequests)).toHaveLength(1);
      expect(subjects()).toEqual(["Budget: Q3"]);
    });

    it("is in a room named after the message if the chat has another meeting", async () => {
      await submit(dialogOf(await app.post(openMeet({ from: ada, ...where }))), {
        topic: "Coffee",
      });
      const dialog = await openInChat("<p>Budget: Q3</p>");
      expect(fieldsOf(dialog)).toEqual({
        topic: "Budget: Q3",
        people: bo.aadId,
        room: "#budget-q3",
      });
      const { graphRequests } = await submit(dialog);
      expect(changesIn(graphRequests)).toEqual([]);
      expect(subjects()).toEqual(["Coffee", "Budget: Q3"]);
    });

    it("is the same room's when someone chooses the message again", async () => {
      await submit(dialogOf(await app.post(openMeet({ from: ada, ...where }))), {
        topic: "Coffee",
      });
      await submit(await openInChat("<p>Budget: Q3</p>"));
      const again = await openInChat("<p>Budget: Q3</p>");
      expect(fieldsOf(again)).toEqual({ topic: "Budget: Q3", room: "#budget-q3" });
      await submit(again);
      expect(app.cloud.meetings()).toHaveLength(2);
    });

    it("is the chat's if that has the message's name already", async () => {
      await submit(await openInChat("<p>Budget</p>"));
      expect(fieldsOf(await openInChat("<p>budget</p>"))).toEqual({ topic: "Budget" });
    });

    it("is in a numbered room if another meeting has the room", async () => {
      const open = async () => dialogOf(await app.post(openMeet({ from: ada, ...where })));
      await submit(await open(), { topic: "Coffee" });
      await submit(await open(), { topic: "Costs", room: "budget" });
      expect(fieldsOf(await openInChat("<p>Budget</p>"))).toMatchObject({ room: "#budget-2" });
    });
  });
});
