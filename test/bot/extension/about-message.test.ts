import { ada, BOT, bo, chen, people, type TestPerson } from "../../support/activities";
import { textOf } from "../../support/cards";
import { toRosterMember } from "../../support/connector";
import {
  createdBy,
  dialogOf,
  fieldsOf,
  openMeet,
  pressInDialog,
  previewOf,
} from "../../support/extension";
import { changesIn, plan } from "../../support/meeting";
import { useApp } from "../../support/use-app";
import { message } from "../../support/activities";

const [stranger] = people(1) as [TestPerson];

const app = useApp();

const user = ({ aadId, name }: TestPerson) => ({
  user: { id: aadId, displayName: name, userIdentityType: "aadUser" },
});

/** “Meet about this” in the menu of a message, whose payload has the shape of Graph's chatMessage. */
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

describe("the topic is the message's first line, plain:", () => {
  it.each<[string, string, string | undefined]>([
    ["one line", "<div>Sprint review</div>", "Sprint review"],
    ["the first of several", "<div>Sprint review</div><div>Tomorrow?</div>", "Sprint review"],
    ["the first that says something", "<p>&nbsp;</p><p><br></p><p>Budget</p>", "Budget"],
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
      "an emoji that is a picture",
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
    ["markup that is none", "<<b>>Budget</b", "<>Budget"],
    ["a script", "<script>alert(1)</script><style>p{}</style><p>Budget</p>", "Budget"],
    ["characters that turn the line", "Bud\u202Eget\u200B", "Budget"],
    ["nothing", "", undefined],
  ])("%s", async (_, content, topic) => {
    expect(await topicOf(content)).toBe(topic);
  });

  it("of a plain text", async () => {
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

it("no markup is too deep for the dialog to open", async () => {
  expect(await topicOf(`${"<div>".repeat(10_000)}Budget${"</div>".repeat(9_000)}`)).toBeUndefined();
});

const mention = (mentioned: object, id = 0) => ({ id, mentionText: "x", mentioned });
test("the name of an app that is called is no part of the topic", async () => {
  const application = { id: BOT.id, displayName: BOT.name, applicationIdentityType: "bot" };
  const mentions = [mention({ application }), mention(user(chen), 1)];
  const content = `<p><at id="0">Rendezvous</at>&nbsp;Sprint review with <at id="1">Chen</at></p>`;
  expect(await topicOf(content, { mentions })).toBe("Sprint review with Chen");
});

const peopleOf = async (payload: object) =>
  fieldsOf(dialogOf(await app.post(openAbout("<p>Budget</p>", payload)))).people;

describe("the people are its author and those whom it mentions,", () => {
  it("each once, without who asks", async () => {
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
    ["mentions that are none", { mentions: "all", from: null }],
    ["an author without a name", { from: { user: { id: bo.aadId } } }],
  ])("where the message has %s, nobody", async (_, payload) => {
    expect(await peopleOf(payload)).toBeUndefined();
  });

  it("and are invited by name when the dialog is submitted", async () => {
    const dialog = dialogOf(await app.post(openAbout("<p>Budget</p>", { from: user(stranger) })));
    expect(JSON.stringify(dialog)).toContain(stranger.name);
    const { answer, graphRequests } = await app.turn(
      pressInDialog(dialog, "Meet", {}, { from: ada }),
    );
    expect(JSON.stringify(createdBy(graphRequests))).toContain(stranger.aadId);
    expect(textOf(previewOf(answer))).toContain(stranger.name);
  });

  it("guests are told off as anywhere else", async () => {
    app.connector.roster.push({ ...toRosterMember(stranger), userRole: "guest" });
    const dialog = dialogOf(await app.post(openAbout("<p>Budget</p>", { from: user(stranger) })));
    const { answer, graphRequests } = await app.turn(pressInDialog(dialog, "Meet"));
    expect(JSON.stringify(createdBy(graphRequests))).not.toContain(stranger.aadId);
    expect(textOf(previewOf(answer))).toContain(stranger.name);
  });
});

it("where the conversation has a meeting, what the message says is asked for, and nothing before", async () => {
  await app.turn(message(plan));
  const opened = await app.turn(openAbout("<p>Budget</p>"));
  expect(opened.graphRequests).toEqual([]);
  const dialog = dialogOf(opened.answer);
  expect(fieldsOf(dialog)).toMatchObject({ topic: "Budget", day: "2026-11-21", people: bo.aadId });
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
  ["a body that is a text", { body: "Budget" }],
])("with %s the dialog is as in the compose box", async (_, messagePayload) => {
  const opened = await app.post(openMeet({}, { commandContext: "message", messagePayload }));
  expect(fieldsOf(dialogOf(opened)).topic).toBeUndefined();
});

it("of a message that mentions half the company as many are taken as can be invited, and the dialog stays small", async () => {
  const mentions = people(200).map((person, index) => mention(user(person), index));
  const dialog = dialogOf(await app.post(openAbout("<p>Budget</p>", { mentions })));
  expect(fieldsOf(dialog).people?.split(",")).toHaveLength(50);
  expect(Buffer.byteLength(JSON.stringify(dialog))).toBeLessThan(28_000);
});
