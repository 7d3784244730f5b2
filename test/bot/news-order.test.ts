import { ada, bo, chen, design, execute, general, message } from "../support/activities";
import { asOrganizer } from "../support/as-organizer";
import { buttonOf, cardOf, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { press, pressOld } from "../support/press";
import { useApp } from "../support/use-app";

const GRAPH_DELAY_MS = 3_000;

const app = useApp({ isGraphOnClock: true });

async function type(text: string, from = ada): Promise<SentActivity> {
  const { sent } = await app.turn(message(text, { from }));
  return sent[0]!;
}

/** What a message of the bot's says by now, by its id: it was sent and perhaps replaced since. */
function shownBy(): Map<string, string> {
  const messages = app.connector.sent.filter(({ activity }) => activity.type === "message");
  return new Map(messages.map((sent) => [sent.id, textOf(cardOf(sent))]));
}

function replacements(sent: readonly SentActivity[], id: string): SentActivity[] {
  return sent.filter((one) => one.method === "PUT" && one.id === id);
}

/** Teams has been asked to replace a message, and has said no. */
async function untilReplacementFailed(): Promise<void> {
  while (app.connector.attempts.PUT === 0) await new Promise(setImmediate);
}

/** A name, which Teams is slow to show on the meeting's first card. */
async function renameSlowly(): Promise<void> {
  app.connector.fail("PUT", 429, 1);
  await app.post(message("rename One"));
  await untilReplacementFailed();
}

describe("news that Teams takes late", () => {
  it("never takes the place of another name that came later", async () => {
    await type("meet Sprint review");
    await renameSlowly();
    await app.turn(message("rename Two"));

    const shown = [...shownBy().values()];
    expect(shown).toHaveLength(3);
    for (const text of shown) expect(text.split("\n")).toContain("Two");
  });

  it("never takes the place of a cancellation that came later", async () => {
    await type("meet Sprint review");
    const question = await type("cancel");
    await renameSlowly();
    await app.turn(press(question, "Cancel meeting"));

    const shown = [...shownBy().values()];
    expect(shown).toHaveLength(3);
    for (const text of shown) expect(text).toContain("“One” was cancelled by Ada Lovelace");
  });
});

describe("a card that was asked for before a change and comes after it", () => {
  it("ends up showing the meeting as it was changed", async () => {
    await type("meet Sprint review");
    app.cloud.addFault({ match: "createOrGet", delayMs: GRAPH_DELAY_MS });
    const slow = app.turn(message("meet", { from: bo }));
    await app.clock.untilSomebodySleeps(GRAPH_DELAY_MS);
    await app.turn(message("move tomorrow 5pm", { from: ada }));
    await app.clock.runUntil(slow);

    const shown = [...shownBy().values()];
    expect(shown).toHaveLength(3);
    for (const text of shown) expect(text).toMatch(/November 21, 2026\n5:00\s–\s6:00\sPM/);
  });
});

describe("a new link that several people brought about at once", () => {
  it.each([
    ["Graph had lost the meeting", () => asOrganizer(app, "DELETE"), "The link is new"],
    ["the meeting was cancelled", cancelIt, "Started again by"],
  ])("is told once on each card: %s", async (_, lose, sentence) => {
    const cards: SentActivity[] = [];
    for (let count = 0; count < 4; count += 1) cards.push(await type("meet"));
    await lose();
    const before = app.connector.sent.length;
    await Promise.all([ada, bo, chen].map((from) => app.turn(message("meet", { from }))));

    const sent = app.connector.sent.slice(before);
    for (const { id } of cards) {
      expect(replacements(sent, id)).toHaveLength(1);
      expect(shownBy().get(id)).toContain(sentence);
    }
  });
});

async function cancelIt(): Promise<void> {
  await app.turn(press(await type("cancel"), "Cancel meeting"));
}

describe("in another conversation", () => {
  it("a meeting that is shown there by an old client's Refresh gets no news there", async () => {
    const card = await type("meet Sprint review");
    const elsewhere = { in: design, pressed: "a-card-there", from: chen };
    const { sent } = await app.turn(pressOld(card, "Refresh", elsewhere));
    expect(sent).toMatchObject([{ method: "PUT", id: "a-card-there" }]);

    const renamed = await app.turn(message("rename Secret"));
    expect(renamed.sent.map(({ id }) => id)).toContain(card.id);
    for (const { path } of renamed.sent)
      expect(decodeURIComponent(path)).toContain(general.threadId);
  });

  it.each(["keep", "meet"])("“%s” is refused, shows nothing and gets no news", async (verb) => {
    await type("meet Sprint review");
    const { data } = buttonOf(cardOf(await type("meet Retro", bo)), "Keep") as { data: unknown };
    const elsewhere = { in: design, pressed: "a-card-there", from: chen };
    const { answer, sent, graphRequests } = await app.turn(execute(verb, data, elsewhere));
    expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
    expect([sent, graphRequests]).toEqual([[], []]);

    const renamed = await app.turn(message("rename Secret"));
    for (const { path } of renamed.sent)
      expect(decodeURIComponent(path)).toContain(general.threadId);
  });
});
