import { AppError } from "../../src/errors";
import {
  TENANT,
  ada,
  bo,
  chen,
  execute,
  general,
  message,
  people,
  personalChat,
  slash,
} from "../support/activities";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { isTargeted, type SentActivity } from "../support/connector";
import { pressBelow, previewOf, resultsOf, submitMeet } from "../support/extension";
import { linkOf } from "../support/meeting";
import { press, pressOn } from "../support/press";
import { startApp } from "../support/start-app";
import { useApp } from "../support/use-app";
import { validateCard } from "../support/validate-card";

const EXTERNAL = "eve@fabrikam.com";
const UNTOLD = "eve@fabrikam.com hasn’t been notified.";
const OPENING = /\/v3\/conversations$/;

describe("telling invited people", () => {
  const app = useApp();
  const [grace] = people(1);
  /** Not in the channel: only Graph knows who has this address. */
  const GRACE = "grace@contoso.com";

  /** Messages to someone's chat with the bot. */
  function toldIn(sent: readonly SentActivity[]): SentActivity[] {
    return sent.filter(({ path }) => decodeURIComponent(path).includes("/a:chat-of-"));
  }

  /** The next createOrGet returns an object id for the address, as Graph does for its own people. */
  function knowGrace(): void {
    app.cloud.addFault({
      match: "createOrGet",
      status: 201,
      body: {
        id: "MSo1",
        joinWebUrl: "https://teams.microsoft.com/l/meetup-join/19%3agrace/0",
        subject: "Retro",
        participants: {
          attendees: [{ upn: GRACE, role: null, identity: { user: { id: grace!.aadId } } }],
        },
      },
    });
  }

  const chatOf = (aadId: string) => `a:chat-of-8:orgid:${aadId}`;

  describe("someone the card mentions", () => {
    it("gets no personal message", async () => {
      const { sent } = await app.turn(message("meet with @Bo Nilsson", { mentions: [bo] }));
      expect(sent).toHaveLength(1);
      expect(app.connector.chats).toEqual([]);
      expect(textOf(cardOf(sent[0]))).not.toContain("notified");
    });

    it("can be a member of the conversation whose address was typed", async () => {
      const { sent, graphRequests } = await app.turn(message("meet with BO@contoso.com"));
      expect(cardOf(sent[0]).msteams?.entities).toMatchObject([
        { mentioned: { id: bo.aadId, name: "Bo Nilsson" } },
      ]);
      expect(graphRequests[0]?.body).toMatchObject({
        participants: {
          attendees: [{ identity: { user: { id: bo.aadId } }, upn: "bo@contoso.com" }],
        },
      });
      expect(sent).toHaveLength(1);
      expect(textOf(cardOf(sent[0]))).not.toContain("notified");
    });

    it("is invited by address while Teams can't look them up", async () => {
      app.connector.fail("GET", 503, 3);
      const { sent, graphRequests } = await app.turn(message("meet with bo@contoso.com"));
      expect(graphRequests[0]?.body).toMatchObject({
        participants: { attendees: [{ upn: "bo@contoso.com" }] },
      });
      expect(textOf(cardOf(sent[0]))).toContain("bo@contoso.com hasn’t been notified.");
    });
  });

  describe("a colleague outside the conversation", () => {
    it("gets the meeting's card in a personal message, once the reply is posted", async () => {
      knowGrace();
      const { sent } = await app.turn(message(`meet Retro with ${GRACE}`));
      expect(textOf(cardOf(sent[0]))).not.toContain("notified");
      expect(app.connector.chats).toEqual([
        expect.objectContaining({
          isGroup: false,
          tenantId: TENANT,
          members: [{ id: `8:orgid:${grace!.aadId}`, name: "" }],
        }),
      ]);
      expect(sent).toHaveLength(2);
      const [told] = toldIn(sent);
      expect(told?.activity).toMatchObject({
        type: "message",
        summary: "Ada Lovelace invited you to a meeting.",
      });
      expect(told?.activity).not.toHaveProperty("replyToId");
      const card = cardOf(told);
      expect(validateCard(card)).toEqual([]);
      expect(textOf(card)).toMatch(/^Ada Lovelace invited you to a meeting\.\nRetro\n/);
      expect(textOf(card)).toContain("From another channel or chat");
      expect(linkOf(card)).toBe(linkOf(cardOf(sent[0])));
      expect(card.refresh?.userIds).toEqual([`8:orgid:${grace!.aadId}`]);
      const titles = buttonsOf(card).map(({ title }) => title);
      expect(titles).toEqual(["Join", "Refresh", "Copy link", "Add to calendar"]);
    });

    it("can refresh that card in their own chat", async () => {
      knowGrace();
      const { sent } = await app.turn(message(`meet Retro with ${GRACE}`));
      const { answer } = await app.turn(
        press(toldIn(sent)[0], "Refresh", { from: grace!, in: personalChat }),
      );
      expect(textOf(cardOfAnswer(answer))).toMatch(/^Retro\n/);
    });

    it("gets it once: not on refresh, on a repeated message, or when invited again", async () => {
      const type = () => app.turn(slash("meet Retro with bo@contoso.com"));
      const { sent } = await type();
      expect(toldIn(sent)).toHaveLength(1);
      const card = cardOf(sent[0]);
      await app.turn(pressOn(card, "Refresh"));
      await app.turn(execute("refresh", card.refresh?.action.data, { trigger: "automatic" }));
      await type();
      await app.turn(slash("invite bo@contoso.com", { from: chen }));
      await app.turn(slash("rename Demo"));
      await type();
      expect(app.connector.chats).toHaveLength(1);
    });

    it("gets the new link of a meeting that they're invited to again", async () => {
      await app.turn(slash("meet Retro with bo@contoso.com"));
      const asked = await app.turn(slash("new Demo with bo@contoso.com"));
      const { sent, answer } = await app.turn(press(asked.sent[0], "Create new link"));
      const [told] = toldIn(sent);
      expect(linkOf(cardOf(told))).toBe(linkOf(cardOfAnswer(answer)));
    });

    it("gets it once, even from two processes at the same time", async () => {
      await app.turn(message("meet Retro with @Bo Nilsson", { mentions: [bo] }));
      const other = await startApp({ store: app.store, cloud: app.cloud });
      const typed = () => slash("meet with bo@contoso.com");
      await Promise.all([app.turn(typed()), other.turn(typed())]);
      const chats = [...app.connector.chats, ...other.connector.chats];
      expect(chats.map(({ members }) => members[0]?.id)).toEqual([`8:orgid:${bo.aadId}`]);
      await other.stop();
    });

    it.each([
      ["no chat with them may be opened", OPENING, 403],
      ["they don't have the app", /a%3Achat-of/, 403],
      ["Teams doesn't know them", OPENING, 404],
      ["Teams fails", /a%3Achat-of/, 500],
    ])("is named on the card if %s", async (_, at, status) => {
      knowGrace();
      app.connector.fail("POST", status, Infinity, at);
      const { sent } = await app.turn(message(`meet Retro with ${GRACE}`));
      expect(toldIn(sent)).toEqual([]);
      const [posted, updated] = sent;
      expect(textOf(cardOf(posted))).not.toContain("notified");
      expect(updated).toMatchObject({ method: "PUT", id: posted?.id });
      const card = cardOf(updated);
      expect(textOf(card)).toContain(`${GRACE} hasn’t been notified.`);
      expect(buttonsOf(card).map(({ title }) => title)).toEqual(
        expect.arrayContaining(["Copy link", "Email"]),
      );
      expect(app.log).toContainEqual({
        level: 30,
        status,
        msg: "a personal message could not be sent",
        turn: expect.any(String),
      });
      expect(JSON.stringify(app.log)).not.toContain("grace");
    });

    it("gets a message at the next invitation if the first one failed", async () => {
      knowGrace();
      app.connector.fail("POST", 403, 1, OPENING);
      const type = () => app.turn(message(`meet Retro with ${GRACE}`));
      await type();
      const { sent } = await type();
      expect(toldIn(sent)).toHaveLength(1);
    });

    it("is named on the card if the store fails", async () => {
      const { records } = app.store;
      const replace = records.replace.bind(records);
      jest
        .spyOn(records, "replace")
        .mockImplementation((stored, next) =>
          "told" in next
            ? Promise.reject(new AppError("store_unavailable"))
            : replace(stored, next),
        );
      const { sent } = await app.turn(slash("meet Retro with bo@contoso.com"));
      expect(toldIn(sent)).toEqual([]);
      expect(textOf(cardOf(sent.at(-1)))).toContain("hasn’t been notified");
    });

    it("never is the sender", async () => {
      await app.turn(message("meet", { from: bo }));
      const { sent } = await app.turn(slash("invite ada@contoso.com"));
      expect(sent.map(isTargeted)).toContain(true);
      expect(app.connector.chats).toEqual([]);
      expect(textOf(cardOf(sent[0]))).not.toContain("notified");
    });
  });

  describe("someone invited privately", () => {
    it("gets a personal message: no one can be mentioned on a card that they can't see", async () => {
      const { sent } = await app.turn(slash("meet with @Bo Nilsson", { mentions: [bo] }));
      expect(app.connector.chats).toMatchObject([{ members: [{ id: bo.teamsId }] }]);
      expect(sent.map(isTargeted)).toEqual([true, false]);
      expect(toldIn(sent)).toHaveLength(1);
    });

    it("is named on the private card if there's no way to tell them", async () => {
      app.connector.fail("POST", 403, Infinity, OPENING);
      const { sent } = await app.turn(slash("meet with @Bo Nilsson", { mentions: [bo] }));
      expect(sent.map(isTargeted)).toEqual([true, true]);
      const card = cardOf(sent[1]);
      expect(textOf(card)).toContain("Bo Nilsson hasn’t been notified.");
      expect(buttonOf(card, "Copy link")).toMatchObject({ data: { isPrivate: "yes" } });
      expect(buttonsOf(card).map(({ title }) => title)).toContain("Post here");
    });
  });

  describe("an address that no one knows", () => {
    it("is on the card at once, with two ways to send the link", async () => {
      const { sent } = await app.turn(message(`meet Retro tomorrow 3pm with ${EXTERNAL}`));
      expect(sent).toHaveLength(1);
      const card = cardOf(sent[0]);
      expect(validateCard(card)).toEqual([]);
      expect(textOf(card)).toContain(UNTOLD);
      const titles = buttonsOf(card).map(({ title }) => title);
      expect(titles.slice(-2)).toEqual(["Copy link", "Email"]);
      expect(titles.filter((title) => title === "Copy link")).toHaveLength(1);

      const copied = await app.turn(press(sent[0], "Copy link"));
      expect(textOf(cardOfAnswer(copied.answer))).toContain("Meeting link");

      const email = buttonOf(card, "Email");
      const url = new URL("url" in email ? email.url : "");
      expect(url.origin + url.pathname).toBe("https://outlook.office.com/mail/deeplink/compose");
      expect(Object.fromEntries(url.searchParams)).toEqual({
        to: EXTERNAL,
        subject: "Retro",
        body: `Retro: Sat, Nov 21 · 3:00–4:00 PM CET\nJoin the meeting: ${linkOf(card)}`,
      });
      expect(url.search).not.toContain("+");
    });

    it.each([
      ["invite", async () => app.turn(message(`invite ${EXTERNAL}`))],
      [
        "the update question",
        async () => {
          const asked = await app.turn(message(`meet with ${EXTERNAL}`));
          expect(textOf(cardOf(asked.sent[0]))).not.toContain("notified");
          return app.turn(press(asked.sent[0], "Update"));
        },
      ],
    ])("is on the card after %s", async (_, invite) => {
      await app.turn(message("meet"));
      const { sent, answer } = await invite();
      const card = sent.length > 0 ? cardOf(sent[0]) : cardOfAnswer(answer);
      expect(textOf(card)).toContain(UNTOLD);
    });

    it("stays on the meeting's cards, whatever others do", async () => {
      const { sent: posted } = await app.turn(message(`meet Retro with ${EXTERNAL}`));
      for (const trigger of ["automatic", "manual"] as const) {
        const { data } = cardOf(posted[0]).refresh!.action;
        const { answer } = await app.turn(execute("refresh", data, { trigger }));
        expect(textOf(cardOfAnswer(answer))).toContain(UNTOLD);
      }
      const { sent: renamed } = await app.turn(message("rename Planning", { from: bo }));
      expect(renamed).toHaveLength(2);
      for (const sent of renamed) expect(textOf(cardOf(sent))).toContain(UNTOLD);
      const { sent: asked } = await app.turn(message("new"));
      const { answer } = await app.turn(press(asked[0], "Create new link"));
      expect(textOf(cardOfAnswer(answer))).toContain(UNTOLD);
    });

    it("leaves the cards once a card mentions them", async () => {
      app.connector.fail("POST", 403, Infinity, OPENING);
      const { sent: first } = await app.turn(slash("meet with @Bo Nilsson", { mentions: [bo] }));
      expect(textOf(cardOf(first.at(-1)))).toContain("Bo Nilsson hasn’t been notified.");
      const { sent } = await app.turn(message("rename Planning", { from: chen }));
      expect(textOf(cardOf(sent[0]))).toContain("Bo Nilsson hasn’t been notified.");
      const { sent: invited } = await app.turn(message("invite @Bo Nilsson", { mentions: [bo] }));
      const { sent: later } = await app.turn(message("rename Retro"));
      for (const card of [...invited, ...later].map(cardOf)) {
        expect(textOf(card)).not.toContain("notified");
      }
    });

    it.each([
      ["Copy link", (card: SentActivity) => press(card, "Copy link")],
      ["meet", () => message("meet")],
      ["rename", () => message("rename Planning")],
      ["invite", () => message("invite @Chen Wei", { mentions: [chen] })],
    ])("leaves the cards after the person who invited them acts: %s", async (_, act) => {
      const { sent } = await app.turn(message(`meet Retro with ${EXTERNAL}`));
      const { sent: own } = await app.turn(act(sent[0]!));
      const { sent: later } = await app.turn(message("move tomorrow 5pm", { from: bo }));
      expect(later.length).toBeGreaterThan(1);
      for (const card of [...own, ...later].map(cardOf)) {
        expect(textOf(card)).not.toContain("notified");
      }
    });

    it("stays when others copy the link, and names those who are invited next", async () => {
      const { sent } = await app.turn(message(`meet Retro with ${EXTERNAL}`));
      await app.turn(press(sent[0], "Copy link", { from: bo }));
      const { sent: looked } = await app.turn(message("meet", { from: chen }));
      expect(textOf(cardOf(looked[0]))).toContain(UNTOLD);
      const { sent: invited } = await app.turn(message("invite dan@fabrikam.com"));
      expect(textOf(cardOf(invited[0]))).toContain("dan@fabrikam.com hasn’t been notified.");
      const { sent: later } = await app.turn(message("meet", { from: bo }));
      expect(textOf(cardOf(later[0]))).toContain("dan@fabrikam.com hasn’t been notified.");
    });

    it.each([
      ["meet", () => message("meet", { from: bo })],
      ["Refresh", (card: SentActivity) => press(card, "Refresh", { from: bo })],
    ])("leaves the cards once they use the meeting themselves: %s", async (_, use) => {
      app.connector.fail("POST", 403, Infinity, OPENING);
      await app.turn(slash("meet with @Bo Nilsson", { mentions: [bo] }));
      const { sent: named } = await app.turn(message("rename Planning", { from: chen }));
      expect(textOf(cardOf(named[0]))).toContain("Bo Nilsson hasn’t been notified.");
      await app.turn(use(named[0]!));
      const { sent } = await app.turn(message("meet", { from: chen }));
      expect(textOf(cardOf(sent[0]))).not.toContain("notified");
    });

    it("leaves the card with uninvite", async () => {
      const { sent } = await app.turn(message(`meet with ${EXTERNAL} and eve2@fabrikam.com`));
      const card = cardOf(sent[0]);
      expect(textOf(card)).toContain(`${EXTERNAL} and eve2@fabrikam.com haven’t been notified.`);
      await app.turn(message(`uninvite ${EXTERNAL}`, { from: chen }));
      const { answer } = await app.turn(execute("refresh", card.refresh?.action.data));
      expect(textOf(cardOfAnswer(answer))).toContain("eve2@fabrikam.com hasn’t been notified.");
    });
  });

  describe("the compose dialog", () => {
    const [elsewhere] = people(1);

    it("tells people when its preview is sent, not before", async () => {
      const entered = { topic: "Retro", people: elsewhere!.aadId, addresses: EXTERNAL };
      const { answer, sent } = await submitMeet(app, entered);
      const shown = previewOf(answer);
      expect(textOf(shown)).toContain(UNTOLD);
      expect(sent).toEqual([]);
      expect(app.connector.chats).toEqual([]);

      const posted = await app.turn(pressBelow(shown, "send"));
      expect(textOf(cardOf(posted.sent[0]))).toContain(UNTOLD);
      const paths = toldIn(posted.sent).map(({ path }) => decodeURIComponent(path));
      expect(paths).toEqual([`/v3/conversations/${chatOf(elsewhere!.aadId)}/activities`]);
    });
  });

  describe("a card that its sender inserts", () => {
    it.each([
      ["with the bot in the conversation", 200],
      ["without it", 403],
    ])("names the people that the bot would have told, %s", async (_, status) => {
      if (status !== 200) app.connector.fail("GET", status);
      const entered = { topic: "Retro", addresses: GRACE };
      knowGrace();
      const { answer } = await submitMeet(app, entered, { commandContext: "commandBox" });
      const [result] = resultsOf(answer);
      expect(textOf(result!.card)).toContain(`${GRACE} hasn’t been notified.`);
      expect(buttonsOf(result!.card).map(({ title }) => title)).toContain("Email");
      expect(app.connector.chats).toEqual([]);
    });

    it("keeps its mentions", async () => {
      const entered = { topic: "Retro", people: `${bo.aadId},${people(1)[0]!.aadId}` };
      const { answer } = await submitMeet(app, entered, { commandContext: "commandBox" });
      const { card } = resultsOf(answer)[0]!;
      expect(card.msteams?.entities).toMatchObject([{ mentioned: { name: bo.name } }]);
      expect(textOf(card)).toContain("Someone you invited hasn’t been notified.");
    });
  });

  it.each(["**Eve** [x](https://evil.example)", "<at>Ada</at>", "{{DATE(2026-01-01)}}"])(
    "shows a name such as %s as text",
    async (name) => {
      app.connector.fail("POST", 403, Infinity, OPENING);
      const { sent } = await app.turn(
        slash(`meet Review with @${name}`, { mentions: [{ ...bo, name }] }),
      );
      const card = cardOf(sent[1]);
      expect(textOf(card).replaceAll("\u2060", "")).toContain(`${name} hasn’t been notified.`);
      expect(JSON.stringify(card.body)).not.toContain('"TextBlock"');
      expect(validateCard(card)).toEqual([]);
    },
  );

  it("works for fifty people: thirty get a message, and the card names the others", async () => {
    const crowd = people(50);
    const { answer } = await submitMeet(app, { people: crowd.map(({ aadId }) => aadId).join() });
    const { sent } = await app.turn(pressBelow(previewOf(answer), "send"));
    expect(toldIn(sent)).toHaveLength(30);
    const card = cardOf(sent.at(-1));
    expect(textOf(card)).toContain("Someone you invited hasn’t been notified.");
    expect(JSON.stringify(card).length).toBeLessThan(28_000);
  });

  it("keeps the reply in the channel the only public message", async () => {
    knowGrace();
    const { sent } = await app.turn(message(`meet Retro with ${GRACE}`));
    const isPublic = ({ path }: SentActivity) =>
      decodeURIComponent(path).includes(general.threadId);
    expect(sent.filter(isPublic)).toHaveLength(1);
    expect(sent[0]?.activity.from).not.toEqual(expect.objectContaining({ id: ada.teamsId }));
  });
});
