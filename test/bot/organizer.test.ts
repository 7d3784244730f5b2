import type { GraphRequest } from "../../src/local/local-cloud";
import type { MeetingStore } from "../../src/meetings/ports/meeting-store";
import type { ChangePolicy } from "../../src/meetings/policy/who-may-change";
import {
  type TestPerson,
  type TestConversation,
  ada,
  bo,
  chen,
  design,
  general,
  groupChat,
  message,
  people,
  personalChat,
} from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { TEAM_GROUP_ID, toRosterMember } from "../support/connector";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { type TestApp, startApp } from "../support/start-app";
import { useApp } from "../support/use-app";

describe("organizer", () => {
  const app = useApp();

  /** Graph accepts neither guests nor people from other tenants as organizers. */
  const guest: TestPerson = { ...chen, name: "Guest of Chen" };

  function meet(from: TestPerson) {
    return app.turn(message("meet", { from }));
  }

  /** The users of the createOrGet calls, in order. */
  function hosts(requests: { path: string }[]): (string | undefined)[] {
    const asked = requests.filter(({ path }) => path.endsWith("/createOrGet"));
    return asked.map(({ path }) => path.split("/")[3]);
  }

  describe("the first person to ask", () => {
    it("keeps hosting the conversation's meeting when others ask later", async () => {
      await meet(ada);
      const { sent, graphRequests } = await meet(bo);
      expect(hosts(graphRequests)).toEqual([ada.aadId]);
      expect(textOf(cardOf(sent[0]))).toContain("Ada Lovelace (host)");
    });

    it("stays the organizer when Graph failed, and the next person completes the same call", async () => {
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 504, body: "" });
      const first = await app.turn(message("meet Sprint review", { from: ada }));
      expect(textOf(cardOf(first.sent[0]))).toContain("Rendezvous couldn’t reach Teams");

      const { graphRequests, sent } = await meet(bo);
      expect(hosts(graphRequests)).toEqual([ada.aadId]);
      expect(graphRequests[0]?.body).toMatchObject({ subject: "Sprint review" });
      expect(textOf(cardOf(sent[0]))).toContain("Ada Lovelace (host)");
    });

    it.each([
      ["has no license", { unlicensedUsers: [ada.aadId] }, "Your account can’t host"],
      ["is unknown to Graph", { unknownUsers: [ada.aadId] }, "Your account can’t host"],
      [
        "isn't covered by the policy",
        { policy: { exceptFor: [ada.aadId] } },
        "application access policy",
      ],
    ])(
      "releases the claim if that person %s, so that the next one hosts",
      async (_, settings, sentence) => {
        Object.assign(app.cloud.settings, settings);
        const refused = await meet(ada);
        expect(textOf(cardOf(refused.sent[0]))).toContain(sentence);
        expect(app.cloud.meetings()).toEqual([]);

        const { graphRequests, sent } = await meet(bo);
        expect(hosts(graphRequests)).toEqual([bo.aadId]);
        expect(textOf(cardOf(sent[0]))).toContain("Bo Nilsson (host)");
        expect((await meet(ada)).graphRequests).toMatchObject([{ status: 200 }]);
        expect(app.cloud.meetings()).toHaveLength(1);
      },
    );

    it("can be the only one of many who can host", async () => {
      const everybody = people(12);
      const host = everybody[7];
      app.cloud.settings.policy = { grantedTo: [host?.aadId ?? ""] };
      await Promise.all(everybody.map((from) => app.post(message("meet", { from }))));

      expect(app.cloud.meetings()).toMatchObject([{ userId: host?.aadId }]);
      const joinable = app.connector.sent.filter((sent) =>
        textOf(cardOf(sent)).includes("No fixed time"),
      );
      expect(joinable.length).toBeGreaterThan(0);
      await meet(everybody[0] ?? ada);
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("can't be a guest from another tenant, who gets a member's meeting", async () => {
      app.cloud.settings.unknownUsers = [guest.aadId];
      const refused = await meet(guest);
      expect(textOf(cardOf(refused.sent[0]))).toContain("Ask a colleague to create the meeting");

      await meet(ada);
      const { graphRequests, sent } = await meet(guest);
      expect(hosts(graphRequests)).toEqual([ada.aadId]);
      expect(buttonOf(cardOf(sent[0]), "Join")).toBeDefined();
    });

    it("changes nothing when Graph rejects the whole app", async () => {
      app.cloud.settings.appRoles = [];
      const refused = await meet(ada);
      expect(textOf(cardOf(refused.sent[0]))).toContain("OnlineMeetings.ReadWrite.All");

      app.cloud.settings.appRoles = ["OnlineMeetings.ReadWrite.All"];
      app.cloud.addFault({
        match: "createOrGet",
        status: 401,
        body: { error: { code: "InvalidAuthenticationToken", message: "" } },
      });
      const { graphRequests } = await meet(bo);
      expect(hosts(graphRequests)).toEqual([ada.aadId, ada.aadId]);
      expect(graphRequests.map(({ status }) => status)).toEqual([401, 201]);
    });
  });

  describe("an organizer who can't host anymore", () => {
    it.each([
      ["lost the license", { unlicensedUsers: [ada.aadId] }],
      ["lost the policy", { policy: { exceptFor: [ada.aadId] } }],
    ])(
      "is replaced by the next person after they %s, and the card says that the link is new",
      async (_, settings) => {
        const before = await meet(ada);
        Object.assign(app.cloud.settings, settings);
        const { graphRequests, sent } = await meet(bo);

        expect(hosts(graphRequests)).toEqual([ada.aadId, bo.aadId]);
        const [old, fresh] = graphRequests.map(({ body }) => body as { externalId: string });
        expect(fresh?.externalId).not.toBe(old?.externalId);
        const card = cardOf(sent[0]);
        expect(textOf(card)).toContain("the link is new");
        expect(textOf(card)).toContain("Bo Nilsson (host)");
        expect(buttonOf(card, "Join")).not.toEqual(buttonOf(cardOf(before.sent[0]), "Join"));

        const later = await meet(chen);
        expect(hosts(later.graphRequests)).toEqual([bo.aadId]);
        expect(textOf(cardOf(later.sent[0]))).not.toContain("the link is new");
      },
    );

    it("is replaced even if the meeting is gone, without repeated calls", async () => {
      await meet(ada);
      const gone = { error: { code: "NotFound", message: "3004: gone" } };
      const refused = { error: { code: "UnknownError", message: "" } };
      app.cloud.addFault({ match: `/beta/users/${ada.aadId}/`, status: 404, body: gone });
      app.cloud.addFault({ match: ada.aadId, times: 1, status: 404, body: refused });
      const { graphRequests, sent } = await meet(bo);
      expect(hosts(graphRequests)).toEqual([ada.aadId, ada.aadId, bo.aadId]);
      expect(textOf(cardOf(sent[0]))).toContain("Bo Nilsson (host)");
    });

    it("stays if the person who asks can't host either", async () => {
      await meet(ada);
      app.cloud.settings.unlicensedUsers = [ada.aadId, bo.aadId];
      const refused = await meet(bo);
      expect(textOf(cardOf(refused.sent[0]))).toContain("Your account can’t host");

      app.cloud.settings.unlicensedUsers = [];
      const { graphRequests, sent } = await meet(bo);
      expect(hosts(graphRequests)).toEqual([ada.aadId]);
      expect(textOf(cardOf(sent[0]))).not.toContain("the link is new");
    });

    it("stays if only the organizer or a guest asks", async () => {
      await meet(ada);
      app.cloud.settings.unlicensedUsers = [ada.aadId, guest.aadId];
      for (const from of [ada, guest]) await meet(from);
      expect(app.cloud.meetings()).toHaveLength(1);
      app.cloud.settings.unlicensedUsers = [];
      expect(hosts((await meet(guest)).graphRequests)).toEqual([ada.aadId]);
    });

    it("is replaced once when many ask at once", async () => {
      await meet(ada);
      app.cloud.settings.unlicensedUsers = [ada.aadId];
      const asked = people(20);
      const all = Promise.all(asked.map((from) => app.post(message("meet", { from }))));
      await app.clock.runUntil(all);
      expect(app.cloud.meetings()).toHaveLength(2);
      const told = app.connector.sent.slice(1).map((sent) => textOf(cardOf(sent)));
      const [host] = /Person \d+ is the new host/.exec(told.join("\n")) ?? [];
      for (const text of told.filter((one) => one.includes("the link is new"))) {
        expect(text).toContain(host);
      }
      const links = app.connector.sent.slice(1).map((sent) => buttonOf(cardOf(sent), "Join"));
      expect(new Set(links.map((link) => "url" in link && link.url)).size).toBe(1);
    });

    it("stays when Graph rejects the whole app, or doesn't respond", async () => {
      await meet(ada);
      app.cloud.addFault({
        match: "createOrGet",
        status: 403,
        body: { error: { code: "Authorization_RequestDenied", message: "" } },
      });
      await meet(bo);
      app.cloud.addFault({ match: "createOrGet", times: 3, drop: true });
      await meet(bo);
      const { graphRequests } = await meet(bo);
      expect(hosts(graphRequests)).toEqual([ada.aadId]);
      expect(app.cloud.meetings()).toHaveLength(1);
    });
  });

  describe("one account for all meetings", () => {
    const service = { aadId: "5e50acc0-0000-4000-8000-000000000000" };

    it("hosts for everyone, including guests, and is never replaced", async () => {
      const serviceApp = await startApp({
        config: { organizerPolicy: { mode: "service", organizer: service } },
      });
      await serviceApp.turn(message("meet", { from: guest }));
      await serviceApp.turn(message("meet", { from: ada }));
      serviceApp.cloud.settings.unlicensedUsers = [service.aadId];
      const { sent } = await serviceApp.turn(message("meet", { from: bo }));
      expect(new Set(hosts(serviceApp.cloud.requests()))).toEqual(new Set([service.aadId]));
      expect(textOf(cardOf(sent[0]))).toContain("isn’t working");
      await serviceApp.stop();
    });
  });

  function using(organizer: { aadId: string }, store: MeetingStore): Promise<TestApp> {
    return startApp({ store, config: { organizerPolicy: { mode: "service", organizer } } });
  }

  describe("a misconfigured service account", () => {
    const wrong = { aadId: "bad00000-0000-4000-8000-000000000000" };
    const right = { aadId: "600d0000-0000-4000-8000-000000000000" };

    it("is reported by its setting, and blocks no conversation after the fix", async () => {
      const first = await using(wrong, app.store);
      first.cloud.settings.unknownUsers = [wrong.aadId];
      const refused = await first.turn(message("meet"));
      expect(textOf(cardOf(refused.sent[0]))).toContain("ORGANIZER");
      await first.stop();

      const second = await using(right, app.store);
      const { graphRequests } = await second.turn(message("meet"));
      expect(hosts(graphRequests)).toEqual([right.aadId]);
      await second.stop();
    });

    it("takes over from an earlier organizer who is gone", async () => {
      await meet(ada);
      const served = await using(right, app.store);
      served.cloud.settings.unknownUsers = [ada.aadId];
      const { graphRequests, sent } = await served.turn(message("meet", { from: bo }));
      expect(hosts(graphRequests)).toEqual([ada.aadId, right.aadId]);
      expect(textOf(cardOf(sent[0]))).toContain("Another member is the new host");
      await served.stop();
    });
  });

  describe("a meeting that Graph lost", () => {
    it.each(["404", "new"] as const)(
      "gets a new link in the same turn, and keeps its subject (after DELETE: %s)",
      async (afterDelete) => {
        app.cloud.settings.afterDelete = afterDelete;
        const before = await app.turn(message("meet Sprint review", { from: ada }));
        await asOrganizer(app, "DELETE");
        const { sent } = await meet(bo);

        const card = cardOf(sent[0]);
        expect(textOf(card)).toContain("the link is new");
        expect(textOf(card)).toContain("Sprint review");
        expect(textOf(card)).toContain("Ada Lovelace (host)");
        expect(buttonOf(card, "Join")).not.toEqual(buttonOf(cardOf(before.sent[0]), "Join"));
        const again = await meet(chen);
        expect(buttonOf(cardOf(again.sent[0]), "Join")).toEqual(buttonOf(card, "Join"));
      },
    );

    it("stays the same if Graph restores it", async () => {
      app.cloud.settings.afterDelete = "same";
      const before = await meet(ada);
      await asOrganizer(app, "DELETE");
      const { sent } = await meet(bo);
      expect(buttonOf(cardOf(sent[0]), "Join")).toEqual(buttonOf(cardOf(before.sent[0]), "Join"));
      expect(textOf(cardOf(sent[0]))).not.toContain("the link is new");
    });
  });
});

