import { comparePopulations, type Population } from "../growth/compare-populations";
import { seedConversations } from "../growth/seed-conversations";
import { makeTemplateRecord } from "../growth/template-record";
import { azurite, toAzuriteSpec } from "../processes/programs";
import { runSweep, type SweepResult } from "../processes/run-sweep";
import { startServer } from "../processes/server";
import type { Bench, Check, Row } from "../row";

const FEW = 10;
const MAX_GROWTH = 1.25;
/** A tenth of the records as text, when there are 100,000. */
const MAX_SWEEP_MEGABYTES = 64;
/** Azure Tables' pages, in `src/storage/azure-table-store.ts`. */
const PAGE_ROWS = 100;

export const growthInLmdb: Row = {
  name: "growth-lmdb",
  title: "Commands with few and with many conversations in LMDB, and the daily sweep",
  async run(bench) {
    const many = bench.isQuick ? 20_000 : 100_000;
    // Without a disk, whose speed would hide the growth.
    const spec = () => `lmdb:${bench.createFolder({ isInMemory: true })}`;
    const { commandGrowth, sweep, ...result } = await measure(bench, {
      small: { spec: spec(), conversationCount: FEW },
      large: { spec: spec(), conversationCount: many },
    });
    return {
      ...result,
      checks: [checkGrowth("a command", commandGrowth), checkHeap(sweep, many)],
      notes: [`The sweep of ${many} records took ${sweep.seconds.toFixed(1)} s.`],
    };
  },
};

export const growthInAzurite: Row = {
  name: "growth-azurite",
  title: "The same in Azurite, Microsoft's emulator of Azure Tables",
  async run(bench) {
    const many = bench.isQuick ? 2_000 : 100_000;
    await using smallAccount = await startServer(azurite());
    await using largeAccount = await startServer(azurite());
    const { commandGrowth, storeGrowth, sweep, ...result } = await measure(bench, {
      small: { spec: toAzuriteSpec(smallAccount.url), conversationCount: FEW },
      large: { spec: toAzuriteSpec(largeAccount.url), conversationCount: many },
    });
    return {
      ...result,
      checks: [
        checkGrowth("a command, next to that of Azurite's", commandGrowth / storeGrowth),
        {
          what: `page requests of the sweep of ${many} records`,
          value: sweep.requests,
          must: "at most",
          target: Math.ceil(many / PAGE_ROWS) + 1,
        },
        checkHeap(sweep, many),
      ],
      notes: [
        `A command takes ${commandGrowth.toFixed(2)} times as long, and Azurite's own read and write ${storeGrowth.toFixed(2)} times.`,
        `The sweep took ${sweep.seconds.toFixed(1)} s.`,
      ],
    };
  },
};

async function measure(bench: Bench, populations: { small: Population; large: Population }) {
  const template = await makeTemplateRecord(bench);
  for (const { spec, conversationCount } of Object.values(populations)) {
    await seedConversations(spec, template, conversationCount);
  }
  const sweep = await runSweep(populations.large.spec);
  const size = bench.isQuick ? { rounds: 3, commands: 100 } : { rounds: 7, commands: 400 };
  const options = { ...size, sweepMs: sweep.seconds * 1000 };
  return { sweep, ...(await comparePopulations(bench, populations, template, options)) };
}

function checkGrowth(what: string, value: number): Check {
  return { what: `growth of ${what}`, value, must: "at most", target: MAX_GROWTH };
}

function checkHeap({ heapGrowthMegabytes }: SweepResult, many: number): Check {
  return {
    what: `MB of heap that the sweep of ${many} records needs`,
    value: heapGrowthMegabytes,
    must: "at most",
    target: MAX_SWEEP_MEGABYTES,
  };
}
