import type { AdaptiveCard } from "../../../bot/cards/adaptive-card";
import { ada, bo, design, message } from "../../support/activities";
import { buttonOf, textOf } from "../../support/cards";
import {
  afterInstall,
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
import { linkOf } from "../../support/meeting";
import { press } from "../../support/press";
import { useApp } from "../../support/use-app";

const topic = { topic: "Sprint review" };

const app = useApp();

/** What the button of the card bears that asks to add the bot. */
function installDataOf(card: AdaptiveCard): Record<string, unknown> {
  return pressInDialog(card, "Continue").value.data as Record<string, unknown>;
}

async function untilAsked(): Promise<Record<string, unknown>> {
  app.connector.fail("GET", 403);
  return installDataOf(dialogOf((await submitMeet(app, topic)).answer));
}

describe("where the bot is not in the conversation", () => {
  it("the meeting is made, and Teams is asked to add the bot", async () => {
    app.connector.fail("GET", 403);
    const { answer, graphRequests, sent } = await submitMeet(app, topic);
    expect(createdBy(graphRequests)).toHaveLength(1);
    expect(sent).toEqual([]);
    const dialog = dialogOf(answer);
    expect(installDataOf(dialog)).toMatchObject({ msteams: { justInTimeInstall: true } });
    expect(textOf(dialog)).toContain("Add Rendezvous to this conversation?");
  });

  it("once it is there the preview comes, without another call to Graph, and the card can be posted", async () => {
    const data = await untilAsked();
    app.connector.fail("GET", 403, 0);
    const { answer, graphRequests } = await app.turn(afterInstall(data));
    expect(graphRequests).toEqual([]);
    const preview = previewOf(answer);
    expect(textOf(preview)).toContain("Sprint review");
    const { sent } = await app.turn(pressBelow(preview, "send"));
    expect(sent).toHaveLength(1);
  });

  it("where it could not be added the card is the person's, with no button that needs the bot", async () => {
    const data = await untilAsked();
    const { answer, graphRequests, sent } = await app.turn(afterInstall(data));
    expect(graphRequests).toEqual([]);
    expect(sent).toEqual([]);
    const [result] = resultsOf(answer);
    expect(linkOf(result!.card)).toBe(app.cloud.meetings()[0]?.joinWebUrl);
    expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
  });

  it("from the command box it is not asked for", async () => {
    app.connector.fail("GET", 403);
    const { answer } = await submitMeet(app, topic, { commandContext: "commandbox" });
    const [result] = resultsOf(answer);
    expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
  });

  it("the meeting is shown as it is by the time the bot is there", async () => {
    const data = await untilAsked();
    await app.turn(message("rename Retrospective"));
    app.connector.fail("GET", 403, 0);
    const { answer } = await app.turn(afterInstall(data));
    expect(textOf(previewOf(answer))).toContain("Retrospective");
  });

  it("a meeting that was cancelled meanwhile is not made again by that", async () => {
    const data = await untilAsked();
    const asked = await app.turn(message("cancel"));
    await app.turn(press(asked.sent[0], "Cancel meeting"));
    app.connector.fail("GET", 403, 0);
    const { answer, graphRequests } = await app.turn(afterInstall(data));
    expect(wordsOf(answer)).toContain("cancelled meanwhile");
    expect(graphRequests).toEqual([]);
  });
});

describe("what comes back without what was sealed", () => {
  it("opens the dialog: Teams' own button bears nothing else", async () => {
    const bare = { msteams: { justInTimeInstall: true } };
    const { answer, graphRequests } = await app.turn(afterInstall(bare));
    expect(graphRequests).toEqual([]);
    pressInDialog(dialogOf(answer), "Meet");
  });

  it.each([
    ["another person's", { from: bo }],
    ["another conversation's", { in: design }],
  ])("opens the dialog where it is %s", async (_, options) => {
    const data = await untilAsked();
    app.connector.fail("GET", 403, 0);
    const { answer, graphRequests } = await app.turn(afterInstall(data, options));
    expect(graphRequests).toEqual([]);
    pressInDialog(dialogOf(answer), "Meet");
  });

  it("opens the dialog after an hour", async () => {
    const data = await untilAsked();
    await app.clock.advance(3_600_000);
    const { answer, graphRequests } = await app.turn(afterInstall(data));
    expect(graphRequests).toEqual([]);
    expect(textOf(dialogOf(answer))).toContain("Sprint review");
  });
});

describe("where Teams does not say whether the bot is there", () => {
  it("with 500 the card is the person's", async () => {
    app.connector.fail("GET", 500);
    const { answer, graphRequests } = await submitMeet(app, topic);
    expect(createdBy(graphRequests)).toHaveLength(1);
    expect(JSON.stringify(resultsOf(answer))).not.toMatch(/Action\.(Execute|Submit)/);
  });

  it("with 500 there is a preview where the bot has posted before, and was not removed since", async () => {
    await app.turn(message("meet", { from: bo }));
    app.connector.fail("GET", 500);
    const { answer } = await submitMeet(app);
    expect(buttonOf(previewOf(answer), "Refresh")).toBeDefined();
  });

  it("with silence it is too, in time", async () => {
    const dialog = dialogOf(await app.post(openMeet()));
    app.connector.fail("GET", "silence");
    const startMs = app.clock.now().getTime();
    const { answer } = await app.clock.runUntil(
      app.turn(pressInDialog(dialog, "Meet", topic, { from: ada })),
    );
    expect(app.clock.now().getTime() - startMs).toBeLessThan(4_000);
    expect(JSON.stringify(resultsOf(answer))).not.toMatch(/Action\.(Execute|Submit)/);
  });
});
