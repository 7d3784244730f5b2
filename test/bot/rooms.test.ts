import { ALL_MESSAGES } from "../../bot/locales/messages";
import { ada, bo, chen, design, execute, general, groupChat, message } from "../support/activities";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf, textFieldsOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { linkOf, plan } from "../support/meeting";
import { LINK_ORIGIN, copyLink, linkIn, openLink } from "../support/meeting-links";
import { press, pressLegacy, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

describe("rooms", () => {
  const app = useApp();

  const ROOT = "1759881511856";

  async function type(text: string, options: Parameters<typeof message>[1] = {}) {
    const { sent, graphRequests } = await app.turn(message(text, options));
    return { text: textOf(cardOf(sent[0])), card: cardOf(sent[0]), sent: sent[0]!, graphRequests };
  }

  /** A room of either kind, and another room. */
  async function makeFour() {
    const thread = await type("meet here", { root: ROOT });
    const other = await type("meet #ops");
    const named = await type("meet #design Sketches");
    const own = await type("meet Sprint review");
    return { own, named, other, thread };
  }

  describe("rooms of one channel", () => {
    it("and threads have different meetings, the same for everyone", async () => {
      const { own, named, other, thread } = await makeFour();
      const links = [own, named, other, thread].map(({ card }) => linkOf(card));
      expect(new Set(links).size).toBe(4);
      expect(app.cloud.meetings()).toHaveLength(4);
      const bodies = app.cloud.requests().map(({ body }) => body as { chatInfo?: object });
      for (const { chatInfo } of bodies) expect(chatInfo).toEqual({ threadId: general.threadId });

      expect(linkOf((await type("meet", { from: bo })).card)).toBe(links[0]);
      expect(linkOf((await type("meet #design", { from: bo })).card)).toBe(links[1]);
      expect(linkOf((await type("meet #ops", { from: bo, root: ROOT })).card)).toBe(links[2]);
      expect(linkOf((await type("meet here", { from: bo, root: ROOT })).card)).toBe(links[3]);
      expect(app.cloud.meetings()).toHaveLength(4);
    });

    it("get their room's name by default, and a renamed one shows its room", async () => {
      const { text } = await type("meet #ops");
      expect(text).toContain("#ops meeting");
      expect((await type("rename #ops Operations")).text).toContain("#ops");
      const { text: thread } = await type("meet here", { root: ROOT });
      expect(thread).toContain("Thread meeting");
      expect(thread).toContain("This thread’s meeting");
    });

    it.each([
      ["#design", "#DESIGN"],
      ["#design", "#ＤＥＳＩＧＮ"],
      ["#straße", "#STRASSE"],
      ["#Дизайн", "#дизайн"],
      ["#デザイン", "#ﾃﾞｻﾞｲﾝ"],
      ["#café", "#cafe\u0301"],
    ])("treats %s and %s as the same room", async (one, other) => {
      const { card } = await type(`meet ${one}`);
      expect(linkOf((await type(`meet ${other}`)).card)).toBe(linkOf(card));
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("are different in another conversation", async () => {
      await type("meet #design");
      await type("meet #design", { in: design });
      await type("meet #design", { in: groupChat });
      expect(app.cloud.meetings()).toHaveLength(3);
    });

    it("keep the default room's externalId", async () => {
      await makeFour();
      // From the key `["11111111-…","19:…@thread.tacv2",""]#1`, computed by another implementation of RFC 9562.
      const own = app.cloud.meetings().at(-1);
      expect(own?.externalId).toBe("66b63c04-8698-5789-9bb9-bbe92cb1ddfd");
    });

    it.each([
      ["two rooms", "meet #design #ops", "You named #design and #ops."],
      ["a room and a thread", "meet #design here", "You named #design and this thread."],
      ["a room with too long a name", `meet #${"x".repeat(51)}`, "up to 50 characters"],
    ])("aren't guessed from %s", async (_, text, sentence) => {
      const answered = await type(text, { root: ROOT });
      expect(answered.text).toContain(sentence);
      expect(answered.graphRequests).toEqual([]);
    });
  });

  describe("the command `rooms`", () => {
    it("lists all meetings, the default one first and threads last, each with a Join button, without Graph requests", async () => {
      const { own, named, other, thread } = await makeFour();
      const { text, card, graphRequests } = await type("rooms", { from: bo });
      expect(graphRequests).toEqual([]);
      expect(text.split("\n")).toEqual([
        "Meetings in this channel",
        "Main meeting",
        "Sprint review",
        "No fixed time",
        "#design",
        "Sketches",
        "No fixed time",
        "#ops",
        "#ops meeting",
        "No fixed time",
        "A thread’s meeting",
        "Thread meeting",
        "No fixed time",
      ]);
      expect(buttonsOf(card)).toMatchObject(
        [own, named, other, thread].map((room) => ({ title: "Join", url: linkOf(room.card) })),
      );
    });

    it("says how to create a meeting if there's none, and lists only this conversation's", async () => {
      await makeFour();
      expect((await type("rooms", { in: design })).text).toContain("No meetings yet.");
    });
  });

  describe("here", () => {
    it("creates the meeting of the thread that a new post starts", async () => {
      const { card } = await type("meet here", { id: ROOT, root: ROOT });
      expect(linkOf((await type("meet here", { from: bo, root: ROOT })).card)).toBe(linkOf(card));
      expect(app.cloud.meetings()).toHaveLength(1);
    });

    it("creates another meeting in another thread", async () => {
      await type("meet here", { root: ROOT });
      await type("meet here", { root: "1759881519999" });
      expect(app.cloud.meetings()).toHaveLength(2);
    });

    it.each(["meet here", "rename here Demo", "cancel here", "options here", "new here"])(
      "does nothing without a thread, and says so: %s",
      async (text) => {
        await type("meet");
        for (const place of [general, groupChat]) {
          const { text: told, graphRequests } = await type(text, { in: place });
          expect(told).toContain("This isn’t a thread");
          expect(graphRequests).toEqual([]);
        }
      },
    );
  });

  describe.each([
    ["a room", "#design", {}],
    ["a thread", "here", { root: ROOT }],
  ])("every command on %s", (_, room, place) => {
    it("works, and leaves the conversation's own meeting unchanged", async () => {
      await type("meet Sprint review", { from: ada });
      await type(`meet ${room} Sketches`, { from: ada, ...place });
      const [own, named] = app.cloud.meetings();
      const expectOwn = () => expect(app.cloud.meetings()[0]).toEqual(own);

      await type(`rename ${room} Drafts`, place);
      expect(app.cloud.meetings()[1]).toMatchObject({ id: named?.id, subject: "Drafts" });
      expectOwn();

      await type(`move ${room} tomorrow 5pm`, place);
      expect(app.cloud.meetings()[1]?.startDateTime).toContain("11-21T16:00");
      expectOwn();

      const asked = await type(`meet ${room} Plans`, place);
      await app.turn(press(asked.sent, "Update", place));
      expect(app.cloud.meetings()[1]).toMatchObject({ id: named?.id, subject: "Plans" });
      expectOwn();

      expect((await type(`options ${room}`, place)).text).toContain("Plans");

      const fresh = await type(`new ${room}`, place);
      expect(fresh.text).toContain("Create a new link for “Plans”?");
      const renewed = await app.turn(press(fresh.sent, "Create new link", place));
      const newLink = linkOf(cardOfAnswer(renewed.answer));
      expect(newLink).toBe(app.cloud.meetings()[2]?.joinWebUrl);
      expectOwn();

      const ending = await type(`cancel ${room}`, place);
      expect(ending.text).toContain("Cancel “Plans”?");
      const { answer } = await app.turn(press(ending.sent, "Cancel meeting", place));
      expect(textOf(cardOfAnswer(answer))).toContain("Cancelled by Ada Lovelace");
      expectOwn();
      expect((await type("rooms")).text).not.toContain("Plans");

      const again = await type(`meet ${room}`, place);
      expect(linkOf(again.card)).not.toBe(newLink);
      expectOwn();
    });
  });
});

describe("threads", () => {
  const app = useApp();

  const ROOT = "1759881511856";

  describe("unknown text with “here”", () => {
    it.each([
      ["a channel's own feed", general],
      ["a group chat", groupChat],
    ])("says that there's no thread, and offers no meeting: %s", async (_, place) => {
      const { sent, graphRequests } = await app.turn(
        message("Sprint review tomorrow 3pm here", { in: place }),
      );
      expect(textOf(cardOf(sent[0]))).toContain("This isn’t a thread");
      expect(buttonsOf(cardOf(sent[0])).map(({ title }) => title)).not.toContain("Meet");
      expect(graphRequests).toEqual([]);
    });

    it("offers the meeting of the thread", async () => {
      const { sent } = await app.turn(message("Sprint review tomorrow 3pm here", { root: ROOT }));
      const { answer } = await app.turn(press(sent[0], "Create meeting", { root: ROOT }));
      expect(textOf(cardOfAnswer(answer))).toContain("This thread’s meeting");
      const { sent: asked } = await app.turn(message("meet here", { root: ROOT, from: bo }));
      expect(linkOf(cardOf(asked[0]))).toBe(linkOf(cardOfAnswer(answer)));
    });
  });

  describe("the command `rooms`", () => {
    const roots = ["1759881512000", "1759881514000", "1759881511000", "1759881513000"];

    it("lists thread meetings last, newest first", async () => {
      for (const root of roots) await app.turn(message(`meet here Thread ${root}`, { root }));
      await app.turn(message("meet #ops Standby"));
      const { sent } = await app.turn(message("rooms"));
      const lines = textOf(cardOf(sent[0])).split("\n");
      const subjects = lines.filter((line) => /^(Thread \d+|Standby)$/.test(line));
      expect(subjects).toEqual([
        "Standby",
        "Thread 1759881514000",
        "Thread 1759881513000",
        "Thread 1759881512000",
        "Thread 1759881511000",
      ]);
    });

    it("lists numbered rooms in numeric order", async () => {
      for (const number of [10, 2, 1])
        await app.turn(message(`meet #team${number} Team ${number}`));
      const { sent } = await app.turn(message("rooms"));
      const subjects = textOf(cardOf(sent[0])).match(/^Team \d+$/gm);
      expect(subjects).toEqual(["Team 1", "Team 2", "Team 10"]);
    });

    it("leaves out the oldest threads if there are too many", async () => {
      const many = Array.from({ length: 20 }, (_, index) => `${1_759_881_511_000 + index}`);
      for (const root of many) await app.turn(message(`meet here Thread ${root}`, { root }));
      const { sent } = await app.turn(message("rooms"));
      const text = textOf(cardOf(sent[0]));
      expect(text).toContain(many.at(-1));
      expect(text).not.toContain(many[0]);
      expect(text).toMatch(/\+\d+ more/);
    });
  });
});

describe("Copy link", () => {
  const app = useApp();

  async function meet(): Promise<SentActivity> {
    const { sent } = await app.turn(message(plan, { from: ada }));
    return sent[0]!;
  }

  async function confirm(command: "new" | "cancel"): Promise<void> {
    const { sent } = await app.turn(message(command, { from: ada }));
    const title = command === "new" ? "Create new link" : "Cancel meeting";
    await app.turn(press(sent[0], title, { from: ada }));
  }

  describe("Copy link", () => {
    it("shows our link only to the person who pressed it, and how to use and end it, without Graph requests", async () => {
      const card = await meet();
      await app.clock.advance(3_600_000);
      const { answer, sent, graphRequests } = await app.turn(
        press(card, "Copy link", { from: bo }),
      );
      expect(sent).toEqual([]);
      expect(graphRequests).toEqual([]);
      const shown = cardOfAnswer(answer);
      expect(textFieldsOf(shown)).toMatchObject([
        {
          label: "Copy this link",
          value: expect.stringMatching(new RegExp(`^${LINK_ORIGIN}/m/[\\w-]{100,140}$`)),
        },
      ]);
      expect(textOf(shown)).toContain("Sprint review");
      expect(textOf(shown)).toContain("In Teams, the link shows the meeting’s card.");
      expect(buttonOf(shown, "Add to calendar")).toMatchObject({
        type: "Action.OpenUrl",
        url: `${linkIn(shown)}/calendar`,
      });
      const opened = await openLink(app, linkIn(shown));
      expect(opened.headers.get("location")).toBe(linkOf(cardOf(card)));
    });

    it("goes back to the meeting", async () => {
      const card = await meet();
      const { answer } = await app.turn(press(card, "Copy link", { from: bo }));
      const back = await app.turn(pressOn(cardOfAnswer(answer), "Back", { from: bo }));
      expect(linkOf(cardOfAnswer(back.answer))).toBe(linkOf(cardOf(card)));
    });

    it("works on forwarded cards, and in older clients", async () => {
      const card = await meet();
      const elsewhere = await copyLink(app, card, { from: chen, in: design });
      expect((await openLink(app, elsewhere)).status).toBe(302);
      const { sent } = await app.turn(pressLegacy(card, "Copy link", { from: bo }));
      expect((await openLink(app, linkIn(cardOf(sent[0])))).status).toBe(302);
    });

    it("gives no dead link, and shows the same as Refresh", async () => {
      const card = await meet();
      await confirm("new");
      const superseded = await app.turn(press(card, "Copy link", { from: bo }));
      const fresh = cardOfAnswer(superseded.answer);
      expect(textOf(fresh)).toContain("The meeting’s link was replaced.");
      expect(linkOf(fresh)).not.toBe(linkOf(cardOf(card)));
      expect(linkIn(fresh)).toBe("");

      await confirm("cancel");
      const cancelled = await app.turn(press(card, "Copy link", { from: bo }));
      expect(textOf(cardOfAnswer(cancelled.answer))).toContain("Cancelled by Ada Lovelace");

      await app.store.eraseConversation(general);
      const unknown = await app.turn(press(card, "Copy link", { from: bo }));
      expect(textOf(cardOfAnswer(unknown.answer))).toContain("This meeting no longer exists.");
    });

    it.each([
      ["nothing", undefined],
      ["a forged reference", { ref: "Zm9yZ2VkIGZvcmdlZCBmb3JnZWQgZm9yZ2VkIGZvcmdlZA" }],
    ])("does nothing with %s, and says what to do", async (_, data) => {
      const { answer, graphRequests } = await app.turn(execute("copy-link", data));
      expect(answer.body).toMatchObject({
        statusCode: 400,
        value: {
          code: "bad_reference",
          message: expect.stringContaining("Send “meet” to Rendezvous"),
        },
      });
      expect(graphRequests).toEqual([]);
    });

    it("doesn't accept a link's token as a button's", async () => {
      const link = await copyLink(app, await meet());
      const ref = link.slice(`${LINK_ORIGIN}/m/`.length);
      const { answer } = await app.turn(execute("refresh", { ref }));
      expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
    });

    it.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
      "is available in %s",
      async (locale, { links }) => {
        const { sent } = await app.turn(message("meet", { locale }));
        const { answer } = await app.turn(press(sent[0], links.copy, { locale }));
        expect(textOf(cardOfAnswer(answer))).toContain(links.copyCard.text.slice(0, 20));
      },
    );
  });

  it("a card refreshed in another conversation says so, and leaves out buttons that only work in the meeting's own", async () => {
    const card = await meet();
    const here = await app.turn(press(card, "Refresh", { from: bo }));
    expect(textOf(cardOfAnswer(here.answer))).toContain("Ada Lovelace (host)");
    const elsewhere = await app.turn(press(card, "Refresh", { from: bo, in: design }));
    const shown = cardOfAnswer(elsewhere.answer);
    expect(textOf(shown)).toContain("From another channel or chat");
    expect(textOf(shown)).not.toContain("this channel");
    expect(buttonsOf(shown).map(({ title }) => title)).toEqual([
      "Join",
      "Refresh",
      "Calendar",
      "Copy link",
    ]);
    expect(linkOf(shown)).toBe(linkOf(cardOf(card)));
  });
});
