import { createSecretKey } from "node:crypto";
import type { AdaptiveCard } from "../../../bot/cards/elements/adaptive-card";
import { ANSWER_AFTER_MS, LATE_AFTER_MS } from "../../../bot/message-extension/extension";
import { ALL_MESSAGES } from "../../../bot/locales/messages";
import { AppError } from "../../../src/errors";
import { createMeetingLinks } from "../../../src/meetings/tokens/meeting-link";
import { POLICIES } from "../../../src/resilience/policies";
import {
  ada,
  bo,
  design,
  extensionInvoke,
  general,
  groupChat,
  message,
  personalChat,
  TENANT,
} from "../../support/activities";
import { asOrganizer } from "../../support/as-organizer";
import { buttonOf, buttonsOf, cardOf, textOf } from "../../support/cards";
import type { SentActivity } from "../../support/connector";
import { linkOf, plan } from "../../support/meeting";
import { copyLink, LINK_ORIGIN } from "../../support/meeting-links";
import { press, pressOn } from "../../support/press";
import type { Answer } from "../../support/start-app";
import { SEALING_KEY } from "../../support/test-config";
import { useApp } from "../../support/use-app";
import { tokensWith } from "../../support/tokens";

const app = useApp();

const NOTHING = {
  composeExtension: { type: "result", attachmentLayout: "list", attachments: [] },
};
const PAGE_BUTTONS = ["Join", "Calendar"];
const ALL_BUTTONS = [
  "Join",
  "Refresh",
  "Calendar",
  "Copy link",
  "Edit",
  "Options",
  "New link",
  "Cancel meeting",
];

interface Unfurled {
  card: AdaptiveCard;
  preview: { title: string; text: string };
}

/** The card for a link, and its preview, which Teams requires. */
function unfurledIn({ status, body }: Answer): Unfurled {
  expect(status).toBe(200);
  const attachment = {
    contentType: "application/vnd.microsoft.card.adaptive",
    content: expect.objectContaining({ type: "AdaptiveCard" }),
    preview: {
      contentType: "application/vnd.microsoft.card.thumbnail",
      content: expect.objectContaining({
        title: expect.stringMatching(/./),
        text: expect.stringMatching(/./),
      }),
    },
  };
  expect(body).toEqual({
    composeExtension: { type: "result", attachmentLayout: "list", attachments: [attachment] },
  });
  const { attachments } = (body as { composeExtension: { attachments: unknown[] } })
    .composeExtension;
  const [{ content, preview }] = attachments as [
    { content: AdaptiveCard; preview: { content: Unfurled["preview"] } },
  ];
  return { card: content, preview: preview.content };
}

function titlesOf(card: AdaptiveCard): string[] {
  return buttonsOf(card).map(({ title }) => title);
}

/** Ada's scheduled meeting, its card, and its link from Copy link. */
async function share(place = general): Promise<{ sent: SentActivity; link: string }> {
  const { sent } = await app.turn(message(plan, { from: ada, in: place }));
  return { sent: sent[0]!, link: await copyLink(app, sent[0], { in: place }) };
}

async function confirm(command: "new" | "cancel"): Promise<void> {
  const { sent } = await app.turn(message(command, { from: ada }));
  const title = command === "new" ? "Create new link" : "Cancel meeting";
  await app.turn(press(sent[0], title, { from: ada }));
}

function paste(url: unknown, options: Parameters<typeof extensionInvoke>[2] = {}) {
  return app.turn(extensionInvoke("queryLink", { url }, { from: bo, ...options }));
}

