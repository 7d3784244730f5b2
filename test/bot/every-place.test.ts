import {
  ada,
  bo,
  general,
  groupChat,
  meetingChat,
  message,
  personalChat,
  type TestPlace,
} from "../support/activities";
import { buttonOf, cardOf, textOf } from "../support/cards";
import { changesIn } from "../support/meeting";
import { press, pressOld } from "../support/press";
import { useApp } from "../support/use-app";

const app = useApp();

const places: [string, TestPlace][] = [
  ["a channel", general],
  ["a group chat", groupChat],
  ["a meeting's chat", meetingChat],
  ["a personal chat", personalChat],
];

const ways = [
  ["Action.Execute", press],
  ["Action.Submit", pressOld],
] as const;

/** What is typed, what the answer says, and what changed at Graph. */
const commands: [string, string, object[]][] = [
  ["meet", "Sprint review", []],
  ["meet SPRINT review", "Sprint review", []],
  ["meet Demo", "There is a meeting already", []],
  ["meet #design", "#design meeting", []],
  ["rooms", "Main meeting", []],
  ["rename Demo", "Renamed by Ada Lovelace.", [{ body: { subject: "Demo" } }]],
  ["move tomorrow 5pm", "Moved by Ada Lovelace.", [{ method: "PATCH" }]],
  ["options", "Meeting options", []],
  ["new", "A new link for “Sprint review”?", []],
  ["cancel", "Cancel “Sprint review”?", []],
  ["help", "@Rendezvous meet", []],
  ["lunch", "I don’t know that command", []],
];

describe.each(places)("in %s", (_, place) => {
  it.each(commands)("“%s” is answered by one card: %s", async (text, said, changes) => {
    await app.turn(message("meet Sprint review", { from: ada, in: place }));
    const { sent, graphRequests } = await app.turn(message(text, { from: ada, in: place }));
    expect(sent.filter(({ method }) => method === "POST")).toHaveLength(1);
    expect(textOf(cardOf(sent[0]))).toContain(said);
    expect(sent[0]?.activity.text).toBeUndefined();
    expect(changesIn(graphRequests)).toMatchObject(changes);
    expect(changesIn(graphRequests)).toHaveLength(changes.length);
  });

  describe.each(ways)("by %s", (_way, pressing) => {
    it.each([
      ["meet Demo", "Update", "Updated by Ada Lovelace.", "PATCH"],
      ["new", "Make a new link", "New link by Ada Lovelace.", "POST"],
      ["cancel", "Cancel meeting", "was cancelled by Ada Lovelace", "DELETE"],
    ])("what “%s” offers is done for everybody: %s", async (text, title, said, method) => {
      const { sent: made } = await app.turn(
        message("meet Sprint review", { from: ada, in: place }),
      );
      const { sent: asked } = await app.turn(message(text, { from: ada, in: place }));
      const pressed = pressing(asked[0], title, { from: ada, in: place });
      const { sent, graphRequests } = await app.turn(pressed);
      expect(graphRequests).toMatchObject([{ method }]);
      expect(sent.map(({ method: how, id }) => [how, id])).toEqual([
        ["PUT", asked[0]?.id],
        ["PUT", made[0]?.id],
      ]);
      for (const update of sent) expect(textOf(cardOf(update))).toContain(said);
    });

    it.each(["Keep", "Back"])("%s closes the question, whoever presses it", async (title) => {
      await app.turn(message("meet Sprint review", { from: ada, in: place }));
      const text = title === "Keep" ? "meet Demo" : "cancel";
      const { sent: asked } = await app.turn(message(text, { from: ada, in: place }));
      const pressed = pressing(asked[0], title, { from: bo, in: place });
      const { sent, graphRequests } = await app.turn(pressed);
      expect(changesIn(graphRequests)).toEqual([]);
      expect(sent).toMatchObject([{ method: "PUT", id: asked[0]?.id }]);
      expect(buttonOf(cardOf(sent[0]), "Join")).toBeDefined();
    });
  });
});

describe("options, a new link and the end are nobody else's", () => {
  it.each([
    ["a group chat", groupChat],
    ["a meeting's chat", meetingChat],
  ])("in %s, which nobody owns", async (_, place) => {
    app.cloud.settings.teamOwners = [bo.aadId];
    await app.turn(message("meet", { from: ada, in: place }));
    for (const text of ["options", "new", "cancel"]) {
      const { sent, graphRequests } = await app.turn(message(text, { from: bo, in: place }));
      expect(textOf(cardOf(sent[0]))).toContain("Ask Ada Lovelace");
      expect(changesIn(graphRequests)).toEqual([]);
    }
  });

  it("where the card is shown in another conversation", async () => {
    const { sent: made } = await app.turn(message("meet", { from: ada }));
    for (const title of ["Options", "New link", "Cancel meeting"]) {
      const { answer } = await app.turn(press(made[0], title, { from: ada, in: groupChat }));
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
    }
  });
});
