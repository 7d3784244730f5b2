import { ada, bo, chen, message } from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textOf, valuesOf } from "../support/cards";
import { changesIn, plan } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const HOUR_MS = 3_600_000;
const STARTS_AT = "2026-11-21T14:00:00.000Z";
const ENDS_AT = "2026-11-21T14:45:00.000Z";

// It's Friday, 20 November 2026, 10:00 in Paris.
describe("moving a meeting by a length", () => {
  const app = useApp();

  const say = (text: string, options: Parameters<typeof message>[1] = {}) =>
    app.turn(message(text, { from: bo, ...options }));
  const titlesOf = (sent: Parameters<typeof cardOf>[0]) =>
    buttonsOf(cardOf(sent)).map(({ title }) => title);
  const after = (iso: string, minutes: number) =>
    new Date(Date.parse(iso) + minutes * 60_000).toISOString();

  describe("of one time", () => {
    beforeEach(() => app.turn(message(plan, { from: ada })));

    test.each([
      ["move 30 min later", 30],
      ["move +30 min", 30],
      ["move -1h", -60],
      ["move it half an hour earlier", -30],
      ["move to 30 min later", 30],
      ["reschedule the meeting an hour later", 60],
      ["postpone it by 30 minutes", 30],
      ["can we push the meeting back an hour, please?", 60],
      ["30 min earlier", -30],
      ["start 15 minutes later", 15],
      ["let's start half an hour earlier", -30],
      ["make it an hour later", 60],
      ["bring it forward by 2 hours", -120],
      ["postpone by a week", 7 * 1440],
      ["décale la réunion de 30 minutes", 30],
      ["on peut décaler d’une heure ?", 60],
      ["déplacer une heure plus tôt", -60],
      ["avance la réunion de 30 minutes", -30],
      ["перенеси на полчаса позже", 30],
      ["давайте начнём на 15 минут раньше", -15],
      ["сдвинь встречу на 20 минут", 20],
      ["отложи на час", 60],
      ["会議を30分後ろにずらして", 30],
      ["日時変更 1時間早く", -60],
      ["会議を15分遅らせてください", 15],
      ["会议推迟半小时", 30],
      ["改时间 提前1小时", -60],
      ["请把会议推迟一个小时", 60],
    ])("“%s” keeps its length", async (text, minutes) => {
      const { sent, graphRequests } = await say(text);
      expect(changesIn(graphRequests)).toMatchObject([
        {
          method: "PATCH",
          body: {
            startDateTime: after(STARTS_AT, minutes),
            endDateTime: after(ENDS_AT, minutes),
          },
        },
      ]);
      expect(textOf(cardOf(sent[0]))).toContain("Moved by Bo Nilsson.");
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
    });

    test("each one starts from the current time", async () => {
      await say("move 30 min later");
      const { sent } = await say("move 30 min later");
      expect(textOf(cardOf(sent[0]))).toMatch(/4:00–4:45 PM/);
    });

    test("a result in the past is asked for again", async () => {
      const { sent, graphRequests } = await say("move 2 days earlier");
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("That time has passed");
      expect(titlesOf(sent[0])).toEqual(["Move"]);
      expect(valuesOf(cardOf(sent[0]))).toEqual({ day: "", time: "15:00" });
    });

    test.each([
      "move 1 or 2 hours later",
      "move half a day earlier",
      "move it not 30 min but 45 min later",
      "move it 30 min later for 60 min",
      "перенести 30 минут спустя",
      "改时间 推迟两三个小时",
    ])("“%s” asks for the time, because it isn't clear", async (text) => {
      const { sent, graphRequests } = await say(text);
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("New time for “Sprint review”?");
    });

    test("guests can't, and the answer says who to ask", async () => {
      Object.assign(
        app.connector.roster.find(({ id }) => id === chen.teamsId)!,
        {
          userRole: "guest",
        },
      );
      const { sent, graphRequests } = await say("move 30 min later", { from: chen });
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("Ask Ada Lovelace");
    });

    test("a time or a length is read as before", async () => {
      const to = await say("move to 5pm for 30 minutes");
      expect(changesIn(to.graphRequests)).toMatchObject([
        { body: { startDateTime: "2026-11-21T16:00:00.000Z" } },
      ]);
      const postponed = await say("postpone to 6pm for 45 minutes");
      expect(changesIn(postponed.graphRequests)).toMatchObject([
        {
          body: {
            startDateTime: "2026-11-21T17:00:00.000Z",
            endDateTime: "2026-11-21T17:45:00.000Z",
          },
        },
      ]);
      const length = await say("move it to 30 minutes");
      expect(changesIn(length.graphRequests)).toMatchObject([
        {
          body: {
            startDateTime: "2026-11-21T17:00:00.000Z",
            endDateTime: "2026-11-21T17:30:00.000Z",
          },
        },
      ]);
    });

    test.each([
      "later",
      "in 30 minutes",
      "see you 30 minutes later",
      "don't move it 30 minutes later",
      "I can't start 30 minutes earlier",
      "push back review 30 min",
      "postpone judgment",
      "remind 30 min earlier",
      "+30 min",
      "rename Push back review 30 min later",
    ])("“%s” doesn't move it", async (text) => {
      const { graphRequests } = await say(text);
      const moved = changesIn(graphRequests).filter(
        ({ body }) => "startDateTime" in (body as object),
      );
      expect(moved).toEqual([]);
    });
  });

  test.each(["meet Push back review 30 min later", "meet Delay the launch by an hour #design"])(
    "“%s” creates a meeting",
    async (text) => {
      await say(text);
      expect(app.cloud.meetings()).toHaveLength(1);
    },
  );

  test("in a room, by its # or its name", async () => {
    await say("meet Weekly tomorrow 2pm");
    await say("meet Retro #design tomorrow 3pm");
    let expected = STARTS_AT;
    for (const text of [
      "push #design back an hour",
      "move the #design meeting 60 min later",
      "把 #design 的会议推迟1小时",
      "postpone Retro by 1 hour",
      "move the retro an hour later",
    ]) {
      expected = after(expected, 60);
      const { sent, graphRequests } = await say(text);
      expect(changesIn(graphRequests)).toMatchObject([{ body: { startDateTime: expected } }]);
      expect(textOf(cardOf(sent[0]))).toContain("#design");
    }
  });

  test("a day is that of the reader's calendar, even when the clocks change", async () => {
    await say("meet Sprint review 28 March 2027 1:30am", { timeZone: "America/New_York" });
    const { graphRequests } = await say("move a day earlier", { timeZone: "Europe/Paris" });
    expect(changesIn(graphRequests)).toMatchObject([
      { body: { startDateTime: "2027-03-27T06:30:00.000Z" } },
    ]);
  });

  test("without a meeting, it offers to create one", async () => {
    const { sent, graphRequests } = await say("postpone it by 30 minutes");
    expect(graphRequests).toEqual([]);
    expect(titlesOf(sent[0])).toEqual(["Create meeting"]);
  });

  test("without a time, it asks for one", async () => {
    await say("meet Sprint review");
    const { sent, graphRequests } = await say("push it back an hour");
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("New time for “Sprint review”?");
  });

  test("a cancelled meeting stays cancelled", async () => {
    await say(plan);
    const question = await say("cancel");
    await app.turn(press(question.sent[0], "Cancel meeting", { from: bo }));
    const { sent, graphRequests } = await say("move 30 min later");
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("Cancelled by Bo Nilsson");
  });

  describe("that repeats", () => {
    beforeEach(() => say("meet Stand-up every weekday 9:30 for 15 min"));

    test.each([
      ["Only Mon, Nov 23", "9:30–9:45 AM · next Mon, Nov 23, 10:00–10:15 AM"],
      ["All", "Weekdays 10:00–10:15 AM · next Mon, Nov 23"],
    ])("asks which, and moves %s", async (button, shown) => {
      const { sent, graphRequests } = await say("push it back 30 minutes");
      expect(changesIn(graphRequests)).toEqual([]);
      expect(titlesOf(sent[0])).toEqual(["Join", "Only Mon, Nov 23", "All", "Keep"]);
      const { answer } = await app.turn(press(sent[0], button, { from: bo }));
      expect(textOf(cardOfAnswer(answer)).replace(/[^\S\n]/gu, " ")).toContain(shown);
    });

    test("starts from the next one", async () => {
      await app.clock.advance(4 * 24 * HOUR_MS);
      const { sent } = await say("décale de 15 minutes");
      expect(textOf(cardOf(sent[0])).replace(/[^\S\n]/gu, " ")).toContain(
        "Wed, Nov 25 · 9:45–10:00 AM",
      );
    });
  });
});
