import { ada, bo, message } from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";
import { choose, search } from "./message-extension/searching";

// It's Friday, 20 November 2026, 10:00 in Paris.
describe("a request that repeats", () => {
  const app = useApp();

  const textIn = (card: Parameters<typeof textOf>[0]) => textOf(card).replace(/[^\S\n]/gu, " ");
  const firstTime = {
    startDateTime: "2026-11-23T08:30:00.000Z",
    endDateTime: "2026-11-23T09:00:00.000Z",
  };

  it.each([
    ["en-US", "meet Sync every Monday 9:30-10:00", "Every Monday 9:30–10:00 AM · next Mon, Nov 23"],
    [
      "en-US",
      "meet Sync every second Monday and Thursday 9:30-10:00 starting Monday until 30 June",
      "Every 2 weeks on Monday and Thursday 9:30–10:00 AM, until June 30, 2027 · next Mon, Nov 23",
    ],
    ["en-US", "meet Sync weekdays 9:30-10:00", "Weekdays 9:30–10:00 AM · next Mon, Nov 23"],
    [
      "fr-FR",
      "réunion Sync chaque lundi 9h30-10h, 6 fois",
      "Tous les lundis 09:30–10:00, 6 fois · prochaine : lun. 23 nov.",
    ],
    ["ja-JP", "会議 毎週月曜 9:30〜10:00 Sync", "毎週月曜日 9:30～10:00 · 次回: 11月23日(月)"],
    [
      "ru-RU",
      "встреча Sync каждый понедельник 9:30-10:00 до 30 июня",
      "По понедельникам, 09:30–10:00, по 30 июня 2027 г. · следующее: пн, 23 нояб.",
    ],
    ["zh-CN", "会议 每周一9:30-10:00 Sync", "每周一 09:30–10:00 · 下次：11月23日周一"],
  ])("creates one meeting in %s: %s", async (locale, text, shown) => {
    const { sent, graphRequests } = await app.turn(message(text, { from: ada, locale }));
    expect(graphRequests).toMatchObject([
      { method: "POST", body: { subject: "Sync", ...firstTime } },
    ]);
    expect(textIn(cardOf(sent[0])).split("\n")).toContain(shown);
  });

  it.each([
    ["daily at 17:00", "Every day 5:00–6:00 PM · next today, Nov 20"],
    ["every day at 9:00", "Every day 9:00–10:00 AM · next tomorrow, Nov 21"],
    [
      "on the first Monday of the month 9:30",
      "Every month on the first Monday 9:30–10:30 AM · next Mon, Dec 7",
    ],
    [
      "last Friday of the month 9:30",
      "Every month on the last Friday 9:30–10:30 AM · next Fri, Nov 27",
    ],
    ["monthly on the 5th 9:30", "Every month on the 5th 9:30–10:30 AM · next Sat, Dec 5"],
    [
      "every Monday 9:30 UTC",
      "Every Monday 9:30–10:30 AM UTC · next Mon, Nov 23, 10:30–11:30 AM CET",
    ],
  ])("shows how it understood %j", async (when, shown) => {
    const { sent } = await app.turn(message(`meet Sync ${when}`));
    expect(textIn(cardOf(sent[0])).split("\n")).toContain(shown);
  });

  it("asks whether Russian words mean a day or every other day", async () => {
    const asked = await app.turn(message("meet Синк через день в 10:30", { locale: "ru-RU" }));
    expect(asked.graphRequests).toEqual([]);
    expect(textIn(cardOf(asked.sent[0]))).toContain("«через день» может означать разные дни.");
    expect(buttonsOf(cardOf(asked.sent[0])).map(({ title }) => title)).toEqual([
      "вс, 22 нояб. · 10:30",
      "Каждые 2 дня, 10:30",
      "сб, 21 нояб. · 10:30",
    ]);
    const { answer } = await app.turn(press(asked.sent[0], "Каждые 2 дня, 10:30"));
    expect(textIn(cardOfAnswer(answer))).toContain("Every 2 days 10:30–11:30 AM");
  });

  it("posts one card and updates none", async () => {
    const { sent } = await app.turn(message("meet Sync every weekday 9:30 for 15 min"));
    expect(sent).toHaveLength(1);
  });

  it("asks for a missing time, and repeats at the answer", async () => {
    const { sent } = await app.turn(message("meet Sync every Monday", { from: bo }));
    const question = sent[0]!;
    expect(textOf(cardOf(question))).toContain("What time on Mon, Nov 23?");
    expect(textOf(cardOf(question))).toContain("Sync · Every Monday");
    const picked = { day: "2026-11-30", time: "09:30" };
    const { answer } = await app.turn(press(question, "Set time", { from: bo, inputs: picked }));
    expect(textIn(cardOfAnswer(answer))).toContain("Every Monday 9:30–10:30 AM · next Mon, Nov 30");
  });

  it("doesn't repeat after a day that the rule doesn't have was picked", async () => {
    const { sent } = await app.turn(message("meet Sync every Monday", { from: bo }));
    const picked = { day: "2026-12-01", time: "09:30" };
    const { answer } = await app.turn(press(sent[0], "Set time", { from: bo, inputs: picked }));
    expect(textOf(cardOfAnswer(answer))).toContain("Tue, Dec 1");
    expect(textOf(cardOfAnswer(answer))).not.toContain("Every");
  });

  it.each(["tomorrow 3pm for 30 min", "26 November 3pm for 30 min"])(
    "makes a meeting on %s repeat with “move”",
    async (before) => {
      await app.turn(message(`meet Sync ${before}`));
      const { sent, graphRequests } = await app.turn(message("move to every Monday 9:30"));
      expect(changesIn(graphRequests)).toMatchObject([{ body: firstTime }]);
      expect(textIn(cardOf(sent[0]))).toContain("Every Monday 9:30–10:00 AM · next Mon, Nov 23");
    },
  );

  it("asks whether the meeting should repeat, and makes it", async () => {
    await app.turn(message("meet Sync tomorrow 3pm for 30 min", { from: ada }));
    const { sent, graphRequests } = await app.turn(
      message("meet Sync every Monday 9:30-10:00 for 6 weeks", { from: ada }),
    );
    expect(changesIn(graphRequests)).toEqual([]);
    const rule = "Every Monday 9:30–10:00 AM, until January 3, 2027 · next Mon, Nov 23";
    expect(textIn(cardOf(sent[0]))).toContain(rule);
    const updated = await app.turn(press(sent[0], "Update", { from: ada }));
    expect(changesIn(updated.graphRequests)).toMatchObject([{ body: firstTime }]);
    expect(textIn(cardOfAnswer(updated.answer))).toContain(rule);
  });

  it("doesn't ask about a rule that the meeting has", async () => {
    await app.turn(message("meet Sync every second Monday 9:30-10:00", { from: ada }));
    for (const same of ["meet Sync every second Monday 9:30-10:00", "meet", "meet Sync"]) {
      const { sent, graphRequests } = await app.turn(message(same, { from: bo }));
      expect(textIn(cardOf(sent[0]))).not.toContain("already a meeting");
      expect(textIn(cardOf(sent[0]))).toContain("Every 2 weeks on Monday 9:30–10:00 AM");
      expect(graphRequests).toHaveLength(1);
    }
    const { sent } = await app.turn(message("meet Sync every Monday 9:30-10:00", { from: bo }));
    expect(textIn(cardOf(sent[0]))).toContain("There’s already a meeting");
  });

  it("is kept by the offer to create a cancelled meeting again", async () => {
    await app.turn(message("meet Sync tomorrow 3pm for 30 min", { from: ada }));
    const { sent: asked } = await app.turn(message("cancel", { from: ada }));
    await app.turn(press(asked[0], "Cancel meeting", { from: ada }));
    const { sent } = await app.turn(message("move to every Monday 9:30", { from: ada }));
    const { answer } = await app.turn(press(sent[0], "Create a new meeting", { from: ada }));
    expect(textOf(cardOfAnswer(answer))).toContain("Every Monday");
  });

  it("comes with a new link", async () => {
    await app.turn(message("meet Sync tomorrow 3pm for 30 min", { from: ada }));
    const { sent } = await app.turn(message("new every Monday 9:30", { from: ada }));
    const { answer } = await app.turn(press(sent[0], "Create new link", { from: ada }));
    expect(textOf(cardOfAnswer(answer))).toContain("Every Monday");
  });

  it("is created from a search", async () => {
    const { entries } = await search(app, "Sync every Monday 9:30-10:00");
    expect(entries[0]?.title).toContain("Every Monday 9:30–10:00 AM · next Mon, Nov 23");
    const { entries: chosen, graphRequests } = await choose(app, entries[0]!.choice!);
    expect(graphRequests).toMatchObject([{ body: { subject: "Sync", ...firstTime } }]);
    expect(textOf(chosen[0]!.card)).toContain("Every Monday");
  });

  it("in everyday words", async () => {
    const { sent } = await app.turn(message("schedule a sync every Monday at 9:30"));
    expect(textIn(cardOf(sent[0]))).toContain("Every Monday 9:30–10:30 AM");
  });
});
