import {
  ada,
  bo,
  chen,
  event,
  general,
  groupChat,
  message,
  people,
  personalChat,
  type TestPerson,
  type ActivityOptions,
} from "../support/activities";
import { live } from "../contracts/records";
import { toDefaultKey } from "../../src/meetings/record/meeting-key";
import type { MeetingSeries } from "../../src/meetings/record/meeting-record";
import { updateRow } from "../../src/meetings/record/update-row";
import { SERVICE_URL, startAuthenticatedApp } from "../support/authenticated-app";
import { buttonsOf, cardOf, textOf } from "../support/cards";
import { toRosterMember, type SentActivity } from "../support/connector";
import { linkOf } from "../support/meeting";
import { press } from "../support/press";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";
import { validateCard } from "../support/validate-card";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
/** In Paris, where it's 10:00. */
const STAND_UP = "meet Stand-up today 11:00 for 15 min";

const [guest] = people(1) as [TestPerson];

const app = useApp();

/** Advances the clock, and returns what the bot did by itself. */
async function after(ms: number): Promise<SentActivity[]> {
  const sentBefore = app.connector.sent.length;
  await app.clock.advance(ms);
  await app.clock.runUntil(app.runDue());
  return app.connector.sent.slice(sentBefore);
}

function conversationOf({ path }: SentActivity): string {
  return decodeURIComponent(path.split("/")[3] ?? "");
}

function remindedOf(sent: readonly SentActivity[]): string[] {
  return sent.map((one) => textOf(cardOf(one)).split("\n")[0] ?? "");
}

/** Creates a meeting an hour from now. */
async function meetSoon(options: ActivityOptions = {}, text = STAND_UP): Promise<SentActivity> {
  const { sent } = await app.turn(message(text, options));
  expect(sent).toHaveLength(1);
  return sent[0]!;
}

const storedDue = async (): Promise<string[]> => {
  const found: string[] = [];
  for await (const row of app.store.scan()) {
    if (row.kind === "due" && row.stored.record.work === "reminder") {
      found.push(row.stored.record.dueAt);
    }
  }
  return found.toSorted();
};

