import type { AdaptiveCard } from "../../../bot/cards/adaptive-card";
import { ada, bo, chen, design, message } from "../../support/activities";
import { cardOf, textOf } from "../../support/cards";
import {
  dialogOf,
  pressBelow,
  pressInDialog,
  previewOf,
  submitMeet,
  wordsOf,
} from "../../support/extension";
import { linkOf, plan } from "../../support/meeting";
import { press } from "../../support/press";
import { startApp } from "../../support/start-app";
import { useApp } from "../../support/use-app";

const ROOT = "1759881511856";

const app = useApp();

async function preview(
  entered: Record<string, string> = { topic: "Sprint review" },
  options: Parameters<typeof submitMeet>[2] = {},
): Promise<AdaptiveCard> {
  return previewOf((await submitMeet(app, entered, options)).answer);
}

describe("a posted card", () => {
  it("is the bot's, on behalf of the person, and tells whom the meeting is with", async () => {
    const shown = await preview({ topic: "Sprint review", people: `${bo.aadId},${chen.aadId}` });
    const { sent, answer } = await app.turn(pressBelow(shown, "send"));
    expect(answer.body).toEqual({
      composeExtension: { type: "result", attachmentLayout: "list", attachments: [] },
    });
    expect(sent).toHaveLength(1);
    expect(sent[0]?.activity).toMatchObject({
      type: "message",
      summary: expect.stringContaining("Sprint review"),
      channelData: {
        onBehalfOf: [{ itemid: 0, mentionType: "person", mri: ada.teamsId, displayName: ada.name }],
      },
    });
    const posted = cardOf(sent[0]);
    const told = posted.msteams?.entities?.map(({ mentioned }) => mentioned.id);
    expect(told).toEqual([bo.aadId, chen.aadId]);
    expect(textOf(posted)).toContain("Sprint review");
    expect(JSON.stringify(posted)).not.toContain('"preview"');
  });

  it("is updated in place when the meeting is renamed, moved and cancelled", async () => {
    const { sent } = await app.turn(pressBelow(await preview(), "send"));
    const id = sent[0]?.id;
    const renamed = await app.turn(message("rename Retrospective", { from: bo }));
    const update = renamed.sent.find(({ method }) => method === "PUT");
    expect(update?.id).toBe(id);
    expect(textOf(cardOf(update))).toContain("Retrospective");

    const asked = await app.turn(message("cancel"));
    const cancelled = await app.turn(press(asked.sent[0], "Cancel meeting"));
    const last = cancelled.sent.find((one) => one.method === "PUT" && one.id === id);
    expect(textOf(cardOf(last))).toContain("cancelled");
  });

  it("in a reply is updated there", async () => {
    const shown = await preview({ topic: "Sprint review" }, { root: ROOT });
    const { sent } = await app.turn(pressBelow(shown, "send", { root: ROOT }));
    const renamed = await app.turn(message("rename Retrospective", { from: bo }));
    const update = renamed.sent.find(({ method }) => method === "PUT");
    expect(update?.id).toBe(sent[0]?.id);
    expect(decodeURIComponent(update?.path ?? "")).toContain(`;messageid=${ROOT}`);
  });

  it("names and tells those whom Update has invited", async () => {
    await app.turn(message(plan));
    const { answer } = await submitMeet(app, { people: bo.aadId });
    const updated = await app.turn(pressInDialog(dialogOf(answer), "Update"));
    const { sent } = await app.turn(pressBelow(previewOf(updated.answer), "send"));
    const told = cardOf(sent[0]).msteams?.entities?.map(({ mentioned }) => mentioned.id);
    expect(told).toEqual([bo.aadId]);
  });

  it("shows the meeting as it is by then: renamed meanwhile", async () => {
    const shown = await preview();
    await app.turn(message("rename Retrospective", { from: bo }));
    const { sent } = await app.turn(pressBelow(shown, "send"));
    expect(textOf(cardOf(sent[0]))).toContain("Retrospective");
    expect(textOf(cardOf(sent[0]))).not.toContain("Sprint review");
  });

  it("says what was asked for, and how it was understood", async () => {
    const entered = { topic: "Sprint review", day: "2026-11-24", time: "15:00" };
    const { sent } = await app.turn(pressBelow(await preview(entered), "send"));
    expect(textOf(cardOf(sent[0]))).toMatch(/Sprint review · .*24 Nov|Sprint review · .*Nov 24/);
  });

  it("shows the new link where the meeting has got one meanwhile", async () => {
    const shown = await preview();
    const asked = await app.turn(message("new"));
    await app.turn(press(asked.sent[0], "Make a new link"));
    const { sent } = await app.turn(pressBelow(shown, "send"));
    const posted = cardOf(sent[0]);
    expect(linkOf(posted)).not.toBe(linkOf(shown));
    expect(linkOf(posted)).toBe(app.cloud.meetings().at(-1)?.joinWebUrl);
    expect(textOf(posted)).not.toContain("nothing was changed");
  });

  it("is not posted where the meeting was cancelled meanwhile", async () => {
    const shown = await preview();
    const asked = await app.turn(message("cancel"));
    await app.turn(press(asked.sent[0], "Cancel meeting"));
    const { sent, answer, graphRequests } = await app.turn(pressBelow(shown, "send"));
    expect(wordsOf(answer)).toContain("cancelled meanwhile");
    expect(sent).toEqual([]);
    expect(graphRequests).toEqual([]);
  });
});

