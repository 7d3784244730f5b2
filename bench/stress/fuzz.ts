import fc from "fast-check";
import { startConnector } from "../../test/support/connector";
import { createCorpus, pressButtons } from "../fuzz/corpus";
import { findRawText } from "../fuzz/find-raw-text";
import { mutatedBodies } from "../fuzz/mutated-bodies";
import { createTemporaryFolder } from "../processes/cleanup";
import { cloud, rendezvousDemo, withSlowClock } from "../processes/programs";
import { startServer, type Server } from "../processes/server";
import { createLogCounts } from "./count-log";
import type { StressTest } from "./stress-test";

const AT_ONCE = 20;
const QUICK_ACTIVITIES = 600;

/** Sends mutated activities to one bot. fast-check finds the smallest ones that break a promise. */
export const fuzz: StressTest = {
  name: "fuzz",
  title: "mutated activities, while Graph refuses or fails every tenth call",
  async run({ programFolder, isQuick, hasSlowClock, activities, seed }) {
    const count = isQuick ? QUICK_ACTIVITIES : activities;
    const logCounts = createLogCounts();
    const connector = await startConnector();
    await using graph = await startServer(cloud({ percent: 10, kinds: "any" }));
    const store = `lmdb:${createTemporaryFolder()}`;
    const demo = rendezvousDemo(programFolder, { graphUrl: graph.url, store });
    const program = hasSlowClock ? withSlowClock(demo, Date.now()) : demo;
    const statuses = new Map<number, number>();
    let bot: Server | undefined;

    async function send(body: Buffer | string): Promise<void> {
      const url = `${bot?.url}/api/messages`;
      const headers = { "content-type": "application/json" };
      const response = await fetch(url, { method: "POST", headers, body });
      const { status } = response;
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
      const shown = await response.text();
      if (status >= 500) throw new Error(`It answered ${status}: ${shown}`);
      assertNoRawText(shown);
    }

    async function sendAll(bodies: readonly (Buffer | string)[]): Promise<void> {
      logCounts.counts.clear();
      try {
        await Promise.all(bodies.map(send));
      } catch (error) {
        // It may have crashed.
        await bot?.[Symbol.asyncDispose]();
        bot = await startServer(program, logCounts.add);
        throw error;
      }
      for (const { activity } of connector.sent.splice(0))
        assertNoRawText(JSON.stringify(activity));
      const unexpected = [...logCounts.counts.keys()].find((text) => text.includes("unexpected"));
      if (unexpected) throw new Error(`It logged: ${unexpected}`);
    }

    try {
      bot = await startServer(program, logCounts.add);
      const here = <T extends object>(one: T) => Object.assign(one, { serviceUrl: connector.url });
      const valid = createCorpus().map(here);
      for (const activity of valid) await send(JSON.stringify(activity));
      const corpus = [...valid, ...pressButtons(connector.sent).map(here)];
      const batches = fc.array(mutatedBodies(corpus), {
        minLength: 1,
        maxLength: AT_ONCE,
        size: "max",
      });
      const numRuns = Math.ceil(count / (AT_ONCE / 2));
      const details = await fc.check(fc.asyncProperty(batches, sendAll), { seed, numRuns });
      const [smallest] = details.counterexample ?? [];
      return {
        measures: [...statuses].map(([status, responses]) => ({
          server: String(status),
          figure: "responses",
          values: [responses],
        })),
        checks: [
          {
            what: `batches of ${corpus.length} mutated activities that broke a promise`,
            value: details.failed ? 1 : 0,
            must: "exactly",
            target: 0,
          },
        ],
        notes: [
          `Repeat this run with --seed ${details.seed}.`,
          ...(details.failed ? [String(details.errorInstance)] : []),
          ...(smallest ?? []).map((body) => body.toString()),
        ],
      };
    } finally {
      await bot?.[Symbol.asyncDispose]();
      await connector.stop();
    }
  },
};

function assertNoRawText(shown: string): void {
  const raw = findRawText(shown);
  if (raw !== undefined) throw new Error(`It showed: ${raw}`);
}
