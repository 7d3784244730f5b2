import { createSecretKey } from "node:crypto";
import {
  type TestPerson,
  ada,
  bo,
  chen,
  design,
  execute,
  general,
  message,
  people,
} from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { changesIn, plan } from "../support/meeting";
import { press, pressLegacy } from "../support/press";
import { useApp } from "../support/use-app";
import { tokensWith } from "../support/tokens";

describe("changing a meeting", () => {
  const app = useApp();

  /** The question for this text, in a channel with the meeting “Sprint review”. */
  async function ask(text: string, mentions = [bo, chen]): Promise<SentActivity> {
    await app.turn(message(plan, { from: ada }));
    const { sent } = await app.turn(message(text, { from: bo, mentions }));
    return sent[0]!;
  }

  describe("meet with values that differ from the meeting's", () => {
    it("shows current and requested values, and changes nothing", async () => {
      await app.turn(message(plan, { from: ada }));
      const { sent, graphRequests } = await app.turn(
        message("meet Retro tomorrow 5pm for 30 min with @Chen Wei", {
          from: bo,
          mentions: [chen],
        }),
      );

      expect(graphRequests.map(({ method, path }) => [method, path.split("/").at(-1)])).toEqual([
        ["POST", "createOrGet"],
      ]);
      expect(sent).toHaveLength(1);
      const text = textOf(cardOf(sent[0]));
      for (const said of ["There’s already a meeting", "Sprint review", "Retro", "Add Chen Wei"]) {
        expect(text).toContain(said);
      }
      expect(text).toMatch(/3:00–3:45 PM[^]*5:00–5:30 PM/);
      expect(buttonsOf(cardOf(sent[0])).map(({ title }) => title)).toEqual([
        "Create separate meeting",
        "Update",
        "Keep",
        "Join",
      ]);
      expect(buttonOf(cardOf(sent[0]), "Join")).toMatchObject({
        url: app.cloud.meetings()[0]?.joinWebUrl,
      });
    });

    it.each([
      ["the same words", plan],
      ["the name in another case", "meet SPRINT REVIEW"],
      ["the same time in another zone", "meet tomorrow 2pm for 45 min", "Europe/London"],
      ["the start alone", "meet tomorrow 3pm"],
      ["the length alone", "meet for 45 min"],
      ["nothing at all", "meet"],
    ])("shows only the meeting card for %s", async (_, text, timeZone = "Europe/Paris") => {
      await app.turn(message(plan, { from: ada }));
      const { sent, graphRequests } = await app.turn(message(text, { from: bo, timeZone }));
      expect(textOf(cardOf(sent[0]))).not.toContain("There’s already a meeting");
      expect(textOf(cardOf(sent[0]))).toContain("Sprint review");
      expect(graphRequests).toHaveLength(1);
    });

    it("also asks a person who typed at the same moment as the creator", async () => {
      await Promise.all([
        app.post(message("meet Sprint review", { from: ada })),
        app.post(message("meet Retro", { from: bo })),
      ]);
      const texts = app.connector.sent.map((sent) => textOf(cardOf(sent)));
      expect(texts.filter((text) => text.includes("There’s already a meeting"))).toHaveLength(1);
    });

    it("asks after recreating a lost meeting as it was", async () => {
      await app.turn(message("meet Sprint review"));
      await asOrganizer(app, "DELETE");
      const { sent } = await app.turn(message("meet Retro", { from: bo }));
      const text = textOf(cardOf(sent[0]));
      expect(text).toContain("the link is new");
      expect(text).toContain("There’s already a meeting");
    });

    it("asks the person who completes another person's failed request", async () => {
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
      await app.turn(message("meet Sprint review", { from: ada }));
      const { sent } = await app.turn(message("meet Retro", { from: bo }));
      const text = textOf(cardOf(sent[0]));
      expect(text).toContain("There’s already a meeting");
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
      expect(textOf(cardOf(sent[0]))).toContain("There’s already a meeting");
      expect(Buffer.byteLength(JSON.stringify(cardOf(sent[0])))).toBeLessThan(28_000);
      await app.turn(press(sent[0], "Update", { from: bo }));
      expect(app.cloud.meetings()[0]?.participants.attendees).toHaveLength(50);
    });
  });

  describe("Create separate meeting", () => {
    const offer = "Create separate meeting";

    it("creates the requested meeting in a room named after it, and keeps the other", async () => {
      const question = await ask("meet Budget: Q3 tomorrow 5pm for 30 min with @Chen Wei");
      expect(textOf(cardOf(question))).toContain("its own room, #budget-q3.");
      const { answer } = await app.turn(press(question, offer, { from: bo }));

      expect(textOf(cardOfAnswer(answer))).toContain("Budget: Q3");
      expect(app.cloud.meetings()).toMatchObject([
        { subject: "Sprint review", startDateTime: "2026-11-21T14:00:00.0000000Z" },
        {
          subject: "Budget: Q3",
          startDateTime: "2026-11-21T16:00:00.0000000Z",
          endDateTime: "2026-11-21T16:30:00.0000000Z",
          participants: { attendees: [{ identity: { user: { id: chen.aadId } } }] },
        },
      ]);
      const { sent } = await app.turn(message("meet #budget-q3", { from: ada }));
      expect(textOf(cardOf(sent[0]))).toContain("Budget: Q3");
    });

    it("creates one meeting, even if several people choose it", async () => {
      const question = await ask("meet Budget tomorrow 5pm");
      const { sent } = await app.turn(message("meet budget tomorrow 5pm", { from: chen }));
      await Promise.all([
        app.post(press(question, offer, { from: bo })),
        app.post(press(question, offer, { from: chen })),
        app.post(press(sent[0], offer, { from: ada })),
      ]);
      const again = await app.turn(message("meet Budget tomorrow 5pm", { from: ada }));
      await app.turn(press(again.sent[0], offer, { from: ada }));
      expect(app.cloud.meetings()).toHaveLength(2);
    });

    it("takes another room if one with that name has another meeting", async () => {
      await app.turn(message("meet #budget Household"));
      const question = await ask("meet Budget tomorrow 5pm");
      expect(textOf(cardOf(question))).toContain("#budget-2.");
      await app.turn(press(question, offer, { from: bo }));
      expect(app.cloud.meetings().map(({ subject }) => subject)).toEqual([
        "Household",
        "Sprint review",
        "Budget",
      ]);
    });

    it.each([
      ["another time", "meet tomorrow 5pm", []],
      ["another name", "meet Retro", []],
      ["more people", "meet with @Chen Wei", [chen]],
      ["the same name at another time", "meet Sprint review tomorrow 5pm", []],
    ])("isn't offered for only %s", async (_, text, mentions) => {
      const question = await ask(text, mentions);
      expect(buttonsOf(cardOf(question)).map(({ title }) => title)).toEqual([
        "Join",
        "Update",
        "Keep",
      ]);
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
    ])("sends one PATCH for %s and nothing else", async (_, text, body) => {
      const question = await ask(text);
      const before = app.cloud.meetings()[0];
      const { answer, sent, graphRequests } = await app.turn(
        press(question, "Update", { from: bo }),
      );

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

    it("adds people with their roles to the current attendees, after one read", async () => {
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

    it("gives a standing meeting a time", async () => {
      await app.turn(message("meet Sprint review"));
      const { sent } = await app.turn(message("meet for 30 min"));
      await app.turn(press(sent[0], "Update"));
      await app.clock.advance(86_400_000);
      const { sent: later } = await app.turn(message("meet"));
      expect(textOf(cardOf(later[0]))).toMatch(/Fri, Nov 20 · 10:00–10:30 AM/);
    });

    it("also works through Action.Submit", async () => {
      const question = await ask("meet Retro");
      const { sent } = await app.turn(pressLegacy(question, "Update", { from: bo }));
      expect(sent[0]).toMatchObject({ method: "PUT", id: question.id });
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro" }]);
    });

    it("recreates a lost meeting with the change, and says so", async () => {
      const question = await ask("meet Retro");
      const [before] = app.cloud.meetings();
      await asOrganizer(app, "DELETE");
      const { answer, graphRequests } = await app.turn(press(question, "Update", { from: bo }));
      expect(graphRequests.map(({ method, status }) => [method, status])).toEqual([
        ["PATCH", 404],
        ["POST", 201],
      ]);
      const text = textOf(cardOfAnswer(answer));
      expect(text).toContain("the link is new");
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
      "while Graph %s, changes nothing, says so, and works when pressed again",
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
        // The clock stands still: a leftover lease would block this forever.
        const again = await app.turn(press(question, "Update", { from: chen }));
        expect(textOf(cardOfAnswer(again.answer))).toContain("Updated by Chen Wei.");
        expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro" }]);
      },
    );

    it.each(["new", "cancel"])(
      "on a card from before “%s” changes nothing, and says so",
      async (command) => {
        const question = await ask("meet Retro");
        const confirmation = await app.turn(message(command, { from: ada }));
        const title = command === "new" ? "Create new link" : "Cancel meeting";
        await app.turn(press(confirmation.sent[0], title, { from: ada }));
        if (command === "cancel") await app.turn(message("meet Sprint review", { from: ada }));
        const { answer, graphRequests } = await app.turn(press(question, "Update", { from: bo }));
        expect(changesIn(graphRequests)).toEqual([]);
        expect(textOf(cardOfAnswer(answer))).toContain("has a new link. Nothing was changed.");
      },
    );
  });

  describe("Keep", () => {
    it("closes the question for everyone, and changes nothing", async () => {
      const question = await ask("meet Retro tomorrow 5pm");
      const { answer, sent, graphRequests } = await app.turn(
        press(question, "Keep", { from: chen }),
      );
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
});

describe("rename and move", () => {
  const app = useApp();

  function type(text: string, from: TestPerson = bo) {
    return app.turn(message(text, { from }));
  }

  describe("rename", () => {
    it("sends one PATCH of the name, and says who renamed the meeting", async () => {
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
      "removes the words that introduce the name: %s",
      async (text) => {
        await type("meet");
        await type(text);
        expect(app.cloud.meetings()).toMatchObject([{ subject: "Demo day" }]);
      },
    );

    it("says that it cut a name of more than 255 characters", async () => {
      await type("meet");
      const { sent } = await type(`rename ${"word ".repeat(100)}`);
      expect(textOf(cardOf(sent[0]))).toContain("cut to 255 characters");
      expect(app.cloud.meetings()[0]?.subject?.length).toBeLessThanOrEqual(255);
    });

    it("asks for a missing name", async () => {
      await type("meet");
      const { sent, graphRequests } = await type("rename");
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("New name for “Channel meeting”?");
    });

    it("keeps the name when Graph adds “ended” to it", async () => {
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
    ])("moves a scheduled meeting: %s", async (_, text, startsAt, endsAt) => {
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

    it("gives a standing meeting a length of one hour", async () => {
      await type("meet");
      const { sent } = await type("move tomorrow 5pm");
      expect(textOf(cardOf(sent[0]))).toMatch(/Sat, Nov 21 · 5:00–6:00 PM/);
      const { sent: later } = await type("meet", chen);
      expect(textOf(cardOf(later[0]))).not.toContain("No fixed time");
    });

    it("changes only the time, no matter what else the text says", async () => {
      await type(plan, ada);
      const { sent, graphRequests } = await type("move Retro tomorrow 5pm");
      expect(textOf(cardOf(sent[0]))).not.toContain("Retro");
      expect(Object.keys(graphRequests[0]?.body as object)).toEqual([
        "startDateTime",
        "endDateTime",
      ]);
    });

    it.each([
      ["no time", "move", "New time for “Sprint review”?"],
      ["words alone", "move the furniture", "New time for “Sprint review”?"],
      ["a time in the past", "move today 8am", "That time has passed"],
      ["a day without a time", "move tomorrow", "New time for “Sprint review”?"],
      [
        "an end before its start",
        "move tomorrow from 17:00 to 16:00",
        "The end is before the start",
      ],
    ])("asks again for %s", async (_, text, sentence) => {
      await type(plan, ada);
      const { sent, graphRequests } = await type(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain(sentence);
    });
  });

  describe.each(["rename Demo", "move tomorrow 5pm"] as const)("%s", (text) => {
    it("says that there's no meeting, and offers to create one", async () => {
      const { sent, graphRequests } = await type(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("There’s no meeting in this channel yet.");
      expect(buttonOf(cardOf(sent[0]), "Create meeting")).toMatchObject({ verb: "meet" });
    });

    it("says that the meeting wasn't created, and offers to create it", async () => {
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
      await type("meet");
      const { sent, graphRequests } = await type(text);
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOf(sent[0]))).toContain("hasn’t been created yet");
    });

    it("refuses a guest, and says who to ask", async () => {
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

    it("doesn't look up the organizer in Teams", async () => {
      await type("meet", ada);
      await type(text, ada);
      expect(app.connector.rosterRequests).toEqual([]);
    });

    it("recreates a lost meeting with the change, and says so", async () => {
      await type("meet Sprint review", ada);
      await asOrganizer(app, "DELETE");
      const { sent } = await type(text);
      expect(textOf(cardOf(sent[0]))).toContain("the link is new");
      expect(app.cloud.meetings()).toHaveLength(1);
      const { sent: later, graphRequests } = await type("meet");
      expect(graphRequests).toMatchObject([{ status: 200 }]);
      expect(textOf(cardOf(later[0]))).not.toContain("the link is new");
      const { subject, startDateTime } = app.cloud.meetings()[0]!;
      const after = {
        "rename Demo": ["Demo", "11-20T09:00"],
        "move tomorrow 5pm": ["Sprint review", "11-21T16:00"],
      };
      expect([subject, startDateTime.slice(5, 16)]).toEqual(after[text]);
    });

    it("changes nothing while Graph is down, says so, and leaves no lease", async () => {
      await type("meet Sprint review", ada);
      app.cloud.addFault({ match: app.cloud.meetings()[0]!.id, times: 3, status: 503 });
      const { sent } = await type(text);
      expect(textOf(cardOf(sent[0]))).toContain("couldn’t reach Teams");
      expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
      const stored = await app.store.records.get({ ...general, room: "" });
      expect(stored?.record.lease).toBeUndefined();
      const { graphRequests } = await type(text);
      expect(changesIn(graphRequests)).toHaveLength(1);
    });
  });
});

describe("an update that Graph rejects", () => {
  const app = useApp();

  /** Asks whether to rename Ada's meeting to “Retro”. */
  async function ask(): Promise<SentActivity> {
    await app.turn(message("meet Sprint review", { from: ada }));
    const { sent } = await app.turn(message("meet Retro", { from: bo }));
    return sent[0]!;
  }

  describe("permission to press Update", () => {
    it.each([
      ["a guest", { userRole: "guest" }],
      ["a person from another tenant", { tenantId: "22222222-2222-4333-8444-555555555555" }],
    ])("excludes %s, who learns who to ask", async (_, fields) => {
      const question = await ask();
      const member = app.connector.roster.find(({ aadObjectId }) => aadObjectId === chen.aadId);
      Object.assign(member!, fields);
      const { answer, sent, graphRequests } = await app.turn(
        press(question, "Update", { from: chen }),
      );
      expect(graphRequests).toEqual([]);
      expect(sent).toEqual([]);
      expect(answer.body).toMatchObject({
        statusCode: 400,
        value: { code: "not_allowed", message: expect.stringContaining("Ask Ada Lovelace") },
      });
    });

    it("excludes everyone while Teams can't say who a person is", async () => {
      const question = await ask();
      app.connector.fail("GET", 500, 3);
      const { answer, graphRequests } = await app.turn(press(question, "Update", { from: chen }));
      expect(graphRequests).toEqual([]);
      expect(answer.body).toMatchObject({ value: { code: "roster_unavailable" } });
    });
  });

  describe("a forged request token", () => {
    it("does nothing in another conversation", async () => {
      const question = await ask();
      const { answer, graphRequests } = await app.turn(
        press(question, "Update", { from: bo, in: design }),
      );
      expect(graphRequests).toEqual([]);
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
    });

    it("does nothing if it was edited, forged, or made for another purpose", async () => {
      const question = await ask();
      const { data } = buttonOf(cardOf(question), "Update") as unknown as {
        data: { offer: string };
      };
      const keep = buttonOf(cardOf(question), "Keep") as unknown as { data: { ref: string } };
      const key = { tenantId: general.tenantId, threadId: general.threadId, room: "" };
      const forged = tokensWith(createSecretKey(Buffer.alloc(32, 9))).request.encode({
        does: "update",
        reference: { key, generation: 1 },
        request: { topic: "Forged", wasTopicCut: false, people: [], room: "", isHere: false },
      });
      const middle = data.offer.length / 2;
      const edited =
        data.offer.slice(0, middle) +
        (data.offer[middle] === "A" ? "B" : "A") +
        data.offer.slice(middle + 1);
      const offers = [edited, forged, keep.data.ref, "", 7, undefined];
      for (const verb of ["update", "confirm"]) {
        for (const offer of offers) {
          const { answer } = await app.turn(execute(verb, { offer, topic: "Forged" }));
          expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
        }
      }
      const { answer } = await app.turn(execute("confirm", data));
      expect(answer.body).toMatchObject({ statusCode: 400 });
      expect(changesIn(app.cloud.requests())).toEqual([]);
    });

    it.each([
      ["a new link", "new Forged"],
      ["a request in other words", "forged meeting"],
    ])("does nothing if it belongs to %s", async (_, text) => {
      await app.turn(message("meet Sprint review", { from: ada }));
      const { sent } = await app.turn(message(text, { from: ada }));
      const offered = buttonsOf(cardOf(sent[0])).find(
        (button) => "data" in button && "offer" in button.data,
      );
      const data = offered && "data" in offered ? offered.data : undefined;
      expect(data).toBeDefined();
      const { answer, graphRequests } = await app.turn(execute("update", data, { from: ada }));
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
      expect(graphRequests).toEqual([]);
    });
  });
});

describe("the order of card updates", () => {
  const GRAPH_DELAY_MS = 3_000;

  const app = useApp({ isGraphOnClock: true });

  async function type(text: string, from = ada): Promise<SentActivity> {
    const { sent } = await app.turn(message(text, { from }));
    return sent[0]!;
  }

  /** The current content of each of the bot's messages, by id. */
  function shownBy(): Map<string, string> {
    const messages = app.connector.sent.filter(({ activity }) => activity.type === "message");
    return new Map(messages.map((sent) => [sent.id, textOf(cardOf(sent))]));
  }

  function replacements(sent: readonly SentActivity[], id: string): SentActivity[] {
    return sent.filter((one) => one.method === "PUT" && one.id === id);
  }

  /** Teams refused to replace a message. */
  async function untilReplacementFailed(): Promise<void> {
    while (app.connector.attempts.PUT === 0) await new Promise(setImmediate);
  }

  /** A rename that Teams is slow to show on the meeting's first card. */
  async function renameSlowly(): Promise<void> {
    app.connector.fail("PUT", 429, 1);
    await app.post(message("rename One"));
    await untilReplacementFailed();
  }

  describe("a card update that Teams delays", () => {
    it("never overwrites a later name", async () => {
      await type("meet Sprint review");
      await renameSlowly();
      await app.clock.runUntil(app.turn(message("rename Two")));

      const shown = [...shownBy().values()];
      expect(shown).toHaveLength(3);
      for (const text of shown) expect(text.split("\n")).toContain("Two");
    });

    it("never overwrites a later cancellation", async () => {
      await type("meet Sprint review");
      const question = await type("cancel");
      await renameSlowly();
      await app.clock.runUntil(app.turn(press(question, "Cancel meeting")));

      const shown = [...shownBy().values()];
      expect(shown).toHaveLength(3);
      for (const text of shown) expect(text).toContain("Cancelled by Ada Lovelace");
    });
  });

  describe("a card requested before a change and posted after it", () => {
    it("ends up showing the changed meeting", async () => {
      await type("meet Sprint review");
      app.cloud.addFault({ match: "createOrGet", delayMs: GRAPH_DELAY_MS });
      const slow = app.turn(message("meet", { from: bo }));
      await app.clock.waitForSleep(GRAPH_DELAY_MS);
      await app.turn(message("move tomorrow 5pm", { from: ada }));
      await app.clock.runUntil(slow);

      const shown = [...shownBy().values()];
      expect(shown).toHaveLength(3);
      for (const text of shown) expect(text).toMatch(/Sat, Nov 21 · 5:00–6:00 PM/);
    });
  });

  describe("a new link that several people caused at once", () => {
    it.each([
      ["Graph had lost the meeting", () => asOrganizer(app, "DELETE"), "the link is new"],
      ["the meeting was cancelled", cancelIt, "New meeting by"],
    ])("appears once on each card: %s", async (_, lose, sentence) => {
      const cards: SentActivity[] = [];
      for (let count = 0; count < 4; count += 1) cards.push(await type("meet"));
      await lose();
      const before = app.connector.sent.length;
      await Promise.all([ada, bo, chen].map((from) => app.turn(message("meet", { from }))));

      const sent = app.connector.sent.slice(before);
      for (const { id } of cards) {
        expect(replacements(sent, id)).toHaveLength(1);
        expect(shownBy().get(id)).toContain(sentence);
      }
    });
  });

  async function cancelIt(): Promise<void> {
    await app.turn(press(await type("cancel"), "Cancel meeting"));
  }

  describe("in another conversation", () => {
    it("sends no updates for a meeting that an old client's Refresh shows there", async () => {
      const card = await type("meet Sprint review");
      const elsewhere = { in: design, pressed: "a-card-there", from: chen };
      const { sent } = await app.turn(pressLegacy(card, "Refresh", elsewhere));
      expect(sent).toMatchObject([{ method: "PUT", id: "a-card-there" }]);

      const renamed = await app.turn(message("rename Secret"));
      expect(renamed.sent.map(({ id }) => id)).toContain(card.id);
      for (const { path } of renamed.sent)
        expect(decodeURIComponent(path)).toContain(general.threadId);
    });

    it.each(["keep", "meet"])("rejects “%s”, shows nothing and sends no updates", async (verb) => {
      await type("meet Sprint review");
      const { data } = buttonOf(cardOf(await type("meet Retro", bo)), "Keep") as { data: unknown };
      const elsewhere = { in: design, pressed: "a-card-there", from: chen };
      const { answer, sent, graphRequests } = await app.turn(execute(verb, data, elsewhere));
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
      expect([sent, graphRequests]).toEqual([[], []]);

      const renamed = await app.turn(message("rename Secret"));
      for (const { path } of renamed.sent)
        expect(decodeURIComponent(path)).toContain(general.threadId);
    });
  });
});
