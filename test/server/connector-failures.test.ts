import { message } from "../support/activities";
import { startApp, type TestApp } from "../support/start-app";

let app: TestApp;
beforeEach(async () => {
  app = await startApp();
});
afterEach(() => app.stop());

/** botbuilder repeats a POST three times after a 500, which takes 6 s of the real world. */
jest.setTimeout(20_000);

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
  app.connector.fail("POST", 0);
  const { sent } = await app.turn(message("meet"));
  expect(JSON.stringify(sent)).toContain(made?.joinWebUrl);
  expect(app.cloud.meetings()).toHaveLength(1);
});
