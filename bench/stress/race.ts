import type { Check } from "../row";
import { checkCrowds } from "./check-crowds";
import { startCluster } from "./cluster";
import { createCrowds } from "./crowds";
import { createDelivery } from "./deliver";
import { startMeasuring } from "./measure-cluster";
import { runInParallel } from "./run-in-parallel";
import type { StressTest } from "./stress-test";

/** 40 at once are the people of two channels. More would only wait longer for two cores. */
const FULL = { botCount: 4, channels: 200, peoplePerChannel: 20, atOnce: 40 };
const QUICK = { botCount: 3, channels: 8, peoplePerChannel: 6, atOnce: 24 };

export const race: StressTest = {
  name: "race",
  title: "people who ask several processes at once, in channels without a meeting",
  async run({ programFolder, isQuick, hasSlowClock }) {
    const { botCount, atOnce, ...size } = isQuick ? QUICK : FULL;
    await using cluster = await startCluster({
      programFolder,
      botCount,
      faults: { percent: 10, kinds: "passing" },
      slowClock: hasSlowClock ? { firstIsBehindMs: 0 } : undefined,
    });
    await makeTwoMeetingsPossible(cluster.graph.url);
    const crowds = createCrowds(size, cluster.connector.url);
    const commands = crowds.flatMap((crowd) => crowd.commands);
    const { deliver, deliveries } = createDelivery(cluster.bots);
    const measuring = startMeasuring(cluster, commands.length);
    await runInParallel(commands, atOnce, ({ activity }) => deliver(activity));
    const measures = await measuring.finish(deliveries);
    const { checks, answers } = await checkCrowds(cluster, crowds);
    const once = [...answers.values()].filter(({ length }) => length === 1);
    const ownChecks: Check[] = [
      {
        what: "commands with one answer",
        value: once.length,
        must: "exactly",
        target: commands.length,
      },
      { what: "failed requests", value: deliveries.failures, must: "exactly", target: 0 },
    ];
    return { measures, checks: [...checks, ...ownChecks], notes: cluster.logCounts.toNotes() };
  },
};

/** The worst that Graph may do, as nothing documents it: two first calls at the same time create two meetings. */
async function makeTwoMeetingsPossible(graphUrl: string): Promise<void> {
  const body = JSON.stringify({ racingCreates: "two", appliesSecondCall: true });
  await fetch(`${graphUrl}/_local/settings`, { method: "PATCH", body });
}
