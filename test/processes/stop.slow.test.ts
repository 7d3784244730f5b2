import { startLocalCloud } from "../../src/local/local-cloud";
import { message } from "../support/activities";
import { cardOf, textOf } from "../support/cards";
import { createTestClock } from "../support/clock";
import { startConnector } from "../support/connector";
import { openConnection } from "../support/raw-connection";
import { SIGNING_PAIR } from "../support/rsa-pairs";
import { SLOW_CLOCK } from "../support/run-program";
import { startDemo } from "../support/start-demo";

const GRAPH_DELAY_MS = 3_000;

test("after SIGTERM, the program answers a running turn, takes no others, and exits with 0", async () => {
  const clock = createTestClock();
  const { now, sleep } = clock;
  const cloud = await startLocalCloud({ signingPair: SIGNING_PAIR, now, sleep });
  const connector = await startConnector();
  // Its time passes slowly, so that a busy machine doesn't reach the end of the 9 s.
  const demo = await startDemo(
    ["--no-playground", "--port", "0", "--graph-url", cloud.url],
    SLOW_CLOCK,
  );
  try {
    const body = JSON.stringify({ ...message("meet Sprint review"), serviceUrl: connector.url });
    cloud.addFault({ match: "createOrGet", delayMs: GRAPH_DELAY_MS });
    const answered = fetch(`${demo.botUrl}/api/messages`, { method: "POST", body });
    await clock.waitForSleep(GRAPH_DELAY_MS);

    const stopped = demo.stop("SIGTERM");
    await refusesConnections(demo.botUrl);
    await clock.advance(GRAPH_DELAY_MS);
    expect((await answered).status).toBe(200);
    expect(textOf(cardOf(connector.sent.at(-1)))).toContain("Sprint review");
    expect(await stopped).toBe(0);
  } finally {
    await demo.kill();
    await connector.stop();
    await cloud.close();
  }
});

/** Resolves when nothing listens any more. */
async function refusesConnections(url: string): Promise<void> {
  for (;;) {
    try {
      (await openConnection(url)).destroy();
    } catch {
      return;
    }
  }
}
