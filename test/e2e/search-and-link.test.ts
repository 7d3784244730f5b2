import { mkdirSync } from "node:fs";
import { driveExtension, type PlaygroundExtension } from "./support/playground-extension";
import type { PlaygroundPage } from "./support/playground-page";
import { useDemo } from "./support/use-demo";

const PICTURES = "artifacts/compose";

const demo = useDemo();
let teams: PlaygroundPage;
let extension: PlaygroundExtension;
/** From the command's card. */
let joinLink: string;
/** From “Copy link”. */
let link: string;
const pageErrors: string[] = [];

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  ({ teams } = demo);
  teams.page.on("pageerror", ({ message }) => pageErrors.push(message));
  extension = driveExtension(teams);
  await teams.goToChannel("General");
  await teams.waitForCardText("Hi, I’m Rendezvous");
  await teams.say("meet Sprint review", { mention: true });
  await teams.waitForCardText("(host)");
  joinLink = await teams.clickCardLink("Join");
});
afterEach(() => expect(pageErrors).toEqual([]));

function screenshot(name: string): Promise<void> {
  return teams.screenshot(`${PICTURES}/${name}.png`);
}

it("returns one meeting for the command, the dialog, the search and the link", async () => {
  await teams.clickCardButton("Copy link");
  await teams.waitForCardText("Meeting link");
  await screenshot("20-copy-link");
  link = await teams.lastCard().getByLabel("Copy this link").inputValue();
  expect(link.startsWith(`${demo.botUrl}/m/`)).toBe(true);

  await teams.openDialog("meet", "compose");
  await teams.pressInDialog("Continue");
  await teams.dialog().getByText("posted the card").waitFor();
  await teams.closeDialog();
  const byDialog = await teams.clickCardLink("Join");

  await extension.openSearch();
  await extension.typeSearch("sprint");
  await extension.waitForResults("Sprint review");
  await extension.chooseResult("Sprint review");
  await screenshot("21-chosen");
  await extension.post();
  const bySearch = await teams.clickCardLink("Join");

  await extension.openLink();
  await extension.pasteLink(link);
  await screenshot("22-link");
  await extension.postLink();
  const byLink = await teams.clickCardLink("Join");
  await screenshot("23-posted");

  expect([byDialog, bySearch, byLink]).toEqual([joinLink, joinLink, joinLink]);
  expect(await teams.cards().filter({ hasText: "(host)" }).count()).toBe(3);
  expect(await demo.meetings()).toMatchObject([{ joinWebUrl: joinLink }]);
  const creates = (await demo.graphRequests()).filter(({ method }) => method === "POST");
  expect(creates.map(({ path }) => path.split("/").at(-1))).toEqual(["createOrGet", "createOrGet"]);
  expect(new Set(creates.map(({ body }) => body?.externalId)).size).toBe(1);
});

it("redirects from the link to the meeting, if no browser asks", async () => {
  const { status, headers } = await fetch(link, { redirect: "manual" });
  expect([status, headers.get("location")]).toEqual([302, joinLink]);
  expect(headers.get("cache-control")).toContain("no-store");
  expect(headers.get("referrer-policy")).toBe("no-referrer");
});

it("lists the channel's meetings, searches by name, and creates nothing while typing", async () => {
  await teams.say("meet #design tomorrow 10am", { mention: true });
  await teams.waitForCardText("#design");
  const before = await demo.graphRequests();

  await extension.openSearch();
  await extension.typeSearch(" ");
  await extension.waitForResults("Sprint review", "#design meeting");
  await screenshot("24-list");
  await extension.typeSearch("desi");
  await extension.waitForResults("#design meeting");
  await extension.typeSearch("planning tomorrow 3pm");
  await extension.waitForResults("Create: planning");
  await screenshot("25-offer");
  await extension.typeSearch("zzz tomorrow");
  await teams.page.getByText("What time tomorrow").waitFor();
  await screenshot("26-words");
  await extension.closeSearch();

  expect(await demo.graphRequests()).toEqual(before);
  expect(await demo.meetings()).toHaveLength(2);
});

it("creates the typed meeting when its card's button is pressed", async () => {
  await teams.goToChannel("Design");
  await extension.openSearch();
  await extension.typeSearch("planning tomorrow 3pm");
  await extension.waitForResults("Create: planning");
  await extension.chooseResult("Create: planning");
  await extension.post();
  await teams.waitForCardText("hasn’t been created yet");
  await screenshot("27-offered");
  expect(await demo.meetings()).toHaveLength(2);

  await teams.clickCardButton("Create meeting");
  await teams.waitForCardText("(host)");
  await screenshot("28-made");
  expect(await demo.meetings()).toHaveLength(3);
  const [made] = (await demo.graphRequests()).slice(-1);
  expect(made?.body).toMatchObject({ subject: "planning" });
});

it("shows a notice for other links", async () => {
  await extension.openLink();
  const card = await extension.pasteLink("https://www.example.com/m/abc");
  await card.getByText("makes no card of this link").waitFor();
  await screenshot("29-no-card");
  await teams.closeDialog();
});
