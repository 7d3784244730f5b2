import { ALL_MESSAGES } from "../../bot/locales/messages";
import { BOT, ada, bo, chen, message, personalChat } from "../support/activities";
import { buttonOf, cardOf, textOf } from "../support/cards";
import { useApp } from "../support/use-app";

describe("what Teams sends", () => {
  const app = useApp();

  const mention = (name: string, { id }: { id: string }, text = `<at>${name}</at>`) => ({
    type: "mention",
    mentioned: { id, name },
    text,
  });
  const rendezvous = mention(BOT.name, BOT);
  const toBo = mention(bo.name, { id: bo.teamsId });
  const toChen = mention(chen.name, { id: chen.teamsId });

  /** Sends a message with just these fields besides the usual ones. */
  async function send(fields: object) {
    const activity = { ...message(""), text: "", entities: [rendezvous], ...fields };
    const { graphRequests, sent, answer } = await app.turn(activity);
    return { created: graphRequests[0]?.body, sent, answer };
  }
  const invites = (...people: { aadId: string }[]) => ({
    participants: { attendees: people.map(({ aadId }) => ({ identity: { user: { id: aadId } } })) },
  });

  describe("mentions", () => {
    test("can have numbers", async () => {
      const numbered = [
        { ...rendezvous, text: `<at id="0">Rendezvous</at>` },
        { ...toBo, text: `<at id="1">Bo Nilsson</at>` },
      ];
      const text = `<at id="0">Rendezvous</at> meet Retro with <at id="1">Bo Nilsson</at>`;
      for (const entities of [numbered, [rendezvous, toBo]]) {
        await app.restart();
        expect((await send({ text, entities })).created).toMatchObject({
          subject: "Retro",
          ...invites(bo),
        });
      }
    });

    test.each([
      ["meet A with<at>Bo Nilsson</at>and<at>Chen Wei</at>", "A", [bo, chen]],
      ["meet A<at>Bo Nilsson</at>draft", "A Bo Nilsson draft", [bo]],
      ["meet “Review of<at>Bo Nilsson</at>’s draft”", "Review of Bo Nilsson’s draft", [bo]],
      ["meet <at>Bo Nilsson</at>s draft", "Bo Nilssons draft", [bo]],
      ["встреча A с<at>Bo Nilsson</at>и<at>Chen Wei</at>", "A", [bo, chen]],
      ["会议 设计 和<at>Bo Nilsson</at>", "设计", [bo]],
    ])("need no spaces around them: %s", async (text, subject, people) => {
      const entities = [rendezvous, toBo, toChen];
      const { created } = await send({ text: `<at>Rendezvous</at>${text}`, entities });
      expect(created).toMatchObject({ subject, ...invites(...people) });
    });
  });

  describe("HTML", () => {
    test.each([
      ["blocks", "<div><at>Rendezvous</at>&nbsp;meet <b>Sprint</b></div><div>review</div>"],
      ["numbered mentions", `<p><at id="0">Rendezvous</at> meet Sprint<br/>review</p>`],
      ["entities", "<div><at>Rendezvous</at>&nbsp;meet&nbsp;<i>Sprint&#32;review</i></div>"],
    ])("is read as the text that people see: %s", async (_, text) => {
      const { created } = await send({ text, textFormat: "xml" });
      expect(created).toMatchObject({ subject: "Sprint review" });
    });

    test("has entities that are decoded once", async () => {
      const text = "<div><at>Rendezvous</at> meet R&amp;D &lt;b&gt; &amp;lt;</div>";
      const { created } = await send({ text, textFormat: "xml" });
      expect(created).toMatchObject({ subject: "R&D <b> &lt;" });
    });

    test("keeps mentions of people, whose names can have entities", async () => {
      const text = "<div><at>Rendezvous</at> meet Retro with&nbsp;<at>Bo &amp; Co</at></div>";
      const boAndCo = mention("Bo & Co", { id: bo.teamsId }, "<at>Bo &amp; Co</at>");
      const { created } = await send({ text, textFormat: "xml", entities: [rendezvous, boAndCo] });
      expect(created).toMatchObject({ subject: "Retro", ...invites(bo) });
    });

    test("is a name like any other if Teams says that the text is plain", async () => {
      const text = "<at>Rendezvous</at> meet the <b>tag";
      const { created } = await send({ text, textFormat: "plain" });
      expect(created).toMatchObject({ subject: "the <b>tag" });
    });

    test("in an attachment counts if there's no other text", async () => {
      const content =
        `<div><div><span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="0">Rendezvous</span>` +
        `&nbsp;meet Retro with <span itemscope="" itemtype="http://schema.skype.com/Mention" itemid="1">Bo Nilsson</span></div></div>`;
      const { created } = await send({
        entities: [rendezvous, toBo],
        attachments: [{ contentType: "text/html", content }],
      });
      expect(created).toMatchObject({ subject: "Retro", ...invites(bo) });
    });
  });

  describe("a quoted message", () => {
    const quote =
      `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1783379480258">` +
      `<strong itemprop="mri" itemid="8:orgid:${ada.aadId}">Ada Lovelace</strong><span itemprop="time" itemid="1783379480258"></span>` +
      `<p itemprop="preview">meet Planning tomorrow 3pm with <at>Chen Wei</at></p></blockquote>`;
    const span = (name: string) =>
      `<span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">${name}</span>`;
    const reply = `${quote}\n<p>${span("Rendezvous")}&nbsp;meet Retro</p>`;
    const attachments = [{ contentType: "text/html", content: reply }];

    test.each([
      ["only the reply", "<at>Rendezvous</at> meet Retro"],
      ["both", "Ada Lovelace meet Planning tomorrow 3pm\r\n<at>Rendezvous</at> meet Retro"],
      ["nothing", ""],
    ])("gives nothing to the request, if the text holds %s", async (_, text) => {
      const { created } = await send({ text, attachments });
      expect(created).toEqual({
        subject: "Retro",
        externalId: expect.any(String),
        chatInfo: expect.anything(),
      });
    });

    test("gives nothing to the request if the text itself holds it", async () => {
      const { created } = await send({ text: reply, textFormat: "xml" });
      expect(created).toMatchObject({ subject: "Retro" });
      expect(created).not.toHaveProperty("startDateTime");
    });

    test("can be a marker, which isn't part of the name", async () => {
      const quotes = ["1778622003149", "1778622003150"].map((messageId) => ({
        type: "quotedReply",
        quotedReply: { messageId },
      }));
      const markers = `<quoted messageId="1778622003149"/>\n<quoted messageId="1778622003150"/>\n`;
      const text = `${markers}<at>Rendezvous</at> meet Retro`;
      const { created } = await send({ text, entities: [...quotes, rendezvous] });
      expect(created).toMatchObject({ subject: "Retro" });
    });
  });

  test.each([
    ["null", [null, rendezvous]],
    ["an entity of nulls", [{ type: "mention", mentioned: null, text: null }, rendezvous]],
    ["an entity without a type", [{ type: null }, {}, rendezvous]],
    [
      "a client without details",
      [{ type: "clientInfo", locale: null, timezone: null }, rendezvous],
    ],
    ["a text", ["mention", 5, [], rendezvous]],
  ])("ignores entities that say nothing: %s", async (_, entities) => {
    const { created, answer } = await send({ text: "<at>Rendezvous</at> meet Retro", entities });
    expect(answer.status).toBe(200);
    expect(created).toMatchObject({ subject: "Retro" });
  });

  describe("the language", () => {
    const say = async (text: string, locale: string | undefined) => {
      const activity = message(text, { in: personalChat });
      const { sent } = await app.turn({ ...activity, locale, entities: [] });
      return textOf(cardOf(sent[0]));
    };
    const HELP = Object.fromEntries(
      ALL_MESSAGES.map(({ language, help }) => [language, help.title]),
    );

    test.each([
      ["zh_CN", HELP["zh-CN"]],
      ["zh_Hans_CN", HELP["zh-CN"]],
      ["fr_FR", HELP["fr"]],
      ["ja_JP", HELP["ja"]],
      ["en_US", HELP["en"]],
    ])("can be a tag with underscores: %s", async (locale, title) => {
      expect(await say("help", locale)).toContain(title);
    });

    test("is the client's, whatever language people type", async () => {
      expect(await say("aide", "en-US")).toContain(HELP["en"]);
      expect(await say("bonjour", "ja-JP")).toContain("会議");
    });

    test.each([
      ["help", HELP["en"]],
      ["aide", HELP["fr"]],
      ["справка", HELP["ru"]],
      ["помощь", HELP["ru"]],
      ["帮助", HELP["zh-CN"]],
      ["ヘルプ", HELP["ja"]],
      ["使い方", HELP["ja"]],
      ["что ты умеешь?", HELP["ru"]],
      ["comment ça marche ?", HELP["fr"]],
    ])("is that of the text if the client has none: %s", async (text, title) => {
      for (const locale of [undefined, "x_!", ""]) expect(await say(text, locale)).toContain(title);
    });

    test.each([
      ["bonjour", "réunion"],
      ["привет", "собрание"],
      ["你好", "会议"],
      ["こんにちは", "会議"],
      ["会議 明日", "何時"],
      ["reunion budget demain", "quelle heure"],
      ["meet Réunion budget tomorrow", "What time"],
    ])("of small talk and questions is that of the text: %s", async (text, word) => {
      expect(await say(text, undefined)).toContain(word);
    });

    test("isn't that of people's names", async () => {
      const { sent } = await app.turn({
        ...message("invite @Анна Ли", { mentions: [{ name: "Анна Ли", teamsId: bo.teamsId }] }),
        locale: undefined,
        entities: [rendezvous, mention("Анна Ли", { id: bo.teamsId })] as never,
      });
      expect(textOf(cardOf(sent[0]))).toContain("There’s no meeting in this channel yet.");
    });
  });

  describe("the time zone", () => {
    const startIn = async (timezone: string, country?: string) => {
      const info = { type: "clientInfo", locale: "en-US", country, timezone };
      const text = "<at>Rendezvous</at> meet Retro tomorrow 15:00";
      const { created, sent } = await send({
        text,
        localTimezone: undefined,
        entities: [info, rendezvous],
      });
      const { startDateTime } = created as { startDateTime: string };
      return { startDateTime, shown: textOf(cardOf(sent[0])), sent };
    };

    test.each([
      ["America/New_York", "US", "2026-11-21T20:00:00.000Z"],
      ["Eastern Standard Time", "US", "2026-11-21T20:00:00.000Z"],
      ["eastern standard time", undefined, "2026-11-21T20:00:00.000Z"],
      ["China Standard Time", "CN", "2026-11-21T07:00:00.000Z"],
      ["China Standard Time", "HK", "2026-11-21T07:00:00.000Z"],
      ["India Standard Time", "XX", "2026-11-21T09:30:00.000Z"],
      ["UTC+12", undefined, "2026-11-21T03:00:00.000Z"],
    ])("can be Windows’ own: %s in %s", async (timeZone, country, start) => {
      const { startDateTime, shown } = await startIn(timeZone, country);
      expect(startDateTime).toBe(start);
      expect(shown).toContain("3:00–4:00 PM");
    });

    test("of Windows is that of the client's country", async () => {
      const { shown } = await startIn("China Standard Time", "HK");
      expect(shown).toContain("Hong Kong");
    });

    test("is named if no one knows it", async () => {
      const { startDateTime, shown } = await startIn("Mars/Olympus");
      expect(startDateTime).toBe("2026-11-21T15:00:00.000Z");
      expect(shown).toContain("Times are in UTC, because “Mars/Olympus” isn’t a known time zone.");
    });

    test("is named on forms and questions too", async () => {
      const text = "Times are in UTC, because “Mars/Olympus” isn’t a known time zone.";
      const options = { timeZone: "Mars/Olympus" };
      const asked = await app.turn(message("meet Retro tomorrow", options));
      expect(textOf(cardOf(asked.sent[0]))).toContain(text);
      await app.turn(message("meet Retro tomorrow 3pm", options));
      const differs = await app.turn(message("meet Retro tomorrow 4pm", options));
      expect(buttonOf(cardOf(differs.sent[0]), "Update")).toBeDefined();
      expect(textOf(cardOf(differs.sent[0]))).toContain(text);
      const moved = await app.turn(message("move to 5pm", options));
      expect(textOf(cardOf(moved.sent[0]))).toContain(text);
      const without = await app.turn(message("meet", options));
      expect(textOf(cardOf(without.sent[0]))).not.toContain(text);
    });
  });
});
