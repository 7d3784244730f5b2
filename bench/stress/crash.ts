import type { Check } from "../row";
import { checkCrowds } from "./check-crowds";
import { startCluster } from "./cluster";
import { createCrowds, type Crowd } from "./crowds";
import { createDelivery } from "./deliver";
import { createKills } from "./kill";
import { startMeasuring } from "./measure-cluster";
import { readFinalAnswers } from "./read-answers";
import { runInParallel } from "./run-in-parallel";
import type { StressTest } from "./stress-test";
import { pressTryAgain } from "./try-again";
import { whileAnswered } from "./watch-progress";

/** 60 at once are the people of three channels: two may wait for the leases of killed processes. */
const FULL = { botCount: 4, channels: 200, peoplePerChannel: 20, atOnce: 60, kills: 10 };
const QUICK = { botCount: 3, channels: 8, peoplePerChannel: 6, atOnce: 24, kills: 2 };
/**
 * How far the clock of a bot that is killed is behind where clocks are slow. Others wait for its leases (35 s) until they
 * expire: for 20 ms of the slow time, which are 2 s.
 */
const SLOW_BEHIND_MS = 35_330;

export const crash: StressTest = {
  name: "crash",
  title: "the same load, while processes are killed in the middle of creating a meeting",
  async run({ programFolder, isQuick, hasSlowClock }) {
    const { botCount, atOnce, kills, ...size } = isQuick ? QUICK : FULL;
    await using cluster = await startCluster({
      programFolder,
      botCount,
      faults: { percent: 10, kinds: "passing" },
      slowClock: hasSlowClock ? { firstIsBehindMs: SLOW_BEHIND_MS } : undefined,
    });
    const { connector } = cluster;
    const crowds = createCrowds(size, connector.url);
    const commands = crowds.flatMap((crowd) => crowd.commands);
    const { deliver, deliveries } = createDelivery(cluster.bots);
    const { askWhileKilling, counts } = createKills(cluster, deliver);
    const every = Math.floor(crowds.length / kills);

    async function ask(crowd: Crowd): Promise<void> {
      const killNumber = crowds.indexOf(crowd) / every;
      if (Number.isInteger(killNumber) && killNumber < kills) {
        // With a slow clock, only the first bot's leases expire.
        await askWhileKilling(crowd, hasSlowClock ? 0 : killNumber % botCount);
      } else {
        await Promise.all(crowd.commands.map(({ activity }) => deliver(activity)));
      }
    }

    const measuring = startMeasuring(cluster, commands.length);
    const crowdsAtOnce = Math.ceil(atOnce / size.peoplePerChannel);
    await whileAnswered(deliveries, runInParallel(crowds, crowdsAtOnce, ask));
    const measures = await measuring.finish(deliveries);

    const left = pressTryAgain(await readFinalAnswers(connector), crowds, connector.url);
    const askedAgain = crowds.map(({ latecomer }) => latecomer.activity);
    await whileAnswered(
      deliveries,
      runInParallel([...left, ...askedAgain], atOnce, (activity) => deliver(activity)),
    );
    const { checks, answers, hasLink } = await checkCrowds(cluster, crowds);
    const answerCounts = commands.map(({ id }) => answers.get(id)?.length ?? 0);
    const ownChecks: Check[] = [
      {
        what: "people who asked later and got the link",
        value: crowds.filter((crowd) => hasLink(crowd, crowd.latecomer)).length,
        must: "exactly",
        target: crowds.length,
      },
      { what: "killed processes", value: counts.killed, must: "exactly", target: kills },
      {
        what: "claims that they left unfinished",
        value: counts.unfinished,
        must: "at least",
        target: 1,
      },
      {
        what: "commands without an answer",
        value: answerCounts.filter((count) => count === 0).length,
        must: "exactly",
        target: 0,
      },
      {
        what: "commands with two answers, of those that were delivered again",
        value: answerCounts.filter((count) => count > 1).length,
        must: "at most",
        target: deliveries.redelivered,
      },
      { what: "failed requests", value: deliveries.failures, must: "exactly", target: 0 },
    ];
    const notes = [
      `${left.length} cards were left “being prepared”, and people pressed Try again.`,
      ...cluster.logCounts.toNotes(),
    ];
    return { measures, checks: [...checks, ...ownChecks], notes };
  },
};
