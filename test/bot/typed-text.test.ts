import { decode } from "html-entities";
import {
  ada,
  bo,
  BOT,
  chen,
  event,
  general,
  groupChat,
  message,
  personalChat,
} from "../support/activities";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { execute, submit } from "../support/activities";
import { delegated } from "../support/sign-in";
import { useApp } from "../support/use-app";

const app = useApp();

const botMention = { type: "mention", mentioned: BOT, text: "<at>Rendezvous</at>" };

async function subjectOf(text: string, entities: object[] = [botMention]): Promise<unknown> {
  const activity = { ...message(""), text, entities: entities as never };
  const { graphRequests } = await app.turn(activity);
  return (graphRequests[0]?.body as { subject?: string } | undefined)?.subject;
}

describe("what was typed", () => {
  const boMention = {
    type: "mention",
    mentioned: { id: bo.teamsId, name: bo.name },
    text: "<at>Bo</at>",
  };

  it.each([
    ["a mention in the middle", "meet <at>Rendezvous</at> Sprint review", "Sprint review"],
    [
      "the bot mentioned twice",
      "<at>Rendezvous</at> meet Sprint <at>Rendezvous</at> review",
      "Sprint review",
    ],
    ["nbsp as HTML", "<at>Rendezvous</at>&nbsp;meet&nbsp;Sprint&nbsp;review", "Sprint review"],
    [
      "nbsp as a character",
      "<at>Rendezvous</at>\u00A0meet\u00A0Sprint\u00A0review",
      "Sprint review",
    ],
    [
      "zero-width characters",
      "<at>Rendezvous</at>\u200Bme\u200Bet\uFEFF Sprint\u2060 review",
      "Sprint review",
    ],
    ["line breaks", "<at>Rendezvous</at> meet\r\nSprint\nreview\n", "Sprint review"],
    ["HTML entities", "<at>Rendezvous</at> meet R&amp;D &lt;now&gt;", "R&D <now>"],
    ["an ampersand that is none", "<at>Rendezvous</at> meet R&D", "R&D"],
    ["marks that turn the reading direction", "<at>Rendezvous</at> meet a\u202Eb", "ab"],
  ])("is read with %s", async (_, text, subject) => {
    const mentions = text
      .split("<at>Rendezvous</at>")
      .slice(1)
      .map(() => botMention);
    expect(await subjectOf(text, mentions)).toBe(subject);
  });

  it.each([
    ["no entities at all", { entities: undefined }],
    ["an entity without text", { entities: [{ type: "mention", mentioned: BOT }] }],
    ["no recipient", { recipient: undefined }],
    ["a recipient without an id", { recipient: { name: BOT.name } }],
    ["a recipient without a name", { recipient: { id: BOT.id } }],
    ["null in place of what is missing", { recipient: null, entities: null, value: null }],
  ])("knows that it was mentioned with %s", async (_, fields) => {
    const activity = { ...message("meet Demo"), ...(fields as object) };
    const { graphRequests } = await app.turn(activity);
    expect(graphRequests).toMatchObject([{ body: { subject: "Demo" } }]);
  });

  it("takes another word that begins like its name for what it is", async () => {
    const { graphRequests } = await app.turn(message("@Rendezvousing meet", { in: personalChat }));
    expect(graphRequests).toEqual([]);
  });

  it("knows its own name where Teams makes no mention of it", async () => {
    const { graphRequests } = await app.turn(
      message("@Rendezvous meet Demo", { in: personalChat }),
    );
    expect(graphRequests).toMatchObject([{ body: { subject: "Demo" } }]);
  });

  it("keeps other people's mentions in a name by their names", async () => {
    const text = "<at>Rendezvous</at> meet “Review with <at>Bo</at>”";
    expect(await subjectOf(text, [botMention, boMention])).toBe("Review with Bo Nilsson");
  });

  it("knows the bot by its id alone: another bot of that name is not it", async () => {
    const other = { ...botMention, mentioned: { id: "28:other", name: "Rendezvous" } };
    const { sent, graphRequests } = await app.turn({
      ...message("", { in: personalChat }),
      text: "<at>Rendezvous</at> meet",
      entities: [other] as never,
    });
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain(": meet · Rendezvous\n");
  });

  it("cuts a topic of 10,000 characters at 255, and says so", async () => {
    const { graphRequests, sent } = await app.turn(message(`meet ${"word ".repeat(2000)}`));
    const { subject = "" } = (graphRequests[0]?.body ?? {}) as { subject?: string };
    expect(subject.length).toBeLessThanOrEqual(255);
    expect(subject).toMatch(/^(word )+word$/);
    expect(textOf(cardOf(sent[0]))).toContain("longer than 255 characters");
  });

  it("shows Markdown, links and what looks like a mention as it was typed", async () => {
    const topic = "**bold** [click](https://evil.example) <at>Bob</at> # x <b>y</b>";
    const { sent } = await app.turn(message(`meet ${topic}`));
    const card = cardOf(sent[0]);
    expect(textOf(card).split("\n")[0]).toBe(topic);
    expect(JSON.stringify(card)).not.toContain('"TextBlock"');
    expect(sent[0]?.activity.entities).toBeUndefined();
    expect(sent[0]?.activity.text).toBeUndefined();
  });
});

