import { setTimeout as sleep } from "node:timers/promises";
import { createTemporaryFolder } from "../processes/cleanup";
import { startLoad, type Load } from "../processes/load";
import type { LoadJob } from "../processes/load-job";
import type { ProcessState } from "../processes/process-state";
import { cloud, connector, rendezvousDemo, withStateReports } from "../processes/programs";
import { startReportingServer, startServer, type ReportingServer } from "../processes/server";
import type { Check, Measure } from "../row";
import { slope } from "../statistics";
import { firstMeets, meetsAgain } from "../traffic/commands";
import { makeMeetings } from "../traffic/made-meetings";
import { mixedTraffic } from "../traffic/mixed";
import { toMeasures } from "./measure-cluster";
import type { StressTest } from "./stress-test";

const CONNECTIONS = 32;
const MEETINGS = 40;
/**
 * Fills the caches, during which the heap grows: the bot remembers 10,000 answered messages, and rows of 4 million
 * characters, which are about 1,600 meetings.
 */
const FULL = { firstMeets: 3_000, commands: 10_000, peakSeconds: 30, maxBytesPerTurn: 100 };
const QUICK = { firstMeets: 100, commands: 500, peakSeconds: 10, maxBytesPerTurn: 1_000 };
const SAMPLE_EVERY_MS = 5_000;
/** For updates of cards, and for connections that are kept for a while. */
const REST_MS = 30_000;
/** Timers of work that goes on in the background. */
const MAX_MORE_HANDLES = 10;

/** Loads one bot for long, and looks for what it never gives back. */
export const soak: StressTest = {
  name: "soak",
  title: "mixed traffic at half of the measured peak, over LMDB",
  async run({ programFolder, isQuick, minutes }) {
    const { firstMeets: made, commands, peakSeconds, maxBytesPerTurn } = isQuick ? QUICK : FULL;
    const seconds = isQuick ? 60 : minutes * 60;
    using load = startLoad();
    await using graph = await startServer(cloud());
    await using teams = await startServer(connector());
    const store = `lmdb:${createTemporaryFolder()}`;
    const program = rendezvousDemo(programFolder, { graphUrl: graph.url, store });
    await using bot = await startReportingServer(withStateReports(program));
    const meetings = await makeMeetings(bot.url, MEETINGS);
    const serviceUrl = `${teams.url}/`;
    const job = { url: bot.url, tokens: [], connections: CONNECTIONS, minBytes: 0 };

    const conversations = meetings.map(({ conversation }) => conversation);
    const again = meetsAgain(conversations, serviceUrl);
    await load.run({ ...job, bodies: firstMeets(serviceUrl), limit: { requests: made } });
    await load.run({ ...job, bodies: again, limit: { requests: commands } });
    const mixed = { ...job, bodies: mixedTraffic(meetings, serviceUrl) };
    const peak = await load.run({ ...mixed, limit: { seconds: peakSeconds } });
    const perSecond = peak.requests / peak.seconds / 2;

    const before = await readAtRest(bot);
    const { result, heap } = await sampleHeap(load, bot, { ...mixed, perSecond }, seconds);
    const after = await readAtRest(bot);
    const megabytesPerSecond = slope(heap);
    const bytesPerTurn = (megabytesPerSecond * 2 ** 20) / (result.requests / result.seconds);
    const measures: Measure[] = [
      ...toMeasures("peak", { "requests/s": peak.requests / peak.seconds }),
      ...toMeasures("soak", {
        "requests/s": result.requests / result.seconds,
        "p99 ms": result.latencyMs.p99,
        "heap MB/hour": megabytesPerSecond * 3600,
      }),
      ...toMeasures("before", toFigures(before)),
      ...toMeasures("after", toFigures(after)),
    ];
    const checks: Check[] = [
      { what: "failed requests", value: result.failures, must: "exactly", target: 0 },
      {
        what: "growth of the heap in bytes per turn",
        value: bytesPerTurn,
        must: "at most",
        target: maxBytesPerTurn,
      },
      {
        what: "more handles after than before",
        value: countHandles(after) - countHandles(before),
        must: "at most",
        target: MAX_MORE_HANDLES,
      },
    ];
    const notes = [`Handles: ${describe(before)}; then ${describe(after)}.`];
    return { measures, checks, notes };
  },
};

/** Without requests, and without the connections of the load generator. */
async function readAtRest(bot: ReportingServer): Promise<ProcessState> {
  await sleep(REST_MS);
  return bot.readState();
}

/** Sends the traffic, and reads meanwhile how much heap is in use after a garbage collection: seconds and megabytes. */
async function sampleHeap(
  load: Load,
  bot: ReportingServer,
  job: Omit<LoadJob, "limit">,
  seconds: number,
) {
  const heap: { x: number; y: number }[] = [];
  const startedAt = performance.now();
  const elapsedMs = () => performance.now() - startedAt;
  const running = load.run({ ...job, limit: { seconds } });
  while (elapsedMs() < seconds * 1000) {
    const { heapMegabytes } = await bot.readState();
    const x = elapsedMs() / 1000;
    // The first requests fill the heap with what all later ones reuse.
    if (x > seconds / 10) heap.push({ x, y: heapMegabytes });
    await sleep(SAMPLE_EVERY_MS);
  }
  return { result: await running, heap };
}

function toFigures(state: ProcessState): Record<string, number> {
  const { heapMegabytes, residentMegabytes } = state;
  return {
    "heap MB": heapMegabytes,
    "resident MB": residentMegabytes,
    handles: countHandles(state),
  };
}

function countHandles({ resources }: ProcessState): number {
  return Object.values(resources).reduce((sum, count) => sum + count, 0);
}

function describe({ resources }: ProcessState): string {
  return Object.entries(resources)
    .map(([type, count]) => `${count} × ${type}`)
    .join(", ");
}