describe("a reminder", () => {
  it("comes once, 5 minutes before the start, below the meeting's card, with Join", async () => {
    const shown = await meetSoon({ root: "1759881511000" });
    expect(await after(54 * MINUTE_MS)).toEqual([]);
    const sent = await after(MINUTE_MS);
    expect(remindedOf(sent)).toEqual(["Stand-up starts in 5 minutes"]);
    expect(sent[0]).toMatchObject({
      method: "POST",
      activity: { summary: "Stand-up starts in 5 minutes" },
    });
    expect(conversationOf(sent[0]!)).toBe(`${general.threadId};messageid=1759881511000`);
    const card = cardOf(sent[0]);
    validateCard(card);
    expect(linkOf(card)).toBe(linkOf(cardOf(shown)));
    expect(buttonsOf(card)).toMatchObject([{ title: "Join", style: "positive" }]);
    expect(textOf(card)).toMatch(/Nov 20 · 11:00\W11:15\sAM CET/u);
    expect(await after(MINUTE_MS)).toEqual([]);
    expect(await after(HOUR_MS)).toEqual([]);
    expect(await storedDue()).toEqual([]);
  });

  it("replies to the card's own post if the card isn't in a thread", async () => {
    const shown = await meetSoon();
    const sent = await after(55 * MINUTE_MS);
    expect(conversationOf(sent[0]!)).toBe(`${general.threadId};messageid=${shown.id}`);
  });

  it("is a message in a chat", async () => {
    await meetSoon({ in: groupChat });
    const sent = await after(55 * MINUTE_MS);
    expect(sent.map(conversationOf)).toEqual([groupChat.threadId]);
  });

  it("mentions the people who take part, each once", async () => {
    await app.turn(
      message(`${STAND_UP} with @Bo Nilsson and @Ada Lovelace`, { mentions: [bo, ada] }),
    );
    await app.turn(message("invite @Chen Wei", { from: bo, mentions: [chen] }));
    await app.turn(message("invite eve@fabrikam.com"));
    const [sent] = await after(55 * MINUTE_MS);
    expect(cardOf(sent).msteams?.entities).toEqual([
      {
        type: "mention",
        text: "<at>Ada Lovelace</at>",
        mentioned: { id: ada.aadId, name: "Ada Lovelace" },
      },
      {
        type: "mention",
        text: "<at>Bo Nilsson</at>",
        mentioned: { id: bo.aadId, name: "Bo Nilsson" },
      },
      {
        type: "mention",
        text: "<at>Chen Wei</at>",
        mentioned: { id: chen.aadId, name: "Chen Wei" },
      },
      { type: "mention", text: "<at>eve</at>", mentioned: { id: "eve@fabrikam.com", name: "eve" } },
    ]);
    validateCard(cardOf(sent));
  });

  it("mentions no one in someone's own chat with the bot", async () => {
    await meetSoon({ in: personalChat });
    const [sent] = await after(55 * MINUTE_MS);
    expect(cardOf(sent).msteams).toBeUndefined();
  });

  it("is sent without mentions if Teams refuses them", async () => {
    await meetSoon();
    app.connector.fail("POST", 400, 1);
    const sent = await after(55 * MINUTE_MS);
    expect(remindedOf(sent)).toEqual(["Stand-up starts in 5 minutes"]);
    expect(cardOf(sent[0]).msteams).toBeUndefined();
  });

  it.each([
    ["fr-FR", "Stand-up commence dans 5 minutes"],
    ["ja-JP", "「Stand-up」は 5 分後に始まります"],
    ["ru-RU", "«Stand-up» начнётся через 5 минут"],
    ["zh-CN", "“Stand-up”将在 5 分钟后开始"],
  ])("is in the language of the card: %s", async (locale, text) => {
    await meetSoon({ locale });
    expect(remindedOf(await after(55 * MINUTE_MS))).toEqual([text]);
  });

  it("doesn't come for a standing meeting, or one that starts too soon", async () => {
    await app.turn(message("meet"));
    await app.turn(message("meet Quick #quick today 10:04 for 15 min"));
    expect(await storedDue()).toEqual([]);
    expect(await after(HOUR_MS)).toEqual([]);
  });

  it("costs nothing when the meeting is shown again", async () => {
    const shown = await meetSoon();
    const inserts = jest.spyOn(app.store.due, "insert");
    const replaces = jest.spyOn(app.store.records, "replace");
    await app.turn(press(shown, "Refresh"));
    expect(inserts).toHaveBeenCalledTimes(0);
    expect(replaces).toHaveBeenCalledTimes(0);
    await app.turn(message("meet", { from: bo }));
    expect(inserts).toHaveBeenCalledTimes(0);
  });

  describe("of a meeting that was changed", () => {
    it("comes at the new time, and not at the old one", async () => {
      await meetSoon();
      await app.turn(message("move today 12:00"));
      expect(await after(55 * MINUTE_MS)).toEqual([]);
      expect(remindedOf(await after(HOUR_MS))).toEqual(["Stand-up starts in 5 minutes"]);
      expect(await storedDue()).toEqual([]);
    });

    it("has the new name and link", async () => {
      await meetSoon();
      await app.turn(message("rename Daily"));
      const { sent: asked } = await app.turn(message("new"));
      const { sent: renewed } = await app.turn(press(asked[0], "Create new link"));
      const sent = await after(55 * MINUTE_MS);
      expect(remindedOf(sent)).toEqual(["Daily starts in 5 minutes"]);
      expect(linkOf(cardOf(sent[0]))).toBe(linkOf(cardOf(renewed[0])));
    });

    it("doesn't come when the meeting was cancelled, or the bot removed", async () => {
      await meetSoon();
      const { sent } = await app.turn(message("cancel"));
      await app.turn(press(sent[0], "Cancel meeting"));
      await app.turn(message(`${STAND_UP} #ops`, { in: groupChat }));
      await app.turn(event({ type: "installationUpdate", action: "remove" }, { in: groupChat }));
      expect(await after(55 * MINUTE_MS)).toEqual([]);
    });

    it("is removed when the meeting is moved after it was posted", async () => {
      await meetSoon();
      const [first] = await after(55 * MINUTE_MS);
      await app.turn(message("move today 13:00"));
      expect(app.connector.deletions).toEqual([
        expect.stringContaining(`/activities/${first?.id}`),
      ]);
      await app.turn(message("meet"));
      expect(app.connector.deletions).toHaveLength(1);
      expect(remindedOf(await after(2 * HOUR_MS))).toEqual(["Stand-up starts in 5 minutes"]);
    });

    it("is removed when the meeting is cancelled or gets a new link", async () => {
      await meetSoon();
      await after(55 * MINUTE_MS);
      const { sent } = await app.turn(message("cancel"));
      await app.turn(press(sent[0], "Cancel meeting"));
      expect(app.connector.deletions).toHaveLength(1);
    });

    it.each([403, 405, 501])("becomes one line if the bot can't delete it: %d", async (status) => {
      await meetSoon();
      const [first] = await after(55 * MINUTE_MS);
      app.connector.fail("DELETE", status);
      const { sent } = await app.turn(message("move today 13:00"));
      const collapsed = sent.find(({ id }) => id === first?.id);
      expect(collapsed?.method).toBe("PUT");
      expect(textOf(cardOf(collapsed))).toBe("Past reminder: Stand-up");
      expect(buttonsOf(cardOf(collapsed))).toEqual([]);
    });
  });

  describe("that is late", () => {
    it.each([
      [59.9, "Stand-up starts now"],
      [62, "Stand-up started 2 minutes ago"],
    ])("says so, %d minutes from the planned start", async (minutes, text) => {
      await meetSoon();
      expect(remindedOf(await after(minutes * MINUTE_MS))).toEqual([text]);
    });

    it("doesn't come 10 minutes after the start, or when the meeting is over", async () => {
      await meetSoon();
      await meetSoon({}, "meet Long #long today 11:00 for 2 hours");
      await meetSoon({}, "meet Short #short today 11:00 for 5 min");
      expect(remindedOf(await after(66 * MINUTE_MS)).toSorted()).toEqual([
        "Long started 6 minutes ago",
        "Stand-up started 6 minutes ago",
      ]);
      await meetSoon({}, "meet Later #later today 12:30 for 2 hours");
      expect(await after(94 * MINUTE_MS)).toEqual([]);
    });
  });

  describe("when the Connector fails", () => {
    it.each([429, 412])("is tried again after a %d, which posted nothing", async (status) => {
      await meetSoon();
      app.connector.fail("POST", status, 2);
      expect(remindedOf(await after(55 * MINUTE_MS))).toHaveLength(1);
      expect(await after(5 * MINUTE_MS)).toEqual([]);
    });

    it("leaves its row to other processes if Teams refuses it for long", async () => {
      await meetSoon();
      app.connector.fail("POST", 429, 5);
      expect(await after(55 * MINUTE_MS)).toEqual([]);
      expect(app.connector.attempts.POST).toBe(6);
      expect(remindedOf(await after(15_000))).toHaveLength(1);
    });

    it("waits as long as Teams asks", async () => {
      await meetSoon();
      app.connector.fail("POST", { status: 429, retryAfter: "100" }, 1);
      expect(await after(55 * MINUTE_MS)).toEqual([]);
      expect(await after(90_000)).toEqual([]);
      expect(remindedOf(await after(15_000))).toEqual(["Stand-up starts in 3 minutes"]);
    });

    it.each([500, 503, "hang-up"] as const)(
      "isn't sent again after a %s: it may have arrived",
      async (how) => {
        await meetSoon();
        app.connector.fail("POST", how, 1);
        expect(await after(55 * MINUTE_MS)).toEqual([]);
        for (let minute = 0; minute < 20; minute += 1) expect(await after(MINUTE_MS)).toEqual([]);
        expect(app.connector.attempts.POST).toBe(2);
      },
    );

    it("isn't begun without a token for Teams", async () => {
      const { app: registered, stop } = await startAuthenticatedApp();
      const { store, clock, cloud } = registered;
      cloud.settings.tenants = [];
      const startsAt = new Date(clock.now().getTime() + 5 * MINUTE_MS).toISOString();
      const meeting = { ...live().meeting, startsAt };
      const place = { conversationId: general.threadId, activityId: "1", serviceUrl: SERVICE_URL };
      const cards = [{ ...place, locale: "en", timeZone: "UTC", refreshUserIds: [] }];
      const { record } = (await store.records.insert(live({ meeting, cards, isTimeGiven: true })))!;
      const dueAt = clock.now().toISOString();
      const row = { work: "reminder" as const, key: record.key, id: startsAt, dueAt };
      await store.due.insert(row);
      await registered.runDue();
      expect((await store.records.get(record.key))?.record).toEqual(record);
      expect(await store.due.get(row)).toBeDefined();
      await stop();
    });

    it.each([403, 404])("stops where the bot can't write any more: %d", async (status) => {
      await meetSoon();
      app.connector.fail("POST", status);
      expect(await after(55 * MINUTE_MS)).toEqual([]);
      const attempts = app.connector.attempts.POST;
      expect(await after(5 * MINUTE_MS)).toEqual([]);
      expect(app.connector.attempts.POST).toBe(attempts);
      expect(await storedDue()).toEqual([]);
    });

    it("goes below an older card if the newest one's thread is gone", async () => {
      await meetSoon({ root: "1759881511001" });
      await app.turn(message("meet", { root: "1759881511002" }));
      app.connector.fail("POST", 404, Infinity, /1759881511002/);
      const sent = await after(55 * MINUTE_MS);
      expect(sent.map(conversationOf)).toEqual([`${general.threadId};messageid=1759881511001`]);
    });
  });
});

