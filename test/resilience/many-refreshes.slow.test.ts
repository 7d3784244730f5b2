import { PREPARING_AFTER_MS } from "../../bot/delivery/answerer";
import { messagesFor } from "../../bot/locales/messages";
import { POLICIES } from "../../src/resilience/policies";
import { people } from "../support/activities";
import { createRefreshes } from "../support/refreshes";
import { useApp } from "../support/use-app";

const { width, queue, deadlineMs } = POLICIES.graph;
const { refresh } = messagesFor("en");

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
    let answeredCount = 0;
    const answers = refreshes.map(async (refresh) => {
      const answer = await app.post(refresh);
      answeredCount += 1;
      return answer;
    });
    // More than the queue holds: their answers show that all others have taken their places.
    while (answeredCount < extra) await new Promise(setImmediate);
    await app.clock.waitForSleep(deadlineMs);
    while (app.cloud.requests().length < width) await new Promise(setImmediate);
    expect(answeredCount).toBe(extra);
    await app.clock.advance(PREPARING_AFTER_MS);
    const texts = (await Promise.all(answers)).map(({ body }) => JSON.stringify(body));
    expect(app.cloud.requests()).toHaveLength(width);
    expect(texts.filter((text) => text.includes(refresh.slow))).toHaveLength(width + queue);
    app.cloud.clearFaults();
    await app.clock.advance(deadlineMs);
  });
});
