import { messagesFor } from "../../bot/locales/messages";
import { MAX_CARD_ROWS } from "../../src/meetings/meeting-record";
import { ada, bo, chen, general, message } from "../support/activities";
import { cardOf, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { linkOf } from "../support/meeting";
import { press, pressOld } from "../support/press";
import { useApp } from "../support/use-app";

const app = useApp();

const ROOT = "1759881511856";

async function meet(options: Parameters<typeof message>[1] = {}, text = "meet") {
  const { sent } = await app.turn(message(text, options));
  return sent[0]!;
}

/** The messages that were replaced. */
function replaced(sent: readonly SentActivity[]): string[] {
  return sent.flatMap(({ method, id }) => (method === "PUT" ? [id] : []));
}

async function rows(): Promise<string[]> {
  const stored = await app.store.get({ ...general, room: "" });
  return (stored?.record.cards ?? []).map(({ activityId }) => activityId);
}

/** Each of the ways in which everybody's meeting becomes another; what all cards say then. */
const changes: [string, () => Promise<SentActivity[]>, string][] = [
  ["rename", () => typed("rename Demo"), "Renamed by Ada Lovelace."],
  ["move", () => typed("move tomorrow 5pm"), "Moved by Ada Lovelace."],
  ["Update", () => asked("meet Demo", "Update"), "Updated by Ada Lovelace."],
  ["new", () => asked("new", "Make a new link"), "New link by"],
  ["cancel", () => asked("cancel", "Cancel meeting"), "was cancelled by Ada Lovelace"],
];

async function typed(text: string): Promise<SentActivity[]> {
  return (await app.turn(message(text, { from: ada }))).sent;
}

async function asked(text: string, title: string): Promise<SentActivity[]> {
  const { sent } = await app.turn(message(text, { from: ada }));
  return (await app.turn(press(sent[0], title, { from: ada }))).sent;
}

describe.each(changes)("after %s", (_, change, sentence) => {
  it("every card of the bot's own says so, in its place", async () => {
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

  it("a card that somebody deleted is tried once and never again, and the others are updated", async () => {
    const first = await meet({ from: ada }, "meet Sprint review");
    const second = await meet({ from: bo });
    app.connector.deleted.add(first.id);
    const sent = await change();
    expect(replaced(sent)).toContain(second.id);
    expect(await rows()).not.toContain(first.id);
    expect(await rows()).toContain(second.id);
  });

  it("the last cards are updated, no more than are kept", async () => {
    for (let count = 0; count < MAX_CARD_ROWS + 3; count += 1) await meet({ from: ada });
    const sent = await change();
    const old = Array.from({ length: 3 }, (_row, index) => `sent-${index + 1}`);
    for (const id of old) expect(replaced(sent)).not.toContain(id);
    expect(replaced(sent)).toContain(`sent-${MAX_CARD_ROWS + 3}`);
    expect(await rows()).toHaveLength(MAX_CARD_ROWS);
  });
});

describe("what the cards are told", () => {
  it("is in the language of who asked for each", async () => {
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

  it("is in the zone of who asked for each", async () => {
    const paris = await meet({ from: ada }, "meet Sprint review tomorrow 3pm for 45 min");
    const tokyo = await meet({ from: bo, timeZone: "Asia/Tokyo" });
    const berlin = await meet({ from: chen, timeZone: "Europe/Berlin", locale: "en-GB" });
    const sent = await typed("rename Demo");
    const textIn = (card: SentActivity) => textOf(cardOf(sent.find(({ id }) => id === card.id)));
    expect(textIn(paris)).toMatch(/3:00\s–\s3:45\sPM/);
    expect(textIn(tokyo)).toMatch(/11:00\s–\s11:45\sPM\nJapan Standard Time/);
    expect(textIn(berlin)).toMatch(/15:00\s?–\s?15:45/);
  });

  it("refreshes for whom the card refreshed before, and mentions nobody again", async () => {
    const options = { from: ada, mentions: [bo] };
    const first = await meet(options, "meet Sprint review with @Bo Nilsson");
    expect(cardOf(first).msteams?.entities).toHaveLength(1);
    const sent = await typed("rename Demo");
    const update = cardOf(sent.find(({ id }) => id === first.id));
    expect(update.refresh?.userIds).toEqual([ada.teamsId, bo.teamsId]);
    expect(update.msteams).toBeUndefined();
    expect(textOf(update)).toContain("With Bo Nilsson");
  });

  it("is not told to the other rooms of the conversation", async () => {
    await meet();
    const room = await meet({}, "meet #design");
    expect(replaced(await typed("rename Demo"))).not.toContain(room.id);
  });
});

describe("the card whose button was pressed", () => {
  it.each([
    ["Action.Execute", press],
    ["Action.Submit", pressOld],
  ])("is updated once (%s)", async (_, pressing) => {
    const first = await meet();
    const { sent: question } = await app.turn(message("meet Demo"));
    const { sent } = await app.turn(pressing(question[0], "Update"));
    expect(replaced(sent)).toEqual([question[0]?.id, first.id]);
  });

  it("is updated once where Teams names its thread now and did not before", async () => {
    await meet();
    const { sent: question } = await app.turn(message("meet Demo"));
    const inThread = press(question[0], "Update", { root: ROOT });
    const { sent } = await app.turn(inThread);
    expect(replaced(sent).filter((id) => id === question[0]?.id)).toHaveLength(1);
    expect(new Set(await rows()).size).toBe((await rows()).length);
  });

  it("that was deleted meanwhile is answered by a new one, which is kept in its stead", async () => {
    await meet();
    const { sent: question } = await app.turn(message("meet Demo"));
    app.connector.deleted.add(question[0]!.id);
    const { sent } = await app.turn(press(question[0], "Update"));
    const answer = sent.find(({ method }) => method === "POST");
    expect(textOf(cardOf(answer))).toContain("Updated by Ada Lovelace.");
    expect(await rows()).toEqual(["sent-1", answer?.id]);
  });
});

it("a card that Teams would not take now is tried again at the next change", async () => {
  const first = await meet();
  app.connector.fail("PUT", 500, 3);
  await typed("rename Demo");
  expect(await rows()).toContain(first.id);
  expect(app.log).toContainEqual(
    expect.objectContaining({ msg: "a card could not be told the news" }),
  );
  const sent = await typed("rename Demo day");
  expect(replaced(sent)).toContain(first.id);
});

it("a host's replacement is told on every card, with the new link", async () => {
  const first = await meet({ from: ada });
  app.cloud.settings.unlicensedUsers = [ada.aadId];
  const { sent } = await app.turn(message("meet", { from: bo }));
  const update = sent.find(({ id }) => id === first.id);
  expect(textOf(cardOf(update))).toContain("Bo Nilsson hosts it now");
  expect(linkOf(cardOf(update))).toBe(linkOf(cardOf(sent[0])));
});
