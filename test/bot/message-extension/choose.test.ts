import {
  CONFIRMATION_MS,
  restrictTo,
  type MeetingOffer,
} from "../../../src/meetings/tokens/request-token";
import {
  ada,
  bo,
  chen,
  design,
  execute,
  extensionInvoke,
  general,
  groupChat,
  meetingChat,
  message,
  personalChat,
  TENANT,
} from "../../support/activities";
import { buttonOf, buttonsOf, cardOf, cardOfAnswer, textOf } from "../../support/cards";
import { changesIn, linkOf } from "../../support/meeting";
import { pressOn } from "../../support/press";
import { SEALING_KEY } from "../../support/test-config";
import { useApp } from "../../support/use-app";
import { validateCard } from "../../support/validate-card";
import { choose, readAnswered, search, type InvokeOptions } from "./searching";
import { tokensWith } from "../../support/tokens";

const ONE_ACCOUNT = { aadId: "5e50acc0-0000-4000-8000-000000000000" };
/** Makes the first caller a co-organizer, after the answer. */
const oneAccount = { organizerPolicy: { mode: "service", organizer: ONE_ACCOUNT } } as const;

const ROOT = "1759881511856";

const app = useApp();

/** The data sent when the first result is selected. */
async function offer(text: string, options: InvokeOptions = {}): Promise<object> {
  const { entries } = await search(app, text, options);
  const [first] = entries;
  if (!first?.choice) throw new Error(`“${text}” was not offered.`);
  return first.choice;
}

async function chooseFirst(text: string, options: InvokeOptions = {}) {
  return choose(app, await offer(text, options), options);
}

