import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { openStore } from "../../../src/storage/open-store";
import { createMemoryStore } from "../../../src/storage/memory-store";
import { useTemporaryFolder } from "../../storage/temporary-folder";
import {
  BOT,
  TENANT,
  type TestConversation,
  ada,
  bo,
  chen,
  design,
  event,
  extensionInvoke,
  general,
  groupChat,
  meetingChat,
  message,
  people,
  personalChat,
} from "../../support/activities";
import { buttonsOf, textOf } from "../../support/cards";
import { linkOf } from "../../support/meeting";
import { press } from "../../support/press";
import { type TestApp, startApp } from "../../support/start-app";
import { useApp } from "../../support/use-app";
import { validateCard } from "../../support/validate-card";
import { readAnswered, search, toQuery } from "./searching";

describe("search", () => {
  const OTHER_TENANT = "22222222-2222-4333-8444-555555555555";
  const ROOT = "1759881511856";

  const app = useApp();

  const type = (text: string, options: Parameters<typeof message>[1] = {}) =>
    app.turn(message(text, options));

  describe("with an empty query, the search shows", () => {
    it("the conversation's own meeting, its rooms, then the person's meetings elsewhere, newest first", async () => {
      await type("meet Retro", { in: design });
      await app.clock.advance(60_000);
      await type("meet Lunch", { in: groupChat });
      await type("meet #design Sketches");
      await type("meet here Thread talk", { root: ROOT });
      await type("meet Sprint review", { from: bo });
      const { entries, titles, graphRequests } = await search(app);
      expect(titles).toEqual(["Sprint review", "Sketches", "Thread talk", "Lunch", "Retro"]);
      expect(entries.map(({ text }) => text)).toEqual([
        "No fixed time · Main meeting",
        "No fixed time · #design",
        "No fixed time · A thread’s meeting",
        "No fixed time · Another group chat · you asked Fri, Nov 20 · 10:01 AM",
        "No fixed time · Another channel · you asked Fri, Nov 20 · 10:00 AM",
      ]);
      expect(graphRequests).toEqual([]);
      for (const { card, choice } of entries) {
        expect(choice).toBeUndefined();
        expect(validateCard(card)).toEqual([]);
      }
      expect(new Set(entries.map(({ card }) => linkOf(card))).size).toBe(5);
    });

    it("a scheduled meeting's time in the viewer's time zone and language", async () => {
      await type("meet Sprint review tomorrow 3pm for 45 min");
      const { entries } = await search(app, undefined, { locale: "fr-FR", timeZone: "Asia/Tokyo" });
      expect(entries[0]?.text).toBe("sam. 21 nov. · 23:00–23:45 · Réunion principale");
      expect(textOf(entries[0]!.card)).toContain("23:00");
    });

    it("the conversation's meetings to everyone, and other people's meetings elsewhere to no one", async () => {
      await type("meet Sprint review");
      await type("meet Secret", { in: design });
      expect((await search(app, undefined, { from: bo })).titles).toEqual(["Sprint review"]);
      expect((await search(app, "Secret", { from: bo })).titles).toEqual(["Create: Secret"]);
      expect((await search(app, undefined, { in: groupChat, from: chen })).titles).toEqual([]);
    });

    it("nothing from another tenant, even for the same person in the same thread", async () => {
      await type("meet Sprint review");
      const there: TestConversation = { ...general, tenantId: OTHER_TENANT };
      await type("meet Their review", { in: there });
      expect((await search(app)).titles).toEqual(["Sprint review"]);
      expect((await search(app, undefined, { in: there })).titles).toEqual(["Their review"]);
    });

    it("only live meetings", async () => {
      await type("meet Retro", { in: design });
      app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
      await type("meet #unfinished");
      const reference = { key: { tenantId: TENANT, threadId: design.threadId, room: "" } };
      const stored = await app.store.records.get(reference.key);
      await app.store.records.erase(stored!);
      expect((await search(app)).titles).toEqual([]);
    });

    it("a message on what to type if there's no meeting", async () => {
      const { words } = await search(app);
      expect(words).toContain("No meetings yet");
      expect(words).toContain("Sprint review tomorrow 3pm");
      expect((await search(app, undefined, { locale: "ja-JP" })).words).toContain(
        "会議はまだありません",
      );
    });

    it("meetings requested by a command or button, not those only viewed", async () => {
      const { sent: made } = await type("meet Sprint review");
      const { sent: offered } = await type("lunch meeting", { in: design });
      const elsewhere = (from: typeof bo) => search(app, undefined, { from, in: groupChat });
      await app.turn(press(made[0], "Refresh", { from: bo }));
      expect((await elsewhere(bo)).titles).toEqual([]);
      await app.turn(press(offered[0], "Create meeting", { from: bo, in: design }));
      expect((await elsewhere(bo)).titles).toEqual(["lunch meeting"]);
      await app.clock.advance(1_000);
      await type("meet", { from: bo });
      expect((await elsewhere(bo)).titles).toEqual(["Sprint review", "lunch meeting"]);
      expect((await elsewhere(chen)).titles).toEqual([]);
    });

    it("the requested page", async () => {
      for (const name of ["a", "b", "c"]) await type(`meet #${name} Talk ${name}`);
      const page = (skip: number, count: number) =>
        search(app, undefined, { page: { skip, count } });
      expect((await page(0, 2)).titles).toEqual(["Talk a", "Talk b"]);
      expect((await page(2, 2)).titles).toEqual(["Talk c"]);
      expect(await page(4, 2)).toMatchObject({ titles: [], words: undefined });
      const offered = await search(app, "#new", { page: { skip: 1, count: 2 } });
      expect(offered.titles).toEqual([]);
    });

    it("at most 25, and the rest on the next page", async () => {
      for (let index = 10; index < 38; index += 1) await type(`meet #r${index} Talk`);
      expect((await search(app, undefined, { page: { skip: 0, count: 500 } })).titles).toHaveLength(
        25,
      );
      expect((await search(app, undefined, { page: { skip: 25, count: 25 } })).titles).toHaveLength(
        3,
      );
    });
  });

  describe("the query", () => {
    beforeEach(async () => {
      await type("meet Sprint Review of the Café");
      await type("meet #design ＡＢＣ ガイド");
      await type("meet #ops Straße");
      await type("meet Retro", { in: design });
    });

    it.each([
      ["review", ["Sprint Review of the Café"]],
      ["REVIEW cafe", ["Sprint Review of the Café"]],
      ["cafe\u0301", ["Sprint Review of the Café"]],
      ["view sprint", ["Sprint Review of the Café"]],
      ["meet sprint", ["Sprint Review of the Café"]],
      ["réunion sprint", ["Sprint Review of the Café"]],
      ["abc", ["ABC ガイド"]],
      ["ｶﾞｲﾄﾞ", ["ABC ガイド"]],
      ["STRASSE", ["Straße"]],
      ["ops", ["Straße"]],
      ["retro", ["Retro"]],
      ["meet", ["Sprint Review of the Café", "ABC ガイド", "Straße", "Retro"]],
      ["  ", ["Sprint Review of the Café", "ABC ガイド", "Straße", "Retro"]],
    ])("%j finds by name or room, and offers nothing for a plain name: %j", async (text, found) => {
      const { titles } = await search(app, text);
      expect(titles.map((title) => title.normalize("NFKC"))).toEqual(found);
    });

    it.each([
      ["planning", "Create: planning"],
      ["sprint lunch", "Create: sprint lunch"],
      ["meet planning", "Create: planning"],
      ["review tomorrow 3pm", "Create: review · tomorrow 3 PM"],
      ["planning with bo@contoso.com", "Create: planning · bo@contoso.com"],
      ["#qa", "Create: #qa"],
      ["会議 計画 明日15時", "Create: 計画 · tomorrow 3 PM"],
    ])("%j is offered as a new meeting, first", async (text, title) => {
      const { entries, graphRequests } = await search(app, text);
      expect(entries[0]).toMatchObject({ title, choice: { offer: expect.any(String) } });
      expect(entries[0]?.text).toContain("Choose this to create the meeting");
      expect(validateCard(entries[0]!.card)).toEqual([]);
      expect(graphRequests).toEqual([]);
      expect(app.cloud.meetings()).toHaveLength(4);
    });

    it("has its date and zone in the card, which people read later", async () => {
      const [offer] = (await search(app, "review tomorrow 3pm")).entries;
      expect(textOf(offer!.card)).toContain("Create: review · Sat, Nov 21 · 3:00 PM CET");
    });

    it("with a room in it is offered before the room's meeting", async () => {
      const { titles } = await search(app, "#design");
      expect(titles).toHaveLength(2);
      expect(titles[0]).toBe("Create: #design");
    });

    it("is inserted by clients that don't support selecting, and says that no meeting exists yet", async () => {
      const [here] = (await search(app, "planning")).entries;
      expect(textOf(here!.card)).toContain(
        "This meeting hasn’t been created yet. Choose Create meeting to create it.",
      );
      expect(buttonsOf(here!.card).map(({ title }) => title)).toEqual(["Create meeting"]);
      app.connector.fail("GET", 403);
      const [bare] = (await search(app, "planning", { in: groupChat, from: ada })).entries;
      expect(textOf(bare!.card)).toContain("Choose it again in Teams on a computer");
      expect(buttonsOf(bare!.card)).toEqual([]);
    });

    it("offers the conversation's own meeting for the command alone if there's none", async () => {
      expect((await search(app, "meet", { in: meetingChat, from: bo })).titles).toEqual([
        "Create meeting",
      ]);
      expect((await search(app, "/meet", { in: meetingChat, from: ada })).titles[0]).toBe(
        "Create meeting",
      );
    });

    it.each([
      ["lunch yesterday 3pm", "That time has passed"],
      ["lunch tomorrow", "What time tomorrow?"],
      ["lunch #a #b", "You named #a and #b."],
      ["lunch here", "Reply in a thread to use “here”."],
      ["lunch 3pm tomorrow 5pm tomorrow", "You gave two: “3pm” and “5pm”."],
    ])("%j can't be parsed, and gets a message", async (text, said) => {
      const { words, graphRequests } = await search(app, text);
      expect(words).toContain(said);
      expect(graphRequests).toEqual([]);
    });

    it("that can't be parsed as a request still finds meetings with these words", async () => {
      await type('meet #old "Lunch yesterday 3pm"');
      expect((await search(app, "lunch yesterday 3pm")).titles).toEqual(["Lunch yesterday 3pm"]);
    });

    it("is read in the person's time zone and language", async () => {
      const options = { locale: "fr-FR", timeZone: "Asia/Tokyo" };
      const { titles } = await search(app, "déjeuner demain 15h", options);
      expect(titles[0]).toBe("Créer\u00A0: déjeuner · demain 15:00");
    });

    it("in a thread can offer the thread's own meeting", async () => {
      expect((await search(app, "lunch here", { root: ROOT })).titles).toEqual([
        "Create: lunch · this thread",
      ]);
    });

    it("shows no HTML, Markdown or links in the list", async () => {
      const hostile = "<b>x</b> [y](https://evil.example) **z** `c` &lt;i&gt; www.evil.example";
      await type(`meet #h "${hostile}"`);
      for (const text of [undefined, "evil", "[y](x) <b>new</b> tomorrow 3pm"]) {
        const { entries } = await search(app, text);
        expect(entries.length).toBeGreaterThan(0);
        for (const { title, text: below } of entries) {
          expect(`${title} ${below}`).not.toMatch(/[<>[\]`*_]|\]\(|:\/\/|www\.|<at>/);
        }
      }
    });
  });

  function titlesOf(card: AdaptiveCard): string[] {
    return buttonsOf(card).map(({ title }) => title);
  }

  describe("the card of a result has the buttons that work in the conversation", () => {
    beforeEach(async () => {
      await type("meet Sprint review");
      await type("meet Retro", { in: design });
    });

    it("all in its own conversation, and Refresh in another", async () => {
      const { entries } = await search(app);
      expect(titlesOf(entries[0]!.card)).toEqual(
        expect.arrayContaining(["Join", "Refresh", "Options", "New link", "Cancel meeting"]),
      );
      const elsewhere = titlesOf(entries[1]!.card);
      expect(elsewhere).toEqual(expect.arrayContaining(["Join", "Refresh"]));
      expect(elsewhere).not.toContain("Cancel meeting");
    });

    it.each([
      ["without the bot", 403],
      ["if Teams can't say whether the bot is there", 500],
    ])("only those that open a page, %s", async (_, status) => {
      app.connector.fail("GET", status);
      for (const text of [undefined, "lunch"]) {
        const { entries } = await search(app, text);
        expect(entries.length).toBeGreaterThan(0);
        for (const { card } of entries) {
          expect(card.refresh).toBeUndefined();
          for (const button of buttonsOf(card)) expect(button.type).toBe("Action.OpenUrl");
        }
      }
    });

    it("while typing too, without asking Teams on every keystroke", async () => {
      for (const text of [undefined, "s", "sp", "spr"]) await search(app, text);
      expect(app.connector.rosterRequests).toHaveLength(1);
      await search(app, "spr", { in: groupChat });
      expect(app.connector.rosterRequests).toHaveLength(2);
      await app.clock.advance(60_001);
      await search(app, "spri");
      expect(app.connector.rosterRequests).toHaveLength(3);
    });
  });

  describe("when Teams names no conversation", () => {
    it("shows the person's own meetings first, then those they asked for", async () => {
      await type("meet Retro", { in: design });
      const { titles } = await search(app, undefined, { in: "nowhere" });
      expect(titles).toEqual(["Retro"]);
      expect(app.connector.rosterRequests).toEqual([]);
    });

    it("lists the personal chat's meeting as another conversation's", async () => {
      await type("meet Notes", { in: personalChat });
      const { entries } = await search(app, undefined, { in: "nowhere" });
      expect(entries[0]?.text).toContain("Your chat with Rendezvous");
    });
  });

  describe("a query gets a body that Teams accepts", () => {
    it.each([
      ["a command alone", { commandId: "meetings" }],
      ["a parameter alone", { parameters: [{ name: "q", value: "lunch" }] }],
      ["marks alone", toQuery("!!!")],
      [
        "strange parameters",
        { commandId: "meetings", parameters: [{ name: "query", value: 7 }, 3] },
      ],
      ["strange pages", { ...toQuery(undefined), queryOptions: { skip: -1, count: "all" } }],
      ["a pasted book", toQuery("lunch ".repeat(5_000))],
    ])("with the value %s", async (_, value) => {
      const { answer } = await app.turn(extensionInvoke("query", value));
      expect(answer.status).toBe(200);
      const { entries, words } = readAnswered(answer.body);
      expect(entries.length > 0 || words).toBeTruthy();
    });

    it("for a person without an identity", async () => {
      const nameless = extensionInvoke("query", toQuery(undefined));
      const { answer } = await app.turn({ ...nameless, from: { id: "29:x", name: "" } });
      expect(readAnswered(answer.body).words).toContain("Teams didn’t say who you are");
    });

    it("when Teams says nothing about its people", async () => {
      app.connector.fail("GET", "silence");
      await type("meet Sprint review");
      const found = app.post(extensionInvoke("query", toQuery(undefined)));
      const { body } = await app.clock.runUntil(found);
      expect(readAnswered(body).titles).toEqual(["Sprint review"]);
    });
  });

  it("finds a person's twenty newest, even if others asked for more", async () => {
    const [one] = people(1);
    for (let index = 0; index < 22; index += 1) {
      const place: TestConversation = { ...groupChat, threadId: `19:${index}cafe@thread.v2` };
      await type(`meet Talk ${index}`, { from: one!, in: place });
      await app.clock.advance(1_000);
    }
    const { titles } = await search(app, undefined, { from: one! });
    expect(titles).toEqual(Array.from({ length: 20 }, (_, index) => `Talk ${21 - index}`));
  });
});

describe("recent meetings", () => {
  const DAY_MS = 86_400_000;
  const RETENTION_MS = 30 * DAY_MS;
  const nextFolder = useTemporaryFolder();

  let apps: TestApp[] = [];
  afterEach(async () => {
    for (const app of apps) await app.stop();
    apps = [];
  });

  async function start(options: Parameters<typeof startApp>[0] = {}): Promise<TestApp> {
    const app = await startApp(options);
    apps.push(app);
    return app;
  }

  const recentsIn = async (app: TestApp, from = ada) =>
    (await search(app, undefined, { from, in: personalChat })).titles;

  describe("a requested meeting", () => {
    it("is found after a restart, and by other processes with the same store", async () => {
      const path = nextFolder();
      const [one, other] = [openStore(`lmdb:${path}`), openStore(`lmdb:${path}`)];
      const first = await start({ store: one });
      await first.turn(message("meet Lunch", { in: groupChat }));
      expect(await recentsIn(await start({ store: other }))).toEqual(["Lunch"]);
      await one.close();
      await other.close();

      const after = openStore(`lmdb:${path}`);
      expect(await recentsIn(await start({ store: after }))).toEqual(["Lunch"]);
      await after.close();
    });

    it("is written at most once an hour, and not by viewing", async () => {
      const store = createMemoryStore();
      let writes = 0;
      const { insert, replace } = store.recentMeetings;
      const recentMeetings: typeof store.recentMeetings = {
        ...store.recentMeetings,
        insert: (row) => ((writes += 1), insert(row)),
        replace: (stored, next) => ((writes += 1), replace(stored, next)),
      };
      const app = await start({ store: { ...store, recentMeetings } });
      const { sent } = await app.turn(message("meet Lunch"));
      await app.turn(message("meet"));
      await app.turn(press(sent[0], "Refresh", { from: bo }));
      await app.turn(message("rooms", { from: bo }));
      await search(app);
      expect(writes).toBe(1);
      await app.clock.advance(60 * 60_000);
      await app.turn(message("meet"));
      expect(writes).toBe(2);
    });

    it("is answered even if it can't be stored", async () => {
      const store = createMemoryStore();
      const insert = () => Promise.reject(new Error("disk full"));
      const recentMeetings = { ...store.recentMeetings, insert };
      const app = await start({
        store: { ...store, recentMeetings },
      });
      const { sent } = await app.turn(message("meet Lunch"));
      expect(sent).toHaveLength(1);
      expect(app.log).toContainEqual(
        expect.objectContaining({ msg: "work in the background failed" }),
      );
    });

    it("isn't stored if Graph rejected it", async () => {
      const app = await start();
      app.cloud.addFault({ match: "createOrGet", status: 403, body: {} });
      await app.turn(message("meet Lunch", { in: groupChat }));
      const user = { tenantId: TENANT, aadId: ada.aadId };
      expect((await app.store.recentMeetings.list(user)).records).toEqual([]);
    });

    it("is deleted for everyone with its conversation", async () => {
      const app = await start();
      for (const from of [ada, bo]) await app.turn(message("meet Lunch", { in: groupChat, from }));
      await app.turn(message("meet Retro", { in: design }));
      await app.store.eraseConversation({ tenantId: TENANT, threadId: groupChat.threadId });
      await app.turn(message("meet Another lunch", { in: groupChat, from: bo }));
      expect(await recentsIn(app)).toEqual(["Retro"]);
      expect(await recentsIn(app, bo)).toEqual(["Another lunch"]);
    });

    it("is deleted with the meeting, a while after the bot was removed", async () => {
      const app = await start();
      await app.turn(message("meet Lunch", { in: groupChat }));
      await app.turn(
        event({ type: "conversationUpdate", membersRemoved: [BOT] }, { in: groupChat }),
      );
      await app.clock.advance(RETENTION_MS - DAY_MS);
      await app.turn(message("meet Retro", { in: design }));
      await app.clock.advance(DAY_MS);
      expect(await app.purgeExpired()).toBe(1);
      const user = { tenantId: TENANT, aadId: ada.aadId };
      const left = (await app.store.recentMeetings.list(user)).records;
      expect(left).toMatchObject([{ record: { key: { threadId: design.threadId } } }]);
    });

    it("is deleted after the retention period without use, and the meeting isn't", async () => {
      const app = await start();
      await app.turn(message("meet Lunch", { in: groupChat }));
      await app.clock.advance(RETENTION_MS);
      expect(await recentsIn(app)).toEqual(["Lunch"]);
      expect(await app.purgeExpired()).toBe(0);
      expect(await recentsIn(app)).toEqual([]);
      expect((await search(app, undefined, { in: groupChat })).titles).toEqual(["Lunch"]);
    });
  });
});
