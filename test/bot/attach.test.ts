import type { AdaptiveCard } from "../../bot/cards/elements/adaptive-card";
import {
  ada,
  bo,
  chen,
  design,
  extensionInvoke,
  general,
  groupChat,
  message,
  slash,
  type ActivityOptions,
} from "../support/activities";
import { isTargeted } from "../support/connector";
import {
  dialogOf,
  fieldsOf,
  openMeet,
  pressBelow,
  previewOf,
  resultsOf,
  submitMeet,
} from "../support/extension";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { copyLink, linkIn, openLink } from "../support/meeting-links";
import { linkOf } from "../support/meeting";
import { press, pressOn } from "../support/press";
import { useApp } from "../support/use-app";
import { search } from "./message-extension/searching";

const LINK =
  "https://teams.microsoft.com/l/meetup-join/19%3ameeting_ZDc2@thread.v2/0?context=%7b%22Tid%22%3a%22x%22%7d";
const SHORT = "https://teams.microsoft.com/meet/2310583649?p=aBcD3fG";

const GRAPH_DELAY_MS = 7_000;

const app = useApp({ isGraphOnClock: true });

const attach = (text: string, options: ActivityOptions = {}) =>
  app.turn(message(`attach ${text}`, options));
const titlesOf = (card: AdaptiveCard) => buttonsOf(card).map(({ title }) => title);
const recordOf = async (room = "") => (await app.store.records.get({ ...general, room }))?.record;