describe("a selected offer", () => {
  it("creates the meeting with one createOrGet, and returns its card", async () => {
    const { entries, graphRequests, sent } = await chooseFirst("review tomorrow 3pm for 45 min");
    expect(graphRequests).toHaveLength(1);
    expect(graphRequests[0]?.path).toContain("createOrGet");
    expect(sent).toEqual([]);
    expect(entries).toHaveLength(1);
    const { card, title, choice } = entries[0]!;
    expect(validateCard(card)).toEqual([]);
    expect(title).toBe("review");
    expect(choice).toBeUndefined();
    expect(textOf(card)).toContain("review\nSat, Nov 21 · 3:00–3:45 PM CET");
    expect(linkOf(card)).toBe(app.cloud.meetings()[0]?.joinWebUrl);
    expect(app.cloud.meetings()[0]).toMatchObject({ subject: "review" });
  });

  it.each([
    ["a new post", {}, "lunch", "meet lunch"],
    ["a reply", { root: ROOT }, "lunch", "meet lunch"],
    ["a reply, of its thread", { root: ROOT }, "lunch here", "meet lunch here"],
    ["a channel's room", {}, "lunch #design", "meet #design"],
    ["a group chat", { in: groupChat }, "lunch", "meet lunch"],
    ["a meeting's chat", { in: meetingChat }, "lunch", "meet lunch"],
    ["the chat with the bot", { in: personalChat }, "lunch", "meet lunch"],
  ])("in %s gives the same meeting as the command", async (_, place, text, command) => {
    const { entries } = await chooseFirst(text, { from: bo, ...place });
    const { sent } = await app.turn(message(command, { from: ada, ...place }));
    expect(linkOf(cardOf(sent[0]))).toBe(linkOf(entries[0]!.card));
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("gives one meeting when selected twice", async () => {
    const choice = await offer("lunch");
    const first = await choose(app, choice);
    const second = await choose(app, choice);
    expect(linkOf(second.entries[0]!.card)).toBe(linkOf(first.entries[0]!.card));
    expect(app.cloud.meetings()).toHaveLength(1);
  });

  it("is found again at once, from other conversations too", async () => {
    await chooseFirst("lunch");
    expect((await search(app, undefined, { in: groupChat })).titles).toEqual(["lunch"]);
  });

  it("gives the person's own meeting if Teams names no conversation, and the card says so", async () => {
    const { entries } = await chooseFirst("lunch", { in: "nowhere" });
    const { card } = entries[0]!;
    expect(textOf(card)).toContain("Your own meeting: Teams doesn’t tell apps which chat this is");
    for (const button of buttonsOf(card)) expect(button.type).toBe("Action.OpenUrl");
    expect(card.refresh).toBeUndefined();
    await chooseFirst("talk #one", { in: "nowhere" });
    const { entries: found } = await search(app, undefined, { in: "nowhere" });
    expect(found.map(({ title, text }) => `${title}: ${text}`)).toEqual([
      "lunch: No fixed time · Your own",
      "talk: No fixed time · #one",
    ]);
    expect((await search(app, undefined, { in: "nowhere", from: bo })).titles).toEqual([]);
    const others = await chooseFirst("lunch", { in: "nowhere", from: bo });
    expect(linkOf(others.entries[0]!.card)).not.toBe(linkOf(card));
  });

  it("has no button that would fail without the bot", async () => {
    app.connector.fail("GET", 403);
    const { entries } = await chooseFirst("lunch");
    for (const button of buttonsOf(entries[0]!.card)) expect(button.type).toBe("Action.OpenUrl");
    expect(entries[0]!.card.refresh).toBeUndefined();
    expect(textOf(entries[0]!.card)).toContain("lunch\nNo fixed time");
  });

  it("starts the same follow-up work as a command", async () => {
    await app.restart({ config: oneAccount });
    const { graphRequests } = await chooseFirst("lunch");
    expect(changesIn(graphRequests)).toMatchObject([{ method: "PATCH" }]);
  });

  it("works through the inserted card's button in clients that don't support selecting", async () => {
    const { entries } = await search(app, "lunch tomorrow 3pm");
    const { answer } = await app.turn(pressOn(entries[0]!.card, "Create meeting", { from: bo }));
    expect(textOf(cardOfAnswer(answer))).toContain("lunch");
    expect(app.cloud.meetings()).toMatchObject([{ subject: "lunch" }]);
  });
});

describe("an offer does nothing, and explains why,", () => {
  afterEach(() => {
    expect(app.cloud.meetings()).toEqual([]);
    expect(app.cloud.requests()).toEqual([]);
  });

  it.each<[string, InvokeOptions]>([
    ["by another person", { from: bo }],
    ["in another channel", { in: design }],
    ["in a chat", { in: groupChat }],
    ["without a conversation", { in: "nowhere" }],
    ["in another tenant", { in: { ...general, tenantId: "22222222-2222-4333-8444-555555555555" } }],
  ])("selected %s", async (_, options) => {
    const { words } = await choose(app, await offer("lunch"), options);
    expect(words).toContain("isn’t yours, or it’s from another channel or chat");
  });

  it("when it was made outside a conversation and selected in one, or by another person", async () => {
    const choice = await offer("lunch", { in: "nowhere" });
    expect((await choose(app, choice)).words).toContain("Search again.");
    const { words } = await choose(app, choice, { in: "nowhere", from: bo });
    expect(words).toContain("Search again.");
  });

  it("after 10 minutes", async () => {
    const choice = await offer("lunch");
    await app.clock.advance(10 * 60_000);
    expect((await choose(app, choice)).words).toContain("expired after 10 minutes");
  });

  it("when its time has passed", async () => {
    const choice = await offer("lunch today 10:01 for 1 min");
    await app.clock.advance(4 * 60_000);
    expect((await choose(app, choice)).words).toContain("That time has passed");
  });

  const codec = tokensWith(SEALING_KEY).request;
  const key = { tenantId: TENANT, threadId: general.threadId, room: "" };
  const plain: MeetingOffer = {
    does: "meet",
    reference: { key, generation: 1 },
    request: { topic: "lunch", wasTopicCut: false, people: [], room: "", isHere: false },
  };
  const bound = () => ({
    ...plain,
    restriction: restrictTo(ada, CONFIRMATION_MS, app.clock.now()),
  });
  const forgeries: [string, () => unknown][] = [
    ["nothing", () => undefined],
    ["a word", () => "offer"],
    ["an offer that isn't text", () => ({ offer: 7 })],
    ["an offer without encryption", () => ({ offer: JSON.stringify(bound()) })],
    ["the offer of a button", () => ({ offer: codec.encode(plain) })],
    ["an offer to cancel", () => ({ offer: codec.encode({ ...bound(), does: "cancel" }) })],
    ["a meeting token", () => ({ offer: tokensWith(SEALING_KEY).meeting.encode(plain.reference) })],
  ];
  it.each(forgeries)("when it is %s", async (_, toChoice) => {
    expect((await choose(app, toChoice())).words).toContain("Search again.");
  });

  it("when one character has changed", async () => {
    const { offer: token } = (await offer("lunch")) as { offer: string };
    const changed = `${token.slice(0, -1)}${token.endsWith("A") ? "B" : "A"}`;
    for (const edited of [changed, token.slice(1), `${token}x`, token.toLowerCase()]) {
      expect((await choose(app, { offer: edited })).words).toContain("Search again.");
    }
  });

  it("as a button that another person presses", async () => {
    const choice = await offer("lunch");
    const { answer } = await app.turn(execute("meet", choice, { from: bo }));
    expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "not_the_asker" } });
  });

  it("for a person without an identity", async () => {
    const choice = await offer("lunch");
    const nameless = { ...extensionInvoke("selectItem", choice), from: { id: "29:x", name: "" } };
    const { answer } = await app.turn(nameless);
    expect(JSON.stringify(answer.body)).toContain("Teams didn’t say who you are");
  });
});

