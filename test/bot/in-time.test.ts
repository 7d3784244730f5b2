import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { AppError } from "../../src/errors";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import type { RequestedTime } from "../../src/request/meeting-request";
import { CONFIRMATION_MS, restrictTo } from "../../src/meetings/tokens/request-token";
import { createMemoryStore } from "../../src/storage/memory-store";
import { TENANT, ada, bo, execute, general, message } from "../support/activities";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { changesIn, linkOf, plan } from "../support/meeting";
import { createPausableStore } from "../support/pausable-store";
import { press, pressOn } from "../support/press";
import { SEALING_KEY } from "../support/test-config";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";
import { tokensWith } from "../support/tokens";

describe("slow answers", () => {
  // The store stands in for anything slow: it answers when the test says so.
  let resume: () => void;
  let sharedStore: MeetingStore;
  const app = useApp(() => {
    sharedStore = createMemoryStore();
    const slow = createPausableStore(sharedStore);
    slow.pause();
    resume = slow.resume;
    return { store: slow.store };
  });

  it("sends no typing indicator with a quick answer", async () => {
    resume();
    const { sent } = await app.turn(message("meet"));
    expect(sent.map(({ activity }) => activity.type)).toEqual(["message"]);
  });

  it("shows a typing indicator before a slow answer", async () => {
    const posted = app.post(message("meet"));
    await app.clock.waitForSleep(1_000);
    await app.clock.advance(1_000);
    await app.connector.waitFor(({ activity }) => activity.type === "typing");
    resume();
    await posted;
    expect(app.connector.sent.map(({ activity }) => activity.type)).toEqual(["typing", "message"]);
  });

  it("shows a preparing card after 8 s, which becomes the meeting card", async () => {
    const asked = message("meet Sprint review");
    const posted = app.post(asked);
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    expect((await posted).status).toBe(200);
    const preparing = await app.connector.waitFor(({ activity }) => activity.type === "message");
    expect(preparing.activity.replyToId).toBe(asked.id);
    expect(textOf(cardOf(preparing))).toContain("Working on it");

    resume();
    const update = await app.connector.waitFor(({ method }) => method === "PUT");
    expect(textOf(cardOf(update))).toContain("Sprint review");
    expect(buttonOf(cardOf(update), "Join")).toBeDefined();
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("has a preparing card become the meeting card if its process ends and someone presses Try again", async () => {
    const posted = app.post(message("meet Sprint review"));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    await posted;
    const preparing = await app.connector.waitFor(({ activity }) => activity.type === "message");
    expect(textOf(cardOf(preparing))).toContain("choose Try again");

    const other = await startApp({ store: sharedStore, cloud: app.cloud });
    const { sent } = await other.turn(press(preparing, "Try again", { from: bo }));
    expect(sent).toMatchObject([{ method: "PUT", id: preparing.id }]);
    expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
    expect(linkOf(cardOf(sent[0]))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
    await other.stop();

    // If its process goes on after all, the meeting stays the same.
    resume();
    const update = await app.connector.waitFor(({ method }) => method === "PUT");
    expect(linkOf(cardOf(update))).toBe(linkOf(cardOf(sent[0])));
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("replaces the preparing card with a late error", async () => {
    app.cloud.addFault({
      match: "createOrGet",
      status: 403,
      body: { error: { code: "Authorization_RequestDenied", message: "" } },
    });
    const posted = app.post(message("meet"));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    await posted;
    resume();
    const update = await app.connector.waitFor(({ method }) => method === "PUT");
    expect(textOf(cardOf(update))).toContain("Reference for support");
  });

  it("sends a late answer as a new message if it can't replace the preparing card", async () => {
    const posted = app.post(message("meet Sprint review"));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
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

  it("sends a late answer as a new message if Teams refused the preparing card", async () => {
    app.connector.fail("POST", 500);
    const posted = app.post(message("meet Sprint review"));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    expect((await posted).status).toBe(200);
    app.connector.fail("POST", 200, 0);
    resume();
    const late = await app.connector.waitFor(({ activity }) => activity.type === "message");
    expect(late.method).toBe("POST");
    expect(buttonOf(cardOf(late), "Join")).toBeDefined();
  });

  it("replaces the preparing card with a notice when the process stops", async () => {
    const posted = app.post(message("meet"));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    await posted;
    app.beginShutdown(5_000);
    await app.clock.advance(5_000);
    const update = await app.connector.waitFor(({ method }) => method === "PUT");
    expect(textOf(cardOf(update))).toContain("restarted before it could answer");
    resume();
  });

  it("reports a Refresh that takes too long, and changes nothing", async () => {
    const posted = app.post(execute("refresh", await meetReference()));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    expect(await posted).toMatchObject({
      body: {
        statusCode: 400,
        value: { message: expect.stringContaining("Choose Refresh again") },
      },
    });
    resume();
  });

  it("logs what fails after the answer as its turn's", async () => {
    const posted = app.post(execute("refresh", await meetReference()));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    await posted;
    const error = new AppError("store_unavailable");
    jest.spyOn(sharedStore.records, "get").mockRejectedValueOnce(error);
    resume();
    const findEnd = () => app.log.find(({ kind }) => kind === "button");
    while (!findEnd()) await new Promise(setImmediate);
    const { turn } = app.log.find(({ msg }) => msg === "a turn failed") ?? {};
    expect(turn).toMatch(/^[\da-f]{8}$/);
    expect(findEnd()).toMatchObject({ turn, code: "store_unavailable" });
  });

  it("answers a slow Meet button with the preparing card, which becomes the meeting card for everyone", async () => {
    const posted = app.post(execute("meet", await meetReference(), { from: bo }));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    expect(textOf(cardOfAnswer(await posted))).toContain("Working on it");
    resume();
    const update = await app.connector.waitFor(({ method }) => method === "PUT");
    expect(update.path).toMatch(/sent-1$/);
    expect(textOf(cardOf(update))).toContain("Bo Nilsson (host)");
  });

  /** From the help card's button, which needs no store. */
  async function meetReference(): Promise<{ ref: string }> {
    const { sent } = await app.turn(message("help"));
    const button = buttonOf(cardOf(sent[0]), "Meet now");
    const { ref } = (button as unknown as { data: { ref: string } }).data;
    return { ref };
  }
});

describe("slow answers to buttons", () => {
  const GRAPH_DELAY_MS = PREPARING_AFTER_MS + 1_000;

  const app = useApp({ isGraphOnClock: true });

  async function type(text: string, from = ada): Promise<SentActivity> {
    const { sent } = await app.turn(message(text, { from }));
    return sent[0]!;
  }

  /** A button that changes the meeting, on a card for everyone. */
  const slowButtons: [string, () => Promise<{ card: SentActivity; pressed: object }>][] = [
    [
      "Save",
      async () => {
        const card = await type("options");
        const options = { pressed: card.id, inputs: { lobby: "organizer" } };
        return { card, pressed: pressOn(cardOf(card), "Save", options) };
      },
    ],
    [
      "Update",
      async () => {
        const card = await type("meet Retro", bo);
        return { card, pressed: press(card, "Update", { from: bo }) };
      },
    ],
  ];

  describe.each(slowButtons)("“%s” when Graph takes more than 8 s", (_, open) => {
    it.each([
      ["refuses", { status: 400, body: { error: { code: "BadRequest", message: "" } } }],
      ["is busy", { status: 429, headers: { "retry-after": "600" } }],
    ])(
      "and then %s, sends the error as a message and keeps everyone's card",
      async (_how, fault) => {
        const first = await type("meet Sprint review");
        const { card, pressed } = await open();
        app.cloud.addFault({ match: "onlineMeetings/MS", delayMs: GRAPH_DELAY_MS, ...fault });
        const turn = app.turn(pressed);
        await app.clock.waitForSleep(GRAPH_DELAY_MS);
        await app.clock.runUntil(turn);
        const { answer, sent } = await turn;

        expect(textOf(cardOfAnswer(answer))).toContain("Working on it…");
        expect(sent.map(({ method }) => method)).toEqual(["POST"]);
        expect([first.id, card.id]).not.toContain(sent[0]?.id);
        expect(buttonsOf(cardOf(sent[0]))).toEqual([]);
        expect(textOf(cardOf(sent[0]))).toMatch(
          /(?:Teams didn’t accept this|Microsoft 365 is busy)/,
        );
        expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
      },
    );

    it("and then succeeds, replaces its card with the meeting", async () => {
      await type("meet Sprint review");
      const { card, pressed } = await open();
      app.cloud.addFault({ match: "onlineMeetings/MS", delayMs: GRAPH_DELAY_MS });
      const turn = app.turn(pressed);
      await app.clock.waitForSleep(GRAPH_DELAY_MS);
      const { sent } = await app.clock.runUntil(turn);
      expect(sent[0]).toMatchObject({ method: "PUT", id: card.id });
      expect(textOf(cardOf(sent[0]))).toMatch(/^(Updated|Options saved) by/);
    });
  });

  describe("a button for a generation that the conversation hasn't reached", () => {
    const key = { tenantId: TENANT, threadId: general.threadId, room: "" };
    const reference = { key, generation: 2 };
    const ref = tokensWith(SEALING_KEY).meeting.encode(reference);

    /** As if it dated from before the bot deleted the conversation's data. */
    function offerTo(does: "update" | "new" | "cancel", time?: RequestedTime): { offer: string } {
      const request = {
        topic: "Retro",
        wasTopicCut: false,
        people: [],
        room: "",
        isHere: false,
        ...(time && { time }),
      };
      const restriction = restrictTo(ada, CONFIRMATION_MS, app.clock.now());
      const offer = { does, reference, request, ...(does !== "update" && { restriction }) };
      return { offer: tokensWith(SEALING_KEY).request.encode(offer) };
    }

    it.each([
      ["save-options", () => ({ ref, lobby: "organizer" })],
      ["update", () => offerTo("update")],
      ["update", () => offerTo("update", { kind: "length", minutes: 30 })],
      ["confirm", () => offerTo("new")],
      ["confirm", () => offerTo("cancel")],
    ])("changes nothing, and says so: %s", async (verb, toData) => {
      await type(plan);
      const before = { meetings: app.cloud.meetings(), stored: await app.store.records.get(key) };
      const { answer, graphRequests } = await app.turn(execute(verb, toData()));
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOfAnswer(answer))).toContain("There’s no meeting in this channel yet.");
      expect(app.cloud.meetings()).toEqual(before.meetings);
      expect((await app.store.records.get(key))?.record).toMatchObject({
        ...before.stored?.record,
        generation: 1,
      });
    });

    it("is deleted with the conversation: an earlier card doesn't change the next meeting", async () => {
      await type("meet Sprint review");
      await app.turn(press(await type("new"), "Create new link"));
      const form = await type("options");
      const question = await type("cancel");
      await app.store.eraseConversation(general);
      const next = await type("meet Sprint review");

      const saving = { pressed: form.id, inputs: { lobby: "organizer" } };
      for (const pressed of [
        pressOn(cardOf(form), "Save", saving),
        press(question, "Cancel meeting"),
      ]) {
        const { graphRequests } = await app.turn(pressed);
        expect(changesIn(graphRequests)).toEqual([]);
      }
      expect(linkOf(cardOf(await type("meet")))).toBe(linkOf(cardOf(next)));
    });
  });
});
