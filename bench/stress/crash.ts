import { setTimeout as sleep } from "node:timers/promises";
import { toDefaultKey } from "../../src/meetings/record/meeting-key";
import type { Check } from "../row";
import { checkCrowds } from "./check-crowds";
import { startCluster, type Cluster } from "./cluster";
import { createCrowds, type Crowd } from "./crowds";
import { createDelivery } from "./deliver";
import { startMeasuring } from "./measure-cluster";
import { runInParallel } from "./run-in-parallel";
import type { StressTest } from "./stress-test";

const FULL = { botCount: 4, channels: 200, peoplePerChannel: 20, atOnce: 64, kills: 10 };
const QUICK = { botCount: 3, channels: 8, peoplePerChannel: 6, atOnce: 24, kills: 2 };
/**
 * How far the clock of a bot that is killed is behind where clocks are slow. Others wait for its leases (35 s) until they
 * expire: for 20 ms of the slow time, which are 2 s.
 */
const SLOW_BEHIND_MS = 35_330;
const POLL_MS = 5;
/** Longer than any test: it waits for the connection to break. */
const HELD_MS = 3_600_000;

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
    const crowds = createCrowds(size, cluster.connector.url);
    const commands = crowds.flatMap((crowd) => crowd.commands);
    const { deliver, deliveries } = createDelivery(cluster.bots);
    const measuring = startMeasuring(cluster, commands.length);
    const every = Math.floor(crowds.length / kills);
    let unfinished = 0;
    const restarts: Promise<void>[] = [];
    await runInParallel(crowds, Math.ceil(atOnce / size.peoplePerChannel), async (crowd) => {
      const number = crowds.indexOf(crowd);
      const killNumber = Math.floor(number / every);
      const [first, ...others] = crowd.commands;
      const isKill = number % every === 0 && killNumber < kills && first !== undefined;
      if (!isKill) {
        await Promise.all(crowd.commands.map(({ activity }) => deliver(activity)));
        return;
      }
      // With a slow clock, only the first bot's leases expire.
      const victim = hasSlowClock ? 0 : killNumber % botCount;
      const answered = deliver(first.activity, victim);
      if (await killWhileItCreates(cluster, victim, crowd)) unfinished += 1;
      restarts.push(cluster.restart(victim));
      await Promise.all([answered, ...others.map(({ activity }) => deliver(activity))]);
    });
    await Promise.all(restarts);
    const measures = await measuring.finish(deliveries);
    const { checks, answers } = await checkCrowds(cluster, crowds);
    const counts = commands.map(({ id }) => answers.get(id)?.length ?? 0);
    const more = counts.filter((count) => count > 1).length;
    const ownChecks: Check[] = [
      { what: "killed processes", value: restarts.length, must: "exactly", target: kills },
      { what: "claims that they left unfinished", value: unfinished, must: "at least", target: 1 },
      {
        what: "commands without an answer",
        value: counts.filter((count) => count === 0).length,
        must: "exactly",
        target: 0,
      },
      {
        what: "commands with two answers, of those that were delivered again",
        value: more,
        must: "at most",
        target: deliveries.redelivered,
      },
      { what: "failed requests", value: deliveries.failures, must: "exactly", target: 0 },
    ];
    return { measures, checks: [...checks, ...ownChecks], notes: cluster.logCounts.toNotes() };
  },
};

/** Kills a bot while Graph handles the first call for a channel. Returns whether its claim was left unfinished. */
async function killWhileItCreates(
  { graph, store, kill }: Cluster,
  victim: number,
  { conversation, commands }: Crowd,
): Promise<boolean> {
  const match = `/users/${commands[0]?.personAadId}/`;
  const fault = JSON.stringify({ match, delayMs: HELD_MS });
  await fetch(`${graph.url}/_local/faults`, { method: "POST", body: fault });
  const key = toDefaultKey(conversation);
  let record;
  do {
    await sleep(POLL_MS);
    record = (await store.records.get(key))?.record;
  } while (!record?.lease && record?.state !== "live");
  await kill(victim);
  // The call may not have reached Graph. The next one must not be held.
  await fetch(`${graph.url}/_local/faults`, { method: "DELETE" });
  return (await store.records.get(key))?.record.state === "claimed";
}