describe("remind", () => {
  it("sets when people are reminded, and all cards say so", async () => {
    const shown = await meetSoon();
    const { sent, graphRequests } = await app.turn(message("remind 10", { from: bo }));
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain(
      "Bo Nilsson set a reminder: 10 minutes before the start.",
    );
    expect(textOf(cardOf(sent[0]))).toContain("Reminder 10 minutes before");
    const updated = sent.find(({ id }) => id === shown.id);
    expect(textOf(cardOf(updated))).toContain("Reminder 10 minutes before");
    expect(remindedOf(await after(50 * MINUTE_MS))).toEqual(["Stand-up starts in 10 minutes"]);
    expect(await after(10 * MINUTE_MS)).toEqual([]);
  });

  it.each(["remind off", "no reminders", "don’t remind us", "turn off reminders", "reminders off"])(
    "turns reminders off: %s",
    async (text) => {
      await meetSoon();
      const { sent } = await app.turn(message(text));
      expect(textOf(cardOf(sent[0]))).toContain("Ada Lovelace turned reminders off.");
      expect(await after(HOUR_MS)).toEqual([]);
    },
  );

  it.each([
    ["remind me 10 min before", 10],
    ["Please remind us 10 minutes before the start", 10],
    ["remind 1 h", 60],
    ["set a reminder 15 minutes before", 15],
    ["send us a reminder half an hour before", 30],
    ["notify everyone 10 minutes early", 10],
    ["rappelle-nous 10 minutes avant", 10],
    ["mets un rappel 15 min avant", 15],
    ["préviens-nous 10 min avant", 10],
    ["напомни нам за 10 минут", 10],
    ["поставь напоминание за 15 минут", 15],
    ["предупреди нас за час", 60],
    ["10分前にリマインドして", 10],
    ["開始15分前に通知して", 15],
    ["リマインド 10分前", 10],
    ["提前10分钟提醒我们", 10],
    ["会前15分钟提醒大家", 15],
    ["提醒 10", 10],
  ])("understands %j", async (text, minutes) => {
    await meetSoon({}, "meet Stand-up tomorrow 11:00 for 15 min");
    await app.turn(message(text));
    const { records } = await app.store.records.list({
      tenantId: general.tenantId,
      threadId: general.threadId,
    });
    expect(records).toHaveLength(1);
    expect(records[0]?.record).toMatchObject({ reminder: { minutes } });
  });

  it.each([
    "pas de rappel",
    "désactive les rappels",
    "ne nous rappelle plus",
    "отключи напоминания",
    "не напоминай",
    "リマインドしないで",
    "リマインダー オフ",
    "不要提醒",
    "取消提醒",
    "cancel reminders",
  ])("understands that %j turns them off", async (text) => {
    await meetSoon();
    await app.turn(message(text));
    expect(await after(HOUR_MS)).toEqual([]);
  });

  it("is back to the usual time with on", async () => {
    await meetSoon();
    await app.turn(message("remind off"));
    await app.turn(message("remind on"));
    expect(remindedOf(await after(55 * MINUTE_MS))).toEqual(["Stand-up starts in 5 minutes"]);
  });

  it("says when people are reminded", async () => {
    await meetSoon();
    const state = async () => textOf(cardOf((await app.turn(message("remind"))).sent[0]));
    expect(await state()).toBe(
      "Stand-up: reminder 5 minutes before the start.\n" +
        "To change it, type “remind 10”, “remind 1 hour” or “remind off”.",
    );
    await app.turn(message("remind off"));
    expect(await state()).toContain("Stand-up: reminders are off.");
  });

  it("is for a room", async () => {
    await meetSoon();
    await meetSoon({}, "meet Review #design today 11:00 for 15 min");
    await app.turn(message("remind 20 #design"));
    expect(remindedOf(await after(40 * MINUTE_MS))).toEqual(["Review starts in 20 minutes"]);
    expect(remindedOf(await after(15 * MINUTE_MS))).toEqual(["Stand-up starts in 5 minutes"]);
  });

  it("can be set before the meeting has a time", async () => {
    await app.turn(message("meet"));
    const { sent } = await app.turn(message("remind 10"));
    expect(textOf(cardOf(sent[0]))).toContain("It works once the meeting has a time.");
    await app.turn(message("move today 11:00"));
    expect(remindedOf(await after(50 * MINUTE_MS))).toEqual([
      expect.stringContaining("starts in 10 minutes"),
    ]);
  });

  it.each([
    ["remind me to buy milk", "When should I remind you?"],
    ["remind 3 days", "A reminder can come up to 24 hours before the start."],
  ])("asks back about %j", async (text, answer) => {
    await meetSoon();
    const { sent } = await app.turn(message(text));
    expect(textOf(cardOf(sent[0]))).toContain(answer);
  });

  it("offers to create a meeting where there's none", async () => {
    const { sent } = await app.turn(message("remind 10"));
    expect(buttonsOf(cardOf(sent[0])).map(({ title }) => title)).toEqual(["Create meeting"]);
  });

  it("is refused to guests of another organization", async () => {
    await meetSoon();
    app.connector.roster.push({
      ...toRosterMember(guest),
      tenantId: "22222222-2222-4333-8444-555555555555",
    });
    const { sent } = await app.turn(message("remind off", { from: guest }));
    expect(textOf(cardOf(sent[0]))).toContain("Nothing was changed.");
    expect(await after(55 * MINUTE_MS)).toHaveLength(1);
  });
});

