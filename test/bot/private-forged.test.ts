import type { Activity } from "botbuilder";
import { PREPARING_AFTER_MS } from "../../bot/answer-in-time";
import { BOT, bo, execute, message, slash, submit } from "../support/activities";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { isTargeted, type SentActivity } from "../support/connector";
import { plan } from "../support/meeting";
import { press, pressOld } from "../support/press";
import { createPausableStore } from "../support/pausable-store";
import { useApp } from "../support/use-app";

const DAY_MS = 24 * 60 * 60_000;

const app = useApp();

const toSteps = (sent: readonly SentActivity[]) =>
  sent.map((one) => [one.method, isTargeted(one) ? "private" : "public", one.id]);

/** The data of a button, with the mark of a private card. */
function forge(sent: SentActivity | undefined, title: string): object {
  const button = buttonOf(cardOf(sent), title);
  return { ...("data" in button && button.data), isPrivate: "yes" };
}

/** What is asked privately where there is a meeting already. */
async function ask(): Promise<SentActivity> {
  await app.turn(slash("meet"));
  const { sent } = await app.turn(slash(plan));
  return sent[0]!;
}

/** As Teams itself may mark a press on a card that nobody else sees. */
function targeted(pressed: Partial<Activity>): Partial<Activity> {
  return { ...pressed, recipient: Object.assign({ isTargeted: true }, BOT) };
}

describe("a forged mark on a card that all see", () => {
  let typed: SentActivity | undefined;
  let question: SentActivity | undefined;
  beforeEach(async () => {
    [typed] = (await app.turn(message("meet"))).sent;
    [question] = (await app.turn(message(plan))).sent;
  });

  it("with Keep replaces nothing: its presser has the answer", async () => {
    const data = forge(question, "Keep");
    for (const { id } of [typed!, question!]) {
      const { answer, sent } = await app.turn(execute("keep", data, { from: bo, pressed: id }));
      expect(buttonOf(cardOfAnswer(answer), "Post here")).toBeDefined();
      expect(sent).toEqual([]);
    }
  });

  it("with Keep of an older client is answered by a new message to its presser alone", async () => {
    const data = { verb: "keep", ...forge(question, "Keep") };
    const { sent } = await app.turn(submit(data, { from: bo, pressed: question!.id }));
    expect(toSteps(sent)).toEqual([["POST", "private", "sent-3"]]);
    expect(sent[0]?.activity.recipient).toMatchObject({ id: bo.teamsId });
  });

  it("with Post here posts the meeting's card, as the command would, and replaces nothing", async () => {
    const data = forge(typed, "Refresh");
    const options = { from: bo, pressed: typed!.id };
    const { answer, sent } = await app.turn(execute("post-here", data, options));
    expect(textOf(cardOfAnswer(answer))).toContain("Posted");
    expect(toSteps(sent)).toEqual([["POST", "public", "sent-3"]]);
    const { sent: older } = await app.turn(submit({ verb: "post-here", ...data }, options));
    expect(toSteps(older)).toEqual([
      ["POST", "public", "sent-4"],
      ["POST", "private", "sent-5"],
    ]);
  });

  it("with Update tells all what was done to their meeting, and nothing of the answer", async () => {
    const data = forge(question, "Update");
    const options = { from: bo, pressed: question!.id };
    const { answer, sent } = await app.turn(execute("update", data, options));
    expect(buttonOf(cardOfAnswer(answer), "Post here")).toBeDefined();
    expect(toSteps(sent)).toEqual([
      ["PUT", "public", typed!.id],
      ["PUT", "public", question!.id],
    ]);
    expect(JSON.stringify(sent)).not.toContain("isPrivate");
  });

  it("with Update of an older client too", async () => {
    const data = { verb: "update", ...forge(question, "Update") };
    const { sent } = await app.turn(submit(data, { from: bo, pressed: question!.id }));
    expect(toSteps(sent)).toEqual([
      ["POST", "private", "sent-3"],
      ["PUT", "public", typed!.id],
      ["PUT", "public", question!.id],
    ]);
    expect(JSON.stringify(sent.slice(1))).not.toContain("isPrivate");
  });
});

it("a late answer to a forged mark is a new message to its presser alone", async () => {
  const { store, pause, resume } = createPausableStore();
  await app.restart({ store });
  await app.turn(message("meet"));
  const { sent: asked } = await app.turn(message(plan));
  pause();
  const data = forge(asked[0], "Keep");
  const posted = app.post(execute("keep", data, { from: bo, pressed: asked[0]!.id }));
  await app.clock.untilSomebodySleeps(PREPARING_AFTER_MS);
  await app.clock.advance(PREPARING_AFTER_MS);
  expect(textOf(cardOfAnswer(await posted))).toContain("being prepared");
  resume();
  await app.connector.waitFor(({ id }) => id === "sent-3");
  expect(toSteps(app.connector.sent.slice(2))).toEqual([["POST", "private", "sent-3"]]);
});

describe("a private card", () => {
  it("is replaced where the press names a post of the conversation, and the command did not", async () => {
    const question = await ask();
    const { sent } = await app.turn(press(question, "Keep", { root: "1759881511856" }));
    expect(toSteps(sent)).toEqual([["PUT", "private", question.id]]);
  });

  it("is replaced for the person whom it was sent to, and not for another one", async () => {
    const question = await ask();
    const { answer, sent } = await app.turn(press(question, "Keep", { from: bo }));
    expect(answer.body).toMatchObject({ statusCode: 200 });
    expect(sent).toEqual([]);
  });

  it("is remembered for the day that Teams shows it", async () => {
    const question = await ask();
    await app.clock.advance(DAY_MS - 1_000);
    const { sent } = await app.turn(press(question, "Keep"));
    expect(toSteps(sent)).toEqual([["PUT", "private", question.id]]);
    await app.clock.advance(2_000);
    const { sent: dayAfter } = await app.turn(press(question, "Keep"));
    expect(dayAfter).toEqual([]);
  });

  describe("that another process sent", () => {
    let question: SentActivity;
    beforeEach(async () => {
      question = await ask();
      const { store } = app;
      await app.restart({ store });
    });

    it("is replaced where Teams says that it is targeted", async () => {
      const { sent } = await app.turn(targeted(press(question, "Keep")));
      expect(toSteps(sent)).toEqual([["PUT", "private", question.id]]);
      const { sent: older } = await app.turn(targeted(pressOld(question, "Keep")));
      expect(toSteps(older)).toEqual([["PUT", "private", question.id]]);
    });

    it("is not replaced where Teams says nothing: the answer is private all the same", async () => {
      const { answer, sent } = await app.turn(press(question, "Keep"));
      expect(buttonOf(cardOfAnswer(answer), "Post here")).toBeDefined();
      expect(sent).toEqual([]);
      const { sent: older } = await app.turn(pressOld(question, "Keep"));
      expect(older.map(({ method }) => method)).toEqual(["POST"]);
      expect(older.every(isTargeted)).toBe(true);
    });
  });
});