describe("an offer that differs from the existing meeting", () => {
  beforeEach(async () => {
    await app.turn(message("meet Sprint review"));
  });

  it("asks where the bot is installed, and Update makes the change", async () => {
    const { entries } = await chooseFirst("Retro tomorrow 3pm");
    const { card } = entries[0]!;
    expect(textOf(card)).toContain("There’s already a meeting");
    const { answer, graphRequests } = await app.turn(pressOn(card, "Update", { from: ada }));
    expect(changesIn(graphRequests)).toHaveLength(1);
    expect(textOf(cardOfAnswer(answer))).toContain("Retro");
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Retro" }]);
  });

  it("keeps the meeting on Keep", async () => {
    const { entries } = await chooseFirst("Retro tomorrow 3pm");
    const { answer } = await app.turn(pressOn(entries[0]!.card, "Keep", { from: bo }));
    expect(textOf(cardOfAnswer(answer))).toContain("Sprint review");
    expect(app.cloud.meetings()).toMatchObject([{ subject: "Sprint review" }]);
  });

  it("changes nothing without the bot, and says to add it", async () => {
    app.connector.fail("GET", 403);
    const { entries, graphRequests } = await chooseFirst("Retro tomorrow 3pm");
    const { card, title } = entries[0]!;
    expect(title).toBe("Sprint review");
    expect(textOf(card)).toContain("Nothing was changed.");
    expect(textOf(card)).toContain("add Rendezvous and choose this again");
    expect(textOf(card)).not.toContain("Understood");
    for (const button of buttonsOf(card)) expect(button.type).toBe("Action.OpenUrl");
    expect(changesIn(graphRequests)).toEqual([]);
  });

  it("changes nothing in the person's own meeting, and says so", async () => {
    await chooseFirst("lunch", { in: "nowhere" });
    const { entries } = await chooseFirst("dinner tomorrow 8pm", { in: "nowhere" });
    expect(entries[0]!.title).toBe("lunch");
    expect(textOf(entries[0]!.card)).toContain("You already have this meeting");
  });
});

