import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { COMMANDS } from "../../bot/commands/registry";
import { ALL_MESSAGES } from "../../bot/locales/messages";
import {
  TENANT,
  ada,
  bo,
  design,
  general,
  groupChat,
  meetingChat,
  message,
  personalChat,
  slash,
} from "../support/activities";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { type SentActivity, isTargeted } from "../support/connector";
import { linkOf, plan } from "../support/meeting";
import { createPausableStore } from "../support/pausable-store";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

describe("private answers", () => {
  const app = useApp();

  const inPublic = (sent: readonly SentActivity[]) => sent.filter((one) => !isTargeted(one));

  it("answers a slash command only to its sender", async () => {
    const { answer, sent } = await app.turn(slash("meet"));
    expect(answer.status).toBe(200);
    expect(sent).toHaveLength(1);
    const [only] = sent;
    expect(only).toMatchObject({
      method: "POST",
      path: `/v3/conversations/${encodeURIComponent(general.threadId)}/activities?isTargetedActivity=true`,
      activity: { type: "message", recipient: { id: ada.teamsId } },
    });
    expect(only?.activity).not.toHaveProperty("replyToId");
    expect(linkOf(cardOf(only))).toMatch(/^https:/);
  });

  it("gives the sender the same meeting as everyone else", async () => {
    const { sent: asked } = await app.turn(slash("meet", { from: bo }));
    const { sent: typed } = await app.turn(message("meet"));
    expect(linkOf(cardOf(asked[0]))).toBe(linkOf(cardOf(typed[0])));
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  test.each([
    ["a channel", general, undefined],
    ["a thread of a channel", general, "1759881511856"],
    ["another channel", design, undefined],
    ["a group chat", groupChat, undefined],
    ["a meeting's chat", meetingChat, undefined],
  ])("shows nothing to anyone else in %s", async (_place, place, root) => {
    const { sent } = await app.turn(slash("/meet", { in: place, ...(root && { root }) }));
    const conversation = root ? `${place.threadId};messageid=${root}` : place.threadId;
    expect(sent.map(({ path }) => path)).toEqual([
      `/v3/conversations/${encodeURIComponent(conversation)}/activities?isTargetedActivity=true`,
    ]);
  });

  it("answers normally in a chat with the bot", async () => {
    const { sent } = await app.turn(slash("meet", { in: personalChat }));
    expect(sent.map(isTargeted)).toEqual([false]);
    expect(buttonsOf(cardOf(sent[0])).map(({ title }) => title)).not.toContain("Post here");
  });

  const TITLES = ALL_MESSAGES.flatMap(({ language, commands }) =>
    COMMANDS.map(({ name }) => [language, commands[name].title] as const),
  );

  test.each(TITLES)("in %s, keeps /%s between the bot and the sender", async (locale, title) => {
    await app.turn(slash("meet"));
    for (const typed of [title, `/${title} Sprint review`, `/${title} tomorrow 3pm`]) {
      const { answer, sent } = await app.turn(slash(typed, { locale }));
      expect(answer.status).toBe(200);
      expect(sent).toHaveLength(1);
      expect(inPublic(sent)).toEqual([]);
    }
  });

  test.each(["", "/Rendezvous", "/rendezvous meet", "/meet", "meet", "@Rendezvous meet"])(
    "%j means this conversation's meeting",
    async (text) => {
      const { sent } = await app.turn(slash(text));
      expect(linkOf(cardOf(sent[0]))).toMatch(/^https:/);
      expect(inPublic(sent)).toEqual([]);
    },
  );

  it("stays private with a mention of the bot", async () => {
    const typed = message("meet");
    const recipient = { id: "28:bot", name: "Rendezvous", isTargeted: true };
    const { sent } = await app.turn({ ...typed, recipient });
    expect(sent.map(isTargeted)).toEqual([true]);
  });

  it("explains unknown text only to its sender", async () => {
    const { sent } = await app.turn(slash("lunch?"));
    expect(textOf(cardOf(sent[0]))).toContain("Sorry, I didn’t get that.");
    expect(inPublic(sent)).toEqual([]);
  });

  it("invites named people, but doesn't notify them of a card they can't see", async () => {
    const { sent, graphRequests } = await app.turn(
      slash("meet Sprint review with @Bo Nilsson", { mentions: [bo] }),
    );
    expect(cardOf(sent[0])).not.toHaveProperty("msteams");
    expect(cardOf(sent[0]).refresh?.userIds).toEqual([ada.teamsId]);
    expect(textOf(cardOf(sent[0]))).toContain("Bo Nilsson");
    expect(JSON.stringify(graphRequests)).toContain(bo.aadId);
  });

  it("sets co-organizers as for a public command", async () => {
    const { graphRequests } = await app.turn(
      slash("meet with @Bo Nilsson as co-organizer", { mentions: [bo] }),
    );
    expect(graphRequests.map(({ method }) => method)).toContain("PATCH");
  });

  it("updates public cards, but not private ones", async () => {
    const { sent: typed } = await app.turn(message("meet"));
    await app.turn(slash("meet", { from: bo }));
    const { sent } = await app.turn(slash("rename Sprint demo"));
    expect(sent.map(({ method, path }) => [method, path.includes("isTargeted")])).toEqual([
      ["POST", true],
      ["PUT", false],
    ]);
    expect(sent[1]?.id).toBe(typed[0]?.id);
    expect(textOf(cardOf(sent[1]))).toContain("Renamed by Ada Lovelace");
  });

  it("shows each answer to its own audience when private and public commands come at the same time", async () => {
    const commands = Array.from({ length: 12 }, (_, index) =>
      index % 2 === 0 ? slash("help", { from: bo }) : message("help", { from: ada }),
    );
    await Promise.all(commands.map((command) => app.post(command)));
    await app.turn(slash("rooms", { from: bo }));
    await app.turn(message("rooms", { from: ada }));
    const audiences = app.connector.sent.map((one) => [
      one.activity.recipient?.id,
      isTargeted(one),
    ]);
    expect(audiences).toHaveLength(14);
    for (const audience of audiences) {
      expect([
        [bo.teamsId, true],
        [ada.teamsId, false],
      ]).toContainEqual(audience);
    }
    expect(audiences.filter(([, isPrivate]) => isPrivate)).toHaveLength(7);
  });

  it("posts nothing in public if nothing was typed in public", async () => {
    await app.turn(slash("meet"));
    const { sent } = await app.turn(slash("rename Sprint demo"));
    expect(inPublic(sent)).toEqual([]);
  });

  it("shows an error only to its sender", async () => {
    app.cloud.addFault({
      match: "createOrGet",
      status: 403,
      body: { error: { code: "Authorization_RequestDenied", message: "" } },
    });
    const { sent } = await app.turn(slash("meet"));
    expect(textOf(cardOf(sent[0]))).toContain("Reference for support");
    expect(sent.map(isTargeted)).toEqual([true]);
  });

  it("tells a person without an identity privately", async () => {
    const { from: _nobody, ...unsigned } = slash("meet");
    const { sent } = await app.turn({ ...unsigned, from: { id: ada.teamsId, name: "Ada" } });
    expect(textOf(cardOf(sent[0]))).toContain("Teams didn’t say who you are");
    expect(sent.map(isTargeted)).toEqual([true]);
  });

  async function ask(text: string): Promise<SentActivity> {
    const posted = app.post(slash(text));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    expect((await posted).status).toBe(200);
    const [preparing] = app.connector.sent;
    if (!preparing) throw new Error("Nothing was sent.");
    return preparing;
  }

  describe("while the store is slow", () => {
    let resume: () => void;
    beforeEach(async () => {
      const slow = createPausableStore();
      slow.pause();
      resume = slow.resume;
      await app.restart({ store: slow.store });
    });

    it("shows the preparing card only to the sender, and replaces it with the answer", async () => {
      const preparing = await ask("meet Sprint review");
      expect(textOf(cardOf(preparing))).toContain("Working on it");
      resume();
      const update = await app.connector.waitFor(({ method }) => method === "PUT");
      expect(update.id).toBe(preparing.id);
      expect(update.activity).not.toHaveProperty("recipient");
      expect(textOf(cardOf(update))).toContain("Sprint review");
      expect(app.connector.sent.map(({ activity }) => activity.type)).toEqual([
        "message",
        "message",
      ]);
      expect(inPublic(app.connector.sent)).toEqual([]);
    });

    it("shows a late error in its place", async () => {
      app.cloud.addFault({
        match: "createOrGet",
        status: 403,
        body: { error: { code: "Authorization_RequestDenied", message: "" } },
      });
      await ask("meet");
      resume();
      const update = await app.connector.waitFor(({ method }) => method === "PUT");
      expect(textOf(cardOf(update))).toContain("Reference for support");
      expect(inPublic(app.connector.sent)).toEqual([]);
    });

    it("sends a late answer privately if it can't replace that card", async () => {
      await ask("meet");
      app.connector.fail("PUT", 404);
      resume();
      const late = await app.connector.waitFor(({ id }) => id === "sent-2");
      expect(linkOf(cardOf(late))).toMatch(/^https:/);
      expect(inPublic(app.connector.sent)).toEqual([]);
    });

    it("tells only the sender when the process stops before the answer", async () => {
      await ask("meet");
      app.beginShutdown(1_000);
      await app.clock.advance(1_000);
      const update = await app.connector.waitFor(({ method }) => method === "PUT");
      expect(textOf(cardOf(update))).toContain("restarted");
      expect(buttonOf(cardOf(update), "Try again")).toMatchObject({ data: { isPrivate: "yes" } });
      expect(inPublic(app.connector.sent)).toEqual([]);
      resume();
    });
  });
});

describe("private answers outside the conversation", () => {
  const TARGETED = /isTargetedActivity/;
  const OPENING = /\/v3\/conversations$/;
  const CHAT = `/v3/conversations/${encodeURIComponent(`a:chat-of-${ada.teamsId}`)}/activities`;

  const app = useApp();

  test.each([400, 401, 403, 404, 405, 413, 429, 500, 501, 502])(
    "sends the answer to the person's chat with the bot if Teams rejects a private message with %s",
    async (status) => {
      app.connector.fail("POST", status, Infinity, TARGETED);
      const { answer, sent } = await app.turn(slash("meet"));
      expect(answer.status).toBe(200);
      expect(app.connector.chats).toMatchObject([
        { isGroup: false, tenantId: TENANT, members: [{ id: ada.teamsId }] },
      ]);
      expect(sent.map(({ path }) => path)).toEqual([CHAT]);
      expect(linkOf(cardOf(sent[0]))).toMatch(/^https:/);
    },
  );

  it("says on that card why it's there, and leaves out buttons that would fail", async () => {
    app.connector.fail("POST", 403, Infinity, TARGETED);
    const { sent } = await app.turn(slash(plan));
    const card = cardOf(sent[0]);
    expect(textOf(card)).toMatch(/^Teams couldn’t show you this privately where you asked/);
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      "Join",
      "Refresh",
      "Add to calendar",
      "Copy link",
    ]);
    for (const [title, heading] of [
      ["Add to calendar", "Add to calendar"],
      ["Copy link", "Meeting link"],
    ] as const) {
      const pressed = await app.turn(press(sent[0], title, { in: personalChat }));
      expect(textOf(cardOfAnswer(pressed.answer))).toContain(heading);
    }
    expect(card).not.toHaveProperty("refresh");
    const { answer } = await app.turn(press(sent[0], "Refresh", { in: personalChat }));
    const refreshed = cardOfAnswer(answer);
    expect(linkOf(refreshed)).toBe(linkOf(card));
    expect(buttonsOf(refreshed).map(({ title }) => title)).not.toContain("Post here");
  });

  it("shows a question there that works only in its own conversation", async () => {
    await app.turn(slash("meet"));
    app.connector.fail("POST", 403, Infinity, TARGETED);
    const { sent } = await app.turn(slash(plan));
    expect(textOf(cardOf(sent[0]))).toContain("There’s already a meeting");
    const titles = buttonsOf(cardOf(sent[0])).map(({ title }) => title);
    expect(titles).not.toContain("Update");
  });

  it("shows an error there too", async () => {
    app.connector.fail("POST", 403, Infinity, TARGETED);
    app.cloud.addFault({
      match: "createOrGet",
      status: 403,
      body: { error: { code: "Authorization_RequestDenied", message: "" } },
    });
    const { sent } = await app.turn(slash("meet"));
    expect(sent.map(({ path }) => path)).toEqual([CHAT]);
    expect(textOf(cardOf(sent[0]))).toContain("Reference for support");
  });

  test.each([
    ["can't be opened", OPENING],
    ["accepts no message", /a%3Achat-of/],
  ])(
    "drops and logs the answer if that chat %s, and never posts it in public",
    async (_what, at) => {
      app.connector.fail("POST", 403, Infinity, TARGETED);
      app.connector.fail("POST", 403, Infinity, at);
      const { answer, sent } = await app.turn(slash("meet"));
      expect(answer.status).toBe(200);
      expect(sent).toEqual([]);
      expect(app.log).toContainEqual(
        expect.objectContaining({ msg: "a private reply was left out", status: 403 }),
      );
      expect(JSON.stringify(app.log)).not.toContain(ada.name);
    },
  );

  it("drops an answer without a known tenant", async () => {
    app.connector.fail("POST", 403, Infinity, TARGETED);
    const { conversation, ...asked } = slash("meet");
    const { answer, sent } = await app.turn({
      ...asked,
      conversation: { ...conversation!, tenantId: "" },
      channelData: {},
    });
    expect(answer.status).toBe(200);
    expect(sent).toEqual([]);
    expect(app.connector.chats).toEqual([]);
  });

  it("replaces the preparing card in that chat with a late answer", async () => {
    await app.restart({ isGraphOnClock: true });
    app.connector.fail("POST", 403, Infinity, TARGETED);
    app.cloud.addFault({ match: "createOrGet", times: 1, delayMs: 20_000 });
    const posted = app.post(slash("meet Sprint review"));
    await app.clock.waitForSleep(20_000);
    await app.clock.advance(PREPARING_AFTER_MS);
    await posted;
    const preparing = await app.connector.waitFor(({ path }) => path === CHAT);
    expect(textOf(cardOf(preparing))).toContain("Working on it");
    await app.clock.advance(20_000);
    const update = await app.connector.waitFor(({ method }) => method === "PUT");
    expect(update.path).toBe(`${CHAT}/${preparing.id}`);
    expect(textOf(cardOf(update))).toContain("Sprint review");
  });
});