describe("a text that is no command", () => {
  it("makes no meeting, says what was understood, and offers it as a button", async () => {
    const { sent, graphRequests } = await app.turn(message("schedule a review", { in: groupChat }));
    expect(graphRequests).toEqual([]);
    const card = cardOf(sent[0]);
    expect(textOf(card)).toContain(": schedule a review\n");

    const button = buttonOf(card, "Meet");
    expect(button).toMatchObject({ verb: "meet" });
    const data = "data" in button ? button.data : {};
    const { answer, sent: updates } = await app.turn(
      execute("meet", data, { from: bo, in: groupChat }),
    );
    // Exactly what was read back.
    expect(app.cloud.meetings()).toMatchObject([{ subject: "schedule a review" }]);
    expect(textOf(cardOfAnswer(answer))).toContain("Hosted by Bo Nilsson");
    expect(updates).toMatchObject([{ method: "PUT", path: expect.stringContaining("sent-1") }]);
    expect(textOf(cardOf(updates[0]))).toContain("schedule a review");
  });

  it("offers help, for who presses it", async () => {
    const { sent } = await app.turn(message("hello", { in: groupChat }));
    expect(buttonOf(cardOf(sent[0]), "Help")).toMatchObject({ verb: "help" });
    const { answer, sent: others } = await app.turn(execute("help", {}, { in: groupChat }));
    expect(textOf(cardOfAnswer(answer))).toContain("@Rendezvous help");
    expect(others).toEqual([]);
  });

  it("offers a button whose older form works too", async () => {
    const { sent } = await app.turn(message("hello", { in: groupChat }));
    const button = buttonOf(cardOf(sent[0]), "Meet");
    const fallback = "fallback" in button ? button.fallback : undefined;
    const { sent: updates } = await app.turn(submit(fallback?.data ?? {}, { in: groupChat }));
    expect(updates).toMatchObject([{ method: "PUT" }]);
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("offers a button that works in its own conversation alone", async () => {
    const { sent } = await app.turn(message("hello", { in: groupChat }));
    const button = buttonOf(cardOf(sent[0]), "Meet");
    const data = "data" in button ? button.data : {};
    const { answer } = await app.turn(execute("meet", data, { in: general }));
    expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
    expect(app.cloud.requests()).toEqual([]);
  });

  it("leaves everybody's card alone when it refuses a button", async () => {
    const { sent } = await app.turn(execute("meet", { ref: "forged" }));
    expect(sent).toEqual([]);
    const { sent: answers } = await app.turn(submit({ verb: "refresh", ref: "forged" }));
    expect(answers.map(({ method }) => method)).toEqual(["POST"]);
  });

  it.each([
    ["a Meet button without a reference", execute("meet", { topic: "x" })],
    ["a Meet button with a forged one", execute("meet", { ref: "AAAA", topic: "x" })],
    ["a button that we do not know", execute("launch", {})],
    ["a button without a verb", execute("", undefined)],
  ])("does nothing for %s, and says so", async (_, activity) => {
    const { answer, graphRequests } = await app.turn(activity);
    expect(answer).toMatchObject({
      status: 200,
      body: {
        statusCode: 400,
        type: "application/vnd.microsoft.error",
        value: { message: expect.stringContaining("nothing was done") },
      },
    });
    expect(graphRequests).toEqual([]);
  });

  it("says so when there is no text at all", async () => {
    const { text: _, ...silent } = message("", { in: personalChat });
    const { sent, graphRequests } = await app.turn(silent);
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("I found no text");
  });
});

describe("help", () => {
  it.each(["help", "/help", "Help please"])("lists what can be typed for “%s”", async (text) => {
    const { sent, graphRequests } = await app.turn(message(text, { in: personalChat }));
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("@Rendezvous meet Sprint review");
  });

  it("lists the sign-in commands only where people sign in", async () => {
    async function listed() {
      const { sent } = await app.turn(message("help", { in: personalChat }));
      return textOf(cardOf(sent[0])).match(/@Rendezvous sign\w+/g);
    }
    expect(await listed()).toBeNull();
    await app.restart(delegated());
    expect(await listed()).toEqual(["@Rendezvous signin", "@Rendezvous signout"]);
  });
});

describe("an activity that lacks something", () => {
  it.each([
    ["the sender", { from: undefined }, "Teams did not say who you are"],
    ["the sender, null in its place", { from: null }, "Teams did not say who you are"],
    ["the sender's Entra id", { from: { id: "29:x", name: "X" } }, "Teams did not say who you are"],
    [
      "a known form of conversation",
      { conversation: { id: "19:strange@thread.other", tenantId: general.tenantId } },
      "I do not know this kind of conversation",
    ],
    [
      "a tenant that Entra could have",
      { conversation: { id: general.threadId, tenantId: "..%2f../evil" }, channelData: {} },
      "which organization this conversation belongs to",
    ],
    [
      "the tenant",
      { conversation: { id: general.threadId }, channelData: {} },
      "which organization this conversation belongs to",
    ],
  ])("is answered in one sentence when it lacks %s", async (_, fields, sentence) => {
    const { answer, sent, graphRequests } = await app.turn(
      event({ ...message("meet"), ...(fields as object) }),
    );
    expect(answer.status).toBe(200);
    expect(graphRequests).toEqual([]);
    expect(sent).toHaveLength(1);
    expect(textOf(cardOf(sent[0]))).toContain(sentence);
  });

  it("makes a meeting for a person of whom only the Entra id is known", async () => {
    const { graphRequests } = await app.turn({
      ...message("meet"),
      from: { aadObjectId: ada.aadId } as never,
    });
    expect(graphRequests).toMatchObject([{ status: 201 }]);
  });

  it("takes the tenant from the channel data when the conversation lacks it", async () => {
    const activity = message("meet");
    const conversation = { id: general.threadId } as never;
    await app.turn({ ...activity, conversation });
    await app.turn(message("meet"));
    expect(app.cloud.meetings()).toHaveLength(1);
  });
});

it("no message text and no name ever reaches the log", async () => {
  await app.turn(message("meet Acquisition of Contoso", { from: chen }));
  await app.turn(message("Acquisition of Fabrikam", { from: ada }));
  const log = decode(JSON.stringify(app.log));
  for (const word of ["Acquisition", "Contoso", "Fabrikam", chen.name, ada.name]) {
    expect(log).not.toContain(word);
  }
});
