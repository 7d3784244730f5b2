import {
  ada,
  bo,
  chen,
  execute,
  general,
  groupChat,
  message,
  personalChat,
  submit,
} from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textFieldsOf, textOf, valuesOf } from "../support/cards";
import { plan } from "../support/meeting";
import { pressLegacy, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

// It's Friday, 20 November 2026, 10:00 in Paris.
describe("Schedule…", () => {
  const app = useApp();

  async function openForm(options: Parameters<typeof execute>[2] = {}) {
    const { answer, sent, graphRequests } = await app.turn(execute("schedule", {}, options));
    expect(sent).toEqual([]);
    expect(graphRequests).toEqual([]);
    return cardOfAnswer(answer);
  }

  it("shows the person who chose it a form for the next half hour", async () => {
    const card = await openForm();
    expect(textOf(card)).toContain("Schedule a meeting");
    expect(valuesOf(card)).toEqual({
      topic: "",
      day: "2026-11-20",
      time: "10:30",
      minutes: "60",
      repeat: "once",
      people: "",
      addresses: "",
    });
    expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Create meeting", "Back"]);
  });

  it("suggests the next day shortly before midnight", async () => {
    const card = await openForm({ timeZone: "Pacific/Apia" });
    expect(valuesOf(card)).toMatchObject({ day: "2026-11-20", time: "22:30" });
    await app.clock.advance(100 * 60_000);
    expect(valuesOf(await openForm({ timeZone: "Pacific/Apia" }))).toMatchObject({
      day: "2026-11-21",
      time: "00:00",
    });
  });

  it.each([general, groupChat, personalChat])(
    "creates the meeting with everything in the form: in a $type",
    async (place) => {
      const inputs = {
        topic: "Budget",
        day: "2026-11-24",
        time: "15:30",
        minutes: "45",
        people: chen.aadId,
        addresses: "ana@contoso.com",
      };
      const card = await openForm({ in: place, from: bo });
      const { answer, sent } = await app.turn(
        pressOn(card, "Create meeting", { in: place, from: bo, inputs }),
      );
      expect(textOf(cardOfAnswer(answer))).toContain("Budget");
      expect(sent).toMatchObject([{ method: "PUT" }]);
      expect(app.cloud.meetings()).toMatchObject([
        {
          subject: "Budget",
          startDateTime: "2026-11-24T14:30:00.0000000Z",
          endDateTime: "2026-11-24T15:15:00.0000000Z",
          participants: {
            attendees: [{ identity: { user: { id: chen.aadId } } }, { upn: "ana@contoso.com" }],
          },
        },
      ]);
    },
  );

  it.each([
    ["every week", "Every Tuesday 3:30–4:30 PM · next Tue, Nov 24"],
    ["every weekday", "Weekdays 3:30–4:30 PM · next Tue, Nov 24"],
  ])("creates a meeting that repeats %s", async (repeat, shown) => {
    const card = await openForm();
    const inputs = { ...valuesOf(card), day: "2026-11-24", time: "15:30", repeat };
    const { answer, graphRequests } = await app.turn(pressOn(card, "Create meeting", { inputs }));
    expect(graphRequests).toMatchObject([
      {
        body: {
          startDateTime: "2026-11-24T14:30:00.000Z",
          endDateTime: "2026-11-24T15:30:00.000Z",
        },
      },
    ]);
    expect(textOf(cardOfAnswer(answer)).replace(/[^\S\n]/gu, " ")).toContain(shown);
  });

  it("has a field for any other rule, and says what to enter", async () => {
    const card = await openForm();
    const inputs = { ...valuesOf(card), topic: "Budget", day: "2026-11-24" };
    const choose = (form: typeof card, repeat: string) =>
      app.turn(pressOn(form, "Create meeting", { inputs: { ...inputs, repeat } }));
    const asked = cardOfAnswer((await choose(card, "other")).answer);
    expect(textOf(asked)).toContain("How does it repeat?");
    expect(textOf(asked)).not.toContain("Enter a rule");
    expect(valuesOf(asked)).toMatchObject({ topic: "Budget", repeat: "" });
    expect(textFieldsOf(asked)).toContainEqual(
      expect.objectContaining({
        label: "Repeat",
        placeholder: "every Monday and Thursday until June 30",
      }),
    );
    const again = cardOfAnswer((await choose(asked, "now and then")).answer);
    expect(textOf(again)).toContain(
      "Enter a rule, such as “every Monday and Thursday until June 30”.",
    );
    expect(valuesOf(again)).toMatchObject({ repeat: "now and then" });
    const { answer, graphRequests } = await choose(again, "every second Thursday, 5 times");
    expect(graphRequests).toMatchObject([{ body: { startDateTime: "2026-11-26T09:30:00.000Z" } }]);
    expect(textOf(cardOfAnswer(answer))).toContain("Every 2 weeks on Thursday");
  });

  it("invites people outside the team, who have only an id", async () => {
    const stranger = "5d2b4c1e-0000-4000-8000-00000000abcd";
    const card = await openForm();
    const inputs = { ...valuesOf(card), people: stranger };
    await app.turn(pressOn(card, "Create meeting", { inputs }));
    expect(app.cloud.meetings()).toMatchObject([
      { participants: { attendees: [{ identity: { user: { id: stranger } } }] } },
    ]);
  });

  it("asks what to do if there's a meeting already", async () => {
    await app.turn(message(plan, { from: ada }));
    const card = await openForm({ from: bo });
    const inputs = { ...valuesOf(card), topic: "Budget", time: "16:00" };
    const { answer } = await app.turn(pressOn(card, "Create meeting", { from: bo, inputs }));
    const question = cardOfAnswer(answer);
    expect(textOf(question)).toContain("There’s already a meeting");
    expect(buttonsOf(question).map(({ title }) => title)).toContain("Create separate meeting");
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
  });

  it("offers a separate meeting even without a name, each in another room", async () => {
    await app.turn(message(plan, { from: ada }));
    for (const room of ["meeting", "meeting-2"]) {
      const card = await openForm();
      const { answer } = await app.turn(
        pressOn(card, "Create meeting", { inputs: { ...valuesOf(card), day: "2026-11-24" } }),
      );
      const question = cardOfAnswer(answer);
      expect(textOf(question)).toContain(`The separate meeting gets its own room, #${room}.`);
      expect(buttonsOf(question).map(({ title }) => title)).toEqual([
        "Create separate meeting",
        "Update",
        "Keep",
        "Join",
      ]);
      await app.turn(pressOn(question, "Create separate meeting"));
    }
    const day = expect.stringMatching(/^2026-11-24T/);
    expect(app.cloud.meetings()).toMatchObject([
      { subject: "Sprint review" },
      { subject: "Meeting", startDateTime: day },
      { subject: "Meeting", startDateTime: day },
    ]);
  });

  it.each([
    ["a past day", { day: "2026-11-19" }, "That time has passed"],
    ["no time", { time: "" }, "What time today?"],
    ["neither day nor time", { day: "", time: "" }, "What time today?"],
    ["no such day", { day: "2026-02-30" }, "Which day?"],
    ["no address", { addresses: "bo at contoso" }, "“bo” isn’t an email address"],
    ["too long a duration", { minutes: "100000" }, "That’s too long"],
    ["no duration", { minutes: "" }, "How long is it?"],
  ])("keeps everything that was entered for %s, and says what's wrong", async (_, wrong, said) => {
    const card = await openForm();
    const inputs = { ...valuesOf(card), topic: "Budget", addresses: "ana@contoso.com", ...wrong };
    const { answer, sent, graphRequests } = await app.turn(
      pressOn(card, "Create meeting", { inputs }),
    );
    // Everyone else keeps the card that the form replaced for one person.
    expect([sent, graphRequests]).toEqual([[], []]);
    const again = cardOfAnswer(answer);
    expect(textOf(again)).toContain(said);
    expect(valuesOf(again)).toEqual(inputs);

    const right = { ...inputs, day: "2026-11-24", time: "15:00", minutes: "30", addresses: "" };
    await app.turn(pressOn(again, "Create meeting", { inputs: right }));
    expect(app.cloud.meetings()).toMatchObject([
      { subject: "Budget", startDateTime: "2026-11-24T14:00:00.0000000Z" },
    ]);
  });

  it("asks for another duration than the listed ones", async () => {
    const card = await openForm();
    const inputs = { ...valuesOf(card), topic: "Budget", minutes: "other" };
    const { answer } = await app.turn(pressOn(card, "Create meeting", { inputs }));
    const again = cardOfAnswer(answer);
    expect(textOf(again)).toMatch(/How long is it\?$/m);
    expect(textOf(again)).not.toContain("at least a minute");
    // Clients send the value of a number field as a number.
    const minutes = { ...inputs, minutes: 25 };
    await app.turn(pressOn(again, "Create meeting", { inputs: minutes }));
    expect(app.cloud.meetings()).toMatchObject([
      {
        startDateTime: "2026-11-20T09:30:00.0000000Z",
        endDateTime: "2026-11-20T09:55:00.0000000Z",
      },
    ]);
  });

  it("goes back to the help", async () => {
    const { answer } = await app.turn(pressOn(await openForm(), "Back"));
    const { answer: help } = await app.turn(execute("help", {}));
    expect(textOf(cardOfAnswer(answer))).toBe(textOf(cardOfAnswer(help)));
  });

  it("works in clients without Action.Execute", async () => {
    const { sent } = await app.turn(submit({ verb: "schedule" }));
    const form = sent.at(-1);
    const inputs = { ...valuesOf(cardOf(form)), topic: "Budget", day: "2026-11-19" };
    const { sent: again } = await app.turn(pressLegacy(form, "Create meeting", { inputs }));
    expect(textOf(cardOf(again.at(-1)))).toContain("That time has passed");
    const right = { ...inputs, day: "2026-11-24" };
    await app.turn(pressLegacy(again.at(-1), "Create meeting", { inputs: right }));
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Budget" }]);
  });

  it("takes what people enter as text only", async () => {
    const card = await openForm();
    const inputs = { topic: { a: 1 }, day: 7, time: [], minutes: null, people: 3, addresses: {} };
    const { answer, graphRequests } = await app.turn(pressOn(card, "Create meeting", { inputs }));
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).toContain("Which day?");
  });
});
