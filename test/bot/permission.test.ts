import type { GraphRequest } from "../../src/local/local-cloud";
import type { ChangePolicy } from "../../src/meetings/who-may-change";
import {
  ada,
  bo,
  chen,
  design,
  general,
  groupChat,
  message,
  people,
  personalChat,
  type TestPerson,
  type TestPlace,
} from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { TEAM_GROUP_ID, toRosterMember } from "../support/connector";
import { changesIn } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const [organizer, guest, foreigner] = people(3) as [TestPerson, TestPerson, TestPerson];
/** Where Ada asks first for the meeting that somebody else hosts, and Bo owns the team. */
const PEOPLE = { organizer, "first caller": ada, owner: bo, member: chen, guest, foreigner };
type Who = keyof typeof PEOPLE;

const app = useApp();

async function start(whoMayChange: ChangePolicy, place: TestPlace = general): Promise<void> {
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

/** The questions to Graph about a team. */
function teamQuestions(requests: readonly GraphRequest[]): string[] {
  return requests
    .map(({ path }) => decodeURIComponent(path))
    .filter((path) => path.includes("/teams/"));
}

/** What is asked before something that cannot be taken back, or the form. */
const QUESTIONS = {
  new: "A new link for “Sprint review”?",
  cancel: "Cancel “Sprint review”?",
  options: "Meeting options",
};
type Typed = keyof typeof QUESTIONS;
const COMMANDS = Object.keys(QUESTIONS) as Typed[];
const BUTTONS = { new: "New link", cancel: "Cancel meeting", options: "Options" };

describe.each<[ChangePolicy, Who[], string]>([
  ["members", ["organizer", "first caller", "owner", "member"], "Only members of the organization"],
  ["owners", ["organizer", "first caller", "owner"], "or an owner of the team"],
  ["organizer", ["organizer", "first caller"], "Only the host or the person who first asked"],
])("with WHO_MAY_CHANGE=%s", (policy, allowed, sentence) => {
  beforeEach(() => start(policy));

  it.each(allowed)("new, cancel and options are for the %s", async (who) => {
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
  it.each(refused)("they are not for the %s, who is told whom to ask", async (who) => {
    const from = PEOPLE[who];
    const shown = app.connector.sent[0];
    for (const command of COMMANDS) {
      const { sent, graphRequests } = await app.turn(message(command, { from }));
      const text = textOf(cardOf(sent[0]));
      expect(text).toContain(sentence);
      expect(text).toMatch(/nothing was changed\. Ask Ada Lovelace\.$/);
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

it("who hosts the meeting now and who first asked are both named, once each", async () => {
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
  it("is known by one question to Graph, by the group that Teams tells of the team", async () => {
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

  it("is not asked for where the caller may do it anyway", async () => {
    await start("owners");
    const { graphRequests } = await app.turn(message("cancel", { from: ada }));
    expect(teamQuestions(graphRequests)).toEqual([]);
    expect(app.connector.rosterRequests).toEqual([]);
  });

  it("is asked for again when the question is answered: who is none any more changes nothing", async () => {
    await start("owners");
    const { sent } = await app.turn(message("cancel", { from: bo }));
    app.cloud.settings.teamOwners = [];
    const { answer, graphRequests } = await app.turn(
      press(sent[0], "Cancel meeting", { from: bo }),
    );
    expect(answer.body).toMatchObject({ value: { code: "not_allowed" } });
    expect(changesIn(graphRequests)).toEqual([]);
  });

  it("cancels the meeting by confirming it", async () => {
    await start("owners");
    const { sent } = await app.turn(message("cancel", { from: bo }));
    const { answer } = await app.turn(press(sent[0], "Cancel meeting", { from: bo }));
    expect(textOf(cardOfAnswer(answer))).toContain("was cancelled by Bo Nilsson");
    expect(app.cloud.meetings()).toEqual([]);
  });

  const reason = "whether somebody owns the team could not be found out";

  it("is told whom to ask, and the operator why, when the team has not consented", async () => {
    await start("owners");
    app.cloud.settings.teamMembersRead = "refused";
    const { sent, graphRequests } = await app.turn(message("cancel", { from: bo }));
    expect(textOf(cardOf(sent[0]))).toMatch(/nothing was changed\. Ask Ada Lovelace\.$/);
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
    ["Teams does not tell the team", () => app.connector.fail("GET", 403), "roster_unavailable"],
  ])(
    "is told to try again or ask the host, and the operator why, when %s",
    async (_, breakIt, code) => {
      await start("owners");
      breakIt();
      const { sent, graphRequests } = await app.turn(message("cancel", { from: bo }));
      expect(textOf(cardOf(sent[0]))).toMatch(
        /Nothing was changed\. .* its host can do it meanwhile/,
      );
      expect(app.log).toContainEqual(expect.objectContaining({ level: 40, code, msg: reason }));
      expect(changesIn(graphRequests)).toEqual([]);
      expect(app.cloud.meetings()).toHaveLength(1);
    },
  );
});

describe("a chat", () => {
  it("has no owners: nobody is asked", async () => {
    await start("owners", groupChat);
    const { sent, graphRequests } = await app.turn(message("cancel", { from: bo, in: groupChat }));
    expect(textOf(cardOf(sent[0]))).toBe(
      "Only the host or the person who first asked can do this, so nothing was changed. Ask Ada Lovelace.",
    );
    expect(graphRequests).toEqual([]);
    expect(app.connector.rosterRequests).toEqual([]);
  });

  it.each<[ChangePolicy]>([["members"], ["owners"], ["organizer"]])(
    "with the bot alone belongs to who is in it, with WHO_MAY_CHANGE=%s",
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
    "are for the %s, whatever WHO_MAY_CHANGE says",
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

  it.each<[Who]>([["guest"], ["foreigner"]])(
    "are not for the %s, who is told whom to ask",
    async (who) => {
      await start("members");
      const from = PEOPLE[who];
      for (const text of CHANGES) {
        const { sent, graphRequests } = await app.turn(message(text, { from }));
        expect(textOf(cardOf(sent[0]))).toMatch(
          /^Only members of the organization that this .*, so nothing was changed\. Ask Ada Lovelace\.$/,
        );
        expect(graphRequests).toEqual([]);
      }
      const { sent } = await app.turn(message("meet Retro", { from }));
      const updated = await app.turn(press(sent[0], "Update", { from }));
      expect(updated.answer.body).toMatchObject({ value: { code: "not_allowed" } });
      expect(updated.graphRequests).toEqual([]);
      const kept = await app.turn(press(sent[0], "Keep", { from }));
      expect(textOf(cardOfAnswer(kept.answer))).toContain("Sprint review");
    },
  );

  it("are not for somebody whom the team does not know", async () => {
    await start("members");
    const stranger = people(4)[3]!;
    const { sent } = await app.turn(message("rename Demo day", { from: stranger }));
    expect(textOf(cardOf(sent[0]))).toContain("Ask Ada Lovelace.");
  });

  it.each([
    ["rename Demo day", "members"],
    ["cancel", "members"],
  ] as const)(
    "wait for a roster that does not answer: “%s” changes nothing and says so",
    async (text, policy) => {
      await start(policy);
      app.connector.fail("GET", 503);
      const { sent, graphRequests } = await app.turn(message(text, { from: chen }));
      expect(textOf(cardOf(sent[0]))).toMatch(
        /Nothing was changed\..* its host can do it meanwhile/,
      );
      expect(graphRequests).toEqual([]);
      expect(app.log).toContainEqual(
        expect.objectContaining({ level: 40, msg: "Teams did not answer about its people" }),
      );
    },
  );
});
