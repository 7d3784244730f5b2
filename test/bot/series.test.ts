import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";
import { ada, bo, chen, message } from "../support/activities";
import { cardOf, cardOfAnswer, buttonsOf, choicesOf, textOf, valuesOf } from "../support/cards";
import {
  createOrGetBodies,
  dialogOf,
  pressInDialog,
  previewOf,
  submitMeet,
} from "../support/extension";
import { changesIn } from "../support/meeting";
import { press, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

// It's Friday, 20 November 2026, 10:00 in Paris.
describe("a meeting that repeats", () => {
  const app = useApp();

  const textIn = (card: Parameters<typeof textOf>[0]) => textOf(card).replace(/[^\S\n]/gu, " ");
  const daily = "meet Stand-up every weekday 9:30 for 15 min";
  const refreshed = async (sent: Parameters<typeof press>[0], from = ada, timeZone?: string) => {
    const turn = await app.turn(press(sent, "Refresh", { from, ...(timeZone && { timeZone }) }));
    return { ...turn, text: textIn(cardOfAnswer(turn.answer)) };
  };
  /** Without those whose token had expired. */
  const doneIn = (requests: Parameters<typeof changesIn>[0]) =>
    changesIn(requests).filter(({ status }) => status !== 401);
  const titlesOf = (card: AdaptiveCard) => buttonsOf(card).map(({ title }) => title);

  describe("shown", () => {
    it("says when it's next, and that it goes on", async () => {
      const { sent } = await app.turn(message(daily, { from: ada }));
      expect(textIn(cardOf(sent[0]))).toContain("Weekdays 9:30–9:45 AM · next Mon, Nov 23");
      await app.clock.advance(2 * DAY_MS);
      expect((await refreshed(sent[0])).text).toContain("· next tomorrow, Nov 23");
      await app.clock.advance(DAY_MS - 45 * 60_000);
      expect((await refreshed(sent[0])).text).toContain("· next today, Nov 23");
      await app.clock.advance(15 * 60_000);
      expect((await refreshed(sent[0])).text).toContain("Weekdays 9:30–9:45 AM · now");
      await app.clock.advance(15 * 60_000);
      expect((await refreshed(sent[0])).text).toContain("· next tomorrow, Nov 24");
    });

    it("says so when it's over", async () => {
      const { sent } = await app.turn(message("meet Stand-up every day 9:30-9:45, 2 times"));
      await app.clock.advance(3 * DAY_MS);
      expect((await refreshed(sent[0])).text).toContain("Every day 9:30–9:45 AM, 2 times · over");
    });

    it("in the reader's zone and language", async () => {
      const { sent } = await app.turn(message(daily, { from: ada }));
      const { text } = await refreshed(sent[0], bo, "America/New_York");
      expect(text).toContain("Weekdays 9:30–9:45 AM CET · next Mon, Nov 23, 3:30–3:45 AM EST");
    });

    it("right at the reader's midnight", async () => {
      // The start is on Tuesday, 00:30 in Auckland.
      const { sent } = await app.turn(message("meet Review every Monday 12:30pm for 15 min"));
      await app.clock.advance(2 * DAY_MS);
      expect((await refreshed(sent[0], bo, "Pacific/Auckland")).text).toContain(
        "Every Monday 12:30–12:45 PM CET · next Tue, Nov 24, 12:30–12:45 AM",
      );
      // Sunday, 22 November, 23:59 and then midnight in Auckland.
      await app.clock.advance(59 * 60_000 + HOUR_MS);
      expect((await refreshed(sent[0], bo, "Pacific/Auckland")).text).toContain("next Tue, Nov 24");
      await app.clock.advance(60_000);
      expect((await refreshed(sent[0], bo, "Pacific/Auckland")).text).toContain(
        "next tomorrow, Nov 24",
      );
    });
  });

  describe("kept alive", () => {
    it("moves on at Graph once an occurrence is over and someone sees the card", async () => {
      const { sent } = await app.turn(message(daily, { from: ada }));
      await app.clock.advance(3 * DAY_MS);
      for (const count of [1, 0]) {
        const { graphRequests } = await refreshed(sent[0]);
        expect(doneIn(graphRequests)).toHaveLength(count);
      }
      expect(app.cloud.meetings()).toMatchObject([
        { startDateTime: "2026-11-24T08:30:00.0000000Z" },
      ]);
      expect(app.connector.sent.filter(({ method }) => method === "PUT")).toEqual([]);
    });

    it("costs nothing within the freshness window", async () => {
      const { sent } = await app.turn(message(daily, { from: ada }));
      const { graphRequests } = await refreshed(sent[0]);
      expect(graphRequests).toEqual([]);
    });

    it("while no one opens it, with a PATCH a month", async () => {
      const { sent } = await app.turn(message("meet Review every Monday 9:30 for 15 min"));
      const { text: first } = await refreshed(sent[0]);
      expect(first).toContain("next Mon, Nov 23");
      app.cloud.clearRequests();
      // The clocks change on 28 March.
      for (let day = 0; day < 150; day += 1) {
        await app.clock.advance(DAY_MS);
        await app.purgeExpired();
        await app.runDue();
      }
      expect(doneIn(app.cloud.requests()).length).toBeLessThanOrEqual(5);
      const { text } = await refreshed(sent[0]);
      expect(text).toContain("Every Monday 9:30–9:45 AM · next Mon, Apr 26");
      expect(text).not.toContain("no longer");
      expect(app.cloud.meetings()).toMatchObject([
        { startDateTime: "2027-04-26T07:30:00.0000000Z", subject: "Review" },
      ]);
      const tokyo = await refreshed(sent[0], bo, "Asia/Tokyo");
      expect(tokyo.text).toContain("9:30–9:45 AM CEST · next Mon, Apr 26, 4:30–4:45 PM");
    });
  });

  describe("moved", () => {
    it("only this one", async () => {
      await app.turn(message(daily, { from: ada }));
      const { sent, graphRequests } = await app.turn(message("move to 10:00", { from: bo }));
      expect(doneIn(graphRequests)).toEqual([]);
      expect(textIn(cardOf(sent[0]))).toContain("Mon, Nov 23 · 10:00–10:15 AM CET");
      expect(titlesOf(cardOf(sent[0]))).toEqual(["Join", "Only Mon, Nov 23", "All", "Keep"]);
      const moved = await app.turn(press(sent[0], "Only Mon, Nov 23", { from: bo }));
      expect(doneIn(moved.graphRequests)).toMatchObject([
        {
          body: {
            startDateTime: "2026-11-23T09:00:00.000Z",
            endDateTime: "2026-11-23T09:15:00.000Z",
          },
        },
      ]);
      expect(textIn(cardOfAnswer(moved.answer))).toContain(
        "Weekdays 9:30–9:45 AM · next Mon, Nov 23, 10:00–10:15 AM",
      );
      expect(textOf(cardOfAnswer(moved.answer))).toContain("Moved by Bo Nilsson.");
      await app.clock.advance(3 * DAY_MS + 16 * 60_000);
      const { sent: later } = await app.turn(message("meet", { from: ada }));
      expect(textIn(cardOf(later[0]))).toContain("9:30–9:45 AM · next tomorrow, Nov 24");
    });

    it("all of them", async () => {
      await app.turn(message(daily, { from: ada }));
      const { sent } = await app.turn(message("move to 10:00", { from: ada }));
      const moved = await app.turn(press(sent[0], "All", { from: ada }));
      expect(doneIn(moved.graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-23T09:00:00.000Z" } },
      ]);
      expect(textIn(cardOfAnswer(moved.answer))).toContain(
        "Weekdays 10:00–10:15 AM · next Mon, Nov 23",
      );
    });

    it("to another day: this one, or all if the rule allows it", async () => {
      await app.turn(message("meet Review every Monday 9:30 for 15 min, 5 times", { from: ada }));
      const { sent } = await app.turn(message("move to Tuesday 10:00", { from: ada }));
      expect(titlesOf(cardOf(sent[0]))).toEqual([
        "Join",
        "Only Mon, Nov 23",
        "All",
        "Stop repeating",
        "Keep",
      ]);
      const { answer } = await app.turn(press(sent[0], "All", { from: ada }));
      expect(textIn(cardOfAnswer(answer))).toContain(
        "Every Tuesday 10:00–10:15 AM, 5 times · next Tue, Nov 24",
      );
    });

    it("to a day on which all of them can't be", async () => {
      await app.turn(message(daily, { from: ada }));
      const { sent } = await app.turn(message("move to Saturday 10:00", { from: ada }));
      expect(titlesOf(cardOf(sent[0]))).not.toContain("All");
    });

    it("to a single time", async () => {
      await app.turn(message(daily, { from: ada }));
      const { sent } = await app.turn(message("move to Saturday 10:00", { from: ada }));
      const { answer } = await app.turn(press(sent[0], "Stop repeating", { from: ada }));
      expect(textIn(cardOfAnswer(answer))).toContain("Sat, Nov 21 · 10:00–10:15 AM CET");
      expect(textIn(cardOfAnswer(answer))).not.toContain("Weekdays");
    });

    it("without a question when only the last one is left", async () => {
      await app.turn(message("meet Review every Monday 9:30 for 15 min, 2 times", { from: ada }));
      await app.clock.advance(4 * DAY_MS);
      const { sent } = await app.turn(message("move to 10:00", { from: ada }));
      expect(textIn(cardOf(sent[0]))).toContain("next Mon, Nov 30, 10:00–10:15 AM");
    });

    it("when someone asks for another time with “meet”", async () => {
      await app.turn(message(daily, { from: ada }));
      const { sent } = await app.turn(message("meet Monday 10:00", { from: bo }));
      expect(textIn(cardOf(sent[0]))).toContain("“Stand-up” repeats.");
      const { answer } = await app.turn(press(sent[0], "Only Mon, Nov 23", { from: bo }));
      expect(textIn(cardOfAnswer(answer))).toContain("next Mon, Nov 23, 10:00–10:15 AM");
    });

    it("and renamed, for all", async () => {
      await app.turn(message(daily, { from: ada }));
      const { sent, graphRequests } = await app.turn(message("rename Daily", { from: ada }));
      expect(doneIn(graphRequests)).toMatchObject([{ body: { subject: "Daily" } }]);
      expect(textIn(cardOf(sent[0]))).toContain("Weekdays 9:30–9:45 AM · next Mon, Nov 23");
    });
  });

  describe("edited in a form", () => {
    const weekly = "meet Review every Monday 9:30 for 15 min with @Chen Wei";
    async function edit(text: string, inputs: object, from = bo) {
      const { sent } = await app.turn(message(text, { from: ada, mentions: [ada, bo, chen] }));
      const { answer } = await app.turn(press(sent[0], "Edit", { from }));
      const form = cardOfAnswer(answer);
      const saved = await app.turn(
        pressOn(form, "Save", {
          from,
          pressed: sent[0]?.id,
          inputs: { ...valuesOf(form), ...inputs },
        }),
      );
      return { ...saved, card: cardOfAnswer(saved.answer), pressed: sent[0]?.id };
    }

    it("asks only the person who saved it which meetings get the new time", async () => {
      const { card, pressed, sent, graphRequests } = await edit(daily, { time: "10:00" });
      expect([sent, graphRequests]).toEqual([[], []]);
      expect(textIn(card)).toContain(
        "Edit meeting\nIs the new time only for the next meeting (Mon, Nov 23), or for all from then on?",
      );
      expect(titlesOf(card)).toEqual(["Join", "Only Mon, Nov 23", "All", "Keep"]);
      const moved = await app.turn(pressOn(card, "Only Mon, Nov 23", { from: bo, pressed }));
      expect(doneIn(moved.graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-23T09:00:00.000Z" } },
      ]);
      expect(textIn(cardOfAnswer(moved.answer))).toContain(
        "Weekdays 9:30–9:45 AM · next Mon, Nov 23, 10:00–10:15 AM",
      );
      expect(textOf(cardOfAnswer(moved.answer))).toContain("Moved by Bo Nilsson.");
      expect(moved.sent[0]).toMatchObject({ method: "PUT", id: pressed });
    });

    it("makes the other changes together with it", async () => {
      const inputs = { topic: "Retro", minutes: "30", invited: "", addresses: "ana@contoso.com" };
      const { card } = await edit(weekly, inputs);
      expect(textOf(card)).toMatch(/Review\nRetro\n.*\n.*\nChen Wei\nAdd ana@/);
      const { graphRequests, answer } = await app.turn(pressOn(card, "All", { from: bo }));
      expect(doneIn(graphRequests)).toMatchObject([
        {
          body: {
            subject: "Retro",
            endDateTime: "2026-11-23T09:00:00.000Z",
            participants: { attendees: [{ upn: "ana@contoso.com" }] },
          },
        },
      ]);
      expect(doneIn(graphRequests)[0]?.body).toMatchObject({
        participants: { attendees: expect.not.arrayContaining([chen.aadId]) },
      });
      const text = textIn(cardOfAnswer(answer));
      expect(text).toContain("Every Monday 9:30–10:00 AM · next Mon, Nov 23");
      expect(text).toContain("Updated by Bo Nilsson.");
      expect(text).not.toContain("Chen Wei");
    });

    it("changes nothing with Keep, which leads back to the meeting", async () => {
      const { card } = await edit(weekly, { day: "2026-11-24" });
      expect(titlesOf(card)).toContain("Stop repeating");
      const { answer, sent, graphRequests } = await app.turn(pressOn(card, "Keep", { from: bo }));
      expect([sent, graphRequests]).toEqual([[], []]);
      expect(textIn(cardOfAnswer(answer))).toContain(
        "Every Monday 9:30–9:45 AM · next Mon, Nov 23",
      );
    });

    it.each<[string, string, object]>([
      ["the time stays", daily, { topic: "Daily" }],
      ["only one is left", "meet Review every Monday 9:30 until 29 November", { time: "10:00" }],
    ])("doesn't ask if %s", async (_, text, inputs) => {
      const { graphRequests, card } = await edit(text, inputs);
      expect(doneIn(graphRequests)).toHaveLength(1);
      expect(textOf(card)).toContain("Updated by Bo Nilsson.");
    });

    it("lists the rule that the meeting has, and gives it another one", async () => {
      const { sent } = await app.turn(message(`${weekly} until 30 June`, { mentions: [chen] }));
      const { answer } = await app.turn(press(sent[0], "Edit", { from: bo }));
      const form = cardOfAnswer(answer);
      expect(valuesOf(form)).toMatchObject({ day: "2026-11-23", time: "09:30", repeat: "own" });
      expect(choicesOf(form, "repeat")).toEqual([
        "Doesn’t repeat",
        "Every Monday, until June 30, 2027",
        "Every day",
        "Weekdays",
        "Every week",
        "Every 2 weeks",
        "Every month",
        "Custom…",
      ]);
      const inputs = { ...valuesOf(form), repeat: "every 2 weeks", time: "10:00" };
      const saved = await app.turn(pressOn(form, "Save", { from: bo, inputs }));
      expect(doneIn(saved.graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-23T09:00:00.000Z" } },
      ]);
      expect(textIn(cardOfAnswer(saved.answer))).toContain(
        "Every 2 weeks on Monday 10:00–10:15 AM · next Mon, Nov 23",
      );
    });

    it("lists a rule of the list only once", async () => {
      const { sent } = await app.turn(message(weekly, { mentions: [chen] }));
      const { answer } = await app.turn(press(sent[0], "Edit", { from: bo }));
      expect(choicesOf(cardOfAnswer(answer), "repeat")).toEqual([
        "Doesn’t repeat",
        "Every Monday",
        "Every day",
        "Weekdays",
        "Every 2 weeks",
        "Every month",
        "Custom…",
      ]);
    });

    it("stops repeating", async () => {
      const { card, graphRequests } = await edit(daily, { repeat: "once" });
      expect(doneIn(graphRequests)).toEqual([]);
      expect(textIn(card)).toContain("Mon, Nov 23 · 9:30–9:45 AM CET");
      expect(textIn(card)).toContain("Updated by Bo Nilsson.");
      expect(textIn(card)).not.toContain("Weekdays");
    });

    it("stops repeating with a last meeting at another time", async () => {
      const { card, graphRequests } = await edit(daily, { repeat: "once", time: "10:00" });
      expect(doneIn(graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-23T09:00:00.000Z" } },
      ]);
      expect(textIn(card)).toContain("Mon, Nov 23 · 10:00–10:15 AM CET");
    });

    it("makes a meeting repeat", async () => {
      const { card, graphRequests } = await edit("meet Review Monday 9:30 for 15 min", {
        repeat: "every week",
      });
      expect(doneIn(graphRequests)).toEqual([]);
      expect(textIn(card)).toContain("Every Monday 9:30–9:45 AM · next Mon, Nov 23");
    });

    it("takes the length that the rule names", async () => {
      const { card } = await edit(daily, { repeat: "every Monday for 30 min" });
      expect(textIn(card)).toContain("Every Monday 9:30–10:00 AM · next Mon, Nov 23");
    });

    it("gives a standing meeting a rule, once it has a start", async () => {
      const { card, graphRequests } = await edit("meet Review", { repeat: "every week" });
      expect(doneIn(graphRequests)).toEqual([]);
      expect(textOf(card)).toContain("What time today?");
      const inputs = { ...valuesOf(card), day: "2026-11-24", time: "09:30" };
      const { answer } = await app.turn(pressOn(card, "Save", { from: bo, inputs }));
      expect(textIn(cardOfAnswer(answer))).toContain("Every Tuesday 9:30–10:30 AM");
    });

    it("keeps the series if a client sends no rule", async () => {
      const { card } = await edit(daily, { topic: "Daily", repeat: "" });
      expect(textIn(card)).toContain("Daily\nWeekdays 9:30–9:45 AM");
    });

    it("in the dialog, which makes a meeting repeat and asks before it changes one", async () => {
      const first = { topic: "Review", day: "2026-11-23", time: "09:30", minutes: "15" };
      const made = await submitMeet(app, { ...first, repeat: "every week" }, { from: ada });
      expect(textIn(previewOf(made.answer))).toContain("Every Monday 9:30–9:45 AM · next Mon");
      const { answer, graphRequests } = await submitMeet(
        app,
        { repeat: "every day" },
        { from: bo },
      );
      expect(changesIn(graphRequests)).toEqual([]);
      const asked = dialogOf(answer);
      expect(textIn(asked)).toContain("Every day 9:30–9:45 AM");
      const moved = await app.turn(pressInDialog(asked, "Update", {}, { from: bo }));
      expect(textIn(previewOf(moved.answer))).toContain("Every day 9:30–9:45 AM");
    });

    it("asks in the dialog of the compose box, too", async () => {
      await app.turn(message(daily, { from: ada }));
      const { answer, graphRequests } = await submitMeet(app, { time: "10:00" }, { from: bo });
      expect(changesIn(graphRequests)).toEqual([]);
      const asked = dialogOf(answer);
      expect(textIn(asked)).toContain("“Stand-up” repeats.");
      const moved = await app.turn(pressInDialog(asked, "Only Mon, Nov 23", {}, { from: bo }));
      expect(textIn(previewOf(moved.answer))).toContain("next Mon, Nov 23, 10:00–10:15 AM");
    });
  });

  describe("cancelled", () => {
    it("only this one is skipped, and can be restored", async () => {
      await app.turn(message(daily, { from: ada }));
      const { sent } = await app.turn(message("cancel", { from: ada }));
      expect(titlesOf(cardOf(sent[0]))).toEqual(["Only Mon, Nov 23", "Cancel all", "Back"]);
      const skipped = await app.turn(press(sent[0], "Only Mon, Nov 23", { from: ada }));
      expect(doneIn(skipped.graphRequests)).toMatchObject([
        { method: "PATCH", body: { startDateTime: "2026-11-24T08:30:00.000Z" } },
      ]);
      const card = cardOfAnswer(skipped.answer);
      expect(textIn(card)).toContain("Ada Lovelace skipped Mon, Nov 23.");
      expect(textIn(card)).toContain("next Tue, Nov 24\nSkipped: Mon, Nov 23");
      const restored = await app.turn(pressOn(card, "Restore", { from: bo }));
      expect(doneIn(restored.graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-23T08:30:00.000Z" } },
      ]);
      expect(textIn(cardOfAnswer(restored.answer))).toContain("next Mon, Nov 23");
      expect(textIn(cardOfAnswer(restored.answer))).not.toContain("Skipped");
    });

    it("all of them, and created again with the rule", async () => {
      await app.turn(message("meet Review every second Monday 9:30 for 15 min", { from: ada }));
      await app.clock.advance(5 * DAY_MS);
      const { sent } = await app.turn(message("cancel", { from: ada }));
      const cancelled = await app.turn(press(sent[0], "Cancel all", { from: ada }));
      expect(doneIn(cancelled.graphRequests)).toMatchObject([{ method: "DELETE" }]);
      const card = cardOfAnswer(cancelled.answer);
      const again = await app.turn(pressOn(card, "Create a new meeting", { from: ada }));
      expect(textIn(cardOfAnswer(again.answer))).toContain(
        "Every 2 weeks on Monday 9:30–9:45 AM · next Mon, Dec 7",
      );
    });

    it.each(["the card", "a later request"])(
      "all of them, and created again from %s with what was skipped and moved",
      async (from) => {
        await app.turn(message(daily, { from: ada }));
        const { sent: asked } = await app.turn(message("move to 10:00", { from: ada }));
        await app.turn(press(asked[0], "Only Mon, Nov 23", { from: ada }));
        await app.turn(message("skip Tuesday", { from: ada }));
        await app.turn(message("skip Dec 24", { from: ada }));
        const { sent } = await app.turn(message("cancel", { from: ada }));
        const { answer } = await app.turn(press(sent[0], "Cancel all", { from: ada }));
        const { sent: renamed } = await app.turn(message("rename Daily", { from: ada }));
        const card = from === "the card" ? cardOfAnswer(answer) : cardOf(renamed[0]);
        const again = await app.turn(pressOn(card, "Create a new meeting", { from: ada }));
        expect(createOrGetBodies(again.graphRequests)).toMatchObject([
          { startDateTime: "2026-11-23T09:00:00.000Z" },
        ]);
        expect(textIn(cardOfAnswer(again.answer))).toContain(
          "Weekdays 9:30–9:45 AM · next Mon, Nov 23, 10:00–10:15 AM\nSkipped: Tue, Nov 24",
        );
        const { sent: same } = await app.turn(message("skip Dec 24", { from: ada }));
        expect(textIn(cardOf(same[0]))).toContain("That meeting (Thu, Dec 24) is already skipped.");
      },
    );

    it("all of them, and created again without exceptions that have passed", async () => {
      await app.turn(message(daily, { from: ada }));
      await app.turn(message("skip Monday", { from: ada }));
      const { sent } = await app.turn(message("cancel", { from: ada }));
      const { answer } = await app.turn(press(sent[0], "Cancel all", { from: ada }));
      await app.clock.advance(4 * DAY_MS);
      const card = cardOfAnswer(answer);
      const again = await app.turn(pressOn(card, "Create a new meeting", { from: ada }));
      expect(textIn(cardOfAnswer(again.answer))).toContain("next tomorrow, Nov 25");
      expect(textIn(cardOfAnswer(again.answer))).not.toContain("Skipped");
    });

    it("asks nothing else when only the last one is left", async () => {
      await app.turn(message("meet Review every Monday 9:30 for 15 min, 2 times", { from: ada }));
      await app.clock.advance(4 * DAY_MS);
      const { sent } = await app.turn(message("cancel", { from: ada }));
      expect(titlesOf(cardOf(sent[0]))).toEqual(["Cancel meeting", "Back"]);
    });
  });

  describe("skipped", () => {
    it.each([
      ["en-US", "skip", "Mon, Nov 23"],
      ["en-US", "skip next", "Mon, Nov 23"],
      ["en-US", "skip the next one please", "Mon, Nov 23"],
      ["en-US", "skip Monday", "Mon, Nov 23"],
      ["en-US", "skip on Tuesday", "Tue, Nov 24"],
      ["en-US", "skip Tuesday's meeting", "Tue, Nov 24"],
      ["en-US", "skip Friday", "Fri, Nov 27"],
      ["en-US", "skip Dec 24", "Thu, Dec 24"],
      ["en-US", "skip the 25th", "Wed, Nov 25"],
      ["en-US", "let's skip Tuesday", "Tue, Nov 24"],
      ["en-US", "we're not meeting on Tuesday", "Tue, Nov 24"],
      ["en-US", "no stand-up on Tuesday", "Tue, Nov 24"],
      ["en-US", "cancel Tuesday", "Tue, Nov 24"],
      ["en-US", "cancel the next meeting", "Mon, Nov 23"],
      ["fr-FR", "ignorer lundi", "lun. 23 nov."],
      ["fr-FR", "saute la prochaine", "lun. 23 nov."],
      ["fr-FR", "pas de réunion mardi", "mar. 24 nov."],
      ["fr-FR", "annule la réunion de mardi", "mar. 24 nov."],
      ["ja-JP", "スキップ 月曜日", "11月23日(月)"],
      ["ja-JP", "次回をスキップ", "11月23日(月)"],
      ["ja-JP", "次回の会議は休みにして", "11月23日(月)"],
      ["ru-RU", "пропустить вторник", "вт, 24 нояб."],
      ["ru-RU", "пропусти следующее собрание", "пн, 23 нояб."],
      ["ru-RU", "во вторник не встречаемся", "вт, 24 нояб."],
      ["zh-CN", "跳过 周二", "11月24日周二"],
      ["zh-CN", "跳过下一次", "11月23日周一"],
      ["zh-CN", "周二不开会", "11月24日周二"],
      ["en-US", "skip next week", "Mon, Nov 23 – Fri, Nov 27"],
      ["en-US", "skip all meetings next week", "Mon, Nov 23 – Fri, Nov 27"],
      ["en-US", "we’re not meeting next week", "Mon, Nov 23 – Fri, Nov 27"],
      ["en-US", "no stand-up next week", "Mon, Nov 23 – Fri, Nov 27"],
      ["en-US", "cancel next week", "Mon, Nov 23 – Fri, Nov 27"],
      ["en-US", "skip the week after next", "Mon, Nov 30 – Fri, Dec 4"],
      ["en-US", "skip the next two", "Mon, Nov 23, and Tue, Nov 24"],
      ["en-US", "skip the next 3 meetings", "Mon, Nov 23 – Wed, Nov 25"],
      ["fr-FR", "ignorer la semaine prochaine", "lun. 23 nov. – ven. 27 nov."],
      ["fr-FR", "pas de réunion la semaine prochaine", "lun. 23 nov. – ven. 27 nov."],
      ["fr-FR", "saute les deux prochaines", "lun. 23 nov. et mar. 24 nov."],
      ["ja-JP", "スキップ 来週", "11月23日(月)～11月27日(金)"],
      ["ja-JP", "来週の会議をスキップ", "11月23日(月)～11月27日(金)"],
      ["ja-JP", "次の2回をスキップ", "11月23日(月)、11月24日(火)"],
      ["ru-RU", "пропустить следующую неделю", "пн, 23 нояб. – пт, 27 нояб."],
      ["ru-RU", "на следующей неделе не встречаемся", "пн, 23 нояб. – пт, 27 нояб."],
      ["ru-RU", "пропустить два следующих собрания", "пн, 23 нояб.; вт, 24 нояб."],
      ["zh-CN", "跳过下周", "11月23日周一至11月27日周五"],
      ["zh-CN", "下周不开会", "11月23日周一至11月27日周五"],
      ["zh-CN", "跳过接下来两次", "11月23日周一、11月24日周二"],
      ["en-US", "skip the next 4 days", "Mon, Nov 23, and Tue, Nov 24"],
      ["en-US", "skip next two weeks", "Mon, Nov 23 – Fri, Dec 4"],
      ["en-US", "skip for the next 2 weeks", "Mon, Nov 23 – Fri, Dec 4"],
      ["en-US", "cancel the next two weeks’ meetings", "Mon, Nov 23 – Fri, Dec 4"],
      ["en-US", "no stand-up for the next 2 weeks", "Mon, Nov 23 – Fri, Dec 4"],
      ["fr-FR", "ignorer les 5 prochains jours", "lun. 23 nov. – mer. 25 nov."],
      ["fr-FR", "pas de réunion les deux prochaines semaines", "lun. 23 nov. – ven. 4 déc."],
      ["ja-JP", "スキップ 今後5日間", "11月23日(月)～11月25日(水)"],
      ["ja-JP", "次の2週間はスキップ", "11月23日(月)～12月4日(金)"],
      ["ru-RU", "пропустить следующие 5 дней", "пн, 23 нояб. – ср, 25 нояб."],
      ["ru-RU", "пропускаем ближайшие две недели", "пн, 23 нояб. – пт, 4 дек."],
      ["zh-CN", "跳过接下来5天", "11月23日周一至11月25日周三"],
      ["zh-CN", "接下来两周不开会", "11月23日周一至12月4日周五"],
    ])("%s: %s", async (locale, text, day) => {
      await app.turn(message(daily, { from: ada, locale }));
      const { sent } = await app.turn(message(text, { from: bo, locale }));
      const [notice = ""] = textIn(cardOf(sent[0])).split("\n");
      expect(notice).toContain("Bo Nilsson");
      expect(notice).toContain(day);
    });

    it("a week of meetings, which one button restores", async () => {
      await app.turn(message(daily, { from: ada }));
      const { sent, graphRequests } = await app.turn(message("skip next week", { from: ada }));
      expect(doneIn(graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-30T08:30:00.000Z" } },
      ]);
      const text = textIn(cardOf(sent[0]));
      expect(text).toContain("Ada Lovelace skipped Mon, Nov 23 – Fri, Nov 27.");
      expect(text).toContain("next Mon, Nov 30\nSkipped: Mon, Nov 23 – Fri, Nov 27");
      const restored = await app.turn(press(sent[0], "Restore", { from: bo }));
      const again = textIn(cardOfAnswer(restored.answer));
      expect(again).toContain("Bo Nilsson restored Mon, Nov 23 – Fri, Nov 27.");
      expect(again).toContain("next Mon, Nov 23");
      expect(again).not.toContain("Skipped");
    });

    it("restores those that were skipped one after the other, and no others", async () => {
      await app.turn(message(daily, { from: ada }));
      await app.turn(message("skip Tuesday", { from: ada }));
      await app.turn(message("skip Thursday", { from: ada }));
      const { sent } = await app.turn(message("skip Wednesday", { from: ada }));
      expect(textIn(cardOf(sent[0]))).toContain("Skipped: Tue, Nov 24 – Thu, Nov 26");
      await app.turn(message("skip Dec 24", { from: ada }));
      const { answer } = await app.turn(press(sent[0], "Restore", { from: bo }));
      expect(textIn(cardOfAnswer(answer))).toContain("Skipped: Thu, Dec 24");
    });

    it.each([
      ["en-US", "skip next week", "restore", "Mon, Nov 23 – Fri, Nov 27"],
      ["en-US", "skip next week", "Restore", "Mon, Nov 23 – Fri, Nov 27"],
      ["en-US", "skip", "unskip", "Mon, Nov 23"],
      ["en-US", "skip next week", "restore Tuesday", "Tue, Nov 24"],
      ["en-US", "skip Dec 24", "please restore Dec 24", "Thu, Dec 24"],
      ["fr-FR", "ignorer lundi", "rétablir", "lun. 23 nov."],
      ["ja-JP", "スキップ 月曜日", "元に戻す", "11月23日(月)"],
      ["ru-RU", "пропустить вторник", "Не пропускать", "вт, 24 нояб."],
      ["ru-RU", "пропустить вторник", "восстановить вторник", "вт, 24 нояб."],
      ["zh-CN", "跳过 周二", "撤消跳过", "11月24日周二"],
    ])("and restored with a word, in %s: %s, %s", async (locale, skip, restore, day) => {
      const { sent: shown } = await app.turn(message(daily, { from: ada, locale }));
      const [, rule] = textIn(cardOf(shown[0])).split("\n");
      await app.turn(message(skip, { from: ada, locale }));
      const { sent, graphRequests } = await app.turn(message(restore, { from: bo, locale }));
      const [notice = "", ...rest] = textIn(cardOf(sent[0])).split("\n");
      expect(notice).toContain("Bo Nilsson");
      expect(notice).toContain(day);
      const isFirst = !restore.includes("Tuesday");
      expect(rest.includes(rule ?? "")).toBe(isFirst);
      expect(doneIn(graphRequests).length).toBeLessThanOrEqual(1);
    });

    it("restores nothing if nothing that the words name is skipped", async () => {
      await app.turn(message("meet #design Review every Monday 9:30", { from: ada }));
      const none = await app.turn(message("restore #design", { from: ada }));
      expect(textIn(cardOf(none.sent[0]))).toContain("No meeting is skipped.");
      await app.turn(message("skip #design", { from: ada }));
      for (const text of ["restore #design Dec 24", "unskip #design the boring part"]) {
        const { sent, graphRequests } = await app.turn(message(text, { from: ada }));
        expect(doneIn(graphRequests)).toEqual([]);
        expect(textIn(cardOf(sent[0]))).toContain("next Mon, Nov 30\n");
        expect(titlesOf(cardOf(sent[0]))).toContain("Restore");
      }
      const { sent } = await app.turn(message("Restore #design", { from: ada }));
      expect(textIn(cardOf(sent[0]))).toContain("next Mon, Nov 23");
      await app.turn(message("pause #design", { from: ada }));
      const paused = await app.turn(message("restore #design", { from: ada }));
      expect(textIn(cardOf(paused.sent[0]))).toContain("The meetings are paused.");
    });

    it("one of a weekly series, or none if it has no meeting that week", async () => {
      await app.turn(message("meet Review every second Monday 9:30 for 15 min", { from: ada }));
      const { sent } = await app.turn(message("skip next week", { from: ada }));
      expect(textIn(cardOf(sent[0]))).toContain("skipped Mon, Nov 23.");
      const { sent: none } = await app.turn(message("skip the week after next", { from: ada }));
      expect(textIn(cardOf(none[0]))).toBe(
        "There’s no meeting then. Next: Mon, Dec 7, and Mon, Dec 21.",
      );
    });

    it("only those of a weekly series that are within the days", async () => {
      await app.turn(message("meet Review every Monday 9:30 for 15 min", { from: ada }));
      const { sent } = await app.turn(message("skip the next 3 days", { from: ada }));
      expect(textIn(cardOf(sent[0]))).toContain("skipped Mon, Nov 23.");
      const { sent: none } = await app.turn(message("skip the next 3 days", { from: ada }));
      expect(textIn(cardOf(none[0]))).toContain("There’s no meeting then.");
      const { sent: long } = await app.turn(message("skip the next 5 weeks", { from: ada }));
      expect(textIn(cardOf(long[0]))).toContain("I can’t tell which meeting");
    });

    it("says that there's none on a day, and names the next two", async () => {
      await app.turn(message(daily, { from: ada }));
      const { sent, graphRequests } = await app.turn(message("skip Sunday", { from: ada }));
      expect(graphRequests).toEqual([]);
      expect(textIn(cardOf(sent[0]))).toBe(
        "There’s no meeting that day (Sun, Nov 22). Next: Mon, Nov 23, and Tue, Nov 24.",
      );
      const { sent: unclear } = await app.turn(message("skip the boring part", { from: ada }));
      expect(textIn(cardOf(unclear[0]))).toContain("I can’t tell which meeting");
    });

    it("once", async () => {
      await app.turn(message(daily, { from: ada }));
      await app.turn(message("skip Tuesday", { from: ada }));
      const { sent } = await app.turn(message("skip Tuesday", { from: ada }));
      expect(textIn(cardOf(sent[0]))).toBe(
        "That meeting (Tue, Nov 24) is already skipped. Next: Mon, Nov 23, and Wed, Nov 25.",
      );
    });

    it("only if the meeting repeats", async () => {
      await app.turn(message("meet Review tomorrow 3pm", { from: ada }));
      for (const command of ["skip", "restore", "pause", "resume"]) {
        const { sent } = await app.turn(message(command, { from: ada }));
        expect(textIn(cardOf(sent[0]))).toContain("“Review” doesn’t repeat.");
      }
      const { sent } = await app.turn(message("cancel tomorrow", { from: ada }));
      expect(titlesOf(cardOf(sent[0]))).toContain("Cancel meeting");
    });

    it("in a room", async () => {
      await app.turn(message("meet #design Review every Monday 9:30", { from: ada }));
      const { sent } = await app.turn(message("skip #design Monday", { from: ada }));
      expect(textIn(cardOf(sent[0]))).toContain("next Mon, Nov 30");
    });
  });

  it.each([
    ["move to 10:00", "Move only the next meeting (tomorrow, Nov 21), or all from then on?"],
    ["cancel", "Skip only the next meeting (tomorrow, Nov 21), or cancel all of them?"],
    ["skip today", "There’s no meeting that day (today, Nov 20)."],
  ])("names a day that has a word, after %s", async (text, said) => {
    await app.turn(message("meet Stand-up every day 9:30 for 15 min", { from: ada }));
    const { sent } = await app.turn(message(text, { from: ada }));
    expect(textIn(cardOf(sent[0]))).toContain(said);
  });

  it("keeps saying on the pressed card who changed it, with one update", async () => {
    const { sent } = await app.turn(message(daily, { from: ada }));
    for (const [title, said] of [
      ["Skip next", "Bo Nilsson skipped Mon, Nov 23."],
      ["Restore", "Bo Nilsson restored Mon, Nov 23."],
      ["Pause", "Paused by Bo Nilsson."],
      ["Resume", "Resumed by Bo Nilsson."],
    ] as const) {
      const card = cardOf(app.connector.sent.at(-1));
      const turn = await app.turn(pressOn(card, title, { from: bo, pressed: sent[0]?.id }));
      expect(turn.sent).toHaveLength(1);
      expect(textIn(cardOf(turn.sent[0]))).toContain(said);
    }
  });

  describe("paused", () => {
    it("and resumed from the card", async () => {
      const { sent } = await app.turn(message(daily, { from: ada }));
      const paused = await app.turn(press(sent[0], "Pause", { from: ada }));
      expect(doneIn(paused.graphRequests)).toEqual([]);
      const card = cardOfAnswer(paused.answer);
      expect(textIn(card)).toContain("Weekdays 9:30–9:45 AM · paused");
      expect(titlesOf(card)).not.toContain("Skip next");
      await app.clock.advance(7 * DAY_MS);
      const resumed = await app.turn(pressOn(card, "Resume", { from: bo }));
      expect(doneIn(resumed.graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-30T08:30:00.000Z" } },
      ]);
      expect(textIn(cardOfAnswer(resumed.answer))).toContain("next Mon, Nov 30");
    });

    it.each([
      ["en-US", "pause", "resume"],
      ["en-US", "pause the meetings", "resume the meeting"],
      ["fr-FR", "suspendre", "reprendre"],
      ["ja-JP", "一時停止", "会議を再開して"],
      ["ru-RU", "приостановить", "возобновить"],
      ["zh-CN", "暂停", "恢复"],
    ])("with words in %s: %s, %s", async (locale, pause, resume) => {
      await app.turn(message(daily, { from: ada, locale }));
      const paused = await app.turn(message(pause, { from: bo, locale }));
      const [, , line] = textIn(cardOf(paused.sent[0])).split("\n");
      expect(line).toMatch(/paused|suspendue|一時停止中|приостановлено|已暂停/u);
      const again = await app.turn(message(pause, { from: bo, locale }));
      expect(again.graphRequests).toEqual([]);
      const resumed = await app.turn(message(resume, { from: bo, locale }));
      const [notice, , next] = textIn(cardOf(resumed.sent[0])).split("\n");
      expect(notice).toContain("Bo Nilsson");
      expect(next).toContain("23");
    });
  });
});
