import { ada, bo, chen, message, people } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { changesIn, plan } from "../support/meeting";
import { press, pressOld } from "../support/press";
import { useApp } from "../support/use-app";

const app = useApp();

/** The question that a channel with the meeting “Sprint review” is asked, after this was typed. */
async function ask(text: string, mentions = [bo, chen]): Promise<SentActivity> {
  await app.turn(message(plan, { from: ada }));
  const { sent } = await app.turn(message(text, { from: bo, mentions }));
  return sent[0]!;
}

describe("meet with other values than those of the meeting", () => {
  it("shows what is and what was asked for side by side, and changes nothing", async () => {
    await app.turn(message(plan, { from: ada }));
    const { sent, graphRequests } = await app.turn(
      message("meet Retro tomorrow 5pm for 30 min with @Chen Wei", { from: bo, mentions: [chen] }),
    );

    expect(graphRequests.map(({ method, path }) => [method, path.split("/").at(-1)])).toEqual([
      ["POST", "createOrGet"],
    ]);
    expect(sent).toHaveLength(1);
    const text = textOf(cardOf(sent[0]));
    for (const said of ["There is a meeting already", "Sprint review", "Retro", "Add Chen Wei"]) {
      expect(text).toContain(said);
    }
    expect(text).toMatch(/3:00\s–\s3:45\sPM[^]*5:00\s–\s5:30\sPM/);
    expect(buttonsOf(cardOf(sent[0])).map(({ title }) => title)).toEqual([
      "Join",
      "Update",
      "Keep",
    ]);
    expect(buttonOf(cardOf(sent[0]), "Join")).toMatchObject({
      url: app.cloud.meetings()[0]?.joinWebUrl,
    });
  });

  it.each([
    ["the same words", plan],
    ["the name in another case", "meet SPRINT REVIEW"],
    ["the same moment in another zone", "meet tomorrow 2pm for 45 min", "Europe/London"],
    ["the start alone", "meet tomorrow 3pm"],
    ["the length alone", "meet for 45 min"],
    ["nothing at all", "meet"],
  ])("gives the meeting's card alone for %s", async (_, text, timeZone = "Europe/Paris") => {
    await app.turn(message(plan, { from: ada }));
    const { sent, graphRequests } = await app.turn(message(text, { from: bo, timeZone }));
    expect(textOf(cardOf(sent[0]))).not.toContain("There is a meeting already");
    expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
    expect(graphRequests).toHaveLength(1);
  });

  it("asks whoever typed at the same moment as the one who made it, too", async () => {
    await Promise.all([
      app.post(message("meet Sprint review", { from: ada })),
      app.post(message("meet Retro", { from: bo })),
    ]);
    const texts = app.connector.sent.map((sent) => textOf(cardOf(sent)));
    expect(texts.filter((text) => text.includes("There is a meeting already"))).toHaveLength(1);
  });

  it("asks when the meeting that Graph lost was made anew as it was", async () => {
    await app.turn(message("meet Sprint review"));
    await asOrganizer(app, "DELETE");
    const { sent } = await app.turn(message("meet Retro", { from: bo }));
    const text = textOf(cardOf(sent[0]));
    expect(text).toContain("The link is new");
    expect(text).toContain("There is a meeting already");
  });

  it("asks whoever completes what somebody else asked for and Graph did not make", async () => {
    app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
    await app.turn(message("meet Sprint review", { from: ada }));
    const { sent } = await app.turn(message("meet Retro", { from: bo }));
    const text = textOf(cardOf(sent[0]));
    expect(text).toContain("There is a meeting already");
    expect(text).toContain("Sprint review");
  });

  it("stays under 28 KB with 50 people", async () => {
    const many = people(50);
    await app.turn(message("meet", { from: ada }));
    app.connector.roster.push(
      ...many.map(({ name, aadId }, index) => ({
        id: longTeamsId(index),
        name,
        aadObjectId: aadId,
      })),
    );
    const mentions = many.map((one, index) => ({ ...one, teamsId: longTeamsId(index) }));
    const named = many.map(({ name }) => `@${name}`).join(" and ");
    const { sent } = await app.turn(message(`meet with ${named}`, { from: bo, mentions }));
    expect(textOf(cardOf(sent[0]))).toContain("There is a meeting already");
    expect(Buffer.byteLength(JSON.stringify(cardOf(sent[0])))).toBeLessThan(28_000);
    await app.turn(press(sent[0], "Update", { from: bo }));
    expect(app.cloud.meetings()[0]?.participants.attendees).toHaveLength(50);
  });
});

