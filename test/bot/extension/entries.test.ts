import { ada, bo, message } from "../../support/activities";
import { cardOf, textOf } from "../../support/cards";
import {
  createdBy,
  dialogOf,
  openMeet,
  pressBelow,
  pressInDialog,
  previewOf,
  resultsOf,
  submitMeet,
  wordsOf,
} from "../../support/extension";
import { changesIn, plan } from "../../support/meeting";
import { useApp } from "../../support/use-app";

const app = useApp();

describe("what is submitted as it was shown is no request", () => {
  it.each([
    ["of a scheduled meeting", plan, {}],
    ["of a standing meeting", "meet Sprint review", {}],
    ["of a meeting without a name of its own", "meet", {}],
    ["in another zone than that of who asked first", plan, { timeZone: "America/New_York" }],
    ["in a zone that there is not", plan, { timeZone: "Mars/Olympus" }],
    ["in another language", plan, { locale: "ja-JP" }],
  ])("%s", async (_, typed, options) => {
    await app.turn(message(typed, { from: bo }));
    const title = "locale" in options ? "会議" : "Meet";
    const dialog = dialogOf(await app.post(openMeet(options)));
    const { answer, graphRequests, sent } = await app.turn(
      pressInDialog(dialog, title, {}, options),
    );
    expect(graphRequests).toHaveLength(1);
    expect(createdBy(graphRequests)).toHaveLength(1);
    previewOf(answer);
    expect(sent).toEqual([]);
  });

  it("of a meeting whose time is over", async () => {
    await app.turn(message(plan, { from: bo }));
    await app.clock.advance(3 * 86_400_000);
    const { answer, graphRequests } = await submitMeet(app);
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(previewOf(answer))).toContain("Sprint review");
  });

  it("in another case", async () => {
    await app.turn(message(plan, { from: bo }));
    const { answer, graphRequests } = await submitMeet(app, { topic: " sprint REVIEW " });
    expect(graphRequests).toHaveLength(1);
    previewOf(answer);
  });

  it("also where fields were emptied", async () => {
    await app.turn(message(plan, { from: bo }));
    const { answer, graphRequests } = await submitMeet(app, {
      topic: "",
      day: "",
      time: "",
      minutes: "",
    });
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(previewOf(answer))).toContain("Sprint review");
  });

  it("also where the meeting was changed since the dialog was opened", async () => {
    await app.turn(message(plan));
    const dialog = dialogOf(await app.post(openMeet()));
    await app.turn(message("rename Retrospective"));
    await app.turn(message("move tomorrow 5pm"));
    const { answer, graphRequests } = await app.turn(pressInDialog(dialog, "Meet"));
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(previewOf(answer))).toContain("Retrospective");
  });
});

