import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { messagesFor } from "../../bot/locales/messages";
import { POLICIES } from "../../src/resilience/policies";
import { people } from "../support/activities";
import { createRefreshes } from "../support/refreshes";
import type { Answer } from "../support/start-app";
import { useApp } from "../support/use-app";

const { width, queue, deadlineMs } = POLICIES.graph;
const { slow } = messagesFor("en").refresh;

async function waitUntil(isReached: () => boolean): Promise<void> {
  while (!isReached()) await new Promise(setImmediate);
}

const app = useApp({ isGraphOnClock: true });

describe("many refreshes at once", () => {
  it("of one meeting make one call", async () => {
    const [press] = await createRefreshes(app, 1);
    const answers = await Promise.all(
      people(1_000).map((from) =>
        app.post({
          ...press,
          from: { id: from.teamsId, name: from.name, aadObjectId: from.aadId },
        }),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(app.cloud.requests()).toHaveLength(1);
  });

  it("make no more calls at once than the width, and all are answered in time", async () => {
    const extra = 20;
    const refreshes = await createRefreshes(app, width + queue + extra);
    app.cloud.addFault({ match: "onlineMeetings", times: width + queue, delayMs: deadlineMs });
    const answered = new Set<Answer>();
    const answers = refreshes.map(async (refresh) => {
      const answer = await app.post(refresh);
      answered.add(answer);
      return answer;
    });
    // More than the queue holds: their answers show that all others have taken their places.
    await waitUntil(() => answered.size === extra);
    await app.clock.waitForSleep(deadlineMs);
    await waitUntil(() => app.cloud.requests().length === width);
    expect(answered.size).toBe(extra);
    await app.clock.advance(PREPARING_AFTER_MS);
    const texts = (await Promise.all(answers)).map(({ body }) => JSON.stringify(body));
    expect(app.cloud.requests()).toHaveLength(width);
    expect(texts.filter((text) => text.includes(slow))).toHaveLength(width + queue);
    app.cloud.clearFaults();
    await app.clock.advance(deadlineMs);
  });
});