describe("a meeting that repeats", () => {
  const DAY_MS = 24 * HOUR_MS;
  /** Friday: 11:00 in Paris is an hour from now. */
  const DAILY = "meet Stand-up every weekday 11:00 for 15 min";

  async function changeSeries(change: Partial<MeetingSeries>): Promise<void> {
    const key = toDefaultKey(general);
    await updateRow(app.store.records, key, (record) =>
      record?.state === "live" && record.series
        ? { ...record, series: { ...record.series, ...change } }
        : undefined,
    );
  }

  it("is reminded of each time, and the reminder before is removed", async () => {
    await meetSoon({}, DAILY);
    const [friday] = await after(55 * MINUTE_MS);
    expect(remindedOf([friday!])).toEqual(["Stand-up starts in 5 minutes"]);
    expect(await storedDue()).toEqual(["2026-11-23T09:55:00.000Z"]);
    const monday = await after(3 * DAY_MS);
    expect(remindedOf(monday)).toEqual(["Stand-up starts in 5 minutes"]);
    expect(app.connector.deletions).toEqual([expect.stringContaining(`/activities/${friday?.id}`)]);
    expect(await storedDue()).toEqual(["2026-11-24T09:55:00.000Z"]);
    expect(remindedOf(await after(DAY_MS))).toHaveLength(1);
    expect(app.connector.deletions).toHaveLength(2);
  });

  it("is reminded of at the same local time when the clocks change", async () => {
    await app.clock.advance(115 * DAY_MS);
    await meetSoon({}, "meet Sync every Monday 11:00 for 15 min");
    let reminders = 0;
    const minutes = new Set<string>();
    for (let week = 0; week < 4; week += 1) {
      const [due] = await storedDue();
      await app.clock.advance(Date.parse(due!) - app.clock.now().getTime());
      reminders += (await after(0)).length;
      minutes.add(due!.slice(11, 16));
    }
    expect(reminders).toBe(4);
    expect([...minutes]).toEqual(["09:55", "08:55"]);
  });

  it("isn't reminded of while it's paused, or on a day that is skipped", async () => {
    await meetSoon({}, DAILY);
    await changeSeries({ skipped: ["2026-11-20T10:00:00.000Z"] });
    expect(await after(55 * MINUTE_MS)).toEqual([]);
    await changeSeries({ pausedAt: "2026-11-21T09:00:00.000Z" });
    expect(await after(3 * DAY_MS)).toEqual([]);
    await changeSeries({ pausedAt: undefined });
    await app.turn(message("meet"));
    expect(remindedOf(await after(DAY_MS))).toEqual(["Stand-up starts in 5 minutes"]);
  });

  it("is reminded of next time if no one knows whether a message arrived", async () => {
    await meetSoon({}, DAILY);
    app.connector.fail("POST", "hang-up", 1);
    expect(await after(55 * MINUTE_MS)).toEqual([]);
    expect(await storedDue()).toEqual(["2026-11-23T09:55:00.000Z"]);
    expect(await after(3 * DAY_MS)).toHaveLength(1);
  });
});

