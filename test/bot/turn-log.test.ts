import { createSecretKey } from "node:crypto";
import { COMMANDS } from "../../bot/commands/registry";
import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { toDefaultKey } from "../../src/meetings/record/meeting-key";
import { createIdHash } from "../../src/metrics/hash-ids";
import {
  ada,
  bo,
  chen,
  event,
  extensionInvoke,
  general,
  groupChat,
  message,
  personalChat,
  slash,
  submit,
  BOT,
} from "../support/activities";
import { askForMeeting, startAuthenticatedApp } from "../support/authenticated-app";
import { cardOf } from "../support/cards";
import { dialogOf, openMeet, pressBelow, previewOf, submitDialog } from "../support/extension";
import { linkOf } from "../support/meeting";
import { createPausableStore } from "../support/pausable-store";
import { press } from "../support/press";
import { delegated, exchange, pageResultOf, tokenOf, verifyState } from "../support/sign-in";
import { startApp, type TestApp, type TestAppOptions } from "../support/start-app";
import { SEALING_KEY } from "../support/test-config";

type Line = Record<string, unknown>;

const TURN_ENDED = "a turn ended";
const linesOf = ({ log }: Pick<TestApp, "log">): Line[] =>
  log.filter(({ msg }) => msg === TURN_ENDED);

/** Each appears in what people send, what Graph returns or what the bot knows, and nowhere in our own words. */
const PRIVATE = [
  ...[ada, bo, chen].flatMap(({ name, aadId, teamsId }) => [name, aadId, teamsId]),
  "Lovelace",
  "Nilsson",
  ...[general, groupChat, personalChat].map(({ threadId }) => threadId),
  "Zebra",
  "quagga",
  "grace@contoso.com",
  "meetup-join",
  "eyJ",
];

function expectNothingPrivate({ log }: Pick<TestApp, "log">, ...secrets: string[]): void {
  const logged = JSON.stringify(log).toLowerCase();
  const found = [...PRIVATE, ...secrets].filter((one) => logged.includes(one.toLowerCase()));
  expect(found).toEqual([]);
}

let app: TestApp;
let stop: () => Promise<void>;
afterEach(() => stop());

async function start(options?: TestAppOptions): Promise<void> {
  app = await startApp(options);
  stop = () => app.stop();
}

/** Runs a turn. Returns its line: there is exactly one. */
async function lineOf(activity: Parameters<TestApp["turn"]>[0]): Promise<Line> {
  const before = linesOf(app).length;
  await app.turn(activity);
  const lines = linesOf(app).slice(before);
  expect(lines).toHaveLength(1);
  return lines[0] ?? {};
}