describe("a link that is pasted", () => {
  it("becomes the meeting card, with name, time and conversation in its preview, and posts nothing", async () => {
    const { sent, link } = await share();
    const { answer, sent: posted, graphRequests } = await paste(link);
    const { card, preview } = unfurledIn(answer);
    expect(linkOf(card)).toBe(linkOf(cardOf(sent)));
    expect(textOf(card)).toContain("Sprint review");
    expect(textOf(card)).toContain("Ada Lovelace (host)");
    expect(preview).toEqual({
      title: "Sprint review",
      text: "Sat, Nov 21 · 3:00–3:45 PM · Main meeting",
    });
    expect(posted).toEqual([]);
    expect(graphRequests).toEqual([]);
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("has all buttons where the bot is installed, and they work; the sender's client refreshes it", async () => {
    const { link } = await share();
    const { card } = unfurledIn((await paste(link)).answer);
    expect(titlesOf(card)).toEqual(ALL_BUTTONS);
    expect(card.refresh?.userIds).toEqual([bo.teamsId]);
    const { answer } = await app.turn(pressOn(card, "Options", { from: ada }));
    expect(answer.body).toMatchObject({ statusCode: 200 });
  });

  it.each([
    ["isn't in the conversation", 403],
    ["can't be looked up", 500],
  ])("has only buttons that open a page if the bot %s", async (_, status) => {
    const { link } = await share();
    app.connector.fail("GET", status);
    const { card } = unfurledIn((await paste(link, { in: groupChat })).answer);
    expect(titlesOf(card)).toEqual(PAGE_BUTTONS);
    expect(card.refresh).toBeUndefined();
    expect(buttonOf(card, "Calendar")).toMatchObject({
      type: "Action.OpenUrl",
      url: expect.stringMatching(new RegExp(`^${LINK_ORIGIN}/m/[\\w-]+/calendar$`, "u")),
    });
  });

  it("has only buttons that open a page in a chat between two people, which Teams doesn't name", async () => {
    const { link } = await share();
    const { card } = unfurledIn((await paste(link, { in: "nowhere" })).answer);
    expect(titlesOf(card)).toEqual(PAGE_BUTTONS);
    expect(app.connector.rosterRequests).toEqual([]);
  });

  it.each([design, groupChat, personalChat])(
    "shows its meeting in another conversation, and says so: $threadId",
    async (place) => {
      const { sent, link } = await share();
      const { card } = unfurledIn((await paste(link, { in: place })).answer);
      expect(linkOf(card)).toBe(linkOf(cardOf(sent)));
      expect(textOf(card)).toContain("From another channel or chat");
      expect(textOf(card)).not.toContain("this channel");
      // Buttons that would fail there aren't offered.
      expect(titlesOf(card)).toEqual(["Join", "Refresh", "Calendar", "Copy link"]);
    },
  );

  it("names the meeting's room", async () => {
    const { sent } = await app.turn(message("meet #design", { from: ada }));
    const link = await copyLink(app, sent[0]);
    const { card, preview } = unfurledIn((await paste(link, { in: groupChat })).answer);
    expect(textOf(card)).toContain("#design meeting\n");
    expect(preview.text).toBe("No fixed time · From another channel or chat · #design");
  });

  it("isn't listed as the sender's own meeting, since its owner is unknown", async () => {
    const { link } = await share(personalChat);
    const { preview } = unfurledIn((await paste(link, { in: groupChat })).answer);
    expect(preview.text).toMatch(/ · From another channel or chat$/);
  });

  it("asks Graph once the record is stale, and shows its response", async () => {
    const { link } = await share();
    await asOrganizer(app, "PATCH", { subject: "Sprint demo" });
    await app.clock.advance(15_001);
    const { answer, graphRequests } = await paste(link);
    expect(graphRequests).toMatchObject([{ method: "GET", status: 200 }]);
    const { card, preview } = unfurledIn(answer);
    expect(textOf(card)).toContain("Sprint demo");
    expect(preview.title).toBe("Sprint demo");
  });

  it.each([
    ["is down", { status: 500, times: 3 }],
    ["is busy", { status: 429, headers: { "retry-after": "120" } }],
  ])("shows the last known meeting when Graph %s, without a notice", async (_, fault) => {
    const { sent, link } = await share();
    await app.clock.advance(60_000);
    app.cloud.addFault({ match: "onlineMeetings/", ...fault });
    const { card } = unfurledIn((await paste(link)).answer);
    expect(linkOf(card)).toBe(linkOf(cardOf(sent)));
    expect(textOf(card)).not.toContain("Teams isn’t responding");
  });

  it("reports a meeting that Graph no longer has", async () => {
    const { link } = await share();
    await app.clock.advance(60_000);
    await asOrganizer(app, "DELETE");
    const { card } = unfurledIn((await paste(link)).answer);
    expect(textOf(card)).toContain("Teams no longer has this meeting");
  });
});

describe("in time", () => {
  beforeEach(async () => {
    await app.restart({ isGraphOnClock: true });
  });

  it("shows the card from the record when Graph takes 20 s", async () => {
    // The bot is known to be here, so Teams isn't asked.
    const { sent, link } = await share(personalChat);
    await app.clock.advance(60_000);
    app.cloud.addFault({ match: "onlineMeetings/", delayMs: 20_000 });
    const pasted = app.post(extensionInvoke("queryLink", { url: link }, { in: personalChat }));
    await app.clock.waitForSleep(20_000);
    await app.clock.advance(LATE_AFTER_MS);
    const { card } = unfurledIn(await pasted);
    expect(linkOf(card)).toBe(linkOf(cardOf(sent)));
    expect(titlesOf(card)).toEqual(ALL_BUTTONS);
    await app.clock.advance(20_000);
  });

  it("only leaves out buttons if Teams can't say whether the bot is there", async () => {
    const { link } = await share();
    app.connector.fail("GET", "silence");
    const pasted = app.post(extensionInvoke("queryLink", { url: link }, { from: bo }));
    await app.clock.waitForSleep(POLICIES.roster.deadlineMs);
    await app.clock.advance(LATE_AFTER_MS);
    expect(titlesOf(unfurledIn(await pasted).card)).toEqual(PAGE_BUTTONS);
  });

  it("leaves out buttons too if Teams is asked late because the store was slow", async () => {
    const { link } = await share();
    const seen = await app.store.records.get({ ...general, room: "" });
    let open: (() => void) | undefined;
    const gate = new Promise<typeof seen>((resolve) => (open = () => resolve(seen)));
    jest.spyOn(app.store.records, "get").mockReturnValueOnce(gate);
    app.connector.fail("GET", "silence");
    const pasted = app.post(extensionInvoke("queryLink", { url: link }, { from: bo }));
    await app.clock.waitForSleep(ANSWER_AFTER_MS);
    await app.clock.advance(1_000);
    open?.();
    await app.clock.waitForSleep(POLICIES.roster.deadlineMs);
    await app.clock.advance(LATE_AFTER_MS - 1_000);
    expect(titlesOf(unfurledIn(await pasted).card)).toEqual(PAGE_BUTTONS);
    await app.clock.advance(POLICIES.roster.deadlineMs);
  });

  it("keeps the plain link if the store doesn't respond", async () => {
    const { link } = await share();
    let open: (() => void) | undefined;
    const gate = new Promise<undefined>((resolve) => (open = () => resolve(undefined)));
    jest.spyOn(app.store.records, "get").mockReturnValueOnce(gate);
    const pasted = app.post(extensionInvoke("queryLink", { url: link }, { from: bo }));
    await app.clock.waitForSleep(ANSWER_AFTER_MS);
    await app.clock.advance(ANSWER_AFTER_MS);
    expect(await pasted).toEqual({ status: 200, body: NOTHING });
    open?.();
  });
});

describe("a link that has ended", () => {
  it.each(["new", "cancel"] as const)(
    "by %s becomes a card that says so, and shows nothing about the meeting",
    async (command) => {
      const { link } = await share();
      await confirm(command);
      await app.clock.advance(60_000);
      const { answer, graphRequests } = await paste(link);
      const { card, preview } = unfurledIn(answer);
      expect(preview.title).toBe("This link has expired");
      expect(textOf(card)).toContain("Choose Refresh on the meeting’s card");
      expect(buttonsOf(card)).toEqual([]);
      expect(JSON.stringify(answer.body)).not.toMatch(/Sprint|Lovelace|meetup-join|2026/);
      expect(graphRequests).toEqual([]);
    },
  );

  it("while it was being pasted shows nothing about the meeting either", async () => {
    const { link } = await share();
    const seen = await app.store.records.get({ ...general, room: "" });
    await confirm("new");
    jest.spyOn(app.store.records, "get").mockResolvedValueOnce(seen);
    const { card } = unfurledIn((await paste(link)).answer);
    expect(textOf(card)).toContain("This link has expired");
    expect(buttonsOf(card)).toEqual([]);
  });
});

describe("a link that isn't for a meeting of this tenant", () => {
  const reference = {
    key: { tenantId: TENANT, threadId: general.threadId, room: "" },
    generation: 1,
  };
  const ours = createMeetingLinks([SEALING_KEY], LINK_ORIGIN);
  const link = ours.toLink(reference);
  const foreign = createMeetingLinks([createSecretKey(Buffer.alloc(32, 9))], LINK_ORIGIN);

  it.each([
    ["no address", undefined],
    ["a number", 7],
    ["an empty one", ""],
    ["another site's", "https://www.example.com/"],
    ["another of our pages", `${LINK_ORIGIN}/healthz`],
    ["our path at another host", link.replace("example.com", "example.org")],
    ["our host name inside another", link.replace(".com/", ".com.evil.example/")],
    ["a link with http", link.replace("https:", "http:")],
    ["a forged link", `${LINK_ORIGIN}/m/Zm9yZ2VkIGZvcmdlZCBmb3JnZWQgZm9yZ2VkIGZvcmdlZA`],
    ["a link's calendar page", `${link}/calendar`],
    ["a link's calendar file", `${link}.ics`],
    ["a cut link", link.slice(0, -2)],
    ["an edited link", link.replace(/.$/, (last) => (last === "A" ? "B" : "A"))],
    ["a link from another key", foreign.toLink(reference)],
    ["a button's token", `${LINK_ORIGIN}/m/${tokensWith(SEALING_KEY).meeting.encode(reference)}`],
    [
      "a link to a conversation without a meeting",
      ours.toLink({ ...reference, key: { ...reference.key, threadId: design.threadId } }),
    ],
    ["a link of a future generation", ours.toLink({ ...reference, generation: 9 })],
    [
      "a link from another tenant",
      ours.toLink({
        ...reference,
        key: { ...reference.key, tenantId: "99999999-2222-4333-8444-555555555555" },
      }),
    ],
  ])("stays a plain link without a message: %s", async (_, url) => {
    await app.turn(message("meet Sprint review"));
    const { answer, sent, graphRequests } = await paste(url);
    expect(answer).toEqual({ status: 200, body: NOTHING });
    expect(sent).toEqual([]);
    expect(graphRequests).toEqual([]);
  });

  it("includes a link pasted in another tenant", async () => {
    const { link: shared } = await share();
    const tenantId = "99999999-2222-4333-8444-555555555555";
    const { answer } = await paste(shared, { in: { ...general, tenantId } });
    expect(answer).toEqual({ status: 200, body: NOTHING });
  });

  it("includes a link to a meeting that was never created", async () => {
    app.cloud.addFault({ match: "createOrGet", times: 3, status: 503 });
    await app.turn(message("meet"));
    expect((await paste(link)).answer).toEqual({ status: 200, body: NOTHING });
  });

  it("includes any link while the store can't be read", async () => {
    const { link: shared } = await share();
    jest.spyOn(app.store.records, "get").mockRejectedValueOnce(new AppError("store_unavailable"));
    expect((await paste(shared)).answer).toEqual({ status: 200, body: NOTHING });
  });

  it("includes any link for a person without our app", async () => {
    const { link: shared } = await share();
    const invoke = extensionInvoke("queryLink", { url: shared });
    const { answer } = await app.turn({ ...invoke, name: "composeExtension/anonymousQueryLink" });
    expect(answer).toEqual({ status: 200, body: NOTHING });
  });

  it("includes any link for a person without an identity: there's a response, but no meeting", async () => {
    const { link: shared } = await share();
    const invoke = extensionInvoke("queryLink", { url: shared });
    const { answer } = await app.turn({ ...invoke, from: { id: "29:x", name: "X" } });
    expect(answer).toMatchObject({ status: 200, body: { composeExtension: { type: "message" } } });
    expect(JSON.stringify(answer.body)).not.toMatch(/Sprint|Lovelace|meetup-join/);
  });
});

it.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
  "a live and an ended link are unfurled in %s",
  async (locale, { card: words, links: { dead } }) => {
    const { link } = await share();
    const { card } = unfurledIn((await paste(link, { locale, in: groupChat })).answer);
    expect(titlesOf(card)).toContain(words.join);
    expect(textOf(card)).toContain(words.location.elsewhere);
    await confirm("cancel");
    const { preview } = unfurledIn((await paste(link, { locale })).answer);
    expect(preview).toEqual({ title: dead.ended.title, text: dead.ended.text });
  },
);
