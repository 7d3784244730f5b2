import { mkdirSync } from "node:fs";
import type { PlaygroundPage } from "./support/playground-page";
import { useDemo } from "./support/use-demo";

const PICTURES = "artifacts/compose";
/** `.m365agentsplayground.yml` */
const GRACE = "20561e5d-ba47-445b-88e5-9dac964d385f";

const demo = useDemo();
let teams: PlaygroundPage;
let joinLink: string;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  ({ teams } = demo);
  await teams.goToChannel("General");
  await teams.waitForCardText("Hi, I’m Rendezvous");
  await teams.say("meet Sprint review", { mention: true });
  await teams.waitForCardText("(host)");
  joinLink = await teams.clickCardLink("Join");
});

function field(label: string) {
  return teams.dialog().getByLabel(label, { exact: true });
}

/** Waits for the confirmation that the Playground shows instead of a preview. */
async function waitUntilPosted(picture: string): Promise<void> {
  await teams.dialog().getByText("posted the card").waitFor();
  await teams.screenshot(`${PICTURES}/${picture}.png`);
  await teams.closeDialog();
}

it("shows the channel's meeting, and returns the same one as the command", async () => {
  await teams.openDialog("meet", "compose");
  await teams.dialog().getByText("There’s already a meeting.").waitFor();
  expect(await field("Name").inputValue()).toBe("Sprint review");
  await teams.screenshot(`${PICTURES}/1-dialog.png`);

  await teams.pressInDialog("Continue");
  await waitUntilPosted("2-posted");
  await teams.waitForCardText("Sprint review");
  await teams.screenshot(`${PICTURES}/3-card.png`);
  expect(await teams.cards().filter({ hasText: "Sprint review" }).count()).toBe(2);
  expect(await teams.clickCardLink("Join")).toBe(joinLink);

  expect(await demo.meetings()).toHaveLength(1);
  const requests = await demo.graphRequests();
  expect(requests.filter(({ path }) => !path.endsWith("/onlineMeetings/createOrGet"))).toEqual([]);
  expect(new Set(requests.map(({ body }) => body?.externalId)).size).toBe(1);
});

it("asks before it changes the meeting, and then updates every card", async () => {
  await teams.openDialog("meet", "compose");
  await field("Name").fill("Sprint demo");
  await teams.pressInDialog("Continue");
  await teams.dialog().getByText("Requested").waitFor();
  await teams.screenshot(`${PICTURES}/4-question.png`);

  await teams.pressInDialog("Update");
  await waitUntilPosted("5-updated");
  for (const index of [0, 1, 2]) {
    await teams.cards().nth(index).filter({ hasText: "Sprint demo" }).waitFor();
  }
  await teams.screenshot(`${PICTURES}/6-cards.png`);
  expect(await teams.cards().filter({ hasText: "Sprint review" }).count()).toBe(0);
  expect(await demo.meetings()).toHaveLength(1);
});

it("uses the message as the topic", async () => {
  await teams.say("Plan the autumn offsite", { mention: false });
  await teams.openDialog("meet", "message");
  expect(await field("Name").inputValue()).toBe("Plan the autumn offsite");
  await teams.screenshot(`${PICTURES}/7-message.png`);
  await teams.closeDialog();
});

it("shows a problem at its field, and keeps the input", async () => {
  await teams.goToChannel("Design");
  await teams.openDialog("meet", "compose");
  await field("Name").fill("Pixel pushing");
  await field("Date").click();
  await teams.page.getByRole("button", { name: /^Previous month/ }).click();
  await teams.page.getByRole("gridcell").filter({ hasText: /^15$/ }).click();
  await field("Start").click();
  await teams.page.getByRole("option", { name: "2:00 PM", exact: true }).click();
  const day = await field("Date").inputValue();
  await teams.pressInDialog("Continue");
  await teams.dialog().getByText("That time has passed").waitFor();
  await teams.screenshot(`${PICTURES}/8-problem.png`);
  expect(await field("Name").inputValue()).toBe("Pixel pushing");
  expect(await field("Date").inputValue()).toBe(day);
  expect(await field("Start").inputValue()).toBe("2:00 PM");
  expect(await demo.meetings()).toHaveLength(1);
  await teams.closeDialog();
});

it("invites people from the people picker", async () => {
  await teams.openDialog("meet", "compose");
  await field("Name").fill("Pixel pushing");
  await teams.pickInDialog("Grace Hopper");
  await teams.screenshot(`${PICTURES}/9-people.png`);
  await teams.pressInDialog("Continue");
  await waitUntilPosted("10-posted");
  await teams.waitForCardText("Grace Hopper");
  await teams.screenshot(`${PICTURES}/11-card.png`);
  const [request] = (await demo.graphRequests()).slice(-1);
  expect(request?.body?.participants).toMatchObject({
    attendees: [{ identity: { user: { id: GRACE } } }],
  });
});

it("requests nothing from other machines, except for the joined meeting", () => {
  expect(teams.refusedUrls).toEqual([joinLink, joinLink]);
});
