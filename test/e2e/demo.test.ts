import { mkdirSync } from "node:fs";
import type { PlaygroundPage } from "./support/playground-page";
import { useDemo } from "./support/use-demo";

const demo = useDemo();
let teams: PlaygroundPage;
let joinLink: string;

beforeAll(() => {
  mkdirSync("artifacts/demo", { recursive: true });
  ({ teams } = demo);
});

it("creates the channel's meeting, refreshes its card, and returns the same meeting in a reply", async () => {
  await teams.goToChannel("General");
  await teams.waitForCardText("Hi, I’m Rendezvous");
  await teams.say("meet Sprint review", { mention: true });
  await teams.waitForCardText("(host)");
  await teams.screenshot("artifacts/demo/channel.png");
  joinLink = await teams.clickCardLink("Join");
  expect(joinLink).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);

  await teams.clickCardButton("Refresh");
  await teams.waitForCardText("Sprint review");

  const cardCount = await teams.cards().count();
  await teams.reply("meet", { mention: true });
  // The card above has the same text.
  await teams.cards().nth(cardCount).waitFor();
  await teams.waitForCardText("Sprint review");
  await teams.screenshot("artifacts/demo/channel-reply.png");

  const requests = await demo.graphRequests();
  expect(requests.map(({ method, status }) => [method, status])).toEqual([
    ["POST", 201],
    ["POST", 200],
  ]);
  expect(requests[0]?.path).toMatch(/^\/beta\/users\/[0-9a-f-]{36}\/onlineMeetings\/createOrGet$/);
  expect(requests[0]?.body?.chatInfo?.threadId).toMatch(/^19:[0-9a-f]{32}@thread\.tacv2$/);
  expect(requests[1]?.body?.externalId).toBe(requests[0]?.body?.externalId);
});

/** Posts what the Playground's “Mock an Activity” posts. */
async function mockActivity(fields: object): Promise<void> {
  const { origin } = new URL(teams.page.url());
  const api = `${origin}/_internal/v1/customActivities`;
  const threadId = (await demo.graphRequests())[0]?.body?.chatInfo?.threadId ?? "";
  const query = new URLSearchParams({ conversationId: threadId });
  const template = (await (await fetch(`${api}/template?${query.toString()}`)).json()) as object;
  const response = await fetch(api, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...template, ...fields }),
  });
  expect(response.status).toBe(200);
}

it("changes the card in place when a mocked activity says that people are in the meeting", async () => {
  const event = { type: "event", value: { Title: null, JoinUrl: joinLink } };
  await mockActivity({ ...event, name: " application/vnd.microsoft.meetingStart" });
  await teams.waitForCardText(/In progress.*started/s);
  await teams.screenshot("artifacts/demo/in-progress.png");
  await mockActivity({ ...event, name: "application/vnd.microsoft.meetingEnd" });
  // Teams' limits make the card wait for 30 s.
  await teams.clickCardButton("Refresh");
  await teams.waitForCardText(/Ended/);
  await teams.screenshot("artifacts/demo/ended.png");
});

it("creates separate meetings in another channel, the group chat and the personal chat", async () => {
  await teams.goToChannel("Design");
  await teams.say("meet", { mention: true });
  await teams.waitForCardText("Design meeting");

  await teams.goToGroupChat();
  await teams.say("meet Release", { mention: true });
  await teams.waitForCardText("Release");
  await teams.screenshot("artifacts/demo/group-chat.png");

  await teams.goToPersonalChat();
  await teams.say("meet", { mention: false });
  await teams.waitForCardText("My meeting");
  await teams.screenshot("artifacts/demo/personal-chat.png");

  const externalIds = (await demo.graphRequests()).map(({ body }) => body?.externalId);
  expect(new Set(externalIds).size).toBe(4);
});

it("offers to create a meeting from an unknown command", async () => {
  await teams.goToPersonalChat();
  await teams.say("lovely weather", { mention: false });
  await teams.waitForCardText("Sorry, I didn’t get that.");
  await teams.screenshot("artifacts/demo/unknown-text.png");
  await teams.clickCardButton("Meet");
  await teams.waitForCardText("My meeting");

  await teams.say("help", { mention: false });
  await teams.waitForCardText("How can I help?");
  await teams.screenshot("artifacts/demo/help.png");
});

it("requests nothing from other machines, except for the joined meeting", () => {
  expect(teams.refusedUrls).toEqual([joinLink]);
});
