import {
  ada,
  bo,
  chen,
  general,
  groupChat,
  message,
  people,
  type TestConversation,
} from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { changesIn, plan } from "../support/meeting";
import { press, pressLegacy, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

// It's Friday, 20 November 2026, 10:00 in Paris.
describe("a card about a problem", () => {
  const app = useApp();

  async function ask(text: string, options: Parameters<typeof message>[1] = {}) {
    const { sent, graphRequests } = await app.turn(message(text, { from: bo, ...options }));
    expect(graphRequests).toEqual([]);
    return sent[0]!;
  }

  const titlesOf = (sent: Parameters<typeof cardOf>[0]) =>
    buttonsOf(cardOf(sent)).map(({ title }) => title);
  const inputsOf = (sent: Parameters<typeof cardOf>[0]) =>
    Object.fromEntries(
      Array.from(
        JSON.stringify(cardOf(sent)).matchAll(
          /"type":"Input\.\w+","id":"(\w+)","label":"\w+"(?:,"value":"([^"]*)")?/g,
        ),
        ([, id, value = ""]) => [id, value],
      ),
    );

  it.each([
    ["en-US", "meet Retro tomorrow and Monday 3pm", "“Sat, Nov 21” and “Mon, Nov 23”"],
    ["fr-FR", "meet Retro tomorrow and Monday 3pm", "« sam. 21 nov. » et « lun. 23 nov. »"],
    ["en-US", "move to Monday 24 November 3pm", "“Tue, Nov 24” and “Mon, Nov 23”"],
    ["en-US", "meet Retro 2026-11-24, 2027-01-08 3pm", "“Tue, Nov 24” and “Fri, Jan 8, 2027”"],
    ["en-US", "meet Retro 3pm or 4pm", "“3pm” and “4pm”"],
  ])("never shows a date in ISO form (%s): %s", async (locale, text, shown) => {
    const sent = await ask(text, { locale });
    const lines = textOf(cardOf(sent)).replace(/\s/gu, " ");
    expect(lines).toContain(shown);
    expect(lines).not.toMatch(/\d{4}-\d{2}-\d{2}/);
  });

  describe("for a missing time", () => {
    it("asks for it with the day filled in, and shows the rest of the request", async () => {
      const sent = await ask("meet Budget tomorrow for 45 min #plan with @Chen Wei", {
        mentions: [chen],
      });
      expect(textOf(cardOf(sent)).split("\n").slice(0, 2)).toEqual([
        "What time tomorrow?",
        "For example, 3 PM.",
      ]);
      expect(textOf(cardOf(sent))).toMatch(/Budget · .*Chen Wei · #plan/);
      expect(inputsOf(sent)).toEqual({ day: "2026-11-21", time: "" });
      expect(titlesOf(sent)).toEqual(["Set time", "Meet without a time"]);
    });

    it("creates the meeting as if all of it had been typed", async () => {
      const sent = await ask("meet Budget tomorrow for 45 min #plan with @Chen Wei", {
        mentions: [chen],
      });
      const inputs = { day: "2026-11-21", time: "15:30" };
      const { answer } = await app.turn(press(sent, "Set time", { from: ada, inputs }));
      expect(textOf(cardOfAnswer(answer))).toContain("Budget");
      expect(app.cloud.meetings()).toMatchObject([
        {
          subject: "Budget",
          startDateTime: "2026-11-21T14:30:00.0000000Z",
          endDateTime: "2026-11-21T15:15:00.0000000Z",
          participants: { attendees: [{ identity: { user: { id: chen.aadId } } }] },
        },
      ]);
      const { sent: room } = await app.turn(message("meet #plan"));
      expect(textOf(cardOf(room[0]))).toContain("Budget");
    });

    it("works in clients without Action.Execute", async () => {
      const sent = await ask("meet Budget tomorrow");
      const inputs = { day: "2026-11-21", time: "15:30" };
      await app.turn(pressLegacy(sent, "Set time", { from: bo, inputs }));
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Budget" }]);
    });

    it("creates a meeting without a time on request", async () => {
      const sent = await ask("meet Budget tomorrow");
      const { graphRequests } = await app.turn(press(sent, "Meet without a time"));
      expect(graphRequests).toMatchObject([{ body: { subject: "Budget" } }]);
      expect(graphRequests[0]?.body).not.toHaveProperty("startDateTime");
    });

    it.each([
      ["nothing", {}, "What time today?"],
      ["a past day", { day: "2026-11-19", time: "15:00" }, "That time has passed"],
      ["no clock time", { day: "2026-11-24", time: "" }, "What time on Tue, Nov 24?"],
      ["garbage", { day: "31 April", time: "noonish" }, "Which day?"],
      ["other types", { day: 3, time: { a: 1 } }, "What time today?"],
    ])("asks again for %s, and keeps the request", async (_, inputs, title) => {
      const sent = await ask("meet Budget tomorrow");
      const { answer, graphRequests } = await app.turn(press(sent, "Set time", { inputs }));
      expect(graphRequests).toEqual([]);
      const card = cardOfAnswer(answer);
      expect(textOf(card)).toContain(title);
      expect(textOf(card)).toContain("Budget");
      const valid = { day: "2026-11-24", time: "15:00" };
      await app.turn(pressOn(card, "Set time", { inputs: valid }));
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Budget" }]);
    });

    it("ignores a token of another conversation", async () => {
      const sent = await ask("meet Budget tomorrow");
      const inputs = { day: "2026-11-24", time: "15:00" };
      const { answer } = await app.turn(press(sent, "Set time", { in: groupChat, inputs }));
      expect(answer.body).toMatchObject({ value: { code: "bad_reference" } });
      expect(app.cloud.meetings()).toEqual([]);
    });
  });

  it.each<[string, string, Record<string, string>]>([
    ["meet Budget today 9am", "That time has passed", { day: "2026-11-20", time: "09:00" }],
    ["meet Budget yesterday 3pm", "That time has passed", { day: "", time: "15:00" }],
    [
      "meet Budget tomorrow from 17:00 to 16:00",
      "The end is before the start",
      { day: "2026-11-21", time: "17:00" },
    ],
    ["meet Budget until 4:15pm", "When does it start?", { day: "2026-11-20", time: "" }],
    ["meet Budget next week 3pm", "“next week” could be several days.", { day: "", time: "15:00" }],
    ["meet Budget 31 April 3pm", "“31 April” isn’t in the calendar.", { day: "", time: "15:00" }],
    ["meet Budget tomorrow 3pm IST", "“IST” isn’t clear.", { day: "2026-11-21", time: "15:00" }],
    [
      "meet Report of 20 March at 3pm",
      "You said “20 March” and “at 3pm”.",
      { day: "2027-03-20", time: "15:00" },
    ],
  ])("%j gets %j with what was understood", async (text, title, inputs) => {
    const sent = await ask(text);
    expect(textOf(cardOf(sent))).toContain(title);
    expect(inputsOf(sent)).toEqual(inputs);
    expect(titlesOf(sent)).toContain("Set time");
    const picked = { day: "2026-11-24", time: "15:00" };
    await app.turn(press(sent, "Set time", { inputs: picked }));
    expect(app.cloud.meetings()).toMatchObject([{ startDateTime: "2026-11-24T14:00:00.0000000Z" }]);
  });

  describe("for words of time that stay in the name", () => {
    it.each([
      [
        "meet Review half 3",
        "en-US",
        "When is the meeting?",
        ["Set time", "Create with this name"],
      ],
      [
        "meet Revue vers 5",
        "fr-FR",
        "Quand a lieu la réunion\u00A0?",
        ["Définir l’heure", "Créer avec ce nom"],
      ],
      ["meet レビュー だいたい5", "ja-JP", "会議はいつですか?", ["日時を設定", "この会議名で作成"]],
      [
        "meet Обзор около 5",
        "ru-RU",
        "Когда собрание?",
        ["Задать время", "Создать с этим названием"],
      ],
      ["meet 评审 三点", "zh-CN", "会议什么时候开始？", ["设置时间", "使用此名称创建"]],
      [
        "meet Review 15 Uhr",
        "en-US",
        "When is the meeting?",
        ["Set time", "Create with this name"],
      ],
    ])("“%s” (%s) creates nothing, and asks", async (text, locale, title, buttons) => {
      const sent = await ask(text, { locale });
      expect(textOf(cardOf(sent)).split("\n")[0]).toBe(title);
      expect(titlesOf(sent)).toEqual(buttons);
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("says how they were read", async () => {
      const sent = await ask("meet Review half 3");
      expect(textOf(cardOf(sent))).toContain(
        "“half 3” looks like a time. Pick one, or keep it in the name “Review half 3”.",
      );
    });

    it("creates the meeting with the whole name, or at the picked time without the words", async () => {
      const sent = await ask("meet Review half 3 #plan");
      await app.turn(press(sent, "Create with this name", { from: bo }));
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Review half 3" }]);
      const second = await ask("meet Demo half 3");
      const inputs = { day: "2026-11-21", time: "15:30" };
      await app.turn(press(second, "Set time", { from: bo, inputs }));
      expect(app.cloud.meetings()).toMatchObject([
        { subject: "Review half 3" },
        { subject: "Demo", startDateTime: "2026-11-21T14:30:00.0000000Z" },
      ]);
    });

    it("takes quoted words as the name", async () => {
      await app.turn(message('meet "Review half 3"', { from: bo }));
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Review half 3" }]);
    });
  });

  describe("for a part of the day", () => {
    it.each([
      [
        "meet Review Tuesday afternoon",
        "en-US",
        "What time on Tue, Nov 24, in the afternoon?",
        "For example, 3 PM.",
      ],
      [
        "meet Revue demain après-midi",
        "fr-FR",
        "À quelle heure demain après-midi\u00A0?",
        "Par exemple, 15:00.",
      ],
      [
        "meet Revue demain matin",
        "fr-FR",
        "À quelle heure demain matin\u00A0?",
        "Par exemple, 9:00.",
      ],
      ["meet レビュー 明日の朝", "ja-JP", "明日の午前何時ですか?", "例: 9:00"],
      ["meet レビュー 明日の夜", "ja-JP", "明日の夜の何時ですか?", "例: 19:00"],
      ["meet Обзор завтра в обед", "ru-RU", "Во сколько завтра в обед?", "Например, 12:00."],
      ["meet Обзор завтра вечером", "ru-RU", "Во сколько завтра вечером?", "Например, 19:00."],
      ["meet 评审 明天下午", "zh-CN", "明天下午几点？", "例如 15:00。"],
      ["meet 评审 明天上午", "zh-CN", "明天上午几点？", "例如 9:00。"],
      ["meet Review this evening", "en-US", "What time tonight?", "For example, 7 PM."],
      ["meet #demo tomorrow morning", "en-US", "What time tomorrow morning?", "For example, 9 AM."],
    ])("“%s” (%s) asks for the hour", async (text, locale, title, example) => {
      const sent = await ask(text, { locale });
      expect(textOf(cardOf(sent)).split("\n").slice(0, 2)).toEqual([title, example]);
      expect(titlesOf(sent)).toHaveLength(6);
    });

    it("offers four likely hours, and a picker", async () => {
      const sent = await ask("meet Review Tuesday afternoon for 45 min");
      expect(titlesOf(sent).slice(0, 4)).toEqual([
        "Tue, Nov 24 · 2:00 PM",
        "Tue, Nov 24 · 3:00 PM",
        "Tue, Nov 24 · 4:00 PM",
        "Tue, Nov 24 · 5:00 PM",
      ]);
      expect(inputsOf(sent)).toEqual({ day: "2026-11-24", time: "" });
      await app.turn(press(sent, "Tue, Nov 24 · 3:00 PM", { from: bo }));
      expect(app.cloud.meetings()).toMatchObject([
        {
          subject: "Review",
          startDateTime: "2026-11-24T14:00:00.0000000Z",
          endDateTime: "2026-11-24T14:45:00.0000000Z",
        },
      ]);
    });
  });

  it("keeps the end that was typed", async () => {
    const sent = await ask("meet Budget until 4:15pm");
    const inputs = { day: "2026-11-20", time: "15:00" };
    await app.turn(press(sent, "Set time", { inputs }));
    expect(app.cloud.meetings()).toMatchObject([
      {
        startDateTime: "2026-11-20T14:00:00.0000000Z",
        endDateTime: "2026-11-20T15:15:00.0000000Z",
      },
    ]);
  });

  it.each<[string, string[], string, object]>([
    [
      "meet Budget tomorrow 3pm or 4pm",
      ["Sat, Nov 21 · 3:00 PM", "Sat, Nov 21 · 4:00 PM"],
      "Sat, Nov 21 · 4:00 PM",
      { subject: "Budget", startDateTime: "2026-11-21T15:00:00.0000000Z" },
    ],
    [
      "meet Budget tomorrow 3pm for 30 min for 45 min",
      ["30 minutes", "45 minutes"],
      "30 minutes",
      { endDateTime: "2026-11-21T14:30:00.0000000Z" },
    ],
    [
      "meet Budget 28 March 2027 2:30am for 15 min",
      ["Sun, Mar 28, 2027 · 3:30 AM", "Set time", "Meet without a time"],
      "Sun, Mar 28, 2027 · 3:30 AM",
      {
        startDateTime: "2027-03-28T01:30:00.0000000Z",
        endDateTime: "2027-03-28T01:45:00.0000000Z",
      },
    ],
    ["meet Budget #design #plan", ["#design", "#plan"], "#plan", { subject: "Budget" }],
    ["meet #design #plan", ["#design", "#plan"], "#plan", { subject: "#plan meeting" }],
  ])("%j offers each reading", async (text, titles, title, meeting) => {
    const sent = await ask(text);
    expect(titlesOf(sent)).toEqual(titles);
    await app.turn(press(sent, title));
    expect(app.cloud.meetings()).toMatchObject([meeting]);
  });

  it("offers the room and the thread", async () => {
    const root = "1759881511856";
    const sent = await ask("meet Budget #design here", { root });
    expect(titlesOf(sent)).toEqual(["#design", "This thread"]);
    const { answer } = await app.turn(press(sent, "This thread", { root }));
    expect(textOf(cardOfAnswer(answer))).toContain("This thread’s meeting");
  });

  it("offers a shorter name for a room", async () => {
    const sent = await ask(`meet Budget #${"x".repeat(60)}`);
    expect(titlesOf(sent)).toEqual([`Use #${"x".repeat(50)}`]);
    await app.turn(press(sent, titlesOf(sent)[0]!));
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Budget" }]);
  });

  it("offers to invite the first 50 people", async () => {
    const many = people(51);
    app.connector.roster.push(
      ...many.map(({ name, aadId }, index) => ({ id: `29:${index}`, name, aadObjectId: aadId })),
    );
    const named = many.map(({ name }) => `@${name}`).join(" and ");
    const sent = await ask(`meet Budget with ${named}`, {
      mentions: many.map(({ name, aadId }, index) => ({ name, aadId, teamsId: `29:${index}` })),
    });
    expect(Buffer.byteLength(JSON.stringify(cardOf(sent)))).toBeLessThan(28_000);
    await app.turn(press(sent, "Invite the first 50"));
    expect(app.cloud.meetings()[0]?.participants.attendees).toHaveLength(50);
  });

  it.each(["meet Budget for 0 minutes", "meet Budget for 31 hours"])(
    "asks for another duration: %s",
    async (text) => {
      const sent = await ask(text);
      expect(titlesOf(sent)).toEqual(["Set duration"]);
      await app.turn(press(sent, "Set duration", { inputs: { minutes: "45" } }));
      const [meeting] = app.cloud.meetings();
      const [start = "", end = ""] = [meeting?.startDateTime, meeting?.endDateTime];
      expect(Date.parse(end) - Date.parse(start)).toBe(45 * 60_000);
    },
  );

  it("keeps the start while it asks for a duration", async () => {
    const sent = await ask("meet Budget tomorrow 3pm for 2 days");
    const again = await app.turn(press(sent, "Set duration", { inputs: { minutes: "9999" } }));
    expect(textOf(cardOfAnswer(again.answer))).toContain("up to 30 hours");
    await app.turn(
      pressOn(cardOfAnswer(again.answer), "Set duration", { inputs: { minutes: "60" } }),
    );
    expect(app.cloud.meetings()).toMatchObject([
      {
        startDateTime: "2026-11-21T14:00:00.0000000Z",
        endDateTime: "2026-11-21T15:00:00.0000000Z",
      },
    ]);
  });

  it.each<[string, TestConversation, string, string]>([
    ["a channel", general, "Reply in a thread to use “here”.", "Meet in this channel"],
    ["a chat", groupChat, "Only channels have threads.", "Meet in this chat"],
  ])("offers the meeting of %s instead of a thread’s", async (_, place, text, title) => {
    const sent = await ask("meet Budget tomorrow 3pm here", { in: place });
    expect(textOf(cardOf(sent))).toContain(text);
    expect(titlesOf(sent)).toEqual([title]);
    await app.turn(press(sent, title, { in: place }));
    expect(app.cloud.meetings()).toMatchObject([
      { subject: "Budget", startDateTime: "2026-11-21T14:00:00.0000000Z" },
    ]);
  });

  describe("for a meeting that exists", () => {
    it("move asks for the time, starting with the meeting’s", async () => {
      await app.turn(message(plan, { from: ada }));
      const sent = await ask("move");
      expect(inputsOf(sent)).toEqual({ day: "2026-11-21", time: "15:00" });
      const inputs = { day: "2026-11-23", time: "15:00" };
      const { answer, graphRequests } = await app.turn(press(sent, "Move", { from: bo, inputs }));
      expect(changesIn(graphRequests)).toMatchObject([
        {
          body: {
            startDateTime: "2026-11-23T14:00:00.000Z",
            endDateTime: "2026-11-23T14:45:00.000Z",
          },
        },
      ]);
      expect(textOf(cardOfAnswer(answer))).toContain("Moved by Bo");
    });

    it("move to a day asks whether to keep the time of day", async () => {
      await app.turn(message(plan, { from: ada }));
      const sent = await ask("move the review to Monday");
      expect(inputsOf(sent)).toEqual({ day: "2026-11-23", time: "15:00" });
      expect(titlesOf(sent)).toEqual(["Move"]);
      const inputs = { day: "2026-11-23", time: "10:00" };
      const { graphRequests } = await app.turn(press(sent, "Move", { from: bo, inputs }));
      expect(changesIn(graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-23T09:00:00.000Z" } },
      ]);
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
    });

    it("move to a day asks for a time if the meeting has none", async () => {
      await app.turn(message("meet Budget", { from: ada }));
      const sent = await ask("move to Monday");
      expect(textOf(cardOf(sent))).toContain("What time on Mon, Nov 23?");
      expect(titlesOf(sent)).toEqual(["Move"]);
    });

    it("rename asks for the name", async () => {
      await app.turn(message(plan, { from: ada }));
      const sent = await ask("rename");
      expect(inputsOf(sent)).toEqual({ name: "" });
      const again = await app.turn(press(sent, "Rename", { from: bo, inputs: { name: "  " } }));
      expect(textOf(cardOfAnswer(again.answer))).toContain("New name for “Sprint review”?");
      const inputs = { name: "Sprint demo #3 tomorrow" };
      await app.turn(pressOn(cardOfAnswer(again.answer), "Rename", { from: bo, inputs }));
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint demo #3 tomorrow" }]);
    });

    it.each<[string, string]>([
      ["cancel #plan here", "Cancel “Budget”?"],
      ["options #plan here", "Budget"],
      ["cancel #plan and #design", "Cancel “Budget”?"],
      ["options #design #plan", "Budget"],
      ["new #plan here", "“Budget”?"],
      ["rename #plan here Costs", "Costs"],
    ])("%s completes the command", async (text, said) => {
      const root = "1759881511856";
      await app.turn(message("meet Budget #plan", { from: bo }));
      const sent = await ask(text, { root });
      const { answer } = await app.turn(press(sent, "#plan", { from: bo, root }));
      expect(textOf(cardOfAnswer(answer))).toContain(said);
      expect(app.cloud.meetings()).toHaveLength(1);
    });
  });
});