describe("reminders and updates of a channel's cards", () => {
  const limited = useApp({ hasConversationLimits: true });

  it("share Teams' limits", async () => {
    for (let room = 0; room < 4; room += 1) {
      await limited.turn(message(`${STAND_UP} #room-${room}`));
    }
    for (let count = 0; count < 4; count += 1) await limited.turn(message("meet Sprint review"));
    await limited.clock.advance(55 * MINUTE_MS);
    const sentBefore = limited.connector.sent.length;
    const renaming = limited.turn(message("rename Retro"));
    while (limited.connector.attempts.PUT < 4) await new Promise(setImmediate);
    const reminding = limited.runDue();
    for (let step = 0; step < 9; step += 1) await limited.clock.advance(100);
    // The reply, the updates, and one reminder.
    expect(limited.connector.sent.length - sentBefore).toBe(6);
    await limited.clock.runUntil(Promise.all([renaming, reminding]));
    expect(limited.connector.sent.length - sentBefore).toBe(9);
  });
});

test("with several processes, each reminder comes once", async () => {
  for (let room = 0; room < 10; room += 1) await meetSoon({}, `${STAND_UP} #room-${room}`);
  const { clock, store, cloud } = app;
  const others = await Promise.all([1, 2].map(() => startApp({ clock, store, cloud })));
  await clock.advance(55 * MINUTE_MS);
  const sentBefore = app.connector.sent.length;
  await Promise.all([app, ...others].map(({ runDue }) => clock.runUntil(runDue())));
  await clock.advance(MINUTE_MS);
  await Promise.all([app, ...others].map(({ runDue }) => clock.runUntil(runDue())));
  // All go to the service URL of the cards.
  expect(app.connector.sent.slice(sentBefore)).toHaveLength(10);
  await Promise.all(others.map((other) => other.stop()));
});

