import { cpSync, rmSync } from "node:fs";
import type { MeetingRecord } from "../../src/meetings/record/meeting-record";
import { comparePopulations } from "../growth/compare-populations";
import { startPopulatedBot, USED_CONVERSATIONS, type Population } from "../growth/populated-bot";
import { seedConversations } from "../growth/seed-conversations";
import { makeTemplateRecord } from "../growth/template-record";
import { timeCommands } from "../growth/time-commands";
import { azurite, cloud, connector, toAzuriteSpec } from "../processes/programs";
import { runSweep, type SweepResult } from "../processes/run-sweep";
import { startCountingServer, startServer } from "../processes/server";
import type { Bench, Check, Row } from "../row";
import { settle } from "../settle";

const MAX_GROWTH = 1.25;
/** 3 % of the records as text, when there are 100,000. */
const MAX_SWEEP_MEGABYTES = 16;
/** Azure Tables' pages, in `src/storage/azure-table-store.ts`. */
const PAGE_ROWS = 100;
const COUNTED_COMMANDS = 100;
/**
 * Two each for the message (it's claimed, and then done), the record as Graph has it, where its card is, and the meetings
 * that the person asked for.
 */
const MAX_TABLE_REQUESTS = 8;

export const growthInLmdb: Row = {
  name: "growth-lmdb",
  title: "Commands with few and with many conversations in LMDB, and the daily sweep",
  async run(bench) {
    const many = bench.isQuick ? 20_000 : 100_000;
    const template = await makeTemplateRecord(bench);
    const small = { spec: `lmdb:${bench.createFolder()}`, othersCount: 0 };
    const large = await seedOnDisk(bench, template, many - USED_CONVERSATIONS);
    const size = bench.isQuick ? { rounds: 3, commands: 100 } : { rounds: 7, commands: 400 };
    const result = await measure(bench, { small, large }, size);
    const { measures, commandGrowth, cpuGrowth, sweep } = result;
    return {
      measures,
      checks: [
        checkGrowth("a command", commandGrowth),
        checkGrowth("the bot's CPU time", cpuGrowth),
        checkHeap(sweep, many),
      ],
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
    const small = { spec: toAzuriteSpec(smallAccount.url), othersCount: 0 };
    const large = { spec: toAzuriteSpec(largeAccount.url), othersCount: many - USED_CONVERSATIONS };
    const template = await makeTemplateRecord(bench);
    await seedConversations(large, template);
    const size = bench.isQuick ? { rounds: 3, commands: 30 } : { rounds: 5, commands: 100 };
    const result = await measure(bench, { small, large }, size);
    const { measures, commandGrowth, cpuGrowth, storeGrowth, sweep } = result;
    return {
      measures,
      checks: [
        // Azurite searches all rows, so it gets slower by itself.
        checkGrowth("a command, beyond Azurite's own", commandGrowth / Math.max(1, storeGrowth)),
        checkGrowth("the bot's CPU time", cpuGrowth),
        {
          what: `page requests of the sweep of ${many} records`,
          value: sweep.requests,
          must: "at most",
          target: Math.ceil(many / PAGE_ROWS) + 1,
        },
        {
          what: "requests to the table per command",
          value: await countTableRequests(bench),
          must: "at most",
          target: MAX_TABLE_REQUESTS,
        },
        checkHeap(sweep, many),
      ],
      notes: [
        `A command takes ${commandGrowth.toFixed(2)} times as long, and Azurite's own read, list and write ${storeGrowth.toFixed(2)} times.`,
        `The sweep took ${sweep.seconds.toFixed(1)} s.`,
      ],
    };
  },
};

/** LMDB waits for the disk at each insertion, so it's filled in memory. */
async function seedOnDisk(
  bench: Bench,
  template: MeetingRecord,
  othersCount: number,
): Promise<Population> {
  const filled = bench.createFolder({ isInMemory: true });
  const folder = bench.createFolder();
  await seedConversations({ spec: `lmdb:${filled}`, othersCount }, template);
  cpSync(filled, folder, { recursive: true });
  rmSync(filled, { recursive: true });
  return { spec: `lmdb:${folder}`, othersCount };
}

async function measure(
  bench: Bench,
  populations: { small: Population; large: Population },
  size: { rounds: number; commands: number },
) {
  const sweep = await runSweep(populations.large.spec);
  const options = { ...size, sweepMs: sweep.seconds * 1000 };
  return { sweep, ...(await comparePopulations(bench, populations, options)) };
}

async function countTableRequests({ programFolder, load }: Bench): Promise<number> {
  await using account = await startCountingServer(azurite());
  await using graph = await startServer(cloud());
  await using teams = await startServer(connector());
  const urls = { graphUrl: graph.url, serviceUrl: `${teams.url}/` };
  const population = { spec: toAzuriteSpec(account.url), othersCount: 0 };
  await using bot = await startPopulatedBot(programFolder, urls, population);
  await settle();
  await account.takeCounts();
  await timeCommands(load, bot, COUNTED_COMMANDS);
  await settle();
  return (await account.takeCounts()).requests / COUNTED_COMMANDS;
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
