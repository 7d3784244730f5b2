import type { LocalSettings } from "../../src/local/local-cloud";
import { ada, bo, chen, general, message, type TestPerson } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { linkOf, plan } from "../support/meeting";
import { press, pressOld, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

const app = useApp();

const CONFIRM = "Cancel meeting";
const SAID =
  "“Sprint review” was cancelled by Ada Lovelace on Friday, November 20, 2026 at 10:00 AM";

/** The meeting's first card, and the question after `cancel`, both of Ada's. */
async function ask(): Promise<{ card: SentActivity; question: SentActivity }> {
  const made = await app.turn(message(plan, { from: ada }));
  const asked = await app.turn(message("cancel", { from: ada }));
  expect(asked.graphRequests).toEqual([]);
  return { card: made.sent[0]!, question: asked.sent[0]! };
}

function confirm(question: SentActivity, from: TestPerson = ada) {
  return app.turn(press(question, CONFIRM, { from }));
}

/** The card of a meeting that was cancelled since. */
async function cancelled(): Promise<SentActivity> {
  const { card, question } = await ask();
  await confirm(question);
  return card;
}

describe("cancel", () => {
  it("asks first, naming the meeting, and who can confirm it until when", async () => {
    const { question } = await ask();
    const text = textOf(cardOf(question));
    expect(text).toContain("Cancel “Sprint review”?");
    expect(text).toContain("Only Ada Lovelace can confirm this, within 10 minutes");
    expect(buttonOf(cardOf(question), CONFIRM)).toMatchObject({ style: "destructive" });
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("deletes the meeting by one call, and every card says by whom and when, with a way to start again", async () => {
    const { card, question } = await ask();
    const [meeting] = app.cloud.meetings();
    const { answer, sent, graphRequests } = await confirm(question);
    expect(graphRequests).toEqual([
      expect.objectContaining({
        method: "DELETE",
        path: expect.stringContaining(encodeURIComponent(meeting!.id)),
        status: 204,
      }),
    ]);
    expect(app.cloud.meetings()).toEqual([]);
    expect(sent.map(({ method, id }) => [method, id])).toEqual([
      ["PUT", question.id],
      ["PUT", card.id],
    ]);
    for (const shown of [cardOfAnswer(answer), ...sent.map(cardOf)]) {
      expect(textOf(shown)).toContain(SAID);
      expect(buttonsOf(shown).map(({ title }) => title)).toEqual(["Start again"]);
    }
  });

  it("leaves a tombstone that keeps the host and the cards", async () => {
    const { question } = await ask();
    await confirm(question);
    expect((await app.store.get({ ...general, room: "" }))?.record).toMatchObject({
      state: "cancelled",
      generation: 2,
      organizer: { aadId: ada.aadId },
      cancelledBy: { aadId: ada.aadId },
      cards: [{ activityId: "sent-1" }, { activityId: "sent-2" }],
    });
  });

  it("is for who asked alone, and works through Action.Submit too", async () => {
    app.cloud.settings.teamOwners = [bo.aadId];
    const { question } = await ask();
    const refused = await confirm(question, bo);
    expect(refused.answer.body).toMatchObject({ value: { code: "not_the_asker" } });
    expect(refused.sent).toEqual([]);
    const { sent } = await app.turn(pressOld(question, CONFIRM, { from: ada }));
    expect(sent[0]).toMatchObject({ method: "PUT", id: question.id });
    expect(app.cloud.meetings()).toEqual([]);
  });

  it("is too late after 10 minutes", async () => {
    const { question } = await ask();
    await app.clock.advance(600_000);
    const { answer, graphRequests } = await confirm(question);
    expect(graphRequests).toEqual([]);
    expect(answer.body).toMatchObject({ value: { code: "expired" } });
  });

  it("does nothing more when it is confirmed again, also when there is another meeting by then", async () => {
    const { question } = await ask();
    await confirm(question);
    const again = await confirm(question);
    expect(again.graphRequests).toEqual([]);
    expect(textOf(cardOfAnswer(again.answer))).toContain(SAID);
    await app.turn(message("meet"));
    const later = await confirm(question);
    expect(later.graphRequests).toEqual([]);
    expect(textOf(cardOfAnswer(later.answer))).toContain("another link now");
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("says who was first when two people confirm at the same moment", async () => {
    app.cloud.settings.teamOwners = [bo.aadId];
    const { question } = await ask();
    const { sent } = await app.turn(message("cancel", { from: bo }));
    const both = Promise.all([
      app.post(press(question, CONFIRM, { from: ada })),
      app.post(press(sent[0], CONFIRM, { from: bo })),
    ]);
    const texts = (await app.clock.runUntil(both)).map((answer) => textOf(cardOfAnswer(answer)));
    expect(texts[0]).toBe(texts[1]);
    expect(app.cloud.meetings()).toEqual([]);
    expect(app.cloud.requests().filter(({ method }) => method === "DELETE")).toHaveLength(1);
  });

  it("of a meeting that is gone already is a cancellation all the same", async () => {
    const { question } = await ask();
    await asOrganizer(app, "DELETE");
    const { answer } = await confirm(question);
    expect(textOf(cardOfAnswer(answer))).toContain(SAID);
  });

  it("of a meeting whose host can no longer host is a cancellation all the same", async () => {
    const { question } = await ask();
    app.cloud.settings.unlicensedUsers = [ada.aadId];
    const { answer } = await confirm(question);
    expect(textOf(cardOfAnswer(answer))).toContain(SAID);
    const { sent } = await app.turn(message("meet", { from: bo }));
    expect(textOf(cardOf(sent[0]))).toContain("Hosted by Bo Nilsson");
  });

  it("while Graph is down says so: the meeting lives on, no lock is left, and it can be confirmed again", async () => {
    const { question } = await ask();
    app.cloud.addFault({ match: app.cloud.meetings()[0]!.id, times: 3, status: 500 });
    const failed = await confirm(question);
    expect(failed.answer.body).toMatchObject({
      statusCode: 400,
      value: { code: "graph_unavailable" },
    });
    expect(failed.sent).toEqual([]);
    expect(app.cloud.meetings()).toHaveLength(1);
    const { sent } = await app.turn(message("meet", { from: bo }));
    expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
    const { answer } = await confirm(question);
    expect(textOf(cardOfAnswer(answer))).toContain(SAID);
  });

  it("where there is no meeting says so", async () => {
    const { sent, graphRequests } = await app.turn(message("cancel"));
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("There is no meeting here yet");
  });

  it("from “…” on a card asks the presser alone", async () => {
    const { sent: made } = await app.turn(message(plan, { from: ada }));
    const asked = await app.turn(press(made[0], "Cancel meeting", { from: ada }));
    expect(asked.sent).toEqual([]);
    const question = cardOfAnswer(asked.answer);
    const pressed = made[0]?.id;
    const { sent } = await app.turn(pressOn(question, CONFIRM, { from: ada, pressed }));
    expect(sent).toMatchObject([{ method: "PUT", id: pressed }]);
    expect(textOf(cardOf(sent[0]))).toContain(SAID);
  });
});

describe("a cancelled meeting", () => {
  it.each(["manual", "automatic"] as const)("stays cancelled at a %s refresh", async (trigger) => {
    const card = await cancelled();
    await app.clock.advance(60_000);
    const activity = press(card, "Refresh", { from: chen });
    Object.assign(activity.value as object, { trigger });
    const { answer, graphRequests } = await app.turn(activity);
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).toContain(SAID);
    expect(app.cloud.meetings()).toEqual([]);
  });

  it("has nothing to rename, move, replace or set", async () => {
    await cancelled();
    for (const text of ["rename Demo", "move tomorrow 5pm", "options", "cancel"]) {
      const { sent, graphRequests } = await app.turn(message(text));
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain(SAID);
    }
    const { sent } = await app.turn(message("rooms"));
    expect(textOf(cardOf(sent[0]))).toContain("has no meeting yet");
  });

  it.each<LocalSettings["afterDelete"]>(["same", "new", "404"])(
    "is followed by one with another externalId and link (after DELETE: %s)",
    async (afterDelete) => {
      app.cloud.settings.afterDelete = afterDelete;
      const card = await cancelled();
      const { sent, graphRequests } = await app.turn(message("meet Retro", { from: bo }));
      const ids = app.cloud
        .requests()
        .flatMap(({ body }) => (body as { externalId?: string } | null)?.externalId ?? []);
      expect(new Set(ids).size).toBe(2);
      expect(graphRequests).toMatchObject([{ status: 201, body: { subject: "Retro" } }]);
      expect(linkOf(cardOf(sent[0]))).not.toBe(linkOf(cardOf(card)));
      const { sent: again } = await app.turn(message("meet", { from: chen }));
      expect(linkOf(cardOf(again[0]))).toBe(linkOf(cardOf(sent[0])));
    },
  );

  it("is started again by its card's button, which tells all other cards", async () => {
    const { card, question } = await ask();
    const { sent } = await confirm(question);
    const again = await app.turn(press(sent[0], "Start again", { from: bo }));
    expect(again.sent.map(({ method, id }) => [method, id])).toEqual([
      ["PUT", question.id],
      ["PUT", card.id],
    ]);
    expect(textOf(cardOf(again.sent[1]))).toContain("Started again by Bo Nilsson");
    expect(linkOf(cardOf(again.sent[1]))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
    expect(textOf(cardOfAnswer(again.answer))).toContain("Hosted by Ada Lovelace");
  });

  it("is started again by one press and no other, however many press", async () => {
    const { question } = await ask();
    const { sent } = await confirm(question);
    const presses = [ada, bo, chen].map((from) =>
      app.post(press(sent[0], "Start again", { from })),
    );
    const answers = await app.clock.runUntil(Promise.all(presses));
    expect(app.cloud.meetings()).toHaveLength(1);
    for (const answer of answers) {
      expect(linkOf(cardOfAnswer(answer))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
    }
  });
});
