import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import {
  TENANT,
  type TestConversation,
  ada,
  bo,
  design,
  general,
  groupChat,
  meetingChat,
  message,
  personalChat,
} from "../../support/activities";
import { buttonOf, cardOf, textOf } from "../../support/cards";
import {
  afterInstall,
  createOrGetBodies,
  dialogOf,
  fieldsOf,
  openMeet,
  pressBelow,
  submitDialog,
  pressInDialog,
  previewOf,
  resultsOf,
  submitMeet,
  messageTextOf,
} from "../../support/extension";
import { linkOf } from "../../support/meeting";
import { press } from "../../support/press";
import { useApp } from "../../support/use-app";

describe("the message extension in every conversation type", () => {
  const ROOT = "1759881511856";
  const oldChannel: TestConversation = { ...design, threadId: "19:0f1e2d3c4b5a@thread.skype" };
  const chatOfTwo: TestConversation = {
    type: "personal",
    threadId: `19:${ada.aadId}_${bo.aadId}@unq.gbl.spaces`,
    tenantId: TENANT,
  };
  const unknownForm: TestConversation = { ...chatOfTwo, threadId: "48:notes" };

  const app = useApp();

  describe("gives the command's meeting with one createOrGet", () => {
    it.each([
      ["in a channel's new post", { in: general }],
      ["in a channel's reply box", { in: general, root: ROOT }],
      ["in an old channel", { in: oldChannel }],
      ["in a group chat", { in: groupChat }],
      ["in a meeting's chat", { in: meetingChat }],
      ["in the chat with the bot", { in: personalChat }],
    ])("%s", async (_, where) => {
      const { answer, graphRequests } = await submitMeet(app, {}, where);
      const created = createOrGetBodies(graphRequests);
      expect(created).toHaveLength(1);
      const preview = previewOf(answer);

      const typed = await app.turn(message("meet", { ...where, from: bo }));
      const [again] = createOrGetBodies(typed.graphRequests);
      expect([again?.externalId, again?.chatInfo]).toEqual([
        created[0]?.externalId,
        created[0]?.chatInfo,
      ]);
      expect(linkOf(preview)).toBe(linkOf(cardOf(typed.sent[0])));
      expect(app.cloud.meetings()).toHaveLength(1);
    });
  });

  it("posts the card as a reply from a reply box, and as a new post otherwise", async () => {
    for (const root of [ROOT, undefined]) {
      const where = { from: ada, ...(root && { root }) };
      const { answer } = await submitMeet(app, {}, where);
      const { sent } = await app.turn(pressBelow(previewOf(answer), "send", where));
      const [conversation] = sent.map(({ path }) => decodeURIComponent(path).split("/")[3]);
      expect(conversation).toBe(root ? `${general.threadId};messageid=${root}` : general.threadId);
    }
  });

  describe.each([
    ["a chat that Teams doesn't name", "nowhere" as const],
    ["a chat between two people", chatOfTwo],
    ["a conversation of an unknown form", unknownForm],
  ])("in %s", (_, place) => {
    it("gives each person their own meeting, the same every time", async () => {
      const links = [];
      const ids = [];
      for (const from of [ada, ada, bo]) {
        const { answer, graphRequests, sent } = await submitMeet(app, {}, { in: place, from });
        const [result] = resultsOf(answer);
        ids.push(createOrGetBodies(graphRequests).map(({ externalId }) => externalId));
        links.push(linkOf(result!.card));
        expect(textOf(result!.card)).toContain(
          "Your own meeting: Teams doesn’t tell apps which chat",
        );
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

    it("inserts a card without buttons that need the bot", async () => {
      const { answer } = await submitMeet(app, { topic: "Coffee" }, { in: place });
      const [result] = resultsOf(answer);
      expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
      expect(JSON.stringify(result)).toContain("Action.OpenUrl");
      expect(result).toMatchObject({ title: "Coffee" });
      expect(result?.text).toBeTruthy();
    });

    it("asks about a later change in the dialog", async () => {
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

  it("gives the same own meeting in every chat that Teams doesn't name", async () => {
    await submitMeet(app, {}, { in: "nowhere" });
    await submitMeet(app, {}, { in: chatOfTwo });
    await submitMeet(app, {}, { in: unknownForm });
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("treats a chat with the bot as a conversation", async () => {
    const withBot = { ...chatOfTwo, threadId: `19:${ada.aadId}_bot@unq.gbl.spaces` };
    const { answer } = await submitMeet(app, {}, { in: withBot });
    expect(textOf(previewOf(answer))).toContain("Your own meeting. Share the link with anyone.");
  });

  it("shows the person's own meeting in the dialog from the second time on", async () => {
    await submitMeet(app, { topic: "Coffee" }, { in: "nowhere" });
    const own = dialogOf(await app.post(openMeet({ in: chatOfTwo })));
    expect(fieldsOf(own)["topic"]).toBe("Coffee");
    const others = dialogOf(await app.post(openMeet({ in: chatOfTwo, from: bo })));
    expect(fieldsOf(others)["topic"]).toBeUndefined();
  });

  describe("a person's own meeting, which commands can't reach,", () => {
    const own = { from: ada, in: "nowhere" as const };

    it.each([
      ["Cancel meeting", "Cancel meeting", "DELETE"],
      ["New link", "Create new link", "POST"],
    ])("has %s in its dialog, with a confirmation", async (title, confirm, method) => {
      await submitMeet(app, { topic: "Mine" }, own);
      const dialog = dialogOf(await app.post(openMeet(own)));
      const asked = await app.turn(pressInDialog(dialog, title, {}, own));
      expect(asked.graphRequests).toEqual([]);
      const done = await app.turn(pressInDialog(dialogOf(asked.answer), confirm, {}, own));
      expect(done.graphRequests).toMatchObject([{ method }]);
      expect(done.sent).toEqual([]);
    });

    it("can't be ended by anyone else", async () => {
      await submitMeet(app, {}, own);
      const dialog = dialogOf(await app.post(openMeet(own)));
      const pressed = pressInDialog(dialog, "Cancel meeting", {}, { ...own, from: bo });
      const { graphRequests } = await app.turn(pressed);
      expect(graphRequests).toEqual([]);
      expect(app.cloud.meetings()).toHaveLength(1);
    });
  });
});

describe("just-in-time installation", () => {
  const topic = { topic: "Sprint review" };

  const app = useApp();

  /** The data of the button that asks to add the bot. */
  function installDataOf(card: AdaptiveCard): Record<string, unknown> {
    return pressInDialog(card, "Continue").value.data as Record<string, unknown>;
  }

  async function untilAsked(): Promise<Record<string, unknown>> {
    app.connector.fail("GET", 403);
    return installDataOf(dialogOf((await submitMeet(app, topic)).answer));
  }

  describe("without the bot in the conversation", () => {
    it("creates the meeting, and asks Teams to add the bot", async () => {
      app.connector.fail("GET", 403);
      const { answer, graphRequests, sent } = await submitMeet(app, topic);
      expect(createOrGetBodies(graphRequests)).toHaveLength(1);
      expect(sent).toEqual([]);
      const dialog = dialogOf(answer);
      expect(installDataOf(dialog)).toMatchObject({ msteams: { justInTimeInstall: true } });
      expect(textOf(dialog)).toContain("Add Rendezvous here?");
    });

    it("shows the preview once the bot is added, without another Graph request, and can post the card", async () => {
      const data = await untilAsked();
      app.connector.fail("GET", 403, 0);
      const { answer, graphRequests } = await app.turn(afterInstall(data));
      expect(graphRequests).toEqual([]);
      const preview = previewOf(answer);
      expect(textOf(preview)).toContain("Sprint review");
      const { sent } = await app.turn(pressBelow(preview, "send"));
      expect(sent).toHaveLength(1);
    });

    it("inserts a card without buttons that need the bot if it couldn't be added", async () => {
      const data = await untilAsked();
      const { answer, graphRequests, sent } = await app.turn(afterInstall(data));
      expect(graphRequests).toEqual([]);
      expect(sent).toEqual([]);
      const [result] = resultsOf(answer);
      expect(linkOf(result!.card)).toBe(app.cloud.meetings()[0]?.joinWebUrl);
      expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
    });

    it("doesn't ask from the command box", async () => {
      app.connector.fail("GET", 403);
      const { answer } = await submitMeet(app, topic, { commandContext: "commandbox" });
      const [result] = resultsOf(answer);
      expect(JSON.stringify(result)).not.toMatch(/Action\.(Execute|Submit)/);
    });

    it("shows the current meeting once the bot is added", async () => {
      const data = await untilAsked();
      await app.turn(message("rename Retrospective"));
      app.connector.fail("GET", 403, 0);
      const { answer } = await app.turn(afterInstall(data));
      expect(textOf(previewOf(answer))).toContain("Retrospective");
    });

    it("doesn't recreate a meeting that was cancelled in the meantime", async () => {
      const data = await untilAsked();
      const asked = await app.turn(message("cancel"));
      await app.turn(press(asked.sent[0], "Cancel meeting"));
      app.connector.fail("GET", 403, 0);
      const { answer, graphRequests } = await app.turn(afterInstall(data));
      expect(messageTextOf(answer)).toContain("cancelled in the meantime");
      expect(graphRequests).toEqual([]);
    });
  });

  describe("data without our token", () => {
    it("opens the dialog: Teams' own button sends no token", async () => {
      const bare = { msteams: { justInTimeInstall: true } };
      const { answer, graphRequests } = await app.turn(afterInstall(bare));
      expect(graphRequests).toEqual([]);
      submitDialog(dialogOf(answer));
    });

    it.each([
      ["another person's", { from: bo }],
      ["another conversation's", { in: design }],
    ])("opens the dialog if it's %s", async (_, options) => {
      const data = await untilAsked();
      app.connector.fail("GET", 403, 0);
      const { answer, graphRequests } = await app.turn(afterInstall(data, options));
      expect(graphRequests).toEqual([]);
      submitDialog(dialogOf(answer));
    });

    it("opens the dialog after an hour", async () => {
      const data = await untilAsked();
      await app.clock.advance(3_600_000);
      const { answer, graphRequests } = await app.turn(afterInstall(data));
      expect(graphRequests).toEqual([]);
      expect(fieldsOf(dialogOf(answer))["topic"]).toBe("Sprint review");
    });
  });

  describe("when Teams can't say whether the bot is there", () => {
    it("with 500, the person inserts the card", async () => {
      app.connector.fail("GET", 500);
      const { answer, graphRequests } = await submitMeet(app, topic);
      expect(createOrGetBodies(graphRequests)).toHaveLength(1);
      expect(JSON.stringify(resultsOf(answer))).not.toMatch(/Action\.(Execute|Submit)/);
    });

    it("with 500, shows a preview if the bot has posted before and wasn't removed since", async () => {
      await app.turn(message("meet", { from: bo }));
      app.connector.fail("GET", 500);
      const { answer } = await submitMeet(app);
      expect(buttonOf(previewOf(answer), "Refresh")).toBeDefined();
    });

    it("without a response, also shows a preview, in time", async () => {
      const dialog = dialogOf(await app.post(openMeet()));
      app.connector.fail("GET", "silence");
      const startMs = app.clock.now().getTime();
      const { answer } = await app.clock.runUntil(
        app.turn(submitDialog(dialog, topic, { from: ada })),
      );
      expect(app.clock.now().getTime() - startMs).toBeLessThan(4_000);
      expect(JSON.stringify(resultsOf(answer))).not.toMatch(/Action\.(Execute|Submit)/);
    });
  });
});
