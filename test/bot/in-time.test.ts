import { PREPARING_AFTER_MS } from "../../bot/answer-in-time";
import { bo, execute, message } from "../support/activities";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { createPausableStore } from "../support/pausable-store";
import { useApp } from "../support/use-app";

// The store stands for whatever is slow: it answers when the test says so.
let resume: () => void;
const app = useApp(() => {
  const slow = createPausableStore();
  slow.pause();
  resume = slow.resume;
  return { store: slow.store };
});

it("a quick answer comes without a typing indicator", async () => {
  resume();
  const { sent } = await app.turn(message("meet"));
  expect(sent.map(({ activity }) => activity.type)).toEqual(["message"]);
});

it("a slow answer is announced by typing", async () => {
  const posted = app.post(message("meet"));
  await app.clock.untilSomebodySleeps(PREPARING_AFTER_MS);
  await app.clock.advance(1_000);
  await app.connector.waitFor(({ activity }) => activity.type === "typing");
  resume();
  await posted;
  expect(app.connector.sent.map(({ activity }) => activity.type)).toEqual(["typing", "message"]);
});

it("after 8 s a card says that the meeting is being prepared, and becomes the meeting's", async () => {
  const posted = app.post(message("meet Sprint review"));
  await app.clock.untilSomebodySleeps(PREPARING_AFTER_MS);
  await app.clock.advance(PREPARING_AFTER_MS);
  expect((await posted).status).toBe(200);
  const preparing = await app.connector.waitFor(({ activity }) => activity.type === "message");
  expect(textOf(cardOf(preparing))).toContain("being prepared");

  resume();
  const update = await app.connector.waitFor(({ method }) => method === "PUT");
  expect(textOf(cardOf(update))).toContain("Sprint review");
  expect(buttonOf(cardOf(update), "Join")).toBeDefined();
  expect(app.cloud.meetings()).toHaveLength(1);
});

it("an error that comes late takes the place of the preparing card", async () => {
  app.cloud.addFault({
    match: "createOrGet",
    status: 403,
    body: { error: { code: "Authorization_RequestDenied", message: "" } },
  });
  const posted = app.post(message("meet"));
  await app.clock.untilSomebodySleeps(PREPARING_AFTER_MS);
  await app.clock.advance(PREPARING_AFTER_MS);
  await posted;
  resume();
  const update = await app.connector.waitFor(({ method }) => method === "PUT");
  expect(textOf(cardOf(update))).toContain("Reference for support");
});

it("a late answer that cannot take the preparing card's place is a message of its own", async () => {
  const posted = app.post(message("meet Sprint review"));
  await app.clock.untilSomebodySleeps(PREPARING_AFTER_MS);
  await app.clock.advance(PREPARING_AFTER_MS);
  await posted;
  app.connector.fail("PUT", 503);
  resume();
  const late = await app.connector.waitFor(
    ({ activity }) =>
      activity.type === "message" &&
      activity.summary !== undefined &&
      activity.summary.startsWith("Sprint"),
  );
  expect(late.method).toBe("POST");
  expect(buttonOf(cardOf(late), "Join")).toBeDefined();
});

it("an answer that the process cannot wait for says so in the preparing card's place", async () => {
  const posted = app.post(message("meet"));
  await app.clock.untilSomebodySleeps(PREPARING_AFTER_MS);
  await app.clock.advance(PREPARING_AFTER_MS);
  await posted;
  app.announceStop(5_000);
  await app.clock.advance(5_000);
  const update = await app.connector.waitFor(({ method }) => method === "PUT");
  expect(textOf(cardOf(update))).toContain("was restarted");
  resume();
});

it("a Refresh that takes too long says so and changes nothing", async () => {
  const posted = app.post(execute("refresh", await meetReference()));
  await app.clock.untilSomebodySleeps(PREPARING_AFTER_MS);
  await app.clock.advance(PREPARING_AFTER_MS);
  expect(await posted).toMatchObject({
    body: { statusCode: 400, value: { message: expect.stringContaining("press Refresh again") } },
  });
  resume();
});

it("a Meet button that takes too long is answered by the preparing card, which everybody sees become the meeting's", async () => {
  const posted = app.post(execute("meet", await meetReference(), { from: bo }));
  await app.clock.untilSomebodySleeps(PREPARING_AFTER_MS);
  await app.clock.advance(PREPARING_AFTER_MS);
  expect(textOf(cardOfAnswer(await posted))).toContain("being prepared");
  resume();
  const update = await app.connector.waitFor(({ method }) => method === "PUT");
  expect(update.path).toMatch(/sent-1$/);
  expect(textOf(cardOf(update))).toContain("Hosted by Bo Nilsson");
});

/** From the Meet button of the list of commands, which needs no store. */
async function meetReference(): Promise<{ ref: string }> {
  const { sent } = await app.turn(message("help"));
  const button = buttonOf(cardOf(sent[0]), "Meet");
  const { ref } = (button as unknown as { data: { ref: string } }).data;
  return { ref };
}
