import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { type TestPerson, ada, bo, chen, design, message, people } from "../../support/activities";
import { buttonOf, cardOf, textOf } from "../../support/cards";
import { toRosterMember } from "../../support/connector";
import {
  createOrGetBodies,
  dialogOf,
  fieldsOf,
  openMeet,
  pressBelow,
  submitDialog,
  pressInDialog,
  previewOf,
  resultsOf,
  submitMeet,
  submitTitleOf,
  messageTextOf,
} from "../../support/extension";
import { changesIn, linkOf, plan } from "../../support/meeting";
import { useApp } from "../../support/use-app";

describe("the dialog", () => {
  const app = useApp();

  it("gives the same meeting as the command, with one createOrGet, and the bot posts its card for the person", async () => {
    const dialog = dialogOf(await app.post(openMeet({ from: ada })));
    const submitted = await app.turn(submitDialog(dialog, {}, { from: ada }));
    expect(submitted.graphRequests).toHaveLength(1);
    expect(submitted.sent).toEqual([]);

    const preview = previewOf(submitted.answer);
    const posted = await app.turn(pressBelow(preview, "send", { from: ada }));
    expect(posted.graphRequests).toEqual([]);
    expect(posted.sent).toMatchObject([
      {
        method: "POST",
        activity: {
          channelData: { onBehalfOf: [{ mentionType: "person", mri: ada.teamsId }] },
        },
      },
    ]);
    const { sent: typed } = await app.turn(message("meet", { from: bo }));
    expect(linkOf(cardOf(posted.sent[0]))).toBe(linkOf(cardOf(typed[0])));
  });

  it("shows who is already invited, and invites no one twice", async () => {
    await app.turn(message("meet Review with bo@contoso.com", { from: ada }));
    const dialog = dialogOf(await app.post(openMeet({ from: ada })));
    expect(textOf(dialog)).toContain("Bo Nilsson");
    const { graphRequests } = await app.turn(submitDialog(dialog, {}, { from: ada }));
    expect(changesIn(graphRequests)).toEqual([]);
  });

  it("has a link to the conversation's meeting, and its values in the person's time zone once, in the fields", async () => {
    await app.turn(message(plan, { from: ada }));
    const dialog = dialogOf(await app.post(openMeet({ from: bo, timeZone: "Europe/London" })));
    expect(textOf(dialog)).toContain("There’s already a meeting.");
    expect(buttonOf(dialog, "Join")).toMatchObject({ url: app.cloud.meetings()[0]?.joinWebUrl });
    expect(JSON.stringify(dialog.body).match(/"(?:value|text)":"Sprint review"/g)).toHaveLength(1);
    expect(fieldsOf(dialog)).toMatchObject({
      topic: "Sprint review",
      day: "2026-11-21",
      time: "14:00",
      minutes: "45",
    });
  });

  it.each([
    ["Entra's id", bo.aadId],
    ["Teams' own id", bo.teamsId],
  ])("invites the selected people by %s", async (_, id) => {
    const dialog = dialogOf(await app.post(openMeet({ from: ada })));
    const submitted = await app.turn(submitDialog(dialog, { people: id }, { from: ada }));
    expect(submitted.graphRequests).toMatchObject([
      { body: { participants: { attendees: [{ identity: { user: { id: bo.aadId } } }] } } },
    ]);
    expect(textOf(previewOf(submitted.answer))).toContain("Bo Nilsson");
  });

  it.each([
    "Sync every Monday",
    "Standup daily at 9:00",
    "Sync until Christmas",
    "Sync tomorrow 3pm",
  ])(
    "takes the name %j as it is: the dialog has fields for the time, and none for repetition",
    async (topic) => {
      const dialog = dialogOf(await app.post(openMeet({ from: ada })));
      const entered = { topic, day: "2026-11-24", time: "09:30", minutes: "30" };
      const submitted = await app.turn(submitDialog(dialog, entered, { from: ada }));
      expect(submitted.graphRequests).toMatchObject([
        { body: { subject: topic, startDateTime: "2026-11-24T08:30:00.000Z" } },
      ]);
      expect(textOf(previewOf(submitted.answer))).not.toContain("Every");
    },
  );

  it("has a people picker without choices, because Teams finds everyone", async () => {
    const dialog = dialogOf(await app.post(openMeet({ from: ada })));
    expect(dialog.body).toContainEqual(
      expect.objectContaining({
        id: "people",
        isMultiSelect: true,
        "choices.data": { type: "Data.Query", dataset: "graph.microsoft.com/users" },
        choices: [],
      }),
    );
  });

  describe("its button says what happens next:", () => {
    it.each<[string, Parameters<typeof openMeet>[0], string, string, string]>([
      ["before a preview", {}, "botMessagePreview", "Continue", "Continue"],
      ["in French", { locale: "fr-FR" }, "botMessagePreview", "Continuer", "Continuer"],
      ["without a bot", { in: "nowhere" }, "result", "Create meeting", "Insert card"],
      [
        "in the command box",
        { commandContext: "commandBox" },
        "result",
        "Create meeting",
        "Insert card",
      ],
    ])("%s", async (_, options, result, first, later) => {
      const opened = dialogOf(await app.post(openMeet(options)));
      expect(submitTitleOf(opened)).toBe(first);
      const failed = await app.post(submitDialog(opened, { time: "25:00" }, options));
      expect(submitTitleOf(dialogOf(failed))).toBe(first);
      const { answer } = await app.turn(submitDialog(opened, {}, options));
      expect(answer.body).toMatchObject({ composeExtension: { type: result } });
      expect(submitTitleOf(dialogOf(await app.post(openMeet(options))))).toBe(later);
    });

    it("the bot is added first, then a preview follows", async () => {
      app.connector.fail("GET", 403);
      const opened = dialogOf(await app.post(openMeet()));
      expect(submitTitleOf(opened)).toBe("Continue");
      const install = dialogOf((await app.turn(submitDialog(opened))).answer);
      expect(textOf(install)).toContain("Add Rendezvous here?");
      app.connector.fail("GET", 403, 0);
      const added = await app.post(pressInDialog(install, "Continue"));
      expect(buttonOf(previewOf(added), "Refresh")).toBeDefined();
    });
  });

  describe("the duration", () => {
    const choicesOf = (card: AdaptiveCard) =>
      /"id":"minutes"[^{}]*"choices":(?<list>\[.*?\])/u.exec(JSON.stringify(card))?.groups?.[
        "list"
      ];
    const titlesOf = (card: AdaptiveCard) =>
      (JSON.parse(choicesOf(card) ?? "[]") as { title: string }[]).map(({ title }) => title);

    it("is a list, in the person's language", async () => {
      const english = dialogOf(await app.post(openMeet()));
      const usual = ["15 minutes", "30 minutes", "45 minutes", "1 hour", "90 minutes"];
      expect(titlesOf(english)).toEqual([...usual, "Other…"]);
      const japanese = dialogOf(await app.post(openMeet({ locale: "ja-JP" })));
      expect(titlesOf(japanese)[0]).toBe("15 分");
    });

    it("includes the meeting's own", async () => {
      await app.turn(message("meet Sprint review tomorrow 3pm for 50 min"));
      const dialog = dialogOf(await app.post(openMeet()));
      expect(fieldsOf(dialog).minutes).toBe("50");
      expect(titlesOf(dialog)).toContain("50 minutes");
    });

    it("can be another one, which a field asks for", async () => {
      const when = { topic: "Sprint review", day: "2026-11-25", time: "10:15" };
      const asked = await submitMeet(app, { ...when, minutes: "other" });
      expect(asked.graphRequests).toEqual([]);
      const dialog = dialogOf(asked.answer);
      expect(fieldsOf(dialog)).toEqual(when);
      expect(choicesOf(dialog)).toBeUndefined();
      expect(textOf(dialog)).toContain("How long is it?");
      const { graphRequests } = await app.turn(submitDialog(dialog, { minutes: "20" }));
      expect(createOrGetBodies(graphRequests)).toMatchObject([
        { startDateTime: "2026-11-25T09:15:00.000Z", endDateTime: "2026-11-25T09:35:00.000Z" },
      ]);
    });

    it("that an earlier release's dialog sends as a number still counts", async () => {
      const sent = submitDialog(dialogOf(await app.post(openMeet())), { time: "10:15" });
      Object.assign(sent.value.data as object, { day: "2026-11-25", minutes: 50 });
      const { graphRequests } = await app.turn(sent);
      expect(createOrGetBodies(graphRequests)).toMatchObject([
        { endDateTime: "2026-11-25T10:05:00.000Z" },
      ]);
    });
  });
});

