import { ALL_MESSAGES } from "../../bot/locales/messages";
import { ada, bo, chen, design, execute, general, message } from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import type { SentActivity } from "../support/connector";
import { linkOf, plan } from "../support/meeting";
import { copyLink, linkIn, LINK_ORIGIN, openLink } from "../support/meeting-links";
import { press, pressOld, pressOn } from "../support/press";
import { useApp } from "../support/use-app";

const app = useApp();

async function meet(): Promise<SentActivity> {
  const { sent } = await app.turn(message(plan, { from: ada }));
  return sent[0]!;
}

async function confirm(command: "new" | "cancel"): Promise<void> {
  const { sent } = await app.turn(message(command, { from: ada }));
  const title = command === "new" ? "Make a new link" : "Cancel meeting";
  await app.turn(press(sent[0], title, { from: ada }));
}

describe("Copy link", () => {
  it("shows the presser alone a link of ours, and how to use and to end it, asking Graph nothing", async () => {
    const card = await meet();
    await app.clock.advance(3_600_000);
    const { answer, sent, graphRequests } = await app.turn(press(card, "Copy link", { from: bo }));
    expect(sent).toEqual([]);
    expect(graphRequests).toEqual([]);
    const shown = cardOfAnswer(answer);
    expect(shown.body).toContainEqual(
      expect.objectContaining({
        type: "Input.Text",
        label: "Link to copy",
        value: expect.stringMatching(new RegExp(`^${LINK_ORIGIN}/m/[\\w-]{100,140}$`)),
      }),
    );
    expect(textOf(shown)).toContain("Sprint review");
    expect(textOf(shown)).toContain("Pasted in Teams, it shows the meeting’s card");
    expect(textOf(shown)).toContain("“New link” and “Cancel meeting” end it.");
    const opened = await openLink(app, linkIn(shown));
    expect(opened.headers.get("location")).toBe(linkOf(cardOf(card)));
  });

  it("goes back to the meeting", async () => {
    const card = await meet();
    const { answer } = await app.turn(press(card, "Copy link", { from: bo }));
    const back = await app.turn(pressOn(cardOfAnswer(answer), "Back", { from: bo }));
    expect(linkOf(cardOfAnswer(back.answer))).toBe(linkOf(cardOf(card)));
  });

  it("works where the card was forwarded to, and in older clients", async () => {
    const card = await meet();
    const elsewhere = await copyLink(app, card, { from: chen, in: design });
    expect((await openLink(app, elsewhere)).status).toBe(302);
    const { sent } = await app.turn(pressOld(card, "Copy link", { from: bo }));
    expect((await openLink(app, linkIn(cardOf(sent[0])))).status).toBe(302);
  });

  it("gives no link that is dead: it shows what Refresh shows", async () => {
    const card = await meet();
    await confirm("new");
    const superseded = await app.turn(press(card, "Copy link", { from: bo }));
    const fresh = cardOfAnswer(superseded.answer);
    expect(textOf(fresh)).toContain("had an older link");
    expect(linkOf(fresh)).not.toBe(linkOf(cardOf(card)));
    expect(linkIn(fresh)).toBe("");

    await confirm("cancel");
    const cancelled = await app.turn(press(card, "Copy link", { from: bo }));
    expect(textOf(cardOfAnswer(cancelled.answer))).toContain("was cancelled by Ada Lovelace");

    await app.store.eraseConversation(general);
    const unknown = await app.turn(press(card, "Copy link", { from: bo }));
    expect(textOf(cardOfAnswer(unknown.answer))).toContain("has no meeting any more");
  });

  it.each([
    ["nothing", undefined],
    ["a forged reference", { ref: "Zm9yZ2VkIGZvcmdlZCBmb3JnZWQgZm9yZ2VkIGZvcmdlZA" }],
  ])("does nothing with %s, and says what to do", async (_, data) => {
    const { answer, graphRequests } = await app.turn(execute("copy-link", data));
    expect(answer.body).toMatchObject({
      statusCode: 400,
      value: { code: "bad_reference", message: expect.stringContaining("@Rendezvous meet") },
    });
    expect(graphRequests).toEqual([]);
  });

  it("does not take a link's own seal for a button's", async () => {
    const link = await copyLink(app, await meet());
    const ref = link.slice(`${LINK_ORIGIN}/m/`.length);
    const { answer } = await app.turn(execute("refresh", { ref }));
    expect(answer.body).toMatchObject({ statusCode: 400, value: { code: "bad_reference" } });
  });

  it.each(ALL_MESSAGES.map((messages) => [messages.language, messages] as const))(
    "speaks %s",
    async (locale, { links }) => {
      const { sent } = await app.turn(message("meet", { locale }));
      const { answer } = await app.turn(press(sent[0], links.copy, { locale }));
      expect(textOf(cardOfAnswer(answer))).toContain(links.copyCard.text.slice(0, 20));
    },
  );
});

it("a card that is refreshed in another conversation neither says that the meeting is of this one, nor offers what only works there", async () => {
  const card = await meet();
  const here = await app.turn(press(card, "Refresh", { from: bo }));
  expect(textOf(cardOfAnswer(here.answer))).toContain("Tied to this channel");
  const elsewhere = await app.turn(press(card, "Refresh", { from: bo, in: design }));
  const shown = cardOfAnswer(elsewhere.answer);
  expect(textOf(shown)).toContain("Belongs to another conversation");
  expect(textOf(shown)).not.toContain("this channel");
  expect(buttonsOf(shown).map(({ title }) => title)).toEqual([
    "Join",
    "Add to calendar",
    "Refresh",
    "Copy link",
  ]);
  expect(linkOf(shown)).toBe(linkOf(cardOf(card)));
});
