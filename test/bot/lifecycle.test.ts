import { BOT, bo, event, general, message, personalChat } from "../support/activities";
import { buttonOf, cardOf, textOf } from "../support/cards";
import { useApp } from "../support/use-app";

const app = useApp();

const installed = { type: "installationUpdate", action: "add" };
const botAdded = { type: "conversationUpdate", membersAdded: [BOT] };

describe("an installation", () => {
  it.each([
    ["the installation", [installed]],
    ["the bot's joining", [botAdded]],
    ["both, one after the other", [installed, botAdded]],
    ["both at the same moment, twice", [botAdded, installed, botAdded]],
  ])("is greeted once, in one short card, when Teams announces %s", async (_, activities) => {
    await Promise.all(activities.map((activity) => app.post(event(activity))));
    expect(app.connector.sent).toHaveLength(1);
    const card = cardOf(app.connector.sent[0]);
    expect(textOf(card)).toContain("@Rendezvous meet");
    expect(buttonOf(card, "Meet")).toMatchObject({ verb: "meet" });
    expect(app.cloud.requests()).toEqual([]);
  });

  it("is greeted in each conversation, and again when it is installed anew later", async () => {
    await app.post(event(installed));
    await app.post(event(installed, { in: personalChat }));
    await app.clock.advance(60_001);
    await app.post(event(installed));
    expect(app.connector.sent).toHaveLength(3);
  });
});

describe("what is no request", () => {
  it.each([
    ["an edited message", { ...message("meet"), type: "messageUpdate" }],
    ["a deleted message", { ...message("meet"), type: "messageDelete" }],
    ["a reaction", event({ type: "messageReaction", reactionsAdded: [{ type: "like" }] as never })],
    [
      "another person's joining",
      event({
        type: "conversationUpdate",
        membersAdded: [{ id: bo.teamsId, name: "Bo" }] as never,
      }),
    ],
    ["an upgrade", event({ type: "installationUpdate", action: "add-upgrade" })],
    ["an edit without channel data", event({ type: "messageUpdate", channelData: undefined })],
    ["an uninstallation", event({ type: "installationUpdate", action: "remove" })],
    [
      "a meeting's start without a title",
      event({
        type: "event",
        name: "application/vnd.microsoft.meetingStart",
        value: { Title: null },
      }),
    ],
    ["an event that we do not know", event({ type: "event", name: "application/vnd.example" })],
    ["a type that we do not know", event({ type: "somethingNew" })],
  ])("%s is taken with 200 and does nothing", async (_, activity) => {
    const { answer, sent, graphRequests } = await app.turn(activity);
    expect(answer.status).toBe(200);
    expect(sent).toEqual([]);
    expect(graphRequests).toEqual([]);
  });

  it.each([
    ["composeExtension/query", { composeExtension: { type: "result", attachments: [] } }],
    ["task/fetch", {}],
    ["signin/verifyState", {}],
  ])("an invoke of a kind that we do not serve, %s, gets an empty result", async (name, body) => {
    const { answer } = await app.turn(event({ type: "invoke", name, value: {} }));
    expect(answer).toMatchObject({ status: 200, body });
  });
});

it("answers in the thread of the reply that asked", async () => {
  const { sent } = await app.turn(message("meet", { root: "1759881511856" }));
  expect(sent[0]?.activity.conversation?.id).toBe(`${general.threadId};messageid=1759881511856`);
});
