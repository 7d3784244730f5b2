import { ada, bo, chen, message, type TestMention } from "../support/activities";
import { cardOf, cardOfAnswer, textOf } from "../support/cards";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

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

const UNKNOWN = "Not invited, as Teams knows no account of your organization for them: ";
const UNASKED = "Not invited, as Teams could not be asked about them just now: ";

describe("the question of new", () => {
  it("names whom it cannot invite, before anybody confirms it", async () => {
    await app.turn(message("meet Sprint review", { from: ada }));
    const { sent } = await app.turn(
      message("new Retro with @Gus Guest and @Bo Nilsson", { mentions: [guest, bo] }),
    );
    const question = textOf(cardOf(sent[0]));
    expect(question).toContain(`${UNKNOWN}Gus Guest.`);
    expect(question).not.toContain(UNASKED);

    const { answer } = await app.turn(press(sent[0], "Make a new link"));
    expect(textOf(cardOfAnswer(answer))).toContain("Bo Nilsson");
    expect(app.cloud.meetings()[1]?.participants.attendees).toMatchObject([
      { identity: { user: { id: bo.aadId } } },
    ]);
  });

  it("names whom Teams could not look up as such, to be invited again", async () => {
    await app.turn(message("meet Sprint review", { from: ada }));
    app.connector.fail("GET", 503, 1);
    const { sent } = await app.turn(message("new with @Bo Nilsson", { mentions: [bo] }));
    const question = textOf(cardOf(sent[0]));
    expect(question).toContain(`${UNASKED}Bo Nilsson. Invite them again in a minute`);
    expect(question).not.toContain(UNKNOWN);
  });

  it("says nothing of the kind where all can be invited", async () => {
    await app.turn(message("meet Sprint review", { from: ada }));
    const { sent } = await app.turn(message("new with @Bo Nilsson", { mentions: [bo] }));
    expect(textOf(cardOf(sent[0]))).not.toContain("Not invited");
  });
});

describe("somebody whom Teams could not look up", () => {
  it("is told apart from somebody unknown", async () => {
    app.connector.fail("GET", 503, 1);
    const { sent } = await app.turn(message("meet Retro with @Chen Wei", { mentions: [chen] }));
    expect(textOf(cardOf(sent[0]))).toContain(`${UNASKED}Chen Wei.`);
    expect(textOf(cardOf(sent[0]))).not.toContain(UNKNOWN);

    const asked = await app.turn(
      message("meet #ops with @Gus Guest and @Chen Wei", { mentions: [guest, chen] }),
    );
    expect(textOf(cardOf(asked.sent[0]))).toContain(`${UNKNOWN}Gus Guest.`);
    expect(textOf(cardOf(asked.sent[0]))).not.toContain(UNASKED);
  });

  it("can be invited by the same words a minute later", async () => {
    const words = "meet Retro with @Chen Wei";
    app.connector.fail("GET", 503, 1);
    await app.turn(message(words, { mentions: [chen] }));
    const { sent } = await app.turn(message(words, { mentions: [chen] }));
    await app.turn(press(sent[0], "Update"));
    expect(app.cloud.meetings()[0]?.participants.attendees).toMatchObject([
      { identity: { user: { id: chen.aadId } } },
    ]);
  });
});