describe("when Graph fails, selecting returns a message", () => {
  it.each([
    ["is down", { status: 503, times: 9 }, "couldn’t reach Teams"],
    ["is busy", { status: 429, headers: { "retry-after": "600" } }, "Try again in 10 minutes"],
    [
      "refuses",
      { status: 403, body: { error: { code: "Authorization_RequestDenied", message: "" } } },
      "OnlineMeetings.ReadWrite.All",
    ],
  ])("%s", async (_, fault, said) => {
    const choice = await offer("lunch");
    app.cloud.addFault({ match: "createOrGet", ...fault });
    const { words } = await choose(app, choice);
    app.cloud.clearFaults();
    expect(words).toContain(said);
    expect(words).toContain("Reference for support");
    expect((await search(app, undefined, { in: groupChat })).titles).toEqual([]);
    expect((await choose(app, choice)).titles).toEqual(["lunch"]);
  });
});

describe("when Graph takes 20 s", () => {
  const GRAPH_DELAY_MS = 20_000;

  beforeEach(async () => {
    await app.restart({ config: oneAccount, isGraphOnClock: true });
  });

  /** Selects an offer and gets an answer before Graph's; `made` resolves when the meeting exists. */
  async function chooseSlowly(options: InvokeOptions = {}) {
    const choice = await offer("lunch", options);
    app.cloud.addFault({ match: "createOrGet", delayMs: GRAPH_DELAY_MS });
    const startedAt = app.clock.now().getTime();
    const chosen = app.post(extensionInvoke("selectItem", choice, options));
    await app.clock.waitForSleep(GRAPH_DELAY_MS);
    const answer = await app.clock.runUntil(chosen);
    expect(app.clock.now().getTime() - startedAt).toBeLessThanOrEqual(4_000);
    expect(app.cloud.meetings()).toEqual([]);
    return answer;
  }

  async function waitForGraph() {
    await app.clock.advance(GRAPH_DELAY_MS);
    await app.turn(message("help"));
    expect(app.cloud.meetings()).toHaveLength(1);
    expect(changesIn(app.cloud.requests()).at(-1)).toMatchObject({ method: "PATCH" });
  }

  it("the card says that the meeting is being prepared, and Refresh shows it once it exists", async () => {
    const answer = await chooseSlowly();
    const { card } = readAnswered(answer.body).entries[0]!;
    expect(validateCard(card)).toEqual([]);
    expect(textOf(card)).toContain("Still working on it…");
    expect(textOf(card)).toContain("Choose Refresh");

    // The work is still pending, so the test doesn't wait for it.
    const early = await app.post(pressOn(card, "Refresh", { from: bo }));
    expect(textOf(cardOfAnswer(early))).toContain("Still working on it");
    expect(buttonOf(cardOfAnswer(early), "Refresh")).toBeDefined();

    await waitForGraph();
    const late = await app.turn(pressOn(card, "Refresh", { from: bo }));
    const shown = cardOfAnswer(late.answer);
    expect(linkOf(shown)).toBe(app.cloud.meetings()[0]?.joinWebUrl);
    expect(textOf(shown)).not.toContain("older link");
  });

  it("after a cancelled meeting, Refresh shows the new one and doesn't mention an older link", async () => {
    await app.turn(message("meet lunch"));
    const { sent } = await app.turn(message("cancel"));
    await app.turn(pressOn(cardOf(sent[0]), "Cancel meeting"));
    const answer = await chooseSlowly();
    const { card } = readAnswered(answer.body).entries[0]!;
    await waitForGraph();
    const { answer: shown } = await app.turn(pressOn(card, "Refresh"));
    expect(linkOf(cardOfAnswer(shown))).toBe(app.cloud.meetings()[0]?.joinWebUrl);
    expect(textOf(cardOfAnswer(shown))).not.toContain("older link");
  });

  it.each<[string, InvokeOptions]>([
    ["without the bot", { in: groupChat, from: chen }],
    ["without a conversation from Teams", { in: "nowhere" }],
  ])("%s, a message says so, and the meeting is in the list afterwards", async (_, options) => {
    app.connector.fail("GET", 403);
    const answer = await chooseSlowly(options);
    expect(answer.body).toMatchObject({
      composeExtension: { type: "message", text: expect.stringContaining("find it in the list") },
    });
    await waitForGraph();
    expect((await search(app, undefined, options)).titles).toEqual(["lunch"]);
  });
});