describe("Update", () => {
  it.each<[string, string, { subject?: string; startDateTime?: string; endDateTime?: string }]>([
    ["a name", "meet Retro", { subject: "Retro" }],
    [
      "a start alone, which keeps the length",
      "meet tomorrow 5pm",
      { startDateTime: "2026-11-21T16:00:00.000Z", endDateTime: "2026-11-21T16:45:00.000Z" },
    ],
    [
      "a length alone, which keeps the start",
      "meet for 2 hours",
      { startDateTime: "2026-11-21T14:00:00.000Z", endDateTime: "2026-11-21T16:00:00.000Z" },
    ],
    [
      "a name and a span",
      "meet Retro on 23 November from 9 to 10",
      {
        subject: "Retro",
        startDateTime: "2026-11-23T08:00:00.000Z",
        endDateTime: "2026-11-23T09:00:00.000Z",
      },
    ],
  ])("of %s is one PATCH of that and nothing else", async (_, text, body) => {
    const question = await ask(text);
    const before = app.cloud.meetings()[0];
    const { answer, sent, graphRequests } = await app.turn(press(question, "Update", { from: bo }));

    expect(graphRequests).toEqual([
      expect.objectContaining({ method: "PATCH", status: 200, body }),
    ]);
    expect(textOf(cardOfAnswer(answer))).toContain("Updated by Bo Nilsson.");
    expect(sent.find(({ id }) => id === question.id)?.method).toBe("PUT");
    const after = app.cloud.meetings()[0];
    expect(after).toMatchObject({
      id: before?.id,
      joinWebUrl: before?.joinWebUrl,
      ...(body.subject && { subject: body.subject }),
    });
    const { sent: shown } = await app.turn(message("meet"));
    expect(textOf(cardOf(shown[0])).split("\n")[0]).toBe(after?.subject);
  });

  it("of people adds them to whoever is invited by now, with roles, after one look", async () => {
    const question = await ask("meet with @Chen Wei as presenter", [chen]);
    await asOrganizer(app, "PATCH", {
      participants: {
        attendees: [
          { identity: { user: { id: bo.aadId } }, upn: "bo@contoso.com", role: "producer" },
        ],
      },
    });
    const { graphRequests } = await app.turn(press(question, "Update", { from: bo }));
    expect(graphRequests.map(({ method }) => method)).toEqual(["GET", "PATCH"]);
    expect(Object.keys(graphRequests[1]?.body as object)).toEqual(["participants"]);
    expect(app.cloud.meetings()[0]?.participants.attendees).toMatchObject([
      { identity: { user: { id: bo.aadId } }, role: "producer" },
      { identity: { user: { id: chen.aadId } }, role: "presenter" },
    ]);
  });

  it("makes a standing meeting a scheduled one", async () => {
    await app.turn(message("meet Sprint review"));
    const { sent } = await app.turn(message("meet for 30 min"));
    await app.turn(press(sent[0], "Update"));
    await app.clock.advance(86_400_000);
    const { sent: later } = await app.turn(message("meet"));
    expect(textOf(cardOf(later[0]))).toMatch(/November 20, 2026\n10:00\s–\s10:30\sAM/);
  });

  it("works through Action.Submit too", async () => {
    const question = await ask("meet Retro");
    const { sent } = await app.turn(pressOld(question, "Update", { from: bo }));
    expect(sent[0]).toMatchObject({ method: "PUT", id: question.id });
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro" }]);
  });

  it("makes a meeting that Graph has lost anew with the change in it, and says so", async () => {
    const question = await ask("meet Retro");
    const [before] = app.cloud.meetings();
    await asOrganizer(app, "DELETE");
    const { answer, graphRequests } = await app.turn(press(question, "Update", { from: bo }));
    expect(graphRequests.map(({ method, status }) => [method, status])).toEqual([
      ["PATCH", 404],
      ["POST", 201],
    ]);
    const text = textOf(cardOfAnswer(answer));
    expect(text).toContain("The link is new");
    expect(text.split("\n")).toContain("Retro");
    expect(app.cloud.meetings()).toMatchObject([
      { subject: "Retro", startDateTime: expect.stringContaining("2026-11-21T14:00") },
    ]);
    expect(app.cloud.meetings()[0]?.externalId).not.toBe(before?.externalId);
  });

  it.each([
    ["fails", { status: 500, times: 3, body: "<html>" }],
    ["is busy", { status: 429, headers: { "retry-after": "600" } }],
  ])(
    "while Graph %s changes nothing, says so, and works when it is pressed again",
    async (_, fault) => {
      const question = await ask("meet Retro");
      app.cloud.addFault({ match: app.cloud.meetings()[0]!.id, ...fault });
      const { answer, sent } = await app.turn(press(question, "Update", { from: bo }));
      expect(answer.body).toMatchObject({
        statusCode: 400,
        value: { message: expect.any(String) },
      });
      expect(sent).toEqual([]);
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
      // The clock stands still: a lock that was left would keep this from ever ending.
      const again = await app.turn(press(question, "Update", { from: chen }));
      expect(textOf(cardOfAnswer(again.answer))).toContain("Updated by Chen Wei.");
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro" }]);
    },
  );

  it.each(["new", "cancel"])("offered before “%s” changes nothing and says so", async (command) => {
    const question = await ask("meet Retro");
    const confirmation = await app.turn(message(command, { from: ada }));
    const title = command === "new" ? "Make a new link" : "Cancel meeting";
    await app.turn(press(confirmation.sent[0], title, { from: ada }));
    if (command === "cancel") await app.turn(message("meet Sprint review", { from: ada }));
    const { answer, graphRequests } = await app.turn(press(question, "Update", { from: bo }));
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).toContain("another link now, so nothing was changed");
  });
});

describe("Keep", () => {
  it("closes the question for everybody and changes nothing", async () => {
    const question = await ask("meet Retro tomorrow 5pm");
    const { answer, sent, graphRequests } = await app.turn(press(question, "Keep", { from: chen }));
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
    expect(sent).toMatchObject([{ method: "PUT", id: question.id }]);
    expect(textOf(cardOf(sent[0]))).not.toContain("Retro");
    expect(buttonOf(cardOf(sent[0]), "Join")).toBeDefined();
  });
});

function longTeamsId(index: number): string {
  return `29:${"1bSnHZ7Js2STWrgk6ScEErLk1Lp2zQuD5H2qQ960rtvstKp8tKLl".repeat(2)}${index}`;
}
