import type { CardElement } from "../../bot/cards/adaptive-card";
import { ada, bo, design, message, type TestPerson } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { changesIn } from "../support/meeting";
import { press, pressOld, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

const app = useApp();

/** What the form shows as chosen; as a client sends it back when nobody touches it. */
function chosenIn(body: CardElement[]): Record<string, string | undefined> {
  return Object.fromEntries(
    body.flatMap((element) =>
      element.type === "Input.ChoiceSet" ? [[element.id, element.value]] : [],
    ),
  );
}

/** The form after `options`, and what it shows. */
async function open(): Promise<{ form: SentActivity; inputs: Record<string, string | undefined> }> {
  await app.turn(message("meet Sprint review", { from: ada }));
  const { sent } = await app.turn(message("options", { from: ada }));
  return { form: sent[0]!, inputs: chosenIn(cardOf(sent[0]).body) };
}

function save(form: SentActivity, inputs: object, from: TestPerson = ada) {
  return app.turn(pressOn(cardOf(form), "Save", { from, pressed: form.id, inputs }));
}

describe("options", () => {
  it("are shown as they are, after one look at Graph", async () => {
    await app.turn(message("meet Sprint review", { from: ada }));
    await asOrganizer(app, "PATCH", {
      lobbyBypassSettings: { scope: "invited" },
      allowedPresenters: "organizer",
      recordAutomatically: true,
    });
    const { sent, graphRequests } = await app.turn(message("options", { from: ada }));
    expect(graphRequests.map(({ method }) => method)).toEqual(["GET"]);
    expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
    expect(chosenIn(cardOf(sent[0]).body)).toEqual({
      lobby: "invited",
      presenters: "organizer",
      chat: "enabled",
      recording: "true",
    });
  });

  it("are saved by one PATCH of what was changed, and every card says by whom", async () => {
    const { form, inputs } = await open();
    const { answer, sent, graphRequests } = await save(form, {
      ...inputs,
      lobby: "everyone",
      recording: "true",
    });
    expect(changesIn(graphRequests)).toEqual([
      expect.objectContaining({
        body: { lobbyBypassSettings: { scope: "everyone" }, recordAutomatically: true },
      }),
    ]);
    expect(app.cloud.meetings()).toMatchObject([
      {
        lobbyBypassSettings: { scope: "everyone" },
        recordAutomatically: true,
        allowedPresenters: "everyone",
        subject: "Sprint review",
      },
    ]);
    expect(sent.map(({ method, id }) => [method, id])).toEqual([
      ["PUT", form.id],
      ["PUT", "sent-1"],
    ]);
    for (const card of [cardOfAnswer(answer), ...sent.map(cardOf)]) {
      expect(textOf(card)).toContain("Options saved by Ada Lovelace.");
      expect(buttonOf(card, "Join")).toBeDefined();
    }
  });

  it("that nobody changed are no request", async () => {
    const { form, inputs } = await open();
    const { answer, sent, graphRequests } = await save(form, inputs);
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).not.toContain("saved");
    expect(sent.map(({ id }) => id)).toEqual([form.id]);
  });

  it("that somebody changed elsewhere meanwhile, and nobody touched on the form, stay so", async () => {
    const { form, inputs } = await open();
    await asOrganizer(app, "PATCH", { lobbyBypassSettings: { scope: "everyone" } });
    const { graphRequests } = await save(form, { ...inputs, chat: "disabled" });
    expect(changesIn(graphRequests)).toMatchObject([{ body: { allowMeetingChat: "disabled" } }]);
    expect(app.cloud.meetings()).toMatchObject([
      { lobbyBypassSettings: { scope: "everyone" }, allowMeetingChat: "disabled" },
    ]);
  });

  it("are saved through Action.Submit too", async () => {
    const { form, inputs } = await open();
    const activity = pressOld(form, "Save", { inputs: { ...inputs, chat: "disabled" } });
    const { sent } = await app.turn(activity);
    expect(sent[0]).toMatchObject({ method: "PUT", id: form.id });
    expect(app.cloud.meetings()).toMatchObject([{ allowMeetingChat: "disabled" }]);
  });

  it.each([
    ["a scope that there is not", { lobby: "moon" }],
    ["another type", { lobby: 7, recording: {} }],
    ["another field of Graph's", { allowedPresenters: "organizer", subject: "Mine" }],
    ["nothing", {}],
  ])("take no value that the form does not offer: %s", async (_, inputs) => {
    const { form } = await open();
    const { graphRequests } = await save(form, inputs);
    expect(changesIn(graphRequests)).toEqual([]);
  });

  it("are saved nowhere but in their own conversation", async () => {
    const { form, inputs } = await open();
    const elsewhere = pressOn(cardOf(form), "Save", { in: design, inputs });
    const { answer, graphRequests } = await app.turn(elsewhere);
    expect(graphRequests).toEqual([]);
    expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
  });

  it("of a meeting that Graph has lost lead to another, whether shown or saved", async () => {
    const { form, inputs } = await open();
    await asOrganizer(app, "DELETE");
    const shown = await app.turn(message("options", { from: ada }));
    const saved = await save(form, { ...inputs, lobby: "everyone" });
    for (const card of [cardOf(shown.sent[0]), cardOfAnswer(saved.answer)]) {
      expect(textOf(card)).toContain("Teams no longer has this meeting");
      expect(buttonOf(card, "Meet")).toMatchObject({ verb: "meet" });
    }
  });

  it("while Graph is down are not saved, and that is said to the presser alone", async () => {
    const { form, inputs } = await open();
    app.cloud.addFault({ match: app.cloud.meetings()[0]!.id, times: 3, status: 503 });
    const { answer, sent } = await save(form, { ...inputs, lobby: "everyone" });
    expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "graph_unavailable" } });
    expect(sent).toEqual([]);
    await save(form, { ...inputs, lobby: "everyone" });
    expect(app.cloud.meetings()).toMatchObject([{ lobbyBypassSettings: { scope: "everyone" } }]);
  });

  it("are closed by Back for everybody where they are a message of their own", async () => {
    const { form } = await open();
    const { sent, graphRequests } = await app.turn(press(form, "Back", { from: bo }));
    expect(graphRequests).toEqual([]);
    expect(sent).toMatchObject([{ method: "PUT", id: form.id }]);
    expect(buttonOf(cardOf(sent[0]), "Join")).toBeDefined();
  });

  it("from “…” on a card are shown to the presser alone, and so is the way back", async () => {
    const { sent: made } = await app.turn(message("meet Sprint review", { from: ada }));
    const shown = await app.turn(press(made[0], "Options", { from: ada }));
    expect(shown.sent).toEqual([]);
    const back = await app.turn(pressOn(cardOfAnswer(shown.answer), "Back", { from: ada }));
    expect(back.sent).toEqual([]);
    expect(buttonOf(cardOfAnswer(back.answer), "Join")).toBeDefined();
  });
});

describe("who may see and save them", () => {
  it("is not just anybody, who is told whom to ask", async () => {
    const { form, inputs } = await open();
    const shown = await app.turn(message("options", { from: bo }));
    expect(textOf(cardOf(shown.sent[0]))).toContain("Ask Ada Lovelace");
    const saved = await save(form, { ...inputs, lobby: "everyone" }, bo);
    expect(saved.sent).toEqual([]);
    expect(saved.answer.body).toMatchObject({
      value: { code: "not_allowed", message: expect.stringContaining("Ask Ada Lovelace") },
    });
    expect(app.cloud.meetings()).toMatchObject([
      { lobbyBypassSettings: { scope: "organization" } },
    ]);
  });

  it("is an owner of the team too", async () => {
    app.cloud.settings.teamOwners = [bo.aadId];
    const { form, inputs } = await open();
    const { answer } = await save(form, { ...inputs, lobby: "everyone" }, bo);
    expect(textOf(cardOfAnswer(answer))).toContain("Options saved by Bo Nilsson.");
  });
});