describe("attach", () => {
  it.each([LINK, SHORT])(
    "makes a meeting the conversation's without a Graph call: %s",
    async (link) => {
      const { sent, graphRequests } = await attach(link);
      expect(graphRequests).toEqual([]);
      const card = cardOf(sent[0]);
      expect(linkOf(card)).toBe(link);
      expect(textOf(card)).toContain("Attached by Ada Lovelace");
      expect(textOf(card)).not.toContain("New link");
      const titles = buttonsOf(card).map(({ title }) => title);
      expect(titles).toEqual(["Join", "Refresh", "Copy link", "Detach"]);
      expect(await recordOf()).toMatchObject({ state: "claimed", attached: { joinWebUrl: link } });
    },
  );

  it("is what meet, refresh, rooms and a shared link show from then on", async () => {
    const { sent } = await attach(`#design Weekly sync ${LINK}`);
    expect(textOf(cardOf(sent[0]))).toContain("Weekly sync");
    const met = await app.turn(message("meet #design", { from: bo }));
    expect(linkOf(cardOf(met.sent[0]))).toBe(LINK);
    const refreshed = await app.turn(press(sent[0], "Refresh", { from: bo }));
    expect(linkOf(cardOfAnswer(refreshed.answer))).toBe(LINK);
    const rooms = await app.turn(message("rooms"));
    expect(buttonOf(cardOf(rooms.sent[0]), "Join")).toMatchObject({ url: LINK });
    expect(textOf(cardOf(rooms.sent[0]))).toContain("Weekly sync");
    const copied = cardOfAnswer((await app.turn(press(sent[0], "Copy link"))).answer);
    // Its time is in another calendar.
    expect(buttonsOf(copied).map(({ title }) => title)).toEqual(["Back"]);
    const response = await openLink(app, linkIn(copied));
    expect([response.status, response.headers.get("location")]).toEqual([302, LINK]);
    for (const turn of [met, refreshed, rooms]) expect(turn.graphRequests).toEqual([]);
  });

  it("lets events about its calls find the conversation", async () => {
    await attach(LINK);
    const { records } = await app.store.joinLinks.list({ ...general, joinWebUrl: LINK });
    expect(records.map(({ record }) => record.key)).toEqual([
      { tenantId: general.tenantId, threadId: general.threadId, room: "" },
    ]);
  });

  it("asks before it replaces a meeting, updates all cards, and detach brings it back", async () => {
    const made = await app.turn(message("meet Sprint review"));
    const own = linkOf(cardOf(made.sent[0]));
    const asked = await attach(LINK);
    expect(textOf(cardOf(asked.sent[0]))).toContain("Use this meeting instead of “Sprint review”?");
    expect((await recordOf())?.attached).toBeUndefined();

    const confirmed = await app.turn(press(asked.sent[0], "Use this meeting"));
    expect(confirmed.graphRequests).toEqual([]);
    expect(confirmed.sent.map(({ method, id }) => [method, id])).toEqual([
      ["PUT", asked.sent[0]!.id],
      ["PUT", made.sent[0]!.id],
    ]);
    for (const sent of confirmed.sent) {
      expect(linkOf(cardOf(sent))).toBe(LINK);
      expect(textOf(cardOf(sent))).toContain("New link");
    }

    const detached = await app.turn(press(confirmed.sent[0], "Detach"));
    expect(detached.graphRequests).toEqual([]);
    for (const sent of detached.sent) {
      expect(linkOf(cardOf(sent))).toBe(own);
      expect(textOf(cardOf(sent))).toContain("Detached by Ada Lovelace.");
    }
    const met = await app.turn(message("meet"));
    expect(linkOf(cardOf(met.sent[0]))).toBe(own);
  });

  it("goes back to no meeting where there was none, and the next meet creates one", async () => {
    const attached = await attach(LINK);
    const { sent } = await app.turn(message("detach"));
    for (const one of sent) {
      const card = cardOf(one);
      expect(textOf(card)).toContain("Detached by Ada Lovelace.");
      expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Create meeting"]);
    }
    expect(sent.map(({ id }) => id)).toContain(attached.sent[0]!.id);
    const met = await app.turn(message("meet", { from: bo }));
    expect(app.cloud.meetings()).toHaveLength(1);
    expect(linkOf(cardOf(met.sent[0]))).not.toBe(LINK);
    for (const one of met.sent)
      expect(textOf(cardOf(one))).not.toMatch(/cancelled|restarted|new link|old link/iu);
    // The card that said so shows the meeting too.
    expect(met.sent.map(({ id }) => id)).toContain(attached.sent[0]!.id);
    for (const one of met.sent) expect(linkOf(cardOf(one))).not.toBe(LINK);
    expect(await recordOf()).toMatchObject({ organizer: { aadId: bo.aadId } });
    const none = await app.turn(message("detach #other"));
    expect(textOf(cardOf(none.sent[0]))).toContain("No meeting is attached here.");
  });

  it.each([
    ["the same link with a name", `Weekly sync ${LINK}`, false],
    ["another link", SHORT, true],
  ])("says whether the link is new: %s", async (_, text, isNew) => {
    await attach(LINK);
    let { sent } = await attach(text);
    if (isNew) ({ sent } = await app.turn(press(sent[0], "Use this meeting")));
    for (const one of sent) expect(textOf(cardOf(one)).includes("New link")).toBe(isNew);
  });

  it("says that the link is new after a cancelled meeting", async () => {
    await app.turn(message("meet Sprint review"));
    const asked = await app.turn(message("cancel"));
    await app.turn(press(asked.sent[0], "Cancel meeting"));
    const { sent } = await attach(LINK);
    expect(textOf(cardOf(sent[0]))).toContain("New link");
  });

  it("goes back to a cancelled meeting's card", async () => {
    await app.turn(message("meet Sprint review"));
    const asked = await app.turn(message("cancel"));
    await app.turn(press(asked.sent[0], "Cancel meeting"));
    await attach(LINK);
    const { sent } = await app.turn(message("detach"));
    expect(textOf(cardOf(sent[0]))).toContain("Cancelled by Ada Lovelace");
  });

  it.each([
    "cancel",
    "new",
    "rename Retro",
    "options",
    "invite bo@contoso.com",
    "move tomorrow 3pm",
    "push it back an hour",
  ])("answers %s with the meeting and where to change it", async (command) => {
    await attach(LINK);
    const { sent, graphRequests } = await app.turn(message(command));
    expect(graphRequests).toEqual([]);
    expect(textOf(cardOf(sent[0]))).toContain("change it in the calendar it comes from");
    expect(linkOf(cardOf(sent[0]))).toBe(LINK);
  });

  it("does nothing for a card's button from before", async () => {
    const made = await app.turn(message("meet Sprint review"));
    const question = await app.turn(message("cancel"));
    const asked = await attach(LINK);
    await app.turn(press(asked.sent[0], "Use this meeting"));
    const confirmed = await app.turn(press(question.sent[0], "Cancel meeting"));
    expect(confirmed.graphRequests).toEqual([]);
    expect(linkOf(cardOfAnswer(confirmed.answer))).toBe(LINK);
    const renamed = await app.turn(press(made.sent[0], "Edit"));
    expect(linkOf(cardOfAnswer(renamed.answer))).toBe(LINK);
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("is what meet answers with if it happens while Graph is called", async () => {
    app.cloud.addFault({ match: "createOrGet", delayMs: GRAPH_DELAY_MS });
    const meeting = app.turn(message("meet", { from: bo }));
    await app.clock.waitForSleep(GRAPH_DELAY_MS);
    await app.post(message(`attach ${LINK}`));
    const { sent } = await app.clock.runUntil(meeting);
    const cards = sent.filter(({ activity }) => activity.type === "message").map(cardOf);
    expect(cards.map(linkOf)).toEqual([LINK, LINK]);
    await app.turn(message("detach"));
    expect(await recordOf()).toMatchObject({ state: "live", organizer: { aadId: bo.aadId } });
  });

  it("offers a link that follows meet, and creates nothing", async () => {
    const { sent, graphRequests } = await app.turn(message(`meet Weekly sync ${SHORT}`));
    expect(graphRequests).toEqual([]);
    const card = cardOf(sent[0]);
    expect(textOf(card)).toContain("Use this Teams meeting here?");
    expect(buttonsOf(card).map(({ title }) => title)).toEqual([
      "Use this meeting",
      "Create meeting",
    ]);
    const refused = await app.turn(press(sent[0], "Use this meeting", { from: bo }));
    expect(refused.answer.body).toMatchObject({ value: { code: "not_the_asker" } });
    const { answer } = await app.turn(press(sent[0], "Use this meeting"));
    expect(linkOf(cardOfAnswer(answer))).toBe(SHORT);
    expect(textOf(cardOfAnswer(answer))).toContain("Weekly sync");
  });

  it.each([
    ["", "Which meeting?"],
    ["https://teams.live.com/meet/9312345?p=abc", "This isn’t a link to a Teams meeting"],
    ["http://teams.microsoft.com/meet/1?p=x", "This isn’t a link to a Teams meeting"],
    ["https://teams.microsoft.com.evil.example/meet/1", "This isn’t a link to a Teams meeting"],
    ["https://ada@teams.microsoft.com/meet/1", "This isn’t a link to a Teams meeting"],
    ["https://teams.microsoft.com:8443/meet/1", "This isn’t a link to a Teams meeting"],
    [
      "https://teams.microsoft.com/l/message/19%3a1@thread.v2/1",
      "This isn’t a link to a Teams meeting",
    ],
    [
      `https://teams.microsoft.com/meet/1?p=${"x".repeat(1024)}`,
      "This isn’t a link to a Teams meeting",
    ],
    [
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fteams.microsoft.com%2Fmeet%2F1",
      "This link is wrapped by a security filter",
    ],
  ])("refuses “%s”", async (link, title) => {
    const { sent } = await attach(link);
    expect(textOf(cardOf(sent[0]))).toContain(title);
    expect(await recordOf()).toBeUndefined();
  });

  describe("an attached meeting", () => {
    const postAttached = () => attach(`Weekly sync ${LINK}`);

    it("is what the dialog previews and posts, in the Meet dialog of the message box", async () => {
      await postAttached();
      const submitted = await submitMeet(app, {}, { from: bo });
      const preview = previewOf(submitted.answer);
      expect(linkOf(preview)).toBe(LINK);
      expect(textOf(preview)).toContain("Weekly sync");
      const posted = await app.turn(pressBelow(preview, "send", { from: bo }));
      expect(linkOf(cardOf(posted.sent[0]))).toBe(LINK);
      const again = await app.turn(pressBelow(preview, "send", { from: bo }));
      expect(again.sent).toEqual([]);
      for (const turn of [submitted, posted, again]) expect(turn.graphRequests).toEqual([]);
    });

    it("says in the dialog's preview where to change it, and Edit brings back what was entered", async () => {
      await postAttached();
      const { answer } = await submitMeet(app, { topic: "Retro" });
      const preview = previewOf(answer);
      expect(textOf(preview)).toContain("change it in the calendar it comes from");
      const edited = dialogOf(await app.post(pressBelow(preview, "edit")));
      expect(fieldsOf(edited)).toMatchObject({ topic: "Retro" });
      expect(app.cloud.meetings()).toEqual([]);
    });

    it("is posted as the current meeting if it was attached after the preview", async () => {
      const { answer } = await submitMeet(app, { topic: "Retro" });
      const asked = await postAttached();
      await app.turn(press(asked.sent[0], "Use this meeting"));
      const { sent } = await app.turn(pressBelow(previewOf(answer), "send"));
      expect(linkOf(cardOf(sent[0]))).toBe(LINK);
    });

    it("is found by the search, here and elsewhere, with buttons that work", async () => {
      await postAttached();
      const here = await search(app, "weekly");
      expect(here.entries).toMatchObject([{ title: "Weekly sync", text: "Main meeting" }]);
      const [{ card } = {}] = here.entries;
      expect(linkOf(card!)).toBe(LINK);
      const refreshed = await app.turn(pressOn(card!, "Refresh", { from: bo }));
      expect(linkOf(cardOfAnswer(refreshed.answer))).toBe(LINK);
      const elsewhere = await search(app, "weekly", { in: design });
      expect(elsewhere.entries).toHaveLength(1);
      expect(titlesOf(elsewhere.entries[0]!.card)).toEqual(["Join", "Refresh", "Copy link"]);
      expect([...here.graphRequests, ...elsewhere.graphRequests]).toEqual([]);
    });

    it("is what a link unfurls into, and only Join works without the bot", async () => {
      const { sent } = await postAttached();
      const link = await copyLink(app, sent[0]);
      const paste = (options: Parameters<typeof extensionInvoke>[2] = {}) =>
        app.turn(extensionInvoke("queryLink", { url: link }, { from: bo, ...options }));
      const here = await paste();
      const [result] = resultsOf(here.answer);
      expect(result).toMatchObject({ title: "Weekly sync", text: "Main meeting" });
      expect(linkOf(result!.card)).toBe(LINK);
      expect(titlesOf(result!.card)).toEqual(["Join", "Refresh", "Copy link", "Detach"]);
      const elsewhere = await paste({ in: design });
      expect(titlesOf(resultsOf(elsewhere.answer)[0]!.card)).toEqual([
        "Join",
        "Refresh",
        "Copy link",
      ]);
      app.connector.fail("GET", 403);
      const without = await paste({ in: groupChat });
      expect(titlesOf(resultsOf(without.answer)[0]!.card)).toEqual(["Join"]);
      expect([...here.graphRequests, ...elsewhere.graphRequests]).toEqual([]);

      await app.turn(message("detach"));
      const detached = await paste();
      expect(JSON.stringify(detached.answer.body)).not.toContain(LINK);
    });

    it("is posted for everyone by Post here", async () => {
      await postAttached();
      const asked = await app.turn(slash("meet", { from: bo }));
      expect(linkOf(cardOf(asked.sent[0]))).toBe(LINK);
      const { sent, graphRequests } = await app.turn(
        press(asked.sent[0], "Post here", { from: bo }),
      );
      const posted = sent.find((one) => !isTargeted(one));
      expect(linkOf(cardOf(posted))).toBe(LINK);
      expect(textOf(cardOf(posted))).toContain("Posted by Bo Nilsson.");
      expect(textOf(cardOf(posted))).toContain("Attached by Ada Lovelace");
      expect(graphRequests).toEqual([]);
      // Detaching brings this card up to date too.
      const detached = await app.turn(message("detach"));
      expect(detached.sent.map(({ id }) => id)).toContain(posted?.id);
    });

    it("stays private if it's attached privately", async () => {
      const { sent } = await app.turn(slash(`attach Weekly sync ${LINK}`));
      expect(sent.map(isTargeted)).toEqual([true]);
      expect(linkOf(cardOf(sent[0]))).toBe(LINK);
    });

    it("leaves a message in a chat a room to itself, unless it's about that meeting", async () => {
      await attach(`Weekly sync ${LINK}`, { in: groupChat });
      const about = async (content: string) => {
        const body = { contentType: "html", content: `<p>${content}</p>` };
        const messagePayload = { id: "1759881511856", messageType: "message", body, mentions: [] };
        const command = { commandId: "meetAbout", commandContext: "message", messagePayload };
        return fieldsOf(dialogOf(await app.post(openMeet({ in: groupChat }, command))));
      };
      expect(await about("Budget")).toMatchObject({ topic: "Budget", room: "#budget" });
      expect(await about("Weekly sync")).not.toHaveProperty("room", expect.stringMatching(/./u));
    });
  });

  describe("permission", () => {
    it("is the member's where there's no meeting, and not a guest's", async () => {
      for (const member of app.connector.roster) member.userRole = "guest";
      const { sent } = await attach(LINK, { from: chen });
      expect(JSON.stringify(sent[0]?.activity)).toContain("Only people in this organization");
      expect(await recordOf()).toBeUndefined();
    });

    it("is the one of replacing a link where there's a meeting", async () => {
      await app.turn(message("meet", { from: ada }));
      app.cloud.settings.teamOwners = [chen.aadId];
      const refused = await attach(LINK, { from: bo });
      expect(JSON.stringify(refused.sent[0]?.activity)).toContain("Only the host");
      const asked = await attach(LINK, { from: chen });
      await app.turn(press(asked.sent[0], "Use this meeting", { from: chen }));
      // Ada is the host of the meeting before, and Chen attached this one.
      const denied = await app.turn(message("detach", { from: bo }));
      expect(JSON.stringify(denied.sent[0]?.activity)).toContain("Only the host");
      expect((await recordOf())?.attached).toBeDefined();
    });
  });
});
