import type { LocalSettings } from "../../src/local/local-cloud";
import { type TestPerson, ada, bo, chen, design, general, message } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { createOrGetBodies } from "../support/extension";
import { changesIn, linkOf, plan } from "../support/meeting";
import { press, pressLegacy, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

describe("cancel", () => {
  const app = useApp();

  const CONFIRM = "Cancel meeting";
  const DAY_MS = 24 * 3_600_000;
  const SAID = "Cancelled by Ada Lovelace · Fri, Nov 20 · 10:00 AM";

  /** Ada's first meeting card, and the question after Ada's `cancel`. */
  async function ask(): Promise<{ card: SentActivity; question: SentActivity }> {
    const made = await app.turn(message(plan, { from: ada }));
    const asked = await app.turn(message("cancel", { from: ada }));
    expect(asked.graphRequests).toEqual([]);
    return { card: made.sent[0]!, question: asked.sent[0]! };
  }

  function confirm(question: SentActivity, from: TestPerson = ada) {
    return app.turn(press(question, CONFIRM, { from }));
  }

  /** The card of a meeting that is cancelled by now. */
  async function cancelled(): Promise<SentActivity> {
    const { card, question } = await ask();
    await confirm(question);
    return card;
  }

  describe("cancel", () => {
    it("asks for confirmation, naming the meeting, the person and the time limit", async () => {
      const { question } = await ask();
      const text = textOf(cardOf(question));
      expect(text).toContain("Cancel “Sprint review”?");
      expect(text).toContain("Only Ada Lovelace can confirm this, within 10 minutes");
      expect(buttonOf(cardOf(question), CONFIRM)).toMatchObject({ style: "destructive" });
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("deletes the meeting with one call; every card says who cancelled it and when, and offers to start again", async () => {
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
        expect(buttonsOf(shown).map(({ title }) => title)).toEqual(["Create a new meeting"]);
      }
    });

    it("leaves a tombstone with the organizer and the cards", async () => {
      const { question } = await ask();
      await confirm(question);
      expect((await app.store.records.get({ ...general, room: "" }))?.record).toMatchObject({
        state: "cancelled",
        generation: 2,
        organizer: { aadId: ada.aadId },
        cancelledBy: { aadId: ada.aadId },
        cards: [{ activityId: "sent-1" }, { activityId: "sent-2" }],
      });
    });

    it("works only for the person who asked, even through Action.Submit", async () => {
      app.cloud.settings.teamOwners = [bo.aadId];
      const { question } = await ask();
      const refused = await confirm(question, bo);
      expect(refused.answer.body).toMatchObject({ value: { code: "not_the_asker" } });
      expect(refused.sent).toEqual([]);
      const { sent } = await app.turn(pressLegacy(question, CONFIRM, { from: ada }));
      expect(sent[0]).toMatchObject({ method: "PUT", id: question.id });
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("expires after 10 minutes, and is asked again", async () => {
      const { question } = await ask();
      await app.clock.advance(600_000);
      const other = await confirm(question, bo);
      expect(other.answer.body).toMatchObject({ value: { code: "expired" } });
      const { answer, graphRequests } = await confirm(question);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOfAnswer(answer))).toBe(textOf(cardOf(question)));
      await app.turn(pressOn(cardOfAnswer(answer), CONFIRM, { pressed: question.id }));
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("does nothing when confirmed again, even if there's another meeting by then", async () => {
      const { question } = await ask();
      await confirm(question);
      const again = await confirm(question);
      expect(again.graphRequests).toEqual([]);
      expect(textOf(cardOfAnswer(again.answer))).toContain(SAID);
      await app.turn(message("meet"));
      const later = await confirm(question);
      expect(later.graphRequests).toEqual([]);
      expect(textOf(cardOfAnswer(later.answer))).toContain("a new link");
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("says who was first when two people confirm at once", async () => {
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

    it("also cancels a meeting that no longer exists", async () => {
      const { question } = await ask();
      await asOrganizer(app, "DELETE");
      const { answer } = await confirm(question);
      expect(textOf(cardOfAnswer(answer))).toContain(SAID);
    });

    it("also cancels a meeting whose organizer can't host anymore", async () => {
      const { question } = await ask();
      app.cloud.settings.unlicensedUsers = [ada.aadId];
      const { answer } = await confirm(question);
      expect(textOf(cardOfAnswer(answer))).toContain(SAID);
      const { sent } = await app.turn(message("meet", { from: bo }));
      expect(textOf(cardOf(sent[0]))).toContain("Bo Nilsson (host)");
    });

    it("keeps the meeting while Graph is down, leaves no lease, and can be confirmed again", async () => {
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

    it("reports that there's no meeting", async () => {
      const { sent, graphRequests } = await app.turn(message("cancel"));
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("There’s no meeting in this channel yet.");
    });

    it("asks only the person who used the “…” menu", async () => {
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
    it.each(["manual", "automatic"] as const)(
      "stays cancelled after a %s refresh",
      async (trigger) => {
        const card = await cancelled();
        await app.clock.advance(60_000);
        const activity = press(card, "Refresh", { from: chen });
        Object.assign(activity.value as object, { trigger });
        const { answer, graphRequests } = await app.turn(activity);
        expect(graphRequests).toEqual([]);
        expect(textOf(cardOfAnswer(answer))).toContain(SAID);
        expect(app.cloud.meetings()).toEqual([]);
      },
    );

    it("can't be renamed, moved, reissued or given options", async () => {
      await cancelled();
      for (const text of ["rename Demo", "move tomorrow 5pm", "options", "cancel"]) {
        const { sent, graphRequests } = await app.turn(message(text));
        expect(graphRequests).toEqual([]);
        expect(textOf(cardOf(sent[0]))).toContain(SAID);
      }
      const { sent } = await app.turn(message("rooms"));
      expect(textOf(cardOf(sent[0]))).toContain("No meetings yet.");
    });

    it.each<LocalSettings["afterDelete"]>(["same", "new", "404"])(
      "is followed by a meeting with another externalId and link (after DELETE: %s)",
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

    it("starts again with its card's button, which updates all other cards", async () => {
      const { card, question } = await ask();
      const { sent } = await confirm(question);
      const again = await app.turn(press(sent[0], "Create a new meeting", { from: bo }));
      expect(again.sent.map(({ method, id }) => [method, id])).toEqual([
        ["PUT", question.id],
        ["PUT", card.id],
      ]);
      expect(textOf(cardOf(again.sent[1]))).toContain("Restarted by Bo Nilsson");
      expect(linkOf(cardOf(again.sent[1]))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
      expect(textOf(cardOfAnswer(again.answer))).toContain("Ada Lovelace (host)");
    });

    it("starts again with its name, time and people, who are mentioned", async () => {
      await app.turn(
        message(`${plan} with @Bo Nilsson as presenter and dora@contoso.com`, { mentions: [bo] }),
      );
      const { sent } = await confirm((await app.turn(message("cancel"))).sent[0]!);
      const again = await app.turn(press(sent[0], "Create a new meeting", { from: chen }));
      const [body] = createOrGetBodies(again.graphRequests);
      expect(body).toMatchObject({
        subject: "Sprint review",
        startDateTime: "2026-11-21T14:00:00.000Z",
        endDateTime: "2026-11-21T14:45:00.000Z",
      });
      expect(app.cloud.meetings()[0]?.participants.attendees).toMatchObject([
        { identity: { user: { id: bo.aadId } }, role: "presenter" },
        { upn: "dora@contoso.com" },
      ]);
      const shown = cardOf(again.sent.find(({ id }) => id === sent[0]?.id));
      expect(shown.msteams?.entities).toMatchObject([{ mentioned: { name: "Bo Nilsson" } }]);
    });

    it.each([
      ["rename Demo", "Demo · Sat, Nov 21 · 3:00–3:45 PM CET", { subject: "Demo" }],
      [
        "move to 5pm",
        "Sprint review · Sat, Nov 21 · 5:00–5:45 PM CET",
        { startDateTime: "2026-11-21T16:00:00.000Z", endDateTime: "2026-11-21T16:45:00.000Z" },
      ],
      ["move Monday 5pm", "Mon, Nov 23", { startDateTime: "2026-11-23T16:00:00.000Z" }],
      [
        "make it 30 minutes",
        "3:00–3:30 PM CET",
        { startDateTime: "2026-11-21T14:00:00.000Z", endDateTime: "2026-11-21T14:30:00.000Z" },
      ],
      [
        "invite dora@contoso.com",
        "dora@contoso.com",
        { participants: { attendees: [{ upn: "dora@contoso.com" }] } },
      ],
    ])("is offered with what “%s” asks for", async (text, understood, body) => {
      await cancelled();
      const { sent } = await app.turn(message(text, { from: bo }));
      expect(textOf(cardOf(sent[0]))).toContain(SAID);
      expect(textOf(cardOf(sent[0]))).toContain("Understood: ");
      expect(textOf(cardOf(sent[0]))).toContain(understood);
      const again = await app.turn(press(sent[0], "Create a new meeting", { from: bo }));
      const whole = { subject: "Sprint review", startDateTime: "2026-11-21T14:00:00.000Z" };
      expect(createOrGetBodies(again.graphRequests)).toMatchObject([{ ...whole, ...body }]);
      expect(textOf(cardOfAnswer(again.answer))).toContain("Restarted by Bo Nilsson");
    });

    it.each(["meet", "meet Retro", "new"])(
      "isn't what “%s” creates, which the card says",
      async (text) => {
        await cancelled();
        const { sent } = await app.turn(message(text, { from: bo }));
        const said = "New meeting by Bo Nilsson. The one before was cancelled.";
        expect(textOf(cardOf(sent[0]))).toContain(said);
      },
    );

    it("starts again without its time if that has passed by then", async () => {
      const { question } = await ask();
      const { sent } = await confirm(question);
      await app.clock.advance(2 * DAY_MS);
      const again = await app.turn(press(sent[0], "Create a new meeting"));
      // The first call finds the app's access token expired.
      const body = createOrGetBodies(again.graphRequests).at(-1);
      expect(body).toMatchObject({ subject: "Sprint review" });
      expect(body).not.toHaveProperty("startDateTime");
    });

    it("isn't created again by Meet on another card", async () => {
      const help = await app.turn(message("help"));
      await cancelled();
      const { graphRequests } = await app.turn(press(help.sent[0], "Meet now"));
      expect(createOrGetBodies(graphRequests)).toMatchObject([{ subject: "Channel meeting" }]);
    });

    it("starts again once, however many people press", async () => {
      const { question } = await ask();
      const { sent } = await confirm(question);
      const presses = [ada, bo, chen].map((from) =>
        app.post(press(sent[0], "Create a new meeting", { from })),
      );
      const answers = await app.clock.runUntil(Promise.all(presses));
      expect(app.cloud.meetings()).toHaveLength(1);
      for (const answer of answers) {
        expect(linkOf(cardOfAnswer(answer))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
      }
    });
  });
});

describe("new", () => {
  const app = useApp();

  const CONFIRM = "Create new link";

  /** Ada's first meeting card, and the question after Ada's `new`. */
  async function ask(text = "new"): Promise<{ card: SentActivity; question: SentActivity }> {
    const made = await app.turn(message(plan, { from: ada }));
    const asked = await app.turn(message(text, { from: ada }));
    expect(asked.graphRequests).toEqual([]);
    return { card: made.sent[0]!, question: asked.sent[0]! };
  }

  function confirm(question: SentActivity, from: TestPerson = ada) {
    return app.turn(press(question, CONFIRM, { from }));
  }

  describe("new", () => {
    it("asks for confirmation, naming the meeting, the person and the time limit", async () => {
      const { question } = await ask();
      const text = textOf(cardOf(question));
      expect(text).toContain("Create a new link for “Sprint review”?");
      expect(text).toContain("Only Ada Lovelace can confirm this, within 10 minutes");
      expect(buttonOf(cardOf(question), CONFIRM)).toMatchObject({ style: "destructive" });
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("creates a meeting with another link, and leaves the old one in Graph", async () => {
      const { card, question } = await ask();
      const { answer, graphRequests } = await confirm(question);

      expect(graphRequests).toMatchObject([
        {
          method: "POST",
          path: expect.stringMatching(new RegExp(`${ada.aadId}/onlineMeetings/createOrGet$`)),
          status: 201,
          body: {
            subject: "Sprint review",
            startDateTime: "2026-11-21T14:00:00.000Z",
            endDateTime: "2026-11-21T14:45:00.000Z",
          },
        },
      ]);
      const [old, fresh] = app.cloud.meetings();
      expect(fresh?.externalId).not.toBe(old?.externalId);
      const shown = cardOfAnswer(answer);
      expect(textOf(shown)).toContain("New link by Ada Lovelace.");
      expect(linkOf(shown)).toBe(fresh?.joinWebUrl);
      expect(linkOf(shown)).not.toBe(linkOf(cardOf(card)));
      const { sent } = await app.turn(message("meet", { from: bo }));
      expect(linkOf(cardOf(sent[0]))).toBe(fresh?.joinWebUrl);
    });

    it("shows what it understood in the question, and creates exactly that", async () => {
      const { question } = await ask("new Retro on 23 November from 9 to 10");
      expect(textOf(cardOf(question))).toMatch(/Understood: Retro · Mon.*Nov 23/);
      const { graphRequests } = await confirm(question);
      expect(graphRequests).toMatchObject([
        { body: { subject: "Retro", startDateTime: "2026-11-23T08:00:00.000Z" } },
      ]);
    });

    it("doesn't repeat the room", async () => {
      await app.turn(message("meet Colors #design", { from: ada }));
      const { question } = await ask("new #design");
      expect(textOf(cardOf(question))).toContain("Create a new link for “Colors”?");
      expect(textOf(cardOf(question))).not.toContain("Understood");
    });

    it("adds the named people to the previous attendees", async () => {
      await app.turn(message("meet with @Bo Nilsson", { from: ada, mentions: [bo] }));
      const { sent } = await app.turn(
        message("new with @Chen Wei", { from: ada, mentions: [chen] }),
      );
      const { answer } = await confirm(sent[0]!);
      expect(app.cloud.meetings()[1]?.participants.attendees).toMatchObject([
        { identity: { user: { id: bo.aadId } } },
        { identity: { user: { id: chen.aadId } } },
      ]);
      expect(textOf(cardOfAnswer(answer))).toMatch(/Bo Nilsson[^]*Chen Wei|Chen Wei[^]*Bo Nilsson/);
    });

    it("works like `meet` if there's no meeting", async () => {
      const { sent, graphRequests } = await app.turn(message("new Retro"));
      expect(graphRequests).toMatchObject([{ status: 201, body: { subject: "Retro" } }]);
      expect(textOf(cardOf(sent[0]))).toContain("Retro");
    });

    it("keeps a standing meeting standing", async () => {
      await app.turn(message("meet Sprint review", { from: ada }));
      const { sent } = await app.turn(message("new", { from: ada }));
      const { answer, graphRequests } = await confirm(sent[0]!);
      expect(graphRequests[0]?.body).not.toHaveProperty("startDateTime");
      expect(textOf(cardOfAnswer(answer))).toContain("No fixed time");
    });
  });

  describe("the question of new", () => {
    it("can be confirmed only by the person who asked; everyone else keeps the card", async () => {
      app.cloud.settings.teamOwners = [bo.aadId];
      const { question } = await ask();
      const { answer, sent, graphRequests } = await confirm(question, bo);
      expect(answer.body).toMatchObject({
        statusCode: 400,
        value: { code: "not_the_asker", message: expect.stringContaining("Only Ada Lovelace") },
      });
      expect(sent).toEqual([]);
      expect(graphRequests).toEqual([]);
    });

    it.each([
      ["makes a new link just before 10 minutes are over", 599_999, 2],
      ["asks again when 10 minutes are over", 600_000, 1],
    ])("%s", async (_, waitMs, meetings) => {
      const { question } = await ask();
      await app.clock.advance(waitMs);
      const { answer } = await confirm(question);
      const isAskedAgain = textOf(cardOfAnswer(answer)) === textOf(cardOf(question));
      expect(isAskedAgain).toBe(meetings === 1);
      expect(app.cloud.meetings()).toHaveLength(meetings);
    });

    it("does nothing when confirmed a second time, even after another `new`", async () => {
      const { question } = await ask();
      const { sent: other } = await app.turn(message("new"));
      await confirm(question);
      for (const again of [question, other[0]!]) {
        const { answer, graphRequests } = await confirm(again);
        expect(graphRequests).toEqual([]);
        expect(textOf(cardOfAnswer(answer))).toContain("has a new link. Nothing was changed.");
        expect(linkOf(cardOfAnswer(answer))).toBe(app.cloud.meetings()[1]?.joinWebUrl);
      }
      expect(app.cloud.meetings()).toHaveLength(2);
    });

    it("creates one link when confirmed twice at once", async () => {
      const { question } = await ask();
      const both = Promise.all([1, 2].map(() => app.post(press(question, CONFIRM))));
      const answers = await app.clock.runUntil(both);
      expect(app.cloud.meetings()).toHaveLength(2);
      for (const answer of answers) {
        expect(linkOf(cardOfAnswer(answer))).toBe(app.cloud.meetings()[1]?.joinWebUrl);
      }
    });

    it("does nothing in another conversation", async () => {
      const { question } = await ask();
      const { answer } = await app.turn(press(question, CONFIRM, { in: design }));
      expect(answer.body).toMatchObject({ value: { code: "bad_reference" } });
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("closes for everyone with Back, and changes nothing", async () => {
      const { question } = await ask();
      const { sent } = await app.turn(press(question, "Back", { from: bo }));
      expect(sent).toMatchObject([{ method: "PUT", id: question.id }]);
      expect(linkOf(cardOf(sent[0]))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("works through Action.Submit too", async () => {
      const { question } = await ask();
      const { sent } = await app.turn(pressLegacy(question, CONFIRM));
      expect(sent[0]).toMatchObject({ method: "PUT", id: question.id });
      expect(linkOf(cardOf(sent[0]))).toBe(app.cloud.meetings()[1]?.joinWebUrl);
    });

    it("changes nothing while Graph is down, says so, and can be confirmed again", async () => {
      const { question } = await ask();
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
      const failed = await confirm(question);
      expect(failed.answer.body).toMatchObject({ statusCode: 400 });
      const { sent } = await app.turn(message("meet"));
      expect(linkOf(cardOf(sent[0]))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
      const { answer } = await confirm(question);
      expect(linkOf(cardOfAnswer(answer))).toBe(app.cloud.meetings()[1]?.joinWebUrl);
    });
  });

  describe("cards with the previous link", () => {
    it("are updated in place with the new link", async () => {
      const { card, question } = await ask();
      const { sent } = await confirm(question);
      expect(sent.map(({ method, id }) => [method, id])).toEqual([
        ["PUT", question.id],
        ["PUT", card.id],
      ]);
      for (const update of sent) {
        expect(textOf(cardOf(update))).toContain("New link by Ada Lovelace.");
        expect(linkOf(cardOf(update))).toBe(app.cloud.meetings()[1]?.joinWebUrl);
      }
    });

    it("show the new link on Refresh if they couldn't be updated", async () => {
      const { card, question } = await ask();
      app.connector.fail("PUT", 404);
      await confirm(question);
      const { answer } = await app.turn(press(card, "Refresh", { from: bo }));
      expect(textOf(cardOfAnswer(answer))).toContain("The meeting’s link was replaced.");
      expect(linkOf(cardOfAnswer(answer))).toBe(app.cloud.meetings()[1]?.joinWebUrl);
    });

    it.each(["New link", "Cancel meeting", "Options"])(
      "do nothing on “%s”, and show the current meeting",
      async (title) => {
        const { card, question } = await ask();
        await confirm(question);
        const { answer, graphRequests } = await app.turn(press(card, title));
        expect(changesIn(graphRequests)).toEqual([]);
        expect(textOf(cardOfAnswer(answer))).toContain("has a new link. Nothing was changed.");
      },
    );
  });

  it("“New link” on a card asks only the person who pressed it, and Back shows the meeting again", async () => {
    const { sent: made } = await app.turn(message(plan, { from: ada }));
    const asked = await app.turn(press(made[0], "New link", { from: ada }));
    expect(asked.sent).toEqual([]);
    const question = cardOfAnswer(asked.answer);
    const pressed = made[0]?.id;

    const back = await app.turn(pressOn(question, "Back", { from: ada, pressed }));
    expect(back.sent).toEqual([]);
    expect(textOf(cardOfAnswer(back.answer))).toContain("Sprint review");

    const { sent } = await app.turn(pressOn(question, CONFIRM, { from: ada, pressed }));
    expect(sent).toMatchObject([{ method: "PUT", id: pressed }]);
  });
});
