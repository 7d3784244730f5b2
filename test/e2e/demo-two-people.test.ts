import { mkdirSync } from "node:fs";
import { useDemo } from "./support/use-demo";

const demo = useDemo("--people=2");

it("gives two people in a channel the same link of the same meeting", async () => {
  mkdirSync("artifacts/demo", { recursive: true });
  const joinLinks: string[] = [];
  // The team is greeted once, for both.
  await demo.teams.goToChannel("General");
  await demo.teams.waitForCardText("Hi, I’m Rendezvous");
  for (const [index, person] of demo.playgrounds.entries()) {
    await person.goToChannel("General");
    await person.say("meet", { mention: true });
    const card = await person.waitForCardText("General meeting");
    // On both cards, because Ada asked first.
    await card.getByText("Ada Lovelace (host)").waitFor();
    joinLinks.push(await person.clickCardLink("Join"));
    await person.screenshot(`artifacts/demo/person-${index + 1}.png`);
  }
  const [adaLink, graceLink] = joinLinks;
  expect(joinLinks).toHaveLength(2);
  expect(adaLink).toMatch(/^https:\/\/teams\.microsoft\.com\/l\/meetup-join\//);
  expect(graceLink).toBe(adaLink);
  expect(await demo.meetings()).toHaveLength(1);
});

it("lets each person plan in their own time zone", async () => {
  const [, grace] = demo.playgrounds;
  await grace!.say("meet #review tomorrow 3pm", { mention: true });
  await grace!.waitForCardText(/3:00.* PM E[SD]T/);
});

it("lets one person rename the meeting that the other person created", async () => {
  const [, grace] = demo.playgrounds;
  await grace!.say("rename Retrospective", { mention: true });
  await grace!.waitForCardText("Retrospective");
  expect(await demo.meetings()).toContainEqual(
    expect.objectContaining({ subject: "Retrospective" }),
  );
});
