import { message } from "../support/activities";
import { cardOf, textOf, valuesOf } from "../support/cards";
import { changesIn } from "../support/meeting";
import { useApp } from "../support/use-app";

describe("the words that change a meeting", () => {
  const app = useApp();

  beforeEach(async () => {
    await app.turn(message("meet Weekly tomorrow 2pm"));
    await app.turn(message("meet Retro #design tomorrow 3pm"));
  });
  const say = (text: string) => app.turn(message(text));
  const subjectsAfter = async (text: string) => {
    await say(text);
    return app.cloud.meetings().map(({ subject }) => subject);
  };

  describe("move the room's meeting", () => {
    const AT_4PM = "2026-11-21T15:00:00.000Z";

    test.each([
      "move #design to 4pm",
      "move #design to 4",
      "move the #design meeting to 4pm",
      "move meeting in #design to 4pm",
      "please move #design to tomorrow 4pm",
      "déplace #design à 16h",
      "déplace la réunion #design à 16h",
      "перенеси #design на 16:00",
      "перенеси встречу #design на 16:00",
      "#designを16時に変更",
      "#designの会議を16時に変更してください",
      "把#design改到下午4点",
      "把 #design 的会议改到下午4点",
      "改时间 #design 到下午4点",
    ])("%s", async (text) => {
      const { graphRequests, sent } = await say(text);
      expect(changesIn(graphRequests)).toMatchObject([{ body: { startDateTime: AT_4PM } }]);
      expect(textOf(cardOf(sent[0]))).toContain("Retro");
    });

    test("and asks for the time if only a day follows", async () => {
      const { graphRequests, sent } = await say("move #design to Monday");
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("New time for “Retro”?");
      expect(valuesOf(cardOf(sent[0]))).toEqual({ day: "2026-11-23", time: "15:00" });
    });
  });

  test.each(["move Retro to 4pm", "move the retro to 4pm", "déplace le Retro à 16h"])(
    "%s moves the room's meeting of that name",
    async (text) => {
      const { graphRequests, sent } = await say(text);
      expect(changesIn(graphRequests)).toHaveLength(1);
      expect(textOf(cardOf(sent[0]))).toContain("#design");
    },
  );

  test.each([
    ["move Weekly to 4pm", "2026-11-21T15:00:00.000Z", "2026-11-21T16:00:00.000Z"],
    ["move from 3 to 4:30pm", "2026-11-21T14:00:00.000Z", "2026-11-21T15:30:00.000Z"],
    ["move to 3pm to 4:30pm", "2026-11-21T14:00:00.000Z", "2026-11-21T15:30:00.000Z"],
  ])("“to” leads to the time, or ends it: %s", async (text, startDateTime, endDateTime) => {
    const { graphRequests } = await say(text);
    expect(changesIn(graphRequests)).toMatchObject([{ body: { startDateTime, endDateTime } }]);
  });

  describe("rename the meeting", () => {
    test.each([
      ["rename the meeting to Budget", "Budget"],
      ["rename the meeting Budget", "Budget"],
      ["rename it Budget", "Budget"],
      ["call it Budget", "Budget"],
      ["change the title of the meeting to “Budget”", "Budget"],
      ["rename meeting notes", "meeting notes"],
      ["rename IT review", "IT review"],
      ["renomme la réunion en Bilan", "Bilan"],
      ["renommez la réunion : Bilan", "Bilan"],
      ["renomme-la en Bilan", "Bilan"],
      ["renommons la réunion en Bilan", "Bilan"],
      ["change le nom de la réunion en Bilan", "Bilan"],
      ["appelle la réunion Bilan", "Bilan"],
      ["переименуй встречу в Итоги", "Итоги"],
      ["переименуйте собрание в «Итоги»", "Итоги"],
      ["назови встречу Итоги", "Итоги"],
      ["поменяй название на Итоги", "Итоги"],
      ["会議の名前を予算に変更して", "予算"],
      ["会議名を「予算」に変更してください", "予算"],
      ["会議を予算に改名して", "予算"],
      ["把会议改名为预算", "预算"],
      ["会议名称改成预算", "预算"],
      ["将会议重命名为“预算”", "预算"],
    ])("%s", async (text, subject) => {
      expect(await subjectsAfter(text)).toEqual([subject, "Retro"]);
    });

    test.each([
      ["rename #design to Budget", "Budget"],
      ["rename the #design meeting to Budget", "Budget"],
      ["rename #design Budget", "Budget"],
      ["change the name of #design to Budget", "Budget"],
      ["renomme #design en Bilan", "Bilan"],
      ["renomme la réunion #design en Bilan", "Bilan"],
      ["переименуй #design в Итоги", "Итоги"],
      ["#designの名前を予算に変更してください", "予算"],
      ["重命名 #design 为 预算", "预算"],
      ["把#design的名称改为预算", "预算"],
    ])("of a room: %s", async (text, subject) => {
      expect(await subjectsAfter(text)).toEqual(["Weekly", subject]);
    });

    test.each(["let's call it a day", "call it off", "call me Budget"])(
      "%s doesn't",
      async (text) => {
        expect(await subjectsAfter(text)).toEqual(["Weekly", "Retro"]);
      },
    );
  });

  test.each(["取消#design的会议", "#designの会議をキャンセル", "#designのミーティングを中止"])(
    "%s asks whether to cancel the room's meeting",
    async (text) => {
      const { graphRequests, sent } = await say(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toMatch(/^Cancel “Retro”\?/);
    },
  );
});
