import { PREPARING_AFTER_MS } from "../../bot/answer-in-time";
import { createOfferSealer, toConfirmation } from "../../src/meetings/sealed-offer";
import { createReferenceSealer } from "../../src/meetings/sealed-reference";
import type { RequestedTime } from "../../src/meetings/request/meeting-request";
import { ada, bo, execute, general, message, TENANT } from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { changesIn, linkOf, plan } from "../support/meeting";
import { press, pressOn } from "../support/press";
import { SEALING_KEY } from "../support/test-config";
import { useApp } from "../support/use-app";

const GRAPH_DELAY_MS = PREPARING_AFTER_MS + 1_000;

const app = useApp({ isGraphOnClock: true });

async function type(text: string, from = ada): Promise<SentActivity> {
  const { sent } = await app.turn(message(text, { from }));
  return sent[0]!;
}

/** A button that changes the meeting, on a card that all see. */
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

describe.each(slowButtons)("“%s” that Graph keeps waiting for more than 8 s", (_, open) => {
  it.each([
    ["refuses", { status: 400, body: { error: { code: "BadRequest", message: "" } } }],
    ["is busy", { status: 429, headers: { "retry-after": "600" } }],
  ])("and then %s spares the card that all see: the error is a message", async (_how, fault) => {
    const first = await type("meet Sprint review");
    const { card, pressed } = await open();
    app.cloud.addFault({ match: "onlineMeetings/MS", delayMs: GRAPH_DELAY_MS, ...fault });
    const turn = app.turn(pressed);
    await app.clock.untilSomebodySleeps(GRAPH_DELAY_MS);
    await app.clock.runUntil(turn);
    const { answer, sent } = await turn;

    expect(textOf(cardOfAnswer(answer))).toContain("Your answer is being prepared");
    expect(sent.map(({ method }) => method)).toEqual(["POST"]);
    expect([first.id, card.id]).not.toContain(sent[0]?.id);
    expect(buttonsOf(cardOf(sent[0]))).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toMatch(/Teams (would not|is busy)/);
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
  });

  it("and then does takes the place of its card, as the meeting", async () => {
    await type("meet Sprint review");
    const { card, pressed } = await open();
    app.cloud.addFault({ match: "onlineMeetings/MS", delayMs: GRAPH_DELAY_MS });
    const turn = app.turn(pressed);
    await app.clock.untilSomebodySleeps(GRAPH_DELAY_MS);
    const { sent } = await app.clock.runUntil(turn);
    expect(sent[0]).toMatchObject({ method: "PUT", id: card.id });
    expect(textOf(cardOf(sent[0]))).toMatch(/^(Updated|Options saved) by/);
  });
});

describe("a button of a meeting that the conversation has not come to", () => {
  const key = { tenantId: TENANT, threadId: general.threadId, room: "" };
  const reference = { key, generation: 2 };
  const ref = createReferenceSealer([SEALING_KEY]).seal(reference);

  /** As if it had been offered before the conversation was forgotten. */
  function seal(does: "update" | "new" | "cancel", time?: RequestedTime): { offer: string } {
    const request = {
      topic: "Retro",
      wasTopicCut: false,
      people: [],
      room: "",
      isHere: false,
      ...(time && { time }),
    };
    const confirmation = toConfirmation(ada, app.clock.now());
    const offer = { does, reference, request, ...(does !== "update" && { confirmation }) };
    return { offer: createOfferSealer([SEALING_KEY]).seal(offer) };
  }

  it.each([
    ["save-options", () => ({ ref, lobby: "organizer" })],
    ["update", () => seal("update")],
    ["update", () => seal("update", { kind: "length", minutes: 30 })],
    ["confirm", () => seal("new")],
    ["confirm", () => seal("cancel")],
  ])("changes nothing and says so: %s", async (verb, toData) => {
    await type(plan);
    const before = { meetings: app.cloud.meetings(), stored: await app.store.get(key) };
    const { answer, graphRequests } = await app.turn(execute(verb, toData()));
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).toContain("nothing was changed");
    expect(app.cloud.meetings()).toEqual(before.meetings);
    expect((await app.store.get(key))?.record).toMatchObject({
      ...before.stored?.record,
      generation: 1,
    });
  });

  it("is forgotten together with the conversation: an earlier card leaves the next meeting alone", async () => {
    await type("meet Sprint review");
    await app.turn(press(await type("new"), "Make a new link"));
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