describe("how the dialog reads its entries", () => {
  const app = useApp();

  describe("an unchanged submission requests nothing", () => {
    it.each([
      ["of a scheduled meeting", plan, {}],
      ["of a standing meeting", "meet Sprint review", {}],
      ["of a meeting without a name", "meet", {}],
      ["in another time zone than the first caller's", plan, { timeZone: "America/New_York" }],
      ["in an unknown time zone", plan, { timeZone: "Mars/Olympus" }],
      ["in another language", plan, { locale: "ja-JP" }],
    ])("%s", async (_, typed, options) => {
      await app.turn(message(typed, { from: bo }));
      const dialog = dialogOf(await app.post(openMeet(options)));
      const { answer, graphRequests, sent } = await app.turn(submitDialog(dialog, {}, options));
      expect(graphRequests).toHaveLength(1);
      expect(createOrGetBodies(graphRequests)).toHaveLength(1);
      previewOf(answer);
      expect(sent).toEqual([]);
    });

    it("for a meeting in the past", async () => {
      await app.turn(message(plan, { from: bo }));
      await app.clock.advance(3 * 86_400_000);
      const { answer, graphRequests } = await submitMeet(app);
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(previewOf(answer))).toContain("Sprint review");
    });

    it("with other capitalization", async () => {
      await app.turn(message(plan, { from: bo }));
      const { answer, graphRequests } = await submitMeet(app, { topic: " sprint REVIEW " });
      expect(graphRequests).toHaveLength(1);
      previewOf(answer);
    });

    it("even with emptied fields", async () => {
      await app.turn(message(plan, { from: bo }));
      const { answer, graphRequests } = await submitMeet(app, {
        topic: "",
        day: "",
        time: "",
        minutes: "",
      });
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(previewOf(answer))).toContain("Sprint review");
    });

    it("even if the meeting has changed since the dialog opened", async () => {
      await app.turn(message(plan));
      const dialog = dialogOf(await app.post(openMeet()));
      await app.turn(message("rename Retrospective"));
      await app.turn(message("move tomorrow 5pm"));
      const { answer, graphRequests } = await app.turn(submitDialog(dialog));
      expect(changesIn(graphRequests)).toEqual([]);
      expect(textOf(previewOf(answer))).toContain("Retrospective");
    });
  });

  describe("only changed fields are requested:", () => {
    it.each<[string, Record<string, string>, object]>([
      ["the topic", { topic: "Retrospective" }, { subject: "Retrospective" }],
      [
        "the day",
        { day: "2026-11-25" },
        { startDateTime: "2026-11-25T14:00:00.000Z", endDateTime: "2026-11-25T14:45:00.000Z" },
      ],
      [
        "the time",
        { time: "16:30" },
        { startDateTime: "2026-11-21T15:30:00.000Z", endDateTime: "2026-11-21T16:15:00.000Z" },
      ],
      [
        "the length",
        { minutes: "60" },
        { startDateTime: "2026-11-21T14:00:00.000Z", endDateTime: "2026-11-21T15:00:00.000Z" },
      ],
    ])("%s", async (_, entered, change) => {
      await app.turn(message(plan, { from: ada }));
      const asked = await submitMeet(app, entered, { from: bo });
      expect(asked.graphRequests).toHaveLength(1);
      const question = dialogOf(asked.answer);
      expect(JSON.stringify(question)).not.toContain("Action.Execute");
      expect(asked.sent).toEqual([]);

      const updated = await app.turn(pressInDialog(question, "Update", {}, { from: bo }));
      const changes = changesIn(updated.graphRequests);
      expect(changes).toHaveLength(1);
      expect(changes[0]).toMatchObject({ method: "PATCH", body: change });
      expect(Object.keys(changes[0]?.body as object).toSorted()).toEqual(
        Object.keys(change).toSorted(),
      );
    });

    it("Update shows the change in the preview, and on the meeting's other cards", async () => {
      const { sent: shown } = await app.turn(message(plan, { from: ada }));
      const asked = await submitMeet(app, { topic: "Retrospective" }, { from: bo });
      const pressed = pressInDialog(dialogOf(asked.answer), "Update", {}, { from: bo });
      const { answer, sent } = await app.turn(pressed);
      const preview = previewOf(answer);
      expect(textOf(preview)).toContain("Retrospective");
      expect(sent.map(({ method, id }) => [method, id])).toEqual([["PUT", shown[0]?.id]]);
      expect(textOf(cardOf(sent[0]))).toContain("Retrospective");

      const posted = await app.turn(pressBelow(preview, "send", { from: bo }));
      expect(posted.graphRequests).toEqual([]);
      expect(textOf(cardOf(posted.sent[0]))).toContain("Retrospective");
    });

    it("Keep changes nothing, and shows the preview", async () => {
      await app.turn(message(plan, { from: ada }));
      const asked = await submitMeet(app, { topic: "Retrospective" }, { from: bo });
      const pressed = pressInDialog(dialogOf(asked.answer), "Keep", {}, { from: bo });
      const { answer, sent, graphRequests } = await app.turn(pressed);
      expect(changesIn(graphRequests)).toEqual([]);
      expect(sent).toEqual([]);
      const preview = previewOf(answer);
      expect(textOf(preview)).toContain("Sprint review");
      const posted = await app.turn(pressBelow(preview, "send", { from: bo }));
      expect(textOf(cardOf(posted.sent[0]))).not.toContain("Retrospective");
    });

    it("Update changes nothing if Teams can't say who is a member", async () => {
      await app.turn(message(plan, { from: ada }));
      app.connector.fail("GET", 403);
      const asked = await submitMeet(app, { topic: "Retrospective" }, { from: bo });
      const pressed = pressInDialog(dialogOf(asked.answer), "Update", {}, { from: bo });
      const { answer, graphRequests } = await app.turn(pressed);
      expect(messageTextOf(answer)).toContain("Nothing was changed.");
      expect(graphRequests).toEqual([]);
    });

    it("Update in the command box inserts the card", async () => {
      await app.turn(message(plan, { from: ada }));
      const box = { commandContext: "commandBox" };
      const asked = await submitMeet(app, { topic: "Retrospective" }, box);
      const { answer } = await app.turn(pressInDialog(dialogOf(asked.answer), "Update", {}, box));
      expect(resultsOf(answer)).toMatchObject([{ title: "Retrospective" }]);
    });
  });

  describe("Edit below a preview opens the dialog", () => {
    it("with all entries, people by name, and requests nothing", async () => {
      const entered = {
        topic: "Retrospective",
        day: "2026-11-25",
        time: "10:15",
        minutes: "30",
        people: bo.aadId,
        addresses: "chen@contoso.com",
      };
      const { answer } = await submitMeet(app, entered);
      const preview = previewOf(answer);
      const edited = await app.turn(pressBelow(preview, "edit"));
      expect(edited.graphRequests).toEqual([]);
      const dialog = dialogOf(edited.answer);
      expect(submitDialog(dialog).value.data).toMatchObject(entered);
      expect(JSON.stringify(dialog)).toContain(bo.name);
      const again = await app.turn(submitDialog(dialog));
      expect(changesIn(again.graphRequests)).toEqual([]);
      expect(textOf(previewOf(again.answer))).toContain("Retrospective");
    });

    it("with the current meeting where nothing was entered", async () => {
      await app.turn(message(plan));
      const { answer } = await submitMeet(app, { addresses: "chen@contoso.com", room: "" });
      const updated = await app.turn(pressInDialog(dialogOf(answer), "Update"));
      await app.turn(message("rename Retrospective"));
      const dialog = dialogOf(await app.post(pressBelow(previewOf(updated.answer), "edit")));
      expect(submitDialog(dialog).value.data).toMatchObject({
        topic: "Retrospective",
        day: "2026-11-21",
        time: "15:00",
        minutes: "45",
      });
      const again = await app.turn(submitDialog(dialog));
      expect(changesIn(again.graphRequests)).toEqual([]);
      previewOf(again.answer);
    });

    it("without undoing a rename in the meantime", async () => {
      await app.turn(message(plan));
      const { answer } = await submitMeet(app);
      await app.turn(message("rename Retrospective"));
      const dialog = dialogOf(await app.post(pressBelow(previewOf(answer), "edit")));
      const again = await app.turn(submitDialog(dialog));
      expect(textOf(previewOf(again.answer))).toContain("Retrospective");
    });
  });
});

