import type { LocalSettings } from "../../src/local/local-cloud";
import { decode } from "html-entities";
import { en } from "../../bot/locales/en";
import { AppError } from "../../src/errors";
import type { Fault } from "../../src/local/local-cloud";
import {
  BOT,
  ada,
  bo,
  chen,
  design,
  event,
  execute,
  general,
  groupChat,
  message,
  personalChat,
  slash,
  submit,
  type ActivityOptions,
} from "../support/activities";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { isTargeted } from "../support/connector";
import { press, pressLegacy, pressOn } from "../support/press";
import { delegated } from "../support/sign-in";
import { useApp } from "../support/use-app";

/** Teams' menu has no room for these. */
const UNLISTED = ["attach", "pause", "remind", "skip"];

describe("typed text", () => {
  const app = useApp();

  const botMention = { type: "mention", mentioned: BOT, text: "<at>Rendezvous</at>" };

  async function subjectOf(text: string, entities: object[] = [botMention]): Promise<unknown> {
    const activity = { ...message(""), text, entities: entities as never };
    const { graphRequests } = await app.turn(activity);
    return (graphRequests[0]?.body as { subject?: string } | undefined)?.subject;
  }

  describe("reading the text", () => {
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
      ["an ampersand that isn't an entity", "<at>Rendezvous</at> meet R&D", "R&D"],
      ["marks that reverse the reading direction", "<at>Rendezvous</at> meet a\u202Eb", "ab"],
    ])("reads the text with %s", async (_, text, subject) => {
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
      ["null for the missing values", { recipient: null, entities: null, value: null }],
    ])("detects its mention with %s", async (_, fields) => {
      const activity = { ...message("meet Demo"), ...(fields as object) };
      const { graphRequests } = await app.turn(activity);
      expect(graphRequests).toMatchObject([{ body: { subject: "Demo" } }]);
    });

    it("doesn't mistake a longer word for its name", async () => {
      const { graphRequests } = await app.turn(
        message("@Rendezvousing meet", { in: personalChat }),
      );
      expect(graphRequests).toEqual([]);
    });

    it("recognizes its typed name without a mention", async () => {
      const { graphRequests } = await app.turn(
        message("@Rendezvous meet Demo", { in: personalChat }),
      );
      expect(graphRequests).toMatchObject([{ body: { subject: "Demo" } }]);
    });

    it("keeps mentions of other people in a subject as names", async () => {
      const text = "<at>Rendezvous</at> meet “Review with <at>Bo</at>”";
      expect(await subjectOf(text, [botMention, boMention])).toBe("Review with Bo Nilsson");
    });

    it("recognizes itself by id, not by name", async () => {
      const other = { ...botMention, mentioned: { id: "28:other", name: "Rendezvous" } };
      const { sent, graphRequests } = await app.turn({
        ...message("", { in: personalChat }),
        text: "<at>Rendezvous</at> meet",
        entities: [other] as never,
      });
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("meet · Rendezvous");
    });

    it("cuts a subject of 10,000 characters at 255, and says so", async () => {
      const { graphRequests, sent } = await app.turn(message(`meet ${"word ".repeat(2000)}`));
      const { subject = "" } = (graphRequests[0]?.body ?? {}) as { subject?: string };
      expect(subject.length).toBeLessThanOrEqual(255);
      expect(subject).toMatch(/^(word )+word$/);
      expect(textOf(cardOf(sent[0]))).toContain("cut to 255 characters");
    });

    it("shows Markdown, links and fake mentions as typed", async () => {
      const topic = "**bold** [click](https://evil.example) <at>Bob</at> # x <b>y</b>";
      const { sent } = await app.turn(message(`meet ${topic}`));
      const card = cardOf(sent[0]);
      expect(textOf(card).split("\n")[0]).toBe(topic);
      expect(JSON.stringify(card)).not.toContain('"TextBlock"');
      expect(sent[0]?.activity.entities).toBeUndefined();
      expect(sent[0]?.activity.text).toBeUndefined();
    });
  });

  describe("text that isn't a command", () => {
    it("creates no meeting, says what it understood, and offers it as a button", async () => {
      const { sent, graphRequests } = await app.turn(message("review meeting", { in: groupChat }));
      expect(graphRequests).toEqual([]);
      const card = cardOf(sent[0]);
      expect(textOf(card)).toContain("Did you want to create this meeting?\nreview meeting");

      const button = buttonOf(card, "Create meeting");
      expect(button).toMatchObject({ verb: "meet" });
      const data = "data" in button ? button.data : {};
      const { answer, sent: updates } = await app.turn(
        execute("meet", data, { from: bo, in: groupChat }),
      );
      // Exactly what the bot understood.
      expect(app.cloud.meetings()).toMatchObject([{ subject: "review meeting" }]);
      expect(textOf(cardOfAnswer(answer))).toContain("Bo Nilsson (host)");
      expect(updates).toMatchObject([{ method: "PUT", path: expect.stringContaining("sent-1") }]);
      expect(textOf(cardOf(updates[0]))).toContain("review meeting");
    });

    it("offers help to the person who presses it", async () => {
      const { sent } = await app.turn(message("hello", { in: groupChat }));
      expect(buttonOf(cardOf(sent[0]), "Help")).toMatchObject({ verb: "help" });
      const { answer, sent: others } = await app.turn(execute("help", {}, { in: groupChat }));
      expect(textOf(cardOfAnswer(answer))).toContain("How can I help?");
      expect(others).toEqual([]);
    });

    it("supports the button's older form", async () => {
      const { sent } = await app.turn(message("nice weather", { in: groupChat }));
      const button = buttonOf(cardOf(sent[0]), "Meet");
      const fallback = "fallback" in button ? button.fallback : undefined;
      const { sent: updates } = await app.turn(submit(fallback?.data ?? {}, { in: groupChat }));
      expect(updates).toMatchObject([{ method: "PUT" }]);
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("offers a button that works only in its own conversation", async () => {
      const { sent } = await app.turn(message("nice weather", { in: groupChat }));
      const button = buttonOf(cardOf(sent[0]), "Meet");
      const data = "data" in button ? button.data : {};
      const { answer } = await app.turn(execute("meet", data, { in: general }));
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
      expect(app.cloud.requests()).toEqual([]);
    });

    it("leaves the shared card unchanged when it rejects a button", async () => {
      const { sent } = await app.turn(execute("meet", { ref: "forged" }));
      expect(sent).toEqual([]);
      const { sent: answers } = await app.turn(submit({ verb: "refresh", ref: "forged" }));
      expect(answers.map(({ method }) => method)).toEqual(["POST"]);
    });

    it.each([
      ["a Meet button without a reference", execute("meet", { topic: "x" })],
      ["a Meet button with a forged reference", execute("meet", { ref: "AAAA", topic: "x" })],
      ["an unknown button", execute("launch", {})],
      ["a button without a verb", execute("", undefined)],
    ])("rejects %s with a message", async (_, activity) => {
      const { answer, graphRequests } = await app.turn(activity);
      expect(answer).toMatchObject({
        status: 200,
        body: {
          statusCode: 400,
          type: "application/vnd.microsoft.error",
          value: { message: expect.stringContaining("Send “meet” to Rendezvous") },
        },
      });
      expect(graphRequests).toEqual([]);
    });

    it("reports an empty text", async () => {
      const { text: _, ...silent } = message("", { in: personalChat });
      const { sent, graphRequests } = await app.turn(silent);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("Sorry, I didn’t get that.");
    });
  });

  describe("help", () => {
    async function help(options: ActivityOptions = {}, text = "help") {
      const { sent, graphRequests } = await app.turn(message(text, options));
      expect(graphRequests).toEqual([]);
      const card = cardOf(sent[0]);
      return { card, lines: textOf(card).split("\n"), sent: sent[0] };
    }

    it.each(["help", "/help", "Help please"])("shows what people can do for “%s”", async (text) => {
      const { card } = await help({ in: personalChat }, text);
      expect(buttonsOf(card)).toMatchObject([
        { title: "Meet now", verb: "meet" },
        { title: "Schedule…", verb: "schedule" },
        { title: "All meetings", verb: "rooms" },
      ]);
    });

    it("shows the other commands on request", async () => {
      const { card } = await help();
      const hidden = card.body.filter((element) => "isVisible" in element);
      const toggles = card.body.flatMap((element) =>
        element.type === "ActionSet" ? element.actions : [],
      );
      expect(hidden).toMatchObject([{ type: "Container", isVisible: false }]);
      expect(toggles).toMatchObject([
        {
          title: "More commands",
          targetElements: hidden.map((element) => "id" in element && element.id),
        },
      ]);
      const names = textOf({ body: hidden }).match(/(?<=^@Rendezvous )\w+/gm);
      const others = Object.keys(en.commands).filter(
        (name) => !["rooms", "help", "signin", "signout"].includes(name),
      );
      expect(new Set(names)).toEqual(new Set([...others, ...UNLISTED]));
    });

    it.each([
      ["a channel", general, "Everyone in this channel", "@Rendezvous meet here"],
      ["a group chat", groupChat, "Everyone in this chat", "@Rendezvous new"],
      ["a personal chat", personalChat, "It’s your own meeting", "new"],
    ])("in %s shows what works there", async (_, place, text, typed) => {
      const { lines } = await help({ in: place });
      expect(lines.join("\n")).toContain(text);
      expect(lines).toContain(typed);
      const withMention = lines.filter((line) => line.startsWith("@Rendezvous"));
      const withoutMention = lines.filter((line) => /^(?:meet|new|move|cancel)\b/u.test(line));
      expect([withMention, withoutMention].map(({ length }) => length > 0)).toEqual(
        place === personalChat ? [false, true] : [true, false],
      );
      expect(lines.some((line) => line.endsWith("meet here"))).toBe(place === general);
    });

    it("writes times as the reader does", async () => {
      const { lines } = await help({ locale: "en-GB", in: personalChat });
      expect(lines).toContain("meet Sprint review tomorrow 15:00 for 45 min with @Ana");
      expect(lines).toContain("move tomorrow 15:00");
      expect((await help({ in: personalChat })).lines).toContain("move tomorrow 3 PM");
    });

    it("lists the sign-in commands only in delegated mode", async () => {
      const listed = async () =>
        (await help({ in: personalChat })).lines.filter((line) => /^sign(?:in|out)$/u.test(line));
      expect(await listed()).toEqual([]);
      await app.restart(delegated());
      expect(await listed()).toEqual(["signin", "signout"]);
    });

    it("starts the meeting for everyone with Meet now", async () => {
      const { sent } = await help();
      const { sent: updates } = await app.turn(press(sent, "Meet now", { from: bo }));
      expect(updates).toMatchObject([{ method: "PUT" }]);
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("opens the form only for the person who presses Schedule…", async () => {
      const { sent } = await help();
      const { answer, sent: others } = await app.turn(press(sent, "Schedule…", { from: bo }));
      expect(textOf(cardOfAnswer(answer))).toContain("Schedule a meeting");
      expect(others).toEqual([]);
    });

    it("has a way back from All meetings, whether there are any or not", async () => {
      const { sent } = await help();
      for (const titles of [
        ["Meet", "Back"],
        ["Join", "Back"],
      ]) {
        const { answer } = await app.turn(press(sent, "All meetings"));
        const list = cardOfAnswer(answer);
        expect(buttonsOf(list).map(({ title }) => title)).toEqual(titles);
        const back = await app.turn(pressOn(list, "Back"));
        expect(textOf(cardOfAnswer(back.answer))).toContain("How can I help?");
        await app.turn(message("meet"));
      }
    });

    it("lists the meetings only for the person who presses All meetings", async () => {
      await app.turn(message("meet #design"));
      const { sent } = await help();
      const { answer, sent: others } = await app.turn(press(sent, "All meetings", { from: bo }));
      expect(textOf(cardOfAnswer(answer))).toContain("#design");
      expect(others).toEqual([]);
      const legacy = await app.turn(pressLegacy(sent, "All meetings", { from: bo }));
      expect(textOf(cardOf(legacy.sent[0]))).toContain("#design");
    });
  });

  describe("an incomplete activity", () => {
    it.each([
      ["the sender", { from: undefined }, "Teams didn’t say who you are"],
      ["the sender, which is null", { from: null }, "Teams didn’t say who you are"],
      [
        "the sender's Entra id",
        { from: { id: "29:x", name: "X" } },
        "Teams didn’t say who you are",
      ],
      [
        "a known form of conversation",
        { conversation: { id: "19:strange@thread.other", tenantId: general.tenantId } },
        "Rendezvous doesn’t work here",
      ],
      [
        "a valid tenant id",
        { conversation: { id: general.threadId, tenantId: "..%2f../evil" }, channelData: {} },
        "which organization this belongs to",
      ],
      [
        "the tenant",
        { conversation: { id: general.threadId }, channelData: {} },
        "which organization this belongs to",
      ],
    ])("gets a one-sentence answer without %s", async (_, fields, sentence) => {
      const { answer, sent, graphRequests } = await app.turn(
        event({ ...message("meet"), ...(fields as object) }),
      );
      expect(answer.status).toBe(200);
      expect(graphRequests).toEqual([]);
      expect(sent).toHaveLength(1);
      expect(textOf(cardOf(sent[0]))).toContain(sentence);
    });

    it("creates a meeting for a person with only an Entra id", async () => {
      const { graphRequests } = await app.turn({
        ...message("meet"),
        from: { aadObjectId: ada.aadId } as never,
      });
      expect(graphRequests).toMatchObject([{ status: 201 }]);
    });

    it("takes the tenant from the channel data if the conversation has none", async () => {
      const activity = message("meet");
      const conversation = { id: general.threadId } as never;
      await app.turn({ ...activity, conversation });
      await app.turn(message("meet"));
      expect(app.cloud.meetings()).toHaveLength(1);
    });
  });

  it("keeps texts and names out of the log", async () => {
    await app.turn(message("meet Acquisition of Contoso", { from: chen }));
    await app.turn(message("Acquisition of Fabrikam", { from: ada }));
    const log = decode(JSON.stringify(app.log));
    for (const word of ["Acquisition", "Contoso", "Fabrikam", chen.name, ada.name]) {
      expect(log).not.toContain(word);
    }
  });
});

describe("errors", () => {
  const app = useApp();

  const forbidden = (code: string, text: string) => ({ error: { code, message: text } });
  const good = { id: "MSo1", joinWebUrl: "https://teams.microsoft.com/l/meetup-join/x" };

  /** Graph's response, how often, and the expected message. */
  const outcomes: [string, Omit<Fault, "match">, string][] = [
    [
      "400",
      { status: 400, times: 2, body: forbidden("BadRequest", "1026: x") },
      "Teams didn’t accept this.",
    ],
    ["401 twice", { status: 401, times: 2 }, "couldn’t sign in to Microsoft 365"],
    [
      "403, policy",
      { status: 403, body: forbidden("Forbidden", "No application access policy found") },
      "application access policy",
    ],
    [
      "403, permission",
      { status: 403, body: forbidden("Authorization_RequestDenied", "") },
      "OnlineMeetings.ReadWrite.All",
    ],
    [
      "403, 3003",
      { status: 403, times: 2, body: forbidden("Forbidden", "3003: x") },
      "didn’t give the host access to this meeting",
    ],
    [
      "403 in other words",
      { status: 403, times: 2, body: forbidden("Other", "x") },
      "Teams didn’t accept this.",
    ],
    ["404, user", { status: 404, body: forbidden("UnknownError", "") }, "Your account can’t host"],
    [
      "404, 3004 whatever is asked",
      { status: 404, times: 5, body: forbidden("NotFound", "3004: x") },
      "Teams no longer has this meeting",
    ],
    [
      "429 for long",
      { status: 429, headers: { "retry-after": "600.5" } },
      "Try again in 11 minutes",
    ],
    [
      "429 without end",
      { status: 429, times: 3, headers: { "retry-after": "0.01" } },
      "Try again in 1 second",
    ],
    ["500", { status: 500, times: 3, body: "<html>no</html>" }, "couldn’t reach Teams"],
    ["a cut connection", { drop: true, times: 3 }, "couldn’t reach Teams"],
    [
      "HTML",
      { status: 200, body: "<!doctype html><p>Sorry" },
      "didn’t return a meeting link that works",
    ],
    ["nothing", { status: 200, body: "" }, "didn’t return a meeting link that works"],
    [
      "no joinWebUrl",
      { status: 200, body: { id: "MSo1" } },
      "didn’t return a meeting link that works",
    ],
    [
      "a joinWebUrl without https",
      { status: 200, body: { ...good, joinWebUrl: "http://x.example" } },
      "didn’t return a meeting link that works",
    ],
    [
      "another externalId",
      { status: 200, body: { ...good, externalId: "other" } },
      "didn’t return a meeting link that works",
    ],
  ];

  describe("errors from Graph", () => {
    it.each(outcomes)(
      "%s is answered in one sentence with the turn's reference",
      async (_, fault, sentence) => {
        app.cloud.addFault({ match: "createOrGet", ...fault });
        const { answer, sent } = await app.turn(message("meet"));
        expect(answer.status).toBe(200);
        expect(sent).toHaveLength(1);
        const text = textOf(cardOf(sent[0]));
        expect(text).toContain(sentence);
        const [, reference] = /Reference for support: ([0-9a-f]{8})$/.exec(text) ?? [];
        expect(app.log).toContainEqual(
          expect.objectContaining({ turn: reference, level: 50, code: expect.any(String) }),
        );
        expect(text).not.toMatch(/AppError|html|innerError|Bearer|stack/i);
      },
    );

    it.each(outcomes)("after %s, the next person's meet creates one meeting", async (_, fault) => {
      app.cloud.addFault({ match: "createOrGet", ...fault });
      await app.turn(message("meet"));
      await app.turn(message("meet"));
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("logs the failed call, without tokens", async () => {
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
      await app.turn(message("meet"));
      expect(app.log).toContainEqual(
        expect.objectContaining({
          code: "graph_unavailable",
          status: 503,
          graphRequestId: expect.any(String),
          clientRequestId: expect.any(String),
        }),
      );
      expect(JSON.stringify(app.log)).not.toMatch(/eyJ|test-secret/);
    });
  });

  describe("errors from Entra and the store", () => {
    it("reports a missing token, and logs the reason", async () => {
      app.cloud.settings.clientSecrets = ["another"];
      const { sent } = await app.turn(message("meet"));
      expect(textOf(cardOf(sent[0]))).toContain("couldn’t sign in to Microsoft 365");
      expect(app.log).toContainEqual(expect.objectContaining({ reason: "AADSTS7000215" }));
    });

    it("reports a store failure, and leaves no partial changes", async () => {
      const get = jest.spyOn(app.store.records, "get");
      get.mockRejectedValueOnce(new AppError("store_unavailable"));
      const { sent, graphRequests } = await app.turn(message("meet", { from: ada }));
      expect(textOf(cardOf(sent[0]))).toContain("couldn’t reach its storage");
      expect(graphRequests).toEqual([]);
    });

    it("reports a bug without its details", async () => {
      jest
        .spyOn(app.store.records, "get")
        .mockRejectedValueOnce(new TypeError("x is not a function"));
      const { sent } = await app.turn(message("meet"));
      const text = textOf(cardOf(sent[0]));
      expect(text).toContain("Something went wrong.");
      expect(text).not.toContain("function");
    });
  });

  describe("Try again", () => {
    const failOnce = () =>
      app.cloud.addFault({ match: "createOrGet", status: 429, headers: { "retry-after": "600" } });
    const typed = "meet Sprint review tomorrow 3pm for 45 min";
    const DAY_MS = 24 * 3_600_000;

    it("runs the same command, so that no one retypes it", async () => {
      failOnce();
      const { sent: failed } = await app.turn(message(typed, { from: ada }));
      const { sent } = await app.turn(press(failed[0], "Try again", { from: bo }));
      expect(sent).toMatchObject([{ method: "PUT", id: failed[0]?.id }]);
      expect(textOf(cardOf(sent[0]))).toMatch(/^Sprint review\n.*3:00–3:45 PM/u);
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("means the day that it was typed for, whenever it's pressed", async () => {
      failOnce();
      const { sent: failed } = await app.turn(message(typed));
      await app.clock.advance(DAY_MS);
      const { sent } = await app.turn(press(failed[0], "Try again"));
      expect(textOf(cardOf(sent[0]))).toMatch(/^Sprint review\nSat, Nov 21/u);
    });

    it("asks for another time once that has passed", async () => {
      failOnce();
      const { sent: failed } = await app.turn(message(typed));
      await app.clock.advance(2 * DAY_MS);
      const { sent } = await app.turn(press(failed[0], "Try again"));
      expect(textOf(cardOf(sent[0]))).toContain("That time has passed");
      expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("works in clients without Action.Execute, and after another failure", async () => {
      failOnce();
      const { sent: failed } = await app.turn(message(typed, { from: ada }));
      failOnce();
      const { answer } = await app.turn(press(failed[0], "Try again", { from: ada }));
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "throttled" } });
      await app.turn(pressLegacy(failed[0], "Try again", { from: ada }));
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
    });

    it("answers a slash command privately", async () => {
      failOnce();
      const { sent: failed } = await app.turn(slash(typed));
      expect(failed.map(isTargeted)).toEqual([true]);
      const { sent } = await app.turn(press(failed[0], "Try again"));
      expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
      expect(sent.map(isTargeted)).toEqual([true]);
    });

    it("works only in its own conversation", async () => {
      failOnce();
      const { sent: failed } = await app.turn(message(typed));
      const { answer } = await app.turn(press(failed[0], "Try again", { in: design }));
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("isn't offered where it can't help, or for a text that would fill the card", async () => {
      failOnce();
      const long = await app.turn(message(`meet ${"x".repeat(3000)}`));
      app.cloud.settings.unlicensedUsers = [ada.aadId];
      const unlicensed = await app.turn(message("meet", { from: ada }));
      for (const { sent } of [long, unlicensed]) expect(buttonsOf(cardOf(sent[0]))).toEqual([]);
    });

    it.each<[string, Partial<LocalSettings>]>([
      ["no access policy", { policy: "none" }],
      ["no permission", { appRoles: [] }],
      ["wrong credentials", { clientSecrets: [] }],
    ])("isn't offered before an admin has acted: %s", async (_, settings) => {
      Object.assign(app.cloud.settings, settings);
      const { sent } = await app.turn(message("meet"));
      expect(textOf(cardOf(sent[0]))).toContain("Ask your admin");
      expect(buttonsOf(cardOf(sent[0]))).toEqual([]);
    });
  });

  it.each(["en_US", "x", "12", "", "sw-KE"])(
    "explains an error to a client with the locale “%s”",
    async (locale) => {
      app.cloud.addFault({ match: "createOrGet", status: 429, headers: { "retry-after": "600" } });
      const { answer, sent } = await app.turn(message("meet", { locale }));
      expect(answer.status).toBe(200);
      expect(textOf(cardOf(sent[0]))).toContain("Try again in 10 minutes");
    },
  );
});
