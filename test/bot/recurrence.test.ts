import { ada, bo, message } from "../support/activities";
import { cardOf, cardOfAnswer, textOf } from "../support/cards";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";
import { choose, search } from "./message-extension/searching";

// It's Friday, 20 November 2026, 10:00 in Paris.
describe("a meeting that repeats", () => {
  const app = useApp();

  const noticeIn = (sent: Parameters<typeof cardOf>[0]) =>
    textOf(cardOf(sent)).replace(/[^\S\n]/gu, " ");

  it.each([
    [
      "en-US",
      "meet Sync every Monday 9:30-10:00",
      "Every Monday, 9:30–10:00 AM. Rendezvous can’t repeat meetings yet, so this is only the first one, on Monday, November 23.",
    ],
    [
      "en-US",
      "meet Sync every second Monday and Thursday 9:30-10:00 starting Monday until 30 June",
      "Every 2 weeks on Monday and Thursday, 9:30–10:00 AM, until June 30, 2027.",
    ],
    ["en-US", "meet Sync weekdays 9:30-10:00", "Every weekday, 9:30–10:00 AM. Rendezvous"],
    [
      "fr-FR",
      "réunion Sync chaque lundi 9h30-10h, 6 fois",
      "Tous les lundis, 09:30–10:00, 6 fois. Rendezvous ne peut pas encore répéter les réunions : seule la première est prévue, le lundi 23 novembre.",
    ],
    [
      "ja-JP",
      "会議 毎週月曜 9:30〜10:00 Sync",
      "毎週月曜日、9:30～10:00。Rendezvous はまだ定期的な会議に対応していないため、初回 (11月23日月曜日) のみです。",
    ],
    [
      "ru-RU",
      "встреча Sync каждый понедельник 9:30-10:00 до 30 июня",
      "По понедельникам, 09:30–10:00, по 30 июня 2027 г. Rendezvous пока не умеет повторять встречи, поэтому это только первая: понедельник, 23 ноября.",
    ],
    [
      "zh-CN",
      "会议 每周一9:30-10:00 Sync",
      "每周一，09:30–10:00。Rendezvous 暂不支持定期会议，因此这只是第一次会议：11月23日星期一。",
    ],
  ])("%s: %s", async (locale, text, notice) => {
    const { sent, graphRequests } = await app.turn(message(text, { from: ada, locale }));
    expect(graphRequests).toMatchObject([
      {
        body: {
          subject: "Sync",
          startDateTime: "2026-11-23T08:30:00.000Z",
          endDateTime: "2026-11-23T09:00:00.000Z",
        },
      },
    ]);
    expect(noticeIn(sent[0])).toContain(notice);
  });

  it.each([
    ["daily at 17:00", "Every day, 5:00 PM."],
    ["on the first Monday of the month 9:30", "Every month on the first Monday, 9:30 AM."],
    ["last Friday of the month 9:30", "Every month on the last Friday, 9:30 AM."],
    ["monthly on the 23rd 9:30", "Every month on the 23rd, 9:30 AM."],
    ["every Monday 9:30 UTC", "Every Monday, 9:30 AM UTC."],
  ])("says how it understood %j", async (when, notice) => {
    const { sent } = await app.turn(message(`meet Sync ${when}`));
    expect(noticeIn(sent[0])).toContain(`${notice} Rendezvous can’t repeat meetings yet`);
  });

  it("asks for a missing time, and says the same with the answer", async () => {
    const { sent } = await app.turn(message("meet Sync every Monday", { from: bo }));
    const question = sent[0]!;
    expect(textOf(cardOf(question))).toContain("What time on Mon, Nov 23?");
    expect(textOf(cardOf(question))).toContain("Sync · Every Monday");
    const picked = { day: "2026-11-30", time: "09:30" };
    const { answer } = await app.turn(press(question, "Set time", { from: bo, inputs: picked }));
    expect(textOf(cardOfAnswer(answer))).toContain("Every Monday, 9:30 AM. Rendezvous can’t");
  });

  it("says nothing after a day that it doesn't have was picked", async () => {
    const { sent } = await app.turn(message("meet Sync every Monday", { from: bo }));
    const picked = { day: "2026-12-01", time: "09:30" };
    const { answer } = await app.turn(press(sent[0], "Set time", { from: bo, inputs: picked }));
    expect(textOf(cardOfAnswer(answer))).toContain("Tue, Dec 1");
    expect(textOf(cardOfAnswer(answer))).not.toContain("repeat");
  });

  it("moves only to its first time", async () => {
    await app.turn(message("meet Sync tomorrow 3pm for 30 min"));
    const { sent, graphRequests } = await app.turn(message("move to every Monday 9:30"));
    expect(changesIn(graphRequests)).toMatchObject([
      {
        body: {
          startDateTime: "2026-11-23T08:30:00.000Z",
          endDateTime: "2026-11-23T09:00:00.000Z",
        },
      },
    ]);
    expect(noticeIn(sent[0])).toContain("so this is only the first one, on Monday, November 23.");
  });

  it("moves a later meeting to the first time too", async () => {
    await app.turn(message("meet Sync 26 November 3pm for 30 min"));
    const { graphRequests } = await app.turn(message("move to every Monday 9:30"));
    expect(changesIn(graphRequests)).toMatchObject([
      { body: { startDateTime: "2026-11-23T08:30:00.000Z" } },
    ]);
  });

  it("is named in the question whether to change the meeting, and after the change", async () => {
    await app.turn(message("meet Sync tomorrow 3pm for 30 min", { from: ada }));
    const { sent } = await app.turn(
      message("meet Sync every Monday 9:30-10:00 for 6 weeks", { from: ada }),
    );
    const notice = "Every Monday, 9:30–10:00 AM, until January 3, 2027. Rendezvous can’t repeat";
    expect(noticeIn(sent[0])).toContain(notice);
    const { answer } = await app.turn(press(sent[0], "Update", { from: ada }));
    expect(textOf(cardOfAnswer(answer)).replace(/[^\S\n]/gu, " ")).toContain(notice);
  });

  it("is kept by the offer to create a cancelled meeting again", async () => {
    await app.turn(message("meet Sync tomorrow 3pm for 30 min", { from: ada }));
    const { sent: asked } = await app.turn(message("cancel", { from: ada }));
    await app.turn(press(asked[0], "Cancel meeting", { from: ada }));
    const { sent } = await app.turn(message("move to every Monday 9:30", { from: ada }));
    const { answer } = await app.turn(press(sent[0], "Create a new meeting", { from: ada }));
    expect(textOf(cardOfAnswer(answer))).toContain("Every Monday");
  });

  it("is named with a new link", async () => {
    await app.turn(message("meet Sync tomorrow 3pm for 30 min", { from: ada }));
    const { sent } = await app.turn(message("new every Monday 9:30", { from: ada }));
    const { answer } = await app.turn(press(sent[0], "Create new link", { from: ada }));
    expect(textOf(cardOfAnswer(answer))).toContain("Every Monday");
  });

  it("is created from a search by its first time", async () => {
    const { entries } = await search(app, "Sync every Monday 9:30-10:00");
    expect(entries[0]?.title).toContain("9:30–10:00 AM");
    const { entries: chosen, graphRequests } = await choose(app, entries[0]!.choice!);
    expect(graphRequests).toMatchObject([
      { body: { subject: "Sync", startDateTime: "2026-11-23T08:30:00.000Z" } },
    ]);
    expect(textOf(chosen[0]!.card)).toContain("Rendezvous can’t repeat meetings yet");
  });

  it("in everyday words", async () => {
    const { sent } = await app.turn(message("schedule a sync every Monday at 9:30"));
    expect(noticeIn(sent[0])).toContain("Every Monday, 9:30 AM. Rendezvous can’t repeat");
  });
});