describe("errors in the dialog", () => {
  const app = useApp();

  /** The dialog's texts and fields in reading order: `[day]` for a field. */
  function linesOf(card: AdaptiveCard): string[] {
    const lines: string[] = [];
    JSON.stringify(card.body, (_, value: unknown) => {
      if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
      const node = value as { type?: string; id?: string; text?: string };
      if (node.type?.startsWith("Input.")) lines.push(`[${node.id}]`);
      else if (node.text !== undefined) lines.push(node.text);
      return value;
    });
    return lines;
  }

  /** The texts right below a field. */
  function below(card: AdaptiveCard, field: string): string {
    const lines = linesOf(card);
    return lines[lines.indexOf(`[${field}]`) + 1] ?? "";
  }

  const full = {
    topic: "Retrospective",
    day: "2026-11-25",
    time: "10:15",
    minutes: "30",
    people: "5d2b4c1e-0000-4000-8000-000000000002",
    addresses: "ana@contoso.com",
    room: "design",
  };

  const entries: [string, Record<string, string>, string, string][] = [
    ["a time in the past", { day: "2026-11-19" }, "day", "That time has passed"],
    ["a time earlier today", { day: "", time: "09:59" }, "time", "That time has passed"],
    ["a day without a time", { time: "" }, "time", "What time"],
    ["a skipped hour", { day: "2027-03-28", time: "02:30" }, "time", "That time doesn’t exist"],
    ["a doubled hour", { day: "2027-10-31", time: "02:30" }, "time", "That time comes twice"],
    ["a day that no calendar has", { day: "2027-02-29" }, "day", "Which day?"],
    ["an invalid day", { day: "tomorrow" }, "day", "Which day?"],
    ["an invalid time", { time: "25:00" }, "time", "What time"],
    ["a length of 0", { minutes: "0" }, "minutes", "How long is it?"],
    ["a negative length", { minutes: "-5" }, "minutes", "How long is it?"],
    ["a broken length", { minutes: "1.5" }, "minutes", "How long is it?"],
    ["a length that isn't a number", { minutes: "long" }, "minutes", "How long is it?"],
    ["a length over the limit", { minutes: "1801" }, "minutes", "That’s too long"],
    [
      "an invalid address",
      { addresses: "ana@contoso.com bo" },
      "addresses",
      "“bo” isn’t an email address",
    ],
    ["a room with blanks", { room: "my room" }, "room", "That room name doesn’t work"],
    ["a room of nothing but #", { room: "##" }, "room", "That room name doesn’t work"],
    ["a room name over the limit", { room: "r".repeat(51) }, "room", "That room name is too long"],
    [
      "too many people",
      { addresses: Array.from({ length: 50 }, (_, n) => `p${n}@contoso.com`).join(" ") },
      "addresses",
      "That’s a lot of people",
    ],
    [
      "too many selected people",
      {
        addresses: "",
        people: people(51)
          .map(({ aadId }) => aadId)
          .join(","),
      },
      "people",
      "That’s a lot of people",
    ],
  ];

  /** The field for the length accepts only numbers. */
  function isNoNumber(name: string, value: string): boolean {
    return name === "minutes" && Number.isNaN(Number(value));
  }

  describe("shows the dialog again, with the error at its field and all entries, for", () => {
    it.each(entries)("%s", async (_, wrong, field, told) => {
      const entered = { ...full, ...wrong };
      const { answer, graphRequests, sent } = await submitMeet(app, entered);
      const dialog = dialogOf(answer);
      expect(below(dialog, field)).toContain(told);
      const kept = Object.fromEntries(
        Object.entries(entered).filter(([name, value]) => value !== "" && !isNoNumber(name, value)),
      );
      expect(fieldsOf(dialog)).toEqual(kept);
      expect(graphRequests).toEqual([]);
      expect(sent).toEqual([]);
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("all errors at once, each at its field, in the person's language", async () => {
      const wrong = { ...full, time: "", minutes: "0", addresses: "bo", room: "my room" };
      const fr = { locale: "fr-FR" };
      const dialog = dialogOf(await app.post(openMeet(fr)));
      const pressed = submitDialog(dialog, wrong, fr);
      const again = dialogOf((await app.turn(pressed)).answer);
      const english = dialogOf((await submitMeet(app, wrong)).answer);
      for (const field of ["time", "minutes", "addresses", "room"]) {
        expect(below(again, field)).toMatch(/^[^[]/);
        expect(below(again, field)).not.toBe(below(english, field));
      }
    });

    it("the same error again, and then valid entries", async () => {
      const first = await submitMeet(app, { ...full, time: "" });
      const second = await app.turn(submitDialog(dialogOf(first.answer), { time: "25:61" }));
      const third = await app.turn(submitDialog(dialogOf(second.answer), { time: "10:15" }));
      expect(createOrGetBodies(third.graphRequests)).toHaveLength(1);
      expect(textOf(previewOf(third.answer))).toContain("Retrospective");
    });

    it("with the conversation's meeting, and its unchanged values still request nothing", async () => {
      await app.turn(message(plan));
      const wrong = await submitMeet(app, { room: "my room" });
      const dialog = dialogOf(wrong.answer);
      expect(textOf(dialog)).toContain("There’s already a meeting.");
      const pressed = submitDialog(dialog, { room: "" });
      const { answer, graphRequests } = await app.turn(pressed);
      expect(changesIn(graphRequests)).toEqual([]);
      previewOf(answer);
    });
  });

  const created = async (entered: Record<string, string>, options = {}) => {
    const { graphRequests } = await submitMeet(app, entered, options);
    const [body] = createOrGetBodies(graphRequests);
    return [body?.startDateTime, body?.endDateTime];
  };

  describe("reads a time in the person's time zone:", () => {
    it.each([
      [
        "day and time",
        { day: "2026-11-24", time: "15:00" },
        ["2026-11-24T14:00:00.000Z", undefined],
      ],
      ["a time alone is today's", { time: "15:00" }, ["2026-11-20T14:00:00.000Z", undefined]],
      [
        "with a length",
        { day: "2026-11-24", time: "15:00", minutes: "45" },
        ["2026-11-24T14:00:00.000Z", "2026-11-24T14:45:00.000Z"],
      ],
      [
        "a length alone runs from now",
        { minutes: "45" },
        ["2026-11-20T09:00:00.000Z", "2026-11-20T09:45:00.000Z"],
      ],
      [
        "across the night when the clocks go forward",
        { day: "2027-03-28", time: "01:30", minutes: "60" },
        ["2027-03-28T00:30:00.000Z", "2027-03-28T01:30:00.000Z"],
      ],
      ["the current minute", { time: "10:00" }, ["2026-11-20T09:00:00.000Z", undefined]],
    ])("%s", async (_, entered, times) => {
      expect(await created(entered as Record<string, string>)).toEqual(times);
    });

    it("in another time zone", async () => {
      const entered = { day: "2026-11-24", time: "15:00" };
      expect(await created(entered, { timeZone: "Asia/Tokyo" })).toEqual([
        "2026-11-24T06:00:00.000Z",
        undefined,
      ]);
    });
  });
});

describe("people in the dialog", () => {
  const [elsewhere, guest] = people(2) as [TestPerson, TestPerson];

  const app = useApp();

  /** The attendees of createOrGet: Entra object ids, and addresses. */
  function invitedBy(requests: Parameters<typeof createOrGetBodies>[0]): unknown[] {
    const [body] = createOrGetBodies(requests) as { participants?: { attendees?: unknown[] } }[];
    const attendees = (body?.participants?.attendees ?? []) as {
      upn?: string;
      identity?: { user?: { id?: string } };
    }[];
    return attendees.map(({ upn, identity }) => identity?.user?.id ?? upn);
  }

  const invite = (entered: Record<string, string>, options = {}) =>
    submitMeet(app, { topic: "Sprint review", ...entered }, options);

  describe("selected people", () => {
    it("in the conversation are invited, with their names from Teams", async () => {
      const { answer, graphRequests } = await invite({ people: `${bo.aadId},${chen.aadId}` });
      expect(invitedBy(graphRequests)).toEqual([bo.aadId, chen.aadId]);
      expect(textOf(previewOf(answer))).toContain("Bo Nilsson");
    });

    it("are each invited once, no matter what separates the ids", async () => {
      const ids = `${bo.aadId}; ${bo.aadId.toUpperCase()},8:orgid:${chen.aadId},,29:nobody`;
      const { graphRequests } = await invite({ people: ids });
      expect(invitedBy(graphRequests)).toEqual([bo.aadId, chen.aadId]);
    });

    it("outside the conversation are also invited, without a made-up name", async () => {
      const { answer, graphRequests } = await invite({ people: `${elsewhere.aadId},${bo.aadId}` });
      expect(invitedBy(graphRequests)).toEqual([elsewhere.aadId, bo.aadId]);
      const { sent } = await app.turn(pressBelow(previewOf(answer), "send"));
      const told = cardOf(sent[0]).msteams?.entities?.map(({ mentioned }) => mentioned);
      expect(told).toEqual([{ id: bo.aadId, name: bo.name }]);
    });

    it("who are guests are left out, and the card says so", async () => {
      app.connector.roster.push({ ...toRosterMember(guest), userRole: "guest" });
      const { answer, graphRequests } = await invite({ people: `${guest.aadId},${bo.aadId}` });
      expect(invitedBy(graphRequests)).toEqual([bo.aadId]);
      expect(textOf(previewOf(answer))).toContain(guest.name);
    });

    it("are invited even if Teams can't look them up", async () => {
      app.connector.fail("GET", 500);
      const { answer, graphRequests } = await invite({ people: bo.aadId });
      expect(invitedBy(graphRequests)).toEqual([bo.aadId]);
      expect(resultsOf(answer)).toHaveLength(1);
    });

    it("are invited in a chat that Teams doesn't name, without a lookup", async () => {
      const { answer, graphRequests } = await invite({ people: bo.aadId }, { in: "nowhere" });
      expect(invitedBy(graphRequests)).toEqual([bo.aadId]);
      expect(resultsOf(answer)).toHaveLength(1);
      expect(app.connector.rosterRequests).toEqual([]);
    });

    it("are looked up at most eight at a time, until Teams stops responding", async () => {
      app.connector.fail("GET", "silence");
      const many = people(40).map(({ aadId }) => aadId);
      const { graphRequests } = await app.clock.runUntil(invite({ people: many.join(",") }));
      expect(invitedBy(graphRequests)).toEqual(many);
      // Eight people and the bot's presence, each a second time when Teams didn't respond.
      expect(app.connector.attempts.GET).toBe(2 * 9);
    });

    it("with unknown ids aren't invited", async () => {
      const { graphRequests } = await invite({ people: "me,all,*" });
      expect(invitedBy(graphRequests)).toEqual([]);
    });

    it("for an existing meeting are in the question by name, never with a blank", async () => {
      await app.turn(message(plan));
      const asked = await submitMeet(app, { people: `${bo.aadId},${elsewhere.aadId}` });
      const question = dialogOf(asked.answer);
      expect(textOf(question)).toContain("Bo Nilsson");
      const updated = await app.turn(pressInDialog(question, "Update"));
      expect(JSON.stringify(changesIn(updated.graphRequests))).toContain(elsewhere.aadId);
      expect(JSON.stringify(changesIn(updated.graphRequests))).toContain(bo.aadId);
      previewOf(updated.answer);
    });

    it("without a known name aren't blank in the question", async () => {
      await app.turn(message(plan));
      const asked = await submitMeet(app, { people: elsewhere.aadId });
      const text = textOf(dialogOf(asked.answer));
      expect(text).toContain("someone");
    });
  });

  describe("typed addresses", () => {
    it("are invited, separated by commas, spaces or line breaks", async () => {
      const addresses = "Ana@Contoso.com, dan@fabrikam.com;eve@contoso.com\n<fay@contoso.com>";
      const { graphRequests } = await invite({ addresses });
      expect(invitedBy(graphRequests)).toEqual([
        "ana@contoso.com",
        "dan@fabrikam.com",
        "eve@contoso.com",
        "fay@contoso.com",
      ]);
    });

    it("of a selected person count once", async () => {
      const { graphRequests } = await invite({ people: bo.aadId, addresses: "bo@contoso.com" });
      expect(invitedBy(graphRequests)).toEqual([bo.aadId]);
    });
  });

  describe("names that come back from the dialog", () => {
    it("are shown only if they come from our token", async () => {
      const dialog = dialogOf(await app.post(openMeet()));
      const names = JSON.stringify([[elsewhere.aadId, "The Queen"]]);
      for (const forged of [names, "AAAA", "", "null"]) {
        const entered = {
          people: elsewhere.aadId,
          offer: forged,
          names,
          topic: `T${forged.length}`,
        };
        const { answer } = await app.turn(submitDialog(dialog, entered));
        expect(JSON.stringify(answer.body)).not.toContain("The Queen");
      }
    });

    it("belong to this conversation", async () => {
      const menu = { messagePayload: toPayload(elsewhere) };
      const there = dialogOf(await app.post(openMeet({ in: design }, menu)));
      const { offer } = submitDialog(there).value.data as { offer: string };
      const here = dialogOf(await app.post(openMeet()));
      const entered = { people: elsewhere.aadId, offer, topic: "Sprint review" };
      const { answer } = await app.turn(submitDialog(here, entered));
      expect(JSON.stringify(previewOf(answer))).not.toContain(elsewhere.name);
    });

    it("create no meeting without a request", async () => {
      const dialog = dialogOf(await app.post(openMeet()));
      const { answer, graphRequests } = await app.turn(
        submitDialog(dialog, { verb: "update", people: ada.aadId }),
      );
      expect(answer.status).toBe(200);
      expect(graphRequests).toEqual([]);
    });
  });

  function toPayload(author: TestPerson) {
    return {
      body: { contentType: "html", content: "<p>Budget</p>" },
      from: { user: { id: author.aadId, displayName: author.name } },
      mentions: [],
    };
  }

  it("that Teams is slow to return don't delay the invitation by id", async () => {
    const dialog = dialogOf(await app.post(openMeet()));
    app.connector.fail("GET", "silence");
    const picked = people(3).map(({ aadId }) => aadId);
    const entered = { topic: "Sprint review", people: picked.join(",") };
    const startMs = app.clock.now().getTime();
    const { answer, graphRequests } = await app.clock.runUntil(
      app.turn(submitDialog(dialog, entered)),
    );
    expect(invitedBy(graphRequests)).toEqual(picked);
    expect(resultsOf(answer)).toHaveLength(1);
    expect(app.clock.now().getTime() - startMs).toBeLessThan(4_000);
  });
});
