import { PREPARING_AFTER_MS } from "../../bot/answer-in-time";
import { ada, personalChat, slash, TENANT } from "../support/activities";
import { buttonsOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { linkOf, plan } from "../support/meeting";
import { press } from "../support/press";
import { useApp } from "../support/use-app";

const TARGETED = /isTargetedActivity/;
const OPENING = /\/v3\/conversations$/;
const CHAT = `/v3/conversations/${encodeURIComponent(`a:chat-of-${ada.teamsId}`)}/activities`;

const app = useApp();

test.each([400, 401, 403, 404, 405, 413, 429, 500, 501, 502])(
  "where Teams answers %s to a private message, it goes to the person's chat with the bot",
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

it("the card there says why it is there, and has no button that would fail there", async () => {
  app.connector.fail("POST", 403, Infinity, TARGETED);
  const { sent } = await app.turn(slash("meet"));
  const card = cardOf(sent[0]);
  expect(textOf(card)).toMatch(/^You asked for this privately in another conversation/);
  expect(buttonsOf(card).map(({ title }) => title)).toEqual(["Join", "Add to calendar", "Refresh"]);
  expect(card).not.toHaveProperty("refresh");
  const { answer } = await app.turn(press(sent[0], "Refresh", { in: personalChat }));
  const refreshed = cardOfAnswer(answer);
  expect(linkOf(refreshed)).toBe(linkOf(card));
  expect(buttonsOf(refreshed).map(({ title }) => title)).not.toContain("Post here");
});

it("a question there is read, and can be answered in its own conversation only", async () => {
  await app.turn(slash("meet"));
  app.connector.fail("POST", 403, Infinity, TARGETED);
  const { sent } = await app.turn(slash(plan));
  expect(textOf(cardOf(sent[0]))).toContain("There is a meeting already");
  const titles = buttonsOf(cardOf(sent[0])).map(({ title }) => title);
  expect(titles).not.toContain("Update");
});

it("an error is told there too", async () => {
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
  ["cannot be opened", OPENING],
  ["takes no message", /a%3Achat-of/],
])("where that chat %s, the answer is left out and logged: never in public", async (_what, at) => {
  app.connector.fail("POST", 403, Infinity, TARGETED);
  app.connector.fail("POST", 403, Infinity, at);
  const { answer, sent } = await app.turn(slash("meet"));
  expect(answer.status).toBe(200);
  expect(sent).toEqual([]);
  expect(app.log).toContainEqual(
    expect.objectContaining({ msg: "a private answer had to be left out", status: 403 }),
  );
  expect(JSON.stringify(app.log)).not.toContain(ada.name);
});

it("an answer whose organization is not known is left out", async () => {
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

it("a late answer becomes of the card that went to that chat", async () => {
  await app.restart({ isGraphOnClock: true });
  app.connector.fail("POST", 403, Infinity, TARGETED);
  app.cloud.addFault({ match: "createOrGet", times: 1, delayMs: 20_000 });
  const posted = app.post(slash("meet Sprint review"));
  await app.clock.untilSomebodySleeps(20_000);
  await app.clock.advance(PREPARING_AFTER_MS);
  await posted;
  const preparing = await app.connector.waitFor(({ path }) => path === CHAT);
  expect(textOf(cardOf(preparing))).toContain("being prepared");
  await app.clock.advance(20_000);
  const update = await app.connector.waitFor(({ method }) => method === "PUT");
  expect(update.path).toBe(`${CHAT}/${preparing.id}`);
  expect(textOf(cardOf(update))).toContain("Sprint review");
});
