import { ada, bo, groupChat, message } from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { submitMeet } from "../support/extension";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const LIMIT = 3;
const MINUTE_MS = 60_000;
const app = useApp({ config: { writesPerMinute: LIMIT } });
const inChat = { in: groupChat };

const textOfTurn = async (activity: Parameters<typeof app.turn>[0]) => {
  const { sent } = await app.turn(activity);
  return textOf(cardOf(sent.at(-1)));
};

/** Creates a meeting and renames it until the limit is reached. Returns the message with its card. */
async function useUp(person = ada) {
  const from = { from: person, ...inChat };
  const { sent } = await app.turn(message("meet Sprint review", from));
  for (let count = 1; count < LIMIT; count += 1) {
    await app.turn(message(`rename Sprint review ${count}`, from));
  }
  return sent[0];
}

test("tells a person who is too fast when to try again, and changes nothing", async () => {
  await useUp();
  await app.clock.advance(40_000);
  const { sent, graphRequests } = await app.turn(message("rename Zebra", inChat));
  const card = cardOf(sent[0]);
  expect(textOf(card)).toBe("You’re going fast. Try again in 20 seconds.");
  expect(graphRequests).toEqual([]);
  expect(app.cloud.meetings()).toMatchObject([{ subject: `Sprint review ${LIMIT - 1}` }]);

  await app.clock.advance(20_001);
  const again = await app.turn(press(sent[0], "Try again", inChat));
  expect(changesIn(again.graphRequests)).toHaveLength(1);
  expect(app.cloud.meetings()).toMatchObject([{ subject: "Zebra" }]);
});

test("others in the same conversation aren't limited", async () => {
  await useUp();
  await app.turn(message("rename Zebra", { ...inChat, from: bo }));
  expect(app.cloud.meetings()).toMatchObject([{ subject: "Zebra" }]);
});

test.each([
  ["meet #design", "when to try again"],
  ["invite grace@contoso.com", "when to try again"],
  ["move tomorrow 3pm", "when to try again"],
  ["new", "a question"],
  ["cancel", "a question"],
  ["options", "a form"],
  ["meet", "the meeting"],
  ["rooms", "a list"],
  ["help", "help"],
])("with the limit reached, %s shows %s", async (text, shows) => {
  await useUp();
  const said = await textOfTurn(message(text, inChat));
  expect(said.includes("You’re going fast.")).toBe(shows === "when to try again");
});

test.each(["new", "cancel"])(
  "with the limit reached, %s can't be confirmed until later",
  async (text) => {
    await useUp();
    const { sent } = await app.turn(message(text, inChat));
    const [confirm] = buttonsOf(cardOf(sent[0]));
    const pressed = press(sent[0], confirm?.title ?? "", inChat);
    const { answer } = await app.turn(pressed);
    expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "too_fast" } });
    await app.clock.advance(MINUTE_MS + 1);
    const later = await app.turn(pressed);
    expect(later.answer.body).toMatchObject({ statusCode: 200 });
  },
);

test("refreshes and showing the meeting are never limited, and don't count", async () => {
  const shown = await app.turn(message("meet Sprint review", inChat));
  for (let count = 0; count < 3 * LIMIT; count += 1) {
    await app.clock.advance(1_000);
    const { answer } = await app.turn(press(shown.sent[0], "Refresh", inChat));
    expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
    expect(await textOfTurn(message("meet", inChat))).toContain("Sprint review");
  }
  const renamed = await textOfTurn(message("rename Zebra", inChat));
  expect(renamed).toContain("Zebra");
});

test("meetings that people create at once count before the first one exists", async () => {
  const rooms = Array.from({ length: 2 * LIMIT }, (_, index) => `meet #room${index}`);
  await Promise.all(rooms.map((text) => app.turn(message(text, inChat))));
  expect(app.cloud.meetings()).toHaveLength(LIMIT);
});

test("the dialog says it, too", async () => {
  await useUp();
  const { answer } = await submitMeet(app, { room: "design" }, inChat);
  expect(JSON.stringify(answer.body)).toContain("going fast");
});

test("it's not an error in the log", async () => {
  await useUp();
  await app.turn(message("rename Zebra", inChat));
  expect(app.log.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  expect(app.log.at(-1)).toMatchObject({ name: "rename", code: "too_fast" });
});

test("0 means no limit", async () => {
  await app.restart({ config: { writesPerMinute: 0 } });
  await useUp();
  await app.turn(message("rename Zebra", inChat));
  expect(app.cloud.meetings()).toMatchObject([{ subject: "Zebra" }]);
});

test.each(["fr-FR", "ja-JP", "ru-RU", "zh-CN"])("says when to try again in %s", async (locale) => {
  await useUp();
  await app.clock.advance(40_000);
  expect(await textOfTurn(message("rename Zebra", { ...inChat, locale }))).toMatch(/20\s?\S+/);
});
