import { createHash } from "node:crypto";
import { ROSTER_TIMEOUT_MS } from "../../src/server/team-roster";
import {
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
  type TestMention,
} from "../support/activities";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { toRosterMember, type RosterMember } from "../support/connector";
import { press } from "../support/press";
import { useApp } from "../support/use-app";
import { validateCard } from "../support/validate-card";

const app = useApp();

/** Whom the last createOrGet invited. */
function invitedIn(requests: readonly { body: unknown }[]) {
  const body = requests.at(-1)?.body as { participants?: { attendees: object[] } } | undefined;
  return body?.participants?.attendees ?? [];
}

/** Ids are as long as Teams makes them, and as random. */
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

describe("people who are named with a meeting", () => {
  it("are its attendees: the exact call", async () => {
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
    ["the chat, where it is the bot's own", personalChat, personalChat.threadId],
  ])("are asked for by Teams' id, each once, of %s", async (_, place, conversationId) => {
    const { graphRequests } = await app.turn(
      message("meet with @Bo Nilsson", { in: place, mentions: [bo], root: "1759881511856" }),
    );
    const path = `/v3/conversations/${conversationId}/members/${bo.teamsId}`;
    expect(app.connector.rosterRequests.map(decodeURIComponent)).toEqual([path]);
    expect(invitedIn(graphRequests)).toEqual([boInvited]);
  });

  it.each<[string, TestMention]>([
    ["beside Teams' own", { ...bo, aadObjectId: bo.aadId.toUpperCase() }],
    ["as its id", { ...bo, teamsId: bo.aadId }],
    ["in its id", { ...bo, teamsId: `8:orgid:${bo.aadId}` }],
  ])("are not asked for where the mention has the object id %s", async (_, mention) => {
    const { graphRequests } = await app.turn(
      message("meet with @Bo Nilsson", { mentions: [mention] }),
    );
    expect(app.connector.rosterRequests).toEqual([]);
    expect(invitedIn(graphRequests)).toEqual([{ identity: { user: { id: bo.aadId } } }]);
  });

  it("are one person each, however often and by whatever they are named", async () => {
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
  ])("are no attendees where they host the meeting: their id is told %s", async (_, aadId) => {
    const host = { ...ada, aadId };
    app.connector.roster[0] = { ...toRosterMember(ada), aadObjectId: aadId.toUpperCase() };
    const first = await app.turn(
      message("meet with @Ada Lovelace and @Bo Nilsson", { from: host, mentions: [ada, bo] }),
    );
    expect(invitedIn(first.graphRequests)).toEqual([boInvited]);

    const again = await app.turn(
      message("meet with @Ada Lovelace and @Bo Nilsson", { from: chen, mentions: [ada, bo] }),
    );
    expect(textOf(cardOf(again.sent[0]))).toContain("Open any time");
  });

  it("may be two of the same name", async () => {
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

  it("may be fifty, whose ids are as long as Teams makes them: all are asked for, invited and told", async () => {
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
    ["of a new link", "new Town hall with", "Make a new link"],
  ])(
    "may be fifty %s: they are asked for once, and the card is not too large",
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

describe("somebody who cannot be invited", () => {
  const guest: RosterMember = { ...toRosterMember(bo), userRole: "guest" };
  const external = { ...toRosterMember(bo), userPrincipalName: "bo_x.com#EXT#@contoso.com" };
  const foreigner = { ...toRosterMember(bo), tenantId: "22222222-2222-4333-8444-555555555555" };
  const { aadObjectId: _none, ...unknown } = toRosterMember(bo);

  it.each<[string, RosterMember[]]>([
    ["a guest", [guest]],
    ["a guest whom only the address tells", [external]],
    ["a person of another organization", [foreigner]],
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
    expect(notice).toMatch(/^Not invited, .*: Bo Nilsson\. Send them the link\.$/);
    expect(card.msteams?.entities.map(({ mentioned }) => mentioned.id)).toEqual([chen.teamsId]);
  });

  it.each([403, 429, 500])("may be anybody while the roster answers %i", async (status) => {
    app.connector.fail("GET", status, 1);
    const { sent, graphRequests } = await app.turn(
      message("meet with @Bo Nilsson and @Chen Wei", { mentions: [bo, chen] }),
    );
    expect(invitedIn(graphRequests)).toEqual([chenInvited]);
    expect(textOf(cardOf(sent[0]))).toMatch(/Not invited, .*: Bo Nilsson\./);
    expect(app.log).toContainEqual(
      expect.objectContaining({ level: 40, code: "roster_unavailable" }),
    );
  });

  it("is everybody for whom a silent roster would be waited for: the answer comes in time", async () => {
    app.connector.fail("GET", "silence");
    const crowd = people(20);
    const text = `meet with ${crowd.map(({ name }) => `@${name}`).join(", ")} and ana@contoso.com`;
    const turn = app.turn(message(text, { mentions: crowd }));
    await app.clock.untilSomebodySleeps(ROSTER_TIMEOUT_MS);
    await app.clock.advance(ROSTER_TIMEOUT_MS);
    const { sent, graphRequests } = await turn;

    expect(invitedIn(graphRequests)).toEqual([{ upn: "ana@contoso.com" }]);
    expect(textOf(cardOf(sent.at(-1)))).toContain("Person 19. Invite them again in a minute");
    expect(app.connector.rosterRequests).toEqual([]);
    expect(app.connector.attempts.GET).toBe(8);
  });

  it("leaves a meeting with nobody else in it", async () => {
    app.connector.roster.splice(0);
    const { graphRequests } = await app.turn(
      message("meet Sprint review with @Bo Nilsson", { mentions: [bo] }),
    );
    expect(graphRequests[0]?.body).not.toHaveProperty("participants");
  });
});

describe("the card of a request that names people", () => {
  const meetWithBo = message("meet with @Bo Nilsson and ana@contoso.com", { mentions: [bo] });

  it("tells them once, and refreshes by itself for them and for who asked", async () => {
    const { sent } = await app.turn(meetWithBo);
    const card = cardOf(sent[0]);
    expect(card.msteams?.entities).toEqual([
      {
        type: "mention",
        text: "<at>Bo Nilsson</at>",
        mentioned: { id: bo.teamsId, name: "Bo Nilsson" },
      },
    ]);
    expect(JSON.stringify(card.body)).toContain("With <at>Bo Nilsson</at>");
    expect(textOf(card)).toContain("Also invited: ana@contoso.com");
    expect(card.refresh?.userIds).toEqual([ada.teamsId, bo.teamsId]);
  });

  it("does not tell them again when it is refreshed, or asked for, or changed in its place", async () => {
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
      expect(textOf(card)).toMatch(/With Bo Nilsson,? and ana@contoso\.com/);
    }
    const inPlace = renamed.sent.find(({ path }) => path.endsWith("sent-1"));
    expect(cardOf(inPlace).refresh?.userIds).toEqual([ada.teamsId, bo.teamsId]);
  });

  it("has their addresses in the calendar link", async () => {
    const { sent } = await app.turn(meetWithBo);
    const button = buttonOf(cardOf(sent[0]), "Add to calendar");
    const to = new URL("url" in button ? button.url : "").searchParams.get("to");
    expect(to).toBe("bo@contoso.com,ana@contoso.com");
  });

  it("tells those who are added to a meeting that exists when they are added, not when it is asked", async () => {
    await app.turn(message("meet", { from: ada }));
    const asked = await app.turn(message("meet with @Bo Nilsson", { from: chen, mentions: [bo] }));
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
  ])("makes nothing of a name such as %s", async (name) => {
    const { sent, graphRequests } = await app.turn(
      message(`meet Review with @${name}`, { mentions: [{ ...bo, name }] }),
    );
    expect(invitedIn(graphRequests)).toEqual([boInvited]);
    const card = cardOf(sent[0]);
    const [entity] = card.msteams?.entities ?? [];
    expect(entity?.mentioned.id).toBe(bo.teamsId);
    expect(entity?.text).toMatch(/^<at>[\p{L}\p{N} .'-]+<\/at>$/u);
    const blocks = JSON.stringify(card.body).match(/"type":"TextBlock","text":"[^"]*"/g);
    expect(blocks).toEqual([`"type":"TextBlock","text":"With ${entity?.text}"`]);
    expect(validateCard(card)).toEqual([]);
  });
});
