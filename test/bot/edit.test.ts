import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
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
  type TestConversation,
} from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonsOf, cardOf, cardOfAnswer, textOf, valuesOf } from "../support/cards";
import { isTargeted, toRosterMember, type SentActivity } from "../support/connector";
import { changesIn, plan } from "../support/meeting";
import { createPausableStore } from "../support/pausable-store";
import { press, pressLegacy, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

// It's Friday, 20 November 2026, 10:00 in Paris. The meeting is on Saturday from 15:00 to 15:45.
describe("Edit", () => {
  const app = useApp();
  const mentions = [ada, bo, chen];
  const SHOWN = {
    topic: "Sprint review",
    day: "2026-11-21",
    time: "15:00",
    minutes: "45",
    repeat: "once",
    people: "",
    addresses: "",
  };

  async function post(text: string, place: TestConversation = general): Promise<SentActivity> {
    const { sent } = await app.turn(message(text, { from: ada, in: place, mentions }));
    return sent[0]!;
  }
  async function openForm(sent: SentActivity, options: Parameters<typeof press>[2] = {}) {
    const { answer, ...rest } = await app.turn(press(sent, "Edit", { from: bo, ...options }));
    expect([rest.sent, rest.graphRequests]).toEqual([[], []]);
    return cardOfAnswer(answer);
  }
  const save = (
    form: Parameters<typeof pressOn>[0],
    inputs: object,
    options: Parameters<typeof pressOn>[2] = {},
  ) =>
    app.turn(
      pressOn(form, "Save", { from: bo, inputs: { ...valuesOf(form), ...inputs }, ...options }),
    );
  const start = () => post(`${plan} with @Bo Nilsson as presenter and @Chen Wei`);
  const titlesOf = (card: object) =>
    Array.from(JSON.stringify(card).matchAll(/"title":"([^"]*)","value":"\d"/g), ([, it]) => it);

  it("shows the person who pressed it a form with the meeting's values", async () => {
    const form = await openForm(await start());
    expect(textOf(form)).toContain("Edit meeting");
    expect(valuesOf(form)).toEqual({ ...SHOWN, invited: "0,1" });
    expect(titlesOf(form)).toEqual(["Bo Nilsson (presenter)", "Chen Wei"]);
    expect(buttonsOf(form).map(({ title }) => title)).toEqual(["Save", "Back"]);
  });

  it("shows the time in the viewer's time zone", async () => {
    const form = await openForm(await start(), { timeZone: "Asia/Tokyo" });
    expect(valuesOf(form)).toMatchObject({ day: "2026-11-21", time: "23:00" });
  });

  it("lists a duration of the meeting's own, and another on request", async () => {
    const form = await openForm(await post("meet Retro tomorrow 3pm for 25 min"));
    expect(JSON.stringify(form)).toMatch(
      /15 minutes.*25 minutes.*30 minutes.*45 minutes.*1 hour.*90 minutes.*Other…/,
    );
    const { answer } = await save(form, { minutes: "other" });
    const again = cardOfAnswer(answer);
    expect(textOf(again)).toContain("How long is it?");
    const { graphRequests } = await save(again, { minutes: 75 });
    expect(changesIn(graphRequests)).toMatchObject([
      { body: { endDateTime: "2026-11-21T15:15:00.000Z" } },
    ]);
  });

  it("makes all changes at once, and tells everyone", async () => {
    const form = await openForm(await start());
    const { answer, sent, graphRequests } = await save(form, {
      topic: "Retro",
      day: "2026-11-24",
      time: "16:00",
      minutes: "60",
      invited: "0",
      addresses: "ana@contoso.com",
    });
    expect(changesIn(graphRequests)).toMatchObject([
      {
        body: {
          subject: "Retro",
          startDateTime: "2026-11-24T15:00:00.000Z",
          endDateTime: "2026-11-24T16:00:00.000Z",
          participants: {
            attendees: [
              { identity: { user: { id: bo.aadId } }, role: "presenter" },
              { upn: "ana@contoso.com" },
            ],
          },
        },
      },
    ]);
    expect(changesIn(graphRequests)).toHaveLength(1);
    for (const card of [cardOfAnswer(answer), cardOf(sent[0])]) {
      expect(textOf(card)).toContain("Updated by Bo Nilsson.");
      expect(textOf(card)).toMatch(/Retro\nTue, Nov 24 · 4:00–5:00 PM CET/);
      expect(textOf(card)).toContain("ana@contoso.com");
      expect(textOf(card)).not.toContain("Chen Wei");
    }
    expect(sent).toMatchObject([{ method: "PUT" }]);
  });

  it.each<[string, object, object]>([
    ["a name", { topic: "Retro" }, { subject: "Retro" }],
    [
      "a time",
      { time: "16:00" },
      { startDateTime: "2026-11-21T15:00:00.000Z", endDateTime: "2026-11-21T15:45:00.000Z" },
    ],
    [
      "a duration",
      { minutes: "90" },
      { startDateTime: "2026-11-21T14:00:00.000Z", endDateTime: "2026-11-21T15:30:00.000Z" },
    ],
  ])("changes nothing else with %s", async (_, inputs, body) => {
    const form = await openForm(await start());
    const { graphRequests } = await save(form, inputs);
    expect(changesIn(graphRequests).map((request) => request.body)).toEqual([body]);
  });

  it("removes everyone whose box is cleared, even if that's everyone", async () => {
    const form = await openForm(await start());
    const { invited: _, ...inputs } = valuesOf(form);
    // Clients leave out a field without a value.
    const { answer } = await app.turn(pressOn({ ...form }, "Save", { inputs }));
    expect(textOf(cardOfAnswer(answer))).not.toMatch(/Bo Nilsson|Chen Wei/);
    expect(app.cloud.meetings()[0]?.participants?.attendees ?? []).toEqual([]);
  });

  it("invites picked people, in the team or not", async () => {
    const stranger = "5d2b4c1e-0000-4000-8000-00000000abcd";
    const form = await openForm(await post(plan));
    expect(valuesOf(form)).toEqual(SHOWN);
    const { answer } = await save(form, { people: `${chen.aadId},${stranger}` });
    expect(textOf(cardOfAnswer(answer))).toContain("Chen Wei");
    expect(app.cloud.meetings()[0]?.participants?.attendees).toMatchObject([
      { identity: { user: { id: chen.aadId } } },
      { identity: { user: { id: stranger } } },
    ]);
  });

  it("keeps what others changed in the meantime", async () => {
    const form = await openForm(await start());
    await post("move tomorrow 6pm");
    await post("uninvite @Chen Wei");
    await post("invite ana@contoso.com");
    const { graphRequests } = await save(form, { topic: "Retro" });
    expect(changesIn(graphRequests).map(({ body }) => body)).toEqual([{ subject: "Retro" }]);
    expect(app.cloud.meetings()).toMatchObject([
      { subject: "Retro", startDateTime: "2026-11-21T17:00:00.0000000Z" },
    ]);
    expect(JSON.stringify(app.cloud.meetings())).not.toContain(chen.aadId);
    expect(JSON.stringify(app.cloud.meetings())).toContain("ana@contoso.com");
  });

  it.each<[string, object]>([
    ["nothing was entered", {}],
    ["someone else entered the same first", { topic: "Retro", invited: "0" }],
  ])("just shows the card if %s", async (_, inputs) => {
    const form = await openForm(await start());
    if (Object.keys(inputs).length > 0) {
      await post("rename Retro");
      await post("uninvite @Chen Wei");
    }
    const { answer, graphRequests } = await save(form, inputs);
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).not.toContain("Updated by Bo");
    expect(buttonsOf(cardOfAnswer(answer)).map(({ title }) => title)).toContain("Join");
  });

  it.each<[string, object, string]>([
    ["a past time", { day: "2026-11-19" }, "That time has passed"],
    ["no time of day", { time: "" }, "What time tomorrow?"],
    ["no day and time", { day: "", time: "" }, "can’t go back to having none"],
    ["no day", { day: "" }, "Pick a date and time."],
    ["no name", { topic: " " }, "Enter a name"],
    ["no address", { addresses: "nobody" }, "“nobody” isn’t an email address"],
    ["too long a duration", { minutes: "100000" }, "That’s too long"],
    ["no duration", { minutes: "" }, "How long is it?"],
  ])("asks again for %s, and keeps the other entries", async (_, wrong, said) => {
    const form = await openForm(await start());
    const entered = { topic: "Retro", invited: "1", addresses: "ana@contoso.com", ...wrong };
    const { answer, sent, graphRequests } = await save(form, entered);
    // Everyone else keeps the meeting's card.
    expect([sent, graphRequests]).toEqual([[], []]);
    const again = cardOfAnswer(answer);
    expect(textOf(again)).toContain(said);
    expect(valuesOf(again)).toEqual({ ...SHOWN, ...entered });

    await save(again, { ...SHOWN, topic: "Retro" });
    expect(app.cloud.meetings()).toMatchObject([
      {
        subject: "Retro",
        startDateTime: "2026-11-21T14:00:00.0000000Z",
        participants: { attendees: [{ identity: { user: { id: chen.aadId } } }] },
      },
    ]);
  });

  describe("of a meeting without a time", () => {
    const open = async () => openForm(await post("meet Sprint review"));

    it("can set one", async () => {
      const form = await open();
      expect(valuesOf(form)).toEqual({ ...SHOWN, day: "", time: "", minutes: "60" });
      await save(form, { day: "2026-11-24", time: "09:00" });
      expect(app.cloud.meetings()).toMatchObject([
        {
          startDateTime: "2026-11-24T08:00:00.0000000Z",
          endDateTime: "2026-11-24T09:00:00.0000000Z",
        },
      ]);
    });

    it("leaves it without one if the name changes", async () => {
      const { graphRequests, answer } = await save(await open(), { topic: "Retro" });
      expect(changesIn(graphRequests).map(({ body }) => body)).toEqual([{ subject: "Retro" }]);
      expect(textOf(cardOfAnswer(answer))).toContain("No fixed time");
    });

    it("asks when it starts if only its duration was chosen", async () => {
      const { answer, graphRequests } = await save(await open(), { minutes: "90" });
      expect(graphRequests).toEqual([]);
      expect(textOf(cardOfAnswer(answer))).toContain("What time today?");
    });
  });

  it("can make a meeting longer while it takes place, but not once it's over", async () => {
    const form = await openForm(await post("meet Standup today 10:15 for 15 min"));
    await app.clock.advance(20 * 60_000);
    await save(form, { minutes: "30" });
    expect(app.cloud.meetings()).toMatchObject([
      {
        startDateTime: "2026-11-20T09:15:00.0000000Z",
        endDateTime: "2026-11-20T09:45:00.0000000Z",
      },
    ]);
    await app.clock.advance(60 * 60_000);
    const { answer, graphRequests } = await save(form, { minutes: "60" });
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).toContain("That time has passed");
  });

  it("doesn't list the host, and lists at most 15 people", async () => {
    const crowd = people(40);
    app.connector.roster.push(...crowd.map(toRosterMember));
    const named = [ada, ...crowd];
    const typed = named.map(({ name }) => `@${name}`).join(", ");
    const { sent } = await app.turn(message(`${plan} with ${typed}`, { mentions: named }));
    const form = await openForm(sent[0]!);
    expect(titlesOf(form)).not.toContain("Ada Lovelace");
    expect(valuesOf(form)["invited"]?.split(",")).toHaveLength(15);
    expect(textOf(form)).toContain("25 others");
    await save(form, { invited: "0" });
    expect(app.cloud.meetings()[0]?.participants?.attendees).toHaveLength(26);
  });

  it("goes back to the meeting's card", async () => {
    const form = await openForm(await start());
    const { answer } = await app.turn(pressOn(form, "Back", { from: bo }));
    expect(buttonsOf(cardOfAnswer(answer)).map(({ title }) => title)).toContain("Edit");
  });

  it.each([groupChat, personalChat])("works in a $type", async (place) => {
    const form = await openForm(await post(plan, place), { in: place });
    const { answer } = await save(form, { topic: "Retro" }, { in: place });
    expect(textOf(cardOfAnswer(answer))).toContain("Retro");
  });

  it("works in clients without Action.Execute", async () => {
    const { sent } = await app.turn(pressLegacy(await start(), "Edit", { from: bo }));
    const form = sent.at(-1)!;
    const inputs = { ...valuesOf(cardOf(form)), topic: "" };
    const { sent: again } = await app.turn(pressLegacy(form, "Save", { from: bo, inputs }));
    const named = { ...inputs, topic: "Retro" };
    await app.turn(pressLegacy(again.at(-1), "Save", { from: bo, inputs: named }));
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro" }]);
  });

  describe("by someone from another organization", () => {
    const guest = { ...people(1)[0]!, name: "Guest" };
    beforeEach(() =>
      app.connector.roster.push({ ...toRosterMember(guest), tenantId: "another-tenant" }),
    );

    it("is denied when they press the button, and when they save", async () => {
      const meeting = await start();
      const { answer } = await app.turn(press(meeting, "Edit", { from: guest }));
      expect(answer.body).toMatchObject({ value: { code: "not_allowed" } });
      const form = await openForm(meeting);
      const saved = await save(form, { topic: "Retro" }, { from: guest });
      expect(saved.answer.body).toMatchObject({ value: { code: "not_allowed" } });
      expect(changesIn(saved.graphRequests)).toEqual([]);
    });
  });

  it("changes the meeting once if Save is pressed twice", async () => {
    const form = await openForm(await start());
    await save(form, { topic: "Retro", invited: "0" });
    const { answer, graphRequests } = await save(form, { topic: "Retro", invited: "0" });
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).toContain("Retro");
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ["has a new link", () => renew("new", "Create new link"), "has a new link"],
    ["was cancelled", () => renew("cancel", "Cancel meeting"), "Cancelled"],
  ])("changes nothing if the meeting %s", async (_, end, said) => {
    const form = await openForm(await start());
    await end();
    const { answer, graphRequests } = await save(form, { topic: "Retro" });
    expect(changesIn(graphRequests)).toEqual([]);
    expect(textOf(cardOfAnswer(answer))).toContain(said);
  });
  async function renew(text: string, title: string) {
    const { sent } = await app.turn(message(text, { from: ada }));
    await app.turn(press(sent[0], title, { from: ada }));
  }

  it("recreates a lost meeting with the changes", async () => {
    const form = await openForm(await start());
    await asOrganizer(app, "DELETE");
    const { answer } = await save(form, { topic: "Retro", invited: "0" });
    expect(textOf(cardOfAnswer(answer))).toContain("the link is new");
    expect(app.cloud.meetings()).toMatchObject([
      { subject: "Retro", participants: { attendees: [{ role: "presenter" }] } },
    ]);
    expect(app.cloud.meetings()[0]?.participants?.attendees).toHaveLength(1);
  });

  it("works only in the meeting's own conversation, with its own token", async () => {
    const form = await openForm(await start());
    const elsewhere = await save(form, { topic: "Retro" }, { in: design });
    const forged = await save(form, { topic: "Retro", offer: "forged" });
    for (const { answer, graphRequests } of [elsewhere, forged]) {
      expect(answer.body).toMatchObject({ value: { code: "bad_reference" } });
      expect(graphRequests).toEqual([]);
    }
  });

  /** Saves the form without a name, and learns of it only after the preparing card. */
  async function saveLateWithoutName(
    form: Awaited<ReturnType<typeof openForm>>,
    slow: ReturnType<typeof createPausableStore>,
  ) {
    slow.pause();
    const inputs = { ...valuesOf(form), topic: "" };
    const saving = app.turn(pressOn(form, "Save", { from: bo, inputs }));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    slow.resume();
    return saving;
  }

  it("shows only the presser what to correct, even if it's late", async () => {
    const slow = createPausableStore();
    await app.restart({ store: slow.store });
    const form = await openForm(await start());
    const { answer, sent } = await saveLateWithoutName(form, slow);
    expect(textOf(cardOfAnswer(answer))).toContain("Working on it…");
    expect(sent.map(isTargeted)).toEqual([true]);
    expect(textOf(cardOf(sent[0]))).toContain("Enter a name");
  });

  it("says in their own chat what to correct, if Teams can't show it to them alone", async () => {
    const slow = createPausableStore();
    await app.restart({ store: slow.store });
    const form = await openForm(await start());
    app.connector.fail("POST", 400, Infinity, /isTargetedActivity/);
    const { sent } = await saveLateWithoutName(form, slow);
    const card = cardOf(sent.at(-1));
    expect(textOf(card)).toMatch(
      /^Teams couldn’t show you this .*\nEdit meeting\nNothing was saved\. .*\nEnter a name\n/,
    );
    expect(valuesOf(card)).toEqual({});
    expect(buttonsOf(card)).toEqual([]);
  });

  it("takes what people enter as text only", async () => {
    const form = await openForm(await start());
    const entered = { ...valuesOf(form), invited: { a: 1 }, topic: 7, people: [] };
    const { answer } = await app.turn(pressOn(form, "Save", { from: bo, inputs: entered }));
    expect(textOf(cardOfAnswer(answer))).toContain("Updated by Bo Nilsson.");
    expect(app.cloud.meetings()).toMatchObject([{ subject: "7" }]);
  });
});