test("the sweep plans a reminder again whose row was lost", async () => {
  await meetSoon();
  for await (const row of app.store.scan()) {
    if (row.kind === "due") await app.store.due.erase(row.stored);
  }
  expect(await storedDue()).toEqual([]);
  await app.purgeExpired();
  expect(await storedDue()).toEqual(["2026-11-20T09:55:00.000Z"]);
});

test("a reminder that no process sent for long comes while it's of use", async () => {
  await meetSoon({}, "meet Stand-up today 13:00 for 15 min");
  await app.turn(message("remind 2 h"));
  await app.clock.advance(2.5 * HOUR_MS);
  const { clock, store, cloud } = app;
  const restarted = await startApp({ clock, store, cloud });
  await restarted.purgeExpired();
  const sentBefore = app.connector.sent.length;
  await restarted.runDue();
  await app.runDue();
  expect(remindedOf(app.connector.sent.slice(sentBefore))).toEqual([
    "Stand-up starts in 30 minutes",
  ]);
  await restarted.stop();
});

test("no reminder is planned where they are turned off", async () => {
  await app.restart({ config: { reminderMinutes: 0 } });
  await meetSoon();
  const { sent } = await app.turn(message("remind 10"));
  expect(textOf(cardOf(sent[0]))).toBe("Your admin turned reminders off.");
  expect(await storedDue()).toEqual([]);
  expect(await after(HOUR_MS)).toEqual([]);
});