describe("the line of a turn", () => {
  beforeEach(() => start());

  test("says what was done, how it ended, and what it waited for", async () => {
    const hash = createIdHash(SEALING_KEY);
    const { turn, ms, graphMs, storeMs, connectorMs, ...line } = await lineOf(
      message("meet Zebra", { root: "1" }),
    );
    expect(line).toEqual({
      level: 30,
      msg: TURN_ENDED,
      kind: "message",
      name: "meet",
      code: "ok",
      graphCalls: 1,
      storeCalls: expect.any(Number),
      connectorCalls: 1,
      conversation: hash(general.threadId),
      person: hash(ada.aadId),
    });
    expect(turn).toMatch(/^[\da-f]{8}$/);
    expect(line["storeCalls"]).toBeGreaterThan(2);
    for (const part of [graphMs, storeMs, connectorMs]) {
      expect(part).toBeGreaterThan(0);
      expect(part).toBeLessThanOrEqual(Number(ms));
    }
  });

  test.each(COMMANDS.map(({ name }) => name))("names the command %s", async (name) => {
    await app.turn(message("meet Zebra", { in: groupChat }));
    const typed = `${name} quagga`;
    expect(await lineOf(message(typed, { in: groupChat }))).toMatchObject({
      kind: "message",
      name,
    });
    await lineOf(slash(typed, { in: groupChat }));
    await lineOf(message(name, { in: personalChat, from: chen }));
    expectNothingPrivate(app);
  });

  test("doesn't repeat what wasn't understood", async () => {
    const typed = message("Zebra likes quagga, grace@contoso.com");
    expect(await lineOf(typed)).toMatchObject({ kind: "message", name: "unknown", code: "ok" });
    const button = submit({ verb: "Zebra", ref: "quagga" });
    expect(await lineOf(button)).toMatchObject({ name: "unknown", code: "unknown_verb" });
    const other = event({ type: "Zebra", name: "quagga" });
    expect(await lineOf(other)).toMatchObject({ kind: "unsupported", name: "unknown" });
  });

  test("names buttons, and the code of what people can't have", async () => {
    const { sent } = await app.turn(message("meet Zebra tomorrow 3pm with grace@contoso.com"));
    const card = cardOf(sent[0]);
    const link = linkOf(card);
    const refresh = press(sent[0], "Refresh", { from: bo });
    expect(await lineOf(refresh)).toMatchObject({ kind: "button", name: "refresh", code: "ok" });
    const edit = press(sent[0], "Edit");
    expect(await lineOf(edit)).toMatchObject({ name: "edit", code: "ok" });
    const cancel = message("cancel", { from: bo });
    expect(await lineOf(cancel)).toMatchObject({ name: "cancel", code: "not_allowed" });
    expectNothingPrivate(app, link, link.slice(-20));
  });

  test("names the compose box's invokes", async () => {
    const opened = await app.turn(openMeet());
    const dialog = dialogOf(opened.answer);
    const filled = submitDialog(dialog, { topic: "Zebra" });
    const { answer } = await app.turn(filled);
    await app.turn(pressBelow(previewOf(answer), "send"));
    const parameters = [{ name: "search", value: "Zebra quagga" }];
    await app.turn(extensionInvoke("query", { commandId: "search", parameters }));
    await app.turn(extensionInvoke("selectItem", { offer: "quagga" }));
    const url = "https://rendezvous.example.com/m/quagga";
    await app.turn(extensionInvoke("queryLink", { url }));
    expect(linesOf(app).map(({ kind, name }) => [kind, name])).toEqual([
      ["compose", "fetchTask"],
      ["compose", "submitAction"],
      ["compose", "submitAction"],
      ["compose", "query"],
      ["compose", "selectItem"],
      ["compose", "queryLink"],
    ]);
    expectNothingPrivate(app);
  });

  test("tells when the bot is added and removed", async () => {
    const add = event({ type: "installationUpdate", action: "add" });
    expect(await lineOf(add)).toMatchObject({ kind: "lifecycle", name: "added" });
    const remove = event({ type: "conversationUpdate", membersRemoved: [BOT] });
    expect(await lineOf(remove)).toMatchObject({ kind: "lifecycle", name: "removed" });
    expectNothingPrivate(app);
  });

  test("has the code of the error, and its reference", async () => {
    app.cloud.addFault({ match: "createOrGet", status: 503, times: 3 });
    const line = await lineOf(message("meet Zebra with grace@contoso.com"));
    expect(line).toMatchObject({ code: "graph_unavailable", graphCalls: 3 });
    const error = app.log.find(({ level }) => level === 50);
    expect(error).toMatchObject({ code: "graph_unavailable", turn: line["turn"] });
    expect(JSON.stringify(app.connector.sent)).toContain(line["turn"]);
    expectNothingPrivate(app);
  });

  const quote = `Zebra: ${ada.name} isn't in ${general.threadId}`;
  const error = { code: "BotNotInConversationRoster", message: quote };
  test.each([
    [403, JSON.stringify({ error })],
    [500, quote],
    [200, quote],
  ])("has the code of a reply that couldn't be sent, and nothing of Teams' %i", async (...how) => {
    const [status, body] = how;
    for (const method of ["POST", "PUT", "GET"] as const)
      app.connector.fail(method, { status, body });
    expect(await lineOf(message("meet Zebra"))).toMatchObject({ code: "not_sent" });
    await lineOf(message("invite Bo Nilsson, grace@contoso.com"));
    await lineOf(message("rename quagga"));
    expectNothingPrivate(app);
  });

  test("names a meeting that Graph confuses with another by its hash", async () => {
    await app.turn(message("meet Zebra"));
    const [other] = app.cloud.meetings();
    const stored = await app.store.records.get(toDefaultKey(general));
    if (stored?.record.state !== "live") throw new Error("There is no meeting.");
    const meeting = { ...stored.record.meeting, id: "quagga" };
    await app.store.records.replace(stored, { ...stored.record, meeting });
    await lineOf(message("meet Zebra"));
    const hash = createIdHash(SEALING_KEY);
    expect(app.log).toContainEqual(
      expect.objectContaining({
        level: 40,
        recordedMeeting: hash("quagga"),
        otherMeeting: hash(other?.id ?? ""),
      }),
    );
    expectNothingPrivate(app, other?.id ?? "");
  });
});

