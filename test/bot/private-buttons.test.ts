import type { Activity } from "botbuilder";
import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { BOT, bo, design, execute, message, slash, submit } from "../support/activities";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { type SentActivity, isTargeted } from "../support/connector";
import { linkOf, plan } from "../support/meeting";
import { createPausableStore } from "../support/pausable-store";
import { press, pressLegacy, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

describe("buttons of private cards", () => {
  const app = useApp();

  const inPublic = (sent: readonly SentActivity[]) => sent.filter((one) => !isTargeted(one));

  async function ask(text: string): Promise<SentActivity | undefined> {
    const { sent } = await app.turn(slash(text));
    return sent[0];
  }

  it("Refresh shows the viewer the meeting, with the buttons of a private card", async () => {
    const asked = await ask("meet");
    const { answer, sent } = await app.turn(press(asked, "Refresh"));
    expect(sent).toEqual([]);
    const titles = buttonsOf(cardOfAnswer(answer)).map(({ title }) => title);
    expect(titles).toEqual(buttonsOf(cardOf(asked)).map(({ title }) => title));
    expect(titles).toContain("Post here");
  });

  it("an automatic refresh of a private card gets a private card", async () => {
    const { refresh } = cardOf(await ask("meet"));
    const { verb = "", data } = refresh?.action ?? {};
    const { answer } = await app.turn(execute(verb, data, { trigger: "automatic" }));
    expect(buttonOf(cardOfAnswer(answer), "Post here")).toBeDefined();
  });

  it("Update on a private question is answered in place, only for the person who asked", async () => {
    await app.turn(message("meet"));
    const question = await ask(plan);
    expect(textOf(cardOf(question))).toContain("There’s already a meeting");
    const { answer, sent } = await app.turn(press(question, "Update"));
    expect(textOf(cardOfAnswer(answer))).toContain("Updated by Ada Lovelace");
    const [replaced, ...news] = sent;
    expect(replaced).toMatchObject({ method: "PUT", id: question?.id });
    expect(replaced && isTargeted(replaced)).toBe(true);
    expect(replaced?.activity).not.toHaveProperty("recipient");
    // The public card of the first command is updated.
    expect(news.map(({ method, id }) => [method, id])).toEqual([["PUT", "sent-1"]]);
  });

  it("Set time on a private card is answered in place", async () => {
    const question = await ask("meet Budget tomorrow");
    const inputs = { day: "2026-11-21", time: "15:00" };
    const { answer, sent } = await app.turn(press(question, "Set time", { inputs }));
    expect(textOf(cardOfAnswer(answer))).toContain("Budget");
    expect(buttonOf(cardOfAnswer(answer), "Post here")).toBeDefined();
    expect(inPublic(sent)).toEqual([]);
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("Keep on a private question is answered the same way", async () => {
    await app.turn(slash("meet"));
    const question = await ask(plan);
    const { sent } = await app.turn(press(question, "Keep"));
    expect(sent.map(({ method, id }) => [method, id])).toEqual([["PUT", question?.id]]);
    expect(inPublic(sent)).toEqual([]);
  });

  test.each([
    ["new", "Create new link"],
    ["cancel", "Cancel meeting"],
  ])("confirms /%s privately", async (command, title) => {
    await ask("meet");
    const question = await ask(command);
    const { answer, sent } = await app.turn(press(question, title));
    expect(answer.body).toMatchObject({ statusCode: 200 });
    expect(sent.map(({ method, id }) => [method, id])).toEqual([["PUT", question?.id]]);
    expect(inPublic(sent)).toEqual([]);
  });

  test.each(["Edit", "Options", "New link", "Cancel meeting"])(
    "keeps %s in the “…” menu of a private card private, including what follows",
    async (title) => {
      const asked = await ask("meet");
      const { answer, sent } = await app.turn(press(asked, title));
      expect(sent).toEqual([]);
      const shown = cardOfAnswer(answer);
      for (const { title: next } of buttonsOf(shown)) {
        const { sent: then } = await app.turn(pressOn(shown, next, { pressed: asked?.id }));
        expect(inPublic(then)).toEqual([]);
      }
    },
  );

  it("an error replaces no private card", async () => {
    await ask("meet");
    const { sent: asked } = await app.turn(slash("options"));
    const { answer, sent } = await app.turn(press(asked[0], "Save", { from: bo }));
    expect(answer.body).toMatchObject({ statusCode: 400 });
    expect(sent).toEqual([]);
  });

  it("answers even if the card can't be replaced", async () => {
    await ask("meet");
    const question = await ask(plan);
    app.connector.fail("PUT", 404);
    const { answer, sent } = await app.turn(press(question, "Update"));
    expect(textOf(cardOfAnswer(answer))).toContain("Updated by Ada Lovelace");
    expect(sent).toEqual([]);
  });

  it("replaces the card for an older client's button, only for the person who pressed it", async () => {
    await ask("meet");
    const question = await ask(plan);
    const { sent } = await app.turn(pressLegacy(question, "Update"));
    expect(sent.map(({ method, id }) => [method, id])).toEqual([["PUT", question?.id]]);
    expect(inPublic(sent)).toEqual([]);
  });

  it("needs no mark if Teams says that the message is targeted", async () => {
    const { sent: typed } = await app.turn(message("meet"));
    const pressed = press(typed[0], "Refresh");
    const recipient = { id: "28:bot", name: "Rendezvous", isTargeted: true };
    const { answer } = await app.turn({ ...pressed, recipient });
    expect(buttonOf(cardOfAnswer(answer), "Post here")).toBeDefined();
  });

  it("a forged mark only makes an answer private, never public", async () => {
    const { sent: typed } = await app.turn(message("meet"));
    const { sent: asked } = await app.turn(message(plan));
    const button = buttonOf(cardOf(asked[0]), "Update");
    const data = "data" in button ? button.data : {};
    const { sent } = await app.turn(execute("update", { ...data, isPrivate: "yes" }, { from: bo }));
    expect(inPublic(sent).map(({ id }) => id)).toEqual([typed[0]?.id, asked[0]?.id]);
  });

  describe("Post here", () => {
    it("posts a new card for everyone, which follows the meeting, and tells the person who pressed it", async () => {
      const asked = await ask("meet Sprint review");
      await app.turn(slash("rename Sprint demo"));
      const { answer, sent } = await app.turn(press(asked, "Post here"));
      expect(textOf(cardOfAnswer(answer))).toBe("Posted. Everyone can see the meeting’s card now.");
      const [posted, replaced, ...others] = sent;
      expect(others).toEqual([]);
      expect(posted).toMatchObject({ method: "POST" });
      expect(inPublic(sent)).toEqual([posted]);
      expect(textOf(cardOf(posted))).toContain("Sprint demo");
      expect(textOf(cardOf(posted))).toContain("Posted by Ada Lovelace");
      expect(linkOf(cardOf(posted))).toBe(linkOf(cardOf(asked)));
      expect(JSON.stringify(cardOf(posted))).not.toContain("isPrivate");
      expect(buttonsOf(cardOf(posted)).map(({ title }) => title)).not.toContain("Post here");
      expect(replaced).toMatchObject({ method: "PUT", id: asked?.id });

      const { sent: later } = await app.turn(message("rename Sprint review"));
      expect(later.map(({ method, id }) => [method, id])).toContainEqual(["PUT", posted?.id]);
    });

    it("posts into the card's thread", async () => {
      const { sent: asked } = await app.turn(slash("meet", { root: "1759881511856" }));
      const { sent } = await app.turn(press(asked[0], "Post here", { root: "1759881511856" }));
      expect(decodeURIComponent(sent[0]?.path ?? "")).toMatch(
        /;messageid=1759881511856\/activities$/,
      );
    });

    it("shows the current meeting, and posts nothing, if the link has changed", async () => {
      const asked = await ask("meet");
      const question = await ask("new");
      await app.turn(press(question, "Create new link"));
      const { answer, sent } = await app.turn(press(asked, "Post here"));
      expect(inPublic(sent)).toEqual([]);
      expect(textOf(cardOfAnswer(answer))).toContain("has a new link");
      expect(linkOf(cardOfAnswer(answer))).not.toBe(linkOf(cardOf(asked)));
      expect(buttonOf(cardOfAnswer(answer), "Post here")).toBeDefined();
    });

    it("posts nothing for a cancelled meeting", async () => {
      const asked = await ask("meet");
      const question = await ask("cancel");
      await app.turn(press(question, "Cancel meeting"));
      const { answer, sent } = await app.turn(press(asked, "Post here"));
      expect(inPublic(sent)).toEqual([]);
      expect(textOf(cardOfAnswer(answer))).toContain("Cancelled by Ada Lovelace");
    });

    it("posts nothing into another conversation", async () => {
      const asked = await ask("meet");
      const { answer, sent } = await app.turn(press(asked, "Post here", { in: design }));
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
      expect(sent).toEqual([]);
    });

    test.each([
      ["without a reference", { isPrivate: "yes" }],
      ["with a forged reference", { isPrivate: "yes", ref: "x".repeat(160) }],
    ])("posts nothing %s", async (_what, data) => {
      await ask("meet");
      const { answer, sent } = await app.turn(execute("post-here", data));
      expect(answer.body).toMatchObject({ statusCode: 400 });
      expect(sent).toEqual([]);
    });

    it("isn't on a card that everyone sees", async () => {
      const { sent: typed } = await app.turn(message("meet"));
      const refresh = buttonOf(cardOf(typed[0]), "Refresh");
      const data = "data" in refresh ? refresh.data : {};
      const { answer, sent } = await app.turn(execute("post-here", data));
      expect(answer.body).toMatchObject({ statusCode: 400 });
      expect(sent).toEqual([]);
    });

    it("reports a card that Teams rejects, and keeps the button", async () => {
      const asked = await ask("meet");
      app.connector.fail("POST", 403);
      const { answer, sent } = await app.turn(press(asked, "Post here"));
      expect(answer.body).toMatchObject({
        statusCode: 400,
        value: { code: "not_posted", message: expect.stringContaining("couldn’t post the card") },
      });
      expect(sent).toEqual([]);
    });
  });

  it("answers a slow private button with a card that becomes the answer, only for the person who pressed it", async () => {
    const { store, pause, resume } = createPausableStore();
    await app.restart({ store });
    await app.turn(slash("meet"));
    const { sent: asked } = await app.turn(slash(plan));
    pause();
    const posted = app.post(press(asked[0], "Update"));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    expect(textOf(cardOfAnswer(await posted))).toContain("Working on it");
    resume();
    const update = await app.connector.waitFor(({ method }) => method === "PUT");
    expect(update.id).toBe(asked[0]?.id);
    expect(textOf(cardOf(update))).toContain("Updated by Ada Lovelace");
    expect(inPublic(app.connector.sent)).toEqual([]);
  });
});

describe("forged marks of private cards", () => {
  const DAY_MS = 24 * 60 * 60_000;

  const app = useApp();

  const toSteps = (sent: readonly SentActivity[]) =>
    sent.map((one) => [one.method, isTargeted(one) ? "private" : "public", one.id]);

  /** The data of a button, with the mark of a private card. */
  function forge(sent: SentActivity | undefined, title: string): object {
    const button = buttonOf(cardOf(sent), title);
    return { ...("data" in button && button.data), isPrivate: "yes" };
  }

  /** A private question about an existing meeting. */
  async function ask(): Promise<SentActivity> {
    await app.turn(slash("meet"));
    const { sent } = await app.turn(slash(plan));
    return sent[0]!;
  }

  /** How Teams may mark a press on a targeted message. */
  function targeted(pressed: Partial<Activity>): Partial<Activity> {
    return { ...pressed, recipient: Object.assign({ isTargeted: true }, BOT) };
  }

  describe("a forged mark on a card that everyone sees", () => {
    let typed: SentActivity | undefined;
    let question: SentActivity | undefined;
    beforeEach(async () => {
      [typed] = (await app.turn(message("meet"))).sent;
      [question] = (await app.turn(message(plan))).sent;
    });

    it("with Keep replaces nothing, and answers the person who pressed it", async () => {
      const data = forge(question, "Keep");
      for (const { id } of [typed!, question!]) {
        const { answer, sent } = await app.turn(execute("keep", data, { from: bo, pressed: id }));
        expect(buttonOf(cardOfAnswer(answer), "Post here")).toBeDefined();
        expect(sent).toEqual([]);
      }
    });

    it("with Keep from an older client sends a new message only to the person who pressed it", async () => {
      const data = { verb: "keep", ...forge(question, "Keep") };
      const { sent } = await app.turn(submit(data, { from: bo, pressed: question!.id }));
      expect(toSteps(sent)).toEqual([["POST", "private", "sent-3"]]);
      expect(sent[0]?.activity.recipient).toMatchObject({ id: bo.teamsId });
    });

    it("with Post here posts the meeting card like the command, and replaces nothing", async () => {
      const data = forge(typed, "Refresh");
      const options = { from: bo, pressed: typed!.id };
      const { answer, sent } = await app.turn(execute("post-here", data, options));
      expect(textOf(cardOfAnswer(answer))).toContain("Posted");
      expect(toSteps(sent)).toEqual([["POST", "public", "sent-3"]]);
      const older = { from: bo, pressed: question!.id };
      const { sent: posted } = await app.turn(submit({ verb: "post-here", ...data }, older));
      expect(toSteps(posted)).toEqual([
        ["POST", "public", "sent-4"],
        ["POST", "private", "sent-5"],
      ]);
    });

    it("with Update tells everyone about the change, but not the answer", async () => {
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

    it("with Update does so from an older client too", async () => {
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

  it("a late answer to a forged mark is a new message only to the person who pressed the button", async () => {
    const { store, pause, resume } = createPausableStore();
    await app.restart({ store });
    await app.turn(message("meet"));
    const { sent: asked } = await app.turn(message(plan));
    pause();
    const data = forge(asked[0], "Keep");
    const posted = app.post(execute("keep", data, { from: bo, pressed: asked[0]!.id }));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    expect(textOf(cardOfAnswer(await posted))).toContain("Working on it");
    resume();
    await app.connector.waitFor(({ id }) => id === "sent-3");
    expect(toSteps(app.connector.sent.slice(2))).toEqual([["POST", "private", "sent-3"]]);
  });

  describe("a private card", () => {
    it("is replaced if the press names a post of the conversation but the command did not", async () => {
      const question = await ask();
      const { sent } = await app.turn(press(question, "Keep", { root: "1759881511856" }));
      expect(toSteps(sent)).toEqual([["PUT", "private", question.id]]);
    });

    it("is replaced only for the person it was sent to", async () => {
      const question = await ask();
      const { answer, sent } = await app.turn(press(question, "Keep", { from: bo }));
      expect(answer.body).toMatchObject({ statusCode: 200 });
      expect(sent).toEqual([]);
    });

    it("is remembered for a day, as long as Teams shows it", async () => {
      const question = await ask();
      await app.clock.advance(DAY_MS - 1_000);
      const { sent } = await app.turn(press(question, "Keep"));
      expect(toSteps(sent)).toEqual([["PUT", "private", question.id]]);
      await app.clock.advance(2_000);
      const { sent: dayAfter } = await app.turn(press(question, "Keep"));
      expect(dayAfter).toEqual([]);
    });

    describe("from another process", () => {
      let question: SentActivity;
      beforeEach(async () => {
        question = await ask();
        const { store } = app;
        await app.restart({ store });
      });

      it("is replaced if Teams says that it's targeted", async () => {
        const { sent } = await app.turn(targeted(press(question, "Keep")));
        expect(toSteps(sent)).toEqual([["PUT", "private", question.id]]);
        const { sent: older } = await app.turn(targeted(pressLegacy(question, "Keep")));
        expect(toSteps(older)).toEqual([["PUT", "private", question.id]]);
      });

      it("isn't replaced if Teams doesn't say so, but the answer is still private", async () => {
        const { answer, sent } = await app.turn(press(question, "Keep"));
        expect(buttonOf(cardOfAnswer(answer), "Post here")).toBeDefined();
        expect(sent).toEqual([]);
        const { sent: older } = await app.turn(pressLegacy(question, "Keep"));
        expect(older.map(({ method }) => method)).toEqual(["POST"]);
        expect(older.every(isTargeted)).toBe(true);
      });
    });
  });
});
