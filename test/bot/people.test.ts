import { createHash } from "node:crypto";
import type { AppConfig } from "../../src/config/config";
import type { GraphRequest } from "../../src/local/local-cloud";
import { POLICIES } from "../../src/resilience/policies";
import {
  type TestMention,
  ada,
  bo,
  chen,
  design,
  execute,
  general,
  groupChat,
  message,
  people,
  personalChat,
} from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { type RosterMember, toRosterMember } from "../support/connector";
import { press } from "../support/press";
import { useApp } from "../support/use-app";
import { validateCard } from "../support/validate-card";

const NO_ACCOUNT = (names: string) =>
  `Couldn’t invite ${names}: no account found in your organization.`;
const NO_ANSWER = (names: string) => `Couldn’t invite ${names}: Teams isn’t responding.`;

describe("inviting people", () => {
  const app = useApp();

  /** The attendees of the last createOrGet. */
  function invitedIn(requests: readonly { body: unknown }[]) {
    const body = requests.at(-1)?.body as { participants?: { attendees: object[] } } | undefined;
    return body?.participants?.attendees ?? [];
  }

  /** Ids as long and random as Teams' ids. */
  function namingFifty(typed: string) {
    const crowd = people(50).map((one, index) => {
      const id = createHash("sha512").update(one.teamsId).digest("base64url");
      return Object.assign(one, { name: `Person with a long name ${index}`, teamsId: `29:1${id}` });
    });
    app.connector.roster.push(...crowd.map(toRosterMember));
    const named = crowd.map(({ name }) => `@${name}`);
    return message(`${typed} ${named.join(", ")}`, { mentions: crowd });
  }

  const boInvited = { identity: { user: { id: bo.aadId } }, upn: "bo@contoso.com" };
  const chenInvited = { identity: { user: { id: chen.aadId } }, upn: "chen@contoso.com" };

  describe("people named in a request", () => {
    it("become attendees: the exact call", async () => {
      const { graphRequests } = await app.turn(
        message("meet Sprint review with @Bo Nilsson and @Chen Wei as presenter, ana@contoso.com", {
          mentions: [bo, chen],
        }),
      );
      expect(graphRequests).toMatchObject([
        { path: `/beta/users/${ada.aadId}/onlineMeetings/createOrGet`, status: 201 },
      ]);
      expect(graphRequests[0]?.body).toEqual({
        externalId: expect.stringMatching(/^[0-9a-f-]{36}$/),
        subject: "Sprint review",
        participants: {
          attendees: [boInvited, { ...chenInvited, role: "presenter" }, { upn: "ana@contoso.com" }],
        },
        chatInfo: { threadId: general.threadId },
      });
    });

    it.each([
      ["the team, in a channel", design, general.threadId],
      ["the chat, in a group chat", groupChat, groupChat.threadId],
      ["the chat, in a chat with the bot", personalChat, personalChat.threadId],
    ])("are looked up by Teams id, once each, in %s", async (_, place, conversationId) => {
      const { graphRequests } = await app.turn(
        message("meet with @Bo Nilsson", { in: place, mentions: [bo], root: "1759881511856" }),
      );
      const path = `/v3/conversations/${conversationId}/members/${bo.teamsId}`;
      expect(app.connector.rosterRequests.map(decodeURIComponent)).toEqual([path]);
      expect(invitedIn(graphRequests)).toEqual([boInvited]);
    });

    it.each<[string, TestMention]>([
      ["in addition to Teams' own", { ...bo, aadObjectId: bo.aadId.toUpperCase() }],
      ["as its id", { ...bo, teamsId: bo.aadId }],
      ["in its id", { ...bo, teamsId: `8:orgid:${bo.aadId}` }],
    ])("aren't looked up if the mention has the object id %s", async (_, mention) => {
      const { graphRequests } = await app.turn(
        message("meet with @Bo Nilsson", { mentions: [mention] }),
      );
      expect(app.connector.rosterRequests).toEqual([]);
      expect(invitedIn(graphRequests)).toEqual([{ identity: { user: { id: bo.aadId } } }]);
    });

    it("gives a role in the plural to everyone in the list", async () => {
      const text = "meet with @Bo Nilsson and @Chen Wei as presenters";
      const { graphRequests } = await app.turn(message(text, { mentions: [bo, chen] }));
      expect(invitedIn(graphRequests)).toEqual([
        { ...boInvited, role: "presenter" },
        { ...chenInvited, role: "presenter" },
      ]);
    });

    it("are invited once, however often and however they're named", async () => {
      const { graphRequests } = await app.turn(
        message("meet with @Bo Nilsson, @Bo Nilsson, BO@contoso.com as presenter and @Chen Wei", {
          mentions: [bo, bo, chen],
        }),
      );
      expect(invitedIn(graphRequests)).toEqual([{ ...boInvited, role: "presenter" }, chenInvited]);
    });

    it.each([
      ["in the same case", ada.aadId],
      ["in another case", ada.aadId.toUpperCase()],
    ])("aren't attendees if they host the meeting, with an id %s", async (_, aadId) => {
      const host = { ...ada, aadId };
      app.connector.roster[0] = { ...toRosterMember(ada), aadObjectId: aadId.toUpperCase() };
      const first = await app.turn(
        message("meet with @Ada Lovelace and @Bo Nilsson", { from: host, mentions: [ada, bo] }),
      );
      expect(invitedIn(first.graphRequests)).toEqual([boInvited]);

      const again = await app.turn(
        message("meet with @Ada Lovelace and @Bo Nilsson", { from: chen, mentions: [ada, bo] }),
      );
      expect(textOf(cardOf(again.sent[0]))).toContain("No fixed time");
    });

    it("can have the same name", async () => {
      const [first, second] = people(2).map((one) => Object.assign(one, { name: "Ana Silva" }));
      const both = [first!, second!];
      app.connector.roster.push(...both.map(toRosterMember));
      const { sent, graphRequests } = await app.turn(
        message("meet with @Ana Silva and @Ana Silva", { mentions: both }),
      );
      expect(invitedIn(graphRequests)).toMatchObject(
        both.map(({ aadId }) => ({ identity: { user: { id: aadId } } })),
      );
      expect(cardOf(sent[0]).msteams?.entities).toMatchObject([
        { text: "<at>Ana Silva</at>", mentioned: { id: first!.teamsId } },
        { text: "<at>Ana Silva 2</at>", mentioned: { id: second!.teamsId } },
      ]);
    });

    it("can be fifty people with ids as long as Teams' ids: all are looked up, invited and notified", async () => {
      const { sent, graphRequests } = await app.turn(namingFifty("meet Town hall with"));
      expect(app.connector.rosterRequests).toHaveLength(50);
      expect(invitedIn(graphRequests)).toHaveLength(50);
      const card = cardOf(sent[0]);
      expect(card.msteams?.entities).toHaveLength(50);
      expect(card.refresh?.userIds).toHaveLength(51);
      expect(JSON.stringify(card).length).toBeLessThan(28_000);
      expect(validateCard(card)).toEqual([]);
    });

    it.each([
      ["to be added to a meeting that exists", "meet with", "Update"],
      ["of a new link", "new Town hall with", "Create new link"],
    ])(
      "can be fifty %s, looked up once, on a card within the size limit",
      async (_, typed, title) => {
        await app.turn(message("meet"));
        const { sent } = await app.turn(namingFifty(typed));
        expect(JSON.stringify(cardOf(sent[0])).length).toBeLessThan(28_000);
        const pressed = await app.turn(press(sent[0], title));
        expect(invitedIn(pressed.graphRequests)).toHaveLength(50);
        expect(app.connector.rosterRequests).toHaveLength(50);
        expect(cardOfAnswer(pressed.answer).msteams?.entities).toHaveLength(50);
      },
    );
  });

  describe("a person who can't be invited", () => {
    const guest: RosterMember = { ...toRosterMember(bo), userRole: "guest" };
    const external = { ...toRosterMember(bo), userPrincipalName: "bo_x.com#EXT#@contoso.com" };
    const foreigner = { ...toRosterMember(bo), tenantId: "22222222-2222-4333-8444-555555555555" };
    const { aadObjectId: _none, ...unknown } = toRosterMember(bo);

    it.each<[string, RosterMember[]]>([
      ["a guest", [guest]],
      ["a guest known only by address", [external]],
      ["a person from another organization", [foreigner]],
      ["a person without an account", [unknown]],
      ["a person who has left, or a bot", []],
    ])("is named in the answer, and the others are invited: %s", async (_, roster) => {
      app.connector.roster.splice(0, Infinity, toRosterMember(chen), ...roster);
      const { sent, graphRequests } = await app.turn(
        message("meet with @Bo Nilsson and @Chen Wei", { mentions: [bo, chen] }),
      );
      expect(invitedIn(graphRequests)).toEqual([chenInvited]);
      const card = cardOf(sent[0]);
      const [notice] = textOf(card).split("\n");
      expect(notice).toBe(`${NO_ACCOUNT("Bo Nilsson")} Send them the link.`);
      expect(card.msteams?.entities.map(({ mentioned }) => mentioned.id)).toEqual([chen.teamsId]);
    });

    it.each([403, 429, 500])("can be anyone while the roster responds with %i", async (status) => {
      app.connector.fail("GET", status, Infinity, /person-2$/);
      const { sent, graphRequests } = await app.turn(
        message("meet with @Bo Nilsson and @Chen Wei", { mentions: [bo, chen] }),
      );
      expect(invitedIn(graphRequests)).toEqual([chenInvited]);
      expect(textOf(cardOf(sent[0]))).toContain(NO_ANSWER("Bo Nilsson"));
      expect(app.log).toContainEqual(
        expect.objectContaining({ level: 40, code: "roster_unavailable" }),
      );
    });

    it("is everyone while the roster doesn't respond, so that the answer is in time", async () => {
      app.connector.fail("GET", "silence");
      const crowd = people(20);
      const text = `meet with ${crowd.map(({ name }) => `@${name}`).join(", ")} and ana@contoso.com`;
      const turn = app.turn(message(text, { mentions: crowd }));
      await app.clock.waitForSleep(POLICIES.roster.deadlineMs);
      await app.clock.advance(POLICIES.roster.deadlineMs);
      const { sent, graphRequests } = await turn;

      expect(invitedIn(graphRequests)).toEqual([{ upn: "ana@contoso.com" }]);
      expect(textOf(cardOf(sent.at(-1)))).toContain("Person 19: Teams isn’t responding.");
      expect(app.connector.rosterRequests).toEqual([]);
      // 8 at once, each tried again once.
      expect(app.connector.attempts.GET).toBe(16);
    });

    it("leaves a meeting without attendees", async () => {
      app.connector.roster.splice(0);
      const { graphRequests } = await app.turn(
        message("meet Sprint review with @Bo Nilsson", { mentions: [bo] }),
      );
      expect(graphRequests[0]?.body).not.toHaveProperty("participants");
    });
  });

  describe("the card of a request with people", () => {
    const meetWithBo = message("meet with @Bo Nilsson and ana@contoso.com", { mentions: [bo] });

    it("notifies them once, and refreshes automatically for them and the caller", async () => {
      const { sent } = await app.turn(meetWithBo);
      const card = cardOf(sent[0]);
      expect(card.msteams?.entities).toEqual([
        {
          type: "mention",
          text: "<at>Bo Nilsson</at>",
          mentioned: { id: bo.teamsId, name: "Bo Nilsson" },
        },
      ]);
      expect(JSON.stringify(card.body)).toContain("<at>Bo Nilsson</at>");
      expect(textOf(card)).toContain("Ada Lovelace (host), ana@contoso.com");
      expect(card.refresh?.userIds).toEqual([ada.teamsId, bo.teamsId]);
    });

    it("doesn't notify them again on refresh, on a new request, or on an update", async () => {
      const first = await app.turn(meetWithBo);
      const { data } = buttonOf(cardOf(first.sent[0]), "Refresh") as { data: unknown };
      const refreshed = await app.turn(execute("refresh", data, { from: bo }));
      const again = await app.turn(message("meet", { from: chen }));
      const renamed = await app.turn(message("rename Demo day"));
      const later = [
        cardOfAnswer(refreshed.answer),
        ...[...again.sent, ...renamed.sent].map((sent) => cardOf(sent)),
      ];
      expect(renamed.sent.map(({ method }) => method).toSorted()).toEqual(["POST", "PUT", "PUT"]);
      for (const card of later) {
        expect(card.msteams).toBeUndefined();
        expect(textOf(card)).toMatch(/Ada Lovelace \(host\), Bo Nilsson, ana@contoso\.com/);
      }
      const inPlace = renamed.sent.find(({ path }) => path.endsWith("sent-1"));
      expect(cardOf(inPlace).refresh?.userIds).toEqual([ada.teamsId, bo.teamsId]);
    });

    it("has their addresses in the calendar link", async () => {
      const { sent } = await app.turn(meetWithBo);
      const button = buttonOf(cardOf(sent[0]), "Calendar");
      const to = new URL("url" in button ? button.url : "").searchParams.get("to");
      expect(to).toBe("bo@contoso.com,ana@contoso.com");
    });

    it("notifies people added to an existing meeting when they're added, not when asked for", async () => {
      await app.turn(message("meet", { from: ada }));
      const asked = await app.turn(
        message("meet with @Bo Nilsson", { from: chen, mentions: [bo] }),
      );
      expect(cardOf(asked.sent[0]).msteams).toBeUndefined();
      const updated = await app.turn(press(asked.sent[0], "Update", { from: chen }));
      expect(cardOfAnswer(updated.answer).msteams?.entities).toMatchObject([
        { mentioned: { id: bo.teamsId } },
      ]);
      expect(app.connector.rosterRequests.filter((path) => path.includes("person-2"))).toHaveLength(
        1,
      );
    });

    it.each([
      "**Bo** [x](https://evil.example)",
      "<at>Ada Lovelace</at>",
      "Bo_Nilsson `x`",
      "Bo $& $1",
    ])("shows a name such as %s as text", async (name) => {
      const { sent, graphRequests } = await app.turn(
        message(`meet Review with @${name}`, { mentions: [{ ...bo, name }] }),
      );
      expect(invitedIn(graphRequests)).toEqual([boInvited]);
      const card = cardOf(sent[0]);
      const [entity] = card.msteams?.entities ?? [];
      expect(entity?.mentioned.id).toBe(bo.teamsId);
      expect(entity?.text).toMatch(/^<at>[\p{L}\p{N} .'-]+<\/at>$/u);
      const blocks = JSON.stringify(card.body).match(/"type":"TextBlock","text":"[^"]*"/g);
      expect(blocks).toEqual([`"type":"TextBlock","text":"${entity?.text}"`]);
      expect(validateCard(card)).toEqual([]);
    });
  });
});

describe("people who can’t be invited", () => {
  const guest: TestMention = { name: "Gus Guest", teamsId: "29:guest" };

  const app = useApp();
  beforeEach(async () => {
    app.connector.roster.push({
      id: guest.teamsId,
      name: guest.name,
      aadObjectId: "5d2b4c1e-0000-4000-8000-00000000ffff",
      userRole: "guest",
      userPrincipalName: "gus_example.com#EXT#@contoso.com",
    });
  });

  describe("the question of new", () => {
    it("names people it can't invite, before the confirmation", async () => {
      await app.turn(message("meet Sprint review", { from: ada }));
      const { sent } = await app.turn(
        message("new Retro with @Gus Guest and @Bo Nilsson", { mentions: [guest, bo] }),
      );
      const question = textOf(cardOf(sent[0]));
      expect(question).toContain(NO_ACCOUNT("Gus Guest"));
      expect(question).not.toContain("isn’t responding");

      const { answer } = await app.turn(press(sent[0], "Create new link"));
      expect(textOf(cardOfAnswer(answer))).toContain("Bo Nilsson");
      expect(app.cloud.meetings()[1]?.participants.attendees).toMatchObject([
        { identity: { user: { id: bo.aadId } } },
      ]);
    });

    it("names people Teams couldn't look up, so that they can be invited again", async () => {
      await app.turn(message("meet Sprint review", { from: ada }));
      app.connector.fail("GET", 503, 3);
      const { sent } = await app.turn(message("new with @Bo Nilsson", { mentions: [bo] }));
      const question = textOf(cardOf(sent[0]));
      expect(question).toContain(`${NO_ANSWER("Bo Nilsson")} Try again in a minute`);
      expect(question).not.toContain("no account");
    });

    it("names no one if everyone can be invited", async () => {
      await app.turn(message("meet Sprint review", { from: ada }));
      const { sent } = await app.turn(message("new with @Bo Nilsson", { mentions: [bo] }));
      expect(textOf(cardOf(sent[0]))).not.toContain("Couldn’t invite");
    });
  });

  describe("a person Teams couldn't look up", () => {
    it("is reported differently from an unknown person", async () => {
      app.connector.fail("GET", 503, 3);
      const { sent } = await app.turn(message("meet Retro with @Chen Wei", { mentions: [chen] }));
      expect(textOf(cardOf(sent[0]))).toContain(NO_ANSWER("Chen Wei"));
      expect(textOf(cardOf(sent[0]))).not.toContain("no account");

      const asked = await app.turn(
        message("meet #ops with @Gus Guest and @Chen Wei", { mentions: [guest, chen] }),
      );
      expect(textOf(cardOf(asked.sent[0]))).toContain(NO_ACCOUNT("Gus Guest"));
      expect(textOf(cardOf(asked.sent[0]))).not.toContain("isn’t responding");
    });

    it("can be invited with the same text a minute later", async () => {
      const words = "meet Retro with @Chen Wei";
      app.connector.fail("GET", 503, 3);
      await app.turn(message(words, { mentions: [chen] }));
      const { sent } = await app.turn(message(words, { mentions: [chen] }));
      await app.turn(press(sent[0], "Update"));
      expect(app.cloud.meetings()[0]?.participants.attendees).toMatchObject([
        { identity: { user: { id: chen.aadId } } },
      ]);
    });
  });
});

describe("co-organizers", () => {
  const service = { aadId: "5e50acc0-0000-4000-8000-000000000000" };
  const oneAccount: Partial<AppConfig> = {
    organizerPolicy: { mode: "service", organizer: service },
  };

  const GRAPH_DELAY_MS = 7_000;

  const app = useApp({ config: oneAccount, isGraphOnClock: true });

  const boInvited = { identity: { user: { id: bo.aadId } }, upn: "bo@contoso.com" };
  const chenInvited = { identity: { user: { id: chen.aadId } }, upn: "chen@contoso.com" };
  const adaRuns = { identity: { user: { id: ada.aadId } }, role: "coorganizer" };

  function methods(requests: readonly GraphRequest[]): string[] {
    return requests.map(({ method }) => method);
  }

  /** The bodies of PATCH requests. */
  function patches(requests: readonly GraphRequest[]): unknown[] {
    return requests.flatMap(({ method, body }) => (method === "PATCH" ? [body] : []));
  }

  /** Roles as stored in Graph. */
  function roles(): Record<string, string | null> {
    const attendees = app.cloud.meetings().at(-1)?.participants.attendees ?? [];
    return Object.fromEntries(attendees.map(({ identity, role }) => [identity?.user.id, role]));
  }

  describe("with a service account", () => {
    it("makes the first caller co-organizer with one PATCH, and changes nothing else", async () => {
      const { graphRequests, sent } = await app.turn(message("meet Sprint review"));
      expect(methods(graphRequests)).toEqual(["POST", "GET", "PATCH"]);
      expect(graphRequests[0]?.body).not.toHaveProperty("participants");
      expect(patches(graphRequests)).toEqual([{ participants: { attendees: [adaRuns] } }]);
      expect(graphRequests[2]?.path).toContain(`/v1.0/users/${service.aadId}/onlineMeetings/`);
      expect(sent).toHaveLength(1);
    });

    it("also makes people co-organizers who are named as such; everyone else keeps their role", async () => {
      const { graphRequests } = await app.turn(
        message("meet with @Bo Nilsson as co-organizer, @Chen Wei as presenter, ana@contoso.com", {
          mentions: [bo, chen],
        }),
      );
      expect(graphRequests[0]?.body).toMatchObject({
        participants: {
          attendees: [boInvited, { ...chenInvited, role: "presenter" }, { upn: "ana@contoso.com" }],
        },
      });
      expect(graphRequests[0]?.body).not.toMatchObject({
        participants: { attendees: [{ role: "coorganizer" }, {}, {}] },
      });
      expect(patches(graphRequests)).toEqual([
        {
          participants: {
            attendees: [
              { ...boInvited, role: "coorganizer" },
              { ...chenInvited, role: "presenter" },
              { upn: "ana@contoso.com" },
              adaRuns,
            ],
          },
        },
      ]);
    });

    it("doesn't delay the answer or a refresh", async () => {
      app.cloud.addFault({ match: "onlineMeetings/MS", delayMs: GRAPH_DELAY_MS });
      const turn = app.turn(message("meet with @Bo Nilsson as co-organizer", { mentions: [bo] }));
      const shown = await app.connector.waitFor(({ method }) => method === "POST");
      const text = textOf(cardOf(shown));
      expect(text).toContain("No fixed time");
      expect(text).not.toContain("There’s already a meeting");
      await app.clock.waitForSleep(GRAPH_DELAY_MS);
      const { data } = buttonOf(cardOf(shown), "Refresh") as { data: unknown };
      expect(await app.post(execute("refresh", data, { from: bo }))).toMatchObject({ status: 200 });
      expect(methods(app.cloud.requests())).toEqual(["POST", "GET"]);

      await app.clock.advance(GRAPH_DELAY_MS);
      await app.clock.runUntil(turn);
      expect(patches(app.cloud.requests())).toHaveLength(1);
      expect(roles()).toEqual({ [ada.aadId]: "coorganizer", [bo.aadId]: "coorganizer" });
    });

    it("gives the role only once, even if others ask or refresh later", async () => {
      const { sent } = await app.turn(message("meet"));
      const { data } = buttonOf(cardOf(sent[0]), "Refresh") as { data: unknown };
      const later = await app.turn(message("meet", { from: bo }));
      await app.clock.advance(60_000);
      const refreshed = await app.turn(execute("refresh", data, { from: chen }));
      expect(methods([...later.graphRequests, ...refreshed.graphRequests])).toEqual([
        "POST",
        "GET",
      ]);
      expect(roles()).toEqual({ [ada.aadId]: "coorganizer" });
    });

    it("gives the role once when many ask at once", async () => {
      const all = [ada, bo, chen].map((from) => app.turn(message("meet", { from })));
      await app.clock.runUntil(Promise.all(all));
      expect(patches(app.cloud.requests())).toHaveLength(1);
      expect(Object.values(roles())).toEqual(["coorganizer"]);
    });

    it("keeps roles that someone set elsewhere, and the presenter setting", async () => {
      await app.turn(message("meet"));
      await asOrganizer(app, "PATCH", {
        allowedPresenters: "roleIsPresenter",
        participants: { attendees: [adaRuns, { ...chenInvited, role: "producer" }] },
      });
      const asked = await app.turn(
        message("meet with @Bo Nilsson as co-organizer", { mentions: [bo] }),
      );
      const updated = await app.turn(press(asked.sent[0], "Update"));
      expect(patches(updated.graphRequests)).toEqual([
        {
          participants: {
            attendees: [
              adaRuns,
              { ...chenInvited, role: "producer" },
              { identity: boInvited.identity, upn: "bo@contoso.com", role: "coorganizer" },
            ],
          },
        },
      ]);
      expect(app.cloud.meetings()).toMatchObject([{ allowedPresenters: "roleIsPresenter" }]);
    });

    it("keeps the co-organizers with the next link", async () => {
      await app.turn(message("meet with @Bo Nilsson as co-organizer", { mentions: [bo] }));
      await asOrganizer(app, "DELETE");
      const { graphRequests } = await app.turn(message("meet", { from: chen }));
      expect(patches(graphRequests)).toHaveLength(1);
      expect(roles()).toEqual({ [ada.aadId]: "coorganizer", [bo.aadId]: "coorganizer" });
    });

    it("makes a caller co-organizer who invited themselves with another role", async () => {
      await app.turn(message("meet with @Ada Lovelace as presenter", { mentions: [ada] }));
      expect(roles()).toEqual({ [ada.aadId]: "coorganizer" });
    });

    it("never makes the organizer a co-organizer", async () => {
      const host = { name: "Service", teamsId: service.aadId };
      const { graphRequests } = await app.turn(
        message("meet with @Service as co-organizer", { mentions: [host] }),
      );
      expect(patches(graphRequests)).toEqual([{ participants: { attendees: [adaRuns] } }]);
    });
  });

  describe("when Graph refuses the role", () => {
    beforeEach(() => {
      app.cloud.settings.coOrganizers = "refused";
    });

    it("keeps the meeting, and its card says what couldn't be set", async () => {
      const { sent } = await app.turn(
        message("meet with @Bo Nilsson as co-organizer", { mentions: [bo] }),
      );
      expect(sent.map(({ method }) => method)).toEqual(["POST", "PUT"]);
      expect(sent[1]?.id).toBe(sent[0]?.id);
      const text = textOf(cardOf(sent[1]));
      expect(text).toMatch(/^Couldn’t add as co-organizers: Ada Lovelace, Bo Nilsson\./);
      expect(text).toContain("No fixed time");
      expect(text).toContain("Bo Nilsson");
      expect(cardOf(sent[1]).msteams).toBeUndefined();
      expect(buttonOf(cardOf(sent[1]), "Join")).toEqual(buttonOf(cardOf(sent[0]), "Join"));
      expect(roles()).toMatchObject({ [bo.aadId]: null });
    });

    it("doesn't ask for the role again", async () => {
      await app.turn(message("meet"));
      const { graphRequests, sent } = await app.turn(message("meet", { from: bo }));
      expect(methods(graphRequests)).toEqual(["POST"]);
      expect(textOf(cardOf(sent[0]))).not.toContain("co-organizers");
    });

    it("keeps the other notices on the card", async () => {
      const stranger = { ...bo, teamsId: "29:left-long-ago" };
      const { sent } = await app.turn(message("meet with @Bo Nilsson", { mentions: [stranger] }));
      const text = textOf(cardOf(sent[1]));
      expect(text).toContain(NO_ACCOUNT("Bo Nilsson"));
      expect(text).toContain("Couldn’t add as co-organizers: Ada Lovelace");
    });
  });

  describe("when Graph fails", () => {
    it("keeps the answer, logs the failure, and tries again on the next meet", async () => {
      app.cloud.addFault({ match: "onlineMeetings/MS", times: 3, status: 503 });
      const first = await app.turn(message("meet"));
      expect(first.sent).toHaveLength(1);
      expect(app.log).toContainEqual(
        expect.objectContaining({
          code: "graph_unavailable",
          msg: "co-organizers could not be set",
        }),
      );
      const second = await app.turn(message("meet", { from: bo }));
      expect(methods(second.graphRequests)).toEqual(["POST", "GET", "PATCH"]);
      expect(second.sent).toHaveLength(1);
      expect(roles()).toEqual({ [ada.aadId]: "coorganizer" });
    });
  });

  describe("while a role is pending", () => {
    beforeEach(() => {
      app.cloud.addFault({ match: "onlineMeetings/MS", times: 3, status: 503 });
    });

    it("sends no Graph requests on refreshes", async () => {
      const { sent } = await app.turn(message("meet"));
      const { data } = buttonOf(cardOf(sent[0]), "Refresh") as { data: unknown };
      for (const from of [ada, bo, chen]) {
        const { graphRequests } = await app.turn(execute("refresh", data, { from }));
        expect(graphRequests).toEqual([]);
      }
    });

    it("doesn't recreate a lost meeting on a refresh", async () => {
      app.cloud.settings.afterDelete = "404";
      const { sent } = await app.turn(message("meet"));
      await asOrganizer(app, "DELETE");
      const { data } = buttonOf(cardOf(sent[0]), "Refresh") as { data: unknown };
      await app.clock.advance(60_000);
      await app.turn(execute("refresh", data));
      expect(app.cloud.meetings()).toEqual([]);
      await app.turn(message("meet"));
      expect(app.cloud.meetings()).toHaveLength(1);
      expect(roles()).toEqual({ [ada.aadId]: "coorganizer" });
    });
  });

  describe("when the first person hosts the meeting", () => {
    beforeEach(async () => {
      await app.restart();
    });

    it("makes no one co-organizer who wasn't named as such", async () => {
      const { graphRequests } = await app.turn(
        message("meet with @Bo Nilsson and @Chen Wei as presenter", { mentions: [bo, chen] }),
      );
      expect(methods(graphRequests)).toEqual(["POST"]);
    });

    it("makes the named people co-organizers", async () => {
      const { graphRequests, sent } = await app.turn(
        message("meet with @Bo Nilsson and @Chen Wei as co-organizer", { mentions: [bo, chen] }),
      );
      expect(patches(graphRequests)).toEqual([
        { participants: { attendees: [boInvited, { ...chenInvited, role: "coorganizer" }] } },
      ]);
      expect(textOf(cardOf(sent[0]))).toContain("No fixed time");
    });
  });
});
