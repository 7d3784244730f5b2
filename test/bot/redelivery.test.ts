import type { Activity } from "botbuilder";
import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { AppError } from "../../src/errors";
import { ANSWER_LEASE_MS } from "../../src/meetings/people/answer-once";
import type { AnsweredMessageRow, MeetingStore } from "../../src/meetings/ports/meeting-store";
import { createMemoryStore } from "../../src/storage/memory-store";
import {
  ada,
  bo,
  BOT,
  event,
  general,
  groupChat,
  message,
  slash,
  TENANT,
} from "../support/activities";
import { buttonOf, cardOf } from "../support/cards";
import { isTargeted } from "../support/connector";
import { holdClosedPort } from "../support/hold-closed-port";
import { press, pressLegacy } from "../support/press";
import { delegated, isSignInCard } from "../support/sign-in";
import { startApp, type TestApp, type TestAppOptions } from "../support/start-app";
import { useApp } from "../support/use-app";

describe("a message that Teams delivers again", () => {
  const app = useApp();

  it("at the same time, twice, is answered once, and each delivery gets a 200", async () => {
    const typed = message("meet Sprint review");
    const turns = await Promise.all([app.turn(typed), app.turn(typed), app.turn(typed)]);
    expect(turns.map(({ answer }) => answer.status)).toEqual([200, 200, 200]);
    expect(app.connector.sent).toHaveLength(1);
    expect(app.connector.attempts).toEqual({ POST: 1, PUT: 0, GET: 0 });
    expect(app.cloud.requests()).toHaveLength(1);
  });

  it("later is answered with a 200, and nothing else happens", async () => {
    const typed = message("meet Sprint review");
    await app.turn(typed);
    await app.clock.advance(ANSWER_LEASE_MS + 1);
    const { answer, sent, graphRequests } = await app.turn(typed);
    expect({ answer, sent, graphRequests }).toEqual({
      answer: { status: 200, body: undefined },
      sent: [],
      graphRequests: [],
    });
  });

  it.each([
    ["a slash command", () => slash("help")],
    ["a message that fails", () => message("cancel #nowhere")],
  ])("is answered once: %s", async (_, toActivity) => {
    const typed = toActivity();
    await Promise.all([app.turn(typed), app.turn(typed)]);
    await app.turn(typed);
    expect(app.connector.sent).toHaveLength(1);
  });

  it("is answered once, as an older client's button", async () => {
    const { sent } = await app.turn(message("Rendezvous rocks"));
    const pressed = pressLegacy(sent[0], "Meet");
    await Promise.all([app.turn(pressed), app.turn(pressed)]);
    expect(app.connector.sent.map(({ method }) => method)).toEqual(["POST", "PUT"]);
  });

  it("differs from the same words in another message or conversation", async () => {
    const typed = message("help", { id: "1" });
    await app.turn(typed);
    await app.turn(message("help", { id: "2" }));
    await app.turn(message("help", { id: "1", in: groupChat }));
    expect(app.connector.sent).toHaveLength(3);
  });

  it("is recognized in the thread that it starts", async () => {
    await app.turn(message("help", { id: "1759881511856" }));
    await app.turn(message("help", { id: "1759881511856", root: "1759881511856" }));
    expect(app.connector.sent).toHaveLength(1);
  });

  it("without an id is answered each time", async () => {
    const { id: _id, ...typed } = message("help");
    await app.turn(typed);
    await app.turn(typed);
    expect(app.connector.sent).toHaveLength(2);
  });

  it("is answered if the first reply certainly wasn't sent", async () => {
    const closed = await holdClosedPort();
    const typed = message("meet Sprint review");
    const unreachable = { ...typed, serviceUrl: `http://127.0.0.1:${closed.port}/` };
    expect((await app.turn(unreachable)).answer.status).toBe(500);
    const { answer, sent } = await app.turn(typed);
    expect(answer.status).toBe(200);
    expect(sent).toHaveLength(1);
    await closed.release();
  });

  it("isn't answered again if Teams refused the first reply", async () => {
    const typed = message("help");
    app.connector.fail("POST", 500, 1);
    await app.turn(typed);
    expect((await app.turn(typed)).answer.status).toBe(200);
    expect(app.connector.attempts.POST).toBe(1);
  });

  it("leaves nothing behind when its conversation is erased, or later than an hour", async () => {
    const countRows = async () => (await rowsOf(app.store)).length;
    await app.turn(message("help"));
    await app.turn(message("help", { in: groupChat }));
    expect(await countRows()).toBe(2);
    await app.store.eraseConversation(general);
    expect(await countRows()).toBe(1);
    await app.purgeExpired();
    expect(await countRows()).toBe(1);
    await app.clock.advance(60 * 60_000);
    await app.purgeExpired();
    expect(await countRows()).toBe(0);
  });
});

describe("a button that is pressed twice at once", () => {
  const app = useApp();

  it("posts a private card once", async () => {
    await app.turn(message("meet"));
    const { sent: asked } = await app.turn(slash("meet"));
    const turns = await Promise.all([1, 2].map(() => app.turn(press(asked[0], "Post here"))));
    expect(turns.map(({ answer }) => answer.status)).toEqual([200, 200]);
    const posted = app.connector.sent.slice(2).filter(({ method }) => method === "POST");
    expect(posted.filter((sent) => !isTargeted(sent))).toHaveLength(1);
  });

  it.each([
    ["Meet", "Rendezvous rocks"],
    ["Update", "meet Retro"],
  ])("%s has one effect", async (title, text) => {
    if (title === "Update") await app.turn(message("meet Sprint review"));
    const { sent: asked } = await app.turn(message(text));
    const before = app.connector.sent.length;
    await app.clock.runUntil(Promise.all([1, 2].map(() => app.turn(press(asked[0], title)))));
    expect(app.cloud.meetings()).toHaveLength(1);
    const posted = app.connector.sent.slice(before).filter(({ method }) => method === "POST");
    expect(posted).toEqual([]);
  });
});

