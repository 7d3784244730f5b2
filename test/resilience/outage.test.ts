import type { Activity } from "botbuilder";
import { messagesFor } from "../../bot/locales/messages";
import { POLICIES } from "../../src/resilience/policies";
import { bo, design, general, message } from "../support/activities";
import { buttonOf, cardOf, cardOfAnswer, textOf } from "../support/cards";
import { linkOf } from "../support/meeting";
import { press } from "../support/press";
import { createRefreshes } from "../support/refreshes";
import { useApp } from "../support/use-app";

const { budget, circuit } = POLICIES.graph;
const { refresh: words, errors } = messagesFor("en");
const MANY = 10_000;

const app = useApp({ isGraphOnClock: true });

/** Has Graph fail until the circuit opens. */
async function breakGraph(): Promise<Partial<Activity>[]> {
  const refreshes = await createRefreshes(app, 100);
  app.cloud.addFault({ match: "onlineMeetings", status: 503, times: MANY });
  for (const refresh of refreshes.splice(0, circuit.calls)) await app.post(refresh);
  return refreshes;
}

function repair(): void {
  app.cloud.clearFaults();
  app.cloud.clearRequests();
}

describe("while Graph is down", () => {
  afterEach(() => app.cloud.clearFaults());

  it("gets no more calls once half of the last 20 failed", async () => {
    const [refresh] = await breakGraph();
    // The call that created the meeting succeeded.
    expect(app.cloud.requests()).toHaveLength(circuit.calls - 1);
    await app.post(refresh!);
    expect(app.cloud.requests()).toHaveLength(circuit.calls - 1);
  });

  it("a refresh shows the last known link at once, and says so", async () => {
    const [refresh] = await breakGraph();
    const card = cardOfAnswer(await app.post(refresh!));
    expect(textOf(card)).toContain(words.notChecked);
    expect(linkOf(card)).toBe(app.cloud.meetings()[0]?.joinWebUrl);
  });

  it("“meet” shows the last known link at once, and says so", async () => {
    await breakGraph();
    const { sent } = await app.turn(message("meet", { from: bo, in: general }));
    expect(sent).toHaveLength(1);
    const card = cardOf(sent[0]);
    expect(textOf(card)).toContain(words.notChecked);
    expect(linkOf(card)).toBe(app.cloud.meetings()[0]?.joinWebUrl);
  });

  it("“meet” with other values asks whether to change the meeting, and says so", async () => {
    await breakGraph();
    const { sent } = await app.turn(message("meet Sprint review tomorrow 3pm", { in: general }));
    const card = cardOf(sent[0]);
    expect(textOf(card)).toContain(words.notChecked);
    expect(buttonOf(card, "Update")).toBeDefined();
  });

  it("the first “meet” says that Microsoft 365 is down, and can be tried again", async () => {
    await breakGraph();
    const { sent } = await app.turn(message("meet", { in: design }));
    const card = cardOf(sent[0]);
    expect(textOf(card)).toContain(errors.microsoftDown());
    repair();
    await app.clock.advance(circuit.openMs);
    const { sent: again } = await app.turn(press(sent[0], "Try again", { in: design }));
    expect(buttonOf(cardOf(again[0]), "Join")).toBeDefined();
  });

  it("one call tries again after a pause, and the others don't wait for it", async () => {
    const [first, second, third] = await breakGraph();
    repair();
    app.cloud.addFault({ match: "onlineMeetings", delayMs: 1_000 });
    await app.clock.advance(circuit.openMs);
    const trying = app.post(first!);
    await app.clock.waitForSleep(1_000);
    expect(textOf(cardOfAnswer(await app.post(second!)))).toContain(words.notChecked);
    expect(app.cloud.requests()).toHaveLength(1);
    await app.clock.advance(1_000);
    expect(textOf(cardOfAnswer(await trying))).not.toContain(words.notChecked);
    expect(textOf(cardOfAnswer(await app.post(third!)))).not.toContain(words.notChecked);
  });

  it("a failed try leads to another pause", async () => {
    const [first, second] = await breakGraph();
    app.cloud.clearRequests();
    await app.clock.advance(circuit.openMs);
    await app.post(first!);
    expect(app.cloud.requests()).toHaveLength(1);
    await app.clock.advance(circuit.openMs - 1);
    await app.post(second!);
    expect(app.cloud.requests()).toHaveLength(1);
  });
});

describe("answers about a request", () => {
  it.each([
    ["403", { status: 403, body: { error: { code: "Forbidden", message: "3003: no" } } }],
    ["404", { status: 404, body: { error: { code: "UnknownError", message: "" } } }],
    ["409", { status: 409 }],
    ["429", { status: 429 }],
  ])("never keep calls from Graph: %s", async (_, fault) => {
    const refreshes = await createRefreshes(app, circuit.calls * 2);
    app.cloud.addFault({ match: "onlineMeetings", times: MANY, ...fault });
    for (const refresh of refreshes) await app.post(refresh);
    app.cloud.clearFaults();
    const { sent } = await app.turn(message("meet", { in: design }));
    expect(buttonOf(cardOf(sent[0]), "Join")).toBeDefined();
  });

  it("are retried only within the budget", async () => {
    const count = 40;
    const refreshes = await createRefreshes(app, count);
    app.cloud.addFault({ match: "onlineMeetings", times: MANY, status: 429 });
    for (const refresh of refreshes) await app.post(refresh);
    app.cloud.clearFaults();
    const retries = app.cloud.requests().length - count;
    expect(retries).toBeGreaterThanOrEqual(budget.reserve);
    expect(retries).toBeLessThanOrEqual(
      budget.reserve + Math.ceil(app.cloud.requests().length * budget.perCall),
    );
  });
});