describe("of a field that was changed, that alone is asked for:", () => {
  it.each<[string, Record<string, string>, object]>([
    ["the topic", { topic: "Retrospective" }, { subject: "Retrospective" }],
    [
      "the day",
      { day: "2026-11-25" },
      { startDateTime: "2026-11-25T14:00:00.000Z", endDateTime: "2026-11-25T14:45:00.000Z" },
    ],
    [
      "the time",
      { time: "16:30" },
      { startDateTime: "2026-11-21T15:30:00.000Z", endDateTime: "2026-11-21T16:15:00.000Z" },
    ],
    [
      "the length",
      { minutes: "60" },
      { startDateTime: "2026-11-21T14:00:00.000Z", endDateTime: "2026-11-21T15:00:00.000Z" },
    ],
  ])("%s", async (_, entered, change) => {
    await app.turn(message(plan, { from: ada }));
    const asked = await submitMeet(app, entered, { from: bo });
    expect(asked.graphRequests).toHaveLength(1);
    const question = dialogOf(asked.answer);
    expect(JSON.stringify(question)).not.toContain("Action.Execute");
    expect(asked.sent).toEqual([]);

    const updated = await app.turn(pressInDialog(question, "Update", {}, { from: bo }));
    const changes = changesIn(updated.graphRequests);
    expect(changes).toHaveLength(1);
    expect(changes[0]).toMatchObject({ method: "PATCH", body: change });
    expect(Object.keys(changes[0]?.body as object).toSorted()).toEqual(
      Object.keys(change).toSorted(),
    );
  });

  it("Update shows the change in the preview, and on the meeting's other cards", async () => {
    const { sent: shown } = await app.turn(message(plan, { from: ada }));
    const asked = await submitMeet(app, { topic: "Retrospective" }, { from: bo });
    const pressed = pressInDialog(dialogOf(asked.answer), "Update", {}, { from: bo });
    const { answer, sent } = await app.turn(pressed);
    const preview = previewOf(answer);
    expect(textOf(preview)).toContain("Retrospective");
    expect(sent.map(({ method, id }) => [method, id])).toEqual([["PUT", shown[0]?.id]]);
    expect(textOf(cardOf(sent[0]))).toContain("Retrospective");

    const posted = await app.turn(pressBelow(preview, "send", { from: bo }));
    expect(posted.graphRequests).toEqual([]);
    expect(textOf(cardOf(posted.sent[0]))).toContain("Retrospective");
  });

  it("Keep leaves all as it is, and leads to the preview", async () => {
    await app.turn(message(plan, { from: ada }));
    const asked = await submitMeet(app, { topic: "Retrospective" }, { from: bo });
    const pressed = pressInDialog(dialogOf(asked.answer), "Keep", {}, { from: bo });
    const { answer, sent, graphRequests } = await app.turn(pressed);
    expect(changesIn(graphRequests)).toEqual([]);
    expect(sent).toEqual([]);
    const preview = previewOf(answer);
    expect(textOf(preview)).toContain("Sprint review");
    const posted = await app.turn(pressBelow(preview, "send", { from: bo }));
    expect(textOf(cardOf(posted.sent[0]))).not.toContain("Retrospective");
  });

  it("Update is for members: where Teams does not tell who is one, nothing is changed", async () => {
    await app.turn(message(plan, { from: ada }));
    app.connector.fail("GET", 403);
    const asked = await submitMeet(app, { topic: "Retrospective" }, { from: bo });
    const pressed = pressInDialog(dialogOf(asked.answer), "Update", {}, { from: bo });
    const { answer, graphRequests } = await app.turn(pressed);
    expect(wordsOf(answer)).toContain("Nothing was changed.");
    expect(graphRequests).toEqual([]);
  });

  it("Update in the command box leads to the card that is inserted", async () => {
    await app.turn(message(plan, { from: ada }));
    const box = { commandContext: "commandBox" };
    const asked = await submitMeet(app, { topic: "Retrospective" }, box);
    const { answer } = await app.turn(pressInDialog(dialogOf(asked.answer), "Update", {}, box));
    expect(resultsOf(answer)).toMatchObject([{ title: "Retrospective" }]);
  });
});

describe("below a preview Edit leads back to the dialog", () => {
  it("with all that was entered, people by name, and asks for nothing by itself", async () => {
    const entered = {
      topic: "Retrospective",
      day: "2026-11-25",
      time: "10:15",
      minutes: "30",
      people: bo.aadId,
      addresses: "chen@contoso.com",
    };
    const { answer } = await submitMeet(app, entered);
    const preview = previewOf(answer);
    const edited = await app.turn(pressBelow(preview, "edit"));
    expect(edited.graphRequests).toEqual([]);
    const dialog = dialogOf(edited.answer);
    expect(pressInDialog(dialog, "Meet").value.data).toMatchObject(entered);
    expect(JSON.stringify(dialog)).toContain(bo.name);
    const again = await app.turn(pressInDialog(dialog, "Meet"));
    expect(changesIn(again.graphRequests)).toEqual([]);
    expect(textOf(previewOf(again.answer))).toContain("Retrospective");
  });

  it("with what the meeting is by now where nothing was entered", async () => {
    await app.turn(message(plan));
    const { answer } = await submitMeet(app, { addresses: "chen@contoso.com", room: "" });
    const updated = await app.turn(pressInDialog(dialogOf(answer), "Update"));
    await app.turn(message("rename Retrospective"));
    const dialog = dialogOf(await app.post(pressBelow(previewOf(updated.answer), "edit")));
    expect(pressInDialog(dialog, "Meet").value.data).toMatchObject({
      topic: "Retrospective",
      day: "2026-11-21",
      time: "15:00",
      minutes: "45",
    });
    const again = await app.turn(pressInDialog(dialog, "Meet"));
    expect(changesIn(again.graphRequests)).toEqual([]);
    previewOf(again.answer);
  });

  it("without renaming the meeting back that somebody renamed meanwhile", async () => {
    await app.turn(message(plan));
    const { answer } = await submitMeet(app);
    await app.turn(message("rename Retrospective"));
    const dialog = dialogOf(await app.post(pressBelow(previewOf(answer), "edit")));
    const again = await app.turn(pressInDialog(dialog, "Meet"));
    expect(textOf(previewOf(again.answer))).toContain("Retrospective");
  });
});