describe("a message that Teams delivers to two processes", () => {
  let apps: TestApp[];
  afterEach(() => Promise.all(apps.map((app) => app.stop())));

  async function start(options: TestAppOptions = {}): Promise<[TestApp, TestApp]> {
    const store = options.store ?? createMemoryStore();
    const one = await startApp({ ...options, store });
    const other = await startApp({ ...options, store, cloud: one.cloud, clock: one.clock });
    apps = [other, one];
    return [one, other];
  }

  const sentBy = () => apps.flatMap(({ connector }) => connector.sent);
  const cards = () => sentBy().filter(({ activity }) => activity.type === "message");

  it("at the same time is answered once", async () => {
    const [one, other] = await start();
    const typed = message("meet with @Bo Nilsson", { mentions: [bo] });
    const turns = Promise.all([one.turn(typed), other.turn(typed), one.turn(typed)]);
    const answers = (await one.clock.runUntil(turns)).map(({ answer }) => answer.status);
    expect(answers).toEqual([200, 200, 200]);
    expect(sentBy()).toHaveLength(1);
    expect(buttonOf(cardOf(sentBy()[0]), "Join")).toBeDefined();
  });

  it("one after the other is answered once", async () => {
    const [one, other] = await start();
    const typed = message("meet");
    await one.turn(typed);
    expect((await other.turn(typed)).answer.status).toBe(200);
    expect(sentBy()).toHaveLength(1);
  });

  it("greets once, as both announcements of an installation", async () => {
    const [one, other] = await start();
    const added = event({ type: "installationUpdate", action: "add" });
    const joined = event({ type: "conversationUpdate", membersAdded: [BOT] });
    await one.clock.runUntil(Promise.all([one.turn(added), other.turn(joined)]));
    expect(sentBy()).toHaveLength(1);
    await one.clock.advance(60_001);
    await other.turn(added);
    expect(sentBy()).toHaveLength(2);
  });

  it("asks once for a sign-in, and the message waits once", async () => {
    const [one, other] = await start(delegated());
    const typed = message("meet", { in: groupChat });
    await one.clock.runUntil(Promise.all([one.turn(typed), other.turn(typed)]));
    expect(sentBy().filter(isSignInCard)).toHaveLength(1);
    const user = { tenantId: TENANT, aadId: ada.aadId };
    expect((await one.store.pendingCommands.list(user)).records).toHaveLength(1);
  });

  it("is answered by the second when the first died before it answered", async () => {
    const [one, other] = await start();
    const typed = message("meet");
    await leaseAsIfDied(one.store, typed, one.clock.now());
    const turn = other.turn(typed);
    await other.clock.waitForSleep(500);
    await other.clock.advance(ANSWER_LEASE_MS - 1_000);
    expect(cards()).toEqual([]);
    const { answer, sent } = await other.clock.runUntil(turn);
    expect(answer.status).toBe(200);
    expect(sent).toHaveLength(1);
    await other.clock.runUntil(one.turn(typed));
    expect(cards()).toHaveLength(1);
  });

  it("isn't answered by the second while the first takes its time", async () => {
    const [one, other] = await start({ isGraphOnClock: true });
    one.cloud.addFault({ match: "createOrGet", delayMs: PREPARING_AFTER_MS + 1_000 });
    const typed = message("meet");
    const turns = Promise.all([one.turn(typed), other.turn(typed)]);
    await one.clock.runUntil(turns);
    const methods = cards().map(({ method }) => method);
    expect(methods).toEqual(["POST", "PUT"]);
  });
});

describe("while messages can't be claimed", () => {
  const app = useApp(() => {
    const store = createMemoryStore();
    const fail = () => Promise.reject(new AppError("store_unavailable"));
    return { store: { ...store, answeredMessages: { ...store.answeredMessages, insert: fail } } };
  });

  it("answers anyway, and logs that it may answer twice", async () => {
    const { answer, sent } = await app.turn(message("help"));
    expect(answer.status).toBe(200);
    expect(sent).toHaveLength(1);
    expect(app.log).toContainEqual(
      expect.objectContaining({ level: 50, code: "store_unavailable" }),
    );
  });

  it("still answers once in this process", async () => {
    const typed = message("help");
    await Promise.all([app.turn(typed), app.turn(typed)]);
    await app.turn(typed);
    expect(app.connector.sent).toHaveLength(1);
  });
});

/** What a process leaves behind that received a message and died. */
async function leaseAsIfDied(
  { answeredMessages }: MeetingStore,
  { id = "" }: Partial<Activity>,
  now: Date,
): Promise<void> {
  const { tenantId, threadId } = general;
  const expiresAt = new Date(now.getTime() + ANSWER_LEASE_MS).toISOString();
  await answeredMessages.insert({ id, tenantId, threadId, isAnswered: false, expiresAt });
}

async function rowsOf(store: MeetingStore): Promise<AnsweredMessageRow[]> {
  const rows: AnsweredMessageRow[] = [];
  for await (const { kind, stored } of store.scan()) {
    if (kind === "answeredMessage") rows.push(stored.record);
  }
  return rows;
}
