import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import {
  BOT,
  TENANT,
  type TestConversation,
  ada,
  bo,
  design,
  event,
  execute,
  general,
  groupChat,
  message,
  personalChat,
} from "../support/activities";
import { buttonOf, buttonsOf, cardOf, textOf } from "../support/cards";
import { dialogOf, openMeet, submitDialog } from "../support/extension";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

describe("installing and removing the bot", () => {
  const app = useApp();

  const installed = { type: "installationUpdate", action: "add" };
  const botAdded = { type: "conversationUpdate", membersAdded: [BOT] };

  describe("installation", () => {
    it.each([
      ["the installation", [installed]],
      ["the bot joining", [botAdded]],
      ["both, one after the other", [installed, botAdded]],
      ["both at the same moment, twice", [botAdded, installed, botAdded]],
    ])("sends one short greeting for %s", async (_, activities) => {
      await Promise.all(activities.map((activity) => app.post(event(activity))));
      expect(app.connector.sent).toHaveLength(1);
      const card = cardOf(app.connector.sent[0]);
      expect(textOf(card)).toContain("Type “@Rendezvous help”");
      expect(buttonsOf(card)).toMatchObject([
        { title: "Meet now", verb: "meet" },
        { title: "Schedule…", verb: "schedule" },
      ]);
      expect(app.cloud.requests()).toEqual([]);
    });

    it("greets each conversation, and greets again after a reinstallation", async () => {
      await app.post(event(installed));
      await app.post(event(installed, { in: personalChat }));
      expect(textOf(cardOf(app.connector.sent[1]))).toContain("Type “help”");
      await app.clock.advance(60_001);
      await app.post(event(installed));
      expect(app.connector.sent).toHaveLength(3);
    });
  });

  describe("activities without a request", () => {
    it.each([
      ["an edited message", { ...message("meet"), type: "messageUpdate" }],
      ["a deleted message", { ...message("meet"), type: "messageDelete" }],
      [
        "a reaction",
        event({ type: "messageReaction", reactionsAdded: [{ type: "like" }] as never }),
      ],
      [
        "another person joining",
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
      ["an unknown event", event({ type: "event", name: "application/vnd.example" })],
      ["an unknown type", event({ type: "somethingNew" })],
    ])("accepts %s with 200 and does nothing", async (_, activity) => {
      const { answer, sent, graphRequests } = await app.turn(activity);
      expect(answer.status).toBe(200);
      expect(sent).toEqual([]);
      expect(graphRequests).toEqual([]);
    });

    it.each([
      ["composeExtension/query", { composeExtension: { type: "result", attachments: [] } }],
      ["task/fetch", {}],
      ["signin/verifyState", {}],
    ])("answers the unsupported invoke %s with an empty result", async (name, body) => {
      const { answer } = await app.turn(event({ type: "invoke", name, value: {} }));
      expect(answer).toMatchObject({ status: 200, body });
    });
  });

  it("answers a reply in its own thread", async () => {
    const { sent } = await app.turn(message("meet", { root: "1759881511856" }));
    expect(sent[0]?.activity.conversation?.id).toBe(`${general.threadId};messageid=1759881511856`);
  });
});

describe("deleting a conversation's data", () => {
  const DAY_MS = 86_400_000;
  const RETENTION_MS = 30 * DAY_MS;

  const app = useApp();

  const ownRoom = { ...personalChat, threadId: `8:orgid:${ada.aadId}` };

  const uninstalled = { type: "installationUpdate", action: "remove" };
  const removed = { type: "conversationUpdate", membersRemoved: [BOT] };
  const installed = { type: "installationUpdate", action: "add" };
  const added = { type: "conversationUpdate", membersAdded: [BOT] };

  /** The channels with a record. */
  async function remembered(...places: TestConversation[]): Promise<TestConversation[]> {
    const kept = [];
    for (const place of places) if (await recordOf(place)) kept.push(place);
    return kept;
  }

  async function recordOf(
    { threadId }: TestConversation,
    room = "",
  ): Promise<MeetingRecord | undefined> {
    return (await app.store.records.get({ tenantId: TENANT, threadId, room }))?.record;
  }

  /** The daily sweep after the retention period. */
  async function sweepInTheEnd(): Promise<number> {
    await app.clock.advance(RETENTION_MS);
    return app.purgeExpired();
  }

  describe("a conversation after the bot was removed", () => {
    it.each([
      ["the uninstallation", groupChat, [uninstalled]],
      ["the bot leaving", groupChat, [removed]],
      ["both", groupChat, [removed, uninstalled]],
      ["the uninstallation for one person", personalChat, [uninstalled]],
    ])(
      "is deleted with its rooms once the retention period is over, as Teams reports %s",
      async (_, place, activities) => {
        await app.turn(message("meet", { in: place }));
        await app.turn(message("meet #plan", { in: place }));
        await app.turn(message("meet", { in: design }));
        for (const one of activities) await app.turn(event(one, { in: place }));

        await app.clock.advance(RETENTION_MS - 1);
        expect(await app.purgeExpired()).toBe(0);
        await app.clock.advance(1);
        expect(await app.purgeExpired()).toBe(2);
        expect(await recordOf(place)).toBeUndefined();
        expect(await recordOf(place, "plan")).toBeUndefined();
        expect(await remembered(design)).toEqual([design]);
      },
    );

    it("also deletes the person's own room after their chat with the bot", async () => {
      const dialog = dialogOf(await app.post(openMeet({ from: ada, in: "nowhere" })));
      await app.turn(submitDialog(dialog, {}, { from: ada, in: "nowhere" }));
      await app.turn(event(uninstalled, { in: groupChat }));
      await app.turn(event(uninstalled, { in: personalChat, from: bo }));
      await sweepInTheEnd();
      expect(await recordOf(ownRoom)).toBeDefined();

      await app.turn(event(uninstalled, { in: personalChat, from: ada }));
      await sweepInTheEnd();
      expect(await recordOf(ownRoom)).toBeUndefined();
    });

    it("is deleted even if Teams doesn't say who removed the bot", async () => {
      await app.turn(message("meet", { in: groupChat }));
      const { answer } = await app.turn(
        event({ ...uninstalled, from: undefined }, { in: groupChat }),
      );
      expect(answer.status).toBe(200);
      expect(await sweepInTheEnd()).toBe(1);
    });

    it("is deleted regardless of its meeting's state", async () => {
      await app.turn(message("meet", { in: groupChat }));
      const asked = await app.turn(message("cancel", { in: groupChat }));
      await app.turn(press(asked.sent[0], "Cancel meeting", { in: groupChat }));
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
      await app.turn(message("meet #unfinished", { in: groupChat }));
      await app.turn(event(removed, { in: groupChat }));
      expect(await sweepInTheEnd()).toBe(2);
    });

    it.each([
      ["it is installed again", event(installed, { in: groupChat })],
      ["it is added again", event(added, { in: groupChat })],
      ["someone uses meet there", message("meet", { in: groupChat, from: bo })],
      ["someone renames the meeting", message("rename Demo day", { in: groupChat })],
    ])("is kept when %s in time", async (_, activity) => {
      await app.turn(message("meet", { in: groupChat }));
      await app.turn(event(removed, { in: groupChat }));
      await app.clock.advance(RETENTION_MS - 1);
      await app.turn(activity);
      expect(await sweepInTheEnd()).toBe(0);
      expect(await remembered(groupChat)).toEqual([groupChat]);
    });

    it("is kept when someone asks for a cancelled meeting again in time", async () => {
      await app.turn(message("meet", { in: groupChat }));
      await app.turn(event(removed, { in: groupChat }));
      const asked = await app.turn(message("cancel", { in: groupChat }));
      await app.turn(press(asked.sent[0], "Cancel meeting", { in: groupChat }));
      await app.turn(message("meet", { in: groupChat }));
      expect(await sweepInTheEnd()).toBe(0);
    });

    it("has the same meeting when it comes back in time", async () => {
      const first = await app.turn(message("meet", { in: groupChat }));
      await app.turn(event(removed, { in: groupChat }));
      await app.turn(event(added, { in: groupChat }));
      const { sent } = await app.turn(message("meet", { in: groupChat, from: bo }));
      expect(buttonOf(cardOf(sent[0]), "Join")).toEqual(buttonOf(cardOf(first.sent[0]), "Join"));
    });

    it("is kept when another person or another bot is removed", async () => {
      await app.turn(message("meet", { in: groupChat }));
      const others = [
        { id: bo.teamsId, name: bo.name },
        { id: "28:other", name: "Other" },
      ];
      await app.turn(
        event({ type: "conversationUpdate", membersRemoved: others }, { in: groupChat }),
      );
      await app.turn(event({ ...uninstalled, action: "remove-upgrade" }, { in: groupChat }));
      expect(await sweepInTheEnd()).toBe(0);
    });
  });

  describe("a team after the bot was removed", () => {
    const elsewhere = { ...general, tenantId: "22222222-2222-4333-8444-555555555555" };

    it.each([
      ["the uninstallation", uninstalled],
      ["the bot leaving", removed],
    ])("is deleted with all its channels, as Teams reports %s", async (_, activity) => {
      for (const place of [general, design, groupChat, elsewhere]) {
        await app.turn(message("meet", { in: place }));
      }
      await app.turn(event(activity, { in: general }));
      expect(await sweepInTheEnd()).toBe(2);
      expect(await remembered(general, design, groupChat)).toEqual([groupChat]);
    });

    it("is kept with all its channels when the bot is added again in time", async () => {
      for (const place of [general, design]) await app.turn(message("meet", { in: place }));
      await app.turn(event(removed, { in: general }));
      await app.turn(event(added, { in: general }));
      expect(await sweepInTheEnd()).toBe(0);
    });
  });

  describe("after the bot was removed", () => {
    it("sends nothing, now or later", async () => {
      const oneAccount = { aadId: "5e50acc0-0000-4000-8000-000000000000" };
      await app.restart({
        config: { organizerPolicy: { mode: "service", organizer: oneAccount } },
      });
      app.cloud.settings.coOrganizers = "refused";
      app.cloud.addFault({ match: "onlineMeetings/MS", times: 3, status: 503 });
      const first = await app.turn(message("meet", { in: groupChat }));
      const left = await app.turn(event(removed, { in: groupChat }));
      expect(left.sent).toEqual([]);

      const { data } = buttonOf(cardOf(first.sent[0]), "Refresh") as { data: unknown };
      const refreshed = await app.turn(execute("refresh", data, { from: ada, in: design }));
      expect(refreshed.answer.status).toBe(200);
      expect(refreshed.sent).toEqual([]);
    });

    it("logs the number of records, but no people or conversations", async () => {
      await app.turn(message("meet", { in: groupChat }));
      await app.turn(event(removed, { in: groupChat }));
      const line = app.log.find(({ msg }) => msg === "bot removed: records will be erased");
      expect(line).toMatchObject({ markedCount: 1 });
      expect(JSON.stringify(line)).not.toMatch(/19:|Ada|28:/);
    });
  });
});
