import type { GraphRequest } from "../../src/local/local-cloud";
import { ada, bo, chen, message } from "../support/activities";
import { cardOf, cardOfAnswer, textOf } from "../support/cards";
import { changesIn, plan } from "../support/meeting";
import { press, pressOld } from "../support/press";
import { useApp } from "../support/use-app";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

const app = useApp();

function type(text: string, from = ada) {
  return app.turn(message(text, { from }));
}

/** Without those that Graph refused for a token of days ago. */
function doneIn(requests: readonly GraphRequest[]): GraphRequest[] {
  return requests.filter(({ status }) => status !== 401);
}

/** Half an hour from 5 days after the start of each test. */
const fromNow = {
  startDateTime: "2026-11-25T09:00:00.000Z",
  endDateTime: "2026-11-25T09:30:00.000Z",
};

describe("a length alone, once the scheduled meeting is over", () => {
  beforeEach(async () => {
    await type(plan);
    await app.clock.advance(5 * DAY_MS);
  });

  it("is counted from now by move", async () => {
    const { sent, graphRequests } = await type("move for 30 min", bo);
    expect(doneIn(graphRequests)).toMatchObject([{ method: "PATCH", body: fromNow }]);
    expect(textOf(cardOf(sent[0]))).toMatch(/November 25, 2026\n10:00\s–\s10:30\sAM/);
  });

  it("is counted from now by meet, in the question and by Update", async () => {
    const { sent } = await type("meet for 30 min", bo);
    expect(textOf(cardOf(sent[0]))).toMatch(/November 25, 2026\n10:00\s–\s10:30\sAM/);
    const { graphRequests } = await app.turn(press(sent[0], "Update", { from: chen }));
    expect(doneIn(graphRequests)).toMatchObject([{ method: "PATCH", body: fromNow }]);
  });
});

it("a length alone keeps the start of a scheduled meeting that has begun and is not over", async () => {
  await type("meet Sprint review today 10:10 for 45 min");
  await app.clock.advance(30 * MINUTE_MS);
  const { graphRequests } = await type("move for 2 hours");
  expect(graphRequests).toMatchObject([
    {
      body: {
        startDateTime: "2026-11-20T09:10:00.000Z",
        endDateTime: "2026-11-20T11:10:00.000Z",
      },
    },
  ]);
});

describe("a button that was offered for a time which is over by now", () => {
  it.each([
    ["a start", "tomorrow 5pm"],
    ["a span", "tomorrow from 5pm to 6pm"],
  ])("Update with %s changes nothing and says so to who pressed it", async (_, time) => {
    await type("meet Sprint review");
    const { sent } = await type(`meet ${time}`, bo);
    await app.clock.advance(5 * DAY_MS);
    const pressed = await app.turn(press(sent[0], "Update", { from: chen }));
    expect(changesIn(pressed.graphRequests)).toEqual([]);
    expect(pressed.sent).toEqual([]);
    expect(pressed.answer.body).toMatchObject({
      statusCode: 400,
      value: { code: "past", message: expect.stringContaining("is over already") },
    });
  });

  it("Meet makes no meeting and says so", async () => {
    const { sent } = await type("let us talk about it #ops tomorrow 5pm", bo);
    await app.clock.advance(5 * DAY_MS);
    const { answer, graphRequests } = await app.turn(press(sent[0], "Meet", { from: chen }));
    expect(graphRequests).toEqual([]);
    expect(app.cloud.meetings()).toEqual([]);
    expect(answer.body).toMatchObject({
      value: { code: "past", message: expect.stringContaining("is over already") },
    });
  });

  it("Make a new link makes none and says so", async () => {
    await type("meet Sprint review");
    const { sent } = await type("new Retro today 10:02");
    await app.clock.advance(5 * MINUTE_MS);
    const { answer, graphRequests } = await app.turn(press(sent[0], "Make a new link"));
    expect(graphRequests).toEqual([]);
    expect(answer.body).toMatchObject({ value: { code: "past" } });
  });

  it("says so in a message where the client knows no Action.Execute", async () => {
    await type("meet Sprint review");
    const { sent } = await type("meet tomorrow 5pm", bo);
    await app.clock.advance(5 * DAY_MS);
    const pressed = await app.turn(pressOld(sent[0], "Update", { from: chen }));
    expect(pressed.graphRequests).toEqual([]);
    expect(pressed.sent).toMatchObject([{ method: "POST" }]);
    expect(textOf(cardOf(pressed.sent[0]))).toContain("is over already");
  });

  it("is in force until then", async () => {
    await type("meet Sprint review");
    const { sent } = await type("meet tomorrow 5pm", bo);
    await app.clock.advance(DAY_MS);
    const { answer } = await app.turn(press(sent[0], "Update", { from: chen }));
    expect(textOf(cardOfAnswer(answer))).toContain("Updated by Chen Wei.");
  });
});

describe("a meeting that was asked for and that Graph did not make", () => {
  it.each([
    ["without its time once that is over", 5 * DAY_MS, undefined],
    ["with its time while that is ahead", MINUTE_MS, "2026-11-21T14:00:00.000Z"],
  ])("is completed %s", async (_, waitMs, startDateTime) => {
    app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
    await type(plan);
    await app.clock.advance(waitMs);
    const { sent, graphRequests } = await type("meet", bo);
    const [made, ...others] = doneIn(graphRequests);
    expect(others).toEqual([]);
    expect(made).toMatchObject({ status: 201, body: { subject: "Sprint review" } });
    const body = made?.body as { startDateTime?: string } | undefined;
    expect(body?.startDateTime).toBe(startDateTime);
    const isStanding = textOf(cardOf(sent[0])).includes("Open any time");
    expect(isStanding).toBe(startDateTime === undefined);
  });
});
