import { POLICIES } from "../../src/resilience/policies";
import { createRefreshes } from "../support/refreshes";
import { bo, design, general, groupChat, message } from "../support/activities";
import { buttonOf, cardOf, cardOfAnswer } from "../support/cards";
import { startConnector } from "../support/connector";
import { useApp } from "../support/use-app";

const { budget, circuit, deadlineMs } = POLICIES.connector;

const app = useApp({ isRetryOnClock: true });

const attempts = () => app.connector.attempts.POST;
const lostReplies = () => app.log.filter(({ msg }) => msg === "Teams didn't accept a reply");

/** Has Teams fail until the circuit opens. Each reply is lost. */
async function breakTeams(): Promise<void> {
  app.connector.fail("POST", 503);
  while (attempts() < circuit.calls) await app.turn(message("help"));
}

function repair(): void {
  app.connector.fail("POST", 200, 0);
}

describe("while Teams is down", () => {
  it("gets no more messages for a moment, and a reply waits for it to work again", async () => {
    await breakTeams();
    const answered = app.turn(message("help"));
    await app.clock.waitForSleep(circuit.openMs);
    expect(attempts()).toBe(circuit.calls);
    repair();
    await app.clock.advance(circuit.openMs - 1);
    expect(attempts()).toBe(circuit.calls);
    await app.clock.advance(1);
    const { answer, sent } = await answered;
    expect(answer.status).toBe(200);
    expect(sent).toHaveLength(1);
    expect(attempts()).toBe(circuit.calls + 1);
  });

  it("one reply tries again, and all others follow if it arrives", async () => {
    await breakTeams();
    const waiting = Promise.all([1, 2, 3].map(() => app.turn(message("help"))));
    await app.clock.waitForSleep(circuit.openMs);
    repair();
    await app.clock.runUntil(waiting);
    expect(app.connector.sent).toHaveLength(3);
    expect(lostReplies()).toHaveLength(circuit.calls);
  });

  it("a turn ends with 200 and a line in the log when its time is over", async () => {
    await breakTeams();
    const before = lostReplies().length;
    const waiting = Promise.all([1, 2, 3].map(() => app.turn(message("help"))));
    const startedAt = app.clock.now().getTime();
    const turns = await app.clock.runUntil(waiting);
    expect(app.clock.now().getTime() - startedAt).toBeLessThanOrEqual(deadlineMs);
    expect(turns.map(({ answer }) => answer.status)).toEqual([200, 200, 200]);
    // One reply per pause tried again.
    expect(attempts()).toBeLessThanOrEqual(circuit.calls + deadlineMs / circuit.openMs);
    expect(lostReplies()).toHaveLength(before + 3);
  });

  it("the answer to a button doesn't need it", async () => {
    const [refresh] = await createRefreshes(app, 1);
    await breakTeams();
    expect(buttonOf(cardOfAnswer(await app.post(refresh!)), "Join")).toBeDefined();
  });

  it("another region of Teams isn't affected", async () => {
    await breakTeams();
    const other = await startConnector();
    await app.turn({ ...message("help"), serviceUrl: other.url });
    expect(other.sent).toHaveLength(1);
    await other.stop();
  });

  it("cards that were posted earlier are updated later", async () => {
    await app.turn(message("meet Sprint review"));
    await breakTeams();
    await app.clock.runUntil(app.turn(message("rename Retro")));
    expect(app.connector.attempts.PUT).toBe(1);
    expect(app.connector.sent.at(-1)).toMatchObject({ method: "PUT", id: "sent-1" });
  });
});

describe("answers about one conversation", () => {
  it.each([403, 404, 412, 429])("never keep replies from others: %i", async (status) => {
    app.connector.fail("POST", { status, retryAfter: "60" });
    for (let call = 0; call < circuit.calls * 2; call += 1) {
      await app.turn(message("help", { in: general }));
    }
    expect(attempts()).toBe(circuit.calls * 2);
    repair();
    const { sent } = await app.turn(message("help", { in: groupChat }));
    expect(sent).toHaveLength(1);
  });
});

describe("a message that Teams is too busy for", () => {
  it.each([
    ["a fraction of a second", "0.6", 600],
    ["seconds", "2", 2_000],
    ["a date", "Fri, 20 Nov 2026 09:00:02 GMT", 2_000],
    ["a date that has passed", "Fri, 20 Nov 2026 08:00:00 GMT", 0],
    ["something unreadable", "soon", 0],
  ])("is sent again after its Retry-After: %s", async (_, retryAfter, minMs) => {
    app.connector.fail("POST", { status: 429, retryAfter }, 1);
    const startedAt = app.clock.now().getTime();
    const { sent } = await app.clock.runUntil(app.turn(message("help")));
    expect(sent).toHaveLength(1);
    const tookMs = app.clock.now().getTime() - startedAt;
    expect(tookMs).toBeGreaterThanOrEqual(minMs);
    expect(tookMs).toBeLessThan(deadlineMs);
  });

  it.each([
    ["a minute", "60"],
    ["31 years", "999999999"],
    ["a date in another century", "Fri, 20 Nov 2126 09:00:00 GMT"],
  ])("isn't sent again if its Retry-After ends after the turn: %s", async (_, retryAfter) => {
    app.connector.fail("POST", { status: 429, retryAfter });
    const { answer } = await app.turn(message("help"));
    expect(answer.status).toBe(200);
    expect(attempts()).toBe(1);
  });

  it("is sent again only within the budget", async () => {
    await app.restart(); // without waiting for retries
    app.connector.fail("POST", 429);
    const count = 60;
    for (let call = 0; call < count; call += 1) await app.turn(message("help", { from: bo }));
    const retries = attempts() - count;
    expect(retries).toBeGreaterThanOrEqual(budget.reserve);
    expect(retries).toBeLessThanOrEqual(budget.reserve + Math.ceil(attempts() * budget.perCall));
  });
});

it("shows the meeting of a lost reply next time", async () => {
  await breakTeams();
  await app.clock.runUntil(app.turn(message("meet Sprint review", { in: design })));
  repair();
  await app.clock.advance(circuit.openMs);
  const { sent } = await app.turn(message("meet", { in: design }));
  expect(buttonOf(cardOf(sent.at(-1)), "Join")).toBeDefined();
  expect(app.cloud.meetings()).toHaveLength(1);
});
