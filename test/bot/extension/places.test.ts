import {
  ada,
  bo,
  design,
  general,
  groupChat,
  meetingChat,
  message,
  personalChat,
  TENANT,
  type TestPlace,
} from "../../support/activities";
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
} from "../../support/extension";
import { linkOf } from "../../support/meeting";
import { useApp } from "../../support/use-app";

const ROOT = "1759881511856";
const oldChannel: TestPlace = { ...design, threadId: "19:0f1e2d3c4b5a@thread.skype" };
const chatOfTwo: TestPlace = {
  type: "personal",
  threadId: `19:${ada.aadId}_${bo.aadId}@unq.gbl.spaces`,
  tenantId: TENANT,
};
const unknownForm: TestPlace = { ...chatOfTwo, threadId: "48:notes" };

const app = useApp();

describe("the meeting is the one of the command, by one createOrGet,", () => {
  it.each([
    ["in a channel's new post", { in: general }],
    ["in a channel's reply box", { in: general, root: ROOT }],
    ["in an old channel", { in: oldChannel }],
    ["in a group chat", { in: groupChat }],
    ["in a meeting's chat", { in: meetingChat }],
    ["in the chat with the bot", { in: personalChat }],
  ])("%s", async (_, where) => {
    const { answer, graphRequests } = await submitMeet(app, {}, where);
    const created = createdBy(graphRequests);
    expect(created).toHaveLength(1);
    const preview = previewOf(answer);

    const typed = await app.turn(message("meet", { ...where, from: bo }));
    const [again] = createdBy(typed.graphRequests);
    expect([again?.externalId, again?.chatInfo]).toEqual([
      created[0]?.externalId,
      created[0]?.chatInfo,
    ]);
    expect(linkOf(preview)).toBe(linkOf(cardOf(typed.sent[0])));
    expect(app.cloud.meetings()).toHaveLength(1);
  });
});

it("a reply box's card is posted as a reply, and a new post's as a new post", async () => {
  for (const root of [ROOT, undefined]) {
    const where = { from: ada, ...(root && { root }) };
    const { answer } = await submitMeet(app, {}, where);
    const { sent } = await app.turn(pressBelow(previewOf(answer), "send", where));
    const [conversation] = sent.map(({ path }) => decodeURIComponent(path).split("/")[3]);
    expect(conversation).toBe(root ? `${general.threadId};messageid=${root}` : general.threadId);
  }
});

describe.each([
  ["a chat that Teams does not name", "nowhere" as const],
  ["a chat between two people", chatOfTwo],
  ["a conversation of an unknown form", unknownForm],
])("in %s", (_, place) => {
  it("the meeting is the person's own, the same every time, and another person's is another", async () => {
    const links = [];
    const ids = [];
    for (const from of [ada, ada, bo]) {
      const { answer, graphRequests, sent } = await submitMeet(app, {}, { in: place, from });
      const [result] = resultsOf(answer);
      ids.push(createdBy(graphRequests).map(({ externalId }) => externalId));
      links.push(linkOf(result!.card));
      expect(textOf(result!.card)).toContain("Your own meeting: Teams does not say which chat");
      expect(sent).toEqual([]);
    }
    const [first, second, other] = ids;
    expect(first).toHaveLength(1);
    expect(second).toEqual(first);
    expect(other).not.toEqual(first);
    expect(links[1]).toBe(links[0]);
    expect(links[2]).not.toBe(links[0]);
    expect(app.connector.rosterRequests).toEqual([]);
  });

  it("the inserted card has no button that would need the bot", async () => {
    const { answer } = await submitMeet(app, { topic: "Coffee" }, { in: place });
    const [result] = resultsOf(answer);
    expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
    expect(JSON.stringify(result)).toContain("Action.OpenUrl");
    expect(result).toMatchObject({ title: "Coffee" });
    expect(result?.text).toBeTruthy();
  });

  it("a change asked for later is a question in the dialog, which the person answers for their own meeting", async () => {
    await submitMeet(app, { topic: "Coffee" }, { in: place });
    const { answer, graphRequests } = await submitMeet(app, { topic: "Tea" }, { in: place });
    expect(graphRequests).toHaveLength(1);
    const pressed = pressInDialog(dialogOf(answer), "Update", {}, { in: place });
    const updated = await app.turn(pressed);
    expect(updated.graphRequests.map(({ method }) => method)).toEqual(["PATCH"]);
    expect(updated.sent).toEqual([]);
    const [result] = resultsOf(updated.answer);
    expect(textOf(result!.card)).toContain("Tea");
    expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
    expect(app.connector.rosterRequests).toEqual([]);
  });
});

it("the person's own meeting is the same from every chat that Teams does not name", async () => {
  await submitMeet(app, {}, { in: "nowhere" });
  await submitMeet(app, {}, { in: chatOfTwo });
  await submitMeet(app, {}, { in: unknownForm });
  expect(app.cloud.meetings()).toHaveLength(1);
});

it("a chat of a person with the bot is a place of its own", async () => {
  const withBot = { ...chatOfTwo, threadId: `19:${ada.aadId}_bot@unq.gbl.spaces` };
  const { answer } = await submitMeet(app, {}, { in: withBot });
  expect(textOf(previewOf(answer))).toContain("Your own meeting: share the link with anyone");
});

it("the dialog of the person's own meeting shows it from the second time on", async () => {
  await submitMeet(app, { topic: "Coffee" }, { in: "nowhere" });
  expect(textOf(dialogOf(await app.post(openMeet({ in: chatOfTwo }))))).toContain("Coffee");
  const others = dialogOf(await app.post(openMeet({ in: chatOfTwo, from: bo })));
  expect(textOf(others)).not.toContain("Coffee");
});

describe("a person's own meeting, which no command reaches,", () => {
  const own = { from: ada, in: "nowhere" as const };

  it.each([
    ["Cancel meeting", "Cancel meeting", "DELETE"],
    ["New link", "Make a new link", "POST"],
  ])("has %s in its dialog, which asks first", async (title, confirm, method) => {
    await submitMeet(app, { topic: "Mine" }, own);
    const dialog = dialogOf(await app.post(openMeet(own)));
    const asked = await app.turn(pressInDialog(dialog, title, {}, own));
    expect(asked.graphRequests).toEqual([]);
    const done = await app.turn(pressInDialog(dialogOf(asked.answer), confirm, {}, own));
    expect(done.graphRequests).toMatchObject([{ method }]);
    expect(done.sent).toEqual([]);
  });

  it("is nobody else's to end", async () => {
    await submitMeet(app, {}, own);
    const dialog = dialogOf(await app.post(openMeet(own)));
    const pressed = pressInDialog(dialog, "Cancel meeting", {}, { ...own, from: bo });
    const { graphRequests } = await app.turn(pressed);
    expect(graphRequests).toEqual([]);
    expect(app.cloud.meetings()).toHaveLength(1);
  });
});