describe("an organizer that Graph rejects", () => {
  const service = { aadId: "5e50acc0-0000-4000-8000-000000000000" };

  const app = useApp();

  describe("a meeting whose organizer lost their license", () => {
    beforeEach(async () => {
      await app.restart();
      await app.turn(message("meet Sprint review", { from: ada }));
      app.cloud.settings.unlicensedUsers = [ada.aadId];
      app.cloud.settings.teamOwners = [bo.aadId];
    });

    const ABOUT_HOST = "This meeting’s host can no longer manage it";

    it.each(["rename Demo", "move tomorrow 5pm"])(
      "isn't changed by “%s”, and the message is about the organizer, not the caller",
      async (text) => {
        const { sent } = await app.turn(message(text, { from: bo }));
        const told = textOf(cardOf(sent[0]));
        expect(told).toContain(ABOUT_HOST);
        expect(told).toContain("Send “meet” to Rendezvous");
        expect(told).not.toContain("your account");
        expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
        const stored = await app.store.records.get({ ...general, room: "" });
        expect(stored?.record.lease).toBeUndefined();
      },
    );

    it("reports the organizer's problem even if the meeting is gone and has to be recreated", async () => {
      app.cloud.addFault({
        match: "onlineMeetings/MS",
        times: 1,
        status: 404,
        body: { error: { code: "NotFound", message: "3004: gone" } },
      });
      const { sent } = await app.turn(message("rename Demo", { from: bo }));
      expect(textOf(cardOf(sent[0]))).toContain(ABOUT_HOST);
    });

    it("gets no new link from “new”, and the message is about the organizer", async () => {
      const { sent } = await app.turn(message("new", { from: bo }));
      const { answer } = await app.turn(press(sent[0], "Create new link", { from: bo }));
      expect(answer.body).toMatchObject({
        statusCode: 400,
        value: { code: "host_refused", message: expect.stringContaining(ABOUT_HOST) },
      });
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("continues as the message says, with the person who types meet as organizer", async () => {
      await app.turn(message("rename Demo", { from: bo }));
      const { sent } = await app.turn(message("meet", { from: bo }));
      expect(textOf(cardOf(sent[0]))).toContain("Bo Nilsson is the new host");
    });
  });

  async function cancel() {
    const { sent } = await app.turn(message("cancel", { from: ada }));
    const confirmed = await app.turn(press(sent[0], "Cancel meeting", { from: ada }));
    return { question: sent[0]!, ...confirmed };
  }

  describe("cancel with a service account", () => {
    const ABOUT_ACCOUNT = "The account that hosts your organization’s meetings isn’t working";

    beforeEach(async () => {
      await app.restart({ config: { organizerPolicy: { mode: "service", organizer: service } } });
      await app.turn(message("meet Sprint review", { from: ada }));
    });

    it("is rejected while the policy is withdrawn, and the meeting stays", async () => {
      app.cloud.settings.policy = "none";
      const { question, answer, sent } = await cancel();
      expect(answer.body).toMatchObject({
        statusCode: 400,
        value: {
          code: "service_organizer_refused",
          message: expect.stringContaining(ABOUT_ACCOUNT),
        },
      });
      expect(sent).toEqual([]);
      expect(app.cloud.meetings()).toHaveLength(1);
      const stored = await app.store.records.get({ ...general, room: "" });
      expect(stored?.record.state).toBe("live");
      expect(stored?.record.lease).toBeUndefined();

      app.cloud.settings.policy = "all";
      const again = await app.turn(press(question, "Cancel meeting", { from: ada }));
      expect(textOf(cardOfAnswer(again.answer))).toContain("Cancelled by Ada Lovelace");
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("works if the account is gone, since its links no longer work", async () => {
      app.cloud.settings.unknownUsers = [service.aadId];
      const { answer, graphRequests } = await cancel();
      expect(changesIn(graphRequests)).toMatchObject([{ method: "DELETE", status: 404 }]);
      expect(textOf(cardOfAnswer(answer))).toContain("Cancelled by Ada Lovelace");
      const stored = await app.store.records.get({ ...general, room: "" });
      expect(stored?.record.state).toBe("cancelled");
    });
  });
});

describe("permission to change a meeting", () => {
  const [organizer, guest, foreigner] = people(3) as [TestPerson, TestPerson, TestPerson];
  /** Ada asks first, someone else hosts, and Bo owns the team. */
  const PEOPLE = { organizer, "first caller": ada, owner: bo, member: chen, guest, foreigner };
  type Who = keyof typeof PEOPLE;

  const app = useApp();

  async function start(
    whoMayChange: ChangePolicy,
    place: TestConversation = general,
  ): Promise<void> {
    const organizerPolicy = { mode: "service", organizer: { aadId: organizer.aadId } } as const;
    await app.restart({ config: { whoMayChange, organizerPolicy } });
    app.cloud.settings.teamOwners = [bo.aadId];
    const tenantId = "22222222-2222-4333-8444-555555555555";
    app.connector.roster.push(
      { ...toRosterMember(guest), userRole: "guest" },
      { ...toRosterMember(foreigner), tenantId },
    );
    await app.turn(message("meet Sprint review", { from: ada, in: place }));
    app.connector.rosterRequests.splice(0);
  }

  /** Graph requests about a team. */
  function teamQuestions(requests: readonly GraphRequest[]): string[] {
    return requests
      .map(({ path }) => decodeURIComponent(path))
      .filter((path) => path.includes("/teams/"));
  }

  /** The confirmation question, or the options form. */
  const QUESTIONS = {
    new: "Create a new link for “Sprint review”?",
    cancel: "Cancel “Sprint review”?",
    options: "Meeting options",
  };
  type Typed = keyof typeof QUESTIONS;
  const COMMANDS = Object.keys(QUESTIONS) as Typed[];
  const BUTTONS = { new: "New link", cancel: "Cancel meeting", options: "Options" };

  describe.each<[ChangePolicy, Who[], string]>([
    [
      "members",
      ["organizer", "first caller", "owner", "member"],
      "Only people in the organization",
    ],
    ["owners", ["organizer", "first caller", "owner"], "or a team owner"],
    [
      "organizer",
      ["organizer", "first caller"],
      "Only the host or the person who created the meeting",
    ],
  ])("with WHO_MAY_CHANGE=%s", (policy, allowed, sentence) => {
    beforeEach(() => start(policy));

    it.each(allowed)("allows new, cancel and options for the %s", async (who) => {
      const from = PEOPLE[who];
      const shown = app.connector.sent[0];
      for (const command of COMMANDS) {
        const { sent } = await app.turn(message(command, { from }));
        expect(textOf(cardOf(sent[0]))).toContain(QUESTIONS[command]);
        const { answer } = await app.turn(press(shown, BUTTONS[command], { from }));
        expect(textOf(cardOfAnswer(answer))).toContain(QUESTIONS[command]);
      }
    });

    const refused = (Object.keys(PEOPLE) as Who[]).filter((who) => !allowed.includes(who));
    it.each(refused)("denies them to the %s, and says who to ask", async (who) => {
      const from = PEOPLE[who];
      const shown = app.connector.sent[0];
      for (const command of COMMANDS) {
        const { sent, graphRequests } = await app.turn(message(command, { from }));
        const text = textOf(cardOf(sent[0]));
        expect(text).toContain(sentence);
        expect(text).toMatch(/Nothing was changed\. Ask Ada Lovelace\.$/);
        expect(buttonsOf(cardOf(sent[0]))).toEqual([]);
        const { answer } = await app.turn(press(shown, BUTTONS[command], { from }));
        expect(answer.body).toMatchObject({
          statusCode: 400,
          value: { code: "not_allowed", message: text },
        });
        expect(changesIn(graphRequests)).toEqual([]);
      }
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
    });
  });

  it("names the organizer and the requester, once each", async () => {
    await app.restart();
    await app.turn(message("meet", { from: ada }));
    const first = await app.turn(message("cancel", { from: chen }));
    expect(textOf(cardOf(first.sent[0]))).toContain("Ask Ada Lovelace.");
    app.cloud.settings.unlicensedUsers = [ada.aadId];
    await app.turn(message("meet", { from: bo }));
    const second = await app.turn(message("cancel", { from: chen }));
    expect(textOf(cardOf(second.sent[0]))).toContain("Ask Bo Nilsson or Ada Lovelace.");
  });

  describe("a team's owner", () => {
    it("is found with one Graph request, by the team's group id from Teams", async () => {
      await start("owners");
      await app.turn(message("meet", { in: design }));
      const { graphRequests } = await app.turn(message("cancel", { from: bo, in: design }));
      expect(app.connector.rosterRequests.map(decodeURIComponent)).toEqual([
        `/v3/teams/${general.threadId}`,
      ]);
      const filter = `(microsoft.graph.aadUserConversationMember/userId eq '${bo.aadId}')`;
      expect(teamQuestions(graphRequests)).toEqual([
        `/v1.0/teams/${TEAM_GROUP_ID}/members?$filter=${filter}`,
      ]);
    });

    it("isn't looked up if the caller is allowed anyway", async () => {
      await start("owners");
      const { graphRequests } = await app.turn(message("cancel", { from: ada }));
      expect(teamQuestions(graphRequests)).toEqual([]);
      expect(app.connector.rosterRequests).toEqual([]);
    });

    it("is looked up again on confirmation: a former owner changes nothing", async () => {
      await start("owners");
      const { sent } = await app.turn(message("cancel", { from: bo }));
      app.cloud.settings.teamOwners = [];
      const { answer, graphRequests } = await app.turn(
        press(sent[0], "Cancel meeting", { from: bo }),
      );
      expect(answer.body).toMatchObject({ value: { code: "not_allowed" } });
      expect(changesIn(graphRequests)).toEqual([]);
    });

    it("can confirm a cancellation", async () => {
      await start("owners");
      const { sent } = await app.turn(message("cancel", { from: bo }));
      const { answer } = await app.turn(press(sent[0], "Cancel meeting", { from: bo }));
      expect(textOf(cardOfAnswer(answer))).toContain("Cancelled by Bo Nilsson");
      expect(app.cloud.meetings()).toEqual([]);
    });

    it.each([
      ["names no group of the team", 200],
      ["doesn’t know the team", 404],
    ])("isn't recognized if Teams %s, and nothing changes", async (_, status) => {
      await start("owners");
      app.connector.fail("GET", status, 1, /v3\/teams/);
      const { sent, graphRequests } = await app.turn(message("cancel", { from: bo }));
      expect(textOf(cardOf(sent[0]))).toMatch(/Ask Ada Lovelace|an owner of the team/);
      expect(teamQuestions(graphRequests)).toEqual([]);
      expect(changesIn(graphRequests)).toEqual([]);
    });

    const reason = "could not read the team's owners";

    it("learns who to ask if the team hasn't consented, and the log says why", async () => {
      await start("owners");
      app.cloud.settings.teamMembersRead = "refused";
      const { sent, graphRequests } = await app.turn(message("cancel", { from: bo }));
      expect(textOf(cardOf(sent[0]))).toMatch(/Nothing was changed\. Ask Ada Lovelace\.$/);
      expect(app.log).toContainEqual(
        expect.objectContaining({ level: 40, code: "graph_refused", msg: reason }),
      );
      expect(changesIn(graphRequests)).toEqual([]);
    });

    it.each([
      [
        "Graph fails",
        () => app.cloud.addFault({ match: "/teams/", times: 3, status: 503 }),
        "graph_unavailable",
      ],
      ["Teams can't identify the team", () => app.connector.fail("GET", 403), "roster_unavailable"],
    ])(
      "learns to try again or ask the host when %s, and the log says why",
      async (_, breakIt, code) => {
        await start("owners");
        breakIt();
        const { sent, graphRequests } = await app.turn(message("cancel", { from: bo }));
        expect(textOf(cardOf(sent[0]))).toMatch(/Nothing was changed\. .* ask the host/);
        expect(app.log).toContainEqual(expect.objectContaining({ level: 40, code, msg: reason }));
        expect(changesIn(graphRequests)).toEqual([]);
        expect(app.cloud.meetings()).toHaveLength(1);
      },
    );
  });

  describe("a chat", () => {
    it("has no owners, so there's no lookup", async () => {
      await start("owners", groupChat);
      const { sent, graphRequests } = await app.turn(
        message("cancel", { from: bo, in: groupChat }),
      );
      expect(textOf(cardOf(sent[0]))).toBe(
        "Only the host or the person who created the meeting can do this. Nothing was changed. Ask Ada Lovelace.",
      );
      expect(graphRequests).toEqual([]);
      expect(app.connector.rosterRequests).toEqual([]);
    });

    it.each<[ChangePolicy]>([["members"], ["owners"], ["organizer"]])(
      "with the bot belongs to the person in it, with WHO_MAY_CHANGE=%s",
      async (policy) => {
        await start(policy, personalChat);
        for (const command of COMMANDS) {
          const { sent } = await app.turn(message(command, { from: bo, in: personalChat }));
          expect(textOf(cardOf(sent[0]))).toContain(QUESTIONS[command]);
        }
        expect(app.connector.rosterRequests).toEqual([]);
      },
    );
  });

  describe("rename, move and update", () => {
    const CHANGES = ["rename Demo day", "move tomorrow 3pm"];

    it.each<[Who]>([["organizer"], ["first caller"], ["owner"], ["member"]])(
      "allow the %s, regardless of WHO_MAY_CHANGE",
      async (who) => {
        await start("organizer");
        const from = PEOPLE[who];
        for (const text of CHANGES) {
          const { graphRequests } = await app.turn(message(text, { from }));
          expect(changesIn(graphRequests)).toHaveLength(1);
        }
        const { sent } = await app.turn(message("meet Retro", { from }));
        const { answer } = await app.turn(press(sent[0], "Update", { from }));
        expect(textOf(cardOfAnswer(answer))).toMatch(/^Updated by .*\nRetro\n/);
      },
    );

    it.each<[Who]>([["guest"], ["foreigner"]])("deny the %s, and say who to ask", async (who) => {
      await start("members");
      const from = PEOPLE[who];
      for (const text of CHANGES) {
        const { sent, graphRequests } = await app.turn(message(text, { from }));
        expect(textOf(cardOf(sent[0]))).toMatch(
          /^Only people in the meeting’s organization can change it\. Nothing was changed\. Ask Ada Lovelace\.$/,
        );
        expect(graphRequests).toEqual([]);
      }
      const { sent } = await app.turn(message("meet Retro", { from }));
      const updated = await app.turn(press(sent[0], "Update", { from }));
      expect(updated.answer.body).toMatchObject({ value: { code: "not_allowed" } });
      expect(updated.graphRequests).toEqual([]);
      const kept = await app.turn(press(sent[0], "Keep", { from }));
      expect(textOf(cardOfAnswer(kept.answer))).toContain("Sprint review");
    });

    it("deny a person who isn't in the team", async () => {
      await start("members");
      const stranger = people(4)[3]!;
      const { sent } = await app.turn(message("rename Demo day", { from: stranger }));
      expect(textOf(cardOf(sent[0]))).toContain("Ask Ada Lovelace.");
    });

    it.each([
      ["rename Demo day", "members"],
      ["cancel", "members"],
    ] as const)(
      "change nothing while the roster doesn't respond, and say so: “%s”",
      async (text, policy) => {
        await start(policy);
        app.connector.fail("GET", 503);
        const { sent, graphRequests } = await app.turn(message(text, { from: chen }));
        expect(textOf(cardOf(sent[0]))).toMatch(/Nothing was changed\..* ask the host/);
        expect(graphRequests).toEqual([]);
        expect(app.log).toContainEqual(
          expect.objectContaining({ level: 40, msg: "couldn't read the team roster" }),
        );
      },
    );
  });
});