describe("the line of a turn that shows its result late", () => {
  const { store, pause, resume } = createPausableStore();
  beforeEach(() => start({ store }));

  /** Resolves with the line. By then, the "preparing" card has become the result. */
  async function lineOfLate(): Promise<Line> {
    pause();
    const turn = app.turn(message("meet Zebra"));
    await app.clock.waitForSleep(PREPARING_AFTER_MS);
    await app.clock.advance(PREPARING_AFTER_MS);
    expect(linesOf(app)).toEqual([]);
    resume();
    await turn;
    expect(linesOf(app)).toHaveLength(1);
    return linesOf(app)[0] ?? {};
  }

  test("counts the call that showed it", async () => {
    const line = await lineOfLate();
    const { POST, PUT } = app.connector.attempts;
    expect(PUT).toBe(1);
    expect(line).toMatchObject({ code: "ok", connectorCalls: POST + PUT });
  });

  test("has the code of a result that couldn't be shown", async () => {
    app.connector.fail("PUT", 403);
    app.connector.fail("POST", 403);
    expect(await lineOfLate()).toMatchObject({ code: "not_sent" });
  });
});

describe("a sign-in", () => {
  beforeEach(() => start(delegated()));

  test("has a line, and so has the command that waited for it", async () => {
    const inChat = { in: personalChat };
    const asked = await app.turn(message("meet Zebra", inChat));
    const token = tokenOf(app, ada);
    await app.turn(exchange(asked.sent[0], token, inChat));
    expect(linesOf(app).map(({ kind, name, code }) => [kind, name, code])).toEqual([
      ["message", "meet", "sign_in_needed"],
      ["sign-in", "exchange", "ok"],
      ["resumed", "meet", "ok"],
    ]);
    expectNothingPrivate(app, token);
  });

  test.each([
    ["a token of someone else", "sign_in_refused"],
    ["a token that needs consent", "consent_missing"],
  ])("with %s has the code", async (_what, code) => {
    const inChat = { in: personalChat };
    const asked = await app.turn(message("signin", inChat));
    if (code === "consent_missing") app.cloud.settings.consents = [];
    const token = tokenOf(app, code === "consent_missing" ? ada : bo);
    expect(await lineOf(exchange(asked.sent[0], token, inChat))).toMatchObject({ code });
    expectNothingPrivate(app, token);
  });

  test("on our page has a line without the authorization code", async () => {
    const result = await pageResultOf(app, ada);
    expect(await lineOf(verifyState(result, { in: personalChat }))).toMatchObject({
      kind: "sign-in",
      name: "page-result",
    });
    expectNothingPrivate(app, (JSON.parse(result) as { code: string }).code);
  });
});

test("a rejected token is logged without the token", async () => {
  const guarded = await startAuthenticatedApp();
  ({ stop } = guarded);
  const stolen = guarded.toAuthorization({
    claims: { aud: "22222222-8888-4777-8666-555555555555" },
  });
  await guarded.call(askForMeeting(), stolen);
  expect(guarded.app.log).toMatchObject([{ level: 40, reason: "wrong_audience" }]);
  expectNothingPrivate(guarded.app, ...stolen.split(/[ .]/).filter(({ length }) => length > 10));
});

test("servers with the same SEALING_KEY log the same hash of a person, and others another one", async () => {
  const otherKey = createSecretKey(Buffer.alloc(32, 9));
  const hashes = [];
  for (const sealingKeys of [[SEALING_KEY], [SEALING_KEY, otherKey], [otherKey]] as const) {
    await start({ config: { sealingKeys } });
    const { person } = await lineOf(message("help"));
    if (hashes.length < 2) await stop();
    hashes.push(person);
  }
  expect(hashes[1]).toBe(hashes[0]);
  expect(hashes[2]).not.toBe(hashes[0]);
});
