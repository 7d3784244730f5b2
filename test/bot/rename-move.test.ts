import { ada, bo, chen, general, message, type TestPerson } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, cardOf, textOf } from "../support/cards";
import { changesIn, plan } from "../support/meeting";
import { useApp } from "../support/use-app";

const app = useApp();

function type(text: string, from: TestPerson = bo) {
  return app.turn(message(text, { from }));
}

describe("rename", () => {
  it("gives the meeting another name by one PATCH of it alone, and says who did", async () => {
    await type(plan, ada);
    const { sent, graphRequests } = await type("rename Demo tomorrow 5pm");
    expect(graphRequests).toEqual([
      expect.objectContaining({ method: "PATCH", body: { subject: "Demo tomorrow 5pm" } }),
    ]);
    const text = textOf(cardOf(sent[0]));
    expect(text).toContain("Renamed by Bo Nilsson.");
    expect(text.split("\n")).toContain("Demo tomorrow 5pm");
    expect(app.cloud.meetings()).toMatchObject([
      { subject: "Demo tomorrow 5pm", startDateTime: expect.stringContaining("11-21T14:00") },
    ]);
  });

  it.each(["rename “Demo day”", "rename Demo day", "/rename Demo day"])(
    "takes off what was only there to show where the name begins: %s",
    async (text) => {
      await type("meet");
      await type(text);
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Demo day" }]);
    },
  );

  it("says that a name of more than 255 characters was cut", async () => {
    await type("meet");
    const { sent } = await type(`rename ${"word ".repeat(100)}`);
    expect(textOf(cardOf(sent[0]))).toContain("longer than 255 characters");
    expect(app.cloud.meetings()[0]?.subject?.length).toBeLessThanOrEqual(255);
  });

  it("asks for a name when there is none", async () => {
    await type("meet");
    const { sent, graphRequests } = await type("rename");
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("rename Sprint review");
  });

  it("keeps its name when Graph adds “ended” to it", async () => {
    await type("meet");
    await type("rename Demo day");
    await asOrganizer(app, "PATCH", { subject: "Demo day ended" });
    const { sent } = await type("meet");
    expect(textOf(cardOf(sent[0])).split("\n")[0]).toBe("Demo day");
  });
});

describe("move", () => {
  it.each([
    ["a start alone keeps the length", "move tomorrow 5pm", "21T16:00", "21T16:45"],
    ["a length alone keeps the start", "move for 2 hours", "21T14:00", "21T16:00"],
    ["a span is both", "move to 23 November from 9 to 10", "23T08:00", "23T09:00"],
  ])("of a scheduled meeting: %s", async (_, text, startsAt, endsAt) => {
    await type(plan, ada);
    const { sent, graphRequests } = await type(text);
    expect(graphRequests).toEqual([
      expect.objectContaining({
        method: "PATCH",
        body: {
          startDateTime: `2026-11-${startsAt}:00.000Z`,
          endDateTime: `2026-11-${endsAt}:00.000Z`,
        },
      }),
    ]);
    expect(textOf(cardOf(sent[0]))).toContain("Moved by Bo Nilsson.");
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
  });

  it("of a standing meeting makes it a scheduled one of an hour", async () => {
    await type("meet");
    const { sent } = await type("move tomorrow 5pm");
    expect(textOf(cardOf(sent[0]))).toMatch(/November 21, 2026\n5:00\s–\s6:00\sPM/);
    const { sent: later } = await type("meet", chen);
    expect(textOf(cardOf(later[0]))).not.toContain("Open any time");
  });

  it("changes nothing but the time, whatever else is said", async () => {
    await type(plan, ada);
    const { sent, graphRequests } = await type("move Retro tomorrow 5pm");
    expect(textOf(cardOf(sent[0]))).not.toContain("Retro");
    expect(Object.keys(graphRequests[0]?.body as object)).toEqual(["startDateTime", "endDateTime"]);
  });

  it.each([
    ["no time", "move", "Type the new time after it"],
    ["words alone", "move the furniture", "Type the new time after it"],
    ["a time that is over", "move today 8am", "is over already"],
    ["a day without a time", "move tomorrow", "no time of day"],
    ["an end before its start", "move tomorrow from 17:00 to 16:00", "is not after the start"],
  ])("asks anew for %s", async (_, text, sentence) => {
    await type(plan, ada);
    const { sent, graphRequests } = await type(text);
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain(sentence);
  });
});

describe.each(["rename Demo", "move tomorrow 5pm"] as const)("%s", (text) => {
  it("where there is no meeting says so, and offers to make one", async () => {
    const { sent, graphRequests } = await type(text);
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("There is no meeting here yet");
    expect(buttonOf(cardOf(sent[0]), "Meet")).toMatchObject({ verb: "meet" });
  });

  it("where the meeting was asked for and not made says so, and offers to make it", async () => {
    app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
    await type("meet");
    const { sent, graphRequests } = await type(text);
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("not created yet");
  });

  it("is refused to a guest, who is told whom to ask", async () => {
    await type("meet", ada);
    Object.assign(
      app.connector.roster.find(({ id }) => id === chen.teamsId)!,
      {
        userRole: "guest",
      },
    );
    const { sent, graphRequests } = await type(text, chen);
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("Ask Ada Lovelace");
  });

  it("asks Teams nothing about the person who hosts", async () => {
    await type("meet", ada);
    await type(text, ada);
    expect(app.connector.rosterRequests).toEqual([]);
  });

  it("of a meeting that Graph has lost makes another with the change in it, and says so", async () => {
    await type("meet Sprint review", ada);
    await asOrganizer(app, "DELETE");
    const { sent } = await type(text);
    expect(textOf(cardOf(sent[0]))).toContain("The link is new");
    expect(app.cloud.meetings()).toHaveLength(1);
    const { sent: later, graphRequests } = await type("meet");
    expect(graphRequests).toMatchObject([{ status: 200 }]);
    expect(textOf(cardOf(later[0]))).not.toContain("The link is new");
    const { subject, startDateTime } = app.cloud.meetings()[0]!;
    const after = {
      "rename Demo": ["Demo", "11-20T09:00"],
      "move tomorrow 5pm": ["Sprint review", "11-21T16:00"],
    };
    expect([subject, startDateTime.slice(5, 16)]).toEqual(after[text]);
  });

  it("while Graph is down changes nothing, says so, and leaves no lock", async () => {
    await type("meet Sprint review", ada);
    app.cloud.addFault({ match: app.cloud.meetings()[0]!.id, times: 3, status: 503 });
    const { sent } = await type(text);
    expect(textOf(cardOf(sent[0]))).toContain("could not be reached");
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
    const stored = await app.store.get({ ...general, room: "" });
    expect(stored?.record.lease).toBeUndefined();
    const { graphRequests } = await type(text);
    expect(changesIn(graphRequests)).toHaveLength(1);
  });
});