describe("a preview is sent", () => {
  it("once", async () => {
    const shown = await preview();
    await app.turn(pressBelow(shown, "send"));
    const again = await app.turn(pressBelow(shown, "send"));
    expect(wordsOf(again.answer)).toContain("posted already");
    expect(again.sent).toEqual([]);
  });

  it("once, also when it is pressed twice at the same moment", async () => {
    const shown = await preview();
    const pressed = [pressBelow(shown, "send"), pressBelow(shown, "send")];
    await Promise.all(pressed.map((one) => app.turn(one)));
    expect(app.connector.sent).toHaveLength(1);
  });

  it("once, by two processes and after a restart", async () => {
    const shown = await preview();
    const others = [await startApp({ store: app.store }), await startApp({ store: app.store })];
    const apps = [app, ...others];
    await Promise.all(apps.map((one) => one.turn(pressBelow(shown, "send"))));
    await others[1]?.turn(pressBelow(shown, "send"));
    for (const one of others) await one.stop();
    expect(apps.flatMap(({ connector }) => connector.sent)).toHaveLength(1);
  });

  it("once, also after the meeting was renamed, moved and got another link", async () => {
    const shown = await preview();
    await app.turn(pressBelow(shown, "send"));
    await app.turn(message("rename Retrospective"));
    await app.turn(message("move tomorrow 5pm"));
    const asked = await app.turn(message("new"));
    await app.turn(press(asked.sent[0], "Make a new link"));
    const again = await app.turn(pressBelow(shown, "send"));
    expect(wordsOf(again.answer)).toContain("posted already");
    expect(again.sent).toEqual([]);
  });

  it("by who filled in the dialog only", async () => {
    const shown = await preview();
    for (const action of ["send", "edit"] as const) {
      const { answer, sent } = await app.turn(pressBelow(shown, action, { from: bo }));
      expect(wordsOf(answer)).toContain("Only the person who filled in the dialog");
      expect(sent).toEqual([]);
    }
  });

  it("in its conversation only", async () => {
    const shown = await preview();
    for (const place of [design, "nowhere" as const]) {
      const { answer, sent } = await app.turn(pressBelow(shown, "send", { in: place }));
      expect(wordsOf(answer)).toContain("only in the same conversation");
      expect(sent).toEqual([]);
    }
  });

  it("in any thread of its channel", async () => {
    const shown = await preview();
    const { sent } = await app.turn(pressBelow(shown, "send", { root: ROOT }));
    expect(sent).toHaveLength(1);
  });

  it("within the hour", async () => {
    const shown = await preview();
    await app.clock.advance(3_600_000 - 1);
    const other = await preview();
    const { sent } = await app.turn(pressBelow(shown, "send"));
    expect(sent).toHaveLength(1);
    await app.clock.advance(3_600_000);
    const late = await app.turn(pressBelow(other, "send"));
    expect(wordsOf(late.answer)).toContain("older than an hour");
    expect(late.sent).toEqual([]);
  });
});

describe("when Teams does not take the card", () => {
  it("for sure, that is told, and Send works again", async () => {
    const shown = await preview();
    app.connector.fail("POST", 403, 1);
    const failed = await app.turn(pressBelow(shown, "send"));
    expect(wordsOf(failed.answer)).toContain("could not be posted just now");
    expect(failed.sent).toEqual([]);
    const again = await app.turn(pressBelow(shown, "send"));
    expect(again.sent).toHaveLength(1);
    expect(again.graphRequests).toEqual([]);
  });

  it("or perhaps does, that is told, and it is not posted twice", async () => {
    const shown = await preview();
    app.connector.fail("POST", 502, 1);
    const failed = await app.turn(pressBelow(shown, "send"));
    expect(wordsOf(failed.answer)).toContain("Look whether it is there");
    const again = await app.turn(pressBelow(shown, "send"));
    expect(wordsOf(again.answer)).toContain("posted already");
    expect(again.sent).toEqual([]);
  });
});
