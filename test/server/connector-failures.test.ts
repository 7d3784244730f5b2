import { execute, message, submit } from "../support/activities";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { useApp } from "../support/use-app";

const app = useApp();

test.each([
  ["that the bot is not in the conversation", 403],
  ["that the conversation is gone", 404],
  ["what it has not built", 501],
  ["that it broke, again and again", 500],
])(
  "Teams answers %s: the turn ends in a 500, one sentence and a line in the log",
  async (_, status) => {
    app.connector.fail("POST", status);
    const { answer, sent } = await app.turn(message("help"));
    expect(answer).toEqual({
      status: 500,
      body: { error: "Something went wrong here. Try again." },
    });
    expect(sent).toEqual([]);
    // It may have been posted all the same, and must not be twice.
    expect(app.connector.attempts.POST).toBe(1);
    const errors = app.log.filter(({ level }) => level === 50);
    expect(errors).toMatchObject([
      { msg: "an activity could not be handled", err: { type: "RestError" } },
    ]);
    expect((await fetch(`${app.url}/healthz`)).status).toBe(200);
  },
);

test("a meeting that was made although its card could not be sent is the one that is shown next", async () => {
  app.connector.fail("POST", 403);
  await app.turn(message("meet Sprint review"));
  const [made] = app.cloud.meetings();
  app.connector.fail("POST", 200, 0);
  const { sent } = await app.turn(message("meet"));
  expect(JSON.stringify(sent)).toContain(made?.joinWebUrl);
  expect(app.cloud.meetings()).toHaveLength(1);
});

test.each([412, 429])(
  "a message that Teams did not take for sure (%d) is sent again",
  async (status) => {
    app.connector.fail("POST", status, 2);
    const { answer, sent } = await app.turn(message("help"));
    expect(answer.status).toBe(200);
    expect(sent).toHaveLength(1);
    expect(app.connector.attempts.POST).toBe(3);
  },
);

test.each([412, 429, 502, 504])("a card's replacement is sent again after %d", async (status) => {
  const { sent: first } = await app.turn(message("meet"));
  const button = buttonOf(cardOf(first[0]), "Refresh");
  const data = "data" in button ? button.data : {};
  app.connector.fail("PUT", status, 1);
  const { sent } = await app.turn(submit({ ...data, verb: "refresh" }));
  expect(sent.map(({ method }) => method)).toEqual(["PUT"]);
});

test("a card that cannot be replaced is sent anew, and the button is answered all the same", async () => {
  const { sent: first } = await app.turn(message("hello"));
  const button = buttonOf(cardOf(first[0]), "Meet");
  const data = "data" in button ? button.data : {};
  app.connector.fail("PUT", 500);
  const { answer, sent } = await app.turn(execute("meet", data));
  expect(textOf(cardOfAnswer(answer))).toContain("Open any time");
  expect(sent.map(({ method }) => method)).toEqual(["POST"]);

  app.connector.fail("POST", 500);
  const again = await app.turn(execute("meet", data));
  expect(textOf(cardOfAnswer(again.answer))).toContain("Open any time");
});
