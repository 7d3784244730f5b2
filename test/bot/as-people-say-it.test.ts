import { bo, message } from "../support/activities";
import { cardOf, textOf } from "../support/cards";
import { changesIn } from "../support/meeting";
import { useApp } from "../support/use-app";

const app = useApp();

describe("a meeting on another day", () => {
  beforeEach(async () => {
    await app.turn(message("meet Sprint review 24 November 3pm for 45 min"));
  });

  it.each([
    ["move 5pm", "en-US", "2026-11-24T16:00:00.000Z"],
    ["move to 5pm", "en-US", "2026-11-24T16:00:00.000Z"],
    ["déplacer à 17h", "fr-FR", "2026-11-24T16:00:00.000Z"],
    ["перенести на 17:00", "ru-RU", "2026-11-24T16:00:00.000Z"],
    ["改时间 到17点", "zh-CN", "2026-11-24T16:00:00.000Z"],
    ["move tomorrow 5pm", "en-US", "2026-11-21T16:00:00.000Z"],
    ["move to 25 November", "en-US", undefined],
    ["move in 2 hours", "en-US", "2026-11-20T11:00:00.000Z"],
  ])("“%s” (%s) keeps its day unless another is named", async (typed, locale, startsAt) => {
    const { graphRequests } = await app.turn(message(typed, { locale }));
    const starts = changesIn(graphRequests).map(
      ({ body }) => (body as { startDateTime: string }).startDateTime,
    );
    expect(starts).toEqual(startsAt === undefined ? [] : [startsAt]);
  });

  it.each(["move 30 min later", "move by 1 hour", "move up an hour"])(
    "“%s” is asked about: by how much a meeting moves is not understood",
    async (typed) => {
      const { sent, graphRequests } = await app.turn(message(typed));
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("Type the new time after it");
    },
  );

  it.each([
    ["rename to Sprint demo", "en-US", "Sprint demo"],
    ["rename To be decided", "en-US", "To be decided"],
    ["renommer en Bilan", "fr-FR", "Bilan"],
    ["переименовать в Итоги", "ru-RU", "Итоги"],
    ["名前変更 「5時の会」に", "ja-JP", "5時の会"],
  ])(
    "“%s” (%s) takes the name without the word that only links it",
    async (typed, locale, name) => {
      await app.turn(message(typed, { locale }));
      expect(app.cloud.meetings()).toMatchObject([{ subject: name }]);
    },
  );
});

it.each(["встреча", "join", "会议#设计", "reunion"])(
  "“%s” is understood as meet",
  async (typed) => {
    await app.turn(message(typed));
    expect(app.cloud.meetings()).toHaveLength(1);
  },
);

it("the roles of people are read back", async () => {
  const { sent } = await app.turn(
    message("meet with @Bo Nilsson as presenter and dana@contoso.com as co-organizer", {
      mentions: [bo],
    }),
  );
  expect(textOf(cardOf(sent[0]))).toContain(
    "Understood: Bo Nilsson (presenter), dana@contoso.com (co-organizer)",
  );
});
