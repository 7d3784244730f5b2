import { type KeyObject, createSecretKey } from "node:crypto";
import { AppError } from "../../src/errors";
import { messagesFor } from "../../bot/locales/messages";
import { MAX_POSTED_CARDS } from "../../src/meetings/record/meeting-record";
import {
  ada,
  bo,
  chen,
  design,
  execute,
  general,
  message,
  people,
  submit,
} from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { linkOf } from "../support/meeting";
import { press, pressLegacy, pressOn } from "../support/press";
import { SEALING_KEY } from "../support/test-config";
import { useApp } from "../support/use-app";
import { tokensWith } from "../support/tokens";

describe("refresh", () => {
  const app = useApp();

  /** The data of the Refresh button on the channel's card after Ada's first `meet`. */
  async function refreshData(): Promise<{ ref: string }> {
    const { sent } = await app.turn(message("meet Sprint review", { from: ada }));
    const button = buttonOf(cardOf(sent[0]), "Refresh");
    expect(button).toMatchObject({ type: "Action.Execute", verb: "refresh" });
    return (button as unknown as { data: { ref: string } }).data;
  }

  describe("Refresh", () => {
    it.each(["manual", "automatic"] as const)(
      "shows the current meeting in the Universal Action's response (%s)",
      async (trigger) => {
        const data = await refreshData();
        await app.clock.advance(15_001);
        const { answer, sent, graphRequests } = await app.turn(
          execute("refresh", data, { from: bo, trigger }),
        );
        expect(answer.status).toBe(200);
        expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
        expect(graphRequests).toMatchObject([{ method: "GET", status: 200 }]);
        expect(sent).toEqual([]);
      },
    );

    it("sends no Graph request and writes nothing within 15 s of the last response", async () => {
      const data = await refreshData();
      await app.clock.advance(14_999);
      const replace = jest.spyOn(app.store.records, "replace");
      const { answer, graphRequests } = await app.turn(execute("refresh", data, { from: bo }));
      expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
      expect(graphRequests).toEqual([]);
      expect(replace).not.toHaveBeenCalled();
    });

    it("shows each person their view when several refresh at once", async () => {
      const { sent } = await app.turn(message("meet Sprint review tomorrow 3pm", { from: ada }));
      const { data } = buttonOf(cardOf(sent[0]), "Refresh") as unknown as { data: object };
      const { elsewhere } = messagesFor("en").card.location;
      const views = [
        { from: ada, locale: "en-US", timeZone: "Europe/Paris", text: "3:00–4:00 PM CET" },
        { from: bo, locale: "en-US", timeZone: "America/New_York", text: "9:00–10:00 AM" },
        { from: chen, locale: "fr-FR", timeZone: "Europe/Paris", text: "15:00" },
        { from: bo, locale: "en-US", timeZone: "Europe/Paris", in: design, text: elsewhere },
        { from: ada, locale: "ja-JP", timeZone: "Asia/Tokyo", text: "23:00" },
      ];
      for (let round = 1; round <= 3; round++) {
        const answers = await Promise.all(
          views.map((view) => app.post(execute("refresh", data, view))),
        );
        const cards = answers.map(cardOfAnswer);
        expect(cards.map((card) => card.refresh?.userIds)).toEqual(
          views.map(({ from }) => [from.teamsId]),
        );
        for (const [index, { text }] of views.entries())
          expect(textOf(cards[index]!)).toContain(text);
      }
    });

    it("is answered at once when nothing has to be done, in the same way", async () => {
      const data = await refreshData();
      const refresh = () => app.turn(execute("refresh", data, { from: bo }));
      const { answer: first } = await refresh();
      const get = jest.spyOn(app.store.records, "get");
      const before = app.log.length;
      const { answer, graphRequests } = await refresh();
      expect(answer).toEqual(first);
      expect(graphRequests).toEqual([]);
      expect(get).not.toHaveBeenCalled();
      const ended = { kind: "button", name: "refresh", code: "ok", graphCalls: 0, storeCalls: 1 };
      const line = { msg: "a turn ended", turn: expect.stringMatching(/^[\da-f]{8}$/), ...ended };
      expect(app.log.slice(before)).toMatchObject([line]);
    });

    it.each([
      ["fails", new AppError("store_unavailable"), []],
      ["has a bug", new Error("broken"), ["couldn't answer at once"]],
    ])("is answered as before when reading at once %s", async (_, error, logged) => {
      const data = await refreshData();
      const refresh = () => app.turn(execute("refresh", data, { from: bo }));
      const { answer: first } = await refresh();
      const before = app.log.length;
      jest.spyOn(app.store.records, "getNow").mockImplementation(() => {
        throw error;
      });
      expect((await refresh()).answer).toEqual(first);
      const lines = app.log.slice(before).map(({ msg }) => msg);
      expect(lines).toEqual([...logged, "a turn ended"]);
    });

    it("shows a change of the meeting, and of the day, at once", async () => {
      await app.restart({ config: { freshnessMs: 7 * 24 * 60 * 60_000 } });
      const { sent } = await app.turn(message("meet Stand-up every day at 9:30"));
      const { data } = buttonOf(cardOf(sent[0]), "Refresh") as unknown as { data: object };
      const refresh = async () => {
        const { answer } = await app.turn(execute("refresh", data, { from: bo }));
        return textOf(cardOfAnswer(answer));
      };
      expect(await refresh()).toContain("next tomorrow");
      const beforeMidnightMs = Date.parse("2026-11-20T22:59:59Z") - app.clock.now().getTime();
      await app.clock.advance(beforeMidnightMs);
      for (let look = 1; look <= 3; look++) expect(await refresh()).toContain("next tomorrow");
      await app.clock.advance(1_000);
      for (let look = 1; look <= 3; look++) expect(await refresh()).toContain("next today");
      await app.turn(message("rename Daily"));
      for (let look = 1; look <= 3; look++) expect(await refresh()).toContain("Daily");
    });

    it("asks Graph once for 50 people who press at once", async () => {
      const data = await refreshData();
      await app.clock.advance(60_000);
      const before = app.cloud.requests().length;
      const answers = await Promise.all(
        people(50).map((from) => app.post(execute("refresh", data, { from }))),
      );
      expect(app.cloud.requests().length - before).toBe(1);
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
      for (const answer of answers) expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
    });

    it("also works through Action.Submit, and replaces the old card", async () => {
      const { sent } = await app.turn(message("meet Sprint review"));
      const button = buttonOf(cardOf(sent[0]), "Refresh");
      const fallback = "fallback" in button ? button.fallback : undefined;
      expect(fallback?.type).toBe("Action.Submit");
      const { answer, sent: updates } = await app.turn(submit(fallback?.data ?? {}, { from: bo }));
      expect(answer).toEqual({ status: 200, body: undefined });
      expect(updates).toMatchObject([{ method: "PUT", path: expect.stringMatching(/sent-1$/) }]);
      expect(textOf(cardOf(updates[0]))).toContain("Sprint review");
    });

    it("sends a new card if the old one can't be replaced", async () => {
      const data = await refreshData();
      app.connector.fail("PUT", 404);
      const { sent } = await app.turn(submit({ ...data, verb: "refresh" }));
      expect(sent.map(({ method }) => method)).toEqual(["POST"]);
    });

    it("uses the viewer's time zone, and refreshes for the viewer", async () => {
      const data = await refreshData();
      const { answer } = await app.turn(execute("refresh", data, { from: bo }));
      expect(cardOfAnswer(answer).refresh?.userIds).toEqual([bo.teamsId]);
    });

    it("shows its meeting in any conversation without changing it", async () => {
      const data = await refreshData();
      const { answer } = await app.turn(execute("refresh", data, { from: bo, in: design }));
      expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it.each([
      ["no token", {}],
      ["no data", undefined],
      ["a token of another type", { ref: { key: "x" } }],
      ["an empty token", { ref: "" }],
      ["a forged token", { ref: "Zm9yZ2VkIGZvcmdlZCBmb3JnZWQgZm9yZ2VkIGZvcmdlZA" }],
      ["a token from another key", { ref: sealedWith(createSecretKey(Buffer.alloc(32, 9))) }],
    ])("creates nothing with %s, and says what to do", async (_, data) => {
      const { answer, graphRequests } = await app.turn(execute("refresh", data));
      expect(answer).toMatchObject({
        status: 200,
        body: {
          statusCode: 400,
          type: "application/vnd.microsoft.error",
          value: {
            code: "bad_reference",
            message: expect.stringContaining("Send “meet” to Rendezvous"),
          },
        },
      });
      expect(graphRequests).toEqual([]);
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("creates nothing for a conversation that has no meeting", async () => {
      const { answer, graphRequests } = await app.turn(
        execute("refresh", { ref: sealedWith(SEALING_KEY) }),
      );
      expect(textOf(cardOfAnswer(answer))).toContain("no longer exists");
      expect(graphRequests).toEqual([]);
    });

    it("creates nothing for a meeting that was never created", async () => {
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
      await app.turn(message("meet"));
      const { answer, graphRequests } = await app.turn(
        execute("refresh", { ref: sealedWith(SEALING_KEY) }),
      );
      expect(textOf(cardOfAnswer(answer))).toContain("hasn’t been created");
      expect(graphRequests).toEqual([]);
    });

    it("shows the current meeting for an older link", async () => {
      const data = await refreshData();
      app.cloud.settings.unlicensedUsers = [ada.aadId];
      const { sent } = await app.turn(message("meet", { from: bo }));
      const { answer } = await app.turn(execute("refresh", data, { from: chen }));
      const card = cardOfAnswer(answer);
      expect(textOf(card)).toContain("link was replaced");
      expect(buttonOf(card, "Join")).toEqual(buttonOf(cardOf(sent[0]), "Join"));
    });

    it.each([
      ["responds with HTML", { status: 500, body: "<html>" }, "couldn’t reach Teams"],
      ["is busy", { status: 429, headers: { "retry-after": "120" } }, "couldn’t reach Teams"],
      [
        "has lost the meeting",
        { status: 404, body: { error: { code: "NotFound", message: "3004: gone" } } },
        "no longer has this meeting",
      ],
    ])(
      "shows the last known meeting, marked as such, when Graph %s",
      async (_, fault, sentence) => {
        const data = await refreshData();
        await app.clock.advance(60_000);
        app.cloud.addFault({
          match: "onlineMeetings/",
          times: fault.status === 500 ? 3 : 1,
          ...fault,
        });
        const { answer } = await app.turn(execute("refresh", data, { from: bo }));
        const card = cardOfAnswer(answer);
        expect(textOf(card)).toContain(sentence);
        expect(buttonOf(card, "Join")).toBeDefined();
        expect(app.cloud.meetings()).toHaveLength(1);
      },
    );
  });

  it("offers a new link where Graph has lost the meeting, except elsewhere", async () => {
    const data = await refreshData();
    await app.clock.advance(60_000);
    await asOrganizer(app, "DELETE");
    const { answer } = await app.turn(execute("refresh", data, { from: bo }));
    const { answer: elsewhere } = await app.turn(execute("refresh", data, { in: design }));
    expect(buttonsOf(cardOfAnswer(elsewhere)).map(({ title }) => title)[0]).toBe("Join");
    const card = cardOfAnswer(answer);
    expect(buttonsOf(card).map(({ title }) => title)[0]).toBe("Create new link");
    const { sent } = await app.turn(pressOn(card, "Create new link", { from: bo }));
    expect(textOf(cardOf(sent[0]))).toMatch(/Sprint review.*New link/su);
    expect(linkOf(cardOf(sent[0]))).toBe(app.cloud.meetings().at(-1)?.joinWebUrl);
  });

  it("asks a failing Graph no more often than a working one", async () => {
    const data = await refreshData();
    await app.clock.advance(60_000);
    app.cloud.addFault({ match: "onlineMeetings/", status: 429, headers: { "retry-after": "60" } });
    for (const from of people(5)) {
      const { answer } = await app.turn(execute("refresh", data, { from, trigger: "automatic" }));
      expect(textOf(cardOfAnswer(answer))).toContain("couldn’t reach Teams");
    }
    expect(app.cloud.requests()).toHaveLength(2);
    await app.clock.advance(60_001);
    const { answer } = await app.turn(execute("refresh", data));
    expect(textOf(cardOfAnswer(answer))).not.toContain("couldn’t reach Teams");
  });

  it("forgets a failed check when a meet has seen the meeting since", async () => {
    const data = await refreshData();
    await app.clock.advance(60_000);
    app.cloud.addFault({
      match: "onlineMeetings/",
      status: 429,
      headers: { "retry-after": "3600" },
    });
    await app.turn(execute("refresh", data));
    await app.turn(message("meet"));
    await app.clock.advance(20_000);
    const { answer } = await app.turn(execute("refresh", data));
    expect(textOf(cardOfAnswer(answer))).not.toContain("couldn’t reach Teams");
  });

  it("stores what it sees despite a lease that a dead process left", async () => {
    const data = await refreshData();
    const key = { tenantId: general.tenantId, threadId: general.threadId, room: "" };
    const stored = await app.store.records.get(key);
    if (!stored) throw new Error("There is no record.");
    const lease = { holder: "dead", expiresAt: app.clock.now().toISOString() };
    await app.store.records.replace(stored, { ...stored.record, lease });
    await app.clock.advance(60_000);
    await app.turn(execute("refresh", data));
    const { graphRequests } = await app.turn(execute("refresh", data));
    expect(graphRequests).toEqual([]);
    expect((await app.store.records.get(key))?.record.lease).toBeUndefined();
  });

  function sealedWith(key: KeyObject): string {
    const reference = {
      key: { tenantId: general.tenantId, threadId: general.threadId, room: "" },
      generation: 1,
    };
    return tokensWith(key).meeting.encode(reference);
  }
});

describe("posted cards", () => {
  const app = useApp();

  const ROOT = "1759881511856";

  async function meet(options: Parameters<typeof message>[1] = {}, text = "meet") {
    const { sent } = await app.turn(message(text, options));
    return sent[0]!;
  }

  /** The replaced messages. */
  function replaced(sent: readonly SentActivity[]): string[] {
    return sent.flatMap(({ method, id }) => (method === "PUT" ? [id] : []));
  }

  async function rows(): Promise<string[]> {
    const stored = await app.store.records.get({ ...general, room: "" });
    return (stored?.record.cards ?? []).map(({ activityId }) => activityId);
  }

  /** Every change of the meeting, with the notice on all cards. */
  const changes: [string, () => Promise<SentActivity[]>, string][] = [
    ["rename", () => typed("rename Demo"), "Renamed by Ada Lovelace."],
    ["move", () => typed("move tomorrow 5pm"), "Moved by Ada Lovelace."],
    ["Update", () => asked("meet Demo", "Update"), "Updated by Ada Lovelace."],
    ["new", () => asked("new", "Create new link"), "New link by"],
    ["cancel", () => asked("cancel", "Cancel meeting"), "Cancelled by Ada Lovelace"],
  ];

  async function typed(text: string): Promise<SentActivity[]> {
    return (await app.turn(message(text, { from: ada }))).sent;
  }

  async function asked(text: string, title: string): Promise<SentActivity[]> {
    const { sent } = await app.turn(message(text, { from: ada }));
    return (await app.turn(press(sent[0], title, { from: ada }))).sent;
  }

  describe.each(changes)("after %s", (_, change, sentence) => {
    it("updates every card of the bot in place", async () => {
      const first = await meet({ from: ada }, "meet Sprint review");
      const second = await meet({ from: bo });
      const inThread = await meet({ from: chen, root: ROOT });
      const sent = await change();
      expect(replaced(sent)).toEqual(expect.arrayContaining([first.id, second.id, inThread.id]));
      expect(new Set(replaced(sent)).size).toBe(replaced(sent).length);
      for (const one of sent) expect(textOf(cardOf(one))).toContain(sentence);
      const update = sent.find(({ id }) => id === inThread.id);
      expect(decodeURIComponent(update?.path ?? "")).toContain(`;messageid=${ROOT}/activities/`);
    });

    it("tries a deleted card only once, and updates the others", async () => {
      const first = await meet({ from: ada }, "meet Sprint review");
      const second = await meet({ from: bo });
      app.connector.deleted.add(first.id);
      const sent = await change();
      expect(replaced(sent)).toContain(second.id);
      expect(await rows()).not.toContain(first.id);
      expect(await rows()).toContain(second.id);
    });

    it("updates only the most recent cards", async () => {
      for (let count = 0; count < MAX_POSTED_CARDS + 3; count += 1) await meet({ from: ada });
      const sent = await change();
      const old = Array.from({ length: 3 }, (_row, index) => `sent-${index + 1}`);
      for (const id of old) expect(replaced(sent)).not.toContain(id);
      expect(replaced(sent)).toContain(`sent-${MAX_POSTED_CARDS + 3}`);
      expect(await rows()).toHaveLength(MAX_POSTED_CARDS);
    });
  });

  describe("the updates of cards", () => {
    it("uses the language of the person who asked for the card", async () => {
      const locales = ["en-US", "fr-CA", "ja-JP", "ru-RU", "zh-CN"];
      const cards: SentActivity[] = [];
      for (const locale of locales) cards.push(await meet({ locale }, "meet"));
      const sent = await typed("rename Demo");
      for (const [index, locale] of locales.entries()) {
        const update = sent.find(({ id }) => id === cards[index]?.id);
        const { changed } = messagesFor(locale);
        expect(textOf(cardOf(update))).toContain(changed.renamed({ name: ada.name }));
      }
    });

    it("uses the time zone of the person who asked for the card", async () => {
      const paris = await meet({ from: ada }, "meet Sprint review tomorrow 3pm for 45 min");
      const tokyo = await meet({ from: bo, timeZone: "Asia/Tokyo" });
      const berlin = await meet({ from: chen, timeZone: "Europe/Berlin", locale: "en-GB" });
      const sent = await typed("rename Demo");
      const textIn = (card: SentActivity) => textOf(cardOf(sent.find(({ id }) => id === card.id)));
      expect(textIn(paris)).toMatch(/3:00–3:45 PM CET/);
      expect(textIn(tokyo)).toMatch(/11:00–11:45 PM Japan time/);
      expect(textIn(berlin)).toMatch(/15:00\s?–\s?15:45/);
    });

    it("keeps the card's refreshing users, and mentions no one again", async () => {
      const options = { from: ada, mentions: [bo] };
      const first = await meet(options, "meet Sprint review with @Bo Nilsson");
      expect(cardOf(first).msteams?.entities).toHaveLength(1);
      const sent = await typed("rename Demo");
      const update = cardOf(sent.find(({ id }) => id === first.id));
      expect(update.refresh?.userIds).toEqual([ada.teamsId, bo.teamsId]);
      expect(update.msteams).toBeUndefined();
      expect(textOf(update)).toContain("Ada Lovelace (host), Bo Nilsson");
    });

    it("leaves out the other rooms of the conversation", async () => {
      await meet();
      const room = await meet({}, "meet #design");
      expect(replaced(await typed("rename Demo"))).not.toContain(room.id);
    });
  });

  describe("the pressed card", () => {
    it.each([
      ["Action.Execute", press],
      ["Action.Submit", pressLegacy],
    ])("is updated once (%s)", async (_, pressing) => {
      const first = await meet();
      const { sent: question } = await app.turn(message("meet Demo"));
      const { sent } = await app.turn(pressing(question[0], "Update"));
      expect(replaced(sent)).toEqual([question[0]?.id, first.id]);
    });

    it("is updated once if Teams names its thread only now", async () => {
      await meet();
      const { sent: question } = await app.turn(message("meet Demo"));
      const inThread = press(question[0], "Update", { root: ROOT });
      const { sent } = await app.turn(inThread);
      expect(replaced(sent).filter((id) => id === question[0]?.id)).toHaveLength(1);
      expect(new Set(await rows()).size).toBe((await rows()).length);
    });

    it("is replaced by a new one in the record if it was deleted", async () => {
      await meet();
      const { sent: question } = await app.turn(message("meet Demo"));
      app.connector.deleted.add(question[0]!.id);
      const { sent } = await app.turn(press(question[0], "Update"));
      const answer = sent.find(({ method }) => method === "POST");
      expect(textOf(cardOf(answer))).toContain("Updated by Ada Lovelace.");
      expect(await rows()).toEqual(["sent-1", answer?.id]);
    });
  });

  it("shows a new organizer on every card, with the new link", async () => {
    const first = await meet({ from: ada });
    app.cloud.settings.unlicensedUsers = [ada.aadId];
    const { sent } = await app.turn(message("meet", { from: bo }));
    const update = sent.find(({ id }) => id === first.id);
    expect(textOf(cardOf(update))).toContain("Bo Nilsson is the new host");
    expect(linkOf(cardOf(update))).toBe(linkOf(cardOf(sent[0])));
  });
});
