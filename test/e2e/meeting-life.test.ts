import { mkdirSync } from "node:fs";
import type { PlaygroundPage } from "./support/playground-page";
import { useDemo } from "./support/use-demo";

const PICTURES = "artifacts/life";

const demo = useDemo();
let teams: PlaygroundPage;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  ({ teams } = demo);
  await teams.goToGroupChat();
  await teams.waitForCardText("Hi, I’m Rendezvous");
});

/** The first card of the meeting, after the greeting. */
function firstCard() {
  return teams.cards().nth(1);
}

async function requestsBy(method: string) {
  return (await demo.graphRequests()).filter((request) => request.method === method);
}

it("is created with a time and people", async () => {
  await teams.say("meet Sprint review tomorrow 3pm for 45 min with @[Grace Hopper]", {
    mention: true,
  });
  await teams.waitForCardText("Sprint review");
  await teams.screenshot(`${PICTURES}/1-made.png`);
  await teams.waitForCardText("Grace Hopper");
  expect(await requestsBy("POST")).toMatchObject([
    { body: { subject: "Sprint review" }, status: 201 },
  ]);
});

it("is updated when someone requests other values and presses Update", async () => {
  await teams.say("meet Sprint demo tomorrow 4pm for 30 min", { mention: true });
  await teams.waitForCardText("Requested");
  await teams.screenshot(`${PICTURES}/2-question.png`);
  await teams.clickCardButton("Update");
  await teams.waitForCardText("Updated by Ada Lovelace");
  await teams.screenshot(`${PICTURES}/3-updated.png`);
  expect(await requestsBy("PATCH")).toMatchObject([{ status: 200 }]);
  await firstCard().filter({ hasText: "Sprint demo" }).waitFor();
});

it("is renamed, and its older cards are updated", async () => {
  await teams.say("rename Sprint finale", { mention: true });
  await teams.waitForCardText("Renamed by Ada Lovelace");
  await firstCard().filter({ hasText: "Sprint finale" }).waitFor();
  await teams.screenshot(`${PICTURES}/4-renamed.png`);
});

it("can be put into any calendar", async () => {
  await teams.clickCardButton("Calendar");
  await teams.waitForCardText("Calendar file");
  await teams.screenshot(`${PICTURES}/4-calendar.png`);
  const address = await teams.clickCardLink("Subscribe");
  const file = await fetch(address.replace(/\/calendar$/, ".ics"));
  expect(await file.text()).toContain("SUMMARY:Sprint finale");
  await teams.clickCardButton("Back");
  await teams.lastCard().getByText("Join").waitFor();
});

it("has an options form", async () => {
  await teams.say("options", { mention: true });
  await teams.waitForCardText("Meeting options");
  await teams.screenshot(`${PICTURES}/5-options.png`);
  await teams.chooseInCard("Who can present", "My organization and guests");
  await teams.clickCardButton("Save");
  await teams.waitForCardText("Options saved by Ada Lovelace");
  expect((await requestsBy("PATCH")).at(-1)?.body).toEqual({
    allowedPresenters: "organization",
  });
});

it("gets a new link after confirmation", async () => {
  await teams.say("new", { mention: true });
  await teams.waitForCardText("Create a new link for");
  await teams.screenshot(`${PICTURES}/6-new.png`);
  await teams.clickCardButton("Create new link");
  await teams.waitForCardText("New link by");
  await firstCard().filter({ hasText: "New link by" }).waitFor();
  await teams.screenshot(`${PICTURES}/7-new-link.png`);
});

it("has rooms", async () => {
  await teams.say("meet #design Pixel pushing", { mention: true });
  await teams.waitForCardText("#design");
  await teams.say("rooms", { mention: true });
  await teams.waitForCardText("Meetings in this chat");
  await teams.screenshot(`${PICTURES}/8-rooms.png`);
});

it("is cancelled after confirmation, and its older cards are updated", async () => {
  await teams.say("cancel", { mention: true });
  await teams.waitForCardText("Cancel “Sprint finale”?");
  await teams.screenshot(`${PICTURES}/9-cancel.png`);
  await teams.clickCardButton("Cancel meeting");
  await teams.waitForCardText("Cancelled by Ada Lovelace");
  await firstCard().filter({ hasText: "Cancelled by Ada Lovelace" }).waitFor();
  await teams.screenshot(`${PICTURES}/10-cancelled.png`);
  expect(await requestsBy("DELETE")).toMatchObject([{ status: 204 }]);
});
